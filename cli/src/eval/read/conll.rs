//! CoNLL and other columns with BIO tags. A document begins with `# id = …` or `-DOCSTART-`; where there is none, the file
//! is one.
//!
//! The tag is the first column that looks like one, whatever other columns there are. A column `17:21` says where a token
//! stands, as `khabar extract --format conll` writes it; without one, tokens are joined by spaces and sentences by line
//! ends.

use std::path::Path;

use super::super::annotated::{Annotated, Text};
use super::add;
use crate::fault::Result;
use crate::input::read_text;

pub fn read(path: &Path) -> Result<Vec<Annotated>> {
    let text = read_text(path)?;
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    Ok(parse(&text, &stem))
}

/// A document that is being read.
#[derive(Default)]
struct Building {
    id: String,
    text: String,
    length: usize,
    /// Start, end and label of the mention that may go on.
    open: Option<(usize, usize, String)>,
    doc: Annotated,
    tokens: usize,
}

impl Building {
    fn token(&mut self, token: &str, range: Option<(usize, usize)>, tag: &str) {
        let start = match range {
            Some((start, _)) => {
                while self.length < start {
                    self.push(" ");
                }
                start
            }
            None => {
                if self.length > 0 && !self.text.ends_with('\n') {
                    self.push(" ");
                }
                self.length
            }
        };
        self.push(token);
        self.tokens += 1;
        let (begins, label) = match tag.split_once('-') {
            Some((prefix, label)) => (matches!(prefix, "B" | "S" | "U"), label),
            None => return self.close(),
        };
        match &mut self.open {
            Some((_, end, open)) if !begins && open == label => *end = self.length,
            _ => {
                self.close();
                self.open = Some((start, self.length, label.to_owned()));
            }
        }
    }

    fn push(&mut self, part: &str) {
        self.text.push_str(part);
        self.length += part.chars().count();
    }

    fn close(&mut self) {
        if let Some((start, end, label)) = self.open.take() {
            add(&mut self.doc, start, end, &label);
        }
    }

    fn sentence(&mut self, placed: bool) {
        self.close();
        if !placed && self.length > 0 && !self.text.ends_with('\n') {
            self.push("\n");
        }
    }

    fn finish(mut self) -> Option<Annotated> {
        self.close();
        (self.tokens > 0).then(|| Annotated { id: self.id, text: Text::new(self.text), ..self.doc })
    }
}

fn parse(text: &str, name: &str) -> Vec<Annotated> {
    let mut docs: Vec<Annotated> = Vec::new();
    let mut doc = Building { id: name.to_owned(), ..Building::default() };
    let mut placed = false;
    for line in text.trim_start_matches('\u{FEFF}').lines() {
        let id = line.strip_prefix("# id = ").or_else(|| line.strip_prefix("# newdoc id = "));
        if id.is_some() || line.starts_with("-DOCSTART-") {
            let id = id.map_or_else(|| format!("{name}-{}", docs.len() + 1), str::to_owned);
            docs.extend(std::mem::replace(&mut doc, Building { id, ..Building::default() }).finish());
            continue;
        }
        if line.trim().is_empty() {
            doc.sentence(placed);
            continue;
        }
        let cells: Vec<&str> =
            if line.contains('\t') { line.split('\t').collect() } else { line.split_whitespace().collect() };
        let Some(tag) = cells.iter().skip(1).find(|cell| is_tag(cell)) else { continue };
        let range = cells.iter().find_map(|cell| {
            let (start, end) = cell.split_once(':')?;
            Some((start.parse().ok()?, end.parse().ok()?))
        });
        placed = range.is_some();
        doc.token(cells[0], range, tag);
    }
    docs.extend(doc.finish());
    docs
}

fn is_tag(cell: &str) -> bool {
    cell == "O" || matches!(cell.as_bytes(), [b'B' | b'I' | b'E' | b'S' | b'L' | b'U', b'-', _, ..])
}

#[cfg(test)]
mod tests {
    use super::parse;

    fn marks(text: &str) -> Vec<Vec<(String, String)>> {
        let doc = |doc: &super::Annotated| {
            doc.marks.iter().map(|m| (doc.text.slice(m.start, m.end).to_owned(), m.entity_type.clone())).collect()
        };
        parse(text, "x").iter().map(doc).collect()
    }

    #[test]
    fn columns_of_all_sorts() {
        let mark = |text: &str, entity_type: &str| (text.to_owned(), entity_type.to_owned());
        // ANERcorp: two columns, a space, IOB tags of its own.
        assert_eq!(
            marks("قال O\nأحمد B-PERS\nعلي I-PERS\nفي O\nمصر B-LOC\n\nمالي B-LOC\nالقمة B-MISC\n"),
            [[mark("أحمد علي", "person"), mark("مصر", "place"), mark("مالي", "place")]]
        );
        // IOB1 begins with I.
        assert_eq!(marks("مصر I-LOC\nمالي B-LOC"), [[mark("مصر", "place"), mark("مالي", "place")]]);
        // Ours: places of tokens, clitics apart.
        let ours = "# id = a\nول\tO\t0:2\tproclitic\nلجزائر\tB-country\t2:8\t_\n\n# id = b\nباماكو\tB-city\t3:9\t_\n";
        assert_eq!(marks(ours), [[mark("لجزائر", "country")], [mark("باماكو", "city")]]);
    }
}
