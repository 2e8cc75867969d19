//! Any text through every profile: folding settles, and the alignment leads into the text and back both ways.
#![no_main]

use khabar::{Normalizer, Profile};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for profile in [Profile::Strict, Profile::News, Profile::Loose] {
        let normalizer = Normalizer::new(profile);
        let folded = normalizer.normalize(text);
        assert_eq!(normalizer.normalize(folded.text()).text(), folded.text());
        let mut last = 0;
        for (at, c) in folded.text().char_indices() {
            let original = folded.to_original(at..at + c.len_utf8());
            assert!(text.get(original.clone()).is_some_and(|letters| !letters.is_empty()), "{c:?} {original:?}");
            assert!(original.start >= last, "{c:?} {original:?} stands before {last}");
            last = original.start;
        }
        for (at, c) in text.char_indices() {
            let place = folded.to_normalized(at..at + c.len_utf8());
            assert!(folded.text().get(place.clone()).is_some(), "{c:?} {place:?}");
        }
        assert_eq!(folded.to_normalized(0..text.len()), 0..folded.text().len());
    }
});
