//! The tables of `DATES.md`: every example has the value that stands there.

use jiff::civil::date;
use khabar::{Extractor, Input, Kind};

#[test]
fn every_form_has_its_value() {
    let khabar = Extractor::builder().only([Kind::Date]).build().expect("an extractor of dates");
    let mut seen = 0;
    for line in include_str!("../DATES.md").lines().filter(|line| line.starts_with('|')) {
        let cells: Vec<_> = line.split('|').map(str::trim).collect();
        let (example, value) = (cells[2], cells[3]);
        if example.is_ascii() {
            continue; // heads of tables, and sums
        }
        seen += 1;
        let document = khabar.extract(Input::new(example).reference_date(date(2024, 8, 12)));
        let found: Vec<_> = document
            .entities()
            .map(|e| e.timex().and_then(|timex| timex.value()).map_or(String::new(), |value| value.to_string()))
            .collect();
        assert_eq!(found.join(" and "), value, "{example}");
    }
    assert!(seen > 90, "{seen} rows");
}
