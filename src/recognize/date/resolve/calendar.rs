//! What the calendar names.

use jiff::ToSpan;
use jiff::civil::Date;

use super::relative::{day_of_this_month, weekday_of};
use super::{Context, date, day_of, range, shifted, year_of, year_of_month};
use crate::gazetteer::sense::TimeClass;
use crate::recognize::date::slot::{Captures, Side, Slot};
use crate::timex::hijri;
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

/// النصف الأول من يونيو: the month with its start or end.
pub(in crate::recognize::date) fn half_of_named_month(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    let modifier = match captures.side(false).class(TimeClass::Ordinal)? {
        1 => Modifier::Start,
        2 => Modifier::End,
        _ => return None,
    };
    let mut timex = month(captures, context)?;
    timex.modifier = Some(modifier);
    Some(timex)
}

/// The month that a side names, by its first day; the outer `None` if it contradicts itself.
fn first_of_month(side: Side<'_>, context: &Context<'_>) -> Option<Option<Date>> {
    if !side.agrees() {
        return None;
    }
    let Some(month) = side.month() else {
        // الأسبوع الأول من الشهر المقبل
        let steps = side.class(TimeClass::Rel)?;
        return Some(context.reference.and_then(|day| day.first_of_month().checked_add(steps.months()).ok()));
    };
    Some(year_of_month(side, month, None, context).and_then(|year| Date::new(year, month, 1).ok()))
}

/// الأسبوع الثاني من مايو: seven days, counted from the first of the month, the last ones from its end.
pub(in crate::recognize::date) fn week_of_month(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    let side = captures.side(false);
    let first = first_of_month(side, context)?;
    let begin = match side.class(TimeClass::Ordinal) {
        Some(number @ 1..=4) => first.and_then(|first| first.checked_add((7 * (number - 1)).days()).ok()),
        Some(_) => return None,
        None => first.and_then(|first| first.last_of_month().checked_sub(6.days()).ok()),
    };
    let end = begin.and_then(|begin| begin.checked_add(6.days()).ok());
    range(begin.and_then(Point::day), end.and_then(Point::day))
}

/// السبت الثالث من مايو: the third Saturday, unless the third of May is a Saturday.
pub(in crate::recognize::date) fn weekday_of_month(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    let side = captures.side(false);
    let first = first_of_month(side, context)?;
    let number = side.class(TimeClass::Ordinal);
    let that_day =
        first.zip(number).and_then(|(first, number)| Date::new(first.year(), first.month(), number as i8).ok());
    let day = match side.class(TimeClass::Weekday) {
        None => that_day, // اليوم الأول من مايو
        Some(weekday) => {
            let weekday = weekday_of(weekday)?;
            let nth = i8::try_from(number.unwrap_or(-1)).ok()?;
            match that_day.filter(|day| day.weekday() == weekday) {
                Some(day) => Some(day),
                None if nth <= 5 => first.and_then(|first| first.nth_weekday_of_month(nth, weekday).ok()),
                None => that_day,
            }
        }
    };
    date(day.and_then(Point::day))
}

/// عام 67: of the last hundred years.
pub(in crate::recognize::date) fn short_year(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    let year = captures.side(false).get(Slot::SHORT_YEAR)?;
    let this = context.reference?.year();
    let century = this / 100 * 100;
    date(Point::year(if century + year <= this { century + year } else { century - 100 + year }))
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
    let last = last.map(|last| announced(last, right, context));
    let first = last.and_then(|last| Date::new(last.year(), last.month(), first).ok());
    range(first.and_then(Point::day), last.and_then(Point::day))
}

/// Days of no stated year that begin within this time are announced, not a year old: من 1 إلى 5 سبتمبر, said in August.
const ANNOUNCED: i32 = 60;

fn announced(last: Date, side: Side<'_>, context: &Context<'_>) -> Date {
    let stated =
        side.year().is_some() || side.class(TimeClass::TheOne).is_some() || side.class(TimeClass::Rel).is_some();
    let next = last.checked_add(1.year());
    match (context.reference.and_then(|reference| reference.checked_add(ANNOUNCED.days()).ok()), next) {
        (Some(soon), Ok(next)) if !stated && next <= soon => next,
        _ => last,
    }
}

/// 25 و26 و27 يوليو
pub(in crate::recognize::date) fn days_in_a_row(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    (captures.side(true).day()? == captures.side(false).day()? + 2).then(|| day_range(captures, context))?
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

/// موسم 2023-24: two years of which the second follows the first.
pub(in crate::recognize::date) fn school_year(captures: &Captures, _: &Context<'_>) -> Option<Timex> {
    let (first, right) = (captures.side(false).year()?, captures.side(true));
    let follows = match right.get(Slot::SHORT_YEAR) {
        Some(short) => short == (first + 1) % 100,
        None => right.year()? == first + 1,
    };
    follows.then(|| range(Point::year(first), Point::year(first + 1)))?
}

/// الموسم الماضي. Years of schools and of sport run from September to June, and in August the coming one is the current one
/// already.
pub(in crate::recognize::date) fn relative_school_year(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    let rel = captures.side(false).class(TimeClass::Rel)?;
    let first = context.reference.map(|reference| {
        let (year, month) = (reference.year(), reference.month());
        match rel {
            ..0 => year - if month > 6 { 1 } else { 2 },
            0 => year - i16::from(month < 8),
            _ => year + i16::from(month > 8),
        }
    });
    range(first.and_then(Point::year), first.and_then(|first| Point::year(first + 1)))
}

/// عام 500 قبل الميلاد, سنة 632 م, عام 130 للهجرة
pub(in crate::recognize::date) fn year_of_era(captures: &Captures, _: &Context<'_>) -> Option<Timex> {
    let side = captures.side(false);
    let number = side.get(Slot::NUMBER)?;
    match side.class(TimeClass::Era) {
        Some(1) => hijri_years(number, number),
        Some(_) => date(Some(Point::year(-number)?)),
        None => date(Some(Point::year(number)?)),
    }
}

/// From the beginning of a Hijri year to the end of another, in Gregorian years.
fn hijri_years(first: i16, last: i16) -> Option<Timex> {
    let (first, last) = (hijri::year(first)?.0.year(), hijri::year(last)?.1.year());
    let mut timex = range(Point::year(first), Point::year(last))?;
    timex.modifier = Some(Modifier::Approx);
    Some(timex)
}

/// الأشهر التسعة الأولى من العام
pub(in crate::recognize::date) fn first_months(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    let side = captures.side(false);
    let count = side.class(TimeClass::TheNumber).or(side.get(Slot::COUNT))?;
    let count = u8::try_from(count).ok().filter(|count| (2..=12).contains(count))?;
    let year = side.year().or_else(|| Some(context.reference?.year() + side.class(TimeClass::Rel).unwrap_or(0)));
    range(year.and_then(|year| Point::month(year, 1)), year.and_then(|year| Point::month(year, count)))
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
        (None, None) if side.class(TimeClass::This).is_some() => context.reference.map(Date::year),
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

/// النصف الثاني من القرن العشرين: the century with its start or end.
pub(in crate::recognize::date) fn half_of_century(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    let (left, right) = (captures.side(false), captures.side(true));
    let modifier = match left.class(TimeClass::Ordinal)? {
        1 => Modifier::Start,
        2 => Modifier::End,
        _ => return None,
    };
    let hundreds = match right.class(TimeClass::Ordinal).or(right.get(Slot::NUMBER)) {
        Some(ordinal) => ordinal - 1,
        None if left.class(TimeClass::Rel).is_some() => context.reference?.year() / 100 + left.class(TimeClass::Rel)?,
        None => 19,
    };
    let mut timex = match left.class(TimeClass::Decade) {
        Some(tens) => date(Some(Point::decade(hundreds * 10 + tens)?))?,
        None => date(Some(Point::century(hundreds)?))?,
    };
    timex.modifier = Some(modifier);
    Some(timex)
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

/// القرن الخامس قبل الميلاد, القرن الثالث الهجري: from its first year to its last.
pub(in crate::recognize::date) fn century_of_era(captures: &Captures, _: &Context<'_>) -> Option<Timex> {
    let side = captures.side(false);
    let century =
        side.class(TimeClass::Ordinal).or(side.get(Slot::NUMBER)).filter(|century| (1..=50).contains(century))?;
    match side.class(TimeClass::Era) {
        Some(-1) => range(Point::year(-100 * century), Point::year(-100 * century + 99)),
        _ => hijri_years(100 * century - 99, 100 * century),
    }
}

pub(in crate::recognize::date) fn century_range(captures: &Captures, _: &Context<'_>) -> Option<Timex> {
    let number = |side: Side<'_>| side.class(TimeClass::Ordinal).or(side.get(Slot::NUMBER));
    let (first, last) = (number(captures.side(false))?, number(captures.side(true))?);
    (first < last).then(|| range(Point::century(first - 1), Point::century(last - 1)))?
}
