//! Readers of other people's lists, which users have and the crate may not ship.

mod gate;
mod geonames;
mod jrc;
mod paranames;
#[cfg(feature = "serde")]
mod spacy;

pub use gate::GateList;

use std::collections::HashMap;
use std::io::BufRead;

use super::Gazetteer;
use super::record::{Code, Context, DEFAULT_PRIOR, Guard, Name, Record};
use crate::entity::EntityType;
use crate::error::Error;

/// Makes gazetteers of lists in other formats.
///
/// The lists are read line by line, so a dump larger than memory will do; what has no Arabic name is passed over. Lines that
/// cannot be used are reported and the rest goes on; only reading itself can fail. What comes out is to be looked at before
/// it is trusted: [`Gazetteer::to_tsv`] writes it down, [`GazetteerCheck`](crate::GazetteerCheck) says which names are
/// everyday words or those of other entries.
///
/// ```
/// use khabar::Importer;
///
/// let patterns = r#"{"label": "ORG", "pattern": "بنك الخرطوم", "id": "bank-of-khartoum"}"#;
/// # #[cfg(feature = "serde")] {
/// let imported = Importer::new().spacy_patterns("patterns.jsonl", patterns.as_bytes())?;
/// assert_eq!(
///     imported.gazetteer.to_tsv(),
///     "id\ttype\tar\tsrc\nspacy.bank-of-khartoum\torganization\tبنك الخرطوم\tspacy\n"
/// );
/// # }
/// # Ok::<(), khabar::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Importer {
    types: HashMap<String, EntityType>,
    /// Names of GeoNames entries that are known to be Arabic, by id: those preferred first.
    arabic: HashMap<u32, Vec<String>>,
    feature_separator: Option<char>,
}

/// What an [`Importer`] made of a list.
#[derive(Debug)]
#[non_exhaustive]
pub struct Imported {
    /// The entries that have an Arabic name.
    pub gazetteer: Gazetteer,
    /// Lines that could not be used, with their places.
    pub skipped: Vec<Error>,
}

impl Importer {
    /// An importer that types entries as each method says.
    pub fn new() -> Importer {
        Importer::default()
    }

    /// Sets the type of the entries that a list marks with `label`, such as `LOC` or `GPE`.
    pub fn label(mut self, label: &str, entity_type: EntityType) -> Importer {
        self.types.insert(label.to_owned(), entity_type);
        self
    }

    /// The type of a label: what the caller set, else the first of `usual` with its name.
    fn type_of(&self, label: &str, usual: &[(&str, EntityType)]) -> Option<EntityType> {
        let usual = || usual.iter().find(|(name, _)| *name == label).map(|&(_, entity_type)| entity_type);
        self.types.get(label).copied().or_else(usual)
    }
}

/// Calls `each` with the lines of a list, and keeps what it says of those it cannot use.
fn lines(
    name: &str,
    input: impl BufRead,
    mut each: impl FnMut(usize, &str) -> Result<(), Error>,
) -> Result<Vec<Error>, Error> {
    let mut skipped = Vec::new();
    for (i, line) in input.lines().enumerate() {
        let line = match line {
            Ok(line) => line,
            Err(fault) if fault.kind() == std::io::ErrorKind::InvalidData => {
                skipped.push(Error::at(name, i + 1, 1, "not UTF-8"));
                continue;
            }
            Err(fault) => return Err(Error::io(name.as_ref(), fault)),
        };
        let line = if i == 0 { line.trim_start_matches('\u{FEFF}') } else { &line };
        if let Err(fault) = each(i + 1, line) {
            skipped.push(fault);
        }
    }
    Ok(skipped)
}

/// Entries while they are gathered, each known by its id.
#[derive(Default)]
struct Entries {
    records: Vec<Record>,
    at: HashMap<String, usize>,
}

impl Entries {
    /// The entry of an id, new if there is none; one without names in the end is dropped.
    fn entry(&mut self, id: &str, entity_type: EntityType, source: &'static str) -> &mut Record {
        let at = *self.at.entry(id.to_owned()).or_insert_with(|| {
            self.records.push(Record {
                id: id.to_owned().into(),
                entity_type,
                names: Vec::new(),
                en: "".into(),
                iso: None,
                countries: Vec::new(),
                parent: "".into(),
                qid: None,
                geonames: None,
                coordinates: None,
                prior: DEFAULT_PRIOR,
                context: Context::of_type(entity_type),
                valid: (None, None),
                source: source.into(),
            });
            self.records.len() - 1
        });
        &mut self.records[at]
    }

    fn finish(mut self, skipped: Vec<Error>) -> Imported {
        self.records.retain(|record| !record.names.is_empty());
        self.records.sort_by(|a, b| a.id.cmp(&b.id));
        Imported { gazetteer: Gazetteer { records: self.records }, skipped }
    }
}

impl Record {
    /// Adds a name, unless it is there.
    fn add_name(&mut self, name: &str) {
        let name: String = name.split_whitespace().collect::<Vec<_>>().join(" ").replace('|', " ");
        if self.names.iter().all(|known| known.text != name) {
            self.names.push(Name { text: name.into(), guard: Guard::None, exact: false });
        }
    }

    fn add_country(&mut self, code: &str) {
        self.countries.extend(Code::new(code).filter(|code| code.is_iso()));
    }
}

/// True for a name in letters of Arabic, and ڤ, which newspapers borrow for v. Persian, Urdu and Kurdish names, which no
/// language tag tells apart here, have others.
fn is_arabic(name: &str) -> bool {
    let mut letters = name.chars().filter(|c| c.is_alphabetic()).peekable();
    letters.peek().is_some() && letters.all(|c| matches!(c, '\u{0621}'..='\u{063A}' | '\u{0641}'..='\u{064A}' | 'ڤ'))
}

/// A part of an id, made of the ASCII letters and digits of a text; `None` if it has none.
fn slug(text: &str) -> Option<String> {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let slug = words.collect::<Vec<_>>().join("-").to_ascii_lowercase();
    Some(slug).filter(|slug| !slug.is_empty())
}
