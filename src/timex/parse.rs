//! TIMEX3 text as values.

use std::str::FromStr;

use jiff::civil::{Date, ISOWeekDate, Weekday};

use super::print::weekday;
use super::value::{DayPart, Duration, Grain, Point, Season, TimexValue, Unit};
use crate::error::{Error, ErrorKind};

impl FromStr for TimexValue {
    type Err = Error;

    /// Parses what [`Display`](std::fmt::Display) prints.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Timex`] if `text` is not such a value, names a day or month that does not exist, or runs
    /// backwards.
    fn from_str(text: &str) -> Result<TimexValue, Error> {
        value(text).ok_or_else(|| Error::new(ErrorKind::Timex, format!("`{text}` is no TIMEX3 value")))
    }
}

impl TryFrom<String> for TimexValue {
    type Error = Error;

    fn try_from(text: String) -> Result<TimexValue, Error> {
        text.parse()
    }
}

fn value(text: &str) -> Option<TimexValue> {
    match text {
        "PAST_REF" => return Some(TimexValue::Past),
        "PRESENT_REF" => return Some(TimexValue::Present),
        "FUTURE_REF" => return Some(TimexValue::Future),
        _ => {}
    }
    if !text.is_ascii() {
        return None;
    }
    if let Some(day) = text.strip_prefix("XXXX-WXX-") {
        return Some(TimexValue::Weekly(weekday(digits(day, 1)? as i8)?));
    }
    if let Some((first, last)) = text.split_once('/') {
        let (first, last) = (point(first)?, point(last)?);
        return Some(TimexValue::between(first, last)).filter(|range| *range == TimexValue::Range(first, last));
    }
    match text.strip_prefix('P') {
        Some(rest) => duration(rest).map(TimexValue::Duration),
        None => point(text).map(TimexValue::Point),
    }
}

fn duration(text: &str) -> Option<Duration> {
    let (clock, text) = match text.strip_prefix('T') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let letter = text.chars().last()?;
    let unit = [Unit::Year, Unit::Month, Unit::Week, Unit::Day, Unit::Hour, Unit::Minute, Unit::Second]
        .into_iter()
        .find(|unit| unit.is_clock() == clock && unit.letter() == letter)?;
    match &text[..text.len() - 1] {
        "X" => Some(Duration::new(None, unit)),
        // One spelling for one value: no sign, no leading zero.
        count if count == "0" || !count.starts_with(['0', '+']) => Some(Duration::new(Some(count.parse().ok()?), unit)),
        _ => None,
    }
}

fn point(text: &str) -> Option<Point> {
    if let Some(year) = text.strip_prefix("BC") {
        return Point::year(-(digits(year, 4)? as i16));
    }
    if let Some((date, time)) = text.split_once('T') {
        let date = if date.is_empty() { None } else { Some(date_of(date)?) };
        if let (Some(date), Some(part)) = (date, DayPart::ALL.into_iter().find(|part| part.code() == time)) {
            return Point::day_part(date, part);
        }
        let (time, utc) = match time.strip_suffix('Z') {
            Some(time) => (time, true),
            None => (time, false),
        };
        let (hour, minute) = time.split_once(':')?;
        return Point::clock(date, digits(hour, 2)? as u8, digits(minute, 2)? as u8, utc);
    }
    match text.len() {
        2 => return Point::century(digits(text, 2)? as i16),
        3 => return Point::decade(digits(text, 3)? as i16),
        4 => return Point::year(digits(text, 4)? as i16),
        _ => {}
    }
    let (year, rest) = text.split_once('-')?;
    let year = digits(year, 4)? as i16;
    if let Some(season) = Season::ALL.into_iter().find(|season| season.code() == rest) {
        return Point::season(year, season);
    }
    match rest.as_bytes() {
        [b'H', half] => Point::half(year, half.wrapping_sub(b'0')),
        [b'Q', quarter] => Point::quarter(year, quarter.wrapping_sub(b'0')),
        [b'W', week @ ..] => {
            let (week, weekend) = match week.strip_suffix(b"-WE") {
                Some(week) => (week, true),
                None => (week, false),
            };
            let week = digits(std::str::from_utf8(week).ok()?, 2)? as i8;
            ISOWeekDate::new(year, week, Weekday::Monday).ok().filter(|_| year > 0)?;
            Some(Point(if weekend { Grain::Weekend(year, week as u8) } else { Grain::Week(year, week as u8) }))
        }
        [_, _] => Point::month(year, digits(rest, 2)? as u8),
        _ => Point::day(date_of(text)?),
    }
}

fn date_of(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let (year, month, day) = (digits(parts.next()?, 4)?, digits(parts.next()?, 2)?, digits(parts.next()?, 2)?);
    if parts.next().is_some() {
        return None;
    }
    Date::new(year as i16, month as i8, day as i8).ok()
}

/// A number of exactly so many digits.
fn digits(text: &str, len: usize) -> Option<u32> {
    (text.len() == len && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    const VALUES: &[&str] = &[
        "2024-08-07",
        "2024-08",
        "2024",
        "0632",
        "BC0500",
        "199",
        "20",
        "2024-Q1",
        "2024-H2",
        "2024-SU",
        "2024-W33",
        "2024-W33-WE",
        "2024-08-14/2024-08-25",
        "2011/2013",
        "2024-08-11TMO",
        "2024-08-12T10:30",
        "2024-08-12T14:00Z",
        "T10:30",
        "P2D",
        "P26M",
        "PXY",
        "PT72H",
        "PT30M",
        "PTXH",
        "XXXX-WXX-5",
        "PAST_REF",
        "PRESENT_REF",
        "FUTURE_REF",
    ];

    #[test]
    fn values_round_trip() {
        for text in VALUES {
            assert_eq!(text.parse::<TimexValue>().expect(text).to_string(), *text);
        }
    }

    #[test]
    fn what_does_not_exist_is_refused() {
        for text in [
            "",
            "2024-13",
            "2024-04-31",
            "2024-Q5",
            "2024-H0",
            "2023-W53",
            "T25:00",
            "2024-08-12T10:60",
            "0000",
            "P",
            "P01D",
            "P+1D",
            "PT2D",
            "XXXX-WXX-8",
            "2024-8-7",
            "٢٠٢٤",
            "2024-08-14/",
            "BC0000",
            "2024-08-07-01",
            "2402/20",
            "2013/2011",
        ] {
            assert!(text.parse::<TimexValue>().is_err(), "{text}");
        }
    }
}
