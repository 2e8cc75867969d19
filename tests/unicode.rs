//! Every character of Unicode, and every normal form of a text.
#![cfg(feature = "builtin")]

use std::fmt::Write as _;
use std::path::Path;
use std::sync::LazyLock;

use jiff::civil::{Date, date};
use khabar::{Document, EntityType, Extractor, Input, OffsetUnit, Offsets, Timex};
use unicode_normalization::UnicodeNormalization;

const REFERENCE: Date = date(2024, 10, 12);

/// A name without a guard.
const NAME: &str = "لبنان";

/// The ligature of ب and ن: بن لبنان is the son of somebody called so.
const IBN: char = '\u{FC6D}';

/// Characters tried in one text, each in a line of its own.
const BATCH: usize = 4096;

static KHABAR: LazyLock<Extractor> = LazyLock::new(Extractor::builtin);

/// All code points but surrogates.
fn all() -> Vec<char> {
    ('\0'..=char::MAX).collect()
}

/// Fails if a span does not stand between characters, or if its offsets in other units are not those of the text.
fn check_spans(document: &Document<'_>, text: &str) {
    for entity in document.entities() {
        let span = entity.span();
        let found = text.get(span.range()).unwrap_or_else(|| panic!("{span:?} cuts a character"));
        assert_eq!(found, entity.text());
        for (at, unit, width) in [
            (text[..span.start()].chars().count(), OffsetUnit::Char, found.chars().count()),
            (text[..span.start()].encode_utf16().count(), OffsetUnit::Utf16, found.encode_utf16().count()),
        ] {
            assert_eq!(Offsets::new(text, unit).convert(span), at..at + width, "{unit:?} of {span:?}");
        }
    }
}

/// Extracts from a line for each character, written by `line`, and calls `each` with the character, its line and the
/// names found in it.
fn each_line(line: impl Fn(char) -> String, mut each: impl FnMut(char, &str, &[&str])) {
    for batch in all().chunks(BATCH) {
        let lines: Vec<String> = batch.iter().map(|&c| line(c)).collect();
        let text = lines.join("\n\n");
        let document = KHABAR.extract(&text);
        let mut entities = document.entities().peekable();
        let mut start = 0;
        for (&c, line) in batch.iter().zip(&lines) {
            let end = start + line.len();
            let mut names = Vec::new();
            while let Some(entity) = entities.next_if(|entity| entity.span().start() < end) {
                assert!(entity.span().end() <= end, "U+{:04X}: {entity:?} leaves its line", c as u32);
                names.push(entity.text());
            }
            each(c, line, &names);
            start = end + 2;
        }
    }
}

#[test]
fn a_character_beside_a_name_does_not_hide_it() {
    let mut hidden = Vec::new();
    each_line(
        |c| format!("{c} {NAME} {c}"),
        |c, line, names| {
            if !names.contains(&NAME) && c != IBN {
                hidden.push(format!("U+{:04X} {line:?} {names:?}", c as u32));
            }
        },
    );
    assert!(hidden.is_empty(), "{} characters\n{}", hidden.len(), hidden.join("\n"));
}

#[test]
fn a_sign_glued_to_a_name_does_not_hide_it() {
    let mut hidden = Vec::new();
    each_line(
        |c| format!("{c}{NAME}{c}"),
        |c, line, names| {
            if !c.is_alphanumeric() && !names.iter().any(|name| name.contains(NAME)) {
                hidden.push(format!("U+{:04X} {line:?} {names:?}", c as u32));
            }
        },
    );
    assert!(hidden.is_empty(), "{} characters\n{}", hidden.len(), hidden.join("\n"));
}

#[test]
fn spans_are_whole_characters() {
    for some in all().chunks(64).step_by(31) {
        let mut text = String::new();
        for c in some {
            write!(text, "{c} {c}{NAME}{c} 4{c}8{c}2024 ").expect("a string");
        }
        check_spans(&KHABAR.extract(Input::new(&text).reference_date(REFERENCE)), &text);
    }
}

/// What is told of an entity whatever the normal form: type, id, value.
fn told(text: &str) -> Vec<(EntityType, Option<String>, Option<Timex>)> {
    let document = KHABAR.extract(Input::new(text).reference_date(REFERENCE));
    check_spans(&document, text);
    document.entities().map(|e| (e.entity_type(), e.id().map(str::to_owned), e.timex())).collect()
}

#[test]
fn normal_forms_tell_the_same() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/news");
    let mut articles = 0;
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.extension().is_none_or(|e| e != "txt") {
            continue;
        }
        articles += 1;
        let text = std::fs::read_to_string(&path).expect("an article");
        let expected = told(&text);
        for (form, text) in [
            ("NFC", text.nfc().collect::<String>()),
            ("NFD", text.nfd().collect()),
            ("NFKC", text.nfkc().collect()),
            ("NFKD", text.nfkd().collect()),
        ] {
            assert_eq!(told(&text), expected, "{form} of {}", path.display());
        }
    }
    assert!(articles > 0);
}
