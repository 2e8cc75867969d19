//! The shortest way in: one paragraph of news, and a table of what was found in it.
//!
//! ```text
//! cargo run --release --example quickstart
//! ```
//!
//! Offsets are shown in characters. A text is set between two signs of Unicode, FIRST STRONG ISOLATE and POP DIRECTIONAL
//! ISOLATE, so that a terminal which knows them keeps the columns in order around the Arabic words.

use jiff::civil::date;
use khabar::{Entity, Extractor, Input, OffsetUnit, Offsets};
use unicode_segmentation::UnicodeSegmentation;

const NEWS: &str = "\
باماكو، الأربعاء 7 أغسطس 2024 - أعلنت الحكومة الانتقالية في مالي قطع علاقاتها مع أوكرانيا، بعد معارك دارت أواخر يوليو قرب \
تينزاوتين بين القوات المالية والروسية ومسلحين من الطوارق. وقال المتحدث باسم وزارة الخارجية الأوكرانية إن كييف لا صلة لها \
بالهجوم، فيما دعت الأمم المتحدة والاتحاد الأفريقي مساء أمس إلى ضبط النفس. وللجزائر، التي تتوسط منذ عام 2015، حدود طويلة مع \
مالي، ويزور وزير خارجيتها نيامي الأسبوع المقبل.";

fn main() {
    // Built on first use, then shared: a second call costs nothing.
    let khabar = Extractor::builtin();

    // The day of publication is what أمس and الأسبوع المقبل are counted from.
    let input = Input::new(NEWS).reference_date(date(2024, 8, 7));
    let document = khabar.extract(input);

    // Spans are bytes, as Rust slices; an index turns them into characters, as Python counts.
    let offsets = document.offsets(OffsetUnit::Char);

    print_row(["chars", "kind", "type", "clitics", "text", "id", "English name", "value"].map(String::from));
    for entity in document.entities() {
        print_row(row(&entity, &offsets));
    }
    println!("\n{} mentions in {} characters", document.len(), NEWS.chars().count());
}

/// What the table shows of an entity.
fn row(entity: &Entity<'_>, offsets: &Offsets<'_>) -> [String; 8] {
    let chars = offsets.convert(entity.span());
    let value = entity.timex().and_then(|timex| {
        let value = timex.value()?.to_string();
        Some(match timex.modifier() {
            Some(modifier) => format!("{value} {}", modifier.as_str()),
            None => value,
        })
    });
    [
        format!("{}..{}", chars.start, chars.end),
        entity.kind().to_string(),
        entity.entity_type().to_string(),
        isolated(&entity.clitics().to_string()),
        isolated(entity.text()),
        entity.public_id().or(entity.id().map(Into::into)).unwrap_or_default().into_owned(),
        entity.name_en().unwrap_or_default().to_owned(),
        value.unwrap_or_default(),
    ]
}

/// The text in a direction of its own.
fn isolated(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("\u{2068}{text}\u{2069}") }
}

fn print_row(cells: [String; 8]) {
    const WIDTHS: [usize; 8] = [8, 5, 17, 7, 27, 20, 14, 0];
    let line: Vec<String> = cells.iter().zip(WIDTHS).map(|(cell, width)| padded(cell, width)).collect();
    println!("{}", line.join("  ").trim_end());
}

/// The cell and spaces up to `width`, counted as a reader does: a letter with its marks is one, the isolates are none.
fn padded(cell: &str, width: usize) -> String {
    let seen = cell.graphemes(true).filter(|g| !matches!(*g, "\u{2068}" | "\u{2069}")).count();
    format!("{cell}{}", " ".repeat(width.saturating_sub(seen)))
}
