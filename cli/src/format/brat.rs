//! brat standoff: a .txt and an .ann file for each document.
//!
//! Offsets count code points of the .txt, as brat reads it. A mention that is broken over lines has a fragment on each,
//! since brat allows none to hold a line end. Ids and values stand in notes, and references to Wikidata as
//! normalisations.

use std::collections::HashMap;
use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

use khabar::{Entity, EntityType, OffsetUnit, Offsets, Span};

use super::file_name;
use crate::fault::{Fault, Result};
use crate::finder::Found;
use crate::pipeline::{Encode, Sink};

pub struct Brat;

/// The two files of a document.
pub struct Files {
    name: String,
    text: String,
    annotation: String,
}

impl Encode for Brat {
    type Block = Vec<Files>;

    fn encode(&self, found: &Found<'_>, block: &mut Vec<Files>) -> Result<()> {
        let text = &found.doc.text;
        let offsets = Offsets::new(text, OffsetUnit::Char);
        let mut annotation = String::new();
        for (i, entity) in found.entities().enumerate() {
            annotate(&mut annotation, i + 1, &entity, text, &offsets).expect("a string takes all");
        }
        block.push(Files { name: file_name(&found.doc.id), text: text.clone(), annotation });
        Ok(())
    }
}

fn annotate(
    out: &mut String,
    number: usize,
    entity: &Entity<'_>,
    text: &str,
    offsets: &Offsets<'_>,
) -> std::fmt::Result {
    let fragments = fragments(text, entity.span());
    let ranges: Vec<_> = fragments.iter().map(|span| offsets.convert(*span)).collect();
    let ranges: Vec<_> = ranges.iter().map(|range| format!("{} {}", range.start, range.end)).collect();
    let words: Vec<_> = fragments.iter().map(|span| &text[span.range()]).collect();
    writeln!(out, "T{number}\t{} {}\t{}", entity.entity_type(), ranges.join(";"), words.join(" "))?;
    if let Some(item) = entity.record().and_then(|record| record.wikidata()) {
        writeln!(out, "N{number}\tReference T{number} Wikidata:Q{item}\t{}", entity.name().unwrap_or_default())?;
    }
    let value = entity.timex().and_then(|timex| timex.value()).map(|value| value.to_string());
    if let Some(note) = value.as_deref().or(entity.id()) {
        writeln!(out, "#{number}\tAnnotatorNotes T{number}\t{note}")?;
    }
    Ok(())
}

/// The parts of a span between line ends.
fn fragments(text: &str, span: Span) -> Vec<Span> {
    let mut fragments = Vec::new();
    let mut at = span.start();
    for line in text[span.range()].split(['\n', '\r']) {
        let (begin, end) = (at + line.len() - line.trim_start().len(), at + line.trim_end().len());
        if begin < end {
            fragments.push(Span::new(begin, end));
        }
        at += line.len() + 1;
    }
    fragments
}

/// Writes the files into a folder.
pub struct Folder {
    path: PathBuf,
    /// How often a name was asked for, so that none is written over.
    names: HashMap<String, usize>,
}

impl Folder {
    /// Makes the folder with the configuration that brat wants.
    pub fn new(path: PathBuf) -> Result<Folder> {
        fs::create_dir_all(&path).map_err(|error| Fault::file(&path, &error))?;
        let types: Vec<_> = EntityType::ALL.iter().map(|entity_type| entity_type.as_str()).collect();
        let config = format!("[entities]\n{}\n[relations]\n[events]\n[attributes]\n", types.join("\n"));
        let folder = Folder { path, names: HashMap::new() };
        folder.write("annotation.conf", &config)?;
        folder.write("tools.conf", "[normalization]\nWikidata\t<URL>:https://www.wikidata.org/wiki/%s\n")?;
        Ok(folder)
    }

    fn write(&self, name: &str, text: &str) -> Result<()> {
        let path = self.path.join(name);
        fs::write(&path, text).map_err(|error| Fault::file(&path, &error))
    }
}

impl Sink<Vec<Files>> for Folder {
    fn take(&mut self, block: Vec<Files>) -> Result<()> {
        for Files { name, text, annotation } in block {
            let count = self.names.entry(name.clone()).or_default();
            *count += 1;
            let name = if *count > 1 { format!("{name}-{count}") } else { name };
            self.write(&format!("{name}.txt"), &text)?;
            self.write(&format!("{name}.ann"), &annotation)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_over_lines() {
        let text = "في شمال\n مالي.";
        let span = Span::new(text.find("شمال").unwrap(), text.len() - 1);
        let parts: Vec<_> = fragments(text, span).into_iter().map(|span| &text[span.range()]).collect();
        assert_eq!(parts, ["شمال", "مالي"]);
    }
}
