//! Lengths of time, and what is so long ago.

use super::relative::weekday_of;
use super::{Context, date, duration, shifted};
use crate::gazetteer::sense::TimeClass;
use crate::recognize::date::slot::{Captures, Side, Slot};
use crate::timex::{Duration, Timex, TimexKind, TimexValue, Unit};

/// Count and unit of a length.
pub(super) fn count_and_unit(side: Side<'_>) -> Option<(Option<u32>, i16)> {
    let of = |classes: [TimeClass; 2]| classes.into_iter().find_map(|class| side.class(class));
    if let Some(unit) = of([TimeClass::Two, TimeClass::TheTwo]) {
        return Some((Some(2), unit));
    }
    let unit = of([TimeClass::Many, TimeClass::TheMany]).or(of([TimeClass::One, TimeClass::TheOne]))?;
    let count = side.get(Slot::COUNT).or(side.class(TimeClass::TheNumber));
    Some((count.map(|count| count as u32), unit))
}

/// A unit of TIMEX3 and how many of it make the unit of the text.
fn timex_unit(unit: i16) -> Option<(Unit, u32)> {
    Some(match unit {
        1 => (Unit::Year, 1),
        2 => (Unit::Month, 1),
        3 => (Unit::Week, 1),
        4 => (Unit::Day, 1),
        5 => (Unit::Hour, 1),
        6 => (Unit::Minute, 1),
        7 => (Unit::Second, 1),
        8 => (Unit::Year, 10),
        9 => (Unit::Year, 100),
        _ => return None,
    })
}

pub(in crate::recognize::date) fn length(captures: &Captures, _: &Context<'_>) -> Option<Timex> {
    let (count, unit) = count_and_unit(captures.side(false))?;
    let (unit, times) = timex_unit(unit)?;
    // الساعات الأربع والعشرين
    let tens = captures.side(true).class(TimeClass::TheNumber).unwrap_or(0);
    duration(Some((count? + tens as u32).checked_mul(times)?), unit)
}

pub(in crate::recognize::date) fn unknown_length(captures: &Captures, _: &Context<'_>) -> Option<Timex> {
    let (_, unit) = count_and_unit(captures.side(false))?;
    duration(None, timex_unit(unit)?.0)
}

pub(in crate::recognize::date) fn one_length(captures: &Captures, _: &Context<'_>) -> Option<Timex> {
    let (unit, times) = timex_unit(captures.side(false).class(TimeClass::One)?)?;
    duration(Some(times), unit)
}

/// عام ونصف العام: eighteen months; the half is counted in the next smaller unit.
pub(in crate::recognize::date) fn and_a_half(captures: &Captures, _: &Context<'_>) -> Option<Timex> {
    let (count, unit) = count_and_unit(captures.side(false))?;
    halves(count.unwrap_or(1).checked_mul(2)?.checked_add(1)?, unit)
}

/// ربع ساعة, ثلاثة أرباع الساعة
pub(in crate::recognize::date) fn fraction(captures: &Captures, _: &Context<'_>) -> Option<Timex> {
    let side = captures.side(false);
    let (parts, whole) = match side.class(TimeClass::Fraction) {
        Some(fraction) => (1, fraction as u32),
        None => (u32::try_from(side.get(Slot::COUNT)?).ok().filter(|count| *count == 3)?, 4),
    };
    // النصف الأول من the year is no length: only hours and centuries are cut with the article.
    let unit = side.class(TimeClass::One).or(side.class(TimeClass::TheOne).filter(|unit| matches!(unit, 5 | 9)))?;
    let (smaller, unit) = match unit {
        1 => (12, Unit::Month),
        4 => (24, Unit::Hour),
        5 => (60, Unit::Minute),
        6 => (60, Unit::Second),
        8 => (10, Unit::Year),
        9 => (100, Unit::Year),
        _ => return None,
    };
    (smaller % whole == 0).then(|| duration(Some(smaller / whole * parts), unit))?
}

/// So many halves of a unit.
fn halves(count: u32, unit: i16) -> Option<Timex> {
    let (half, unit) = match unit {
        1 => (6, Unit::Month),
        2 => (15, Unit::Day),
        4 => (12, Unit::Hour),
        5 => (30, Unit::Minute),
        6 => (30, Unit::Second),
        8 => (5, Unit::Year),
        9 => (50, Unit::Year),
        _ => return None,
    };
    duration(Some(count.checked_mul(half)?), unit)
}

/// قبل عامين: a year; قبل ست ساعات: this day, as there is no finer grain.
pub(in crate::recognize::date) fn ago(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    let (count, unit) = count_and_unit(captures.side(false))?;
    let steps = i32::try_from(count.unwrap_or(1)).ok()?;
    if matches!(unit, 5..=7) {
        return duration(Some(count.unwrap_or(1)), timex_unit(unit)?.0);
    }
    date(context.reference.and_then(|reference| shifted(unit, -steps, reference)))
}

/// قبل عام ونصف العام: the month so long ago.
pub(in crate::recognize::date) fn half_ago(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    let (count, unit) = count_and_unit(captures.side(false))?;
    let steps = i32::try_from(count.unwrap_or(1)).ok()?.checked_mul(2)?.checked_add(1)?;
    match unit {
        1 => date(context.reference.and_then(|reference| shifted(2, -6 * steps, reference))),
        2 => date(context.reference.and_then(|reference| shifted(3, -2 * steps, reference))),
        _ => None,
    }
}

/// قبل أيام
pub(in crate::recognize::date) fn past(_: &Captures, _: &Context<'_>) -> Option<Timex> {
    Some(Timex::new(TimexKind::Date, Some(TimexValue::Past)))
}

/// بعد شهرين, where the text looks ahead; else it is a length after something that happened: عاد بعد شهرين.
pub(in crate::recognize::date) fn from_now(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    let (count, unit) = count_and_unit(captures.side(false))?;
    let steps = i32::try_from(count.unwrap_or(1)).ok()?;
    if matches!(unit, 5..=7) || !(context.is_future)() {
        return None;
    }
    date(context.reference.and_then(|reference| shifted(unit, steps, reference)))
}

/// كل ثلاثة أشهر, يوميا, كل يوم جمعة
pub(in crate::recognize::date) fn every(captures: &Captures, _: &Context<'_>) -> Option<Timex> {
    let side = captures.side(false);
    let value = match side.class(TimeClass::Weekday).or(side.class(TimeClass::BareDay)) {
        Some(day) => TimexValue::Weekly(weekday_of(day)?),
        None => {
            let (count, unit) = match side.class(TimeClass::Every) {
                Some(unit) => (1, unit),
                None => {
                    let (count, unit) = count_and_unit(side)?;
                    (count.unwrap_or(1), unit)
                }
            };
            let (unit, times) = timex_unit(unit)?;
            TimexValue::Duration(Duration::new(Some(count.checked_mul(times)?), unit))
        }
    };
    Some(Timex::new(TimexKind::Set, Some(value)))
}
