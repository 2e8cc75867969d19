//! What names say once they are folded.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::super::common::CommonWords;
use super::super::folding::Folding;
use super::super::record::Guard;
use super::{CheckReport, Entry, Finding, FindingKind};
use crate::normalize::Profile;
use crate::text::code;

type Codes = Box<[u8]>;

/// The names of all entries, by their folded letters.
pub(super) struct Names<'e, 'a> {
    entries: &'e [Entry<'a>],
    by_form: BTreeMap<Codes, Vec<Holder>>,
}

/// An entry that has a name.
struct Holder {
    entry: usize,
    /// The number of the name in it.
    name: usize,
    /// The letters as they are, for a name whose letters count.
    letters: Option<Codes>,
}

impl Holder {
    /// Names whose letters count meet others of the same letters, and all names whose letters do not.
    fn meets(&self, other: &Holder) -> bool {
        self.entry != other.entry
            && (self.letters.is_none() || other.letters.is_none() || self.letters == other.letters)
    }
}

impl<'e, 'a> Names<'e, 'a> {
    /// Folds all names; notes those that are empty then, or twice in one entry.
    pub(super) fn gather(entries: &'e [Entry<'a>], findings: &mut Vec<Finding>) -> Names<'e, 'a> {
        let mut names = Names { entries, by_form: BTreeMap::new() };
        let (mut news, mut strict) = (Folding::new(Profile::News), Folding::new(Profile::Strict));
        for (number, entry) in entries.iter().enumerate() {
            let mut seen: HashSet<(Codes, Option<Codes>)> = HashSet::new();
            for (at, name) in entry.record.names.iter().enumerate() {
                let form: Codes = news.fold(&name.text).into();
                let letters = name.exact.then(|| strict.fold(&name.text).into());
                let mut fault = |what| {
                    let message = format!("`{}` {what} once folded", name.text);
                    findings.push(entry.finding(FindingKind::Name, entry.column_of_name(at), message));
                };
                if form.is_empty() {
                    fault("is empty");
                } else if !seen.insert((form.clone(), letters.clone())) {
                    fault("stands twice");
                } else {
                    names.by_form.entry(form).or_default().push(Holder { entry: number, name: at, letters });
                }
            }
        }
        names
    }

    /// Notes names that entries share, unless that is decided, and decisions about names that they do not share.
    pub(super) fn collide(&self, decided: &BTreeMap<Box<str>, BTreeSet<Box<str>>>, report: &mut CheckReport) {
        for (form, holders) in &self.by_form {
            let meet: Vec<&Holder> = holders.iter().filter(|a| holders.iter().any(|b| a.meets(b))).collect();
            let ids: BTreeSet<Box<str>> = meet.iter().map(|a| self.entries[a.entry].record.id().into()).collect();
            if ids.len() < 2 {
                continue;
            }
            let form: Box<str> = code::decode(form).into();
            if decided.get(&form) != Some(&ids) {
                let first = meet[0].entry;
                for holder in meet.iter().filter(|holder| holder.entry != first) {
                    let what = format!("is a name of {} as well", self.entries[first].record.id());
                    report.findings.push(self.finding(FindingKind::Collision, holder, &what));
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
        for (_, holders) in self.by_form.iter().filter(|(form, _)| words.has(form)) {
            for holder in holders.iter().filter(|holder| holder.letters.is_none() && self.guard(holder) == Guard::None)
            {
                findings.push(self.finding(FindingKind::CommonWord, holder, "is an everyday word and has no guard"));
            }
        }
    }

    fn guard(&self, holder: &Holder) -> Guard {
        self.entries[holder.entry].record.names[holder.name].guard
    }

    fn finding(&self, kind: FindingKind, holder: &Holder, what: &str) -> Finding {
        let entry = &self.entries[holder.entry];
        let message = format!("`{}` {what}", entry.record.names[holder.name].text);
        entry.finding(kind, entry.column_of_name(holder.name), message)
    }
}
