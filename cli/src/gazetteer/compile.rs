//! `khabar gazetteer compile`: several files of names as one that is known to be sound.

use std::io::{self, Write};
use std::path::PathBuf;

use khabar::{Gazetteer, GazetteerCheck};

use crate::fault::{Fault, Result};
use crate::outcome::Outcome;

pub fn run(files: &[PathBuf], alone: bool) -> Result<Outcome> {
    let mut merged = Gazetteer::default();
    for path in files {
        merged.extend(Gazetteer::from_path(path)?);
    }
    let text = merged.to_tsv();
    // What is checked is what is written, so that an entry which another file puts right is no fault.
    let mut check = GazetteerCheck::new();
    if !alone {
        check = check.builtin();
    }
    let report = check.file("<merged>", &text).run();
    // Standard output is the gazetteer, which nothing else may get into.
    report.findings().iter().for_each(|finding| eprintln!("{finding}"));
    if !report.findings().is_empty() {
        eprintln!("{} findings, nothing was compiled", report.findings().len());
        return Ok(Outcome::Unmet);
    }
    io::stdout().write_all(text.as_bytes()).map_err(|error| Fault::output(&error))?;
    eprintln!("{} entries of {} files", merged.len(), files.len());
    Ok(Outcome::Good)
}
