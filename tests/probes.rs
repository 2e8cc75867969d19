//! The probe battery: one name in every form that Arabic news writes it in, and words that only look like names.
//!
//! The gold span of a row stands between double brackets, which are taken out before the text is read.
#![cfg(feature = "builtin")]

use std::sync::LazyLock;

use khabar::{Extractor, Gazetteer};

/// The names of the battery by their ids. A row that should find one of them must find that one.
const NAMES: [(&str, &str); 13] = [
    ("مالي", "place.ml"),
    ("فاغنر", "actor.ru.wagner"),
    ("كيدال", "place.ml.kidal"),
    ("الجزائر", "place.dz"),
    ("أوكرانيا", "place.ua"),
    ("الأمم المتحدة", "actor.int.un"),
    ("إفريقيا", "place.int.africa"),
    ("سوريا", "place.sy"),
    ("غزة", "place.ps.gaza"),
    ("المتمردين", "people.rebels"),
    ("بوركينا فاسو", "place.bf"),
    ("تركيا", "place.tr"),
    ("الولايات المتحدة", "place.us"),
];

/// Rows with a mention: name of the row, text with the gold span marked, the name in [`NAMES`] that is meant.
const POSITIVES: [(&str, &str, &str); 34] = [
    ("plain", "دخل [[فاغنر]] المدينة", "فاغنر"),
    ("و", "و[[فاغنر]]", "فاغنر"),
    ("ف", "ف[[فاغنر]]", "فاغنر"),
    ("ب", "ب[[أوكرانيا]]", "أوكرانيا"),
    ("ل", "ل[[مالي]]", "مالي"),
    ("ك", "ك[[مالي]]", "مالي"),
    ("لل", "ل[[لجزائر]]", "الجزائر"),
    ("ولل", "ول[[لجزائر]]", "الجزائر"),
    ("وب", "وب[[الجزائر]]", "الجزائر"),
    ("ول", "ول[[أوكرانيا]]", "أوكرانيا"),
    // U+064F damma
    ("diacritics", "[[الم\u{064F}تمردين]]", "المتمردين"),
    // U+064F damma, U+0652 sukun, U+064E fatha, U+0650 kasra
    ("full tashkeel", "[[أ\u{064F}وك\u{0652}ر\u{064E}ان\u{0650}ي\u{064E}ا]]", "أوكرانيا"),
    ("alef bare", "[[اوكرانيا]]", "أوكرانيا"),
    ("alef bare in a name of two words", "[[الامم المتحدة]]", "الأمم المتحدة"),
    ("another alef", "[[أفريقيا]]", "إفريقيا"),
    ("ة→ه", "[[غزه]]", "غزة"),
    ("final ا/ة", "[[سورية]]", "سوريا"),
    // U+0640 tatweel
    ("tatweel", "[[كي\u{0640}\u{0640}\u{0640}دال]]", "كيدال"),
    // U+FE8D alef isolated, U+FEDF lam initial, U+FEA0 jeem medial, U+FEB0 zain final, U+FE8D alef isolated,
    // U+FE8B yeh with hamza initial, U+FEAE reh final
    ("presentation forms", "[[\u{FE8D}\u{FEDF}\u{FEA0}\u{FEB0}\u{FE8D}\u{FE8B}\u{FEAE}]]", "الجزائر"),
    // U+FEDF lam initial, U+FEEE waw final, U+FEFB ligature lam with alef isolated: one character, two letters
    ("presentation ligature", "[[ا\u{FEDF}\u{FEEE}\u{FEFB}يات المتحدة]]", "الولايات المتحدة"),
    // U+06A9 keheh, U+06CC Farsi yeh
    ("Persian letters", "[[تر\u{06A9}\u{06CC}ا]]", "تركيا"),
    // U+200F right-to-left mark, glued on both sides
    ("RLM glued", "\u{200F}[[مالي]]\u{200F}", "مالي"),
    // U+200C zero width non-joiner
    ("ZWNJ", "[[ما\u{200C}لي]]", "مالي"),
    // U+00A0 no-break space
    ("NBSP in a name", "[[الأمم\u{00A0}المتحدة]]", "الأمم المتحدة"),
    ("two spaces in a name", "[[الأمم  المتحدة]]", "الأمم المتحدة"),
    ("newline in a name", "[[الأمم\nالمتحدة]]", "الأمم المتحدة"),
    // U+0654 hamza above, after a bare alef
    ("NFD hamza", "[[ا\u{0654}وكرانيا]]", "أوكرانيا"),
    ("غ/ج", "[[فاجنر]]", "فاغنر"),
    ("غ/ك", "[[فاكنر]]", "فاغنر"),
    ("quotation marks", "«[[فاغنر]]»", "فاغنر"),
    ("dash before", "باماكو-[[مالي]]", "مالي"),
    // U+1F600 grinning face: four bytes, two UTF-16 units
    ("emoji before", "\u{1F600} [[مالي]]", "مالي"),
    // U+0640 tatweel between the preposition and the quotation mark
    ("لـ before quotation marks", "ل\u{0640}«[[فاغنر]]»", "فاغنر"),
    ("no space after ،", "[[مالي]]،وقال", "مالي"),
];

/// Rows in which none of the names stands.
const NEGATIVES: [(&str, &str); 4] = [
    ("مالي inside المالي", "الجيش المالي"),
    ("مالي, financial", "دعم مالي كبير"),
    ("مالي inside إجمالي", "إجمالي"),
    ("سوريا inside سوريالي", "سوريالي"),
];

static KHABAR: LazyLock<Extractor> = LazyLock::new(|| {
    // A common noun that no gazetteer of news should hold; all else is in the box.
    let mine = "id\ttype\tar\npeople.rebels\tpeople\tالمتمردين\n";
    let mine = Gazetteer::from_tsv("battery.tsv", mine).expect("one good row");
    Extractor::builder().gazetteer(mine).build().expect("the box and one name")
});

fn id_of(name: &str) -> &'static str {
    NAMES.iter().find(|(known, _)| *known == name).expect("a name of the battery").1
}

/// The text without the brackets, and the range that they stood around.
fn unmarked(marked: &str) -> (String, std::ops::Range<usize>) {
    let (before, rest) = marked.split_once("[[").expect("a gold span");
    let (gold, after) = rest.split_once("]]").expect("the end of the gold span");
    (format!("{before}{gold}{after}"), before.len()..before.len() + gold.len())
}

/// Finds what is wrong with a positive row whose text is set between `before` and `after`.
fn fault(row: &(&str, &str, &str), before: &str, after: &str) -> Option<String> {
    let (name, marked, meant) = row;
    let (text, gold) = unmarked(&format!("{before}{marked}{after}"));
    let document = KHABAR.extract(&text);
    // Another name of the row (باماكو before the dash) may stand beside, but of the battery only the gold one.
    let battery = |id: &str| NAMES.iter().any(|(_, known)| *known == id);
    let hits: Vec<_> = document.entities().filter(|e| e.id().is_some_and(battery)).collect();
    let exact = matches!(&hits[..], [hit] if hit.span().range() == gold && hit.id() == Some(id_of(meant)));
    (!exact).then(|| format!("{name}: {text:?}\n  expected {gold:?} {}\n  found    {document:?}", id_of(meant)))
}

fn assert_none(faults: &[String], of: usize) {
    assert!(faults.is_empty(), "{} of {of} probes fail\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn every_form_is_found_with_its_exact_span() {
    let faults: Vec<String> = POSITIVES.iter().filter_map(|row| fault(row, "", "")).collect();
    assert_none(&faults, POSITIVES.len());
}

#[test]
fn every_form_is_found_inside_a_text() {
    let faults: Vec<String> =
        POSITIVES.iter().filter_map(|row| fault(row, "انتهى الاجتماع.\n\n", "\n\nوغادر الحاضرون.")).collect();
    assert_none(&faults, POSITIVES.len());
}

#[test]
fn look_alikes_are_not_found() {
    let mut faults = Vec::new();
    for (name, text) in NEGATIVES {
        let document = KHABAR.extract(text);
        let is_hit = |e: khabar::Entity<'_>| NAMES.iter().any(|(name, id)| e.text() == *name || e.id() == Some(id));
        if document.entities().any(is_hit) {
            faults.push(format!("{name}: {text}\n  found {document:?}"));
        }
    }
    assert_none(&faults, NEGATIVES.len());
}

#[test]
fn the_names_are_in_the_gazetteer() {
    let missing: Vec<_> = NAMES
        .iter()
        .filter(|(name, id)| {
            KHABAR.extract(*name).entities().next().and_then(|e| e.id().map(str::to_owned)).as_deref() != Some(id)
        })
        .map(|(name, id)| format!("{name} {id}: {:?}", KHABAR.extract(*name)))
        .collect();
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}
