//! CSV and TSV: a row an entity.

use csv::{QuoteStyle, WriterBuilder};
use khabar::OffsetUnit;

use crate::fault::{Fault, Result};
use crate::finder::Found;
use crate::pipeline::Encode;

/// The columns; empty where an entity has none of it.
pub const COLUMNS: [&str; 19] = [
    "document",
    "date",
    "start",
    "end",
    "text",
    "kind",
    "type",
    "id",
    "entry",
    "name",
    "name_en",
    "countries",
    "geonames",
    "lat",
    "lon",
    "value",
    "mod",
    "chain",
    "clitics",
];

pub struct Csv {
    pub unit: OffsetUnit,
    pub tabs: bool,
}

impl Csv {
    /// The line of column names.
    pub fn head(&self) -> String {
        let separator = if self.tabs { "\t" } else { "," };
        COLUMNS.join(separator) + "\n"
    }
}

impl Encode for Csv {
    type Block = Vec<u8>;

    fn encode(&self, found: &Found<'_>, block: &mut Vec<u8>) -> Result<()> {
        let mut builder = WriterBuilder::new();
        // Between tabs nothing is quoted, as Unix tools want it: tabs and line ends of a text become spaces.
        builder.delimiter(if self.tabs { b'\t' } else { b',' });
        builder.quote_style(if self.tabs { QuoteStyle::Never } else { QuoteStyle::Necessary });
        let mut writer = builder.from_writer(&mut *block);
        let doc = found.doc;
        let date = found.date.map(|date| date.to_string()).unwrap_or_default();
        for row in found.annotations(self.unit) {
            let number = |number: Option<f64>| number.map(|number| number.to_string()).unwrap_or_default();
            let cells = [
                doc.id.clone(),
                date.clone(),
                row.start.to_string(),
                row.end.to_string(),
                row.text.into_owned(),
                row.kind.to_string(),
                row.entity_type.to_string(),
                row.id.unwrap_or_default().into_owned(),
                row.entry.unwrap_or_default().into_owned(),
                row.name.unwrap_or_default().into_owned(),
                row.name_en.unwrap_or_default().into_owned(),
                row.countries.join("|"),
                row.geonames.map(|id| id.to_string()).unwrap_or_default(),
                number(row.lat),
                number(row.lon),
                row.value.unwrap_or_default().into_owned(),
                row.modifier.unwrap_or_default().into_owned(),
                row.chain.map(|chain| chain.to_string()).unwrap_or_default(),
                row.clitics.unwrap_or_default().into_owned(),
            ];
            let plain = |cell: String| if self.tabs { cell.replace(['\t', '\n', '\r'], " ") } else { cell };
            writer.write_record(cells.map(plain)).map_err(|error| Fault::new(&doc.place, error))?;
        }
        writer.flush().map_err(|error| Fault::io(&doc.place, &error))
    }
}
