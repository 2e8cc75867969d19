//! One passage of a text as the recognisers read it: its words, and at each word the surface forms that begin there.

use crate::clitic::proclitic::{self, Cut};
use crate::gazetteer::index::{Entry, Index};
use crate::gazetteer::matcher::{Hit, LookUps};
use crate::gazetteer::record::Context;
use crate::gazetteer::sense::{Sense, Sorts};
use crate::gazetteer::word_sets::WordSet;
use crate::normalize::table::clings;
use crate::normalize::words::{Word, Words};
use crate::span::Span;
use crate::text::chars::{Kind, kind};
use crate::text::gap::Gap;

/// The buffers of a reading, to be used again for the next passage.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reading {
    words: Words,
    ups: LookUps,
    hits: Vec<Hit>,
    /// For each word, where its hits begin; one more at the end.
    starts: Vec<u32>,
    /// For each word, the sorts of sense of all its hits.
    sorts: Vec<Sorts>,
}

impl Reading {
    /// Reads the passage at the head of `text[base..]`; gives the bytes read, and what stands before the next passage.
    pub(crate) fn read(&mut self, text: &str, base: usize, before: Gap, index: &Index) -> (usize, Gap) {
        let read = self.words.read(&text[base..], index.table, before);
        self.hits.clear();
        self.starts.clear();
        self.sorts.clear();
        let count = self.words.words.len();
        index.matcher.find(&index.words, &self.words, &mut self.ups, |hit| self.hits.push(hit));
        self.sorts.resize(count, Sorts::default());
        for (number, hit) in self.hits.iter().enumerate() {
            let word = hit.first as usize;
            self.sorts[word] = self.sorts[word].and(hit.sorts);
            if self.starts.len() <= word {
                self.starts.resize(word + 1, number as u32);
            }
        }
        self.starts.resize(count + 1, self.hits.len() as u32);
        (read, self.words.tail)
    }

    /// The passage for recognisers; `text` and `base` are those that were read.
    pub(crate) fn passage<'a>(&'a self, text: &'a str, base: usize, index: &'a Index) -> Passage<'a> {
        let Reading { words, ups, hits, starts, sorts } = self;
        Passage { text, base, words, hits, starts, sorts, sets: &ups.sets, index }
    }
}

/// A passage that was read.
#[derive(Clone, Copy)]
pub(crate) struct Passage<'a> {
    text: &'a str,
    base: usize,
    words: &'a Words,
    hits: &'a [Hit],
    starts: &'a [u32],
    sorts: &'a [Sorts],
    sets: &'a [WordSet],
    pub(crate) index: &'a Index,
}

impl<'a> Passage<'a> {
    /// How many words there are.
    pub(crate) fn len(&self) -> usize {
        self.words.words.len()
    }

    pub(crate) fn word(&self, at: usize) -> Option<&'a Word> {
        self.words.words.get(at)
    }

    /// What stands before a word, or after the last.
    pub(crate) fn gap(&self, at: usize) -> Gap {
        self.words.words.get(at).map_or(self.words.tail, |word| word.gap)
    }

    /// The folded letters of a word.
    pub(crate) fn codes(&self, at: usize) -> &'a [u8] {
        self.words.codes_of(&self.words.words[at])
    }

    /// The surface forms that begin at a word.
    #[inline]
    pub(crate) fn hits_at(&self, at: usize) -> &'a [Hit] {
        match self.starts.get(at..at + 2) {
            Some(bounds) => &self.hits[bounds[0] as usize..bounds[1] as usize],
            None => &[],
        }
    }

    /// The surface forms of some sort, in the order of the words that they begin at.
    pub(crate) fn hits(&self, sort: Sorts) -> impl Iterator<Item = &'a Hit> {
        self.hits.iter().filter(move |hit| hit.sorts.has(sort))
    }

    /// The sorts of sense of the forms that begin at a word.
    #[inline]
    pub(crate) fn sorts_at(&self, at: usize) -> Sorts {
        self.sorts.get(at).copied().unwrap_or_default()
    }

    /// The sets that a word is in, as it stands.
    #[inline]
    pub(crate) fn sets_at(&self, at: usize) -> WordSet {
        self.sets.get(at).copied().unwrap_or_default()
    }

    /// The sets of generic nouns right before a word.
    pub(crate) fn context_before(&self, at: usize) -> Context {
        let mut context = Context::NONE;
        self.before(at, Sorts::GENERIC, |sense| {
            if let Sense::Generic(set) = sense {
                context = context.and(set);
            }
            None::<()>
        });
        context
    }

    /// True for a word of a set, a particle before it or not: في, وفي.
    #[inline]
    pub(crate) fn is_of(&self, at: usize, set: WordSet) -> bool {
        self.sets_at(at).has(set)
            || matches!(self.codes(at), [first, rest @ ..]
                if proclitic::may_begin(*first) && self.index.words.of(rest).has(set))
    }

    pub(crate) fn entries(&self, hit: &Hit) -> &'a [Entry] {
        self.index.entries(hit.surface)
    }

    /// What `pick` takes of the senses of the whole words at a place, among forms of some sort, with one past their last
    /// word; the longest form wins.
    pub(crate) fn whole<T>(&self, at: usize, sort: Sorts, pick: impl FnMut(Sense) -> Option<T>) -> Option<(T, usize)> {
        self.form(at, |cut| cut == Cut::WHOLE, sort, pick)
    }

    /// The same for forms with a cut that `fits`.
    pub(crate) fn form<T>(
        &self,
        at: usize,
        fits: impl Fn(Cut) -> bool,
        sort: Sorts,
        mut pick: impl FnMut(Sense) -> Option<T>,
    ) -> Option<(T, usize)> {
        if !self.sorts_at(at).has(sort) {
            return None;
        }
        self.hits_at(at)
            .iter()
            .filter(|hit| fits(hit.cut) && hit.tail == 0 && hit.sorts.has(sort))
            .rev() // walks report longer forms later
            .find_map(|hit| self.entries(hit).iter().find_map(|entry| pick(entry.sense)).map(|t| (t, hit.end as usize)))
    }

    /// True if a whole word there has a sense that `test` accepts.
    pub(crate) fn any(&self, at: usize, sort: Sorts, mut test: impl FnMut(Sense) -> bool) -> bool {
        self.whole(at, sort, |sense| test(sense).then_some(())).is_some()
    }

    /// What `pick` takes of the senses of forms of some sort that end before a word, with nothing but a blank, an opening
    /// quotation mark or a hyphen between. Proclitics on them do not matter.
    pub(crate) fn before<T>(&self, at: usize, sort: Sorts, mut pick: impl FnMut(Sense) -> Option<T>) -> Option<T> {
        let gap = self.gap(at);
        let near = Gap::SPACE.and(Gap::LINE).and(Gap::QUOTE).and(Gap::HYPHEN);
        if !gap.within(near) {
            return None;
        }
        (at.saturating_sub(3)..at).rev().filter(|&start| self.sorts_at(start).has(sort)).find_map(|start| {
            self.hits_at(start)
                .iter()
                .filter(|hit| hit.end as usize == at && hit.sorts.has(sort))
                .find_map(|hit| self.entries(hit).iter().find_map(|entry| pick(entry.sense)))
        })
    }

    /// The original text of a hit.
    pub(crate) fn text_of(&self, hit: &Hit) -> &'a str {
        &self.text[self.span_of(hit).range()]
    }

    /// The span of a hit.
    pub(crate) fn span_of(&self, hit: &Hit) -> Span {
        self.span(hit.first as usize, hit.end as usize, hit.cut, hit.tail)
    }

    /// The span of words, less what was cut from the first and the last.
    pub(crate) fn span(&self, first: usize, end: usize, cut: Cut, tail: u8) -> Span {
        let (head, last) = (&self.words.words[first], &self.words.words[end - 1]);
        let start = match cut.span {
            0 => head.raw as usize,
            letters => self.after_letters(head, usize::from(letters)).0,
        };
        let stop = match tail {
            // A letter alone is written with the tatweel behind it: هـ, the sign of Hijri years.
            0 if last.end - last.start == 1 => last.raw_end as usize + self.tatweel_at(last.raw_end as usize),
            0 => last.raw_end as usize,
            letters => self.after_letters(last, (last.end - last.start) as usize - usize::from(letters)).1,
        };
        Span::new(self.base + start, self.base + stop.max(start))
    }

    /// Bytes of tatweel at a place of the passage, with the marks between.
    fn tatweel_at(&self, at: usize) -> usize {
        let marks = self.text[self.base + at..].char_indices().take_while(|&(_, c)| kind(c) == Kind::Mark);
        marks.filter(|&(_, c)| c == '\u{0640}').last().map_or(0, |(at, c)| at + c.len_utf8())
    }

    /// In a word, where the letter after so many begins, and where the letters before it end with their marks. A ligature
    /// that would be split belongs to what comes after.
    fn after_letters(&self, word: &Word, letters: usize) -> (usize, usize) {
        let raw = &self.text[self.base + word.raw as usize..self.base + word.raw_end as usize];
        let mut seen = 0;
        let mut end = 0;
        for (at, c) in raw.char_indices() {
            let before = seen;
            seen += self.index.table.letters(c);
            if seen > letters && seen > before {
                return (word.raw as usize + at, word.raw as usize + end);
            }
            if seen > before || clings(c) {
                end = at + c.len_utf8();
            }
        }
        (word.raw_end as usize, word.raw_end as usize)
    }

    /// The original text of a word.
    pub(crate) fn raw(&self, at: usize) -> &'a str {
        let word = &self.words.words[at];
        &self.text[self.base + word.raw as usize..self.base + word.raw_end as usize]
    }
}
