//! Lists that share a month or a year. Of each list a rule takes the first member alone, with the value that the rest gives it; the
//! rest is then read by itself.

use super::Rule;
use crate::recognize::date::guard;
use crate::recognize::date::resolve;
use crate::recognize::date::shape::Shape;

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "day before others of its month",
        pattern: "{day} & {day} [ & {day} ] [ & {day} ] & > {day} [ من ] [ شهر ] <mon> [ <of-year> | {rel} ] | {day} & > {day} [ من ] [ شهر ] <mon> [ <of-year> | {rel} ]",
        shape: Shape::Listed,
        resolve: resolve::listed_day,
        guard: guard::none,
        examples: &[
            ("في 5 و20 مارس 2023 اجتمعوا", "5 | 20 مارس 2023", "2023-03-05 | 2023-03-20"),
            ("أيام 1 و5 و9 مايو 2023", "1 | 5 | 9 مايو 2023", "2023-05-01 | 2023-05-05 | 2023-05-09"),
        ],
        counter: &["سجل 5 و20 هدفا"],
    },
    Rule {
        name: "month before another of its year",
        pattern: "{month} & > {month} [ من ] [ عام ] {year}",
        shape: Shape::Listed,
        resolve: resolve::listed_month,
        guard: guard::none,
        examples: &[("في يناير ومارس 2019 تراجع", "يناير | مارس 2019", "2019-01 | 2019-03")],
        counter: &[],
    },
];
