//! The gazetteers in the box: the files of `gazetteers/`, one row a file.

use std::collections::{HashMap, HashSet};

use super::parse;
use super::record::{Context, Guard, Record};
use super::tsv;
use crate::error::Error;

/// Declares a list of files with their text compiled in.
macro_rules! files {
    ($($path:literal)*) => {
        &[$(($path, include_str!(concat!("../../gazetteers/", $path))),)*]
    };
}

/// Written by the generators.
const GENERATED: &[(&str, &str)] = files! {
    "generated/countries_cldr.tsv"
    "generated/places_geonames.tsv"
};

/// Written by hand; a row replaces a generated row of its id.
const CURATED: &[(&str, &str)] = files! {
    "curated/admin.tsv"
    "curated/armed_groups.tsv"
    "curated/cities.tsv"
    "curated/clubs.tsv"
    "curated/companies.tsv"
    "curated/countries.tsv"
    "curated/facilities.tsv"
    "curated/intergovernmental.tsv"
    "curated/media.tsv"
    "curated/natural.tsv"
    "curated/organizations.tsv"
    "curated/parties.tsv"
    "curated/peoples.tsv"
    "curated/persons.tsv"
    "curated/regions.tsv"
    "curated/states.tsv"
    "curated/towns.tsv"
};

const DROP: &str = include_str!("../../gazetteers/curated/drop.tsv");
const GUARDS: &str = include_str!("../../gazetteers/curated/guards.tsv");

/// All records of the box, sorted by id within each file.
pub(crate) fn records() -> Result<Vec<Record>, Error> {
    let mut records = Vec::new();
    for (file, text) in GENERATED {
        records.extend(parse::records(file, text)?);
    }
    let dropped = dropped()?;
    records.retain(|record| !dropped.contains(&*record.id));
    guard(&mut records)?;
    for (file, text) in CURATED {
        let curated = parse::records(file, text)?;
        let ids: HashSet<&str> = curated.iter().map(|record| &*record.id).collect();
        records.retain(|record| !ids.contains(&*record.id));
        records.extend(curated);
    }
    Ok(records)
}

/// Ids of generated rows that are no names in news.
fn dropped() -> Result<HashSet<Box<str>>, Error> {
    let mut ids = HashSet::new();
    tsv::read("curated/drop.tsv", DROP, &["id", "reason"], &["id"], |row| {
        ids.insert(row.get("id").into());
        Ok(())
    })?;
    Ok(ids)
}

/// Puts the guards that were decided by hand on generated rows.
fn guard(records: &mut [Record]) -> Result<(), Error> {
    let mut guards: HashMap<Box<str>, (Guard, Context)> = HashMap::new();
    tsv::read("curated/guards.tsv", GUARDS, &["id", "guard", "context", "reason"], &["id", "guard"], |row| {
        guards.insert(row.get("id").into(), (parse::guard(&row)?, parse::context(&row)?));
        Ok(())
    })?;
    for record in records {
        if let Some(&(guard, context)) = guards.get(&record.id) {
            record.context = context;
            record.names.iter_mut().for_each(|name| name.guard = name.guard.max(guard));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_parses_and_ids_are_unique() {
        let records = records().unwrap_or_else(|e| panic!("{e}"));
        let mut ids = HashSet::new();
        for record in &records {
            assert!(ids.insert(&record.id), "{} stands twice", record.id);
        }
        assert!(records.len() > 5_000, "{}", records.len());
    }
}
