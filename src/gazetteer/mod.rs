//! Names and what is known about them: files to records, records to an automaton.

mod automaton;
mod bits;
#[cfg(feature = "builtin")]
mod builtin;
mod check;
mod common;
mod folding;
mod forms;
mod import;
pub(crate) mod index;
mod inflect;
#[cfg(feature = "serde")]
mod jsonl;
mod key;
pub(crate) mod lexicon;
mod limits;
pub(crate) mod matcher;
pub(crate) mod parallel;
mod parents;
mod parse;
pub(crate) mod record;
mod roles;
pub(crate) mod sense;
mod tsv;
pub(crate) mod word_sets;
pub(crate) mod word_table;
mod write;

use std::collections::HashMap;
use std::path::Path;

pub use check::{CheckReport, Finding, FindingKind, GazetteerCheck};
pub use common::CommonWords;
pub use import::{GateList, Imported, Importer};
pub use record::Record;
pub use roles::{Role, Roles};

use self::record::{Text, owned};
use crate::error::Error;
#[cfg(any(doc, not(feature = "serde")))]
use crate::error::ErrorKind;

/// Entries to find: actors and places with their names.
///
/// The file formats are those of `gazetteers/README.md`. Nothing is loaded of a file with a fault in it. A file has at most
/// 1 GiB, a line 64 KiB, an entry 1,000 names, a name 256 characters, and no control characters; an entry does not lie in
/// itself by its parents.
///
/// ```
/// use khabar::{Extractor, Gazetteer};
///
/// let mine = Gazetteer::from_tsv(
///     "mine.tsv",
///     "id\ttype\tar\taliases\ten\n\
///      place.ly.qasr\tcity\tقصر بن غشير\tبن غشير\tQasr bin Ghashir\n",
/// )?;
/// let khabar = Extractor::builder().gazetteer(mine).build()?;
/// let document = khabar.extract("وصلت القوات إلى بن غشير.");
/// let found = document.entities().next().unwrap();
/// assert_eq!((found.text(), found.id()), ("بن غشير", Some("place.ly.qasr")));
/// # Ok::<(), khabar::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Gazetteer {
    records: Vec<Record>,
}

impl Gazetteer {
    /// The gazetteers in the box.
    #[cfg(feature = "builtin")]
    pub fn builtin() -> Gazetteer {
        let records = builtin::records().expect("the gazetteers in the box are tested");
        Gazetteer { records }
    }

    /// Reads tab-separated text; `name` stands for the file in errors.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Gazetteer`] with line and column of the first fault.
    pub fn from_tsv(name: &str, text: &str) -> Result<Gazetteer, Error> {
        let records = parse::records(name, text, owned)?;
        match in_itself(&records) {
            Some(number) => Err(parse::lies_in_itself(name, text, number)),
            None => Ok(Gazetteer { records }),
        }
    }

    /// Reads JSON Lines: an object a line with the columns as keys, lists as arrays or joined by bars.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Gazetteer`] with line and column of the first fault.
    #[cfg(feature = "serde")]
    pub fn from_jsonl(name: &str, text: &str) -> Result<Gazetteer, Error> {
        let records = jsonl::records(name, text)?;
        match in_itself(&records) {
            Some(number) => Err(jsonl::lies_in_itself(name, text, number)),
            None => Ok(Gazetteer { records }),
        }
    }

    /// Reads a file, JSON Lines if its name ends in `.jsonl`, else tab-separated.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Io`] if it cannot be read, [`ErrorKind::Gazetteer`] if it is not UTF-8 or holds a fault.
    pub fn from_path(path: impl AsRef<Path>) -> Result<Gazetteer, Error> {
        let path = path.as_ref();
        let bytes = std::fs::read(path).map_err(|e| Error::io(path, e))?;
        let name = path.display().to_string();
        let text = limits::decode(&name, bytes)?;
        if path.extension().is_some_and(|e| e == "jsonl") {
            #[cfg(feature = "serde")]
            return Gazetteer::from_jsonl(&name, &text);
            #[cfg(not(feature = "serde"))]
            return Err(Error::new(ErrorKind::Io, format!("{name}: JSON Lines need the feature `serde`")));
        }
        Gazetteer::from_tsv(&name, &text)
    }

    /// The entries as tab-separated text, sorted by id, without the columns that none of them uses.
    pub fn to_tsv(&self) -> String {
        write::tsv(&self.records)
    }

    /// Puts the entries of `other` on top: an entry replaces one with its id.
    pub fn extend(&mut self, other: Gazetteer) {
        let mut at: HashMap<Text, usize> = self.records.iter().enumerate().map(|(i, r)| (r.id.clone(), i)).collect();
        for record in other.records {
            match at.get(&record.id) {
                Some(&i) => self.records[i] = record,
                None => {
                    at.insert(record.id.clone(), self.records.len());
                    self.records.push(record);
                }
            }
        }
    }

    /// The entries.
    pub fn records(&self) -> impl ExactSizeIterator<Item = &Record> {
        self.records.iter()
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// True if there are none.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    pub(crate) fn into_records(self) -> Vec<Record> {
        self.records
    }
}

/// The number of the first record that lies in itself by its parents.
fn in_itself(records: &[Record]) -> Option<usize> {
    parents::circles(records.iter().map(|record| (record.id(), record.parent()))).into_iter().position(|circle| circle)
}
