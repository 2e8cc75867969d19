//! The dumps of GeoNames: places, and their names by language.

use std::io::BufRead;

use super::{Entries, Imported, Importer, is_arabic, lines};
use crate::entity::EntityType;
use crate::error::Error;

/// The cells of a line of `allCountries.txt` and of the files of countries and cities.
const CELLS: usize = 19;

impl Importer {
    /// Reads `alternateNamesV2.txt`, whose names in Arabic are then used by [`Importer::geonames`] in place of those that
    /// merely have Arabic letters. Preferred names come first; colloquial and historic ones are passed over. Lines that
    /// cannot be used are passed over too.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Io`](crate::ErrorKind::Io) if the input cannot be read.
    pub fn geonames_alternate_names(mut self, name: &str, input: impl BufRead) -> Result<Importer, Error> {
        lines(name, input, |_, line| {
            let cells: Vec<&str> = line.split('\t').collect();
            let flag = |at: usize| cells.get(at).is_some_and(|&cell| cell == "1");
            if let [_, id, "ar", spelling, ..] = cells[..]
                && let Ok(id) = id.parse()
                && !flag(6)
                && !flag(7)
            {
                let names: &mut Vec<String> = self.arabic.entry(id).or_default();
                names.insert(if flag(4) { 0 } else { names.len() }, spelling.to_owned());
            }
            Ok(())
        })?;
        Ok(self)
    }

    /// Reads a dump of GeoNames: `allCountries.txt`, `cities500.txt`, or that of a country.
    ///
    /// Countries, provinces, towns, waters, heights and buildings get the types of this crate by their feature codes; the
    /// prior is guessed from the population. Names are those of
    /// [`alternateNamesV2.txt`](Importer::geonames_alternate_names) if that was read; else those in the dump that have
    /// only letters of Arabic.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Io`](crate::ErrorKind::Io) if the input cannot be read.
    pub fn geonames(&self, name: &str, input: impl BufRead) -> Result<Imported, Error> {
        let mut entries = Entries::default();
        let skipped = lines(name, input, |number, line| {
            if line.is_empty() || line.starts_with('#') {
                return Ok(());
            }
            let fault = |message: String| Error::at(name, number, 1, message);
            let cells: Vec<&str> = line.split('\t').collect();
            if cells.len() < CELLS {
                return Err(fault(format!("{} cells in a dump of {CELLS}", cells.len())));
            }
            let id: u32 = cells[0].parse().map_err(|_| fault(format!("`{}` is no GeoNames id", cells[0])))?;
            let arabic: Vec<&str> = match self.arabic.get(&id) {
                Some(names) => names.iter().map(String::as_str).collect(),
                None if self.arabic.is_empty() => cells[3].split(',').filter(|name| is_arabic(name)).collect(),
                None => return Ok(()),
            };
            let Some(entity_type) = entity_type(cells[6], cells[7]) else { return Ok(()) };
            if arabic.is_empty() {
                return Ok(());
            }
            let degrees =
                |at: usize| cells[at].parse::<f64>().map_err(|_| fault(format!("`{}` are no degrees", cells[at])));
            let coordinates = (degrees(4)?, degrees(5)?);
            let entry = entries.entry(&format!("gn.{id}"), entity_type, "gn");
            arabic.into_iter().for_each(|name| entry.add_name(name));
            entry.en = cells[2].to_owned().into();
            entry.add_country(cells[8]);
            entry.geonames = Some(id);
            entry.coordinates = Some(coordinates);
            entry.prior = prior(cells[14].parse().unwrap_or(0));
            Ok(())
        })?;
        Ok(entries.finish(skipped))
    }
}

/// The type of a feature class and code; `None` for what is no place in the news.
fn entity_type(class: &str, code: &str) -> Option<EntityType> {
    Some(match class {
        "A" if code.starts_with("PCL") || code == "TERR" => EntityType::Country,
        "A" => EntityType::Admin,
        "P" if code == "PPLX" => EntityType::Admin, // a quarter
        "P" => EntityType::City,
        "L" if matches!(code, "RGN" | "RGNE" | "RGNH" | "CONT") => EntityType::Region,
        "H" | "T" | "U" | "V" => EntityType::Natural,
        "S" | "R" => EntityType::Facility,
        _ => return None,
    })
}

/// How much is written about a place of so many people.
fn prior(population: u64) -> u8 {
    match population {
        5_000_000.. => 7,
        1_000_000.. => 6,
        300_000.. => 4,
        100_000.. => 3,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DUMP: &str = "901\tPort Example\tPort Example\tPort Exemple,بورت إكزامبل,پورت اگزمپل‌\t12.5\t-3.25\tP\tPPL\tML\t\t\t\t\t\t120000\t\t9\tAfrica/Bamako\t2026-01-01\n\
                        902\tJabal Example\tJabal Example\tجبل المثال\t13\t4\tT\tMT\tNE\t\t\t\t\t\t0\t\t9\tAfrica/Niamey\t2026-01-01\n\
                        903\tRoad\tRoad\tطريق\t13\t4\tQ\tRD\tNE\t\t\t\t\t\t0\t\t9\tAfrica/Niamey\t2026-01-01\n\
                        904\tbroken\n";

    #[test]
    fn names_by_their_letters() {
        let imported = Importer::new().geonames("ML.txt", DUMP.as_bytes()).unwrap();
        assert_eq!(
            imported.gazetteer.to_tsv(),
            "id\ttype\tar\ten\tcountry\tgeonames\tlat\tlon\tprior\tsrc\n\
             gn.901\tcity\tبورت إكزامبل\tPort Example\tML\t901\t12.5\t-3.25\t\tgn\n\
             gn.902\tnatural\tجبل المثال\tJabal Example\tNE\t902\t13\t4\t2\tgn\n"
        );
        assert_eq!(imported.skipped[0].to_string(), "ML.txt:4:1: 2 cells in a dump of 19");
    }

    #[test]
    fn names_by_their_language() {
        let names = "1\t901\tar\tميناء المثال\t\t\t\t\t\t\n2\t901\tar\tبورت المثال\t1\t\t\t\t\t\n\
                     3\t901\tar\tالمثال القديم\t\t\t\t1\t\t\n4\t902\tfa\tکوه مثال\t\t\t\t\t\t\n";
        let importer = Importer::new().geonames_alternate_names("alternateNamesV2.txt", names.as_bytes()).unwrap();
        let imported = importer.geonames("ML.txt", DUMP.as_bytes()).unwrap();
        let names: Vec<_> = imported.gazetteer.records().flat_map(|record| record.surface_forms()).collect();
        assert_eq!(names, ["بورت المثال", "ميناء المثال"]);
    }
}
