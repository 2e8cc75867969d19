//! Any text, with every option: spans slice, stand in order and keep the overlap that was asked for; offsets in other units
//! agree; a second reading in used buffers tells the same.
#![no_main]

use std::sync::LazyLock;

use jiff::civil::date;
use khabar::{Extractor, Input, Kind, OffsetUnit, Offsets, Overlap, Profile, Scratch};
use libfuzzer_sys::fuzz_target;

/// One for each profile and each choice among overlaps, and those of some kinds alone.
static EXTRACTORS: LazyLock<Vec<(Overlap, Extractor)>> = LazyLock::new(|| {
    let builder = Extractor::builder;
    let all = [
        (Overlap::Nested, builder()),
        (Overlap::Longest, builder().profile(Profile::Strict).overlap(Overlap::Longest)),
        (Overlap::All, builder().profile(Profile::Loose).overlap(Overlap::All)),
        (Overlap::Nested, builder().only([Kind::Date])),
        (Overlap::Nested, builder().only([Kind::Place])),
    ];
    all.map(|(overlap, builder)| (overlap, builder.build().expect("the gazetteers in the box"))).into()
});

// The first byte chooses the extractor and whether there is a reference date, the rest is the text.
fuzz_target!(|bytes: &[u8]| {
    let Some((&choice, text)) = bytes.split_first() else { return };
    let text = &*String::from_utf8_lossy(text);
    let (overlap, khabar) = &EXTRACTORS[choice as usize / 2 % EXTRACTORS.len()];
    let input = Input::new(text).reference_date((choice % 2 == 0).then(|| date(2024, 10, 12)));
    let document = khabar.extract(input);
    let entities: Vec<_> = document.entities().collect();
    let utf16 = Offsets::new(text, OffsetUnit::Utf16);
    for (i, a) in entities.iter().enumerate() {
        assert_eq!(text.get(a.span().range()), Some(a.text()));
        assert!(!a.span().is_empty());
        assert_eq!(utf16.convert(a.span()).len(), a.text().encode_utf16().count());
        for b in &entities[i + 1..] {
            assert!((a.span().start(), b.span().end()) <= (b.span().start(), a.span().end()), "{document:?}");
            match overlap {
                Overlap::Nested => assert!(!a.span().crosses(b.span()), "{document:?}"),
                Overlap::Longest => assert!(!a.span().overlaps(b.span()), "{document:?}"),
                _ => {}
            }
        }
    }
    let mut scratch = Scratch::default();
    khabar.extract_with("زار الوزير باماكو في 4 أغسطس", &mut scratch);
    assert_eq!(format!("{:?}", khabar.extract_with(input, &mut scratch)), format!("{document:?}"));
});
