//! `khabar eval`: precision, recall, F1.

mod annotated;
mod dates;
mod print;
mod read;
mod score;
mod slices;
mod timex;

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::sync::Arc;

use khabar::{OffsetUnit, Scratch};

use crate::args::EvalArgs;
use crate::fault::{Fault, Result};
use crate::finder::Finder;
use crate::input::{Doc, Place};
use crate::outcome::Outcome;
use annotated::{Annotated, Mark};
use dates::Dates;
use print::Figures;
use score::Scheme;
use slices::Slices;

/// Compares and prints.
pub fn run(args: &EvalArgs) -> Result<Outcome> {
    let gold = read::read(&args.gold)?;
    let found = match &args.found {
        Some(path) => read::read(path)?,
        None => extract(args, &gold)?,
    };
    let slices = Slices::new(&args.engine.gazetteer)?;
    let figures = figures(args, &gold, &found, &slices);
    let older = match &args.against {
        Some(path) => Some(self::figures(args, &gold, &read::read(path)?, &slices)),
        None => None,
    };
    let mut out = String::new();
    if args.json {
        out = format!("{:#}\n", print::json(&figures));
    } else {
        print::table(&mut out, &figures, older.as_ref()).expect("a string takes all");
        if args.errors > 0 {
            print::errors(&mut out, &figures, args.errors).expect("a string takes all");
        }
    }
    io::stdout().write_all(out.as_bytes()).map_err(|error| Fault::output(&error))?;
    let mut outcome = Outcome::Good;
    for wanted in &args.at_least {
        let f1 = figures
            .f1(&wanted.row, &wanted.mode)
            .ok_or_else(|| Fault::usage(format!("--at-least: no row `{}`", wanted.row)))?;
        if 100.0 * f1 < wanted.f1 {
            eprintln!("khabar: {} {} F1 is {:.2}, below {}", wanted.row, wanted.mode, 100.0 * f1, wanted.f1);
            outcome = Outcome::Unmet;
        }
    }
    Ok(outcome)
}

fn figures(args: &EvalArgs, gold: &[Annotated], found: &[Annotated], slices: &Slices) -> Figures {
    let scheme = Scheme {
        classes: args.classes.clone(),
        flat: args.flat,
        ignore_other: args.ignore_other,
        free: args.free.clone(),
        all_kinds: args.all_kinds,
    };
    let pairs = scheme.pairs(gold, found, &mut BTreeMap::new());
    Figures {
        slices: slices.score(&pairs),
        score: scheme.score(gold, found),
        dates: Dates::score(gold, found, args.split_ranges),
    }
}

/// Finds entities in the texts of the gold.
fn extract(args: &EvalArgs, gold: &[Annotated]) -> Result<Vec<Annotated>> {
    let finder = Finder::new(&args.engine)?;
    let mut scratch = Scratch::default();
    let file: Arc<str> = args.gold.display().to_string().into();
    let found = gold.iter().map(|gold| {
        let place = Place { file: Arc::clone(&file), line: None, byte: 0 };
        let (id, text) = (gold.id.clone(), gold.text.as_str().to_owned());
        let doc = Doc { id, text, date: gold.date.or(args.date), place, derived: false };
        let found = finder.find(&doc, &mut scratch);
        let marks = found.annotations(OffsetUnit::Char).map(|row| Mark {
            start: row.start,
            end: row.end,
            kind: row.kind.to_string(),
            entity_type: row.entity_type.to_string(),
            values: row.value.map(|value| value.into_owned()).into_iter().collect(),
        });
        let marks = marks.collect();
        Annotated { id: doc.id, marks, ..Annotated::default() }
    });
    Ok(found.collect())
}
