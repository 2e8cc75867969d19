//! The program on a pipe beside the library in a loop, on the same documents in one run: what reading, ordering and
//! printing cost, and whether memory stays flat.
//!
//! ```text
//! cargo bench -p khabar-cli --bench pipe                    # 50 MB a row, in five turns
//! KHABAR_MB=1000 cargo bench -p khabar-cli --bench pipe     # 1 GB
//! ```

use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
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
    let pairs = if bench { PAIRS } else { 1 };
    let rounds = rounds.div_ceil(pairs);
    println!(
        "\n| | MB/s of text | x the library | x in CPU time | memory after a tenth | in the end |\n\
         | --- | ---: | ---: | ---: | ---: | ---: |"
    );
    for threads in [1, 2] {
        let (mut library, mut program) = (Vec::new(), Vec::new());
        let (mut wall, mut cpu) = (Vec::new(), Vec::new());
        let mut memory = None;
        // In turns, since other work on the machine comes and goes.
        for _ in 0..pairs {
            let (seconds, work) = in_a_loop(&khabar, &texts, rounds, threads);
            let run = pipe(&lines, rounds, texts.len(), threads);
            let speed = |seconds: f64| (text_bytes * rounds) as f64 / 1e6 / seconds;
            library.push(speed(seconds));
            program.push(speed(run.seconds));
            wall.push(seconds / run.seconds);
            cpu.push(work / run.work);
            memory = Some((run.early, run.late));
        }
        let (early, late) = memory.expect("one pair at least");
        println!("| the library, {threads} threads | {:.1} | 1 | 1 | | |", median(&mut library));
        println!(
            "| khabar extract -j{threads} | {:.1} | {:.2} | {:.2} | {early} | {late} |",
            median(&mut program),
            median(&mut wall),
            median(&mut cpu)
        );
    }
}

/// How often each is measured.
const PAIRS: usize = 5;

fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// Seconds of the clock and of the processors that the library takes on so many threads, each with its part of the rounds.
fn in_a_loop(khabar: &Extractor, texts: &[String], rounds: usize, threads: usize) -> (f64, f64) {
    let (begin, before) = (Instant::now(), cpu("self", OWN));
    let entities: usize = thread::scope(|scope| {
        let workers: Vec<_> = (0..threads)
            .map(|_| {
                scope.spawn(|| {
                    let mut scratch = Scratch::default();
                    let mut count = 0;
                    for text in texts.iter().cycle().take(texts.len() * rounds / threads) {
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
    (begin.elapsed().as_secs_f64(), cpu("self", OWN) - before)
}

/// Where `/proc/*/stat` has the ticks of a process, and those of its children that have ended.
const OWN: usize = 11;
const CHILDREN: usize = 13;

/// Seconds of the processors that a process took, where the system tells it.
fn cpu(process: &str, at: usize) -> f64 {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    // The name of the program, in brackets, may hold anything.
    let fields: Vec<_> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    let ticks = fields.get(at..at + 2).unwrap_or_default().iter().filter_map(|ticks| ticks.parse::<f64>().ok());
    ticks.sum::<f64>() / 100.0
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
    /// From when the program had started and answered until it ended.
    seconds: f64,
    /// Of the processors.
    work: f64,
    /// The most memory that the program had by then.
    early: String,
    late: String,
}

fn pipe(lines: &str, rounds: usize, documents: usize, threads: usize) -> Run {
    let mut child = Command::new(env!("CARGO_BIN_EXE_khabar"))
        .args(["extract", "--quiet", "--input", "jsonl", "-j", &threads.to_string()])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let (mut stdin, mut stdout) = (child.stdin.take().expect("a pipe"), child.stdout.take().expect("a pipe"));
    let printed = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&printed);
    let counter = thread::spawn(move || {
        let mut buffer = vec![0; 1 << 16];
        loop {
            match stdout.read(&mut buffer).expect("the pipe") {
                0 => return,
                read => count.fetch_add(memchr::memchr_iter(b'\n', &buffer[..read]).count(), Ordering::Relaxed),
            };
        }
    });
    stdin.write_all(lines.as_bytes()).expect("the program reads");
    while printed.load(Ordering::Relaxed) < documents {
        thread::sleep(Duration::from_millis(1));
    }
    let (begin, ended) = (Instant::now(), cpu("self", CHILDREN));
    let started = cpu(&child.id().to_string(), OWN);
    let mut early = String::new();
    for round in 0..rounds {
        stdin.write_all(lines.as_bytes()).expect("the program reads");
        if round == rounds / 10 {
            early = memory(child.id());
        }
    }
    let late = memory(child.id());
    drop(stdin);
    counter.join().expect("no panic");
    assert!(child.wait().expect("an end").success());
    let seconds = begin.elapsed().as_secs_f64();
    assert_eq!(printed.load(Ordering::Relaxed), (rounds + 1) * documents, "a line a document");
    Run { seconds, work: cpu("self", CHILDREN) - ended - started, early, late }
}

/// The peak of resident memory, where the system tells it.
fn memory(process: u32) -> String {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    peak.map_or("?".to_owned(), |peak| peak.trim().to_owned())
}
