//! Parts of a day and clock times.

use jiff::ToSpan;
use jiff::civil::Date;

use super::relative::day_of_week;
use super::{Context, date};
use crate::gazetteer::sense::TimeClass;
use crate::recognize::date::slot::{Captures, Side, Slot};
use crate::timex::{DayPart, Point, Timex, TimexKind, TimexValue, Zone};

pub(in crate::recognize::date) fn day_part(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    let side = captures.side(false);
    let day = match side.class(TimeClass::DayWord) {
        Some(days) => context.reference.and_then(|reference| reference.checked_add(i32::from(days).days()).ok()),
        None => day_of_week(side, context),
    };
    day_part_on(side, day)
}

/// ليل السبت الأحد: the night that begins on the first of the two days, which follow each other.
pub(in crate::recognize::date) fn night_between(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    let side = captures.side(false);
    let (first, second) = (side.class(TimeClass::Weekday)?, captures.side(true).class(TimeClass::Weekday)?);
    if side.class(TimeClass::DayPart) != Some(5) || second != first % 7 + 1 {
        return None;
    }
    // The second day decides: on a Sunday the night to Sunday is the last one.
    let second = day_of_week(captures.side(true), context);
    day_part_on(side, second.and_then(|day| day.yesterday().ok()))
}

/// الليلة الماضية
pub(in crate::recognize::date) fn night(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    let days = i32::from(captures.side(false).class(TimeClass::Rel).unwrap_or(0));
    let day = context.reference.and_then(|reference| reference.checked_add(days.days()).ok());
    let value = day.and_then(|day| Point::day_part(day, DayPart::Night)).map(TimexValue::Point);
    Some(Timex::new(TimexKind::Time, value))
}

/// الساعة الثامنة من مساء الأحد
pub(in crate::recognize::date) fn clock_on_day(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    let side = captures.side(false);
    let (hour, minute) = match side.get(Slot::HOUR) {
        Some(hour) => (hour, side.get(Slot::MINUTE).unwrap_or(0)),
        None => hour_in_words(side)?,
    };
    let hour = match side.class(TimeClass::DayPart)? {
        1 => on_clock(hour, 0),
        2 => on_clock(hour, 6),
        5 => on_clock(hour, 24),
        _ => on_clock(hour, 12),
    };
    let day = match side.class(TimeClass::DayWord) {
        Some(days) => context.reference.and_then(|reference| reference.checked_add(i32::from(days).days()).ok()),
        None => day_of_week(side, context),
    };
    let value = match day {
        Some(day) => Some(TimexValue::Point(Point::clock(Some(day), hour as u8, minute as u8, false)?)),
        None => None,
    };
    Some(Timex::new(TimexKind::Time, value))
}

pub(super) fn day_part_on(side: Side<'_>, day: Option<Date>) -> Option<Timex> {
    let part = match side.class(TimeClass::DayPart).or(side.class(TimeClass::DayAdverb))? {
        1 => DayPart::Morning,
        2 => DayPart::Midday,
        3 => DayPart::Afternoon,
        4 => DayPart::Evening,
        _ => DayPart::Night,
    };
    let value = day.and_then(|day| Point::day_part(day, part)).map(TimexValue::Point);
    Some(Timex::new(TimexKind::Time, value))
}

/// ليلة, before the date that it belongs to; the day here is only a place to hold the part.
pub(in crate::recognize::date) fn bare_day_part(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    let reference = context.reference.or(Date::new(2000, 1, 1).ok());
    day_part_on(captures.side(false), reference)
}

pub(in crate::recognize::date) fn clock(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    let side = captures.side(false);
    zoned(clock_of(side, is_utc(side), context)?, side)
}

/// A clock time with the zone that the text names.
fn zoned(clock: Point, side: Side<'_>) -> Option<Timex> {
    let mut timex = date(Some(clock))?;
    timex.zone = side.class(TimeClass::Zone).and_then(Zone::numbered);
    Some(timex)
}

fn is_utc(side: Side<'_>) -> bool {
    side.class(TimeClass::Zone) == Some(1)
}

/// الساعة السادسة والنصف مساء
pub(in crate::recognize::date) fn clock_in_words(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    let side = captures.side(false);
    let (hour, minute) = hour_in_words(side)?;
    zoned(Point::clock(context.reference, of_day(hour, side) as u8, minute as u8, is_utc(side))?, side)
}

/// Hour and minute: السادسة والنصف, السابعة إلا ربعا.
fn hour_in_words(side: Side<'_>) -> Option<(i16, i16)> {
    let hour = side.class(TimeClass::Ordinal).or(side.class(TimeClass::OneHour));
    let hour = hour.filter(|hour| (1..=12).contains(hour))?;
    let past = [(TimeClass::Half, 30), (TimeClass::Quarter, 15), (TimeClass::Third, 20)];
    Some(match (side.class(TimeClass::Short), past.iter().find(|&&(class, _)| side.class(class).is_some())) {
        (Some(short), _) => (if hour == 1 { 12 } else { hour - 1 }, 60 - short),
        (None, Some(&(_, minute))) => (hour, minute),
        (None, None) => (hour, 0),
    })
}

/// The hour of the day by the word behind it: م, صباحا.
fn of_day(hour: i16, side: Side<'_>) -> i16 {
    side.class(TimeClass::Clock).map_or(hour, |clock| on_clock(hour, clock))
}

/// The hour of the day by the number of a word of the class `clock`.
fn on_clock(hour: i16, clock: i16) -> i16 {
    match clock {
        12 if hour < 12 => hour + 12,
        6 if hour < 6 => hour + 12,                 // الواحدة ظهرا
        24 if (6..12).contains(&hour) => hour + 12, // العاشرة ليلا, but الثانية ليلا
        0 | 24 if hour == 12 => 0,
        _ => hour,
    }
}

pub(in crate::recognize::date) fn clock_range(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    let right = captures.side(true);
    let first = clock_of(captures.side(false), is_utc(right), context)?;
    let last = clock_of(right, is_utc(right), context)?;
    let mut timex = zoned(last, right)?;
    timex.value = Some(TimexValue::Range(first, last));
    Some(timex)
}

fn clock_of(side: Side<'_>, utc: bool, context: &Context<'_>) -> Option<Point> {
    let (hour, minute) = match side.get(Slot::NUMBER) {
        Some(number) => (number / 100, number % 100), // 1800 بتوقيت غرينتش
        None => (of_day(side.get(Slot::HOUR)?, side), side.get(Slot::MINUTE).unwrap_or(0)),
    };
    Point::clock(context.reference, hour as u8, minute as u8, utc)
}
