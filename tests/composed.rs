//! Actors composed of a head with a nationality, a country or a portfolio: the whole span, type and countries.
#![cfg(feature = "builtin")]

use khabar::{Extractor, Kind};

/// The actors of a sentence between bars, each with its type and the countries it names.
fn actors(text: &str) -> String {
    let document = Extractor::builtin().extract(text);
    let actors = document.entities().filter(|entity| entity.kind() == Kind::Actor).map(|actor| {
        let countries: Vec<_> = actor.countries().collect();
        [actor.text(), actor.entity_type().as_str(), &countries.join("+")].join(" ").trim_end().to_owned()
    });
    actors.collect::<Vec<_>>().join(" | ")
}

#[test]
fn heads_with_nationalities_and_countries() {
    for (text, expected) in [
        ("انسحبت القوات الحكومية المالية من البلدة", "القوات الحكومية المالية military ML"),
        ("نفت القوات المالية الحكومية الخبر", "القوات المالية الحكومية military ML"),
        ("القوات المالية والروسية تتقدم", "القوات المالية والروسية military ML+RU"),
        ("ذكرت وكالة الاستخبارات العسكرية الأوكرانية أن", "وكالة الاستخبارات العسكرية الأوكرانية state UA"),
        ("طوقت قوات الأمن العراقية المبنى", "قوات الأمن العراقية military IQ"),
        ("تبادل الجيشان السوداني والتشادي النار", "الجيشان السوداني والتشادي military SD+TD"),
        ("وقعت الحكومتان المصرية واليونانية اتفاقا", "الحكومتان المصرية واليونانية state EG+GR"),
        ("بين الحكومتين المالية والنيجرية", "الحكومتين المالية والنيجرية state ML+NE"),
        ("اعتقلت السلطات في مالي صحفيا", "السلطات في مالي state ML"),
        ("أقال النظام العسكري الحاكم في مالي وزيرا", "النظام العسكري الحاكم في مالي state ML"),
        ("تعادل المنتخب المغربي مع ضيفه", "المنتخب المغربي organization MA"),
        ("أبقى البنك المركزي المصري على الفائدة", "البنك المركزي المصري state EG"),
        ("قضت محكمة العدل الدولية بذلك", "محكمة العدل الدولية intergovernmental"),
        // no country, nothing
        ("تقدمت القوات الحكومية", ""),
        ("فتشت قوات الأمن البيت", ""),
        ("السلطات المالية والنقدية", ""),
        ("راقبت السلطات المالية المصارف", ""),
        ("قال مصدر روسي لجندي مالي", ""),
        ("شن طيارون روس هجوما روسيا", ""),
    ] {
        assert_eq!(actors(text), expected, "{text}");
    }
}

#[test]
fn ministries() {
    for (text, expected) in [
        ("نفت وزارة الدفاع ذلك", "وزارة الدفاع state"),
        ("بيان وزارة الخارجية الأوكرانية", "وزارة الخارجية الأوكرانية state UA"),
        ("أعلنت وزارة الدفاع المالية والروسية", "وزارة الدفاع المالية والروسية state ML+RU"),
        ("وزارة الدفاع المالية", "وزارة الدفاع المالية state ML"),
        ("خفضت وزارة المالية الضرائب", "وزارة المالية state"),
        ("خفضت وزارة المالية المغربية الضرائب", "وزارة المالية المغربية state MA"),
        ("وزارة الخارجية والتعاون الدولي", "وزارة الخارجية والتعاون الدولي state"),
        ("بحثت وزارتا الخارجية التونسية والجزائرية", "وزارتا الخارجية التونسية والجزائرية state TN+DZ"),
        ("وزارة الخارجية في بوركينا فاسو", "وزارة الخارجية في بوركينا فاسو state BF"),
        ("دخل الوزارة مسرعا", ""),
    ] {
        assert_eq!(actors(text), expected, "{text}");
    }
}
