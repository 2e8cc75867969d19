//! Institutions that no gazetteer lists, by the noun that heads their name: معهد الدراسات الاستراتيجية, مؤسسة "سيمبيوسيس".

use super::candidate::{Candidate, Inside};
use super::trace::Rule;
use crate::clitic::proclitic::Cut;
use crate::entity::{EntityType, Kind};
use crate::gazetteer::matcher::Hit;
use crate::gazetteer::record::Guard;
use crate::gazetteer::sense::{Extent, Sense, Sorts};
use crate::gazetteer::word_sets::WordSet;
use crate::reading::Passage;
use crate::text::code::{ALEF, FEH, HEH, LAM, WAW, YEH};
use crate::text::gap::Gap;

/// No name has more words behind its head.
const MOST_WORDS: usize = 8;

/// A quoted name has no more words; what is longer is a sentence.
const MOST_QUOTED: usize = 4;

/// Finds unlisted institutions.
pub(super) fn find(passage: &Passage<'_>, out: &mut Vec<Candidate>) {
    for hit in passage.hits(Sorts::INSTITUTION) {
        if hit.tail != 0 {
            continue;
        }
        let Some((entity_type, extent)) = passage.entries(hit).iter().find_map(|entry| match entry.sense {
            Sense::Institution { entity_type, extent } => Some((entity_type, extent)),
            _ => None,
        }) else {
            continue;
        };
        if extent == Extent::Definite {
            if let Some(end) = described(passage, hit.end as usize).filter(|&end| !is_listed(passage, hit, end)) {
                let name =
                    Candidate::unlisted(passage, hit.first as usize, end, hit.cut, entity_type, Rule::Institution);
                out.push(Candidate { inside: Inside::Places, ..name });
            }
        } else if let Some(end) = quoted(passage, hit.end as usize) {
            // The noun belongs to the name of a group (حركة "الأزواد"), not to that of a paper or a company.
            let bare = !matches!(entity_type, EntityType::ArmedGroup | EntityType::Party);
            let first = if bare { hit.end as usize } else { hit.first as usize };
            let cut = if bare { Cut::WHOLE } else { hit.cut };
            out.push(Candidate::unlisted(passage, first, end, cut, entity_type, Rule::Institution));
        } else if extent != Extent::Name
            && let Some(end) = phrase(passage, hit, extent).filter(|&end| !is_listed(passage, hit, end))
        {
            let name = Candidate::unlisted(passage, hit.first as usize, end, hit.cut, entity_type, Rule::Institution);
            out.push(Candidate { inside: Inside::Places, ..name });
        }
    }
}

/// One past a name in quotation marks that open at a word.
fn quoted(passage: &Passage<'_>, at: usize) -> Option<usize> {
    let opens = passage.gap(at);
    if at >= passage.len() || !opens.has(Gap::QUOTE) || !opens.within(Gap::QUOTE.and(Gap::SPACE)) {
        return None;
    }
    (at + 1..=passage.len().min(at + MOST_QUOTED))
        .take_while(|&end| end == at + 1 || passage.gap(end - 1).is_blank() || passage.gap(end - 1) == Gap::HYPHEN)
        .find(|&end| passage.gap(end).has(Gap::QUOTE.and(Gap::UNQUOTE)))
}

/// One past a definite phrase behind a head.
///
/// Nouns in construct lead to a definite noun or a name, which closes the phrase (هيئة تنمية [الصادرات]); behind it stand
/// adjectives of relation with the article (البرازيلية), then what it is for (للتكنولوجيا, لحقوق الإنسان), and nothing else.
fn phrase(passage: &Passage<'_>, hit: &Hit, extent: Extent) -> Option<usize> {
    let begin = hit.end as usize;
    let mut at = begin;
    while at < begin + MOST_WORDS {
        if !goes_on(passage, at) {
            return None;
        }
        let (end, closed) = construct(passage, at)?;
        at = end;
        if closed {
            break;
        }
    }
    let noun = at;
    at = adjectives(passage, at);
    while at < begin + MOST_WORDS && goes_on(passage, at) {
        let Some(end) = purpose(passage, at).or_else(|| joined(passage, at, extent)) else { break };
        at = adjectives(passage, end);
    }
    let enough = match extent {
        Extent::Short => true,
        Extent::Long | Extent::Name | Extent::Definite => at > noun,
    };
    enough.then_some(at)
}

/// One past the adjectives of a definite head and the one definite noun that it is for, with its adjectives: المركز الجهوي
/// [للاستثمار]. Less is a description (اللجنة المصرية), and so is what belongs to another body: الجمعية العامة للبنك, المكتب
/// السياسي لحماس.
fn described(passage: &Passage<'_>, begin: usize) -> Option<usize> {
    let at = adjectives(passage, begin);
    if at == begin || at >= passage.len() || !goes_on(passage, at) || !passage.codes(at).starts_with(&[LAM, LAM]) {
        return None;
    }
    let body = Sorts::NAME.and(Sorts::HEAD).and(Sorts::INSTITUTION).and(Sorts::NISBA);
    let is_body = |sense| match sense {
        // التنمية is a party's name only where something asks for it.
        Sense::Name { guard, .. } => (guard == Guard::None).then_some(()),
        Sense::Head { .. } | Sense::Institution { .. } | Sense::Nisba(_) => Some(()),
        _ => None,
    };
    if passage.form(at, |_| true, body, is_body).is_some() {
        return None;
    }
    Some(adjectives(passage, purpose(passage, at)?))
}

fn goes_on(passage: &Passage<'_>, at: usize) -> bool {
    at < passage.len() && passage.gap(at).is_blank()
}

/// One past a word in construct or the noun that closes the phrase, and whether it does.
fn construct(passage: &Passage<'_>, at: usize) -> Option<(usize, bool)> {
    let codes = passage.codes(at);
    if codes.starts_with(&[ALEF, LAM]) {
        return (!is_of_time(passage, at)).then_some((at + 1, true));
    }
    let named = passage.hits_at(at).iter().rev().find(|hit| {
        hit.cut == Cut::WHOLE
            && hit.tail == 0
            && hit.sorts.has(Sorts::NAME)
            && passage.entries(hit).iter().any(|entry| match entry.sense {
                Sense::Name { record, guard, .. } => {
                    guard == Guard::None && passage.index.facts(record).entity_type.kind() == Kind::Place
                }
                _ => false,
            })
    });
    if let Some(hit) = named {
        return Some((hit.end as usize, true));
    }
    let sets = passage.index.words.of(codes);
    let noun = sets.has(WordSet::COMMON) && !sets.has(WordSet::CLAUSE.and(WordSet::ADJECTIVE).and(WordSet::SPEECH));
    noun.then_some((at + 1, false))
}

/// One past the definite adjectives of relation at a word: البرازيلية, العام.
fn adjectives(passage: &Passage<'_>, mut at: usize) -> usize {
    while goes_on(passage, at) {
        let codes = passage.codes(at);
        let relation = codes.starts_with(&[ALEF, LAM])
            && codes.len() > 5
            && (codes.ends_with(&[YEH]) || codes.ends_with(&[YEH, HEH]));
        let listed = passage.any(at, Sorts::MODIFIER.and(Sorts::NISBA), |sense| match sense {
            Sense::Modifier { agreement, .. } => agreement.definite,
            Sense::Nisba(nisba) => nisba.agreement.definite,
            _ => false,
        });
        if !(relation || listed) || is_of_time(passage, at) {
            break;
        }
        at += 1;
    }
    at
}

/// One past what an institution is for: للتكنولوجيا, للشرق الأوسط, لحقوق الإنسان. What is for an end of its own is no part
/// of a name: للحصول على.
fn purpose(passage: &Passage<'_>, at: usize) -> Option<usize> {
    let named = passage.hits_at(at).iter().rev().find(|hit| hit.sorts.has(Sorts::NAME) && hit.cut.clitics.is_only('ل'));
    if let Some(hit) = named {
        return Some(hit.end as usize);
    }
    let governs = |at: usize| {
        let sets = passage.sets_at(at);
        sets.has(WordSet::CLAUSE) && sets.has(WordSet::PLACE_CUE) && passage.codes(at) != [FEH, YEH]
    };
    match passage.codes(at) {
        [LAM, LAM, ..] => (!goes_on(passage, at + 1) || !governs(at + 1)).then_some(at + 1),
        [LAM, rest @ ..] => {
            let noun = passage.index.words.of(rest);
            let construct = noun.has(WordSet::COMMON) && !noun.has(WordSet::CLAUSE) && goes_on(passage, at + 1);
            (construct && passage.codes(at + 1).starts_with(&[ALEF, LAM])).then_some(at + 2)
        }
        _ => None,
    }
}

/// One past a second definite noun of a short name: كلية الآداب والعلوم.
fn joined(passage: &Passage<'_>, at: usize, extent: Extent) -> Option<usize> {
    let noun = match passage.codes(at) {
        [WAW, rest @ ..] if rest.starts_with(&[ALEF, LAM]) => passage.index.words.of(rest),
        _ => return None,
    };
    let fits = extent == Extent::Short && noun.has(WordSet::COMMON) && !noun.has(WordSet::CLAUSE);
    fits.then_some(at + 1)
}

/// True if a listed name begins with the head and is not outdone by what the phrase adds: حزب الله اللبناني.
fn is_listed(passage: &Passage<'_>, head: &Hit, end: usize) -> bool {
    passage
        .hits_at(head.first as usize)
        .iter()
        .any(|hit| hit.sorts.has(Sorts::NAME) && hit.cut == head.cut && hit.end > head.end && hit.end as usize <= end)
}

/// True for a definite word of time, which no name has here: الأحد.
fn is_of_time(passage: &Passage<'_>, at: usize) -> bool {
    passage.any(at, Sorts::TIME, |_| true)
}
