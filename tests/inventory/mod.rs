//! What the box holds, counted by the categories of a news gazetteer, beside how many there should be.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use khabar::{EntityType, Gazetteer, Record, Roles};

/// The Arab League, and Western Sahara.
const ARAB: &str = "AE BH DJ DZ EG EH IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TN YE";

/// A category: what it is called, how many there should be, how many there are.
pub type Count = (&'static str, usize, usize);

pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("gazetteers")
}

/// The rows of a table, comments and the line of columns apart.
pub fn rows(file: &str) -> Vec<Vec<String>> {
    let text = fs::read_to_string(folder().join(file)).unwrap_or_else(|e| panic!("{file}: {e}"));
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).skip(1);
    lines.map(|line| line.split('\t').map(str::to_owned).collect()).collect()
}

/// The inventory.
pub fn inventory() -> Vec<Count> {
    let gazetteer = Gazetteer::builtin();
    let count = |test: &dyn Fn(&Record) -> bool| gazetteer.records().filter(|record| test(record)).count();
    let of = |entity_type: EntityType| count(&|record| record.entity_type() == entity_type);
    let arab = |record: &Record| record.countries().any(|code| ARAB.split(' ').any(|arab| arab == code));
    let places = |entity_type: EntityType, is_arab: bool| {
        count(&|record| record.entity_type() == entity_type && arab(record) == is_arab)
    };
    let club = |record: &Record| record.id().starts_with("club.");
    let roles = Roles::builtin();
    let holders: HashSet<&str> = roles.iter().map(|role| role.person()).collect();
    let tokens = |file| rows(file).len();
    vec![
        ("countries and territories", 250, count(&|r| r.entity_type() == EntityType::Country && r.iso().is_some())),
        ("historic states and lands", 40, count(&|r| r.id().starts_with("place.hist."))),
        ("nationality stems", 229, tokens("lexicon/nisba.tsv")),
        ("peoples, tribes, sects, broken plurals", 310, of(EntityType::People)),
        ("provinces and quarters, Arab", 330, places(EntityType::Admin, true)),
        ("provinces and quarters, other", 450, places(EntityType::Admin, false)),
        ("cities and towns, Arab", 1_607, places(EntityType::City, true)),
        ("cities and towns, other", 2_500, places(EntityType::City, false)),
        ("seas, rivers, mountains, deserts", 250, of(EntityType::Natural)),
        ("regions and disputed areas", 200, of(EntityType::Region)),
        ("airports, crossings, ports, camps, holy sites", 400, of(EntityType::Facility)),
        ("persons", 5_500, of(EntityType::Person)),
        ("persons with a dated office", 2_500, holders.len()),
        ("terms in office", 4_000, roles.iter().len()),
        ("given names, tokens", 3_800, tokens("lexicon/names_given.tsv")),
        ("family names, tokens", 3_000, tokens("lexicon/names_family.tsv")),
        (
            "titles and offices, words",
            300,
            rows("lexicon/titles.tsv").iter().map(|row| row[1].split('|').count()).sum(),
        ),
        ("armed groups", 250, of(EntityType::ArmedGroup)),
        ("parties and blocs", 500, of(EntityType::Party)),
        ("intergovernmental bodies", 200, of(EntityType::Intergovernmental)),
        (
            "NGOs, think tanks, universities, other",
            400,
            count(&|r| r.entity_type() == EntityType::Organization && !club(r)),
        ),
        ("bodies of states with proper names", 150, of(EntityType::State) + of(EntityType::Military)),
        ("media and agencies", 250, of(EntityType::Media)),
        ("companies, banks, airlines", 600, of(EntityType::Company)),
        ("clubs", 500, count(&club)),
    ]
}

/// The inventory as a table in Markdown.
pub fn table() -> String {
    let head = "| category | wanted | there |\n| --- | ---: | ---: |\n".to_owned();
    inventory().iter().fold(head, |table, (name, wanted, there)| table + &format!("| {name} | {wanted} | {there} |\n"))
}
