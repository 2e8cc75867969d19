//! Public types can be shared between threads and, but for errors, cloned. Checked when the test is compiled.

use khabar::{
    Clitics, DayPart, Document, Duration, Entity, EntityType, Error, ErrorKind, Extractor, ExtractorBuilder, Gazetteer,
    Input, Kind, Modifier, Normalized, Normalizer, OffsetUnit, Offsets, Overlap, Point, Profile, Record, Scratch,
    Season, Span, Timex, TimexKind, TimexValue, Unit,
};

const fn shared<T: Send + Sync + Unpin + 'static>() {}
const fn cloned<T: Clone + Send + Sync + 'static>() {}
const fn copied<T: Copy + Send + Sync + 'static>() {}
const fn compared<T: PartialEq + Eq + std::fmt::Debug>() {}
const fn failure<T: std::error::Error + Send + Sync + 'static>() {}

const _: () = {
    shared::<Extractor>();
    shared::<ExtractorBuilder>();
    shared::<Scratch>();
    shared::<Gazetteer>();
    shared::<Record>();
    shared::<Error>();
    shared::<Document<'static>>();
    shared::<Entity<'static>>();
    shared::<Input<'static>>();
    shared::<Offsets<'static>>();
    shared::<Normalized>();
};

const _: () = {
    cloned::<Extractor>();
    cloned::<ExtractorBuilder>();
    cloned::<Scratch>();
    cloned::<Gazetteer>();
    cloned::<Record>();
    cloned::<Document<'static>>();
    cloned::<Offsets<'static>>();
    cloned::<Normalized>();
    failure::<Error>();
};

const _: () = {
    copied::<Clitics>();
    copied::<DayPart>();
    copied::<Duration>();
    copied::<Entity<'static>>();
    copied::<EntityType>();
    copied::<ErrorKind>();
    copied::<Input<'static>>();
    copied::<Kind>();
    copied::<Modifier>();
    copied::<Normalizer>();
    copied::<OffsetUnit>();
    copied::<Overlap>();
    copied::<Point>();
    copied::<Profile>();
    copied::<Season>();
    copied::<Span>();
    copied::<Timex>();
    copied::<TimexKind>();
    copied::<TimexValue>();
    copied::<Unit>();
};

const _: () = {
    compared::<Clitics>();
    compared::<EntityType>();
    compared::<ErrorKind>();
    compared::<Kind>();
    compared::<Overlap>();
    compared::<Profile>();
    compared::<Span>();
    compared::<TimexValue>();
};

#[cfg(feature = "serde")]
const _: () = {
    shared::<khabar::Annotation<'static>>();
    cloned::<khabar::Annotation<'static>>();
};

/// Threads share one extractor and read with buffers of their own.
#[test]
#[cfg(feature = "builtin")]
fn threads_share_an_extractor() {
    let khabar = Extractor::builtin();
    let texts = ["قالت باماكو إن مالي", "زار الوزير الجزائر", "وصل إلى القاهرة أمس"];
    let alone: Vec<String> = texts.iter().map(|text| format!("{:?}", khabar.extract(*text))).collect();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                let mut scratch = Scratch::default();
                for (text, alone) in texts.iter().zip(&alone) {
                    assert_eq!(format!("{:?}", khabar.extract_with(*text, &mut scratch)), *alone);
                }
            });
        }
    });
}
