//! `khabar report`: what is in a pile of news, as one page with its plots, and the CSV behind each.

mod map;
mod page;
mod plot;
mod tables;
mod tally;
mod timeline;

use std::fs;
use std::path::{Path, PathBuf};

use crate::args::ReportArgs;
use crate::extract::drive;
use crate::fault::{Fault, Result};
use crate::finder::Finder;
use crate::outcome::Outcome;
use tally::{Tally, Tallying};

/// Reads the pile and writes the page.
pub fn run(args: &ReportArgs) -> Result<Outcome> {
    let finder = Finder::new(&args.engine)?.dateline(args.input.dateline);
    let mut tally = Tally::default();
    let summary = drive(&args.input, &args.run, &finder, &Tallying, &mut tally)?;
    let top = usize::from(args.top);
    let html = page::page(&tally, &args.title, top)?;
    write(&args.output, html.as_bytes())?;
    let folder = match &args.csv {
        Some(folder) => folder.clone(),
        None => args.output.parent().map_or_else(PathBuf::new, Path::to_owned),
    };
    if !folder.as_os_str().is_empty() {
        fs::create_dir_all(&folder).map_err(|error| Fault::file(&folder, &error))?;
    }
    let stem = args.output.file_stem().unwrap_or_default().to_string_lossy();
    for (name, csv) in tables::all(&tally)? {
        write(&folder.join(format!("{stem}-{name}.csv")), &csv)?;
    }
    Ok(Outcome::of(&summary, args.run.fail_empty))
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(path, bytes).map_err(|error| Fault::file(path, &error))
}
