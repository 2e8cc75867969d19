//! The example `extract` as a program: what it prints, in which unit, and what it does with files that cannot be read.
#![cfg(all(feature = "builtin", feature = "serde"))]

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Once;

use serde_json::Value;

/// The program, built if it is not there: cargo builds examples for a test of all targets, not for one of this alone.
fn program() -> PathBuf {
    static BUILD: Once = Once::new();
    let test = std::env::current_exe().expect("the path of this test");
    let profile = test.parent().and_then(Path::parent).expect("target/<profile>/deps").to_owned();
    let program = profile.join("examples").join(format!("extract{}", std::env::consts::EXE_SUFFIX));
    BUILD.call_once(|| {
        if !program.exists() {
            let mut cargo = Command::new(env!("CARGO"));
            cargo.args(["build", "--example", "extract", "--manifest-path"]);
            cargo.arg(root().join("Cargo.toml")).arg("--target-dir").arg(profile.parent().expect("target"));
            if profile.file_name() == Some(OsStr::new("release")) {
                cargo.arg("--release");
            }
            assert!(cargo.status().expect("cargo runs").success());
        }
    });
    program
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn run<S: AsRef<OsStr>>(arguments: impl IntoIterator<Item = S>) -> Output {
    Command::new(program()).args(arguments).output().expect("the program runs")
}

/// The documents printed, after the check that all went well.
fn documents(output: &Output) -> Vec<Value> {
    assert_eq!(
        (output.status.code(), &*output.stderr),
        (Some(0), &b""[..]),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    lines(output)
}

fn lines(output: &Output) -> Vec<Value> {
    let text = std::str::from_utf8(&output.stdout).expect("UTF-8");
    text.lines().map(|line| serde_json::from_str(line).expect("a JSON object a line")).collect()
}

/// A folder of files for one test, removed when dropped.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str, files: &[(&str, &[u8])]) -> Folder {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        for (file, bytes) in files {
            std::fs::write(folder.join(file), bytes).expect("a file");
        }
        Folder(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[test]
fn a_folder_of_news() {
    let news = root().join("examples/news");
    let documents = documents(&run([&news]));
    let mut names: Vec<String> = std::fs::read_dir(&news)
        .expect("the news")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension() == Some(OsStr::new("txt")))
        .map(|path| path.file_stem().expect("a name").to_str().expect("UTF-8").to_owned())
        .collect();
    names.sort();
    let ids: Vec<&str> = documents.iter().map(|document| document["id"].as_str().expect("an id")).collect();
    assert_eq!(ids, names);
    for document in &documents {
        let text = std::fs::read_to_string(news.join(document["id"].as_str().unwrap()).with_extension("txt")).unwrap();
        let chars: Vec<char> = text.chars().collect();
        let entities = document["entities"].as_array().expect("a list");
        assert!(entities.len() > 20, "{}: {}", document["id"], entities.len());
        for entity in entities {
            let [start, end] = ["start", "end"].map(|key| entity[key].as_u64().expect("an offset") as usize);
            assert_eq!(chars[start..end].iter().collect::<String>(), entity["text"], "{} {start}", document["id"]);
        }
    }
}

#[test]
fn offsets_in_every_unit() {
    // U+1F600 grinning face: one code point, two UTF-16 units, four bytes
    let folder = Folder::new("units", &[("a.txt", "\u{1F600} مالي".as_bytes())]);
    for (unit, start, end) in [("byte", 5, 13), ("char", 2, 6), ("utf16", 3, 7)] {
        let output = run([OsStr::new("--offsets"), OsStr::new(unit), folder.0.as_os_str()]);
        let entity = &documents(&output)[0]["entities"][0];
        assert_eq!((entity["start"].as_u64(), entity["end"].as_u64()), (Some(start), Some(end)), "{unit}");
    }
}

#[test]
fn documents_a_line_with_their_dates() {
    let lines = "{\"id\": \"a\", \"text\": \"وصل أمس إلى مالي\", \"reference_date\": \"2024-08-07\"}\n\n\
                 {\"id\": \"b\", \"text\": \"وصل أمس إلى مالي\", \"reference_date\": null}\n\
                 {\"id\": \"c\", \"text\": \"وصل أمس إلى مالي\"}\n";
    let folder = Folder::new("lines", &[("news.jsonl", lines.as_bytes())]);
    let path = folder.0.join("news.jsonl");
    let values = |output: &Output| -> Vec<(String, Option<String>)> {
        let row = |d: &Value| {
            let date = &d["entities"][0];
            assert_eq!(date["text"], "أمس");
            (d["id"].as_str().unwrap().to_owned(), date["value"].as_str().map(str::to_owned))
        };
        documents(output).iter().map(row).collect()
    };
    let row = |id: &str, value: Option<&str>| (id.to_owned(), value.map(str::to_owned));
    assert_eq!(values(&run([&path])), [row("a", Some("2024-08-06")), row("b", None), row("c", None)]);
    let dated = run([OsStr::new("--date"), OsStr::new("2024-01-02"), path.as_os_str()]);
    assert_eq!(
        values(&dated),
        [row("a", Some("2024-08-06")), row("b", Some("2024-01-01")), row("c", Some("2024-01-01"))]
    );
}

#[test]
fn what_cannot_be_read_is_reported_and_the_rest_goes_on() {
    let good = "زار الوزير باماكو".as_bytes();
    // Seven bytes of good text, then the head of an Arabic letter without its tail.
    let files: [(&str, &[u8]); 4] =
        [("1.txt", good), ("2.txt", b"Bamako \xD9 etc."), ("3.jsonl", b"{\"id\": 3}\n"), ("4.txt", good)];
    let folder = Folder::new("broken", &files);
    let missing = folder.0.join("missing.txt");
    let output = run([&missing, &folder.0]);
    let errors = String::from_utf8(output.stderr.clone()).expect("UTF-8");
    assert_eq!(output.status.code(), Some(2), "{errors}");
    let ids: Vec<Value> = lines(&output).iter().map(|document| document["id"].clone()).collect();
    assert_eq!(ids, ["1", "4"]);
    let reports: Vec<&str> = errors.lines().collect();
    assert_eq!(reports.len(), 3, "{errors}");
    assert!(reports[0].starts_with(&format!("extract: {}: ", missing.display())), "{errors}");
    let broken = folder.0.join("2.txt");
    assert_eq!(reports[1], format!("extract: {}: not UTF-8 at byte 7", broken.display()));
    assert!(reports[2].starts_with(&format!("extract: {}: line 1: ", folder.0.join("3.jsonl").display())), "{errors}");
}

#[test]
fn bad_arguments_are_explained() {
    for (arguments, expected) in [
        (&[][..], "no path"),
        (&["--offsets", "line", "x.txt"], "--offsets line: char, byte or utf16"),
        (&["--date", "yesterday", "x.txt"], "--date yesterday: "),
        (&["--date"], "--date needs a value"),
        (&["--fast", "x.txt"], "unknown option --fast"),
    ] {
        let output = run(arguments);
        let errors = String::from_utf8_lossy(&output.stderr);
        assert_eq!((output.status.code(), &*output.stdout), (Some(2), &b""[..]), "{arguments:?}");
        assert!(errors.starts_with(&format!("extract: {expected}")) && errors.contains("usage: extract"), "{errors}");
    }
}
