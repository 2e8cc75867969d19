//! Group `extract`: whole texts, `khabar` beside the yardsticks. See `benches/README.md`.

#[allow(dead_code, reason = "each bench uses its part")]
mod corpus;

use std::time::Duration;

use criterion::{Criterion, SamplingMode, Throughput, criterion_group, criterion_main};

fn extract(c: &mut Criterion) {
    corpus::check_news();
    let corpus = corpus::Corpus::load();
    println!("{corpus}");
    let mut group = c.benchmark_group("extract");
    group.throughput(Throughput::Bytes(corpus.text.len() as u64));
    group.sampling_mode(SamplingMode::Flat).sample_size(20).warm_up_time(Duration::from_secs(1));
    for mut contestant in corpus::contestants(&corpus.text) {
        let expected = (contestant.run)();
        group.bench_function(contestant.name, |b| b.iter(|| assert_eq!((contestant.run)(), expected)));
    }
    group.finish();
}

criterion_group!(benches, extract);
criterion_main!(benches);
