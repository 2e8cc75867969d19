//! Gazetteers in JSON Lines: read as rows of a table, so that both formats have the same rules.

use std::collections::HashSet;

use serde_json::{Map, Value};

use super::limits;
use super::parse::{self, COLUMNS};
use super::record::{Record, Text, owned};
use super::tsv;
use crate::error::Error;

/// Reads the records of a JSON Lines file.
pub(crate) fn records(file: &str, text: &str) -> Result<Vec<Record>, Error> {
    limits::check_file(file, text)?;
    let mut records = Vec::new();
    let mut ids: HashSet<Text> = HashSet::new();
    let header = COLUMNS.join("\t");
    for (i, line) in text.strip_prefix('\u{FEFF}').unwrap_or(text).lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let line_number = i + 1;
        limits::check_line(file, line_number, line)?;
        let object: Map<String, Value> = serde_json::from_str(line).map_err(|e| {
            Error::at(
                file,
                line_number,
                e.column().max(1),
                format!("no JSON object: {}", e.to_string().split(" at line ").next().unwrap_or_default()),
            )
        })?;
        let fault = |key: &str, message: String| Error::at(file, line_number, place_of(line, key), message);
        if let Some(key) = object.keys().find(|key| !COLUMNS.contains(&key.as_str())) {
            return Err(fault(key, format!("unknown key `{key}`; the keys are {}", COLUMNS.join(", "))));
        }
        let mut cells = Vec::with_capacity(COLUMNS.len());
        for &column in COLUMNS {
            let cell = match object.get(column) {
                None | Some(Value::Null) => String::new(),
                Some(value) => cell(column, value)
                    .ok_or_else(|| fault(column, format!("`{column}` is no string, number or list of strings")))?,
            };
            if let Some(c) = cell.chars().find(|c| c.is_control()) {
                return Err(fault(column, format!("`{column}` holds the control character U+{:04X}", c as u32)));
            }
            cells.push(cell);
        }
        // The table of one row keeps its faults; only their place is that of the line.
        let table = format!("{header}\n{}\n", cells.join("\t"));
        tsv::read(file, &table, COLUMNS, &[], |row| {
            let record = parse::record(&row, owned).map_err(|e| {
                let column =
                    COLUMNS.iter().find(|column| row.fault(column, "").column() == e.column()).copied().unwrap_or("id");
                fault(column, e.message().to_owned())
            })?;
            if !ids.insert(record.id.clone()) {
                return Err(fault("id", format!("the id `{}` stands twice", record.id)));
            }
            records.push(record);
            Ok(())
        })?;
    }
    Ok(records)
}

/// The error that the record of this number, counted from 0, lies in itself.
pub(super) fn lies_in_itself(file: &str, text: &str, number: usize) -> Error {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let (i, line) = { lines }.nth(number).expect("a record has a line");
    Error::at(file, i + 1, place_of(line, "parent"), "the entry lies in itself")
}

fn cell(column: &str, value: &Value) -> Option<String> {
    const NUMBERS: [&str; 6] = ["geonames", "lat", "lon", "prior", "valid_from", "valid_to"];
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) if NUMBERS.contains(&column) => Some(number.to_string()),
        Value::Array(parts) => parts.iter().map(Value::as_str).collect::<Option<Vec<_>>>().map(|parts| parts.join("|")),
        _ => None,
    }
}

/// The column of a key in its line, in characters from 1.
fn place_of(line: &str, key: &str) -> usize {
    line.find(&format!("\"{key}\"")).map_or(1, |at| line[..at].chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_rules_as_tables() {
        let text =
            r#"{"id": "place.x.a", "type": "city", "ar": "سبها", "aliases": ["?صبها"], "lat": 27.04, "lon": 14.43}"#;
        let records = records("g.jsonl", text).unwrap();
        assert_eq!(records[0].surface_forms().collect::<Vec<_>>(), ["سبها", "صبها"]);
        assert_eq!(records[0].coordinates(), Some((27.04, 14.43)));
    }

    #[test]
    fn faults_have_a_place() {
        for (text, expected) in [
            ("{", "g.jsonl:1:1: no JSON object: EOF while parsing an object"),
            (
                r#"{"id": "a.b", "name": "x"}"#,
                "g.jsonl:1:15: unknown key `name`; the keys are id, type, ar, aliases, en, iso, country, parent, qid, geonames, lat, lon, prior, guard, context, valid_from, valid_to, src",
            ),
            (r#"{"id": "a.b", "type": "town", "ar": "س"}"#, "g.jsonl:1:15: `town` is no type of an actor or a place"),
            (
                r#"{"id": "a.b", "type": "city", "ar": true}"#,
                "g.jsonl:1:31: `ar` is no string, number or list of strings",
            ),
        ] {
            assert_eq!(records("g.jsonl", text).unwrap_err().to_string(), expected);
        }
    }
}
