//! The fold table laid out for speed: one look-up for the letters that Arabic news is made of.

use std::sync::OnceLock;

use super::Profile;
use super::fold::{fold, is_hamza_mark};
use crate::text::chars::{Kind, kind};
use crate::text::code;

/// What [`Table::entry`] says of a character that is more than one letter, or needs the one before it.
pub(crate) const SLOW: u8 = 0;
/// A space or a symbol: it parts words.
pub(crate) const BREAK: u8 = 1;
/// A vowel mark: left out, but it belongs to the letter before it.
pub(crate) const MARK: u8 = 2;
/// An invisible character or a tatweel: left out.
pub(crate) const HIDDEN: u8 = 3;
/// Entries above this are codes.
pub(crate) const LAST_OF_NO_LETTER: u8 = HIDDEN;

/// Codes of U+0600 to U+06FF and of ASCII in one profile.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    pub(crate) profile: Profile,
    /// The code of a letter or digit, or [`BREAK`], [`MARK`], [`HIDDEN`], [`SLOW`].
    arabic: [u8; 256],
    ascii: [u8; 128],
}

impl Table {
    /// The table of a profile, made once.
    pub(crate) fn of(profile: Profile) -> &'static Table {
        static TABLES: [OnceLock<Table>; 3] = [const { OnceLock::new() }; 3];
        TABLES[profile as usize].get_or_init(|| Table::new(profile))
    }

    /// The letter or digit that a character becomes, if it becomes one alone and the table has it.
    pub(crate) fn letter(&self, c: char) -> Option<char> {
        match self.entry_of(c) {
            code @ 0x80.. => code::ARABIC.get(usize::from(code - 0x80)).copied(),
            entry if entry > LAST_OF_NO_LETTER => Some(char::from(entry)),
            _ => None,
        }
    }

    fn entry_of(&self, c: char) -> u8 {
        match c {
            '\0'..='\u{7F}' => self.ascii[c as usize],
            '\u{600}'..='\u{6FF}' => self.arabic[c as usize - 0x600],
            _ => SLOW,
        }
    }

    pub(crate) fn new(profile: Profile) -> Table {
        let entry = |c: char| {
            if profile == Profile::Strict && is_hamza_mark(c) {
                return SLOW; // ا and U+0654 are one letter here, so the mark is not simply left out
            }
            let mut codes = Vec::new();
            match fold(c, profile, &mut |c| code::push(&mut codes, c)) {
                Kind::Letter | Kind::Digit if codes.len() == 1 => codes[0],
                Kind::Letter if codes.is_empty() => HIDDEN, // ء in the loose profile
                Kind::Mark if c == '\u{0640}' || c == '\u{061C}' => HIDDEN, // tatweel, Arabic letter mark
                Kind::Mark => MARK,
                Kind::Space | Kind::Symbol => BREAK,
                Kind::Letter | Kind::Digit => SLOW,
            }
        };
        let at = |i: usize| char::from_u32(i as u32).map_or(SLOW, entry);
        Table { profile, arabic: std::array::from_fn(|i| at(0x600 + i)), ascii: std::array::from_fn(at) }
    }

    /// The entry of the character at a place in UTF-8 text, and its length; characters outside of ASCII and U+0600 to U+06FF
    /// are [`SLOW`] and have no length.
    #[inline(always)]
    pub(crate) fn entry(&self, bytes: &[u8], at: usize) -> (u8, usize) {
        match bytes[at] {
            lead @ 0xD8..=0xDB => {
                let continuation = bytes.get(at + 1).copied().unwrap_or(0);
                (self.arabic[usize::from(lead & 3) << 6 | usize::from(continuation & 0x3F)], 2)
            }
            lead @ 0..0x80 => (self.ascii[usize::from(lead)], 1),
            _ => (SLOW, 0),
        }
    }

    /// The code of the Arabic letter that two bytes are, if they are one.
    #[inline(always)]
    pub(crate) fn arabic_letter(&self, lead: u8, continuation: u8) -> Option<u8> {
        let entry = self.arabic[usize::from(lead & 3) << 6 | usize::from(continuation & 0x3F)];
        ((0xD8..=0xDB).contains(&lead) && entry >= 0x80).then_some(entry)
    }

    /// How many codes a character becomes.
    pub(crate) fn letters(&self, c: char) -> usize {
        match self.entry_of(c) {
            BREAK | MARK | HIDDEN => 0,
            SLOW => {
                let mut codes = Vec::new();
                fold(c, self.profile, &mut |c| code::push(&mut codes, c));
                codes.len()
            }
            _ => 1,
        }
    }
}

/// True for marks that stay with the letter before them when a span is cut, unlike tatweel and bidi marks.
pub(crate) fn clings(c: char) -> bool {
    kind(c) == Kind::Mark
        && !matches!(c, '\u{0640}' | '\u{00AD}' | '\u{061C}' | '\u{200C}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}
