//! Where the name of a person ends.

use super::part::{Part, Parts};
use crate::clitic::proclitic::Cut;
use crate::gazetteer::sense::{Sense, Sorts, TimeClass};
use crate::gazetteer::word_sets::WordSet;
use crate::recognize::adjective::is_definite;
use crate::text::code::{ALEF, LAM, WAW, YEH, arabic};
use crate::text::gap::Gap;

/// A run of words that may be one name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Extent {
    pub(super) first: usize,
    pub(super) end: usize,
    pub(super) cut: Cut,
    /// The part of the first word.
    pub(super) head: Part,
    /// How many words some list of names has.
    pub(super) listed: usize,
}

impl Extent {
    pub(super) fn len(&self) -> usize {
        self.end - self.first
    }
}

/// No name has more words: أبو بكر محمد بن عبد الله بن راشد آل مكتوم.
const MOST_WORDS: usize = 10;

/// The longest name that begins at a word.
///
/// It goes on, over blanks alone, with listed names and with unlisted words that are shaped like no other word; after a
/// link (بن, أبو) with any word. A nationality ends it unless a lone given name is before it (محمد المصري, not محمد صلاح
/// المصري), and so do a word with particles, an everyday word, and a place.
pub(super) fn extent(parts: &Parts<'_>, first: usize) -> Option<Extent> {
    let (cut, head) = parts.cut_at(first);
    let passage = parts.passage;
    if head == Part::Other {
        return None;
    }
    let mut end = first + 1;
    let mut listed = usize::from(head.is_listed());
    if head == Part::Link {
        if cut != Cut::WHOLE || parts.sets(first).has(WordSet::INFIX) {
            return None;
        }
        end = linked(parts, end)?;
        listed += 1;
    }
    while end < passage.len() && end - first < MOST_WORDS {
        let gap = passage.gap(end);
        if !(gap.is_blank() || gap == Gap::HYPHEN) {
            break;
        }
        if parts.completes(end) && gap.is_blank() {
            end += 1;
            continue;
        }
        match parts.at(end) {
            Part::Given | Part::Family => {
                if is_new_name(parts, end) {
                    break;
                }
                listed += 1;
                end += 1;
            }
            Part::Listed => {
                let nisba = passage.sorts_at(end).has(Sorts::NISBA);
                if nisba && end > first + 1 || is_new_name(parts, end) || end >= first + 2 && heads_genitive(parts, end)
                {
                    break;
                }
                listed += 1;
                end += 1;
            }
            Part::Link => match linked(parts, end + 1) {
                Some(after) => end = after,
                None => break,
            },
            Part::Unknown if listed < 2 && !begins_with_and(parts, end) => end += 1,
            Part::Definite
                if listed < 3
                    && parts.at(end - 1) != Part::Definite
                    && !(end >= first + 2 && is_described(parts, end)) =>
            {
                end += 1
            }
            _ => break,
        }
    }
    // إسماعيل الأول; behind a surname it is a rank: برديتش الثاني.
    if end == first + 1 && end < passage.len() && passage.gap(end).is_blank() && is_regnal(parts, end) {
        end += 1;
        if end < passage.len() && passage.gap(end).is_blank() && passage.codes(end) == TEEN {
            end += 1;
        }
    }
    Some(Extent { first, end, cut, head, listed })
}

/// One past the name that a link asks for: بن عبد الله, بن أبي طالب.
fn linked(parts: &Parts<'_>, at: usize) -> Option<usize> {
    let passage = parts.passage;
    let goes_on =
        |&at: &usize| at < passage.len() && passage.gap(at).is_blank() && !parts.sets(at).has(WordSet::CLAUSE);
    let at = (at..at + MOST_LINKS).take_while(goes_on).find(|&at| parts.at(at) != Part::Link)?;
    // ابن عمه is his cousin; أبو takes any noun: أبو جبل.
    let sets = parts.sets(at);
    let noun = sets.has(WordSet::COMMON) && !sets.has(WordSet::PERSONAL.and(WordSet::DIVINE));
    (!noun || parts.is_father(at - 1) || passage.codes(at).starts_with(&[ALEF, LAM])).then_some(at + 1)
}

/// No more links stand in a row: بن أبي.
const MOST_LINKS: usize = 3;

/// True for an unlisted word that is rather a particle and a word: وعمرو, وتأليف.
fn begins_with_and(parts: &Parts<'_>, at: usize) -> bool {
    let codes = parts.passage.codes(at);
    match codes {
        [WAW, YEH, ..] => false,
        [WAW, _, _] => false,
        [WAW, ALEF, ..] => codes.len() > 6 || parts.cut_at(at).0 != Cut::WHOLE,
        [WAW, ..] => true,
        _ => matches!(parts.cut_at(at), (cut, Part::Given) if cut != Cut::WHOLE),
    }
}

/// True if a title begins at the word and leads to a name: محمود عباس [السيد أحمد]; not طارق السيد.
fn is_new_name(parts: &Parts<'_>, at: usize) -> bool {
    let passage = parts.passage;
    let title = passage.whole(at, Sorts::TITLE, |sense| matches!(sense, Sense::Title(_)).then_some(()));
    title.is_some_and(|((), end)| {
        end > at + 1 || end < passage.len() && passage.gap(end).is_blank() && parts.at(end) > Part::Definite
    })
}

/// True for a word that is another word too before what it governs: أمين المتحف behind ديفد فرانكلين, ملك إسبانيا.
fn heads_genitive(parts: &Parts<'_>, at: usize) -> bool {
    let passage = parts.passage;
    let next = at + 1;
    next < passage.len()
        && passage.gap(next).is_blank()
        && parts.at(next) == Part::Other
        && (is_definite(passage.codes(next)) || passage.sorts_at(next).has(Sorts::COUNTRY))
}

/// True for a definite word that a definite adjective describes, so that it is a noun: المعلق العسكري.
fn is_described(parts: &Parts<'_>, at: usize) -> bool {
    let passage = parts.passage;
    let next = at + 1;
    next < passage.len()
        && passage.gap(next).is_blank()
        && passage.codes(next).starts_with(&[ALEF, LAM])
        && (parts.sets(next).has(WordSet::ADJECTIVE) || passage.sorts_at(next).has(Sorts::NISBA.and(Sorts::MODIFIER)))
}

/// True for a definite ordinal up to the tenth: الثاني.
fn is_regnal(parts: &Parts<'_>, at: usize) -> bool {
    parts.passage.any(at, Sorts::TIME, |sense| {
        matches!(sense, Sense::Time { class: TimeClass::Ordinal | TimeClass::TheNumber, .. })
    }) && parts.passage.codes(at).starts_with(&[ALEF, LAM])
}

/// عشر, of السادس عشر.
const TEEN: [u8; 3] = [arabic('ع'), arabic('ش'), arabic('ر')];
