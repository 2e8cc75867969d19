//! `khabar explain`: why this is a mention, and why that is none.

use std::fmt::{self, Write as _};
use std::io::{self, Write as _};
use std::path::Path;
use std::sync::Arc;

use anstyle::Style;
use khabar::{Considered, Entity, Explanation, Normalizer, OffsetUnit, Offsets, Record, Scratch, Span};

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
        None if args.all => {
            let explanation = finder.explain(&doc, None);
            let mentions = found.entities().try_for_each(|entity| page.mention(&mut out, &entity, &found));
            mentions.and_then(|()| explanation.candidates().try_for_each(|c| page.dropped(&mut out, &c)))
        }
        None => found.entities().try_for_each(|entity| page.mention(&mut out, &entity, &found)),
        Some((start, end)) => {
            let span = bytes(&doc.text, start, end)
                .ok_or_else(|| Fault::new(&doc.place, format!("the text has no code points {start}:{end}")))?;
            page.span(&mut out, span, &found, &finder.explain(&doc, span))
        }
    };
    written.expect("a string takes all");
    if out.is_empty() {
        out.push_str("nothing was found; --all and --span A:B say why\n");
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

    /// Words that a rule took for a mention, and why they are none.
    fn dropped(&self, out: &mut String, candidate: &Considered<'_>) -> fmt::Result {
        let Some(reason) = candidate.reason() else { return Ok(()) };
        let range = self.offsets.convert(candidate.span());
        let text = Isolated(candidate.text());
        writeln!(out, "{}:{}  {text}  no {}", range.start, range.end, candidate.entity_type())?;
        self.line(out, "in", &self.context(candidate.span()))?;
        self.line(out, "by", &candidate.rule().to_string())?;
        let clitics = candidate.clitics();
        if !clitics.is_empty() {
            self.line(out, "cut off", &Isolated(&clitics.to_string()).to_string())?;
        }
        if let Some(record) = candidate.record() {
            if let Some(form) = candidate.surface_form() {
                let guard = candidate.guard().map(|guard| format!(", under a {guard} guard")).unwrap_or_default();
                self.line(out, "matched", &format!("{} of the entry {}{guard}", Isolated(form), record.id()))?;
            }
            self.record(out, record)?;
        }
        let rival = candidate.rival().map(|span| format!(": {}", Isolated(&self.doc.text[span.range()])));
        self.line(out, "why", &format!("{reason}{}", rival.unwrap_or_default()))?;
        self.line(out, "as in", &Isolated(reason.example()).to_string())?;
        writeln!(out)
    }

    /// A span: what was considered there, or that nothing was.
    fn span(&self, out: &mut String, span: Span, found: &Found<'_>, explanation: &Explanation<'_>) -> fmt::Result {
        found
            .entities()
            .filter(|e| e.span().overlaps(span))
            .try_for_each(|entity| self.mention(out, &entity, found))?;
        explanation.candidates().try_for_each(|candidate| self.dropped(out, &candidate))?;
        let here = || explanation.candidates().filter(|candidate| candidate.span() == span);
        if here().any(|c| c.is_kept()) && !found.entities().any(|entity| entity.span() == span) {
            self.line(out, "why", "it is a mention, which --types or --deny leaves out")?;
        } else if here().next().is_none() {
            writeln!(out, "{} was not considered:", Isolated(&self.doc.text[span.range()]))?;
            self.line(out, "why", "no gazetteer lists it, and no rule proposes it")?;
        }
        Ok(())
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
