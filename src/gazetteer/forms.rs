//! Surface forms while they are gathered: each folded once, with its senses.

use std::collections::HashSet;
use std::hash::BuildHasher;

use foldhash::fast::FixedState;
use hashbrown::HashTable;
use hashbrown::hash_table::Entry as Slot;

use super::folding::Folding;
use super::index::{Entry, Exact, Spelling};
use super::parallel;
use super::record::{Name, Record};
use super::sense::Sense;
use crate::normalize::Profile;
use crate::text::code::START;

/// Folded surface forms one behind the other, each after [`START`], as the automaton wants them.
#[derive(Clone, Debug, Default)]
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

    /// Bytes of heap.
    pub(super) fn memory(&self) -> usize {
        self.codes.len() + self.ends.len() * size_of::<u32>()
    }

    pub(super) fn push(&mut self, form: &[u8]) {
        self.codes.push(START);
        self.codes.extend_from_slice(form);
        self.ends.push(self.codes.len() as u32);
    }
}

/// Names that were folded, one behind the other.
#[derive(Default)]
struct Folded {
    codes: Vec<u8>,
    /// Where each ends, and whether a word of it is a particle once folded.
    ends: Vec<(u32, bool)>,
}

impl Folded {
    fn forms(&self) -> impl Iterator<Item = (&[u8], bool)> {
        let mut start = 0;
        self.ends.iter().map(move |&(end, has_particle)| {
            (&self.codes[std::mem::replace(&mut start, end as usize)..end as usize], has_particle)
        })
    }
}

/// Surface forms with their senses, and what spelling a sense may ask for.
pub(super) struct Forms {
    profile: Profile,
    folding: Folding,
    /// For spellings that the profile folds and an entry does not.
    strict: Folding,
    pub(super) surfaces: Surfaces,
    pub(super) entries: Chains,
    pub(super) exact: Vec<Exact>,
    pub(super) particles: HashSet<Box<[u8]>>,
    /// The particles as the profile folds them.
    folded_particles: HashSet<Box<[u8]>, FixedState>,
    longest_particle: usize,
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
            profile,
            folding: Folding::new(profile),
            strict: Folding::new(Profile::Strict),
            surfaces: Surfaces::default(),
            entries: Chains::default(),
            exact: Vec::new(),
            particles: HashSet::new(),
            folded_particles: HashSet::default(),
            longest_particle: 0,
            hasher: FixedState::default(),
            ids: HashTable::with_capacity(names),
        };
        for particle in particles {
            forms.particles.insert(forms.strict.fold(particle).into());
            let folded = forms.folding.fold(particle);
            forms.longest_particle = forms.longest_particle.max(folded.len());
            forms.folded_particles.insert(folded.into());
        }
        forms
    }

    /// Adds the names of all records.
    pub(super) fn add_names(&mut self, records: &[Record]) {
        const CHUNK: usize = 1 << 10;
        let chunks: Vec<&[Record]> = records.chunks(CHUNK).collect();
        let folded = parallel::run(chunks.len(), |number| self.fold_names(chunks[number]));
        for (number, (chunk, folded)) in chunks.iter().zip(folded).enumerate() {
            let mut forms = folded.forms();
            for (i, record) in chunk.iter().enumerate() {
                for (form, name) in record.names.iter().enumerate() {
                    let Some((codes, has_particle)) = forms.next() else { return };
                    let record = (number * CHUNK + i) as u32;
                    let sense = Sense::Name { record, form: form as u16, guard: name.guard };
                    let spelling = self.spelling_of(name, has_particle);
                    self.insert(codes, Entry { sense, spelling });
                }
            }
        }
    }

    /// What the spelling of a name must show: a particle of the same folded letters must not be taken for it.
    fn spelling_of(&mut self, name: &Name, has_particle: bool) -> Spelling {
        if name.exact {
            self.exactly(&name.text)
        } else if has_particle && !self.is_of_particles(&name.text) {
            Spelling::NoParticle
        } else {
            Spelling::Any
        }
    }

    fn fold_names(&self, records: &[Record]) -> Folded {
        let mut folding = Folding::new(self.profile);
        let mut folded = Folded::default();
        for name in records.iter().flat_map(|record| &record.names) {
            folded.codes.extend_from_slice(folding.fold(&name.text));
            let has_particle = folding.words().any(|word| self.may_be_particle(word));
            folded.ends.push((folded.codes.len() as u32, has_particle));
        }
        folded
    }

    /// True for what a particle becomes once folded; all of them are short.
    fn may_be_particle(&self, word: &[u8]) -> bool {
        word.len() <= self.longest_particle && self.folded_particles.contains(word)
    }

    /// Adds a word of the lexicon.
    pub(super) fn add(&mut self, text: &str, sense: Sense, exact: bool) {
        let codes: Box<[u8]> = self.folding.fold(text).into();
        let spelling = if exact { self.exactly(text) } else { Spelling::Any };
        self.insert(&codes, Entry { sense, spelling });
    }

    fn insert(&mut self, codes: &[u8], entry: Entry) {
        if codes.is_empty() {
            return;
        }
        let surfaces = &self.surfaces;
        let slot = self.ids.entry(
            self.hasher.hash_one(codes),
            |&form| surfaces.form(form) == codes,
            |&form| self.hasher.hash_one(surfaces.form(form)),
        );
        let at = match slot {
            Slot::Occupied(slot) => *slot.get(),
            Slot::Vacant(slot) => {
                slot.insert(surfaces.len() as u32);
                self.surfaces.push(codes);
                self.entries.begin(entry);
                return;
            }
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
