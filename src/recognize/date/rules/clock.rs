//! Parts of a day and clock times.

use super::Rule;
use crate::recognize::date::guard;
use crate::recognize::date::resolve;
use crate::recognize::date::shape::Shape;

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "part of a day",
        pattern: "{daypart} ( {dayword} | [ يوم ] {weekday} [ {rel} ] )",
        shape: Shape::DayPart,
        resolve: resolve::day_part,
        guard: guard::none,
        examples: &[
            ("سقطت قذائف فجر الأحد على الحي", "فجر الأحد", "2024-08-11TMO"),
            ("عاد مساء أمس إلى بيروت", "مساء أمس", "2024-08-11TEV"),
            ("أفاقت المدينة صباح اليوم على انفجار", "صباح اليوم", "2024-08-12TMO"),
        ],
        counter: &[],
    },
    Rule {
        name: "part of a day, before its date",
        pattern: "{daypart}",
        shape: Shape::BareDayPart,
        resolve: resolve::bare_day_part,
        guard: guard::none,
        examples: &[("ضرب الزلزال ليلة 8 شتنبر 2023 المنطقة", "ليلة 8 شتنبر 2023", "2023-09-08TNI")],
        counter: &["صباح الخير"],
    },
    Rule {
        name: "clock",
        pattern: "الساعة {hour} ( : | , ) {minute} [ + {clock} ] [ {zone} ] | {hour} ( : | , ) {minute} ( + {clock} [ {zone} ] | {zone} )",
        shape: Shape::Clock,
        resolve: resolve::clock,
        guard: guard::none,
        examples: &[
            ("أقلعت الساعة 14:00 بتوقيت غرينتش", "الساعة 14:00 بتوقيت غرينتش", "2024-08-12T14:00Z"),
            ("انطلق السباق 18,00 ت غ", "18,00 ت غ", "2024-08-12T18:00Z"),
            ("بدأ الهجوم عند الساعة 10:30 صباحا", "الساعة 10:30 صباحا", "2024-08-12T10:30"),
            ("آخر تحديث 11:51 م", "11:51 م", "2024-08-12T23:51"),
        ],
        counter: &["انتهت المباراة 2-1"],
    },
    Rule {
        name: "clock in words",
        pattern: "الساعة {ordinal} [ & {half} | & {quarter} ] [ + {clock} ] [ {zone} ]",
        shape: Shape::Clock,
        resolve: resolve::clock_in_words,
        guard: guard::none,
        examples: &[
            ("وقع الانفجار الساعة الثالثة عصراً", "الساعة الثالثة عصراً", "2024-08-12T15:00"),
            ("في الساعة السادسة والنصف مساء سمع دوي", "الساعة السادسة والنصف مساء", "2024-08-12T18:30"),
            (
                "عند الساعة الثانية بعد الظهر بتوقيت غرينتش",
                "الساعة الثانية بعد الظهر بتوقيت غرينتش",
                "2024-08-12T14:00Z",
            ),
        ],
        counter: &[],
    },
    Rule {
        name: "from clock to clock",
        pattern: "الساعة {hour} : {minute} ( & > | ( إلى | حتى ) > ) {hour} : {minute} [ {zone} ]",
        shape: Shape::Range,
        resolve: resolve::clock_range,
        guard: guard::range,
        examples: &[(
            "بين الساعة 01:00 و04:30 بتوقيت غرينتش",
            "الساعة 01:00 و04:30 بتوقيت غرينتش",
            "2024-08-12T01:00Z/2024-08-12T04:30Z",
        )],
        counter: &[],
    },
    Rule {
        name: "clock of a stamp",
        pattern: "{hour} : {minute}",
        shape: Shape::BareClock,
        resolve: resolve::clock,
        guard: guard::none,
        examples: &[("السبت 14/سبتمبر/2024 - 11:51 م", "السبت 14/سبتمبر/2024 - 11:51 م", "2024-09-14T23:51")],
        counter: &["فاز بنتيجة 10:30"],
    },
];
