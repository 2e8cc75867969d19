//! What sort of expression a rule finds, and which two neighbours are one expression.

/// The sort of expression, as far as joining asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Day,
    HijriDay,
    Month,
    Year,
    Weekday,
    DayWord,
    DayPart,
    /// A part of a day without its day: only before one.
    BareDayPart,
    Clock,
    /// Digits of a clock without a word that says so: only beside a day.
    BareClock,
    Range,
    Length,
    /// Counted from the last date of the text.
    Anchored,
    /// عيد الفطر: a day, but ليلة before it is the night to it.
    Feast,
    /// The first member of a list, with the value that the rest gives it; only its first word is the expression.
    Listed,
    Other,
}

/// How two neighbours become one expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Join {
    /// 15 سبتمبر الموافق 12 ربيع الأول: the value is that of the first.
    First,
    /// الأحد 4 أغسطس, أمس الأحد, 12 ربيع الأول الموافق 15 سبتمبر: the value is that of the second.
    Second,
    /// 14 سبتمبر 2024 - 11:51 م: the clock on that day.
    ClockOnDay,
    /// 28 يوليو حتى 3 أغسطس.
    Range,
}

impl Shape {
    /// What an expression of this shape makes with one of `next` right behind it; `to` if إلى or حتى stands between, or بين before and
    /// و between.
    pub(super) fn join(self, next: Shape, to: bool) -> Option<Join> {
        use Shape::{BareClock, BareDayPart, Clock, Day, DayPart, DayWord, HijriDay, Month, Weekday, Year};
        match (self, next) {
            (Day, Day) | (Month, Month) | (Year, Year) | (Weekday, Weekday) | (Clock, Clock) if to => Some(Join::Range),
            _ if to => None,
            (Day, HijriDay) => Some(Join::First),
            (HijriDay, Day) | (Weekday, Day | HijriDay) | (DayWord, Weekday | Day | HijriDay) => Some(Join::Second),
            // نيسان (18/4/1947)
            (Month, Day) => Some(Join::Second),
            (DayPart, Weekday | Day) | (BareDayPart, Day | HijriDay) => Some(Join::Second),
            (Day | Weekday | DayWord, Clock | BareClock) => Some(Join::ClockOnDay),
            _ => None,
        }
    }
}
