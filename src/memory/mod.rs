//! What is remembered within one document, from passage to passage.

pub(crate) mod chains;
pub(crate) mod persons;

use std::collections::HashSet;

use crate::gazetteer::record::Code;
use crate::gazetteer::sense::{Sense, Sorts};
use crate::reading::Passage;
use chains::Chains;
use persons::Persons;

/// What is known of the document besides the passage.
#[derive(Clone, Debug, Default)]
pub(crate) struct Memory {
    /// Countries that were named so far.
    pub(crate) countries: Vec<Code>,
    /// Guarded names, by record and form, that were accepted for what stood around them.
    pub(crate) named: HashSet<(u32, u16)>,
    pub(crate) persons: Persons,
    pub(crate) chains: Chains,
}

impl Memory {
    /// Forgets the last document.
    pub(crate) fn clear(&mut self) {
        self.countries.clear();
        self.named.clear();
        self.persons.clear();
        self.chains.clear();
    }

    /// Notes the countries that a passage names, so that homonyms and ambiguous adjectives in it can be decided.
    pub(crate) fn note(&mut self, passage: &Passage<'_>) {
        for hit in passage.hits(Sorts::COUNTRY) {
            for entry in passage.entries(hit) {
                if let Sense::Name { record, .. } = entry.sense
                    && let Some(code) = passage.index.facts(record).iso
                    && !self.countries.contains(&code)
                {
                    self.countries.push(code);
                }
            }
        }
    }
}
