//! A verb of speech and the speaker (قال هوارد جرونسبكت), a word before a maker and the maker (إخراج وفيق وجدي).

use super::extent::{Extent, extent};
use super::part::{Part, Parts};
use crate::clitic::proclitic::Cut;
use crate::gazetteer::sense::Sorts;
use crate::gazetteer::word_sets::WordSet;

/// The name right behind such a word.
pub(super) fn name_after(parts: &Parts<'_>, at: usize) -> Option<Extent> {
    let passage = parts.passage;
    let cue = parts.joined(at);
    if !cue.has(WordSet::SPEECH.and(WordSet::BYLINE)) {
        return None;
    }
    let next = at + 1;
    if next >= passage.len() || !passage.gap(next).is_blank() {
        return None;
    }
    let name = extent(parts, next).filter(|name| name.cut == Cut::WHOLE)?;
    let speech = cue.has(WordSet::SPEECH);
    let accepted = match name.head {
        Part::Given | Part::Family => speech || name.len() >= 2,
        // وأوضح فارس أن
        Part::Listed if speech && name.len() == 1 => {
            let clause = name.end < passage.len() && parts.sets(name.end).has(WordSet::CLAUSE);
            let other =
                passage.sorts_at(next).has(Sorts::NISBA.and(Sorts::TITLE)) || parts.sets(next).has(WordSet::COMMON);
            clause && passage.gap(name.end).is_blank() && !other
        }
        // What was said is a noun as well: أكد صلاح الأمر.
        Part::Listed => name.listed >= 2 && (!speech || !parts.sets(next).has(WordSet::COMMON)),
        Part::Unknown => name.len() >= 2 && name.listed > 0,
        _ => false,
    };
    accepted.then_some(name)
}
