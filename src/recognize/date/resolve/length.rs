//! Lengths of time, and what is so long ago.

use super::relative::weekday_of;
use super::{Context, date, duration, shifted};
use crate::gazetteer::sense::TimeClass;
use crate::recognize::date::slot::{Captures, Side, Slot};
use crate::timex::{Duration, Timex, TimexKind, TimexValue, Unit};

/// Count and unit of a length.
fn count_and_unit(side: Side<'_>) -> Option<(Option<u32>, i16)> {
    let of = |classes: [TimeClass; 2]| classes.into_iter().find_map(|class| side.class(class));
    if let Some(unit) = of([TimeClass::Two, TimeClass::TheTwo]) {
        return Some((Some(2), unit));
    }
    let unit = of([TimeClass::Many, TimeClass::TheMany]).or(of([TimeClass::One, TimeClass::TheOne]))?;
    let count = side.get(Slot::COUNT).or(side.class(TimeClass::TheNumber)).map(|count| count as u32);
    Some((count, unit))
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
    duration(Some(count?.checked_mul(times)?), unit)
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

pub(in crate::recognize::date) fn half_length(captures: &Captures, _: &Context<'_>) -> Option<Timex> {
    halves(1, captures.side(false).class(TimeClass::One)?)
}

/// So many halves of a unit.
fn halves(count: u32, unit: i16) -> Option<Timex> {
    let (half, unit) = match unit {
        1 => (6, Unit::Month),
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
