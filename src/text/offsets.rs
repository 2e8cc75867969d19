//! Byte offsets in other units.

use std::ops::Range;

use crate::span::Span;

/// What an offset counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "lowercase"))]
#[non_exhaustive]
pub enum OffsetUnit {
    /// Bytes of UTF-8, as Rust slices.
    #[default]
    Byte,
    /// Unicode code points, as Python slices and as annotation files count.
    Char,
    /// UTF-16 code units, as JavaScript and Java slice.
    Utf16,
}

/// Turns byte spans of one text into another unit. Made by [`Document::offsets`](crate::Document::offsets) in one pass
/// over the text; a conversion then costs some dozen bytes of counting and those of the span, wherever it lies.
///
/// ```
/// use khabar::{OffsetUnit, Offsets, Span};
///
/// let text = "😀 مالي";
/// let mali = Span::new(5, 13);
/// assert_eq!(Offsets::new(text, OffsetUnit::Char).convert(mali), 2..6);
/// assert_eq!(Offsets::new(text, OffsetUnit::Utf16).convert(mali), 3..7);
/// ```
#[derive(Clone, Debug)]
pub struct Offsets<'t> {
    text: &'t str,
    unit: OffsetUnit,
    /// Units before each [`STRIDE`]th byte.
    counts: Vec<usize>,
}

const STRIDE: usize = 64;

impl<'t> Offsets<'t> {
    /// An index of `text` for conversions to `unit`.
    pub fn new(text: &'t str, unit: OffsetUnit) -> Offsets<'t> {
        let mut counts = Vec::new();
        if unit != OffsetUnit::Byte {
            let mut count = 0;
            for block in text.as_bytes().chunks(STRIDE) {
                counts.push(count);
                count += units(block, unit);
            }
            counts.push(count);
        }
        Offsets { text, unit, counts }
    }

    /// The span in the unit of this index.
    ///
    /// # Panics
    ///
    /// If the span ends past the text.
    pub fn convert(&self, span: Span) -> Range<usize> {
        let start = self.at(span.start());
        let end = if span.len() < STRIDE {
            assert!(span.end() <= self.text.len(), "the span ends past the text");
            start + units(&self.text.as_bytes()[span.range()], self.unit)
        } else {
            self.at(span.end())
        };
        start..end
    }

    fn at(&self, byte: usize) -> usize {
        assert!(byte <= self.text.len(), "the span ends past the text");
        if self.unit == OffsetUnit::Byte {
            return byte;
        }
        let block = byte / STRIDE;
        self.counts.get(block).copied().unwrap_or(0) + units(&self.text.as_bytes()[block * STRIDE..byte], self.unit)
    }
}

/// Units that begin in a run of UTF-8 bytes.
fn units(bytes: &[u8], unit: OffsetUnit) -> usize {
    let begin = bytes.iter().filter(|&&b| b & 0xC0 != 0x80).count();
    match unit {
        OffsetUnit::Byte => bytes.len(),
        OffsetUnit::Char => begin,
        OffsetUnit::Utf16 => begin + bytes.iter().filter(|&&b| b >= 0xF0).count(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn counts_like_the_standard_library(text in "(\\PC|[ء-ي😀]){0,400}") {
            let chars = Offsets::new(&text, OffsetUnit::Char);
            let utf16 = Offsets::new(&text, OffsetUnit::Utf16);
            for (count, (byte, _)) in text.char_indices().enumerate() {
                let span = Span::new(byte, text.len());
                prop_assert_eq!(chars.convert(span), count..text.chars().count());
                prop_assert_eq!(utf16.convert(span), text[..byte].encode_utf16().count()..text.encode_utf16().count());
            }
        }
    }
}
