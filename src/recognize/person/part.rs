//! What a word may be in the name of a person.

use crate::clitic::proclitic::{self, Cut};
use crate::entity::{self, EntityType};
use crate::gazetteer::record::Guard;
use crate::gazetteer::sense::{Sense, Sorts};
use crate::gazetteer::word_sets::WordSet;
use crate::reading::Passage;
use crate::recognize::shape;
use crate::text::chars::{Kind, kind};
use crate::text::code::{ALEF, BEH, FEH, KAF, LAM, TEH, WAW, YEH, arabic};

/// A word's part in a name, from what says most to what says least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    /// No word of a name: الحكومة, قرر, باريس.
    Other,
    /// A name goes on after it: بن, فان.
    Link,
    /// An unlisted word with the article: الزعبي.
    Definite,
    /// An unlisted word without it that is shaped like no other word: جوتشولك.
    Unknown,
    /// A name that is another word too: سعيد, المصري.
    Listed,
    /// A family name and nothing else: الحريري, شتاينماير.
    Family,
    /// A given name and nothing else: محمد, هوارد.
    Given,
}

impl Part {
    /// True for a word that some list of names has.
    pub(super) fn is_listed(self) -> bool {
        self >= Part::Listed
    }
}

/// The words of a passage as parts of names.
pub(super) struct Parts<'a> {
    pub(super) passage: &'a Passage<'a>,
    /// The sets of each word, less و or ف if it is in none as it stands.
    joined: Vec<WordSet>,
}

impl<'a> Parts<'a> {
    pub(super) fn new(passage: &'a Passage<'a>) -> Parts<'a> {
        let joined = |at| match (passage.sets_at(at), passage.codes(at)) {
            (whole, [WAW | FEH, rest @ ..]) if whole.is_empty() => passage.index.words.of(rest),
            (whole, _) => whole,
        };
        Parts { passage, joined: (0..passage.len()).map(joined).collect() }
    }

    /// The sets of a word as it stands.
    pub(super) fn sets(&self, at: usize) -> WordSet {
        self.passage.sets_at(at)
    }

    /// The sets of a word, less a conjunction if it is in none as it stands: وقال.
    pub(super) fn joined(&self, at: usize) -> WordSet {
        self.joined.get(at).copied().unwrap_or_default()
    }

    /// True if the word may be a given name or أبو, particles before it or not.
    pub(super) fn may_begin(&self, at: usize) -> bool {
        let begins = WordSet::GIVEN.and(WordSet::LINK);
        let codes = self.passage.codes(at);
        let words = &self.passage.index.words;
        let joined = self.joined(at);
        if !joined.is_empty() {
            return joined.has(begins);
        }
        match codes {
            [BEH | KAF | LAM, rest @ ..] | [WAW | FEH, BEH | KAF | LAM, rest @ ..] => words.of(rest).has(begins),
            _ => false,
        }
    }

    /// What a word as it stands is in a name.
    pub(super) fn at(&self, at: usize) -> Part {
        let sets = self.sets(at);
        if at >= self.passage.len() || self.passage.word(at).is_some_and(|word| word.is_number) {
            Part::Other
        } else if sets.has(WordSet::GIVEN) && !self.is_particle(at) {
            Part::Given
        } else if sets.has(WordSet::LINK.and(WordSet::INFIX).and(WordSet::PERSONAL)) {
            // A particle of the same letters counts by its spelling: على, علي; فإن, فان.
            if self.is_particle(at) {
                Part::Other
            } else if sets.has(WordSet::LINK.and(WordSet::INFIX)) {
                Part::Link
            } else if sets.has(WordSet::FAMILY) {
                Part::Family
            } else {
                Part::Listed
            }
        } else if sets.has(WordSet::COMMON) || self.is_other(at) {
            Part::Other
        } else {
            self.unlisted(at)
        }
    }

    /// What the word is less its particles, and how they are cut; a word of the lists is cut of none.
    pub(super) fn cut_at(&self, at: usize) -> (Cut, Part) {
        let whole = self.at(at);
        let codes = self.passage.codes(at);
        if !self.sets(at).is_empty() || !proclitic::may_begin(codes[0]) || codes.len() > LONGEST {
            return (Cut::WHOLE, whole);
        }
        let mut best = (Cut::WHOLE, whole);
        let mut buffer = [0; LONGEST];
        proclitic::cuts(codes, |cut| {
            let mut len = 0;
            for (slot, code) in buffer.iter_mut().zip(proclitic::rest(codes, cut)) {
                (*slot, len) = (code, len + 1);
            }
            let sets = self.passage.index.words.of(&buffer[..len]);
            let part = match sets {
                _ if len < 3 => Part::Other,
                sets if sets.has(WordSet::GIVEN) => Part::Given,
                sets if sets.has(WordSet::FAMILY) => Part::Family,
                sets if sets.has(WordSet::LINK) => Part::Link,
                sets if sets.has(WordSet::PERSONAL) => Part::Listed,
                _ => Part::Other,
            };
            if part != Part::Other && (best.0 == Cut::WHOLE || part > best.1) {
                best = (cut, part);
            }
        });
        best
    }

    fn is_particle(&self, at: usize) -> bool {
        self.sets(at).has(WordSet::PARTICLE) && self.passage.index.is_particle(self.passage.raw(at))
    }

    /// True for the first word of a by-name: أبو.
    pub(super) fn is_father(&self, at: usize) -> bool {
        matches!(self.passage.codes(at), [ALEF, BEH, WAW | YEH | ALEF])
    }

    /// True for the second word of a name of two that is written apart: صلاح [الدين], نصر [الله].
    pub(super) fn completes(&self, at: usize) -> bool {
        at < self.passage.len() && self.sets(at).has(WordSet::DIVINE)
    }

    /// True for a word that the gazetteers or the rules read as something else than a person.
    fn is_other(&self, at: usize) -> bool {
        let sorts = Sorts::NISBA.and(Sorts::HEAD).and(Sorts::MODIFIER).and(Sorts::GENERIC).and(Sorts::TITLE);
        let passage = self.passage;
        if passage.sorts_at(at).has(sorts.and(Sorts::PORTFOLIO).and(Sorts::NAME).and(Sorts::TIME)) {
            return passage.hits_at(at).iter().filter(|hit| hit.end as usize == at + 1 && hit.tail == 0).any(|hit| {
                passage.entries(hit).iter().any(|entry| match entry.sense {
                    Sense::Name { record, guard, .. } => {
                        let entity_type = passage.index.facts(record).entity_type;
                        // لإنفيديا: too long to be a name by chance.
                        let long = guard == Guard::None && passage.codes(at).len() > 5;
                        entity_type != EntityType::Person
                            && (hit.cut == Cut::WHOLE || long || entity_type.kind() == entity::Kind::Place)
                    }
                    Sense::Phrase | Sense::Cue(_) => false,
                    _ => hit.cut == Cut::WHOLE || !matches!(entry.sense, Sense::Literal(_)),
                })
            });
        }
        false
    }

    /// What a word of no list looks like: its letters are those of a name unless it is an everyday word with particles,
    /// pronouns or endings, or has the shape of a verb.
    fn unlisted(&self, at: usize) -> Part {
        let codes = self.passage.codes(at);
        let raw = self.passage.raw(at).trim_end_matches(|c| kind(c) == Kind::Mark);
        let letters = codes.iter().all(|code| (0x80..0xC0).contains(code));
        if !letters || !(3..=LONGEST).contains(&codes.len()) || raw.contains('ة') || raw.ends_with('ى') {
            return Part::Other;
        }
        if shape::is_everyday(&self.passage.index.words, codes) {
            return Part::Other;
        }
        match codes {
            [ALEF, LAM, stem @ ..] if stem.len() >= 3 => {
                let plural =
                    [&[WAW, NOON], &[ALEF, TEH], &[YEH, NOON]].into_iter().any(|ending| stem.ends_with(ending));
                if plural { Part::Other } else { Part::Definite }
            }
            [WAW | FEH | BEH | KAF | LAM, ALEF, LAM, ..] | [LAM, LAM, ..] => Part::Other,
            _ => Part::Unknown,
        }
    }
}

/// Letters of the longest word that may be a name.
const LONGEST: usize = 14;

const NOON: u8 = arabic('ن');
