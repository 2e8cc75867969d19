//! The Aho-Corasick automaton of surface forms.
//!
//! Every pattern begins with [`START`], a byte that no text has. The automaton takes it once, when it is built, and walks
//! begin in the state after it. So no proper suffix of a walk begins a pattern, the failure links carry no matches, and a
//! state that matches says that exactly the name was read.
//!
//! It is in parts, by the first words of the names, and a part is built when a text first has two words that such a name
//! begins with. So the first text waits for the names that it may hold and for no others.

use std::sync::OnceLock;

use aho_corasick::automaton::{Automaton as _, StateID};
use aho_corasick::nfa::contiguous::NFA;
use aho_corasick::{Anchored, MatchKind};

use super::forms::Surfaces;
use super::key::Key;
use super::word_table::{WordTable, first_word};
use crate::error::{Error, ErrorKind};
use crate::text::code::START;

/// Bytes of patterns that one part can surely hold: a letter takes eight words of four bytes at the most, and the library
/// numbers states by their words, in 31 bits.
const MOST: usize = (1 << 31) / 8;

/// How many parts there are.
const PARTS: usize = 256;

/// The part of the names that begin with the word of a hash.
fn part_of(first: u64) -> usize {
    (first >> 56) as usize
}

/// The parts; those of names that begin with a word are found by its hash.
#[derive(Clone, Debug)]
pub(super) struct Automaton {
    surfaces: Surfaces,
    parts: Box<[Lazy]>,
}

/// A part, and the forms that it is built of.
#[derive(Clone, Debug, Default)]
struct Lazy {
    forms: Vec<u32>,
    part: OnceLock<Part>,
}

/// The automaton of some of the names.
#[derive(Clone, Debug)]
pub(super) struct Part {
    nfa: NFA,
    /// The state behind [`START`].
    start: StateID,
    /// The form that each pattern is.
    forms: Box<[u32]>,
}

impl Automaton {
    /// The automaton of the forms that the table of first words does not hold by itself.
    pub(super) fn new(surfaces: Surfaces) -> Result<Automaton, Error> {
        let mut parts = vec![Lazy::default(); PARTS];
        let mut bytes = [0; PARTS];
        for number in (0..surfaces.len() as u32).filter(|&number| !WordTable::hold(surfaces.form(number))) {
            let part = part_of(Key::of(first_word(surfaces.form(number))).hash());
            parts[part].forms.push(number);
            bytes[part] += surfaces.pattern(number).len();
        }
        if bytes.iter().any(|&bytes| bytes > MOST) {
            return Err(Error::new(ErrorKind::TooLarge, "too many names for one matcher"));
        }
        Ok(Automaton { surfaces, parts: parts.into() })
    }

    /// The part of the names that begin with the word of a hash.
    #[inline]
    pub(super) fn part(&self, first: u64) -> &Part {
        let lazy = &self.parts[part_of(first)];
        lazy.part.get_or_init(|| Part::new(&self.surfaces, &lazy.forms))
    }

    /// Bytes of heap, the parts counted that were built so far.
    pub(super) fn memory(&self) -> usize {
        let forms: usize = self.parts.iter().map(|lazy| lazy.forms.len() * size_of::<u32>()).sum();
        let built = self.parts.iter().filter_map(|lazy| lazy.part.get());
        let parts: usize = built.map(|part| part.nfa.memory_usage() + part.forms.len() * size_of::<u32>()).sum();
        self.surfaces.memory() + forms + parts
    }
}

impl Part {
    fn new(surfaces: &Surfaces, forms: &[u32]) -> Part {
        // In their order, patterns build the automaton a quarter faster.
        let mut forms: Box<[u32]> = forms.into();
        forms.sort_unstable_by_key(|&form| surfaces.form(form));
        let patterns = forms.iter().map(|&form| surfaces.pattern(form));
        let nfa = NFA::builder().match_kind(MatchKind::Standard).prefilter(false).build(patterns);
        let nfa = nfa.expect("the size was checked before");
        let root = nfa.start_state(Anchored::Yes).expect("contiguous automata search anchored as well");
        let start = nfa.next_state(Anchored::Yes, root, START);
        Part { nfa, start, forms }
    }

    /// The state after these codes from the beginning of a form; `None` if no form begins with them.
    #[inline]
    pub(super) fn after(&self, codes: impl Iterator<Item = u8>) -> Option<StateID> {
        let mut state = self.start;
        for code in codes {
            state = self.next(state, code)?;
        }
        Some(state)
    }

    /// The state after one more code; `None` if no form goes on so.
    #[inline(always)]
    pub(super) fn next(&self, state: StateID, code: u8) -> Option<StateID> {
        let next = self.nfa.next_state(Anchored::Yes, state, code);
        (!self.nfa.is_dead(next)).then_some(next)
    }

    /// The form that a state says was read.
    #[inline]
    pub(super) fn surface(&self, state: StateID) -> Option<u32> {
        self.nfa.is_match(state).then(|| self.forms[self.nfa.match_pattern(state, 0).as_usize()])
    }
}
