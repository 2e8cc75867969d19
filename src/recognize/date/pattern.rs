//! The language that date rules are written in, and the trie that they become.
//!
//! A pattern is a row of elements with spaces between. Between two elements the text has blanks, unless a sign says
//! otherwise.
//!
//! | element | takes |
//! | --- | --- |
//! | `{month}` | a word of that class of `lexicon/time.tsv`; its number is captured |
//! | `{day}` `{year}` ... | a number of that shape ([`Slot`]) |
//! | `من` | that word |
//! | `[...]` | what is inside, or nothing |
//! | `( a \| b )` | one or the other |
//! | `<name>` | a pattern of [`PARTS`](super::rules::PARTS) |
//! | `&` | the next element carries و: و25, ومارس |
//! | `ب&` | the next element carries ب: بيومين |
//! | `>` | from here on, captures are those of the end of a range |
//! | `/` `-` `.` `:` `,` `;` | that sign stands before the next element; `;` is a comma that may be missing, or a bracket that closes |
//! | `+` | the next element may be glued on: 2024م |
//! | `"(` `")` | a bracket stands before the next element |
//!
//! Optional parts and alternatives are multiplied out, and the sequences of all rules share one trie. So matching never
//! goes back, and a text costs no more than the depth of the trie at each word that begins a date.

use std::collections::HashMap;

use super::rules::{PARTS, Rule, rules};
use super::slot::Slot;
use crate::gazetteer::sense::{Sense, TimeClass};
use crate::text::gap::Gap;

/// What an element takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Token {
    Slot(Slot),
    Literal(u16),
}

impl Token {
    /// False for what words alone can be.
    #[inline]
    pub(super) fn takes_digits(self) -> bool {
        matches!(self, Token::Slot(slot) if slot.takes_digits())
    }
}

/// What may stand before an element: one bit for each possibility, so that a gap is judged once for all elements.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Before(u16);

impl Before {
    pub(super) const BLANK: Before = Before(1);
    pub(super) const GLUED: Before = Before(1 << 1);
    /// The signs of patterns, a bit each from the third on.
    const SIGNS: [&'static str; 8] = [".", ":", "/", "-", ",", ";", "\"(", "\")"];

    fn sign(token: &str) -> Option<Before> {
        Before::SIGNS.iter().position(|&sign| sign == token).map(|i| Before(1 << (i + 2)))
    }

    /// The possibilities that a gap admits.
    pub(super) fn admitted(gap: Gap) -> Before {
        const BLANK: Gap = Gap::SPACE.and(Gap::LINE);
        let blank = gap.is_blank();
        let around = |sign: Gap| gap.within(BLANK.and(sign)) && gap.has(sign);
        let judged = [
            blank,
            blank || gap == Gap::NONE,
            gap == Gap::DOT,
            gap == Gap::COLON,
            around(Gap::SLASH),
            around(Gap::HYPHEN),
            around(Gap::COMMA),
            blank || around(Gap::COMMA) || around(Gap::CLOSE),
            around(Gap::OPEN),
            around(Gap::CLOSE),
        ];
        judged.into_iter().rev().fold(Before(0), |bits, yes| Before(bits.0 << 1 | u16::from(yes)))
    }

    #[inline]
    pub(super) fn is_among(self, admitted: Before) -> bool {
        self.0 & admitted.0 != 0
    }
}

/// One element with its conditions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Element {
    pub(super) before: Before,
    /// The element carries this particle.
    pub(super) carried: Option<char>,
    pub(super) token: Token,
    /// Captured for the end of a range.
    pub(super) right: bool,
}

/// All rules as one trie; node 0 is the root.
#[derive(Clone, Debug, Default)]
pub(crate) struct Trie {
    pub(super) nodes: Vec<Node>,
    /// The words that patterns spell out; a literal is an index here.
    pub(crate) literals: Vec<&'static str>,
    /// The rules, by their numbers.
    pub(super) rules: Vec<&'static Rule>,
    /// The children of the root by their token: what a rule may begin with.
    first_slots: Vec<Vec<(Element, u32)>>,
    first_literals: Vec<Vec<(Element, u32)>>,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Node {
    pub(super) children: Vec<(Element, u32)>,
    /// True if a child is a word that the rules spell out.
    pub(super) has_literals: bool,
    /// The rules that are complete here, in the order of the table.
    pub(super) rules: Vec<u16>,
}

impl Trie {
    /// Compiles all rules.
    ///
    /// # Panics
    ///
    /// If a pattern is malformed, which a test would show.
    pub(crate) fn new() -> Trie {
        let mut trie = Trie { nodes: vec![Node::default()], ..Trie::default() };
        let mut literals = HashMap::new();
        trie.rules.extend(rules());
        for (number, rule) in rules().enumerate() {
            for sequence in expand(rule.pattern) {
                trie.insert(&sequence, number as u16, &mut literals);
            }
        }
        trie.first_slots.resize(Slot::LEN, Vec::new());
        trie.first_literals.resize(trie.literals.len(), Vec::new());
        for &(element, child) in &trie.nodes[0].children {
            match element.token {
                Token::Slot(slot) => trie.first_slots[slot.index()].push((element, child)),
                Token::Literal(literal) => trie.first_literals[usize::from(literal)].push((element, child)),
            }
        }
        trie
    }

    /// True if a rule may begin with a word of that sense.
    pub(crate) fn begins_with(&self, sense: Sense) -> bool {
        match sense {
            Sense::Literal(literal) => !self.beginning_with(Token::Literal(literal)).is_empty(),
            Sense::Time { class: TimeClass::Number, .. } => true, // the first word of a count
            Sense::Time { class, .. } => !self.beginning_with(Token::Slot(Slot::of(class))).is_empty(),
            _ => false,
        }
    }

    /// The first elements of rules that take a token.
    pub(super) fn beginning_with(&self, token: Token) -> &[(Element, u32)] {
        let first = match token {
            Token::Slot(slot) => self.first_slots.get(slot.index()),
            Token::Literal(literal) => self.first_literals.get(usize::from(literal)),
        };
        first.map_or(&[], Vec::as_slice)
    }

    fn insert(&mut self, sequence: &[Piece], rule: u16, literals: &mut HashMap<&'static str, u16>) {
        let mut node = 0;
        let (mut before, mut carried, mut right) = (Before::BLANK, None, false);
        for piece in sequence {
            let token = match *piece {
                Piece::Before(sign) => {
                    before = sign;
                    continue;
                }
                Piece::Carried(particle) => {
                    carried = Some(particle);
                    continue;
                }
                Piece::Right => {
                    right = true;
                    continue;
                }
                Piece::Slot(slot) => Token::Slot(slot),
                Piece::Literal(word) => Token::Literal(*literals.entry(word).or_insert_with(|| {
                    self.literals.push(word);
                    self.literals.len() as u16 - 1
                })),
            };
            let element = Element { before, carried, token, right };
            (before, carried) = (Before::BLANK, None);
            node = match self.nodes[node].children.iter().find(|(e, _)| *e == element) {
                Some(&(_, child)) => child as usize,
                None => {
                    let child = self.nodes.len();
                    self.nodes.push(Node::default());
                    self.nodes[node].children.push((element, child as u32));
                    self.nodes[node].has_literals |= matches!(token, Token::Literal(_));
                    child
                }
            };
        }
        let rules = &mut self.nodes[node].rules;
        if !rules.contains(&rule) {
            rules.push(rule);
        }
    }
}

#[derive(Clone, Copy, Debug)]
enum Piece {
    Before(Before),
    Carried(char),
    Right,
    Slot(Slot),
    Literal(&'static str),
}

/// All sequences that a pattern stands for.
fn expand(pattern: &'static str) -> Vec<Vec<Piece>> {
    let mut tokens = pattern.split_whitespace().peekable();
    let sequences = alternatives(&mut tokens, pattern);
    assert!(tokens.next().is_none(), "a bracket too many in `{pattern}`");
    sequences
}

type Tokens<'a> = std::iter::Peekable<std::str::SplitWhitespace<'a>>;

/// Sequences parted by `|`, up to a closing bracket or the end.
fn alternatives(tokens: &mut Tokens<'static>, pattern: &str) -> Vec<Vec<Piece>> {
    let mut all = sequence(tokens, pattern);
    while tokens.next_if_eq(&"|").is_some() {
        all.extend(sequence(tokens, pattern));
    }
    all
}

fn sequence(tokens: &mut Tokens<'static>, pattern: &str) -> Vec<Vec<Piece>> {
    let mut so_far = vec![Vec::new()];
    while let Some(&token) = tokens.peek() {
        if matches!(token, "|" | ")" | "]") {
            break;
        }
        tokens.next();
        let choices = match token {
            "(" => {
                let choices = alternatives(tokens, pattern);
                assert_eq!(tokens.next(), Some(")"), "a `(` is open in `{pattern}`");
                choices
            }
            "[" => {
                let mut choices = alternatives(tokens, pattern);
                assert_eq!(tokens.next(), Some("]"), "a `[` is open in `{pattern}`");
                choices.push(Vec::new());
                choices
            }
            _ if token.starts_with('<') => {
                let name = token.trim_matches(['<', '>']);
                let (_, part) = PARTS.iter().find(|(n, _)| *n == name).unwrap_or_else(|| panic!("no part `{name}`"));
                expand(part)
            }
            _ => vec![vec![piece(token)]],
        };
        so_far = so_far.iter().flat_map(|head| choices.iter().map(|tail| [head.as_slice(), tail].concat())).collect();
    }
    so_far
}

fn piece(token: &'static str) -> Piece {
    match token {
        "&" => Piece::Carried('و'),
        "ب&" => Piece::Carried('ب'),
        ">" => Piece::Right,
        "+" => Piece::Before(Before::GLUED),
        _ => match token.strip_prefix('{').and_then(|t| t.strip_suffix('}')) {
            Some(name) => Piece::Slot(Slot::named(name).unwrap_or_else(|| panic!("no slot `{name}`"))),
            None => Before::sign(token).map_or(Piece::Literal(token), Piece::Before),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::super::slot::Captures;
    use super::*;

    #[test]
    fn options_are_multiplied_out() {
        let count = |pattern| expand(pattern).len();
        assert_eq!(count("{day} {month}"), 1);
        assert_eq!(count("{day} [ من ] {month} [ ; {year} ]"), 4);
        assert_eq!(count("( {day} | {ordinal} من ) {month}"), 2);
    }

    #[test]
    fn captures_have_room_for_every_sequence() {
        for sequence in rules().flat_map(|rule| expand(rule.pattern)) {
            let captured = sequence.iter().filter(|piece| matches!(piece, Piece::Slot(_))).count();
            assert!(captured <= Captures::MOST, "{sequence:?}");
        }
    }

    #[test]
    fn the_trie_stays_small() {
        let trie = Trie::new();
        assert!(trie.nodes.len() < 20_000, "{}", trie.nodes.len());
    }
}
