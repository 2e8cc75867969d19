//! Gazetteer files as records.

use std::collections::HashSet;

use foldhash::fast::FixedState;

use super::limits::{self, NAME_CHARS, NAMES};
use super::record::{Code, Context, DEFAULT_PRIOR, Guard, Name, Record, Text};
use super::tsv::{self, Row, parts};
use crate::entity::{EntityType, Kind};
use crate::error::Error;
use crate::text::chars::{Kind as CharKind, kind};

/// Declares [`Column`] with its name in the first line of a file.
macro_rules! columns {
    ($($variant:ident $name:literal,)*) => {
        /// The columns of a gazetteer file.
        #[derive(Clone, Copy)]
        pub(super) enum Column {
            $($variant,)*
        }

        /// Their names, in the same order.
        pub(crate) const COLUMNS: &[&str] = &[$($name,)*];
    };
}

columns! {
    Id "id",
    Type "type",
    Ar "ar",
    Aliases "aliases",
    En "en",
    Iso "iso",
    Country "country",
    Parent "parent",
    Qid "qid",
    Geonames "geonames",
    Lat "lat",
    Lon "lon",
    Prior "prior",
    Guard "guard",
    Context "context",
    ValidFrom "valid_from",
    ValidTo "valid_to",
    Src "src",
}

/// The columns that no file may lack.
pub(crate) const NEEDED: &[&str] = &["id", "type", "ar"];

/// Takes text out of a file: copied, or as it is where the file lives as long as the program.
pub(crate) type Take<'a> = fn(&'a str) -> Text;

/// Reads the records of a TSV file.
pub(crate) fn records<'a>(file: &str, text: &'a str, take: Take<'a>) -> Result<Vec<Record>, Error> {
    limits::check_file(file, text)?;
    let mut records: Vec<Record> = Vec::with_capacity(text.len() / 100);
    let mut ids: HashSet<&str, FixedState> = HashSet::with_capacity_and_hasher(text.len() / 100, FixedState::default());
    tsv::read(file, text, COLUMNS, NEEDED, |row| {
        let id = row.cell(Column::Id as usize);
        if !ids.insert(id) {
            return Err(row.fault("id", format!("the id `{id}` stands twice")));
        }
        records.push(record(&row, take)?);
        Ok(())
    })?;
    Ok(records)
}

/// The error that the record of this number, counted from 0, lies in itself.
pub(super) fn lies_in_itself(file: &str, text: &str, number: usize) -> Error {
    let mut rows = 0..number;
    let found = tsv::read(file, text, COLUMNS, NEEDED, |row| match rows.next() {
        Some(_) => Ok(()),
        None => Err(row.fault("parent", format!("`{}` lies in itself", row.get("id")))),
    });
    found.expect_err("a record has a row")
}

/// One row as a record.
pub(crate) fn record<'a>(row: &Row<'a, '_>, take: Take<'a>) -> Result<Record, Error> {
    let cell = |column: Column| row.cell(column as usize);
    let id = cell(Column::Id);
    if !is_id(id) {
        return Err(row.fault("id", format!("`{id}` is no id: parts of a-z, 0-9 and - joined by dots")));
    }
    let entity_type = EntityType::from_name(cell(Column::Type))
        .filter(|t| t.kind() != Kind::Date)
        .ok_or_else(|| row.fault("type", format!("`{}` is no type of an actor or a place", cell(Column::Type))))?;
    // Most cells are empty, and a look is cheaper than a search for the column by its name.
    let has = |column: Column| !cell(column).is_empty();
    let guard = if has(Column::Guard) { guard(row)? } else { Guard::None };
    let context = if has(Column::Context) { context(row)? } else { Context::of_type(entity_type) };
    let count = 1 + parts(cell(Column::Aliases)).count();
    if count > NAMES {
        return Err(row.fault("aliases", format!("{count} names; an entry has at most {NAMES}")));
    }
    let mut names = Vec::with_capacity(count);
    names.push(checked(row, "ar", Name { text: take(cell(Column::Ar)), guard, exact: false })?);
    for alias in parts(cell(Column::Aliases)) {
        names.push(checked(row, "aliases", marked(alias, guard, take))?);
    }
    let code = |column, cell: &str| {
        Code::new(cell)
            .filter(|c| c.is_iso())
            .ok_or_else(|| row.fault(column, format!("`{cell}` is no ISO 3166-1 alpha-2 code")))
    };
    let iso = Some(cell(Column::Iso)).filter(|cell| !cell.is_empty()).map(|cell| code("iso", cell)).transpose()?;
    let countries = parts(cell(Column::Country)).map(|cell| code("country", cell)).collect::<Result<_, _>>()?;
    let parent = cell(Column::Parent);
    if !parent.is_empty() && (!is_id(parent) || parent == id) {
        return Err(row.fault("parent", format!("`{parent}` is no id of a place around this one")));
    }
    let qid = match cell(Column::Qid) {
        "" => None,
        cell => match qid(cell) {
            Some(number) => Some(number),
            None => return Err(row.fault("qid", format!("`{cell}` is no Wikidata item"))),
        },
    };
    let prior = number(row, Column::Prior, "number from 0 to 9")?.unwrap_or(DEFAULT_PRIOR);
    if prior > 9 {
        return Err(row.fault("prior", format!("`{prior}` is no number from 0 to 9")));
    }
    let valid = (number(row, Column::ValidFrom, "year")?, number(row, Column::ValidTo, "year")?);
    if let (Some(from), Some(to)) = valid
        && from > to
    {
        return Err(row.fault("valid_to", format!("{to} is before {from}")));
    }
    Ok(Record {
        id: take(id),
        entity_type,
        names,
        en: take(cell(Column::En)),
        iso,
        countries,
        parent: take(parent),
        qid,
        geonames: number(row, Column::Geonames, "GeoNames id")?,
        coordinates: if has(Column::Lat) || has(Column::Lon) { coordinates(row)? } else { None },
        prior,
        context,
        valid,
        source: take(cell(Column::Src)),
    })
}

/// The cell of a column as a number.
fn number<T: std::str::FromStr>(row: &Row<'_, '_>, column: Column, what: &str) -> Result<Option<T>, Error> {
    if row.cell(column as usize).is_empty() { Ok(None) } else { row.parse(COLUMNS[column as usize], what) }
}

/// The number of a Wikidata item: 1065 of Q1065.
pub(crate) fn qid(cell: &str) -> Option<u32> {
    let digits = cell.strip_prefix('Q')?;
    if digits.starts_with(|c: char| c.is_ascii_digit()) { digits.parse().ok() } else { None }
}

/// The cell `guard`.
pub(super) fn guard(row: &Row<'_, '_>) -> Result<Guard, Error> {
    let cell = row.get("guard");
    Guard::named(cell).ok_or_else(|| row.fault("guard", format!("`{cell}` is no guard: weak, strong or date")))
}

/// The sets of the cell `context`.
pub(super) fn context(row: &Row<'_, '_>) -> Result<Context, Error> {
    row.list("context").try_fold(Context::NONE, |all, name| match Context::named(name) {
        Some(set) => Ok(all.and(set)),
        None => Err(row.fault("context", format!("`{name}` is no context set"))),
    })
}

/// An alias with the marks that may stand before it.
pub(super) fn marked<'a>(alias: &'a str, guard: Guard, take: Take<'a>) -> Name {
    let (mut guard, mut exact, mut rest) = (guard, false, alias);
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
    Name { text: take(rest), guard, exact }
}

/// The name, if it has a letter or a digit.
pub(super) fn checked(row: &Row<'_, '_>, column: &str, name: Name) -> Result<Name, Error> {
    if name.text.trim().is_empty() {
        return Err(row.fault(column, format!("the name in column `{column}` is empty")));
    }
    if !name.text.chars().any(|c| matches!(kind(c), CharKind::Letter | CharKind::Digit)) {
        return Err(row.fault(column, format!("the name `{}` has neither letters nor digits", name.text)));
    }
    if name.text.len() > NAME_CHARS && name.text.chars().count() > NAME_CHARS {
        return Err(row.fault(column, format!("a name of more than {NAME_CHARS} characters")));
    }
    Ok(name)
}

/// The cells `lat` and `lon`.
pub(super) fn coordinates(row: &Row<'_, '_>) -> Result<Option<(f64, f64)>, Error> {
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

pub(super) fn is_id(id: &str) -> bool {
    let mut last = b'.';
    let fits = id.bytes().all(|byte| match std::mem::replace(&mut last, byte) {
        b'.' if byte == b'.' => false, // an empty part
        _ => matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.'),
    });
    fits && last != b'.'
}

#[cfg(test)]
mod tests {
    use super::super::record::owned;
    use super::*;

    #[test]
    fn marks_on_aliases() {
        let records = records("t.tsv", "id\ttype\tar\taliases\tguard\nactor.int.aq\tarmed_group\tتنظيم القاعدة\t!القاعدة|?=آب|+قاعدة الجهاد\tweak\n", owned).unwrap();
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
            let error = records("t.tsv", &text, owned).unwrap_err().to_string();
            assert_eq!(error, format!("t.tsv:2:{expected}"), "{cells}");
        }
    }
}
