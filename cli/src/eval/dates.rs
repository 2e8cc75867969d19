//! Spans and values of dates.
//!
//! Spans are compared after both sides are trimmed in the same way (edge punctuation, prepositions and يوم before), since
//! corpora differ in what they count in. Each gold date is paired with at most one that was found, the longest overlap
//! first. A value is right if it means the same as one that the gold gives.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::LazyLock;

use regex::Regex;

use super::annotated::{Annotated, Mark, Text};
use super::score::{Tally, harmonic, share};
use super::timex::canonical;

/// Figures of dates.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dates {
    pub cases: usize,
    pub gold: usize,
    pub found: usize,
    pub exact: usize,
    pub overlap: usize,
    /// Gold dates that have a value and are overlapped; those of them with the right one.
    pub valued: usize,
    pub right: usize,
    /// Gold dates that have a value, found or not.
    pub with_value: usize,
    /// End to end, over the documents whose gold values are all known: gold, found, overlapped with the right value.
    pub end_to_end: [usize; 3],
    /// Expression, value of the gold, value found.
    pub errors: Vec<(String, String, String)>,
}

impl Dates {
    pub fn exact(&self) -> Tally {
        Tally { gold: self.gold, found: self.found, gold_hit: self.exact, found_hit: self.exact }
    }

    pub fn overlap(&self) -> Tally {
        Tally { gold_hit: self.overlap, found_hit: self.overlap, ..self.exact() }
    }

    /// Of the gold dates with a value that were found at all, the share with the right one.
    pub fn accuracy(&self) -> f64 {
        share(self.right, self.valued)
    }

    /// Precision, recall and F1 of found with the right value.
    pub fn value(&self) -> [f64; 3] {
        let [gold, found, right] = self.end_to_end;
        let (p, r) = (share(right, found), share(right, gold));
        [p, r, harmonic(p, r)]
    }

    /// Compares the dates of the documents.
    pub fn score(gold: &[Annotated], found: &[Annotated], split_ranges: bool) -> Dates {
        let by_id: HashMap<&str, &Annotated> = found.iter().map(|doc| (doc.id.as_str(), doc)).collect();
        let mut dates = Dates::default();
        for gold in gold {
            let found = by_id.get(gold.id.as_str()).map_or(&[][..], |doc| &doc.marks);
            dates.add(&gold.text, &gold.marks, found, split_ranges);
        }
        dates
    }

    fn add(&mut self, text: &Text, gold: &[Mark], found: &[Mark], split_ranges: bool) {
        let of_time = |marks: &[Mark]| -> Vec<Mark> {
            marks.iter().filter(|mark| mark.kind == "date" && mark.end <= text.len()).cloned().collect()
        };
        let (gold, mut found) = (of_time(gold), of_time(found));
        if split_ranges {
            merge_ranges(&gold, &mut found);
        }
        let cores = |marks: &[Mark]| -> Vec<_> { marks.iter().map(|mark| core(text, mark.start, mark.end)).collect() };
        let (gold_cores, found_cores) = (cores(&gold), cores(&found));
        let pairs = pairs(&gold_cores, &found_cores);
        let known = gold.iter().all(|mark| !mark.values.is_empty());
        let exact = pairs.iter().filter(|(i, j)| gold_cores[*i] == found_cores[*j]).count();
        let mut right = 0;
        for &(i, j) in pairs.iter().filter(|(i, _)| !gold[*i].values.is_empty()) {
            self.valued += 1;
            let value = found[j].values.first();
            if value.is_some_and(|value| gold[i].values.iter().any(|wanted| canonical(wanted) == canonical(value))) {
                right += 1;
            } else {
                let none = || "none".to_owned();
                let words = text.slice(gold[i].start, gold[i].end).to_owned();
                self.errors.push((words, gold[i].values.join(" or "), value.cloned().unwrap_or_else(none)));
            }
        }
        self.cases += 1;
        self.gold += gold.len();
        self.found += found.len();
        self.exact += exact;
        self.overlap += pairs.len();
        self.right += right;
        self.with_value += gold.iter().filter(|mark| !mark.values.is_empty()).count();
        if known {
            for (sum, count) in self.end_to_end.iter_mut().zip([gold.len(), found.len(), right]) {
                *sum += count;
            }
        }
    }
}

/// Gold and found, one to one, by the longest overlap.
fn pairs(gold: &[(usize, usize)], found: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut all = Vec::new();
    for (i, a) in gold.iter().enumerate() {
        for (j, b) in found.iter().enumerate() {
            let (start, end) = (a.0.max(b.0), a.1.min(b.1));
            if end > start {
                all.push((Reverse(end - start), i, j));
            }
        }
    }
    all.sort_unstable();
    let (mut gold_taken, mut found_taken) = (vec![false; gold.len()], vec![false; found.len()]);
    let mut pairs = Vec::new();
    for (_, i, j) in all {
        if !gold_taken[i] && !found_taken[j] {
            gold_taken[i] = true;
            found_taken[j] = true;
            pairs.push((i, j));
        }
    }
    pairs
}

/// What was found inside a range of the gold becomes one range, from the first value to the last.
fn merge_ranges(gold: &[Mark], found: &mut Vec<Mark>) {
    for range in gold.iter().filter(|mark| mark.values.first().is_some_and(|value| value.contains('/'))) {
        let is_inside = |mark: &Mark| mark.start >= range.start && mark.end <= range.end && !mark.values.is_empty();
        let mut inside: Vec<Mark> = found.iter().filter(|mark| is_inside(mark)).cloned().collect();
        if inside.len() >= 2 {
            inside.sort_by_key(|mark| mark.start);
            found.retain(|mark| !is_inside(mark));
            let value = format!("{}/{}", inside[0].values[0], inside[inside.len() - 1].values[0]);
            found.push(Mark { values: vec![value], ..range.clone() });
        }
    }
}

const PUNCTUATION: &str = r#"[\s،,.؛:()«»"'\[\]–-]+"#;

static LEAD: LazyLock<Regex> = LazyLock::new(|| {
    let words = "من|في|إلى|الى|بين|ما بين|خلال|لمدة|مدة|حتى|بتاريخ|عند|على|يوم";
    Regex::new(&format!(r"^(?:(?:{words})\s+|{PUNCTUATION})")).expect("the pattern is tested")
});
static TAIL: LazyLock<Regex> = LazyLock::new(|| Regex::new(&format!("{PUNCTUATION}$")).expect("the pattern is tested"));

/// Words that are left out before certain others, and how much of them.
static LEAD_BEFORE: LazyLock<[(Regex, &str); 3]> = LazyLock::new(|| {
    let row = |pattern: &str, cut| (Regex::new(pattern).expect("the pattern is tested"), cut);
    [row(r"^اليوم \d", "اليوم "), row("^أيام ال", "أيام "), row("^ل(?:بضع|عدة|مدة)", "ل")]
});

/// The span without prepositions and punctuation at its edges.
fn core(text: &Text, start: usize, end: usize) -> (usize, usize) {
    let (mut start, mut end) = (start, end);
    loop {
        let rest = text.slice(start, end);
        let cut = LEAD
            .find(rest)
            .map(|found| found.as_str())
            .or_else(|| LEAD_BEFORE.iter().find(|(pattern, _)| pattern.is_match(rest)).map(|(_, cut)| *cut));
        let length = cut.map_or(0, |cut| cut.chars().count());
        if length == 0 || start + length >= end {
            break;
        }
        start += length;
    }
    let rest = text.slice(start, end);
    if let Some(tail) = TAIL.find(rest)
        && tail.start() > 0
    {
        end = start + rest[..tail.start()].chars().count();
    }
    (start, end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(start: usize, end: usize, values: &[&str]) -> Mark {
        let values = values.iter().map(|value| (*value).to_owned()).collect();
        Mark { start, end, kind: "date".into(), entity_type: "date".into(), values }
    }

    fn doc(id: &str, text: &str, marks: Vec<Mark>) -> Annotated {
        Annotated { id: id.into(), text: Text::new(text.into()), marks, ..Annotated::default() }
    }

    /// The cases of the self-test of `score_dates.py`, whose figures these must equal.
    #[test]
    fn figures_of_small_cases() {
        let text = "أعلن الأحد أنه في يوم الجمعة 15 مايو.";
        let gold = vec![
            doc("a", text, vec![mark(5, 10, &["2024-08-11", "2024-08-18"]), mark(22, 36, &["2024-05-15"])]),
            doc("b", "حب", vec![]),
        ];
        assert_eq!(gold[0].text.slice(22, 36), "الجمعة 15 مايو");
        let found = vec![
            doc("a", "", vec![mark(5, 10, &["2024-08-18"]), mark(15, 36, &["2024-05-16"])]),
            doc("b", "", vec![mark(0, 2, &["2024"])]),
        ];
        let dates = Dates::score(&gold, &found, false);
        let percent = |x: f64| (1000.0 * x).round() / 10.0;
        let exact = dates.exact();
        assert_eq!([exact.precision(), exact.recall(), exact.f1()].map(percent), [66.7, 100.0, 80.0]);
        assert_eq!(dates.value().map(percent), [33.3, 50.0, 40.0]);
        assert_eq!((percent(dates.accuracy()), dates.errors.len()), (50.0, 1));
        assert_eq!(Dates::score(&gold, &gold, false).value(), [1.0; 3]);
        let text = "بين 14 و25 أغسطس";
        let gold = vec![doc("r", text, vec![mark(4, 16, &["2024-08-14/2024-08-25"])])];
        let ends = vec![doc("r", "", vec![mark(4, 6, &["2024-08-14"]), mark(8, 16, &["2024-08-25"])])];
        assert_eq!(Dates::score(&gold, &ends, false).value(), [0.0; 3]);
        assert_eq!(Dates::score(&gold, &ends, true).value(), [1.0; 3]);
    }

    #[test]
    fn edges_are_trimmed() {
        for (text, kept) in [
            ("في يوم الجمعة،", "الجمعة"),
            ("اليوم 3 مايو", "3 مايو"),
            ("اليوم", "اليوم"),
            ("لمدة ثلاثة أيام", "ثلاثة أيام"),
            ("لبضع سنوات", "بضع سنوات"),
            ("«2024»", "2024"),
        ] {
            let text = Text::new(text.into());
            let (start, end) = core(&text, 0, text.len());
            assert_eq!(text.slice(start, end), kept);
        }
    }
}
