//! Every row of the rule table, by its examples.

use super::super::super::{Extractor, Input, Kind};
use super::rules::rules;

fn dates(text: &str) -> Vec<(String, String)> {
    let khabar = Extractor::builder().only([Kind::Date]).build().unwrap();
    let document = khabar.extract(Input::new(text).reference_date(jiff::civil::date(2024, 8, 12)));
    let value = |e: &crate::Entity<'_>| e.timex().and_then(|t| t.value()).map_or(String::new(), |v| v.to_string());
    document.entities().map(|e| (e.text().to_owned(), value(&e))).collect()
}

#[test]
fn every_example_has_its_value() {
    let mut wrong = Vec::new();
    for rule in rules() {
        assert!(!rule.examples.is_empty(), "{} has no example", rule.name);
        for (text, span, value) in rule.examples {
            let found = dates(text);
            let wanted: Vec<_> =
                span.split(" | ").map(str::to_owned).zip(value.split(" | ").map(str::to_owned)).collect();
            if found != wanted {
                wrong.push(format!("{}: {text}: {found:?}, not {span} {value}", rule.name));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn counter_examples_have_none() {
    let mut wrong = Vec::new();
    for rule in rules() {
        for text in rule.counter {
            let found = dates(text);
            if !found.is_empty() {
                wrong.push(format!("{}: {text}: {found:?}", rule.name));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
