//! Group `startup`: from gazetteers to an extractor. Before it, each once in a process of its own, with the memory that
//! stays taken. See `benches/README.md`.

use std::collections::{BTreeSet, HashMap};
use std::io::{Read, Write};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use criterion::{Criterion, Throughput, criterion_group};
use khabar::{EntityType, Extractor, Gazetteer, Kind};

/// How many names the synthetic gazetteer has.
const NAMES: usize = 100_000;

/// The variable that tells a child which of [`CASES`] it is; the synthetic gazetteer comes on its stdin.
const CHILD: &str = "KHABAR_STARTUP_CASE";

/// What is made ready, and how, given the synthetic gazetteer.
type Case = (&'static str, fn(&str) -> Ready);

enum Ready {
    Gazetteer(Gazetteer),
    Extractor(Extractor),
}

const CASES: [Case; 5] = [
    ("dates only", |_| extractor(Extractor::builder().only([Kind::Date]))),
    ("built-in gazetteers", |_| Ready::Gazetteer(Gazetteer::builtin())),
    ("built-in extractor", |_| extractor(Extractor::builder())),
    ("100,000 names, parsed", |tsv| Ready::Gazetteer(parsed(tsv))),
    ("100,000 names, extractor", |tsv| extractor(Extractor::builder().use_builtin(false).gazetteer(parsed(tsv)))),
];

fn extractor(builder: khabar::ExtractorBuilder) -> Ready {
    Ready::Extractor(builder.build().expect("names below the limit"))
}

fn parsed(tsv: &str) -> Gazetteer {
    Gazetteer::from_tsv("synthetic.tsv", tsv).expect("rows as gazetteers/README.md wants them")
}

impl Ready {
    /// Asserts that something came of it.
    fn check(&self, name: &str) {
        match self {
            Ready::Gazetteer(gazetteer) if name.starts_with("100,000") => assert_eq!(gazetteer.len(), NAMES),
            Ready::Gazetteer(gazetteer) => assert!(gazetteer.len() > 1000),
            Ready::Extractor(khabar) => {
                let found = khabar.extract("وصل إلى مطار باماكو في 7 أغسطس 2024").len();
                assert!(found > 0, "{name}");
            }
        }
    }
}

/// Descriptors before names of cities, both from the gazetteers in the box: مطار باماكو.
fn synthetic() -> String {
    let builtin = Gazetteer::builtin();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for form in builtin.records().flat_map(|r| r.surface_forms()) {
        if let Some((head, _)) = form.split_once(' ') {
            *counts.entry(head).or_default() += 1;
        }
    }
    let mut heads: Vec<(&str, usize)> = counts.into_iter().collect();
    heads.sort_by_key(|&(head, count)| (std::cmp::Reverse(count), head));
    heads.truncate(60);
    let cities: BTreeSet<&str> =
        builtin.records().filter(|r| r.entity_type() == EntityType::City).map(|r| r.name()).collect();

    let pairs = cities.iter().flat_map(|city| heads.iter().map(move |(head, _)| (head, city)));
    let mut tsv = String::from("id\ttype\tar\n");
    for (number, (head, city)) in pairs.take(NAMES).enumerate() {
        tsv.push_str(&format!("synthetic.{number}\tfacility\t{head} {city}\n"));
    }
    tsv
}

/// The resident memory of this process in kB.
fn resident() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?.trim().strip_suffix(" kB")?.parse().ok()
}

/// In a child: makes one case ready and says what it cost.
fn child(name: &str) {
    let (_, make) = CASES.iter().find(|(case, _)| *case == name).expect("a case");
    let mut tsv = String::new();
    std::io::stdin().read_to_string(&mut tsv).expect("UTF-8 on stdin");
    let (before, begin) = (resident(), Instant::now());
    let ready = make(&tsv);
    let (time, after) = (begin.elapsed().as_secs_f64() * 1e3, resident());
    let memory = match before.zip(after) {
        Some((before, after)) => format!("{:.1} MB more memory", after.saturating_sub(before) as f64 / 1e3),
        None => "memory not known".into(),
    };
    println!("{name}: {time:.1} ms, {memory}");
    ready.check(name);
}

/// Runs each case in a child.
fn children(tsv: &str) {
    let this = std::env::current_exe().expect("the path of this bench");
    println!("once, in a process of its own:");
    for (name, _) in CASES {
        let mut child = Command::new(&this).env(CHILD, name).stdin(Stdio::piped()).spawn().expect("this bench again");
        child.stdin.take().expect("a pipe").write_all(tsv.as_bytes()).expect("a child that reads");
        assert!(child.wait().expect("a child that ends").success(), "{name}");
    }
    println!();
}

fn startup(c: &mut Criterion) {
    let tsv = synthetic();
    let builtin = Gazetteer::builtin();
    let forms: usize = builtin.records().map(|r| r.surface_forms().len()).sum();
    println!("built-in gazetteers: {} records, {forms} surface forms", builtin.len());
    println!("synthetic gazetteer: {NAMES} records of one surface form, {} bytes", tsv.len());
    children(&tsv);

    let mut group = c.benchmark_group("startup");
    group.sample_size(10).warm_up_time(Duration::from_secs(1));
    for (name, make) in CASES {
        if name.starts_with("100,000") {
            group.throughput(Throughput::Elements(NAMES as u64));
        }
        make(&tsv).check(name);
        group.bench_function(name, |b| b.iter_with_large_drop(|| make(&tsv)));
    }
    group.finish();
}

criterion_group!(benches, startup);

fn main() {
    match std::env::var(CHILD) {
        Ok(name) => child(&name),
        Err(_) => {
            benches();
            Criterion::default().configure_from_args().final_summary();
        }
    }
}
