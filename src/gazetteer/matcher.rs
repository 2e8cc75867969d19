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
use crate::normalize::words::{PADDING, Words};
use crate::text::code::{ALEF, HEH, SIGN, SPACE, START};
use crate::text::gap::Gap;

/// The automaton and the filter before it.
#[derive(Clone, Debug)]
pub(crate) struct Matcher {
    nfa: NFA,
    start: StateID,
    filter: Filter,
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
}

impl Matcher {
    /// Builds the automaton of surface forms, given as codes without [`START`]; each comes once. A hit's `surface` is the
    /// index of its form.
    pub(crate) fn new(forms: &[Box<[u8]>]) -> Result<Matcher, Error> {
        let too_large =
            |e: &dyn std::fmt::Display| Error::new(ErrorKind::TooLarge, format!("too many names for one matcher: {e}"));
        let patterns = forms.iter().map(|form| {
            let mut pattern = Vec::with_capacity(form.len() + 1);
            pattern.push(START);
            pattern.extend_from_slice(form);
            pattern
        });
        let nfa = NFA::builder()
            .match_kind(MatchKind::Standard)
            .prefilter(false)
            .dense_depth(4)
            .build(patterns)
            .map_err(|e| too_large(&e))?;
        let root = nfa.start_state(Anchored::Yes).map_err(|e| too_large(&e))?;
        let start = nfa.next_state(Anchored::Yes, root, START);
        Ok(Matcher { nfa, start, filter: Filter::new(forms) })
    }

    /// Calls `found` with every surface form that begins at a word, as it stands and less its clitics.
    #[inline]
    pub(crate) fn find(&self, words: &Words, at: usize, mut found: impl FnMut(Hit)) {
        let word = &words.words[at];
        let codes = words.codes_of(word);
        let key = Key::load(&words.codes, word.start as usize, codes.len());
        if self.filter.may_begin(key) {
            self.walk(words, at, Cut::WHOLE, &mut found);
        }
        if proclitic::may_begin(codes[0]) {
            proclitic::cuts(codes, |cut| {
                let from = usize::from(cut.from);
                let key = Key::load(&words.codes, word.start as usize + from, codes.len() - from);
                if self.filter.may_begin(if cut.alef { key.after(ALEF) } else { key }) {
                    self.walk(words, at, cut, &mut found);
                }
            });
        }
        if let Some(split) = enclitic::split(codes) {
            self.stem(words, at, split, &mut found);
        }
    }

    /// Steps through the words from `at` on.
    fn walk(&self, words: &Words, at: usize, cut: Cut, found: &mut impl FnMut(Hit)) {
        let mut state = self.start;
        if cut.alef {
            state = self.next(state, ALEF);
        }
        let mut from = usize::from(cut.from);
        let mut end = at;
        loop {
            let word = &words.words[end];
            for &code in &words.codes[word.start as usize + from..word.end as usize] {
                state = self.next(state, code);
                if self.nfa.is_dead(state) {
                    return;
                }
            }
            from = 0;
            end += 1;
            if self.nfa.is_match(state) {
                let surface = self.nfa.match_pattern(state, 0).as_u32();
                found(Hit { first: at as u32, end: end as u32, surface, cut, tail: 0 });
            }
            let Some(next) = words.words.get(end) else { return };
            let letters = word.end - word.start;
            match separator(next.gap, letters) {
                None => return,
                Some(0) => {}
                Some(code) => state = self.next(state, code),
            }
            if self.nfa.is_dead(state) {
                return;
            }
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
                found(Hit { first: at as u32, end: at as u32 + 1, surface, cut, tail });
            }
        };
        try_stem(Cut::WHOLE);
        if proclitic::may_begin(codes[0]) {
            proclitic::cuts(&codes[..split.stem], try_stem);
        }
    }

    /// The surface form of exactly these codes.
    fn exactly(&self, codes: impl Iterator<Item = u8>) -> Option<u32> {
        let mut state = self.start;
        for code in codes {
            state = self.next(state, code);
            if self.nfa.is_dead(state) {
                return None;
            }
        }
        self.nfa.is_match(state).then(|| self.nfa.match_pattern(state, 0).as_u32())
    }

    #[inline(always)]
    fn next(&self, state: StateID, code: u8) -> StateID {
        self.nfa.next_state(Anchored::Yes, state, code)
    }

    /// Bytes of heap.
    pub(crate) fn memory(&self) -> usize {
        self.nfa.memory_usage() + self.filter.bits.len() * 8
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

/// A bit set over the first words of all forms: most words of a text begin no name, and are not walked.
#[derive(Clone, Debug)]
struct Filter {
    bits: Box<[u64]>,
    shift: u32,
}

/// The first eight codes of a word, zeros after a shorter one.
#[derive(Clone, Copy)]
struct Key(u64);

impl Key {
    /// `codes` has [`PADDING`] more bytes than words.
    #[inline(always)]
    fn load(codes: &[u8], start: usize, len: usize) -> Key {
        let eight = u64::from_le_bytes(codes[start..start + PADDING].try_into().expect("padded"));
        Key(if len >= 8 { eight } else { eight & ((1 << (len * 8)) - 1) })
    }

    /// The key of the same word with one more code before it.
    #[inline(always)]
    fn after(self, code: u8) -> Key {
        Key(self.0 << 8 | u64::from(code))
    }
}

impl Filter {
    fn new(forms: &[Box<[u8]>]) -> Filter {
        // Eight bits a form or more: about one word in ten passes by chance, and the set stays in the first cache.
        let size = (forms.len() * 8).next_power_of_two().max(1 << 12);
        let mut filter = Filter { bits: vec![0; size / 64].into(), shift: 64 - size.trailing_zeros() };
        for form in forms {
            let digits = form[0].is_ascii_digit();
            // The first word as `Words` cuts it: up to a separator, or where letters meet digits.
            let len = form
                .iter()
                .position(|&c| matches!(c, SPACE | SIGN | b'/') || c.is_ascii_digit() != digits)
                .unwrap_or(form.len());
            let mut first = form[..len.min(PADDING)].to_vec();
            first.resize(PADDING, 0);
            let at = filter.at(Key::load(&first, 0, len));
            filter.bits[at / 64] |= 1 << (at % 64);
        }
        filter
    }

    #[inline(always)]
    fn at(&self, key: Key) -> usize {
        (key.0.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> self.shift) as usize
    }

    #[inline(always)]
    fn may_begin(&self, key: Key) -> bool {
        let at = self.at(key);
        self.bits[at / 64] >> (at % 64) & 1 == 1
    }
}
