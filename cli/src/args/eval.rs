//! Arguments of `khabar eval`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use jiff::civil::Date;

use super::EngineArgs;

#[derive(Args)]
pub struct EvalArgs {
    /// Gold annotation: JSONL, CoNLL (.conll, .bio, .iob), a brat .ann file or a folder of them
    pub gold: PathBuf,

    /// What was found, in any of these formats; --extract finds it here and now
    #[arg(required_unless_present = "extract", conflicts_with = "extract")]
    pub found: Option<PathBuf>,

    /// Look for entities in the texts of the gold file
    #[arg(long)]
    pub extract: bool,

    /// An older run to compare with: each figure is printed with its change
    #[arg(long, value_name = "FILE")]
    pub against: Option<PathBuf>,

    /// Labels become these classes, as ANERcorp is scored: person; organization, every other actor but peoples; place; date
    #[arg(long, value_enum, value_delimiter = ',', value_name = "CLASSES")]
    pub classes: Vec<Class>,

    /// Leave out what lies inside another mention, on each side
    #[arg(long)]
    pub flat: bool,

    /// Mentions found on the words of a gold "other" are not wrong
    #[arg(long)]
    pub ignore_other: bool,

    /// Types that count where they hit and are left out where they do not: what the gold scheme lacks
    #[arg(long, value_delimiter = ',', value_name = "TYPES")]
    pub free: Vec<String>,

    /// Keep mentions of kinds that the gold file never has
    #[arg(long)]
    pub all_kinds: bool,

    /// A range found as its two ends counts as found, among dates
    #[arg(long)]
    pub split_ranges: bool,

    /// List the errors, the N most frequent of each sort
    #[arg(long, value_name = "N", num_args = 0..=1, default_missing_value = "20", default_value_t = 0, hide_default_value = true)]
    pub errors: usize,

    /// Exit with 1 if an F1, in percent, is lower: `80`, `place=75.5`, `person.word=60`, `date.value=90`. Repeatable
    #[arg(long, value_name = "[ROW[.MODE]=]F1", value_parser = at_least)]
    pub at_least: Vec<AtLeast>,

    /// All figures as one JSON object
    #[arg(long)]
    pub json: bool,

    /// The day of publication of gold texts that have none, for --extract
    #[arg(long, value_name = "DATE")]
    pub date: Option<Date>,

    #[command(flatten)]
    pub engine: EngineArgs,
}

/// A class of the corpora with three or four of them.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum Class {
    Person,
    Organization,
    Place,
    Date,
}

impl Class {
    pub fn as_str(self) -> &'static str {
        match self {
            Class::Person => "person",
            Class::Organization => "organization",
            Class::Place => "place",
            Class::Date => "date",
        }
    }
}

/// How a mention found is compared with the gold.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Mode {
    /// The same start and end
    Exact,
    /// The same words
    Word,
    /// At least one code point shared
    Overlap,
}

impl Mode {
    pub const ALL: [Mode; 3] = [Mode::Exact, Mode::Word, Mode::Overlap];

    pub fn as_str(self) -> &'static str {
        match self {
            Mode::Exact => "exact",
            Mode::Word => "word",
            Mode::Overlap => "overlap",
        }
    }
}

/// A threshold of --at-least.
#[derive(Clone, Debug, PartialEq)]
pub struct AtLeast {
    /// A row of the table: `micro`, a kind, a type.
    pub row: String,
    /// A mode, or `value` for dates end to end.
    pub mode: String,
    /// F1 in percent.
    pub f1: f64,
}

fn at_least(text: &str) -> Result<AtLeast, String> {
    let (cell, f1) = text.rsplit_once('=').unwrap_or(("micro", text));
    let (row, mode) = cell.rsplit_once('.').unwrap_or((cell, "exact"));
    let f1 = f1.parse::<f64>().map_err(|e| format!("{f1}: {e}"))?;
    if !["exact", "word", "overlap", "value"].contains(&mode) {
        return Err(format!("{mode}: exact, word, overlap or value"));
    }
    if !(0.0..=100.0).contains(&f1) {
        return Err(format!("{f1} is no percentage"));
    }
    Ok(AtLeast { row: row.to_owned(), mode: mode.to_owned(), f1 })
}

#[cfg(test)]
mod tests {
    use super::at_least;

    #[test]
    fn thresholds() {
        let cell = |text| at_least(text).map(|a| (a.row, a.mode, a.f1));
        for (text, row, mode, f1) in [
            ("80", "micro", "exact", 80.0),
            ("place=75.5", "place", "exact", 75.5),
            ("actor/person.word=60", "actor/person", "word", 60.0),
            ("date.value=90", "date", "value", 90.0),
        ] {
            assert_eq!(cell(text), Ok((row.to_owned(), mode.to_owned(), f1)), "{text}");
        }
        for wrong in ["", "place=", "place=x", "place.fuzzy=3", "101", "-1", "NaN"] {
            assert!(cell(wrong).is_err(), "{wrong}");
        }
    }
}
