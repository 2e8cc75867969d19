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

    /// The codes of the Arabic letters at the head of sixteen bytes, and how many there are before something else. What
    /// stands behind them in the array means nothing.
    ///
    /// Without a branch, since nothing tells how long a word is.
    #[inline(always)]
    pub(crate) fn eight_letters(&self, bytes: &[u8; 16]) -> ([u8; 8], usize) {
        let [low, high] = [0, 8].map(|at| u64::from_le_bytes(bytes[at..at + 8].try_into().expect("eight bytes")));
        let [low, high] = [Pairs(low), Pairs(high)];
        let ([a, b, c, d], [e, f, g, h]) = (low.entries(self), high.entries(self));
        let codes = [a, b, c, d, e, f, g, h];
        let others = !u64::from_le_bytes(codes) & 0x8080_8080_8080_8080;
        let leads = match low.arabic() {
            4 => 4 + high.arabic(),
            fewer => fewer,
        };
        (codes, leads.min(others.trailing_zeros() as usize / 8))
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

/// Four pairs of bytes, each perhaps a character from U+0600 to U+06FF; the first in the lowest bits.
#[derive(Clone, Copy)]
struct Pairs(u64);

impl Pairs {
    /// What the table says of each pair, were it such a character.
    #[inline(always)]
    fn entries(self, table: &Table) -> [u8; 4] {
        let places = (self.0 & 0x0003_0003_0003_0003) << 6 | (self.0 >> 8) & 0x003F_003F_003F_003F;
        [0, 16, 32, 48].map(|shift| table.arabic[usize::from((places >> shift) as u8)])
    }

    /// How many pairs are such characters before one is not.
    #[inline(always)]
    fn arabic(self) -> usize {
        let others = (self.0 ^ 0x00D8_00D8_00D8_00D8) & 0x00FC_00FC_00FC_00FC;
        let others = (others + 0x7FFF_7FFF_7FFF_7FFF) & 0x8000_8000_8000_8000;
        others.trailing_zeros() as usize / 16
    }
}

/// True for marks that stay with the letter before them when a span is cut, unlike tatweel and bidi marks.
pub(crate) fn clings(c: char) -> bool {
    kind(c) == Kind::Mark
        && !matches!(c, '\u{0640}' | '\u{00AD}' | '\u{061C}' | '\u{200C}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eight_letters_are_those_that_come_one_by_one() {
        let table = Table::new(Profile::News);
        for text in [
            "قالت باماكو إن",
            "الجزائريون وغيرهم",
            " قال الرئيس",
            "2024م قال في",
            "قالَ الرئيس",
            "م€ قال الرئيس",
            "aقال الرئيس",
        ] {
            let bytes: &[u8; 16] = text.as_bytes().first_chunk().expect("texts of sixteen bytes and more");
            let (mut expected, mut at) = (Vec::new(), 0);
            while at < 16
                && let (entry @ 0x80.., len) = table.entry(bytes, at)
            {
                expected.push(entry);
                at += len;
            }
            let (codes, many) = table.eight_letters(bytes);
            assert_eq!(codes[..many], expected, "{text}");
        }
    }
}
