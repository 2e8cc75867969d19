//! The days that feasts fall on.

use jiff::ToSpan;
use jiff::civil::Date;

use super::{Context, date};
use crate::gazetteer::sense::TimeClass;
use crate::recognize::date::slot::{Captures, Slot};
use crate::timex::{Modifier, Point, Timex, easter, hijri};

/// A feast without its year is the last one, or one that comes within so many days: قبيل عيد الفطر.
const SOON: i32 = 30;

/// When a feast is, by its number in `lexicon/time.tsv`.
#[derive(Clone, Copy)]
enum Rule {
    Fixed(i8, i8),
    Hijri(i8, i8),
    /// Days from the Easter of the West.
    Western(i32),
    /// Days from the Easter of the East.
    Eastern(i32),
}

impl Rule {
    fn of(number: i16) -> Option<Rule> {
        let (month, day) = ((number / 100) as i8, (number % 100) as i8);
        Some(match number {
            101..=1231 => Rule::Fixed(month, day),
            2101..=3230 => Rule::Hijri(month - 20, day),
            4000..=4199 => Rule::Western(i32::from(number) - 4050),
            5000..=5199 => Rule::Eastern(i32::from(number) - 5050),
            _ => return None,
        })
    }

    /// The day in a year of its calendar.
    fn in_year(self, year: i16) -> Option<Date> {
        match self {
            Rule::Fixed(month, day) => Date::new(year, month, day).ok(),
            Rule::Hijri(month, day) => hijri::day(year, month, day),
            Rule::Western(days) => easter::western(year)?.checked_add(days.days()).ok(),
            Rule::Eastern(days) => easter::eastern(year)?.checked_add(days.days()).ok(),
        }
    }

    /// The year of its calendar that holds a day.
    fn year_of(self, day: Date) -> Option<i16> {
        match self {
            Rule::Hijri(..) => hijri::of(day).map(|(year, _, _)| year),
            _ => Some(day.year()),
        }
    }

    /// The first such day in a Gregorian year.
    fn in_gregorian_year(self, year: i16) -> Option<Date> {
        let first = self.year_of(Date::new(year, 1, 1).ok()?)?;
        (first..=first + 1).filter_map(|year| self.in_year(year)).find(|day| day.year() == year)
    }
}

pub(in crate::recognize::date) fn holiday(captures: &Captures, context: &Context<'_>) -> Option<Timex> {
    let side = captures.side(false);
    let rule = Rule::of(side.class(TimeClass::Holiday)?);
    let later = i32::from(side.class(TimeClass::Nth).unwrap_or(1)) - 1;
    let first = rule.and_then(|rule| day(rule, captures, context));
    let mut timex = date(first.and_then(|first| first.checked_add(later.days()).ok()).and_then(Point::day))?;
    // Countries sight the moon for themselves.
    if matches!(rule, Some(Rule::Hijri(..))) {
        timex.modifier = Some(Modifier::Approx);
    }
    Some(timex)
}

fn day(rule: Rule, captures: &Captures, context: &Context<'_>) -> Option<Date> {
    let side = captures.side(false);
    if let Some(year) = side.year() {
        return rule.in_gregorian_year(year);
    }
    if let (Rule::Hijri(month, day), Some(year)) = (rule, side.get(Slot::HIJRI_YEAR)) {
        return hijri::day(year, month, day);
    }
    let reference = context.reference?;
    // عيد الفطر هذا العام, عيد الفطر من العام الماضي
    if side.class(TimeClass::This).is_some() || side.class(TimeClass::TheOne).is_some() {
        return rule.in_gregorian_year(reference.year() + side.class(TimeClass::Rel).unwrap_or(0));
    }
    let this = rule.year_of(reference)?;
    let mut near = (this - 1..=this + 1).filter_map(|year| rule.in_year(year));
    match side.class(TimeClass::Rel) {
        Some(rel) if rel < 0 => near.rfind(|&day| day < reference),
        Some(rel) if rel > 0 => near.find(|&day| day > reference),
        Some(_) => rule.in_year(this),
        None if (context.is_future)() => near.find(|&day| day >= reference),
        None => {
            let soon = reference.checked_add(SOON.days()).ok()?;
            near.rfind(|&day| day <= soon)
        }
    }
}
