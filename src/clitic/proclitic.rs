//! The ways to cut particles from the front of a word.

use super::Clitics;
use crate::text::code::{ALEF, BEH, FEH, KAF, LAM, WAW};

/// One way to read a folded word as particles and a rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Cut {
    /// Letters before the rest that is looked up.
    pub(crate) from: u8,
    /// Letters before the span. One more than `from` where ل took the place of a lam of the name (للاذقية).
    pub(crate) span: u8,
    /// True if the rest lost the alef of its article to ل.
    pub(crate) alef: bool,
    pub(crate) clitics: Clitics,
}

impl Cut {
    /// The word as it stands.
    pub(crate) const WHOLE: Cut = Cut { from: 0, span: 0, alef: false, clitics: Clitics::NONE };

    fn plain(letters: usize, clitics: Clitics) -> Cut {
        Cut { from: letters as u8, span: letters as u8, alef: false, clitics }
    }
}

/// Fewer letters than this begin no name once something was cut. Whether so few are enough depends on the words that
/// follow: two are in وتل أبيب, and are not in وقم.
pub(crate) const SHORTEST_REST: usize = 2;

/// True if [`cuts`] has anything to give for a word that begins so.
#[inline(always)]
pub(crate) fn may_begin(first: u8) -> bool {
    matches!(first, WAW | FEH | BEH | KAF | LAM)
}

/// Calls `each` with every way to cut proclitics from a folded word that leaves [`SHORTEST_REST`] letters.
pub(crate) fn cuts(codes: &[u8], mut each: impl FnMut(Cut)) {
    let conjunction = match codes.first() {
        Some(&WAW) => Some(Clitics::NONE.with('و')),
        Some(&FEH) => Some(Clitics::NONE.with('ف')),
        _ => None,
    };
    if let Some(clitics) = conjunction {
        each_if_long(codes, Cut::plain(1, clitics), &mut each);
        prepositions(codes, 1, clitics, &mut each);
    } else {
        prepositions(codes, 0, Clitics::NONE, &mut each);
    }
}

fn prepositions(codes: &[u8], at: usize, before: Clitics, each: &mut impl FnMut(Cut)) {
    match codes.get(at) {
        Some(&BEH) => each_if_long(codes, Cut::plain(at + 1, before.with('ب')), each),
        Some(&KAF) => each_if_long(codes, Cut::plain(at + 1, before.with('ك')), each),
        Some(&LAM) => {
            let clitics = before.with('ل');
            each_if_long(codes, Cut::plain(at + 1, clitics), each);
            if codes.get(at + 1) == Some(&LAM) {
                // للجزائر: the second lam is that of the article. للاذقية: three lams meet, of which two are written.
                let from = at as u8 + 1;
                each_if_long(codes, Cut { from, span: from, alef: true, clitics }, each);
                each_if_long(codes, Cut { from: at as u8, span: from, alef: true, clitics }, each);
            }
        }
        _ => {}
    }
}

fn each_if_long(codes: &[u8], cut: Cut, each: &mut impl FnMut(Cut)) {
    if codes.len() - usize::from(cut.from) + usize::from(cut.alef) >= SHORTEST_REST {
        each(cut);
    }
}

/// The codes of the rest, for the cases where no automaton steps through it.
pub(crate) fn rest(codes: &[u8], cut: Cut) -> impl Iterator<Item = u8> + Clone {
    cut.alef.then_some(ALEF).into_iter().chain(codes[usize::from(cut.from)..].iter().copied())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::code;

    fn rests(word: &str) -> Vec<String> {
        let mut codes = Vec::new();
        word.chars().for_each(|c| code::push(&mut codes, c));
        let mut found = Vec::new();
        cuts(&codes, |cut| {
            found.push(format!("{}{}", cut.clitics, code::decode(&rest(&codes, cut).collect::<Vec<_>>())))
        });
        found
    }

    #[test]
    fn chains() {
        for (word, expected) in [
            ("وفاغنر", &["و+فاغنر"][..]),
            ("وبالجزاير", &["و+بالجزاير", "و+ب+الجزاير"]),
            ("للجزاير", &["ل+لجزاير", "ل+الجزاير", "ل+اللجزاير"]),
            ("وللبنان", &["و+للبنان", "و+ل+لبنان", "و+ل+البنان", "و+ل+اللبنان"]),
            ("للاذقيه", &["ل+لاذقيه", "ل+الاذقيه", "ل+اللاذقيه"]),
            ("سيلتقي", &[]),
            ("وسيلتقي", &["و+سيلتقي"]),
            ("باماكو", &["ب+اماكو"]),
            ("مالي", &[]),
            ("بقم", &["ب+قم"]),
            ("وفي", &["و+في"]),
            ("له", &[]),
        ] {
            assert_eq!(rests(word), expected, "{word}");
        }
    }
}
