//! Tables: tab-separated text with named columns.

use crate::error::Error;

/// One line of a table, with the place it came from.
pub(crate) struct Row<'a> {
    file: &'a str,
    line: usize,
    columns: &'a [&'a str],
    cells: Vec<&'a str>,
}

/// Reads the rows of a table, and calls `each` for every one that is no comment.
///
/// The first line that is no comment names the columns. A byte order mark at the head and carriage returns at line ends
/// are passed over.
pub(crate) fn read(
    file: &str,
    text: &str,
    known: &[&str],
    needed: &[&str],
    mut each: impl FnMut(Row<'_>) -> Result<(), Error>,
) -> Result<(), Error> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let mut columns: Option<Vec<&str>> = None;
    for (i, line) in text.lines().enumerate() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let Some(columns) = &columns else {
            columns = Some(header(file, i + 1, line, known, needed)?);
            continue;
        };
        let row = Row { file, line: i + 1, columns, cells: line.split('\t').collect() };
        if row.cells.len() != columns.len() {
            let (cells, columns) = (row.cells.len(), columns.len());
            let column = row.column_of_cell(cells.min(columns).saturating_sub(1));
            return Err(Error::at(file, i + 1, column, format!("{cells} cells in a table of {columns} columns")));
        }
        each(row)?;
    }
    match columns {
        Some(_) => Ok(()),
        None => Err(Error::at(file, 1, 1, "the line that names the columns is missing")),
    }
}

fn header<'a>(file: &str, line: usize, text: &'a str, known: &[&str], needed: &[&str]) -> Result<Vec<&'a str>, Error> {
    let columns: Vec<&str> = text.split('\t').collect();
    let mut at = 1;
    for (i, &name) in columns.iter().enumerate() {
        if !known.contains(&name) {
            return Err(Error::at(
                file,
                line,
                at,
                format!("unknown column `{name}`; the columns are {}", known.join(", ")),
            ));
        }
        if columns[..i].contains(&name) {
            return Err(Error::at(file, line, at, format!("column `{name}` stands twice")));
        }
        at += name.chars().count() + 1;
    }
    match needed.iter().find(|name| !columns.contains(name)) {
        Some(name) => Err(Error::at(file, line, 1, format!("column `{name}` is missing"))),
        None => Ok(columns),
    }
}

impl<'a> Row<'a> {
    /// The cell of a column; empty if the table has no such column.
    pub(crate) fn get(&self, column: &str) -> &'a str {
        self.columns.iter().position(|&c| c == column).map_or("", |i| self.cells[i])
    }

    /// The parts of a cell joined by bars; none for an empty cell.
    pub(crate) fn list(&self, column: &str) -> impl Iterator<Item = &'a str> {
        let cell = self.get(column);
        cell.split('|').filter(move |_| !cell.is_empty())
    }

    /// The cell parsed; `None` if it is empty.
    pub(crate) fn parse<T: std::str::FromStr>(&self, column: &str, what: &str) -> Result<Option<T>, Error> {
        match self.get(column) {
            "" => Ok(None),
            cell => cell.parse().map(Some).map_err(|_| self.fault(column, format!("`{cell}` is no {what}"))),
        }
    }

    /// An error at a cell of this row.
    pub(crate) fn fault(&self, column: &str, message: impl Into<String>) -> Error {
        let cell = self.columns.iter().position(|&c| c == column).unwrap_or(0);
        Error::at(self.file, self.line, self.column_of_cell(cell), message)
    }

    fn column_of_cell(&self, cell: usize) -> usize {
        1 + self.cells[..cell].iter().map(|c| c.chars().count() + 1).sum::<usize>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fails(text: &str) -> String {
        read("t.tsv", text, &["id", "ar"], &["id"], |row| row.parse::<u8>("ar", "number").map(drop))
            .unwrap_err()
            .to_string()
    }

    #[test]
    fn faults_have_a_place() {
        for (text, expected) in [
            ("", "t.tsv:1:1: the line that names the columns is missing"),
            ("id\tname", "t.tsv:1:4: unknown column `name`; the columns are id, ar"),
            ("id\tid", "t.tsv:1:4: column `id` stands twice"),
            ("ar", "t.tsv:1:1: column `id` is missing"),
            ("id\tar\na", "t.tsv:2:1: 1 cells in a table of 2 columns"),
            ("id\tar\n# comment\na\tb\tc", "t.tsv:3:3: 3 cells in a table of 2 columns"),
            ("id\tar\nمالي\tx", "t.tsv:2:6: `x` is no number"),
        ] {
            assert_eq!(fails(text), expected);
        }
    }

    #[test]
    fn marks_and_carriage_returns_are_passed_over() {
        let mut ids = Vec::new();
        read("t.tsv", "\u{FEFF}id\tar\r\na\t1|2\r\n", &["id", "ar"], &["id"], |row| {
            ids.push((row.get("id").to_owned(), row.list("ar").count()));
            Ok(())
        })
        .unwrap();
        assert_eq!(ids, [("a".to_owned(), 2)]);
    }
}
