//! Dates that are counted from the day of the text: weekdays, أمس, الأسبوع الماضي, مؤخراً.

use super::Rule;
use crate::recognize::date::guard;
use crate::recognize::date::resolve;
use crate::recognize::date::shape::Shape;

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "day of a month of the year",
        pattern: "( {day} | ال + {day} | {ordinal} ) من الشهر {rel} | ( {day} | {ordinal} ) من {this} الشهر",
        shape: Shape::Day,
        resolve: resolve::day_of_relative_month,
        guard: guard::none,
        examples: &[("في 20 من الشهر المقبل تبدأ", "20 من الشهر المقبل", "2024-09-20")],
        counter: &[],
    },
    Rule {
        name: "unit and which",
        pattern: "[ {part} ] ( {theone} {rel} | {this} {theone} )",
        shape: Shape::Other,
        resolve: resolve::relative_unit,
        guard: guard::none,
        examples: &[
            ("قتل 12 شخصا الأسبوع الماضي", "الأسبوع الماضي", "2024-W32"),
            ("منذ مطلع العام الجاري تراجعت", "مطلع العام الجاري", "2024"),
            ("في هذا العام تجرى", "هذا العام", "2024"),
            ("ارتفع التضخم الشهر الماضي", "الشهر الماضي", "2024-07"),
        ],
        counter: &[],
    },
    Rule {
        name: "unit, the one before the last",
        pattern: "{theone} ( قبل الماضي | قبل الماضية | بعد المقبل | بعد القادم )",
        shape: Shape::Other,
        resolve: resolve::unit_before_last,
        guard: guard::none,
        examples: &[("في العام قبل الماضي غزت", "العام قبل الماضي", "2022")],
        counter: &[],
    },
    Rule {
        name: "part of this unit",
        pattern: "{part} {theone}",
        shape: Shape::Other,
        resolve: resolve::relative_unit,
        guard: guard::none,
        examples: &[("منذ مطلع العام؛ نتيجة", "مطلع العام", "2024")],
        counter: &[],
    },
    Rule {
        name: "unit of an order",
        pattern: "{theone} ( {ordinal} | {next} )",
        shape: Shape::Other,
        resolve: resolve::unknown,
        guard: guard::none,
        examples: &[
            ("أوقفوا القافلة في اليوم الأول وعادوا", "اليوم الأول", ""),
            ("في اليوم التالي عادوا", "اليوم التالي", ""),
        ],
        counter: &[],
    },
    Rule {
        name: "weekday",
        pattern: "[ يوم ] {weekday} [ {rel} ] | يوم {bareday}",
        shape: Shape::Weekday,
        resolve: resolve::weekday,
        guard: guard::weekday,
        examples: &[
            ("أعلن الأحد أن بلاده قطعت", "الأحد", "2024-08-11"),
            ("قالت الوزارة يوم السبت إن القوات", "يوم السبت", "2024-08-10"),
            ("وصرح الإثنين للصحفيين", "الإثنين", "2024-08-12"),
            ("سيلتقي الوزيران الخميس في جنيف", "الخميس", "2024-08-15"),
            ("من المقرر أن يصل الأربعاء إلى الدوحة", "الأربعاء", "2024-08-14"),
            ("زار الخميس الماضي بغداد", "الخميس الماضي", "2024-08-08"),
            ("تنطلق يوم الأحد المقبل القمة", "يوم الأحد المقبل", "2024-08-18"),
        ],
        counter: &["لم يعلق أحد على القرار", "وصل إلى مدينة خميس مشيط"],
    },
    Rule {
        name: "day word",
        pattern: "{dayword}",
        shape: Shape::DayWord,
        resolve: resolve::day_word,
        guard: guard::day_word,
        examples: &[
            ("وصل أمس إلى القاهرة", "أمس", "2024-08-11"),
            ("وصل أول من أمس إلى القاهرة", "أول من أمس", "2024-08-10"),
            ("يصل غداً إلى تونس", "غداً", "2024-08-13"),
            ("انتهت المهلة بالأمس رسميا", "الأمس", "2024-08-11"),
        ],
        counter: &[],
    },
    Rule {
        name: "vague plural",
        pattern: "{themany} [ {few} ] {rel}",
        shape: Shape::Other,
        resolve: resolve::vague_plural,
        guard: guard::none,
        examples: &[
            ("خلال الأشهر القليلة الماضية ارتفع", "الأشهر القليلة الماضية", "PAST_REF"),
            ("خلال السنوات المقبلة", "السنوات المقبلة", "FUTURE_REF"),
        ],
        counter: &[],
    },
    Rule {
        name: "vague word",
        pattern: "{vague}",
        shape: Shape::Other,
        resolve: resolve::vague,
        guard: guard::none,
        examples: &[("حتى الآن؛ إذا كان", "الآن", "PRESENT_REF"), ("أعلن مؤخراً عن تشكيل", "مؤخراً", "PAST_REF")],
        counter: &[],
    },
    Rule {
        name: "weekend",
        pattern: "[ عطلة ] نهاية الأسبوع [ {rel} ]",
        shape: Shape::Other,
        resolve: resolve::weekend,
        guard: guard::none,
        examples: &[("خلال عطلة نهاية الأسبوع تظاهر", "عطلة نهاية الأسبوع", "2024-W32-WE")],
        counter: &[],
    },
];
