//! `khabar explain`: why this is a mention, and why that is none.

use std::fmt::{self, Write as _};
use std::io::{self, Write as _};
use std::path::Path;
use std::sync::Arc;

use anstyle::Style;
use khabar::{Entity, Gazetteer, Normalizer, OffsetUnit, Offsets, Record, Scratch, Span};

use crate::args::ExplainArgs;
use crate::fault::{Fault, Result};
use crate::finder::{Finder, Found};
use crate::input::{Doc, Place, read_text};
use crate::outcome::Outcome;
use crate::terminal::{Isolated, style};

/// Code points of context around a mention.
const CONTEXT: usize = 24;

/// Explains a text.
pub fn run(args: &ExplainArgs, color: bool) -> Result<Outcome> {
    let path = Path::new(&args.text);
    let from_file = args.text == "-" || path.is_file();
    let text = if from_file { read_text(path)? } else { args.text.clone() };
    let file: Arc<str> = if from_file { args.text.as_str().into() } else { "text".into() };
    let place = Place { file, line: None, byte: 0 };
    let doc = Doc { id: place.to_string(), text, date: args.date, place, derived: false };
    let finder = Finder::new(&args.engine)?;
    let mut scratch = Scratch::default();
    let found = finder.find(&doc, &mut scratch);
    let page = Page { doc: &doc, offsets: Offsets::new(&doc.text, OffsetUnit::Char), color };
    let mut out = String::new();
    let written = match args.span {
        None => found.entities().try_for_each(|entity| page.mention(&mut out, &entity, &found)),
        Some((start, end)) => {
            let span = bytes(&doc.text, start, end)
                .ok_or_else(|| Fault::new(&doc.place, format!("the text has no code points {start}:{end}")))?;
            page.span(&mut out, span, &found, &finder, args)?
        }
    };
    written.expect("a string takes all");
    if out.is_empty() {
        out.push_str("nothing was found; --span A:B says why of a span\n");
    }
    io::stdout().write_all(out.as_bytes()).map_err(|error| Fault::output(&error))?;
    Ok(Outcome::Good)
}

/// Code points as bytes.
fn bytes(text: &str, start: usize, end: usize) -> Option<Span> {
    let mut ends = text.char_indices().map(|(at, _)| at).chain([text.len()]);
    let from = ends.nth(start)?;
    let to = ends.nth(end - start - 1)?;
    Some(Span::new(from, to))
}

struct Page<'d> {
    doc: &'d Doc,
    offsets: Offsets<'d>,
    color: bool,
}

impl Page<'_> {
    /// A mention: where it stands, what it is, and by what it was found.
    fn mention(&self, out: &mut String, entity: &Entity<'_>, found: &Found<'_>) -> fmt::Result {
        let range = self.offsets.convert(entity.span());
        let style = if self.color { style(entity.kind()).bold() } else { Style::new() };
        let text = Isolated(entity.text());
        writeln!(out, "{}:{}  {style}{text}{style:#}  {}", range.start, range.end, entity.entity_type())?;
        self.line(out, "in", &self.context(entity.span()))?;
        let folded = Normalizer::default().normalize(entity.text());
        if folded.text() != entity.text() {
            self.line(out, "folded", &Isolated(folded.text()).to_string())?;
        }
        let clitics = entity.clitics();
        if !clitics.is_empty() {
            self.line(out, "cut off", &Isolated(&clitics.to_string()).to_string())?;
        }
        match (entity.record(), entity.timex()) {
            (Some(record), _) => {
                if let Some(form) = entity.surface_form() {
                    self.line(out, "matched", &format!("{} of the entry {}", Isolated(form), record.id()))?;
                }
                self.record(out, record)?;
                if record.entity_type() != entity.entity_type() {
                    let what = format!(
                        "{} in the gazetteer, {} by the noun before",
                        record.entity_type(),
                        entity.entity_type()
                    );
                    self.line(out, "type", &what)?;
                }
            }
            (None, Some(timex)) => {
                let value = timex.value();
                let none = "none: it is counted from a day that is not known (--date)";
                self.line(out, "value", &value.map_or(none.to_owned(), |value| value.to_string()))?;
                if let Some(modifier) = timex.modifier() {
                    self.line(out, "mod", modifier.as_str())?;
                }
                if let Some((first, last)) = value.and_then(|value| Some((value.first_day()?, value.last_day()?))) {
                    self.line(out, "days", &format!("{first} to {last}"))?;
                }
            }
            (None, None) => self.line(out, "by", "rules of composition: no gazetteer lists it")?,
        }
        let countries: Vec<_> = entity.countries().collect();
        if !countries.is_empty() {
            self.line(out, "countries", &countries.join(" "))?;
        }
        let around =
            found.entities().find(|outer| outer.span() != entity.span() && outer.span().contains(entity.span()));
        if let Some(outer) = around {
            self.line(out, "inside", &format!("{}, which describes and so lets it stand", Isolated(outer.text())))?;
        }
        writeln!(out)
    }

    fn record(&self, out: &mut String, record: &Record) -> fmt::Result {
        let en = record.name_en().map(|en| format!(" ({en})")).unwrap_or_default();
        let item = record.wikidata().map(|item| format!(", Q{item}")).unwrap_or_default();
        self.line(
            out,
            "entry",
            &format!("{} {}{en}, {}{item}", record.id(), Isolated(record.name()), record.entity_type()),
        )?;
        let mut facts = vec![format!("prior {} of 9", record.prior()), format!("source {}", record.source())];
        facts.extend(record.parent().map(|parent| format!("in {parent}")));
        facts.extend(record.coordinates().map(|(lat, lon)| format!("at {lat:.3} {lon:.3}")));
        if let (from, to) = record.valid_years()
            && (from.is_some() || to.is_some())
        {
            let year = |year: Option<i16>| year.map(|year| year.to_string()).unwrap_or_default();
            facts.push(format!("valid {}-{}", year(from), year(to)));
        }
        self.line(out, "", &facts.join(", "))
    }

    /// A span: what overlaps it, or why nothing does.
    fn span(
        &self,
        out: &mut String,
        span: Span,
        found: &Found<'_>,
        finder: &Finder,
        args: &ExplainArgs,
    ) -> Result<fmt::Result> {
        let here: Vec<_> = found.entities().filter(|entity| entity.span().overlaps(span)).collect();
        let mut written = here.iter().try_for_each(|entity| self.mention(out, entity, found));
        if here.iter().any(|entity| entity.span() == span) {
            return Ok(written);
        }
        let words = &self.doc.text[span.range()];
        written = written.and_then(|()| writeln!(out, "{} by itself is no mention here:", Isolated(words)));
        // By itself, a name needs no words around it.
        let alone = Doc { text: words.to_owned(), id: String::new(), place: self.doc.place.clone(), ..*self.doc };
        let mut scratch = Scratch::default();
        let alone = finder.find(&alone, &mut scratch);
        let whole = alone.entities().find(|entity| entity.span().len() == words.len());
        let entries = entries(words, args)?;
        let reason = if !here.is_empty() {
            "what is printed above overlaps it and has more words, or ranks before it"
        } else if whole.is_some() {
            "alone it is one, so the words around it speak for another sense: a guard of the entry, a letter glued to it, \
             or a longer name that was refused"
        } else if !entries.is_empty() {
            "it is listed, but under a guard: it needs a word before it (مدينة, حزب, صحيفة) that these words do not give"
        } else {
            "no gazetteer lists it, and no rule composes it"
        };
        written = written.and_then(|()| self.line(out, "why", reason));
        for record in &entries {
            written = written.and_then(|()| self.record(out, record));
        }
        Ok(written)
    }

    fn line(&self, out: &mut String, label: &str, text: &str) -> fmt::Result {
        let dim = if self.color { Style::new().dimmed() } else { Style::new() };
        writeln!(out, "    {dim}{label:<10}{dim:#}{text}")
    }

    /// The words around a span, with the span in brackets.
    fn context(&self, span: Span) -> String {
        let text = &self.doc.text;
        let before = &text[..span.start()];
        let from = before.char_indices().rev().take(CONTEXT).last().map_or(span.start(), |(at, _)| at);
        let after = &text[span.end()..];
        let to = after.char_indices().nth(CONTEXT).map_or(text.len(), |(at, _)| span.end() + at);
        let around = format!("{}[{}]{}", &text[from..span.start()], &text[span.range()], &text[span.end()..to]);
        Isolated(&around).to_string()
    }
}

/// The entries that have a name with these letters.
fn entries(words: &str, args: &ExplainArgs) -> Result<Vec<Record>> {
    let mut all = if args.engine.no_builtin { Gazetteer::default() } else { Gazetteer::builtin() };
    for path in &args.engine.gazetteer {
        all.extend(Gazetteer::from_path(path)?);
    }
    let normalizer = Normalizer::new(args.engine.profile.into());
    let folded = normalizer.normalize(words);
    let has = |record: &&Record| record.surface_forms().any(|form| normalizer.normalize(form).text() == folded.text());
    Ok(all.records().filter(has).cloned().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_points_to_bytes() {
        let text = "في 😀 مالي";
        for (start, end, words) in
            [(0, 2, Some("في")), (3, 4, Some("😀")), (5, 9, Some("مالي")), (5, 10, None), (10, 11, None)]
        {
            assert_eq!(bytes(text, start, end).map(|span| &text[span.range()]), words, "{start}:{end}");
        }
    }
}
