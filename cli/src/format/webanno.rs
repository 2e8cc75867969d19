//! W3C Web Annotations: a JSON-LD object a line, an annotation each.
//!
//! The target is the document with two selectors: TextPositionSelector, which counts code points, and TextQuoteSelector
//! with the text around it. Bodies are the kind and type as tags, and the Wikidata item as what is identified; the value
//! of a date is a TextualBody of its own.

use khabar::{Entity, OffsetUnit, Offsets};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use crate::fault::{Fault, Result};
use crate::finder::Found;
use crate::pipeline::Encode;

/// Code points of context on each side of a quotation.
const CONTEXT: usize = 32;

/// What stands for itself in an IRI of ours.
const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~').remove(b'/');

pub struct WebAnnotation;

impl Encode for WebAnnotation {
    type Block = Vec<u8>;

    fn encode(&self, found: &Found<'_>, block: &mut Vec<u8>) -> Result<()> {
        let doc = found.doc;
        let offsets = Offsets::new(&doc.text, OffsetUnit::Char);
        let encoded = utf8_percent_encode(&doc.id, KEPT).to_string();
        // An id that is an address is the source itself; any other is a path relative to the annotations.
        let source = if doc.id.contains("://") { doc.id.clone() } else { encoded.clone() };
        for entity in found.entities() {
            let annotation = annotation(&entity, &doc.text, &offsets, &encoded, &source);
            serde_json::to_writer(&mut *block, &annotation).map_err(|error| Fault::new(&doc.place, error))?;
            block.push(b'\n');
        }
        Ok(())
    }
}

fn annotation(entity: &Entity<'_>, text: &str, offsets: &Offsets<'_>, encoded: &str, source: &str) -> Value {
    let span = entity.span();
    let range = offsets.convert(span);
    let entity_type = entity.entity_type();
    let tag =
        |value: &str| json!({"type": "TextualBody", "purpose": "tagging", "value": value, "format": "text/plain"});
    let mut bodies = vec![tag(entity.kind().as_str()), tag(entity_type.as_str())];
    if let Some(item) = entity.record().and_then(|record| record.wikidata()) {
        let source = format!("http://www.wikidata.org/entity/Q{item}");
        bodies.push(json!({"type": "SpecificResource", "purpose": "identifying", "source": source}));
    }
    let value = entity.timex().and_then(|timex| timex.value());
    if let Some(value) = value {
        let value = value.to_string();
        bodies.push(json!({"type": "TextualBody", "purpose": "describing", "value": value, "format": "text/plain"}));
    }
    let before = &text[..span.start()];
    let prefix = before.char_indices().rev().take(CONTEXT).last().map_or("", |(at, _)| &before[at..]);
    let after = &text[span.end()..];
    let suffix = after.char_indices().nth(CONTEXT).map_or(after, |(at, _)| &after[..at]);
    json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": format!("urn:khabar:{encoded}:{}-{}:{entity_type}", range.start, range.end),
        "type": "Annotation",
        "motivation": "tagging",
        "body": bodies,
        "target": {
            "source": source,
            "selector": [
                {"type": "TextPositionSelector", "start": range.start, "end": range.end},
                {"type": "TextQuoteSelector", "exact": entity.text(), "prefix": prefix, "suffix": suffix},
            ],
        },
    })
}
