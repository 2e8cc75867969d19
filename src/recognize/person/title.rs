//! A title, its complement, and the name: المتحدث باسم الوزارة خلدون الزعبي.

use super::extent::{Extent, extent};
use super::part::{Part, Parts};
use crate::clitic::proclitic::{self, Cut};
use crate::entity::EntityType;
use crate::gazetteer::matcher::Hit;
use crate::gazetteer::record::Guard;
use crate::gazetteer::sense::{Sense, Sorts, Title};
use crate::gazetteer::word_sets::WordSet;
use crate::recognize::adjective::is_definite;
use crate::text::code::{ALEF, HEH};
use crate::text::gap::Gap;

/// The complement of a title has no more words: رئيس الهيئة العامة للطيران المدني في المملكة.
const LONGEST_COMPLEMENT: usize = 8;

/// The name that a title leads to.
///
/// The phrase of a title is closed when its last word is definite: رئيس الاتحاد. Behind it an indefinite word is neither
/// adjective nor genitive, so that one that is shaped like no other word is a name; before it, only a given name is
/// (رئيس بلدية is no Mr Baladiyya).
pub(super) fn name_after(parts: &Parts<'_>, hit: &Hit) -> Option<Extent> {
    let passage = parts.passage;
    if hit.tail != 0 {
        return None;
    }
    let title = passage.entries(hit).iter().find_map(|entry| match entry.sense {
        Sense::Title(title) => Some(title),
        _ => None,
    })?;
    let direct = hit.end as usize;
    let last = passage.codes(direct - 1);
    let mut closed = is_definite(last) || hit.cut.alef || last.ends_with(&[HEH, ALEF]);
    let mut at = direct;
    for _ in 0..LONGEST_COMPLEMENT {
        if at >= passage.len() || !(passage.gap(at).is_blank() || at == direct && is_abbreviated(parts, at)) {
            return None;
        }
        let name = extent(parts, at).filter(|name| name.cut == Cut::WHOLE);
        let at_once = at == direct && title == Title::Address;
        if let Some(name) = name.filter(|name| is_sure(parts, name, closed, at_once)) {
            return Some(name);
        }
        (at, closed) = complement(parts, at)?;
    }
    None
}

/// True if a run of words behind a title is a name; `closed` says that the phrase of the title may end before it, and
/// `at_once` that a title of address is right before it.
fn is_sure(parts: &Parts<'_>, name: &Extent, closed: bool, at_once: bool) -> bool {
    let codes = parts.passage.codes(name.first);
    closed
        && match name.head {
            Part::Given | Part::Family => true,
            Part::Link => name.len() >= 2,
            Part::Listed => {
                let word = parts.sets(name.first).has(WordSet::COMMON);
                !is_definite(codes) && (name.listed >= 2 || at_once || name.len() >= 2 && !word)
            }
            // ف and ب may be particles before what no list has: فإن, بتعويض.
            Part::Unknown if proclitic::may_begin(codes[0]) && name.listed == 0 && !at_once => false,
            Part::Unknown => name.len() >= 2 || at_once,
            Part::Definite | Part::Other => false,
        }
        || name.head == Part::Given
}

/// True if a full stop stands between a title of one letter and the name: د. رشا.
fn is_abbreviated(parts: &Parts<'_>, at: usize) -> bool {
    let passage = parts.passage;
    passage.codes(at - 1).len() <= 2 && passage.gap(at).within(Gap::DOT.and(Gap::SPACE))
}

/// One past a word or name in the complement of a title, and whether the phrase may end there.
fn complement(parts: &Parts<'_>, at: usize) -> Option<(usize, bool)> {
    let passage = parts.passage;
    let named = passage.hits_at(at).iter().rev().find(|hit| {
        hit.tail == 0
            && hit.sorts.has(Sorts::NAME)
            && passage.entries(hit).iter().any(|entry| match entry.sense {
                Sense::Name { record, guard, .. } => {
                    passage.index.facts(record).entity_type != EntityType::Person && guard != Guard::Strong
                }
                _ => false,
            })
    });
    if let Some(hit) = named {
        return Some((hit.end as usize, true));
    }
    if is_definite(passage.codes(at)) {
        return Some((at + 1, true));
    }
    let sets = parts.sets(at);
    let noun = sets.has(WordSet::COMMON) && !sets.has(WordSet::CLAUSE)
        || passage.sorts_at(at).has(Sorts::GENERIC.and(Sorts::HEAD).and(Sorts::MODIFIER));
    (noun || sets.has(WordSet::COMPLEMENT)).then_some((at + 1, false))
}
