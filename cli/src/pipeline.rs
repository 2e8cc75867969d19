//! One thread reads, some look for names, one writes in the order of the input.
//!
//! Documents travel in batches. A batch goes to the threads by one queue and its place in the order by another, as the
//! receiver of a channel that its results will come through. Both queues are short, so that memory stays flat however long
//! the input is and however uneven its documents are.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use crossbeam_channel::{Receiver, RecvTimeoutError, Sender, TryRecvError, bounded};
use khabar::Scratch;

use crate::fault::{Fault, Result};
use crate::finder::{Finder, Found};
use crate::input::{self, Doc, Raw, Read, Reading, Source, decode};
use crate::outcome::{self, Outcome};
use crate::progress::Progress;

/// A batch is full when it has as many bytes, or documents; or when the input has nothing more ready.
const BATCH_BYTES: usize = 256 * 1024;
const BATCH_DOCUMENTS: usize = 256;

/// What is made of documents, on the threads that find.
pub trait Encode: Sync {
    /// What a batch becomes.
    type Block: Default + Send;

    /// Adds a document to the block.
    ///
    /// # Errors
    ///
    /// What of the document cannot be said in this form; the run goes on.
    fn encode(&self, found: &Found<'_>, block: &mut Self::Block) -> Result<()>;
}

/// Where blocks go, on the thread that writes.
pub trait Sink<B> {
    /// Takes the blocks in the order of the input.
    fn take(&mut self, block: B) -> Result<()>;

    /// The input pauses: what was taken must be seen.
    fn flush(&mut self) -> Result<()> {
        Ok(())
    }

    /// All blocks were taken.
    fn end(&mut self) -> Result<()> {
        self.flush()
    }
}

/// What a run came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    pub documents: u64,
    pub entities: u64,
    pub bytes: u64,
    pub faults: u64,
    pub interrupted: bool,
}

/// The settings of a run.
pub struct Run<'r> {
    pub finder: &'r Finder,
    pub reading: &'r Reading,
    pub threads: usize,
    pub progress: &'r Progress,
    /// Set from outside to end the run after the block at hand.
    pub interrupt: &'r AtomicBool,
}

impl Run<'_> {
    /// Reads the sources to their end. Faults of documents are named and counted.
    ///
    /// # Errors
    ///
    /// Output that cannot be written, which ends the run.
    pub fn run<E: Encode>(
        &self,
        sources: impl Iterator<Item = Result<Source>> + Send,
        encode: &E,
        sink: &mut dyn Sink<E::Block>,
    ) -> Result<Summary> {
        let depth = 2 * self.threads + 2;
        let (jobs, waiting) = bounded::<Job<E::Block>>(depth);
        let (order, results) = bounded::<Receiver<Done<E::Block>>>(depth);
        thread::scope(|scope| {
            scope.spawn(move || {
                let mut reader = Batches { batch: Batch::default(), jobs, order, progress: self.progress };
                for source in sources {
                    let go_on = match source {
                        Ok(source) => {
                            self.progress.open(&source);
                            input::read(&source, self.reading, &mut reader)
                        }
                        Err(fault) => input::Receiver::take(&mut reader, Read::Fault(fault), true),
                    };
                    if !go_on {
                        return;
                    }
                }
                reader.send();
            });
            for _ in 0..self.threads {
                let waiting = waiting.clone();
                scope.spawn(move || {
                    let mut scratch = Scratch::default();
                    for Job { batch, result } in waiting {
                        // The writer is gone when output failed.
                        let _ = result.send(self.work(batch, encode, &mut scratch));
                    }
                });
            }
            drop(waiting);
            let summary = self.write(results, sink);
            if summary.as_ref().map_or(true, |summary| summary.interrupted) {
                // The reader may be waiting for input that never comes, so it is not waited for.
                outcome::leave(summary.map(|_| Outcome::Interrupted));
            }
            summary
        })
    }

    fn work<E: Encode>(&self, batch: Batch, encode: &E, scratch: &mut Scratch) -> Done<E::Block> {
        let mut done = Done { block: E::Block::default(), faults: batch.faults, summary: Summary::default() };
        for (raw, faults) in batch.documents {
            let bytes = raw.body.len() as u64;
            let result = decode(raw, self.reading).and_then(|(doc, fault): (Doc, Option<Fault>)| {
                done.faults.extend(fault);
                let found = self.finder.find(&doc, scratch);
                encode.encode(&found, &mut done.block)?;
                done.summary.documents += 1;
                done.summary.entities += found.len() as u64;
                Ok(())
            });
            done.summary.bytes += bytes;
            done.faults.extend(result.err());
            done.faults.extend(faults);
        }
        done
    }

    fn write<B>(&self, results: Receiver<Receiver<Done<B>>>, sink: &mut dyn Sink<B>) -> Result<Summary> {
        let mut summary = Summary::default();
        loop {
            let next = match results.try_recv() {
                Err(TryRecvError::Empty) => {
                    sink.flush()?;
                    match self.wait(&results) {
                        Some(next) => next,
                        None => break,
                    }
                }
                Err(TryRecvError::Disconnected) => break,
                Ok(next) => next,
            };
            let Some(done) = self.wait(&next) else { break };
            for fault in &done.faults {
                self.progress.fault(fault);
            }
            summary.documents += done.summary.documents;
            summary.entities += done.summary.entities;
            summary.bytes += done.summary.bytes;
            summary.faults += done.faults.len() as u64;
            self.progress.found(done.summary.entities, done.summary.documents);
            sink.take(done.block)?;
        }
        sink.end()?;
        summary.interrupted = self.interrupt.load(Ordering::Relaxed);
        Ok(summary)
    }

    /// The next of a channel; `None` at its end, or when the run is interrupted.
    fn wait<T>(&self, channel: &Receiver<T>) -> Option<T> {
        loop {
            if self.interrupt.load(Ordering::Relaxed) {
                return None;
            }
            match channel.recv_timeout(Duration::from_millis(100)) {
                Ok(next) => return Some(next),
                Err(RecvTimeoutError::Disconnected) => return None,
                Err(RecvTimeoutError::Timeout) => {}
            }
        }
    }
}

struct Job<B> {
    batch: Batch,
    result: Sender<Done<B>>,
}

struct Done<B> {
    block: B,
    faults: Vec<Fault>,
    summary: Summary,
}

/// Documents, each with the faults that stand behind it; `faults` stand before the first.
#[derive(Default)]
struct Batch {
    faults: Vec<Fault>,
    documents: Vec<(Raw, Vec<Fault>)>,
    bytes: usize,
}

/// Gathers what is read into batches.
struct Batches<'r, B> {
    batch: Batch,
    jobs: Sender<Job<B>>,
    order: Sender<Receiver<Done<B>>>,
    progress: &'r Progress,
}

impl<B> Batches<'_, B> {
    fn send(&mut self) -> bool {
        let batch = std::mem::take(&mut self.batch);
        if batch.documents.is_empty() && batch.faults.is_empty() {
            return true;
        }
        let (result, receiver) = bounded(1);
        self.order.send(receiver).is_ok() && self.jobs.send(Job { batch, result }).is_ok()
    }
}

impl<B> input::Receiver for Batches<'_, B> {
    fn take(&mut self, read: Read, idle: bool) -> bool {
        match read {
            Read::Document(raw) => {
                self.batch.bytes += raw.body.len();
                self.batch.documents.push((raw, Vec::new()));
            }
            Read::Fault(fault) => match self.batch.documents.last_mut() {
                Some((_, faults)) => faults.push(fault),
                None => self.batch.faults.push(fault),
            },
        }
        let full = self.batch.bytes >= BATCH_BYTES || self.batch.documents.len() >= BATCH_DOCUMENTS;
        if full || idle { self.send() } else { true }
    }

    fn progress(&mut self, bytes: u64) {
        self.progress.read(bytes);
    }
}

/// A flag that Ctrl-C sets. A second one ends the program at once.
pub fn interrupt() -> Arc<AtomicBool> {
    let flag = Arc::new(AtomicBool::new(false));
    let set = Arc::clone(&flag);
    // Without a handler Ctrl-C ends the program where it stands, which is no reason not to run.
    let _ = ctrlc::set_handler(move || {
        if set.swap(true, Ordering::Relaxed) {
            std::process::exit(130);
        }
    });
    flag
}
