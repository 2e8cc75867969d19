//! What is counted from the reference date.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::{Context, date, duration, shifted};
use crate::gazetteer::sense::TimeClass;
use crate::recognize::date::slot::{Captures, Side};
use crate::timex::{Point, Timex, TimexKind, TimexValue, Unit};

/// 20 من الشهر المقبل
pub(in crate::recognize::date) fn day_of_relative_month(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    date(day_of_this_month(captures.side(false), context)?.and_then(Point::day))
}

/// 15 الجاري
pub(in crate::recognize::date) fn day_of_current_month(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    let day = captures.side(false).day()?;
    let date_of = |reference: Date| Date::new(reference.year(), reference.month(), day).ok();
    date(context.reference.and_then(date_of).and_then(Point::day))
}

/// الثلاثاء من الأسبوع المقبل. The week runs from Monday, as in ISO 8601.
pub(in crate::recognize::date) fn weekday_of_week(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    let side = captures.side(false);
    let weekday = weekday_of(side.class(TimeClass::Weekday).or(side.class(TimeClass::BareDay))?)?;
    let steps = i32::from(side.class(TimeClass::Rel).unwrap_or(0));
    let monday = context.reference.and_then(|reference| shifted(3, steps, reference)).and_then(Point::first_day);
    let day = monday.and_then(|monday| monday.yesterday().ok()?.nth_weekday(1, weekday).ok());
    date(day.and_then(Point::day))
}

pub(super) fn day_of_this_month(side: Side<'_>, context: &Context<'_>) -> Option<Option<Date>> {
    let day = side.day()?;
    if side.class(TimeClass::TheOne).is_some_and(|unit| unit != 2) {
        return None;
    }
    let rel = side.class(TimeClass::Rel).or(side.class(TimeClass::This))?;
    let month =
        context.reference.and_then(|reference| reference.first_of_month().checked_add(i32::from(rel).months()).ok());
    Some(month.and_then(|month| Date::new(month.year(), month.month(), day).ok()))
}

/// العام الماضي, هذا الشهر, مطلع العام
pub(in crate::recognize::date) fn relative_unit(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    let side = captures.side(false);
    let unit = side.class(TimeClass::TheOne)?;
    let steps = i32::from(side.class(TimeClass::Rel).unwrap_or(0));
    if unit == 5
        || (unit == 4 && steps < 0) // اليوم السابق is counted from the text
        || (unit == 4 && steps == 0 && side.class(TimeClass::Part).is_none() && side.class(TimeClass::This).is_none())
    {
        return None; // الساعة الماضية, اليوم الجاري
    }
    if unit == 8 && steps != 0 {
        return duration(Some(10), Unit::Year); // العقد الماضي: the last ten years
    }
    date(context.reference.and_then(|reference| shifted(unit, steps, reference)))
}

/// هذا اليوم من عام 1967
pub(in crate::recognize::date) fn same_day_of_year(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    let side = captures.side(false);
    let unit = side.class(TimeClass::TheOne).filter(|unit| matches!(unit, 2 | 4))?;
    let day = context.reference.and_then(|reference| {
        let year = side.year().or_else(|| Some(reference.year() + side.class(TimeClass::Rel)?))?;
        Date::new(year, reference.month(), reference.day()).ok()
    });
    date(day.and_then(|day| shifted(unit, 0, day)))
}

/// العام الجديد: the coming one, and in its first months this one.
pub(in crate::recognize::date) fn new_year(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    if captures.side(false).class(TimeClass::TheOne) != Some(1) {
        return None;
    }
    let year = context.reference.map(|reference| reference.year() + i16::from(reference.month() > 3));
    date(year.and_then(Point::year))
}

/// العام قبل الماضي, الأسبوع بعد المقبل: which of the two the pattern does not capture, the tense of the text tells.
pub(in crate::recognize::date) fn unit_before_last(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    let unit = captures.side(false).class(TimeClass::TheOne)?;
    let steps = if (context.is_future)() { 2 } else { -2 };
    date(context.reference.and_then(|reference| shifted(unit, steps, reference)))
}

/// اليوم الأول: counted from what the text speaks of. القرن التاسع عشر is a century of its own.
pub(in crate::recognize::date) fn unknown(captures: &Captures, _: &Context<'_>) -> Option<Timex> {
    let unit = captures.side(false).class(TimeClass::TheOne)?;
    (unit <= 4).then(|| date(None))?
}

pub(super) fn weekday_of(number: i16) -> Option<Weekday> {
    Weekday::from_monday_one_offset(number as i8).ok()
}

/// The day that a weekday means.
pub(super) fn day_of_week(side: Side<'_>, context: &Context<'_>) -> Option<Date> {
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

/// The two ends of a range in the order of time, each with whether its year is stated. The stated year counts for both: من 28 يوليو
/// إلى 11 أغسطس 2019; of two weekdays or days without a year the second follows the first.
pub(in crate::recognize::date) fn in_order(first: (Point, bool), last: (Point, bool)) -> (Point, Point) {
    let ((first, first_dated), (last, last_dated)) = (first, last);
    if last_dated && !first_dated {
        return (first.latest_until(last).unwrap_or(first), last);
    }
    if !last_dated && last.first_day() < first.first_day() {
        return (first, last.earliest_from(first).unwrap_or(last));
    }
    (first, last)
}

/// بعد غد الخميس: the day of that weekday which lies next to the day that the other word means.
pub(in crate::recognize::date) fn same_weekday_near(day: Point, near: Point) -> Option<Point> {
    let (weekday, near) = (day.first_day()?.weekday(), near.first_day()?);
    let from = near.checked_sub(4.days()).ok()?;
    from.nth_weekday(1, weekday).ok().and_then(Point::day)
}

pub(in crate::recognize::date) fn weekday(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    date(day_of_week(captures.side(false), context).and_then(Point::day))
}

pub(in crate::recognize::date) fn day_word(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    let days = i32::from(captures.side(false).class(TimeClass::DayWord)?);
    date(context.reference.and_then(|reference| shifted(4, days, reference)))
}

pub(in crate::recognize::date) fn vague(captures: &Captures, _: &Context<'_>) -> Option<Timex> {
    towards(captures.side(false).class(TimeClass::Vague)?)
}

/// السنوات الماضية
pub(in crate::recognize::date) fn vague_plural(captures: &Captures, _: &Context<'_>) -> Option<Timex> {
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

/// نهاية الأسبوع: the last one, unless the text looks ahead.
pub(in crate::recognize::date) fn weekend(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    let weeks = match captures.side(false).class(TimeClass::Rel) {
        Some(rel) => i32::from(rel),
        None if (context.is_future)() => 0,
        None => -1,
    };
    let day = context.reference.and_then(|reference| reference.checked_add(weeks.weeks()).ok());
    date(day.map(Point::weekend_of))
}
