//! Arabic script as readers see it: one form for the many ways to write a letter, with the way back to the original.

pub(crate) mod fold;
pub(crate) mod table;
pub(crate) mod words;

mod alignment;

pub use alignment::Normalized;
pub use fold::Fold;
use fold::fold;

use crate::text::chars::Kind;

/// How much is folded away before two spellings are compared. Each profile folds all that the one before it folds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "lowercase"))]
#[non_exhaustive]
pub enum Profile {
    /// Only what a reader does not see: vowel marks, tatweel, bidi marks and joiners, presentation forms, Persian and
    /// Urdu code points of Arabic letters, digits of other scripts, case and accents of Latin letters. Letters that
    /// tell words apart stay: أ/ا, ة/ه, ى/ي.
    Strict,
    /// What newspapers and their typists confuse as well: forms of alef, hamza carriers, ة/ه, ى/ي, and the letters for
    /// foreign sounds (پ ڤ گ).
    #[default]
    News,
    /// What careless typing leaves out as well: the free-standing hamza (صنعا for صنعاء).
    Loose,
}

/// Folds text and keeps the way back.
///
/// The fold table is one for all of this crate: what [`Extractor`](crate::Extractor) takes for equal is equal here.
///
/// ```
/// use khabar::{Normalizer, Profile};
///
/// let text = "إلى أُوكْرَانِيَا";
/// let folded = Normalizer::new(Profile::News).normalize(text);
/// assert_eq!(folded.text(), "الي اوكرانيا");
///
/// let at = folded.text().find("اوكرانيا").unwrap();
/// let original = folded.to_original(at..folded.text().len());
/// assert_eq!(&text[original], "أُوكْرَانِيَا");
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct Normalizer {
    profile: Profile,
}

impl Normalizer {
    /// A normalizer of the given profile.
    pub fn new(profile: Profile) -> Normalizer {
        Normalizer { profile }
    }

    /// The profile that it folds by.
    pub fn profile(self) -> Profile {
        self.profile
    }

    /// The rows of the fold table that this profile uses, for a reader or a page of documentation.
    ///
    /// ```
    /// use khabar::{Normalizer, Profile};
    ///
    /// let table: Vec<_> = Normalizer::new(Profile::News).folds().collect();
    /// assert!(table.iter().any(|row| row.from == "ة" && row.to == "ه"));
    /// ```
    pub fn folds(self) -> impl Iterator<Item = Fold> {
        fold::ROWS.iter().copied().filter(move |row| row.since <= self.profile)
    }

    /// Folds `text`. Letters and digits are folded, marks are left out, each space of any kind becomes a plain one (line
    /// ends stay), and all other characters stay as they are.
    pub fn normalize(self, text: &str) -> Normalized {
        let mut out = Normalized::with_capacity(text.len());
        let mut letters = Vec::new();
        let table = table::Table::of(self.profile);
        for (at, c) in text.char_indices() {
            let original = at..at + c.len_utf8();
            if fold::is_hamza_mark(c)
                && let Some(whole) =
                    out.text().chars().next_back().and_then(|base| fold::fold_with_mark(base, c, self.profile))
            {
                out.replace_last(whole, original.end);
                continue;
            }
            letters.clear();
            if let Some(letter) = table.letter(c) {
                out.push(&[letter], original);
                continue;
            }
            match fold(c, self.profile, &mut |letter| letters.push(letter)) {
                Kind::Space => letters.push(if c == '\n' { '\n' } else { ' ' }),
                Kind::Symbol => letters.push(c),
                Kind::Letter | Kind::Digit | Kind::Mark => {}
            }
            out.push(&letters, original);
        }
        out.finish(text.len());
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in "\\PC*|[ء-ي\u{064B}-\u{0655}ـ\u{FB50}-\u{FEFC} ]{0,40}") {
            for profile in [Profile::Strict, Profile::News, Profile::Loose] {
                let once = Normalizer::new(profile).normalize(&text);
                let twice = Normalizer::new(profile).normalize(once.text());
                prop_assert_eq!(once.text(), twice.text());
            }
        }

        #[test]
        fn words_are_those_of_the_normalized_text(text in "[ء-ي\u{064B}-\u{0655}ـ\u{FB50}-\u{FEFC} 0-9a-z،.٠-٩]{0,60}") {
            use crate::text::code;
            for profile in [Profile::Strict, Profile::News, Profile::Loose] {
                let table = table::Table::new(profile);
                let (mut direct, mut folded) = (words::Words::default(), words::Words::default());
                direct.read_all(&text, &table);
                let normalized = Normalizer::new(profile).normalize(&text);
                folded.read_all(normalized.text(), &table);
                let list = |w: &words::Words| w.words.iter().map(|x| code::decode(w.codes_of(x))).collect::<Vec<_>>();
                prop_assert_eq!(list(&direct), list(&folded));
            }
        }
    }
}
