//! Parquet: a row an entity, the columns of CSV with types.
//!
//! The metadata of the file name the version of the program and of its gazetteers, so that what was found can be told from
//! what a later version finds.

use std::io::Write;
use std::sync::Arc;

use arrow_array::builder::{Float64Builder, StringBuilder, UInt32Builder, UInt64Builder};
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{DataType, Field, Schema};
use jiff::civil::Date;
use khabar::{Gazetteer, OffsetUnit};
use parquet::arrow::ArrowWriter;
use parquet::basic::{Compression, ZstdLevel};
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;

use crate::fault::{Fault, Result};
use crate::finder::Found;
use crate::pipeline::{Encode, Sink};

/// Rows are handed to the writer in batches of this many.
const ROWS: usize = 16 * 1024;

pub struct Parquet {
    pub unit: OffsetUnit,
}

/// An entity, with what Parquet has a column for.
pub struct Row {
    text: [Option<String>; 13],
    start: u64,
    end: u64,
    geonames: Option<u32>,
    lat: Option<f64>,
    lon: Option<f64>,
}

/// The columns of text, in the order of [`Row::text`].
const TEXT: [&str; 13] = [
    "document",
    "date",
    "text",
    "kind",
    "type",
    "id",
    "entry",
    "name",
    "name_en",
    "countries",
    "value",
    "mod",
    "clitics",
];

impl Encode for Parquet {
    type Block = Vec<Row>;

    fn encode(&self, found: &Found<'_>, block: &mut Vec<Row>) -> Result<()> {
        let doc = found.doc;
        block.extend(found.annotations(self.unit).map(|row| Row {
            text: [
                Some(doc.id.clone()),
                found.date.map(|date: Date| date.to_string()),
                Some(row.text.into_owned()),
                Some(row.kind.to_string()),
                Some(row.entity_type.to_string()),
                row.id.map(|id| id.into_owned()),
                row.entry.map(|entry| entry.into_owned()),
                row.name.map(|name| name.into_owned()),
                row.name_en.map(|name| name.into_owned()),
                (!row.countries.is_empty()).then(|| row.countries.join("|")),
                row.value.map(|value| value.into_owned()),
                row.modifier.map(|modifier| modifier.into_owned()),
                row.clitics.map(|clitics| clitics.into_owned()),
            ],
            start: row.start as u64,
            end: row.end as u64,
            geonames: row.geonames,
            lat: row.lat,
            lon: row.lon,
        }));
        Ok(())
    }
}

fn schema() -> Schema {
    let text = TEXT.iter().enumerate().map(|(at, name)| Field::new(*name, DataType::Utf8, at == 1 || at > 4));
    let numbers = [
        Field::new("start", DataType::UInt64, false),
        Field::new("end", DataType::UInt64, false),
        Field::new("geonames", DataType::UInt32, true),
        Field::new("lat", DataType::Float64, true),
        Field::new("lon", DataType::Float64, true),
    ];
    Schema::new(text.chain(numbers).collect::<Vec<_>>())
}

/// Writes a file of Parquet.
pub struct File<W: Write + Send> {
    /// `None` once the file is closed.
    writer: Option<ArrowWriter<W>>,
    rows: Vec<Row>,
}

impl<W: Write + Send> File<W> {
    /// `unit` is what the offsets count, for the metadata.
    pub fn new(out: W, unit: OffsetUnit) -> Result<File<W>> {
        let entries = Gazetteer::builtin().len();
        let metadata = [
            ("khabar.version", env!("CARGO_PKG_VERSION").to_owned()),
            ("khabar.gazetteer", format!("builtin {} ({entries} entries)", env!("CARGO_PKG_VERSION"))),
            ("khabar.offsets", format!("{unit:?}").to_lowercase()),
        ];
        let metadata = metadata.map(|(key, value)| KeyValue::new(key.to_owned(), value)).to_vec();
        let properties = WriterProperties::builder()
            .set_compression(Compression::ZSTD(ZstdLevel::default()))
            .set_key_value_metadata(Some(metadata))
            .build();
        let writer = ArrowWriter::try_new(out, Arc::new(schema()), Some(properties)).map_err(fault)?;
        Ok(File { writer: Some(writer), rows: Vec::new() })
    }

    fn write(&mut self) -> Result<()> {
        let rows = std::mem::take(&mut self.rows);
        let mut columns: Vec<ArrayRef> = Vec::new();
        for at in 0..TEXT.len() {
            let mut column = StringBuilder::new();
            rows.iter().for_each(|row| column.append_option(row.text[at].as_deref()));
            columns.push(Arc::new(column.finish()));
        }
        for end in [|row: &Row| row.start, |row: &Row| row.end] {
            let mut column = UInt64Builder::new();
            rows.iter().for_each(|row| column.append_value(end(row)));
            columns.push(Arc::new(column.finish()));
        }
        let mut column = UInt32Builder::new();
        rows.iter().for_each(|row| column.append_option(row.geonames));
        columns.push(Arc::new(column.finish()));
        for degree in [|row: &Row| row.lat, |row: &Row| row.lon] {
            let mut column = Float64Builder::new();
            rows.iter().for_each(|row| column.append_option(degree(row)));
            columns.push(Arc::new(column.finish()));
        }
        let batch = RecordBatch::try_new(Arc::new(schema()), columns).expect("the columns are those of the schema");
        self.writer.as_mut().expect("the file is open").write(&batch).map_err(fault)
    }
}

fn fault(error: parquet::errors::ParquetError) -> Fault {
    Fault::new("parquet", error)
}

impl<W: Write + Send> Sink<Vec<Row>> for File<W> {
    fn take(&mut self, block: Vec<Row>) -> Result<()> {
        self.rows.extend(block);
        if self.rows.len() >= ROWS { self.write() } else { Ok(()) }
    }

    fn end(&mut self) -> Result<()> {
        self.write()?;
        self.writer.take().map_or(Ok(()), |writer| writer.close().map(drop).map_err(fault))
    }
}
