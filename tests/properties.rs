//! What holds for every text: spans that slice, order, folds that settle, and noise that changes nothing.
#![cfg(feature = "builtin")]

use std::path::Path;
use std::sync::LazyLock;

use jiff::civil::{Date, date};
use khabar::{
    Clitics, CommonWords, Document, EntityType, Extractor, Input, Normalizer, Overlap, Profile, Scratch, Timex,
};
use proptest::prelude::*;
use proptest::sample::{Index, select};

const PROFILES: [Profile; 3] = [Profile::Strict, Profile::News, Profile::Loose];
const OVERLAPS: [Overlap; 3] = [Overlap::Nested, Overlap::Longest, Overlap::All];
const REFERENCE: Date = date(2024, 10, 12);

/// An extractor for each profile and each choice among overlaps.
static EXTRACTORS: LazyLock<Vec<(Profile, Overlap, Extractor)>> = LazyLock::new(|| {
    let pairs = PROFILES.iter().flat_map(|&profile| OVERLAPS.map(|overlap| (profile, overlap)));
    let build = |(profile, overlap)| {
        let khabar = Extractor::builder().profile(profile).overlap(overlap).build().expect("the gazetteers in the box");
        (profile, overlap, khabar)
    };
    pairs.map(build).collect()
});

/// The articles of `examples/news`.
static ARTICLES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/news");
    let mut paths: Vec<_> = std::fs::read_dir(folder).expect("a folder").map(|e| e.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|e| e == "txt"));
    paths.iter().map(|path| std::fs::read_to_string(path).expect("an article")).collect()
});

static SENTENCES: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let lines = ARTICLES.iter().flat_map(|article| article.lines());
    lines.flat_map(|line| line.split_inclusive(". ")).filter(|sentence| !sentence.trim().is_empty()).collect()
});

/// What is compared of an entity.
#[derive(Clone, Debug, PartialEq)]
struct Found {
    start: usize,
    end: usize,
    entity_type: EntityType,
    id: Option<String>,
    timex: Option<Timex>,
    clitics: Clitics,
}

fn found(document: &Document<'_>) -> Vec<Found> {
    let row = |e: khabar::Entity<'_>| Found {
        start: e.span().start(),
        end: e.span().end(),
        entity_type: e.entity_type(),
        id: e.id().map(str::to_owned),
        timex: e.timex(),
        clitics: e.clitics(),
    };
    document.entities().map(row).collect()
}

fn extract(text: &str) -> Vec<Found> {
    found(&Extractor::builtin().extract(Input::new(text).reference_date(REFERENCE)))
}

/// Fails with the entities that only one side has.
fn same(found: &[Found], expected: &[Found], text: &str) -> Result<(), TestCaseError> {
    let show = |f: &Found| format!("{:?} {f:?}", text.get(f.start..f.end));
    let only =
        |a: &[Found], b: &[Found]| a.iter().filter(|f| !b.contains(f)).map(show).collect::<Vec<_>>().join("\n  ");
    let message =
        || format!("{text}\nfound only:\n  {}\nexpected only:\n  {}\n", only(found, expected), only(expected, found));
    if found == expected { Ok(()) } else { Err(TestCaseError::fail(message())) }
}

/// Text of any script in which names and dates are frequent, with controls, lone marks and characters of four bytes.
fn text() -> impl Strategy<Value = String> {
    let names =
        ["مالي", "القوات", "المالية", "والروسية", "الأمم", "المتحدة", "للجزائر", "مطار", "القاهرة", "الحكومة", "في"];
    let dates =
        ["أمس", "الأحد", "4", "أغسطس", "2024", "١٤٤٦", "هـ", "آب/أغسطس", "بين", "و", "أواخر", "10:30", "قبل", "يومين"];
    // Fatha, shadda, hamza above, superscript alef, tatweel, right-to-left mark, zero width joiner, combining acute.
    let marks = ['\u{064E}', '\u{0651}', '\u{0654}', '\u{0670}', '\u{0640}', '\u{200F}', '\u{200D}', '\u{0301}'];
    // Null, carriage return, line feed, escape, delete, next line, line separator, byte order mark, no-break space.
    let breaks = ['\0', '\r', '\n', '\u{1B}', '\u{7F}', '\u{85}', '\u{2028}', '\u{FEFF}', '\u{A0}'];
    let piece = prop_oneof![
        3 => select(names.to_vec()).prop_map(str::to_owned),
        3 => select(dates.to_vec()).prop_map(str::to_owned),
        4 => Just(" ".to_owned()),
        2 => "[ء-ي]{1,6}",
        1 => "[-.,،؛:/«»\"()\\[\\]…😀𐎀]",
        1 => select(marks.to_vec()).prop_map(String::from),
        1 => select(breaks.to_vec()).prop_map(String::from),
        1 => "[\u{0600}-\u{06FF}\u{FB50}-\u{FEFC}]{1,4}",
        1 => any::<char>().prop_map(String::from),
    ];
    prop_oneof![prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat()), any::<String>()]
}

/// `spans` as they stand after `len` bytes were put in at `at`; `inside` says whether a span that ends there grows.
fn shifted(spans: &[Found], at: usize, len: usize, inside: bool) -> Vec<Found> {
    let shift = |found: &Found| Found {
        start: found.start + if at <= found.start { len } else { 0 },
        end: found.end + if at < found.end || (inside && at == found.end) { len } else { 0 },
        ..found.clone()
    };
    spans.iter().map(shift).collect()
}

fn is_arabic(c: char) -> bool {
    matches!(c, '\u{0621}'..='\u{063A}' | '\u{0641}'..='\u{064A}')
}

/// True for letters that are written together with the next one.
fn joins(c: char) -> bool {
    is_arabic(c) && !"ءآأؤإاةدذرزوى".contains(c)
}

/// Byte offsets between two characters of `text`, the edges included, that `fits` the characters on both sides.
fn places(text: &str, fits: impl Fn(Option<char>, Option<char>) -> bool) -> Vec<usize> {
    let ends = text.char_indices().map(|(at, _)| at).chain([text.len()]);
    ends.filter(|&at| fits(text[..at].chars().next_back(), text[at..].chars().next())).collect()
}

/// Puts `mark` somewhere where it `fits` and demands that nothing but the offsets change.
fn unchanged(
    sentence: &str,
    at: Index,
    mark: char,
    fits: impl Fn(Option<char>, Option<char>) -> bool,
    inside: bool,
) -> Result<(), TestCaseError> {
    let places = places(sentence, fits);
    prop_assume!(!places.is_empty());
    noise_at(sentence, *at.get(&places), mark, inside)
}

fn noise_at(sentence: &str, at: usize, mark: char, inside: bool) -> Result<(), TestCaseError> {
    let noisy = format!("{}{mark}{}", &sentence[..at], &sentence[at..]);
    same(&extract(&noisy), &shifted(&extract(sentence), at, mark.len_utf8(), inside), &noisy)
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config(192))]

    #[test]
    fn any_text_is_read(text in text(), reference in prop::option::of(Just(REFERENCE))) {
        for (profile, overlap, khabar) in EXTRACTORS.iter() {
            let document = khabar.extract(Input::new(&text).reference_date(reference));
            let entities: Vec<_> = document.entities().collect();
            for entity in &entities {
                prop_assert_eq!(text.get(entity.span().range()), Some(entity.text()));
                prop_assert!(!entity.span().is_empty());
            }
            for (i, a) in entities.iter().enumerate() {
                for b in &entities[i + 1..] {
                    prop_assert!((a.span().start(), b.span().end()) <= (b.span().start(), a.span().end()), "order: {:?}", document);
                    let allowed = match overlap {
                        Overlap::Nested => !a.span().crosses(b.span()),
                        Overlap::Longest => !a.span().overlaps(b.span()),
                        _ => true,
                    };
                    prop_assert!(allowed, "{:?} {:?}: {:?} {:?}", profile, overlap, a, b);
                }
            }
        }
    }

    #[test]
    fn folding_twice_is_folding_once(text in text()) {
        for profile in PROFILES {
            let once = Normalizer::new(profile).normalize(&text);
            let twice = Normalizer::new(profile).normalize(once.text());
            prop_assert_eq!(once.text(), twice.text());
        }
    }

    #[test]
    fn buffers_leave_nothing_behind(texts in prop::collection::vec(prop_oneof![text(), select(SENTENCES.clone()).prop_map(str::to_owned)], 1..5)) {
        let mut scratch = Scratch::default();
        for text in &texts {
            let input = Input::new(text).reference_date(REFERENCE);
            let again = found(&Extractor::builtin().extract_with(input, &mut scratch));
            prop_assert_eq!(again, extract(text));
        }
    }
}

proptest! {
    #![proptest_config(config(512))]

    #[test]
    fn tatweel_changes_nothing(sentence in select(SENTENCES.clone()), at: Index) {
        let between = |a: Option<char>, b: Option<char>| a.is_some_and(joins) && b.is_some_and(|b| is_arabic(b) && b != 'ء');
        unchanged(sentence, at, '\u{0640}', between, false)?;
    }

    // U+064B fathatan to U+0652 sukun, U+0670 superscript alef
    #[test]
    fn a_vowel_mark_changes_nothing(
        sentence in select(SENTENCES.clone()), at: Index, mark in select("\u{064B}\u{064C}\u{064D}\u{064E}\u{064F}\u{0650}\u{0651}\u{0652}\u{0670}".chars().collect::<Vec<_>>()),
    ) {
        // The nunation of an accusative tells an adjective from a name: جنديا روسيًا.
        let nunation = |a: Option<char>, b: Option<char>| mark == '\u{064B}' && (a == Some('ا') || b == Some('ا'));
        unchanged(sentence, at, mark, |a, b| a.is_some_and(is_arabic) && !nunation(a, b), true)?;
    }

    // Arabic letter mark, left-to-right and right-to-left mark, embeddings and isolates with their ends
    #[test]
    fn a_bidi_mark_changes_nothing(
        sentence in select(SENTENCES.clone()),
        at: Index,
        mark in select(vec!['\u{061C}', '\u{200E}', '\u{200F}', '\u{202A}', '\u{202B}', '\u{202C}', '\u{2067}', '\u{2069}']),
    ) {
        unchanged(sentence, at, mark, |_, _| true, false)?;
    }
}

fn waw_is_cut_off(sentence: &str, at: usize) -> Result<(), TestCaseError> {
    let plain = extract(sentence);
    let glued = format!("{}و{}", &sentence[..at], &sentence[at..]);
    let mut after = extract(&glued);
    // A noun that owned the name is free now, and may be a name itself: بورصة in بورصة ومسقط.
    after.retain(|e| e.end + 1 != at || plain.iter().any(|p| p.end == e.end));
    let mut expected = shifted(&plain, at, 'و'.len_utf8(), false);
    for (found, entity) in after.iter().zip(&mut expected) {
        if found.start == at + 'و'.len_utf8() {
            prop_assert_eq!(found.clitics.to_string(), "و+", "{:?}", glued);
            entity.clitics = found.clitics;
        }
    }
    same(&after, &expected, &glued)
}

#[test]
fn a_glued_waw_is_cut_off() {
    let mut faults = Vec::new();
    for sentence in SENTENCES.iter() {
        let plain = extract(sentence);
        let starts = plain.iter().filter(|e| takes_waw(sentence, e, &plain)).map(|e| e.start);
        faults.extend(starts.filter_map(|at| waw_is_cut_off(sentence, at).err()).map(|e| e.to_string()));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Places where و or a vowel mark once changed what was found, marked by a bar.
#[test]
fn noise_that_once_mattered() {
    let waw =
        ["زار |تل أبيب", "منسوب |شط العرب ارتفع", "يكفي |ثلاثة أسابيع", "أعلن، |اليوم السبت، أن", "يتوقف |غدا الأربعاء"];
    let fathatan = ["أنهت مهامها نهاية 2023 ب|طلب من مالي", "مونديال 2026 في| شتنبر المقبل"];
    let place = |row: &str| (row.replace('|', ""), row.find('|').expect("a bar"));
    let waw = waw.iter().map(|row| place(row)).map(|(text, at)| waw_is_cut_off(&text, at));
    let fathatan = fathatan.iter().map(|row| place(row)).map(|(text, at)| noise_at(&text, at, '\u{064B}', true));
    let faults: Vec<String> = waw.chain(fathatan).filter_map(|result| result.err().map(|e| e.to_string())).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// True for a mention of four letters or more that begins a word, with a letter, and has no proclitic. No word goes
/// between those of a longer mention, و no more than others: الحكومة الانتقالية في ومالي is no Arabic. Nor is و one
/// where the two make an everyday word: وساما, a medal, before ساما, the Saudi central bank; nor before an unlisted name
/// that what stands before it made one: المتحدث ورمضان الشهري, حي والشفاء, قناة "وأون سبورت.
fn takes_waw(text: &str, found: &Found, all: &[Found]) -> bool {
    static COMMON: LazyLock<CommonWords> = LazyLock::new(CommonWords::builtin);
    let mention = &text[found.start..found.end];
    let word = mention.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let asked = matches!(
        found.entity_type,
        EntityType::Person | EntityType::City | EntityType::Admin | EntityType::Natural | EntityType::Media
    );
    found.clitics.proclitics().next().is_none()
        && (found.id.is_some() || !asked)
        && mention.chars().filter(|c| c.is_alphabetic()).count() >= 4
        && mention.starts_with(is_arabic)
        && !COMMON.contains(&format!("و{word}"))
        && !text[..found.start].ends_with(char::is_alphanumeric)
        && !all.iter().any(|other| other.start < found.start && found.start < other.end)
}

/// All countries by name: after it, what the document's memory of countries holds no longer depends on the document.
static COUNTRIES: LazyLock<String> = LazyLock::new(|| {
    let gazetteer = khabar::Gazetteer::builtin();
    let names: Vec<&str> = gazetteer.records().filter(|r| r.iso().is_some()).map(khabar::Record::name).collect();
    format!("{}\n\n", names.join("، "))
});

/// The entities of `text` behind the list of countries, without those of the list.
fn extract_after_countries(text: &str) -> Vec<Found> {
    let list = COUNTRIES.len();
    let mut rows = extract(&format!("{}{text}", *COUNTRIES));
    rows.retain(|row| row.start >= list);
    rows.iter_mut().for_each(|row| (row.start, row.end) = (row.start - list, row.end - list));
    rows
}

proptest! {
    #![proptest_config(config(24))]

    /// Documents share over a paragraph break what is remembered and nothing else: countries, which decide homonyms and
    /// whether المالية may mean Mali (here all were named), and guarded names, which need a witness once. So joining
    /// loses and changes no entity, dates never, and adds only names that stand elsewhere in the two.
    #[test]
    fn documents_join(a in select(ARTICLES.clone()), b in select(ARTICLES.clone())) {
        let joined = format!("{a}\n\n{b}");
        let alone = [extract_after_countries(&a), shifted(&extract_after_countries(&b), 0, a.len() + 2, false)].concat();
        let mut together = extract_after_countries(&joined);
        let named = |id: &Option<String>| id.is_some() && alone.iter().any(|found| found.id == *id);
        together.retain(|found| alone.contains(found) || !named(&found.id));
        same(&together, &alone, &joined)?;
    }
}
