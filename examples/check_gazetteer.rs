//! Looks through gazetteer files for faults.
//!
//! ```text
//! cargo run --release --example check_gazetteer                      the gazetteers in the box, and what they hold
//! cargo run --release --example check_gazetteer -- mine.tsv          one's own files, and names shared with the box
//! cargo run --release --example check_gazetteer -- --alone mine.tsv  one's own files by themselves
//! cargo run --release --example check_gazetteer -- --text news.txt mine.tsv
//!                                                                    the same, with everyday words counted in a text
//! ```
//!
//! Each finding stands on a line as `file:line:column: what`; the program ends with 1 if there is any, with 2 if a file
//! cannot be read.

#[path = "../tests/inventory/mod.rs"]
mod inventory;

use std::fs;
use std::process::ExitCode;

use khabar::{CommonWords, GazetteerCheck};

/// How often a word stands in a million before it counts as an everyday word.
const PER_MILLION: f64 = 20.0;

fn main() -> ExitCode {
    match run(std::env::args().skip(1).collect()) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(fault) => {
            eprintln!("check_gazetteer: {fault}");
            ExitCode::from(2)
        }
    }
}

/// Checks what the arguments name; gives the number of findings.
fn run(arguments: Vec<String>) -> Result<usize, String> {
    let (mut alone, mut words, mut files) = (false, CommonWords::builtin(), Vec::new());
    let mut arguments = arguments.into_iter();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--alone" => alone = true,
            "--text" => {
                let path = arguments.next().ok_or("--text wants a file")?;
                words = CommonWords::from_text(&read(&path)?, PER_MILLION);
            }
            option if option.starts_with("--") => return Err(format!("unknown option {option}")),
            path => files.push((path.to_owned(), read(path)?)),
        }
    }
    let mut check = GazetteerCheck::new().common_words(words);
    if !alone || files.is_empty() {
        check = check.builtin();
    }
    for (name, text) in &files {
        check = check.file(name, text);
    }
    let report = check.run();
    for finding in report.findings() {
        println!("{finding}");
    }
    let entries: usize = report.types().map(|(_, count)| count).sum();
    eprintln!("{entries} entries, {} findings", report.findings().len());
    if files.is_empty() {
        eprint!("\n{}", inventory::table());
    }
    Ok(report.findings().len())
}

fn read(path: &str) -> Result<String, String> {
    fs::read_to_string(path).map_err(|fault| format!("{path}: {fault}"))
}
