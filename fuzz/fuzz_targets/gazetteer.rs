//! Any bytes as a gazetteer of every format: an error with its place, or records that can be written, read again and found.
#![no_main]

use khabar::{EntityType, Error, Extractor, Gazetteer, GazetteerCheck, Importer, Roles};
use libfuzzer_sys::fuzz_target;

fn check(result: Result<Gazetteer, Error>) {
    let gazetteer = match result {
        Ok(gazetteer) => gazetteer,
        Err(error) => {
            assert!(error.line().is_some_and(|line| line > 0) && error.column().is_some_and(|column| column > 0));
            return;
        }
    };
    let table = gazetteer.to_tsv();
    let again = Gazetteer::from_tsv("again.tsv", &table).unwrap_or_else(|e| panic!("{e}\n{table}"));
    assert_eq!(again.to_tsv(), table);
    let names: Vec<String> = gazetteer.records().map(|record| record.name().to_owned()).collect();
    let khabar = Extractor::builder().use_builtin(false).gazetteer(gazetteer).build().expect("few names");
    khabar.extract(&names.join("، "));
}

// The first byte chooses the format.
fuzz_target!(|bytes: &[u8]| {
    let Some((&choice, bytes)) = bytes.split_first() else { return };
    let text = &*String::from_utf8_lossy(bytes);
    let imported = |result: Result<khabar::Imported, Error>| drop(result);
    match choice % 9 {
        0 => check(Gazetteer::from_tsv("g.tsv", text)),
        1 => check(Gazetteer::from_jsonl("g.jsonl", text)),
        2 => drop(Roles::from_tsv("roles.tsv", text)),
        3 => drop(GazetteerCheck::new().file("g.tsv", text).run()),
        4 => imported(Importer::new().jrc_names("g", bytes)),
        5 => imported(Importer::new().paranames("g", bytes)),
        6 => imported(Importer::new().geonames("g", bytes)),
        7 => imported(Importer::new().spacy_patterns("g", bytes)),
        _ => imported(Importer::new().gate_list("g", EntityType::City, bytes)),
    }
});
