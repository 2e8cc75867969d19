//! From paths to documents: which files, how they are read, where each document stands.
//!
//! A reader cuts its input into [`Raw`] documents on one thread; [`decode`] makes a [`Doc`] of each on the threads that
//! look for names, since that is where the time goes.

mod decode;
mod line;
mod open;
mod page;
mod record;
mod table;
mod walk;

use std::fmt;
use std::io::BufRead;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;

use crate::args::{InputArgs, InputFormat};
use crate::fault::{Fault, Result};

pub use decode::decode;
pub use open::plain_extension;
pub use walk::{Source, sources};

/// A document to read.
#[derive(Clone, Debug)]
pub struct Doc {
    pub id: String,
    pub text: String,
    /// The day of publication.
    pub date: Option<Date>,
    /// Where it was read.
    pub place: Place,
    /// The text was made of the input and stands nowhere else: that of a web page, or of broken UTF-8 mended.
    pub derived: bool,
}

/// Where a document stands.
#[derive(Clone, Debug)]
pub struct Place {
    pub file: Arc<str>,
    /// From 1; `None` where a file is a document.
    pub line: Option<u64>,
    /// The byte of the file that the document begins at.
    pub byte: u64,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}", self.file),
            None => f.write_str(&self.file),
        }
    }
}

/// A document as it stands in its input.
#[derive(Debug)]
pub struct Raw {
    pub place: Place,
    pub body: Body,
}

#[derive(Debug)]
pub enum Body {
    Text(Vec<u8>),
    /// A web page.
    Page(Vec<u8>),
    /// An object.
    Json(Vec<u8>),
    /// A row, of which the cells are taken that matter.
    Row {
        text: Vec<u8>,
        id: Option<Vec<u8>>,
        date: Option<Vec<u8>>,
    },
}

impl Body {
    /// How many bytes it has.
    pub fn len(&self) -> usize {
        match self {
            Body::Text(bytes) | Body::Page(bytes) | Body::Json(bytes) => bytes.len(),
            Body::Row { text, .. } => text.len(),
        }
    }
}

/// How documents are read.
#[derive(Clone, Debug)]
pub struct Reading {
    pub format: Option<InputFormat>,
    pub text_field: String,
    pub id_field: String,
    pub date_field: String,
    /// The day of publication of documents that have none.
    pub date: Option<Date>,
    pub lossy: bool,
    /// The most bytes that a document may have.
    pub limit: u64,
}

impl Reading {
    pub fn new(args: &InputArgs) -> Reading {
        Reading {
            format: args.input,
            text_field: args.text_field.clone(),
            id_field: args.id_field.clone(),
            date_field: args.date_field.clone(),
            date: args.date,
            lossy: args.lossy,
            limit: args.max_document.saturating_mul(1 << 20),
        }
    }
}

/// What a reader hands on.
pub enum Read {
    Document(Raw),
    /// What cannot be read, in its turn.
    Fault(Fault),
}

/// Takes what readers find. False says that no more is wanted.
pub trait Receiver {
    /// Takes a document or a fault. `idle` says that the input has nothing more ready: what was read must not wait.
    fn take(&mut self, read: Read, idle: bool) -> bool;

    /// Takes note of bytes read from disk, compressed as they may be.
    fn progress(&mut self, bytes: u64);
}

/// Reads a source to its end; what cannot be read is handed on as a fault. False says that no more is wanted.
pub fn read(source: &Source, reading: &Reading, receiver: &mut dyn Receiver) -> bool {
    let format = reading.format.unwrap_or_else(|| format_of(source));
    let mut input = match open::open(source) {
        Ok(input) => input,
        Err(error) => return receiver.take(Read::Fault(Fault::io(source, &error)), true),
    };
    let file: Arc<str> = source.to_string().into();
    let go_on = match format {
        InputFormat::Text | InputFormat::Html => whole(&mut input, &file, format, reading, receiver),
        InputFormat::Lines | InputFormat::Jsonl => line::read(&mut input, &file, format, reading, receiver),
        InputFormat::Csv | InputFormat::Tsv => table::read(&mut input, &file, format, reading, receiver),
    };
    match go_on {
        Ok(go_on) => go_on,
        Err(fault) => receiver.take(Read::Fault(fault), true),
    }
}

/// By the ending of the name, .gz and .zst apart; standard input is one text.
fn format_of(source: &Source) -> InputFormat {
    let Source::File(path) = source else { return InputFormat::Text };
    match plain_extension(path).as_deref() {
        Some("jsonl" | "ndjson") => InputFormat::Jsonl,
        Some("csv") => InputFormat::Csv,
        Some("tsv" | "tab") => InputFormat::Tsv,
        Some("html" | "htm" | "xhtml") => InputFormat::Html,
        _ => InputFormat::Text,
    }
}

/// Reads an input that is one document.
fn whole(
    input: &mut dyn BufRead,
    file: &Arc<str>,
    format: InputFormat,
    reading: &Reading,
    receiver: &mut dyn Receiver,
) -> Result<bool> {
    let mut bytes = Vec::new();
    let mut limited = std::io::Read::take(input, reading.limit + 1);
    std::io::Read::read_to_end(&mut limited, &mut bytes).map_err(|error| Fault::io(file, &error))?;
    if bytes.len() as u64 > reading.limit {
        return Err(too_long(file, reading));
    }
    receiver.progress(bytes.len() as u64);
    let body = if format == InputFormat::Html { Body::Page(bytes) } else { Body::Text(bytes) };
    let place = Place { file: Arc::clone(file), line: None, byte: 0 };
    Ok(receiver.take(Read::Document(Raw { place, body }), true))
}

fn too_long(place: impl fmt::Display, reading: &Reading) -> Fault {
    Fault::new(place, format!("longer than {} MiB (--max-document)", reading.limit >> 20))
}

/// Reads a whole file as text, for commands that take one.
pub fn read_text(path: &Path) -> Result<String> {
    let source = if path == Path::new("-") { Source::Stdin } else { Source::File(PathBuf::from(path)) };
    let mut bytes = Vec::new();
    let mut input = open::open(&source).map_err(|error| Fault::io(&source, &error))?;
    std::io::Read::read_to_end(&mut input, &mut bytes).map_err(|error| Fault::io(&source, &error))?;
    String::from_utf8(bytes)
        .map_err(|error| Fault::new(&source, format!("not UTF-8 at byte {}", error.utf8_error().valid_up_to())))
}
