//! The gold articles: sane annotation, and how much of it the extractor finds, which must not fall.
#![cfg(all(feature = "builtin", feature = "serde"))]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use khabar::{Extractor, Input, Kind, OffsetUnit};
use serde::Deserialize;

/// Exact precision and recall in percent that each kind reached when the row was last raised, rounded down to a tenth: a
/// mention counts if start, end and kind are those of the gold. A row is lowered only by a change that says so in the
/// changelog.
const FLOORS: [(Kind, f64, f64); 3] = [(Kind::Actor, 96.7, 92.9), (Kind::Place, 97.6, 96.6), (Kind::Date, 99.0, 99.5)];

/// Errors printed when a floor gives way.
const SHOWN: usize = 20;

#[derive(Deserialize)]
struct Article {
    id: String,
    text: String,
    reference_date: Option<Date>,
    entities: Vec<Gold>,
}

#[derive(Deserialize)]
struct Gold {
    start: usize,
    end: usize,
    text: String,
    kind: Kind,
    #[serde(rename = "type")]
    entity_type: String,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The documents of `tests/golden`, in the order of their files.
fn articles() -> Vec<Article> {
    let folder = root().join("tests/golden");
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|e| e == "jsonl"));
    paths.sort();
    let mut articles = Vec::new();
    for path in &paths {
        for (i, line) in std::fs::read_to_string(path).unwrap().lines().enumerate() {
            articles.push(serde_json::from_str(line).unwrap_or_else(|e| panic!("{}:{}: {e}", path.display(), i + 1)));
        }
    }
    assert!(!articles.is_empty(), "no gold");
    articles
}

#[test]
fn gold_texts_are_the_news_files() {
    for Article { id, text, .. } in articles() {
        let path = root().join("examples/news").join(&id).with_extension("txt");
        let news = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        assert!(text == news, "{id}: the text of the gold is not that of {}", path.display());
    }
}

#[test]
fn gold_is_sane() {
    for Article { id, text, entities, .. } in articles() {
        let chars: Vec<char> = text.chars().collect();
        for Gold { start, end, text, kind, entity_type } in &entities {
            let slice: Option<String> = chars.get(*start..*end).map(|slice| slice.iter().collect());
            assert_eq!(slice.as_ref(), Some(text), "{id} {start}..{end}");
            let known = khabar::EntityType::from_name(entity_type);
            assert_eq!(known.map(khabar::EntityType::kind), Some(*kind), "{id} {start}..{end}: type {entity_type}");
        }
        for pair in entities.windows(2) {
            let [a, b] = [&pair[0], &pair[1]];
            assert!((a.start, b.end) <= (b.start, a.end), "{id}: {} is out of order", b.start);
        }
        for (i, a) in entities.iter().enumerate() {
            for b in &entities[i + 1..] {
                assert!(b.start >= a.end || b.end <= a.end, "{id}: {} crosses {}", a.text, b.text);
            }
        }
    }
}

/// Mentions found, missed and made up, of one kind.
#[derive(Default)]
struct Score {
    right: usize,
    missed: usize,
    extra: usize,
}

impl Score {
    /// Precision and recall in percent.
    fn rates(&self) -> [f64; 2] {
        let share = |wrong: usize| 100.0 * self.right as f64 / (self.right + wrong).max(1) as f64;
        [share(self.extra), share(self.missed)]
    }
}

#[test]
fn quality_does_not_fall() {
    let khabar = Extractor::builtin();
    let mut scores: [Score; 3] = Default::default();
    let mut errors = Vec::new();
    for article in articles() {
        let document = khabar.extract(Input::new(&article.text).reference_date(article.reference_date));
        let found: BTreeSet<(usize, usize, Kind)> =
            document.annotations(OffsetUnit::Char).map(|e| (e.start, e.end, e.kind)).collect();
        let gold: BTreeSet<(usize, usize, Kind)> = article.entities.iter().map(|e| (e.start, e.end, e.kind)).collect();
        let slice = |start: usize, end: usize| article.text.chars().skip(start).take(end - start).collect::<String>();
        for &(start, end, kind) in found.union(&gold) {
            let score = &mut scores[kind as usize];
            let error = match (gold.contains(&(start, end, kind)), found.contains(&(start, end, kind))) {
                (true, true) => {
                    score.right += 1;
                    continue;
                }
                (true, false) => {
                    score.missed += 1;
                    "missed"
                }
                (false, _) => {
                    score.extra += 1;
                    "extra "
                }
            };
            errors.push(format!("{error} {kind} {} {start}..{end} {:?}", article.id, slice(start, end)));
        }
    }
    let mut report = String::new();
    let mut fell = false;
    for (kind, precision, recall) in FLOORS {
        let score = &scores[kind as usize];
        let Score { right, missed, extra } = score;
        let _ = writeln!(report, "{kind}: {right} right, {missed} missed, {extra} extra");
        for (name, rate, floor) in [("precision", score.rates()[0], precision), ("recall", score.rates()[1], recall)] {
            fell |= rate < floor;
            let _ = writeln!(report, "  {name} {rate:.2}, floor {floor}: {:+.2}", rate - floor);
        }
    }
    print!("{report}");
    let shown = errors.len().min(SHOWN);
    assert!(!fell, "\n{report}the first {shown} of {} errors:\n{}", errors.len(), errors[..shown].join("\n"));
}
