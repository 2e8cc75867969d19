//! A text as folded words: the form that is matched.

use super::fold::{fold, fold_with_mark};
use super::table::{BREAK, HIDDEN, LAST_OF_NO_LETTER, MARK, Table, clings};
use crate::text::chars::Kind;
use crate::text::code;
use crate::text::gap::Gap;

/// A run of letters, or a run of digits: `2024م` is two words with nothing between them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    /// Where its codes begin and end in [`Words::codes`].
    pub(crate) start: u32,
    pub(crate) end: u32,
    /// Where its characters begin and end in the text that was read, in bytes. Vowel marks after the last letter are
    /// inside, tatweel and bidi marks at the edges are not.
    pub(crate) raw: u32,
    pub(crate) raw_end: u32,
    /// What stands before it.
    pub(crate) gap: Gap,
    pub(crate) is_number: bool,
}

/// The words of a passage.
#[derive(Clone, Debug, Default)]
pub(crate) struct Words {
    /// The codes of all words, one after the other; [`PADDING`] zeros follow, so that as many can be loaded anywhere.
    pub(crate) codes: Vec<u8>,
    pub(crate) words: Vec<Word>,
    /// What stands after the last word.
    pub(crate) tail: Gap,
}

pub(crate) const PADDING: usize = 16;

/// A passage ends at the first sentence end past this many bytes ...
const PASSAGE: usize = 16 << 10;
/// ... or, in a text without sentences, at the first gap past this many.
const PASSAGE_LIMIT: usize = 64 << 10;

impl Words {
    /// Reads a passage from the head of `text`; `before` is what stands in front of it. Gives the bytes read: the rest
    /// begins with a word, and `tail` is what stands before that.
    pub(crate) fn read(&mut self, text: &str, table: &Table, before: Gap) -> usize {
        self.read_to(text, table, before, PASSAGE, PASSAGE_LIMIT)
    }

    /// Reads the whole of a short text, such as a name.
    pub(crate) fn read_all(&mut self, text: &str, table: &Table) {
        self.read_to(text, table, Gap::PARAGRAPH, usize::MAX, usize::MAX);
    }

    fn read_to(&mut self, text: &str, table: &Table, before: Gap, soft: usize, hard: usize) -> usize {
        self.codes.clear();
        self.words.clear();
        self.codes.reserve(text.len().min(hard) / 2 + PADDING);
        let bytes = text.as_bytes();
        let mut gap = before;
        let mut open = Open::NONE;
        let mut at = 0;
        while at < bytes.len() {
            // Most of a text is this: a word of Arabic letters, then a space.
            if open.kind == Open::NONE.kind
                && let Some(sixteen) = bytes[at..].first_chunk()
                && let (letters, many @ 1..) = table.eight_letters(sixteen)
            {
                if self.is_full(at, gap, soft, hard) {
                    return self.finish(open, gap, at);
                }
                self.turn(&mut open, Open::LETTERS, at, &mut gap);
                self.push_letters(letters, many);
                at += 2 * many;
                let mut many = many;
                while many == 8
                    && let Some(sixteen) = bytes[at..].first_chunk()
                {
                    let letters;
                    (letters, many) = table.eight_letters(sixteen);
                    self.push_letters(letters, many);
                    at += 2 * many;
                }
                open.raw_end = at;
                if bytes.get(at) == Some(&b' ') {
                    self.close(&mut open);
                    gap.add(Gap::SPACE);
                    at += 1;
                }
                continue;
            }
            let (entry, len) = table.entry(bytes, at);
            if entry > LAST_OF_NO_LETTER {
                let kind = Open::of(entry);
                if open.kind != kind {
                    if self.is_full(at, gap, soft, hard) {
                        return self.finish(open, gap, at);
                    }
                    self.turn(&mut open, kind, at, &mut gap);
                }
                self.codes.push(entry);
                at += len;
                open.raw_end = at;
                continue;
            }
            match entry {
                BREAK => {
                    self.close(&mut open);
                    if bytes[at] == b' ' {
                        gap.add(Gap::SPACE); // nearly always
                    } else {
                        let c = if len == 1 { char::from(bytes[at]) } else { first_char(&text[at..]) };
                        gap.add(Gap::of(c));
                    }
                    at += len;
                }
                MARK => {
                    at += len;
                    open.raw_end = at;
                }
                HIDDEN => at += len,
                _ => {
                    let c = first_char(&text[at..]);
                    if self.is_full(at, gap, soft, hard) && open.kind == Open::NONE.kind {
                        return self.finish(open, gap, at);
                    }
                    self.slow(c, at, table, &mut open, &mut gap);
                    at += c.len_utf8();
                }
            }
        }
        gap.add(Gap::PARAGRAPH);
        self.finish(open, gap, at)
    }

    /// A character that the table has no single entry for: a ligature, a letter of another script, a wide space.
    fn slow(&mut self, c: char, at: usize, table: &Table, open: &mut Open, gap: &mut Gap) {
        let before = self.codes.len();
        let codes = &mut self.codes;
        match fold(c, table.profile, &mut |c| code::push(codes, c)) {
            // Digits of every kind have an entry, so these are letters.
            Kind::Letter | Kind::Digit if self.codes.len() > before => {
                if open.kind != Open::LETTERS {
                    let letters = self.codes.split_off(before);
                    self.turn(open, Open::LETTERS, at, gap);
                    self.codes.extend(letters);
                }
                open.raw_end = at + c.len_utf8();
            }
            Kind::Letter | Kind::Digit => {}
            Kind::Mark if open.kind != Open::NONE.kind && clings(c) => {
                open.raw_end = at + c.len_utf8();
                self.compose(c, table);
            }
            Kind::Mark => {}
            Kind::Space | Kind::Symbol => {
                self.close(open);
                gap.add(Gap::of(c));
            }
        }
    }

    /// True if the passage should end before a word that begins here.
    #[inline(always)]
    fn is_full(&self, at: usize, gap: Gap, soft: usize, hard: usize) -> bool {
        at >= soft && !self.words.is_empty() && (gap.ends_sentence() || (at >= hard && gap != Gap::NONE))
    }

    /// Appends the first so many of eight codes, in one store.
    #[inline(always)]
    fn push_letters(&mut self, letters: [u8; 8], many: usize) {
        self.codes.extend_from_slice(&letters);
        self.codes.truncate(self.codes.len() - (8 - many));
    }

    /// Ends the open word, if any, and begins one.
    #[inline(always)]
    fn turn(&mut self, open: &mut Open, kind: u8, at: usize, gap: &mut Gap) {
        self.close(open);
        *open = Open { kind, start: self.codes.len(), raw: at, raw_end: at, gap: *gap };
        *gap = Gap::NONE;
    }

    #[inline(always)]
    fn close(&mut self, open: &mut Open) {
        if open.kind != Open::NONE.kind {
            self.words.push(Word {
                start: open.start as u32,
                end: self.codes.len() as u32,
                raw: open.raw as u32,
                raw_end: open.raw_end as u32,
                gap: open.gap,
                is_number: open.kind == Open::DIGITS,
            });
            *open = Open::NONE;
        }
    }

    fn finish(&mut self, mut open: Open, gap: Gap, read: usize) -> usize {
        self.close(&mut open);
        self.tail = gap;
        self.codes.resize(self.codes.len() + PADDING, 0);
        read
    }

    /// Puts a hamza mark on the letter before it, where the profile keeps the two apart from the bare letter.
    fn compose(&mut self, mark: char, table: &Table) {
        let base = match self.codes.last() {
            Some(&last @ 0x80..0xC0) => code::ARABIC.get(usize::from(last - 0x80)),
            _ => None,
        };
        if let Some(whole) = base.and_then(|&base| fold_with_mark(base, mark, table.profile)) {
            self.codes.pop();
            code::push(&mut self.codes, whole);
        }
    }

    /// The codes of one word.
    #[inline]
    pub(crate) fn codes_of(&self, word: &Word) -> &[u8] {
        &self.codes[word.start as usize..word.end as usize]
    }
}

fn first_char(text: &str) -> char {
    text.chars().next().expect("in bounds and on a character boundary")
}

/// The word that is being read.
#[derive(Clone, Copy)]
struct Open {
    kind: u8,
    start: usize,
    raw: usize,
    raw_end: usize,
    gap: Gap,
}

impl Open {
    const LETTERS: u8 = 1;
    const DIGITS: u8 = 2;
    const NONE: Open = Open { kind: 0, start: 0, raw: 0, raw_end: 0, gap: Gap::NONE };

    /// What sort of word a code belongs to.
    #[inline(always)]
    fn of(code: u8) -> u8 {
        if code.is_ascii_digit() { Open::DIGITS } else { Open::LETTERS }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Profile;
    use super::*;

    fn read(text: &str) -> Vec<(String, &str, Gap)> {
        let mut words = Words::default();
        words.read_all(text, &Table::new(Profile::News));
        words
            .words
            .iter()
            .map(|w| (code::decode(words.codes_of(w)), &text[w.raw as usize..w.raw_end as usize], w.gap))
            .collect()
    }

    #[test]
    fn words_gaps_and_places() {
        let words = read("الـ14 من «سبتمبرُ»، 2024م");
        let folded: Vec<_> = words.iter().map(|w| w.0.as_str()).collect();
        assert_eq!(folded, ["ال", "14", "من", "سبتمبر", "2024", "م"]);
        assert_eq!(words[0].1, "ال");
        assert_eq!(words[1].2, Gap::NONE);
        assert_eq!(words[3].1, "سبتمبرُ");
        assert_eq!(words[3].2, Gap::SPACE.and(Gap::QUOTE));
        assert_eq!(words[4].2, Gap::UNQUOTE.and(Gap::COMMA).and(Gap::SPACE));
        assert_eq!(words[5].2, Gap::NONE);
    }

    #[test]
    fn strict_composes_hamza() {
        let mut words = Words::default();
        words.read_all("ا\u{0654}وكرانيا", &Table::new(Profile::Strict));
        assert_eq!(code::decode(words.codes_of(&words.words[0])), "أوكرانيا");
        assert_eq!(words.words[0].raw, 0);
    }

    #[test]
    fn passages_join_to_the_whole() {
        let text = "قالت باماكو إن مالي. ".repeat(3000);
        let table = Table::new(Profile::News);
        let (mut at, mut gap, mut count) = (0, Gap::PARAGRAPH, 0);
        let mut words = Words::default();
        while at < text.len() {
            let read = words.read(&text[at..], &table, gap);
            assert!(read > 0);
            assert!(at + read == text.len() || text[at + read..].starts_with("قالت"));
            count += words.words.len();
            at += read;
            gap = words.tail;
        }
        assert_eq!(count, 4 * 3000);
    }
}
