//! Pronouns glued to the end of a word.

use crate::text::code::{HEH, KAF, TEH, arabic};

/// The pronouns that may be cut from a name, longest first. One-letter pronouns (ـه ـك ـي) are left out: too many names
/// end so.
pub(crate) const ENCLITICS: [&str; 6] = ["هما", "كما", "ها", "هم", "نا", "كم"];

const CODES: [&[u8]; 6] = [
    &[arabic('ه'), arabic('م'), arabic('ا')],
    &[arabic('ك'), arabic('م'), arabic('ا')],
    &[arabic('ه'), arabic('ا')],
    &[arabic('ه'), arabic('م')],
    &[arabic('ن'), arabic('ا')],
    &[arabic('ك'), arabic('م')],
];

const NOON: u8 = arabic('ن');
const MEEM: u8 = arabic('م');

/// A name shorter than this is not looked for before a pronoun.
const SHORTEST_STEM: usize = 4;

/// A folded word as stem and pronoun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Split {
    /// Letters of the stem.
    pub(crate) stem: usize,
    /// The stem ends in ت, which may stand for ة: سوريتنا is سورية and نا.
    pub(crate) feminine: bool,
    /// Index in [`ENCLITICS`].
    pub(crate) pronoun: usize,
}

/// False for words that surely end in no pronoun: nearly all.
#[inline(always)]
pub(crate) fn may_end(codes: &[u8]) -> bool {
    match *codes {
        [_, _, _, _, .., before, last] if last == arabic('ا') => {
            matches!(before, HEH | NOON | MEEM)
        }
        [_, _, _, _, .., before, last] if last == arabic('م') => matches!(before, HEH | KAF),
        _ => false,
    }
}

/// The pronoun at the end of a word, if it leaves a stem that is long enough.
pub(crate) fn split(codes: &[u8]) -> Option<Split> {
    let pronoun = CODES.iter().position(|pronoun| codes.ends_with(pronoun))?;
    let stem = codes.len() - CODES[pronoun].len();
    (stem >= SHORTEST_STEM).then(|| Split { stem, feminine: codes[stem - 1] == TEH, pronoun })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::code;

    #[test]
    fn splits() {
        for (word, expected) in [
            ("لبناننا", Some(("لبنان", "نا"))),
            ("سوريتهم", Some(("سوريت", "هم"))),
            ("مالي", None),
            ("دهنا", None),
            ("عراقكما", Some(("عراق", "كما"))),
        ] {
            let mut codes = Vec::new();
            word.chars().for_each(|c| code::push(&mut codes, c));
            let found = split(&codes).map(|s| (code::decode(&codes[..s.stem]), ENCLITICS[s.pronoun]));
            assert_eq!(found, expected.map(|(stem, pronoun)| (stem.to_owned(), pronoun)), "{word}");
        }
    }
}
