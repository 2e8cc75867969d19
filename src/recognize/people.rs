//! Peoples by their nationality: الفلسطينيون, آلاف السوريين.

use super::adjective::is_definite;
use super::candidate::{Candidate, Rank};
use super::trace::Rule;
use crate::entity::{EntityType, Kind};
use crate::gazetteer::matcher::Hit;
use crate::gazetteer::record::Guard;
use crate::gazetteer::sense::{Form, Sense, Sorts};
use crate::reading::Passage;
use crate::text::code::{ALEF, HEH, arabic};

/// Finds definite plurals of nationality that stand as nouns.
pub(super) fn find(passage: &Passage<'_>, out: &mut Vec<Candidate>) {
    for hit in passage.hits(Sorts::NISBA) {
        let at = hit.first as usize;
        if hit.tail != 0 {
            continue;
        }
        let plural = passage.entries(hit).iter().find_map(|entry| match entry.sense {
            Sense::Nisba(nisba)
                if nisba.agreement.definite && nisba.agreement.form == Form::Plural && !nisba.ambiguous =>
            {
                Some(nisba.country)
            }
            _ => None,
        });
        let Some(country) = plural else { continue };
        if (hit.cut.clitics.is_empty() && is_adjective_of(passage, at)) || is_place(passage, hit) {
            continue;
        }
        let candidate = Candidate::composed(passage, hit, hit.end as usize, EntityType::People);
        out.push(Candidate { rule: Rule::People, rank: Rank::People, ..candidate.of([country]) });
    }
}

/// True for a plural that is the name of the land as well, without a guard: في الشيشان. The people is listed then, with
/// what asks for it.
fn is_place(passage: &Passage<'_>, hit: &Hit) -> bool {
    passage.entries(hit).iter().any(|entry| match entry.sense {
        Sense::Name { record, guard: Guard::None, .. } => passage.index.facts(record).entity_type.kind() == Kind::Place,
        _ => false,
    })
}

/// True if the word before is a definite noun, by its article or a pronoun, which the plural then describes: الجنود
/// الروس, حلفائها الروس. After an indefinite noun it is a genitive and names the people: آلاف السوريين.
pub(super) fn is_adjective_of(passage: &Passage<'_>, at: usize) -> bool {
    if at == 0 || !passage.gap(at).is_blank() {
        return false;
    }
    let before = passage.codes(at - 1);
    let pronoun = [&[HEH, ALEF][..], &[HEH, arabic('م')], &[HEH]].iter().any(|pronoun| before.ends_with(pronoun));
    let raw = passage.raw(at - 1);
    is_definite(before) || (pronoun && before.len() > 3 && !raw.contains('ة'))
}
