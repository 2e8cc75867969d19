//! `khabar gazetteer stats`: what gazetteers hold.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::PathBuf;

use comfy_table::{CellAlignment, Table, presets};
use khabar::{Gazetteer, Record};
use serde::Serialize;

use crate::fault::{Fault, Result};
use crate::outcome::Outcome;

/// Counts of entries.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
struct Counts {
    entries: u64,
    names: u64,
    english: u64,
    coordinates: u64,
    wikidata: u64,
}

impl Counts {
    fn add(&mut self, record: &Record) {
        self.entries += 1;
        self.names += record.surface_forms().len() as u64;
        self.english += u64::from(record.name_en().is_some());
        self.coordinates += u64::from(record.coordinates().is_some());
        self.wikidata += u64::from(record.wikidata().is_some() || record.iso().is_some());
    }

    fn cells(&self) -> [u64; 5] {
        [self.entries, self.names, self.english, self.coordinates, self.wikidata]
    }
}

/// Counts in all, by type and by source.
#[derive(Default, Serialize)]
struct Stats {
    all: Counts,
    types: BTreeMap<&'static str, Counts>,
    sources: BTreeMap<String, Counts>,
}

pub fn run(files: &[PathBuf], json: bool) -> Result<Outcome> {
    let mut all = if files.is_empty() { Gazetteer::builtin() } else { Gazetteer::default() };
    for path in files {
        all.extend(Gazetteer::from_path(path)?);
    }
    let mut stats = Stats::default();
    for record in all.records() {
        stats.all.add(record);
        stats.types.entry(record.entity_type().as_str()).or_default().add(record);
        let source = if record.source().is_empty() { "-" } else { record.source() };
        stats.sources.entry(source.to_owned()).or_default().add(record);
    }
    let text = if json { format!("{:#}\n", serde_json::json!(stats)) } else { table(&stats) };
    io::stdout().write_all(text.as_bytes()).map_err(|error| Fault::output(&error))?;
    Ok(Outcome::Good)
}

fn table(stats: &Stats) -> String {
    let mut table = Table::new();
    table.load_style(presets::NOTHING).set_header(["", "entries", "names", "English", "coordinates", "public id"]);
    let mut row = |name: &str, counts: &Counts| {
        table.add_row(std::iter::once(name.to_owned()).chain(counts.cells().map(|count| count.to_string())));
    };
    stats.types.iter().for_each(|(name, counts)| row(name, counts));
    row("all", &stats.all);
    stats.sources.iter().for_each(|(name, counts)| row(&format!("source {name}"), counts));
    table.column_iter_mut().skip(1).for_each(|column| column.set_cell_alignment(CellAlignment::Right));
    table.trim_fmt() + "\n"
}
