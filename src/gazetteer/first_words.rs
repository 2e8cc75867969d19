//! The words that names begin with.
//!
//! Of ten words of a text six begin no name. A bit set in cache says so for nearly all of them; for the others a table,
//! compared letter by letter, has the form that the word alone is, and whether any form goes on behind it. A second bit set
//! knows the pairs of first and second words, so the automaton is asked only where a name of several words most likely
//! stands.

use super::forms::Surfaces;
use super::sense::Sorts;
use crate::normalize::words::{PADDING, Word, Words};
use crate::text::code::{SIGN, SPACE};

/// The first word of a form, as `Words` cuts a text: up to a separator, or where letters meet digits.
pub(crate) fn first_word(form: &[u8]) -> &[u8] {
    let digits = form.first().is_some_and(u8::is_ascii_digit);
    let ends = |&c: &u8| is_separator(c) || c.is_ascii_digit() != digits;
    &form[..form.iter().position(ends).unwrap_or(form.len())]
}

/// The word at the head of what stands behind the first, empty if nothing does.
fn second_word(rest: &[u8]) -> &[u8] {
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
        /// The bytes of a word of each length.
        static MASKS: [[u64; 2]; PADDING + 1] = {
            let mut masks = [[0; 2]; PADDING + 1];
            let mut len = 1;
            while len <= PADDING {
                let bits = u128::MAX >> (8 * (PADDING - len));
                masks[len] = [bits as u64, (bits >> 64) as u64];
                len += 1;
            }
            masks
        };
        let sixteen: &[u8; PADDING] = codes[start..].first_chunk().expect("padded");
        let bits = u128::from_le_bytes(*sixteen);
        let [low, high] = MASKS[len.min(PADDING)];
        Key { low: bits as u64 & low, high: (bits >> 64) as u64 & high, len }
    }

    /// The key of a word of a text.
    #[inline(always)]
    pub(crate) fn of_word(words: &Words, word: &Word) -> Key {
        Key::load(&words.codes, word.start as usize, (word.end - word.start) as usize)
    }

    /// How many parts words fall into.
    pub(crate) const PARTS: usize = 256;

    /// The key of a word that stands alone.
    pub(crate) fn of(word: &[u8]) -> Key {
        let mut codes = [0; PADDING];
        let most = word.len().min(PADDING);
        codes[..most].copy_from_slice(&word[..most]);
        Key { len: word.len(), ..Key::load(&codes, 0, PADDING) }
    }

    /// The key of a word that is given letter by letter.
    pub(crate) fn collect(letters: impl Iterator<Item = u8>) -> Key {
        let mut codes = [0; PADDING];
        let mut len = 0;
        for code in letters {
            if let Some(slot) = codes.get_mut(len) {
                *slot = code;
            }
            len += 1;
        }
        Key { len, ..Key::load(&codes, 0, PADDING) }
    }

    /// The part that the word belongs to, by its first sixteen codes.
    #[inline(always)]
    pub(crate) fn part(self) -> usize {
        (self.hash() >> 56) as usize
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
        hash(self.low, self.high)
    }

    #[inline(always)]
    fn hash_with(self, next: Key) -> u64 {
        (self.hash().rotate_left(31) ^ next.hash()).wrapping_mul(0x9E37_79B9_7F4A_7C15)
    }
}

/// The sets and the table. A hash serves all by its upper bits, which all letters of a word have a part in.
#[derive(Clone, Debug)]
pub(crate) struct FirstWords {
    /// First words.
    words: Bits,
    /// First words with the words behind them.
    pairs: Bits,
    slots: Slots,
}

/// A set of hashes.
#[derive(Clone, Debug)]
struct Bits {
    bits: Box<[u64]>,
    shift: u32,
}

impl Bits {
    /// Sixteen bits for each of so many: about one other hash in twenty passes by chance.
    fn for_as_many(hashes: usize) -> Bits {
        let size = (hashes * 16).next_power_of_two().max(1 << 12);
        Bits { bits: vec![0; size / 64].into(), shift: 64 - size.trailing_zeros() }
    }

    fn insert(&mut self, hash: u64) {
        let bit = (hash >> self.shift) as usize;
        self.bits[bit / 64] |= 1 << (bit % 64);
    }

    #[inline(always)]
    fn has(&self, hash: u64) -> bool {
        let bit = (hash >> self.shift) as usize;
        self.bits[bit / 64] >> (bit % 64) & 1 == 1
    }

    /// About how many hashes are in it.
    fn len(&self) -> usize {
        self.bits.iter().map(|bits| bits.count_ones() as usize).sum()
    }

    /// The same set in no more bits than it needs: the fewer, the more of them stay in cache.
    fn shrunk(&self) -> Bits {
        let mut small = Bits::for_as_many(self.len());
        for (at, &bits) in self.bits.iter().enumerate().filter(|(_, bits)| **bits != 0) {
            let set = (0..64).filter(|bit| bits >> bit & 1 == 1);
            set.for_each(|bit| small.insert(((at * 64 + bit) as u64) << self.shift));
        }
        small
    }
}

/// A table of words; open addressing, a slot of no key is free.
#[derive(Clone, Debug)]
struct Slots(Box<[Slot]>);

#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    low: u64,
    high: u64,
    entry: Entry,
}

/// The bit of [`Entry::surface`] that says that a form goes on behind the word.
const GOES_ON: u32 = 1 << 31;

/// What is known of a first word; nothing, if no form begins with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Entry {
    /// One more than the form that the word alone is, 0 for none, and [`GOES_ON`].
    surface: u32,
    /// The sorts of sense of that form.
    pub(crate) sorts: Sorts,
}

impl Entry {
    /// Of a word that is longer than a key, of which the table knows nothing.
    pub(crate) const LONG: Entry = Entry { surface: GOES_ON, sorts: Sorts::NONE };

    /// The same, where a form goes on only if the word behind may follow.
    #[inline(always)]
    pub(crate) fn going_on(self, follows: bool) -> Entry {
        let off = if follows { 0 } else { GOES_ON };
        Entry { surface: self.surface & !off, ..self }
    }

    /// The form that the word alone is.
    #[inline(always)]
    pub(crate) fn surface(self) -> Option<u32> {
        (self.surface & !GOES_ON).checked_sub(1)
    }

    /// True if a form goes on behind the word.
    #[inline(always)]
    pub(crate) fn goes_on(self) -> bool {
        self.surface & GOES_ON != 0
    }
}

impl Slots {
    fn for_as_many(words: usize) -> Slots {
        Slots(vec![Slot::default(); (words * 5 / 4).next_power_of_two().max(64)].into())
    }

    /// The number of the slot of a key, or of the free one where it belongs.
    #[inline(always)]
    fn find(&self, low: u64, high: u64) -> usize {
        let mask = self.0.len() - 1;
        let mut at = (hash(low, high) >> (64 - self.0.len().trailing_zeros())) as usize;
        loop {
            let slot = &self.0[at];
            if slot.low == 0 || (slot.low == low && slot.high == high) {
                return at;
            }
            at = (at + 1) & mask;
        }
    }

    /// The same table with room for so many words.
    fn resized(&self, words: usize) -> Slots {
        let mut slots = Slots::for_as_many(words);
        for slot in self.0.iter().filter(|slot| slot.low != 0) {
            let at = slots.find(slot.low, slot.high);
            slots.0[at] = *slot;
        }
        slots
    }

    /// How many words are in it.
    fn len(&self) -> usize {
        self.0.iter().filter(|slot| slot.low != 0).count()
    }
}

#[inline(always)]
fn hash(low: u64, high: u64) -> u64 {
    (low ^ high.rotate_left(23)).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

impl FirstWords {
    /// The first words of forms, each known by its number, with the sorts of sense of each.
    pub(crate) fn new(surfaces: &Surfaces, sorts: &[Sorts]) -> FirstWords {
        let forms = surfaces.len();
        let mut all = FirstWords {
            words: Bits::for_as_many(forms),
            pairs: Bits::for_as_many(forms),
            slots: Slots::for_as_many(forms),
        };
        for (number, &sorts) in (0..forms as u32).zip(sorts) {
            all.insert(surfaces.form(number), number, sorts);
        }
        // Many forms share a first word.
        FirstWords { words: all.words.shrunk(), pairs: all.pairs.shrunk(), slots: all.slots.resized(all.slots.len()) }
    }

    /// True for a form of one word whose key is whole: the table answers for it alone.
    pub(crate) fn hold(form: &[u8]) -> bool {
        form.len() <= PADDING && first_word(form).len() == form.len()
    }

    fn insert(&mut self, form: &[u8], number: u32, sorts: Sorts) {
        let word = first_word(form);
        let key = Key::of(word);
        self.words.insert(key.hash());
        let second = second_word(&form[word.len()..]);
        if !second.is_empty() {
            self.pairs.insert(key.hash_with(Key::of(second)));
        }
        if key.is_whole() {
            let at = self.slots.find(key.low, key.high);
            let slot = &mut self.slots.0[at];
            (slot.low, slot.high) = (key.low, key.high);
            if second.is_empty() {
                slot.entry.surface |= number + 1;
                slot.entry.sorts = sorts;
            } else {
                slot.entry.surface |= GOES_ON;
            }
        }
    }

    /// False if no form begins with the word.
    #[inline(always)]
    pub(crate) fn may_begin(&self, key: Key) -> bool {
        self.words.has(key.hash())
    }

    /// False if no form begins with the two words.
    #[inline(always)]
    pub(crate) fn may_follow(&self, first: Key, second: Key) -> bool {
        self.pairs.has(first.hash_with(second))
    }

    /// What is known of a word whose key is whole.
    #[inline(always)]
    pub(crate) fn entry(&self, key: Key) -> Entry {
        self.slots.0[self.slots.find(key.low, key.high)].entry
    }

    /// Bytes of heap.
    pub(crate) fn memory(&self) -> usize {
        (self.words.bits.len() + self.pairs.bits.len()) * size_of::<u64>() + self.slots.0.len() * size_of::<Slot>()
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
        let mut surfaces = Surfaces::default();
        for form in ["a", "ab", "abcdefgh", "abcdefghijklmnop", "ab cd"] {
            surfaces.push(form.as_bytes());
        }
        let words = FirstWords::new(&surfaces, &[Sorts::default(); 5]);
        let surface = |key| words.entry(key).surface();
        let goes_on = |key| words.entry(key).goes_on();
        assert!(surface(key("ab")) == Some(1) && goes_on(key("ab")));
        assert!(surface(key("a")) == Some(0) && !goes_on(key("a")));
        assert_eq!(surface(key("abcdefghijklmnop")), Some(3));
        assert_eq!(words.entry(key("abcdefghijklmnoq")), Entry::default());
        assert_eq!(surface(key("b").after(b'a')), Some(1));
        assert_eq!(surface(key("bcdefgh").after(b'a')), Some(2));
        assert!(words.may_begin(key("abcdefghijklmnop")) && !key("abcdefghijklmnopq").is_whole());
        assert!(words.may_follow(key("ab"), key("cd")) && !words.may_follow(key("a"), key("cd")));
    }

    #[test]
    fn first_words_end_where_words_do() {
        for (form, word) in [("ab cd", "ab"), ("14 ab", "14"), ("14ab", "14"), ("ab/cd", "ab"), ("ab", "ab")] {
            assert_eq!(first_word(form.as_bytes()), word.as_bytes());
        }
    }
}
