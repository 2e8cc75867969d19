//! Half-open byte ranges of the original text.

use std::fmt;
use std::ops::Range;

/// A half-open range of UTF-8 bytes of the original text, `start <= end`.
///
/// Spans that this crate hands out lie on character boundaries of the text that they were found in, so
/// `&text[span.range()]` never panics there. For code points or UTF-16 units see
/// [`Document::offsets`](crate::Document::offsets).
///
/// ```
/// use khabar::Span;
///
/// let span = Span::new(3, 9);
/// assert_eq!(span.len(), 6);
/// assert!(span.contains(Span::new(4, 9)));
/// assert!(Span::new(0, 4).crosses(span));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(try_from = "Bounds"))]
pub struct Span {
    start: usize,
    end: usize,
}

impl Span {
    /// The span from `start` up to, not including, `end`, both in bytes.
    ///
    /// # Panics
    ///
    /// If `start > end`.
    pub const fn new(start: usize, end: usize) -> Span {
        assert!(start <= end, "a span ends where it starts or later");
        Span { start, end }
    }

    /// The first byte.
    pub const fn start(self) -> usize {
        self.start
    }

    /// One past the last byte.
    pub const fn end(self) -> usize {
        self.end
    }

    /// Length in bytes.
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// True for a span of no bytes.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The span as a range, to slice with.
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// True if `other` lies inside, or is the same.
    pub const fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// True if the two share a byte.
    pub const fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// True if the two overlap and neither lies inside the other.
    pub const fn crosses(self, other: Span) -> bool {
        self.overlaps(other) && !self.contains(other) && !other.contains(self)
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

/// What is read from outside, before the order of the ends is checked.
#[cfg(feature = "serde")]
#[derive(serde::Deserialize)]
struct Bounds {
    start: usize,
    end: usize,
}

#[cfg(feature = "serde")]
impl TryFrom<Bounds> for Span {
    type Error = &'static str;

    fn try_from(bounds: Bounds) -> Result<Span, &'static str> {
        if bounds.start <= bounds.end {
            Ok(Span::new(bounds.start, bounds.end))
        } else {
            Err("a span ends where it starts or later")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Span;

    #[test]
    fn relations() {
        let a = Span::new(2, 6);
        for (b, contains, overlaps, crosses) in [
            (Span::new(2, 6), true, true, false),
            (Span::new(3, 5), true, true, false),
            (Span::new(0, 3), false, true, true),
            (Span::new(5, 9), false, true, true),
            (Span::new(6, 9), false, false, false),
            (Span::new(0, 9), false, true, false),
        ] {
            assert_eq!((a.contains(b), a.overlaps(b), a.crosses(b)), (contains, overlaps, crosses), "{b:?}");
        }
    }
}
