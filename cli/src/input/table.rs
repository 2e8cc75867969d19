//! CSV and TSV: a row is a document, its columns are known by the first line.

use std::io::BufRead;
use std::sync::Arc;

use csv::{ByteRecord, ReaderBuilder};

use super::{Body, Place, Raw, Read, Reading, Receiver, too_long};
use crate::args::InputFormat;
use crate::fault::{Fault, Result};

/// Reads row by row.
pub fn read(
    input: &mut dyn BufRead,
    file: &Arc<str>,
    format: InputFormat,
    reading: &Reading,
    receiver: &mut dyn Receiver,
) -> Result<bool> {
    let tabs = format == InputFormat::Tsv;
    let mut builder = ReaderBuilder::new();
    // Quotation marks of a text are nothing special between tabs.
    builder.delimiter(if tabs { b'\t' } else { b',' }).quoting(!tabs).flexible(true).buffer_capacity(1 << 18);
    let mut reader = builder.from_reader(input);
    let columns = reader.byte_headers().map_err(|error| Fault::new(file, error))?.clone();
    let column = |name: &str| {
        columns.iter().position(|cell| cell.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(cell) == name.as_bytes())
    };
    let Some(text) = column(&reading.text_field) else {
        let names: Vec<_> = columns.iter().map(String::from_utf8_lossy).collect();
        return Err(Fault::new(
            format_args!("{file}:1"),
            format!("no column `{}` (--text-field) among {}", reading.text_field, names.join(", ")),
        ));
    };
    let (id, date) = (column(&reading.id_field), column(&reading.date_field));
    let mut before = reader.position().byte();
    let mut row = ByteRecord::new();
    loop {
        let more = match reader.read_byte_record(&mut row) {
            Ok(more) => more,
            Err(error) => return Err(Fault::new(file, error)),
        };
        if !more {
            return Ok(true);
        }
        let after = reader.position().byte();
        receiver.progress(after - before);
        before = after;
        let at = row.position();
        let place = Place {
            file: Arc::clone(file),
            line: Some(at.map_or(0, |at| at.line())),
            byte: at.map_or(0, |at| at.byte()),
        };
        let owned = |column: Option<usize>| column.and_then(|at| row.get(at)).map(<[u8]>::to_vec);
        let read = match row.get(text) {
            None => Read::Fault(Fault::new(place, format!("the row has no cell `{}`", reading.text_field))),
            Some(cell) if cell.len() as u64 > reading.limit => Read::Fault(too_long(place, reading)),
            Some(cell) => {
                let body = Body::Row { text: cell.to_vec(), id: owned(id), date: owned(date) };
                Read::Document(Raw { place, body })
            }
        };
        if !receiver.take(read, false) {
            return Ok(false);
        }
    }
}
