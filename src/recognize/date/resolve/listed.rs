//! The first member of a list, with the month or the year that the last one gives it.

use jiff::civil::Date;

use super::{Context, date, day_of, year_of_month};
use crate::recognize::date::slot::Captures;
use crate::timex::{Point, Timex};

/// 5 و20 مارس
pub(in crate::recognize::date) fn listed_day(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    let last = day_of(captures.side(true), context)?;
    let day = captures.side(false).day()?;
    date(last.and_then(|last| Date::new(last.year(), last.month(), day).ok()).and_then(Point::day))
}

/// يناير ومارس 2019
pub(in crate::recognize::date) fn listed_month(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    let right = captures.side(true);
    let year = year_of_month(right, right.month()?, None, context);
    let month = captures.side(false).month()?;
    date(year.and_then(|year| Point::month(year, month as u8)))
}
