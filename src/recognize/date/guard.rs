//! What must stand around a date that could be something else.

use super::number::is_and;
use super::scene::Scene;
use super::slot::Slot;
use crate::gazetteer::sense::{Cue, Sense, Sorts, TimeClass};
use crate::text::code;
use crate::text::gap::Gap;

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

pub(super) fn none(_: Scene<'_>) -> Verdict {
    Verdict::Date
}

/// ثورة 25 يناير, شارع 26 يوليو: a day that names something, unless a year stands with it.
pub(super) fn no_namesake(scene: Scene<'_>) -> Verdict {
    if scene.has(Slot::YEAR) || !scene.after_cue(Cue::Namesake) { Verdict::Date } else { Verdict::Name }
}

/// 3/4 is a fraction: a day and a month in digits need a word that says so.
pub(super) fn day_in_digits(scene: Scene<'_>) -> Verdict {
    let weekday = |sense| matches!(sense, Sense::Time { class: TimeClass::Weekday, .. }).then_some(());
    let near = Gap::SPACE.and(Gap::COMMA).and(Gap::OPEN);
    let before = scene.start > 0 && scene.passage.gap(scene.start).within(near);
    let asked = before && {
        let word = code::decode(scene.passage.codes(scene.start - 1));
        ["يوم", "بتاريخ", "تاريخ", "ليوم", "ويوم"].contains(&word.as_str())
            || scene.passage.form(scene.start - 1, |_| true, Sorts::TIME, weekday).is_some()
    };
    // في 3/4 المدن
    let inside = scene.after(&["في"]) && !scene.word_behind().is_some_and(|word| word.starts_with("ال"));
    Verdict::date_if(asked || inside || scene.has_class(TimeClass::Rel))
}

/// A feast of another day in each country gives no date, and its words none either: اليوم الوطني.
pub(super) fn feast(scene: Scene<'_>) -> Verdict {
    if scene.captures.side(false).class(TimeClass::Holiday) == Some(0) { Verdict::Name } else { no_namesake(scene) }
}

/// رمضان is a man's name as well, and the other months are more: alone only what بعد and the like ask for.
pub(super) fn hijri_month(scene: Scene<'_>) -> Verdict {
    let bare = scene.end == scene.start + 1
        || scene.end == scene.start + 2 && !scene.has(Slot::YEAR) && !scene.has(Slot::HIJRI_YEAR) && {
            !scene.has_class(TimeClass::Rel) && scene.first_word() != "شهر"
        };
    let ramadan = scene.captures.side(false).class(TimeClass::Hijri) == Some(9);
    let asked = scene.has_class(TimeClass::Part) || scene.after(&TIME_BEFORE) || scene.after(&["حلول", "قبيل", "طيله"]);
    Verdict::date_if(!bare || (ramadan && asked))
}

/// صفر is also nil: a Hijri day needs its year, or من or شهر before the month.
pub(super) fn hijri(scene: Scene<'_>) -> Verdict {
    if no_namesake(scene) == Verdict::Name && !scene.has(Slot::HIJRI_YEAR) {
        return Verdict::Name;
    }
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
    // ثورة يوليو; of a war the month tells as well when it was.
    if scene.end == scene.start + 1 && scene.after_cue(Cue::Namesake) && !scene.after(&["حرب"]) {
        return Verdict::Name;
    }
    // اب without its madda is August only beside a day or a year.
    if scene.last_word().ends_with("اب") && !scene.passage.raw(scene.end - 1).contains(['آ', '\u{0653}']) {
        return Verdict::Other;
    }
    if scene.end == scene.start + 1 && HOMOGRAPHS.iter().any(|word| scene.last_word().ends_with(word)) {
        return Verdict::date_if(scene.after(&TIME_BEFORE));
    }
    if scene.word_behind().as_deref() == Some("الاسود") {
        return Verdict::Name; // أيلول الأسود
    }
    let company = scene.after(&["شركه", "سياره", "سيارات", "مفاعل", "مصنع"]); // شركة نيسان, مفاعل تموز
    Verdict::date_if(!company && scene.word_behind().as_deref() != Some("كلينيك"))
}

/// Days joined by و are a range after بين, or where one follows the other: 28 و29 أكتوبر.
pub(super) fn days(scene: Scene<'_>) -> Verdict {
    let (first, last) = (scene.captures.side(false).day(), scene.captures.side(true).day());
    match first.zip(last) {
        Some((first, last)) if last == first + 1 => Verdict::Date,
        _ => range(scene),
    }
}

/// من 2000 إلى 3000 شخص are people.
pub(super) fn year_range(scene: Scene<'_>) -> Verdict {
    if scene.before_cue(Cue::Counted) { Verdict::Other } else { range(scene) }
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
const EVENTS: [&str; 36] = [
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
    "نكبه",
    "انتفاضه",
    "حدود",
    "هزيمه",
    "نكسه",
    "دوري",
    "موسم",
    "معركه",
    "مجزره",
    "غزو",
    "كارثه",
    "خريف",
    "لعام",
    "بعام",
    "كعام",
];

/// Four digits are a year after a word that asks for a time, and unless they count or number something.
pub(super) fn bare_year(scene: Scene<'_>) -> Verdict {
    let year = scene.captures.side(false).year().unwrap_or(0);
    let counts = scene.before_cue(Cue::Counted) || scene.after_cue(Cue::Count) || scene.counts_with_another();
    // أكثر من 2019 متفرجاً: من asks for a year, but not there.
    let compared = scene.after(&["من"])
        && scene.start > 1
        && COMPARISONS.contains(&code::decode(scene.passage.codes(scene.start - 2)).as_str());
    // عامي 2011 و2013: the second of two years.
    let second = scene.start > 1
        && is_and(scene.passage, scene.start - 1)
        && scene.passage.word(scene.start - 2).is_some_and(|word| word.is_number && word.end - word.start == 4);
    let cup = scene.start > 1 && scene.passage.gap(scene.start).is_blank() && {
        code::decode(scene.passage.codes(scene.start - 2)).ends_with("كاس") // كأس العالم 2030
    };
    let asked = second
        || cup
        || scene.has_class(TimeClass::Part)
        || scene.after(&TIME_BEFORE)
        || scene.after(&EVENTS)
        || scene.is_in_brackets();
    Verdict::date_if((1900..2100).contains(&year) && !counts && !compared && asked)
}

/// الأربعينيات من عمره are years of a life.
pub(super) fn decade(scene: Scene<'_>) -> Verdict {
    let passage = scene.passage;
    let of_life = scene.word_behind().as_deref() == Some("من")
        && scene.end + 1 < passage.len()
        && code::decode(passage.codes(scene.end + 1)).starts_with("عمر");
    Verdict::date_if(!of_life)
}

/// العام 25 جنديا are soldiers.
pub(super) fn short_year(scene: Scene<'_>) -> Verdict {
    let unit = |sense| matches!(sense, Sense::Time { class: TimeClass::One | TimeClass::Many, .. });
    let counts = scene.before_cue(Cue::Counted) || scene.passage.any(scene.end, Sorts::TIME, unit);
    Verdict::date_if(!counts && !scene.passage.gap(scene.end).has(Gap::HYPHEN.and(Gap::SLASH).and(Gap::COLON)))
}

/// قبل يوم من بدء المناسك counts from an event, not from today; قبل عام 2003 names a year.
pub(super) fn ago(scene: Scene<'_>) -> Verdict {
    let number = scene.passage.word(scene.end).is_some_and(|word| word.is_number);
    let event = matches!(scene.word_behind().as_deref(), Some("من" | "علي" | "واحد" | "واحده"));
    Verdict::date_if(!event && !number)
}

/// اليوم السابع is a newspaper, unless something asks for the seventh day.
pub(super) fn unit_of_order(scene: Scene<'_>) -> Verdict {
    let seventh = scene.captures.side(false).class(TimeClass::Ordinal) == Some(7);
    let asked = scene.after(&TIME_BEFORE) || matches!(scene.word_behind().as_deref(), Some("من" | "علي" | "للحرب"));
    Verdict::date_if(!seventh || asked)
}

/// كل أحد is everyone, and كل اثنين every two.
pub(super) fn every(scene: Scene<'_>) -> Verdict {
    let ambiguous = matches!(scene.captures.side(false).class(TimeClass::BareDay), Some(1 | 7));
    Verdict::date_if(!ambiguous || scene.end > scene.start + 2)
}

/// تلك الليلة is a night of the text, الليلة الكبيرة no night of the calendar.
pub(super) fn night(scene: Scene<'_>) -> Verdict {
    let described = scene
        .word_behind()
        .is_some_and(|word| word.starts_with("ال") || matches!(word.as_str(), "ذاتها" | "نفسها" | "عينها" | "التي"));
    let bare = !scene.has_class(TimeClass::Rel) && !scene.has_class(TimeClass::This);
    Verdict::date_if(!bare || !(described || scene.has_preposition() || scene.after(&["تلك", "ذات", "في", "من"])))
}

/// عشية before a day is its eve, not a part of it.
pub(super) fn part_before(scene: Scene<'_>) -> Verdict {
    Verdict::date_if(!scene.first_word().ends_with("عشيه"))
}

/// The hour without الساعة is feminine: الثامنة صباحا; الثامن is anything.
pub(super) fn hour_in_words(scene: Scene<'_>) -> Verdict {
    let first = scene.first_word();
    let clock = scene.last_word();
    Verdict::date_if(first.ends_with("الساعه") || (first.ends_with('ه') && !matches!(clock.as_str(), "م" | "ص")))
}

/// ألف ليلة وليلة is a book.
pub(super) fn length(scene: Scene<'_>) -> Verdict {
    Verdict::date_if(scene.word_behind().as_deref() != Some("وليله"))
}

/// A unit without a number is a length after a word that measures.
pub(super) fn bare_length(scene: Scene<'_>) -> Verdict {
    const MEASURES: [&str; 30] = [
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
        "طيله",
        "مدار",
        "امتداد",
        "خلال",
    ];
    // يوما بعد يوم
    let again = scene.start > 1 && code::decode(scene.passage.codes(scene.start - 2)).starts_with(&scene.last_word());
    // خلال أشهر الصيف, منذ ساعات الصباح
    let construct = scene.has_class(TimeClass::Many) && scene.word_behind().is_some_and(|word| word.starts_with("ال"));
    // بعد عقد اتفاقية is after holding a meeting.
    let held = scene.captures.side(false).class(TimeClass::One) == Some(8)
        && scene.end == scene.start + 1
        && !matches!(scene.word_behind().as_deref(), None | Some("من" | "علي" | "كامل"));
    if again || construct || held {
        return Verdict::Other;
    }
    let asked = scene.after(&MEASURES) || scene.after_about();
    // لسنوات, but لأيام الطفولة
    let lasting = scene.has_class(TimeClass::Many) && scene.cut.clitics.has('ل');
    // عاما كاملا
    let whole =
        scene.has_class(TimeClass::One) && matches!(scene.word_behind().as_deref(), Some("كامل" | "كاملا" | "كامله"));
    Verdict::date_if(whole || lasting || (!scene.has_preposition() && asked))
}

/// صلاة الجمعة and سوق الأحد are no days; الاثنين is also "the two".
pub(super) fn weekday(scene: Scene<'_>) -> Verdict {
    if scene.has_class(TimeClass::Rel) || scene.end > scene.start + 1 {
        return Verdict::Date;
    }
    if scene.after(&["صلاه", "خطبه", "سوق", "مسجد", "جامع", "نادي", "وادي"]) {
        return Verdict::Other;
    }
    if matches!(scene.word_behind().as_deref(), Some("الاسود" | "السوداء" | "البيضاء" | "الدامي"))
    {
        return Verdict::Other; // السبت الأسود
    }
    let the_two = scene.last_word().ends_with("الاثنين")
        && (scene.after(&["كلا", "بين", "ان", "هذين", "احد", "علي"])
            || matches!(scene.word_behind().as_deref(), Some("معا" | "اتفقا" | "قالا" | "كانا")));
    Verdict::date_if(!the_two)
}

/// في اليوم is "a day", as in three times a day, and نفس اليوم another day; قناة الغد is a channel.
pub(super) fn day_word(scene: Scene<'_>) -> Verdict {
    let today = scene.captures.side(false).class(TimeClass::DayWord) == Some(0);
    let word = scene.end == scene.start + 1;
    let other_day = today && word && (scene.has_preposition() || scene.after(&["في", "نفس", "ذلك", "ذات", "هذا"]));
    // اليوم الوطني is a feast, اليوم المفتوح an occasion.
    const KINDS: [&str; 9] =
        ["الوطني", "العالمي", "الدولي", "المفتوح", "الدراسي", "الختامي", "الافتتاحي", "التاريخي", "الواحد"];
    // غد alone is the future: غد أفضل.
    let weekday = |sense| matches!(sense, Sense::Time { class: TimeClass::Weekday, .. });
    if word && scene.first_word().ends_with("غد") && !scene.passage.any(scene.end, Sorts::TIME, weekday) {
        let asked = scene.after(&TIME_BEFORE) || scene.has_preposition();
        return Verdict::date_if(scene.first_word().ends_with("الغد") && asked && !scene.is_title());
    }
    let described = today && scene.word_behind().is_some_and(|word| KINDS.contains(&word.as_str()));
    let title = word && scene.is_title();
    Verdict::date_if(!(other_day || described || title))
}
