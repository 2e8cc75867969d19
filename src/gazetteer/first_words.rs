//! The words that names begin with, and the state of the automaton behind each.
//!
//! Of ten words of a text six begin no name. A bit set in cache says so for nearly all of them; for the others a table,
//! compared letter by letter, has what the automaton would say after the word: its state, the form that ends there, and
//! whether any form goes on. So walks begin behind the first word, and most need not begin at all.

use aho_corasick::automaton::StateID;

use crate::normalize::words::PADDING;
use crate::text::code::{SIGN, SPACE};

/// The first word of a form, as `Words` cuts a text: up to a separator, or where letters meet digits.
pub(crate) fn first_word(form: &[u8]) -> &[u8] {
    let digits = form.first().is_some_and(u8::is_ascii_digit);
    let ends = |&c: &u8| is_separator(c) || c.is_ascii_digit() != digits;
    &form[..form.iter().position(ends).unwrap_or(form.len())]
}

/// The word behind the first, empty for a form of one word.
fn second_word(form: &[u8]) -> &[u8] {
    let rest = &form[first_word(form).len()..];
    first_word(if rest.first().is_some_and(|&c| is_separator(c)) { &rest[1..] } else { rest })
}

fn is_separator(code: u8) -> bool {
    matches!(code, SPACE | SIGN | b'/')
}

/// The first sixteen codes of a word, zeros after a shorter one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Key {
    low: u64,
    high: u64,
    /// The length of the word.
    len: usize,
}

impl Key {
    /// The key of a word in a buffer that goes on for [`PADDING`] codes behind it.
    #[inline(always)]
    pub(crate) fn load(codes: &[u8], start: usize, len: usize) -> Key {
        let sixteen: [u8; PADDING] = codes[start..start + PADDING].try_into().expect("padded");
        let bits = u128::from_le_bytes(sixteen);
        let bits = if len < PADDING { bits & ((1 << (len * 8)) - 1) } else { bits };
        Key { low: bits as u64, high: (bits >> 64) as u64, len }
    }

    /// The key of a word that stands alone.
    fn of(word: &[u8]) -> Key {
        let mut codes = [0; PADDING];
        let most = word.len().min(PADDING);
        codes[..most].copy_from_slice(&word[..most]);
        Key { len: word.len(), ..Key::load(&codes, 0, PADDING) }
    }

    /// The key of a word that is given letter by letter, if it is whole.
    pub(crate) fn collect(letters: impl Iterator<Item = u8>) -> Option<Key> {
        let mut codes = [0; PADDING];
        let mut len = 0;
        for code in letters {
            *codes.get_mut(len)? = code;
            len += 1;
        }
        Some(Key { len, ..Key::load(&codes, 0, PADDING) })
    }

    /// The key of the same word with one more code before it.
    #[inline(always)]
    pub(crate) fn after(self, code: u8) -> Key {
        let high = self.high << 8 | self.low >> 56;
        Key { low: self.low << 8 | u64::from(code), high, len: self.len + 1 }
    }

    /// True if the key holds all of the word.
    #[inline(always)]
    pub(crate) fn is_whole(self) -> bool {
        self.len <= PADDING
    }

    #[inline(always)]
    fn hash(self) -> u64 {
        (self.low ^ self.high.rotate_left(23)).wrapping_mul(0x9E37_79B9_7F4A_7C15)
    }

    #[inline(always)]
    fn hash_with(self, next: Key) -> u64 {
        (self.hash().rotate_left(31) ^ next.hash()).wrapping_mul(0x9E37_79B9_7F4A_7C15)
    }
}

/// The sets and the table. A hash serves all: its upper bits the sets, its middle bits the table.
#[derive(Clone, Debug)]
pub(crate) struct FirstWords {
    /// First words.
    bits: Box<[u64]>,
    /// First words with the words behind them.
    pairs: Box<[u64]>,
    shift: u32,
    /// Open addressing; a slot of no key is free.
    slots: Box<[Slot]>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    low: u64,
    high: u64,
    state: StateID,
    /// One more than the form, 0 for none, and [`GOES_ON`].
    surface: u32,
}

/// The bit of [`Slot::surface`] that says that a form goes on behind the word.
const GOES_ON: u32 = 1 << 31;

/// What the automaton says after a first word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Start {
    pub(crate) state: StateID,
    /// The form that the word alone is.
    pub(crate) surface: Option<u32>,
    /// True if a form goes on behind the word.
    pub(crate) goes_on: bool,
}

impl FirstWords {
    /// Room for the first words of so many forms.
    pub(crate) fn new(forms: usize) -> FirstWords {
        // Sixteen bits a form: about one word in twenty passes by chance. First words are fewer than forms.
        let size = (forms * 16).next_power_of_two().max(1 << 12);
        FirstWords {
            bits: vec![0; size / 64].into(),
            pairs: vec![0; size / 64].into(),
            shift: 64 - size.trailing_zeros(),
            slots: vec![Slot::default(); (forms * 3 / 2).next_power_of_two().max(64)].into(),
        }
    }

    /// True for a form of one word whose key is whole: the table answers for it alone.
    pub(crate) fn hold(form: &[u8]) -> bool {
        form.len() <= PADDING && first_word(form).len() == form.len()
    }

    /// Adds a form that the table [holds](FirstWords::hold).
    pub(crate) fn insert_name(&mut self, form: &[u8], surface: u32) {
        let key = Key::of(form);
        self.note(key);
        let at = self.slot(key);
        let slot = &mut self.slots[at];
        *slot =
            Slot { low: key.low, high: key.high, state: slot.state, surface: (surface + 1) | (slot.surface & GOES_ON) };
    }

    /// Adds the first word of a form that the automaton reads, with its state behind the word.
    pub(crate) fn insert_beginning(&mut self, form: &[u8], state: StateID) {
        let key = Key::of(first_word(form));
        self.note(key);
        let second = second_word(form);
        if !second.is_empty() {
            let bit = self.bit(key.hash_with(Key::of(second)));
            self.pairs[bit / 64] |= 1 << (bit % 64);
        }
        if key.is_whole() {
            let at = self.slot(key);
            let surface = self.slots[at].surface | GOES_ON;
            self.slots[at] = Slot { low: key.low, high: key.high, state, surface };
        }
    }

    fn note(&mut self, key: Key) {
        let bit = self.bit(key.hash());
        self.bits[bit / 64] |= 1 << (bit % 64);
    }

    /// False if no form begins with the word.
    #[inline(always)]
    pub(crate) fn may_begin(&self, key: Key) -> bool {
        let bit = self.bit(key.hash());
        self.bits[bit / 64] >> (bit % 64) & 1 == 1
    }

    /// False if no form begins with the two words.
    #[inline(always)]
    pub(crate) fn may_follow(&self, first: Key, second: Key) -> bool {
        let bit = self.bit(first.hash_with(second));
        self.pairs[bit / 64] >> (bit % 64) & 1 == 1
    }

    /// What the automaton says after a word whose key is whole; `None` if no form begins with it.
    #[inline(always)]
    pub(crate) fn start(&self, key: Key) -> Option<Start> {
        let slot = &self.slots[self.slot(key)];
        (slot.low != 0).then_some(Start {
            state: slot.state,
            surface: (slot.surface & !GOES_ON).checked_sub(1),
            goes_on: slot.surface & GOES_ON != 0,
        })
    }

    /// Bytes of heap.
    pub(crate) fn memory(&self) -> usize {
        (self.bits.len() + self.pairs.len()) * size_of::<u64>() + self.slots.len() * size_of::<Slot>()
    }

    #[inline(always)]
    fn bit(&self, hash: u64) -> usize {
        (hash >> self.shift) as usize
    }

    /// The slot of a key, or the free one where it belongs.
    #[inline(always)]
    fn slot(&self, key: Key) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = (key.hash() >> 20) as usize & mask;
        loop {
            let slot = &self.slots[at];
            if slot.low == 0 || (slot.low == key.low && slot.high == key.high) {
                return at;
            }
            at = (at + 1) & mask;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(word: &str) -> Key {
        Key::load(&[word.as_bytes(), &[0; PADDING]].concat(), 0, word.len())
    }

    #[test]
    fn words_are_told_apart_by_all_their_letters() {
        let mut words = FirstWords::new(4);
        for (i, word) in ["a", "ab", "abcdefgh", "abcdefghijklmnop"].into_iter().enumerate() {
            assert!(FirstWords::hold(word.as_bytes()));
            words.insert_name(word.as_bytes(), i as u32);
        }
        let surface = |key| words.start(key).and_then(|start| start.surface);
        assert_eq!(surface(key("ab")), Some(1));
        assert_eq!(surface(key("abcdefghijklmnop")), Some(3));
        assert_eq!(words.start(key("abcdefghijklmnoq")), None);
        assert_eq!(surface(key("b").after(b'a')), Some(1));
        assert_eq!(surface(key("bcdefgh").after(b'a')), Some(2));
        assert!(words.may_begin(key("abcdefghijklmnop")) && !key("abcdefghijklmnopq").is_whole());
    }

    #[test]
    fn first_words_end_where_words_do() {
        for (form, word) in [("ab cd", "ab"), ("14 ab", "14"), ("14ab", "14"), ("ab/cd", "ab"), ("ab", "ab")] {
            assert_eq!(first_word(form.as_bytes()), word.as_bytes());
        }
    }
}
