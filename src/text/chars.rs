//! Kinds of characters: what a word is made of, what is invisible, what is space.

use unicode_normalization::char::is_combining_mark;

/// What a character does in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Part of a word: a letter of any script.
    Letter,
    /// Part of a number.
    Digit,
    /// Not seen by a reader, or only a mark on the letter before it: vowel marks, tatweel, bidi marks.
    Mark,
    /// Parts words.
    Space,
    /// Punctuation, signs, emoji.
    Symbol,
}

/// The kind of any character.
pub(crate) fn kind(c: char) -> Kind {
    match c {
        '\u{0621}'..='\u{063A}' | '\u{0641}'..='\u{064A}' | 'a'..='z' | 'A'..='Z' => Kind::Letter,
        '0'..='9' | '\u{0660}'..='\u{0669}' | '\u{06F0}'..='\u{06F9}' => Kind::Digit,
        _ if is_mark(c) => Kind::Mark,
        _ if is_space(c) => Kind::Space,
        _ if c.is_alphabetic() => Kind::Letter,
        _ => Kind::Symbol,
    }
}

/// Marks and invisible characters: left out of the folded text in every profile.
fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{0640}' // tatweel: كيـــدال
        | '\u{0610}'..='\u{061A}' // signs of honour, small vowel signs
        | '\u{064B}'..='\u{065F}' // fathatan to wavy hamza below: مُحَمَّد
        | '\u{0670}' // superscript alef: هٰذا
        | '\u{0674}' // high hamza
        | '\u{06D6}'..='\u{06DC}' | '\u{06DF}'..='\u{06E8}' | '\u{06EA}'..='\u{06ED}' // Quranic signs
        | '\u{00AD}' // soft hyphen
        | '\u{034F}' // combining grapheme joiner
        | '\u{061C}' | '\u{200E}' | '\u{200F}' // Arabic letter mark, left-to-right mark, right-to-left mark
        | '\u{200C}' | '\u{200D}' // zero width non-joiner, zero width joiner
        | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' // bidi embeddings, overrides, isolates
        | '\u{2060}'..='\u{2064}' | '\u{206A}'..='\u{206F}' // word joiner, invisible operators, old shaping controls
        | '\u{FE00}'..='\u{FE0F}' // variation selectors
        | '\u{FEFF}' // byte order mark
        | '\u{FE70}'..='\u{FE72}' | '\u{FE74}' | '\u{FE76}'..='\u{FE7F}' // vowel marks as presentation forms
    ) || (c >= '\u{0300}' && is_combining_mark(c))
}

/// Spaces of every width, line ends and controls. The zero width space is one: it says where a word may end.
fn is_space(c: char) -> bool {
    c.is_whitespace() || c.is_control() || c == '\u{200B}'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds() {
        for (c, expected) in [
            ('م', Kind::Letter),
            ('\u{FEFB}', Kind::Letter), // lam-alef ligature
            ('ж', Kind::Letter),
            ('٣', Kind::Digit),
            ('\u{0651}', Kind::Mark),  // shadda
            ('\u{0301}', Kind::Mark),  // combining acute
            ('\u{200F}', Kind::Mark),  // right-to-left mark
            ('\u{00A0}', Kind::Space), // no-break space
            ('\u{2028}', Kind::Space), // line separator
            ('،', Kind::Symbol),
            ('😀', Kind::Symbol),
            ('\u{06DE}', Kind::Symbol), // start of rub el hizb
        ] {
            assert_eq!(kind(c), expected, "{c:?}");
        }
    }
}
