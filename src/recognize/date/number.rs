//! Numbers in digits and in words.

use crate::clitic::Clitics;
use crate::clitic::proclitic::Cut;
use crate::gazetteer::sense::{Sense, Sorts, TimeClass};
use crate::reading::Passage;
use crate::text::gap::Gap;

/// The value of a word of digits with at most `most` of them, and how many there are.
pub(super) fn digits(passage: &Passage<'_>, at: usize, most: usize) -> Option<(u32, usize)> {
    let word = passage.word(at).filter(|word| word.is_number)?;
    let len = (word.end - word.start) as usize;
    if len > most {
        return None;
    }
    let value = passage.codes(at).iter().fold(0, |value, digit| value * 10 + u32::from(digit - b'0'));
    Some((value, len))
}

/// A number in words, the first less `cut`, with one past its last word: ستة وعشرين, ألف وتسعمئة وسبعة وستين, خمسة عشر.
///
/// Parts are joined by و, in the order hundreds, units, tens, after thousands; so each part but the first carries و, and
/// a part is added where the sum so far leaves room for it.
pub(super) fn words(passage: &Passage<'_>, at: usize, cut: Cut) -> Option<(u32, usize)> {
    let (first, mut end) = word(passage, at, cut.clitics)?;
    let (mut total, mut last) = (0, first);
    loop {
        // ثلاثة آلاف: the thousands are counted. خمسة عشر: the ten follows without و.
        match word(passage, end, Clitics::NONE).filter(|_| passage.gap(end).is_blank()) {
            Some((1000, next)) if last < 1000 && last > 2 => (last, end) = (last * 1000, next),
            Some((10, next)) if (3..10).contains(&last) => (last, end) = (last + 10, next),
            Some((100, next)) if (3..10).contains(&last) => (last, end) = (last * 100, next),
            _ => {}
        }
        total += last;
        let joined = if is_and(passage, end) && passage.gap(end).is_blank() {
            word(passage, end + 1, Clitics::NONE)
                .filter(|_| passage.gap(end + 1).is_blank() || passage.gap(end + 1) == Gap::NONE)
        } else {
            word(passage, end, Clitics::NONE.with('و')).filter(|_| passage.gap(end).is_blank())
        };
        match joined {
            Some((value, next)) if fits(total, value) => (last, end) = (value, next),
            _ => return Some((total, end)),
        }
    }
}

/// True if `part` may follow a sum: tens after units, anything smaller after hundreds and thousands.
fn fits(total: u32, part: u32) -> bool {
    match total % 1000 {
        0 => part < 1000,
        rest if rest.is_multiple_of(100) => part < 100,
        rest => rest % 100 < 10 && (20..100).contains(&part) && part.is_multiple_of(10),
    }
}

fn word(passage: &Passage<'_>, at: usize, clitics: Clitics) -> Option<(u32, usize)> {
    passage
        .hits_at(at)
        .iter()
        .rev()
        .filter(|hit| hit.tail == 0 && hit.cut.clitics == clitics && hit.sorts.has(Sorts::TIME))
        .find_map(|hit| {
            passage.entries(hit).iter().find_map(|entry| match entry.sense {
                Sense::Time { class: TimeClass::Number, value } => Some((value as u32, hit.end as usize)),
                _ => None,
            })
        })
}

/// True if a word is و alone, as in `14 و 25`.
pub(super) fn is_and(passage: &Passage<'_>, at: usize) -> bool {
    passage.word(at).is_some() && passage.codes(at) == [crate::text::code::WAW]
}

/// True for the empty cut, or for one particle alone where it is asked for.
pub(super) fn fits_cut(cut: Cut, carried: Option<char>) -> bool {
    match carried {
        Some(particle) => cut.clitics.is_only(particle),
        None => cut == Cut::WHOLE,
    }
}
