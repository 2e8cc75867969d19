//! The program on a pipe beside the library in a loop, on the same documents in one run: what reading, ordering and
//! printing cost, and whether memory stays flat.
//!
//! ```text
//! cargo bench -p khabar-cli --bench pipe                    # 50 MB a row
//! KHABAR_MB=1000 cargo bench -p khabar-cli --bench pipe     # 1 GB
//! ```

use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use jiff::civil::date;
use khabar::{Extractor, Input, Scratch};

fn main() {
    // As a test, once over.
    let bench = std::env::args().any(|argument| argument == "--bench") || std::env::var_os("KHABAR_MB").is_some();
    let megabytes: usize = match std::env::var("KHABAR_MB") {
        Ok(number) => number.parse().expect("KHABAR_MB is a number"),
        Err(_) if bench => 50,
        Err(_) => 1,
    };
    let texts = texts();
    let lines: String = texts
        .iter()
        .enumerate()
        .map(|(id, text)| {
            serde_json::json!({"id": id.to_string(), "reference_date": "2024-10-12", "text": text}).to_string() + "\n"
        })
        .collect();
    let rounds = (megabytes * 1_000_000).div_ceil(lines.len());
    let bytes = rounds * lines.len();
    println!(
        "{} documents of {} bytes of JSON, {:.0} MB a row",
        texts.len(),
        lines.len() / texts.len(),
        bytes as f64 / 1e6
    );

    let khabar = Extractor::builtin();
    let text_bytes: usize = texts.iter().map(String::len).sum();
    println!(
        "\n| | MB/s of text | x the library | memory after a tenth | in the end |\n| --- | ---: | ---: | ---: | ---: |"
    );
    for threads in [1, 2] {
        let begin = Instant::now();
        let entities: usize = thread::scope(|scope| {
            let workers: Vec<_> = (0..threads)
                .map(|_| {
                    scope.spawn(|| {
                        let mut scratch = Scratch::default();
                        let mut count = 0;
                        // A third of the rounds says as much, and sooner.
                        for text in texts.iter().cycle().take(texts.len() * (rounds / 3).max(1) / threads) {
                            let input = Input::new(text).reference_date(date(2024, 10, 12));
                            count += khabar.extract_with(input, &mut scratch).len();
                        }
                        count
                    })
                })
                .collect();
            workers.into_iter().map(|worker| worker.join().expect("no panic")).sum()
        });
        assert!(entities > 0);
        let library = (text_bytes * (rounds / 3).max(1)) as f64 / 1e6 / begin.elapsed().as_secs_f64();
        println!("| the library, {threads} threads | {library:.1} | 1 | | |");
        let Run { seconds, early, late, lines: printed } = pipe(&lines, rounds, threads);
        assert_eq!(printed, rounds * texts.len(), "a line a document");
        let program = (text_bytes * rounds) as f64 / 1e6 / seconds;
        println!("| khabar extract -j{threads} | {program:.1} | {:.2} | {early} | {late} |", program / library);
    }
}

/// The paragraphs of the example news.
fn texts() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/news");
    let mut files: Vec<_> =
        std::fs::read_dir(folder).expect("the news").map(|entry| entry.expect("a file").path()).collect();
    files.sort();
    let texts = files.iter().map(|path| std::fs::read_to_string(path).expect("UTF-8"));
    texts.flat_map(|text| text.split("\n\n").map(str::to_owned).collect::<Vec<_>>()).collect()
}

struct Run {
    seconds: f64,
    /// The most memory that the program had by then.
    early: String,
    late: String,
    lines: usize,
}

fn pipe(lines: &str, rounds: usize, threads: usize) -> Run {
    let mut child = Command::new(env!("CARGO_BIN_EXE_khabar"))
        .args(["extract", "--quiet", "--input", "jsonl", "-j", &threads.to_string()])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let begin = Instant::now();
    let (mut stdin, mut stdout) = (child.stdin.take().expect("a pipe"), child.stdout.take().expect("a pipe"));
    let counter = thread::spawn(move || {
        let (mut buffer, mut count) = (vec![0; 1 << 16], 0);
        loop {
            match stdout.read(&mut buffer).expect("the pipe") {
                0 => return count,
                read => count += buffer[..read].iter().filter(|&&b| b == b'\n').count(),
            }
        }
    });
    let mut early = String::new();
    for round in 0..rounds {
        stdin.write_all(lines.as_bytes()).expect("the program reads");
        if round == rounds / 10 {
            early = memory(child.id());
        }
    }
    // The last batches are on their way.
    thread::sleep(Duration::from_millis(50));
    let late = memory(child.id());
    drop(stdin);
    let lines = counter.join().expect("no panic");
    assert!(child.wait().expect("an end").success());
    Run { seconds: begin.elapsed().as_secs_f64(), early, late, lines }
}

/// The peak of resident memory, where the system tells it.
fn memory(process: u32) -> String {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    peak.map_or("?".to_owned(), |peak| peak.trim().to_owned())
}
