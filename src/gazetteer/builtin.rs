//! The gazetteers in the box: the files of `gazetteers/`, one row a file.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use foldhash::fast::FixedState;

use super::folding::Folding;
use super::parallel;
use super::parse::{self, Take};
use super::record::{Context, Guard, Name, Record, Text};
use super::tsv;
use crate::error::Error;
use crate::normalize::Profile;

/// Declares a list of files with their text compiled in.
macro_rules! files {
    ($($(#[$when:meta])* $path:literal)*) => {
        &[$($(#[$when])* ($path, include_str!(concat!("../../gazetteers/", $path))),)*]
    };
}

/// Written by the generator.
pub(super) const GENERATED: &[(&str, &str)] = files! {
    "generated/countries_cldr.tsv"
    #[cfg(feature = "geonames")] "generated/places_geonames.tsv"
};

/// Written by hand; a row replaces a generated row of its id.
pub(super) const CURATED: &[(&str, &str)] = files! {
    "curated/admin.tsv"
    "curated/armed_groups.tsv"
    "curated/cities.tsv"
    "curated/clubs.tsv"
    "curated/companies.tsv"
    "curated/countries.tsv"
    "curated/facilities.tsv"
    "curated/historic.tsv"
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

/// Decisions about generated rows.
const DROP: &str = include_str!("../../gazetteers/curated/drop.tsv");
const GUARDS: &str = include_str!("../../gazetteers/curated/guards.tsv");
const SPELLINGS: &str = include_str!("../../gazetteers/curated/spellings.tsv");

/// Names that entries may share.
pub(super) const COLLISIONS: &str = include_str!("../../gazetteers/curated/collisions.tsv");

/// What GeoNames knows of curated rows that carry its id.
#[cfg(feature = "geonames")]
const FACTS: &str = include_str!("../../gazetteers/generated/facts_geonames.tsv");

/// Files that are compiled in need no copy of their text.
const TAKE: Take<'static> = Cow::Borrowed;

type Map<K, V> = HashMap<K, V, FixedState>;

/// All records of the box: the generated ones that stay, as decided, then those of the curated files.
pub(crate) fn records() -> Result<Vec<Record>, Error> {
    let mut files: Vec<_> = GENERATED.iter().chain(CURATED).enumerate().collect();
    files.sort_by_key(|(_, (_, text))| Reverse(text.len()));
    let parsed = parallel::run(files.len(), |number| {
        let (place, (file, text)) = files[number];
        parse::records(file, text, TAKE).map(|records| (place, records))
    });
    let mut parsed = parsed.into_iter().collect::<Result<Vec<_>, _>>()?;
    parsed.sort_by_key(|&(place, _)| place);
    let mut curated: Vec<Vec<Record>> = parsed.split_off(GENERATED.len()).into_iter().map(|(_, file)| file).collect();
    #[cfg(feature = "geonames")]
    add_facts(curated.iter_mut().flatten())?;
    let mut gone = dropped()?;
    gone.extend(curated.iter().flatten().map(|record| record.id.clone()));
    let mut records = Vec::with_capacity(32 << 10);
    for (_, generated) in parsed {
        records.extend(generated.into_iter().filter(|record| !gone.contains(&record.id)));
    }
    decide(records.iter_mut())?;
    curated.iter_mut().for_each(|file| records.append(file));
    Ok(records)
}

/// Ids of generated rows that are no names in news.
pub(super) fn dropped() -> Result<HashSet<Text, FixedState>, Error> {
    let mut ids = HashSet::default();
    tsv::read("curated/drop.tsv", DROP, &["id", "reason"], &["id"], |row| {
        ids.insert(TAKE(row.get("id")));
        Ok(())
    })?;
    Ok(ids)
}

/// Carries out what was decided by hand about generated rows: guards, and the spellings that newspapers use.
pub(super) fn decide<'r>(records: impl Iterator<Item = &'r mut Record>) -> Result<(), Error> {
    let (guards, mut spellings) = (guards()?, spellings()?);
    let mut folding = Folding::new(Profile::News);
    for record in records {
        if let Some((canonical, aliases)) = spellings.remove(&*record.id) {
            record.names.splice(..0, canonical);
            record.names.extend(aliases);
            // A better spelling may fold to the one it stands for: مأدبا, مادبا.
            let mut seen: HashSet<Box<[u8]>> = HashSet::new();
            record.names.retain(|name| seen.insert(folding.fold(&name.text).into()));
        }
        if let Some(&(guard, context)) = guards.get(&*record.id) {
            record.context = context;
            record.names.iter_mut().for_each(|name| name.guard = name.guard.max(guard));
        }
    }
    Ok(())
}

fn guards() -> Result<Map<&'static str, (Guard, Context)>, Error> {
    let mut guards = Map::default();
    tsv::read("curated/guards.tsv", GUARDS, &["id", "guard", "context", "reason"], &["id", "guard"], |row| {
        guards.insert(row.get("id"), (parse::guard(&row)?, parse::context(&row)?));
        Ok(())
    })?;
    Ok(guards)
}

/// A canonical name that replaces the generated one, and aliases to be added.
type Spellings = (Option<Name>, Vec<Name>);

fn spellings() -> Result<Map<&'static str, Spellings>, Error> {
    let mut spellings = Map::default();
    tsv::read("curated/spellings.tsv", SPELLINGS, &["id", "ar", "aliases"], &["id", "ar", "aliases"], |row| {
        let canonical = match row.get("ar") {
            "" => None,
            ar => Some(parse::checked(&row, "ar", Name { text: TAKE(ar), guard: Guard::None, exact: false })?),
        };
        let alias = |alias| parse::checked(&row, "aliases", parse::marked(alias, Guard::None, TAKE));
        spellings.insert(row.get("id"), (canonical, row.list("aliases").map(alias).collect::<Result<_, _>>()?));
        Ok(())
    })?;
    Ok(spellings)
}

/// The ids that each file of decisions speaks of, with their lines.
pub(super) fn decided() -> impl Iterator<Item = (&'static str, usize, &'static str)> {
    let files = [("curated/drop.tsv", DROP), ("curated/guards.tsv", GUARDS), ("curated/spellings.tsv", SPELLINGS)];
    files.into_iter().flat_map(|(file, text)| {
        let rows = tsv::lines(text).skip(1);
        rows.map(move |(line, row)| (file, line, row.split('\t').next().unwrap_or_default()))
    })
}

/// Adds coordinates and the place around to curated rows that have none of their own and carry an id of GeoNames.
#[cfg(feature = "geonames")]
fn add_facts<'r>(records: impl Iterator<Item = &'r mut Record>) -> Result<(), Error> {
    let mut facts: Map<u32, (Option<(f64, f64)>, Text)> = Map::default();
    let columns = ["geonames", "lat", "lon", "parent"];
    tsv::read("generated/facts_geonames.tsv", FACTS, &columns, &columns, |row| {
        let id = row.parse("geonames", "GeoNames id")?.unwrap_or(0);
        facts.insert(id, (parse::coordinates(&row)?, TAKE(row.get("parent"))));
        Ok(())
    })?;
    for record in records {
        if let Some((coordinates, parent)) = record.geonames.and_then(|id| facts.get(&id)) {
            record.coordinates = record.coordinates.or(*coordinates);
            if record.parent.is_empty() && record.id != *parent {
                record.parent = parent.clone();
            }
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
