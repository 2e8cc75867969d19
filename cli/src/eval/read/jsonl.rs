//! JSON Lines: `{"id", "text", "reference_date", "entities": [{"start", "end", "kind", "type", "value"}], "other"}` a line.
//!
//! Cases of dates have `expected` for `entities`, without kinds, and `value_any` where several values are right; files of
//! findings may have `predicted`. Rows with `skip_reason` are left out.

use std::path::Path;

use serde::Deserialize;
use serde_json::Value;

use super::super::annotated::{Annotated, Mark, Text};
use crate::fault::{Fault, Result};
use crate::input::read_text;

#[derive(Deserialize)]
struct Row {
    id: Value,
    text: Option<String>,
    reference_date: Option<String>,
    #[serde(alias = "expected", alias = "predicted")]
    entities: Option<Vec<Entity>>,
    other: Option<Vec<Other>>,
    skip_reason: Option<Value>,
}

#[derive(Deserialize)]
struct Entity {
    start: usize,
    end: usize,
    kind: Option<String>,
    #[serde(rename = "type")]
    entity_type: Option<String>,
    value: Option<String>,
    value_any: Option<Vec<String>>,
}

#[derive(Deserialize)]
struct Other {
    start: usize,
    end: usize,
}

pub fn read(path: &Path) -> Result<Vec<Annotated>> {
    let text = read_text(path)?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let rows = lines.map(|(i, line)| {
        let fault = |error: serde_json::Error| Fault::new(format_args!("{}:{}", path.display(), i + 1), error);
        serde_json::from_str::<Row>(line).map_err(fault)
    });
    rows.filter(|row| row.as_ref().map_or(true, |row| row.skip_reason.is_none()))
        .map(|row| Ok(annotated(row?)))
        .collect()
}

fn annotated(row: Row) -> Annotated {
    let id = match row.id {
        Value::String(id) => id,
        id => id.to_string(),
    };
    let marks = row.entities.unwrap_or_default().into_iter().map(|entity| Mark {
        start: entity.start,
        end: entity.end,
        kind: entity.kind.unwrap_or_else(|| "date".to_owned()),
        entity_type: entity.entity_type.unwrap_or_else(|| "none".to_owned()),
        values: match (entity.value, entity.value_any) {
            (Some(_), Some(values)) if !values.is_empty() => values,
            (value, _) => value.into_iter().collect(),
        },
    });
    Annotated {
        id,
        text: Text::new(row.text.unwrap_or_default()),
        date: row.reference_date.and_then(|date| date.get(..10).unwrap_or(&date).parse().ok()),
        marks: marks.collect(),
        other: row.other.unwrap_or_default().into_iter().map(|other| (other.start, other.end)).collect(),
    }
}
