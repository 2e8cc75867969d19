//! Measures the extractor against gold files: precision, recall and F1, per kind and per type, and the values of dates.
//!
//! ```text
//! score [--types] [--errors] [GOLD.jsonl ...]
//! ```
//!
//! A gold file has one document a line, `{"id", "text", "reference_date", "entities"}`, with offsets in code points; unless
//! files are named, those of `tests/golden` are read. `--types` adds a row for each type, `--errors` lists what was missed,
//! what was found without gold, and what got another type or value, the most frequent first.
//!
//! An exact hit has the start, the end and the label of a gold mention. An overlapping one shares a character with a
//! mention of its label. The label is the kind, in the rows of types the type. Kinds that the gold never has are left out.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use jiff::civil::Date;
use khabar::{Annotation, EntityType, Extractor, Input, Kind, OffsetUnit};
use serde::Deserialize;

const FOLDER: &str = "tests/golden";
const USAGE: &str = "usage: score [--types] [--errors] [GOLD.jsonl ...]";

/// A document with what is to be found in it.
#[derive(Deserialize)]
struct Gold {
    id: String,
    text: String,
    reference_date: Option<Date>,
    entities: Vec<Annotation<'static>>,
}

/// What is to be found in a document, and what was found.
struct Pair<'a> {
    gold: &'a [Annotation<'static>],
    found: Vec<Annotation<'a>>,
}

#[derive(Default)]
struct Options {
    types: bool,
    errors: bool,
    paths: Vec<PathBuf>,
}

fn main() -> ExitCode {
    let report = options(std::env::args().skip(1)).and_then(|options| {
        let documents = read(&options.paths)?;
        Ok(report(&documents, &options))
    });
    let written = match report {
        Ok(report) => io::stdout().write_all(report.as_bytes()),
        Err(message) => {
            eprintln!("score: {message}");
            return ExitCode::from(2);
        }
    };
    match written {
        // Whoever read our output has seen enough.
        Err(e) if e.kind() != io::ErrorKind::BrokenPipe => {
            eprintln!("score: {e}");
            ExitCode::from(2)
        }
        _ => ExitCode::SUCCESS,
    }
}

fn options(arguments: impl Iterator<Item = String>) -> Result<Options, String> {
    let mut options = Options::default();
    for argument in arguments {
        match argument.as_str() {
            "--types" => options.types = true,
            "--errors" => options.errors = true,
            flag if flag.starts_with("--") => return Err(format!("unknown option {flag}\n{USAGE}")),
            path => options.paths.push(path.into()),
        }
    }
    if options.paths.is_empty() {
        let entries = std::fs::read_dir(FOLDER).map_err(|e| format!("{FOLDER}: {e}\n{USAGE}"))?;
        options.paths = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
        options.paths.retain(|path| path.extension().is_some_and(|e| e == "jsonl"));
        options.paths.sort();
    }
    Ok(options)
}

fn read(paths: &[PathBuf]) -> Result<Vec<Gold>, String> {
    let mut documents: Vec<Gold> = Vec::new();
    let mut ids = BTreeSet::new();
    for path in paths {
        let text = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
        for (i, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            let fault = |message: String| format!("{}:{}: {message}", path.display(), i + 1);
            let gold: Gold = serde_json::from_str(line).map_err(|e| fault(e.to_string()))?;
            check(&gold).map_err(fault)?;
            if !ids.insert(gold.id.clone()) {
                return Err(fault(format!("the id {} stands twice", gold.id)));
            }
            documents.push(gold);
        }
    }
    Ok(documents)
}

/// Offsets in another unit would score nothing and tell nothing.
fn check(gold: &Gold) -> Result<(), String> {
    let chars: Vec<char> = gold.text.chars().collect();
    for entity in &gold.entities {
        let text: Option<String> = chars.get(entity.start..entity.end).map(|chars| chars.iter().collect());
        if text.as_deref() != Some(&*entity.text) {
            return Err(format!("{}..{} is not \u{2068}{}\u{2069}", entity.start, entity.end, entity.text));
        }
    }
    Ok(())
}

fn report(documents: &[Gold], options: &Options) -> String {
    let kinds: BTreeSet<Kind> = documents.iter().flat_map(|gold| &gold.entities).map(|entity| entity.kind).collect();
    let khabar = Extractor::builtin();
    let found: Vec<_> = documents
        .iter()
        .map(|gold| khabar.extract(Input::new(&gold.text).reference_date(gold.reference_date)))
        .collect();
    let pairs: Vec<Pair<'_>> = std::iter::zip(documents, &found)
        .map(|(gold, found)| Pair {
            gold: &gold.entities,
            found: found.annotations(OffsetUnit::Char).filter(|entity| kinds.contains(&entity.kind)).collect(),
        })
        .collect();

    let mut out = vec![format!("{} documents\n", documents.len())];
    out.push(format!(
        "{:<18}{:>6}{:>7}{:>10}{:>8}{:>8}{:>12}{:>8}{:>8}",
        "", "gold", "found", "exact P", "R", "F1", "overlap P", "R", "F1"
    ));
    out.push(row("micro", &pairs, |entity| Some(entity.kind.as_str())));
    for kind in &kinds {
        out.push(row(kind.as_str(), &pairs, |entity| (entity.kind == *kind).then_some(kind.as_str())));
    }
    if options.types {
        out.push(String::new());
        for of in EntityType::ALL.iter().filter(|of| kinds.contains(&of.kind())) {
            out.push(row(of.as_str(), &pairs, |entity| (entity.entity_type == *of).then_some(of.as_str())));
        }
    }
    values(&mut out, &pairs);
    if options.errors {
        errors(&mut out, &pairs);
    }
    out.join("\n") + "\n"
}

/// Counts of mentions: those of the gold, those found, and the hits among either.
#[derive(Default)]
struct Tally {
    gold: usize,
    found: usize,
    gold_hit: usize,
    found_hit: usize,
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let share = |part: usize, whole: usize| if whole == 0 { 0.0 } else { part as f64 / whole as f64 };
        let (p, r) = (share(self.found_hit, self.found), share(self.gold_hit, self.gold));
        let f1 = if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 };
        write!(f, "{:8.2}{:8.2}{:8.2}", 100.0 * p, 100.0 * r, 100.0 * f1)
    }
}

/// The row of the mentions that have a label.
fn row(name: &str, pairs: &[Pair<'_>], label: impl Fn(&Annotation<'_>) -> Option<&'static str>) -> String {
    let (mut exact, mut overlap) = (Tally::default(), Tally::default());
    let labelled = |entities: &[Annotation<'_>]| -> BTreeSet<(usize, usize, &str)> {
        entities.iter().filter_map(|entity| Some((entity.start, entity.end, label(entity)?))).collect()
    };
    for pair in pairs {
        let (gold, found) = (labelled(pair.gold), labelled(&pair.found));
        for tally in [&mut exact, &mut overlap] {
            tally.gold += gold.len();
            tally.found += found.len();
        }
        exact.gold_hit += gold.intersection(&found).count();
        exact.found_hit = exact.gold_hit;
        let touch = |a: &(usize, usize, &str), b: &(usize, usize, &str)| a.0 < b.1 && b.0 < a.1 && a.2 == b.2;
        overlap.gold_hit += gold.iter().filter(|a| found.iter().any(|b| touch(a, b))).count();
        overlap.found_hit += found.iter().filter(|b| gold.iter().any(|a| touch(a, b))).count();
    }
    format!("{name:<18}{:>6}{:>7}  {exact}    {overlap}", exact.gold, exact.found)
}

/// Gold and found mentions with the same span and kind.
fn hits<'p>(pairs: &'p [Pair<'p>]) -> impl Iterator<Item = (&'p Annotation<'p>, &'p Annotation<'p>)> {
    pairs.iter().flat_map(|pair| {
        pair.gold.iter().filter_map(|gold| Some((gold, pair.found.iter().find(|found| same(gold, found))?)))
    })
}

fn same(a: &Annotation<'_>, b: &Annotation<'_>) -> bool {
    (a.start, a.end, a.kind) == (b.start, b.end, b.kind)
}

/// How many of the dates that were hit have the value of the gold; none is right where the gold has none.
fn values(out: &mut Vec<String>, pairs: &[Pair<'_>]) {
    let dates: Vec<_> = hits(pairs).filter(|(gold, _)| gold.kind == Kind::Date).collect();
    let values = dates.iter().filter(|(gold, found)| gold.value == found.value).count();
    let both =
        dates.iter().filter(|(gold, found)| (&gold.value, &gold.modifier) == (&found.value, &found.modifier)).count();
    let share = |part: usize| 100.0 * part as f64 / dates.len().max(1) as f64;
    out.push(format!("\nvalues of {} dates with the exact span", dates.len()));
    out.push(format!("{:<18}{values:>6}{:>17.2}", "value", share(values)));
    out.push(format!("{:<18}{both:>6}{:>17.2}", "value and mod", share(both)));
}

fn errors(out: &mut Vec<String>, pairs: &[Pair<'_>]) {
    let line = |entity: &Annotation<'_>| format!("{:<18}\u{2068}{}\u{2069}", entity.entity_type.as_str(), entity.text);
    let missed =
        pairs.iter().flat_map(|pair| pair.gold.iter().filter(|gold| !pair.found.iter().any(|found| same(gold, found))));
    grouped(out, "missed", missed.map(line));
    let spurious =
        pairs.iter().flat_map(|pair| pair.found.iter().filter(|found| !pair.gold.iter().any(|gold| same(gold, found))));
    grouped(out, "spurious", spurious.map(line));
    let types = hits(pairs).filter(|(gold, found)| gold.entity_type != found.entity_type);
    grouped(out, "another type", types.map(|(gold, found)| format!("{} (found: {})", line(gold), found.entity_type)));
    let value = |entity: &Annotation<'_>| entity.value.as_deref().unwrap_or("none").to_owned();
    let values = hits(pairs).filter(|(gold, found)| gold.kind == Kind::Date && gold.value != found.value);
    let values = values.map(|(gold, found)| format!("{} {} (found: {})", line(gold), value(gold), value(found)));
    grouped(out, "another value", values);
}

/// Appends the lines, each once with its count, the most frequent first.
fn grouped(out: &mut Vec<String>, title: &str, lines: impl Iterator<Item = String>) {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    lines.for_each(|line| *counts.entry(line).or_default() += 1);
    out.push(format!("\n{title}: {}", counts.values().sum::<usize>()));
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    for (line, count) in counts {
        out.push(format!("{count:6}  {line}"));
    }
}
