//! What must stand around a date that could be something else.

use super::number::is_and;
use super::slot::{Captures, Slot};
use crate::clitic::proclitic::Cut;
use crate::gazetteer::sense::{Cue, Sense, Sorts, TimeClass};
use crate::reading::Passage;
use crate::text::code;

/// A fit in its surroundings.
#[derive(Clone, Copy)]
pub(super) struct Scene<'a> {
    pub(super) passage: &'a Passage<'a>,
    pub(super) start: usize,
    pub(super) end: usize,
    /// What was cut from the first word.
    pub(super) cut: Cut,
    pub(super) captures: &'a Captures,
}

/// What a fit is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    Date,
    /// Other words that look like a date: مارس صلاحياته.
    Other,
    /// A name that holds a date, all of it: شارع 26 يوليو.
    Name,
}

impl Verdict {
    fn date_if(is_date: bool) -> Verdict {
        if is_date { Verdict::Date } else { Verdict::Other }
    }
}

pub(super) type Guard = fn(Scene<'_>) -> Verdict;

/// The folded word before another, without a conjunction.
pub(super) fn word_before(passage: &Passage<'_>, at: usize) -> Option<String> {
    if at == 0 || !passage.gap(at).is_blank() {
        return None;
    }
    let word = code::decode(passage.codes(at - 1));
    match word.strip_prefix('و') {
        Some(rest) if rest.chars().count() > 1 => Some(rest.to_owned()),
        _ => Some(word),
    }
}

impl Scene<'_> {
    /// True if the word before is one of `words`, given as they fold.
    fn after(&self, words: &[&str]) -> bool {
        word_before(self.passage, self.start).is_some_and(|before| words.contains(&before.as_str()))
    }

    /// True if a preposition was cut from the first word; a conjunction does not matter.
    fn has_preposition(&self) -> bool {
        ['ب', 'ك', 'ل'].into_iter().any(|letter| self.cut.clitics.has(letter))
    }

    /// The folded word behind, if only a blank stands before it.
    fn word_behind(&self) -> Option<String> {
        let near = self.end < self.passage.len() && self.passage.gap(self.end).is_blank();
        near.then(|| code::decode(self.passage.codes(self.end)))
    }

    fn after_cue(&self, cue: Cue) -> bool {
        self.passage.before(self.start, Sorts::CUE, |sense| (sense == Sense::Cue(cue)).then_some(())).is_some()
    }

    fn before_cue(&self, cue: Cue) -> bool {
        self.passage.gap(self.end).is_blank()
            && self.passage.any(self.end, Sorts::CUE, |sense| sense == Sense::Cue(cue))
    }

    fn has(&self, slot: Slot) -> bool {
        self.captures.side(false).get(slot).is_some()
    }

    fn has_class(&self, class: TimeClass) -> bool {
        self.has(Slot::of(class))
    }

    fn last_word(&self) -> String {
        code::decode(self.passage.codes(self.end - 1))
    }
}

pub(super) fn none(_: Scene<'_>) -> Verdict {
    Verdict::Date
}

/// ثورة 25 يناير, شارع 26 يوليو: a day that names something, unless a year stands with it.
pub(super) fn no_namesake(scene: Scene<'_>) -> Verdict {
    if scene.has(Slot::YEAR) || !scene.after_cue(Cue::Namesake) { Verdict::Date } else { Verdict::Name }
}

/// صفر is also nil: a Hijri day needs its year, or من or شهر before the month.
pub(super) fn hijri(scene: Scene<'_>) -> Verdict {
    let safar = scene.captures.side(false).class(TimeClass::Hijri) == Some(2);
    Verdict::date_if(!safar || scene.has(Slot::HIJRI_YEAR) || scene.end > scene.start + 2)
}

/// Words after which a year or a month is one.
const TIME_BEFORE: [&str; 18] = [
    "في",
    "منذ",
    "حتي",
    "من",
    "الي",
    "خلال",
    "بين",
    "شهر",
    "بحلول",
    "قبل",
    "بعد",
    "مطلع",
    "طوال",
    "اوايل",
    "اواخر",
    "منتصف",
    "نهايه",
    "بدايه",
];

/// Months that are verbs or names as well: مارس (practised), آب (returned), ماي (May), أوت (out), جوان (Joan), غشت.
const HOMOGRAPHS: [&str; 6] = ["مارس", "اب", "ماي", "اوت", "جوان", "غشت"];

pub(super) fn month(scene: Scene<'_>) -> Verdict {
    let sure = scene.has(Slot::YEAR)
        || scene.has(Slot::OTHER_MONTH)
        || [TimeClass::Rel, TimeClass::TheOne, TimeClass::Part].into_iter().any(|class| scene.has_class(class));
    if sure {
        return Verdict::Date;
    }
    // اب without its madda is August only beside a day or a year.
    if scene.last_word().ends_with("اب") && !scene.passage.raw(scene.end - 1).contains(['آ', '\u{0653}']) {
        return Verdict::Other;
    }
    if scene.end == scene.start + 1 && HOMOGRAPHS.iter().any(|word| scene.last_word().ends_with(word)) {
        return Verdict::date_if(scene.after(&TIME_BEFORE));
    }
    let company = scene.after(&["شركه", "سياره", "سيارات", "مفاعل", "مصنع"]); // شركة نيسان, مفاعل تموز
    Verdict::date_if(!company && scene.word_behind().as_deref() != Some("كلينيك"))
}

/// Two ends joined by و are a range only after بين; else they are two dates.
pub(super) fn range(scene: Scene<'_>) -> Verdict {
    let and = |at| {
        let carries =
            |hit: &crate::gazetteer::matcher::Hit| hit.cut.clitics.is_only('و') && hit.end as usize <= scene.end;
        is_and(scene.passage, at) || scene.passage.hits_at(at).iter().any(carries)
    };
    let joined_by_and = (scene.start + 1..scene.end).any(and);
    Verdict::date_if(!joined_by_and || scene.after(&["بين"]))
}

const COMPARISONS: [&str; 5] = ["اكثر", "اقل", "ازيد", "اكبر", "اعلي"];

/// What is named by its year: انتخابات 2020, مونديال 2026.
const EVENTS: [&str; 24] = [
    "انتخابات",
    "حرب",
    "ثوره",
    "اتفاق",
    "مونديال",
    "لمونديال",
    "بمونديال",
    "اولمبياد",
    "دستور",
    "موازنه",
    "ميزانيه",
    "بطوله",
    "نسخه",
    "دوره",
    "ازمه",
    "هجمات",
    "احداث",
    "اتفاقيه",
    "قانون",
    "زلزال",
    "انقلاب",
    "لعام",
    "بعام",
    "كعام",
];

/// Four digits are a year after a word that asks for a time, and unless they count or number something.
pub(super) fn bare_year(scene: Scene<'_>) -> Verdict {
    let year = scene.captures.side(false).year().unwrap_or(0);
    let counts = scene.before_cue(Cue::Counted) || scene.after_cue(Cue::Count);
    // أكثر من 2019 متفرجاً: من asks for a year, but not there.
    let compared = scene.after(&["من"])
        && scene.start > 1
        && COMPARISONS.contains(&code::decode(scene.passage.codes(scene.start - 2)).as_str());
    // fathatan
    // عامي 2011 و2013: the second of two years.
    let second = scene.start > 1
        && is_and(scene.passage, scene.start - 1)
        && scene.passage.word(scene.start - 2).is_some_and(|word| word.is_number && word.end - word.start == 4);
    let asked = second || scene.has_class(TimeClass::Part) || scene.after(&TIME_BEFORE) || scene.after(&EVENTS);
    Verdict::date_if((1900..2100).contains(&year) && !counts && !compared && asked)
}

/// قبل يوم من بدء المناسك counts from an event, not from today.
pub(super) fn ago(scene: Scene<'_>) -> Verdict {
    Verdict::date_if(!matches!(scene.word_behind().as_deref(), Some("من" | "واحد" | "واحده")))
}

/// A unit without a number is a length after a word that measures.
pub(super) fn bare_length(scene: Scene<'_>) -> Verdict {
    const MEASURES: [&str; 26] = [
        "منذ",
        "قبل",
        "بعد",
        "طوال",
        "لمده",
        "مده",
        "دام",
        "دامت",
        "تدوم",
        "يدوم",
        "استمر",
        "استمرت",
        "يستمر",
        "تستمر",
        "تواصل",
        "تواصلت",
        "مرور",
        "بمرور",
        "استغرق",
        "استغرقت",
        "يستغرق",
        "تستغرق",
        "مدتها",
        "مدته",
        "مدي",
        "غضون",
    ];
    Verdict::date_if(!scene.has_preposition() && scene.after(&MEASURES))
}

/// صلاة الجمعة and سوق الأحد are no days; الاثنين is also "the two".
pub(super) fn weekday(scene: Scene<'_>) -> Verdict {
    if scene.has_class(TimeClass::Rel) || scene.end > scene.start + 1 {
        return Verdict::Date;
    }
    if scene.after(&["صلاه", "خطبه", "سوق", "مسجد", "جامع"]) {
        return Verdict::Other;
    }
    let the_two = scene.last_word().ends_with("الاثنين")
        && (scene.after(&["كلا", "بين", "ان", "هذين", "احد", "علي"])
            || matches!(scene.word_behind().as_deref(), Some("معا" | "اتفقا" | "قالا" | "كانا")));
    Verdict::date_if(!the_two)
}

/// في اليوم is "a day", as in three times a day, and نفس اليوم another day; قناة الغد is a channel.
pub(super) fn day_word(scene: Scene<'_>) -> Verdict {
    let today = scene.captures.side(false).class(TimeClass::DayWord) == Some(0);
    let other_day = today && (scene.has_preposition() || scene.after(&["في", "نفس", "ذلك", "ذات", "هذا"]));
    Verdict::date_if(!other_day && !scene.after(&["صحيفه", "قناه", "حزب", "جريده"]))
}
