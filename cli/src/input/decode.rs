//! From a raw document to one that can be read.

use jiff::civil::Date;

use super::page::article;
use super::record::Record;
use super::{Body, Doc, Place, Raw, Reading};
use crate::fault::{Fault, Result};

/// The document, and perhaps a fault that does not keep it from being read: a date that is none.
///
/// # Errors
///
/// Broken UTF-8 with the byte of the file, an object that is none or has no text, a page without an article.
pub fn decode(raw: Raw, reading: &Reading) -> Result<(Doc, Option<Fault>)> {
    let Raw { place, body } = raw;
    let page = matches!(body, Body::Page(_));
    let (text, id, date) = match body {
        Body::Text(bytes) => (utf8(bytes, &place, reading)?, None, None),
        Body::Page(bytes) => {
            let html = utf8(bytes, &place, reading)?;
            let article = article(&html).map_err(|message| Fault::new(&place, message))?;
            // What a page states beside a day is not ours to judge.
            let date = article.date.filter(|date| day(date).is_ok());
            (article.text, None, date)
        }
        Body::Json(bytes) => {
            let line = utf8(bytes, &place, reading)?;
            let line = line.trim_start_matches('\u{FEFF}');
            let record = Record::from_json(line, reading)
                .map_err(|error| Fault::new(format_args!("{place}:{}", error.column().max(1)), short(&error)))?;
            let missing = || Fault::new(&place, format!("no key `{}` (--text-field)", reading.text_field));
            (record.text.ok_or_else(missing)?, record.id, record.date)
        }
        Body::Row { text, id, date } => {
            let cell = |bytes: Option<Vec<u8>>| bytes.map(|bytes| utf8(bytes, &place, reading)).transpose();
            let (id, date) = (cell(id)?, cell(date)?);
            (utf8(text, &place, reading)?, id, date)
        }
    };
    let id = id.filter(|id| !id.is_empty()).unwrap_or_else(|| place.to_string());
    let (own, fault) = match date.as_deref().map(str::trim).filter(|date| !date.is_empty()).map(day) {
        None => (None, None),
        Some(Ok(date)) => (Some(date), None),
        Some(Err(message)) => (None, Some(Fault::new(&place, message))),
    };
    let derived = page || (reading.lossy && text.contains(char::REPLACEMENT_CHARACTER));
    Ok((Doc { id, text, date: own.or(reading.date), place, derived }, fault))
}

fn utf8(bytes: Vec<u8>, place: &Place, reading: &Reading) -> Result<String> {
    match String::from_utf8(bytes) {
        Ok(text) => Ok(text),
        Err(error) if reading.lossy => Ok(String::from_utf8_lossy(error.as_bytes()).into_owned()),
        Err(error) => {
            let byte = place.byte + error.utf8_error().valid_up_to() as u64;
            Err(Fault::new(place, format!("not UTF-8 at byte {byte} (--lossy reads on)")))
        }
    }
}

/// The day that a date or a time begins with.
fn day(text: &str) -> std::result::Result<Date, String> {
    let day = text.get(..10).unwrap_or(text);
    day.parse().map_err(|_| format!("the date `{text}` does not begin as YYYY-MM-DD; left out"))
}

/// What serde_json says, without the line, which is always 1.
fn short(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.rsplit_once(" at line ").map_or(text.clone(), |(what, _)| what.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    fn reading(lossy: bool) -> Reading {
        Reading {
            format: None,
            text_field: "text".into(),
            id_field: "id".into(),
            date_field: "date".into(),
            date: None,
            lossy,
            limit: 1 << 20,
        }
    }

    fn at(body: Body) -> Raw {
        Raw { place: Place { file: Arc::from("a.jsonl"), line: Some(7), byte: 100 }, body }
    }

    #[test]
    fn objects() {
        let json = |text: &str| decode(at(Body::Json(text.into())), &reading(false));
        let (doc, fault) =
            json(r#"{"x": [1, {"text": 2}], "id": 5, "text": "مالي", "date": "2024-08-07T10:00:00Z"}"#).unwrap();
        assert_eq!((doc.id.as_str(), doc.text.as_str(), fault), ("5", "مالي", None));
        assert_eq!(doc.date, Some(jiff::civil::date(2024, 8, 7)));
        let (doc, fault) = json(r#"{"text": "مالي", "date": "last week"}"#).unwrap();
        assert_eq!((doc.id.as_str(), doc.date), ("a.jsonl:7", None));
        assert!(fault.unwrap().to_string().starts_with("a.jsonl:7: the date `last week`"));
        for (line, message) in [
            ("{}", "a.jsonl:7: no key `text` (--text-field)"),
            (r#"{"text": null}"#, "a.jsonl:7: no key `text` (--text-field)"),
            (r#"{"text": 3}"#, "a.jsonl:7:10: invalid type: integer `3`, expected a string"),
            ("[1]", "a.jsonl:7:1: invalid type: sequence, expected an object"),
            (r#"{"text": "a"} x"#, "a.jsonl:7:15: trailing characters"),
        ] {
            assert_eq!(json(line).unwrap_err().to_string(), message, "{line}");
        }
    }

    #[test]
    fn broken_utf8() {
        let broken = || at(Body::Text(b"ab\xFFcd".to_vec()));
        let fault = decode(broken(), &reading(false)).unwrap_err().to_string();
        assert_eq!(fault, "a.jsonl:7: not UTF-8 at byte 102 (--lossy reads on)");
        assert_eq!(decode(broken(), &reading(true)).unwrap().0.text, "ab\u{FFFD}cd");
    }
}
