//! Every row of the rule table, by its examples.

use std::sync::LazyLock;

use super::super::super::{Extractor, Input, Kind};
use super::rules::rules;

/// An extractor of dates alone.
static DATES: LazyLock<Extractor> = LazyLock::new(|| Extractor::builder().only([Kind::Date]).build().unwrap());

fn dates(text: &str) -> Vec<(String, String)> {
    let document = DATES.extract(Input::new(text).reference_date(jiff::civil::date(2024, 8, 12)));
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

#[test]
fn clock_times_keep_their_zone() {
    for (text, wanted) in [
        ("يبدأ الساعة 20:00 بتوقيت القاهرة", Some("Africa/Cairo")),
        ("في 3 مايو 2023 عند الساعة الثامنة مساء بتوقيت مكة المكرمة", Some("Asia/Riyadh")),
        ("بين الساعة 01:00 و04:30 بتوقيت واشنطن", Some("America/New_York")),
        ("الساعة 14:00 بتوقيت غرينتش", None),
        ("الساعة 14:00 بالتوقيت المحلي", None),
    ] {
        let document = DATES.extract(text);
        let timex = document.entities().next().expect(text).timex().expect(text);
        assert_eq!(timex.zone().map(|zone| zone.name()), wanted, "{text}");
        assert_eq!(timex.to_string().parse::<crate::Timex>().expect(text), timex);
    }
}

#[test]
fn what_is_counted_from_the_text_says_from_where() {
    let text = "وصل في 3 مايو 2023 إلى الرباط. وفي اليوم التالي غادر، وعاد بعد ذلك بأسبوع.";
    let document = DATES.extract(text);
    let found: Vec<_> = document
        .entities()
        .map(|e| {
            (e.text(), e.timex().unwrap().value().unwrap().to_string(), e.anchor().map(|span| &text[span.range()]))
        })
        .collect();
    assert_eq!(
        found,
        [
            ("3 مايو 2023", "2023-05-03".to_owned(), None),
            ("اليوم التالي", "2023-05-04".to_owned(), Some("3 مايو 2023")),
            ("بعد ذلك بأسبوع", "2023-W19".to_owned(), Some("اليوم التالي")),
        ]
    );
}

#[test]
fn a_dateline_is_the_reference_date_where_none_is_given() {
    let day = |text: &str| DATES.extract(text).reference_date().map(|date| date.to_string());
    for (text, wanted) in [
        ("السبت 14/سبتمبر/2024 - 11:51 م\nأعلن الجيش أمس", Some("2024-09-14")),
        ("قصف على الحدود\nالسبت 14/سبتمبر/2024 - 11:51 م\nطباعة", Some("2024-09-14")),
        ("07 أغسطس، 2024\nقالت الحكومة", Some("2024-08-07")),
        ("القاهرة في 7 أغسطس 2024 (أ ش أ) - قال", Some("2024-08-07")),
        ("الرياض، 8 صفر 1446 هـ - قال الوزير", Some("2024-08-12")),
        ("بيروت 12 آب 2024 (رويترز) - وصل", Some("2024-08-12")),
        ("في 7 أكتوبر 2023 هاجم المسلحون", None),
        ("هجوم 7 أكتوبر 2023: ما الذي حدث؟", None),
        ("اندلعت الحرب في 7 أكتوبر 2023\nوما زالت", None),
        ("قال إنه ولد في 5 مايو 1970 (يوم الثلاثاء)", None),
    ] {
        assert_eq!(day(text).as_deref(), wanted, "{text}");
    }
    let given = Input::new("07 أغسطس، 2024\nقالت").reference_date(jiff::civil::date(2020, 1, 1));
    assert_eq!(DATES.extract(given).reference_date(), Some(jiff::civil::date(2020, 1, 1)));
}

/// At the ends of the calendar there may be no value, but nothing overflows, and in our era what is found stays the same.
#[test]
fn the_ends_of_the_calendar_are_days_like_others() {
    use jiff::civil::{Date, date};
    for rule in rules() {
        for (text, span, _) in rule.examples {
            for reference in [Date::MIN, Date::MAX, date(1, 1, 1)] {
                let document = DATES.extract(Input::new(text).reference_date(reference));
                let found = document.entities().any(|e| span.contains(e.text()));
                assert!(found || reference == Date::MIN, "{}: {text} on {reference}", rule.name);
            }
        }
    }
}
