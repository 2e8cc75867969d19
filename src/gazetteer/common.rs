//! Everyday words: what no name may be without a guard.

use std::collections::HashSet;

use super::folding::Folding;
use super::tsv;
use crate::error::Error;
use crate::normalize::Profile;

pub(super) const COMMON: &str = include_str!("../../gazetteers/lexicon/common.tsv");

/// The words that a newspaper is made of, names apart.
///
/// The list in the box, or words counted in plain text of your own.
///
/// ```
/// use khabar::CommonWords;
///
/// let words = CommonWords::builtin();
/// assert!(words.contains("المدينة") && words.contains("المدينه") && !words.contains("القاهرة"));
///
/// let counted = CommonWords::from_text("قال الوزير إن الوزير سيعود، وقال إن الوزير باق", 200_000.0);
/// assert!(counted.contains("الوزير") && !counted.contains("باق"));
/// ```
#[derive(Clone, Debug, Default)]
pub struct CommonWords {
    words: HashSet<Box<[u8]>>,
}

impl CommonWords {
    /// The list in the box, written by hand.
    pub fn builtin() -> CommonWords {
        let mut words = CommonWords::default();
        words.read("lexicon/common.tsv", COMMON).expect("the lexicon in the box is tested");
        words
    }

    /// The words of a text that make up as many of a million of its words. Names are among them: what the check says with
    /// such a list is a hint.
    pub fn from_text(text: &str, per_million: f64) -> CommonWords {
        let mut counts: std::collections::HashMap<Box<[u8]>, usize> = std::collections::HashMap::new();
        let mut folding = Folding::new(Profile::News);
        folding.fold(text);
        let mut all = 0;
        for word in folding.words() {
            all += 1;
            *counts.entry(word.into()).or_default() += 1;
        }
        let least = per_million * all as f64 / 1e6;
        let frequent = counts.into_iter().filter(|(_, count)| *count as f64 >= least);
        CommonWords { words: frequent.map(|(word, _)| word).collect() }
    }

    fn read(&mut self, name: &str, text: &str) -> Result<(), Error> {
        let mut folding = Folding::new(Profile::News);
        tsv::read(name, text, &["class", "forms"], &["class", "forms"], |row| {
            self.words.extend(row.list("forms").map(|form| Box::from(folding.fold(form))));
            Ok(())
        })
    }

    /// True for a word of the list, however it is spelt.
    pub fn contains(&self, word: &str) -> bool {
        self.has(Folding::new(Profile::News).fold(word))
    }

    pub(super) fn has(&self, folded: &[u8]) -> bool {
        self.words.contains(folded)
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// True if there are none.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
}
