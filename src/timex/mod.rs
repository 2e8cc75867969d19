//! Expressions of time as TIMEX3: values, printing, parsing, the days that a value covers.

mod attributes;
pub(crate) mod easter;
mod edtf;
pub(crate) mod hijri;
mod interval;
mod parse;
mod print;
mod value;
mod zone;

pub use value::{DayPart, Duration, Modifier, Point, Season, Timex, TimexKind, TimexValue, Unit};
pub use zone::Zone;
