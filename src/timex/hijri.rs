//! The Hijri calendar of Umm al-Qura, the official one of Saudi Arabia, as days of the Gregorian calendar.
//!
//! Sightings in other countries may differ by a day; the text's own Gregorian date wins where it gives one.

use icu_calendar::Date as CalendarDate;
use icu_calendar::cal::{Hijri, Iso};
use jiff::civil::Date;

/// The years that news writes; four digits outside are Gregorian.
pub(crate) const YEARS: std::ops::RangeInclusive<u32> = 1300..=1500;

/// From this year on the printed calendars and the computed one agree; before, they may differ by a day.
pub(crate) const CERTAIN_FROM: i16 = 1420;

/// The Gregorian day of a Hijri date; `None` if the month has no such day.
pub(crate) fn day(year: i16, month: i8, day: i8) -> Option<Date> {
    let calendar = Hijri::new_umm_al_qura();
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    let date = CalendarDate::try_new_hijri_with_calendar(i32::from(year), month, day, calendar).ok()?.to_calendar(Iso);
    Date::new(i16::try_from(date.year().extended_year()).ok()?, date.month().ordinal as i8, date.day_of_month().0 as i8)
        .ok()
}

/// The first and the last Gregorian day of a Hijri month.
pub(crate) fn month(year: i16, month: i8) -> Option<(Date, Date)> {
    let next = if month == 12 { self::day(year + 1, 1, 1) } else { self::day(year, month + 1, 1) };
    Some((self::day(year, month, 1)?, next?.yesterday().ok()?))
}

/// The first and the last Gregorian day of a Hijri year.
pub(crate) fn year(year: i16) -> Option<(Date, Date)> {
    Some((day(year, 1, 1)?, day(year + 1, 1, 1)?.yesterday().ok()?))
}

/// The Hijri year, month and day of a Gregorian day.
pub(crate) fn of(date: Date) -> Option<(i16, i8, i8)> {
    let iso = CalendarDate::try_new_iso(i32::from(date.year()), date.month() as u8, date.day() as u8).ok()?;
    let hijri = iso.to_calendar(Hijri::new_umm_al_qura());
    Some((i16::try_from(hijri.year().extended_year()).ok()?, hijri.month().ordinal as i8, hijri.day_of_month().0 as i8))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Days that the Umm al-Qura calendar of Saudi Arabia has printed.
    #[test]
    fn known_days() {
        for ((y, m, d), gregorian) in [
            ((1445, 7, 7), "2024-01-19"),
            ((1445, 12, 9), "2024-06-15"),
            ((1446, 1, 1), "2024-07-07"),
            ((1446, 3, 12), "2024-09-15"),
        ] {
            let date = day(y, m, d).unwrap();
            assert_eq!(date.to_string(), gregorian);
            assert_eq!(of(date), Some((y, m, d)));
        }
        assert_eq!(day(1445, 1, 31), None);
        let (first, last) = year(1439).unwrap();
        assert_eq!((first.to_string(), last.to_string()), ("2017-09-21".into(), "2018-09-10".into()));
    }
}
