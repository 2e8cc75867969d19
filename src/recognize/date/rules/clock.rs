//! Parts of a day and clock times.

use super::Rule;
use crate::recognize::date::guard;
use crate::recognize::date::resolve;
use crate::recognize::date::shape::Shape;

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "part of a day",
        pattern: "[ {when} من ] {daypart} [ يوم ] ( {dayword} | {weekday} [ {rel} ] ) | ( {dayword} | [ يوم ] {weekday} [ {rel} ] ) {dayadverb} | {daypart} {this} {theone}",
        shape: Shape::DayPart,
        resolve: resolve::day_part,
        guard: guard::none,
        examples: &[
            ("سقطت قذائف فجر الأحد على الحي", "فجر الأحد", "2024-08-11TMO"),
            ("عاد مساء أمس إلى بيروت", "مساء أمس", "2024-08-11TEV"),
            ("يصل صباح غد الثلاثاء إلى", "صباح غد الثلاثاء", "2024-08-13TMO"),
            ("عند منتصف ليل السبت أغلق", "منتصف ليل السبت", "2024-08-10TNI"),
            ("أفاقت المدينة صباح اليوم على انفجار", "صباح اليوم", "2024-08-12TMO"),
            ("في وقت متأخر من مساء السبت قصفت", "وقت متأخر من مساء السبت", "2024-08-10TEV"),
            ("يصل الخميس المقبل ظهرا إلى عمان", "الخميس المقبل ظهرا", "2024-08-15TMD"),
            ("اعتقل أمس ليلا في منزله", "أمس ليلا", "2024-08-11TNI"),
        ],
        counter: &[],
    },
    Rule {
        name: "night from day to day",
        pattern: "{daypart} {weekday} [ - | / | على ] > {weekday}",
        shape: Shape::DayPart,
        resolve: resolve::night_between,
        guard: guard::none,
        examples: &[
            ("قصفت ليل السبت الأحد مواقع", "ليل السبت الأحد", "2024-08-10TNI"),
            ("توفي ليلة الجمعة-السبت بعد مرض", "ليلة الجمعة-السبت", "2024-08-09TNI"),
        ],
        counter: &[],
    },
    Rule {
        name: "this night and the last",
        pattern: "الليلة [ {rel} ] | {this} الليلة",
        shape: Shape::DayPart,
        resolve: resolve::night,
        guard: guard::night,
        examples: &[
            ("قصف الطيران الليلة الماضية الميناء", "الليلة الماضية", "2024-08-11TNI"),
            ("يلعب الليلة في الدوحة", "الليلة", "2024-08-12TNI"),
        ],
        counter: &["كانت تلك الليلة باردة", "قدم الليلة الكبيرة", "في الليلة ذاتها"],
    },
    Rule {
        name: "part of a day, before its date",
        pattern: "{daypart}",
        shape: Shape::BareDayPart,
        resolve: resolve::bare_day_part,
        guard: guard::part_before,
        examples: &[
            ("ضرب الزلزال ليلة 8 شتنبر 2023 المنطقة", "ليلة 8 شتنبر 2023", "2023-09-08TNI"),
            ("بدأ فجر يوم 6 أكتوبر 1973 الهجوم", "فجر يوم 6 أكتوبر 1973", "1973-10-06TMO"),
        ],
        counter: &["صباح الخير"],
    },
    Rule {
        name: "clock",
        pattern: "الساعة {hour} ( : | , | . ) {minute} [ + {clock} ] [ {zone} ] | الساعة {hour} [ + {clock} ] [ {zone} ] | الساعة {number} {zone} | {hour} ( : | , ) {minute} ( + {clock} [ {zone} ] | {zone} )",
        shape: Shape::Clock,
        resolve: resolve::clock,
        guard: guard::none,
        examples: &[
            ("أقلعت الساعة 14:00 بتوقيت غرينتش", "الساعة 14:00 بتوقيت غرينتش", "2024-08-12T14:00Z"),
            ("انطلق السباق 18,00 ت غ", "18,00 ت غ", "2024-08-12T18:00Z"),
            ("بدأ الهجوم عند الساعة 10:30 صباحا", "الساعة 10:30 صباحا", "2024-08-12T10:30"),
            ("آخر تحديث 11:51 م", "11:51 م", "2024-08-12T23:51"),
            ("يبدأ الساعة 8 مساء بتوقيت القاهرة", "الساعة 8 مساء بتوقيت القاهرة", "2024-08-12T20:00"),
            ("حدث ذلك الساعة 12 ليلا", "الساعة 12 ليلا", "2024-08-12T00:00"),
        ],
        counter: &["انتهت المباراة 2-1"],
    },
    Rule {
        name: "clock in words",
        pattern: "الساعة ( {ordinal} | {onehour} ) [ & {half} | & {quarter} | & {third} | {short} ] [ + {clock} ] [ {zone} ] | ( {ordinal} | {onehour} ) [ & {half} | & {quarter} | & {third} | {short} ] {clock} [ {zone} ]",
        shape: Shape::Clock,
        resolve: resolve::clock_in_words,
        guard: guard::hour_in_words,
        examples: &[
            ("وصل في الثامنة والنصف صباحا إلى", "الثامنة والنصف صباحا", "2024-08-12T08:30"),
            ("عند الساعة السابعة إلا ربعا مساء", "الساعة السابعة إلا ربعا مساء", "2024-08-12T18:45"),
            ("غادر الساعة الواحدة والثلث ظهرا", "الساعة الواحدة والثلث ظهرا", "2024-08-12T13:20"),
            ("وقع الانفجار الساعة الثالثة عصراً", "الساعة الثالثة عصراً", "2024-08-12T15:00"),
            ("في الساعة السادسة والنصف مساء سمع دوي", "الساعة السادسة والنصف مساء", "2024-08-12T18:30"),
            (
                "عند الساعة الثانية بعد الظهر بتوقيت غرينتش",
                "الساعة الثانية بعد الظهر بتوقيت غرينتش",
                "2024-08-12T14:00Z",
            ),
        ],
        counter: &["حل الأول مساء في السباق", "رتب الثامن صباحا"],
    },
    Rule {
        name: "clock on a part of a day",
        pattern: "( الساعة {hour} [ : {minute} ] | [ الساعة ] {ordinal} [ & {half} | & {quarter} | & {third} | {short} ] ) من {daypart} [ يوم ] ( {dayword} | {weekday} [ {rel} ] )",
        shape: Shape::Other,
        resolve: resolve::clock_on_day,
        guard: guard::hour_in_words,
        examples: &[
            ("عند الساعة الثامنة من مساء الأحد", "الساعة الثامنة من مساء الأحد", "2024-08-11T20:00"),
            ("في الثالثة من فجر أمس استيقظ", "الثالثة من فجر أمس", "2024-08-11T03:00"),
        ],
        counter: &[],
    },
    Rule {
        name: "from clock to clock",
        pattern: "الساعة {hour} : {minute} ( & > | ( إلى | حتى ) > ) {hour} : {minute} [ {zone} ]",
        shape: Shape::Range,
        resolve: resolve::clock_range,
        guard: guard::range,
        examples: &[
            (
                "بين الساعة 01:00 و04:30 بتوقيت غرينتش",
                "الساعة 01:00 و04:30 بتوقيت غرينتش",
                "2024-08-12T01:00Z/2024-08-12T04:30Z",
            ),
            (
                "من الثامنة صباحا حتى الخامسة مساء",
                "الثامنة صباحا حتى الخامسة مساء",
                "2024-08-12T08:00/2024-08-12T17:00",
            ),
        ],
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
