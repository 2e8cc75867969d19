//! Lengths of time, points so long ago, and times that come again.

use super::Rule;
use crate::recognize::date::guard;
use crate::recognize::date::resolve;
use crate::recognize::date::shape::Shape;

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "so long ago",
        pattern: "قبل ( {n} ( {many} | {one} ) | {two} | {one} [ واحد | واحدة ] )",
        shape: Shape::Other,
        resolve: resolve::ago,
        guard: guard::ago,
        examples: &[
            ("غادر قبل يومين إلى باريس", "قبل يومين", "2024-08-10"),
            ("اعتقل قبل ثلاثة أسابيع في المطار", "قبل ثلاثة أسابيع", "2024-W30"),
            ("توفي قبل 20 عاما في المنفى", "قبل 20 عاما", "2004"),
        ],
        counter: &[],
    },
    Rule {
        name: "length",
        pattern: "{n} ( {many} | {one} ) | {two}",
        shape: Shape::Length,
        resolve: resolve::length,
        guard: guard::none,
        examples: &[
            ("تأتي بعد ثلاثة أسابيع من إعلان", "ثلاثة أسابيع", "P3W"),
            ("بعد يومين من الهجوم", "يومين", "P2D"),
            ("سجن لمدة 10 سنوات", "10 سنوات", "P10Y"),
            ("على مدى عقدين من الزمن", "عقدين", "P20Y"),
            ("بعد صراع دام ستة وعشرين شهرا", "ستة وعشرين شهرا", "P26M"),
        ],
        counter: &["معلومات دقيقة للمرة الثانية", "وقع عقود شراكة"],
    },
    Rule {
        name: "length of one",
        pattern: "{one} ( واحد | واحدة ) | {one}",
        shape: Shape::Length,
        resolve: resolve::one_length,
        guard: guard::bare_length,
        examples: &[
            ("قبل يوم واحد من بدء المناسك", "يوم واحد", "P1D"),
            ("بعد سنة من زلزال الحوز", "سنة", "P1Y"),
            ("هدنة دامت أسبوعا", "أسبوعا", "P1W"),
        ],
        counter: &["فاز بها عام", "ذات يوم"],
    },
    Rule {
        name: "length of some",
        pattern: "{many}",
        shape: Shape::Length,
        resolve: resolve::unknown_length,
        guard: guard::bare_length,
        examples: &[("ينتظرون منذ أسابيع على الحدود", "أسابيع", "PXW")],
        counter: &["تجمعوا في ساعات"],
    },
    Rule {
        name: "length and a half",
        pattern: "( {one} | {n} ( {many} | {one} ) | {two} ) ( & نصف [ {theone} ] | & نصف {one} )",
        shape: Shape::Length,
        resolve: resolve::and_a_half,
        guard: guard::none,
        examples: &[
            ("بعد عام ونصف العام من الحرب", "عام ونصف العام", "P18M"),
            ("لقاء استمر ساعة ونصف الساعة", "ساعة ونصف الساعة", "PT90M"),
            ("بعد ثلاث سنوات ونصف في السجن", "ثلاث سنوات ونصف", "P42M"),
        ],
        counter: &[],
    },
    Rule {
        name: "half of a unit",
        pattern: "نصف {one}",
        shape: Shape::Length,
        resolve: resolve::half_length,
        guard: guard::none,
        examples: &[("خطاب استمر نصف ساعة", "نصف ساعة", "PT30M")],
        counter: &[],
    },
    Rule {
        name: "length of an unknown number",
        pattern: "{some} ( {many} | من {themany} )",
        shape: Shape::Length,
        resolve: resolve::unknown_length,
        guard: guard::none,
        examples: &[("غاب عدة أشهر عن الساحة", "عدة أشهر", "PXM"), ("بدوريات لبضع ساعات", "بضع ساعات", "PTXH")],
        counter: &[],
    },
    Rule {
        name: "length, the last or the next",
        pattern: "{thetwo} {rel} | {themany} {thenumber} {rel} | ال + {n} ( {one} | {many} ) {rel}",
        shape: Shape::Length,
        resolve: resolve::length,
        guard: guard::none,
        examples: &[
            ("خلال العاميْن الماضييْن تراجعت", "العاميْن الماضييْن", "P2Y"),
            ("خلال الأيام العشرة الماضية نزح", "الأيام العشرة الماضية", "P10D"),
            ("خلال الـ24 ساعة الماضية قتل", "الـ24 ساعة الماضية", "PT24H"),
        ],
        counter: &[],
    },
    Rule {
        name: "every",
        pattern: "{every} | كل ( {one} | {n} {many} | [ يوم ] {weekday} | يوم {bareday} )",
        shape: Shape::Other,
        resolve: resolve::every,
        guard: guard::none,
        examples: &[("يقتل العشرات يوميا بسبب", "يوميا", "P1D"), ("تعقد كل يوم جمعة", "كل يوم جمعة", "XXXX-WXX-5")],
        counter: &[],
    },
];
