//! Actors that are composed: a head noun with a nationality or a country.
//!
//! | form | example |
//! | --- | --- |
//! | definite head, adjectives, nisba, more of either | القوات الحكومية المالية, القوات المالية والروسية |
//! | definite head of a state, adjectives, في, country | السلطات في مالي |
//! | head in construct, country | جيش مالي |
//! | وزارة, portfolio, nisba or not | وزارة الخارجية الأوكرانية, وزارة الدفاع |
//! | head that names its institution alone | مجلس النواب |
//!
//! The nisba agrees with the head in gender and definiteness; a plural of things takes the feminine singular.

use super::candidate::{Candidate, Inside};
use crate::clitic::proclitic::Cut;
use crate::entity::EntityType;
use crate::gazetteer::lexicon::Head;
use crate::gazetteer::matcher::Hit;
use crate::gazetteer::record::Code;
use crate::gazetteer::sense::{Agreement, Form, Nisba, Sense, Sorts};
use crate::memory::Memory;
use crate::reading::Passage;
use crate::text::code;

/// More adjectives than this stand in no name.
const MOST_ADJECTIVES: usize = 3;

/// Finds the composed actors of a passage.
pub(super) fn find(passage: &Passage<'_>, memory: &Memory, out: &mut Vec<Candidate>) {
    for hit in passage.hits(Sorts::HEAD) {
        if hit.tail != 0 {
            continue;
        }
        for entry in passage.entries(hit) {
            match entry.sense {
                Sense::Head { head, construct } => {
                    let head = passage.index.heads[usize::from(head)];
                    let found = if construct {
                        with_country(passage, hit, head)
                    } else {
                        with_nisba(passage, hit, hit.end as usize, head, memory)
                            .or_else(|| in_country(passage, hit, head))
                            .or_else(|| {
                                head.alone
                                    .then(|| Candidate::composed(passage, hit, hit.end as usize, head.entity_type))
                            })
                    };
                    out.extend(found);
                }
                Sense::Ministry(agrees) => out.extend(ministry(passage, hit, agrees, memory)),
                _ => {}
            }
        }
    }
}

/// الجيش المالي, القوات المسلحة الحكومية المالية والروسية
fn with_nisba(passage: &Passage<'_>, hit: &Hit, from: usize, head: Head, memory: &Memory) -> Option<Candidate> {
    let at = adjectives(passage, from, head, false);
    let (first, mut end) = nisba(passage, at, head, Cut::WHOLE)?;
    // السلطات المالية without Mali in the text is that of finance; behind a portfolio or beside a sure one it is Mali's.
    let mut sure = !first.ambiguous
        || from > hit.end as usize
        || head.entity_type == EntityType::Military
        || memory.countries.contains(&first.country);
    let mut countries = [Some(first.country), None, None];
    let mut more = countries.iter_mut().skip(1);
    while let Some((next, after)) = joined_nisba(passage, end, head) {
        if let Some(slot) = more.next() {
            *slot = Some(next.country);
        }
        sure |= !next.ambiguous;
        end = after;
    }
    if !sure {
        return None;
    }
    end = adjectives(passage, end, head, true);
    Some(Candidate::composed(passage, hit, end, head.entity_type).of(countries.into_iter().flatten()))
}

/// السلطات في مالي, النظام العسكري الحاكم في مالي
fn in_country(passage: &Passage<'_>, hit: &Hit, head: Head) -> Option<Candidate> {
    if head.entity_type != EntityType::State {
        return None;
    }
    let at = adjectives(passage, hit.end as usize, head, false);
    in_country_at(passage, hit, at, head.entity_type)
}

fn in_country_at(passage: &Passage<'_>, hit: &Hit, at: usize, entity_type: EntityType) -> Option<Candidate> {
    if !(passage.gap(at).is_blank() && at < passage.len() && passage.codes(at) == [code::FEH, code::YEH]) {
        return None;
    }
    let (country, end) = country(passage, at + 1)?;
    Some(Candidate { inside: Inside::Places, ..Candidate::composed(passage, hit, end, entity_type).of([country]) })
}

/// جيش مالي, حكومة بوركينا فاسو
fn with_country(passage: &Passage<'_>, hit: &Hit, head: Head) -> Option<Candidate> {
    let (country, end) = country(passage, hit.end as usize)?;
    Some(Candidate { inside: Inside::Places, ..Candidate::composed(passage, hit, end, head.entity_type).of([country]) })
}

/// وزارة الدفاع, وزارة الدفاع المالية والروسية, وزارتي الخارجية التونسية والجزائرية
fn ministry(passage: &Passage<'_>, hit: &Hit, agrees: Form, memory: &Memory) -> Option<Candidate> {
    let ministry = Head { entity_type: EntityType::State, agrees, alone: true };
    let mut end = portfolio(passage, hit.end as usize, false)?;
    while let Some(after) = portfolio(passage, end, true) {
        end = after;
    }
    let bare = || Candidate::composed(passage, hit, end, EntityType::State);
    // Of two ministries each may have its own nisba in the singular, or both one in the dual.
    let singular = Head { agrees: Form::Feminine, ..ministry };
    with_nisba(passage, hit, end, ministry, memory)
        .or_else(|| with_nisba(passage, hit, end, singular, memory))
        .or_else(|| in_country_at(passage, hit, end, EntityType::State))
        .or_else(|| Some(bare()))
}

fn portfolio(passage: &Passage<'_>, at: usize, and: bool) -> Option<usize> {
    if !passage.gap(at).is_blank() {
        return None;
    }
    let fits = |cut: Cut| if and { cut.clitics.is_only('و') } else { cut == Cut::WHOLE };
    passage.form(at, fits, Sorts::PORTFOLIO, |sense| (sense == Sense::Portfolio).then_some(())).map(|((), end)| end)
}

/// One past the definite adjectives at a word that agree with the head; `after` the nisba, only those that may stand
/// there.
fn adjectives(passage: &Passage<'_>, mut at: usize, head: Head, after: bool) -> usize {
    let wanted = Agreement { definite: true, form: head.agrees };
    for _ in 0..MOST_ADJECTIVES {
        if !passage.gap(at).is_blank() {
            break;
        }
        let next = passage.whole(at, Sorts::MODIFIER, |sense| match sense {
            Sense::Modifier { agreement, after: may } if agreement == wanted && (may || !after) => Some(()),
            _ => None,
        });
        match next {
            Some(((), end)) => at = end,
            None => break,
        }
    }
    at
}

/// The definite nisba at a word that agrees with the head.
fn nisba(passage: &Passage<'_>, at: usize, head: Head, cut: Cut) -> Option<(Nisba, usize)> {
    if !passage.gap(at).is_blank() {
        return None;
    }
    let wanted = Agreement { definite: true, form: head.agrees };
    passage.form(
        at,
        |c| c == cut,
        Sorts::NISBA,
        |sense| match sense {
            Sense::Nisba(nisba) if nisba.agreement == wanted => Some(nisba),
            _ => None,
        },
    )
}

/// والروسية after المالية
fn joined_nisba(passage: &Passage<'_>, at: usize, head: Head) -> Option<(Nisba, usize)> {
    let and = passage.hits_at(at).iter().map(|hit| hit.cut).find(|cut| cut.clitics.is_only('و') && !cut.alef)?;
    nisba(passage, at, head, and)
}

/// The country named at a word, without clitics.
fn country(passage: &Passage<'_>, at: usize) -> Option<(Code, usize)> {
    if !passage.gap(at).is_blank() {
        return None;
    }
    passage.whole(at, Sorts::COUNTRY, |sense| match sense {
        Sense::Name { record, .. } => passage.index.facts(record).iso,
        _ => None,
    })
}
