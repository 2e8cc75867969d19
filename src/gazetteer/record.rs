//! One entry of a gazetteer.

use std::borrow::Cow;
use std::fmt;

use crate::entity::EntityType;

/// An entry: an actor or a place with its names and what is known about it. The columns are those of
/// `gazetteers/README.md`.
#[derive(Clone, Debug)]
pub struct Record {
    pub(crate) id: Text,
    pub(crate) entity_type: EntityType,
    pub(crate) names: Vec<Name>,
    pub(crate) en: Text,
    pub(crate) iso: Option<Code>,
    pub(crate) countries: Vec<Code>,
    /// The id of the place around it, empty if not known.
    pub(crate) parent: Text,
    pub(crate) qid: Option<u32>,
    pub(crate) geonames: Option<u32>,
    pub(crate) coordinates: Option<(f64, f64)>,
    pub(crate) prior: u8,
    pub(crate) context: Context,
    pub(crate) valid: (Option<i16>, Option<i16>),
    pub(crate) source: Text,
}

/// Text of a gazetteer: borrowed from a file that is compiled in, owned if it was read.
pub(crate) type Text = Cow<'static, str>;

/// Text that was read, and will be gone.
pub(crate) fn owned(text: &str) -> Text {
    Cow::Owned(text.to_owned())
}

/// The prior of an entry that states none.
pub(crate) const DEFAULT_PRIOR: u8 = 3;

/// A surface form.
#[derive(Clone, Debug)]
pub(crate) struct Name {
    pub(crate) text: Text,
    pub(crate) guard: Guard,
    /// True if only these letters count, not what the profile folds to them.
    pub(crate) exact: bool,
}

/// What a name needs around it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Guard {
    #[default]
    None,
    /// Accepted unless the words around it speak for another sense.
    Weak,
    /// Accepted only where the words around it ask for it.
    Strong,
    /// The same letters are a date, which the name gives way to unless the words around ask for it: مدينة العاشر من رمضان.
    Date,
}

impl Guard {
    const NAMES: [(&str, Guard); 4] =
        [("", Guard::None), ("weak", Guard::Weak), ("strong", Guard::Strong), ("date", Guard::Date)];

    pub(crate) fn named(name: &str) -> Option<Guard> {
        Guard::NAMES.iter().find(|(known, _)| *known == name).map(|&(_, guard)| guard)
    }

    /// What a file calls it.
    pub(crate) fn as_str(self) -> &'static str {
        Guard::NAMES[self as usize].0
    }
}

/// An ISO 3166-1 alpha-2 code, or one of the three-letter codes of `lexicon/nisba.tsv`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Code([u8; 3]);

impl Code {
    pub(crate) fn new(text: &str) -> Option<Code> {
        match text.as_bytes() {
            [a, b] if text.bytes().all(|b| b.is_ascii_uppercase()) => Some(Code([*a, *b, 0])),
            [a, b, c] if text.bytes().all(|b| b.is_ascii_uppercase()) => Some(Code([*a, *b, *c])),
            _ => None,
        }
    }

    pub(crate) fn as_str(&self) -> &str {
        let len = if self.0[2] == 0 { 2 } else { 3 };
        std::str::from_utf8(&self.0[..len]).expect("made of ASCII letters")
    }

    /// True for codes of states and territories, false for those of peoples and regions.
    pub(crate) fn is_iso(self) -> bool {
        self.0[2] == 0
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Sets of generic nouns: what may stand before a name and say what it names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Context(u16);

impl Context {
    pub(crate) const NAMES: [&str; 15] = [
        "city",
        "region",
        "natural",
        "facility",
        "group",
        "party",
        "club",
        "media",
        "company",
        "organization",
        "people",
        "title",
        "quoted",
        "admin",
        "namesake",
    ];
    pub(crate) const NONE: Context = Context(0);
    pub(crate) const REGION: Context = Context(1 << 1);
    pub(crate) const FACILITY: Context = Context(1 << 3);
    /// Titles of persons: السيدة, الشيخ.
    pub(crate) const TITLE: Context = Context(1 << 11);
    pub(crate) const QUOTED: Context = Context(1 << 12);
    /// Nouns of administration, which are nouns of regions as well: محافظة.
    pub(crate) const ADMIN: Context = Context(1 << 13);

    /// Nouns of what is named after persons: شارع جمال عبد الناصر.
    pub(crate) const NAMESAKE: Context = Context(1 << 14);

    /// The sets that name entities of a type.
    pub(crate) fn of_type(entity_type: EntityType) -> Context {
        let names: &[&str] = match entity_type {
            EntityType::City => &["city", "admin"],
            EntityType::Region | EntityType::Admin => &["region", "admin"],
            EntityType::Natural => &["natural"],
            EntityType::Facility => &["facility"],
            EntityType::ArmedGroup => &["group"],
            EntityType::Party => &["party"],
            EntityType::Media => &["media"],
            EntityType::Company => &["company"],
            EntityType::Organization => &["organization", "club"],
            EntityType::People => &["people"],
            EntityType::Person => &["title"],
            _ => &[],
        };
        names.iter().filter_map(|name| Context::named(name)).fold(Context::NONE, Context::and)
    }

    pub(crate) fn named(name: &str) -> Option<Context> {
        Context::NAMES.iter().position(|&n| n == name).map(|i| Context(1 << i))
    }

    /// The names of its sets.
    pub(crate) fn names(self) -> Vec<&'static str> {
        (0..).zip(Context::NAMES).filter(|(bit, _)| self.0 >> bit & 1 == 1).map(|(_, name)| name).collect()
    }

    pub(crate) fn and(self, other: Context) -> Context {
        Context(self.0 | other.0)
    }

    pub(crate) fn meets(self, other: Context) -> bool {
        self.0 & other.0 != 0
    }
}

impl Record {
    /// The gazetteer's own id: `place.ml.kidal`.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The type.
    pub fn entity_type(&self) -> EntityType {
        self.entity_type
    }

    /// The canonical Arabic name.
    pub fn name(&self) -> &str {
        &self.names[0].text
    }

    /// All Arabic surface forms, the canonical one first.
    pub fn surface_forms(&self) -> impl ExactSizeIterator<Item = &str> {
        self.names.iter().map(|name| &*name.text)
    }

    /// The surface form that a sense counts.
    pub(crate) fn name_at(&self, form: u16) -> &str {
        &self.names[usize::from(form)].text
    }

    /// The canonical English name.
    pub fn name_en(&self) -> Option<&str> {
        Some(&*self.en).filter(|en| !en.is_empty())
    }

    /// ISO 3166-1 alpha-2 code of a country or territory.
    pub fn iso(&self) -> Option<&str> {
        self.iso.as_ref().map(Code::as_str)
    }

    /// ISO 3166-1 alpha-2 codes of the countries that a place lies in or an actor belongs to.
    pub fn countries(&self) -> impl Iterator<Item = &str> {
        self.countries.iter().map(Code::as_str)
    }

    /// The id of the place around it, such as the province of a town.
    pub fn parent(&self) -> Option<&str> {
        Some(&*self.parent).filter(|id| !id.is_empty())
    }

    /// The first and the last year of a state, an office or a body that is no more, where known. Years before our era are
    /// negative.
    pub fn valid_years(&self) -> (Option<i16>, Option<i16>) {
        self.valid
    }

    /// The number of the Wikidata item: 1065 for Q1065.
    pub fn wikidata(&self) -> Option<u32> {
        self.qid
    }

    /// The GeoNames id.
    pub fn geonames(&self) -> Option<u32> {
        self.geonames
    }

    /// Latitude and longitude in degrees, WGS 84.
    pub fn coordinates(&self) -> Option<(f64, f64)> {
        self.coordinates
    }

    /// 0 to 9: how much the news writes about it.
    pub fn prior(&self) -> u8 {
        self.prior
    }

    /// Where the entry comes from, as `gazetteers/README.md` lists the sources.
    pub fn source(&self) -> &str {
        &self.source
    }
}
