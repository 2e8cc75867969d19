//! Expressions of time as TIMEX3: values, printing, parsing, the days that a value covers.

pub(crate) mod easter;
pub(crate) mod hijri;
mod interval;
mod parse;
mod print;
mod value;

pub use value::{DayPart, Duration, Modifier, Point, Season, Timex, TimexKind, TimexValue, Unit};
