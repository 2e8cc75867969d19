//! What a row shows by itself.

use unicode_normalization::is_nfc;

use super::super::parse::{self, COLUMNS, NEEDED};
use super::super::record::owned;
use super::super::tsv::{self, Row};
use super::{Entry, File, Finding, FindingKind};
use crate::error::Error;

/// Reads the rows of a file as entries, and notes what is wrong with each.
pub(super) fn read<'a>(file: File<'a>, entries: &mut Vec<Entry<'a>>, findings: &mut Vec<Finding>) {
    let mut last = "";
    let read = tsv::read_rows(file.name, file.text, COLUMNS, NEEDED, |row| {
        match row {
            Ok(row) => {
                spelling(&row, findings);
                let id = row.get("id");
                if id < last {
                    let message = format!("`{id}` stands after `{last}`");
                    findings.push(Finding::of(FindingKind::Id, &row.fault("id", message)));
                }
                last = id;
                match entry(file, &row) {
                    Ok(entry) => entries.push(entry),
                    Err(fault) => findings.push(Finding::of(FindingKind::Row, &fault)),
                }
                decimals(&row, findings);
            }
            Err(fault) => findings.push(Finding::of(FindingKind::Row, &fault)),
        }
        Ok(())
    });
    if let Err(fault) = read {
        findings.push(Finding::of(FindingKind::Row, &fault));
    }
}

fn entry<'a>(file: File<'a>, row: &Row<'a, '_>) -> Result<Entry<'a>, Error> {
    let record = parse::record(row, owned)?;
    let mut columns = vec![row.column_of("ar")];
    let mut column = row.column_of("aliases");
    for alias in row.list("aliases") {
        columns.push(column);
        column += alias.chars().count() + 1;
    }
    Ok(Entry { record, file, line: row.line, columns, parent_column: row.column_of("parent") })
}

/// Notes what an editor would not print: text out of NFC, invisible characters, spaces at edges or doubled.
fn spelling(row: &Row<'_, '_>, findings: &mut Vec<Finding>) {
    let (line, file) = (row.line, row.file());
    for (mut column, cell) in row.cells() {
        for part in cell.split('|') {
            let mut fault = |message: String| {
                findings.push(Finding { kind: FindingKind::Spelling, file: file.into(), line, column, message });
            };
            if part != part.trim() || part.contains("  ") {
                fault(format!("a space too many in `{part}`"));
            }
            // الـ77 is ordinary spelling.
            if let Some(c) = part.replace("الـ", "ال").chars().find(|&c| is_unseen(c)) {
                fault(format!("`{part}` has U+{:04X}, which no name is listed with", u32::from(c)));
            } else if !is_nfc(part) {
                fault(format!("`{part}` is not in NFC"));
            }
            column += part.chars().count() + 1;
        }
    }
}

/// Tatweel, vowel and hamza marks, controls, joiners, bidi marks, the byte order mark.
fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{0640}' | '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{061C}' | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

/// Coordinates finer than a metre are a slip of a calculator.
fn decimals(row: &Row<'_, '_>, findings: &mut Vec<Finding>) {
    for column in ["lat", "lon"] {
        let cell = row.get(column);
        if cell.split_once('.').is_some_and(|(_, decimals)| decimals.len() > 5) {
            let message = format!("`{cell}` has more than five decimals");
            findings.push(Finding::of(FindingKind::Row, &row.fault(column, message)));
        }
    }
}
