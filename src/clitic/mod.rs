//! Particles that Arabic writes together with the word they belong to.
//!
//! Before a name stand conjunctions (و ف) and prepositions (ب ل ك), one of each at most and in that order: وبالجزائر.
//! The article ال is no clitic here: it belongs to the name or it does not, and the gazetteer says which. After ل the
//! article loses its alef (ل + الجزائر is written للجزائر), so a cut there must put the alef back before the rest is looked
//! up. The س of the future stands before verbs alone; no name is ever cut after it.
//!
//! Behind a name stand the pronouns (ـها ـهم ـنا); they are cut from names of one word only.

pub(crate) mod enclitic;
pub(crate) mod proclitic;

use std::fmt;

/// The clitics cut from a mention.
///
/// ```
/// use khabar::Extractor;
///
/// let khabar = Extractor::builtin();
/// let document = khabar.extract("وللجزائر حدود مع مالي");
/// let algeria = document.entities().next().unwrap();
/// assert_eq!(algeria.text(), "لجزائر");
/// assert_eq!(algeria.clitics().to_string(), "و+ل+");
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Clitics {
    /// One bit a proclitic.
    pro: u8,
    /// One more than the index in [`enclitic::ENCLITICS`]; 0 for none.
    en: u8,
}

impl Clitics {
    pub(crate) const NONE: Clitics = Clitics { pro: 0, en: 0 };
    const LETTERS: [char; 5] = ['و', 'ف', 'ب', 'ك', 'ل'];

    /// These clitics and one more before the word; `letter` is one of و ف ب ك ل.
    pub(crate) const fn with(self, letter: char) -> Clitics {
        let mut i = 0;
        while i < Clitics::LETTERS.len() {
            if Clitics::LETTERS[i] == letter {
                return Clitics { pro: self.pro | 1 << i, en: self.en };
            }
            i += 1;
        }
        panic!("no proclitic")
    }

    pub(crate) fn with_enclitic(self, index: usize) -> Clitics {
        Clitics { pro: self.pro, en: index as u8 + 1 }
    }

    /// True if the proclitic was cut.
    pub(crate) fn has(self, letter: char) -> bool {
        self.proclitics().any(|p| p == letter)
    }

    /// True for و or ف and nothing else before the word.
    pub(crate) fn is_only(self, letter: char) -> bool {
        self == Clitics::NONE.with(letter)
    }

    /// True if nothing was cut.
    pub fn is_empty(self) -> bool {
        self == Clitics::NONE
    }

    /// The letters cut from the front, in reading order.
    pub fn proclitics(self) -> impl Iterator<Item = char> {
        Clitics::LETTERS.into_iter().enumerate().filter(move |(i, _)| self.pro >> i & 1 == 1).map(|(_, letter)| letter)
    }

    /// The pronoun cut from the end.
    pub fn enclitic(self) -> Option<&'static str> {
        self.en.checked_sub(1).map(|i| enclitic::ENCLITICS[usize::from(i)])
    }
}

/// `و+ل+` before, `+ها` after.
impl fmt::Display for Clitics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for letter in self.proclitics() {
            write!(f, "{letter}+")?;
        }
        match self.enclitic() {
            Some(pronoun) => write!(f, "+{pronoun}"),
            None => Ok(()),
        }
    }
}

impl fmt::Debug for Clitics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Clitics({self})")
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Clitics {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
