//! What is counted from the last date of the text: اليوم التالي, العام نفسه.

use super::Rule;
use crate::recognize::date::guard;
use crate::recognize::date::resolve;
use crate::recognize::date::shape::Shape;

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "unit, counted from the text",
        pattern: "{theone} {next} | {that} {theone} | ( نفس | ذات ) {theone}",
        shape: Shape::Anchored,
        resolve: resolve::anchored_unit,
        guard: guard::none,
        examples: &[
            ("في اليوم التالي عادوا", "اليوم التالي", ""),
            ("وصل في 3 مايو 2023 وغادر في اليوم التالي", "3 مايو 2023 | اليوم التالي", "2023-05-03 | 2023-05-04"),
            ("ولد عام 1990 وفي العام نفسه هاجر", "عام 1990 | العام نفسه", "1990 | 1990"),
            ("سقطت في يونيو 2014 وفي الشهر التالي عادت", "يونيو 2014 | الشهر التالي", "2014-06 | 2014-07"),
            ("في 6 أكتوبر 1973 عبروا وفي ذلك اليوم", "6 أكتوبر 1973 | ذلك اليوم", "1973-10-06 | 1973-10-06"),
            ("ولد في 1990 وهاجر في نفس العام", "1990 | نفس العام", "1990 | 1990"),
            ("قتل في يوليو 2020 وفي اليوم التالي دفن", "يوليو 2020 | اليوم التالي", "2020-07 | "),
        ],
        counter: &["عن ذلك العالم"],
    },
    Rule {
        name: "part of a day of the text",
        pattern: "{daypart} ( {that} اليوم | ( نفس | ذات ) اليوم | اليوم {next} )",
        shape: Shape::Anchored,
        resolve: resolve::anchored_part,
        guard: guard::none,
        examples: &[(
            "وصل في 3 مايو 2023 وغادر مساء اليوم التالي",
            "3 مايو 2023 | مساء اليوم التالي",
            "2023-05-03 | 2023-05-04TEV",
        )],
        counter: &[],
    },
    Rule {
        name: "month or day of a year that the text has named",
        pattern: "[ ( {day} | ال + {day} | {ordinal} ) [ من ] ] [ شهر ] <mon> من ( ( العام | السنة ) {next} | {that} ( العام | السنة ) | نفس ( العام | السنة ) )",
        shape: Shape::Anchored,
        resolve: resolve::anchored_month,
        guard: guard::none,
        examples: &[
            ("ولد عام 1990 وفي أغسطس من العام نفسه", "عام 1990 | أغسطس من العام نفسه", "1990 | 1990-08"),
            ("منذ 1990 وفي 7 أغسطس من ذلك العام", "1990 | 7 أغسطس من ذلك العام", "1990 | 1990-08-07"),
            ("في 1990 وفي مايو من العام التالي", "1990 | مايو من العام التالي", "1990 | 1991-05"),
        ],
        counter: &[],
    },
    Rule {
        name: "so long after or before, counted from the text",
        pattern: "{since} ( ب& {two} | ب& {one} | ب& {n} ( {many} | {one} ) | {two} | {n} ( {many} | {one} ) )",
        shape: Shape::Anchored,
        resolve: resolve::anchored_length,
        guard: guard::none,
        examples: &[
            ("عاد بعد ذلك بيومين إلى بلاده", "بعد ذلك بيومين", ""),
            (
                "رحل في 3 مايو 2023 وعاد بعد ذلك بثلاثة أيام",
                "3 مايو 2023 | بعد ذلك بثلاثة أيام",
                "2023-05-03 | 2023-05-06",
            ),
            ("حكم حتى عام 1990 وقبل ذلك بعامين سجن", "عام 1990 | قبل ذلك بعامين", "1990 | 1988"),
        ],
        counter: &[],
    },
];
