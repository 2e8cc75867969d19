//! GeoJSON: the places that have coordinates, each a point with its counts and the days it is named on.

use std::collections::BTreeMap;
use std::io::Write;

use jiff::civil::Date;
use serde_json::{Value, json};

use crate::fault::{Fault, Result};
use crate::finder::Found;
use crate::pipeline::{Encode, Sink};

pub struct GeoJson;

/// What is counted of a place.
#[derive(Clone, Debug)]
pub struct Place {
    name: String,
    name_en: Option<String>,
    entity_type: &'static str,
    public_id: Option<String>,
    countries: Vec<String>,
    lat: f64,
    lon: f64,
    mentions: u64,
    documents: u64,
    /// Mentions by day of publication.
    days: BTreeMap<Date, u64>,
}

/// By the id of the entry.
type Places = BTreeMap<String, Place>;

impl Encode for GeoJson {
    type Block = Places;

    fn encode(&self, found: &Found<'_>, block: &mut Places) -> Result<()> {
        let mut here = BTreeMap::new();
        for entity in found.entities() {
            let (Some(record), Some((lat, lon))) = (entity.record(), entity.coordinates()) else { continue };
            here.entry(record.id().to_owned())
                .or_insert_with(|| Place {
                    name: record.name().to_owned(),
                    name_en: record.name_en().map(str::to_owned),
                    entity_type: record.entity_type().as_str(),
                    public_id: entity.public_id().map(|id| id.into_owned()),
                    countries: record.countries().map(str::to_owned).collect(),
                    lat,
                    lon,
                    mentions: 0,
                    documents: 1,
                    days: BTreeMap::new(),
                })
                .mentions += 1;
        }
        for (id, mut place) in here {
            place.days.extend(found.date.map(|date| (date, place.mentions)));
            merge(block, id, place);
        }
        Ok(())
    }
}

fn merge(places: &mut Places, id: String, place: Place) {
    match places.get_mut(&id) {
        None => {
            places.insert(id, place);
        }
        Some(known) => {
            known.mentions += place.mentions;
            known.documents += place.documents;
            place.days.into_iter().for_each(|(day, count)| *known.days.entry(day).or_default() += count);
        }
    }
}

/// Gathers the places of all documents and writes them in the end: most often named first.
pub struct Collection<W> {
    out: W,
    places: Places,
}

impl<W: Write> Collection<W> {
    pub fn new(out: W) -> Collection<W> {
        Collection { out, places: Places::new() }
    }
}

impl<W: Write> Sink<Places> for Collection<W> {
    fn take(&mut self, block: Places) -> Result<()> {
        block.into_iter().for_each(|(id, place)| merge(&mut self.places, id, place));
        Ok(())
    }

    fn end(&mut self) -> Result<()> {
        let mut places: Vec<_> = std::mem::take(&mut self.places).into_iter().collect();
        places.sort_by(|a, b| b.1.mentions.cmp(&a.1.mentions).then_with(|| a.0.cmp(&b.0)));
        let features: Vec<Value> = places.into_iter().map(|(id, place)| feature(&id, &place)).collect();
        let collection = json!({"type": "FeatureCollection", "features": features});
        serde_json::to_writer(&mut self.out, &collection)
            .map_err(std::io::Error::from)
            .and_then(|()| writeln!(self.out))
            .and_then(|()| self.out.flush())
            .map_err(|error| Fault::output(&error))
    }
}

fn feature(id: &str, place: &Place) -> Value {
    let days: serde_json::Map<_, _> = place.days.iter().map(|(day, count)| (day.to_string(), json!(count))).collect();
    json!({
        "type": "Feature",
        "id": id,
        // RFC 7946: longitude comes first.
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]},
        "properties": {
            "name": place.name,
            "name_en": place.name_en,
            "type": place.entity_type,
            "id": place.public_id,
            "countries": place.countries,
            "mentions": place.mentions,
            "documents": place.documents,
            "first": place.days.keys().next(),
            "last": place.days.keys().next_back(),
            "days": days,
        },
    })
}
