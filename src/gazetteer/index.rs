//! Records and lexicon compiled for look-up: surface forms, their senses, the automaton.

use std::collections::HashSet;

use super::folding::Folding;
use super::forms::Forms;
use super::lexicon::{Head, Lexicon};
use super::matcher::Matcher;
use super::parallel;
use super::record::{Code, Context, Record};
use super::sense::{Sense, Sorts};
use super::word_table::WordTable;
use crate::entity::EntityType;
use crate::error::Error;
use crate::normalize::Profile;
use crate::normalize::table::Table;

/// Everything that a text is read against.
#[derive(Clone, Debug)]
pub(crate) struct Index {
    pub(crate) table: &'static Table,
    pub(crate) records: Vec<Record>,
    /// What recognisers ask of each record, side by side, since records lie far apart.
    facts: Vec<Facts>,
    pub(crate) heads: Vec<Head>,
    pub(crate) matcher: Matcher,
    /// Where the entries of each surface form begin; one more at the end.
    starts: Vec<u32>,
    entries: Vec<Entry>,
    exact: Vec<Exact>,
    particles: HashSet<Box<[u8]>>,
    /// What is known of each word: the forms that begin with it, and its sets.
    pub(crate) words: WordTable,
    /// The words that date rules spell out, which are too frequent for the automaton as well.
    literals: Vec<Box<[u8]>>,
}

/// The part of a record that decides whether and as what its names are found.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Facts {
    pub(crate) entity_type: EntityType,
    pub(crate) prior: u8,
    pub(crate) context: Context,
    pub(crate) iso: Option<Code>,
}

/// A sense of a surface form with what the spelling in the text must show.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    pub(crate) sense: Sense,
    pub(crate) spelling: Spelling,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Spelling {
    /// Any that folds to the form.
    Any,
    /// The letters of [`Index::exact_form`].
    Exact(u32),
    /// Any but that of a particle: علي, not على.
    NoParticle,
}

/// A form whose letters count as they are: آب, not اب; WHO, not who.
#[derive(Clone, Debug)]
pub(super) struct Exact {
    pub(super) codes: Box<[u8]>,
    /// The Latin letters of the form, in their case, which folding takes away.
    pub(super) latin: Box<str>,
}

impl Index {
    /// Compiles `records` (an id comes once), the lexicon and the words that date rules spell out; `begins` says of a sense
    /// whether a date may begin with it.
    pub(crate) fn new(
        profile: Profile,
        records: Vec<Record>,
        lexicon: Lexicon,
        literals: &[&str],
        begins: impl Fn(Sense) -> bool,
    ) -> Result<Index, Error> {
        let names: usize = records.iter().map(|record| record.names.len()).sum();
        let mut forms = Forms::new(profile, &lexicon.particles, names + lexicon.words.len());
        forms.add_names(&records);
        for word in &lexicon.words {
            forms.add(&word.text, word.sense, word.exact);
        }
        let spelled = literals.iter().map(|literal| forms.folded(literal)).collect();
        for (i, literal) in literals.iter().enumerate() {
            let sense = Sense::Literal(i as u16);
            if begins(sense) {
                forms.add(literal, sense, false);
            }
        }
        let mut starts = Vec::with_capacity(forms.surfaces.len() + 1);
        let mut entries = Vec::with_capacity(forms.entries.len());
        let mut sorts = Vec::with_capacity(forms.surfaces.len());
        for form in 0..forms.surfaces.len() {
            starts.push(entries.len() as u32);
            entries.extend(forms.entries.of(form));
            sorts.push(forms.entries.of(form).fold(Sorts::default(), |all, entry| {
                let country = match entry.sense {
                    Sense::Name { record, .. } if records[record as usize].iso.is_some() => Sorts::COUNTRY,
                    sense if begins(sense) => Sorts::DATE,
                    _ => Sorts::default(),
                };
                all.and(Sorts::of(entry.sense)).and(country)
            }));
        }
        starts.push(entries.len() as u32);
        let (sets, (words, matcher)) = parallel::join(
            || lexicon.words_asked(profile),
            || {
                let surfaces = std::mem::take(&mut forms.surfaces);
                (WordTable::new(&surfaces, &sorts), Matcher::new(surfaces, sorts))
            },
        );
        let (words, matcher) = (words.with_sets(sets?), matcher?);
        let facts = records.iter().map(|r| Facts {
            entity_type: r.entity_type,
            prior: r.prior,
            context: r.context,
            iso: r.iso,
        });
        Ok(Index {
            table: Table::of(profile),
            facts: facts.collect(),
            records,
            heads: lexicon.heads,
            matcher,
            starts,
            entries,
            exact: forms.exact,
            particles: forms.particles,
            words,
            literals: spelled,
        })
    }

    /// The entries of a surface form.
    #[inline]
    pub(crate) fn entries(&self, surface: u32) -> &[Entry] {
        let at = surface as usize;
        &self.entries[self.starts[at] as usize..self.starts[at + 1] as usize]
    }

    /// What decides about a record's names.
    #[inline]
    pub(crate) fn facts(&self, record: u32) -> Facts {
        self.facts[record as usize]
    }

    /// True if `text`, which folds to the form of an entry, is spelled as the entry asks. `text` is without clitics, but
    /// may lack the alef of the article after ل.
    pub(crate) fn is_spelled(&self, spelling: Spelling, text: &str) -> bool {
        match spelling {
            Spelling::Any => true,
            Spelling::Exact(form) => {
                let exact = &self.exact[form as usize];
                *Folding::new(Profile::Strict).fold(text) == *exact.codes
                    && text.chars().filter(char::is_ascii_alphabetic).eq(exact.latin.chars())
            }
            Spelling::NoParticle => {
                let mut strict = Folding::new(Profile::Strict);
                strict.fold(text);
                !strict.words().any(|word| self.particles.contains(word))
            }
        }
    }

    /// True if a text is spelled as a particle and no name: على.
    pub(crate) fn is_particle(&self, text: &str) -> bool {
        self.particles.contains(Folding::new(Profile::Strict).fold(text))
    }

    /// The folded words that a date rule spells out, with spaces between.
    pub(crate) fn literal(&self, literal: u16) -> &[u8] {
        &self.literals[usize::from(literal)]
    }

    /// How many surface forms there are.
    pub(crate) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// Bytes of heap that look-up takes, the records not counted.
    pub(crate) fn memory(&self) -> usize {
        let exact: usize = self.exact.iter().map(|e| size_of::<Exact>() + e.codes.len() + e.latin.len()).sum();
        self.words.memory()
            + self.matcher.memory()
            + self.starts.len() * 4
            + self.entries.len() * size_of::<Entry>()
            + exact
    }
}
