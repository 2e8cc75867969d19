//! What the letters of a word of no list say: whether it is an everyday word with particles, pronouns or endings, or has the
//! shape of a verb or an infinitive. What is neither may be a name.

use crate::gazetteer::word_sets::WordSet;
use crate::gazetteer::word_table::WordTable;
use crate::text::code::{ALEF, BEH, FEH, HEH, KAF, LAM, SEEN, TEH, WAW, YEH, arabic};

/// Longer words are not looked at: no name is.
const LONGEST: usize = 14;

const NOON: u8 = arabic('ن');
const MEEM: u8 = arabic('م');

/// What everyday words end in beside their dictionary form, with the letters that must be left. Names end in ان, ون, ين
/// more often than what is left of them is a word by chance.
const ENDINGS: [(&[u8], usize); 18] = [
    (&[NOON, YEH], 2),
    (&[HEH, ALEF], 2),
    (&[HEH, MEEM], 2),
    (&[HEH, MEEM, ALEF], 2),
    (&[NOON, ALEF], 2),
    (&[HEH], 3),
    (&[YEH], 3),
    (&[ALEF], 2),
    (&[ALEF, TEH], 3),
    (&[WAW, NOON], 4),
    (&[YEH, NOON], 4),
    (&[ALEF, NOON], 5),
    (&[WAW, ALEF], 3),
    (&[TEH], 3),
    (&[YEH, HEH], 3),
    (&[TEH, HEH], 3),
    (&[TEH, HEH, ALEF], 3),
    (&[TEH, ALEF], 3),
];

/// True for the shapes of participles, infinitives and definite plurals: متمثل, ترويج, انتقال.
fn is_noun_shaped(stem: &[u8]) -> bool {
    match stem {
        [MEEM, TEH | NOON | SEEN, a, _, ..] => !is_long(*a),
        // تفعيل, إفعال, افتعال, انفعال, استفعال
        [TEH, a, b, YEH, c] => ![*a, *b, *c].into_iter().any(is_long),
        [ALEF, a, b, ALEF, c] => ![*a, *b, *c].into_iter().any(is_long),
        [ALEF, _, TEH, _, ALEF, _] | [ALEF, NOON, _, _, ALEF, _] | [ALEF, SEEN, TEH, ..] => true,
        _ => false,
    }
}

fn is_long(code: u8) -> bool {
    matches!(code, ALEF | WAW | YEH)
}

/// True for the shapes of derived verbs, which no list can have whole: يستقبل, اعتزل, يعيش.
fn is_verb_shaped(codes: &[u8]) -> bool {
    match codes {
        [ALEF, SEEN, TEH, _, _, ..] | [YEH | TEH | NOON, SEEN, TEH, _, ..] => true,
        [YEH | TEH, TEH, _, _, ..] => true,
        [ALEF, a, TEH, b, c] => ![*a, *b, *c].into_iter().any(is_long),
        [_, _, _, WAW, ALEF] | [_, _, _, _, WAW, ALEF] => true,
        // يفعل, يعيش, يفعله
        [YEH, a, b, c] => !is_long(*a) && !is_long(*c) || !is_long(*a) && !is_long(*b),
        [YEH, a, b, c, _] => ![*a, *b, *c].into_iter().any(is_long),
        [TEH | NOON, a, b, c] => ![*a, *b, *c].into_iter().any(is_long),
        _ => false,
    }
}

/// True for an everyday word with something before or behind it (بحكومته, سيقولون), and for the shapes of nouns and
/// verbs that are too many for a list (الانتقال, يستقبل).
pub(super) fn is_everyday(words: &WordTable, codes: &[u8]) -> bool {
    if codes.len() > LONGEST || is_inflected(words, codes) {
        return true;
    }
    let (conjunction, rest) = match codes {
        [WAW | FEH, rest @ ..] => (true, rest),
        _ => (false, codes),
    };
    if conjunction && is_inflected(words, rest) {
        return true;
    }
    match rest {
        [BEH | KAF | LAM | SEEN, rest @ ..] => is_inflected(words, rest),
        _ => false,
    }
}

fn is_inflected(words: &WordTable, codes: &[u8]) -> bool {
    let sets = |codes: &[u8]| words.of(codes);
    let stem = codes.strip_prefix(&[ALEF, LAM]).unwrap_or(codes);
    let common = |codes: &[u8]| codes.len() >= 3 && sets(codes).has(WordSet::COMMON);
    if sets(codes).has(WordSet::CLAUSE)
        || common(codes)
        || common(stem)
        || is_noun_shaped(stem)
        || is_verb_shaped(codes)
    {
        return true;
    }
    ENDINGS.iter().any(|&(ending, least)| {
        stem.strip_suffix(ending).filter(|stem| stem.len() >= least).is_some_and(|stem| {
            let mut feminine = [0; LONGEST + 1];
            let len = stem.len() - usize::from(stem.ends_with(&[TEH]));
            feminine[..len].copy_from_slice(&stem[..len]);
            feminine[len] = HEH;
            sets(stem).has(WordSet::COMMON)
                || sets(&feminine[..=len]).has(WordSet::COMMON)
                || ending[0] == HEH && (is_noun_shaped(stem) || is_verb_shaped(stem))
        })
    })
}
