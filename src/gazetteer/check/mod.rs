//! A check of gazetteer files that goes on after the first fault.
//!
//! Loading stops at the first fault of a file and looks at nothing but that file. The check reads all of them to the end and
//! looks at what lies between them as well: ids and names that two entries share, parents, words that are no names.

mod links;
mod names;
mod rows;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::common::CommonWords;
use super::record::Record;
use super::tsv;
use crate::entity::EntityType;
use crate::error::Error;
use names::Names;

/// Looks through gazetteer files for all their faults.
///
/// What is found is listed under [`FindingKind`]. Files are tab-separated, in the format of `gazetteers/README.md`.
///
/// ```
/// use khabar::{CommonWords, FindingKind, GazetteerCheck};
///
/// let mine = "id\ttype\tar\taliases\n\
///             place.x.a\tcity\tسبها\tسبهـــا\n\
///             place.x.b\tcity\tالجديد\t\n";
/// let report = GazetteerCheck::new().file("mine.tsv", mine).common_words(CommonWords::builtin()).run();
/// let found: Vec<_> = report.findings().iter().map(|f| (f.kind(), f.line(), f.column())).collect();
/// assert_eq!(
///     found,
///     [
///         (FindingKind::Spelling, 2, 21),   // a tatweel
///         (FindingKind::Name, 2, 21),       // سبها twice, once folded
///         (FindingKind::CommonWord, 3, 16), // "the new one", without a guard
///     ]
/// );
/// assert_eq!(report.findings()[0].to_string(), "mine.tsv:2:21: `سبهـــا` has U+0640, which no name is listed with");
/// ```
#[derive(Clone, Debug, Default)]
pub struct GazetteerCheck<'a> {
    files: Vec<File<'a>>,
    /// Forms that entries may share, with those entries.
    decided: BTreeMap<Box<str>, BTreeSet<Box<str>>>,
    common: Option<CommonWords>,
    #[cfg(feature = "builtin")]
    with_builtin: bool,
}

#[derive(Clone, Copy, Debug)]
struct File<'a> {
    name: &'a str,
    text: &'a str,
    layer: Layer,
}

/// Which rows replace which.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Layer {
    /// Written by a program; a curated row of the same id replaces one.
    Generated,
    Curated,
}

/// What sort of fault a [`Finding`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum FindingKind {
    /// A line that cannot be loaded: a cell too few, an unknown type, a number that is none.
    Row,
    /// An id that stands in two places, or out of order.
    Id,
    /// Text that is not in NFC, has invisible characters or spaces where none belong.
    Spelling,
    /// A name that is empty once folded, or stands twice in one entry once folded.
    Name,
    /// A name that two entries share, and nobody has decided that they may.
    Collision,
    /// A name without a guard that is an everyday word.
    CommonWord,
    /// A parent or a country that is not there, or a place that lies in itself.
    Link,
    /// A decision about a row that is not there.
    Decision,
}

/// A fault, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    kind: FindingKind,
    file: Box<str>,
    line: usize,
    column: usize,
    message: String,
}

impl Finding {
    /// What sort of fault it is.
    pub fn kind(&self) -> FindingKind {
        self.kind
    }

    /// The name of the file.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The line, from 1.
    pub fn line(&self) -> usize {
        self.line
    }

    /// The column, from 1, in characters.
    pub fn column(&self) -> usize {
        self.column
    }

    /// What is wrong.
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}: {}", self.file, self.line, self.column, self.message)
    }
}

/// What [`GazetteerCheck::run`] found.
#[derive(Clone, Debug, Default)]
pub struct CheckReport {
    findings: Vec<Finding>,
    rows: Vec<(Box<str>, usize)>,
    types: BTreeMap<EntityType, usize>,
    sources: BTreeMap<Box<str>, usize>,
    collisions: Vec<(Box<str>, Vec<Box<str>>)>,
}

impl CheckReport {
    /// The faults, in the order of files and lines.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// How many rows each file has, comments and the line of columns apart.
    pub fn rows(&self) -> impl Iterator<Item = (&str, usize)> {
        self.rows.iter().map(|(name, rows)| (&**name, *rows))
    }

    /// How many entries of each type would be loaded.
    pub fn types(&self) -> impl Iterator<Item = (EntityType, usize)> {
        self.types.iter().map(|(&entity_type, &count)| (entity_type, count))
    }

    /// How many entries would be loaded of each source.
    pub fn sources(&self) -> impl Iterator<Item = (&str, usize)> {
        self.sources.iter().map(|(source, &count)| (&**source, count))
    }

    /// The names, folded, that entries share, decided or not, with the ids of the entries in order. Names whose spelling
    /// tells them apart are not among them.
    pub fn collisions(&self) -> impl Iterator<Item = (&str, impl Iterator<Item = &str>)> {
        self.collisions.iter().map(|(form, ids)| (&**form, ids.iter().map(|id| &**id)))
    }
}

/// A row that can be loaded, with its place.
struct Entry<'a> {
    record: Record,
    file: File<'a>,
    line: usize,
    /// The column of each name; those of [`Record::names`] past the end came from elsewhere.
    columns: Vec<usize>,
    parent_column: usize,
}

impl Entry<'_> {
    fn finding(&self, kind: FindingKind, column: usize, message: String) -> Finding {
        Finding { kind, file: self.file.name.into(), line: self.line, column, message }
    }

    fn column_of_name(&self, name: usize) -> usize {
        self.columns.get(name).copied().unwrap_or(1)
    }
}

impl<'a> GazetteerCheck<'a> {
    /// Nothing to look through yet.
    pub fn new() -> GazetteerCheck<'a> {
        GazetteerCheck::default()
    }

    /// Adds a file; `name` stands for it in findings.
    pub fn file(mut self, name: &'a str, text: &'a str) -> GazetteerCheck<'a> {
        self.files.push(File { name, text, layer: Layer::Curated });
        self
    }

    /// Adds a file that a program writes: rows of [`GazetteerCheck::file`] replace its rows of the same ids.
    pub fn generated_file(mut self, name: &'a str, text: &'a str) -> GazetteerCheck<'a> {
        self.files.push(File { name, text, layer: Layer::Generated });
        self
    }

    /// Adds the gazetteers in the box, with the decisions about them: names that a file shares with them are collisions.
    #[cfg(feature = "builtin")]
    pub fn builtin(mut self) -> GazetteerCheck<'a> {
        self.with_builtin = true;
        self
    }

    /// Says which names two entries may share: a table of the columns `form`, a folded name, and `ids`, joined by bars in
    /// their order.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Gazetteer`](crate::ErrorKind::Gazetteer) with the place of the first fault of the table.
    pub fn decided_collisions(mut self, name: &str, text: &str) -> Result<GazetteerCheck<'a>, Error> {
        let columns = ["form", "ids"];
        tsv::read(name, text, &columns, &columns, |row| {
            self.decided.insert(row.get("form").into(), row.list("ids").map(Box::from).collect());
            Ok(())
        })?;
        Ok(self)
    }

    /// Names of one word that are among these need a guard.
    pub fn common_words(mut self, words: CommonWords) -> GazetteerCheck<'a> {
        self.common = Some(words);
        self
    }

    /// Looks through everything.
    #[cfg_attr(not(feature = "builtin"), expect(unused_mut, reason = "the box is added here"))]
    pub fn run(mut self) -> CheckReport {
        let mut report = CheckReport::default();
        #[cfg(feature = "builtin")]
        if self.with_builtin {
            use super::builtin;
            self.files.extend(builtin::GENERATED.iter().map(|&(name, text)| File {
                name,
                text,
                layer: Layer::Generated,
            }));
            self.files.extend(builtin::CURATED.iter().map(|&(name, text)| File { name, text, layer: Layer::Curated }));
            match std::mem::take(&mut self).decided_collisions("curated/collisions.tsv", builtin::COLLISIONS) {
                Ok(check) => self = check,
                Err(fault) => report.findings.push(Finding::of(FindingKind::Decision, &fault)),
            }
        }
        let mut entries = Vec::new();
        for &file in &self.files {
            let before = entries.len();
            rows::read(file, &mut entries, &mut report.findings);
            report.rows.push((file.name.into(), entries.len() - before));
        }
        links::unique(&mut entries, &mut report.findings);
        #[cfg(feature = "builtin")]
        if self.with_builtin {
            links::decide(&mut entries, &mut report.findings);
        }
        links::follow(&entries, &mut report.findings);
        let names = Names::gather(&entries, &mut report.findings);
        names.collide(&self.decided, &mut report);
        if let Some(common) = &self.common {
            names.common(common, &mut report.findings);
        }
        for entry in &entries {
            *report.types.entry(entry.record.entity_type).or_default() += 1;
            *report.sources.entry(entry.record.source().into()).or_default() += 1;
        }
        let order = |finding: &Finding| self.files.iter().position(|file| file.name == &*finding.file);
        report.findings.sort_by_cached_key(|finding| (order(finding), finding.line, finding.column, finding.kind));
        report
    }
}

impl Finding {
    fn of(kind: FindingKind, fault: &Error) -> Finding {
        let file = fault.file().map(|file| file.display().to_string()).unwrap_or_default();
        Finding {
            kind,
            file: file.into(),
            line: fault.line().unwrap_or(1),
            column: fault.column().unwrap_or(1),
            message: fault.message().to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: &str = "id\ttype\tar\taliases\tiso\tcountry\tparent\tlat\tlon\tguard\n";

    fn findings(check: GazetteerCheck<'_>) -> Vec<String> {
        check.run().findings().iter().map(|f| format!("{:?} {f}", f.kind())).collect()
    }

    fn of_rows(rows: &str) -> Vec<String> {
        findings(GazetteerCheck::new().file("t.tsv", &format!("{HEADER}{rows}")).common_words(CommonWords::builtin()))
    }

    #[test]
    fn each_fault_is_found_and_the_rest_goes_on() {
        for (rows, expected) in [
            ("a.b\ttown\tسبها\t\t\t\t\t\t\t\n", &["Row t.tsv:2:5: `town` is no type of an actor or a place"][..]),
            ("a.b\tcity\tسبها\n", &["Row t.tsv:2:10: 3 cells in a table of 10 columns"]),
            (
                "a.c\tcity\tسبها\t\t\t\t\t\t\t\na.b\tcity\tغات\t\t\t\t\t\t\t\na.c\tcity\tمرزق\t\t\t\t\t\t\t\n",
                &["Id t.tsv:3:1: `a.b` stands after `a.c`", "Id t.tsv:4:1: `a.c` stands at t.tsv:2 as well"],
            ),
            (
                "a.b\tcity\tسبها \tسبـها|سبهة\t\t\t\t\t\t\n",
                &[
                    "Spelling t.tsv:2:10: a space too many in `سبها `",
                    "Spelling t.tsv:2:16: `سبـها` has U+0640, which no name is listed with",
                    "Name t.tsv:2:16: `سبـها` stands twice once folded",
                ],
            ),
            (
                "a.b\tcity\tء\u{0654}\t\t\t\t\t\t\t\n",
                &["Spelling t.tsv:2:10: `ء\u{0654}` has U+0654, which no name is listed with"],
            ),
            (
                "a.b\tcity\tإدري\t\t\t\t\t\t\t\na.c\tcity\tغات\tأدرى|سبهى\t\t\t\t\t\t\n",
                &["Collision t.tsv:3:14: `أدرى` is a name of a.b as well"],
            ),
            (
                "a.b\tcity\tالجديد\t?الحرب\t\t\t\t\t\t\n",
                &["CommonWord t.tsv:2:10: `الجديد` is an everyday word and has no guard"],
            ),
            ("a.b\tcity\tسبها\t\t\t\ta.x\t\t\t\n", &["Link t.tsv:2:18: the parent `a.x` is not there"]),
            (
                "a.b\tcity\tسبها\t\t\t\ta.c\t\t\t\na.c\tadmin\tفزان\t\t\t\ta.b\t\t\t\n",
                &["Link t.tsv:2:18: `a.b` lies in itself", "Link t.tsv:3:19: `a.c` lies in itself"],
            ),
            (
                "a.b\tcity\tسبها\t\t\tLY\t\t\t\t\na.c\tcountry\tمصر\t\tEG\t\t\t\t\t\n",
                &["Link t.tsv:2:1: `LY` is the iso of no country"],
            ),
            (
                "a.b\tcity\tسبها\t\t\t\t\t27.0377654\t14.43\t\n",
                &["Row t.tsv:2:19: `27.0377654` has more than five decimals"],
            ),
        ] {
            assert_eq!(of_rows(rows), expected, "{rows}");
        }
    }

    #[test]
    fn a_table_without_columns_is_a_finding() {
        assert_eq!(
            findings(GazetteerCheck::new().file("t.tsv", "")),
            ["Row t.tsv:1:1: the line that names the columns is missing"]
        );
    }

    #[test]
    fn collisions_can_be_decided() {
        let rows = format!("{HEADER}a.b\tcity\tسبها\t\t\t\t\t\t\t\na.c\tcity\tسبها\t\t\t\t\t\t\t\n");
        let check = GazetteerCheck::new().file("t.tsv", &rows);
        assert_eq!(findings(check.clone()).len(), 1);
        let check = check.decided_collisions("d.tsv", "form\tids\nسبها\ta.b|a.c\n").unwrap();
        assert_eq!(findings(check.clone()), [""; 0]);
        let report = check.run();
        let (form, ids) = report.collisions().next().unwrap();
        assert_eq!((form, ids.collect::<Vec<_>>()), ("سبها", vec!["a.b", "a.c"]));
    }

    #[test]
    fn curated_rows_replace_generated_ones() {
        let generated = format!("{HEADER}a.b\tcity\tسبها\t\t\t\t\t\t\t\n");
        let curated = format!("{HEADER}a.b\tcity\tسبها\tسبهآ\t\t\t\t\t\t\na.c\tcity\tسبها\t\t\t\t\t\t\t\n");
        let check = GazetteerCheck::new().file("c.tsv", &curated).generated_file("g.tsv", &generated);
        assert_eq!(
            findings(check),
            [
                "Name c.tsv:2:15: `سبهآ` stands twice once folded",
                "Collision c.tsv:3:10: `سبها` is a name of a.b as well"
            ]
        );
    }
}
