//! Institutions and places that no gazetteer lists: what is found, and where the name ends.
#![cfg(feature = "builtin")]

use khabar::{EntityType, Extractor};

/// The mentions of a sentence that have no entry, with their types.
fn unlisted(text: &str) -> Vec<(String, EntityType)> {
    let document = Extractor::builtin().extract(text);
    let actors = document.entities().filter(|entity| entity.id().is_none() && entity.timex().is_none());
    actors.map(|entity| (entity.text().to_owned(), entity.entity_type())).collect()
}

fn check(rows: &[(&str, &[(&str, EntityType)])]) {
    for (text, expected) in rows {
        let found = unlisted(text);
        let found: Vec<_> = found.iter().map(|(text, entity_type)| (&**text, *entity_type)).collect();
        assert_eq!(found, *expected, "{text}");
    }
}

#[test]
fn institutions_by_their_head() {
    check(&[
        ("أعلنت هيئة تنمية الصادرات الزراعية خطتها", &[("هيئة تنمية الصادرات الزراعية", EntityType::Organization)]),
        ("درس في معهد الفنون ببلدته", &[("معهد الفنون", EntityType::Organization)]),
        ("تخرج من كلية الآداب والعلوم الإنسانية", &[("كلية الآداب والعلوم الإنسانية", EntityType::Organization)]),
        ("مركز التدريب المهني للشباب", &[("مركز التدريب المهني للشباب", EntityType::Organization)]),
        ("ذكرت صحيفة \"الزنكلون\" الخبر", &[("الزنكلون", EntityType::Media)]),
        ("انضم إلى حركة \"الزنكلون\" سرا", &[("حركة \"الزنكلون", EntityType::ArmedGroup)]),
        ("افتتح المركز الجهوي للاستثمار مقره", &[("المركز الجهوي للاستثمار", EntityType::Organization)]),
        ("تخرج في المعهد العالي للفنون المسرحية", &[("المعهد العالي للفنون المسرحية", EntityType::Organization)]),
        ("وللجمعية المغربية للتضامن فرع", &[("لجمعية المغربية للتضامن", EntityType::Organization)]),
        ("خسر البنك التجاري للتصدير", &[("البنك التجاري للتصدير", EntityType::Company)]),
        // no names
        ("انتظر المركز الجهوي طويلا", &[]),
        ("عاد إلى المركز للاستراحة", &[]),
        ("نفت الهيئة المركزية للأمم المتحدة", &[]),
        ("وصل إلى مركز المدينة", &[]),
        ("قررت هيئة الدفاع الانسحاب", &[]),
        ("سعى المجلس إلى مؤسسة قوية", &[]),
        ("قالت الشركة \"إن الأمر انتهى منذ زمن طويل جدا\"", &[]),
    ]);
}

#[test]
fn places_by_the_noun_before() {
    check(&[
        ("قصفوا بلدة قرزنكة أمس", &[("قرزنكة", EntityType::City)]),
        ("مخيم أبو زنكل في الشمال", &[("مخيم أبو زنكل", EntityType::Facility)]),
        ("أغلقوا شارع قوانغتشا صباحا", &[("شارع قوانغتشا", EntityType::Facility)]),
        ("عاش في حي الزنكلون طويلا", &[("الزنكلون", EntityType::Admin)]),
        // no names
        ("عاد إلى قرية عائمة", &[]),
        ("مدينة يقطنها الفقراء", &[]),
        ("مدينة مقدسة وبلدة صغيرة", &[]),
        ("إقليم ذاتي الحكم", &[]),
    ]);
}
