//! `khabar` against the yardsticks in rounds: each round runs all of them once, so that a slow moment of the machine
//! meets them alike. See `benches/README.md`.

#[allow(dead_code, reason = "each bench uses its part")]
mod corpus;

use std::time::{Duration, Instant};

/// How long all rounds together may take, unless `KHABAR_ROUNDS` says how many there are.
const TIME: Duration = Duration::from_secs(12);

fn main() {
    corpus::check_news();
    let corpus = corpus::Corpus::load();
    println!("{corpus}");
    let mut contestants = corpus::contestants(&corpus.text);

    let begin = Instant::now();
    let counts: Vec<usize> = contestants.iter_mut().map(|c| (c.run)()).collect();
    let rounds = rounds(begin.elapsed());

    let mut times = vec![Vec::with_capacity(rounds); contestants.len()];
    for round in 0..rounds {
        for turn in 0..contestants.len() {
            // Another goes first each round.
            let i = (round + turn) % contestants.len();
            let begin = Instant::now();
            let count = (contestants[i].run)();
            times[i].push(begin.elapsed().as_secs_f64());
            assert_eq!(count, counts[i], "{}", contestants[i].name);
        }
    }

    let of = |name: &str| &times[contestants.iter().position(|c| c.name == name).expect("a contestant's name")];
    let (automaton, utf8) = (of(corpus::AHO_CORASICK), of(corpus::FROM_UTF8));
    println!(
        "\n{rounds} rounds; MB/s of the raw text; ratios: of the best times (median of the ratios of each round)\n"
    );
    println!("| | MB/s best | MB/s median | x aho-corasick | x from_utf8 | found |");
    println!("|---|---:|---:|---:|---:|---:|");
    for ((contestant, own), count) in contestants.iter().zip(&times).zip(counts) {
        let speed = |time: f64| corpus.text.len() as f64 / 1e6 / time;
        let to = |other: &[f64], digits| {
            let each: Vec<f64> = other.iter().zip(own).map(|(other, own)| other / own).collect();
            format!("{:.digits$} ({:.digits$})", best(other) / best(own), median(&each))
        };
        let (best, median) = (speed(best(own)), speed(median(own)));
        println!(
            "| {} | {best:.1} | {median:.1} | {} | {} | {count} |",
            contestant.name,
            to(automaton, 2),
            to(utf8, 3)
        );
    }
}

/// One if this is a test (`cargo test --benches`, `-- --test`): `cargo bench` passes `--bench`.
fn rounds(one: Duration) -> usize {
    let asked = |flag: &str| std::env::args().any(|argument| argument == flag);
    if let Ok(rounds) = std::env::var("KHABAR_ROUNDS") {
        return rounds.parse().ok().filter(|&rounds| rounds > 0).expect("KHABAR_ROUNDS is a number from 1");
    }
    if asked("--test") || !asked("--bench") {
        return 1;
    }
    (TIME.as_secs_f64() / one.as_secs_f64()).clamp(3.0, 51.0) as usize
}

fn best(times: &[f64]) -> f64 {
    times.iter().copied().fold(f64::INFINITY, f64::min)
}

fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let half = sorted.len() / 2;
    if sorted.len() % 2 == 1 { sorted[half] } else { (sorted[half - 1] + sorted[half]) / 2.0 }
}
