//! Facilities named after a place or a person: مطار القاهرة الدولي, with القاهرة inside; ملعب محمد الخامس.

use super::candidate::{Candidate, Inside, Rank};
use super::trace::Rule;
use crate::clitic::proclitic::Cut;
use crate::entity::{EntityType, Kind};
use crate::gazetteer::record::Guard;
use crate::gazetteer::sense::{Form, Sense, Sorts};
use crate::reading::Passage;

/// Adjectives that close the name of a facility.
const CLOSING: [&str; 9] =
    ["الدولي", "الدوليه", "الجوي", "الجويه", "البحري", "البحريه", "العسكري", "العسكريه", "المركزي"];

/// Finds a facility noun with a listed place or person right behind it.
pub(super) fn find(passage: &Passage<'_>, out: &mut Vec<Candidate>) {
    for hit in passage.hits(Sorts::FACILITY) {
        if hit.tail != 0 {
            continue;
        }
        let Some(mut end) = place(passage, hit.end as usize) else { continue };
        if passage.gap(end).is_blank() && end < passage.len() {
            let next = crate::text::code::decode(passage.codes(end));
            if CLOSING.contains(&next.as_str()) {
                end += 1;
            }
        }
        let candidate = Candidate::composed(passage, hit, end, EntityType::Facility);
        // A listed facility of the same words has an id.
        out.push(Candidate { inside: Inside::Places, rule: Rule::Facility, rank: Rank::Guarded, ..candidate });
    }
}

/// One past the place or person at a word; a nisba is none (مطار روسي), nor is a country (قاعدة فرنسا).
fn place(passage: &Passage<'_>, at: usize) -> Option<usize> {
    if !passage.gap(at).is_blank() {
        return None;
    }
    passage
        .hits_at(at)
        .iter()
        .rev()
        .filter(|hit| hit.cut == Cut::WHOLE && hit.tail == 0 && hit.sorts.has(Sorts::NAME))
        .find(|hit| {
            let entries = passage.entries(hit);
            let adjective =
                entries.iter().any(|e| matches!(e.sense, Sense::Nisba(n) if n.agreement.form != Form::Plural));
            !adjective
                && entries.iter().any(|entry| match entry.sense {
                    Sense::Name { record, guard, .. } => {
                        let entity_type = passage.index.facts(record).entity_type;
                        let place = entity_type.kind() == Kind::Place && entity_type != EntityType::Country;
                        (place || entity_type == EntityType::Person) && guard != Guard::Strong
                    }
                    _ => false,
                })
        })
        .map(|hit| hit.end as usize)
}
