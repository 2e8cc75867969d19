//! JSON Lines: an object a document, as gold files have it.

use jiff::civil::Date;
use khabar::{Annotation, OffsetUnit};
use serde::Serialize;

use crate::fault::{Fault, Result};
use crate::finder::Found;
use crate::pipeline::Encode;

pub struct Jsonl {
    pub unit: OffsetUnit,
    pub with_text: bool,
}

#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reference_date: Option<Date>,
    /// Where it was asked for, or where the offsets count in a text that stands in no file.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    entities: Vec<Annotation<'a>>,
}

impl Encode for Jsonl {
    type Block = Vec<u8>;

    fn encode(&self, found: &Found<'_>, block: &mut Vec<u8>) -> Result<()> {
        let doc = found.doc;
        let line = Line {
            id: &doc.id,
            reference_date: found.date,
            text: (self.with_text || doc.derived).then_some(&doc.text),
            entities: found.annotations(self.unit).collect(),
        };
        serde_json::to_writer(&mut *block, &line).map_err(|error| Fault::new(&doc.place, error))?;
        block.push(b'\n');
        Ok(())
    }
}
