//! Patterns of spaCy's entity ruler.

use std::io::BufRead;

use serde_json::Value;

use super::{Entries, Imported, Importer, is_arabic, lines, slug};
use crate::entity::EntityType;
use crate::error::Error;

const TYPES: [(&str, EntityType); 8] = [
    ("PERSON", EntityType::Person),
    ("PER", EntityType::Person),
    ("ORG", EntityType::Organization),
    ("NORP", EntityType::People),
    ("GPE", EntityType::City), // countries and provinces as well
    ("LOC", EntityType::Region),
    ("FAC", EntityType::Facility),
    ("FACILITY", EntityType::Facility),
];

/// The attributes of a token that give its text.
const TEXTS: [&str; 4] = ["TEXT", "ORTH", "LOWER", "NORM"];

impl Importer {
    /// Reads patterns of spaCy in JSON Lines: objects of `label`, `pattern` (a text, or a list of tokens with their text)
    /// and `id`. Patterns of one label and id are names of one entry. Labels are typed as spaCy's models use them, unless
    /// [`Importer::label`] says otherwise; `GPE` is a city.
    ///
    /// Tokens that ask for more than a text (`REGEX`, `OP`, `POS`) are reported: here a name is a name.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Io`](crate::ErrorKind::Io) if the input cannot be read.
    pub fn spacy_patterns(&self, name: &str, input: impl BufRead) -> Result<Imported, Error> {
        let mut entries = Entries::default();
        let skipped = lines(name, input, |number, line| {
            if line.trim().is_empty() {
                return Ok(());
            }
            let fault = |message: String| Error::at(name, number, 1, message);
            let object: Value = serde_json::from_str(line).map_err(|e| fault(format!("no JSON object: {e}")))?;
            let label = object["label"].as_str().ok_or_else(|| fault("no `label`".to_owned()))?;
            let text = match &object["pattern"] {
                Value::String(text) => text.clone(),
                Value::Array(tokens) => tokens
                    .iter()
                    .map(token)
                    .collect::<Option<Vec<_>>>()
                    .map(|t| t.join(" "))
                    .ok_or_else(|| fault("a token that is more than a text".to_owned()))?,
                _ => return Err(fault("no `pattern`".to_owned())),
            };
            if !is_arabic(&text) {
                return Ok(());
            }
            let entity_type =
                self.type_of(label, &TYPES).ok_or_else(|| fault(format!("the label `{label}` has no meaning here")))?;
            let id = match object["id"].as_str().and_then(slug) {
                Some(id) => format!("spacy.{id}"),
                None => format!("spacy.line-{number}"),
            };
            entries.entry(&id, entity_type, "spacy").add_name(&text);
            Ok(())
        })?;
        Ok(entries.finish(skipped))
    }
}

/// The text of a token that is nothing else.
fn token(token: &Value) -> Option<&str> {
    let object = token.as_object().filter(|object| object.len() == 1)?;
    TEXTS.iter().find_map(|attribute| object.get(*attribute)?.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_of_an_id_are_one_entry() {
        let patterns = r#"{"label": "ORG", "pattern": "بنك الخرطوم", "id": "Bank of Khartoum"}
{"label": "ORG", "pattern": [{"LOWER": "مصرف"}, {"ORTH": "الخرطوم"}], "id": "Bank of Khartoum"}
{"label": "GPE", "pattern": "سبها"}
{"label": "GPE", "pattern": "Sabha"}
{"label": "MONEY", "pattern": "دينار"}
{"label": "ORG", "pattern": [{"LOWER": {"REGEX": "بنك.*"}}]}
{"label": "ORG"}
[
"#;
        let imported = Importer::new().spacy_patterns("p.jsonl", patterns.as_bytes()).unwrap();
        assert_eq!(
            imported.gazetteer.to_tsv(),
            "id\ttype\tar\taliases\tsrc\n\
             spacy.bank-of-khartoum\torganization\tبنك الخرطوم\tمصرف الخرطوم\tspacy\n\
             spacy.line-3\tcity\tسبها\t\tspacy\n"
        );
        let skipped: Vec<_> = imported.skipped.iter().map(|fault| (fault.line().unwrap(), fault.message())).collect();
        assert_eq!(
            skipped[..3],
            [
                (5, "the label `MONEY` has no meaning here"),
                (6, "a token that is more than a text"),
                (7, "no `pattern`")
            ]
        );
        assert_eq!(skipped[3].0, 8);
    }
}
