//! Dates alone: which expressions of time are found, what they mean, and which days they cover.
//!
//! ```text
//! cargo run --release --example dates [YYYY-MM-DD]
//! ```
//!
//! The date is the one that the sentences were published on, 2024-08-12 (a Monday) unless given. Values and modifiers are
//! those of TIMEX3. An extractor for dates alone loads no gazetteer and is built in a few milliseconds.

use std::process::ExitCode;

use jiff::civil::{Date, date};
use khabar::{Extractor, Input, Kind, Timex};

const SENTENCES: &[(&str, &[&str])] = &[
    (
        "Five sets of month names: of Egypt, the Levant, Algeria and Tunisia, Morocco, and the Hijri calendar",
        &[
            "وقع الاتفاق في 27 أغسطس 2023 بالقاهرة.",
            "وصل الوفد إلى بيروت في 27 آب 2023.",
            "بدأت الدراسة في الجزائر في 27 أوت 2023.",
            "انطلق المهرجان في الرباط يوم 27 غشت 2023.",
            "صدر القرار في 11 صفر 1445هـ عن الديوان الملكي.",
            "عقدت القمة في تشرين الثاني/نوفمبر 2023.",
        ],
    ),
    (
        "Weekdays and days counted from today",
        &[
            "قال الوزير أمس الأحد إن المحادثات ستستأنف الخميس المقبل.",
            "هبطت الأسعار أول من أمس ثم ارتفعت اليوم.",
            "تجتمع اللجنة كل يوم ثلاثاء.",
            "توقفت الرحلات قبل يومين وتعود غدا.",
        ],
    ),
    (
        "Ranges and lengths",
        &[
            "دارت المعارك بين 14 و25 يوليو قرب الحدود.",
            "تستمر الدورة من 3 إلى 9 سبتمبر المقبل.",
            "استمرت الهدنة ثلاثة أسابيع وانهارت خلال 48 ساعة.",
            "عمل في البلاد بين عامي 2013 و2022.",
        ],
    ),
    (
        "Parts of a day, a month, a year",
        &[
            "وصلت الطائرة مساء أمس، والمؤتمر الصحفي صباح الأربعاء.",
            "نشر في 2024/08/07 عند الساعة 06:45 بتوقيت غرينتش.",
            "يفتتح الجسر أواخر العام الجاري أو مطلع 2025.",
            "ارتفعت الصادرات في الربع الثالث من عام 2023.",
            "تراجع الطلب منتصف يونيو ثم في النصف الثاني من الشهر الماضي.",
            "عادوا في صيف 2022، بعد تسعينيات القرن الماضي بسنوات.",
        ],
    ),
    ("Vague times", &["تحسنت العلاقات مؤخرا بعد برود في السنوات الماضية.", "وتكرر ذلك في اليوم التالي."]),
];

fn main() -> ExitCode {
    let published = match std::env::args().nth(1).map(|argument| argument.parse::<Date>()) {
        None => date(2024, 8, 12),
        Some(Ok(date)) => date,
        Some(Err(e)) => {
            eprintln!("dates: {e}\nusage: dates [YYYY-MM-DD]");
            return ExitCode::from(2);
        }
    };
    let khabar = match Extractor::builder().only([Kind::Date]).build() {
        Ok(khabar) => khabar,
        Err(e) => {
            eprintln!("dates: {e}");
            return ExitCode::from(2);
        }
    };
    println!("published {published}, {:?}", published.weekday());
    for (title, sentences) in SENTENCES {
        println!("\n{title}");
        println!("  {:<9} {:<22} {:<9} {:<11} {:<11} expression", "type", "value", "mod", "first day", "last day");
        for sentence in *sentences {
            print_dates(&khabar, sentence, published);
        }
    }
    ExitCode::SUCCESS
}

fn print_dates(khabar: &Extractor, sentence: &str, published: Date) {
    let document = khabar.extract(Input::new(sentence).reference_date(published));
    if document.is_empty() {
        println!("  nothing in \u{2068}{sentence}\u{2069}");
    }
    for entity in document.entities() {
        let [value, modifier, first, last] = entity.timex().map(columns).unwrap_or_default();
        let kind = entity.entity_type().as_str();
        // The isolates keep an Arabic text from reordering the line.
        println!("  {kind:<9} {value:<22} {modifier:<9} {first:<11} {last:<11} \u{2068}{}\u{2069}", entity.text());
    }
}

/// Value, modifier, first and last day. A length of time has no days; the day after in وتكرر ذلك في اليوم التالي not even a
/// value, because the text does not say after which.
fn columns(timex: Timex) -> [String; 4] {
    let value = timex.value();
    let day = |day: Option<Date>| day.map(|day| day.to_string());
    [
        value.map(|value| value.to_string()),
        timex.modifier().map(|modifier| modifier.as_str().to_owned()),
        day(value.and_then(|value| value.first_day())),
        day(value.and_then(|value| value.last_day())),
    ]
    .map(|cell| cell.unwrap_or_else(|| "-".to_owned()))
}
