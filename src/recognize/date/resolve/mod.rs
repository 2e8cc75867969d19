//! From captures to values, by the reference date.
//!
//! The policy is that of news: what the text leaves open lies in the past, unless a word of the future stands before it or
//! the expression itself says المقبل. A value keeps the grain of its expression: قبل عامين is a year, not a day.

mod calendar;
mod clock;
mod hijri;
mod length;
mod relative;

use jiff::civil::Date;
use jiff::{Span as Shift, ToSpan};

use super::slot::{Captures, Side};
use crate::gazetteer::sense::TimeClass;
use crate::timex::{Duration, Modifier, Point, Timex, TimexKind, TimexValue, Unit};
pub(super) use calendar::{century, day, day_range, decade, month, month_range, quarter, season, year, year_range};
pub(super) use clock::{bare_day_part, clock, clock_in_words, clock_range, day_part};
pub(super) use hijri::{hijri_day, hijri_day_range, hijri_month, hijri_year};
pub(super) use length::{ago, and_a_half, every, half_length, length, one_length, unknown_length};
pub(super) use relative::{
    day_of_relative_month, day_word, relative_unit, same_weekday_near, unit_before_last, unknown, vague, vague_plural,
    weekday, weekend,
};

/// What a value depends on besides the captures.
pub(super) struct Context<'a> {
    pub(super) reference: Option<Date>,
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
    match captures.side(false).class(TimeClass::Part)? {
        1 => Some(Modifier::Start),
        2 => Some(Modifier::Mid),
        3 => Some(Modifier::End),
        _ => None,
    }
}

/// The year that a side names, by number or relative to the reference.
fn year_of(side: Side<'_>, context: &Context<'_>) -> Option<i16> {
    match side.year() {
        Some(year) => Some(year),
        // من العام الماضي
        None if side.class(TimeClass::TheOne) == Some(1) => {
            Some(context.reference?.year() + side.class(TimeClass::Rel)?)
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
    let value = first.zip(last).map(|(first, last)| TimexValue::Range(first, last));
    Some(Timex::new(TimexKind::Date, value))
}

/// A unit so many steps from the reference date, at the unit's own grain.
fn shifted(unit: i16, steps: i32, reference: Date) -> Option<Point> {
    let shift = |span: Shift| reference.checked_add(span).ok();
    match unit {
        1 => Point::year(i16::try_from(i32::from(reference.year()) + steps).ok()?),
        2 => {
            let first = reference.first_of_month().checked_add(steps.months()).ok()?;
            Point::month(first.year(), first.month() as u8)
        }
        3 => shift(steps.weeks()).map(Point::week_of),
        4 => shift(steps.days()).and_then(Point::day),
        8 => Point::decade(i16::try_from(i32::from(reference.year() / 10) + steps).ok()?),
        9 => Point::century(i16::try_from(i32::from(reference.year() / 100) + steps).ok()?),
        _ => None,
    }
}
