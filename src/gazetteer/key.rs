//! A word as a number, to be compared and hashed at once.

use crate::normalize::words::{PADDING, Word, Words};

/// The first sixteen codes of a word, zeros after a shorter one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Key {
    pub(super) low: u64,
    pub(super) high: u64,
    /// The length of the word.
    len: usize,
}

impl Key {
    /// The key of a word in a buffer that goes on for [`PADDING`] codes behind it.
    #[inline(always)]
    pub(crate) fn load(codes: &[u8], start: usize, len: usize) -> Key {
        /// The bytes of a word of each length.
        static MASKS: [[u64; 2]; PADDING + 1] = {
            let mut masks = [[0; 2]; PADDING + 1];
            let mut len = 1;
            while len <= PADDING {
                let bits = u128::MAX >> (8 * (PADDING - len));
                masks[len] = [bits as u64, (bits >> 64) as u64];
                len += 1;
            }
            masks
        };
        let sixteen: &[u8; PADDING] = codes[start..].first_chunk().expect("padded");
        let bits = u128::from_le_bytes(*sixteen);
        let [low, high] = MASKS[len.min(PADDING)];
        Key { low: bits as u64 & low, high: (bits >> 64) as u64 & high, len }
    }

    /// The key of a word of a text.
    #[inline(always)]
    pub(crate) fn of_word(words: &Words, word: &Word) -> Key {
        Key::load(&words.codes, word.start as usize, (word.end - word.start) as usize)
    }

    /// The key of a word that stands alone.
    pub(crate) fn of(word: &[u8]) -> Key {
        let mut codes = [0; PADDING];
        let most = word.len().min(PADDING);
        codes[..most].copy_from_slice(&word[..most]);
        Key { len: word.len(), ..Key::load(&codes, 0, PADDING) }
    }

    /// The key of a word of up to sixteen codes that are given as one number, the first lowest.
    pub(crate) fn of_number(codes: u128) -> Key {
        let len = PADDING - codes.leading_zeros() as usize / 8;
        Key { low: codes as u64, high: (codes >> 64) as u64, len }
    }

    /// The key of a word that is given letter by letter.
    pub(crate) fn collect(letters: impl Iterator<Item = u8>) -> Key {
        let mut codes = [0; PADDING];
        let mut len = 0;
        for code in letters {
            if let Some(slot) = codes.get_mut(len) {
                *slot = code;
            }
            len += 1;
        }
        Key { len, ..Key::load(&codes, 0, PADDING) }
    }

    /// The key of the same word with one more code before it.
    #[inline(always)]
    pub(crate) fn after(self, code: u8) -> Key {
        let high = self.high << 8 | self.low >> 56;
        Key { low: self.low << 8 | u64::from(code), high, len: self.len + 1 }
    }

    /// True if the key holds all of the word.
    #[inline(always)]
    pub(crate) fn is_whole(self) -> bool {
        self.len <= PADDING
    }

    /// A hash of the first sixteen codes. Its upper bits are those to use: all letters have a part in them.
    #[inline(always)]
    pub(crate) fn hash(self) -> u64 {
        hash(self.low, self.high)
    }
}

/// The hash of the key of these bytes.
#[inline(always)]
pub(super) fn hash(low: u64, high: u64) -> u64 {
    (low ^ high.rotate_left(23)).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// A hash of two words that follow each other, of their hashes.
#[inline(always)]
pub(crate) fn hash_of_pair(first: u64, second: u64) -> u64 {
    (first.rotate_left(31) ^ second).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_the_word_however_it_is_given() {
        let text = [b"abcdefghijklmnopqr".as_slice(), &[0; PADDING]].concat();
        for len in 0..=18 {
            let key = Key::load(&text, 0, len);
            assert!(key == Key::of(&text[..len]) && key == Key::collect(text[..len].iter().copied()));
            assert_eq!(key.is_whole(), len <= PADDING);
            if len > 0 {
                assert_eq!(Key::load(&text, 1, len - 1).after(b'a'), key);
            }
        }
    }
}
