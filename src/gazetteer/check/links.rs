//! What rows say of each other: ids, parents, countries, decisions.

use std::collections::{HashMap, HashSet};

use super::super::parents;
use super::{Entry, Finding, FindingKind, Layer};

/// Leaves one entry an id: a curated one replaces a generated one, of two in the same layer the second is a fault.
pub(super) fn unique<'a>(entries: &mut Vec<Entry<'a>>, findings: &mut Vec<Finding>) {
    let mut kept: Vec<Entry<'a>> = Vec::with_capacity(entries.len());
    let mut at: HashMap<String, usize> = HashMap::with_capacity(entries.len());
    for entry in entries.drain(..) {
        let Some(&other) = at.get(entry.record.id()) else {
            at.insert(entry.record.id().to_owned(), kept.len());
            kept.push(entry);
            continue;
        };
        let first = &kept[other];
        if first.file.layer != entry.file.layer {
            if entry.file.layer == Layer::Curated {
                kept[other] = entry;
            }
        } else {
            let message = format!("`{}` stands at {}:{} as well", entry.record.id, first.file.name, first.line);
            findings.push(entry.finding(FindingKind::Id, 1, message));
        }
    }
    *entries = kept;
}

/// Carries out the decisions of the box on generated entries, and notes those about entries that are not there.
#[cfg(feature = "builtin")]
pub(super) fn decide(entries: &mut Vec<Entry<'_>>, findings: &mut Vec<Finding>) {
    use super::super::builtin;

    let generated: HashSet<String> =
        entries.iter().filter(|e| e.file.layer == Layer::Generated).map(|e| e.record.id().to_owned()).collect();
    // Without the feature `geonames` most generated rows are not there.
    for (file, line, id) in builtin::decided().filter(|(.., id)| cfg!(feature = "geonames") && !generated.contains(*id))
    {
        let message = format!("`{id}` is no generated row, or a curated row replaces it");
        findings.push(Finding { kind: FindingKind::Decision, file: file.into(), line, column: 1, message });
    }
    let dropped = builtin::dropped().expect("read before");
    entries.retain(|e| e.file.layer == Layer::Curated || !dropped.contains(&e.record.id));
    let records = entries.iter_mut().filter(|e| e.file.layer == Layer::Generated).map(|e| &mut e.record);
    builtin::decide(records).expect("read before");
}

/// Notes parents that are not there or go in a circle, and countries that no entry is.
pub(super) fn follow(entries: &[Entry<'_>], findings: &mut Vec<Finding>) {
    let circles = parents::circles(entries.iter().map(|entry| (entry.record.id(), entry.record.parent())));
    let ids: HashSet<&str> = entries.iter().map(|entry| entry.record.id()).collect();
    let countries: HashSet<&str> = entries.iter().filter_map(|entry| entry.record.iso()).collect();
    for (entry, circle) in entries.iter().zip(circles) {
        let id = entry.record.id();
        if let Some(parent) = entry.record.parent() {
            let mut fault = |message| findings.push(entry.finding(FindingKind::Link, entry.parent_column, message));
            if !ids.contains(parent) {
                fault(format!("the parent `{parent}` is not there"));
            } else if circle {
                fault(format!("`{id}` lies in itself"));
            }
        }
        let unknown = entry.record.countries().find(|country| !countries.contains(country));
        if let Some(country) = unknown.filter(|_| !countries.is_empty()) {
            findings.push(entry.finding(FindingKind::Link, 1, format!("`{country}` is the iso of no country")));
        }
    }
}
