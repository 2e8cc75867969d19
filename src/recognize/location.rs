//! Places that no gazetteer lists, by the noun right before their name: بلدة قرزابة, شارع قوانغتا.

use super::candidate::Candidate;
use super::shape;
use super::trace::Rule;
use crate::clitic::proclitic::Cut;
use crate::gazetteer::matcher::Hit;
use crate::gazetteer::sense::{Sense, Sorts};
use crate::gazetteer::word_sets::WordSet;
use crate::reading::Passage;
use crate::text::code::{ALEF, BEH, FEH, KAF, LAM, WAW, arabic};

/// Finds unlisted places.
pub(super) fn find(passage: &Passage<'_>, out: &mut Vec<Candidate>) {
    for hit in passage.hits(Sorts::LOCATION) {
        let noun = passage.entries(hit).iter().find_map(|entry| match entry.sense {
            Sense::Location { entity_type, whole } => Some((entity_type, whole)),
            _ => None,
        });
        let Some((entity_type, whole)) = noun.filter(|_| hit.tail == 0) else { continue };
        let at = hit.end as usize;
        let Some(end) = name(passage, at, whole) else { continue };
        let (first, cut) = if whole { (hit.first as usize, hit.cut) } else { (at, Cut::WHOLE) };
        out.push(Candidate::unlisted(passage, first, end, cut, entity_type, Rule::Location));
    }
}

/// One past the unlisted name at a word.
///
/// It is one word, and one more behind أبو or سان: what follows the name of a town may be anything. A facility, whose noun
/// is a part of its name, is named after more (مسجد فنسبري بارك), as long as no list has the words.
fn name(passage: &Passage<'_>, at: usize, whole: bool) -> Option<usize> {
    let goes_on = |at: usize| at < passage.len() && passage.gap(at).is_blank();
    if !goes_on(at) {
        return None;
    }
    let links = WordSet::LINK.and(WordSet::INFIX);
    let linked = passage.sets_at(at).has(links);
    let first = at + usize::from(linked);
    if !goes_on(first) || !is_name(passage, first) {
        return None;
    }
    let most = if whole { first + MOST_WORDS } else { first + 1 };
    let personal = |at: usize| {
        let sets = passage.sets_at(at);
        sets.has(WordSet::PERSONAL) && !sets.has(WordSet::COMMON)
    };
    let ends = |&next: &usize| !goes_on(next) || !(is_name(passage, next) || personal(next));
    Some((first + 1..most).find(ends).unwrap_or(most))
}

/// Words in the name of a facility behind its noun.
const MOST_WORDS: usize = 3;

/// True for a word of no list that is shaped like no other word.
fn is_name(passage: &Passage<'_>, at: usize) -> bool {
    let codes = passage.codes(at);
    let letters = codes.iter().all(|code| (0x80..0xC0).contains(code));
    let stem = codes.strip_prefix(&[ALEF, LAM]).unwrap_or(codes);
    // حي والشفاء has lost what حي named.
    let joined = matches!(codes, [WAW | FEH | BEH | KAF, ALEF, LAM, ..] | [LAM, LAM, ..]);
    letters
        && !joined
        && stem.len() >= 3
        && passage.index.words.of(codes).is_empty()
        && !passage.hits_at(at).iter().any(|hit: &Hit| !hit.sorts.has(Sorts::TIME) || hit.cut == Cut::WHOLE)
        && !(passage.raw(at).contains('ة') && is_participle(codes))
        && !shape::is_everyday(&passage.index.words, codes)
}

/// True for the shapes of feminine participles, which describe the noun: مدينة مقدسة, قرية عائمة.
fn is_participle(codes: &[u8]) -> bool {
    matches!(codes, [MEEM, ..] | [_, ALEF, _, _, _])
}

const MEEM: u8 = arabic('م');
