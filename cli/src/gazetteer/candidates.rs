//! `khabar gazetteer candidates`: names that news seem to have and no gazetteer lists.
//!
//! Proposed are the mentions that rules beyond the lists found, which have no entry, and what stands behind a word that asks
//! for a name (الوزير, مدينة, شركة) and in no mention, word by word up to the next mention, mark or everyday word. Common nouns
//! are among them; that is what the counts and the examples are for.

use std::collections::BTreeMap;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

use khabar::{CommonWords, Entity, EntityType, Kind, Normalizer};
use unicode_segmentation::UnicodeSegmentation;

use crate::args::{EngineArgs, InputArgs, OverlapName, ProfileName, RunArgs};
use crate::extract::drive;
use crate::fault::{Fault, Result};
use crate::finder::{Finder, Found};
use crate::outcome::Outcome;
use crate::pipeline::{Encode, Sink};
use crate::terminal::Shown;

/// Words that ask for a name behind them, with the type that it would have. Spelt as the fold table leaves them.
const CUES: [(&str, &str); 30] = [
    ("الرئيس", "person"),
    ("الوزير", "person"),
    ("وزير", "person"),
    ("العقيد", "person"),
    ("العميد", "person"),
    ("اللواء", "person"),
    ("الفريق", "person"),
    ("النائب", "person"),
    ("الدكتور", "person"),
    ("الشيخ", "person"),
    ("السيد", "person"),
    ("السيده", "person"),
    ("المحامي", "person"),
    ("المحلل", "person"),
    ("الناشط", "person"),
    ("السفير", "person"),
    ("المدرب", "person"),
    ("اللاعب", "person"),
    ("مدينه", "city"),
    ("بلده", "city"),
    ("قريه", "city"),
    ("محافظه", "admin"),
    ("ولايه", "admin"),
    ("حي", "admin"),
    ("مخيم", "facility"),
    ("معبر", "facility"),
    ("شركه", "company"),
    ("حزب", "party"),
    ("صحيفه", "media"),
    ("جماعه", "armed_group"),
];

/// The longest name that is proposed, in words.
const LONGEST: usize = 3;

pub fn run(input: &InputArgs, run: &RunArgs, gazetteer: &[PathBuf], least: u64) -> Result<Outcome> {
    let engine = EngineArgs {
        only: Vec::new(),
        types: Vec::new(),
        gazetteer: gazetteer.to_vec(),
        deny: Vec::new(),
        no_builtin: false,
        overlap: OverlapName::Nested,
        profile: ProfileName::News,
    };
    let finder = Finder::new(&engine)?;
    let encode = Candidates { normalizer: Normalizer::default(), common: CommonWords::builtin() };
    let mut counts = Counts::default();
    let summary = drive(input, run, &finder, &encode, &mut counts)?;
    let mut rows: Vec<_> = counts.0.into_iter().filter(|(_, seen)| seen.count >= least).collect();
    rows.sort_by(|a, b| b.1.count.cmp(&a.1.count).then_with(|| a.0.cmp(&b.0)));
    let mut out = BufWriter::new(io::stdout().lock());
    let mut print = || -> io::Result<()> {
        writeln!(out, "count\ttype\tar\texample")?;
        for ((entity_type, name), seen) in &rows {
            writeln!(out, "{}\t{entity_type}\t{}\t{}", seen.count, Shown(name), Shown(&seen.example))?;
        }
        out.flush()
    };
    print().map_err(|error| Fault::output(&error))?;
    Ok(match Outcome::of(&summary, false) {
        Outcome::Good if run.fail_empty && rows.is_empty() => Outcome::Unmet,
        outcome => outcome,
    })
}

/// How often a candidate was seen, and where first.
struct Seen {
    count: u64,
    example: String,
}

/// By type and name.
type Block = Vec<(&'static str, String, String)>;

#[derive(Default)]
struct Counts(BTreeMap<(&'static str, String), Seen>);

impl Sink<Block> for Counts {
    fn take(&mut self, block: Block) -> Result<()> {
        for (entity_type, name, example) in block {
            self.0.entry((entity_type, name)).or_insert(Seen { count: 0, example }).count += 1;
        }
        Ok(())
    }
}

struct Candidates {
    normalizer: Normalizer,
    common: CommonWords,
}

impl Encode for Candidates {
    type Block = Block;

    fn encode(&self, found: &Found<'_>, block: &mut Block) -> Result<()> {
        let text = &found.doc.text;
        let mut spans: Vec<_> = found.entities().map(|entity| entity.span()).collect();
        spans.sort_by_key(|span| span.start());
        let is_taken = |at: usize| {
            let before = spans.partition_point(|span| span.start() <= at);
            spans[..before].iter().rev().take(8).any(|span| span.end() > at)
        };
        let example = |start: usize, end: usize| {
            let from = text[..start].char_indices().rev().take(20).last().map_or(start, |(at, _)| at);
            let to = text[end..].char_indices().nth(20).map_or(text.len(), |(at, _)| end + at);
            text[from..to].to_owned()
        };
        for entity in found.entities().filter(is_unlisted) {
            let span = entity.span();
            block.push((entity.entity_type().as_str(), entity.text().to_owned(), example(span.start(), span.end())));
        }
        let words: Vec<(usize, &str)> = text.unicode_word_indices().collect();
        for (i, &(at, word)) in words.iter().enumerate() {
            let folded = self.normalizer.normalize(word);
            let Some(&(_, entity_type)) = CUES.iter().find(|(cue, _)| *cue == folded.text()) else { continue };
            let mut end = at + word.len();
            let mut name = Vec::new();
            for &(at, word) in words[i + 1..].iter().take(LONGEST) {
                // Only white space, and no mark, stands between the words of a name.
                let apart = !text[end..at].chars().all(|c| c == ' ') || at == end;
                let arabic = word.chars().all(char::is_alphabetic) && word.chars().count() > 1;
                if apart || is_taken(at) || !arabic || self.common.contains(word) {
                    break;
                }
                name.push(word);
                end = at + word.len();
            }
            if let ([first, ..], true) = (&name[..], entity_type == "person") {
                // One word behind a title is most often its adjective: الرئيس السابق.
                if name.len() < 2 || first.starts_with("ال") {
                    continue;
                }
            }
            if !name.is_empty() {
                block.push((entity_type, name.join(" "), example(at, end)));
            }
        }
        Ok(())
    }
}

/// True for a name that rules beyond the lists found; what they compose (وزارة الدفاع, القوات المالية) needs no entry.
fn is_unlisted(entity: &Entity<'_>) -> bool {
    let composed = matches!(entity.entity_type(), EntityType::State | EntityType::Military | EntityType::People);
    entity.record().is_none() && entity.kind() != Kind::Date && !composed
}
