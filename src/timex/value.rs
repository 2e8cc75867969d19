//! The values and their invariants.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::zone::Zone;

/// An expression of time, resolved as far as the text and the reference date allow.
///
/// It prints as the attributes of a TIMEX3 tag and parses back to itself; with the feature `serde` the same attributes are the
/// fields of an object.
///
/// ```
/// use khabar::Timex;
///
/// let timex: Timex = r#"type="DATE" value="2024-06" mod="END""#.parse()?;
/// assert_eq!(timex.value().unwrap().to_string(), "2024-06");
/// assert_eq!(timex.start().unwrap().to_string(), "2024-06-01");
/// assert_eq!(timex.end().unwrap().to_string(), "2024-07-01");
/// # Ok::<(), khabar::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(
    feature = "serde",
    serde(try_from = "super::attributes::Attributes", into = "super::attributes::Attributes")
)]
pub struct Timex {
    pub(crate) kind: TimexKind,
    pub(crate) value: Option<TimexValue>,
    pub(crate) modifier: Option<Modifier>,
    pub(crate) zone: Option<Zone>,
}

impl Timex {
    pub(crate) fn new(kind: TimexKind, value: Option<TimexValue>) -> Timex {
        Timex { kind, value, modifier: None, zone: None }
    }

    /// What sort of expression it is.
    pub fn kind(&self) -> TimexKind {
        self.kind
    }

    /// The value; `None` where the text alone does not give one: "the next day", a date without a year and no
    /// reference date, the 31st of April.
    pub fn value(&self) -> Option<TimexValue> {
        self.value
    }

    /// What part of the value is meant, or how far it may be off.
    pub fn modifier(&self) -> Option<Modifier> {
        self.modifier
    }

    /// The zone of a clock time, where the text names a city or country: بتوقيت القاهرة. Times of غرينتش have a value in `Z`
    /// instead.
    pub fn zone(&self) -> Option<Zone> {
        self.zone
    }

    /// The first day of the value, so that `start()..end()` are its days; `None` as for [`TimexValue::first_day`].
    pub fn start(&self) -> Option<Date> {
        self.value?.first_day()
    }

    /// The day after the last day of the value; `None` as for [`start`](Timex::start), and at the end of the year 9999.
    pub fn end(&self) -> Option<Date> {
        self.value?.last_day()?.tomorrow().ok()
    }
}

/// The TIMEX3 types.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "lowercase"))]
#[non_exhaustive]
pub enum TimexKind {
    /// A day or anything longer, and vague times.
    Date,
    /// A part of a day or a clock time.
    Time,
    /// A length of time.
    Duration,
    /// A time that comes again.
    Set,
}

/// The TIMEX3 attribute `mod`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "SCREAMING_SNAKE_CASE"))]
#[non_exhaustive]
pub enum Modifier {
    /// أوائل، مطلع، بداية
    Start,
    /// منتصف، أواسط
    Mid,
    /// أواخر، نهاية، ختام
    End,
    /// نحو، حوالي
    Approx,
    /// أكثر من
    MoreThan,
    /// أقل من
    LessThan,
}

/// A TIMEX3 value. It prints as TIMEX3 and parses back to itself, and is serialised as that text.
///
/// ```
/// use khabar::TimexValue;
///
/// let value: TimexValue = "2024-08-14/2024-08-25".parse()?;
/// assert_eq!(value.to_string(), "2024-08-14/2024-08-25");
/// assert_eq!(value.first_day().unwrap().to_string(), "2024-08-14");
/// assert_eq!(value.last_day().unwrap().to_string(), "2024-08-25");
/// assert!("2024-13".parse::<TimexValue>().is_err());
/// # Ok::<(), khabar::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(try_from = "String", into = "String"))]
#[non_exhaustive]
pub enum TimexValue {
    /// One day, month, year or other stretch of the calendar.
    Point(Point),
    /// From the first up to and with the second.
    Range(Point, Point),
    /// A length of time.
    Duration(Duration),
    /// A day of every week.
    Weekly(Weekday),
    /// Some time before the reference date: مؤخراً, السنوات الماضية.
    Past,
    /// The time of the reference date: الآن, حالياً.
    Present,
    /// Some time after it: قريباً, السنوات المقبلة.
    Future,
}

/// A stretch of the calendar that has a name of its own. Made by the constructors, which refuse what does not exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Point(pub(super) Grain);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Grain {
    Century(i16),
    Decade(i16),
    Year(i16),
    Half(i16, u8),
    Quarter(i16, u8),
    Season(i16, Season),
    Month(i16, u8),
    Week(i16, u8),
    Weekend(i16, u8),
    Day(Date),
    DayPart(Date, DayPart),
    Clock(Option<Date>, u8, u8, bool),
}

/// Seasons; a winter bears the year in which it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Season {
    /// ربيع
    Spring,
    /// صيف
    Summer,
    /// خريف
    Autumn,
    /// شتاء
    Winter,
}

/// Parts of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DayPart {
    /// فجر، صباح، ضحى
    Morning,
    /// ظهر
    Midday,
    /// بعد الظهر، عصر
    Afternoon,
    /// مساء، مغرب، عشاء
    Evening,
    /// ليل، ليلة
    Night,
}

/// The years that have a value: those of [`Date`].
const YEARS: std::ops::RangeInclusive<i16> = -9999..=9999;

impl Point {
    fn checked(year: i16, ok: bool, grain: Grain) -> Option<Point> {
        (ok && YEARS.contains(&year)).then_some(Point(grain))
    }

    /// A century by the hundreds of its years: 20 is 2000 to 2099, the twenty-first.
    pub fn century(hundreds: i16) -> Option<Point> {
        (0..=99).contains(&hundreds).then_some(Point(Grain::Century(hundreds)))
    }

    /// A decade by the tens of its years: 199 is 1990 to 1999.
    pub fn decade(tens: i16) -> Option<Point> {
        (0..=999).contains(&tens).then_some(Point(Grain::Decade(tens)))
    }

    /// A year; negative ones are before our era (-500 is 500 BC), and there is no year 0.
    pub fn year(year: i16) -> Option<Point> {
        Point::checked(year, year != 0, Grain::Year(year))
    }

    /// A half of a year, 1 or 2.
    pub fn half(year: i16, half: u8) -> Option<Point> {
        Point::checked(year, year > 0 && (1..=2).contains(&half), Grain::Half(year, half))
    }

    /// A quarter of a year, 1 to 4.
    pub fn quarter(year: i16, quarter: u8) -> Option<Point> {
        Point::checked(year, year > 0 && (1..=4).contains(&quarter), Grain::Quarter(year, quarter))
    }

    /// A season of a year.
    pub fn season(year: i16, season: Season) -> Option<Point> {
        Point::checked(year, year > 0, Grain::Season(year, season))
    }

    /// A month of a year, 1 to 12.
    pub fn month(year: i16, month: u8) -> Option<Point> {
        Point::checked(year, year > 0 && (1..=12).contains(&month), Grain::Month(year, month))
    }

    /// The ISO week (Monday to Sunday) that holds a day.
    pub fn week_of(day: Date) -> Point {
        let week = day.iso_week_date();
        Point(Grain::Week(week.year(), week.week() as u8))
    }

    /// The weekend at the end of the ISO week that holds a day.
    pub fn weekend_of(day: Date) -> Point {
        let week = day.iso_week_date();
        Point(Grain::Weekend(week.year(), week.week() as u8))
    }

    /// A day.
    pub fn day(date: Date) -> Option<Point> {
        (date.year() > 0).then_some(Point(Grain::Day(date)))
    }

    /// A part of a day.
    pub fn day_part(date: Date, part: DayPart) -> Option<Point> {
        (date.year() > 0).then_some(Point(Grain::DayPart(date, part)))
    }

    /// A clock time, hour 0 to 23 and minute 0 to 59, of a day or of no known day; `utc` for غرينتش.
    pub fn clock(date: Option<Date>, hour: u8, minute: u8, utc: bool) -> Option<Point> {
        let date_ok = date.is_none_or(|date| date.year() > 0);
        (date_ok && hour < 24 && minute < 60).then_some(Point(Grain::Clock(date, hour, minute, utc)))
    }

    /// True for what has the TIMEX3 type TIME.
    pub(crate) fn is_time(self) -> bool {
        matches!(self.0, Grain::DayPart(..) | Grain::Clock(..))
    }
}

/// A length of time in one unit: a count, or an unknown number (بضع سنوات is `PXY`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Duration {
    pub(super) count: Option<u32>,
    pub(super) unit: Unit,
}

impl Duration {
    /// `count` of `unit`; `None` for an unknown number.
    pub fn new(count: Option<u32>, unit: Unit) -> Duration {
        Duration { count, unit }
    }

    /// How many units, if known.
    pub fn count(self) -> Option<u32> {
        self.count
    }

    /// The unit that the text names; a decade is ten years and a century a hundred.
    pub fn unit(self) -> Unit {
        self.unit
    }
}

/// Units of length.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Unit {
    /// سنة، عام
    Year,
    /// شهر
    Month,
    /// أسبوع
    Week,
    /// يوم
    Day,
    /// ساعة
    Hour,
    /// دقيقة
    Minute,
    /// ثانية
    Second,
}

impl Point {
    /// The same part of the day on another day.
    pub(crate) fn part_on(self, day: Point) -> Option<Point> {
        match (self.0, day.first_day()) {
            (Grain::DayPart(_, part), Some(day)) => Point::day_part(day, part),
            _ => None,
        }
    }

    /// The same day or month of another year, the latest that does not begin after `last`; `None` for other stretches.
    pub(crate) fn latest_until(self, last: Point) -> Option<Point> {
        let end = last.last_day()?;
        (end.year() - 1..=end.year())
            .rev()
            .filter_map(|year| self.in_year(year))
            .find(|point| point.first_day().is_some_and(|day| day <= end))
    }

    /// The same day or month of another year, or the same day of another week if it lies in the week before, the earliest that
    /// does not begin before `first`.
    pub(crate) fn earliest_from(self, first: Point) -> Option<Point> {
        let (own, begin) = (self.first_day()?, first.first_day()?);
        if let (Grain::Day(day), Ok(later)) = (self.0, own.checked_add(7.days()))
            && day < begin
            && later >= begin
        {
            return Point::day(later);
        }
        (begin.year()..=begin.year() + 1)
            .filter_map(|year| self.in_year(year))
            .find(|point| point.first_day().is_some_and(|day| day >= begin))
    }

    fn in_year(self, year: i16) -> Option<Point> {
        match self.0 {
            Grain::Day(day) => Date::new(year, day.month(), day.day()).ok().and_then(Point::day),
            Grain::Month(_, month) => Point::month(year, month),
            _ => None,
        }
    }

    /// The same clock time on another day.
    pub(crate) fn clock_on(self, day: Option<Date>) -> Option<Point> {
        match self.0 {
            Grain::Clock(_, hour, minute, utc) => Point::clock(day, hour, minute, utc),
            _ => None,
        }
    }
}
