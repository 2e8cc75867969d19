//! What is counted from the last date of the text.

use jiff::civil::Date;

use super::clock::day_part_on;
use super::length::count_and_unit;
use super::{Context, date, shifted};
use crate::gazetteer::sense::TimeClass;
use crate::recognize::date::slot::Captures;
use crate::timex::{Point, Timex};

/// اليوم التالي, العام نفسه, ذلك اليوم
pub(in crate::recognize::date) fn anchored_unit(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    let side = captures.side(false);
    let unit = side.class(TimeClass::TheOne).filter(|&unit| unit <= 4)?;
    let steps = side.class(TimeClass::Next).unwrap_or(0);
    date(context.anchor.and_then(|anchor| from(anchor, unit, i32::from(steps))))
}

/// مساء اليوم التالي
pub(in crate::recognize::date) fn anchored_part(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    let side = captures.side(false);
    let steps = side.class(TimeClass::Next).unwrap_or(0);
    let day = context.anchor.and_then(|anchor| from(anchor, 4, i32::from(steps)));
    day_part_on(side, day.and_then(Point::first_day))
}

/// 7 أغسطس من العام نفسه
pub(in crate::recognize::date) fn anchored_month(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    let side = captures.side(false);
    if !side.agrees() {
        return None;
    }
    let month = side.month()?;
    let steps = side.class(TimeClass::Next).unwrap_or(0);
    let year = context.anchor.and_then(Point::first_day).map(|day| day.year() + steps);
    date(year.and_then(|year| match side.day() {
        Some(day) => Date::new(year, month, day).ok().and_then(Point::day),
        None => Point::month(year, month as u8),
    }))
}

/// بعد ذلك بيومين
pub(in crate::recognize::date) fn anchored_length(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    let side = captures.side(false);
    let (count, unit) = count_and_unit(side)?;
    let steps = i32::try_from(count.unwrap_or(1)).ok()? * i32::from(side.class(TimeClass::Since)?);
    date(context.anchor.and_then(|anchor| from(anchor, unit, steps)))
}

/// A unit so many steps from the anchor; `None` where the anchor is too coarse to count from: the day after يوليو 2020.
fn from(anchor: Point, unit: i16, steps: i32) -> Option<Point> {
    let (first, last) = (anchor.first_day()?, anchor.last_day()?);
    let within = match unit {
        1 | 8 | 9 => first.year() == last.year(),
        2 => first.first_of_month() == last.first_of_month(),
        3 => Point::week_of(first) == Point::week_of(last),
        _ => first == last,
    };
    within.then(|| shifted(unit, steps, first))?
}
