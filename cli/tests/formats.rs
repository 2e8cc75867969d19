//! Every format, read back by a reader of others and compared with the text that it speaks of.

mod program;

use std::collections::HashSet;
use std::fs;

use program::{Ran, folder, khabar, news, root};
use serde_json::Value;

/// The news as jsonl with texts, which the other formats are compared with.
fn reference() -> Vec<Value> {
    let ran = khabar(["extract", "--with-text", "--dateline"]).arg(news()).ran();
    ran.out.lines().map(|line| serde_json::from_str(line).expect("an object")).collect()
}

fn extract(format: &str) -> Ran {
    let ran = khabar(["extract", "--dateline", "--format", format]).arg(news()).ran();
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{format}");
    ran
}

fn entities(doc: &Value) -> &[Value] {
    doc["entities"].as_array().expect("entities")
}

/// The code points of a text from start to end.
fn slice(text: &str, start: u64, end: u64) -> String {
    text.chars().skip(start as usize).take((end - start) as usize).collect()
}

fn id(doc: &Value) -> &str {
    doc["id"].as_str().expect("id")
}

#[test]
fn jsonl() {
    let docs = reference();
    assert!(docs.iter().filter(|doc| doc.get("reference_date").is_some()).count() > 8, "datelines are dates");
    for doc in &docs {
        let text = fs::read_to_string(root().join(id(doc))).expect("a file of news");
        assert_eq!(doc["text"], text, "the text stays as it is");
        for entity in entities(doc) {
            let at = |key: &str| entity[key].as_u64().expect("an offset");
            assert_eq!(slice(&text, at("start"), at("end")), entity["text"].as_str().expect("text"));
        }
    }
}

#[test]
fn csv_and_tsv() {
    let docs = reference();
    for (format, delimiter) in [("csv", b','), ("tsv", b'\t')] {
        let ran = extract(format);
        let mut reader =
            csv::ReaderBuilder::new().delimiter(delimiter).quoting(format == "csv").from_reader(ran.out.as_bytes());
        let columns = reader.headers().expect("names of columns").clone();
        let mut rows = reader.records().map(|row| row.expect("a row with all its cells"));
        for doc in &docs {
            for entity in entities(doc) {
                let row = rows.next().expect("a row an entity");
                let cell = |name: &str| row[columns.iter().position(|column| column == name).expect(name)].to_owned();
                assert_eq!(cell("document"), id(doc));
                for key in ["text", "kind", "type", "id", "entry", "name", "name_en", "value", "mod", "clitics"] {
                    let text = entity.get(key).map_or("", |value| value.as_str().expect(key));
                    let text = if format == "csv" { text.to_owned() } else { text.replace('\n', " ") };
                    assert_eq!(cell(key), text, "{key}");
                }
                for key in ["start", "end", "geonames", "lat", "lon"] {
                    let number = entity.get(key).map(|value| value.as_f64().expect(key));
                    assert_eq!(cell(key).parse().ok(), number, "{key}");
                }
            }
        }
        assert!(rows.next().is_none());
    }
}

#[test]
fn conll() {
    let docs = reference();
    let ran = extract("conll");
    let mut parts = ran.out.split("# id = ").skip(1);
    let mut notes = 0;
    for doc in &docs {
        let part = parts.next().expect("a document");
        let (name, tokens) = part.split_once('\n').expect("tokens");
        assert_eq!(name, id(doc));
        let text = doc["text"].as_str().expect("text");
        let mut found: Vec<(u64, u64, String)> = Vec::new();
        let mut last = 0;
        for line in tokens.lines().filter(|line| !line.is_empty()) {
            let cells: Vec<_> = line.split('\t').collect();
            let [token, tag, range, note] = cells[..] else { panic!("{line}") };
            let (start, end) = range.split_once(':').expect("a range");
            let (start, end): (u64, u64) = (start.parse().expect("start"), end.parse().expect("end"));
            assert_eq!(slice(text, start, end), token);
            assert!(slice(text, last, start).trim().is_empty(), "nothing between tokens is lost");
            last = end;
            notes += usize::from(note != "_");
            match tag.split_once('-') {
                Some(("B", label)) => found.push((start, end, label.to_owned())),
                Some((_, label)) => {
                    let open = found.last_mut().expect("a mention that goes on");
                    assert_eq!(open.2, label);
                    open.1 = end;
                }
                None => assert_eq!(tag, "O"),
            }
        }
        let mut outer: Vec<(u64, u64, String)> = Vec::new();
        for entity in entities(doc) {
            let at = |key: &str| entity[key].as_u64().expect("an offset");
            if outer.last().is_none_or(|last| last.1 <= at("start")) {
                outer.push((at("start"), at("end"), entity["type"].as_str().expect("type").to_owned()));
            }
        }
        assert_eq!(found, outer, "{name}");
    }
    assert!(notes > 10, "{notes} clitics are told apart");
    let one = khabar(["extract", "-f", "conll"]).input("وللجزائر رأي".as_bytes());
    assert_eq!(one.out, "# id = <stdin>\nول\tO\t0:2\tproclitic\nلجزائر\tB-country\t2:8\t_\nرأي\tO\t9:12\t_\n\n");
}

#[test]
fn brat() {
    let docs = reference();
    let dir = folder();
    let ran = khabar(["extract", "--dateline", "-f", "brat", "-o"]).arg(dir.path()).arg(news()).ran();
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "", ""));
    let config = fs::read_to_string(dir.path().join("annotation.conf")).expect("the configuration");
    for doc in &docs {
        let name = id(doc).trim_end_matches(".txt").replace('/', "_");
        let text = fs::read_to_string(dir.path().join(format!("{name}.txt"))).expect("the text");
        assert_eq!(doc["text"], text);
        let ann = fs::read_to_string(dir.path().join(format!("{name}.ann"))).expect("annotations");
        let mut count = 0;
        for line in ann.lines().filter(|line| line.starts_with('T')) {
            let cells: Vec<_> = line.split('\t').collect();
            let [_, label, words] = cells[..] else { panic!("{line}") };
            let (label, ranges) = label.split_once(' ').expect("offsets");
            assert!(config.lines().any(|line| line == label));
            let parts: Vec<_> = ranges
                .split(';')
                .map(|range| {
                    let (start, end) = range.split_once(' ').expect("a range");
                    let part = slice(&text, start.parse().expect("start"), end.parse().expect("end"));
                    assert!(!part.contains('\n'), "no fragment holds a line end");
                    part
                })
                .collect();
            assert_eq!(parts.join(" "), words);
            count += 1;
        }
        assert_eq!(count, entities(doc).len());
    }
    // Documents of one name do not write over each other.
    let twice = folder();
    let ran = khabar(["extract", "-f", "brat", "-i", "jsonl", "-o"])
        .arg(twice.path())
        .input("{\"id\": \"a\", \"text\": \"مالي\"}\n{\"id\": \"a\", \"text\": \"مصر\"}\n".as_bytes());
    assert_eq!(ran.code, 0);
    assert_eq!(fs::read_to_string(twice.path().join("a-2.txt")).expect("the second"), "مصر");
}

/// The terms of http://www.w3.org/ns/anno.jsonld that we use; a key that the context does not know would be dropped by a
/// processor of JSON-LD.
const TERMS: [&str; 16] = [
    "@context",
    "id",
    "type",
    "motivation",
    "body",
    "target",
    "source",
    "selector",
    "value",
    "purpose",
    "format",
    "start",
    "end",
    "exact",
    "prefix",
    "suffix",
];
/// Its values of `type`, `purpose` and `motivation`.
const NAMES: [&str; 8] = [
    "Annotation",
    "TextualBody",
    "SpecificResource",
    "TextPositionSelector",
    "TextQuoteSelector",
    "tagging",
    "identifying",
    "describing",
];

fn check_terms(value: &Value) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                assert!(TERMS.contains(&key.as_str()), "{key} is no term of the context");
                if matches!(key.as_str(), "type" | "purpose" | "motivation") {
                    assert!(NAMES.contains(&value.as_str().expect("a name")), "{value}");
                }
                check_terms(value);
            }
        }
        Value::Array(values) => values.iter().for_each(check_terms),
        _ => {}
    }
}

#[test]
fn webanno() {
    let docs = reference();
    let ran = extract("webanno");
    let mut lines = ran.out.lines();
    let mut ids = HashSet::new();
    for doc in &docs {
        let text = doc["text"].as_str().expect("text");
        for entity in entities(doc) {
            let annotation: Value = serde_json::from_str(lines.next().expect("a line an entity")).expect("an object");
            check_terms(&annotation);
            assert_eq!(annotation["@context"], "http://www.w3.org/ns/anno.jsonld");
            assert!(ids.insert(annotation["id"].as_str().expect("an id").to_owned()), "ids are unique");
            assert_eq!(annotation["target"]["source"], doc["id"]);
            let [position, quote] = &annotation["target"]["selector"].as_array().expect("selectors")[..] else {
                panic!()
            };
            let (start, end) = (position["start"].as_u64().expect("start"), position["end"].as_u64().expect("end"));
            assert_eq!(
                (position["start"].clone(), position["end"].clone()),
                (entity["start"].clone(), entity["end"].clone())
            );
            let part = |key: &str| quote[key].as_str().expect("a part").to_owned();
            let (prefix, suffix) = (part("prefix"), part("suffix"));
            assert_eq!(slice(text, start, end), part("exact"));
            assert_eq!(slice(text, start - prefix.chars().count() as u64, start), prefix);
            assert_eq!(slice(text, end, end + suffix.chars().count() as u64), suffix);
        }
    }
    assert_eq!(lines.next(), None);
}

#[test]
fn timeml() {
    use quick_xml::events::Event;
    let docs = reference();
    let ran = extract("timeml");
    let mut reader = quick_xml::Reader::from_str(&ran.out);
    let (mut texts, mut values) = (Vec::new(), Vec::new());
    let (mut depth, mut text, mut tids) = (0, None::<String>, HashSet::new());
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Eof => break,
            Event::Start(tag) | Event::Empty(tag) if tag.name().as_ref() == "TIMEX3" => {
                let attribute = |name: &str| {
                    let found = tag.try_get_attribute(name).expect("an attribute")?;
                    Some(found.value.into_owned())
                };
                let kind = attribute("type").expect("a type");
                assert!(["DATE", "TIME", "DURATION", "SET"].contains(&kind.as_str()));
                assert!(tids.insert(attribute("tid").expect("a tid")), "tids are unique in a document");
                if text.is_some() {
                    values.extend(attribute("value"));
                }
            }
            Event::Start(tag) => {
                depth += 1;
                match tag.name().as_ref() {
                    "TEXT" => text = Some(String::new()),
                    "TimeML" => tids.clear(),
                    _ => {}
                }
            }
            Event::End(tag) => {
                if tag.name().as_ref() == "TEXT" {
                    texts.push(text.take().expect("a text"));
                }
                depth -= i32::from(tag.name().as_ref() != "TIMEX3");
            }
            Event::Text(part) => {
                if let Some(text) = &mut text {
                    text.push_str(&part);
                }
            }
            Event::GeneralRef(name) => {
                if let Some(text) = &mut text {
                    match name.resolve_char_ref().expect("a reference") {
                        Some(c) => text.push(c),
                        None => text.push_str(match &*name {
                            "quot" => "\"",
                            "amp" => "&",
                            "lt" => "<",
                            "gt" => ">",
                            other => panic!("{other}"),
                        }),
                    }
                }
            }
            _ => {}
        }
    }
    assert_eq!(depth, 0);
    assert_eq!(texts, docs.iter().map(|doc| doc["text"].as_str().expect("text")).collect::<Vec<_>>());
    let wanted = docs.iter().flat_map(entities).filter_map(|entity| entity.get("value")?.as_str());
    for value in wanted {
        for end in value.split('/') {
            assert!(values.iter().any(|found| found == end), "{value}");
        }
    }
    assert!(values.iter().all(|value| !value.contains('/')), "a range is a duration with two ends");
}

#[test]
fn geojson() {
    let docs = reference();
    let ran = extract("geojson");
    let collection: geojson::FeatureCollection =
        ran.out.parse::<geojson::GeoJson>().expect("GeoJSON").try_into().expect("features");
    let placed: Vec<_> = docs.iter().flat_map(entities).filter(|entity| entity.get("lat").is_some()).collect();
    let mentions: u64 =
        collection.features.iter().map(|f| f.property("mentions").and_then(Value::as_u64).expect("a count")).sum();
    assert_eq!(mentions, placed.len() as u64);
    for entity in placed {
        let entry = entity["entry"].as_str().expect("an entry");
        let feature = collection
            .features
            .iter()
            .find(|f| matches!(&f.id, Some(geojson::feature::Id::String(id)) if id == entry))
            .expect("a feature a place");
        let value = serde_json::to_value(feature).expect("JSON");
        assert_eq!(
            value["geometry"]["coordinates"],
            serde_json::json!([entity["lon"], entity["lat"]]),
            "longitude first"
        );
        let days: u64 = value["properties"]["days"].as_object().expect("days").values().filter_map(Value::as_u64).sum();
        assert!(days <= value["properties"]["mentions"].as_u64().expect("a count"));
    }
}

#[test]
fn html() {
    let docs = reference();
    let page = extract("html").out;
    let document = dom_query::Document::from(page.as_str());
    assert_eq!(document.select("html").attr("dir").as_deref(), Some("rtl"));
    assert_eq!(document.select("article").length(), docs.len());
    let marks: usize = docs.iter().map(|doc| entities(doc).len()).sum();
    assert_eq!(document.select("article mark").length(), marks);
    assert!(document.select("article mark mark").length() > 0, "nested mentions are nested marks");
    for kind in ["actor", "place", "date"] {
        let count = document.select(&format!("article mark.{kind}")).length();
        assert_eq!(document.select(&format!("aside label.{kind} bdi")).text().to_string(), count.to_string());
    }
    for (i, doc) in docs.iter().enumerate() {
        let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        let article = document.select(&format!("#d{}", i + 1));
        article.select(".source").remove();
        assert_eq!(letters(&article.text()), letters(doc["text"].as_str().expect("text")));
    }
    assert!(!page.contains("<script") && !page.contains("http://") && !page.contains("https://"), "the page is alone");
    let hostile = khabar(["extract", "-f", "html"]).input("<script>alert(1)</script> مالي & \"مصر\"".as_bytes());
    let hostile = dom_query::Document::from(hostile.out.as_str());
    assert_eq!((hostile.select("script").length(), hostile.select("article mark").length()), (0, 2));
}

#[test]
fn table() {
    let plain = khabar(["extract", "-f", "table"]).arg("examples/news/01-sahel-convoy.txt").ran();
    assert!(plain.out.starts_with("examples/news/01-sahel-convoy.txt\n"));
    assert!(plain.out.lines().any(|line| line.contains("\u{2068}باماكو\u{2069}") && line.contains("Bamako")));
    assert!(!plain.out.contains('\u{1B}'), "no colours on a pipe");
    let coloured =
        khabar(["extract", "-f", "table", "--color", "always"]).arg("examples/news/01-sahel-convoy.txt").ran();
    assert!(coloured.out.contains("\u{1B}[38;5;"));
    let opened = plain.out.matches('\u{2068}').count();
    assert_eq!(opened, plain.out.matches('\u{2069}').count(), "every isolate is closed");
}

#[cfg(feature = "parquet")]
#[test]
fn parquet() {
    use arrow_array::{Array, Float64Array, StringArray, UInt64Array};
    use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
    let docs = reference();
    let dir = folder();
    let path = dir.path().join("news.parquet");
    let ran = khabar(["extract", "--dateline", "-f", "parquet", "-o"]).arg(&path).arg(news()).ran();
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let reader = ParquetRecordBatchReaderBuilder::try_new(fs::File::open(&path).expect("the file")).expect("Parquet");
    let metadata = reader.metadata().file_metadata().key_value_metadata().expect("metadata").clone();
    let value =
        |key: &str| metadata.iter().find(|pair| pair.key == key).and_then(|pair| pair.value.clone()).expect(key);
    assert_eq!(value("khabar.version"), env!("CARGO_PKG_VERSION"));
    assert!(value("khabar.gazetteer").contains("entries"));
    assert_eq!(value("khabar.offsets"), "char");
    let mut wanted = docs.iter().flat_map(|doc| entities(doc).iter().map(move |entity| (id(doc), entity)));
    for batch in reader.build().expect("a reader") {
        let batch = batch.expect("rows");
        let text = |name: &str| {
            batch.column_by_name(name).expect(name).as_any().downcast_ref::<StringArray>().expect(name).clone()
        };
        let starts =
            batch.column_by_name("start").expect("start").as_any().downcast_ref::<UInt64Array>().expect("u64").clone();
        let lats =
            batch.column_by_name("lat").expect("lat").as_any().downcast_ref::<Float64Array>().expect("f64").clone();
        for row in 0..batch.num_rows() {
            let (doc, entity) = wanted.next().expect("a row an entity");
            assert_eq!(text("document").value(row), doc);
            assert_eq!(text("text").value(row), entity["text"].as_str().expect("text"));
            assert_eq!(starts.value(row), entity["start"].as_u64().expect("start"));
            assert_eq!((!lats.is_null(row)).then(|| lats.value(row)), entity.get("lat").and_then(Value::as_f64));
            let entry = text("entry");
            assert_eq!((!entry.is_null(row)).then(|| entry.value(row)), entity.get("entry").and_then(Value::as_str));
        }
    }
    assert!(wanted.next().is_none());
}
