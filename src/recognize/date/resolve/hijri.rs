//! Hijri dates as Gregorian days.

use jiff::civil::Date;

use super::Context;
use crate::gazetteer::sense::TimeClass;
use crate::recognize::date::slot::{Captures, Side, Slot};
use crate::timex::hijri;
use crate::timex::{Modifier, Point, Timex, TimexKind, TimexValue};

/// The value of Hijri days, with a doubt where the printed calendar may differ from the computed one.
fn hijri(value: Option<TimexValue>, year: Option<i16>) -> Option<Timex> {
    let mut timex = Timex::new(TimexKind::Date, value);
    if year.is_some_and(|year| year < hijri::CERTAIN_FROM) {
        timex.modifier = Some(Modifier::Approx);
    }
    Some(timex)
}

pub(super) fn days((first, last): (Date, Date)) -> Option<TimexValue> {
    Some(TimexValue::Range(Point::day(first)?, Point::day(last)?))
}

/// The Hijri year in digits: one that news writes without its sign, or any with it.
fn stated_year(side: Side<'_>) -> Option<i16> {
    side.get(Slot::HIJRI_YEAR).or(side.get(Slot::NUMBER))
}

/// The Hijri year that a side names, or the nearest that news would mean for a month and a day of it.
fn hijri_year_of(side: Side<'_>, month: i8, day: i8, context: &Context<'_>) -> Option<i16> {
    if let Some(year) = stated_year(side) {
        return Some(year);
    }
    let (year, this_month, this_day) = hijri::of(context.reference?)?;
    let (here, then) = ((this_month, this_day), (month, day));
    Some(match side.class(TimeClass::Rel) {
        Some(0) => year,
        Some(rel) if rel < 0 => year - i16::from(then >= here),
        Some(_) => year + i16::from(then <= here),
        None if (context.is_future)() => year + i16::from(then < here),
        None if then <= here || month == this_month => year,
        None => year - 1,
    })
}

pub(in crate::recognize::date) fn hijri_day(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    let side = captures.side(false);
    let day = side.day()?;
    let month = side.class(TimeClass::Hijri).or(side.get(Slot::MONTH_NUMBER))? as i8;
    if !(1..=30).contains(&day) {
        return None;
    }
    let year = hijri_year_of(side, month, day, context);
    let date = year.and_then(|year| hijri::day(year, month, day)).and_then(Point::day);
    hijri(date.map(TimexValue::Point), year)
}

pub(in crate::recognize::date) fn hijri_day_range(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    let (left, right) = (captures.side(false), captures.side(true));
    let (first, last) = (left.day()?, right.day()?);
    let month = right.class(TimeClass::Hijri)? as i8;
    if first >= last {
        return None;
    }
    let year = hijri_year_of(right, month, last, context);
    let value = year.and_then(|year| days((hijri::day(year, month, first)?, hijri::day(year, month, last)?)));
    hijri(value, year)
}

/// شعبان 1445 هـ, رمضان المقبل, رمضان 2024: from the first day of the month to the last.
pub(in crate::recognize::date) fn hijri_month(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    let side = captures.side(false);
    let month = side.class(TimeClass::Hijri)? as i8;
    let year = match side.get(Slot::YEAR) {
        Some(year) => gregorian_year_of_hijri_month(year, month),
        None => hijri_year_of(side, month, 1, context),
    };
    hijri(year.and_then(|year| hijri::month(year, month)).and_then(days), year)
}

/// The Hijri year whose month begins in a Gregorian year.
fn gregorian_year_of_hijri_month(year: i16, month: i8) -> Option<i16> {
    let (hijri_year, _, _) = hijri::of(Date::new(year, 1, 1).ok()?)?;
    (hijri_year..=hijri_year + 1).find(|&y| hijri::day(y, month, 1).is_some_and(|day| day.year() == year))
}

pub(in crate::recognize::date) fn hijri_year(captures: &Captures, _: &Context<'_>) -> Option<Timex> {
    let year = stated_year(captures.side(false));
    hijri(year.and_then(hijri::year).and_then(days), year)
}

/// العام الهجري الجديد: the coming one, and in its first two months this one.
pub(in crate::recognize::date) fn relative_hijri_year(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    let rel = captures.side(false).class(TimeClass::Rel);
    let year = context.reference.and_then(hijri::of).map(|(year, month, _)| year + rel.unwrap_or(i16::from(month > 2)));
    hijri(year.and_then(hijri::year).and_then(days), year)
}
