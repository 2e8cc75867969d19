//! The Aho-Corasick automaton over folded words.
//!
//! It is stepped from the beginning of words only, so a name inside a longer word is never met, and it goes on over the
//! gap to the next word as long as some name does, reporting every name that ends on the way: a long name that fails in
//! the end (الأمم المتحد) has hidden nothing.
//!
//! Every pattern begins with [`START`], a byte that no text has. The automaton takes it once, when it is built, and walks
//! begin in the state after it. So no proper suffix of a walk begins a pattern, the failure links carry no matches, and a
//! state that matches says that exactly the name was read.

use aho_corasick::automaton::{Automaton, StateID};
use aho_corasick::nfa::contiguous::NFA;
use aho_corasick::{Anchored, MatchKind};

use crate::clitic::enclitic::{self, Split};
use crate::clitic::proclitic::{self, Cut};
use crate::error::{Error, ErrorKind};
use crate::gazetteer::first_words::{FirstWords, Key, Start, first_word};
use crate::gazetteer::forms::Surfaces;
use crate::gazetteer::sense::Sorts;
use crate::normalize::words::Words;
use crate::text::code::{ALEF, HEH, SIGN, SPACE, START};
use crate::text::gap::Gap;

/// The automaton, and the table of first words before it.
#[derive(Clone, Debug)]
pub(crate) struct Matcher {
    nfa: NFA,
    start: StateID,
    /// The form that each pattern of the automaton is.
    forms: Box<[u32]>,
    first: FirstWords,
}

/// What a walk found: a surface form over some words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    /// The first word, and one past the last.
    pub(crate) first: u32,
    pub(crate) end: u32,
    pub(crate) surface: u32,
    pub(crate) cut: Cut,
    /// Letters of a pronoun cut from the end of the last word.
    pub(crate) tail: u8,
    /// The sorts of sense of the form; who reads the hits fills it in.
    pub(crate) sorts: Sorts,
}

impl Matcher {
    /// Builds the automaton of surface forms; each comes once. A hit's `surface` is the number of its form.
    pub(crate) fn new(surfaces: &Surfaces) -> Result<Matcher, Error> {
        let too_large =
            |e: &dyn std::fmt::Display| Error::new(ErrorKind::TooLarge, format!("too many names for one matcher: {e}"));
        // What the table holds whole needs no pattern. Sorted patterns build the automaton a quarter faster.
        let mut forms: Vec<u32> = (0..surfaces.len() as u32).collect();
        forms.retain(|&form| !FirstWords::hold(surfaces.form(form)));
        forms.sort_unstable_by_key(|&form| surfaces.form(form));
        let nfa = NFA::builder()
            .match_kind(MatchKind::Standard)
            .prefilter(false)
            .dense_depth(4)
            .build(forms.iter().map(|&form| surfaces.pattern(form)))
            .map_err(|e| too_large(&e))?;
        let root = nfa.start_state(Anchored::Yes).map_err(|e| too_large(&e))?;
        let start = nfa.next_state(Anchored::Yes, root, START);
        let mut matcher = Matcher { nfa, start, forms: forms.into(), first: FirstWords::new(surfaces.len()) };
        for number in 0..surfaces.len() as u32 {
            let form = surfaces.form(number);
            if FirstWords::hold(form) {
                matcher.first.insert_name(form, number);
            } else if let Some(start) = matcher.after(first_word(form).iter().copied()) {
                matcher.first.insert_beginning(form, start.state);
            }
        }
        Ok(matcher)
    }

    /// Calls `found` with every surface form that begins at a word, as it stands and less its clitics.
    #[inline]
    pub(crate) fn find(&self, words: &Words, at: usize, mut found: impl FnMut(Hit)) {
        let word = &words.words[at];
        let codes = words.codes_of(word);
        let key = Key::load(&words.codes, word.start as usize, codes.len());
        if self.first.may_begin(key) {
            self.walk(words, at, Cut::WHOLE, key, &mut found);
        }
        if proclitic::may_begin(codes[0]) {
            proclitic::cuts(codes, |cut| {
                let from = usize::from(cut.from);
                let rest = Key::load(&words.codes, word.start as usize + from, codes.len() - from);
                let key = if cut.alef { rest.after(ALEF) } else { rest };
                if self.first.may_begin(key) {
                    self.walk(words, at, cut, key, &mut found);
                }
            });
        }
        if let Some(split) = enclitic::split(codes) {
            self.stem(words, at, split, &mut found);
        }
    }

    /// Steps through the words from `at` on; `key` is that of the first, less its clitics.
    #[inline]
    fn walk(&self, words: &Words, at: usize, cut: Cut, key: Key, found: &mut impl FnMut(Hit)) {
        let first = &words.words[at];
        let start = if key.is_whole() {
            self.first.start(key)
        } else {
            self.after(proclitic::rest(words.codes_of(first), cut))
        };
        let Some(Start { mut state, mut surface, goes_on }) = start else { return };
        let mut word = first;
        let mut end = at + 1;
        loop {
            if let Some(surface) = surface {
                found(Hit { first: at as u32, end: end as u32, surface, cut, tail: 0, sorts: Sorts::default() });
            }
            if !goes_on {
                return;
            }
            let Some(next) = words.words.get(end) else { return };
            let next_key = || Key::load(&words.codes, next.start as usize, (next.end - next.start) as usize);
            if end == at + 1 && !self.first.may_follow(key, next_key()) {
                return;
            }
            match separator(next.gap, word.end - word.start) {
                None => return,
                Some(0) => {}
                Some(code) => state = self.next(state, code),
            }
            for &code in words.codes_of(next) {
                if self.nfa.is_dead(state) {
                    return;
                }
                state = self.next(state, code);
            }
            if self.nfa.is_dead(state) {
                return;
            }
            surface = self.surface(state);
            word = next;
            end += 1;
        }
    }

    /// Looks for a name of one word with a pronoun behind it: لبناننا.
    fn stem(&self, words: &Words, at: usize, split: Split, found: &mut impl FnMut(Hit)) {
        let word = &words.words[at];
        let codes = words.codes_of(word);
        let mut try_stem = |cut: Cut| {
            let from = usize::from(cut.from);
            if split.stem <= from {
                return;
            }
            let plain = self.exactly(proclitic::rest(&codes[..split.stem], cut));
            let surface = match plain {
                None if split.feminine => self.exactly(proclitic::rest(&codes[..split.stem - 1], cut).chain([HEH])),
                other => other,
            };
            if let Some(surface) = surface {
                let cut = Cut { clitics: cut.clitics.with_enclitic(split.pronoun), ..cut };
                let tail = (codes.len() - split.stem) as u8;
                found(Hit { first: at as u32, end: at as u32 + 1, surface, cut, tail, sorts: Sorts::default() });
            }
        };
        try_stem(Cut::WHOLE);
        if proclitic::may_begin(codes[0]) {
            proclitic::cuts(&codes[..split.stem], try_stem);
        }
    }

    /// The surface form of exactly these codes, which are one word.
    fn exactly(&self, codes: impl Iterator<Item = u8> + Clone) -> Option<u32> {
        match Key::collect(codes.clone()) {
            Some(key) => self.first.start(key)?.surface,
            None => self.after(codes)?.surface,
        }
    }

    /// The form that a state says was read.
    #[inline]
    fn surface(&self, state: StateID) -> Option<u32> {
        self.nfa.is_match(state).then(|| self.forms[self.nfa.match_pattern(state, 0).as_usize()])
    }

    /// What the automaton says after these codes; `None` if no form begins with them.
    fn after(&self, codes: impl Iterator<Item = u8>) -> Option<Start> {
        let mut state = self.start;
        for code in codes {
            state = self.next(state, code);
            if self.nfa.is_dead(state) {
                return None;
            }
        }
        Some(Start { state, surface: self.surface(state), goes_on: true })
    }

    #[inline(always)]
    fn next(&self, state: StateID, code: u8) -> StateID {
        self.nfa.next_state(Anchored::Yes, state, code)
    }

    /// Bytes of heap.
    pub(crate) fn memory(&self) -> usize {
        self.nfa.memory_usage() + self.forms.len() * size_of::<u32>() + self.first.memory()
    }
}

/// What the automaton is fed between two words of a name: a code, 0 for nothing, `None` where no name goes on.
///
/// `letters` is the length of the word before the gap: space after a full stop stands inside names between initials only
/// (أ. ف. ب).
#[inline]
pub(crate) fn separator(gap: Gap, letters: u32) -> Option<u8> {
    const QUOTED: Gap = Gap::SPACE.and(Gap::LINE).and(Gap::QUOTE);
    const INITIALS: Gap = Gap::SPACE.and(Gap::DOT);
    const SLASH: Gap = Gap::SPACE.and(Gap::SLASH);
    if gap.is_blank() || gap == Gap::HYPHEN {
        Some(SPACE)
    } else if gap == Gap::NONE {
        Some(0)
    } else if gap == Gap::SIGN {
        Some(SIGN) // مجموعة 5+1
    } else if gap.within(SLASH) {
        Some(b'/')
    } else if gap == Gap::DOT || (gap.within(INITIALS) && letters <= 2) || (gap.within(QUOTED) && gap.has(Gap::SPACE)) {
        Some(SPACE) // العربية.نت, حركة "حماس"
    } else {
        None
    }
}
