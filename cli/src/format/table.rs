//! A table for people: the headline of each document and a row an entity.

use std::io::Write;

use comfy_table::{Cell, Color, ContentArrangement, Table as Grid, presets};
use khabar::{Entity, Kind, OffsetUnit, Offsets};

use crate::fault::{Fault, Result};
use crate::finder::Found;
use crate::pipeline::Encode;
use crate::terminal::{Isolated, Shown};

pub struct Table {
    pub unit: OffsetUnit,
    pub color: bool,
}

impl Encode for Table {
    type Block = Vec<u8>;

    fn encode(&self, found: &Found<'_>, block: &mut Vec<u8>) -> Result<()> {
        let doc = found.doc;
        let offsets = Offsets::new(&doc.text, self.unit);
        let mut grid = Grid::new();
        grid.load_style(presets::NOTHING);
        // A cell broken over two lines would leave its isolate open.
        grid.set_content_arrangement(ContentArrangement::Disabled);
        if self.color {
            grid.enforce_styling()
        } else {
            grid.force_no_tty()
        };
        let mut depth: Vec<usize> = Vec::new();
        for entity in found.entities() {
            while depth.pop_if(|end| *end <= entity.span().start()).is_some() {}
            grid.add_row(self.row(&entity, &offsets, depth.len()));
            depth.push(entity.span().end());
        }
        let date = found.date.map(|date| format!("  {date}")).unwrap_or_default();
        let (bold, plain) = if self.color { ("\u{1B}[1m", "\u{1B}[0m") } else { ("", "") };
        writeln!(block, "{bold}{}{plain}{date}", Shown(&doc.id))
            .and_then(|()| writeln!(block, "{}\n", grid.trim_fmt()))
            .map_err(|error| Fault::io(&doc.place, &error))
    }
}

impl Table {
    fn row(&self, entity: &Entity<'_>, offsets: &Offsets<'_>, depth: usize) -> Vec<Cell> {
        let range = offsets.convert(entity.span());
        let color = match entity.kind() {
            Kind::Actor => Color::Yellow,
            Kind::Place => Color::Green,
            _ => Color::Blue,
        };
        let fact = match entity.timex().and_then(|timex| timex.value()) {
            Some(value) => value.to_string(),
            None => entity.name_en().unwrap_or_default().to_owned(),
        };
        let clitics = entity.clitics();
        let cut = if clitics.is_empty() { String::new() } else { Isolated(&clitics.to_string()).to_string() };
        // A mention inside another stands under it, a step in.
        let text = format!("{}{}", "  ".repeat(depth), Isolated(entity.text()));
        let id = entity.public_id().map(|id| id.into_owned()).or_else(|| entity.id().map(str::to_owned));
        vec![
            Cell::new(format!("{}-{}", range.start, range.end)),
            Cell::new(entity.entity_type()).fg(color),
            Cell::new(text).fg(color),
            Cell::new(cut),
            Cell::new(fact),
            Cell::new(id.unwrap_or_default()),
        ]
    }
}
