//! The day of a text that its dateline gives.

use jiff::civil::Date;

use super::pattern::Trie;
use super::shape::Shape;
use super::{Found, Longest, Surroundings, Timeline, longest, may_begin};
use crate::reading::Passage;
use crate::text::code;
use crate::text::gap::Gap;

/// A dateline stands among the first words of a text: below a headline, and perhaps a name.
const HEAD: usize = 80;

/// Words before the date in its line: الرياض, القاهرة في.
const PLACE: usize = 3;

/// Words behind the date in a line of its own: the clock, 11:51 م بتوقيت غرينتش.
const CLOCK: usize = 5;

impl Timeline {
    /// Takes the day of a dateline at the head of a text, unless a reference date is known.
    pub(crate) fn read_dateline(&mut self, passage: &Passage<'_>, trie: &Trie) {
        if self.reference.is_none() {
            self.reference = dateline(passage, trie);
        }
    }
}

fn dateline(passage: &Passage<'_>, trie: &Trie) -> Option<Date> {
    let mut fits = Vec::new();
    let from = Surroundings { reference: None, before: None, anchor: None };
    // The weekday before a date belongs to it.
    let mut weekday: Option<Found> = None;
    let mut at = 0;
    while at < passage.len().min(HEAD) {
        let found = match may_begin(passage, at).then(|| longest(passage, trie, from, at, &mut fits, &mut ())) {
            Some(Longest::Date(found)) => found,
            Some(Longest::Name(end)) => {
                at = end;
                continue;
            }
            _ => {
                at += 1;
                continue;
            }
        };
        at = found.end;
        if found.shape == Shape::Weekday {
            weekday = Some(found);
            continue;
        }
        let begin = weekday.filter(|weekday| weekday.end == found.start).map_or(found.start, |weekday| weekday.start);
        // Without a reference date, only a date that states its year has a value.
        if matches!(found.shape, Shape::Day | Shape::HijriDay)
            && let Some(day) = found.timex.value().and_then(|value| value.first_day())
            && (fills_line(passage, begin, found.end) || opens_text(passage, begin, found.end))
        {
            return Some(day);
        }
    }
    None
}

const LINE: Gap = Gap::LINE.and(Gap::PARAGRAPH);

/// A line that holds the date and perhaps a clock, and nothing else.
fn fills_line(passage: &Passage<'_>, begin: usize, end: usize) -> bool {
    (begin == 0 || passage.gap(begin).has(LINE))
        && (end..=end + CLOCK).any(|at| at >= passage.len() || passage.gap(at).has(LINE))
}

/// القاهرة في 7 أغسطس 2024 (أ ش أ), الرياض، 7 أغسطس 2024 - قال: few words, the date, and a sign that parts it from the text.
fn opens_text(passage: &Passage<'_>, begin: usize, end: usize) -> bool {
    let behind = passage.gap(end);
    let parted = behind.has(Gap::OPEN.and(Gap::HYPHEN).and(Gap::COLON).and(Gap::SLASH));
    let line = (begin.saturating_sub(PLACE)..=begin).rev().find(|&at| at == 0 || passage.gap(at).has(LINE));
    match line.map(|line| begin - line) {
        Some(0) => parted,
        // In a headline a colon may follow: هجوم 7 أكتوبر 2023: ما حدث.
        Some(_) if passage.gap(begin).has(Gap::COMMA.and(Gap::HYPHEN)) => parted,
        // A preposition there begins a sentence: في 7 أكتوبر 2023.
        Some(1) => behind.has(Gap::OPEN) && code::decode(passage.codes(begin - 1)).chars().count() > 3,
        Some(_) => behind.has(Gap::OPEN) && code::decode(passage.codes(begin - 1)) == "في",
        None => false,
    }
}
