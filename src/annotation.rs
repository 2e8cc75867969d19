//! Entities as plain data, the form of gold files and of JSON output.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::document::{Document, Entity};
use crate::entity::{EntityType, Kind};
use crate::text::offsets::{OffsetUnit, Offsets};

/// One entity as a row of plain values, in the format of annotation files: offsets in the unit that was asked for, `id`
/// the public id (ISO 3166-1 code or Wikidata item), `value` and `mod` as TIMEX3. Keys without a value are left out.
///
/// ```
/// use khabar::{Extractor, Input, OffsetUnit};
///
/// let khabar = Extractor::builtin();
/// let input = Input::new("في 27 يوليو قالت مالي").reference_date(jiff::civil::date(2024, 8, 7));
/// let document = khabar.extract(input);
/// let rows: Vec<_> = document.annotations(OffsetUnit::Char).collect();
/// assert_eq!(rows[0].value.as_deref(), Some("2024-07-27"));
/// assert_eq!((rows[1].start, rows[1].end, rows[1].id.as_deref()), (17, 21, Some("ML")));
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Annotation<'a> {
    /// Where the mention begins.
    pub start: usize,
    /// One past its end.
    pub end: usize,
    /// The text of the mention.
    #[serde(default)]
    pub text: Cow<'a, str>,
    /// Actor, place or date.
    pub kind: Kind,
    /// The type within the kind.
    #[serde(rename = "type")]
    pub entity_type: EntityType,
    /// ISO 3166-1 alpha-2 code of a country, else the Wikidata item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Cow<'a, str>>,
    /// Id of the gazetteer entry.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry: Option<Cow<'a, str>>,
    /// Canonical Arabic name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Cow<'a, str>>,
    /// Canonical English name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name_en: Option<Cow<'a, str>>,
    /// Codes of the countries that it names or belongs to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub countries: Vec<Cow<'a, str>>,
    /// GeoNames id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub geonames: Option<u32>,
    /// Latitude in degrees.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lat: Option<f64>,
    /// Longitude in degrees.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lon: Option<f64>,
    /// TIMEX3 value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Cow<'a, str>>,
    /// TIMEX3 modifier.
    #[serde(rename = "mod", default, skip_serializing_if = "Option::is_none")]
    pub modifier: Option<Cow<'a, str>>,
    /// The zone of a clock time, by its name in the IANA database.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<Cow<'a, str>>,
    /// Start and end of the date that this one is counted from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anchor: Option<(usize, usize)>,
    /// Number of the chain of mentions of one entity; see [`Entity::chain`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chain: Option<u32>,
    /// What was cut off: `و+ل+`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clitics: Option<Cow<'a, str>>,
    /// The surface form of the gazetteer that matched.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub surface: Option<Cow<'a, str>>,
}

impl Document<'_> {
    /// The entities as plain rows, with offsets in `unit`.
    pub fn annotations(&self, unit: OffsetUnit) -> impl Iterator<Item = Annotation<'_>> {
        let offsets = self.offsets(unit);
        self.entities().map(move |entity| Annotation::of(entity, &offsets))
    }
}

impl<'a> Annotation<'a> {
    fn of(entity: Entity<'a>, offsets: &Offsets<'_>) -> Annotation<'a> {
        let range = offsets.convert(entity.span());
        let timex = entity.timex();
        let clitics = entity.clitics();
        Annotation {
            start: range.start,
            end: range.end,
            text: entity.text().into(),
            kind: entity.kind(),
            entity_type: entity.entity_type(),
            id: entity.public_id(),
            entry: entity.id().map(Cow::from),
            name: entity.name().map(Cow::from),
            name_en: entity.name_en().map(Cow::from),
            countries: entity.countries().map(Cow::from).collect(),
            geonames: entity.record().and_then(|record| record.geonames()),
            lat: entity.coordinates().map(|(lat, _)| lat),
            lon: entity.coordinates().map(|(_, lon)| lon),
            value: timex.and_then(|timex| timex.value()).map(|value| value.to_string().into()),
            modifier: timex.and_then(|timex| timex.modifier()).map(|modifier| modifier.as_str().into()),
            zone: timex.and_then(|timex| timex.zone()).map(|zone| zone.name().into()),
            anchor: entity.anchor().map(|span| offsets.convert(span)).map(|range| (range.start, range.end)),
            chain: entity.chain(),
            clitics: (!clitics.is_empty()).then(|| clitics.to_string().into()),
            surface: entity.surface_form().map(Cow::from),
        }
    }
}
