//! What is known of each word, in one table.
//!
//! Of a word that is looked up, a slot says at once which form it is by itself, whether forms go on behind it, and which
//! sets it is in. So a word of a text is looked up once, as it stands, and once for each way to cut particles from it; what
//! is in no slot begins no name and is in no set. A bit set in cache says so of most that are not there.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use super::bits::Bits;
use super::forms::Surfaces;
use super::key::{self, Key};
use super::sense::Sorts;
use super::word_sets::{WordSet, WordSets};
use crate::clitic::proclitic;
use crate::normalize::words::PADDING;
use crate::text::code::{SIGN, SPACE};

/// The first word of a form, as `Words` cuts a text: up to a separator, or where letters meet digits.
pub(crate) fn first_word(form: &[u8]) -> &[u8] {
    let digits = form.first().is_some_and(u8::is_ascii_digit);
    let ends = |&c: &u8| is_separator(c) || c.is_ascii_digit() != digits;
    &form[..form.iter().position(ends).unwrap_or(form.len())]
}

/// The word at the head of what stands behind the first, empty if nothing does.
pub(super) fn second_word(rest: &[u8]) -> &[u8] {
    first_word(if rest.first().is_some_and(|&c| is_separator(c)) { &rest[1..] } else { rest })
}

fn is_separator(code: u8) -> bool {
    matches!(code, SPACE | SIGN | b'/')
}

/// First words of forms, and words of sets.
#[derive(Clone, Debug)]
pub(crate) struct WordTable {
    /// All of them.
    words: Bits,
    slots: Slots,
    /// Words that are longer than a key, with their sets.
    long: HashMap<Box<[u8]>, WordSet, FixedState>,
}

/// Open addressing; a slot of no key is free.
#[derive(Clone, Debug)]
struct Slots {
    slots: Box<[Slot]>,
    shift: u32,
}

#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    low: u64,
    high: u64,
    entry: Entry,
}

/// The bit of [`Entry::surface`] that says that a form goes on behind the word.
const GOES_ON: u32 = 1 << 31;

/// What is known of a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Entry {
    /// One more than the form that the word alone is, 0 for none, and [`GOES_ON`].
    surface: u32,
    /// The sorts of sense of that form.
    pub(crate) sorts: Sorts,
    /// The sets that the word is in.
    pub(crate) sets: WordSet,
}

impl Entry {
    /// True if a form begins with the word.
    #[inline(always)]
    pub(crate) fn begins(self) -> bool {
        self.surface != 0
    }

    /// The same, or nothing.
    #[inline(always)]
    fn only_if(self, yes: bool) -> Entry {
        let mask = 0u32.wrapping_sub(u32::from(yes));
        Entry { surface: self.surface & mask, sorts: self.sorts.only_if(yes), sets: self.sets.only_if(yes) }
    }

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
        let size = (words * 5 / 4).next_power_of_two().max(64);
        Slots { slots: vec![Slot::default(); size].into(), shift: 64 - size.trailing_zeros() }
    }

    /// The number of the slot of a key, or of the free one where it belongs.
    #[inline(always)]
    fn find(&self, low: u64, high: u64, hash: u64) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = (hash >> self.shift) as usize;
        loop {
            let slot = &self.slots[at];
            if (slot.low == low && slot.high == high) || slot.low == 0 {
                return at;
            }
            at = (at + 1) & mask;
        }
    }

    /// The entry of a key, made if there is none.
    fn entry_mut(&mut self, key: Key) -> &mut Entry {
        let slot = &mut self.slots[self.find(key.low, key.high, key.hash())];
        (slot.low, slot.high) = (key.low, key.high);
        &mut slot.entry
    }

    /// The same table with room for so many words.
    fn resized(&self, words: usize) -> Slots {
        let mut slots = Slots::for_as_many(words);
        for slot in self.slots.iter().filter(|slot| slot.low != 0) {
            let at = slots.find(slot.low, slot.high, key::hash(slot.low, slot.high));
            slots.slots[at] = *slot;
        }
        slots
    }

    /// The hashes of the words in it.
    fn hashes(&self) -> impl Iterator<Item = u64> {
        self.slots.iter().filter(|slot| slot.low != 0).map(|slot| key::hash(slot.low, slot.high))
    }

    /// How many words are in it.
    fn len(&self) -> usize {
        self.slots.iter().filter(|slot| slot.low != 0).count()
    }
}

impl WordTable {
    /// The first words of forms, each known by its number, with the sorts of sense of each. It is to be completed by
    /// [`with_sets`](WordTable::with_sets).
    pub(crate) fn new(surfaces: &Surfaces, sorts: &[Sorts]) -> WordTable {
        let forms = surfaces.len();
        let mut table =
            WordTable { words: Bits::for_as_many(forms), slots: Slots::for_as_many(forms), long: HashMap::default() };
        for (number, &sorts) in (0..forms as u32).zip(sorts) {
            table.insert(surfaces.form(number), number, sorts);
        }
        table
    }

    /// The same with the words of sets, in no more room than all need: many forms share a first word.
    pub(super) fn with_sets(self, sets: WordSets) -> WordTable {
        let WordTable { slots, mut long, .. } = self;
        let mut slots = slots.resized(slots.len() + sets.words.len());
        for (&number, &set) in &sets.words {
            slots.entry_mut(Key::of_number(number)).sets = set;
        }
        long.extend(sets.long);
        let slots = slots.resized(slots.len());
        let mut words = Bits::for_as_many(slots.len() + long.len());
        slots.hashes().chain(long.keys().map(|codes| Key::of(codes).hash())).for_each(|hash| words.insert(hash));
        WordTable { words, slots, long }
    }

    /// True for a form of one word whose key is whole: the table answers for it alone.
    pub(crate) fn hold(form: &[u8]) -> bool {
        form.len() <= PADDING && first_word(form).len() == form.len()
    }

    fn insert(&mut self, form: &[u8], number: u32, sorts: Sorts) {
        let word = first_word(form);
        let key = Key::of(word);
        if key.is_whole() {
            let entry = self.slots.entry_mut(key);
            if word.len() == form.len() {
                entry.surface |= number + 1;
                entry.sorts = sorts;
            } else {
                entry.surface |= GOES_ON;
            }
        } else {
            self.long.entry(word.into()).or_default();
        }
    }

    /// False if nothing is known of the word of a hash.
    #[inline(always)]
    pub(crate) fn may_hold(&self, hash: u64) -> bool {
        self.words.has(hash)
    }

    /// What the slot says that a word belongs in, and whether that is all there is to say.
    #[inline(always)]
    pub(crate) fn first_look(&self, key: Key, hash: u64) -> (Entry, bool) {
        let slot = &self.slots.slots[(hash >> self.slots.shift) as usize];
        let found = (slot.low == key.low) & (slot.high == key.high);
        let entry = slot.entry.only_if(found);
        (entry, key.is_whole() & (found | (slot.low == 0)))
    }

    /// What is known of a word whose key is whole.
    #[inline(always)]
    pub(crate) fn entry(&self, key: Key, hash: u64) -> Entry {
        self.slots.slots[self.slots.find(key.low, key.high, hash)].entry
    }

    /// What is known of a word that is longer than a key: its sets, and that forms may go on behind it.
    #[cold]
    pub(crate) fn entry_of_long(&self, codes: &[u8], hash: u64) -> Entry {
        if !self.may_hold(hash) {
            return Entry::default();
        }
        let sets = self.long.get(codes).copied().unwrap_or_default();
        Entry { surface: GOES_ON, sorts: Sorts::NONE, sets }
    }

    /// The sets of a folded word, as it stands.
    #[inline]
    pub(crate) fn of(&self, codes: &[u8]) -> WordSet {
        let key = Key::of(codes);
        let hash = key.hash();
        if !self.may_hold(hash) {
            WordSet::default()
        } else if key.is_whole() {
            self.entry(key, hash).sets
        } else {
            self.entry_of_long(codes, hash).sets
        }
    }

    /// True for a word of a set, a particle before it or not: في, وفي.
    pub(crate) fn has(&self, codes: &[u8], set: WordSet) -> bool {
        let rest = || codes.get(1..).filter(|_| proclitic::may_begin(codes[0]));
        self.of(codes).has(set) || rest().is_some_and(|rest| self.of(rest).has(set))
    }

    /// Bytes of heap.
    pub(crate) fn memory(&self) -> usize {
        self.words.memory() + self.slots.slots.len() * size_of::<Slot>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::folding::Folding;
    use crate::normalize::Profile;

    #[test]
    fn words_are_told_apart_by_all_their_letters() {
        let mut surfaces = Surfaces::default();
        for form in ["a", "ab", "abcdefgh", "abcdefghijklmnop", "ab cd", "abcdefghijklmnopq"] {
            surfaces.push(form.as_bytes());
        }
        let table = WordTable::new(&surfaces, &[Sorts::default(); 6]).with_sets(WordSets::default());
        let entry = |word: &str| {
            let key = Key::of(word.as_bytes());
            table.entry(key, key.hash())
        };
        assert!(entry("ab").surface() == Some(1) && entry("ab").goes_on());
        assert!(entry("a").surface() == Some(0) && !entry("a").goes_on());
        assert_eq!(entry("abcdefgh").surface(), Some(2));
        assert_eq!(entry("abcdefghijklmnop").surface(), Some(3));
        assert_eq!(entry("abcdefghijklmnoq"), Entry::default());
        let long = b"abcdefghijklmnopq";
        assert!(table.entry_of_long(long, Key::of(long).hash()).goes_on());
    }

    #[test]
    fn first_words_end_where_words_do() {
        for (form, word) in [("ab cd", "ab"), ("14 ab", "14"), ("14ab", "14"), ("ab/cd", "ab"), ("ab", "ab")] {
            assert_eq!(first_word(form.as_bytes()), word.as_bytes());
        }
    }

    #[test]
    fn sets_with_and_without_particles() {
        let mut sets = WordSets::default();
        let mut folding = Folding::new(Profile::News);
        sets.add(["في", "شمال", "شمال شرق"], WordSet::PLACE_CUE, &mut folding);
        sets.add(["شمال"], WordSet::DIRECTION, &mut folding);
        sets.add(["كلاوس", "شمال"], WordSet::UNCUT, &mut folding);
        sets.add(["واستراتيجياتهمالكبرى"], WordSet::COMMON, &mut folding);
        let mut surfaces = Surfaces::default();
        surfaces.push(folding.fold("شمال"));
        let table = WordTable::new(&surfaces, &[Sorts::NAME]).with_sets(sets);
        let mut has = |word, set| table.has(folding.fold(word), set);
        assert!(has("وفي", WordSet::PLACE_CUE) && has("شمال", WordSet::DIRECTION) && has("بشمال", WordSet::PLACE_CUE));
        assert!(!has("في", WordSet::DIRECTION) && !has("شمال شرق", WordSet::PLACE_CUE));
        assert!(has("كلاوس", WordSet::UNCUT) && !has("شمال", WordSet::UNCUT));
        assert!(has("واستراتيجياتهمالكبرى", WordSet::COMMON) && !has("واستراتيجياتهمالكبار", WordSet::COMMON));
        let key = Key::of(folding.fold("شمال"));
        assert_eq!(table.entry(key, key.hash()).surface(), Some(0));
    }

    #[test]
    fn the_names_in_the_box() {
        let mut sets = WordSets::default();
        sets.read_names(Profile::News).unwrap();
        let table = WordTable::new(&Surfaces::default(), &[]).with_sets(sets);
        let mut folding = Folding::new(Profile::News);
        let mut of = |word| table.of(folding.fold(word));
        assert!(of("محمد").has(WordSet::GIVEN) && of("جورج").has(WordSet::GIVEN));
        assert!(of("المصري").has(WordSet::PERSONAL) && !of("المصري").has(WordSet::GIVEN));
        assert!(!of("الحكومة").has(WordSet::PERSONAL));
    }
}
