//! Persons that a document has named in full, by the words that may name them alone.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use crate::clitic::proclitic::{self, Cut};
use crate::gazetteer::word_sets::WordSet;
use crate::reading::Passage;
use crate::text::code::{ALEF, HEH, LAM, TEH};

/// The words, surnames and given names, each with the person named by it last.
#[derive(Clone, Debug, Default)]
pub(crate) struct Persons {
    words: HashMap<Box<[u8]>, Named, FixedState>,
    /// One bit for each first letter and length that some word has, so that most words of a text are not looked up.
    shapes: [u64; 8],
}

/// What a remembered word stands for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Named {
    /// The record of the person, if listed.
    pub(crate) record: Option<u32>,
    pub(crate) chain: Option<u32>,
}

impl Persons {
    pub(super) fn clear(&mut self) {
        self.words.clear();
        self.shapes = [0; 8];
    }

    /// Notes a name of several words: its last word is the surname, its first the given name.
    pub(crate) fn note(&mut self, passage: &Passage<'_>, first: usize, end: usize, cut: Cut, named: Named) {
        if end - first >= 2 {
            let sets = |at| passage.sets_at(at);
            if !sets(end - 2).has(WordSet::LINK) {
                let last = sets(end - 1);
                if (!last.has(WordSet::COMMON) || last.has(WordSet::PERSONAL))
                    && !last.has(WordSet::CLAUSE.and(WordSet::DIVINE))
                {
                    self.insert(passage.codes(end - 1), named);
                }
            }
            let given = &passage.codes(first)[usize::from(cut.from)..];
            if passage.index.words.of(given).has(WordSet::GIVEN) && !passage.index.words.of(given).has(WordSet::CLAUSE)
            {
                self.insert(given, named);
            }
        }
    }

    fn insert(&mut self, word: &[u8], named: Named) {
        if word.len() < 3 {
            return;
        }
        let (slot, bit) = shape(word);
        self.shapes[slot] |= bit;
        match self.words.get_mut(word) {
            Some(known) => *known = named,
            None => {
                self.words.insert(word.into(), named);
            }
        }
    }

    /// The person that a word names alone, with what is cut from the word.
    pub(crate) fn at(&self, passage: &Passage<'_>, at: usize) -> Option<(Named, Cut)> {
        let codes = passage.codes(at);
        let mut found = self.of(codes).map(|named| (named, Cut::WHOLE));
        if found.is_none() && proclitic::may_begin(codes[0]) {
            proclitic::cuts(codes, |cut| {
                if !cut.alef && found.is_none() {
                    found = self.of(&codes[usize::from(cut.from)..]).map(|named| (named, cut));
                }
            });
            if found.is_some() && !passage.index.words.of(codes).is_empty() {
                return None;
            }
        }
        let (_, cut) = found?;
        let word = &codes[usize::from(cut.from)..];
        let sets = passage.index.words.of(word);
        if sets.has(WordSet::PARTICLE) && passage.index.is_particle(passage.raw(at)) {
            return None;
        }
        if sets.has(WordSet::COMMON) && !stands_free(passage, at, word) { None } else { found }
    }

    /// The person that has this surname or given name.
    pub(crate) fn of(&self, word: &[u8]) -> Option<Named> {
        let (slot, bit) = shape(word);
        if self.shapes[slot] & bit == 0 { None } else { self.words.get(word).copied() }
    }
}

/// True where a word that is an everyday adjective too can be none: it would agree with the noun before it (عمل صالح,
/// الرجل الحكيم; not رواية محفوظ).
fn stands_free(passage: &Passage<'_>, at: usize, word: &[u8]) -> bool {
    if at == 0 || !passage.gap(at).is_blank() {
        return true;
    }
    let before = passage.codes(at - 1);
    let definite = |codes: &[u8]| {
        codes.starts_with(&[ALEF, LAM]) || codes.get(1..).is_some_and(|rest| rest.starts_with(&[ALEF, LAM]))
    };
    let feminine = |codes: &[u8]| matches!(codes.last(), Some(&HEH | &TEH));
    passage.index.words.has(before, WordSet::CLAUSE)
        || definite(before) != definite(word)
        || feminine(before) != feminine(word)
}

fn shape(word: &[u8]) -> (usize, u64) {
    let hash = usize::from(word.first().copied().unwrap_or(0)) * 5
        + word.len() * 41
        + usize::from(word.last().copied().unwrap_or(0)) * 3;
    (hash >> 6 & 7, 1 << (hash & 63))
}
