//! Reads news files and prints what is in them, one JSON object a document.
//!
//! ```text
//! extract [--date YYYY-MM-DD] [--offsets char|byte|utf16] PATH...
//! ```
//!
//! A path is a text file, a `.jsonl` file with `{"id", "text", "reference_date"}` a line, or a folder of such files. What
//! cannot be read is reported on stderr, the rest goes on, and the exit code is 2.

use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use jiff::civil::Date;
use khabar::{Annotation, Extractor, Input, OffsetUnit, Scratch};
use serde::{Deserialize, Serialize};

/// A document to read.
#[derive(Deserialize)]
struct Source {
    id: String,
    text: String,
    reference_date: Option<Date>,
}

/// What is printed of it.
#[derive(Serialize)]
struct Found<'a> {
    id: &'a str,
    entities: Vec<Annotation<'a>>,
}

struct Options {
    date: Option<Date>,
    unit: OffsetUnit,
    paths: Vec<PathBuf>,
}

const USAGE: &str = "usage: extract [--date YYYY-MM-DD] [--offsets char|byte|utf16] PATH...";

fn main() -> ExitCode {
    let options = match options(std::env::args().skip(1)) {
        Ok(options) => options,
        Err(message) => {
            eprintln!("extract: {message}\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    let mut run = Run {
        khabar: Extractor::builtin(),
        scratch: Scratch::default(),
        out: BufWriter::new(io::stdout().lock()),
        failed: false,
        options: &options,
    };
    let result = options.paths.iter().try_for_each(|path| run.path(path)).and_then(|()| run.out.flush());
    match result {
        // Whoever read our output has seen enough.
        Err(e) if e.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(e) => {
            eprintln!("extract: {e}");
            ExitCode::from(2)
        }
        Ok(()) if run.failed => ExitCode::from(2),
        Ok(()) => ExitCode::SUCCESS,
    }
}

fn options(mut arguments: impl Iterator<Item = String>) -> Result<Options, String> {
    let mut options = Options { date: None, unit: OffsetUnit::Char, paths: Vec::new() };
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().ok_or(format!("{argument} needs a value"));
        match argument.as_str() {
            "--date" => {
                let value = value()?;
                options.date = Some(value.parse().map_err(|e| format!("--date {value}: {e}"))?);
            }
            "--offsets" => {
                options.unit = match value()?.as_str() {
                    "char" => OffsetUnit::Char,
                    "byte" => OffsetUnit::Byte,
                    "utf16" => OffsetUnit::Utf16,
                    other => return Err(format!("--offsets {other}: char, byte or utf16")),
                }
            }
            flag if flag.starts_with("--") => return Err(format!("unknown option {flag}")),
            path => options.paths.push(path.into()),
        }
    }
    if options.paths.is_empty() {
        return Err("no path".into());
    }
    Ok(options)
}

struct Run<'o, W: Write> {
    khabar: Extractor,
    scratch: Scratch,
    out: W,
    failed: bool,
    options: &'o Options,
}

impl<W: Write> Run<'_, W> {
    /// Reads a file, or the files of a folder in the order of their names. Only output that fails ends the run.
    fn path(&mut self, path: &Path) -> io::Result<()> {
        if path.is_dir() {
            match entries(path) {
                Ok(paths) => return paths.iter().try_for_each(|path| self.path(path)),
                Err(e) => self.report(path, &e.to_string()),
            }
            return Ok(());
        }
        match std::fs::read(path) {
            Err(e) => self.report(path, &e.to_string()),
            Ok(bytes) => match String::from_utf8(bytes) {
                Err(e) => self.report(path, &format!("not UTF-8 at byte {}", e.utf8_error().valid_up_to())),
                Ok(text) if path.extension().is_some_and(|e| e == "jsonl") => return self.lines(path, &text),
                Ok(text) => {
                    let id = path.file_stem().unwrap_or_default().to_string_lossy();
                    return self.document(&id, &text, None);
                }
            },
        }
        Ok(())
    }

    fn lines(&mut self, path: &Path, text: &str) -> io::Result<()> {
        for (i, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            match serde_json::from_str::<Source>(line) {
                Ok(source) => self.document(&source.id, &source.text, source.reference_date)?,
                Err(e) => self.report(path, &format!("line {}: {e}", i + 1)),
            }
        }
        Ok(())
    }

    fn document(&mut self, id: &str, text: &str, date: Option<Date>) -> io::Result<()> {
        let input = Input::new(text).reference_date(date.or(self.options.date));
        let document = self.khabar.extract_with(input, &mut self.scratch);
        let found = Found { id, entities: document.annotations(self.options.unit).collect() };
        serde_json::to_writer(&mut self.out, &found)?;
        self.out.write_all(b"\n")
    }

    fn report(&mut self, path: &Path, message: &str) {
        eprintln!("extract: {}: {message}", path.display());
        self.failed = true;
    }
}

/// The text and JSON Lines files and the folders in a folder, sorted.
fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = std::fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    paths.retain(|path| path.is_dir() || path.extension().is_some_and(|e| e == "txt" || e == "jsonl"));
    paths.sort();
    Ok(paths)
}
