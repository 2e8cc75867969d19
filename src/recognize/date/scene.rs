//! The words around a fit.

use super::number::is_and;
use super::slot::{Captures, Slot};
use crate::clitic::proclitic::Cut;
use crate::gazetteer::sense::{Cue, Sense, Sorts, TimeClass};
use crate::reading::Passage;
use crate::text::code;
use crate::text::gap::Gap;

/// A fit in its surroundings.
#[derive(Clone, Copy)]
pub(super) struct Scene<'a> {
    pub(super) passage: &'a Passage<'a>,
    pub(super) start: usize,
    pub(super) end: usize,
    /// What was cut from the first word.
    pub(super) cut: Cut,
    pub(super) captures: &'a Captures,
}

/// The folded word before another, without a conjunction.
pub(super) fn word_before(passage: &Passage<'_>, at: usize) -> Option<String> {
    if at == 0 || !passage.gap(at).is_blank() {
        return None;
    }
    let word = code::decode(passage.codes(at - 1));
    match word.strip_prefix('و') {
        Some(rest) if rest.chars().count() > 1 => Some(rest.to_owned()),
        _ => Some(word),
    }
}

/// The number of the word of doubt that ends before a word: نحو 1, أكثر من 2, أقل من 3.
pub(super) fn about_before(passage: &Passage<'_>, at: usize) -> Option<i16> {
    passage.before(at, Sorts::TIME, |sense| match sense {
        Sense::Time { class: TimeClass::About, value } => Some(value),
        _ => None,
    })
}

impl Scene<'_> {
    /// True if the word before is one of `words`, given as they fold.
    pub(super) fn after(&self, words: &[&str]) -> bool {
        word_before(self.passage, self.start).is_some_and(|before| words.contains(&before.as_str()))
    }

    /// True if a preposition was cut from the first word; a conjunction does not matter.
    pub(super) fn has_preposition(&self) -> bool {
        ['ب', 'ك', 'ل'].into_iter().any(|letter| self.cut.clitics.has(letter))
    }

    /// The folded word behind, if only a blank stands before it.
    pub(super) fn word_behind(&self) -> Option<String> {
        let near = self.end < self.passage.len() && self.passage.gap(self.end).is_blank();
        near.then(|| code::decode(self.passage.codes(self.end)))
    }

    pub(super) fn after_cue(&self, cue: Cue) -> bool {
        self.passage.before(self.start, Sorts::CUE, |sense| (sense == Sense::Cue(cue)).then_some(())).is_some()
    }

    pub(super) fn before_cue(&self, cue: Cue) -> bool {
        self.passage.gap(self.end).is_blank()
            && self.passage.any(self.end, Sorts::CUE, |sense| sense == Sense::Cue(cue))
    }

    pub(super) fn has(&self, slot: Slot) -> bool {
        self.captures.side(false).get(slot).is_some()
    }

    pub(super) fn has_class(&self, class: TimeClass) -> bool {
        self.has(Slot::of(class))
    }

    /// True if a word of doubt ends before the first word: نحو عام, أكثر من عام.
    pub(super) fn after_about(&self) -> bool {
        about_before(self.passage, self.start).is_some()
    }

    /// True if the digits stand between brackets: (1948).
    pub(super) fn is_in_brackets(&self) -> bool {
        let counted = self.start > 0 && self.passage.any(self.start - 1, Sorts::CUE, |s| s == Sense::Cue(Cue::Count));
        self.end == self.start + 1
            && self.passage.gap(self.start).has(Gap::OPEN)
            && self.passage.gap(self.end).has(Gap::CLOSE)
            && !counted
    }

    /// True if another number follows and something is counted behind that: من 2000 إلى 3000 شخص.
    pub(super) fn counts_with_another(&self) -> bool {
        let passage = self.passage;
        let link = is_and(passage, self.end)
            || (self.end < passage.len()
                && matches!(code::decode(passage.codes(self.end)).as_str(), "الي" | "حتي" | "او"));
        link && passage.word(self.end + 1).is_some_and(|word| word.is_number)
            && passage.gap(self.end + 2).is_blank()
            && passage.any(self.end + 2, Sorts::CUE, |sense| sense == Sense::Cue(Cue::Counted))
    }

    /// True if the word is the end of a medium's name: المصري اليوم, قناة روسيا اليوم, صحيفة الغد.
    pub(super) fn is_title(&self) -> bool {
        const MEDIA: [&str; 9] = ["صحيفه", "قناه", "جريده", "موقع", "شبكه", "وكاله", "فضائيه", "حزب", "مجله"];
        const TITLES: [&str; 9] = ["روسيا", "اليمن", "فلسطين", "ليبيا", "الخليج", "العرب", "مصر", "سوريا", "الاردن"];
        let medium = |at: Option<usize>| {
            at.and_then(|at| word_before(self.passage, at)).is_some_and(|word| MEDIA.contains(&word.as_str()))
        };
        medium(Some(self.start))
            || self.after(&["المصري", "اخبار"])
            || (self.after(&TITLES) && medium(self.start.checked_sub(1)))
    }

    pub(super) fn first_word(&self) -> String {
        code::decode(self.passage.codes(self.start))
    }

    pub(super) fn last_word(&self) -> String {
        code::decode(self.passage.codes(self.end - 1))
    }
}
