//! From a reading to candidates: what each stretch of words may name. Which of them stay is decided in `resolve`.

pub(crate) mod candidate;
mod composition;
pub(crate) mod date;
mod facility;
mod mention;
mod people;

use std::collections::HashSet;

use jiff::civil::Date;

use crate::gazetteer::record::Code;
use crate::gazetteer::sense::Sense;
use crate::reading::Passage;
use candidate::Candidate;
use date::pattern::Trie;

/// What the recognisers know of the document besides the passage.
#[derive(Clone, Debug, Default)]
pub(crate) struct Memory {
    /// Countries that were named so far.
    pub(crate) countries: HashSet<Code>,
    /// Guarded names, by record and form, that were accepted for what stood around them.
    pub(crate) named: HashSet<(u32, u16)>,
}

impl Memory {
    /// Forgets the last document.
    pub(crate) fn clear(&mut self) {
        self.countries.clear();
        self.named.clear();
    }

    /// Notes the countries that a passage names, so that homonyms and ambiguous adjectives in it can be decided.
    pub(crate) fn note(&mut self, passage: &Passage<'_>) {
        for hit in passage.hits() {
            for entry in passage.entries(hit) {
                if let Sense::Name { record, .. } = entry.sense
                    && let Some(code) = passage.index.records[record as usize].iso
                {
                    self.countries.insert(code);
                }
            }
        }
    }
}

/// Which recognisers run.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wanted {
    pub(crate) names: bool,
    pub(crate) dates: bool,
}

/// Appends the candidates of a passage to `out`.
pub(crate) fn find(
    passage: &Passage<'_>,
    trie: &Trie,
    wanted: Wanted,
    memory: &Memory,
    reference: Option<Date>,
    out: &mut Vec<Candidate>,
) {
    if wanted.names {
        mention::find(passage, memory, out);
        facility::find(passage, out);
        composition::find(passage, memory, out);
        people::find(passage, out);
    }
    if wanted.dates {
        date::find(passage, trie, reference, out);
    }
}
