//! Gazetteer lists of GATE.

use std::io::BufRead;

use super::{Entries, Imported, Importer, lines, slug};
use crate::entity::EntityType;
use crate::error::Error;
use crate::text::chars::{Kind, kind};

/// A line of GATE's `lists.def`: a list, and what it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GateList {
    /// The file of the list, relative to `lists.def`.
    pub file: String,
    /// The major type: `location`.
    pub major: String,
    /// The minor type, empty if there is none: `city`.
    pub minor: String,
}

impl GateList {
    /// Reads `lists.def`: `file:major:minor:language:annotation`, of which the last three may be missing.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Io`](crate::ErrorKind::Io) if the input cannot be read,
    /// [`ErrorKind::Gazetteer`](crate::ErrorKind::Gazetteer) for the first line that names no file or no type.
    pub fn read_definition(name: &str, input: impl BufRead) -> Result<Vec<GateList>, Error> {
        let mut lists = Vec::new();
        let mut faults = lines(name, input, |number, line| {
            let mut parts = line.trim().split(':').map(str::to_owned);
            match (parts.next().unwrap_or_default(), parts.next()) {
                (file, None) if file.is_empty() => Ok(()),
                (file, Some(major)) if !file.is_empty() && !major.is_empty() => {
                    lists.push(GateList { file, major, minor: parts.next().unwrap_or_default() });
                    Ok(())
                }
                _ => Err(Error::at(name, number, 1, format!("`{}` is no file:type", line.trim()))),
            }
        })?;
        if faults.is_empty() { Ok(lists) } else { Err(faults.swap_remove(0)) }
    }
}

impl Importer {
    /// Sets the character that stands before the features of an entry in GATE's lists (`القاهرة&country=EG`); `&` unless set.
    /// Features are passed over.
    pub fn gate_feature_separator(mut self, separator: char) -> Importer {
        self.feature_separator = Some(separator);
        self
    }

    /// Reads a list of GATE: a name a line. Each becomes an entry of its own, since the list does not say which of them
    /// name the same thing.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Io`](crate::ErrorKind::Io) if the input cannot be read.
    pub fn gate_list(&self, name: &str, entity_type: EntityType, input: impl BufRead) -> Result<Imported, Error> {
        let mut entries = Entries::default();
        let list = name.rsplit(['/', '\\']).next().and_then(|file| slug(file.trim_end_matches(".lst")));
        let list = list.unwrap_or_else(|| "list".to_owned());
        let separator = self.feature_separator.unwrap_or('&');
        let skipped = lines(name, input, |number, line| {
            let spelling = line.split(separator).next().unwrap_or_default().trim();
            if spelling.is_empty() {
                return Ok(());
            }
            if !spelling.chars().any(|c| matches!(kind(c), Kind::Letter | Kind::Digit)) {
                return Err(Error::at(name, number, 1, format!("`{spelling}` has neither letters nor digits")));
            }
            entries.entry(&format!("gate.{list}.{number:06}"), entity_type, "gate").add_name(spelling);
            Ok(())
        })?;
        Ok(entries.finish(skipped))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_an_entry_a_line() {
        let list = "سبها&country=LY\n\nغات\n،\n";
        let imported = Importer::new().gate_list("lists/City Names.lst", EntityType::City, list.as_bytes()).unwrap();
        assert_eq!(
            imported.gazetteer.to_tsv(),
            "id\ttype\tar\tsrc\ngate.city-names.000001\tcity\tسبها\tgate\ngate.city-names.000003\tcity\tغات\tgate\n"
        );
        assert_eq!(imported.skipped[0].to_string(), "lists/City Names.lst:4:1: `،` has neither letters nor digits");
    }

    #[test]
    fn definitions() {
        let lists =
            GateList::read_definition("lists.def", "city.lst:location:city:ar\norg.lst:organization\n".as_bytes());
        let lists: Vec<_> = lists.unwrap().into_iter().map(|l| (l.file, l.major, l.minor)).collect();
        let expected = [("city.lst", "location", "city"), ("org.lst", "organization", "")];
        assert_eq!(lists, expected.map(|(file, major, minor)| (file.into(), major.into(), minor.into())));
        let fault = GateList::read_definition("lists.def", "city.lst\n".as_bytes()).unwrap_err();
        assert_eq!(fault.to_string(), "lists.def:1:1: `city.lst` is no file:type");
    }
}
