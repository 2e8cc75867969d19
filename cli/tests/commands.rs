//! The other commands as programs: eval, explain, normalize, gazetteer, completions, man.

mod program;

use program::{folder, khabar, write};
use serde_json::Value;

const GOLD: &str = r#"{"id": "1", "text": "زار الوزير باماكو ومالي في 7 أغسطس 2024", "reference_date": "2024-08-12", "entities": [{"start": 11, "end": 17, "kind": "place", "type": "city"}, {"start": 19, "end": 23, "kind": "place", "type": "country"}, {"start": 27, "end": 39, "kind": "date", "type": "date", "value": "2024-08-07"}]}
{"id": "2", "text": "قال زياد الرفاعي", "entities": [{"start": 4, "end": 16, "kind": "actor", "type": "person"}]}
"#;

/// Three mentions: one right, one with the conjunction inside, a date of another day.
const FOUND: &str = r#"{"id": "1", "entities": [{"start": 11, "end": 17, "kind": "place", "type": "city"}, {"start": 18, "end": 23, "kind": "place", "type": "country"}, {"start": 27, "end": 39, "kind": "date", "type": "date", "value": "2024-08-08"}]}
"#;

#[test]
fn figures() {
    let dir = folder();
    let gold = write(&dir, "gold.jsonl", GOLD.as_bytes());
    let found = write(&dir, "found.jsonl", FOUND.as_bytes());
    let ran = khabar(["eval", "--json"]).arg(&gold).arg(&found).ran();
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let json: Value = serde_json::from_str(&ran.out).expect("an object");
    let cell = |row: &str, mode: &str| {
        let cell = &json["rows"][row][mode];
        [&cell["p"], &cell["r"], &cell["f1"]].map(|x| x.as_f64().expect("a share"))
    };
    assert_eq!(cell("micro", "exact"), [0.666667, 0.5, 0.571429]);
    assert_eq!(cell("micro", "word"), [1.0, 0.75, 0.857143]);
    assert_eq!(cell("place", "exact"), [0.5, 0.5, 0.5]);
    assert_eq!(cell("place/city", "exact"), [1.0, 1.0, 1.0]);
    assert_eq!(json["slices"]["clitic"]["exact"]["gold"], 1);
    assert_eq!(json["slices"]["unlisted"]["exact"]["gold"], 1);
    assert_eq!(json["dates"]["exact"][2], 1.0);
    assert_eq!((&json["dates"]["value"][2], &json["dates"]["value_accuracy"]), (&0.0.into(), &0.0.into()));

    let errors = khabar(["eval", "--errors", "--against"]).arg(&gold).arg(&gold).arg(&found).ran();
    for line in ["missed: 1", "spurious: 0", "another value (gold -> found): 1", "2024-08-07 -> 2024-08-08"] {
        assert!(errors.out.contains(line), "{line}: {}", errors.out);
    }
    assert!(
        errors.out.lines().any(|line| line.starts_with("micro") && line.contains("-42.86")),
        "against a perfect run"
    );
    for (threshold, code) in
        [("57", 0), ("57.2", 1), ("place.word=100", 0), ("date.value=1", 1), ("clitic=50", 1), ("none=3", 2)]
    {
        let ran = khabar(["eval", "--at-least", threshold]).arg(&gold).arg(&found).ran();
        assert_eq!(ran.code, code, "{threshold}: {}", ran.err);
    }
    let extracted =
        khabar(["eval", "--extract", "--at-least", "place=100", "--at-least", "date.value=100"]).arg(&gold).ran();
    assert_eq!((extracted.code, extracted.err.as_str()), (0, ""));
}

#[test]
fn what_is_printed_is_read_back() {
    let dir = folder();
    let texts: String = GOLD.lines().map(|line| line.to_owned() + "\n").collect();
    let source = write(&dir, "texts.jsonl", texts.as_bytes());
    let jsonl = dir.path().join("a.jsonl");
    khabar(["extract", "--with-text", "-o"]).arg(&jsonl).arg(&source).ran();
    let conll = dir.path().join("a.conll");
    khabar(["extract", "-f", "conll", "-o"]).arg(&conll).arg(&source).ran();
    let ran = khabar(["eval", "--at-least", "100"]).arg(&jsonl).arg(&conll).ran();
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    let brat = dir.path().join("brat");
    khabar(["extract", "-f", "brat", "-o"]).arg(&brat).arg(&source).ran();
    let ran = khabar(["eval", "--at-least", "100", "--at-least", "date.value=100"]).arg(&jsonl).arg(&brat).ran();
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
}

#[test]
fn faults_of_gold_files() {
    let dir = folder();
    for (name, text, message) in [
        ("a.jsonl", "{\"id\": 1}\n{\"id\": 1}\n", "a.jsonl: the id 1 stands twice"),
        ("b.jsonl", "{\"id\": 1}\n{", "b.jsonl:2: EOF while parsing"),
        (
            "c.jsonl",
            "{\"id\": 1, \"text\": \"ab\", \"entities\": [{\"start\": 1, \"end\": 3}]}",
            "c.jsonl: 1: the mention 1:3 ends outside its text",
        ),
        ("d.ann", "T1\tcity x y\tz\n", "d.ann:1: no annotation of brat"),
    ] {
        write(&dir, "d.txt", b"text");
        let path = write(&dir, name, text.as_bytes());
        let ran = khabar(["eval", "--extract"]).arg(path).ran();
        assert_eq!(ran.code, 2);
        assert!(ran.err.contains(message), "{message}: {}", ran.err);
    }
}

#[test]
fn explanations() {
    let text = "للجزائر ومنطقة كيدال، ودعم مالي كبير للقوات المالية والروسية أمس";
    let all = khabar(["explain", text]).ran();
    for line in [
        "cut off   \u{2068}ل+\u{2069}",
        "of the entry place.dz",
        "admin by the noun before",
        "rules of composition",
        "--date",
    ] {
        assert!(all.out.contains(line), "{line}: {}", all.out);
    }
    let at = text[..text.find("مالي").expect("a word")].chars().count();
    let span = |start: usize, end: usize| khabar(["explain", text, "--span", &format!("{start}:{end}")]).ran();
    let financial = span(at, at + 4).out;
    for line in ["no country", "place.ml, under a weak guard", "why       it stands as an adjective", "دعم [مالي]"]
    {
        assert!(financial.contains(line), "{line}: {financial}");
    }
    assert!(!span(15, 20).out.contains("place.dz"));
    assert!(span(at + 5, at + 9).out.contains("was not considered"));
    assert!(span(8, 14).out.contains("no rule proposes it"));
    let everything = khabar(["explain", text, "--all"]).ran().out;
    assert!(everything.contains("as an adjective") && everything.contains("admin by the noun before"), "{everything}");
    assert!(span(15, 20).out.contains("place.ml.kidal"));
    let outside = span(500, 501);
    assert_eq!((outside.code, outside.err.as_str()), (2, "khabar: text: the text has no code points 500:501\n"));
    assert_eq!(khabar(["explain", text, "--span", "5:5"]).ran().code, 2);
    assert!(khabar(["explain", "لا شيء"]).ran().out.starts_with("nothing was found"));
}

#[test]
fn folding() {
    let folded = khabar(["normalize"]).input("إلى أُوكْرَانِيَا\n".as_bytes());
    assert_eq!((folded.code, folded.out.as_str()), (0, "الي اوكرانيا\n"));
    let strict = khabar(["normalize", "--profile", "strict"]).input("إلى أُوكْرَانِيَا\n".as_bytes());
    assert_eq!(strict.out, "إلى أوكرانيا\n");
    assert!(khabar(["normalize", "--table"]).ran().out.lines().count() > 10);
    let broken = khabar(["normalize"]).input(b"ab\xFF");
    assert_eq!((broken.code, broken.err.as_str()), (2, "khabar: <stdin>: not UTF-8 at byte 2\n"));
}

#[test]
fn gazetteers() {
    let dir = folder();
    let good = write(&dir, "good.tsv", "id\ttype\tar\ten\nplace.ly.qasr\tcity\tقصر بن غشير\tQasr\n".as_bytes());
    let ran = khabar(["gazetteer", "check", "--alone"]).arg(&good).ran();
    assert_eq!((ran.code, ran.out.as_str()), (0, ""), "{}", ran.err);
    let bad = write(&dir, "bad.tsv", "id\ttype\tar\nplace.x\tdragon\tتنين\n".as_bytes());
    let ran = khabar(["gazetteer", "check", "--alone"]).arg(&bad).ran();
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("bad.tsv:2:"), "{}", ran.out);
    assert_eq!(khabar(["gazetteer", "check", "none.tsv"]).ran().code, 2);

    let fuller =
        "id\ttype\tar\taliases\nplace.ly.qasr\tcity\tقصر بن غشير\tبن غشير\nplace.ly.aziz\tcity\tالعزيزية الليبية\t\n";
    let fuller = write(&dir, "fuller.tsv", fuller.as_bytes());
    let ran = khabar(["gazetteer", "compile", "--alone"]).arg(&good).arg(&fuller).ran();
    let rows = "place.ly.aziz\tcity\tالعزيزية الليبية\t\nplace.ly.qasr\tcity\tقصر بن غشير\tبن غشير\n";
    assert_eq!((ran.code, ran.out), (0, format!("id\ttype\tar\taliases\n{rows}")), "{}", ran.err);
    let twice = write(&dir, "twice.tsv", "id\ttype\tar\nplace.ly.two\tcity\tقصر بن غشير\n".as_bytes());
    let ran = khabar(["gazetteer", "compile", "--alone"]).arg(&good).arg(&twice).ran();
    assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{}", ran.err);
    assert!(ran.err.contains("<merged>:3:"), "{}", ran.err);
    assert_eq!(khabar(["gazetteer", "compile"]).arg(&bad).ran().code, 2);

    let list = write(&dir, "towns.lst", "قصر بن غشير\n".as_bytes());
    let ran = khabar(["gazetteer", "import", "gate", "--type", "city"]).arg(&list).ran();
    assert_eq!(ran.code, 0);
    let imported = write(&dir, "towns.tsv", ran.out.as_bytes());
    let stats = khabar(["gazetteer", "stats", "--json"]).arg(&imported).ran();
    let stats: Value = serde_json::from_str(&stats.out).expect("an object");
    assert_eq!((&stats["all"]["entries"], &stats["types"]["city"]["names"]), (&1.into(), &1.into()));
    assert_eq!(khabar(["gazetteer", "import", "gate"]).arg(&list).ran().code, 2);

    let text = "قال العقيد زهران البكتوشي إن بلدة تلمنيش آمنة. وعاد العقيد زهران البكتوشي أمس.";
    let ran = khabar(["gazetteer", "candidates", "--least", "1"]).input(text.as_bytes());
    assert!(ran.out.contains("2\tperson\tزهران البكتوشي\t"), "{}", ran.out);
    assert!(ran.out.contains("1\tcity\tتلمنيش"), "{}", ran.out);
    let often = khabar(["gazetteer", "candidates"]).input(text.as_bytes());
    assert_eq!(often.out.lines().count(), 2);
}

#[test]
fn completions_and_manual() {
    for (shell, word) in [("bash", "complete"), ("zsh", "#compdef khabar"), ("fish", "complete -c khabar")] {
        assert!(khabar(["completions", shell]).ran().out.contains(word), "{shell}");
    }
    assert!(khabar(["man"]).ran().out.contains(".TH khabar 1"));
    let dir = folder();
    assert_eq!(khabar(["man", "--dir"]).arg(dir.path()).ran().code, 0);
    assert!(dir.path().join("khabar-extract.1").exists());
}
