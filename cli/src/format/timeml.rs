//! TimeML: the text with its dates as TIMEX3 elements.
//!
//! Documents are `TimeML` elements in one `corpus`, so that the output is one document of XML. A range is a DURATION with
//! an empty TIMEX3 for either end, which is how TimeML says one. An expression without a value has no attribute `value`.

use std::fmt::Write as _;

use khabar::{Entity, EntityType, Kind};

use super::Escaped;
use crate::fault::Result;
use crate::finder::Found;
use crate::pipeline::Encode;

pub const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<corpus>\n";
pub const TAIL: &str = "</corpus>\n";

pub struct TimeMl;

impl Encode for TimeMl {
    type Block = Vec<u8>;

    fn encode(&self, found: &Found<'_>, block: &mut Vec<u8>) -> Result<()> {
        let mut out = String::new();
        document(&mut out, found).expect("a string takes all");
        block.extend_from_slice(out.as_bytes());
        Ok(())
    }
}

fn document(out: &mut String, found: &Found<'_>) -> std::fmt::Result {
    let doc = found.doc;
    writeln!(out, "<TimeML>\n<DOCID>{}</DOCID>", Escaped(&doc.id))?;
    if let Some(date) = found.date {
        write!(out, "<DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"{date}\" ")?;
        writeln!(out, "temporalFunction=\"false\" functionInDocument=\"CREATION_TIME\">{date}</TIMEX3></DCT>")?;
    }
    write!(out, "<TEXT>")?;
    let (mut at, mut tid) = (0, 0);
    for entity in found.entities().filter(|entity| entity.kind() == Kind::Date) {
        let span = entity.span();
        // Under --overlap all, dates may cross; elements cannot.
        if span.start() < at {
            continue;
        }
        write!(out, "{}", Escaped(&doc.text[at..span.start()]))?;
        timex(out, &entity, &mut tid)?;
        at = span.end();
    }
    writeln!(out, "{}</TEXT>\n</TimeML>", Escaped(&doc.text[at..]))
}

fn timex(out: &mut String, entity: &Entity<'_>, tid: &mut u32) -> std::fmt::Result {
    *tid += 1;
    let this = *tid;
    let timex = entity.timex();
    let value = timex.and_then(|timex| timex.value());
    let text = value.map(|value| value.to_string());
    let mut ends = None;
    write!(
        out,
        "<TIMEX3 tid=\"t{this}\" type=\"{}\"",
        match entity.entity_type() {
            _ if text.as_deref().is_some_and(|text| text.contains('/')) => "DURATION",
            EntityType::Time => "TIME",
            EntityType::Duration => "DURATION",
            EntityType::Set => "SET",
            _ => "DATE",
        }
    )?;
    match text.as_deref().map(|text| text.split_once('/').ok_or(text)) {
        None => {}
        Some(Err(value)) => write!(out, " value=\"{}\"", Escaped(value))?,
        Some(Ok((from, to))) => {
            let days = value.and_then(|value| Some((value.first_day()?, value.last_day()?)));
            if let Some(span) = days.and_then(|(from, to)| from.until(to).ok()) {
                write!(out, " value=\"P{}D\"", span.get_days() + 1)?;
            }
            write!(out, " beginPoint=\"t{}\" endPoint=\"t{}\"", this + 1, this + 2)?;
            *tid += 2;
            ends = Some((from.to_owned(), to.to_owned()));
        }
    }
    if let Some(modifier) = timex.and_then(|timex| timex.modifier()) {
        write!(out, " mod=\"{}\"", modifier.as_str())?;
    }
    write!(out, ">{}</TIMEX3>", Escaped(entity.text()))?;
    if let Some((from, to)) = ends {
        for (tid, value) in [(this + 1, from), (this + 2, to)] {
            let kind = if value.contains('T') { "TIME" } else { "DATE" };
            write!(out, "<TIMEX3 tid=\"t{tid}\" type=\"{kind}\" value=\"{}\"/>", Escaped(&value))?;
        }
    }
    Ok(())
}
