//! What a surface form may mean: the names of records and the words that rules read.

use super::record::{Code, Context, Guard};
use crate::entity::EntityType;

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
    /// An office or title: وزير الخارجية, اللواء.
    Title(Title),
    /// A noun that heads the name of an institution: معهد.
    Institution { entity_type: EntityType, extent: Extent },
    /// A noun right behind which the name of a place stands: بلدة; `whole` if it belongs to the name: شارع.
    Location { entity_type: EntityType, whole: bool },
    /// A fixed phrase that begins with the letters of a name and names nothing: مسقط رأسه.
    Phrase,
    /// A word that decides about its neighbour.
    Cue(Cue),
    /// A word of time with its number.
    Time { class: TimeClass, value: i16 },
    /// A word that a date rule spells out.
    Literal(u16),
}

/// Which sorts of sense a surface form has, so that a recogniser passes over the forms that it does not read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sorts(u16);

impl Sorts {
    pub(crate) const NONE: Sorts = Sorts(0);
    pub(crate) const NAME: Sorts = Sorts(1);
    /// The name of a country.
    pub(crate) const COUNTRY: Sorts = Sorts(1 << 1);
    pub(crate) const NISBA: Sorts = Sorts(1 << 2);
    /// A head noun or وزارة.
    pub(crate) const HEAD: Sorts = Sorts(1 << 3);
    pub(crate) const PORTFOLIO: Sorts = Sorts(1 << 4);
    pub(crate) const MODIFIER: Sorts = Sorts(1 << 5);
    pub(crate) const GENERIC: Sorts = Sorts(1 << 6);
    /// A generic noun of facilities.
    pub(crate) const FACILITY: Sorts = Sorts(1 << 7);
    pub(crate) const CUE: Sorts = Sorts(1 << 8);
    /// A word of time, or one that a date rule spells out.
    pub(crate) const TIME: Sorts = Sorts(1 << 9);
    /// What a date may begin with.
    pub(crate) const DATE: Sorts = Sorts(1 << 10);
    /// A phrase that names nothing.
    pub(crate) const PHRASE: Sorts = Sorts(1 << 11);
    /// An office or title.
    pub(crate) const TITLE: Sorts = Sorts(1 << 12);
    /// A noun that heads the name of an institution.
    pub(crate) const INSTITUTION: Sorts = Sorts(1 << 13);
    /// A noun right behind which the name of a place stands.
    pub(crate) const LOCATION: Sorts = Sorts(1 << 14);

    pub(crate) const fn and(self, other: Sorts) -> Sorts {
        Sorts(self.0 | other.0)
    }

    /// The same, or nothing, without a branch.
    #[inline(always)]
    pub(super) fn only_if(self, yes: bool) -> Sorts {
        Sorts(self.0 & 0u16.wrapping_sub(u16::from(yes)))
    }

    #[inline]
    pub(crate) const fn has(self, other: Sorts) -> bool {
        self.0 & other.0 != 0
    }

    /// The sort of one sense, as far as the sense itself tells.
    pub(crate) fn of(sense: Sense) -> Sorts {
        match sense {
            Sense::Name { .. } => Sorts::NAME,
            Sense::Nisba(_) => Sorts::NISBA,
            Sense::Head { .. } | Sense::Ministry(_) => Sorts::HEAD,
            Sense::Portfolio => Sorts::PORTFOLIO,
            Sense::Modifier { .. } => Sorts::MODIFIER,
            Sense::Generic(set) if set.meets(Context::FACILITY) => Sorts::GENERIC.and(Sorts::FACILITY),
            Sense::Generic(_) => Sorts::GENERIC,
            Sense::Phrase => Sorts::PHRASE,
            Sense::Title(_) => Sorts::TITLE,
            Sense::Institution { .. } => Sorts::INSTITUTION,
            Sense::Location { .. } => Sorts::LOCATION,
            Sense::Cue(_) => Sorts::CUE,
            Sense::Time { .. } | Sense::Literal(_) => Sorts::TIME,
        }
    }
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

/// How little may follow the head of an institution's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Extent {
    /// One definite noun: معهد الفنون.
    Short,
    /// A definite noun and more: مركز الدراسات الاستراتيجية.
    Long,
    /// A name, quoted: صحيفة "لانس".
    Name,
    /// Adjectives of a head with the article, and what it is for: المركز الجهوي للاستثمار.
    Definite,
}

impl Extent {
    /// The extent of that name in `lexicon/institutions.tsv`.
    pub(crate) fn named(name: &str) -> Option<Extent> {
        match name {
            "short" => Some(Extent::Short),
            "long" => Some(Extent::Long),
            "name" => Some(Extent::Name),
            "definite" => Some(Extent::Definite),
            _ => None,
        }
    }
}

/// What sort of title stands before a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Title {
    /// A rank or form of address, which the name follows at once: اللواء, الشيخ.
    Address,
    /// An office, which may have a complement: وزير [الخارجية الأمريكي].
    Office,
}

impl Title {
    /// The sort of a role of `lexicon/titles.tsv`.
    pub(crate) fn of_role(role: &str) -> Title {
        match role {
            "officer" | "honorific" | "cleric" | "king" | "queen" | "emir" | "sultan" | "pope" | "patriarch" => {
                Title::Address
            }
            _ => Title::Office,
        }
    }
}

/// The classes of `lexicon/cues.tsv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cue {
    Future,
    Namesake,
    Count,
    Counted,
    Link,
}

impl Cue {
    pub(crate) const NAMES: [(&str, Cue); 5] = [
        ("link", Cue::Link),
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
    DayAdverb "dayadverb",
    When "when",
    That "that",
    Since "since",
    Nth "nth",
    Holiday "holiday",
    OneHour "onehour",
    Short "short",
    Third "third",
    Fraction "fraction",
    Scores "scores",
    Era "era",
    NewOne "newone",
}
