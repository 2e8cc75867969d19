//! Names that are adjectives as well, and nouns that adjectives describe.

use super::people;
use crate::clitic::proclitic::Cut;
use crate::entity::Kind;
use crate::gazetteer::matcher::Hit;
use crate::gazetteer::record::Context;
use crate::gazetteer::sense::{Form, Sense, Sorts};
use crate::gazetteer::word_sets::WordSet;
use crate::reading::Passage;
use crate::text::code::{self, ALEF, HEH, LAM, TEH, arabic};

/// True if a definite adjective follows, so that the name is a common noun: القاعدة العسكرية, المروج الخضراء.
pub(super) fn is_described(passage: &Passage<'_>, hit: &Hit) -> bool {
    let end = hit.end as usize;
    if !passage.gap(end).is_blank() || end == passage.len() || !begins_with_article(passage, hit) {
        return false;
    }
    let next = passage.codes(end);
    // إلى is written like آلي without its hamza and dots.
    next.starts_with(&[ALEF, LAM]) && next.len() > 3 && passage.index.words.has(next, WordSet::ADJECTIVE)
        || passage.any(end, Sorts::MODIFIER.and(Sorts::NISBA), |sense| match sense {
            Sense::Modifier { agreement, .. } => agreement.definite,
            Sense::Nisba(nisba) => nisba.agreement.definite && nisba.agreement.form != Form::Plural,
            _ => false,
        })
}

fn begins_with_article(passage: &Passage<'_>, hit: &Hit) -> bool {
    hit.cut.alef || passage.codes(hit.first as usize)[usize::from(hit.cut.from)..].starts_with(&[ALEF, LAM])
}

/// True if a name that is an adjective as well (مالي: Mali, financial, Malian; الرمادي: Ramadi, grey) stands as one.
///
/// A definite adjective follows a definite noun with which it agrees: الدخان الرمادي, not في الرمادي, nor مدينة الرمادي, nor
/// القوات الرمادي. A feminine one in ية follows what takes such: المرأة السعودية, المياه الغازية, not زار الوزير السعودية.
///
/// An indefinite adjective follows an indefinite masculine noun: دعم مالي, جندي مالي. It does not follow a preposition, a
/// direction or another word that asks for a place (في مالي, شمال مالي), nor a definite noun, nor a feminine one or a verb
/// in the feminine (قطعت مالي), with which it would not agree; and a pronoun after it that means a state (مالي وحلفائها)
/// speaks for the place.
pub(super) fn is_adjective(passage: &Passage<'_>, hit: &Hit, context: Context) -> bool {
    let at = hit.first as usize;
    if at == 0 || hit.cut != Cut::WHOLE || !passage.gap(at).is_blank() {
        return false;
    }
    let before = passage.codes(at - 1);
    let word = passage.codes(at);
    let single = hit.end == hit.first + 1;
    if single && passage.index.words.of(word).has(WordSet::ADJECTIVE) {
        let agrees = is_feminine_adjective(word) || !is_feminine_noun(before);
        return agrees && is_definite(before) && !context.meets(passage.context_before(at));
    }
    let shaped = single && word.starts_with(&[ALEF, LAM]) && word.ends_with(&[arabic('ي'), HEH]);
    if shaped || is_nisba(passage, hit, Form::Feminine, true) {
        return is_definite(before) && is_feminine(before);
    }
    if is_nisba(passage, hit, Form::Plural, true) {
        return people::is_adjective_of(passage, at);
    }
    if !is_nisba(passage, hit, Form::Masculine, false) {
        return false;
    }
    if passage.word(at - 1).is_some_and(|word| word.is_number) {
        return false;
    }
    let sorts = Sorts::GENERIC.and(Sorts::HEAD).and(Sorts::NAME);
    let asks = passage.before(at, sorts, |sense| match sense {
        Sense::Generic(_) | Sense::Head { construct: true, .. } => Some(()),
        Sense::Name { record, .. } if passage.index.facts(record).entity_type.kind() == Kind::Place => Some(()),
        _ => None,
    });
    if asks.is_some()
        || passage.index.words.has(before, WordSet::PLACE_CUE)
        || is_definite(before)
        || is_feminine(before)
    {
        return false;
    }
    let end = hit.end as usize;
    let state_follows = passage.gap(end).is_blank() && end < passage.len() && {
        let next = passage.codes(end);
        next.ends_with(&[HEH, ALEF]) || next.first() == Some(&code::WAW) && is_place_with_and(passage, end)
    };
    !state_follows
}

/// True for an adjective of nationality behind a definite noun, which a surname or a town may be as well: الرئيس السوداني,
/// العاصمة الصينية.
pub(super) fn is_nationality_of_noun(passage: &Passage<'_>, hit: &Hit) -> bool {
    let at = hit.first as usize;
    if at == 0 || hit.cut != Cut::WHOLE || !passage.gap(at).is_blank() {
        return false;
    }
    let before = passage.codes(at - 1);
    let form = if is_feminine_noun(before) { Form::Feminine } else { Form::Masculine };
    is_definite(before) && is_nisba(passage, hit, form, true)
}

/// True for the letters of an adjective of nationality in this form.
fn is_nisba(passage: &Passage<'_>, hit: &Hit, form: Form, definite: bool) -> bool {
    passage.entries(hit).iter().any(|entry| match entry.sense {
        Sense::Nisba(nisba) => nisba.agreement.definite == definite && nisba.agreement.form == form,
        _ => false,
    })
}

/// True for a noun with the article, its clitics apart.
pub(super) fn is_definite(codes: &[u8]) -> bool {
    let article = [ALEF, LAM];
    codes.starts_with(&article)
        || codes.get(1..).is_some_and(|rest| {
            matches!(codes[0], code::WAW | code::FEH | code::BEH | code::KAF) && rest.starts_with(&article)
        })
        || codes.starts_with(&[LAM, LAM])
}

/// True for what takes feminine adjectives: ة (folded to ه), ات, or a verb in ت.
fn is_feminine(codes: &[u8]) -> bool {
    codes.len() > 2 && matches!(codes.last(), Some(&HEH | &TEH))
}

/// True for a noun that takes feminine adjectives, in ة or ات; not for الوقت, البيت.
fn is_feminine_noun(codes: &[u8]) -> bool {
    codes.ends_with(&[HEH]) || codes.ends_with(&[ALEF, TEH])
}

/// True for an adjective in ة or اء: الحديثة, الزرقاء.
fn is_feminine_adjective(codes: &[u8]) -> bool {
    codes.ends_with(&[HEH]) || codes.ends_with(&[ALEF, arabic('ء')])
}

fn is_place_with_and(passage: &Passage<'_>, at: usize) -> bool {
    passage.hits_at(at).iter().any(|hit| {
        hit.cut.clitics.is_only('و')
            && passage.entries(hit).iter().any(|entry| match entry.sense {
                Sense::Name { record, .. } => passage.index.facts(record).entity_type.kind() == Kind::Place,
                _ => false,
            })
    })
}
