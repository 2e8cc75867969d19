//! What the benches read, and who reads it: the text, `khabar` as users call it, and the yardsticks beside it.

use std::fmt;
use std::path::Path;

use aho_corasick::{AhoCorasick, MatchKind};
use jiff::civil::{Date, date};
use khabar::{Document, Extractor, Gazetteer, Input, Kind, Scratch};
use unicode_normalization::UnicodeNormalization;

/// The news of the examples, one article each.
const NEWS: [&str; 13] = [
    include_str!("../../examples/news/01-sahel-convoy.txt"),
    include_str!("../../examples/news/02-sudan-el-fasher.txt"),
    include_str!("../../examples/news/03-gaza-truce.txt"),
    include_str!("../../examples/news/04-ukraine-grid.txt"),
    include_str!("../../examples/news/05-gulf-economy.txt"),
    include_str!("../../examples/news/06-maghreb-politics.txt"),
    include_str!("../../examples/news/07-morocco-quake-recovery.txt"),
    include_str!("../../examples/news/08-lebanon-cabinet.txt"),
    include_str!("../../examples/news/09-hijri-hajj.txt"),
    include_str!("../../examples/news/10-football-final.txt"),
    include_str!("../../examples/news/11-vowelled-school-reader.txt"),
    include_str!("../../examples/news/12-careless-typing.txt"),
    include_str!("../../examples/news/13-technology-sanctions.txt"),
];

/// Actors, places and dates in [`NEWS`], each article read once: with everything on, names only, dates only.
///
/// To renew them after a change of rules or gazetteers that is meant to find more or less, copy what this prints:
/// `KHABAR_BLESS=1 cargo bench --bench extract -- --test`
const NEWS_COUNTS: [[usize; 3]; 3] = [[274, 296, 216], [274, 296, 0], [0, 0, 216]];

/// Bytes of the text that is made of [`NEWS`].
const SIZE: usize = 4 << 20;

/// Bytes of a small document, about.
pub const SMALL: usize = 300;

/// What relative dates are counted from.
pub const REFERENCE: Date = date(2024, 10, 12);

/// A text with its name.
pub struct Corpus {
    pub name: String,
    pub text: String,
}

impl Corpus {
    /// The news of the examples, shuffled and repeated; or, if the environment variable `KHABAR_CORPUS` names a folder,
    /// the `.txt` files and the `text` fields of the `.jsonl` files in it, in the order of their names.
    pub fn load() -> Corpus {
        let corpus = match std::env::var_os("KHABAR_CORPUS") {
            Some(folder) => Corpus { name: "KHABAR_CORPUS".into(), text: concatenated(folder.as_ref()) },
            None => Corpus { name: "the example news, shuffled and repeated".into(), text: shuffled(&NEWS, SIZE) },
        };
        assert!(!corpus.text.is_empty(), "there is no text in the folder that KHABAR_CORPUS names");
        corpus
    }
}

impl Corpus {
    /// The sentences of the text in a fixed pseudo-random order, again and again until there are `size` bytes.
    pub fn shuffled(self, size: usize) -> Corpus {
        Corpus { name: self.name + ", shuffled and repeated", text: shuffled(&[&self.text], size) }
    }
}

/// What tells one text from another: sizes, and the FNV-1a hash of its bytes.
impl fmt::Display for Corpus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = &self.text;
        let hash =
            text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x100_0000_01b3));
        let (chars, words) = (text.chars().count(), text.split_whitespace().count());
        let sentences = sentences(text).len();
        write!(
            f,
            "{}: {} bytes, {chars} chars, {words} words, {sentences} sentences, {hash:016x}",
            self.name,
            text.len()
        )
    }
}

/// Sentences in a fixed pseudo-random order, again and again until there are `size` bytes. Those that ended a line
/// still do.
fn shuffled(texts: &[&str], size: usize) -> String {
    let mut all: Vec<&str> = texts.iter().flat_map(|text| sentences(text)).collect();
    let mut state = 1_u64;
    let mut text = String::with_capacity(size + size / 64);
    while text.len() < size {
        for i in (1..all.len()).rev() {
            // Knuth's MMIX generator; its high bits are the good ones.
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            all.swap(i, ((state >> 33) % (i as u64 + 1)) as usize);
        }
        for sentence in &all {
            text.push_str(sentence.trim_end());
            text.push(if sentence.ends_with('\n') { '\n' } else { ' ' });
        }
    }
    text
}

fn concatenated(folder: &Path) -> String {
    let listing = folder.read_dir().unwrap_or_else(|e| panic!("KHABAR_CORPUS {}: {e}", folder.display()));
    let mut paths: Vec<_> = listing.map(|entry| entry.expect("a folder that lists its files").path()).collect();
    paths.sort();
    let mut text = String::new();
    for path in paths {
        let extension = path.extension().unwrap_or_default();
        if extension != "txt" && extension != "jsonl" {
            continue;
        }
        let file = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        if extension == "txt" {
            text.push_str(&file);
            text.push_str("\n\n");
            continue;
        }
        for (at, line) in file.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            let place = || format!("{}:{}", path.display(), at + 1);
            let value: serde_json::Value = serde_json::from_str(line).unwrap_or_else(|e| panic!("{}: {e}", place()));
            text.push_str(value["text"].as_str().unwrap_or_else(|| panic!("{}: no field `text`", place())));
            text.push_str("\n\n");
        }
    }
    text
}

/// The sentences of a text, each with the blanks after it: together they are the text.
fn sentences(text: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let (mut start, mut stop, mut closed) = (0, false, false);
    for (at, c) in text.char_indices() {
        if c.is_whitespace() {
            closed |= stop || c == '\n';
        } else if closed {
            sentences.push(&text[start..at]);
            (start, closed) = (at, false);
        }
        stop = matches!(c, '.' | '!' | '؟');
    }
    sentences.push(&text[start..]);
    sentences
}

/// The text in documents of whole sentences that come near to `size` bytes.
pub fn documents(text: &str, size: usize) -> Vec<&str> {
    let mut documents = Vec::new();
    let (mut start, mut end) = (0, 0);
    for sentence in sentences(text) {
        if end > start && end - start + sentence.len() / 2 > size {
            documents.push(&text[start..end]);
            start = end;
        }
        end += sentence.len();
    }
    documents.push(&text[start..]);
    documents
}

/// Asserts that the example news give the entities that they gave when [`NEWS_COUNTS`] was written.
pub fn check_news() {
    let counts = [everything(), names_only(), dates_only()].map(|khabar| {
        let mut counts = [0; 3];
        for text in NEWS {
            for entity in extract(&khabar, text).entities() {
                counts[entity.kind() as usize] += 1;
            }
        }
        counts
    });
    if std::env::var_os("KHABAR_BLESS").is_some() {
        println!("const NEWS_COUNTS: [[usize; 3]; 3] = {counts:?};");
    } else {
        assert_eq!(
            counts, NEWS_COUNTS,
            "entities in the example news; the comment on NEWS_COUNTS says how to renew it"
        );
    }
}

pub fn build(builder: khabar::ExtractorBuilder) -> Extractor {
    builder.build().expect("the gazetteers in the box are tested")
}

pub fn everything() -> Extractor {
    build(Extractor::builder())
}

fn names_only() -> Extractor {
    build(Extractor::builder().only([Kind::Actor, Kind::Place]))
}

fn dates_only() -> Extractor {
    build(Extractor::builder().only([Kind::Date]))
}

/// One text, with a reference date.
pub fn extract<'t>(khabar: &Extractor, text: &'t str) -> Document<'t> {
    khabar.extract(Input::new(text).reference_date(REFERENCE))
}

/// Someone who reads the text and counts what there is in it.
pub struct Contestant<'t> {
    pub name: &'static str,
    pub run: Box<dyn FnMut() -> usize + 't>,
}

pub const AHO_CORASICK: &str = "aho-corasick, leftmost-longest";
pub const FROM_UTF8: &str = "std::str::from_utf8";

/// All who read `text`: `khabar` first, then the yardsticks. These only count; none folds, cuts proclitics, looks at
/// word edges, stores a span or finds the way back to the original text.
pub fn contestants(text: &str) -> Vec<Contestant<'_>> {
    let mut all = Vec::new();
    let mut add = |name, run| all.push(Contestant { name, run });

    for (name, khabar) in
        [("khabar", everything()), ("khabar, names only", names_only()), ("khabar, dates only", dates_only())]
    {
        add(name, Box::new(move || extract(&khabar, text).len()) as Box<dyn FnMut() -> usize>);
    }

    let khabar = everything();
    let small = documents(text, SMALL);
    println!("small documents: {} of {} bytes on average", small.len(), text.len() / small.len());
    let mut scratch = Scratch::default();
    let fresh: usize = small.iter().map(|text| extract(&khabar, text).len()).sum();
    add(
        "khabar, 300-byte documents",
        Box::new(move || {
            let input = |text| Input::new(text).reference_date(REFERENCE);
            let count = small.iter().map(|text| khabar.extract_with(input(*text), &mut scratch).len()).sum();
            assert_eq!(count, fresh, "buffers used again change nothing");
            count
        }),
    );

    let names = surface_forms();
    println!("aho-corasick: {} distinct surface forms as the built-in gazetteers spell them", names.len());
    let longest = automaton(&names, MatchKind::LeftmostLongest);
    add(AHO_CORASICK, Box::new(move || longest.find_iter(text).count()));
    let standard = automaton(&names, MatchKind::Standard);
    add("aho-corasick, standard", Box::new(move || standard.find_iter(text).count()));

    let folded: Vec<String> = names.iter().map(|name| nfkc(name, String::new())).collect();
    let longest = automaton(&folded, MatchKind::LeftmostLongest);
    let mut buffer = String::new();
    add(
        "NFKC by char, aho-corasick",
        Box::new(move || {
            buffer = nfkc(text, std::mem::take(&mut buffer));
            longest.find_iter(&buffer).count()
        }),
    );

    add(
        FROM_UTF8,
        Box::new(move || std::str::from_utf8(std::hint::black_box(text.as_bytes())).expect("it was a `str`").len()),
    );
    all
}

/// The surface forms of the gazetteers in the box, without those that stand twice.
fn surface_forms() -> Vec<String> {
    let gazetteer = Gazetteer::builtin();
    let mut names: Vec<_> = gazetteer.records().flat_map(|r| r.surface_forms()).map(String::from).collect();
    names.sort();
    names.dedup();
    names
}

/// The kind of automaton is left to aho-corasick, as `AhoCorasick::new` leaves it.
pub fn automaton(names: &[String], kind: MatchKind) -> AhoCorasick {
    AhoCorasick::builder().match_kind(kind).build(names).expect("names far below the limit")
}

/// NFKC one character at a time, as one does to keep offsets, into a buffer used again.
pub fn nfkc(text: &str, mut buffer: String) -> String {
    buffer.clear();
    buffer.extend(text.chars().flat_map(|c| std::iter::once(c).nfkc()));
    buffer
}
