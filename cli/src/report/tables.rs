//! The CSV behind each plot, with all rows and not only the first.

use csv::Writer;

use super::tally::{Items, Pairs, Tally};
use crate::fault::{Fault, Result};

/// Names of the tables with their bytes.
pub fn all(tally: &Tally) -> Result<Vec<(&'static str, Vec<u8>)>> {
    let values = tally.values.iter().map(|(value, count)| [value.clone(), count.to_string()]);
    let day = |(day, count): (&jiff::civil::Date, &u64)| [day.to_string(), count.to_string()];
    Ok(vec![
        ("actors", items(&tally.actors)?),
        ("places", items(&tally.places)?),
        ("dates", table(["value", "mentions"], values)?),
        ("days", table(["day", "mentions"], tally.days.iter().map(day))?),
        ("published", table(["day", "documents"], tally.published.iter().map(day))?),
        ("actors-actors", pairs(["actor", "other"], &tally.actor_actor, &tally.actors, &tally.actors)?),
        ("actors-places", pairs(["actor", "place"], &tally.actor_place, &tally.actors, &tally.places)?),
    ])
}

fn items(items: &Items) -> Result<Vec<u8>> {
    let degree = |degree: Option<f64>| degree.map(|degree| degree.to_string()).unwrap_or_default();
    let rows = Tally::top(items, usize::MAX).into_iter().map(|(key, item)| {
        [
            key.clone(),
            item.name.clone(),
            item.name_en.clone(),
            item.entity_type.to_owned(),
            item.mentions.to_string(),
            item.documents.to_string(),
            degree(item.coordinates.map(|(lat, _)| lat)),
            degree(item.coordinates.map(|(_, lon)| lon)),
        ]
    });
    table(["entry", "name", "name_en", "type", "mentions", "documents", "lat", "lon"], rows)
}

fn pairs([one, other]: [&str; 2], pairs: &Pairs, ones: &Items, others: &Items) -> Result<Vec<u8>> {
    let mut pairs: Vec<_> = pairs.iter().collect();
    pairs.sort_by(|a, b| b.1.cmp(a.1).then_with(|| a.0.cmp(b.0)));
    let rows = pairs
        .into_iter()
        .map(|((a, b), count)| [a.clone(), ones[a].name.clone(), b.clone(), others[b].name.clone(), count.to_string()]);
    table([one, &format!("{one}_name"), other, &format!("{other}_name"), "sentences"], rows)
}

fn table<const N: usize>(columns: [&str; N], rows: impl Iterator<Item = [String; N]>) -> Result<Vec<u8>> {
    let mut writer = Writer::from_writer(Vec::new());
    let fault = |error: csv::Error| Fault::new("csv", error);
    writer.write_record(columns).map_err(fault)?;
    for row in rows {
        writer.write_record(row).map_err(fault)?;
    }
    writer.into_inner().map_err(|error| Fault::new("csv", error))
}
