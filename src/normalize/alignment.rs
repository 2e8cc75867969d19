//! A folded text and where each part of it came from.

use std::ops::Range;

/// A folded text with its alignment to the original. Made by [`Normalizer::normalize`](super::Normalizer::normalize).
///
/// All positions are in bytes. Most characters keep their length and only move, so what is stored is the list of places
/// where the shift between the two texts changes, not a number a character.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Normalized {
    text: String,
    /// Runs of characters that have the same length on both sides, and single characters that have not.
    pieces: Vec<Piece>,
    original_len: usize,
}

/// `text[at..]` up to the next piece came from `original..original_end`, byte for byte if the lengths are the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Piece {
    at: usize,
    original: usize,
    original_end: usize,
    /// False where several folded characters came from one: the lam and alef of ﻻ cannot be told apart.
    linear: bool,
}

impl Normalized {
    pub(super) fn with_capacity(len: usize) -> Normalized {
        Normalized { text: String::with_capacity(len), pieces: Vec::new(), original_len: 0 }
    }

    /// Appends the characters that one of the original became; none for a mark that is left out.
    pub(super) fn push(&mut self, letters: &[char], original: Range<usize>) {
        let at = self.text.len();
        self.text.extend(letters);
        let linear = letters.len() == 1 && self.text.len() - at == original.len();
        match self.pieces.last_mut() {
            _ if letters.is_empty() => {}
            Some(last) if linear && last.linear && last.original_end == original.start => {
                last.original_end = original.end
            }
            _ => self.pieces.push(Piece { at, original: original.start, original_end: original.end, linear }),
        }
    }

    /// Puts `c` in the place of the last character, which now came from bytes up to `original_end`.
    pub(super) fn replace_last(&mut self, c: char, original_end: usize) {
        let (Some(last), Some(piece)) = (self.text.pop(), self.pieces.last_mut()) else { return };
        let at = self.text.len();
        self.text.push(c);
        if piece.at == at || !piece.linear {
            // The letter is a piece of its own, or the last of a ligature that cannot be split.
            piece.linear = false;
            piece.original_end = original_end;
        } else {
            piece.original_end -= last.len_utf8();
            let original = piece.original_end;
            self.pieces.push(Piece { at, original, original_end, linear: false });
        }
    }

    pub(super) fn finish(&mut self, original_len: usize) {
        self.original_len = original_len;
    }

    /// The folded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of the original that a range of bytes of the folded text came from. Marks between the letters of the
    /// range are inside, marks after its last letter are inside as well, so that the range is whole to a reader; a
    /// ligature of which the range holds a part is inside as a whole. An empty range gives an empty one.
    ///
    /// # Panics
    ///
    /// If the range lies outside the folded text.
    pub fn to_original(&self, range: Range<usize>) -> Range<usize> {
        assert!(range.start <= range.end && range.end <= self.text.len(), "{range:?} lies outside the folded text");
        let start = self.to_original_start(range.start);
        if range.is_empty() {
            return start..start;
        }
        let last = range.end - 1;
        let i = self.piece_at(last);
        let piece = self.pieces[i];
        let next = self.pieces.get(i + 1);
        let piece_end = next.map_or(self.text.len(), |next| next.at);
        let end = if range.end == piece_end {
            next.map_or(self.original_len, |next| next.original)
        } else if piece.linear {
            piece.original + (range.end - piece.at)
        } else {
            piece.original_end
        };
        start..end
    }

    fn to_original_start(&self, at: usize) -> usize {
        if at == self.text.len() {
            return self.original_len;
        }
        let piece = self.pieces[self.piece_at(at)];
        if piece.linear { piece.original + (at - piece.at) } else { piece.original }
    }

    /// The bytes of the folded text that a range of bytes of the original became; empty for marks that were left out.
    ///
    /// # Panics
    ///
    /// If the range lies outside the original.
    pub fn to_normalized(&self, range: Range<usize>) -> Range<usize> {
        assert!(range.start <= range.end && range.end <= self.original_len, "{range:?} lies outside the original");
        let start = self.first_from(range.start);
        start..self.first_from(range.end).max(start)
    }

    /// The first folded byte that came from `original` or later.
    fn first_from(&self, original: usize) -> usize {
        let i = self.pieces.partition_point(|piece| piece.original_end <= original);
        match self.pieces.get(i) {
            None => self.text.len(),
            Some(piece) if original <= piece.original => piece.at,
            Some(piece) if piece.linear => piece.at + (original - piece.original),
            Some(piece) => piece.at,
        }
    }

    fn piece_at(&self, at: usize) -> usize {
        self.pieces.partition_point(|piece| piece.at <= at).saturating_sub(1)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Normalizer, Profile};
    use proptest::prelude::*;

    fn original<'t>(text: &'t str, folded: &str, profile: Profile) -> &'t str {
        let normalized = Normalizer::new(profile).normalize(text);
        let at = normalized.text().find(folded).expect("the folded text has it");
        &text[normalized.to_original(at..at + folded.len())]
    }

    #[test]
    fn back_to_the_original() {
        assert_eq!(original("قال المُتمردون", "المتمردون", Profile::News), "المُتمردون");
        assert_eq!(original("في كيـــدال.", "كيدال", Profile::News), "كيـــدال");
        assert_eq!(original("سنة ٢٠٢٤م", "2024", Profile::News), "٢٠٢٤");
        assert_eq!(original("اﻟﻮﻻيات", "ولا", Profile::News), "ﻮﻻ");
        assert_eq!(original("ا\u{0654}وكرانيا", "أوكرانيا", Profile::Strict), "ا\u{0654}وكرانيا");
    }

    #[test]
    fn a_ligature_stays_whole() {
        // One U+FEFB is lam and alef; half of it is all of it.
        assert_eq!(original("ﻻ", "ل", Profile::News), "ﻻ");
    }

    #[test]
    fn and_forth() {
        let text = "في كيـــدال.";
        let normalized = Normalizer::default().normalize(text);
        let at = text.find("كي").unwrap();
        assert_eq!(&normalized.text()[normalized.to_normalized(at..text.len() - 1)], "كيدال");
        let tatweel = text.find('\u{0640}').unwrap();
        assert!(normalized.to_normalized(tatweel..tatweel + 2).is_empty());
    }

    proptest! {
        #[test]
        fn ranges_lie_on_boundaries_and_in_order(text in "\\PC{0,30}|[ء-ي\u{064B}-\u{0655}ـ\u{FB50}-\u{FEFC} ]{0,40}") {
            for profile in [Profile::Strict, Profile::News, Profile::Loose] {
                let normalized = Normalizer::new(profile).normalize(&text);
                let mut last = 0;
                for (at, c) in normalized.text().char_indices() {
                    let range = normalized.to_original(at..at + c.len_utf8());
                    prop_assert!(text.get(range.clone()).is_some_and(|s| !s.is_empty()));
                    prop_assert!(range.start >= last || range.end > last);
                    last = range.start;
                    let back = normalized.to_normalized(range);
                    prop_assert!(back.start <= at && at + c.len_utf8() <= back.end);
                }
                prop_assert_eq!(normalized.to_normalized(0..text.len()), 0..normalized.text().len());
            }
        }
    }
}
