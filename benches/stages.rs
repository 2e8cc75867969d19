//! Group `stages`: parts of the work, on the text of group `extract`. See `benches/README.md`.

#[allow(dead_code, reason = "each bench uses its part")]
mod corpus;

use std::time::Duration;

use criterion::{Criterion, SamplingMode, Throughput, criterion_group, criterion_main};
use khabar::{Extractor, Gazetteer, Kind, Normalizer, OffsetUnit, Profile};

fn stages(c: &mut Criterion) {
    let corpus = corpus::Corpus::load();
    println!("{corpus}");
    let text = &*corpus.text;
    let mut group = c.benchmark_group("stages");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.sampling_mode(SamplingMode::Flat).sample_size(10).warm_up_time(Duration::from_secs(1));

    let normalizer = Normalizer::new(Profile::News);
    let length = normalizer.normalize(text).text().len();
    group.bench_function("normalize", |b| b.iter(|| assert_eq!(normalizer.normalize(text).text().len(), length)));

    // The words of time are in the automaton of every extractor.
    let nothing = Extractor::builder().only([]).build().expect("no names, no limit");
    group.bench_function("read, nothing wanted", |b| b.iter(|| assert!(corpus::extract(&nothing, text).is_empty())));

    let one = Gazetteer::from_tsv("one.tsv", "id\ttype\tar\nplace.ml.bamako\tcity\tباماكو\n").expect("a gazetteer");
    let one = Extractor::builder().use_builtin(false).gazetteer(one).only([Kind::Actor, Kind::Place]);
    let one = one.build().expect("one name is below the limit");
    let count = corpus::extract(&one, text).len();
    group.bench_function("names, one in the gazetteer", |b| {
        b.iter(|| assert_eq!(corpus::extract(&one, text).len(), count));
    });

    let khabar = corpus::everything();
    let document = corpus::extract(&khabar, text);
    let last = document.entities().next_back().map(|entity| entity.span()).expect("entities");
    let chars = text[..last.end()].chars().count();
    group.bench_function("offsets, index", |b| {
        b.iter(|| assert_eq!(document.offsets(OffsetUnit::Char).convert(last).end, chars));
    });
    let sum = |document: &khabar::Document<'_>| -> usize {
        let offsets = document.offsets(OffsetUnit::Char);
        document.entities().map(|entity| offsets.convert(entity.span()).len()).sum()
    };
    let lengths: usize = document.entities().map(|entity| entity.text().chars().count()).sum();
    group.bench_function("offsets, index and all spans", |b| b.iter(|| assert_eq!(sum(&document), lengths)));
    group.finish();
}

criterion_group!(benches, stages);
criterion_main!(benches);
