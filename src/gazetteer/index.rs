//! Records and lexicon compiled for look-up: surface forms, their senses, the automaton.

use std::collections::{HashMap, HashSet};

use super::lexicon::{Head, Lexicon};
use super::matcher::{Matcher, separator};
use super::record::{Code, Context, Record};
use super::sense::{Sense, Sorts};
use crate::clitic::proclitic;
use crate::entity::EntityType;
use crate::error::Error;
use crate::normalize::Profile;
use crate::normalize::table::Table;
use crate::normalize::words::Words;
use crate::text::code::SPACE;

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
    /// The sorts of sense of each surface form.
    sorts: Vec<Sorts>,
    /// For spellings that the profile folds and an entry does not.
    strict: &'static Table,
    exact: Vec<Exact>,
    particles: HashSet<Box<[u8]>>,
    /// Words after which a place stands. They are among the most frequent of all words, so they are not in the automaton
    /// but looked up where the answer matters.
    place_cues: HashSet<Box<[u8]>>,
    /// The words that date rules spell out, for the same reason.
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
struct Exact {
    codes: Box<[u8]>,
    /// The Latin letters of the form, in their case, which folding takes away.
    latin: Box<str>,
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
        let mut forms = Forms::new(profile, &lexicon.particles);
        for (i, record) in records.iter().enumerate() {
            for (form, name) in record.names.iter().enumerate() {
                let sense = Sense::Name { record: i as u32, form: form as u16, guard: name.guard };
                forms.add_name(&name.text, sense, name.exact);
            }
        }
        for word in &lexicon.words {
            forms.add(&word.text, word.sense, word.exact);
        }
        let place_cues = lexicon.place_cues.iter().map(|cue| forms.folded(cue)).collect();
        let spelled = literals.iter().map(|literal| forms.folded(literal)).collect();
        for (i, literal) in literals.iter().enumerate() {
            let sense = Sense::Literal(i as u16);
            if begins(sense) {
                forms.add(literal, sense, false);
            }
        }
        let matcher = Matcher::new(&forms.codes)?;
        let mut starts = Vec::with_capacity(forms.entries.len() + 1);
        let mut entries = Vec::with_capacity(forms.entries.len());
        let mut sorts = Vec::with_capacity(forms.entries.len());
        for of_form in &forms.entries {
            starts.push(entries.len() as u32);
            entries.extend_from_slice(of_form);
            sorts.push(of_form.iter().fold(Sorts::default(), |all, entry| {
                let country = match entry.sense {
                    Sense::Name { record, .. } if records[record as usize].iso.is_some() => Sorts::COUNTRY,
                    sense if begins(sense) => Sorts::DATE,
                    _ => Sorts::default(),
                };
                all.and(Sorts::of(entry.sense)).and(country)
            }));
        }
        starts.push(entries.len() as u32);
        let facts = records.iter().map(|r| Facts {
            entity_type: r.entity_type,
            prior: r.prior,
            context: r.context,
            iso: r.iso,
        });
        Ok(Index {
            table: forms.table,
            facts: facts.collect(),
            records,
            heads: lexicon.heads,
            matcher,
            starts,
            entries,
            sorts,
            strict: forms.strict,
            exact: forms.exact,
            particles: forms.particles,
            place_cues,
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

    /// The sorts of sense of a surface form.
    #[inline]
    pub(crate) fn sorts(&self, surface: u32) -> Sorts {
        self.sorts[surface as usize]
    }

    /// True if `text`, which folds to the form of an entry, is spelled as the entry asks. `text` is without clitics, but
    /// may lack the alef of the article after ل.
    pub(crate) fn is_spelled(&self, spelling: Spelling, text: &str) -> bool {
        match spelling {
            Spelling::Any => true,
            Spelling::Exact(form) => {
                let mut words = Words::default();
                words.read_all(text, self.strict);
                let exact = &self.exact[form as usize];
                joined(&words) == exact.codes && text.chars().filter(char::is_ascii_alphabetic).eq(exact.latin.chars())
            }
            Spelling::NoParticle => {
                let mut words = Words::default();
                words.read_all(text, self.strict);
                !words.words.iter().any(|word| self.particles.contains(words.codes_of(word)))
            }
        }
    }

    /// True for a word after which a place stands, a particle before it or not: في, وفي.
    pub(crate) fn asks_for_place(&self, codes: &[u8]) -> bool {
        let rest = || codes.get(1..).filter(|_| proclitic::may_begin(codes[0]));
        self.place_cues.contains(codes) || rest().is_some_and(|rest| self.place_cues.contains(rest))
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
        self.matcher.memory() + self.starts.len() * 4 + self.entries.len() * size_of::<Entry>() + exact
    }
}

/// Surface forms while they are gathered.
struct Forms {
    table: &'static Table,
    strict: &'static Table,
    ids: HashMap<Box<[u8]>, u32>,
    codes: Vec<Box<[u8]>>,
    entries: Vec<Vec<Entry>>,
    exact: Vec<Exact>,
    particles: HashSet<Box<[u8]>>,
    /// The particles as the profile folds them.
    folded_particles: HashSet<Box<[u8]>>,
    words: Words,
}

impl Forms {
    fn new(profile: Profile, particles: &[Box<str>]) -> Forms {
        let mut forms = Forms {
            table: Table::of(profile),
            strict: Table::of(Profile::Strict),
            ids: HashMap::new(),
            codes: Vec::new(),
            entries: Vec::new(),
            exact: Vec::new(),
            particles: HashSet::new(),
            folded_particles: HashSet::new(),
            words: Words::default(),
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
    fn add_name(&mut self, text: &str, sense: Sense, exact: bool) {
        let codes = self.folded(text);
        let has_particle =
            self.words.words.iter().any(|word| self.folded_particles.contains(self.words.codes_of(word)));
        let spelling = if exact {
            self.exactly(text)
        } else if has_particle && !self.is_of_particles(text) {
            Spelling::NoParticle
        } else {
            Spelling::Any
        };
        self.insert(codes, Entry { sense, spelling });
    }

    fn add(&mut self, text: &str, sense: Sense, exact: bool) {
        let codes = self.folded(text);
        let spelling = if exact { self.exactly(text) } else { Spelling::Any };
        self.insert(codes, Entry { sense, spelling });
    }

    fn insert(&mut self, codes: Box<[u8]>, entry: Entry) {
        if codes.is_empty() {
            return;
        }
        let at = match self.ids.get(&codes) {
            Some(&at) => at as usize,
            None => {
                let at = self.codes.len();
                self.ids.insert(codes.clone(), at as u32);
                self.codes.push(codes);
                self.entries.push(Vec::new());
                at
            }
        };
        // Two forms of one record that fold to the same letters are one form, with the weaker condition.
        let same = |e: &&mut Entry| match (e.sense, entry.sense) {
            (Sense::Name { record: a, .. }, Sense::Name { record: b, .. }) => a == b,
            (a, b) => a == b,
        };
        match self.entries[at].iter_mut().find(same) {
            Some(first) if first.spelling == Spelling::Any => {}
            Some(first) => first.spelling = entry.spelling,
            None => self.entries[at].push(entry),
        }
    }

    fn exactly(&mut self, text: &str) -> Spelling {
        let codes = self.strict(text);
        self.exact
            .push(Exact { codes, latin: text.chars().filter(char::is_ascii_alphabetic).collect::<String>().into() });
        Spelling::Exact(self.exact.len() as u32 - 1)
    }

    /// True if the name itself has a word that is spelled as a particle.
    fn is_of_particles(&mut self, text: &str) -> bool {
        self.words.read_all(text, self.strict);
        self.words.words.iter().any(|word| self.particles.contains(self.words.codes_of(word)))
    }

    fn folded(&mut self, text: &str) -> Box<[u8]> {
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
fn joined(words: &Words) -> Box<[u8]> {
    let mut codes = Vec::with_capacity(words.codes.len());
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
    codes.into()
}
