//! What is printed: a module a format.
//!
//! A format encodes documents on many threads and writes the blocks on one. Formats of lines make bytes, which
//! [`Bytes`] writes; the others have sinks of their own.

pub mod brat;
pub mod conll;
pub mod csv;
pub mod geojson;
pub mod html;
pub mod jsonl;
#[cfg(feature = "parquet")]
pub mod parquet;
pub mod table;
pub mod timeml;
pub mod webanno;

use std::fmt::{self, Write as _};
use std::io::{self, Write};

use crate::fault::{Fault, Result};
use crate::pipeline::Sink;

/// Writes blocks of bytes as they come, between what stands before all documents and behind them.
pub struct Bytes<W: Write> {
    out: W,
    /// Written before the first block, and if there is none.
    head: Option<String>,
    tail: String,
}

impl<W: Write> Bytes<W> {
    pub fn new(out: W, head: impl Into<String>, tail: impl Into<String>) -> Bytes<W> {
        Bytes { out, head: Some(head.into()), tail: tail.into() }
    }

    fn begin(&mut self) -> io::Result<()> {
        match self.head.take() {
            Some(head) => self.out.write_all(head.as_bytes()),
            None => Ok(()),
        }
    }
}

impl<W: Write> Sink<Vec<u8>> for Bytes<W> {
    fn take(&mut self, block: Vec<u8>) -> Result<()> {
        self.begin().and_then(|()| self.out.write_all(&block)).map_err(|error| Fault::output(&error))
    }

    fn flush(&mut self) -> Result<()> {
        self.out.flush().map_err(|error| Fault::output(&error))
    }

    fn end(&mut self) -> Result<()> {
        self.begin()
            .and_then(|()| self.out.write_all(self.tail.as_bytes()))
            .and_then(|()| self.out.flush())
            .map_err(|error| Fault::output(&error))
    }
}

/// Text for elements and attributes of XML and HTML. Characters that XML has no place for become U+FFFD.
pub struct Escaped<'a>(pub &'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|c| match c {
            '&' => f.write_str("&amp;"),
            '<' => f.write_str("&lt;"),
            '>' => f.write_str("&gt;"),
            '"' => f.write_str("&quot;"),
            '\t' | '\n' => f.write_char(c),
            // A reader of XML would make it a line feed, and offsets would count one less.
            '\r' => f.write_str("&#13;"),
            '\0'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => f.write_char(char::REPLACEMENT_CHARACTER),
            c => f.write_char(c),
        })
    }
}

/// A name for a file, made of an id: `news/1.txt` becomes `news_1`.
pub fn file_name(id: &str) -> String {
    let id = id.strip_suffix(".txt").unwrap_or(id);
    let mut name = String::new();
    for c in id.trim_start_matches(['.', '/']).chars() {
        // What no system forbids; of long ids the beginning.
        if name.len() > 180 {
            break;
        }
        name.push(if c.is_alphanumeric() || matches!(c, '-' | '_' | '.') { c } else { '_' });
    }
    if name.is_empty() { "document".to_owned() } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files() {
        for (id, name) in [
            ("examples/news/01.txt", "examples_news_01"),
            ("../../etc/passwd", "etc_passwd"),
            ("<stdin>", "_stdin_"),
            ("خبر 1", "خبر_1"),
            ("", "document"),
            ("..", "document"),
        ] {
            assert_eq!(file_name(id), name, "{id}");
        }
    }

    #[test]
    fn escapes() {
        assert_eq!(Escaped("<a b=\"ج\">&\u{1}\r\n").to_string(), "&lt;a b=&quot;ج&quot;&gt;&amp;\u{FFFD}&#13;\n");
    }
}
