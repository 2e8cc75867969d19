//! What date rules capture.

use crate::gazetteer::sense::TimeClass;

/// A capture: a class of words of time, or a number of some shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Slot(u8);

const CLASSES: u8 = 48;

impl Slot {
    pub(crate) const fn of(class: TimeClass) -> Slot {
        Slot(class as u8)
    }

    /// One or two digits, 1 to 31.
    pub(crate) const DAY: Slot = Slot(CLASSES);
    /// One or two digits, 1 to 12.
    pub(crate) const MONTH_NUMBER: Slot = Slot(CLASSES + 1);
    /// Four digits, 1000 to 2999.
    pub(crate) const YEAR: Slot = Slot(CLASSES + 2);
    /// Digits or number words.
    pub(crate) const COUNT: Slot = Slot(CLASSES + 3);
    /// Number words that make a year: ألف وتسعمئة وسبعة وستين.
    pub(crate) const YEAR_WORDS: Slot = Slot(CLASSES + 4);
    /// One or two digits, 0 to 24.
    pub(crate) const HOUR: Slot = Slot(CLASSES + 5);
    /// Two digits, 00 to 59.
    pub(crate) const MINUTE: Slot = Slot(CLASSES + 6);
    /// The second name of a month: آب/أغسطس.
    pub(crate) const OTHER_MONTH: Slot = Slot(CLASSES + 7);
    /// One to four digits, for years before our era and the like.
    pub(crate) const NUMBER: Slot = Slot(CLASSES + 8);
    /// Four digits, a year of the Hijri calendar.
    pub(crate) const HIJRI_YEAR: Slot = Slot(CLASSES + 9);
    /// Two digits, the year of a century: 12-8-24.
    pub(crate) const SHORT_YEAR: Slot = Slot(CLASSES + 10);
    /// Fewer than the bits of a `u64`, in which sets of slots are kept.
    pub(super) const LEN: usize = CLASSES as usize + 11;

    /// The slots that take digits, in the order that rules are tried.
    pub(super) const NUMBERS: [Slot; 7] =
        [Slot::DAY, Slot::MONTH_NUMBER, Slot::YEAR, Slot::COUNT, Slot::HOUR, Slot::NUMBER, Slot::HIJRI_YEAR];

    /// The class of the words that the slot takes: of months for the second name of a month, of numbers for a count.
    pub(super) fn word_class(self) -> Slot {
        match self {
            Slot::OTHER_MONTH => Slot::of(TimeClass::Month),
            Slot::COUNT | Slot::YEAR_WORDS => Slot::of(TimeClass::Number),
            _ => self,
        }
    }

    /// False for classes of words.
    pub(super) fn takes_digits(self) -> bool {
        self.0 >= CLASSES
    }

    pub(super) fn index(self) -> usize {
        usize::from(self.0)
    }

    pub(super) fn named(name: &str) -> Option<Slot> {
        Some(match name {
            "day" => Slot::DAY,
            "month#" => Slot::MONTH_NUMBER,
            "year" => Slot::YEAR,
            "n" => Slot::COUNT,
            "year-words" => Slot::YEAR_WORDS,
            "hour" => Slot::HOUR,
            "minute" => Slot::MINUTE,
            "month2" => Slot::OTHER_MONTH,
            "number" => Slot::NUMBER,
            "hijri-year" => Slot::HIJRI_YEAR,
            "yy" => Slot::SHORT_YEAR,
            _ => Slot::of(TimeClass::named(name)?),
        })
    }
}

/// The captures of a match; those after `>` are the right ones.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Captures {
    len: u8,
    items: [(Slot, bool, i16); Captures::MOST],
}

impl Captures {
    /// More captures than this has no rule.
    pub(super) const MOST: usize = 12;
    pub(super) const EMPTY: Captures = Captures { len: 0, items: [(Slot(0), false, 0); Captures::MOST] };

    /// These and one more.
    #[inline]
    pub(super) fn with(mut self, slot: Slot, right: bool, value: i16) -> Captures {
        self.items[usize::from(self.len)] = (slot, right, value);
        self.len += 1;
        self
    }

    pub(super) fn side(&self, right: bool) -> Side<'_> {
        Side { captures: self, right }
    }
}

/// The captures of one end of a range, or of the whole of what is no range.
#[derive(Clone, Copy)]
pub(crate) struct Side<'a> {
    captures: &'a Captures,
    right: bool,
}

impl Side<'_> {
    pub(crate) fn get(self, slot: Slot) -> Option<i16> {
        let items = &self.captures.items[..usize::from(self.captures.len)];
        items.iter().find(|&&(s, right, _)| s == slot && right == self.right).map(|&(_, _, value)| value)
    }

    pub(crate) fn class(self, class: TimeClass) -> Option<i16> {
        self.get(Slot::of(class))
    }

    pub(crate) fn day(self) -> Option<i8> {
        self.get(Slot::DAY).or(self.class(TimeClass::Ordinal)).map(|day| day as i8)
    }

    /// The month by name or number; `None` as well where two names disagree (see [`Side::agrees`]).
    pub(crate) fn month(self) -> Option<i8> {
        self.class(TimeClass::Month).or(self.get(Slot::MONTH_NUMBER)).map(|month| month as i8)
    }

    pub(crate) fn year(self) -> Option<i16> {
        let short = || self.get(Slot::SHORT_YEAR).map(|year| if year < 50 { 2000 + year } else { 1900 + year });
        self.get(Slot::YEAR).or(self.get(Slot::YEAR_WORDS)).or_else(short)
    }

    /// False where a month is named twice and differently: آب/سبتمبر is no month.
    pub(crate) fn agrees(self) -> bool {
        self.get(Slot::OTHER_MONTH).is_none_or(|other| self.class(TimeClass::Month) == Some(other))
    }
}
