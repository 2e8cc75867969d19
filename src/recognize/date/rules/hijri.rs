//! Dates of the Hijri calendar.

use super::Rule;
use crate::recognize::date::guard;
use crate::recognize::date::resolve;
use crate::recognize::date::shape::Shape;

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "Hijri day and month",
        pattern: "( {day} | ال + {day} | {ordinal} ) [ من ] [ شهر ] {hijri} [ ; <hy> | [ من ] ( عام | سنة | العام ) <hy> | {rel} ]",
        shape: Shape::HijriDay,
        resolve: resolve::hijri_day,
        guard: guard::hijri,
        examples: &[
            ("صدر الأمر الملكي في 7 رجب 1445 هـ", "7 رجب 1445 هـ", "2024-01-19"),
            ("يوم 9 ذي الحجة 1445 وقف الحجاج", "يوم 9 ذي الحجة 1445", "2024-06-15"),
            ("في الأول من محرم 1446 بدأ العام", "الأول من محرم 1446", "2024-07-07"),
            ("سقطت في 4 صفر سنة 656 هـ بغداد", "4 صفر سنة 656 هـ", "1258-02-17"),
            ("في 20 ربيع الآخر ١٤٤٦هـ يبدأ", "20 ربيع الآخر ١٤٤٦هـ", "2024-10-23"),
            (
                "12 ربيع الأول 1446هـ الموافق 15 سبتمبر 2024م",
                "12 ربيع الأول 1446هـ الموافق 15 سبتمبر 2024م",
                "2024-09-15",
            ),
            ("الرياض، 8 صفر 1446 هـ - 12 أغسطس 2024 م واس", "8 صفر 1446 هـ - 12 أغسطس 2024 م", "2024-08-12"),
        ],
        counter: &["انتهت المباراة صفر - 2", "فاز 2 صفر"],
    },
    Rule {
        name: "Hijri date in digits",
        pattern: "{day} ( / {month#} / | - {month#} - | . {month#} . ) {hijri-year} + ( هـ | هجرية | هجري ) | {hijri-year} ( / {month#} / | - {month#} - ) {day} + ( هـ | هجرية | هجري )",
        shape: Shape::HijriDay,
        resolve: resolve::hijri_day,
        guard: guard::none,
        examples: &[
            ("صدر في 7/7/1445هـ بالرياض", "7/7/1445هـ", "2024-01-19"),
            ("بتاريخ 1445/7/7هـ صدر النظام", "1445/7/7هـ", "2024-01-19"),
        ],
        counter: &[],
    },
    Rule {
        name: "days of one Hijri month",
        pattern: "{day} ( & > | ( إلى | حتى ) > | - > ) {day} [ من ] [ شهر ] {hijri} [ ; <hy> ]",
        shape: Shape::Range,
        resolve: resolve::hijri_day_range,
        guard: guard::range,
        examples: &[("من 11 إلى 13 ذي الحجة 1445هـ", "11 إلى 13 ذي الحجة 1445هـ", "2024-06-17/2024-06-19")],
        counter: &[],
    },
    Rule {
        name: "Hijri month",
        pattern: "[ {part} ] ( [ شهر ] {hijri} [ المبارك | الفضيل | الكريم ] ( ; <hy> | {rel} | {year} ) | شهر {hijri} [ المبارك | الفضيل | الكريم ] | {hijri} [ المبارك ] )",
        shape: Shape::Range,
        resolve: resolve::hijri_month,
        guard: guard::hijri_month,
        examples: &[
            ("تراجعت الأسعار خلال رمضان بشكل", "رمضان", "2024-03-11/2024-04-09"),
            ("مع حلول شهر رمضان المبارك تضاء", "شهر رمضان المبارك", "2024-03-11/2024-04-09"),
            ("في شهر شعبان 1445 هـ بدأ التسجيل", "شهر شعبان 1445 هـ", "2024-02-11/2024-03-10"),
            ("يبدأ التطبيق في رمضان المقبل", "رمضان المقبل", "2025-03-01/2025-03-29"),
            ("خلال شهر رمضان 2024 توقفت", "شهر رمضان 2024", "2024-03-11/2024-04-09"),
        ],
        counter: &["التقى رجب طيب أردوغان رمضان قديروف وشعبان عبد الرحيم", "عاد إلى الجيش في محرم"],
    },
    Rule {
        name: "Hijri year",
        pattern: "( العام الهجري | السنة الهجرية ) {hijri-year} | ( عام | سنة | العام ) ( ( {hijri-year} | {number} ) + ( هـ | هجرية | هجري ) | \"( ( {hijri-year} | {number} ) \") ( هـ | هجرية | هجري ) )",
        shape: Shape::Range,
        resolve: resolve::hijri_year,
        guard: guard::none,
        examples: &[
            ("توفي سنة 684 هجرية في", "سنة 684 هجرية", "1285-03-16/1286-03-05"),
            ("منذ عام 1439 هـ تطبق الخطة", "عام 1439 هـ", "2017-09-21/2018-09-10"),
            ("منذ عام (1439) هجري تطبق الخطة", "عام (1439) هجري", "2017-09-21/2018-09-10"),
        ],
        counter: &[],
    },
    Rule {
        name: "Hijri year, from the day of the text",
        pattern: "[ {part} ] ( العام الهجري | السنة الهجرية ) ( {newone} | {rel} )",
        shape: Shape::Range,
        resolve: resolve::relative_hijri_year,
        guard: guard::none,
        examples: &[("هنأ بحلول العام الهجري الجديد", "العام الهجري الجديد", "2024-07-07/2025-06-25")],
        counter: &[],
    },
];
