//! Arguments of `khabar extract`, and those that it shares with other commands.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use jiff::civil::Date;
use khabar::{EntityType, Kind, OffsetUnit, Overlap};

use super::ProfileName;

#[derive(Args)]
pub struct ExtractArgs {
    #[command(flatten)]
    pub input: InputArgs,
    #[command(flatten)]
    pub engine: EngineArgs,
    #[command(flatten)]
    pub run: RunArgs,

    /// What to print; jsonl unless standard output is a terminal, where it is a table
    #[arg(long, short, value_enum, value_name = "FORMAT", help_heading = "Output")]
    pub format: Option<FormatName>,

    /// What offsets count
    #[arg(long, value_enum, default_value_t = Unit::Char, value_name = "UNIT", help_heading = "Output")]
    pub offsets: Unit,

    /// File to write instead of standard output; the folder for brat
    #[arg(long, short, value_name = "PATH", help_heading = "Output")]
    pub output: Option<PathBuf>,

    /// Put the text of each document into jsonl
    #[arg(long, help_heading = "Output")]
    pub with_text: bool,
}

#[derive(Args)]
pub struct InputArgs {
    /// Files, folders (read with all that is below them) or `-` for standard input, which is read if there are none
    pub paths: Vec<PathBuf>,

    /// How to read; by the ending of the name unless given, and standard input as one text
    ///
    /// Names may end in .gz or .zst besides. Compressed input is known by its first bytes, on standard input as well.
    #[arg(long, short, value_enum, value_name = "FORMAT", help_heading = "Input")]
    pub input: Option<InputFormat>,

    /// In folders, only files that match (`*.txt`); with ! before it, those that do not. Repeatable
    #[arg(long, short, value_name = "GLOB", help_heading = "Input")]
    pub glob: Vec<String>,

    /// Key or column of the text
    #[arg(long, value_name = "NAME", default_value = "text", help_heading = "Input")]
    pub text_field: String,

    /// Key or column of the id; documents without one are called by file and line
    #[arg(long, value_name = "NAME", default_value = "id", help_heading = "Input")]
    pub id_field: String,

    /// Key or column of the day of publication (2024-08-07, or a time that begins so)
    #[arg(long, value_name = "NAME", default_value = "reference_date", help_heading = "Input")]
    pub date_field: String,

    /// The day of publication of documents that have none: what أمس and الأحد are counted from
    #[arg(long, value_name = "DATE", help_heading = "Input")]
    pub date: Option<Date>,

    /// Take the first full day that a text names, most often that of the dateline, for the day of publication of documents
    /// that have none
    #[arg(long, conflicts_with = "date", help_heading = "Input")]
    pub dateline: bool,

    /// Read broken UTF-8 with U+FFFD in its place, instead of refusing the document
    #[arg(long, help_heading = "Input")]
    pub lossy: bool,

    /// Refuse documents of more bytes than this, in MiB, so that no input can fill the memory
    #[arg(long, value_name = "MIB", default_value_t = 64, help_heading = "Input")]
    pub max_document: u64,
}

#[derive(Args)]
pub struct EngineArgs {
    /// Only these kinds: actor, place, date
    #[arg(long, value_delimiter = ',', value_name = "KINDS", value_parser = kind, help_heading = "What to find")]
    pub only: Vec<Kind>,

    /// Only these types, as in `city,armed_group`
    #[arg(long, value_delimiter = ',', value_name = "TYPES", value_parser = entity_type, help_heading = "What to find")]
    pub types: Vec<EntityType>,

    /// A gazetteer of your own (.tsv or .jsonl) on top of those in the box. Repeatable
    #[arg(long, value_name = "FILE", help_heading = "What to find")]
    pub gazetteer: Vec<PathBuf>,

    /// A file of names and entry ids, one a line, that are not to be reported. Repeatable
    ///
    /// A name is compared as names are found: whatever its vowel marks and hamzas. Lines that begin with # are comments.
    #[arg(long, value_name = "FILE", help_heading = "What to find")]
    pub deny: Vec<PathBuf>,

    /// Without the gazetteers in the box
    #[arg(long, help_heading = "What to find")]
    pub no_builtin: bool,

    /// Which of overlapping mentions are reported
    #[arg(long, value_enum, default_value_t = OverlapName::Nested, value_name = "POLICY", help_heading = "What to find")]
    pub overlap: OverlapName,

    /// How much is folded away before names are compared
    #[arg(long, value_enum, default_value_t = ProfileName::News, value_name = "PROFILE", help_heading = "What to find")]
    pub profile: ProfileName,
}

#[derive(Args)]
pub struct RunArgs {
    /// How many threads look for names; as many as there are cores unless given
    #[arg(long, short = 'j', value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub threads: Option<u16>,

    /// No progress bar, no summary; faults are still named
    #[arg(long, short)]
    pub quiet: bool,

    /// Exit with 1 if nothing was found
    #[arg(long)]
    pub fail_empty: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum InputFormat {
    /// A file is a document
    Text,
    /// A line is a document
    Lines,
    /// An object a line
    Jsonl,
    /// Comma-separated, with a line of column names
    Csv,
    /// Tab-separated, with a line of column names
    Tsv,
    /// A web page, of which the main text is taken
    Html,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum FormatName {
    /// An object a document
    Jsonl,
    /// For people: a row an entity, coloured
    Table,
    /// A row an entity, comma-separated
    Csv,
    /// A row an entity, tab-separated
    Tsv,
    /// Tokens with BIO tags, a glued clitic as a token of its own
    Conll,
    /// .txt and .ann files in the folder of --output
    Brat,
    /// W3C Web Annotations, a JSON-LD object a line
    Webanno,
    /// TimeML with TIMEX3 of the dates
    Timeml,
    /// The places with coordinates, their counts and dates
    Geojson,
    /// One page with marks, legend and filters
    Html,
    /// A row an entity, in columns
    #[cfg(feature = "parquet")]
    Parquet,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum Unit {
    /// Unicode code points, as Python counts
    Char,
    /// Bytes of UTF-8, as Rust and files count
    Byte,
    /// UTF-16 units, as JavaScript and Java count
    Utf16,
}

impl From<Unit> for OffsetUnit {
    fn from(unit: Unit) -> OffsetUnit {
        match unit {
            Unit::Char => OffsetUnit::Char,
            Unit::Byte => OffsetUnit::Byte,
            Unit::Utf16 => OffsetUnit::Utf16,
        }
    }
}

#[derive(Clone, Copy, ValueEnum)]
pub enum OverlapName {
    /// The longest, and places inside descriptions: مالي inside الحكومة الانتقالية في مالي
    Nested,
    /// The longest alone
    Longest,
    /// All that the words around them let stand
    All,
}

impl From<OverlapName> for Overlap {
    fn from(name: OverlapName) -> Overlap {
        match name {
            OverlapName::Nested => Overlap::Nested,
            OverlapName::Longest => Overlap::Longest,
            OverlapName::All => Overlap::All,
        }
    }
}

fn kind(name: &str) -> Result<Kind, String> {
    let kinds = [Kind::Actor, Kind::Place, Kind::Date];
    kinds.into_iter().find(|kind| kind.as_str() == name).ok_or_else(|| "actor, place or date".to_owned())
}

/// A type by its name, or what the names are.
pub fn entity_type(name: &str) -> Result<EntityType, String> {
    EntityType::from_name(name).ok_or_else(|| {
        let all: Vec<_> = EntityType::ALL.iter().map(|entity_type| entity_type.as_str()).collect();
        format!("one of {}", all.join(", "))
    })
}
