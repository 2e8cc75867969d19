//! Precision and recall of spans.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::annotated::{Annotated, Mark};
use crate::args::{Class, Mode};

/// Start, end, label, type.
pub type Span = (usize, usize, String, String);

/// How mentions are compared.
#[derive(Clone, Debug, Default)]
pub struct Scheme {
    pub classes: Vec<Class>,
    pub flat: bool,
    pub ignore_other: bool,
    pub free: Vec<String>,
    pub all_kinds: bool,
}

/// Counts of mentions: those of the gold, those found, and the hits among either.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub gold: usize,
    pub found: usize,
    pub gold_hit: usize,
    pub found_hit: usize,
}

impl Tally {
    pub fn precision(&self) -> f64 {
        share(self.found_hit, self.found)
    }

    pub fn recall(&self) -> f64 {
        share(self.gold_hit, self.gold)
    }

    pub fn f1(&self) -> f64 {
        harmonic(self.precision(), self.recall())
    }
}

/// A part of a whole; 0 of nothing.
pub fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

pub fn harmonic(p: f64, r: f64) -> f64 {
    if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 }
}

/// Rows by name, and by mode.
pub type Rows = BTreeMap<String, BTreeMap<Mode, Tally>>;

/// What a comparison comes to.
#[derive(Debug, Default)]
pub struct Score {
    pub rows: Rows,
    /// Label and text of what was not found, not there, or found under another label, by how often.
    pub missed: BTreeMap<(String, String), usize>,
    pub spurious: BTreeMap<(String, String), usize>,
    pub confused: BTreeMap<(String, String, String), usize>,
    /// What was left out of account, and how often.
    pub notes: BTreeMap<&'static str, usize>,
}

/// One document with the spans that are compared in it.
pub struct Pair<'a> {
    pub gold: &'a Annotated,
    pub gold_spans: Vec<Span>,
    pub found_spans: Vec<Span>,
}

impl Scheme {
    /// The label and type under which a mention is counted; `None` where it is not.
    fn label(&self, kind: &str, entity_type: &str) -> Option<(String, String)> {
        if self.classes.is_empty() {
            return Some((kind.to_owned(), format!("{kind}/{entity_type}")));
        }
        let class = match (kind, entity_type) {
            ("actor", "person") => "person",
            // ANERcorp does not mark peoples as organisations.
            ("actor", "people") => return None,
            ("actor", _) => "organization",
            (kind, _) => kind,
        };
        self.classes.iter().any(|wanted| wanted.as_str() == class).then(|| (class.to_owned(), class.to_owned()))
    }

    /// The spans of a side, each once, in the order of the file.
    fn spans<'m>(&self, marks: impl Iterator<Item = &'m Mark>) -> Vec<Span> {
        let mut seen = HashSet::new();
        let spans = marks.filter_map(|mark| {
            let (label, entity_type) = self.label(&mark.kind, &mark.entity_type)?;
            Some((mark.start, mark.end, label, entity_type))
        });
        spans.filter(|span| seen.insert(span.clone())).collect()
    }

    /// The documents of both sides with what is compared in them.
    pub fn pairs<'a>(
        &self,
        gold: &'a [Annotated],
        found: &[Annotated],
        notes: &mut BTreeMap<&'static str, usize>,
    ) -> Vec<Pair<'a>> {
        let by_id: HashMap<&str, &Annotated> = found.iter().map(|doc| (doc.id.as_str(), doc)).collect();
        let known: HashSet<&str> = gold.iter().map(|doc| doc.id.as_str()).collect();
        let golds: Vec<Vec<Span>> = gold.iter().map(|doc| self.spans(doc.marks.iter())).collect();
        let kinds: HashSet<&str> = golds.iter().flatten().map(|span| span.2.as_str()).collect();
        let mut note = |what, count| {
            if count > 0 {
                *notes.entry(what).or_default() += count;
            }
        };
        let strangers = found.iter().filter(|doc| !known.contains(doc.id.as_str())).count();
        note("documents found that the gold lacks (not counted)", strangers);
        let mut pairs = Vec::new();
        for (gold, gold_spans) in gold.iter().zip(&golds) {
            let found = by_id.get(gold.id.as_str());
            note("documents of the gold that were not read (counted as empty)", usize::from(found.is_none()));
            let other_text =
                found.is_some_and(|found| found.text.len() > 0 && found.text.as_str() != gold.text.as_str());
            note("documents whose text is not that of the gold", usize::from(other_text));
            let marks: Vec<&Mark> = found.map(|found| found.marks.iter().collect()).unwrap_or_default();
            let outside = marks.iter().filter(|mark| mark.end > gold.text.len()).count();
            note("mentions found that end outside the text (left out)", outside);
            let mut marks: Vec<&Mark> = marks.into_iter().filter(|mark| mark.end <= gold.text.len()).collect();
            if !self.free.is_empty() {
                let before = marks.len();
                marks.retain(|mark| self.is_counted(mark, gold, gold_spans));
                note("mentions of --free types without gold (left out)", before - marks.len());
            }
            let mut found_spans = self.spans(marks.into_iter());
            if !self.all_kinds {
                let before = found_spans.len();
                found_spans.retain(|span| kinds.contains(span.2.as_str()));
                note("mentions of kinds that the gold never has (left out)", before - found_spans.len());
            }
            let mut gold_spans = gold_spans.clone();
            if self.flat {
                gold_spans = outermost(gold_spans);
                found_spans = outermost(found_spans);
            }
            if self.ignore_other {
                let words = |span: &Span| gold.text.words(span.0, span.1);
                let marked: HashSet<_> = gold_spans.iter().map(words).collect();
                let other: HashSet<_> = gold.other.iter().map(|&(start, end)| gold.text.words(start, end)).collect();
                let before = found_spans.len();
                found_spans.retain(|span| !other.contains(&words(span)) || marked.contains(&words(span)));
                note("mentions on gold spans of another sort (left out)", before - found_spans.len());
            }
            pairs.push(Pair { gold, gold_spans, found_spans });
        }
        pairs
    }

    /// False for a mention of a free type on words that the gold does not mark so.
    fn is_counted(&self, mark: &Mark, gold: &Annotated, gold_spans: &[Span]) -> bool {
        !self.free.contains(&mark.entity_type)
            || self.label(&mark.kind, &mark.entity_type).is_some_and(|(label, _)| {
                let words = gold.text.words(mark.start, mark.end);
                gold_spans.iter().any(|span| span.2 == label && gold.text.words(span.0, span.1) == words)
            })
    }

    /// Compares.
    pub fn score(&self, gold: &[Annotated], found: &[Annotated]) -> Score {
        let mut score = Score::default();
        let pairs = self.pairs(gold, found, &mut score.notes);
        for pair in &pairs {
            for mode in Mode::ALL {
                let (gold, found) = (in_mode(pair, &pair.gold_spans, mode), in_mode(pair, &pair.found_spans, mode));
                self.count(&mut score.rows, mode, &gold, &found);
                if mode == Mode::Word {
                    errors(&mut score, pair, &gold, &found);
                }
            }
        }
        score
    }

    fn count(&self, rows: &mut Rows, mode: Mode, gold: &[Span], found: &[Span]) {
        let mut view = |name: &str, key: for<'s> fn(&'s Span) -> &'s str, only: Option<&str>| {
            let (gold, found) = (keys(gold, key, only), keys(found, key, only));
            let tally = rows.entry(name.to_owned()).or_default().entry(mode).or_default();
            tally.gold += gold.len();
            tally.found += found.len();
            tally.gold_hit += hits(mode, &gold, &found);
            tally.found_hit += hits(mode, &found, &gold);
        };
        view("micro", |span| &span.2, None);
        view("span", |_| "", None);
        let all = || gold.iter().chain(found);
        for label in all().map(|span| &span.2).collect::<BTreeSet<_>>() {
            view(label, |span| &span.2, Some(label));
        }
        if self.classes.is_empty() {
            for entity_type in all().map(|span| &span.3).collect::<BTreeSet<_>>() {
                view(entity_type, |span| &span.3, Some(entity_type));
            }
        }
    }
}

/// A span and what it is compared by.
type Key<'s> = (usize, usize, &'s str);

fn keys<'s>(spans: &'s [Span], key: fn(&'s Span) -> &'s str, only: Option<&str>) -> BTreeSet<Key<'s>> {
    let wanted = spans.iter().filter(|span| only.is_none_or(|only| span.2 == only || span.3 == only));
    wanted.map(|span| (span.0, span.1, key(span))).collect()
}

/// How many of `these` the others hit.
pub fn hits(mode: Mode, these: &BTreeSet<Key<'_>>, others: &BTreeSet<Key<'_>>) -> usize {
    match mode {
        Mode::Exact | Mode::Word => these.intersection(others).count(),
        Mode::Overlap => {
            let touch = |a: &Key<'_>, b: &Key<'_>| a.0 < b.1 && b.0 < a.1 && a.2 == b.2;
            these.iter().filter(|a| others.iter().any(|b| touch(a, b))).count()
        }
    }
}

/// The spans as a mode compares them.
pub fn in_mode(pair: &Pair<'_>, spans: &[Span], mode: Mode) -> Vec<Span> {
    if mode != Mode::Word {
        return spans.to_vec();
    }
    let mut seen = HashSet::new();
    let widened = spans.iter().map(|span| {
        let (start, end) = pair.gold.text.words(span.0, span.1);
        (start, end, span.2.clone(), span.3.clone())
    });
    widened.filter(|span| seen.insert(span.clone())).collect()
}

/// The spans that lie in no other of their side.
pub fn outermost(spans: Vec<Span>) -> Vec<Span> {
    let inside = |x: &Span, y: &Span| y.0 <= x.0 && x.1 <= y.1 && (y.0, y.1) != (x.0, x.1);
    spans.iter().filter(|x| !spans.iter().any(|y| inside(x, y))).cloned().collect()
}

/// Lists what is wrong, by whole words.
fn errors(score: &mut Score, pair: &Pair<'_>, gold: &[Span], found: &[Span]) {
    let text = &pair.gold.text;
    let (gold, found) = (keys(gold, |span| &span.2, None), keys(found, |span| &span.2, None));
    for &(start, end, label) in gold.difference(&found) {
        let words = text.slice(start, end).to_owned();
        let other = found.iter().find(|other| (other.0, other.1) == (start, end));
        if let Some(other) = other {
            *score.confused.entry((label.to_owned(), other.2.to_owned(), words.clone())).or_default() += 1;
        }
        *score.missed.entry((label.to_owned(), words)).or_default() += 1;
    }
    for &(start, end, label) in found.difference(&gold) {
        *score.spurious.entry((label.to_owned(), text.slice(start, end).to_owned())).or_default() += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::eval::annotated::Text;

    const TEXT: &str = "وقال أحمد علي إن \"مصر\" ومالي، في القاهرة.";

    fn mark(words: &str, kind: &str, entity_type: &str) -> Mark {
        let start = TEXT[..TEXT.find(words).expect("in the text")].chars().count();
        let end = start + words.chars().count();
        Mark { start, end, kind: kind.into(), entity_type: entity_type.into(), values: Vec::new() }
    }

    fn doc(marks: Vec<Mark>) -> Vec<Annotated> {
        vec![Annotated { id: "1".into(), text: Text::new(TEXT.into()), marks, ..Annotated::default() }]
    }

    fn gold() -> Vec<Annotated> {
        doc(vec![
            mark("أحمد علي", "actor", "person"),
            mark("مصر", "place", "country"),
            mark("ومالي", "place", "country"),
            mark("القاهرة", "place", "city"),
        ])
    }

    /// Precision, recall, F1, in percent of percent.
    fn figures(score: &Score, row: &str, mode: Mode) -> [u32; 3] {
        let tally = score.rows.get(row).and_then(|modes| modes.get(&mode)).copied().unwrap_or_default();
        [tally.precision(), tally.recall(), tally.f1()].map(|x| (x * 1e4).round() as u32)
    }

    /// The cases of the self-test of `score_ner.py`, whose figures these must equal.
    #[test]
    fn figures_of_small_cases() {
        let scheme = Scheme::default();
        let found = doc(vec![
            mark("مالي", "place", "country"),
            mark("أحمد", "actor", "person"),
            mark("القاهرة", "actor", "organization"),
            mark("إن", "date", "date"),
        ]);
        let score = scheme.score(&gold(), &found);
        for (row, mode, expected) in [
            ("micro", Mode::Exact, [0, 0, 0]),
            ("micro", Mode::Word, [3333, 2500, 2857]),
            ("micro", Mode::Overlap, [6667, 5000, 5714]),
            ("span", Mode::Exact, [3333, 2500, 2857]),
            ("span", Mode::Word, [6667, 5000, 5714]),
            ("span", Mode::Overlap, [10000, 7500, 8571]),
        ] {
            assert_eq!(figures(&score, row, mode), expected, "{row} {mode:?}");
        }
        assert_eq!(score.notes["mentions of kinds that the gold never has (left out)"], 1);
        let confused: Vec<_> = score.confused.keys().cloned().collect();
        assert_eq!(confused, [("place".to_owned(), "actor".to_owned(), "القاهرة".to_owned())]);

        let all = scheme.score(&gold(), &gold());
        assert!(Mode::ALL.iter().all(|mode| figures(&all, "place/city", *mode) == [10000; 3]));
        let quoted = scheme.score(&gold(), &doc(vec![mark("\"مصر\"", "place", "country")]));
        assert_eq!(figures(&quoted, "place", Mode::Exact), [0; 3]);
        assert_eq!(figures(&quoted, "place", Mode::Word), [10000, 3333, 5000]);
        let twice = scheme.score(&gold(), &doc(vec![mark("أحمد", "actor", "person"), mark("علي", "actor", "person")]));
        assert_eq!(figures(&twice, "actor", Mode::Overlap), [10000; 3]);
        assert_eq!(figures(&scheme.score(&gold(), &[]), "micro", Mode::Exact), [0; 3]);
    }

    #[test]
    fn classes_and_what_is_left_out() {
        let classes = Scheme { classes: vec![Class::Person, Class::Organization, Class::Place], ..Scheme::default() };
        let found = doc(vec![
            mark("مصر", "place", "city"),
            mark("علي", "actor", "people"),
            mark("أحمد علي", "actor", "armed_group"),
        ]);
        let all = Scheme { all_kinds: true, ..classes.clone() };
        assert_eq!(figures(&all.score(&gold(), &found), "micro", Mode::Exact), [5000, 2500, 3333]);
        let nested = doc(vec![mark("أحمد علي", "actor", "person"), mark("علي", "place", "city")]);
        assert_eq!(figures(&Scheme::default().score(&gold(), &nested), "micro", Mode::Exact)[0], 5000);
        let flat = Scheme { flat: true, ..Scheme::default() };
        assert_eq!(figures(&flat.score(&gold(), &nested), "micro", Mode::Exact)[0], 10000);
        let mut other = gold();
        let span = mark("إن", "", "");
        other[0].other.push((span.start, span.end));
        let found = doc(vec![mark("إن", "actor", "party"), mark("مصر", "place", "x")]);
        assert_eq!(Scheme::default().score(&other, &found).rows["micro"][&Mode::Exact].found, 2);
        let ignoring = Scheme { ignore_other: true, ..Scheme::default() };
        assert_eq!(ignoring.score(&other, &found).rows["micro"][&Mode::Exact].found, 1);
        let free = Scheme { free: vec!["state".into()], ..classes };
        let found = doc(vec![mark("إن", "actor", "state"), mark("أحمد علي", "actor", "state")]);
        assert_eq!(free.score(&gold(), &found).rows["micro"][&Mode::Exact].found, 0);
    }
}
