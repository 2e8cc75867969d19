//! Which mentions of a document name the same entity.
//!
//! Mentions are in one chain if they have one record, are the same words once folded, are heads with the same countries (جيش مالي,
//! الجيش المالي), or are tied by a rule: a person's surname to the full name, an acronym to the name before its bracket.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use crate::clitic::proclitic::Cut;
use crate::document::Mention;
use crate::entity::{EntityType, Kind};
use crate::gazetteer::record::Code;
use crate::gazetteer::sense::{Sense, Sorts};
use crate::gazetteer::word_sets::WordSet;
use crate::reading::Passage;
use crate::text::code::{ALEF, FEH, LAM, YEH};

/// The chains of a document, joined as it is read.
#[derive(Clone, Debug, Default)]
pub(crate) struct Chains {
    listed: HashMap<(u32, EntityType), u32, FixedState>,
    spelled: HashMap<Box<[u8]>, u32, FixedState>,
    /// For each chain the one that it was joined to, itself if none.
    parents: Vec<u32>,
    /// For each chain that is its own parent, the record of its mentions.
    records: Vec<Option<u32>>,
    key: Vec<u8>,
}

/// What a key is made of: keys of two sorts are never equal.
#[derive(Clone, Copy)]
enum Key {
    /// The words.
    Words,
    /// The words but for nationalities and countries, and the countries.
    Countries,
    /// The first and the last word of a person's name.
    Ends,
}

impl Chains {
    pub(super) fn clear(&mut self) {
        self.listed.clear();
        self.spelled.clear();
        self.parents.clear();
        self.records.clear();
    }

    /// The chain of a mention over the words `first..end`; dates are in none.
    pub(crate) fn of(
        &mut self,
        passage: &Passage<'_>,
        mention: &Mention,
        first: usize,
        end: usize,
        cut: Cut,
    ) -> Option<u32> {
        let entity_type = mention.entity_type;
        if entity_type.kind() == Kind::Date {
            return None;
        }
        let chain = match mention.name {
            Some((record, _)) => match self.listed.get(&(record, entity_type)) {
                Some(&chain) => chain,
                None => {
                    let chain = self.open(Some(record));
                    self.listed.insert((record, entity_type), chain);
                    chain
                }
            },
            None if mention.countries[0].is_some() => {
                self.write_countries(passage, mention, first, end, cut);
                self.spelled_chain(None)
            }
            None => {
                self.write(passage, Key::Words, entity_type, first..end, cut);
                self.spelled_chain(None)
            }
        };
        if entity_type == EntityType::Person && end - first >= 2 {
            self.tie_person(passage, chain, first, end, cut);
        }
        Some(chain)
    }

    /// Joins two chains, unless they are of two records.
    pub(crate) fn join(&mut self, a: u32, b: u32) {
        let (a, b) = (self.root(a), self.root(b));
        let (first, second) = (a.min(b), a.max(b));
        let records = (self.records[first as usize], self.records[second as usize]);
        if a == b || matches!(records, (Some(one), Some(other)) if one != other) {
            return;
        }
        self.parents[second as usize] = first;
        self.records[first as usize] = records.0.or(records.1);
    }

    /// Numbers the chains of a document from 0, in the order of their first mentions.
    pub(crate) fn close(&mut self, mentions: &mut [Mention]) {
        let mut numbers = vec![None; self.parents.len()];
        let mut next = 0;
        for chain in mentions.iter_mut().filter_map(|mention| mention.chain.as_mut()) {
            let number = numbers[self.root(*chain) as usize].get_or_insert_with(|| {
                next += 1;
                next - 1
            });
            *chain = *number;
        }
    }

    /// Ties a person of several words to the same one with fewer or more words between (جورج دبليو بوش), and to mentions of one
    /// word that came before, by the given name or by the surname.
    fn tie_person(&mut self, passage: &Passage<'_>, chain: u32, first: usize, end: usize, cut: Cut) {
        if passage.index.words.has(passage.codes(end - 2), WordSet::LINK) {
            return; // محمد بن سلمان is not of the house of سلمان
        }
        self.write(passage, Key::Ends, EntityType::Person, [first, end - 1], cut);
        let same = self.spelled_chain(Some(chain));
        self.join(same, chain);
        let given = |codes: &[u8]| passage.index.words.has(codes, WordSet::GIVEN);
        for (at, cut) in [(first, cut), (end - 1, Cut::WHOLE)] {
            if given(&passage.codes(at)[usize::from(cut.from)..]) == (at == first) {
                self.write(passage, Key::Words, EntityType::Person, [at], cut);
                if let Some(&alone) = self.spelled.get(&*self.key) {
                    self.join(alone, chain);
                }
            }
        }
    }

    fn open(&mut self, record: Option<u32>) -> u32 {
        let chain = self.parents.len() as u32;
        self.parents.push(chain);
        self.records.push(record);
        chain
    }

    /// The chain of the key that was written; if there is none, `new` or one that is opened.
    fn spelled_chain(&mut self, new: Option<u32>) -> u32 {
        if let Some(&chain) = self.spelled.get(&*self.key) {
            return chain;
        }
        let chain = new.unwrap_or_else(|| self.open(None));
        self.spelled.insert(self.key.as_slice().into(), chain);
        chain
    }

    fn root(&mut self, mut chain: u32) -> u32 {
        while self.parents[chain as usize] != chain {
            let above = self.parents[self.parents[chain as usize] as usize];
            self.parents[chain as usize] = above;
            chain = above;
        }
        chain
    }

    /// Writes the key of words, the first of them less what is cut from it.
    fn write(
        &mut self,
        passage: &Passage<'_>,
        key: Key,
        entity_type: EntityType,
        words: impl IntoIterator<Item = usize>,
        cut: Cut,
    ) {
        self.key.clear();
        self.key.extend([key as u8, entity_type as u8]);
        let mut cut = Some(cut);
        for at in words {
            let cut = cut.take().unwrap_or(Cut::WHOLE);
            self.write_word(&passage.codes(at)[usize::from(cut.from)..], cut.alef);
        }
    }

    fn write_word(&mut self, codes: &[u8], alef: bool) {
        if alef {
            self.key.push(ALEF);
        }
        self.key.extend(codes);
        self.key.push(0);
    }

    /// Writes the key of a head with countries: its words without the article, and the countries.
    fn write_countries(&mut self, passage: &Passage<'_>, mention: &Mention, first: usize, end: usize, cut: Cut) {
        self.key.clear();
        self.key.extend([Key::Countries as u8, mention.entity_type as u8]);
        let mut at = first;
        while at < end {
            if at > first
                && let Some(after) = country_at(passage, at, &mention.countries)
            {
                at = after;
                continue;
            }
            let cut = if at == first { cut } else { Cut::WHOLE };
            let codes = &passage.codes(at)[usize::from(cut.from)..];
            if codes != [FEH, YEH] {
                let article: &[u8] = if cut.alef { &[LAM] } else { &[ALEF, LAM] };
                self.write_word(codes.strip_prefix(article).unwrap_or(codes), false);
            }
            at += 1;
        }
        for code in mention.countries.iter().flatten() {
            self.write_word(code.as_str().as_bytes(), false);
        }
    }
}

/// One past the nationality or the name at a word, if it is that of one of these countries.
fn country_at(passage: &Passage<'_>, at: usize, countries: &[Option<Code>]) -> Option<usize> {
    let sorts = Sorts::NISBA.and(Sorts::COUNTRY);
    let country = |sense| match sense {
        Sense::Nisba(nisba) => Some(nisba.country),
        Sense::Name { record, .. } => passage.index.facts(record).iso,
        _ => None,
    };
    let fits = |sense| country(sense).filter(|code| countries.contains(&Some(*code))).map(|_| ());
    passage.form(at, |_| true, sorts, fits).map(|((), end)| end)
}
