//! Gazetteer files as records.

use std::collections::HashSet;

use super::record::{Code, Context, DEFAULT_PRIOR, Guard, Name, Record};
use super::tsv::{self, Row};
use crate::entity::{EntityType, Kind};
use crate::error::Error;
use crate::text::chars::{Kind as CharKind, kind};

pub(crate) const COLUMNS: [&str; 17] = [
    "id",
    "type",
    "ar",
    "aliases",
    "en",
    "iso",
    "country",
    "qid",
    "geonames",
    "lat",
    "lon",
    "prior",
    "guard",
    "context",
    "valid_from",
    "valid_to",
    "src",
];

/// Reads the records of a TSV file.
pub(crate) fn records(file: &str, text: &str) -> Result<Vec<Record>, Error> {
    let mut records: Vec<Record> = Vec::new();
    let mut ids: HashSet<Box<str>> = HashSet::new();
    tsv::read(file, text, &COLUMNS, &["id", "type", "ar"], |row| {
        let record = record(&row)?;
        if !ids.insert(record.id.clone()) {
            return Err(row.fault("id", format!("the id `{}` stands twice", record.id)));
        }
        records.push(record);
        Ok(())
    })?;
    Ok(records)
}

/// One row as a record.
pub(crate) fn record(row: &Row<'_>) -> Result<Record, Error> {
    let id = row.get("id");
    if !is_id(id) {
        return Err(row.fault("id", format!("`{id}` is no id: parts of a-z, 0-9 and - joined by dots")));
    }
    let entity_type = EntityType::from_name(row.get("type"))
        .filter(|t| t.kind() != Kind::Date)
        .ok_or_else(|| row.fault("type", format!("`{}` is no type of an actor or a place", row.get("type"))))?;
    let guard = guard(row)?;
    let mut context = context(row)?;
    if context == Context::NONE {
        context = Context::of_type(entity_type);
    }
    let mut names = vec![name(row, "ar", row.get("ar"), guard)?];
    for alias in row.list("aliases") {
        names.push(name(row, "aliases", alias, guard)?);
    }
    let code = |column, cell: &str| {
        Code::new(cell)
            .filter(|c| c.is_iso())
            .ok_or_else(|| row.fault(column, format!("`{cell}` is no ISO 3166-1 alpha-2 code")))
    };
    let iso = Some(row.get("iso")).filter(|cell| !cell.is_empty()).map(|cell| code("iso", cell)).transpose()?;
    let countries = row.list("country").map(|cell| code("country", cell)).collect::<Result<_, _>>()?;
    let qid = match row.get("qid") {
        "" => None,
        cell => match cell
            .strip_prefix('Q')
            .filter(|digits| digits.starts_with(|c: char| c.is_ascii_digit()))
            .map(str::parse)
        {
            Some(Ok(number)) => Some(number),
            _ => return Err(row.fault("qid", format!("`{cell}` is no Wikidata item"))),
        },
    };
    let prior = row.parse("prior", "number from 0 to 9")?.unwrap_or(DEFAULT_PRIOR);
    if prior > 9 {
        return Err(row.fault("prior", format!("`{prior}` is no number from 0 to 9")));
    }
    for year in ["valid_from", "valid_to"] {
        row.parse::<i16>(year, "year")?;
    }
    Ok(Record {
        id: id.into(),
        entity_type,
        names,
        en: row.get("en").into(),
        iso,
        countries,
        qid,
        geonames: row.parse("geonames", "GeoNames id")?,
        coordinates: coordinates(row)?,
        prior,
        context,
        source: row.get("src").into(),
    })
}

/// The cell `guard`.
pub(super) fn guard(row: &Row<'_>) -> Result<Guard, Error> {
    match row.get("guard") {
        "" => Ok(Guard::None),
        "weak" => Ok(Guard::Weak),
        "strong" => Ok(Guard::Strong),
        other => Err(row.fault("guard", format!("`{other}` is no guard: weak or strong"))),
    }
}

/// The sets of the cell `context`.
pub(super) fn context(row: &Row<'_>) -> Result<Context, Error> {
    row.list("context").try_fold(Context::NONE, |all, name| match Context::named(name) {
        Some(set) => Ok(all.and(set)),
        None => Err(row.fault("context", format!("`{name}` is no context set"))),
    })
}

/// A name with the mark that an alias may carry before it.
fn name(row: &Row<'_>, column: &str, text: &str, guard: Guard) -> Result<Name, Error> {
    let (mut guard, mut exact, mut rest) = (guard, false, text);
    if column == "aliases" {
        while let Some(mark) = rest.chars().next() {
            match mark {
                '?' => guard = Guard::Weak,
                '!' => guard = Guard::Strong,
                '+' => guard = Guard::None,
                '=' => exact = true,
                _ => break,
            }
            rest = &rest[1..];
        }
    }
    if rest.trim().is_empty() {
        return Err(row.fault(column, format!("the name in column `{column}` is empty")));
    }
    if !rest.chars().any(|c| matches!(kind(c), CharKind::Letter | CharKind::Digit)) {
        return Err(row.fault(column, format!("the name `{rest}` has neither letters nor digits")));
    }
    Ok(Name { text: rest.into(), guard, exact })
}

fn coordinates(row: &Row<'_>) -> Result<Option<(f64, f64)>, Error> {
    let lat: Option<f64> = row.parse("lat", "latitude")?;
    let lon: Option<f64> = row.parse("lon", "longitude")?;
    match (lat, lon) {
        (None, None) => Ok(None),
        (Some(lat), _) if !(-90.0..=90.0).contains(&lat) => Err(row.fault("lat", format!("`{lat}` is no latitude"))),
        (_, Some(lon)) if !(-180.0..=180.0).contains(&lon) => Err(row.fault("lon", format!("`{lon}` is no longitude"))),
        (Some(lat), Some(lon)) => Ok(Some((lat, lon))),
        (Some(_), None) => Err(row.fault("lon", "a latitude without a longitude")),
        (None, Some(_)) => Err(row.fault("lat", "a longitude without a latitude")),
    }
}

fn is_id(id: &str) -> bool {
    id.split('.').all(|part| !part.is_empty() && part.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_on_aliases() {
        let records = records("t.tsv", "id\ttype\tar\taliases\tguard\nactor.int.aq\tarmed_group\tتنظيم القاعدة\t!القاعدة|?=آب|+قاعدة الجهاد\tweak\n").unwrap();
        let names: Vec<_> = records[0].names.iter().map(|n| (&*n.text, n.guard, n.exact)).collect();
        assert_eq!(
            names,
            [
                ("تنظيم القاعدة", Guard::Weak, false),
                ("القاعدة", Guard::Strong, false),
                ("آب", Guard::Weak, true),
                ("قاعدة الجهاد", Guard::None, false)
            ]
        );
    }

    #[test]
    fn faults() {
        for (cells, expected) in [
            ("Place\tcity\tس\t\t\t\t", "1: `Place` is no id: parts of a-z, 0-9 and - joined by dots"),
            ("p.x\ttown\tس\t\t\t\t", "5: `town` is no type of an actor or a place"),
            ("p.x\tdate\tس\t\t\t\t", "5: `date` is no type of an actor or a place"),
            ("p.x\tcity\t \t\t\t\t", "10: the name in column `ar` is empty"),
            ("p.x\tcity\t،\t\t\t\t", "10: the name `،` has neither letters nor digits"),
            ("p.x\tcity\tس\ta||b\t\t\t", "12: the name in column `aliases` is empty"),
            ("p.x\tcity\tس\t\t91\t0\t", "13: `91` is no latitude"),
            ("p.x\tcity\tس\t\t9\t\t", "15: a latitude without a longitude"),
            ("p.x\tcity\tس\t\t\t\t1065", "15: `1065` is no Wikidata item"),
        ] {
            let text = format!("id\ttype\tar\taliases\tlat\tlon\tqid\n{cells}\n");
            let error = records("t.tsv", &text).unwrap_err().to_string();
            assert_eq!(error, format!("t.tsv:2:{expected}"), "{cells}");
        }
    }
}
