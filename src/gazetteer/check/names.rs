//! What names say once they are folded.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::super::common::CommonWords;
use super::super::folding::Folding;
use super::super::record::Guard;
use super::{CheckReport, Entry, Finding, FindingKind};
use crate::normalize::Profile;
use crate::text::code;

/// The names of all entries, by their folded letters.
pub(super) struct Names<'e, 'a> {
    entries: &'e [Entry<'a>],
    /// The entry and the number of the name in it; the letters as they are, for a name whose letters count.
    by_form: BTreeMap<Box<[u8]>, Vec<(usize, usize, Option<Box<[u8]>>)>>,
}

impl<'e, 'a> Names<'e, 'a> {
    /// Folds all names; notes those that are empty then, or twice in one entry.
    pub(super) fn gather(entries: &'e [Entry<'a>], findings: &mut Vec<Finding>) -> Names<'e, 'a> {
        let mut names = Names { entries, by_form: BTreeMap::new() };
        let (mut news, mut strict) = (Folding::new(Profile::News), Folding::new(Profile::Strict));
        for (number, entry) in entries.iter().enumerate() {
            let mut seen: HashMap<(Box<[u8]>, Option<Box<[u8]>>), usize> = HashMap::new();
            for (at, name) in entry.record.names.iter().enumerate() {
                let form: Box<[u8]> = news.fold(&name.text).into();
                let letters = name.exact.then(|| strict.fold(&name.text).into());
                let mut fault = |what| {
                    let message = format!("`{}` {what} once folded", name.text);
                    findings.push(entry.finding(FindingKind::Name, entry.column_of_name(at), message));
                };
                if form.is_empty() {
                    fault("is empty");
                } else if seen.insert((form.clone(), letters.clone()), at).is_some() {
                    fault("stands twice");
                } else {
                    names.by_form.entry(form).or_default().push((number, at, letters));
                }
            }
        }
        names
    }

    /// Notes names that entries share, unless that is decided, and decisions about names that they do not share.
    pub(super) fn collide(&self, decided: &BTreeMap<Box<str>, BTreeSet<Box<str>>>, report: &mut CheckReport) {
        for (form, holders) in &self.by_form {
            // Names whose letters count meet others of the same letters, and all names whose letters do not.
            let meet = |a: &(usize, usize, Option<Box<[u8]>>), b: &(usize, usize, Option<Box<[u8]>>)| {
                a.0 != b.0 && (a.2.is_none() || b.2.is_none() || a.2 == b.2)
            };
            let meets: Vec<_> = holders.iter().filter(|a| holders.iter().any(|b| meet(a, b))).collect();
            let ids: BTreeSet<Box<str>> =
                meets.iter().map(|(entry, ..)| self.entries[*entry].record.id().into()).collect();
            if ids.len() < 2 {
                continue;
            }
            let form: Box<str> = code::decode(form).into();
            if decided.get(&form) != Some(&ids) {
                let first = self.entries[meets[0].0].record.id();
                for &(entry, at, _) in meets.iter().skip(1).filter(|(entry, ..)| *entry != meets[0].0) {
                    let entry = &self.entries[*entry];
                    let message = format!("`{}` is a name of {first} as well", entry.record.names[*at].text);
                    report.findings.push(entry.finding(FindingKind::Collision, entry.column_of_name(*at), message));
                }
            }
            report.collisions.push((form, ids.into_iter().collect()));
        }
        let found: BTreeSet<&str> = report.collisions.iter().map(|(form, _)| &**form).collect();
        for form in decided.keys().filter(|form| !found.contains(&***form)) {
            report.findings.push(Finding {
                kind: FindingKind::Decision,
                file: "curated/collisions.tsv".into(),
                line: 1,
                column: 1,
                message: format!("`{form}` is decided, and no two entries share it"),
            });
        }
    }

    /// Notes everyday words that are names without a guard.
    pub(super) fn common(&self, words: &CommonWords, findings: &mut Vec<Finding>) {
        for (form, holders) in self.by_form.iter().filter(|(form, _)| words.has(form)) {
            debug_assert!(!form.is_empty());
            for (entry, at, letters) in holders {
                let entry = &self.entries[*entry];
                let name = &entry.record.names[*at];
                if name.guard == Guard::None && letters.is_none() {
                    let message = format!("`{}` is an everyday word and has no guard", name.text);
                    findings.push(entry.finding(FindingKind::CommonWord, entry.column_of_name(*at), message));
                }
            }
        }
    }
}
