//! Figures for people, and for programs.

use std::collections::BTreeMap;
use std::fmt::{self, Write};

use serde_json::{Value, json};

use super::dates::Dates;
use super::score::{Rows, Score, Tally};
use crate::args::Mode;
use crate::terminal::Isolated;

/// All that is said of a run.
pub struct Figures {
    pub score: Score,
    pub slices: Rows,
    pub dates: Dates,
}

impl Figures {
    /// F1 of a cell, for thresholds; `None` if there is no such row.
    pub fn f1(&self, row: &str, mode: &str) -> Option<f64> {
        if mode == "value" {
            return Some(self.dates.value()[2]);
        }
        let mode = Mode::ALL.into_iter().find(|name| name.as_str() == mode)?;
        Some(self.score.rows.get(row).or_else(|| self.slices.get(row))?.get(&mode)?.f1())
    }
}

/// The table; figures in percent, with their change against an older run if there is one.
pub fn table(out: &mut String, figures: &Figures, older: Option<&Figures>) -> fmt::Result {
    write!(out, "{:24}{:>7}{:>7}  ", "", "gold", "found")?;
    for mode in Mode::ALL {
        write!(out, "{:>10}{:>7}{:>7}", format!("{} P", mode.as_str()), "R", "F1")?;
        if older.is_some() {
            write!(out, "{:>7}", "+-")?;
        }
    }
    writeln!(out)?;
    let rank = |name: &str| {
        ["micro", "span", "actor", "person", "organization", "place", "date"]
            .iter()
            .position(|n| *n == name)
            .unwrap_or(99)
    };
    let mut names: Vec<_> = figures.score.rows.keys().collect();
    names.sort_by_key(|name| (rank(name), *name));
    for name in names {
        row(out, name, &figures.score.rows[name], older.and_then(|older| older.score.rows.get(name)), older.is_some())?;
    }
    if !figures.slices.is_empty() {
        writeln!(out)?;
        for (name, cells) in &figures.slices {
            row(out, name, cells, older.and_then(|older| older.slices.get(name)), older.is_some())?;
        }
    }
    if figures.dates.gold + figures.dates.found > 0 {
        dates(out, &figures.dates, older.map(|older| &older.dates))?;
    }
    for (what, count) in &figures.score.notes {
        writeln!(out, "note: {what}: {count}")?;
    }
    Ok(())
}

fn row(
    out: &mut String,
    name: &str,
    cells: &BTreeMap<Mode, Tally>,
    older: Option<&BTreeMap<Mode, Tally>>,
    compared: bool,
) -> fmt::Result {
    let of = |mode| cells.get(&mode).copied().unwrap_or_default();
    write!(out, "{name:24}{:>7}{:>7}  ", of(Mode::Exact).gold, of(Mode::Exact).found)?;
    for mode in Mode::ALL {
        let tally = of(mode);
        let [p, r, f1] = [tally.precision(), tally.recall(), tally.f1()].map(|x| 100.0 * x);
        write!(out, "{p:10.2}{r:7.2}{f1:7.2}")?;
        if compared {
            let before = older.and_then(|older| older.get(&mode)).copied().unwrap_or_default();
            write!(out, "{:>+7.2}", f1 - 100.0 * before.f1())?;
        }
    }
    writeln!(out)
}

fn dates(out: &mut String, dates: &Dates, older: Option<&Dates>) -> fmt::Result {
    writeln!(out, "\ndates, edges trimmed{:>11}{:>7}{:>7}{:>9}", "P", "R", "F1", older.map_or("", |_| "+-"))?;
    let exact = dates.exact();
    let overlap = dates.overlap();
    let lines = [
        ("exact", [exact.precision(), exact.recall(), exact.f1()], older.map(|older| older.exact().f1())),
        ("overlap", [overlap.precision(), overlap.recall(), overlap.f1()], older.map(|older| older.overlap().f1())),
        ("overlap and value", dates.value(), older.map(|older| older.value()[2])),
    ];
    for (name, figures, before) in lines {
        let [p, r, f1] = figures.map(|x| 100.0 * x);
        write!(out, "{name:24}{p:7.2}{r:7.2}{f1:7.2}")?;
        if let Some(before) = before {
            write!(out, "{:>+9.2}", f1 - 100.0 * before)?;
        }
        writeln!(out)?;
    }
    writeln!(
        out,
        "values right where found: {:.2} ({} of {}; {} of the gold have one)",
        100.0 * dates.accuracy(),
        dates.right,
        dates.valued,
        dates.with_value
    )
}

/// The most frequent errors of each sort.
pub fn errors(out: &mut String, figures: &Figures, most: usize) -> fmt::Result {
    let score = &figures.score;
    for (title, errors) in [("missed", &score.missed), ("spurious", &score.spurious)] {
        let lines = errors.iter().map(|((label, text), count)| (*count, format!("{label:13} {}", Isolated(text))));
        list(out, title, lines.collect(), most)?;
    }
    let confused = score.confused.iter();
    let lines =
        confused.map(|((label, other, text), count)| (*count, format!("{label} -> {other}  {}", Isolated(text))));
    list(out, "the right words, another label (gold -> found)", lines.collect(), most)?;
    let mut values: BTreeMap<String, usize> = BTreeMap::new();
    for (text, gold, found) in &figures.dates.errors {
        *values.entry(format!("{gold} -> {found}  {}", Isolated(text))).or_default() += 1;
    }
    list(out, "another value (gold -> found)", values.into_iter().map(|(line, count)| (count, line)).collect(), most)
}

fn list(out: &mut String, title: &str, mut lines: Vec<(usize, String)>, most: usize) -> fmt::Result {
    let all: usize = lines.iter().map(|(count, _)| count).sum();
    writeln!(out, "\n{title}: {all}")?;
    lines.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    lines.iter().take(most).try_for_each(|(count, line)| writeln!(out, "{count:6}  {line}"))
}

/// All figures, as shares of one.
pub fn json(figures: &Figures) -> Value {
    let rounded = |x: f64| (x * 1e6).round() / 1e6;
    let rows = |rows: &Rows| -> Value {
        let cells = |cells: &BTreeMap<Mode, Tally>| -> serde_json::Map<_, _> {
            let cell = |tally: &Tally| {
                let [p, r, f1] = [tally.precision(), tally.recall(), tally.f1()].map(rounded);
                json!({"p": p, "r": r, "f1": f1, "gold": tally.gold, "found": tally.found})
            };
            cells.iter().map(|(mode, tally)| (mode.as_str().to_owned(), cell(tally))).collect()
        };
        rows.iter()
            .map(|(name, row)| (name.clone(), Value::Object(cells(row))))
            .collect::<serde_json::Map<_, _>>()
            .into()
    };
    let dates = &figures.dates;
    let prf = |tally: Tally| [tally.precision(), tally.recall(), tally.f1()].map(rounded);
    json!({
        "rows": rows(&figures.score.rows),
        "slices": rows(&figures.slices),
        "dates": {
            "cases": dates.cases,
            "gold": dates.gold,
            "found": dates.found,
            "exact": prf(dates.exact()),
            "overlap": prf(dates.overlap()),
            "value": dates.value().map(rounded),
            "value_accuracy": rounded(dates.accuracy()),
        },
        "notes": figures.score.notes,
    })
}
