//! The gazetteers in the box: faults, and the documents that are made of them.
//!
//! `KHABAR_BLESS=1 cargo test --test gazetteers` rewrites `gazetteers/curated/collisions.tsv`, the tables in
//! `gazetteers/README.md` and the list in `ATTRIBUTION.md`. Read the difference before you believe it.

mod inventory;

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fs;
use std::path::Path;

use inventory::{folder, rows};
use khabar::{CheckReport, CommonWords, FindingKind, Gazetteer, GazetteerCheck, Normalizer, Profile, Roles};

fn check() -> CheckReport {
    GazetteerCheck::new().builtin().common_words(CommonWords::builtin()).run()
}

fn blessed() -> bool {
    std::env::var_os("KHABAR_BLESS").is_some()
}

/// Asserts that a file holds `expected`, or writes it.
fn assert_file(path: &Path, expected: &str) {
    if blessed() {
        fs::write(path, expected).unwrap();
    }
    let found = fs::read_to_string(path).unwrap_or_default();
    let line = found.lines().zip(expected.lines()).position(|(a, b)| a != b).map_or(0, |at| at + 1);
    let how = "is out of date from line";
    assert!(found == expected, "{} {how} {line}; see the head of tests/gazetteers.rs", path.display());
}

/// A document with the text between `<!-- name -->` and `<!-- end -->` replaced.
fn with_part(document: &str, name: &str, part: &str) -> String {
    let begin = format!("<!-- {name} -->\n");
    let start = document.find(&begin).unwrap_or_else(|| panic!("no part {name}")) + begin.len();
    let end = start + document[start..].find("<!-- end -->").expect("the end of the part");
    format!("{}\n{part}\n{}", &document[..start], &document[end..])
}

#[test]
fn collisions_are_decided() {
    let path = folder().join("curated/collisions.tsv");
    let head: String =
        fs::read_to_string(&path).unwrap().lines().filter(|l| l.starts_with('#')).map(|l| format!("{l}\n")).collect();
    let lines = check();
    let lines = lines.collisions().map(|(form, ids)| format!("{form}\t{}\n", ids.collect::<Vec<_>>().join("|")));
    assert_file(&path, &format!("{head}form\tids\n{}", lines.collect::<BTreeSet<_>>().into_iter().collect::<String>()));
}

#[test]
fn nothing_is_found() {
    let report = check();
    let decided = |kind| !blessed() || !matches!(kind, FindingKind::Collision | FindingKind::Decision);
    let faults: Vec<String> = report.findings().iter().filter(|f| decided(f.kind())).map(ToString::to_string).collect();
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
    assert!(report.rows().all(|(_, rows)| rows > 0));
}

#[test]
fn sources_are_those_of_the_list() {
    let known: HashSet<String> = rows("sources.tsv").into_iter().map(|row| row[0].clone()).collect();
    let report = check();
    let unknown: Vec<&str> = report.sources().map(|(source, _)| source).filter(|s| !known.contains(*s)).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
}

#[test]
fn offices_are_of_persons_and_bodies_that_are_there() {
    let gazetteer = Gazetteer::builtin();
    let ids: HashSet<&str> = gazetteer.records().map(|record| record.id()).collect();
    let titles: HashSet<String> = rows("lexicon/titles.tsv").into_iter().map(|row| row[0].clone()).collect();
    let mut faults = Vec::new();
    for role in Roles::builtin().iter() {
        for (what, there) in [
            (role.person(), ids.contains(role.person())),
            (role.body(), ids.contains(role.body())),
            (role.role(), titles.contains(role.role())),
        ] {
            if !there {
                faults.push(format!("{} {} {}: {what} is not there", role.person(), role.role(), role.body()));
            }
        }
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

/// Rows of tables that are no entries: sorted by their first cell, none twice once folded.
#[test]
fn names_and_words_are_in_order() {
    let mut faults = Vec::new();
    let news = Normalizer::new(Profile::News);
    for file in
        ["lexicon/names_given.tsv", "lexicon/names_family.tsv", "generated/names_mit.tsv", "curated/names_drop.tsv"]
    {
        let rows = rows(file);
        faults.extend(
            rows.windows(2).filter(|w| w[0][0] >= w[1][0]).map(|w| format!("{file}: {} after {}", w[1][0], w[0][0])),
        );
        let mut seen = HashSet::new();
        let twice = rows.iter().filter(|row| !seen.insert(news.normalize(&row[0]).text().to_owned()));
        faults.extend(twice.map(|row| format!("{file}: {} stands twice once folded", row[0])));
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

/// The files with their rows, sources and licences.
fn files() -> String {
    let licences: BTreeMap<String, (String, String)> =
        rows("sources.tsv").into_iter().map(|row| (row[0].clone(), (row[1].clone(), row[3].clone()))).collect();
    let mut table = "| file | rows | source | licence | holds |\n| --- | ---: | --- | --- | --- |\n".to_owned();
    for layer in ["curated", "generated", "lexicon"] {
        let mut names: Vec<_> = fs::read_dir(folder().join(layer))
            .unwrap()
            .map(|f| f.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        for name in names {
            let text = fs::read_to_string(folder().join(layer).join(&name)).unwrap();
            let head: Vec<&str> = text.lines().map_while(|line| line.strip_prefix("# ")).collect();
            let holds = head.join(" ").replace('|', "/");
            let holds = holds.split(". ").next().unwrap_or_default().trim_end_matches('.');
            let columns: Vec<&str> = text.lines().find(|line| !line.starts_with('#')).unwrap().split('\t').collect();
            let source = columns.iter().position(|&column| column == "src");
            let rows = rows(&format!("{layer}/{name}"));
            let mut sources: BTreeSet<String> = match source {
                Some(at) => rows.iter().flat_map(|row| row[at].split('|').map(str::to_owned)).collect(),
                None if layer == "generated" => ["gn".to_owned()].into(),
                None => BTreeSet::new(),
            };
            sources.remove("");
            if sources.is_empty() {
                sources.insert("own".to_owned());
            }
            let of = |part: fn(&(String, String)) -> &String| {
                let parts: BTreeSet<&String> =
                    sources.iter().map(|s| part(licences.get(s).unwrap_or_else(|| panic!("{name}: {s}")))).collect();
                parts.into_iter().cloned().collect::<Vec<_>>().join("; ")
            };
            table +=
                &format!("| `{layer}/{name}` | {} | {} | {} | {holds} |\n", rows.len(), of(|l| &l.0), of(|l| &l.1));
        }
    }
    table
}

#[test]
fn the_readme_counts_what_is_there() {
    let path = folder().join("README.md");
    let document = fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
    let document = with_part(&document, "files", &files());
    assert_file(&path, &with_part(&document, "inventory", &inventory::table()));
}

/// The sources of the rows, each with what its licence asks to be said.
#[test]
fn attribution_names_every_source() {
    let report = check();
    let mut used: BTreeMap<String, usize> = report.sources().map(|(source, rows)| (source.to_owned(), rows)).collect();
    for row in rows("generated/names_mit.tsv") {
        for source in row[2].split('|') {
            *used.entry(source.to_owned()).or_default() += 1;
        }
    }
    used.insert(
        "gn".to_owned(),
        used.get("gn").copied().unwrap_or_default() + rows("generated/facts_geonames.tsv").len(),
    );
    let mut list = String::new();
    for row in rows("sources.tsv") {
        let [code, name, version, licence, credit, changed] = &row[..] else { panic!("{row:?}") };
        if let Some(count) = used.get(code) {
            list += &format!(
                "* **{name}** ({version}), {licence}: {count} rows (`src` {code}). {credit} Changed: {changed}\n"
            );
        }
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("ATTRIBUTION.md");
    let document = fs::read_to_string(&path).unwrap();
    assert_file(&path, &with_part(&document, "sources", &list));
}
