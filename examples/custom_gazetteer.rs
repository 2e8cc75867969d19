//! Gazetteers of your own: on top of the built-in ones, alone, as JSON Lines, and what is said of a faulty line.
//!
//! ```text
//! cargo run --release --example custom_gazetteer
//! ```
//!
//! Here the tables stand in the source; `Gazetteer::from_path` reads the same from a `.tsv` or `.jsonl` file. The columns
//! are those of `gazetteers/README.md`; `id`, `type` and `ar` are needed, the others may be left out.

use std::process::ExitCode;

use khabar::{Error, Extractor, Gazetteer};

/// Two new names, and a row that replaces a built-in one: it has the id of Kidal, with a name of our own for it.
///
/// Aliases are joined by a bar. `!` before one guards it strongly: شمس is the sun, and a company only where the words
/// around it say so, as `context` lists them.
const TABLE: &str = "\
id\ttype\tar\taliases\ten\tcountry\tlat\tlon\tcontext
company.ex.shams\tcompany\tشركة شمس للطاقة\t!شمس\tShams Energy\tJO\t\t\tcompany
place.ex.wadi-zuhur\tcity\tوادي الزهور\tبلدة الزهور\tWadi al-Zuhur\tJO\t31.5\t35.9\t
place.ml.kidal\tcity\tكيدال\tكيدال العليا\tKidal (our desk)\tML\t18.44\t1.41\t
";

/// The same columns as keys; lists are arrays.
const LINES: &str = r#"{"id": "org.ex.rawafid", "type": "organization", "ar": "مؤسسة روافد", "aliases": ["روافد الخيرية"], "en": "Rawafid"}
{"id": "person.ex.lina-harithi", "type": "person", "ar": "لينا الحارثي", "en": "Lina al-Harithi", "country": ["JO"]}
"#;

/// Lines as they come back from a colleague.
const FAULTY: [(&str, &str); 5] = [
    ("town.tsv", "id\ttype\tar\nplace.ex.a\ttown\tالزهور\n"),
    ("twice.tsv", "id\ttype\tar\nplace.ex.a\tcity\tالزهور\nplace.ex.a\tcity\tالورود\n"),
    ("lat.tsv", "id\ttype\tar\tlat\tlon\nplace.ex.a\tcity\tالزهور\t310.5\t35.9\n"),
    ("header.tsv", "id\ttype\tname\nplace.ex.a\tcity\tالزهور\n"),
    ("key.jsonl", "{\"id\": \"place.ex.a\", \"type\": \"city\", \"name\": \"الزهور\"}\n"),
];

const NEWS: &str = "افتتحت شركة شمس للطاقة محطة في وادي الزهور قرب عمان، وقالت لينا الحارثي من مؤسسة روافد إن الشركة ستعمل في \
كيدال العليا أيضا، حيث تشرق الشمس طوال العام. وتراجع سهم شركة شمس أمس.";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(e) => {
            eprintln!("custom_gazetteer: {e}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Result<(), Error> {
    let table = Gazetteer::from_tsv("desk.tsv", TABLE)?;
    let lines = Gazetteer::from_jsonl("desk.jsonl", LINES)?;

    show("The built-in gazetteers", &Extractor::builtin());

    // Each gazetteer lies on top of those before it: an entry replaces one of the same id.
    let khabar = Extractor::builder().gazetteer(table.clone()).gazetteer(lines.clone()).build()?;
    show("With ours on top", &khabar);

    // Composed actors (القوات المالية) and dates come from rules, so they are found without any gazetteer as well.
    let khabar = Extractor::builder().use_builtin(false).gazetteer(table).gazetteer(lines).build()?;
    show("Ours alone", &khabar);

    println!("Faulty lines");
    for (file, text) in FAULTY {
        let read =
            if file.ends_with(".jsonl") { Gazetteer::from_jsonl(file, text) } else { Gazetteer::from_tsv(file, text) };
        match read {
            Ok(gazetteer) => println!("  {file}: {} entries", gazetteer.len()),
            Err(e) => println!("  {e}"),
        }
    }
    Ok(())
}

fn show(title: &str, khabar: &Extractor) {
    println!("{title}");
    for entity in khabar.extract(NEWS).entities() {
        let id = entity.id().unwrap_or("-");
        let name = entity.name_en().unwrap_or("-");
        // The isolates keep an Arabic text from reordering the line.
        println!("  {:<13} {id:<24} {name:<20} \u{2068}{}\u{2069}", entity.entity_type().as_str(), entity.text());
    }
    println!();
}
