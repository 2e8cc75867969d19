//! Names as they are compared: folded, with what the automaton is fed between their words.

use super::matcher::separator;
use crate::normalize::Profile;
use crate::normalize::table::Table;
use crate::normalize::words::Words;
use crate::text::code::SPACE;

/// Folds names, one after the other, in buffers that are used again.
pub(super) struct Folding {
    table: &'static Table,
    words: Words,
    codes: Vec<u8>,
}

impl Folding {
    pub(super) fn new(profile: Profile) -> Folding {
        Folding { table: Table::of(profile), words: Words::default(), codes: Vec::new() }
    }

    /// The folded words of a name in one; where a text could have nothing that a name runs over, a space between.
    pub(super) fn fold(&mut self, name: &str) -> &[u8] {
        self.words.read_all(name, self.table);
        self.codes.clear();
        let mut letters = 0;
        for (i, word) in self.words.words.iter().enumerate() {
            if i > 0 {
                match separator(word.gap, letters) {
                    Some(0) => {}
                    Some(code) => self.codes.push(code),
                    None => self.codes.push(SPACE),
                }
            }
            self.codes.extend_from_slice(self.words.codes_of(word));
            letters = word.end - word.start;
        }
        &self.codes
    }

    /// The words of the name that was folded last.
    pub(super) fn words(&self) -> impl Iterator<Item = &[u8]> {
        self.words.words.iter().map(|word| self.words.codes_of(word))
    }
}
