//! Sets a news file as a web page on which actors, places and dates are marked.
//!
//! ```text
//! highlight [FILE.txt] [--date YYYY-MM-DD] > page.html
//! ```
//!
//! The file is examples/news/01-sahel-convoy.txt unless named. Its first line is the headline, every other line that is not
//! blank a paragraph. Without a date, the first full day in the text, most often that of the dateline, is taken for the day
//! of publication. The page needs no server, no script and no other file: the boxes beside the text hide and show a kind, and
//! a mark says what it stands for when it is pointed at, tapped or reached with the tab key.

use std::fmt::{self, Write as _};
use std::io::{self, Write as _};
use std::process::ExitCode;

use jiff::civil::Date;
use khabar::{Document, Entity, Extractor, Input, Kind, Span};

const USAGE: &str = "usage: highlight [FILE.txt] [--date YYYY-MM-DD] > page.html";

/// The kinds with their names on the page.
const KINDS: [(Kind, &str); 3] = [(Kind::Actor, "فاعلون"), (Kind::Place, "أماكن"), (Kind::Date, "تواريخ")];

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("highlight: {message}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Result<(), String> {
    let (path, date) = options(std::env::args().skip(1))?;
    let text = std::fs::read_to_string(&path).map_err(|e| format!("{path}: {e}"))?;
    let text = text.trim_start_matches('\u{FEFF}');
    let khabar = Extractor::builtin();
    let date = date.or_else(|| khabar.extract(text).entities().find_map(full_day));
    let document = khabar.extract(Input::new(text).reference_date(date));
    let mut page = String::new();
    write_page(&mut page, &document).map_err(|e| e.to_string())?;
    match io::stdout().write_all(page.as_bytes()) {
        // Whoever read our output has seen enough.
        Err(e) if e.kind() != io::ErrorKind::BrokenPipe => Err(e.to_string()),
        _ => Ok(()),
    }
}

fn options(mut arguments: impl Iterator<Item = String>) -> Result<(String, Option<Date>), String> {
    let (mut path, mut date) = (None, None);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--date" => {
                let value = arguments.next().ok_or(format!("--date needs a value\n{USAGE}"))?;
                date = Some(value.parse().map_err(|e| format!("--date {value}: {e}"))?);
            }
            flag if flag.starts_with("--") => return Err(format!("unknown option {flag}\n{USAGE}")),
            _ if path.is_some() => return Err(format!("more than one file\n{USAGE}")),
            _ => path = Some(argument),
        }
    }
    Ok((path.unwrap_or_else(|| "examples/news/01-sahel-convoy.txt".to_owned()), date))
}

/// The day of a mention that covers one.
fn full_day(entity: Entity<'_>) -> Option<Date> {
    let value = entity.timex()?.value()?;
    value.first_day().filter(|first| value.last_day() == Some(*first))
}

fn write_page(page: &mut String, document: &Document<'_>) -> fmt::Result {
    let mut lines = lines(document.text());
    let headline = lines.next().unwrap_or(Span::new(0, 0));
    let title = Escaped(&document.text()[headline.range()]);
    writeln!(
        page,
        "<!doctype html>\n<html lang=\"ar\" dir=\"rtl\">\n<meta charset=\"utf-8\">\n<title>{title}</title>"
    )?;
    writeln!(page, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<style>{STYLE}</style>")?;
    // The boxes come first, so that the style can tell from them what to mark in all that follows.
    for (kind, label) in KINDS {
        writeln!(page, "<input type=\"checkbox\" id=\"{kind}\" checked aria-label=\"{label}\">")?;
    }
    write!(page, "<main>\n<article>\n<h1>")?;
    write_marked(page, document, headline)?;
    writeln!(page, "</h1>")?;
    if let Some(date) = document.reference_date() {
        writeln!(page, "<p class=\"day\">تاريخ النشر <time datetime=\"{date}\"><bdi>{date}</bdi></time></p>")?;
    }
    for line in lines {
        write!(page, "<p>")?;
        write_marked(page, document, line)?;
        writeln!(page, "</p>")?;
    }
    writeln!(page, "</article>")?;
    write_legend(page, document)?;
    write_index(page, document)?;
    writeln!(page, "</main>\n</html>")
}

/// The lines that are not blank, without the white space around them.
fn lines(text: &str) -> impl Iterator<Item = Span> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(|line| {
        let start = line.as_ptr() as usize - text.as_ptr() as usize;
        Span::new(start, start + line.len())
    })
}

/// A line of the text with its mentions in marks, one inside another where they are nested.
fn write_marked(page: &mut String, document: &Document<'_>, line: Span) -> fmt::Result {
    let text = document.text();
    let mut at = line.start();
    let mut open: Vec<usize> = Vec::new();
    for entity in document.entities().filter(|entity| entity.span().overlaps(line)) {
        // A name that is broken over two lines is marked in both.
        let (start, end) = (entity.span().start().max(line.start()), entity.span().end().min(line.end()));
        while let Some(close) = open.pop_if(|close| *close <= start) {
            write!(page, "{}</mark>", Escaped(&text[at..close]))?;
            at = close;
        }
        write!(page, "{}<mark class=\"{}\" tabindex=\"0\" ", Escaped(&text[at..start]), entity.kind())?;
        write!(page, "data-note=\"{}\">", Escaped(&note(&entity)))?;
        at = start;
        open.push(end);
    }
    while let Some(close) = open.pop() {
        write!(page, "{}</mark>", Escaped(&text[at..close]))?;
        at = close;
    }
    write!(page, "{}", Escaped(&text[at..line.end()]))
}

/// What is known of an entity: name, English name, type, value or ids, countries.
fn facts(entity: &Entity<'_>) -> [String; 5] {
    let timex = entity.timex();
    let value = timex.and_then(|timex| timex.value()).map(|value| value.to_string());
    let modifier = timex.and_then(|timex| timex.modifier()).map(|modifier| modifier.as_str().to_owned());
    let ids = [entity.public_id().map(|id| id.into_owned()), entity.id().map(str::to_owned)];
    let countries: Vec<_> = entity.countries().collect();
    [
        entity.name().unwrap_or(entity.text()).to_owned(),
        entity.name_en().unwrap_or_default().to_owned(),
        entity.entity_type().to_string(),
        [value, modifier].into_iter().chain(ids).flatten().collect::<Vec<_>>().join(" · "),
        countries.join(" "),
    ]
}

/// The facts a line each. They stand in isolates (an attribute holds no elements), so that Latin and Arabic keep their order.
fn note(entity: &Entity<'_>) -> String {
    let facts = facts(entity).into_iter().filter(|fact| !fact.is_empty());
    facts.map(|fact| format!("\u{2068}{fact}\u{2069}")).collect::<Vec<_>>().join("\n")
}

/// The kinds with their counts; to press one hides or shows its marks.
fn write_legend(page: &mut String, document: &Document<'_>) -> fmt::Result {
    writeln!(page, "<aside>")?;
    for (kind, label) in KINDS {
        let count = document.entities().filter(|entity| entity.kind() == kind).count();
        writeln!(page, "<label for=\"{kind}\" class=\"{kind}\"><span>{label}</span> <bdi>{count}</bdi></label>")?;
    }
    writeln!(page, "</aside>")
}

/// What was found, each once with the number of its mentions, in the order of the text.
fn write_index(page: &mut String, document: &Document<'_>) -> fmt::Result {
    writeln!(page, "<section>")?;
    for (kind, label) in KINDS {
        let mut rows: Vec<([String; 5], usize)> = Vec::new();
        for entity in document.entities().filter(|entity| entity.kind() == kind) {
            let facts = facts(&entity);
            match rows.iter_mut().find(|(row, _)| *row == facts) {
                Some((_, count)) => *count += 1,
                None => rows.push((facts, 1)),
            }
        }
        writeln!(page, "<table class=\"{kind}\"><caption>{label}</caption>")?;
        for ([name, facts @ ..], count) in rows {
            write!(page, "<tr><th><bdi>{}</bdi> <small>{count}×</small>", Escaped(&name))?;
            facts.iter().try_for_each(|fact| write!(page, "<td><bdi>{}</bdi>", Escaped(fact)))?;
            writeln!(page)?;
        }
        writeln!(page, "</table>")?;
    }
    writeln!(page, "</section>")
}

/// Text for elements and attributes.
struct Escaped<'a>(&'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|c| match c {
            '&' => f.write_str("&amp;"),
            '<' => f.write_str("&lt;"),
            '>' => f.write_str("&gt;"),
            '"' => f.write_str("&quot;"),
            c => f.write_char(c),
        })
    }
}

const STYLE: &str = r##"
:root { color-scheme: light dark; --paper: #fbf8f1; --ink: #1f1c18; --soft: #6b6459; --rule: #d9d2c3;
  --actor: #f8dccb; --actor-ink: #a8431a; --place: #d5ebd6; --place-ink: #23693f; --date: #dce3fa; --date-ink: #3a51b0; }
@media (prefers-color-scheme: dark) { :root { --paper: #16171b; --ink: #e8e4da; --soft: #a29c90; --rule: #3a3b42;
  --actor: #4d2b1b; --actor-ink: #f2a57f; --place: #1b4029; --place-ink: #7fd0a0; --date: #262f5c; --date-ink: #a3b4ff; } }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 1.35rem/2.2 Amiri, "Noto Naskh Arabic", "Sakkal Majalla", "Al Nile", "Geeza Pro", "Times New Roman", serif; }
main { display: grid; grid-template-columns: minmax(0, 36rem) 13rem; gap: 0 3.5rem; justify-content: center; padding: 2.5rem 1.5rem 7rem; }
h1 { font-size: 2.3rem; line-height: 1.85; margin: 0; text-wrap: balance; }
.day { color: var(--soft); font-size: 1.05rem; margin: .4rem 0 1.6rem; padding-block-end: .5rem; border-block-end: 3px double var(--rule); }
article p { margin: 0 0 1.1rem; }
/* Nothing beside the letters of a mark, no padding, border or margin: it would cut the و of وفاغنر and the ل of لمالي loose. */
mark { position: relative; color: inherit; background: linear-gradient(#0000 16%, var(--fill) 16%); border-block-end: 2px solid var(--line); cursor: help; }
mark:has(mark) { padding-block-end: .2em; }
.actor { --fill: var(--actor); --line: var(--actor-ink); }
.place { --fill: var(--place); --line: var(--place-ink); }
.date { --fill: var(--date); --line: var(--date-ink); }
mark.place { border-block-end-style: double; border-block-end-width: 3px; } mark.date { border-block-end-style: dotted; }
mark:focus { outline: 2px solid var(--line); }
mark:is(:hover, :focus)::after { content: attr(data-note); position: absolute; z-index: 1; inset-block-start: calc(100% + .3rem); inset-inline-start: 0;
  box-sizing: border-box; width: max-content; max-width: 17rem; padding: .5rem .9rem; white-space: pre-line; text-align: start; pointer-events: none;
  font-size: 1rem; font-weight: normal; line-height: 1.7; overflow-wrap: anywhere; color: var(--ink); background: var(--paper);
  border: 1px solid var(--line); border-block-start-width: 4px; box-shadow: 0 .4rem 1.2rem #0004; }
mark:has(mark:is(:hover, :focus))::after { display: none; }
input { position: fixed; opacity: 0; pointer-events: none; }
#actor:not(:checked) ~ main mark.actor, #place:not(:checked) ~ main mark.place, #date:not(:checked) ~ main mark.date {
  background: none; border-color: transparent; }
#actor:not(:checked) ~ main mark.actor::after, #place:not(:checked) ~ main mark.place::after, #date:not(:checked) ~ main mark.date::after,
#actor:not(:checked) ~ main table.actor, #place:not(:checked) ~ main table.place, #date:not(:checked) ~ main table.date { display: none; }
#actor:not(:checked) ~ main label.actor, #place:not(:checked) ~ main label.place, #date:not(:checked) ~ main label.date {
  background: none; opacity: .65; text-decoration: line-through; }
#actor:focus-visible ~ main label.actor, #place:focus-visible ~ main label.place, #date:focus-visible ~ main label.date { outline: 2px solid var(--line); }
aside { position: sticky; top: 2.5rem; align-self: start; display: grid; gap: .6rem; font-size: 1.1rem; line-height: 1.7; }
label { display: flex; justify-content: space-between; padding: .25rem .8rem; background: var(--fill); border-inline-start: 4px solid var(--line); cursor: pointer; }
section { grid-column: 1 / -1; margin-block-start: 1.5rem; border-block-start: 3px double var(--rule); font-size: 1rem; line-height: 1.6; overflow-x: auto; }
table { width: 100%; border-collapse: collapse; margin-block-start: 1.2rem; }
caption { text-align: start; font-size: 1.2rem; font-weight: bold; color: var(--line); }
th, td { text-align: start; vertical-align: top; padding: .25rem .4rem; border-block-start: 1px solid var(--rule); }
th { width: 28%; } td { width: 20%; color: var(--soft); } td:nth-child(3) { width: 13%; } td:nth-child(5) { width: 15%; } small { color: var(--soft); font-weight: normal; }
@media (max-width: 58rem) { main { grid-template-columns: minmax(0, 36rem); gap: 1rem; padding: 1rem 1.1rem 12rem; } h1 { font-size: 1.8rem; }
  aside { grid-row: 1; top: 0; z-index: 2; grid-auto-flow: column; background: var(--paper); padding-block: .5rem; font-size: 1rem; }
  mark { position: static; } mark:is(:hover, :focus)::after { position: fixed; inset: auto 1rem 1rem; width: auto; max-width: none; } }
@media print { aside { display: none; } mark { print-color-adjust: exact; } }
"##;
