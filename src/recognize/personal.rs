//! Whether a listed name is a part of a person's: the Khalil of محمد الخليل, the Sofia of صوفيا لورين, the Gaza of أبو غزة.

use super::adjective::is_definite;
use crate::clitic::proclitic::Cut;
use crate::entity::EntityType;
use crate::gazetteer::matcher::Hit;
use crate::gazetteer::record::Context;
use crate::gazetteer::sense::{Cue, Sense, Sorts};
use crate::gazetteer::word_sets::WordSet;
use crate::reading::Passage;
use crate::text::code::{ALEF, arabic};

/// A place that is written about so much stands behind a given name by chance: التقى محمد لبنان never, بوش العراق often.
const TOO_WELL_KNOWN: u8 = 7;

/// True for a person inside a longer name: مؤسسة محمد الخامس, سعود بن مشعل, بيتر فان دايك.
pub(super) fn is_inside_a_name(passage: &Passage<'_>, hit: &Hit) -> bool {
    let at = hit.first as usize;
    if at == 0 || !passage.gap(at).is_blank() || hit.cut != Cut::WHOLE {
        return false;
    }
    let follows_given = passage.is_of(at - 1, WordSet::GIVEN);
    follows_given
        || (hit.end == hit.first + 1 && is_linked(passage, at))
        || passage.context_before(at).meets(Context::NAMESAKE)
}

/// True for the name of a place, of one word, that the words beside it make a person's.
pub(super) fn is_a_persons(passage: &Passage<'_>, hit: &Hit, entity_type: EntityType, prior: u8) -> bool {
    let at = hit.first as usize;
    let codes = passage.codes(at);
    if hit.end != hit.first + 1 || hit.tail != 0 {
        return false;
    }
    let words = &passage.index.words;
    let linked_before = at > 0 && hit.cut == Cut::WHOLE && passage.gap(at).is_blank();
    if linked_before {
        let before = passage.codes(at - 1);
        // أم is "or" as well: السودان أم مصر.
        if is_linked(passage, at) && before != [ALEF, arabic('م')] {
            return true;
        }
        let known = entity_type == EntityType::Country || prior >= TOO_WELL_KNOWN;
        if !known && passage.is_of(at - 1, WordSet::GIVEN) && !is_asked_for(passage, at - 1) {
            return true;
        }
    }
    // A given name of the same letters: with a title before it, or a family name behind it.
    let rest = codes.get(usize::from(hit.cut.from)..).unwrap_or_default();
    if !words.of(rest).has(WordSet::PERSONAL) {
        return false;
    }
    let titled =
        linked_before && is_definite(passage.codes(at - 1)) && passage.context_before(at).meets(Context::TITLE);
    let end = hit.end as usize;
    titled
        || (words.of(rest).has(WordSet::GIVEN)
            && end < passage.len()
            && passage.gap(end).is_blank()
            && passage.sets_at(end).has(WordSet::PERSONAL))
}

/// True if a word after which a name goes on stands before: بن, أبو.
fn is_linked(passage: &Passage<'_>, at: usize) -> bool {
    passage.before(at, Sorts::CUE, |sense| (sense == Sense::Cue(Cue::Link)).then_some(())).is_some()
}

/// True if a noun before a given name says that it names something else: شارع محمد, مدينة محمد.
fn is_asked_for(passage: &Passage<'_>, at: usize) -> bool {
    let context = passage.context_before(at);
    context.meets(Context::NAMESAKE) || context.meets(Context::of_type(EntityType::City))
}
