//! Values in the Extended Date/Time Format, ISO 8601-2:2019 Annex A.

use super::value::{Grain, Modifier, Point, Season, Timex, TimexValue};

impl Timex {
    /// The value in the Extended Date/Time Format (levels 0 to 2), for those who store dates rather than annotate them: `199X` for
    /// التسعينيات, `2024-33` for a first quarter, `2024-08~` for نحو أغسطس, `-0499` for 500 BC.
    ///
    /// Parts of a day become the day and weeks a range of days; what part of a stretch is meant, EDTF cannot say. `None` for
    /// lengths, sets and vague times, which it has no form for, and for a clock time of no known day.
    ///
    /// ```
    /// use khabar::{Extractor, Input};
    ///
    /// let khabar = Extractor::builtin();
    /// let document = khabar.extract(Input::new("منذ التسعينيات"));
    /// assert_eq!(document.entities().next().unwrap().timex().unwrap().to_edtf().as_deref(), Some("199X"));
    /// ```
    pub fn to_edtf(&self) -> Option<String> {
        let about = if self.modifier == Some(Modifier::Approx) { "~" } else { "" };
        match self.value? {
            TimexValue::Point(point) => single(point, about),
            TimexValue::Range(first, last) => {
                Some(format!("{}/{}", end(first, false, about)?, end(last, true, about)?))
            }
            _ => None,
        }
    }
}

/// A value that is no range of days.
fn single(point: Point, about: &str) -> Option<String> {
    Some(match point.0 {
        Grain::Century(hundreds) => format!("{hundreds:02}XX{about}"),
        Grain::Decade(tens) => format!("{tens:03}X{about}"),
        Grain::Quarter(year, quarter) => format!("{year:04}-{}{about}", 32 + quarter),
        Grain::Half(year, half) => format!("{year:04}-{}{about}", 39 + half),
        Grain::Season(year, season) => {
            let code = match season {
                Season::Spring => 21,
                Season::Summer => 22,
                Season::Autumn => 23,
                Season::Winter => 24,
            };
            format!("{year:04}-{code}{about}")
        }
        Grain::Week(..) | Grain::Weekend(..) => format!("{}/{}", end(point, false, about)?, end(point, true, about)?),
        Grain::Clock(date, hour, minute, utc) => {
            format!("{}T{hour:02}:{minute:02}:00{}", date?, if utc { "Z" } else { "" })
        }
        Grain::Year(_) | Grain::Month(..) | Grain::Day(_) | Grain::DayPart(..) => end(point, false, about)?,
    })
}

/// One end of a range: a year, a month or a day; coarser stretches by their first or last day.
fn end(point: Point, last: bool, about: &str) -> Option<String> {
    Some(match point.0 {
        // Years are counted with a year 0 there.
        Grain::Year(year) if year < 0 => match year + 1 {
            0 => format!("0000{about}"),
            year => format!("-{:04}{about}", -i32::from(year)),
        },
        Grain::Year(year) => format!("{year:04}{about}"),
        Grain::Month(year, month) => format!("{year:04}-{month:02}{about}"),
        Grain::Day(day) | Grain::DayPart(day, _) => format!("{day}{about}"),
        _ => {
            let day = if last { point.last_day()? } else { point.first_day()? };
            format!("{day}{about}")
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timex::TimexKind;

    #[test]
    fn every_form_is_one_that_a_reader_of_edtf_takes() {
        for (value, about, edtf) in [
            ("2024-08-07", false, Some("2024-08-07")),
            ("2024-08", true, Some("2024-08~")),
            ("2024", false, Some("2024")),
            ("0632", false, Some("0632")),
            ("BC0500", false, Some("-0499")),
            ("BC0001", false, Some("0000")),
            ("199", false, Some("199X")),
            ("20", false, Some("20XX")),
            ("2024-Q1", false, Some("2024-33")),
            ("2024-H2", false, Some("2024-41")),
            ("2023-WI", false, Some("2023-24")),
            ("2024-W32", false, Some("2024-08-05/2024-08-11")),
            ("2024-W32-WE", false, Some("2024-08-10/2024-08-11")),
            ("2024-08-11TEV", false, Some("2024-08-11")),
            ("2024-08-12T10:30", false, Some("2024-08-12T10:30:00")),
            ("2024-08-12T14:00Z", false, Some("2024-08-12T14:00:00Z")),
            ("2011/2013", false, Some("2011/2013")),
            ("2024-01/2024-09", false, Some("2024-01/2024-09")),
            ("0816/0913", true, Some("0816~/0913~")),
            ("18/19", false, Some("1800-01-01/1999-12-31")),
            ("BC0500/BC0401", false, Some("-0499/-0400")),
            ("P3D", false, None),
            ("XXXX-WXX-5", false, None),
            ("PAST_REF", false, None),
            ("T10:30", false, None),
        ] {
            let mut timex = Timex::new(TimexKind::Date, Some(value.parse().unwrap()));
            timex.modifier = about.then_some(Modifier::Approx);
            assert_eq!(timex.to_edtf().as_deref(), edtf, "{value}");
            if let Some(edtf) = edtf {
                assert!(edtf_core::is_valid(edtf), "{edtf}");
            }
        }
    }
}
