//! JSON Lines: an object a document, as gold files have it.

use std::fmt::Display;

use jiff::civil::Date;
use khabar::{Entity, OffsetUnit, Offsets};
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::fault::{Fault, Result};
use crate::finder::Found;
use crate::pipeline::Encode;

pub struct Jsonl {
    pub unit: OffsetUnit,
    pub with_text: bool,
}

#[derive(serde::Serialize)]
struct Line<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reference_date: Option<Date>,
    /// Where it was asked for, or where the offsets count in a text that stands in no file.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    entities: Rows<'a>,
}

/// The entities as [`Annotation`](khabar::Annotation)s would be written, without making any: most of what printing costs
/// would be their allocations.
struct Rows<'a> {
    found: &'a Found<'a>,
    offsets: Offsets<'a>,
}

impl Serialize for Rows<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        serializer.collect_seq(self.found.entities().map(|entity| Row { entity, offsets: &self.offsets }))
    }
}

struct Row<'a> {
    entity: Entity<'a>,
    offsets: &'a Offsets<'a>,
}

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        let entity = &self.entity;
        let mut map = serializer.serialize_map(None)?;
        let range = self.offsets.convert(entity.span());
        map.serialize_entry("start", &range.start)?;
        map.serialize_entry("end", &range.end)?;
        map.serialize_entry("text", entity.text())?;
        map.serialize_entry("kind", entity.kind().as_str())?;
        map.serialize_entry("type", entity.entity_type().as_str())?;
        if let Some(record) = entity.record() {
            match (record.iso(), record.wikidata()) {
                (Some(iso), _) => map.serialize_entry("id", iso)?,
                (None, Some(item)) => map.serialize_entry("id", &Printed(format_args!("Q{item}")))?,
                (None, None) => {}
            }
            map.serialize_entry("entry", record.id())?;
            map.serialize_entry("name", record.name())?;
            optional(&mut map, "name_en", record.name_en())?;
        }
        if entity.countries().next().is_some() {
            map.serialize_entry("countries", &Countries(entity))?;
        }
        if let Some(record) = entity.record() {
            optional(&mut map, "geonames", record.geonames())?;
            if let Some((lat, lon)) = record.coordinates() {
                map.serialize_entry("lat", &lat)?;
                map.serialize_entry("lon", &lon)?;
            }
        }
        if let Some(timex) = entity.timex() {
            optional(&mut map, "value", timex.value().map(Printed))?;
            optional(&mut map, "mod", timex.modifier().map(|modifier| modifier.as_str()))?;
            optional(&mut map, "zone", timex.zone().map(|zone| zone.name()))?;
        }
        if let Some(anchor) = entity.anchor().map(|span| self.offsets.convert(span)) {
            map.serialize_entry("anchor", &(anchor.start, anchor.end))?;
        }
        optional(&mut map, "chain", entity.chain())?;
        let clitics = entity.clitics();
        optional(&mut map, "clitics", (!clitics.is_empty()).then_some(clitics))?;
        optional(&mut map, "surface", entity.surface_form())?;
        map.end()
    }
}

fn optional<M: SerializeMap>(
    map: &mut M,
    key: &str,
    value: Option<impl Serialize>,
) -> std::result::Result<(), M::Error> {
    value.map_or(Ok(()), |value| map.serialize_entry(key, &value))
}

/// What prints itself, as a string.
struct Printed<T>(T);

impl<T: Display> Serialize for Printed<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

struct Countries<'a>(&'a Entity<'a>);

impl Serialize for Countries<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.countries())
    }
}

impl Encode for Jsonl {
    type Block = Vec<u8>;

    fn encode(&self, found: &Found<'_>, block: &mut Vec<u8>) -> Result<()> {
        let doc = found.doc;
        let line = Line {
            id: &doc.id,
            reference_date: found.date,
            text: (self.with_text || doc.derived).then_some(&doc.text),
            entities: Rows { found, offsets: Offsets::new(&doc.text, self.unit) },
        };
        serde_json::to_writer(&mut *block, &line).map_err(|error| Fault::new(&doc.place, error))?;
        block.push(b'\n');
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use khabar::{Annotation, Extractor, Input};

    #[test]
    fn rows_are_annotations() {
        let texts = [
            "قالت باماكو، الأحد 4 أغسطس 2024، إن القوات المالية والروسية انسحبت من كيدال، وللجزائر رأي آخر",
            "اجتمع ريال مدريد في الساعة 12:30 بتوقيت غرينتش، ومنذ أواخر الشهر الماضي. وفي اليوم التالي وصل محمد بركات",
        ];
        let khabar = Extractor::builtin();
        for (text, unit) in texts.into_iter().zip([OffsetUnit::Char, OffsetUnit::Byte]) {
            let document = khabar.extract(Input::new(text).reference_date(jiff::civil::date(2024, 8, 7)));
            let offsets = Offsets::new(text, unit);
            let rows: Vec<_> = document.entities().map(|entity| Row { entity, offsets: &offsets }).collect();
            let annotations: Vec<Annotation<'_>> = document.annotations(unit).collect();
            assert!(rows.len() > 3);
            assert_eq!(serde_json::to_string(&rows).unwrap(), serde_json::to_string(&annotations).unwrap());
        }
    }
}
