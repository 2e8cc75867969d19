//! Persons that no gazetteer lists, by their names and by what stands around them.
//!
//! Each family of rules looks for what may begin a name: a given name (`given`), a title with its complement (`title`), a
//! verb of speech or a word before a maker (`speech`), an adjective of nationality that stands for a person
//! (`nationality`). Where the name ends is one question for all of them (`extent`), answered from what each word may be
//! in a name (`part`).

mod extent;
mod given;
mod nationality;
mod part;
mod speech;
mod title;

use std::cmp::Reverse;

use super::candidate::Candidate;
use super::trace::{Reason, Rule, Trace};
use crate::clitic::proclitic::Cut;
use crate::entity::EntityType;
use crate::gazetteer::sense::Sorts;
use crate::reading::Passage;
use crate::text::gap::Gap;
use extent::{Extent, extent};
use part::{Part, Parts};

/// Finds unlisted persons.
pub(super) fn find<T: Trace>(passage: &Passage<'_>, trace: &mut T, out: &mut Vec<Candidate>) {
    let parts = Parts::new(passage);
    let (mut names, mut alone) = (Vec::new(), Vec::new());
    for hit in passage.hits(Sorts::TITLE) {
        names.extend(title::name_after(&parts, hit));
    }
    let mut at = 0;
    while at < passage.len() {
        if let Some(name) = given::name_at(&parts, at) {
            at = name.end;
            names.push(name);
            continue;
        }
        names.extend(speech::name_after(&parts, at));
        names.extend(nationality::name_after(&parts, at));
        if T::ON && parts.may_begin(at) && parts.cut_at(at).1 == Part::Given {
            alone.push(at);
        }
        at += 1;
    }
    names.sort_by_key(|name| (name.first, Reverse(name.end)));
    let mut names = names.into_iter().peekable();
    let from = out.len();
    let mut end = 0;
    while let Some(name) = names.next() {
        if name.end <= end {
            continue;
        }
        out.push(candidate(passage, &name));
        end = name.end;
        while let Some(next) = joined(&parts, end) {
            if names.peek().is_some_and(|name| name.first <= next.first) {
                break;
            }
            out.push(candidate(passage, &next));
            end = next.end;
        }
    }
    for at in alone {
        let (cut, head) = parts.cut_at(at);
        let around = out[from..].partition_point(|name| name.end as usize <= at);
        if out.get(from + around).is_none_or(|name| name.first as usize > at) {
            let name = Extent { first: at, end: at + 1, cut, head, listed: 1 };
            trace.note(Some(Reason::LoneName), || candidate(passage, &name));
        }
    }
}

/// A further name in a list: وائل القباني وتامر أبو جبل.
fn joined(parts: &Parts<'_>, at: usize) -> Option<Extent> {
    let passage = parts.passage;
    if at >= passage.len() {
        return None;
    }
    let gap = passage.gap(at);
    let comma = gap.has(Gap::COMMA) && gap.within(Gap::COMMA.and(Gap::SPACE));
    if !comma && !gap.is_blank() {
        return None;
    }
    let name = extent(parts, at)?;
    let joins = name.cut.clitics.is_only('و') || comma && name.cut == Cut::WHOLE;
    (joins && name.len() >= 2 && name.listed > 0).then_some(name)
}

fn candidate(passage: &Passage<'_>, name: &Extent) -> Candidate {
    Candidate::unlisted(passage, name.first, name.end, name.cut, EntityType::Person, Rule::Person)
}
