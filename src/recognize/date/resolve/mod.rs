//! From captures to values, by the reference date.
//!
//! The policy is that of news: what the text leaves open lies in the past, unless a word of the future stands before it or
//! the expression itself says المقبل. A value keeps the grain of its expression: قبل عامين is a year, not a day.

mod anchored;
mod calendar;
mod clock;
mod hijri;
mod holiday;
mod length;
mod listed;
mod relative;

use jiff::civil::Date;
use jiff::{Span as Shift, ToSpan};

use super::slot::{Captures, Side};
use crate::gazetteer::sense::TimeClass;
use crate::timex::{Duration, Modifier, Point, Timex, TimexKind, TimexValue, Unit};
pub(super) use anchored::{anchored_length, anchored_month, anchored_part, anchored_unit};
pub(super) use calendar::{
    century, century_of_era, century_range, day, day_range, days_in_a_row, decade, first_months, half_of_century,
    half_of_named_month, month, month_range, quarter, relative_school_year, school_year, season, short_year,
    week_of_month, weekday_of_month, year, year_of_era, year_range,
};
pub(super) use clock::{
    bare_day_part, clock, clock_in_words, clock_on_day, clock_range, day_part, night, night_between,
};
pub(super) use hijri::{hijri_day, hijri_day_range, hijri_month, hijri_year, relative_hijri_year};
pub(super) use holiday::holiday;
pub(super) use length::{
    ago, and_a_half, every, fraction, from_now, half_ago, length, one_length, past, unknown_length,
};
pub(super) use listed::{listed_day, listed_month};
pub(super) use relative::{
    day_of_current_month, day_of_relative_month, day_word, in_order, new_year, relative_unit, same_day_of_year,
    same_weekday_near, unit_before_last, unknown, vague, vague_plural, weekday, weekday_of_week, weekend,
};

/// What a value depends on besides the captures.
pub(super) struct Context<'a> {
    pub(super) reference: Option<Date>,
    /// The last date of the text before the expression.
    pub(super) anchor: Option<Point>,
    /// Looks for a word of the future before the expression: سيلتقي, من المقرر. Few expressions ask.
    pub(super) is_future: &'a dyn Fn() -> bool,
}

/// Makes a value; `None` if the captures contradict each other, so that the rule does not fit after all.
pub(super) type Resolve = fn(&Captures, &Context<'_>) -> Option<Timex>;

fn date(value: Option<Point>) -> Option<Timex> {
    let kind = if value.is_some_and(Point::is_time) { TimexKind::Time } else { TimexKind::Date };
    Some(Timex::new(kind, value.map(TimexValue::Point)))
}

fn duration(count: Option<u32>, unit: Unit) -> Option<Timex> {
    Some(Timex::new(TimexKind::Duration, Some(TimexValue::Duration(Duration::new(count, unit)))))
}

/// The modifier that a word of part or of doubt gives.
pub(super) fn modifier(captures: &Captures) -> Option<Modifier> {
    let side = captures.side(false);
    match (side.class(TimeClass::Part), side.class(TimeClass::About)) {
        (Some(1), _) => Some(Modifier::Start),
        (Some(2), _) => Some(Modifier::Mid),
        (Some(_), _) => Some(Modifier::End),
        (None, Some(about)) => about_modifier(about),
        (None, None) => None,
    }
}

/// What a word of doubt says of the expression behind it: نحو, أكثر من, أقل من.
pub(super) fn about_modifier(about: i16) -> Option<Modifier> {
    match about {
        1 => Some(Modifier::Approx),
        2 => Some(Modifier::MoreThan),
        3 => Some(Modifier::LessThan),
        _ => None,
    }
}

/// The year that a side names, by number or relative to the reference.
fn year_of(side: Side<'_>, context: &Context<'_>) -> Option<i16> {
    match side.year() {
        Some(year) => Some(year),
        // من العام الماضي, من العام
        None if side.class(TimeClass::TheOne) == Some(1) => {
            Some(context.reference?.year() + side.class(TimeClass::Rel).unwrap_or(0))
        }
        None => None,
    }
}

/// The year of a month, by number, by a relative word, or the nearest that news would mean.
fn year_of_month(side: Side<'_>, month: i8, day: Option<i8>, context: &Context<'_>) -> Option<i16> {
    if let Some(year) = year_of(side, context) {
        return Some(year);
    }
    let reference = context.reference?;
    let here = (reference.month(), day.map_or(0, |_| reference.day()));
    let then = (month, day.unwrap_or(0));
    let (this, last, next) = (reference.year(), reference.year() - 1, reference.year() + 1);
    Some(match side.class(TimeClass::Rel) {
        Some(0) => this,
        Some(rel) if rel < 0 => {
            if then < here {
                this
            } else {
                last
            }
        }
        Some(_) => {
            if then > here {
                this
            } else {
                next
            }
        }
        None if (context.is_future)() => {
            if then >= here {
                this
            } else {
                next
            }
        }
        // A day of this month that is still to come is announced, not a year old.
        None if then <= here || month == reference.month() => this,
        None => last,
    })
}

/// The day that a side names; the outer `None` if it contradicts itself, the inner one if its year is not known or the
/// day does not exist.
fn day_of(side: Side<'_>, context: &Context<'_>) -> Option<Option<Date>> {
    if !side.agrees() {
        return None;
    }
    let (day, month) = (side.day()?, side.month()?);
    if !(1..=31).contains(&day) {
        return None;
    }
    Some(year_of_month(side, month, Some(day), context).and_then(|year| Date::new(year, month, day).ok()))
}

fn range(first: Option<Point>, last: Option<Point>) -> Option<Timex> {
    let value = first.zip(last).map(|(first, last)| TimexValue::between(first, last));
    Some(Timex::new(TimexKind::Date, value))
}

/// A unit so many steps from the reference date, at the unit's own grain.
fn shifted(unit: i16, steps: i32, reference: Date) -> Option<Point> {
    let shift = |span: Shift| reference.checked_add(span).ok();
    match unit {
        1 => Point::year(i16::try_from(i32::from(reference.year()) + steps).ok()?),
        2 => {
            // A text may count more months than a span can hold: قبل ثلاثين ألف عام ونصف.
            let first = reference.first_of_month().checked_add(Shift::new().try_months(steps).ok()?).ok()?;
            Point::month(first.year(), first.month() as u8)
        }
        3 => shift(steps.weeks()).map(Point::week_of),
        4 => shift(steps.days()).and_then(Point::day),
        8 => Point::decade(i16::try_from(i32::from(reference.year() / 10) + steps).ok()?),
        9 => Point::century(i16::try_from(i32::from(reference.year() / 100) + steps).ok()?),
        _ => None,
    }
}
