//! `khabar gazetteer candidates`: names that news have and no gazetteer lists.
//!
//! The rules find persons, places and institutions by what stands around them; the entities without an entry are proposed,
//! with their counts and an example each. Composed names (الجيش المالي) need no entry, and a surname alone is none.

use std::collections::BTreeMap;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

use khabar::{Entity, EntityType, Kind, Normalizer};

use crate::args::{EngineArgs, InputArgs, OverlapName, ProfileName, RunArgs};
use crate::extract::drive;
use crate::fault::{Fault, Result};
use crate::finder::{Finder, Found};
use crate::outcome::Outcome;
use crate::pipeline::{Encode, Sink};
use crate::terminal::Shown;

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
    let encode = Candidates { normalizer: Normalizer::default() };
    let mut counts = Counts::default();
    let summary = drive(input, run, &finder, &encode, &mut counts)?;
    let mut rows: Vec<_> = counts.0.into_iter().filter(|(_, seen)| seen.count >= least).collect();
    rows.sort_by(|a, b| b.1.count.cmp(&a.1.count).then_with(|| a.0.cmp(&b.0)));
    let mut out = BufWriter::new(io::stdout().lock());
    let mut print = || -> io::Result<()> {
        writeln!(out, "count\ttype\tar\texample")?;
        for ((entity_type, _), seen) in &rows {
            writeln!(out, "{}\t{entity_type}\t{}\t{}", seen.count, Shown(&seen.name), Shown(&seen.example))?;
        }
        out.flush()
    };
    print().map_err(|error| Fault::output(&error))?;
    Ok(match Outcome::of(&summary, false) {
        Outcome::Good if run.fail_empty && rows.is_empty() => Outcome::Unmet,
        outcome => outcome,
    })
}

/// How often a candidate was seen, and its first spelling and place.
struct Seen {
    count: u64,
    name: String,
    example: String,
}

/// A name as it stands, its folded letters, and the text around it.
struct Candidate {
    entity_type: EntityType,
    folded: String,
    name: String,
    example: String,
}

/// By the name of the type and the folded name: the spellings of one name count together.
#[derive(Default)]
struct Counts(BTreeMap<(&'static str, String), Seen>);

impl Sink<Vec<Candidate>> for Counts {
    fn take(&mut self, block: Vec<Candidate>) -> Result<()> {
        for Candidate { entity_type, folded, name, example } in block {
            self.0.entry((entity_type.as_str(), folded)).or_insert(Seen { count: 0, name, example }).count += 1;
        }
        Ok(())
    }
}

struct Candidates {
    normalizer: Normalizer,
}

impl Encode for Candidates {
    type Block = Vec<Candidate>;

    fn encode(&self, found: &Found<'_>, block: &mut Vec<Candidate>) -> Result<()> {
        let text = &found.doc.text;
        for entity in found.entities().filter(is_unlisted) {
            let span = entity.span();
            let from = text[..span.start()].char_indices().rev().take(20).last().map_or(span.start(), |(at, _)| at);
            let to = text[span.end()..].char_indices().nth(20).map_or(text.len(), |(at, _)| span.end() + at);
            block.push(Candidate {
                entity_type: entity.entity_type(),
                folded: self.normalizer.normalize(entity.text()).text().to_owned(),
                name: entity.text().to_owned(),
                example: text[from..to].to_owned(),
            });
        }
        Ok(())
    }
}

/// True for a name that rules beyond the lists found. What they compose (وزارة الدفاع, القوات المالية) needs no entry, and a
/// surname alone is none.
fn is_unlisted(entity: &Entity<'_>) -> bool {
    let composed = matches!(entity.entity_type(), EntityType::State | EntityType::Military | EntityType::People)
        || entity.countries().next().is_some();
    let surname = entity.entity_type() == EntityType::Person && !entity.text().contains(char::is_whitespace);
    entity.kind() != Kind::Date && entity.record().is_none() && !composed && !surname
}
