//! `khabar extract` as a program: what it reads, what it says of what it cannot read, and how it ends.

mod program;

use std::io::Write;
use std::process::Stdio;

use program::{Ran, folder, khabar, news, write};
use serde_json::Value;

fn lines(ran: &Ran) -> Vec<Value> {
    ran.out.lines().map(|line| serde_json::from_str(line).expect("a line is an object")).collect()
}

fn texts(line: &Value) -> Vec<&str> {
    line["entities"].as_array().expect("entities").iter().map(|e| e["text"].as_str().expect("text")).collect()
}

#[test]
fn a_folder_in_order_whatever_the_threads() {
    let one = khabar(["extract", "-j1"]).arg(news()).ran();
    let four = khabar(["extract", "-j4"]).arg(news()).ran();
    assert_eq!((one.code, one.err.as_str()), (0, ""));
    assert_eq!(one.out, four.out);
    let lines = lines(&one);
    assert_eq!(lines.len(), 13);
    assert!(lines.is_sorted_by_key(|line| line["id"].as_str().map(str::to_owned)));
    assert!(lines.iter().all(|line| !texts(line).is_empty() && line.get("text").is_none()));
}

#[test]
fn the_same_text_in_every_input() {
    let dir = folder();
    let text = "زار الوزير باماكو، أمس";
    let object = format!("{{\"id\": \"a\", \"text\": \"{text}\", \"reference_date\": \"2024-08-07\"}}\n");
    let table = format!("id,reference_date,text\na,2024-08-07,\"{text}\"\n");
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(object.as_bytes()).expect("memory");
    let page = format!(
        "<html><head><title>خبر</title></head><body><nav>الرئيسية</nav><article><h1>خبر</h1><p>{text}.</p><p>{}</p></article></body></html>",
        "وقال مسؤول إن المحادثات كانت طويلة، وإن الطرفين اتفقا على مواصلة العمل في الأيام المقبلة. ".repeat(8)
    );
    write(&dir, "a.jsonl", object.as_bytes());
    write(&dir, "a.csv", table.as_bytes());
    write(&dir, "a.tsv", table.replace(',', "\t").replace('"', "").as_bytes());
    write(&dir, "a.jsonl.gz", &gzip.finish().expect("memory"));
    write(&dir, "a.jsonl.zst", &zstd::encode_all(object.as_bytes(), 1).expect("memory"));
    write(&dir, "a.txt", text.as_bytes());
    write(&dir, "a.html", page.as_bytes());
    for name in ["a.jsonl", "a.csv", "a.tsv", "a.jsonl.gz", "a.jsonl.zst", "a.txt", "a.html"] {
        let ran = khabar(["extract", "--date", "2024-08-07"]).arg(dir.path().join(name)).ran();
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{name}");
        let line = &lines(&ran)[0];
        assert_eq!(texts(line)[..2], ["باماكو", "أمس"], "{name}");
        assert_eq!(line["entities"][1]["value"], "2024-08-06", "{name}");
        // The text that offsets of a page count in stands nowhere else.
        assert_eq!(line.get("text").is_some(), name == "a.html", "{name}");
        if name == "a.html" {
            let text: Vec<char> = line["text"].as_str().expect("text").chars().collect();
            let at = |key: &str| line["entities"][0][key].as_u64().expect("an offset") as usize;
            assert_eq!(text[at("start")..at("end")].iter().collect::<String>(), "باماكو");
            assert!(!line["text"].as_str().is_some_and(|text| text.contains("الرئيسية")), "the menu is left out");
        }
    }
    let all = khabar(["extract", "--glob", "*.gz", "--glob", "*.zst"]).arg(dir.path()).ran();
    assert_eq!(lines(&all).len(), 2);
    let piped = khabar(["extract", "--input", "jsonl"]).input(object.as_bytes());
    assert_eq!(lines(&piped)[0]["id"], "a");
    let fields =
        khabar(["extract", "--input", "jsonl", "--text-field", "body", "--id-field", "n", "--date-field", "on"])
            .input("{\"n\": 7, \"body\": \"أمس في مالي\", \"on\": \"2024-08-07T09:00:00Z\"}".as_bytes());
    assert_eq!(
        (&lines(&fields)[0]["id"], &lines(&fields)[0]["entities"][0]["value"]),
        (&"7".into(), &"2024-08-06".into())
    );
}

#[test]
fn a_bad_document_never_stops_the_run() {
    let dir = folder();
    let good = |id: &str| format!("{{\"id\": \"{id}\", \"text\": \"في مالي\"}}\n").into_bytes();
    let mut bytes = good("1");
    bytes.extend_from_slice(b"{\"id\": \"2\", \"text\": \"ab\xFF\"}\n{broken\n{\"id\": \"4\"}\n");
    bytes.extend(good("5"));
    let path = write(&dir, "mixed.jsonl", &bytes);
    let ran = khabar(["extract"]).arg(&path).arg(dir.path().join("none.txt")).ran();
    assert_eq!(ran.code, 2);
    let ids: Vec<_> = lines(&ran).iter().map(|line| line["id"].as_str().expect("id").to_owned()).collect();
    assert_eq!(ids, ["1", "5"]);
    let at = |line: &str| {
        ran.err.lines().find(|l| l.contains(line)).unwrap_or_else(|| panic!("{line}: {}", ran.err)).to_owned()
    };
    let offset = good("1").len() + b"{\"id\": \"2\", \"text\": \"ab".len();
    assert!(at("mixed.jsonl:2:").ends_with(&format!("not UTF-8 at byte {offset} (--lossy reads on)")));
    assert!(at("mixed.jsonl:3:").contains("key must be a string"));
    assert!(at("mixed.jsonl:4:").ends_with("no key `text` (--text-field)"));
    assert!(at("none.txt").contains("No such file"));

    let lossy = khabar(["extract", "--lossy"]).arg(&path).ran();
    assert_eq!(lines(&lossy).len(), 3);
    assert_eq!(lines(&lossy)[1]["text"], "ab\u{FFFD}");

    let long = format!("{}\nفي مالي\n", "ا".repeat(1 << 20));
    let ran = khabar(["extract", "--input", "lines", "--max-document", "1"]).input(long.as_bytes());
    assert_eq!((ran.code, lines(&ran).len()), (2, 1));
    assert_eq!(ran.err, "khabar: <stdin>:1: longer than 1 MiB (--max-document)\n");

    let ran = khabar(["extract", "--input", "csv"]).input(b"id,body\n1,x\n");
    assert_eq!(
        (ran.code, ran.err.as_str()),
        (2, "khabar: <stdin>:1: no column `text` (--text-field) among id, body\n")
    );
    let ran = khabar(["extract", "--input", "html"]).input(b"<html></html>");
    assert_eq!(ran.code, 2);
    assert!(ran.err.starts_with("khabar: <stdin>: no main text"), "{}", ran.err);
    let ran = khabar(["extract", "--input", "jsonl"])
        .input("{\"text\": \"أمس\", \"reference_date\": \"8/7/2024\"}".as_bytes());
    assert_eq!((ran.code, lines(&ran).len()), (2, 1));
    assert!(ran.err.contains("the date `8/7/2024` does not begin as YYYY-MM-DD"));
}

#[test]
fn what_is_found_can_be_narrowed() {
    let dir = folder();
    let text = "زار وزير الخارجية المصري باماكو وكيدال ومالي في 7 أغسطس 2024";
    let run = |arguments: &[&str]| {
        let ran = khabar(["extract"]).args(arguments).input(text.as_bytes());
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{arguments:?}");
        texts(&lines(&ran)[0]).iter().map(|text| (*text).to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(run(&["--only", "place"]), ["باماكو", "كيدال", "مالي"]);
    assert_eq!(run(&["--only", "date"]), ["7 أغسطس 2024"]);
    assert_eq!(run(&["--types", "city"]), ["باماكو", "كيدال"]);
    let deny = write(&dir, "deny.txt", "# places\nكَيْدال\nplace.ml\n".as_bytes());
    assert_eq!(run(&["--only", "place", "--deny", deny.to_str().expect("UTF-8")]), ["باماكو"]);
    let mine = write(&dir, "mine.tsv", "id\ttype\tar\nperson.x\tperson\tوزير الخارجية المصري باماكو\n".as_bytes());
    let mine = mine.to_str().expect("UTF-8");
    assert_eq!(run(&["--gazetteer", mine, "--only", "actor"]), ["وزير الخارجية المصري باماكو"]);
    assert_eq!(run(&["--gazetteer", mine, "--no-builtin", "--only", "place"]), <[String; 0]>::default());
    assert_eq!(run(&["--overlap", "all", "--types", "city"]).len(), 2);
    let bytes = khabar(["extract", "--offsets", "byte", "--types", "city"]).input(text.as_bytes());
    let entity = &lines(&bytes)[0]["entities"][0];
    assert_eq!(&text[entity["start"].as_u64().expect("start") as usize..][..12], "باماكو");
}

#[test]
fn how_it_ends() {
    let empty = khabar(["extract", "--fail-empty"]).input("لا شيء".as_bytes());
    assert_eq!((empty.code, empty.err.as_str()), (1, ""));
    assert_eq!(khabar(["extract"]).input("لا شيء".as_bytes()).code, 0);
    for (arguments, message) in [
        (&["extract", "--only", "dragon"][..], "actor, place or date"),
        (&["extract", "--types", "dragon"], "one of person, state"),
        (&["extract", "--date", "2024-13-01"], "invalid value '2024-13-01'"),
        (&["extract", "--format", "brat"], "--format brat wants --output DIR"),
        (&["extract", "--gazetteer", "none.tsv"], "none.tsv: cannot be read"),
        (&["extract", "--deny", "none.txt"], "none.txt: No such file"),
        (&["extract", "--glob", "{a"], "--glob: "),
        (&["extract", "--output", "none/out.jsonl"], "none/out.jsonl: No such file"),
        (&["extrct"], "unrecognized subcommand"),
    ] {
        let ran = khabar(arguments).input(b"");
        assert_eq!(ran.code, 2, "{arguments:?}");
        assert!(ran.err.contains(message), "{arguments:?}: {}", ran.err);
    }
}

/// Whoever reads has seen enough, and more input may never come.
#[test]
fn a_broken_pipe_is_quiet() {
    let mut child = khabar(["extract", "--input", "lines"])
        .command()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().expect("a pipe");
    // The pipe stays open while the program is waited for.
    stdin.write_all("في مالي\n".as_bytes()).expect("the program reads");
    let mut err = String::new();
    std::io::Read::read_to_string(&mut child.stderr.take().expect("a pipe"), &mut err).expect("UTF-8");
    assert_eq!((child.wait().expect("an end").code(), err.as_str()), (Some(0), ""));
}

#[cfg(unix)]
#[test]
fn ctrl_c_leaves_whole_lines() {
    use std::io::{BufRead, BufReader};
    let mut child = khabar(["extract", "--input", "lines", "-j2"])
        .command()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    let mut stdout = BufReader::new(child.stdout.take().expect("a pipe"));
    stdin.write_all("في مالي\n".as_bytes()).expect("the program reads");
    let mut first = String::new();
    stdout.read_line(&mut first).expect("what was read does not wait for more");
    let kill = std::process::Command::new("kill").args(["-INT", &child.id().to_string()]).status();
    assert!(kill.expect("kill runs").success());
    let rest: Vec<_> = stdout.lines().map(|line| line.expect("UTF-8")).collect();
    for line in std::iter::once(first).chain(rest) {
        serde_json::from_str::<Value>(&line).expect("a whole line");
    }
    assert_eq!(child.wait().expect("an end").code(), Some(130));
}
