//! From a reading to candidates: what each stretch of words may name. Which of them stay is decided in `resolve`.

mod adjective;
pub(crate) mod candidate;
mod composition;
pub(crate) mod date;
mod facility;
mod institution;
mod location;
mod mention;
mod people;
mod person;
mod personal;
mod shape;
pub(crate) mod trace;

use crate::memory::Memory;
use crate::reading::Passage;
use candidate::Candidate;
use date::Timeline;
use date::pattern::Trie;
use trace::Trace;

/// Which recognisers run.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wanted {
    pub(crate) names: bool,
    pub(crate) dates: bool,
}

/// Appends the candidates of a passage to `out`, and notes what recognisers refuse.
pub(crate) fn find<T: Trace>(
    passage: &Passage<'_>,
    trie: &Trie,
    wanted: Wanted,
    memory: &Memory,
    timeline: &mut Timeline,
    trace: &mut T,
    out: &mut Vec<Candidate>,
) {
    if wanted.names {
        mention::find(passage, memory, trace, out);
        facility::find(passage, out);
        composition::find(passage, memory, out);
        institution::find(passage, out);
        location::find(passage, out);
        people::find(passage, out);
        person::find(passage, trace, out);
    }
    if wanted.dates {
        date::find(passage, trie, timeline, trace, out);
    }
}
