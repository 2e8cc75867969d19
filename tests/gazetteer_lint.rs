//! The gazetteer files as text: order, ids, spelling, and names that two entries share.
//!
//! The files are read here by a parser of their own, so that a fault of the loader hides none in the data. A name that two
//! ids share is a collision; those that are decided stand in `gazetteer_collisions.txt`.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use khabar::{Normalizer, Profile};
use unicode_normalization::is_nfc;

/// Where rows may come from, as `gazetteers/README.md` lists it.
const SOURCES: [&str; 3] = ["own", "cldr", "gn"];

/// Files of `curated/` that hold decisions on generated rows and no entries.
const DECISIONS: [&str; 2] = ["drop.tsv", "guards.tsv"];

/// A file: the folder it lies in, its columns and its rows.
struct Table {
    folder: String,
    name: String,
    columns: Vec<String>,
    /// Line number and cells.
    rows: Vec<(usize, Vec<String>)>,
    text: String,
}

impl Table {
    fn read(path: &Path) -> Table {
        let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let lines = text.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
        let mut rows: Vec<(usize, Vec<String>)> =
            lines.map(|(i, line)| (i + 1, line.split('\t').map(str::to_owned).collect())).collect();
        let columns = rows.remove(0).1;
        let part = |p: Option<&std::ffi::OsStr>| p.unwrap().to_str().unwrap().to_owned();
        Table { folder: part(path.parent().unwrap().file_name()), name: part(path.file_name()), columns, rows, text }
    }

    fn at(&self, line: usize) -> String {
        format!("{}/{}:{line}", self.folder, self.name)
    }

    fn has_entries(&self) -> bool {
        self.folder != "lexicon" && !DECISIONS.contains(&&*self.name)
    }

    fn cell<'a>(&self, cells: &'a [String], column: &str) -> &'a str {
        self.columns.iter().position(|c| c == column).and_then(|i| cells.get(i)).map_or("", String::as_str)
    }
}

fn tables() -> Vec<Table> {
    let mut paths = Vec::new();
    for folder in ["curated", "generated", "lexicon"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("gazetteers").join(folder);
        paths.extend(fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()));
    }
    paths.retain(|path: &PathBuf| path.extension().is_some_and(|e| e == "tsv"));
    paths.sort();
    assert!(paths.len() > 20, "the gazetteers are not where they were");
    paths.iter().map(|path| Table::read(path)).collect()
}

fn assert_none(faults: Vec<String>) {
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

/// The names of an entry without their marks; true for one whose letters count as they are.
fn names<'a>(table: &Table, cells: &'a [String]) -> Vec<(&'a str, bool)> {
    let aliases = table.cell(cells, "aliases").split('|').filter(|alias| !alias.is_empty());
    let unmarked = aliases.map(|alias| {
        let name = alias.trim_start_matches(['?', '!', '=', '+']);
        (name, alias[..alias.len() - name.len()].contains('='))
    });
    [(table.cell(cells, "ar"), false)].into_iter().chain(unmarked).collect()
}

/// A name as the loader compares it: folded, signs as spaces, but for a slash inside a word.
fn folded(name: &str, profile: Profile) -> String {
    let normalized = Normalizer::new(profile).normalize(name);
    let words = normalized.text().split(|c: char| !c.is_alphanumeric() && c != '/').map(|word| word.trim_matches('/'));
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[test]
fn lines_are_clean() {
    let mut faults = Vec::new();
    for table in tables() {
        if table.text.contains('\r') || !table.text.ends_with('\n') {
            faults.push(format!("{}/{}: line ends", table.folder, table.name));
        }
        for (i, line) in table.text.lines().enumerate() {
            let at = table.at(i + 1);
            let cells = || line.split(['\t', '|']);
            if line.ends_with(' ')
                || (!line.starts_with('#') && cells().any(|cell| cell != cell.trim() || cell.contains("  ")))
            {
                faults.push(format!("{at}: spaces at the edge of a cell, or two together: {line}"));
            }
            if !is_nfc(line) {
                faults.push(format!("{at}: not in NFC: {line}"));
            }
            // الـ77 is ordinary spelling.
            if let Some(c) =
                line.replace("الـ", "ال").chars().find(|c| (c.is_control() && *c != '\t') || is_invisible(*c))
            {
                faults.push(format!("{at}: {}", c.escape_unicode()));
            }
        }
        for (line, cells) in table.rows.iter().filter(|(_, cells)| cells.len() != table.columns.len()) {
            faults.push(format!(
                "{}: {} cells in a table of {} columns",
                table.at(*line),
                cells.len(),
                table.columns.len()
            ));
        }
    }
    assert_none(faults);
}

/// Tatweel, vowel marks, joiners, bidi marks, the byte order mark: no name is listed with them.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{0640}' | '\u{064B}'..='\u{0652}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

#[test]
fn ids_are_sorted_well_formed_and_unique() {
    let is_id = |id: &str| {
        let fits = |b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-');
        id.contains('.') && id.split('.').all(|part| !part.is_empty() && part.bytes().all(fits))
    };
    let mut faults = Vec::new();
    let mut first: HashMap<(String, String), String> = HashMap::new();
    for table in tables().iter().filter(|table| table.folder != "lexicon") {
        for (line, cells) in &table.rows {
            let id = table.cell(cells, "id");
            if !is_id(id) {
                faults.push(format!("{}: `{id}` is no id", table.at(*line)));
            }
            if table.has_entries()
                && let Some(other) = first.insert((table.folder.clone(), id.to_owned()), table.at(*line))
            {
                faults.push(format!("{}: {id} stands at {other} as well", table.at(*line)));
            }
        }
        for pair in table.rows.windows(2) {
            let [a, b] = [0, 1].map(|i| table.cell(&pair[i].1, "id"));
            if a >= b {
                faults.push(format!("{}: {b} after {a}", table.at(pair[1].0)));
            }
        }
    }
    assert_none(faults);
}

#[test]
fn decisions_are_about_generated_rows() {
    let tables = tables();
    let ids = |folder: &str| -> HashSet<&str> {
        let of = tables.iter().filter(|table| table.folder == folder && table.has_entries());
        of.flat_map(|table| table.rows.iter().map(|(_, cells)| table.cell(cells, "id"))).collect()
    };
    let (generated, curated) = (ids("generated"), ids("curated"));
    let mut faults = Vec::new();
    for table in tables.iter().filter(|table| DECISIONS.contains(&&*table.name)) {
        for (line, cells) in &table.rows {
            let id = table.cell(cells, "id");
            if !generated.contains(id) {
                faults.push(format!("{}: no generated row is called {id}", table.at(*line)));
            } else if curated.contains(id) {
                faults.push(format!("{}: a curated row replaces {id} anyway", table.at(*line)));
            }
        }
    }
    assert_none(faults);
}

#[test]
fn names_say_something_new() {
    let mut faults = Vec::new();
    for table in tables().iter().filter(|table| table.has_entries()) {
        for (line, cells) in &table.rows {
            let mut seen: HashSet<(String, bool)> = HashSet::new();
            for (name, exact) in names(table, cells) {
                let form = folded(name, if exact { Profile::Strict } else { Profile::News });
                if form.is_empty() {
                    faults.push(format!("{}: `{name}` is empty once folded", table.at(*line)));
                } else if !seen.insert((form, exact)) {
                    faults.push(format!("{}: `{name}` stands twice once folded", table.at(*line)));
                }
            }
        }
    }
    assert_none(faults);
}

#[test]
fn values_are_in_range() {
    let tables = tables();
    let rows = || {
        let entries = tables.iter().filter(|table| table.has_entries());
        entries.flat_map(|table| table.rows.iter().map(move |(line, cells)| (table, *line, cells)))
    };
    let countries: HashSet<&str> =
        rows().map(|(table, _, cells)| table.cell(cells, "iso")).filter(|iso| !iso.is_empty()).collect();
    let mut faults = Vec::new();
    for (table, line, cells) in rows() {
        let mut fault = |what: String| faults.push(format!("{}: {what}", table.at(line)));
        for (column, most) in [("lat", 90.0), ("lon", 180.0)] {
            let cell = table.cell(cells, column);
            let fits = cell.parse::<f64>().is_ok_and(|degrees| degrees.abs() <= most)
                && cell.split_once('.').is_none_or(|(_, decimals)| decimals.len() <= 5);
            if !cell.is_empty() && !fits {
                fault(format!("`{cell}` in {column}"));
            }
        }
        if table.cell(cells, "lat").is_empty() != table.cell(cells, "lon").is_empty() {
            fault("one coordinate of two".to_owned());
        }
        for code in table.cell(cells, "country").split('|').filter(|code| !code.is_empty() && !countries.contains(code))
        {
            fault(format!("`{code}` is the iso of no country"));
        }
        let source = table.cell(cells, "src");
        if !SOURCES.contains(&source) {
            fault(format!("`{source}` is no source"));
        }
    }
    assert_none(faults);
}

/// The ids behind each folded name that more than one entry has, of the rows that the loader keeps.
fn collisions(tables: &[Table]) -> BTreeMap<String, BTreeSet<String>> {
    let ids_of = |keep: &dyn Fn(&Table) -> bool| -> HashSet<&str> {
        let of = tables.iter().filter(|table| keep(table));
        of.flat_map(|table| table.rows.iter().map(|(_, cells)| table.cell(cells, "id"))).collect()
    };
    let curated = ids_of(&|table| table.folder == "curated" && table.has_entries());
    let dropped = ids_of(&|table| table.name == "drop.tsv");
    let mut holders: BTreeMap<String, BTreeMap<String, BTreeSet<String>>> = BTreeMap::new();
    for table in tables.iter().filter(|table| table.has_entries()) {
        for (_, cells) in &table.rows {
            let id = table.cell(cells, "id");
            if table.folder == "generated" && (curated.contains(id) || dropped.contains(id)) {
                continue;
            }
            for (name, exact) in names(table, cells) {
                // Exact names meet others of the same letters, and all that are not exact.
                let letters = if exact { folded(name, Profile::Strict) } else { String::new() };
                let holder = holders.entry(folded(name, Profile::News)).or_default();
                holder.entry(letters).or_default().insert(id.to_owned());
            }
        }
    }
    let mut shared = BTreeMap::new();
    for (form, spellings) in holders {
        let meet = spellings.contains_key("") || spellings.values().any(|ids| ids.len() > 1);
        let ids: BTreeSet<String> = spellings.into_values().flatten().collect();
        if meet && ids.len() > 1 {
            shared.insert(form, ids);
        }
    }
    shared
}

#[test]
fn shared_names_are_decided() {
    let line = |(form, ids): (&String, &BTreeSet<String>)| {
        format!("{form}\t{}", ids.iter().map(String::as_str).collect::<Vec<_>>().join(" "))
    };
    let found: BTreeSet<String> = collisions(&tables()).iter().map(line).collect();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gazetteer_collisions.txt");
    let text = fs::read_to_string(path).unwrap();
    let allowed: Vec<&str> = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    assert!(allowed.is_sorted(), "the list of collisions is not sorted");
    let allowed: BTreeSet<String> = allowed.into_iter().map(str::to_owned).collect();
    let new = found.difference(&allowed).map(|line| format!("not decided: {line}"));
    let gone = allowed.difference(&found).map(|line| format!("decided, but no collision: {line}"));
    assert_none(new.chain(gone).collect());
}
