//! What sort of expression a rule finds, and which two neighbours are one expression.

/// The sort of expression, as far as joining asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Day,
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
    Other,
}

/// How two neighbours become one expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Join {
    /// الأحد 4 أغسطس, أمس الأحد: the value is that of the second.
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
        use Shape::{BareClock, BareDayPart, Clock, Day, DayPart, DayWord, Month, Weekday, Year};
        match (self, next) {
            (Day, Day) | (Month, Month) | (Year, Year) | (Weekday, Weekday) if to => Some(Join::Range),
            _ if to => None,
            (Weekday, Day) | (DayWord, Weekday | Day) => Some(Join::Second),
            (DayPart, Weekday | Day) | (BareDayPart, Day) => Some(Join::Second),
            (Day | Weekday | DayWord, Clock | BareClock) => Some(Join::ClockOnDay),
            _ => None,
        }
    }
}
