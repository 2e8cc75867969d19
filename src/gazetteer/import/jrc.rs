//! JRC-Names: persons and organisations of the news with their spellings.

use std::io::BufRead;

use super::{Entries, Imported, Importer, is_arabic, lines};
use crate::entity::EntityType;
use crate::error::Error;

const TYPES: [(&str, EntityType); 2] = [("P", EntityType::Person), ("O", EntityType::Organization)];

impl Importer {
    /// Reads the `entities` file of JRC-Names: a spelling a line, of the number of the entity, its type (`P`, `O`), a
    /// language or `u` for any, and the name with `+` for spaces, with tabs between.
    ///
    /// Spellings in Arabic letters become names; the first in Latin letters the English one. Types that have no meaning
    /// here are reported, unless [`Importer::label`] gives them one.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Io`](crate::ErrorKind::Io) if the input cannot be read.
    pub fn jrc_names(&self, name: &str, input: impl BufRead) -> Result<Imported, Error> {
        let mut entries = Entries::default();
        let skipped = lines(name, input, |number, line| {
            if line.is_empty() || line.starts_with('#') {
                return Ok(());
            }
            let fault = |message: String| Error::at(name, number, 1, message);
            let [id, label, language, spelling] = line.split('\t').collect::<Vec<_>>()[..] else {
                return Err(fault("not four cells: number, type, language, name".to_owned()));
            };
            if id.is_empty() || !id.bytes().all(|b| b.is_ascii_digit()) {
                return Err(fault(format!("`{id}` is no number of an entity")));
            }
            let entity_type =
                self.type_of(label, &TYPES).ok_or_else(|| fault(format!("the type `{label}` has no meaning here")))?;
            let spelling = spelling.replace('+', " ");
            let entry = entries.entry(&format!("jrc.{id}"), entity_type, "jrc");
            if is_arabic(&spelling) && matches!(language, "u" | "ar") {
                entry.add_name(&spelling);
            } else if entry.en.is_empty() && spelling.is_ascii() {
                entry.en = spelling.into();
            }
            Ok(())
        })?;
        Ok(entries.finish(skipped))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_a_number_are_one_entry() {
        let list = "# made up\n\
                    71\tP\tu\tJane+Roe\n71\tP\tu\tجين+رو\n71\tP\tar\tجاين+رو\n71\tP\tfa\tجین+رو\n\
                    72\tO\tu\tAcme+Bank\n73\tX\tu\tشيء\nقطع\n";
        let imported = Importer::new().jrc_names("entities", list.as_bytes()).unwrap();
        assert_eq!(
            imported.gazetteer.to_tsv(),
            "id\ttype\tar\taliases\ten\tsrc\njrc.71\tperson\tجين رو\tجاين رو\tJane Roe\tjrc\n"
        );
        let skipped: Vec<_> = imported.skipped.iter().map(ToString::to_string).collect();
        assert_eq!(
            skipped,
            [
                "entities:7:1: the type `X` has no meaning here",
                "entities:8:1: not four cells: number, type, language, name"
            ]
        );
    }
}
