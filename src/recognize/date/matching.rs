//! Walking the trie of rules over the words of a passage.

use super::number::{digits, fits_cut, is_and, words};
use super::pattern::{Before, Element, Token, Trie};
use super::slot::{Captures, Slot};
use crate::clitic::proclitic::Cut;
use crate::gazetteer::sense::{Sense, Sorts, TimeClass};
use crate::reading::Passage;
use crate::text::code::{SPACE, WAW};
use crate::text::gap::Gap;

/// A rule that fits.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fit {
    pub(super) rule: u16,
    /// One past its last word.
    pub(super) end: usize,
    /// What was cut from its first word.
    pub(super) cut: Cut,
    pub(super) captures: Captures,
}

impl Trie {
    /// Calls `each` with every rule that fits from a word on.
    pub(super) fn fits(&self, passage: &Passage<'_>, at: usize, mut each: impl FnMut(Fit)) {
        let mut begin = |token: Token| {
            for &(element, child) in self.beginning_with(token) {
                // The first word may carry any clitics: they are left out of the span.
                take(passage, at, element, true, &mut |value, end, cut| {
                    self.walk(passage, child, end, cut, capture(Captures::EMPTY, element, value), &mut each);
                });
            }
        };
        if passage.word(at).is_some_and(|word| word.is_number) {
            Slot::NUMBERS.into_iter().for_each(|slot| begin(Token::Slot(slot)));
            return;
        }
        let mut begun = Vec::new();
        for hit in passage.hits_at(at).iter().filter(|hit| passage.sorts(hit).has(Sorts::DATE)) {
            for entry in passage.entries(hit) {
                let token = match entry.sense {
                    Sense::Literal(literal) => Token::Literal(literal),
                    Sense::Time { class: TimeClass::Number, .. } => Token::Slot(Slot::COUNT),
                    Sense::Time { class, .. } => Token::Slot(Slot::of(class)),
                    _ => continue,
                };
                if !begun.contains(&token) {
                    begun.push(token);
                    begin(token);
                }
            }
        }
    }

    fn walk(
        &self,
        passage: &Passage<'_>,
        node: u32,
        at: usize,
        cut: Cut,
        captures: Captures,
        each: &mut impl FnMut(Fit),
    ) {
        let node = &self.nodes[node as usize];
        for &rule in &node.rules {
            each(Fit { rule, end: at, cut, captures });
        }
        let Some(word) = passage.word(at) else { return };
        let is_and = is_and(passage, at);
        // Nearly always the word behind is none of time, and nothing goes on.
        if !(word.is_number || is_and || node.has_literals || passage.sorts_at(at).has(Sorts::TIME)) {
            return;
        }
        let gap = passage.gap(at);
        for &(element, child) in &node.children {
            if !element.before.admits(gap) {
                continue;
            }
            let mut at = at;
            let mut and = element.and;
            if and && is_and {
                at += 1;
                let gap = passage.gap(at);
                if !(gap == Gap::NONE || gap.is_blank()) {
                    continue;
                }
                and = false;
            } else if and && word.is_number {
                continue; // digits carry و as a word of its own
            }
            let element = Element { and, ..element };
            take(passage, at, element, false, &mut |value, end, _| {
                self.walk(passage, child, end, cut, capture(captures, element, value), each);
            });
        }
    }
}

fn capture(captures: Captures, element: Element, value: i16) -> Captures {
    match element.token {
        Token::Slot(slot) => captures.with(slot, element.right, value),
        Token::Literal(_) => captures,
    }
}

/// Calls `each` with the value of an element at a word, one past its last word, and what was cut from the first.
fn take(passage: &Passage<'_>, at: usize, element: Element, first: bool, each: &mut impl FnMut(i16, usize, Cut)) {
    match element.token {
        Token::Slot(slot) => {
            if let Some((value, end)) = number(passage, at, slot, element.before) {
                each(value, end, Cut::WHOLE);
                return;
            }
            if matches!(slot, Slot::COUNT | Slot::YEAR_WORDS) {
                number_words(passage, at, slot, first, each);
                return;
            }
            let class = |c: TimeClass| slot == Slot::of(c) || (slot == Slot::OTHER_MONTH && c == TimeClass::Month);
            hits(passage, at, element.and, first, each, |sense| match sense {
                Sense::Time { class: c, value } if class(c) => Some(value),
                _ => None,
            });
        }
        Token::Literal(literal) if first => {
            hits(passage, at, element.and, first, each, |sense| (sense == Sense::Literal(literal)).then_some(0));
        }
        Token::Literal(literal) => {
            if let Some(end) = spelled(passage, at, element.and, passage.index.literal(literal)) {
                each(0, end, Cut::WHOLE);
            }
        }
    }
}

/// One past the words at a place, if they are those of a literal.
fn spelled(passage: &Passage<'_>, at: usize, and: bool, literal: &[u8]) -> Option<usize> {
    let mut end = at;
    for (i, word) in literal.split(|&code| code == SPACE).enumerate() {
        if end >= passage.len() || (i > 0 && !passage.gap(end).is_blank()) {
            return None;
        }
        let codes = passage.codes(end);
        let rest = if i == 0 && and { codes.strip_prefix(&[WAW])? } else { codes };
        if rest != word {
            return None;
        }
        end += 1;
    }
    Some(end)
}

fn hits(
    passage: &Passage<'_>,
    at: usize,
    and: bool,
    first: bool,
    each: &mut impl FnMut(i16, usize, Cut),
    pick: impl Fn(Sense) -> Option<i16>,
) {
    for hit in passage.hits_at(at) {
        if hit.tail != 0 || !passage.sorts(hit).has(Sorts::TIME) || !(first || fits_cut(hit.cut, and)) {
            continue;
        }
        for entry in passage.entries(hit) {
            if let Some(value) = pick(entry.sense)
                && passage.index.is_spelled(entry.spelling, passage.text_of(hit))
            {
                each(value, hit.end as usize, hit.cut);
            }
        }
    }
}

/// Numbers in words, the first word with any clitics at the beginning of a date.
fn number_words(passage: &Passage<'_>, at: usize, slot: Slot, first: bool, each: &mut impl FnMut(i16, usize, Cut)) {
    let mut tried = None;
    for hit in passage.hits_at(at).iter().filter(|hit| passage.sorts(hit).has(Sorts::TIME) && hit.tail == 0) {
        if tried == Some(hit.cut) || !(first || hit.cut == Cut::WHOLE) {
            continue;
        }
        tried = Some(hit.cut);
        if let Some((value, end)) = words(passage, at, hit.cut)
            && let Ok(value) = i16::try_from(value)
            && (slot == Slot::COUNT || (1000..3000).contains(&value))
        {
            each(value, end, hit.cut);
        }
    }
}

/// The value of a number in digits of the shape of a slot.
fn number(passage: &Passage<'_>, at: usize, slot: Slot, before: Before) -> Option<(i16, usize)> {
    let within = |most, range: std::ops::RangeInclusive<u32>| {
        digits(passage, at, most).filter(|(value, _)| range.contains(value)).map(|(value, _)| (value as i16, at + 1))
    };
    match slot {
        Slot::DAY => within(2, 1..=31),
        Slot::MONTH_NUMBER => within(2, 1..=12),
        Slot::YEAR => digits(passage, at, 4)
            .filter(|&(value, len)| len == 4 && (1000..3000).contains(&value))
            .map(|(value, _)| (value as i16, at + 1)),
        Slot::HOUR => within(2, 0..=24),
        Slot::MINUTE => digits(passage, at, 2)
            .filter(|&(value, len)| len == 2 && value < 60 && before != Before::Blank)
            .map(|(value, _)| (value as i16, at + 1)),
        Slot::NUMBER => within(4, 1..=9999),
        Slot::COUNT => within(4, 0..=9999),
        _ => None,
    }
}
