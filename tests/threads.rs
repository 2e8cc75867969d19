//! The same text gives the same document: again, on other threads, from another build, and while gazetteers are swapped.
#![cfg(feature = "builtin")]

use std::path::Path;
use std::sync::RwLock;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use jiff::civil::date;
use khabar::{Document, Extractor, Gazetteer, Input};

fn articles() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/news");
    let mut paths: Vec<_> = std::fs::read_dir(folder).expect("a folder").map(|e| e.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|e| e == "txt"));
    paths.sort();
    paths.iter().map(|path| std::fs::read_to_string(path).expect("an article")).collect()
}

/// Everything that a document tells.
fn told(document: &Document<'_>) -> String {
    format!("{document:?}")
}

fn extract(khabar: &Extractor, text: &str) -> String {
    told(&khabar.extract(Input::new(text).reference_date(date(2024, 10, 12))))
}

#[test]
fn threads_and_builds_tell_the_same() {
    let articles = articles();
    let khabar = Extractor::builtin();
    let expected: Vec<String> = articles.iter().map(|text| extract(&khabar, text)).collect();
    thread::scope(|scope| {
        for shift in 0..4 {
            let (khabar, articles, expected) = (khabar.clone(), &articles, &expected);
            scope.spawn(move || {
                for i in 0..articles.len() {
                    let i = (i + shift) % articles.len();
                    assert_eq!(extract(&khabar, &articles[i]), expected[i]);
                }
            });
        }
    });
    let again = Extractor::builder().build().expect("the gazetteers in the box");
    for (text, expected) in articles.iter().zip(&expected) {
        assert_eq!(&extract(&again, text), expected);
    }
}

#[test]
fn gazetteers_are_swapped_whole() {
    let build = |id: &str| {
        let table = format!("id\ttype\tar\nplace.{id}.sabha\tcity\tسبها\nplace.{id}.ghat\tcity\tغات\n");
        let mine = Gazetteer::from_tsv("mine.tsv", &table).expect("two good rows");
        Extractor::builder().use_builtin(false).gazetteer(mine).build().expect("two names")
    };
    let versions = [build("old"), build("new")];
    let current = RwLock::new(versions[0].clone());
    let done = AtomicBool::new(false);
    let text = "وصلت القوات إلى سبها ثم غات.\n".repeat(50);
    thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| {
                while !done.load(Ordering::Relaxed) {
                    // The lock is held for the clone of a counter; the document keeps the version that it was read with.
                    let khabar = current.read().expect("no writer fails").clone();
                    let document = khabar.extract(&text);
                    let ids: Vec<_> = document.entities().filter_map(|e| e.id().map(str::to_owned)).collect();
                    assert_eq!(ids.len(), 100);
                    let version = ids[0].trim_end_matches(".sabha");
                    assert!(ids.iter().all(|id| id.starts_with(version)), "{ids:?}");
                }
            });
        }
        for round in 0..200 {
            *current.write().expect("no reader fails") = versions[round % 2].clone();
            thread::yield_now();
        }
        done.store(true, Ordering::Relaxed);
    });
}
