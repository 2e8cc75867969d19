//! A progress bar on work that lasts, on stderr and only there, and the faults that must not cut through it.

use std::io::IsTerminal;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use indicatif::{HumanCount, ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};

use crate::fault::Fault;
use crate::input::Source;
use crate::pipeline::Summary;

/// How long work lasts before it is worth a bar.
const PATIENCE: Duration = Duration::from_secs(2);

pub struct Progress {
    /// `None` where nobody looks.
    bar: Option<ProgressBar>,
    quiet: bool,
    begin: Instant,
    entities: AtomicU64,
    documents: AtomicU64,
}

impl Progress {
    /// `total` is the number of bytes to read, as far as it is known.
    pub fn new(total: Option<u64>, quiet: bool) -> Progress {
        // Where output goes to the terminal as well, it shows itself that work goes on.
        let wanted = !quiet && std::io::stderr().is_terminal() && !std::io::stdout().is_terminal();
        let bar = wanted.then(|| {
            let bar = ProgressBar::with_draw_target(total, ProgressDrawTarget::hidden());
            bar.set_style(bar_style(total.is_some()));
            bar
        });
        Progress { bar, quiet, begin: Instant::now(), entities: AtomicU64::new(0), documents: AtomicU64::new(0) }
    }

    pub fn open(&self, source: &Source) {
        if let (Some(bar), Source::Stdin) = (&self.bar, source) {
            bar.unset_length();
        }
    }

    pub fn read(&self, bytes: u64) {
        let Some(bar) = &self.bar else { return };
        bar.inc(bytes);
        if bar.is_hidden() && self.begin.elapsed() > PATIENCE {
            bar.set_draw_target(ProgressDrawTarget::stderr());
        }
    }

    pub fn found(&self, entities: u64, documents: u64) {
        let entities = self.entities.fetch_add(entities, Ordering::Relaxed) + entities;
        let documents = self.documents.fetch_add(documents, Ordering::Relaxed) + documents;
        if let Some(bar) = &self.bar {
            bar.set_message(format!("{} documents, {} entities", HumanCount(documents), HumanCount(entities)));
        }
    }

    /// Names a fault on stderr, above the bar if there is one.
    pub fn fault(&self, fault: &Fault) {
        let print = || eprintln!("khabar: {fault}");
        match &self.bar {
            Some(bar) => bar.suspend(print),
            None => print(),
        }
    }

    /// Takes the bar away, and says what long work came to.
    pub fn finish(&self, summary: &Summary) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
        if !self.quiet && std::io::stderr().is_terminal() && self.begin.elapsed() > PATIENCE {
            let seconds = self.begin.elapsed().as_secs_f64();
            eprintln!(
                "{} documents, {} entities, {:.1} MB in {seconds:.1} s ({:.1} MB/s)",
                HumanCount(summary.documents),
                HumanCount(summary.entities),
                summary.bytes as f64 / 1e6,
                summary.bytes as f64 / 1e6 / seconds,
            );
        }
    }
}

/// How a bar looks; without a total there is nothing to fill.
fn bar_style(total: bool) -> ProgressStyle {
    let template = if total {
        "{wide_bar} {bytes}/{total_bytes} {bytes_per_sec} {msg} {left}"
    } else {
        "{spinner} {bytes} {bytes_per_sec} {msg} {elapsed}"
    };
    let style = ProgressStyle::with_template(template).expect("the template is tested");
    style.with_key("left", |state: &ProgressState, f: &mut dyn std::fmt::Write| {
        // A line that cannot be drawn is drawn again soon.
        let _ = write!(f, "{} left", indicatif::HumanDuration(state.eta()));
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use indicatif::InMemoryTerm;

    #[test]
    fn both_bars_can_be_drawn() {
        for (total, words) in [(Some(2_000_000), "976.56 KiB/1.91 MiB"), (None, "976.56 KiB")] {
            let term = InMemoryTerm::new(4, 120);
            let bar = ProgressBar::with_draw_target(total, ProgressDrawTarget::term_like(Box::new(term.clone())));
            bar.set_style(bar_style(total.is_some()));
            bar.set_position(1_000_000);
            bar.set_message("7 documents, 12 entities");
            bar.force_draw();
            let line = term.contents();
            assert!(line.contains(words) && line.contains("7 documents, 12 entities"), "{line}");
        }
    }
}
