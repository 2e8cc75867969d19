//! The one error type: building and loading fail, extracting never does.

use std::fmt;
use std::path::{Path, PathBuf};

/// Why a gazetteer could not be loaded, an extractor not be built, or a value not be parsed.
///
/// ```
/// use khabar::{ErrorKind, Gazetteer};
///
/// let error = Gazetteer::from_tsv("mine.tsv", "id\ttype\tar\nplace.x\tcity\t\n").unwrap_err();
/// assert_eq!(error.kind(), ErrorKind::Gazetteer);
/// assert_eq!((error.line(), error.column()), (Some(2), Some(14)));
/// assert_eq!(error.to_string(), "mine.tsv:2:14: the name in column `ar` is empty");
/// ```
#[derive(Debug)]
pub struct Error {
    kind: ErrorKind,
    message: String,
    file: Option<PathBuf>,
    line: Option<usize>,
    column: Option<usize>,
    source: Option<std::io::Error>,
}

/// The kinds of [`Error`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// A file could not be opened or read.
    Io,
    /// A gazetteer or lexicon holds a line that cannot be used.
    Gazetteer,
    /// The names together are more than the matcher can hold.
    TooLarge,
    /// A string is no TIMEX3 value.
    Timex,
}

impl Error {
    pub(crate) fn new(kind: ErrorKind, message: impl Into<String>) -> Error {
        Error { kind, message: message.into(), file: None, line: None, column: None, source: None }
    }

    pub(crate) fn io(path: &Path, source: std::io::Error) -> Error {
        let mut error = Error::new(ErrorKind::Io, "cannot be read");
        error.file = Some(path.to_owned());
        error.source = Some(source);
        error
    }

    /// A fault at a place of a gazetteer file; line and column count from 1, the column in characters.
    pub(crate) fn at(file: &str, line: usize, column: usize, message: impl Into<String>) -> Error {
        let mut error = Error::new(ErrorKind::Gazetteer, message);
        error.file = Some(file.into());
        error.line = Some(line);
        error.column = Some(column);
        error
    }

    /// What went wrong, without the place.
    pub(crate) fn message(&self) -> &str {
        &self.message
    }

    /// What went wrong, for code that decides.
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// The file at fault, or the name that the caller gave its text.
    pub fn file(&self) -> Option<&Path> {
        self.file.as_deref()
    }

    /// The line at fault, from 1.
    pub fn line(&self) -> Option<usize> {
        self.line
    }

    /// The column at fault, from 1, in characters.
    pub fn column(&self) -> Option<usize> {
        self.column
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(file) = &self.file {
            write!(f, "{}:", file.display())?;
            for number in [self.line, self.column].into_iter().flatten() {
                write!(f, "{number}:")?;
            }
            write!(f, " ")?;
        }
        write!(f, "{}", self.message)?;
        match &self.source {
            Some(source) => write!(f, ": {source}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source.as_ref().map(|e| e as _)
    }
}
