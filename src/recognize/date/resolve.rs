//! From captures to values, by the reference date.
//!
//! The policy is that of news: what the text leaves open lies in the past, unless a word of the future stands before it or
//! the expression itself says المقبل. A value keeps the grain of its expression: قبل عامين is a year, not a day.

use jiff::civil::{Date, Weekday};
use jiff::{Span as Shift, ToSpan};

use super::slot::{Captures, Side, Slot};
use crate::gazetteer::sense::TimeClass;
use crate::timex::hijri;
use crate::timex::{DayPart, Duration, Modifier, Point, Season, Timex, TimexKind, TimexValue, Unit};

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

pub(super) fn day(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    date(day_of(captures.side(false), context)?.and_then(Point::day))
}

/// 20 من الشهر المقبل
pub(super) fn day_of_relative_month(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    date(day_of_this_month(captures.side(false), context)?.and_then(Point::day))
}

fn day_of_this_month(side: Side<'_>, context: &Context<'_>) -> Option<Option<Date>> {
    let day = side.day()?;
    if side.class(TimeClass::TheOne).is_some_and(|unit| unit != 2) {
        return None;
    }
    let rel = side.class(TimeClass::Rel).or(side.class(TimeClass::This))?;
    let month =
        context.reference.and_then(|reference| reference.first_of_month().checked_add(i32::from(rel).months()).ok());
    Some(month.and_then(|month| Date::new(month.year(), month.month(), day).ok()))
}

pub(super) fn month(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    let side = captures.side(false);
    if !side.agrees() || side.class(TimeClass::TheOne).is_some_and(|unit| unit != 1) {
        return None;
    }
    let month = side.month()?;
    date(year_of_month(side, month, None, context).and_then(|year| Point::month(year, month as u8)))
}

pub(super) fn year(captures: &Captures, _: &Context<'_>) -> Option<Timex> {
    date(Some(Point::year(captures.side(false).year()?)?))
}

fn range(first: Option<Point>, last: Option<Point>) -> Option<Timex> {
    let value = first.zip(last).map(|(first, last)| TimexValue::Range(first, last));
    Some(Timex::new(TimexKind::Date, value))
}

/// The value of Hijri days, with a doubt where the printed calendar may differ from the computed one.
fn hijri(value: Option<TimexValue>, year: Option<i16>) -> Option<Timex> {
    let mut timex = Timex::new(TimexKind::Date, value);
    if year.is_some_and(|year| year < hijri::CERTAIN_FROM) {
        timex.modifier = Some(Modifier::Approx);
    }
    Some(timex)
}

fn days((first, last): (Date, Date)) -> Option<TimexValue> {
    Some(TimexValue::Range(Point::day(first)?, Point::day(last)?))
}

/// The Hijri year that a side names, or the nearest that news would mean for a month and a day of it.
fn hijri_year_of(side: Side<'_>, month: i8, day: i8, context: &Context<'_>) -> Option<i16> {
    if let Some(year) = side.get(Slot::HIJRI_YEAR) {
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

pub(super) fn hijri_day(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
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

pub(super) fn hijri_day_range(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
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
pub(super) fn hijri_month(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
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

pub(super) fn hijri_year(captures: &Captures, _: &Context<'_>) -> Option<Timex> {
    let year = captures.side(false).get(Slot::HIJRI_YEAR);
    hijri(year.and_then(hijri::year).and_then(days), year)
}

/// 14 و25 أغسطس: the right side gives month and year to the left.
pub(super) fn day_range(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
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

pub(super) fn month_range(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    let right = captures.side(true);
    let (first, last) = (captures.side(false).month()?, right.month()?);
    let year = year_of_month(right, last, None, context);
    let point = |month: i8, year: Option<i16>| year.and_then(|year| Point::month(year, month as u8));
    // من نوفمبر إلى مارس 2024 begins the year before.
    range(point(first, if first > last { year.map(|year| year - 1) } else { year }), point(last, year))
}

pub(super) fn year_range(captures: &Captures, _: &Context<'_>) -> Option<Timex> {
    let (first, last) = (captures.side(false).year()?, captures.side(true).year()?);
    (first < last).then(|| range(Point::year(first), Point::year(last)))?
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

/// العام الماضي, هذا الشهر, مطلع العام
pub(super) fn relative_unit(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    let side = captures.side(false);
    let unit = side.class(TimeClass::TheOne)?;
    let steps = i32::from(side.class(TimeClass::Rel).unwrap_or(0));
    if unit == 5
        || (unit == 4 && steps == 0 && side.class(TimeClass::Part).is_none() && side.class(TimeClass::This).is_none())
    {
        return None; // الساعة الماضية, اليوم الجاري
    }
    if unit == 8 && steps != 0 {
        return duration(Some(10), Unit::Year); // العقد الماضي: the last ten years
    }
    date(context.reference.and_then(|reference| shifted(unit, steps, reference)))
}

/// العام قبل الماضي, الأسبوع بعد المقبل: which of the two the pattern does not capture, the tense of the text tells.
pub(super) fn unit_before_last(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    let unit = captures.side(false).class(TimeClass::TheOne)?;
    let steps = if (context.is_future)() { 2 } else { -2 };
    date(context.reference.and_then(|reference| shifted(unit, steps, reference)))
}

/// اليوم التالي: anchored in the text. القرن التاسع عشر is a century of its own.
pub(super) fn unknown(captures: &Captures, _: &Context<'_>) -> Option<Timex> {
    let unit = captures.side(false).class(TimeClass::TheOne)?;
    (unit <= 4).then(|| date(None))?
}

fn weekday_of(number: i16) -> Option<Weekday> {
    Weekday::from_monday_one_offset(number as i8).ok()
}

/// The day that a weekday means.
fn day_of_week(side: Side<'_>, context: &Context<'_>) -> Option<Date> {
    let weekday = weekday_of(side.class(TimeClass::Weekday).or(side.class(TimeClass::BareDay))?)?;
    let reference = context.reference?;
    let to_come = match side.class(TimeClass::Rel) {
        Some(rel) => rel > 0,
        None => (context.is_future)(),
    };
    let same = reference.weekday() == weekday;
    if same && side.class(TimeClass::Rel).is_none_or(|rel| rel == 0) {
        return Some(reference);
    }
    reference.nth_weekday(if to_come { 1 } else { -1 }, weekday).ok()
}

pub(super) fn weekday(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    date(day_of_week(captures.side(false), context).and_then(Point::day))
}

pub(super) fn day_word(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    let days = i32::from(captures.side(false).class(TimeClass::DayWord)?);
    date(context.reference.and_then(|reference| shifted(4, days, reference)))
}

pub(super) fn day_part(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
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
pub(super) fn bare_day_part(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    let reference = context.reference.or(Date::new(2000, 1, 1).ok());
    day_part_on(captures.side(false), reference)
}

pub(super) fn clock(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    let utc = captures.side(false).class(TimeClass::Zone) == Some(1);
    date(Some(clock_of(captures.side(false), utc, context)?))
}

pub(super) fn clock_range(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    let utc = captures.side(true).class(TimeClass::Zone) == Some(1);
    let first = clock_of(captures.side(false), utc, context)?;
    let last = clock_of(captures.side(true), utc, context)?;
    Some(Timex::new(TimexKind::Time, Some(TimexValue::Range(first, last))))
}

fn clock_of(side: Side<'_>, utc: bool, context: &Context<'_>) -> Option<Point> {
    let (hour, minute) = (side.get(Slot::HOUR)?, side.get(Slot::MINUTE)?);
    let hour = match side.class(TimeClass::Clock) {
        Some(12) if hour < 12 => hour + 12, // م
        Some(0) if hour == 12 => 0,         // 12 ص
        _ => hour,
    };
    Point::clock(context.reference, hour as u8, minute as u8, utc)
}

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

pub(super) fn length(captures: &Captures, _: &Context<'_>) -> Option<Timex> {
    let (count, unit) = count_and_unit(captures.side(false))?;
    let (unit, times) = timex_unit(unit)?;
    duration(Some(count?.checked_mul(times)?), unit)
}

pub(super) fn unknown_length(captures: &Captures, _: &Context<'_>) -> Option<Timex> {
    let (_, unit) = count_and_unit(captures.side(false))?;
    duration(None, timex_unit(unit)?.0)
}

pub(super) fn one_length(captures: &Captures, _: &Context<'_>) -> Option<Timex> {
    let (unit, times) = timex_unit(captures.side(false).class(TimeClass::One)?)?;
    duration(Some(times), unit)
}

/// عام ونصف العام: eighteen months; the half is counted in the next smaller unit.
pub(super) fn and_a_half(captures: &Captures, _: &Context<'_>) -> Option<Timex> {
    let (count, unit) = count_and_unit(captures.side(false))?;
    halves(count.unwrap_or(1).checked_mul(2)?.checked_add(1)?, unit)
}

pub(super) fn half_length(captures: &Captures, _: &Context<'_>) -> Option<Timex> {
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
pub(super) fn ago(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    let (count, unit) = count_and_unit(captures.side(false))?;
    let steps = i32::try_from(count.unwrap_or(1)).ok()?;
    if matches!(unit, 5..=7) {
        return duration(Some(count.unwrap_or(1)), timex_unit(unit)?.0);
    }
    date(context.reference.and_then(|reference| shifted(unit, -steps, reference)))
}

pub(super) fn vague(captures: &Captures, _: &Context<'_>) -> Option<Timex> {
    towards(captures.side(false).class(TimeClass::Vague)?)
}

/// السنوات الماضية
pub(super) fn vague_plural(captures: &Captures, _: &Context<'_>) -> Option<Timex> {
    towards(captures.side(false).class(TimeClass::Rel)?)
}

fn towards(direction: i16) -> Option<Timex> {
    let value = match direction {
        ..0 => TimexValue::Past,
        0 => TimexValue::Present,
        _ => TimexValue::Future,
    };
    Some(Timex::new(TimexKind::Date, Some(value)))
}

pub(super) fn quarter(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
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

/// نهاية الأسبوع: the last one, unless the text looks ahead.
pub(super) fn weekend(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    let weeks = match captures.side(false).class(TimeClass::Rel) {
        Some(rel) => i32::from(rel),
        None if (context.is_future)() => 0,
        None => -1,
    };
    let day = context.reference.and_then(|reference| reference.checked_add(weeks.weeks()).ok());
    date(day.map(Point::weekend_of))
}

/// النصف الثاني من الشهر الماضي: TIMEX3 has no halves of months, so the month with its start or end.
fn half_of_month(side: Side<'_>, number: u8, context: &Context<'_>) -> Option<Timex> {
    let steps = i32::from(side.class(TimeClass::Rel).unwrap_or(0));
    let mut timex = date(context.reference.and_then(|reference| shifted(2, steps, reference)))?;
    timex.modifier = Some(if number == 1 { Modifier::Start } else { Modifier::End });
    Some(timex)
}

pub(super) fn season(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
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
pub(super) fn decade(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    let side = captures.side(false);
    let tens = side.class(TimeClass::Decade)?;
    let century = match (side.class(TimeClass::Ordinal), side.class(TimeClass::Rel)) {
        (Some(ordinal), _) => ordinal - 1,
        (None, Some(rel)) => context.reference?.year() / 100 + rel,
        (None, None) => 19,
    };
    date(Point::decade(century * 10 + tens))
}

pub(super) fn century(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    let side = captures.side(false);
    let hundreds = match side.class(TimeClass::Ordinal).or(side.get(Slot::NUMBER)) {
        Some(ordinal) => ordinal - 1,
        None => context.reference?.year() / 100 + side.class(TimeClass::Rel)?,
    };
    date(Some(Point::century(hundreds)?))
}

/// كل ثلاثة أشهر, يوميا, كل يوم جمعة
pub(super) fn every(captures: &Captures, _: &Context<'_>) -> Option<Timex> {
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
