//! Names in a text: walks of the automaton over folded words.
//!
//! It is stepped from the beginning of words only, so a name inside a longer word is never met, and it goes on over the
//! gap to the next word as long as some name does, reporting every name that ends on the way: a long name that fails in
//! the end (الأمم المتحد) has hidden nothing.

use crate::clitic::enclitic;
use crate::clitic::proclitic::{self, Cut};
use crate::error::Error;
use crate::gazetteer::automaton::Automaton;
use crate::gazetteer::bits::Bits;
use crate::gazetteer::forms::Surfaces;
use crate::gazetteer::key::{Key, hash_of_pair};
use crate::gazetteer::sense::Sorts;
use crate::gazetteer::word_sets::WordSet;
use crate::gazetteer::word_table::{Entry, WordTable, first_word, second_word};
use crate::normalize::words::{PADDING, Words};
use crate::text::code::{ALEF, HEH, SIGN, SPACE};
use crate::text::gap::Gap;

/// The automaton, and a filter before it. What is known of single words is in a [`WordTable`].
#[derive(Clone, Debug)]
pub(crate) struct Matcher {
    automaton: Automaton,
    /// The pairs of words that forms begin with.
    pairs: Bits,
    /// The sorts of sense of each form.
    sorts: Vec<Sorts>,
}

/// What a walk found: a surface form over some words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    /// The first word, and one past the last.
    pub(crate) first: u32,
    pub(crate) end: u32,
    pub(crate) surface: u32,
    pub(crate) cut: Cut,
    /// Letters of a pronoun cut from the end of the last word.
    pub(crate) tail: u8,
    /// The sorts of sense of the form.
    pub(crate) sorts: Sorts,
}

/// Where a form may begin: at a word, less what was cut from it.
#[derive(Clone, Copy, Debug)]
struct Beginning {
    /// The hash of the word.
    hash: u64,
    /// What is known of it. It goes on where the filter of pairs lets it.
    entry: Entry,
    at: u32,
    /// `None` where a pronoun may be cut from the end.
    cut: Option<Cut>,
    /// True if the word is longer than a key, so that the automaton must read it.
    long: bool,
}

/// The words of a passage as they were looked up, to be used again for the next.
#[derive(Clone, Debug, Default)]
pub(crate) struct LookUps {
    hashes: Vec<u64>,
    entries: Vec<Entry>,
    /// Words that the first look into the table has not decided.
    undecided: Vec<u32>,
    /// The sets of each word, as it stands.
    pub(crate) sets: Vec<WordSet>,
    begin: Vec<Beginning>,
}

impl Matcher {
    /// A matcher of surface forms, each of which comes once, with the sorts of sense of each. A hit's `surface` is the number
    /// of its form.
    pub(crate) fn new(surfaces: Surfaces, sorts: Vec<Sorts>) -> Result<Matcher, Error> {
        let mut pairs = Bits::for_as_many(surfaces.len());
        for form in (0..surfaces.len() as u32).map(|number| surfaces.form(number)) {
            let first = first_word(form);
            let second = second_word(&form[first.len()..]);
            if !second.is_empty() {
                pairs.insert(hash_of_pair(Key::of(first).hash(), Key::of(second).hash()));
            }
        }
        Ok(Matcher { automaton: Automaton::new(surfaces)?, pairs: pairs.shrunk(), sorts })
    }

    /// Calls `found` with every surface form in the words, as it stands and less its clitics, in the order of the words that
    /// they begin at.
    ///
    /// First all words are looked up, then the filter of pairs is asked where a form may go on, then walks begin: so the
    /// memory is asked for many at once, and none waits for the other.
    pub(crate) fn find(&self, table: &WordTable, words: &Words, ups: &mut LookUps, mut found: impl FnMut(Hit)) {
        ups.look_up(table, words);
        for beginning in ups.begin.iter_mut().filter(|beginning| beginning.entry.goes_on()) {
            let follows = match ups.hashes.get(beginning.at as usize + 1) {
                Some(&second) => self.pairs.has(hash_of_pair(beginning.hash, second)),
                None => false,
            };
            beginning.entry = beginning.entry.going_on(follows);
        }
        for beginning in &ups.begin {
            match beginning.cut {
                Some(cut) => self.walk(words, cut, beginning, &mut found),
                None => self.stem(table, words, beginning.at as usize, &mut found),
            }
        }
    }

    /// Steps through the words from a beginning on.
    #[inline]
    fn walk(&self, words: &Words, cut: Cut, beginning: &Beginning, found: &mut impl FnMut(Hit)) {
        let at = beginning.at as usize;
        let mut hit = |end: usize, surface, sorts| {
            found(Hit { first: at as u32, end: end as u32, surface, cut, tail: 0, sorts });
        };
        let codes = || proclitic::rest(words.codes_of(&words.words[at]), cut);
        let entry = beginning.entry;
        if let Some(surface) = entry.surface() {
            hit(at + 1, surface, entry.sorts);
        } else if beginning.long
            && let Some(surface) = self.long_word(beginning.hash, codes())
        {
            hit(at + 1, surface, self.sorts(surface));
        }
        if !entry.goes_on() {
            return;
        }
        // Two words that a name begins with: the automaton reads all their letters, and goes on.
        let (mut word, mut end) = (&words.words[at], at + 1);
        let part = self.automaton.part(beginning.hash);
        let Some(mut state) = part.after(codes()) else { return };
        while let Some(next) = words.words.get(end) {
            let Some(between) = separator(next.gap, word.end - word.start) else { return };
            let between = Some(between).filter(|&code| code != 0);
            for code in between.into_iter().chain(words.codes_of(next).iter().copied()) {
                match part.next(state, code) {
                    Some(next) => state = next,
                    None => return,
                }
            }
            word = next;
            end += 1;
            if let Some(surface) = part.surface(state) {
                hit(end, surface, self.sorts(surface));
            }
        }
    }

    /// The sorts of sense of a surface form.
    #[inline]
    pub(crate) fn sorts(&self, surface: u32) -> Sorts {
        self.sorts[surface as usize]
    }

    /// Looks for a name of one word with a pronoun behind it: لبناننا.
    fn stem(&self, table: &WordTable, words: &Words, at: usize, found: &mut impl FnMut(Hit)) {
        let codes = words.codes_of(&words.words[at]);
        let Some(split) = enclitic::split(codes) else { return };
        let mut try_stem = |cut: Cut| {
            let from = usize::from(cut.from);
            if split.stem <= from {
                return;
            }
            let plain = self.exactly(table, proclitic::rest(&codes[..split.stem], cut));
            let surface = match plain {
                None if split.feminine => {
                    self.exactly(table, proclitic::rest(&codes[..split.stem - 1], cut).chain([HEH]))
                }
                other => other,
            };
            if let Some(surface) = surface {
                let cut = Cut { clitics: cut.clitics.with_enclitic(split.pronoun), ..cut };
                let tail = (codes.len() - split.stem) as u8;
                found(Hit { first: at as u32, end: at as u32 + 1, surface, cut, tail, sorts: self.sorts(surface) });
            }
        };
        try_stem(Cut::WHOLE);
        if proclitic::may_begin(codes[0]) {
            proclitic::cuts(&codes[..split.stem], try_stem);
        }
    }

    /// The surface form of exactly these codes, which are one word.
    fn exactly(&self, table: &WordTable, codes: impl Iterator<Item = u8> + Clone) -> Option<u32> {
        let key = Key::collect(codes.clone());
        let hash = key.hash();
        if key.is_whole() { table.entry(key, hash).surface() } else { self.long_word(hash, codes) }
    }

    /// The surface form of a word that is longer than a key.
    fn long_word(&self, hash: u64, codes: impl Iterator<Item = u8>) -> Option<u32> {
        let part = self.automaton.part(hash);
        part.after(codes).and_then(|state| part.surface(state))
    }

    /// Bytes of heap.
    pub(crate) fn memory(&self) -> usize {
        self.automaton.memory() + self.pairs.memory() + self.sorts.len() * size_of::<Sorts>()
    }
}

impl LookUps {
    /// Looks all words up, as they stand and less their particles, and keeps those that a form begins with.
    fn look_up(&mut self, table: &WordTable, words: &Words) {
        self.entries_of(table, words);
        let LookUps { hashes, entries, sets, begin, .. } = self;
        sets.clear();
        sets.extend(entries.iter().map(|entry| entry.sets));
        begin.clear();
        for (at, ((word, &hash), &entry)) in (0..).zip(words.words.iter().zip(&*hashes).zip(&*entries)) {
            let codes = words.codes_of(word);
            // Nothing tells which of the words begin a form: so each is added, and taken away again without a branch.
            begin.push(Beginning { hash, entry, at, cut: Some(Cut::WHOLE), long: codes.len() > PADDING });
            begin.truncate(begin.len() - usize::from(!entry.begins()));
            if proclitic::may_begin(codes[0]) {
                proclitic::cuts(codes, |cut| {
                    let from = usize::from(cut.from);
                    let rest = Key::load(&words.codes, word.start as usize + from, codes.len() - from);
                    let key = if cut.alef { rest.after(ALEF) } else { rest };
                    let (hash, long) = (key.hash(), !key.is_whole());
                    if !table.may_hold(hash) {
                        return;
                    }
                    let entry = if long { table.entry_of_long(&[], hash) } else { table.entry(key, hash) };
                    if entry.begins() {
                        begin.push(Beginning { hash, entry, at, cut: Some(cut), long });
                    }
                });
            }
            if enclitic::may_end(codes) {
                begin.push(Beginning { hash, entry: Entry::default(), at, cut: None, long: false });
            }
        }
    }

    /// Looks all words up as they stand. There is no branch on what the table says, so that many look-ups are under way at
    /// once; the few that meet another word in the table are made again.
    fn entries_of(&mut self, table: &WordTable, words: &Words) {
        let LookUps { hashes, entries, undecided, .. } = self;
        hashes.clear();
        entries.clear();
        undecided.clear();
        for (at, word) in (0..).zip(&words.words) {
            let key = Key::of_word(words, word);
            let hash = key.hash();
            let (entry, decided) = table.first_look(key, hash);
            hashes.push(hash);
            entries.push(entry);
            undecided.push(at);
            undecided.truncate(undecided.len() - usize::from(decided));
        }
        for &at in &*undecided {
            let word = &words.words[at as usize];
            let (key, hash) = (Key::of_word(words, word), hashes[at as usize]);
            entries[at as usize] =
                if key.is_whole() { table.entry(key, hash) } else { table.entry_of_long(words.codes_of(word), hash) };
        }
    }
}

/// What the automaton is fed between two words of a name: a code, 0 for nothing, `None` where no name goes on.
///
/// `letters` is the length of the word before the gap: space after a full stop stands inside names between initials only
/// (أ. ف. ب).
#[inline]
pub(crate) fn separator(gap: Gap, letters: u32) -> Option<u8> {
    const QUOTED: Gap = Gap::SPACE.and(Gap::LINE).and(Gap::QUOTE);
    const INITIALS: Gap = Gap::SPACE.and(Gap::DOT);
    const SLASH: Gap = Gap::SPACE.and(Gap::SLASH);
    if gap.is_blank() || gap == Gap::HYPHEN {
        Some(SPACE)
    } else if gap == Gap::NONE {
        Some(0)
    } else if gap == Gap::SIGN {
        Some(SIGN) // مجموعة 5+1
    } else if gap.within(SLASH) {
        Some(b'/')
    } else if gap == Gap::DOT || (gap.within(INITIALS) && letters <= 2) || (gap.within(QUOTED) && gap.has(Gap::SPACE)) {
        Some(SPACE) // العربية.نت, حركة "حماس"
    } else {
        None
    }
}

#[cfg(all(test, feature = "builtin"))]
mod tests {
    use std::collections::HashMap;

    use super::*;
    use crate::gazetteer::builtin;
    use crate::gazetteer::folding::Folding;
    use crate::gazetteer::forms::Forms;
    use crate::gazetteer::word_sets::WordSets;
    use crate::normalize::Profile;
    use crate::normalize::table::Table;

    /// Table, filter and automaton together find what a plain map of all names finds.
    #[test]
    fn the_same_as_a_map() {
        let records = builtin::records().unwrap();
        let mut forms = Forms::new(Profile::News, &[], 0);
        forms.add_names(&records);
        let surfaces = forms.surfaces.clone();
        let map: HashMap<&[u8], u32> = (0..surfaces.len() as u32).map(|form| (surfaces.form(form), form)).collect();
        let sorts = vec![Sorts::default(); surfaces.len()];
        let table = WordTable::new(&surfaces, &sorts).with_sets(WordSets::default());
        let matcher = Matcher::new(surfaces.clone(), sorts).unwrap();
        let mut words = Words::default();
        let mut folding = Folding::new(Profile::News);
        let names = records.iter().step_by(7).map(|record| record.name().to_owned());
        // Names side by side, so that one ends where another begins.
        let text = names.collect::<Vec<_>>().join(" ") + include_str!("../../examples/news/01-sahel-convoy.txt");
        words.read_all(&text, Table::of(Profile::News));
        let mut all = vec![Vec::new(); words.words.len()];
        matcher.find(&table, &words, &mut LookUps::default(), |hit| {
            if hit.cut == Cut::WHOLE && hit.tail == 0 {
                all[hit.first as usize].push((hit.end as usize, hit.surface));
            }
        });
        let mut met = 0;
        for (at, found) in all.into_iter().enumerate() {
            let mut expected = Vec::new();
            for end in at + 1..words.words.len().min(at + 12) + 1 {
                if end > at + 1
                    && separator(words.words[end - 1].gap, words.words[end - 2].end - words.words[end - 2].start)
                        .is_none()
                {
                    break;
                }
                let raw = &text[words.words[at].raw as usize..words.words[end - 1].raw_end as usize];
                expected.extend(map.get(folding.fold(raw)).map(|&form| (end, form)));
            }
            assert_eq!(
                found,
                expected,
                "{}",
                &text[words.words[at].raw as usize..].chars().take(40).collect::<String>()
            );
            met += found.len();
        }
        assert!(met > 3_000, "{met}");
    }
}
