//! `khabar report` as a program: the page and the CSV behind its plots.

mod program;

use std::collections::HashMap;
use std::fs;

use program::{folder, khabar, news};

#[test]
fn a_page_with_its_tables() {
    let dir = folder();
    let page = dir.path().join("out.html");
    let ran = khabar(["report", "--dateline", "-o"]).arg(&page).arg(news()).ran();
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "", ""));
    let html = fs::read_to_string(&page).expect("the page");
    let document = dom_query::Document::from(html.as_str());
    assert_eq!(document.select("html").attr("dir").as_deref(), Some("rtl"));
    assert_eq!(document.select("figure svg").length(), 7);
    assert_eq!(document.select("figure h2").length(), 7);
    assert!(document.select("ul.counts").text().contains("13"));
    for outside in ["<script", "src=", "<link", "url(", "@import"] {
        assert!(!html.contains(outside), "the page is alone: {outside}");
    }
    // The counts of the tables are those of the entities.
    let jsonl = khabar(["extract", "--dateline"]).arg(news()).ran();
    let mut mentions: HashMap<String, u64> = HashMap::new();
    for line in jsonl.out.lines() {
        let line: serde_json::Value = serde_json::from_str(line).expect("an object");
        for entity in line["entities"].as_array().expect("entities") {
            if let Some(entry) = entity.get("entry").and_then(|entry| entry.as_str()) {
                *mentions.entry(entry.to_owned()).or_default() += 1;
            }
        }
    }
    let table = |name: &str| {
        let path = dir.path().join(format!("out-{name}.csv"));
        let mut reader = csv::Reader::from_path(path).unwrap_or_else(|error| panic!("{name}: {error}"));
        reader.records().map(|row| row.expect("a row")).collect::<Vec<_>>()
    };
    let mut listed = 0;
    for row in table("actors").iter().chain(&table("places")) {
        if let Some(count) = mentions.get(&row[0]) {
            assert_eq!(row[4], count.to_string(), "{row:?}");
            listed += 1;
        }
    }
    assert_eq!(listed, mentions.len());
    let top = &table("places")[0];
    assert!(html.contains(&format!("\u{2068}{}\u{2069}", &top[1])), "the first place has a bar");
    for name in ["actors-actors", "actors-places", "dates", "days", "published"] {
        assert!(table(name).len() > 3, "{name}");
    }
    let together = table("actors-actors");
    assert!(together.iter().all(|row| row[0] < row[2]), "each pair once");
}

#[test]
fn piles_with_little_in_them() {
    let dir = folder();
    let page = dir.path().join("empty/out.html");
    for (text, code) in [("", 0), ("لا شيء", 0), ("في مالي", 0), ("قال الرئيس أمس", 0)] {
        let csv = dir.path().join("csv");
        fs::create_dir_all(page.parent().expect("a folder")).expect("a folder");
        let ran = khabar(["report", "--csv"]).arg(&csv).arg("-o").arg(&page).input(text.as_bytes());
        assert_eq!((ran.code, ran.err.as_str()), (code, ""), "{text}");
        assert!(csv.join("out-places.csv").exists());
    }
    let ran = khabar(["report", "--fail-empty", "-o"]).arg(&page).input("لا شيء".as_bytes());
    assert_eq!(ran.code, 1);
    let ran = khabar(["report", "-o", "none/none/out.html"]).input(b"");
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("none/none/out.html: No such file"));
}
