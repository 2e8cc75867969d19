//! ParaNames: names of Wikidata items in many languages.

use std::io::BufRead;

use super::super::parse::qid;
use super::{Entries, Imported, Importer, is_arabic, lines};
use crate::entity::EntityType;
use crate::error::Error;

const COLUMNS: [&str; 5] = ["wikidata_id", "eng", "label", "language", "type"];

/// `LOC` may be anything from a street to a sea.
const TYPES: [(&str, EntityType); 3] =
    [("PER", EntityType::Person), ("LOC", EntityType::Region), ("ORG", EntityType::Organization)];

impl Importer {
    /// Reads ParaNames: a table of the columns `wikidata_id`, `eng`, `label`, `language` and `type` with tabs between, of
    /// which the rows in Arabic (`ar`) are taken. The items become Wikidata ids. `PER`, `LOC` and `ORG` are persons, regions
    /// and organisations, unless [`Importer::label`] says otherwise; an item of two types is taken as the first.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Io`](crate::ErrorKind::Io) if the input cannot be read.
    pub fn paranames(&self, name: &str, input: impl BufRead) -> Result<Imported, Error> {
        let mut entries = Entries::default();
        let mut order: Option<[usize; 5]> = None;
        let skipped = lines(name, input, |number, line| {
            let cells: Vec<&str> = line.split('\t').collect();
            let fault = |message: String| Error::at(name, number, 1, message);
            let Some(order) = order else {
                let places = COLUMNS.map(|column| cells.iter().position(|&cell| cell == column));
                if let Some(missing) = places.iter().position(Option::is_none) {
                    order = Some([0, 1, 2, 3, 4]);
                    return Err(fault(format!(
                        "no column `{}`, so the order is taken to be the usual one",
                        COLUMNS[missing]
                    )));
                }
                order = Some(places.map(|place| place.unwrap_or(0)));
                return Ok(());
            };
            let [Some(&item), Some(&english), Some(&label), Some(&language), Some(&kind)] =
                order.map(|place| cells.get(place))
            else {
                return Err(fault(format!("{} cells in a table of five columns", cells.len())));
            };
            if language != "ar" || !is_arabic(label) {
                return Ok(());
            }
            let item_number = qid(item).ok_or_else(|| fault(format!("`{item}` is no Wikidata item")))?;
            let entity_type =
                self.type_of(kind, &TYPES).ok_or_else(|| fault(format!("the type `{kind}` has no meaning here")))?;
            let entry = entries.entry(&format!("wd.q{item_number}"), entity_type, "paranames");
            entry.qid = Some(item_number);
            entry.en = english.to_owned().into();
            entry.add_name(label);
            Ok(())
        })?;
        Ok(entries.finish(skipped))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_in_arabic_become_entries() {
        let table = "wikidata_id\teng\tlabel\tlanguage\ttype\n\
                     Q900001\tPort Example\tبورت إكزامبل\tar\tLOC\nQ900001\tPort Example\tPort Exemple\tfr\tLOC\n\
                     Q900002\tJane Roe\tجين رو\tar\tPER\nQ900002\tJane Roe\tجين رو\tar\tORG\n\
                     900003\tNo item\tلا شيء\tar\tPER\nshort\n";
        let importer = Importer::new().label("LOC", EntityType::City);
        let imported = importer.paranames("paranames.tsv", table.as_bytes()).unwrap();
        assert_eq!(
            imported.gazetteer.to_tsv(),
            "id\ttype\tar\ten\tqid\tsrc\n\
             wd.q900001\tcity\tبورت إكزامبل\tPort Example\tQ900001\tparanames\n\
             wd.q900002\tperson\tجين رو\tJane Roe\tQ900002\tparanames\n"
        );
        let skipped: Vec<_> = imported.skipped.iter().map(ToString::to_string).collect();
        assert_eq!(
            skipped,
            [
                "paranames.tsv:6:1: `900003` is no Wikidata item",
                "paranames.tsv:7:1: 1 cells in a table of five columns"
            ]
        );
    }
}
