//! What the calendar names.

use jiff::ToSpan;
use jiff::civil::Date;

use super::relative::day_of_this_month;
use super::{Context, date, day_of, range, shifted, year_of, year_of_month};
use crate::gazetteer::sense::TimeClass;
use crate::recognize::date::slot::{Captures, Side, Slot};
use crate::timex::{Modifier, Point, Season, Timex};

pub(in crate::recognize::date) fn day(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    date(day_of(captures.side(false), context)?.and_then(Point::day))
}

pub(in crate::recognize::date) fn month(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    let side = captures.side(false);
    if !side.agrees() || side.class(TimeClass::TheOne).is_some_and(|unit| unit != 1) {
        return None;
    }
    let month = side.month()?;
    date(year_of_month(side, month, None, context).and_then(|year| Point::month(year, month as u8)))
}

pub(in crate::recognize::date) fn year(captures: &Captures, _: &Context<'_>) -> Option<Timex> {
    date(Some(Point::year(captures.side(false).year()?)?))
}

/// 14 و25 أغسطس: the right side gives month and year to the left.
pub(in crate::recognize::date) fn day_range(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    let right = captures.side(true);
    let last = match right.month() {
        Some(_) => day_of(right, context)?,
        None => day_of_this_month(right, context)?, // بين 11 و16 من الشهر الجاري
    };
    let first = captures.side(false).day()?;
    if right.day()? <= first {
        return None;
    }
    let first = last.and_then(|last| Date::new(last.year(), last.month(), first).ok());
    range(first.and_then(Point::day), last.and_then(Point::day))
}

pub(in crate::recognize::date) fn month_range(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    let right = captures.side(true);
    let (first, last) = (captures.side(false).month()?, right.month()?);
    let year = year_of_month(right, last, None, context);
    let point = |month: i8, year: Option<i16>| year.and_then(|year| Point::month(year, month as u8));
    // من نوفمبر إلى مارس 2024 begins the year before.
    range(point(first, if first > last { year.map(|year| year - 1) } else { year }), point(last, year))
}

pub(in crate::recognize::date) fn year_range(captures: &Captures, _: &Context<'_>) -> Option<Timex> {
    let (first, last) = (captures.side(false).year()?, captures.side(true).year()?);
    (first < last).then(|| range(Point::year(first), Point::year(last)))?
}

pub(in crate::recognize::date) fn quarter(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    let side = captures.side(false);
    let number = side.class(TimeClass::Ordinal);
    let half = side.class(TimeClass::Half).is_some();
    let number = number.unwrap_or(if half { 2 } else { 4 }) as u8;
    if half && side.class(TimeClass::TheOne) == Some(2) {
        return half_of_month(side, number, context);
    }
    let year = match side.class(TimeClass::This) {
        _ if side.class(TimeClass::TheOne).is_some_and(|unit| unit != 1) => return None,
        Some(_) => context.reference.map(Date::year),
        None => year_of(side, context),
    };
    if number > if half { 2 } else { 4 } {
        return None;
    }
    date(year.and_then(|year| if half { Point::half(year, number) } else { Point::quarter(year, number) }))
}

/// النصف الثاني من الشهر الماضي: TIMEX3 has no halves of months, so the month with its start or end.
fn half_of_month(side: Side<'_>, number: u8, context: &Context<'_>) -> Option<Timex> {
    let steps = i32::from(side.class(TimeClass::Rel).unwrap_or(0));
    let mut timex = date(context.reference.and_then(|reference| shifted(2, steps, reference)))?;
    timex.modifier = Some(if number == 1 { Modifier::Start } else { Modifier::End });
    Some(timex)
}

pub(in crate::recognize::date) fn season(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    let side = captures.side(false);
    let season = match side.class(TimeClass::Season).or(side.class(TimeClass::TheSeason))? {
        1 => Season::Spring,
        2 => Season::Summer,
        3 => Season::Autumn,
        _ => Season::Winter,
    };
    let year = match (side.year(), side.class(TimeClass::Rel)) {
        (Some(year), _) => Some(year),
        // شتاء العام الماضي
        (None, Some(rel)) if side.class(TimeClass::Season).is_some() => {
            context.reference.map(|reference| reference.year() + rel)
        }
        // الصيف الماضي: the last that is over, or the next that has not begun.
        (None, Some(rel)) => context.reference.map(|reference| {
            let this = Point::season(reference.year(), season);
            // To most writers a season begins with the equinox or solstice, three weeks after its first month.
            let felt = |day: Date| day.checked_add(20.days()).unwrap_or(day);
            let over = this.and_then(Point::last_day).is_some_and(|last| felt(last) < reference);
            let to_come = this.and_then(Point::first_day).is_some_and(|first| felt(first) > reference);
            match rel {
                ..0 if over => reference.year(),
                ..0 => reference.year() - 1,
                0 => reference.year(),
                _ if to_come => reference.year(),
                _ => reference.year() + 1,
            }
        }),
        (None, None) => return None,
    };
    date(year.and_then(|year| Point::season(year, season)))
}

/// التسعينيات: of the twentieth century, unless the text names another.
pub(in crate::recognize::date) fn decade(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    let side = captures.side(false);
    let tens = side.class(TimeClass::Decade)?;
    let century = match (side.class(TimeClass::Ordinal), side.class(TimeClass::Rel)) {
        (Some(ordinal), _) => ordinal - 1,
        (None, Some(rel)) => context.reference?.year() / 100 + rel,
        (None, None) => 19,
    };
    date(Point::decade(century * 10 + tens))
}

pub(in crate::recognize::date) fn century(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    let side = captures.side(false);
    let hundreds = match side.class(TimeClass::Ordinal).or(side.get(Slot::NUMBER)) {
        Some(ordinal) => ordinal - 1,
        None => context.reference?.year() / 100 + side.class(TimeClass::Rel)?,
    };
    date(Some(Point::century(hundreds)?))
}
