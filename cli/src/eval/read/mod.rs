//! Reads annotation: JSONL, CoNLL, brat.

mod brat;
mod conll;
mod jsonl;

use std::collections::HashSet;
use std::path::Path;

use khabar::EntityType;

use super::annotated::{Annotated, Mark};
use crate::fault::{Fault, Result};
use crate::input::plain_extension;

/// Reads a file of annotation, or a folder of brat's.
///
/// # Errors
///
/// What cannot be read; two documents of one id; a mention that ends outside its text.
pub fn read(path: &Path) -> Result<Vec<Annotated>> {
    let docs = if path.is_dir() {
        brat::folder(path)?
    } else {
        match plain_extension(path).as_deref() {
            Some("ann") => vec![brat::file(path)?],
            Some("conll" | "conllu" | "bio" | "iob" | "iob2" | "tsv") => conll::read(path)?,
            _ => jsonl::read(path)?,
        }
    };
    let mut ids = HashSet::new();
    for doc in &docs {
        if !ids.insert(&doc.id) {
            return Err(Fault::new(path.display(), format!("the id {} stands twice", doc.id)));
        }
        for mark in &doc.marks {
            if mark.start > mark.end || (doc.text.len() > 0 && mark.end > doc.text.len()) {
                let what = format!("{}: the mention {}:{} ends outside its text", doc.id, mark.start, mark.end);
                return Err(Fault::new(path.display(), what));
            }
        }
    }
    Ok(docs)
}

/// Adds a mention of a corpus that has labels instead of kinds and types: ours, or the common ones of others. Any other
/// label is "other".
fn add(doc: &mut Annotated, start: usize, end: usize, label: &str) {
    let (kind, entity_type) = match label.to_ascii_uppercase().as_str() {
        "PER" | "PERS" | "PERSON" => ("actor", "person"),
        "ORG" | "ORGANISATION" => ("actor", "organization"),
        "LOC" | "GPE" | "LOCATION" => ("place", "place"),
        "ACTOR" => ("actor", "actor"),
        "PLACE" => ("place", "place"),
        _ => match EntityType::from_name(&label.to_ascii_lowercase()) {
            Some(entity_type) => (entity_type.kind().as_str(), entity_type.as_str()),
            None => return doc.other.push((start, end)),
        },
    };
    let (kind, entity_type) = (kind.to_owned(), entity_type.to_owned());
    doc.marks.push(Mark { start, end, kind, entity_type, values: Vec::new() });
}
