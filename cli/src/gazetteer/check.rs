//! `khabar gazetteer check`: every fault of a file, as compilers print them.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use khabar::{CommonWords, GazetteerCheck};

use crate::fault::{Fault, Result};
use crate::input::read_text;
use crate::outcome::Outcome;

/// How often a word stands in a million before it counts as an everyday word.
const PER_MILLION: f64 = 20.0;

pub fn run(files: &[PathBuf], alone: bool, text: Option<&Path>) -> Result<Outcome> {
    let words = match text {
        Some(path) => CommonWords::from_text(&read_text(path)?, PER_MILLION),
        None => CommonWords::builtin(),
    };
    let texts: Vec<_> =
        files.iter().map(|path| Ok((path.display().to_string(), read_text(path)?))).collect::<Result<_>>()?;
    let mut check = GazetteerCheck::new().common_words(words);
    if !alone || files.is_empty() {
        check = check.builtin();
    }
    for (name, text) in &texts {
        check = check.file(name, text);
    }
    let report = check.run();
    let mut out = io::stdout().lock();
    for finding in report.findings() {
        writeln!(out, "{finding}").map_err(|error| Fault::output(&error))?;
    }
    let entries: usize = report.types().map(|(_, count)| count).sum();
    eprintln!("{entries} entries, {} findings", report.findings().len());
    Ok(if report.findings().is_empty() { Outcome::Good } else { Outcome::Unmet })
}
