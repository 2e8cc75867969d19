//! Stretches of the calendar beside months and years: quarters, halves, seasons, decades, centuries.

use super::Rule;
use crate::recognize::date::guard;
use crate::recognize::date::resolve;
use crate::recognize::date::shape::Shape;

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "quarter and half of a year",
        pattern: "[ {part} ] ( {quarter} | {half} ) ( {ordinal} | {lastone} ) ( من [ عام | العام | سنة ] <y> | <y> | من {theone} {rel} | لعام <y> | من {this} {theone} | من {theone} )",
        shape: Shape::Other,
        resolve: resolve::quarter,
        guard: guard::none,
        examples: &[
            ("نما في الربع الأول من 2024 بنسبة", "الربع الأول من 2024", "2024-Q1"),
            ("خلال الربع الثالث من العام الجاري", "الربع الثالث من العام الجاري", "2024-Q3"),
            ("أرباح الربع الأول من العام ارتفعت", "الربع الأول من العام", "2024-Q1"),
            ("في النصف الأول من عام 2024 سجلت", "النصف الأول من عام 2024", "2024-H1"),
        ],
        counter: &["في الربع الخالي", "فاز بالمركز الثاني في الشوط الأول"],
    },
    Rule {
        name: "first months of a year",
        pattern: "الأشهر ( {thenumber} | ال + {n} ) الأولى من ( [ عام | العام | سنة ] <y> | السنة {rel} | العام {rel} | {this} العام | {this} السنة | العام | السنة )",
        shape: Shape::Range,
        resolve: resolve::first_months,
        guard: guard::none,
        examples: &[
            ("خلال الأشهر التسعة الأولى من عام 2023", "الأشهر التسعة الأولى من عام 2023", "2023-01/2023-09"),
            ("في الأشهر الستة الأولى من العام الجاري", "الأشهر الستة الأولى من العام الجاري", "2024-01/2024-06"),
        ],
        counter: &[],
    },
    Rule {
        name: "half of a decade or a century",
        pattern: "{half} {ordinal} من ( {decade} [ [ من ] القرن ( {rel} | > {ordinal} ) ] | القرن ( {rel} | > {ordinal} | ال + > {number} ) )",
        shape: Shape::Other,
        resolve: resolve::half_of_century,
        guard: guard::none,
        examples: &[
            ("في النصف الثاني من القرن العشرين", "النصف الثاني من القرن العشرين", "19"),
            ("خلال النصف الأول من التسعينيات", "النصف الأول من التسعينيات", "199"),
        ],
        counter: &["في النصف الأول من المباراة"],
    },
    Rule {
        name: "season",
        pattern: "[ {part} ] ( {season} ( {year} | ( عام | العام | سنة ) {year} | العام {rel} | {this} العام | {year} ( / | - ) > ( {year} | {yy} ) ) | {theseason} {rel} | {this} {theseason} )",
        shape: Shape::Other,
        resolve: resolve::season,
        guard: guard::none,
        examples: &[
            ("احترقت الغابات في صيف 2023", "صيف 2023", "2023-SU"),
            ("ارتفعت الحرارة هذا الصيف", "هذا الصيف", "2024-SU"),
            ("خلال شتاء 2022-2023 نزح", "شتاء 2022-2023", "2022-WI"),
        ],
        counter: &["عن الربيع العربي"],
    },
    Rule {
        name: "decade",
        pattern: "[ {part} ] {decade} [ [ من ] القرن ( {rel} | {ordinal} ) ]",
        shape: Shape::Other,
        resolve: resolve::decade,
        guard: guard::decade,
        examples: &[
            ("في التسعينيات من القرن الماضي", "التسعينيات من القرن الماضي", "199"),
            ("في تسعينات القرن الماضي انهار", "تسعينات القرن الماضي", "199"),
            ("خلال ستينيات القرن التاسع عشر", "ستينيات القرن التاسع عشر", "186"),
        ],
        counter: &["رجل في الأربعينيات من عمره"],
    },
    Rule {
        name: "century",
        pattern: "[ {part} ] القرن ( ( {ordinal} | ال + {number} | {number} ) [ الميلادي | للميلاد | م ] | {rel} )",
        shape: Shape::Other,
        resolve: resolve::century,
        guard: guard::none,
        examples: &[
            ("في القرن الحادي والعشرين تغير", "القرن الحادي والعشرين", "20"),
            ("بناها في القرن الـ19 الفرنسيون", "القرن الـ19", "18"),
            ("ازدهرت في القرن 10 الميلادي", "القرن 10 الميلادي", "09"),
        ],
        counter: &["في القرن الأفريقي والربع الخالي"],
    },
    Rule {
        name: "century before our era or of the Hijra",
        pattern: "[ {part} ] القرن ( {ordinal} | ال + {number} | {number} ) ( {era} | هـ )",
        shape: Shape::Other,
        resolve: resolve::century_of_era,
        guard: guard::none,
        examples: &[
            ("من القرن الخامس قبل الميلاد", "القرن الخامس قبل الميلاد", "BC0500/BC0401"),
            ("عاش في القرن الثالث الهجري", "القرن الثالث الهجري", "0816/0913"),
        ],
        counter: &[],
    },
    Rule {
        name: "two centuries",
        pattern: "القرنين ( {ordinal} & > {ordinal} | ال + {number} & ال + > {number} | {number} & > {number} )",
        shape: Shape::Range,
        resolve: resolve::century_range,
        guard: guard::none,
        examples: &[("بين القرنين التاسع عشر والعشرين", "القرنين التاسع عشر والعشرين", "18/19")],
        counter: &[],
    },
];
