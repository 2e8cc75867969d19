//! Walking the trie of rules over the words of a passage.

use super::number::{digits, fits_cut, is_and, words};
use super::pattern::{Before, Element, Token, Trie};
use super::slot::{Captures, Slot};
use crate::clitic::proclitic::Cut;
use crate::gazetteer::sense::{Sense, Sorts, TimeClass};
use crate::reading::Passage;
use crate::text::code::{SPACE, WAW};
use crate::text::gap::Gap;
use crate::timex::hijri;

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

/// A form of the lexicon at a word: what it is to the rules, and one past its last word.
#[derive(Clone, Copy, Debug)]
struct Form {
    token: Token,
    value: i16,
    end: u32,
    cut: Cut,
}

/// The forms at one word; more than this many senses of time has none.
struct Forms {
    /// The classes among them, one bit a slot.
    classes: u64,
    len: usize,
    forms: [Form; Forms::MOST],
}

impl Forms {
    const MOST: usize = 8;

    fn read(passage: &Passage<'_>, at: usize) -> Forms {
        let none = Form { token: Token::Literal(0), value: 0, end: 0, cut: Cut::WHOLE };
        let mut forms = Forms { classes: 0, len: 0, forms: [none; Forms::MOST] };
        if !passage.sorts_at(at).has(Sorts::TIME) {
            return forms;
        }
        for hit in passage.hits_at(at).iter().filter(|hit| hit.tail == 0 && hit.sorts.has(Sorts::TIME)) {
            for entry in passage.entries(hit) {
                let (token, value) = match entry.sense {
                    Sense::Time { class, value } => (Token::Slot(Slot::of(class)), value),
                    Sense::Literal(literal) => (Token::Literal(literal), 0),
                    _ => continue,
                };
                if forms.len < Forms::MOST && passage.index.is_spelled(entry.spelling, passage.text_of(hit)) {
                    if let Token::Slot(slot) = token {
                        forms.classes |= 1 << slot.index();
                    }
                    forms.forms[forms.len] = Form { token, value, end: hit.end, cut: hit.cut };
                    forms.len += 1;
                }
            }
        }
        forms
    }

    fn iter(&self) -> impl Iterator<Item = Form> {
        self.forms[..self.len].iter().copied()
    }

    fn has_number_word(&self) -> bool {
        self.classes & 1 << Slot::of(TimeClass::Number).index() != 0
    }

    /// False if no form can be what an element takes.
    #[inline]
    fn may_be(&self, token: Token) -> bool {
        match token {
            Token::Slot(slot) => self.classes & 1 << slot.word_class().index() != 0,
            Token::Literal(_) => true,
        }
    }

    /// What is cut from a number word that carries just that particle.
    fn cut_of_number(&self, carried: Option<char>) -> Option<Cut> {
        let number = Token::Slot(Slot::of(TimeClass::Number));
        self.iter().find(|form| form.token == number && fits_cut(form.cut, carried)).map(|form| form.cut)
    }
}

impl Trie {
    /// Calls `each` with every rule that fits from a word on.
    pub(super) fn fits(&self, passage: &Passage<'_>, at: usize, mut each: impl FnMut(Fit)) {
        let mut go_on = |element: Element, child: u32, value: i16, end: usize, cut: Cut| {
            self.walk(passage, child, end, cut, capture(Captures::EMPTY, element, value), &mut each);
        };
        if passage.word(at).is_some_and(|word| word.is_number) {
            for slot in Slot::NUMBERS {
                let Some((value, end)) = number(passage, at, slot, Before::BLANK) else { continue };
                for &(element, child) in self.beginning_with(Token::Slot(slot)) {
                    go_on(element, child, value, end, Cut::WHOLE);
                }
            }
            return;
        }
        // The first word may carry any clitics: they are left out of the span.
        let forms = Forms::read(passage, at);
        for form in forms.iter() {
            for &(element, child) in self.beginning_with(form.token) {
                go_on(element, child, form.value, form.end as usize, form.cut);
            }
            if form.token == Token::Slot(Slot::of(TimeClass::Number))
                && let Some((value, end)) = counted(passage, at, form.cut)
            {
                for &(element, child) in self.beginning_with(Token::Slot(Slot::COUNT)) {
                    go_on(element, child, value, end, form.cut);
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
        let admitted = Before::admitted(passage.gap(at));
        let mut here = None;
        let mut behind_and = None;
        for &(element, child) in &node.children {
            if !element.before.is_among(admitted) {
                continue;
            }
            let mut go_on = |value, end| self.walk(passage, child, end, cut, capture(captures, element, value), each);
            if element.carried == Some('و') && is_and {
                // و alone, as in 14 و 25
                let gap = passage.gap(at + 1);
                if gap == Gap::NONE || gap.is_blank() {
                    let forms = behind_and.get_or_insert_with(|| Forms::read(passage, at + 1));
                    take(passage, at + 1, element, None, forms, &mut go_on);
                }
            } else if !word.is_number || (element.carried.is_none() && element.token.takes_digits()) {
                let forms = here.get_or_insert_with(|| Forms::read(passage, at));
                if !word.is_number && !forms.may_be(element.token) {
                    continue;
                }
                take(passage, at, element, element.carried, forms, &mut go_on);
            }
        }
    }
}

fn capture(captures: Captures, element: Element, value: i16) -> Captures {
    match element.token {
        Token::Slot(slot) => captures.with(slot, element.right, value),
        Token::Literal(_) => captures,
    }
}

/// Calls `each` with the value of an element at a word and one past its last word; `carried` is the particle that it must
/// carry.
fn take(
    passage: &Passage<'_>,
    at: usize,
    element: Element,
    carried: Option<char>,
    forms: &Forms,
    each: &mut impl FnMut(i16, usize),
) {
    let slot = match element.token {
        Token::Slot(slot) => slot,
        Token::Literal(_) if passage.word(at).is_some_and(|word| word.is_number) => return,
        Token::Literal(literal) => {
            if let Some(end) = spelled(passage, at, carried, passage.index.literal(literal)) {
                each(0, end);
            }
            return;
        }
    };
    if let Some((value, end)) = number(passage, at, slot, element.before) {
        each(value, end);
        return;
    }
    if matches!(slot, Slot::COUNT | Slot::YEAR_WORDS) {
        if forms.has_number_word()
            && let Some((value, end)) = forms.cut_of_number(carried).and_then(|cut| counted(passage, at, cut))
            && (slot == Slot::COUNT || (1000..3000).contains(&value))
        {
            each(value, end);
        }
        return;
    }
    let wanted = slot.word_class();
    for form in forms.iter().filter(|form| form.token == Token::Slot(wanted) && fits_cut(form.cut, carried)) {
        each(form.value, form.end as usize);
    }
}

/// A number in words that is small enough for a capture.
fn counted(passage: &Passage<'_>, at: usize, cut: Cut) -> Option<(i16, usize)> {
    let (value, end) = words(passage, at, cut)?;
    Some((i16::try_from(value).ok()?, end))
}

/// One past the words at a place, if they are those of a literal.
fn spelled(passage: &Passage<'_>, at: usize, carried: Option<char>, literal: &[u8]) -> Option<usize> {
    let mut end = at;
    for (i, word) in literal.split(|&code| code == SPACE).enumerate() {
        if end >= passage.len() || (i > 0 && !passage.gap(end).is_blank()) {
            return None;
        }
        let codes = passage.codes(end);
        let rest = match carried.filter(|_| i == 0) {
            Some(_) => codes.strip_prefix(&[WAW])?,
            None => codes,
        };
        if rest != word {
            return None;
        }
        end += 1;
    }
    Some(end)
}

/// The value of a number in digits of the shape of a slot.
fn number(passage: &Passage<'_>, at: usize, slot: Slot, before: Before) -> Option<(i16, usize)> {
    if !passage.word(at)?.is_number {
        return None;
    }
    let (most, least, range) = match slot {
        Slot::DAY => (2, 1, 1..=31),
        Slot::MONTH_NUMBER => (2, 1, 1..=12),
        Slot::YEAR => (4, 4, 1000..=2999),
        Slot::HIJRI_YEAR => (4, 4, hijri::YEARS),
        Slot::SHORT_YEAR => (2, 2, 0..=99),
        Slot::HOUR => (2, 1, 0..=24),
        Slot::MINUTE if before != Before::BLANK => (2, 2, 0..=59),
        Slot::NUMBER => (4, 1, 1..=9999),
        Slot::COUNT => (4, 1, 0..=9999),
        _ => return None,
    };
    let (value, len) = digits(passage, at, most)?;
    (len >= least && range.contains(&value)).then_some((value as i16, at + 1))
}
