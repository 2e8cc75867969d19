//! The date rules: one row a rule.
//!
//! A row has a pattern (its language is that of [`super::pattern`]), a function that makes a value of the captures, a guard
//! that looks at the words around, sentences in which it finds a value, and sentences in which the whole table finds
//! nothing. Words stand in ordinary spelling. Of the rules that fit at a word the one that reaches farthest wins, and of
//! those the first.
//!
//! The tables are tried in the order of [`TABLES`], rows in the order of their table.
//!
//! To add a rule, add a row; to add a word, add it to `gazetteers/lexicon/time.tsv`.

mod anchored;
mod calendar;
mod clock;
mod hijri;
mod holiday;
mod length;
mod listed;
mod period;
mod relative;

use super::guard::Guard;
use super::resolve::Resolve;
use super::shape::Shape;

/// One rule.
#[derive(Debug)]
#[cfg_attr(not(test), expect(dead_code, reason = "names and examples are for readers and for the test of every row"))]
pub(crate) struct Rule {
    pub(crate) name: &'static str,
    pub(super) pattern: &'static str,
    pub(super) shape: Shape,
    pub(super) resolve: Resolve,
    pub(super) guard: Guard,
    /// `sentence`, `span`, `value`; the reference date is Monday 2024-08-12. Several spans, and their values, are parted by ` | `.
    pub(crate) examples: &'static [(&'static str, &'static str, &'static str)],
    /// Sentences without a date.
    pub(crate) counter: &'static [&'static str],
}

/// Patterns that rules share.
pub(super) const PARTS: &[(&str, &str)] = &[
    ("mon", "{month} | {month} / {month2} | {month} \"( {month2} \") | {month} - {month2} | {month} {month2}"),
    ("y", "{year} | {year} + ( م | ميلادية | ميلادي )"),
    ("hy", "{hijri-year} [ + ( هـ | هجرية | هجري | للهجرة ) ] | {number} + ( هـ | هجرية | هجري | للهجرة )"),
    ("of-year", "; <y> | \"( {year} | [ من ] ( عام | سنة | العام ) <y> | [ من ] {theone} {rel} | لعام <y>"),
];

/// All rules. Where two reach equally far the earlier wins: numbers with a calendar before lengths, Hijri months before
/// units.
const TABLES: [&[Rule]; 9] = [
    calendar::RULES,
    period::RULES,
    listed::RULES,
    hijri::RULES,
    holiday::RULES,
    relative::RULES,
    anchored::RULES,
    clock::RULES,
    length::RULES,
];

/// All rules in order; a rule's number is its place here.
pub(crate) fn rules() -> impl Iterator<Item = &'static Rule> {
    TABLES.into_iter().flatten()
}
