//! The days that a value covers.

use jiff::ToSpan;
use jiff::civil::{Date, ISOWeekDate, Weekday};

use super::value::{Grain, Point, Season, TimexValue};

impl TimexValue {
    /// The stretch between two points, whichever the text names first: بين عامي 2013 و2011.
    pub(crate) fn between(a: Point, b: Point) -> TimexValue {
        match (a.first_day(), b.last_day()) {
            (Some(first), Some(last)) if first > last => TimexValue::Range(b, a),
            _ => TimexValue::Range(a, b),
        }
    }

    /// The first day that the value covers; `None` for lengths, sets and vague times, and before our era.
    pub fn first_day(&self) -> Option<Date> {
        match self {
            TimexValue::Point(point) | TimexValue::Range(point, _) => point.first_day(),
            _ => None,
        }
    }

    /// The last day that the value covers, itself included.
    pub fn last_day(&self) -> Option<Date> {
        match self {
            TimexValue::Point(point) | TimexValue::Range(_, point) => point.last_day(),
            _ => None,
        }
    }
}

impl Point {
    /// The first day of the stretch; `None` before our era and for a clock time of no known day.
    pub fn first_day(self) -> Option<Date> {
        self.days().map(|(first, _)| first)
    }

    /// The last day of the stretch, itself included.
    pub fn last_day(self) -> Option<Date> {
        self.days().map(|(_, last)| last)
    }

    fn days(self) -> Option<(Date, Date)> {
        match self.0 {
            Grain::Century(hundreds) => years((hundreds * 100).max(1), hundreds * 100 + 99),
            Grain::Decade(tens) => years((tens * 10).max(1), tens * 10 + 9),
            Grain::Year(year) if year > 0 => years(year, year),
            Grain::Year(_) => None,
            Grain::Half(year, half) => months(year, half * 6 - 5, 6),
            Grain::Quarter(year, quarter) => months(year, quarter * 3 - 2, 3),
            // Meteorological seasons, so that each is three whole months.
            Grain::Season(year, Season::Spring) => months(year, 3, 3),
            Grain::Season(year, Season::Summer) => months(year, 6, 3),
            Grain::Season(year, Season::Autumn) => months(year, 9, 3),
            Grain::Season(year, Season::Winter) => months(year, 12, 3),
            Grain::Month(year, month) => months(year, month, 1),
            Grain::Week(year, week) => {
                Some((week_day(year, week, Weekday::Monday)?, week_day(year, week, Weekday::Sunday)?))
            }
            Grain::Weekend(year, week) => {
                Some((week_day(year, week, Weekday::Saturday)?, week_day(year, week, Weekday::Sunday)?))
            }
            Grain::Day(date) | Grain::DayPart(date, _) => Some((date, date)),
            Grain::Clock(date, ..) => date.map(|date| (date, date)),
        }
    }
}

fn years(first: i16, last: i16) -> Option<(Date, Date)> {
    Some((Date::new(first, 1, 1).ok()?, Date::new(last, 12, 31).ok()?))
}

fn months(year: i16, month: u8, count: i32) -> Option<(Date, Date)> {
    let first = Date::new(year, month as i8, 1).ok()?;
    Some((first, first.checked_add((count - 1).months()).ok()?.last_of_month()))
}

fn week_day(year: i16, week: u8, day: Weekday) -> Option<Date> {
    ISOWeekDate::new(year, week as i8, day).ok().map(ISOWeekDate::date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_values() {
        for (value, first, last) in [
            ("2024", "2024-01-01", "2024-12-31"),
            ("2024-02", "2024-02-01", "2024-02-29"),
            ("2024-Q4", "2024-10-01", "2024-12-31"),
            ("2024-H2", "2024-07-01", "2024-12-31"),
            ("2023-WI", "2023-12-01", "2024-02-29"),
            ("2024-W33", "2024-08-12", "2024-08-18"),
            ("2024-W33-WE", "2024-08-17", "2024-08-18"),
            ("199", "1990-01-01", "1999-12-31"),
            ("20", "2000-01-01", "2099-12-31"),
            ("2024-08-14/2024-08", "2024-08-14", "2024-08-31"),
        ] {
            let value: TimexValue = value.parse().unwrap();
            assert_eq!(
                (value.first_day().unwrap().to_string(), value.last_day().unwrap().to_string()),
                (first.into(), last.into()),
                "{value}"
            );
        }
        for value in ["P3D", "PAST_REF", "BC0500", "T10:30", "XXXX-WXX-1"] {
            assert_eq!(value.parse::<TimexValue>().unwrap().first_day(), None, "{value}");
        }
    }
}
