//! What a terminal needs: colours by kind, and right-to-left text that does not reorder the line around it.

use std::fmt;

use anstyle::{AnsiColor, Style};
use khabar::Kind;

/// The colour of a kind, the same in tables and explanations.
pub fn style(kind: Kind) -> Style {
    let color = match kind {
        Kind::Actor => AnsiColor::BrightYellow,
        Kind::Place => AnsiColor::BrightGreen,
        _ => AnsiColor::BrightBlue,
    };
    Style::new().fg_color(Some(color.into()))
}

/// Text in an isolate (U+2068 first strong isolate, U+2069 pop directional isolate): Arabic keeps its order and the line
/// around it keeps its own.
pub struct Isolated<'a>(pub &'a str);

impl fmt::Display for Isolated<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\u{2068}{}\u{2069}", Shown(self.0))
    }
}

/// Text on one line and without characters that a terminal obeys: an escape of a hostile file stays a mark on paper. Bidi
/// controls are left out, since one that is not closed would reach beyond the isolate.
pub struct Shown<'a>(pub &'a str);

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use fmt::Write;
        let mut space = false;
        for c in self.0.chars() {
            match c {
                '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {}
                c if c.is_whitespace() => space = true,
                c => {
                    if std::mem::take(&mut space) {
                        f.write_char(' ')?;
                    }
                    f.write_char(if c.is_control() { char::REPLACEMENT_CHARACTER } else { c })?;
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Isolated;

    #[test]
    fn hostile_text_stays_inside() {
        for (text, shown) in [
            ("مالي", "\u{2068}مالي\u{2069}"),
            ("شمال\n  مالي", "\u{2068}شمال مالي\u{2069}"),
            ("a\u{1B}[31mb", "\u{2068}a\u{FFFD}[31mb\u{2069}"),
            ("\u{202E}مالي\u{2069}", "\u{2068}مالي\u{2069}"),
        ] {
            assert_eq!(Isolated(text).to_string(), shown);
        }
    }
}
