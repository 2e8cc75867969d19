//! Tables: tab-separated text with named columns.

use super::limits;
use crate::error::Error;

/// What the first line of a table says: where the columns are.
pub(crate) struct Header<'k> {
    file: &'k str,
    known: &'k [&'k str],
    /// For each known column, the cell that holds it.
    cells: Vec<Option<usize>>,
    width: usize,
}

/// One line of a table, with the place it came from.
pub(crate) struct Row<'a, 'h> {
    header: &'h Header<'h>,
    pub(crate) line: usize,
    cells: Vec<&'a str>,
}

/// The lines that are no comments, with their numbers. A byte order mark at the head and carriage returns at line ends are
/// passed over.
pub(super) fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = pieces(text.strip_prefix('\u{FEFF}').unwrap_or(text), b'\n');
    let lines = lines.map(|line| line.strip_suffix('\r').unwrap_or(line)).enumerate();
    lines.filter(|(_, line)| !line.is_empty() && !line.starts_with('#')).map(|(i, line)| (i + 1, line))
}

/// Reads the rows of a table, and calls `each` for every one that is no comment, until one fails. The first line that is
/// no comment names the columns.
pub(crate) fn read<'a>(
    file: &str,
    text: &'a str,
    known: &[&str],
    needed: &[&str],
    mut each: impl FnMut(Row<'a, '_>) -> Result<(), Error>,
) -> Result<(), Error> {
    read_rows(file, text, known, needed, |row| each(row?))
}

/// The same, but a line that cannot be cut into the cells is handed on as a fault, so that the others can be read all the
/// same.
pub(crate) fn read_rows<'a>(
    file: &str,
    text: &'a str,
    known: &[&str],
    needed: &[&str],
    mut each: impl FnMut(Result<Row<'a, '_>, Error>) -> Result<(), Error>,
) -> Result<(), Error> {
    let mut lines = lines(text);
    let Some((number, names)) = lines.next() else {
        return Err(Error::at(file, 1, 1, "the line that names the columns is missing"));
    };
    limits::check_line(file, number, names)?;
    let header = Header::read(file, number, names, known, needed)?;
    for (line, text) in lines {
        each(header.row(line, text))?;
    }
    Ok(())
}

impl<'k> Header<'k> {
    fn read(
        file: &'k str,
        line: usize,
        text: &str,
        known: &'k [&'k str],
        needed: &[&str],
    ) -> Result<Header<'k>, Error> {
        let columns: Vec<&str> = text.split('\t').collect();
        let mut at = 1;
        for (i, &name) in columns.iter().enumerate() {
            if !known.contains(&name) {
                let message = format!("unknown column `{name}`; the columns are {}", known.join(", "));
                return Err(Error::at(file, line, at, message));
            }
            if columns[..i].contains(&name) {
                return Err(Error::at(file, line, at, format!("column `{name}` stands twice")));
            }
            at += name.chars().count() + 1;
        }
        if let Some(name) = needed.iter().find(|name| !columns.contains(name)) {
            return Err(Error::at(file, line, 1, format!("column `{name}` is missing")));
        }
        let cells = known.iter().map(|name| columns.iter().position(|column| column == name)).collect();
        Ok(Header { file, known, cells, width: columns.len() })
    }

    fn row<'a, 'h>(&'h self, line: usize, text: &'a str) -> Result<Row<'a, 'h>, Error> {
        limits::check_line(self.file, line, text)?;
        let mut cells = Vec::with_capacity(self.width);
        cells.extend(pieces(text, b'\t'));
        let row = Row { header: self, line, cells };
        if row.cells.len() == self.width { Ok(row) } else { Err(row.misfit()) }
    }

    fn number_of(&self, column: &str) -> Option<usize> {
        self.known.iter().position(|&known| known == column)
    }
}

impl<'a> Row<'a, '_> {
    /// The cell of a column; empty if the table has no such column.
    pub(crate) fn get(&self, column: &str) -> &'a str {
        self.header.number_of(column).map_or("", |number| self.cell(number))
    }

    /// The same by the number of the column among those that are known.
    pub(crate) fn cell(&self, number: usize) -> &'a str {
        self.header.cells[number].map_or("", |cell| self.cells[cell])
    }

    /// The name of the file.
    pub(crate) fn file(&self) -> &str {
        self.header.file
    }

    /// All cells, each with the place where it begins in the line, in characters from 1.
    pub(crate) fn cells(&self) -> impl Iterator<Item = (usize, &'a str)> {
        self.cells.iter().enumerate().map(|(number, &cell)| (self.column_of_cell(number), cell))
    }

    /// Where the cell of a column begins in the line, in characters from 1; 1 if the table has no such column.
    pub(crate) fn column_of(&self, column: &str) -> usize {
        self.column_of_cell(self.header.number_of(column).and_then(|number| self.header.cells[number]).unwrap_or(0))
    }

    /// The parts of a cell joined by bars; none for an empty cell.
    pub(crate) fn list(&self, column: &str) -> impl Iterator<Item = &'a str> + use<'a> {
        parts(self.get(column))
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
        Error::at(self.header.file, self.line, self.column_of(column), message)
    }

    fn misfit(&self) -> Error {
        let (cells, columns) = (self.cells.len(), self.header.width);
        let column = self.column_of_cell(cells.min(columns).saturating_sub(1));
        let message = format!("{cells} cells in a table of {columns} columns");
        Error::at(self.header.file, self.line, column, message)
    }

    fn column_of_cell(&self, cell: usize) -> usize {
        1 + self.cells[..cell].iter().map(|c| c.chars().count() + 1).sum::<usize>()
    }
}

/// The parts of a cell joined by bars; none for an empty cell.
pub(crate) fn parts(cell: &str) -> impl Iterator<Item = &str> {
    pieces(cell, b'|').filter(move |_| !cell.is_empty())
}

/// The pieces of a text between ASCII characters.
fn pieces(text: &str, between: u8) -> impl Iterator<Item = &str> {
    let mut start = 0;
    let ends = memchr::memchr_iter(between, text.as_bytes()).chain([text.len()]);
    ends.map(move |end| &text[std::mem::replace(&mut start, end + 1)..end])
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
