//! Words that are looked up where the answer matters.
//!
//! They are among the most frequent words, or so many that the automaton would carry them for nothing: what stands before
//! a name or is one of its words is asked only where a name was found.

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

    #[inline]
    pub(crate) fn has(self, other: WordSet) -> bool {
        self.0 & other.0 != 0
    }
}

/// Folded words with the sets that they are in.
#[derive(Clone, Debug, Default)]
pub(crate) struct WordSets {
    /// Those of up to sixteen codes, which are compared as one number: the names of persons are asked of every word.
    sets: HashMap<u128, WordSet, FixedState>,
    long: HashMap<Box<[u8]>, WordSet, FixedState>,
}

/// The codes of a word of up to sixteen, zeros behind a shorter one, since no code is zero.
#[inline]
fn number(codes: &[u8]) -> Option<u128> {
    let mut sixteen = [0; 16];
    sixteen.get_mut(..codes.len())?.copy_from_slice(codes);
    Some(u128::from_le_bytes(sixteen))
}

impl WordSets {
    /// The sets of a folded word, as it stands.
    #[inline]
    pub(crate) fn of(&self, codes: &[u8]) -> WordSet {
        let found = match number(codes) {
            Some(number) => self.sets.get(&number),
            None => self.long.get(codes),
        };
        found.copied().unwrap_or_default()
    }

    /// True for a word of a set, a particle before it or not: في, وفي.
    pub(crate) fn has(&self, codes: &[u8], set: WordSet) -> bool {
        let rest = || codes.get(1..).filter(|_| proclitic::may_begin(codes[0]));
        self.of(codes).has(set) || rest().is_some_and(|rest| self.of(rest).has(set))
    }

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
                Some(number) => self.sets.entry(number).or_default(),
                None => self.long.entry(codes.into()).or_default(),
            };
            sets.0 |= set.0;
        }
    }

    /// Adds the tokens of personal names.
    pub(super) fn read_names(&mut self, profile: Profile) -> Result<(), Error> {
        self.sets.reserve(16 << 10);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_with_and_without_particles() {
        let mut sets = WordSets::default();
        let mut folding = Folding::new(Profile::News);
        sets.add(["في", "شمال", "شمال شرق"], WordSet::PLACE_CUE, &mut folding);
        sets.add(["شمال"], WordSet::DIRECTION, &mut folding);
        sets.add(["كلاوس", "شمال"], WordSet::UNCUT, &mut folding);
        let mut has = |word, set| sets.has(folding.fold(word), set);
        assert!(has("وفي", WordSet::PLACE_CUE) && has("شمال", WordSet::DIRECTION) && has("بشمال", WordSet::PLACE_CUE));
        assert!(!has("في", WordSet::DIRECTION) && !has("شمال شرق", WordSet::PLACE_CUE));
        assert!(has("كلاوس", WordSet::UNCUT) && !has("شمال", WordSet::UNCUT));
    }

    #[test]
    fn the_names_in_the_box() {
        let mut sets = WordSets::default();
        sets.read_names(Profile::News).unwrap();
        let mut folding = Folding::new(Profile::News);
        let mut of = |word| sets.of(folding.fold(word));
        assert!(of("محمد").has(WordSet::GIVEN) && of("جورج").has(WordSet::GIVEN));
        assert!(of("المصري").has(WordSet::PERSONAL) && !of("المصري").has(WordSet::GIVEN));
        assert!(!of("الحكومة").has(WordSet::PERSONAL));
    }
}
