//! Faults of gazetteers: each has its file, line and column, and nothing is loaded of a file that has one.

use std::path::PathBuf;

use khabar::{Error, ErrorKind, Gazetteer};

const HEADER: &str =
    "id\ttype\tar\taliases\tiso\tcountry\tqid\tgeonames\tlat\tlon\tprior\tguard\tcontext\tvalid_from\tsrc";

/// A row with the given cells set, in the order of the header.
fn row(cells: &[(&str, &str)]) -> String {
    let cell = |column: &str| {
        let standard = match column {
            "id" => "place.x.a",
            "type" => "city",
            "ar" => "سبها",
            _ => "",
        };
        cells.iter().find(|(name, _)| *name == column).map_or(standard, |(_, cell)| cell)
    };
    HEADER.split('\t').map(cell).collect::<Vec<_>>().join("\t")
}

fn message(result: Result<Gazetteer, Error>) -> String {
    match result {
        Ok(gazetteer) => format!("no fault, {} entries", gazetteer.len()),
        Err(error) => {
            assert_eq!(error.kind(), ErrorKind::Gazetteer, "{error}");
            let place = |e: &Error| Some(format!("{}:{}:{}", e.file()?.display(), e.line()?, e.column()?));
            assert!(error.to_string().starts_with(&place(&error).expect("a place")), "{error}");
            error.to_string()
        }
    }
}

/// Column, bad cell, what the message says of it.
const CELLS: [(&str, &str, &str); 22] = [
    ("id", "", "`` is no id: parts of a-z, 0-9 and - joined by dots"),
    ("id", "Place.X", "`Place.X` is no id: parts of a-z, 0-9 and - joined by dots"),
    ("id", "place..a", "`place..a` is no id: parts of a-z, 0-9 and - joined by dots"),
    ("type", "town", "`town` is no type of an actor or a place"),
    ("type", "duration", "`duration` is no type of an actor or a place"),
    ("ar", "", "the name in column `ar` is empty"),
    ("ar", "،؛", "the name `،؛` has neither letters nor digits"),
    // U+064E fatha, U+0640 tatweel
    ("ar", "\u{064E}\u{0640}", "the name `\u{064E}\u{0640}` has neither letters nor digits"),
    ("aliases", "صبها||سبهة", "the name in column `aliases` is empty"),
    ("aliases", "صبها|!", "the name in column `aliases` is empty"),
    ("iso", "ly", "`ly` is no ISO 3166-1 alpha-2 code"),
    ("country", "LY|LBY", "`LBY` is no ISO 3166-1 alpha-2 code"),
    ("qid", "1065", "`1065` is no Wikidata item"),
    ("qid", "Q-5", "`Q-5` is no Wikidata item"),
    ("geonames", "x", "`x` is no GeoNames id"),
    ("lat", "north", "`north` is no latitude"),
    ("lon", "14.4°", "`14.4°` is no longitude"),
    ("prior", "10", "`10` is no number from 0 to 9"),
    ("prior", "-1", "`-1` is no number from 0 to 9"),
    ("guard", "firm", "`firm` is no guard: weak, strong or date"),
    ("context", "city|planet", "`planet` is no context set"),
    ("valid_from", "soon", "`soon` is no year"),
];

#[test]
fn every_bad_cell_has_its_place() {
    for (column, cell, expected) in CELLS {
        let bad = row(&[(column, cell)]);
        let text = format!("# comment\n{HEADER}\n{}\n{bad}\n", row(&[("id", "place.x.good")]));
        let before = bad.split('\t').zip(HEADER.split('\t')).take_while(|(_, name)| *name != column);
        let at = 1 + before.map(|(cell, _)| cell.chars().count() + 1).sum::<usize>();
        assert_eq!(message(Gazetteer::from_tsv("mine.tsv", &text)), format!("mine.tsv:4:{at}: {expected}"));
    }
}

#[test]
fn coordinates_go_together_and_in_range() {
    for (lat, lon, expected) in [
        ("91", "0", "`91` is no latitude"),
        ("0", "-180.5", "`-180.5` is no longitude"),
        ("NaN", "0", "`NaN` is no latitude"),
        ("0", "inf", "`inf` is no longitude"),
        ("27", "", "a latitude without a longitude"),
        ("", "14", "a longitude without a latitude"),
    ] {
        let text = format!("{HEADER}\n{}\n", row(&[("lat", lat), ("lon", lon)]));
        let found = message(Gazetteer::from_tsv("mine.tsv", &text));
        assert!(found.starts_with("mine.tsv:2:") && found.ends_with(expected), "{lat} {lon}: {found}");
    }
}

#[test]
fn every_bad_table_has_its_place() {
    let long = format!("{HEADER}\n{}\textra\n", row(&[]));
    for (text, expected) in [
        ("", "mine.tsv:1:1: the line that names the columns is missing"),
        ("# only a comment\n", "mine.tsv:1:1: the line that names the columns is missing"),
        ("id\ttype\n", "mine.tsv:1:1: column `ar` is missing"),
        ("id\ttype\tar\tid\n", "mine.tsv:1:12: column `id` stands twice"),
        ("id\ttype\tar\nplace.x.a\tcity\n", "mine.tsv:2:11: 2 cells in a table of 3 columns"),
        (&long, "mine.tsv:2:32: 16 cells in a table of 15 columns"),
        (
            "id\ttype\tar\nplace.x.a\tcity\tسبها\nplace.x.b\tcity\tأوباري\nplace.x.a\tcity\tغات\n",
            "mine.tsv:4:1: the id `place.x.a` stands twice",
        ),
    ] {
        assert_eq!(message(Gazetteer::from_tsv("mine.tsv", text)), expected);
    }
    let unknown = message(Gazetteer::from_tsv("mine.tsv", "id\ttype\tname\n"));
    assert!(unknown.starts_with("mine.tsv:1:9: unknown column `name`; the columns are id, type, ar, "), "{unknown}");
}

#[test]
fn what_fills_the_memory_is_refused() {
    let names = ["سبها"; 1000].join("|");
    let long = "س".repeat(257);
    let line = "س".repeat(1 << 15);
    for (cells, expected) in [
        (&[("aliases", &*names)][..], "mine.tsv:2:21: 1001 names; an entry has at most 1000"),
        (&[("ar", &*long)], "mine.tsv:2:16: a name of more than 256 characters"),
        (&[("aliases", &*line)], "mine.tsv:2:1: a line of 65571 bytes; it has at most 65536"),
        // U+0007 bell, U+0085 next line, U+000D carriage return
        (&[("ar", "سب\u{7}ها")], "mine.tsv:2:18: the control character U+0007"),
        (&[("ar", "سب\u{85}ها")], "mine.tsv:2:18: the control character U+0085"),
        (&[("ar", "سب\rها")], "mine.tsv:2:18: the control character U+000D"),
    ] {
        let text = format!("{HEADER}\n{}\n", row(cells));
        assert_eq!(message(Gazetteer::from_tsv("mine.tsv", &text)), expected);
    }
    #[cfg(feature = "serde")]
    {
        let deep = format!(r#"{{"id": "a.b", "type": "city", "ar": {}"سبها"{}}}"#, "[".repeat(4000), "]".repeat(4000));
        let found = message(Gazetteer::from_jsonl("mine.jsonl", &deep));
        assert_eq!(found, "mine.jsonl:1:163: no JSON object: recursion limit exceeded");
    }
}

#[test]
fn no_entry_lies_in_itself() {
    let row = |(id, parent): (&str, &str)| format!("{id}\tcity\tسبها\t{parent}\n");
    let rows = [("a", "elsewhere"), ("b", "c"), ("c", "b"), ("d", "c")].map(row).concat();
    let found = message(Gazetteer::from_tsv("mine.tsv", &format!("id\ttype\tar\tparent\n# comment\n{rows}")));
    assert_eq!(found, "mine.tsv:4:13: `b` lies in itself");
    #[cfg(feature = "serde")]
    {
        let row = |(id, parent)| format!(r#"{{"id": "{id}", "type": "city", "ar": "سبها", "parent": "{parent}"}}"#);
        let rows = [("a", "elsewhere"), ("b", "c"), ("c", "b")].map(row).join("\n\n");
        let found = message(Gazetteer::from_jsonl("mine.jsonl", &rows));
        assert_eq!(found, "mine.jsonl:3:43: the entry lies in itself");
    }
}

#[test]
fn files_in_utf_16_are_told() {
    let text = "id\ttype\tar\nplace.x.a\tcity\tسبها\n";
    let bytes: Vec<u8> = "\u{FEFF}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let file = File::new("utf16.tsv", &bytes);
    let expected = format!("{}:1:1: this is UTF-16; gazetteers are UTF-8", file.0.display());
    assert_eq!(message(Gazetteer::from_path(&file.0)), expected);
}

#[test]
fn marks_of_editors_are_accepted() {
    // U+FEFF byte order mark
    let text = "\u{FEFF}id\ttype\tar\r\nplace.x.a\tcity\tسبها\r\n\r\nplace.x.b\tcity\tغات";
    let gazetteer = Gazetteer::from_tsv("mine.tsv", text).expect("a good table");
    let names: Vec<_> = gazetteer.records().map(khabar::Record::name).collect();
    assert_eq!(names, ["سبها", "غات"]);
}

#[test]
#[cfg(feature = "serde")]
fn json_lines_have_the_same_faults() {
    let good = r#"{"id": "place.x.a", "type": "city", "ar": "سبها", "aliases": ["صبها"], "prior": 4}"#;
    for (line, expected) in [
        (r#"["place.x.b"]"#, "mine.jsonl:3:"),
        (r#"{"id": "place.x.b", "type": "city""#, "mine.jsonl:3:"),
        (r#"{"id": "place.x.b", "name": "غات"}"#, "mine.jsonl:3:21: unknown key `name`; the keys are id, "),
        (r#"{"id": "place.x.b", "type": "city"}"#, "mine.jsonl:3:1: the name in column `ar` is empty"),
        (r#"{"id": "B", "type": "city", "ar": "غات"}"#, "mine.jsonl:3:2: `B` is no id"),
        (r#"{"ar": "غات", "type": "town", "id": "a.b"}"#, "mine.jsonl:3:15: `town` is no type"),
        (r#"{"id": "a.b", "type": "city", "ar": {}}"#, "mine.jsonl:3:31: `ar` is no string, number or list"),
        (
            r#"{"id": "a.b", "type": "city", "ar": "غات\tx"}"#,
            "mine.jsonl:3:31: `ar` holds the control character U+0009",
        ),
        (r#"{"id": "place.x.a", "type": "city", "ar": "غات"}"#, "mine.jsonl:3:2: the id `place.x.a` stands twice"),
    ] {
        let found = message(Gazetteer::from_jsonl("mine.jsonl", &format!("{good}\n\n{line}\n")));
        assert!(found.starts_with(expected), "{line}\n  found    {found}\n  expected {expected}");
    }
    let marked = Gazetteer::from_jsonl("mine.jsonl", &format!("\u{FEFF}{good}\r\n")).expect("a good line");
    assert_eq!(marked.records().next().expect("one").surface_forms().collect::<Vec<_>>(), ["سبها", "صبها"]);
}

/// A file under the folder for temporary files of tests, removed when dropped.
struct File(PathBuf);

impl File {
    fn new(name: &str, bytes: &[u8]) -> File {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{}-{name}", std::process::id()));
        std::fs::write(&path, bytes).expect("a file in the target folder");
        File(path)
    }
}

impl Drop for File {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

#[test]
fn files_that_cannot_be_read_are_named() {
    let missing = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("no-such-gazetteer.tsv");
    let broken = File::new("broken.tsv", b"id\ttype\tar\nplace.x.a\tcity\t\xD8\n");
    let found = message(Gazetteer::from_path(&broken.0));
    assert_eq!(found, format!("{}:2:16: byte 26 of the file, 0xD8, is no UTF-8", broken.0.display()));
    for path in [&missing, &PathBuf::from(env!("CARGO_TARGET_TMPDIR"))] {
        let error = Gazetteer::from_path(path).expect_err("cannot be read");
        assert_eq!((error.kind(), error.file()), (ErrorKind::Io, Some(path.as_path())), "{error}");
        assert!(error.to_string().starts_with(&path.display().to_string()), "{error}");
        assert!(std::error::Error::source(&error).is_some(), "{error}");
    }
}

#[test]
fn the_format_is_that_of_the_name() {
    let table = File::new("good.tsv", b"id\ttype\tar\nplace.x.a\tcity\t\xD8\xB3\xD8\xA8\xD9\x87\xD8\xA7\n");
    assert_eq!(Gazetteer::from_path(&table.0).expect("a good table").len(), 1);
    let bad = File::new("bad.tsv", b"id\ttype\tar\nplace.x.a\tcity\t\n");
    let found = message(Gazetteer::from_path(&bad.0));
    assert_eq!(found, format!("{}:2:16: the name in column `ar` is empty", bad.0.display()));
    #[cfg(feature = "serde")]
    {
        let lines = File::new("good.jsonl", br#"{"id": "place.x.a", "type": "city", "ar": "Sabha"}"#);
        assert_eq!(Gazetteer::from_path(&lines.0).expect("good lines").len(), 1);
    }
}
