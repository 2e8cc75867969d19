//! Arguments of `khabar gazetteer`.

use std::path::PathBuf;

use clap::{Subcommand, ValueEnum};
use khabar::EntityType;

use super::extract::{InputArgs, RunArgs, entity_type};

#[derive(Subcommand)]
pub enum GazetteerCommand {
    /// Every fault of gazetteer files, with file, line and column; of those in the box if there are none
    Check {
        /// Files in the format of gazetteers/README.md
        files: Vec<PathBuf>,
        /// Do not compare with the names in the box
        #[arg(long)]
        alone: bool,
        /// Take for everyday words those that stand in this text 20 times in a million words
        #[arg(long, value_name = "FILE")]
        text: Option<PathBuf>,
    },
    /// Check gazetteers and merge them into one, sorted by id, on standard output
    ///
    /// An entry replaces those of its id in the files before. If the check finds anything, nothing is written, and
    /// the findings are printed on stderr.
    Compile {
        /// Files in the format of gazetteers/README.md, or .jsonl
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// Do not compare with the names in the box
        #[arg(long)]
        alone: bool,
    },
    /// Turn a list that others publish into a gazetteer on standard output
    Import {
        /// The format of the list
        #[arg(value_enum)]
        format: ImportFormat,
        /// The list
        file: PathBuf,
        /// Alternate names of GeoNames (alternateNamesV2.txt)
        #[arg(long, value_name = "FILE")]
        names: Option<PathBuf>,
        /// The type of the entries of a GATE list
        #[arg(long = "type", value_parser = entity_type, value_name = "TYPE", required_if_eq("format", "gate"))]
        entity_type: Option<EntityType>,
        /// The type of a label of the list, as in `GPE=country`. Repeatable
        #[arg(long, value_parser = label, value_name = "LABEL=TYPE")]
        label: Vec<(String, EntityType)>,
    },
    /// What gazetteers hold: entries and names by type, coordinates, ids, sources
    Stats {
        /// Files; the gazetteers in the box if there are none
        files: Vec<PathBuf>,
        /// As one JSON object
        #[arg(long)]
        json: bool,
    },
    /// Names that a pile of news seems to have and no gazetteer lists, with counts and an example
    ///
    /// Proposed are the mentions that no gazetteer lists, and the words behind a title or a generic noun that stand in no
    /// mention: الوزير فلان, مدينة كذا. Look at them before you add any.
    Candidates {
        #[command(flatten)]
        input: InputArgs,
        #[command(flatten)]
        run: RunArgs,
        /// A gazetteer on top of those in the box. Repeatable
        #[arg(long, value_name = "FILE")]
        gazetteer: Vec<PathBuf>,
        /// Leave out what stands less often
        #[arg(long, value_name = "N", default_value_t = 2)]
        least: u64,
    },
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum ImportFormat {
    /// entities of JRC-Names
    JrcNames,
    /// paranames.tsv
    Paranames,
    /// A country's dump of GeoNames
    Geonames,
    /// Patterns of spaCy's entity ruler, JSONL
    Spacy,
    /// A .lst of GATE
    Gate,
}

fn label(text: &str) -> Result<(String, EntityType), String> {
    let (label, name) = text.split_once('=').ok_or("wants LABEL=TYPE")?;
    Ok((label.to_owned(), entity_type(name)?))
}
