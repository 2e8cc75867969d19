//! Surface forms while they are gathered: each folded once, with its senses.

use std::collections::HashSet;
use std::hash::BuildHasher;

use foldhash::fast::FixedState;
use hashbrown::HashTable;

use super::folding::Folding;
use super::index::{Entry, Exact, Spelling};
use super::sense::Sense;
use crate::normalize::Profile;
use crate::text::code::START;

/// Folded surface forms one behind the other, each after [`START`], as the automaton wants them.
#[derive(Default)]
pub(crate) struct Surfaces {
    codes: Vec<u8>,
    /// Where each form ends.
    ends: Vec<u32>,
}

impl Surfaces {
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// A form with [`START`] before it.
    pub(crate) fn pattern(&self, form: u32) -> &[u8] {
        let at = form as usize;
        let start = if at == 0 { 0 } else { self.ends[at - 1] as usize };
        &self.codes[start..self.ends[at] as usize]
    }

    /// A form.
    pub(crate) fn form(&self, form: u32) -> &[u8] {
        &self.pattern(form)[1..]
    }

    fn push(&mut self, form: &[u8]) {
        self.codes.push(START);
        self.codes.extend_from_slice(form);
        self.ends.push(self.codes.len() as u32);
    }
}

/// Surface forms with their senses, and what spelling a sense may ask for.
pub(super) struct Forms {
    folding: Folding,
    /// For spellings that the profile folds and an entry does not.
    strict: Folding,
    pub(super) surfaces: Surfaces,
    pub(super) entries: Chains,
    pub(super) exact: Vec<Exact>,
    pub(super) particles: HashSet<Box<[u8]>>,
    /// The particles as the profile folds them.
    folded_particles: HashSet<Box<[u8]>, FixedState>,
    hasher: FixedState,
    /// The number of each form, found by its letters.
    ids: HashTable<u32>,
}

/// The entries of each form, as chains through one list.
#[derive(Default)]
pub(super) struct Chains {
    /// For each form, its first and its last entry.
    ends: Vec<(u32, u32)>,
    entries: Vec<(Entry, u32)>,
}

impl Chains {
    const END: u32 = u32::MAX;

    /// How many entries there are.
    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    /// The entries of a form in the order in which they were added.
    pub(super) fn of(&self, form: usize) -> impl Iterator<Item = Entry> {
        let next = |at: u32| self.entries.get(at as usize);
        std::iter::successors(next(self.ends[form].0), move |(_, at)| next(*at)).map(|&(entry, _)| entry)
    }

    fn find(&mut self, form: usize, same: impl Fn(Sense) -> bool) -> Option<&mut Entry> {
        let mut at = self.ends[form].0;
        while at != Chains::END && !same(self.entries[at as usize].0.sense) {
            at = self.entries[at as usize].1;
        }
        self.entries.get_mut(at as usize).map(|(entry, _)| entry)
    }

    fn begin(&mut self, entry: Entry) {
        let at = self.entries.len() as u32;
        self.ends.push((at, at));
        self.entries.push((entry, Chains::END));
    }

    fn push(&mut self, form: usize, entry: Entry) {
        let at = self.entries.len() as u32;
        let last = std::mem::replace(&mut self.ends[form].1, at);
        self.entries[last as usize].1 = at;
        self.entries.push((entry, Chains::END));
    }
}

impl Forms {
    /// No forms, and room for about so many.
    pub(super) fn new(profile: Profile, particles: &[Box<str>], names: usize) -> Forms {
        let mut forms = Forms {
            folding: Folding::new(profile),
            strict: Folding::new(Profile::Strict),
            surfaces: Surfaces::default(),
            entries: Chains::default(),
            exact: Vec::new(),
            particles: HashSet::new(),
            folded_particles: HashSet::default(),
            hasher: FixedState::default(),
            ids: HashTable::with_capacity(names),
        };
        for particle in particles {
            forms.particles.insert(forms.strict.fold(particle).into());
            forms.folded_particles.insert(forms.folding.fold(particle).into());
        }
        forms
    }

    /// Adds a name, which a particle of the same folded letters must not be taken for.
    pub(super) fn add_name(&mut self, text: &str, sense: Sense, exact: bool) {
        self.folding.fold(text);
        let has_particle = self.folding.words().any(|word| self.folded_particles.contains(word));
        let spelling = if exact {
            self.exactly(text)
        } else if has_particle && !self.is_of_particles(text) {
            Spelling::NoParticle
        } else {
            Spelling::Any
        };
        self.insert(Entry { sense, spelling });
    }

    /// Adds a word of the lexicon.
    pub(super) fn add(&mut self, text: &str, sense: Sense, exact: bool) {
        self.folding.fold(text);
        let spelling = if exact { self.exactly(text) } else { Spelling::Any };
        self.insert(Entry { sense, spelling });
    }

    /// Adds an entry of the form that was folded last.
    fn insert(&mut self, entry: Entry) {
        let codes = self.folding.last();
        if codes.is_empty() {
            return;
        }
        let hash = |form: &[u8]| self.hasher.hash_one(form);
        let surfaces = &self.surfaces;
        let found = self.ids.find(hash(codes), |&id| surfaces.form(id) == codes);
        let Some(&at) = found else {
            let id = self.surfaces.len() as u32;
            self.ids.insert_unique(hash(codes), id, |&id| self.hasher.hash_one(surfaces.form(id)));
            self.surfaces.push(codes);
            self.entries.begin(entry);
            return;
        };
        // Two forms of one record that fold to the same letters are one form, with the weaker condition.
        let same = |sense| match (sense, entry.sense) {
            (Sense::Name { record: a, .. }, Sense::Name { record: b, .. }) => a == b,
            (a, b) => a == b,
        };
        match self.entries.find(at as usize, same) {
            Some(first) if first.spelling == Spelling::Any => {}
            Some(first) => first.spelling = entry.spelling,
            None => self.entries.push(at as usize, entry),
        }
    }

    fn exactly(&mut self, text: &str) -> Spelling {
        let codes = self.strict.fold(text).into();
        let latin = text.chars().filter(char::is_ascii_alphabetic).collect::<String>().into();
        self.exact.push(Exact { codes, latin });
        Spelling::Exact(self.exact.len() as u32 - 1)
    }

    /// True if the name itself has a word that is spelled as a particle.
    fn is_of_particles(&mut self, text: &str) -> bool {
        self.strict.fold(text);
        self.strict.words().any(|word| self.particles.contains(word))
    }

    /// The letters of a word under the profile.
    pub(super) fn folded(&mut self, text: &str) -> Box<[u8]> {
        self.folding.fold(text).into()
    }
}
