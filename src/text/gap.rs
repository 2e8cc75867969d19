//! What stands between two words.

/// The set of things met between two words; empty where nothing stands there, as between `1446` and `هـ`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Gap(u16);

impl Gap {
    pub(crate) const NONE: Gap = Gap(0);
    pub(crate) const SPACE: Gap = Gap(1);
    /// One line end.
    pub(crate) const LINE: Gap = Gap(1 << 1);
    /// An empty line, or the edge of the text.
    pub(crate) const PARAGRAPH: Gap = Gap(1 << 2);
    pub(crate) const HYPHEN: Gap = Gap(1 << 3);
    pub(crate) const SLASH: Gap = Gap(1 << 4);
    /// A full stop; a sentence ends only where space follows it.
    pub(crate) const DOT: Gap = Gap(1 << 5);
    /// A quotation mark that opens, or one of the straight ones, which do not say.
    pub(crate) const QUOTE: Gap = Gap(1 << 6);
    /// A quotation mark that closes.
    pub(crate) const UNQUOTE: Gap = Gap(1 << 7);
    pub(crate) const COMMA: Gap = Gap(1 << 8);
    pub(crate) const OPEN: Gap = Gap(1 << 9);
    pub(crate) const CLOSE: Gap = Gap(1 << 10);
    pub(crate) const COLON: Gap = Gap(1 << 11);
    /// `؟ ! ؛ …`
    pub(crate) const STOP: Gap = Gap(1 << 12);
    /// Any other sign.
    pub(crate) const SIGN: Gap = Gap(1 << 13);

    pub(crate) const fn and(self, other: Gap) -> Gap {
        Gap(self.0 | other.0)
    }

    pub(crate) fn add(&mut self, other: Gap) {
        // Two line ends are a paragraph, however much space stands between them.
        if other == Gap::LINE && self.has(Gap::LINE) {
            self.0 |= Gap::PARAGRAPH.0;
        }
        self.0 |= other.0;
    }

    /// True if any of `other` was met.
    pub(crate) const fn has(self, other: Gap) -> bool {
        self.0 & other.0 != 0
    }

    /// True if nothing but `other` was met, or nothing at all.
    pub(crate) const fn within(self, other: Gap) -> bool {
        self.0 & !other.0 == 0
    }

    /// Space and at most one line end: what may stand between the words of one name.
    pub(crate) const fn is_blank(self) -> bool {
        self.0 != 0 && self.within(Gap(Gap::SPACE.0 | Gap::LINE.0))
    }

    /// Where a sentence or a paragraph ends, as far as signs tell.
    pub(crate) const fn ends_sentence(self) -> bool {
        self.has(Gap(Gap::PARAGRAPH.0 | Gap::STOP.0))
            || (self.has(Gap::DOT) && self.has(Gap(Gap::SPACE.0 | Gap::LINE.0)))
    }

    /// What one character between words means.
    pub(crate) fn of(c: char) -> Gap {
        match c {
            ' ' => Gap::SPACE,
            '\n' | '\u{0085}' | '\u{2028}' => Gap::LINE,
            '\u{000B}' | '\u{000C}' | '\u{2029}' => Gap::PARAGRAPH,
            // U+2010 hyphen, U+2011 non-breaking hyphen, U+2012 figure dash, U+2013 en dash
            '-' | '\u{2010}'..='\u{2013}' => Gap::HYPHEN,
            '/' | '\\' | '\u{2044}' => Gap::SLASH,
            '.' | '\u{06D4}' => Gap::DOT,
            '"' | '\'' | '«' | '“' | '„' | '‟' | '‘' | '‹' => Gap::QUOTE,
            '»' | '”' | '’' | '›' => Gap::UNQUOTE,
            ',' | '،' | '\u{066B}' | '\u{066C}' | '、' => Gap::COMMA,
            '(' | '[' | '{' | '\u{FD3E}' | '\u{FD3F}' => Gap::OPEN,
            ')' | ']' | '}' => Gap::CLOSE,
            ':' => Gap::COLON,
            '؟' | '?' | '!' | '؛' | ';' | '…' => Gap::STOP,
            _ if super::chars::kind(c) == super::chars::Kind::Space => Gap::SPACE,
            _ => Gap::SIGN,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Gap;

    fn gap(between: &str) -> Gap {
        let mut gap = Gap::NONE;
        between.chars().for_each(|c| gap.add(Gap::of(c)));
        gap
    }

    #[test]
    fn sentences_end_at_stops_and_paragraphs() {
        for (between, ends) in
            [(". ", true), (".", false), (" ", false), ("؟ ", true), ("\n", false), ("\n \n", true), ("، ", false)]
        {
            assert_eq!(gap(between).ends_sentence(), ends, "{between:?}");
        }
    }

    #[test]
    fn names_run_over_blanks_only() {
        for (between, blank) in
            [(" ", true), ("\u{A0}\n ", true), ("\n\n", false), ("", false), (" - ", false), ("، ", false)]
        {
            assert_eq!(gap(between).is_blank(), blank, "{between:?}");
        }
    }
}
