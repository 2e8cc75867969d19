//! The fields of a JSON object that make a document, whatever else is in it.

use std::fmt;

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};

use super::Reading;

/// What an object says of a document.
#[derive(Debug, Default, PartialEq)]
pub struct Record {
    pub id: Option<String>,
    pub text: Option<String>,
    pub date: Option<String>,
}

impl Record {
    /// Reads an object; the names of its keys are those of `reading`.
    pub fn from_json(line: &str, reading: &Reading) -> serde_json::Result<Record> {
        let mut deserializer = serde_json::Deserializer::from_str(line);
        let record = Fields(reading).deserialize(&mut deserializer)?;
        deserializer.end()?;
        Ok(record)
    }
}

struct Fields<'r>(&'r Reading);

impl<'de> DeserializeSeed<'de> for Fields<'_> {
    type Value = Record;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Record, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Fields<'_> {
    type Value = Record;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Record, A::Error> {
        let mut record = Record::default();
        while let Some(key) = map.next_key::<std::borrow::Cow<'de, str>>()? {
            if key == self.0.text_field {
                record.text = map.next_value()?;
            } else if key == self.0.id_field {
                record.id = map.next_value::<Option<Id>>()?.map(|id| id.0);
            } else if key == self.0.date_field {
                record.date = map.next_value()?;
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(record)
    }
}

/// A string, or a number, which many exports have.
struct Id(String);

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Id, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Either {
            Text(String),
            Number(serde_json::Number),
        }
        Ok(Id(match Either::deserialize(deserializer)? {
            Either::Text(text) => text,
            Either::Number(number) => number.to_string(),
        }))
    }
}
