//! Bars and heat maps as SVG.
//!
//! Colours are the inks of the style sheet in light, as literal numbers; the page maps them to its variables, so that a plot
//! follows the reader's dark mode. Labels stand on the right, and bars grow to the left, as the page is read.

use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use crate::fault::{Fault, Result};
use crate::format::html::KINDS;

pub const INK: RGBColor = RGBColor(0x1F, 0x1C, 0x18);
pub const SOFT: RGBColor = RGBColor(0x6B, 0x64, 0x59);
pub const RULE: RGBColor = RGBColor(0xD9, 0xD2, 0xC3);

/// The ink of a kind, by its place in [`KINDS`].
pub fn ink(kind: usize) -> RGBColor {
    const INKS: [RGBColor; 3] = [RGBColor(0xA8, 0x43, 0x1A), RGBColor(0x23, 0x69, 0x3F), RGBColor(0x3A, 0x51, 0xB0)];
    INKS[kind % KINDS.len()]
}

pub type Area<'a> = DrawingArea<SVGBackend<'a>, Shift>;

/// Draws a picture of the given size.
pub fn svg(width: u32, height: u32, draw: impl FnOnce(&Area<'_>) -> Drawn) -> Result<String> {
    let mut out = String::new();
    {
        let area = SVGBackend::with_string(&mut out, (width, height)).into_drawing_area();
        draw(&area).and_then(|()| Ok(area.present()?)).map_err(|error| Fault::new("plot", error))?;
    }
    // Width and height in pixels would keep the page from scaling it.
    let size = format!("<svg width=\"{width}\" height=\"{height}\" ");
    Ok(out.replacen(&size, "<svg role=\"img\" ", 1))
}

pub type Drawn = std::result::Result<(), Box<dyn std::error::Error>>;

/// Text at a point; `h` says which end of it the point is.
pub fn text(area: &Area<'_>, words: &str, at: (i32, i32), size: u32, color: RGBColor, h: HPos) -> Drawn {
    let style = ("inherit", size).into_font().color(&color).pos(Pos::new(h, VPos::Center));
    area.draw(&Text::new(crate::terminal::Isolated(words).to_string(), at, style))?;
    Ok(())
}

/// A name that fits into so many characters.
pub fn short(name: &str, most: usize) -> String {
    if name.chars().count() <= most {
        return name.to_owned();
    }
    name.chars().take(most - 1).chain(['…']).collect()
}

/// Horizontal bars, the longest first.
pub fn bars(rows: &[(String, u64)], kind: usize) -> Result<String> {
    const ROW: i32 = 30;
    const LABELS: i32 = 250;
    const WIDTH: i32 = 560;
    let height = ROW * rows.len().max(1) as i32 + 6;
    svg(WIDTH as u32, height as u32, |area| {
        let most = rows.iter().map(|(_, count)| *count).max().unwrap_or(1).max(1);
        let right = WIDTH - LABELS;
        for (i, (name, count)) in rows.iter().enumerate() {
            let y = 3 + ROW * i as i32;
            let length = ((right - 60) as f64 * *count as f64 / most as f64).round().max(2.0) as i32;
            area.draw(&Rectangle::new([(right - length, y + 5), (right, y + ROW - 5)], ink(kind).filled()))?;
            text(area, &short(name, 32), (WIDTH - LABELS + 10, y + ROW / 2), 19, INK, HPos::Left)?;
            text(area, &count.to_string(), (right - length - 8, y + ROW / 2), 17, SOFT, HPos::Right)?;
        }
        Ok(())
    })
}

/// A square for each pair of a row and a column, as dark as the count is high.
pub fn heat(rows: &[String], columns: &[String], count: impl Fn(usize, usize) -> u64, kind: usize) -> Result<String> {
    const CELL: i32 = 34;
    const LABELS: i32 = 240;
    const HEADS: i32 = 150;
    let width = CELL * columns.len() as i32 + LABELS;
    let height = CELL * rows.len() as i32 + HEADS;
    svg(width as u32, height as u32, |area| {
        let all = (0..rows.len()).flat_map(|row| (0..columns.len()).map(move |column| (row, column)));
        let most = all.clone().map(|(row, column)| count(row, column)).max().unwrap_or(1).max(1);
        let right = width - LABELS;
        for (row, column) in all {
            let (x, y) = (right - CELL * (column as i32 + 1), HEADS + CELL * row as i32);
            let cell = [(x + 1, y + 1), (x + CELL - 1, y + CELL - 1)];
            area.draw(&Rectangle::new(cell, RULE.mix(0.35).filled()))?;
            let here = count(row, column);
            if here > 0 {
                let shade = 0.25 + 0.75 * here as f64 / most as f64;
                area.draw(&Rectangle::new(cell, ink(kind).mix(shade).filled()))?;
                let color = if shade > 0.6 { WHITE } else { INK };
                text(area, &here.to_string(), (x + CELL / 2, y + CELL / 2), 16, color, HPos::Center)?;
            }
        }
        for (row, name) in rows.iter().enumerate() {
            text(area, &short(name, 30), (right + 10, HEADS + CELL * row as i32 + CELL / 2), 18, INK, HPos::Left)?;
        }
        for (column, name) in columns.iter().enumerate() {
            let at = (right - CELL * column as i32 - CELL / 2, HEADS - 8);
            let style = ("inherit", 18).into_font().transform(FontTransform::Rotate90).color(&INK);
            let style = style.pos(Pos::new(HPos::Right, VPos::Center));
            let name = crate::terminal::Isolated(&short(name, 20)).to_string();
            area.draw(&Text::new(name, at, style))?;
        }
        Ok(())
    })
}
