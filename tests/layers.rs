//! Floors: a module uses those below its own. The test reads the paths of the sources, so a fault is found when it is
//! written and not when the cycle closes.

use std::fs;
use std::path::{Path, PathBuf};

/// The modules of each floor, from the ground up.
const FLOORS: [(u8, &[&str]); 8] = [
    (1, &["span", "error"]),                       // values without text logic
    (2, &["text", "timex"]),                       // code points and offsets; values of time
    (3, &["entity", "normalize", "clitic"]),       // kinds and types; folding; particles
    (4, &["gazetteer", "document", "annotation"]), // names; the entities of a text, and as rows
    (5, &["reading", "memory"]),                   // words and hits of a passage; what is kept between passages
    (6, &["recognize", "resolve"]),                // candidates, and the choice among them
    (7, &["extractor", "explain"]),                // builder and pipeline; what became of each candidate
    (8, &["lib"]),                                 // the front door
];

/// What a module may use of its own floor: user, used. A longer path allows no more than itself.
const BESIDE: [(&str, &str); 6] = [
    ("document", "gazetteer"),           // an entity gives its record
    ("memory", "reading"),               // what a passage names
    ("annotation", "document"),          // rows are made of entities
    ("resolve", "recognize::candidate"), // what is chosen from
    ("resolve", "recognize::trace"),     // what is told of the choice
    ("explain", "extractor"),            // one run, with notes taken
];

/// Modules that use less than their floor allows.
const ONLY: [(&str, &[&str]); 1] = [
    ("timex", &["error", "span"]), // values of time know nothing of text
];

fn floor(module: &str) -> Option<u8> {
    FLOORS.iter().find(|(_, modules)| modules.contains(&module)).map(|&(floor, _)| floor)
}

/// A source file with the modules it lies in: `["recognize", "date", "rules"]`, none for `lib.rs`.
struct Source {
    path: PathBuf,
    module: Vec<String>,
    text: String,
}

fn sources() -> Vec<Source> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut sources = Vec::new();
    let mut folders = vec![src.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let relative = path.strip_prefix(&src).unwrap().with_extension("");
                let mut module: Vec<String> = relative.iter().map(|part| part.to_str().unwrap().to_owned()).collect();
                if matches!(module.last().map(String::as_str), Some("mod" | "lib")) {
                    module.pop();
                }
                let text = fs::read_to_string(&path).unwrap();
                sources.push(Source { path, module, text });
            }
        }
    }
    // Modules of tests in files of their own are exempt, as those inside a file are.
    let tests: Vec<Vec<String>> = sources.iter().flat_map(test_files).collect();
    sources.retain(|source| !tests.contains(&source.module));
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    sources
}

/// The modules that a file declares for tests alone.
fn test_files(source: &Source) -> Vec<Vec<String>> {
    let lines: Vec<&str> = source.text.lines().map(str::trim).collect();
    let declared = lines.windows(2).filter(|pair| pair[0] == "#[cfg(test)]").filter_map(|pair| {
        let name = pair[1].trim_start_matches("pub(crate) ").strip_prefix("mod ")?.strip_suffix(';')?;
        Some([&source.module[..], &[name.to_owned()]].concat())
    });
    declared.collect()
}

/// The lines of code, numbered from 1: no comments, no modules of tests.
fn code(text: &str) -> Vec<(usize, &str)> {
    let mut lines = Vec::new();
    let mut in_tests = false;
    let mut before = "";
    for (i, line) in text.lines().enumerate() {
        in_tests |= before == "#[cfg(test)]" && line.starts_with("mod ") && line.ends_with('{');
        if !in_tests && !line.trim_start().starts_with("//") {
            lines.push((i + 1, line));
        }
        in_tests &= line != "}";
        before = line;
    }
    lines
}

/// The paths from the root of the crate that a line names, by `crate::` or by `super::`.
fn paths(module: &[String], line: &str) -> Vec<String> {
    let mut paths = Vec::new();
    for root in ["crate::", "super::"] {
        for (at, _) in line.match_indices(root) {
            let mut rest = &line[at..];
            if line[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':') {
                continue; // inside a longer path, which was read from its head
            }
            let mut base = if root == "crate::" { &[] } else { module };
            while let Some(after) = rest.strip_prefix(root) {
                base = &base[..base.len().saturating_sub(1)];
                rest = after;
            }
            for path in branches(rest) {
                let names = base.iter().map(String::as_str).chain(path.split("::").filter(|name| !name.is_empty()));
                paths.push(names.collect::<Vec<_>>().join("::"));
            }
        }
    }
    paths
}

/// The paths of a tree as far as its first braces: `{a::b, c}` is `a::b` and `c`.
fn branches(tree: &str) -> Vec<&str> {
    let inner = tree.strip_prefix('{').map(|inner| inner.split('}').next().unwrap_or(inner));
    let parts = inner.map_or(vec![tree], |inner| inner.split(',').map(str::trim).collect());
    let end = |c: char| !(c.is_alphanumeric() || c == '_' || c == ':');
    parts.into_iter().map(|part| part.split(end).next().unwrap_or(part)).collect()
}

/// Whether a module may name a path.
fn may_use(user: &str, path: &str) -> bool {
    let used = path.split("::").next().unwrap_or(path);
    if user == used || user == "lib" {
        return true;
    }
    // Not a module but a name that `lib.rs` exports: it is on the top floor.
    let (Some(from), to) = (floor(user), floor(used).unwrap_or(8)) else { return false };
    if let Some((_, only)) = ONLY.iter().find(|(module, _)| *module == user) {
        return only.contains(&used);
    }
    let beside =
        |&(a, b): &(&str, &str)| a == user && (path == b || path.strip_prefix(b).is_some_and(|p| p.starts_with("::")));
    to < from || (to == from && BESIDE.iter().any(beside))
}

#[test]
fn no_module_uses_a_floor_above_its_own() {
    let sources = sources();
    assert!(sources.len() > 20, "the sources are not where they were: {}", sources.len());
    let mut faults = Vec::new();
    for source in &sources {
        let user = source.module.first().map_or("lib", String::as_str);
        for (number, line) in code(&source.text) {
            for path in paths(&source.module, line).iter().filter(|path| !may_use(user, path)) {
                faults.push(format!("{}:{number}: {user} uses {path}: {}", source.path.display(), line.trim()));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn every_module_has_a_floor() {
    let without: Vec<_> =
        sources().iter().filter_map(|s| s.module.first().cloned()).filter(|m| floor(m).is_none()).collect();
    assert!(without.is_empty(), "no floor in the table: {without:?}");
}

#[test]
fn paths_are_read() {
    let module = ["recognize", "date", "rules"].map(str::to_owned);
    for (line, expected) in [
        ("use crate::text::code::{ALEF, LAM};", &["text::code::"][..]),
        ("use super::guard::{self, Guard};", &["recognize::date::guard::"]),
        ("use super::super::super::Extractor;", &["Extractor"]),
        ("use crate::{reading::Passage, span};", &["reading::Passage", "span"]),
        ("    let word = crate::text::code::decode(rest);", &["text::code::decode"]),
    ] {
        let found: Vec<_> = paths(&module, line);
        let expected: Vec<_> = expected.iter().map(|path| path.trim_end_matches(':')).collect();
        assert_eq!(found, expected, "{line}");
    }
    assert!(!may_use("timex", "text::code") && !may_use("resolve", "recognize::date") && !may_use("span", "Extractor"));
    assert!(may_use("resolve", "recognize::candidate::Candidate") && may_use("normalize", "text::code"));
}
