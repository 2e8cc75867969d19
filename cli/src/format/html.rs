//! One web page: the documents with their mentions marked, a legend that hides and shows kinds, and an index.
//!
//! The page needs no server, no script and no other file. It is set right to left, and Latin text stands in isolates.

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};
use std::io::Write;

use khabar::{Entity, Kind, Span};

use super::Escaped;
use crate::fault::{Fault, Result};
use crate::finder::Found;
use crate::pipeline::{Encode, Sink};

/// The kinds with their names on the page.
pub const KINDS: [(Kind, &str); 3] = [(Kind::Actor, "فاعلون"), (Kind::Place, "أماكن"), (Kind::Date, "تواريخ")];

/// The rules of the page; the report uses them too.
pub const STYLE: &str = include_str!("page.css");

pub struct Html;

/// The articles of a block, and what the index counts in them.
#[derive(Default)]
pub struct Articles {
    html: String,
    /// Headlines of the table of contents.
    headlines: Vec<String>,
    index: Index,
}

/// Mentions by what they stand for.
type Index = BTreeMap<Facts, u64>;

/// What is known of an entity.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Facts {
    kind: Kind,
    name: String,
    name_en: String,
    entity_type: &'static str,
    /// Value of a date, else ids.
    ids: String,
    countries: String,
}

impl Facts {
    fn of(entity: &Entity<'_>) -> Facts {
        let timex = entity.timex();
        let value = timex.and_then(|timex| timex.value()).map(|value| value.to_string());
        let modifier = timex.and_then(|timex| timex.modifier()).map(|modifier| modifier.as_str().to_owned());
        let ids = [value, modifier, entity.public_id().map(|id| id.into_owned()), entity.id().map(str::to_owned)];
        Facts {
            kind: entity.kind(),
            name: entity.name().unwrap_or(entity.text()).to_owned(),
            name_en: entity.name_en().unwrap_or_default().to_owned(),
            entity_type: entity.entity_type().as_str(),
            ids: ids.into_iter().flatten().collect::<Vec<_>>().join(" · "),
            countries: entity.countries().collect::<Vec<_>>().join(" "),
        }
    }

    /// A fact a line. They stand in isolates, since an attribute holds no elements, so that Latin and Arabic keep their
    /// order.
    fn note(&self) -> String {
        let facts = [&self.name, &self.name_en, self.entity_type, &self.ids, &self.countries];
        let facts = facts.into_iter().filter(|fact| !fact.is_empty());
        facts.map(|fact| format!("\u{2068}{fact}\u{2069}")).collect::<Vec<_>>().join("\n")
    }
}

impl Encode for Html {
    type Block = Articles;

    fn encode(&self, found: &Found<'_>, block: &mut Articles) -> Result<()> {
        let entities: Vec<_> = found.entities().collect();
        for entity in &entities {
            *block.index.entry(Facts::of(entity)).or_default() += 1;
        }
        article(block, found, &entities).expect("a string takes all");
        Ok(())
    }
}

/// Stands for the number of an article, which is known when the page is written.
const NUMBER: &str = "\u{FFFF}";

fn article(block: &mut Articles, found: &Found<'_>, entities: &[Entity<'_>]) -> fmt::Result {
    let doc = found.doc;
    let mut lines = lines(&doc.text).peekable();
    let out = &mut block.html;
    writeln!(out, "<article id=\"d{NUMBER}\">")?;
    // The first line of several is the headline, unless it is as long as a paragraph.
    let first = lines.next().unwrap_or(Span::new(0, 0));
    let headline = &doc.text[first.range()];
    let titled = lines.peek().is_some() && headline.chars().count() <= 160;
    if titled {
        write!(out, "<h2>")?;
        write_marked(out, &doc.text, entities, first)?;
        writeln!(out, "</h2>")?;
    }
    write!(out, "<p class=\"source\"><bdi>{}</bdi>", Escaped(&doc.id))?;
    if let Some(date) = found.date {
        write!(out, " <time datetime=\"{date}\"><bdi>{date}</bdi></time>")?;
    }
    writeln!(out, "</p>")?;
    for line in (!titled).then_some(first).into_iter().chain(lines) {
        write!(out, "<p>")?;
        write_marked(out, &doc.text, entities, line)?;
        writeln!(out, "</p>")?;
    }
    writeln!(out, "</article>")?;
    let short: String = headline.chars().take(90).collect();
    block.headlines.push(if titled { short } else { doc.id.clone() });
    Ok(())
}

/// The lines that are not blank, without the white space around them.
fn lines(text: &str) -> impl Iterator<Item = Span> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(|line| {
        let start = line.as_ptr() as usize - text.as_ptr() as usize;
        Span::new(start, start + line.len())
    })
}

/// A line of the text with its mentions in marks, one inside another where they are nested.
fn write_marked(out: &mut String, text: &str, entities: &[Entity<'_>], line: Span) -> fmt::Result {
    let mut at = line.start();
    let mut open: Vec<usize> = Vec::new();
    let begin = entities.partition_point(|entity| entity.span().start() < line.start().saturating_sub(1024));
    let here = entities[begin..].iter().take_while(|entity| entity.span().start() < line.end());
    for entity in here.filter(|entity| entity.span().overlaps(line)) {
        // A name that is broken over two lines is marked in both, and one that crosses another (--overlap all) ends with it.
        let start = entity.span().start().max(line.start());
        while let Some(close) = open.pop_if(|close| *close <= start) {
            write!(out, "{}</mark>", Escaped(&text[at..close]))?;
            at = close;
        }
        let end = entity.span().end().min(line.end()).min(open.last().copied().unwrap_or(line.end()));
        write!(out, "{}<mark class=\"{}\" tabindex=\"0\" ", Escaped(&text[at..start]), entity.kind())?;
        write!(out, "data-note=\"{}\">", Escaped(&Facts::of(entity).note()))?;
        at = start;
        open.push(end);
    }
    while let Some(close) = open.pop() {
        write!(out, "{}</mark>", Escaped(&text[at..close]))?;
        at = close;
    }
    write!(out, "{}", Escaped(&text[at..line.end()]))
}

/// What a page begins with.
pub fn write_head(out: &mut String, title: &str) -> fmt::Result {
    writeln!(out, "<!doctype html>\n<html lang=\"ar\" dir=\"rtl\">\n<meta charset=\"utf-8\">")?;
    writeln!(out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")?;
    writeln!(out, "<title>{}</title>\n<style>\n{STYLE}</style>", Escaped(title))
}

/// Writes the page: articles as they come, then legend, contents and index, which the style puts in their places.
pub struct Page<W> {
    out: W,
    articles: usize,
    headlines: Vec<String>,
    index: Index,
}

impl<W: Write> Page<W> {
    pub fn new(out: W) -> Page<W> {
        Page { out, articles: 0, headlines: Vec::new(), index: Index::new() }
    }

    fn write(&mut self, html: &str) -> Result<()> {
        self.out.write_all(html.as_bytes()).map_err(|error| Fault::output(&error))
    }

    fn begin(&mut self) -> Result<()> {
        let mut head = String::new();
        write_head(&mut head, "خبر").expect("a string takes all");
        self.write(&(head + "<main>\n<div class=\"articles\">\n"))
    }
}

impl<W: Write> Sink<Articles> for Page<W> {
    fn take(&mut self, block: Articles) -> Result<()> {
        if self.articles == 0 {
            self.begin()?;
        }
        let mut html = String::with_capacity(block.html.len());
        for part in block.html.split_inclusive(NUMBER) {
            match part.strip_suffix(NUMBER) {
                None => html.push_str(part),
                Some(part) => {
                    self.articles += 1;
                    write!(html, "{part}{}", self.articles).expect("a string takes all");
                }
            }
        }
        self.headlines.extend(block.headlines);
        block.index.into_iter().for_each(|(facts, count)| *self.index.entry(facts).or_default() += count);
        self.write(&html)
    }

    fn end(&mut self) -> Result<()> {
        if self.articles == 0 {
            self.begin()?;
        }
        let mut tail = String::from("</div>\n");
        write_tail(&mut tail, &self.headlines, &self.index).expect("a string takes all");
        self.write(&tail)?;
        self.out.flush().map_err(|error| Fault::output(&error))
    }
}

fn write_tail(out: &mut String, headlines: &[String], index: &Index) -> fmt::Result {
    write_legend(out, index)?;
    if headlines.len() > 1 {
        writeln!(out, "<nav aria-label=\"المحتويات\"><ol>")?;
        for (i, headline) in headlines.iter().enumerate() {
            writeln!(out, "<li><a href=\"#d{}\"><bdi>{}</bdi></a>", i + 1, Escaped(headline))?;
        }
        writeln!(out, "</ol></nav>")?;
    }
    write_index(out, index)?;
    writeln!(out, "</main>\n</html>")
}

/// The kinds with their counts; to press one hides or shows its marks.
fn write_legend(out: &mut String, index: &Index) -> fmt::Result {
    writeln!(out, "<aside>")?;
    for (kind, label) in KINDS {
        let count: u64 = index.iter().filter(|(facts, _)| facts.kind == kind).map(|(_, count)| count).sum();
        write!(out, "<label class=\"{kind}\"><input type=\"checkbox\" id=\"{kind}\" checked>")?;
        writeln!(out, "<span>{label}</span> <bdi>{count}</bdi></label>")?;
    }
    writeln!(out, "</aside>")
}

/// What was found, each once with the number of its mentions, most often named first.
fn write_index(out: &mut String, index: &Index) -> fmt::Result {
    writeln!(out, "<section>")?;
    for (kind, label) in KINDS {
        let mut rows: Vec<_> = index.iter().filter(|(facts, _)| facts.kind == kind).collect();
        if rows.is_empty() {
            continue;
        }
        rows.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
        writeln!(out, "<table class=\"{kind}\"><caption>{label}</caption>")?;
        for (facts, count) in rows {
            write!(out, "<tr><th><bdi>{}</bdi> <small>{count}×</small>", Escaped(&facts.name))?;
            for fact in [&facts.name_en, facts.entity_type, &facts.ids, &facts.countries] {
                write!(out, "<td><bdi>{}</bdi>", Escaped(fact))?;
            }
            writeln!(out)?;
        }
        writeln!(out, "</table>")?;
    }
    writeln!(out, "</section>")
}
