//! What `Extractor::explain` says: why words are no mention, and that those it keeps are those that are found.

use std::fs;
use std::path::Path;

use jiff::civil::date;
use khabar::{Extractor, Input, Kind, Overlap, Reason, Rule};

#[test]
fn why_words_are_no_mention() {
    let khabar = Extractor::builtin();
    let rows = [
        ("أعلن عن دعم مالي كبير", "مالي", Reason::Adjective),
        ("قرب القاعدة العسكرية", "القاعدة", Reason::Described),
        ("نقلت القاعدة إلى مكان آخر", "القاعدة", Reason::NotAsked),
        ("مر ببرن وبأبها", "أب", Reason::Short),
        ("حضر كلاوس", "لاوس", Reason::NoParticle),
        ("زار لبنان", "بنان", Reason::WholeWord),
        ("شمال شرق أفريقيا", "شرق أفريقيا", Reason::Direction),
        ("الرئيس السوداني", "السوداني", Reason::Nationality),
        ("لعب مع الأهلي", "الأهلي", Reason::Homonym),
        ("قرأت في صحيفة \"النهار\"", "صحيفة \"النهار", Reason::Quoted),
        ("الفأس وقعت في فأس", "فأس", Reason::AnotherWord),
        ("عاد إلى مسقط رأسه", "مسقط", Reason::Phrase),
        ("قتل عشرون جنديا روسيًا", "روسيًا", Reason::Accusative),
        ("حي أبو غزة", "غزة", Reason::Personal),
        ("وصل محمد إلى البيت", "محمد", Reason::LoneName),
        ("مارس الوزير صلاحياته", "مارس", Reason::NoDate),
        ("اندلعت ثورة 25 يناير", "25 يناير", Reason::Namesake),
        ("صباح الخير يا سادة", "صباح", Reason::NoDay),
        ("القرن 200", "القرن 200", Reason::NoSuchDate),
        ("انسحب فيلق أفريقيا من المدينة", "أفريقيا", Reason::Longer),
    ];
    let faults = rows.iter().filter_map(|&(text, words, reason)| {
        let explanation = khabar.explain(text, None);
        let said = explanation.candidates().any(|c| c.text() == words && c.reason() == Some(reason));
        (!said).then(|| format!("{words} in {text}: {explanation:#?}"))
    });
    let faults: Vec<_> = faults.collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn why_words_are_a_mention() {
    let khabar = Extractor::builtin();
    for (text, words, rule) in [
        ("وصل إلى باماكو", "باماكو", Rule::Listed),
        ("انسحبت القوات المالية والروسية", "القوات المالية والروسية", Rule::Composed),
        ("وصل أمس", "أمس", Rule::Date),
        ("احتج الفلسطينيون", "الفلسطينيون", Rule::People),
        ("قال محمد بركات إنه عاد", "محمد بركات", Rule::Person),
        ("قال محمد بركات إنه عاد. وأضاف بركات أنه باق", "بركات", Rule::Memory),
    ] {
        let explanation = khabar.explain(text, None);
        let kept = explanation.candidates().find(|c| c.is_kept() && c.text() == words);
        assert_eq!(kept.map(|c| c.rule()), Some(rule), "{words} in {text}: {explanation:#?}");
    }
}

#[test]
fn what_a_candidate_tells() {
    let khabar = Extractor::builtin();
    let text = "انسحب فيلق أفريقيا، ودعم مالي كبير، وللجزائر رأي";
    let explanation = khabar.explain(text, None);
    let one = |words: &str| explanation.candidates().find(|c| c.text() == words).unwrap_or_else(|| panic!("{words}"));
    let africa = one("أفريقيا");
    assert_eq!(africa.rival().map(|span| &text[span.range()]), Some("فيلق أفريقيا"));
    let mali = one("مالي");
    assert_eq!((mali.guard(), mali.record().map(|r| r.id())), (Some("weak"), Some("place.ml")));
    assert_eq!((mali.surface_form(), mali.rival()), (Some("مالي"), None));
    let algeria = one("لجزائر");
    assert!(algeria.is_kept());
    assert_eq!(algeria.clitics().to_string(), "و+ل+");
    // Of a span, what overlaps it and no more.
    let span = mali.span();
    let here = khabar.explain(text, span);
    assert!(here.candidates().len() > 0 && here.candidates().all(|c| c.span().overlaps(span)));
}

#[test]
fn what_is_kept_is_what_is_found() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/news");
    let builders = [
        Extractor::builder(),
        Extractor::builder().overlap(Overlap::Longest),
        Extractor::builder().overlap(Overlap::All),
        Extractor::builder().only([Kind::Place]),
    ];
    let mut dropped = 0;
    for khabar in builders.map(|builder| builder.build().unwrap()) {
        for file in fs::read_dir(&folder).unwrap() {
            let text = fs::read_to_string(file.unwrap().path()).unwrap();
            let input = Input::new(&text).reference_date(date(2024, 10, 12));
            let document = khabar.extract(input);
            let found: Vec<_> = document.entities().map(|e| (e.span(), e.entity_type(), e.id())).collect();
            let explanation = khabar.explain(input, None);
            let kept = explanation.candidates().filter(|c| c.is_kept());
            let mut kept: Vec<_> = kept.map(|c| (c.span(), c.entity_type(), c.record().map(|r| r.id()))).collect();
            kept.sort_by_key(|&(span, ..)| (span.start(), std::cmp::Reverse(span.end())));
            let mut expected = found.clone();
            expected.sort_by_key(|&(span, kind, _)| (span.start(), std::cmp::Reverse(span.end()), kind));
            assert_eq!(kept, expected);
            dropped += explanation.candidates().filter(|c| !c.is_kept()).count();
        }
    }
    assert!(dropped > 100, "{dropped}");
}
