//! Surface forms while they are gathered: each folded once, with its senses.

use std::collections::HashSet;
use std::hash::BuildHasher;

use foldhash::fast::FixedState;
use hashbrown::HashTable;

use super::index::{Entry, Exact, Spelling};
use super::matcher::separator;
use super::sense::Sense;
use crate::normalize::Profile;
use crate::normalize::table::Table;
use crate::normalize::words::Words;
use crate::text::code::{SPACE, START};

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
    pub(super) table: &'static Table,
    pub(super) strict: &'static Table,
    pub(super) surfaces: Surfaces,
    pub(super) entries: Chains,
    pub(super) exact: Vec<Exact>,
    pub(super) particles: HashSet<Box<[u8]>>,
    /// The particles as the profile folds them.
    folded_particles: HashSet<Box<[u8]>, FixedState>,
    hasher: FixedState,
    /// The number of each form, found by its letters.
    ids: HashTable<u32>,
    words: Words,
    codes: Vec<u8>,
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
            table: Table::of(profile),
            strict: Table::of(Profile::Strict),
            surfaces: Surfaces::default(),
            entries: Chains::default(),
            exact: Vec::new(),
            particles: HashSet::new(),
            folded_particles: HashSet::default(),
            hasher: FixedState::default(),
            ids: HashTable::with_capacity(names),
            words: Words::default(),
            codes: Vec::new(),
        };
        for particle in particles {
            let strict = forms.strict(particle);
            forms.particles.insert(strict);
            let folded = forms.folded(particle);
            forms.folded_particles.insert(folded);
        }
        forms
    }

    /// Adds a name, which a particle of the same folded letters must not be taken for.
    pub(super) fn add_name(&mut self, text: &str, sense: Sense, exact: bool) {
        self.fold(text);
        let has_particle =
            self.words.words.iter().any(|word| self.folded_particles.contains(self.words.codes_of(word)));
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
        self.fold(text);
        let spelling = if exact { self.exactly(text) } else { Spelling::Any };
        self.insert(Entry { sense, spelling });
    }

    /// Adds an entry of the form that was folded last.
    fn insert(&mut self, entry: Entry) {
        if self.codes.is_empty() {
            return;
        }
        let hash = |form: &[u8]| self.hasher.hash_one(form);
        let surfaces = &self.surfaces;
        let found = self.ids.find(hash(&self.codes), |&id| surfaces.form(id) == self.codes);
        let Some(&at) = found else {
            let id = self.surfaces.len() as u32;
            self.ids.insert_unique(hash(&self.codes), id, |&id| self.hasher.hash_one(surfaces.form(id)));
            self.surfaces.push(&self.codes);
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
        let codes = self.strict(text);
        let latin = text.chars().filter(char::is_ascii_alphabetic).collect::<String>().into();
        self.exact.push(Exact { codes, latin });
        Spelling::Exact(self.exact.len() as u32 - 1)
    }

    /// True if the name itself has a word that is spelled as a particle.
    fn is_of_particles(&mut self, text: &str) -> bool {
        self.words.read_all(text, self.strict);
        self.words.words.iter().any(|word| self.particles.contains(self.words.codes_of(word)))
    }

    /// Folds a form into `codes`.
    fn fold(&mut self, text: &str) {
        self.words.read_all(text, self.table);
        join(&self.words, &mut self.codes);
    }

    pub(super) fn folded(&mut self, text: &str) -> Box<[u8]> {
        self.words.read_all(text, self.table);
        joined(&self.words)
    }

    fn strict(&mut self, text: &str) -> Box<[u8]> {
        self.words.read_all(text, self.strict);
        joined(&self.words)
    }
}

/// The words of a name with what the automaton is fed between them; where a text could have nothing that a name runs
/// over, a space.
pub(super) fn joined(words: &Words) -> Box<[u8]> {
    let mut codes = Vec::with_capacity(words.codes.len());
    join(words, &mut codes);
    codes.into()
}

fn join(words: &Words, codes: &mut Vec<u8>) {
    codes.clear();
    let mut letters = 0;
    for (i, word) in words.words.iter().enumerate() {
        if i > 0 {
            match separator(word.gap, letters) {
                Some(0) => {}
                Some(code) => codes.push(code),
                None => codes.push(SPACE),
            }
        }
        codes.extend_from_slice(words.codes_of(word));
        letters = word.end - word.start;
    }
}
