//! What a surface form may mean: the names of records and the words that rules read.

use super::record::{Code, Context, Guard};

/// One meaning of a surface form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sense {
    /// A name of a record; `form` counts its surface forms from 0, the canonical one.
    Name { record: u32, form: u16, guard: Guard },
    /// An adjective of nationality: المالية.
    Nisba(Nisba),
    /// A noun that heads the name of an institution: الجيش; `construct` before the name of a country: جيش.
    Head { head: u16, construct: bool },
    /// وزارة, with the form of adjective that agrees with it: وزارتي takes the dual.
    Ministry(Form),
    /// What a ministry is for: الخارجية.
    Portfolio,
    /// An adjective inside the name of an institution: الحكومية; `after` if it may close the name.
    Modifier { agreement: Agreement, after: bool },
    /// A generic noun before a name: مدينة.
    Generic(Context),
    /// A word that decides about its neighbour.
    Cue(Cue),
    /// A word of time with its number.
    Time { class: TimeClass, value: i16 },
    /// A word that a date rule spells out.
    Literal(u16),
}

/// An adjective of nationality.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Nisba {
    pub(crate) country: Code,
    pub(crate) agreement: Agreement,
    /// True if an everyday word has the same letters: مالي, financial.
    pub(crate) ambiguous: bool,
}

/// Gender, number and definiteness of an adjective.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Agreement {
    pub(crate) definite: bool,
    pub(crate) form: Form,
}

/// Gender and number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    Masculine,
    Feminine,
    Dual,
    Plural,
}

/// The classes of `lexicon/cues.tsv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cue {
    Place,
    Future,
    Namesake,
    Count,
    Counted,
}

impl Cue {
    pub(crate) const NAMES: [(&str, Cue); 5] = [
        ("place", Cue::Place),
        ("future", Cue::Future),
        ("namesake", Cue::Namesake),
        ("count", Cue::Count),
        ("counted", Cue::Counted),
    ];
}

/// Declares [`TimeClass`] with the name of each class in `lexicon/time.tsv`.
macro_rules! time_classes {
    ($($variant:ident $name:literal,)*) => {
        /// The classes of `lexicon/time.tsv`; date rules call them by the same names.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub(crate) enum TimeClass {
            $($variant,)*
        }

        impl TimeClass {
            pub(crate) fn named(name: &str) -> Option<TimeClass> {
                match name {
                    $($name => Some(TimeClass::$variant),)*
                    _ => None,
                }
            }
        }
    };
}

time_classes! {
    Month "month",
    Hijri "hijri",
    Weekday "weekday",
    BareDay "bareday",
    DayWord "dayword",
    Season "season",
    TheSeason "theseason",
    Decade "decade",
    One "one",
    Two "two",
    Many "many",
    TheOne "theone",
    TheTwo "thetwo",
    TheMany "themany",
    Rel "rel",
    This "this",
    Few "few",
    Part "part",
    About "about",
    DayPart "daypart",
    Some "some",
    Vague "vague",
    Number "number",
    Ordinal "ordinal",
    LastOne "lastone",
    Quarter "quarter",
    Half "half",
    Clock "clock",
    Next "next",
    TheNumber "thenumber",
    Every "every",
    Zone "zone",
}
