//! Annotated documents, gold or found, as they are compared.

use jiff::civil::Date;

/// A document with its mentions.
#[derive(Clone, Debug, Default)]
pub struct Annotated {
    pub id: String,
    /// Empty where a file of findings has none.
    pub text: Text,
    pub date: Option<Date>,
    pub marks: Vec<Mark>,
    /// Spans that are marked as something else than an actor, place or date.
    pub other: Vec<(usize, usize)>,
}

/// A mention, in code points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    pub start: usize,
    pub end: usize,
    pub kind: String,
    /// Of a corpus, so it need not be one of ours.
    pub entity_type: String,
    /// The value of a date; several where more than one is right.
    pub values: Vec<String>,
}

/// A text that is cut by code points.
#[derive(Clone, Debug, Default)]
pub struct Text {
    text: String,
    /// Where each code point begins, and the end.
    bytes: Vec<usize>,
}

impl Text {
    pub fn new(text: String) -> Text {
        let bytes = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        Text { text, bytes }
    }

    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// How many code points there are.
    pub fn len(&self) -> usize {
        self.bytes.len().saturating_sub(1)
    }

    pub fn slice(&self, start: usize, end: usize) -> &str {
        &self.text[self.bytes[start]..self.bytes[end]]
    }

    pub fn char(&self, at: usize) -> Option<char> {
        self.text[*self.bytes.get(at)?..].chars().next()
    }

    /// The span widened to words between white space, without punctuation at its edges: corpora of tokens cannot mark the
    /// و of ومالي apart.
    pub fn words(&self, start: usize, end: usize) -> (usize, usize) {
        let space = |at: usize| self.char(at).is_none_or(is_space);
        let edge = |at: usize| self.char(at).is_some_and(is_edge);
        let (mut a, mut b) = (start, end);
        while a > 0 && !space(a - 1) {
            a -= 1;
        }
        while b < self.len() && !space(b) {
            b += 1;
        }
        while a < b && edge(a) {
            a += 1;
        }
        while b > a && edge(b - 1) {
            b -= 1;
        }
        if a < b { (a, b) } else { (start, end) }
    }
}

/// White space as Python has it, in which gold files are made: the separators of ASCII are some.
fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{1C}'..='\u{1F}')
}

/// Punctuation, symbols, separators and what is no character.
fn is_edge(c: char) -> bool {
    use unicode_properties::{GeneralCategoryGroup as Group, UnicodeGeneralCategory};
    matches!(c.general_category_group(), Group::Punctuation | Group::Symbol | Group::Separator | Group::Other)
}

#[cfg(test)]
mod tests {
    use super::Text;

    #[test]
    fn whole_words() {
        let cut = |text: &str, start, end| {
            let text = Text::new(text.to_owned());
            let (start, end) = text.words(start, end);
            text.slice(start, end).to_owned()
        };
        assert_eq!(cut("(مصر)، و", 1, 4), "مصر");
        assert_eq!(cut("ا.ف.ب.", 0, 2), "ا.ف.ب");
        assert_eq!(cut("قال ومالي،", 5, 9), "ومالي");
        assert_eq!(cut("a … b", 2, 3), "…");
    }
}
