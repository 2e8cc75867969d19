//! brat: an .ann beside each .txt. Of a mention in fragments the whole from first to last is taken.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use super::super::annotated::{Annotated, Text};
use super::add;
use crate::fault::{Fault, Result};
use crate::input::read_text;

/// The .ann files of a folder, by name.
pub fn folder(path: &Path) -> Result<Vec<Annotated>> {
    let fault = |error| Fault::file(path, &error);
    let mut files = Vec::new();
    for entry in fs::read_dir(path).map_err(fault)? {
        let path = entry.map_err(fault)?.path();
        if path.extension().is_some_and(|end| end == "ann") {
            files.push(path);
        }
    }
    files.sort();
    files.iter().map(|path| file(path)).collect()
}

pub fn file(path: &Path) -> Result<Annotated> {
    let id = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let text = Text::new(read_text(&path.with_extension("txt"))?);
    let mut doc = Annotated { id, text, ..Annotated::default() };
    let mut notes: HashMap<String, String> = HashMap::new();
    // Which mark each T is; none for "other".
    let mut names: Vec<(String, Option<usize>)> = Vec::new();
    for (i, line) in read_text(path)?.lines().enumerate() {
        let fault = || Fault::new(format_args!("{}:{}", path.display(), i + 1), "no annotation of brat");
        let mut cells = line.split('\t');
        let name = cells.next().unwrap_or_default();
        if name.starts_with('T') {
            let (label, ranges) = cells.next().and_then(|cell| cell.split_once(' ')).ok_or_else(fault)?;
            let ends: Option<Vec<usize>> = ranges.split([';', ' ']).map(|end| end.parse().ok()).collect();
            let ends = ends.filter(|ends| ends.len() >= 2).ok_or_else(fault)?;
            let before = doc.marks.len();
            add(&mut doc, ends[0], ends[ends.len() - 1], label);
            names.push((name.to_owned(), (doc.marks.len() > before).then_some(before)));
        } else if name.starts_with('#')
            && let Some(of) = cells.next().and_then(|cell| cell.strip_prefix("AnnotatorNotes "))
        {
            notes.insert(of.to_owned(), cells.next().unwrap_or_default().to_owned());
        }
    }
    for (name, mark) in names {
        if let (Some(mark), Some(note)) = (mark.map(|mark| &mut doc.marks[mark]), notes.remove(&name))
            && mark.kind == "date"
        {
            mark.values.push(note);
        }
    }
    Ok(doc)
}
