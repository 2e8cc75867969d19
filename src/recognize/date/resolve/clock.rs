//! Parts of a day and clock times.

use jiff::ToSpan;
use jiff::civil::Date;

use super::relative::day_of_week;
use super::{Context, date};
use crate::gazetteer::sense::TimeClass;
use crate::recognize::date::slot::{Captures, Side, Slot};
use crate::timex::{DayPart, Point, Timex, TimexKind, TimexValue};

pub(in crate::recognize::date) fn day_part(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    let side = captures.side(false);
    let day = match side.class(TimeClass::DayWord) {
        Some(days) => context.reference.and_then(|reference| reference.checked_add(i32::from(days).days()).ok()),
        None => day_of_week(side, context),
    };
    day_part_on(side, day)
}

fn day_part_on(side: Side<'_>, day: Option<Date>) -> Option<Timex> {
    let part = match side.class(TimeClass::DayPart)? {
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
    let utc = captures.side(false).class(TimeClass::Zone) == Some(1);
    date(Some(clock_of(captures.side(false), utc, context)?))
}

/// الساعة السادسة والنصف مساء
pub(in crate::recognize::date) fn clock_in_words(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    let side = captures.side(false);
    let hour = side.class(TimeClass::Ordinal).filter(|hour| (1..=12).contains(hour))?;
    let minute = match (side.class(TimeClass::Half), side.class(TimeClass::Quarter)) {
        (Some(_), _) => 30,
        (None, Some(_)) => 15,
        (None, None) => 0,
    };
    let utc = side.class(TimeClass::Zone) == Some(1);
    date(Some(Point::clock(context.reference, of_day(hour, side) as u8, minute, utc)?))
}

/// The hour of the day by the word behind it: م, صباحا.
fn of_day(hour: i16, side: Side<'_>) -> i16 {
    match side.class(TimeClass::Clock) {
        Some(12) if hour < 12 => hour + 12,
        Some(0) if hour == 12 => 0,
        _ => hour,
    }
}

pub(in crate::recognize::date) fn clock_range(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    let utc = captures.side(true).class(TimeClass::Zone) == Some(1);
    let first = clock_of(captures.side(false), utc, context)?;
    let last = clock_of(captures.side(true), utc, context)?;
    Some(Timex::new(TimexKind::Time, Some(TimexValue::Range(first, last))))
}

fn clock_of(side: Side<'_>, utc: bool, context: &Context<'_>) -> Option<Point> {
    let (hour, minute) = (side.get(Slot::HOUR)?, side.get(Slot::MINUTE)?);
    let hour = of_day(hour, side);
    Point::clock(context.reference, hour as u8, minute as u8, utc)
}
