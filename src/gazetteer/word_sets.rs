//! Sets of words that rules ask about, while they are gathered.
//!
//! They are among the most frequent words, or so many that hits of each would be in the way: what stands before a name or
//! is one of its words is asked only where a name may be. `word_table` has them beside the first words of names.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use super::folding::Folding;
use super::tsv;
use crate::clitic::proclitic;
use crate::error::Error;
use crate::normalize::Profile;
use crate::text::code::SPACE;

const GIVEN: &str = include_str!("../../gazetteers/lexicon/names_given.tsv");
const FAMILY: &str = include_str!("../../gazetteers/lexicon/names_family.tsv");
const LISTED: &str = include_str!("../../gazetteers/generated/names_mit.tsv");
const NO_NAMES: &str = include_str!("../../gazetteers/curated/names_drop.tsv");

/// The sets that a word is in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct WordSet(u16);

impl WordSet {
    /// After it a name that is also an adjective is the place: في, شمال.
    pub(crate) const PLACE_CUE: WordSet = WordSet(1);
    /// A direction: شمال.
    pub(crate) const DIRECTION: WordSet = WordSet(1 << 1);
    /// A given name that is no other word: محمد, جورج.
    pub(crate) const GIVEN: WordSet = WordSet(1 << 2);
    /// A given or family name, whatever else it is: صوفيا, المصري.
    pub(crate) const PERSONAL: WordSet = WordSet(1 << 3);
    /// A word whose first letter is no particle: كلاوس, ولاية.
    pub(crate) const UNCUT: WordSet = WordSet(1 << 4);
    /// An everyday adjective: الرمادي.
    pub(crate) const ADJECTIVE: WordSet = WordSet(1 << 5);
    /// An everyday word of any class: الحكومة, قرر.
    pub(crate) const COMMON: WordSet = WordSet(1 << 6);
    /// An everyday verb, particle or adverb: what no noun phrase runs over.
    pub(crate) const CLAUSE: WordSet = WordSet(1 << 7);
    /// A verb of speech, after which the speaker stands: قال, أوضحت.
    pub(crate) const SPEECH: WordSet = WordSet(1 << 8);
    /// A family name that is no other word: جرونسبكت.
    pub(crate) const FAMILY: WordSet = WordSet(1 << 9);
    /// A word after which a name goes on: بن, أبو.
    pub(crate) const LINK: WordSet = WordSet(1 << 10);
    /// What opens the complement of a title: المتحدث باسم, المسؤول في.
    pub(crate) const COMPLEMENT: WordSet = WordSet(1 << 11);
    /// The second word of a given name of two: صلاح الدين, نصر الله.
    pub(crate) const DIVINE: WordSet = WordSet(1 << 12);
    /// A word before who made something: إخراج.
    pub(crate) const BYLINE: WordSet = WordSet(1 << 13);
    /// A word inside foreign names: فان.
    pub(crate) const INFIX: WordSet = WordSet(1 << 14);
    /// Letters that are a particle's in some spelling: علي, for على.
    pub(crate) const PARTICLE: WordSet = WordSet(1 << 15);

    /// What is in either set.
    pub(crate) const fn and(self, other: WordSet) -> WordSet {
        WordSet(self.0 | other.0)
    }

    #[inline]
    pub(crate) fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The same, or nothing, without a branch.
    #[inline(always)]
    pub(super) fn only_if(self, yes: bool) -> WordSet {
        WordSet(self.0 & 0u16.wrapping_sub(u16::from(yes)))
    }

    #[inline]
    pub(crate) fn has(self, other: WordSet) -> bool {
        self.0 & other.0 != 0
    }
}

/// Folded words with the sets that they are in.
#[derive(Clone, Debug, Default)]
pub(crate) struct WordSets {
    /// Those of up to sixteen codes, as one number.
    pub(super) words: HashMap<u128, WordSet, FixedState>,
    pub(super) long: HashMap<Box<[u8]>, WordSet, FixedState>,
}

/// The codes of a word of up to sixteen, zeros behind a shorter one, since no code is zero.
fn number(codes: &[u8]) -> Option<u128> {
    let mut sixteen = [0; 16];
    sixteen.get_mut(..codes.len())?.copy_from_slice(codes);
    Some(u128::from_le_bytes(sixteen))
}

impl WordSets {
    /// Adds words to a set; forms of several words are passed over.
    pub(super) fn add<'w>(&mut self, words: impl IntoIterator<Item = &'w str>, set: WordSet, folding: &mut Folding) {
        for word in words {
            let codes = folding.fold(word);
            if codes.contains(&SPACE)
                || (set == WordSet::UNCUT && !codes.first().is_some_and(|&c| proclitic::may_begin(c)))
            {
                continue;
            }
            let sets = match number(codes) {
                Some(number) => self.words.entry(number).or_default(),
                None => self.long.entry(codes.into()).or_default(),
            };
            sets.0 |= set.0;
        }
    }

    /// Adds the tokens of personal names.
    pub(super) fn read_names(&mut self, profile: Profile) -> Result<(), Error> {
        self.words.reserve(16 << 10);
        let mut folding = Folding::new(profile);
        for (file, text, sets) in [
            ("lexicon/names_given.tsv", GIVEN, WordSet::GIVEN.and(WordSet::PERSONAL)),
            ("lexicon/names_family.tsv", FAMILY, WordSet::FAMILY.and(WordSet::PERSONAL)),
        ] {
            let columns = ["name", "origin", "guard"];
            tsv::read(file, text, &columns, &columns, |row| {
                let (name, everyday) = ([row.get("name")], !row.get("guard").is_empty());
                self.add(name, if everyday { WordSet::PERSONAL } else { sets }, &mut folding);
                if !everyday {
                    self.add(name, WordSet::UNCUT, &mut folding);
                }
                Ok(())
            })?;
        }
        let mut none = Vec::new();
        tsv::read("curated/names_drop.tsv", NO_NAMES, &["name", "reason"], &["name"], |row| {
            none.push(row.get("name"));
            Ok(())
        })?;
        none.sort_unstable();
        tsv::read("generated/names_mit.tsv", LISTED, &["name", "part", "src"], &["name", "part"], |row| {
            if none.binary_search(&row.get("name")).is_err() {
                self.add([row.get("name")], WordSet::PERSONAL, &mut folding);
            }
            Ok(())
        })
    }
}
