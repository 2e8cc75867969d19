//! The folded alphabet: one byte a letter.
//!
//! Arabic takes two bytes a letter in UTF-8 and an automaton takes a step a byte, so the folded text has its own
//! encoding, in which an Arabic letter is one byte:
//!
//! | bytes | stand for |
//! | --- | --- |
//! | `0x01` | the start of a name; no text has it (see [`START`]) |
//! | `0x20` | what parts the words of a name |
//! | other ASCII | itself, letters in lower case; every decimal digit is `0`-`9` |
//! | `0x80`-`0xBF` | the Arabic letters of [`ARABIC`], in order |
//! | `0xC0`-`0xFF` | any other letter: its UTF-8 bytes, continuation bytes raised from `10xxxxxx` to `11xxxxxx` |
//!
//! Read from the start of a word the code is unambiguous, and no byte of a foreign letter is mistaken for an Arabic one,
//! so that the last byte of a word can be asked whether it is a ه.

/// Put before every pattern, and fed to the automaton before every word: it makes each failure link lead to the root, so
/// that a match says that the whole name was read (see `gazetteer::matcher`).
pub(crate) const START: u8 = 0x01;
/// Between the words of a name.
pub(crate) const SPACE: u8 = b' ';
/// Between the words of a name that a sign joins: 5+1. No word has it, since signs part words.
pub(crate) const SIGN: u8 = b'+';

/// The Arabic letters that survive folding in some profile, in the order of their codes.
pub(crate) const ARABIC: [char; 47] = [
    'ا', 'ب', 'ت', 'ث', 'ج', 'ح', 'خ', 'د', 'ذ', 'ر', 'ز', 'س', 'ش', 'ص', 'ض', 'ط', 'ظ', 'ع', 'غ', 'ف', 'ق', 'ك', 'ل',
    'م', 'ن', 'ه', 'و', 'ي', 'ء', // what is left in the news profile
    'أ', 'إ', 'آ', 'ٱ', 'ؤ', 'ئ', 'ى', 'ة', // kept apart in the strict profile
    'پ', 'چ', 'ژ', 'گ', 'ڤ', 'ڭ', 'ڨ', 'ٹ', 'ڈ', 'ڑ',
];

/// The code of a letter of [`ARABIC`], known when the crate is compiled.
pub(crate) const fn arabic(letter: char) -> u8 {
    let mut i = 0;
    while i < ARABIC.len() {
        if ARABIC[i] == letter {
            return 0x80 + i as u8;
        }
        i += 1;
    }
    panic!("no letter of the folded alphabet");
}

pub(crate) const ALEF: u8 = arabic('ا');
pub(crate) const LAM: u8 = arabic('ل');
pub(crate) const WAW: u8 = arabic('و');
pub(crate) const FEH: u8 = arabic('ف');
pub(crate) const BEH: u8 = arabic('ب');
pub(crate) const KAF: u8 = arabic('ك');
pub(crate) const SEEN: u8 = arabic('س');
pub(crate) const TEH: u8 = arabic('ت');
pub(crate) const HEH: u8 = arabic('ه');
pub(crate) const YEH: u8 = arabic('ي');

/// Appends the code of one letter, digit or separator.
pub(crate) fn push(codes: &mut Vec<u8>, c: char) {
    if c.is_ascii() {
        codes.push(c as u8);
    } else if let Some(i) = ARABIC.iter().position(|&letter| letter == c) {
        codes.push(0x80 + i as u8);
    } else {
        let mut buffer = [0; 4];
        codes.extend(c.encode_utf8(&mut buffer).bytes().map(|b| b | 0xC0));
    }
}

/// Reads codes back as a string, for messages and tests.
pub(crate) fn decode(codes: &[u8]) -> String {
    let mut text = String::with_capacity(codes.len() * 2);
    let mut rest = codes;
    while let Some((&first, tail)) = rest.split_first() {
        rest = tail;
        match first {
            0..0x80 => text.push(first as char),
            0x80..0xC0 => text.push(ARABIC.get(usize::from(first - 0x80)).copied().unwrap_or('\u{FFFD}')),
            _ => {
                let len = (first.leading_ones() as usize).clamp(2, 4).min(1 + tail.len());
                let mut bytes = [0; 4];
                bytes[0] = first;
                for (to, from) in bytes[1..len].iter_mut().zip(tail) {
                    *to = from & 0xBF;
                }
                text.push_str(std::str::from_utf8(&bytes[..len]).unwrap_or("\u{FFFD}"));
                rest = &tail[len - 1..];
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodes_and_decodes_any_script() {
        for text in ["الجزائر", "isis", "москва", "€ 10", "日本語", "𐎠𐎡"] {
            let mut codes = Vec::new();
            text.chars().for_each(|c| push(&mut codes, c));
            assert_eq!(decode(&codes), text);
        }
    }

    #[test]
    fn foreign_letters_have_no_arabic_bytes() {
        let mut codes = Vec::new();
        "жڰ한𐎠".chars().for_each(|c| push(&mut codes, c));
        assert!(codes.iter().all(|&b| b >= 0xC0), "{codes:x?}");
    }
}
