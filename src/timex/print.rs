//! Values as TIMEX3 text.

use std::fmt;

use jiff::civil::Weekday;

use super::value::{DayPart, Duration, Grain, Modifier, Point, Season, TimexKind, TimexValue, Unit};

impl fmt::Display for TimexValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TimexValue::Point(point) => point.fmt(f),
            TimexValue::Range(first, last) => write!(f, "{first}/{last}"),
            TimexValue::Duration(duration) => duration.fmt(f),
            TimexValue::Weekly(day) => write!(f, "XXXX-WXX-{}", day.to_monday_one_offset()),
            TimexValue::Past => f.write_str("PAST_REF"),
            TimexValue::Present => f.write_str("PRESENT_REF"),
            TimexValue::Future => f.write_str("FUTURE_REF"),
        }
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Grain::Century(hundreds) => write!(f, "{hundreds:02}"),
            Grain::Decade(tens) => write!(f, "{tens:03}"),
            Grain::Year(year) if year < 0 => write!(f, "BC{:04}", -i32::from(year)),
            Grain::Year(year) => write!(f, "{year:04}"),
            Grain::Half(year, half) => write!(f, "{year:04}-H{half}"),
            Grain::Quarter(year, quarter) => write!(f, "{year:04}-Q{quarter}"),
            Grain::Season(year, season) => write!(f, "{year:04}-{}", season.code()),
            Grain::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Grain::Week(year, week) => write!(f, "{year:04}-W{week:02}"),
            Grain::Weekend(year, week) => write!(f, "{year:04}-W{week:02}-WE"),
            Grain::Day(date) => write!(f, "{date}"),
            Grain::DayPart(date, part) => write!(f, "{date}T{}", part.code()),
            Grain::Clock(date, hour, minute, utc) => {
                if let Some(date) = date {
                    write!(f, "{date}")?;
                }
                write!(f, "T{hour:02}:{minute:02}{}", if utc { "Z" } else { "" })
            }
        }
    }
}

impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.unit.is_clock() { "PT" } else { "P" })?;
        match self.count {
            Some(count) => write!(f, "{count}")?,
            None => f.write_str("X")?,
        }
        write!(f, "{}", self.unit.letter())
    }
}

impl Unit {
    /// Units of the clock stand after a T: `PT5M` is five minutes, `P5M` five months.
    pub(super) fn is_clock(self) -> bool {
        matches!(self, Unit::Hour | Unit::Minute | Unit::Second)
    }

    pub(super) fn letter(self) -> char {
        match self {
            Unit::Year => 'Y',
            Unit::Month | Unit::Minute => 'M',
            Unit::Week => 'W',
            Unit::Day => 'D',
            Unit::Hour => 'H',
            Unit::Second => 'S',
        }
    }
}

impl Season {
    pub(super) const ALL: [Season; 4] = [Season::Spring, Season::Summer, Season::Autumn, Season::Winter];

    pub(super) fn code(self) -> &'static str {
        match self {
            Season::Spring => "SP",
            Season::Summer => "SU",
            Season::Autumn => "FA",
            Season::Winter => "WI",
        }
    }
}

impl DayPart {
    pub(super) const ALL: [DayPart; 5] =
        [DayPart::Morning, DayPart::Midday, DayPart::Afternoon, DayPart::Evening, DayPart::Night];

    pub(super) fn code(self) -> &'static str {
        match self {
            DayPart::Morning => "MO",
            DayPart::Midday => "MD",
            DayPart::Afternoon => "AF",
            DayPart::Evening => "EV",
            DayPart::Night => "NI",
        }
    }
}

impl From<TimexValue> for String {
    fn from(value: TimexValue) -> String {
        value.to_string()
    }
}

impl TimexKind {
    pub(super) const ALL: [TimexKind; 4] = [TimexKind::Date, TimexKind::Time, TimexKind::Duration, TimexKind::Set];

    /// True for the name in capitals, as TIMEX3 tags write it.
    pub(super) fn is_named(self, name: &str) -> bool {
        name.bytes().all(|b| b.is_ascii_uppercase()) && name.eq_ignore_ascii_case(self.as_str())
    }

    /// The name in lower case, as gold files write it.
    pub fn as_str(self) -> &'static str {
        match self {
            TimexKind::Date => "date",
            TimexKind::Time => "time",
            TimexKind::Duration => "duration",
            TimexKind::Set => "set",
        }
    }
}

impl Modifier {
    pub(super) const ALL: [Modifier; 6] =
        [Modifier::Start, Modifier::Mid, Modifier::End, Modifier::Approx, Modifier::MoreThan, Modifier::LessThan];

    /// The TIMEX3 spelling: `START`, `MORE_THAN`.
    pub fn as_str(self) -> &'static str {
        match self {
            Modifier::Start => "START",
            Modifier::Mid => "MID",
            Modifier::End => "END",
            Modifier::Approx => "APPROX",
            Modifier::MoreThan => "MORE_THAN",
            Modifier::LessThan => "LESS_THAN",
        }
    }
}

impl fmt::Display for TimexKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for Modifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// ISO number of a weekday, Monday first.
pub(super) fn weekday(number: i8) -> Option<Weekday> {
    Weekday::from_monday_one_offset(number).ok()
}
