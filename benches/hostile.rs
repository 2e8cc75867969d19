//! Texts that somebody could write to slow a reader down or to fill its memory, beside news: what a megabyte of each costs.
//!
//! The bounds that a full run asserts: no text is read at less than a tenth of the speed of news, and none takes more memory
//! than [`MEMORY`] times its size. Measured: 6 times slower (Hangul in pieces), 8 times (dates without an end).

use std::time::Instant;

use khabar::{Extractor, Gazetteer};
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY_IN_USE: PeakAlloc = PeakAlloc;

/// Times the size of the text that reading may take at most, its buffers and the entities of the document.
const MEMORY: f64 = 16.0;

/// Times slower than news that a text may be at most.
const SLOWER: f64 = 10.0;

/// Bytes of most texts.
const SIZE: usize = 1 << 20;

/// `piece` again and again.
fn again(piece: &str, size: usize) -> String {
    piece.repeat(size / piece.len() + 1)
}

/// Pieces one after another, as often as needed.
fn mixed(pieces: &[String], between: &str, size: usize) -> String {
    let once = pieces.join(between) + between;
    again(&once, size)
}

/// The words of the box's names but the last of each: every one begins a name that never comes.
fn prefixes() -> Vec<String> {
    let gazetteer = Gazetteer::builtin();
    let mut prefixes: Vec<String> = gazetteer
        .records()
        .filter_map(|record| record.name().rsplit_once(' ').map(|(prefix, _)| prefix.to_owned()))
        .collect();
    prefixes.sort_by_key(|prefix| std::cmp::Reverse(prefix.len()));
    prefixes.truncate(2000);
    prefixes
}

fn news(size: usize) -> String {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/news");
    let mut paths: Vec<_> = std::fs::read_dir(folder).expect("a folder").map(|e| e.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|e| e == "txt"));
    paths.sort();
    let articles: Vec<String> = paths.iter().map(|path| std::fs::read_to_string(path).expect("an article")).collect();
    mixed(&articles, "\n\n", size)
}

/// The texts, most of `size` bytes.
fn texts(size: usize) -> Vec<(&'static str, String)> {
    let numbers: Vec<String> = (0..5000).map(|n: u32| format!("{}", n.wrapping_mul(2_654_435_761) % 100_000)).collect();
    vec![
        // U+0640 tatweel
        ("tatweel", again("\u{640}", size)),
        ("و", again("و", size)),
        ("words of و", again("و ", size)),
        ("لل", again("لل", size)),
        ("one letter", again("ب", size)),
        ("words of one letter", again("ب ", size)),
        ("digits", again("12345678", size)),
        ("digits and slashes", again("12/", size)),
        ("dates without an end", again("12/10/2024-", size)),
        ("numbers", mixed(&numbers, " ", size)),
        ("nested quotation marks", again("«", size / 2) + &again("»", size / 2)),
        ("quotation marks and words", again("\"كلمة «", size)),
        ("brackets", again("(", size / 2) + &again(")", size / 2)),
        ("beginnings of the longest names", mixed(&prefixes(), " ", size)),
        ("heads without names", again("وزارة قوات حركة حزب محافظة مدينة مطار ", size)),
        ("titles without names", again("الرئيس الوزير اللواء الدكتور المتحدث باسم ", size)),
        ("given names", again("محمد علي حسن أحمد ", size)),
        ("speech verbs", again("قال أعلن أكد ", size)),
        ("months", again("يناير فبراير كانون الثاني ", size)),
        ("يوم and numbers in words", again("يوم الخامس والعشرين من ", size)),
        ("بين … و", again("بين و", size)),
        // U+064E fatha
        ("vowel marks", again("ب\u{64E}\u{64E}\u{64E}\u{64E}", size)),
        ("marks without a letter", again("\u{64E}", size)),
        // U+FDFA: one character, eighteen letters
        ("ligatures", again("\u{FDFA}", size)),
        ("Hangul in pieces", again("\u{1112}\u{1161}\u{11AB}", size)),
        // U+0301 combining acute: as many on one letter as there are
        ("marks on one letter", format!("e{}", again("\u{301}", size))),
        // U+200F right-to-left mark
        ("direction marks", again("\u{200F}", size)),
        ("line ends", again("\n", size)),
        ("spaces", again(" ", size)),
        ("one word", again("كلمةطويلة", 10 * size)),
        ("no line ends", news(100 * size).replace('\n', " ")),
    ]
}

/// Seconds of the best of some readings of `text`, and the most memory in use while one ran.
fn read(khabar: &Extractor, text: &str, rounds: usize) -> (f64, usize) {
    let mut best = f64::INFINITY;
    let before = MEMORY_IN_USE.current_usage();
    MEMORY_IN_USE.reset_peak_usage();
    for _ in 0..rounds {
        let begin = Instant::now();
        let found = std::hint::black_box(khabar.extract(text)).len();
        best = best.min(begin.elapsed().as_secs_f64());
        assert!(found <= text.len());
    }
    (best, MEMORY_IN_USE.peak_usage().saturating_sub(before))
}

fn main() {
    let full = std::env::args().any(|argument| argument == "--bench") && !std::env::args().any(|a| a == "--test");
    let (size, rounds) = if full { (SIZE, 3) } else { (SIZE >> 7, 1) };
    let khabar = Extractor::builtin();
    let news = news(size);
    let speed = |text: &str| {
        let (seconds, memory) = read(&khabar, text, rounds);
        (text.len() as f64 / 1e6 / seconds, memory as f64 / text.len() as f64)
    };
    speed(&news);
    let mut faults = Vec::new();
    println!("| text | MB | MB/s | times slower than news | memory, times the text |");
    println!("|---|---:|---:|---:|---:|");
    for (name, text) in texts(size) {
        // News before each, so that a slow moment of the machine meets both.
        let (usual, _) = speed(&news);
        let (own, memory) = speed(&text);
        let slower = usual / own;
        println!("| {name} | {:.1} | {own:.1} | {slower:.1} | {memory:.1} |", text.len() as f64 / 1e6);
        if slower > SLOWER || memory > MEMORY {
            faults.push(name);
        }
    }
    assert!(!full || faults.is_empty(), "out of bounds: {faults:?}");
}
