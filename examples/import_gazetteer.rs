//! Turns one's own copy of a list of names into a gazetteer file on standard output.
//!
//! ```text
//! cargo run --release --example import_gazetteer -- jrc-names entities             > jrc.tsv
//! cargo run --release --example import_gazetteer -- paranames paranames.tsv        > paranames.tsv
//! cargo run --release --example import_gazetteer -- geonames ML.txt alternateNamesV2.txt > ml.tsv
//! cargo run --release --example import_gazetteer -- spacy patterns.jsonl           > mine.tsv
//! cargo run --release --example import_gazetteer -- gate city city.lst             > cities.tsv
//! ```
//!
//! Lines that cannot be used are reported and the rest goes on. Look at the result with `check_gazetteer` before you use
//! it: such lists are full of everyday words.

use std::fs::File;
use std::io::BufReader;
use std::process::ExitCode;

use khabar::{EntityType, Error, Imported, Importer};

const USAGE: &str = "usage: import_gazetteer jrc-names FILE | paranames FILE | geonames FILE [ALTERNATE_NAMES] \
                     | spacy FILE | gate TYPE FILE";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match import(&words) {
        Ok(imported) => {
            imported.skipped.iter().for_each(|fault| eprintln!("{fault}"));
            eprintln!("{} entries, {} lines passed over", imported.gazetteer.len(), imported.skipped.len());
            print!("{}", imported.gazetteer.to_tsv());
            ExitCode::SUCCESS
        }
        Err(fault) => {
            eprintln!("import_gazetteer: {fault}");
            ExitCode::from(2)
        }
    }
}

fn import(words: &[&str]) -> Result<Imported, String> {
    let text = |fault: Error| fault.to_string();
    let importer = Importer::new();
    match *words {
        ["jrc-names", path] => importer.jrc_names(path, open(path)?).map_err(text),
        ["paranames", path] => importer.paranames(path, open(path)?).map_err(text),
        ["geonames", path] => importer.geonames(path, open(path)?).map_err(text),
        ["geonames", path, names] => {
            let importer = importer.geonames_alternate_names(names, open(names)?).map_err(text)?;
            importer.geonames(path, open(path)?).map_err(text)
        }
        ["spacy", path] => importer.spacy_patterns(path, open(path)?).map_err(text),
        ["gate", name, path] => {
            let entity_type = EntityType::from_name(name).ok_or_else(|| format!("`{name}` is no type"))?;
            importer.gate_list(path, entity_type, open(path)?).map_err(text)
        }
        _ => Err(USAGE.to_owned()),
    }
}

fn open(path: &str) -> Result<BufReader<File>, String> {
    File::open(path).map(BufReader::new).map_err(|fault| format!("{path}: {fault}"))
}
