//! `khabar` beside the matchers that everyone knows, over as many names as `KHABAR_NAMES` says (100,000), in rounds of which
//! each runs all of them once. See `benches/README.md`.

#[allow(dead_code, reason = "each bench uses its part")]
mod corpus;

use std::collections::{BTreeSet, HashMap};
use std::sync::OnceLock;
use std::time::Instant;

use aho_corasick::MatchKind;
use corpus::{Contestant, FROM_UTF8, REFERENCE};
use daachorse::charwise::{CharwiseDoubleArrayAhoCorasick, CharwiseDoubleArrayAhoCorasickBuilder};
use khabar::{EntityType, Extractor, Gazetteer, Input, Kind, Scratch};

/// Bytes of the text that a folder is shuffled to, and of that made of the example news.
const SIZE: usize = 16 << 20;

const NAMES: usize = 100_000;
const ROUNDS: usize = 9;

const KHABAR: &str = "khabar";
const NAMES_ONLY: &str = "khabar, names only";
const SMALL: &str = "khabar, 300-byte documents";
const AHO_CORASICK: &str = "aho-corasick, raw text";
const NFKC: &str = "NFKC by char, aho-corasick";

fn main() {
    let corpus = corpus::Corpus::load().shuffled(number("KHABAR_BYTES", SIZE));
    println!("{corpus}");
    let names = Names::of(number("KHABAR_NAMES", NAMES));
    println!("{} surface forms, {} of them combinations", names.forms.len(), names.combined);
    let mut contestants = contestants(&corpus.text, &names);
    let counts: Vec<usize> = contestants.iter_mut().map(|c| (c.run)()).collect();

    let cargo_test = !std::env::args().any(|argument| argument == "--bench");
    let rounds = if cargo_test { 1 } else { number("KHABAR_ROUNDS", ROUNDS) };
    let mut times = vec![Vec::with_capacity(rounds); contestants.len()];
    for round in 0..rounds {
        for turn in 0..contestants.len() {
            // Another goes first each round.
            let i = (round + turn) % contestants.len();
            let begin = thread_time();
            let count = (contestants[i].run)();
            times[i].push(thread_time() - begin);
            assert_eq!(count, counts[i], "{}", contestants[i].name);
        }
    }

    println!("\n{rounds} rounds; ratios: medians of those of each round\n");
    println!("| | MB/s median | x aho-corasick | x NFKC and aho-corasick | x from_utf8 | found |");
    println!("|---|---:|---:|---:|---:|---:|");
    let of = |name: &str| &times[contestants.iter().position(|c| c.name == name).expect("a contestant's name")];
    for ((contestant, own), count) in contestants.iter().zip(&times).zip(counts) {
        let ratio = |other: &str| median(of(other).iter().zip(own).map(|(other, own)| other / own));
        println!(
            "| {} | {:.1} | {:.2} | {:.2} | {:.3} | {count} |",
            contestant.name,
            median(own.iter().map(|time| corpus.text.len() as f64 / 1e6 / time)),
            ratio(AHO_CORASICK),
            ratio(NFKC),
            ratio(FROM_UTF8),
        );
    }
}

/// Seconds that this thread was on a core, so that others on the machine count for little; where the system does not say, on
/// the clock.
fn thread_time() -> f64 {
    static BEGIN: OnceLock<Instant> = OnceLock::new();
    let clock = || BEGIN.get_or_init(Instant::now).elapsed().as_secs_f64();
    std::thread::yield_now(); // the count is brought up to date when another may run
    let stat = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = stat.split(' ').next().and_then(|first| first.parse::<f64>().ok());
    nanoseconds.map_or_else(clock, |nanoseconds| nanoseconds / 1e9)
}

/// A whole number that a variable of the environment sets.
fn number(variable: &str, unless_set: usize) -> usize {
    let parse = |value: String| value.parse().ok().filter(|&n| n > 0).expect("a whole number from 1");
    std::env::var(variable).map_or(unless_set, parse)
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut sorted: Vec<f64> = values.collect();
    sorted.sort_by(f64::total_cmp);
    let half = sorted.len() / 2;
    if sorted.len() % 2 == 1 { sorted[half] } else { (sorted[half - 1] + sorted[half]) / 2.0 }
}

/// The same names for all: those of the gazetteers in the box, and combinations of a descriptor and one of them (مطار باماكو)
/// up to a number; or, for fewer, so many of those in the box.
struct Names {
    forms: Vec<String>,
    combined: usize,
    builtin: bool,
    /// The names that are not in the box, as a gazetteer.
    rows: String,
}

impl Names {
    fn of(count: usize) -> Names {
        let builtin = Gazetteer::builtin();
        let forms: BTreeSet<&str> = builtin.records().flat_map(|r| r.surface_forms()).collect();
        let mut rows = String::from("id\ttype\tar\n");
        if count < forms.len() {
            let step = forms.len().div_ceil(count);
            let forms: Vec<String> = forms.into_iter().step_by(step).map(String::from).collect();
            for (number, form) in forms.iter().enumerate() {
                rows.push_str(&format!("peers.{number}\tfacility\t{form}\n"));
            }
            return Names { forms, combined: 0, builtin: false, rows };
        }
        let mut counts: HashMap<&str, usize> = HashMap::new();
        for head in forms.iter().filter_map(|form| Some(form.split_once(' ')?.0)) {
            *counts.entry(head).or_default() += 1;
        }
        let mut heads: Vec<(&str, usize)> = counts.into_iter().collect();
        heads.sort_by_key(|&(head, count)| (std::cmp::Reverse(count), head));
        let cities: BTreeSet<&str> =
            builtin.records().filter(|r| r.entity_type() == EntityType::City).map(|r| r.name()).collect();
        let pairs = heads.iter().flat_map(|(head, _)| cities.iter().map(move |city| format!("{head} {city}")));
        let combined: Vec<String> = pairs.filter(|pair| !forms.contains(&**pair)).take(count - forms.len()).collect();
        for (number, form) in combined.iter().enumerate() {
            rows.push_str(&format!("peers.{number}\tfacility\t{form}\n"));
        }
        let many = combined.len();
        let forms = forms.into_iter().map(String::from).chain(combined).collect();
        Names { forms, combined: many, builtin: true, rows }
    }

    fn khabar(&self, kinds: &[Kind]) -> Extractor {
        let gazetteer = Gazetteer::from_tsv("peers.tsv", &self.rows).expect("rows as gazetteers/README.md wants them");
        let builder = Extractor::builder().use_builtin(self.builtin).gazetteer(gazetteer);
        corpus::build(builder.only(kinds.iter().copied()))
    }
}

/// All who read `text`. Those that are not `khabar` only count: none cuts proclitics, looks at word edges, chooses among
/// overlapping names, stores a span or finds the way back to the original text.
fn contestants<'t>(text: &'t str, names: &Names) -> Vec<Contestant<'t>> {
    let mut all = Vec::new();
    let mut add = |name, run: Box<dyn FnMut() -> usize + 't>| all.push(Contestant { name, run });

    let begin = Instant::now();
    let khabar = names.khabar(&[Kind::Actor, Kind::Place, Kind::Date]);
    println!("khabar built in {:.0} ms, index {} bytes", begin.elapsed().as_secs_f64() * 1e3, khabar.memory_usage());
    {
        let khabar = khabar.clone();
        add(KHABAR, Box::new(move || corpus::extract(&khabar, text).len()));
    }
    let names_only = names.khabar(&[Kind::Actor, Kind::Place]);
    add(NAMES_ONLY, Box::new(move || corpus::extract(&names_only, text).len()));
    let small = corpus::documents(text, corpus::SMALL);
    let mut scratch = Scratch::default();
    add(
        SMALL,
        Box::new(move || {
            let input = |text| Input::new(text).reference_date(REFERENCE);
            small.iter().map(|text| khabar.extract_with(input(*text), &mut scratch).len()).sum()
        }),
    );

    let begin = Instant::now();
    let raw = corpus::automaton(&names.forms, MatchKind::LeftmostLongest);
    println!("aho-corasick built in {:.0} ms, {} bytes", begin.elapsed().as_secs_f64() * 1e3, raw.memory_usage());
    add(AHO_CORASICK, Box::new(move || raw.find_iter(text).count()));
    let daachorse: CharwiseDoubleArrayAhoCorasick<u32> = CharwiseDoubleArrayAhoCorasickBuilder::new()
        .match_kind(daachorse::MatchKind::LeftmostLongest)
        .build(&names.forms)
        .expect("names far below the limit");
    add("daachorse charwise, raw text", Box::new(move || daachorse.leftmost_find_iter(text).count()));
    let folded: Vec<String> = names.forms.iter().map(|name| corpus::nfkc(name, String::new())).collect();
    let automaton = corpus::automaton(&folded, MatchKind::LeftmostLongest);
    let mut buffer = String::new();
    add(
        NFKC,
        Box::new(move || {
            buffer = corpus::nfkc(text, std::mem::take(&mut buffer));
            automaton.find_iter(&buffer).count()
        }),
    );
    add(
        FROM_UTF8,
        Box::new(move || std::str::from_utf8(std::hint::black_box(text.as_bytes())).expect("it was a `str`").len()),
    );
    all
}
