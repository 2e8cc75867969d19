//! CoNLL: a token a line with its BIO tag, a blank line behind each sentence.
//!
//! Four columns, tab-separated: the token; its tag, `B-city`, `I-city` or `O`; its offsets in code points of the text,
//! `17:21`; and `proclitic` or `enclitic` for letters cut off a name, `_` for all other tokens. A glued clitic is a token of
//! its own, since the name would not be one otherwise: وللجزائر is the tokens ول, tagged O, and لجزائر, tagged B-country.
//! Mentions inside others are left out, as BIO tags cannot say them. A document begins with `# id = …`.

use std::io::Write;

use khabar::{Entity, OffsetUnit, Offsets, Span};
use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory};

use crate::fault::{Fault, Result};
use crate::finder::Found;
use crate::pipeline::Encode;

pub struct Conll;

impl Encode for Conll {
    type Block = Vec<u8>;

    fn encode(&self, found: &Found<'_>, block: &mut Vec<u8>) -> Result<()> {
        let doc = found.doc;
        let entities = outermost(found.entities());
        let id = doc.id.replace(['\n', '\r'], " ");
        writeln!(block, "# id = {id}")
            .and_then(|()| rows(&doc.text, &entities, block))
            .map_err(|error| Fault::io(&doc.place, &error))
    }
}

/// The mentions that lie in no other.
fn outermost<'d>(entities: impl Iterator<Item = Entity<'d>>) -> Vec<Entity<'d>> {
    let mut outer: Vec<Entity<'d>> = Vec::new();
    for entity in entities {
        if outer.last().is_none_or(|last| last.span().end() <= entity.span().start()) {
            outer.push(entity);
        }
    }
    outer
}

fn rows(text: &str, entities: &[Entity<'_>], block: &mut Vec<u8>) -> std::io::Result<()> {
    let offsets = Offsets::new(text, OffsetUnit::Char);
    let cuts: Vec<usize> = entities.iter().flat_map(|entity| [entity.span().start(), entity.span().end()]).collect();
    let mut entities = entities.iter().peekable();
    let mut before: Option<(&Entity<'_>, usize)> = None;
    let mut last = 0;
    for token in tokens(text, &cuts) {
        while let Some(entity) = entities.next_if(|entity| entity.span().end() <= token.start()) {
            before = Some((entity, entity.span().end()));
        }
        if last > 0 && text[last..token.start()].contains('\n') {
            writeln!(block)?;
        }
        let next = entities.peek().copied();
        let (tag, note) = match next.filter(|entity| entity.span().contains(token)) {
            Some(entity) => {
                let first = entity.span().start() == token.start();
                (format!("{}-{}", if first { 'B' } else { 'I' }, entity.entity_type()), "_")
            }
            None => {
                let pro = next.is_some_and(|entity| {
                    entity.span().start() == token.end() && entity.clitics().proclitics().next().is_some()
                });
                let en =
                    before.is_some_and(|(entity, end)| end == token.start() && entity.clitics().enclitic().is_some());
                (
                    "O".to_owned(),
                    if pro {
                        "proclitic"
                    } else if en {
                        "enclitic"
                    } else {
                        "_"
                    },
                )
            }
        };
        let range = offsets.convert(token);
        writeln!(block, "{}\t{tag}\t{}:{}\t{note}", &text[token.range()], range.start, range.end)?;
        last = token.end();
        if matches!(&text[token.range()], "." | "!" | "؟" | "?") && tag == "O" {
            writeln!(block)?;
            last = 0;
        }
    }
    if last > 0 { writeln!(block) } else { Ok(()) }
}

/// The tokens: words, and punctuation and symbols by themselves, further cut at the edges of mentions. A point or comma
/// between digits belongs to the number: 6.3.
fn tokens(text: &str, cuts: &[usize]) -> Vec<Span> {
    let mut tokens = Vec::new();
    let mut begin: Option<usize> = None;
    let mut cuts = cuts.iter().copied().peekable();
    let mut chars = text.char_indices().peekable();
    let mut digit_before = false;
    while let Some((at, c)) = chars.next() {
        let mut cut = false;
        while cuts.next_if(|cut| *cut <= at).is_some() {
            cut = true;
        }
        let digit_after = chars.peek().is_some_and(|(_, c)| c.is_numeric());
        let inside_number = matches!(c, '.' | ',' | ':' | '/' | '٫' | '٬') && digit_before && digit_after;
        let mark = !inside_number && is_mark(c);
        if let Some(start) = begin
            && (cut || c.is_whitespace() || mark)
        {
            tokens.push(Span::new(start, at));
            begin = None;
        }
        if mark {
            tokens.push(Span::new(at, at + c.len_utf8()));
        } else if !c.is_whitespace() {
            begin.get_or_insert(at);
        }
        digit_before = c.is_numeric();
    }
    tokens.extend(begin.map(|start| Span::new(start, text.len())));
    tokens
}

fn is_mark(c: char) -> bool {
    matches!(c.general_category_group(), GeneralCategoryGroup::Punctuation | GeneralCategoryGroup::Symbol)
}

#[cfg(test)]
mod tests {
    use super::tokens;

    #[test]
    fn tokens_of_news() {
        for (text, cuts, expected) in [
            ("قال: نعم.", &[][..], &["قال", ":", "نعم", "."][..]),
            ("وللجزائر", &[4, 16], &["ول", "لجزائر"]),
            ("بنسبة 6.3%، 10:30", &[], &["بنسبة", "6.3", "%", "،", "10:30"]),
            ("«مالي»", &[2, 10], &["«", "مالي", "»"]),
            ("", &[], &[]),
        ] {
            let found: Vec<_> = tokens(text, cuts).into_iter().map(|span| &text[span.range()]).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
