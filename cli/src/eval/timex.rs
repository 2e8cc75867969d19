//! When two TIMEX3 values mean the same: P7D and P1W, 2016-Q3 and 2016-07/2016-09, 197 and 1970/1979.

use std::sync::LazyLock;

use regex::Regex;

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).expect("the pattern is tested")
}

static PARTS: LazyLock<Regex> = LazyLock::new(|| regex(r"([\d.]+)(DE|CE|[A-Z])"));
static CLOCK_PARTS: LazyLock<Regex> = LazyLock::new(|| regex(r"([\d.]+)([HMS])"));
static CLOCK: LazyLock<Regex> =
    LazyLock::new(|| regex(r"^(.*T\d\d)(?::(\d\d))?(?::(\d\d))?(?:\.0+)?(Z|[+-]\d\d:?\d\d)?$"));
static DECADE: LazyLock<Regex> = LazyLock::new(|| regex(r"^(\d{3})X?$"));
static CENTURY: LazyLock<Regex> = LazyLock::new(|| regex(r"^(\d\d)(?:XX)?$"));
static FIRST_MONTH: LazyLock<Regex> = LazyLock::new(|| regex(r"^(\d{4})-(\d\d)(-01)?$"));
static LAST_MONTH: LazyLock<Regex> = LazyLock::new(|| regex(r"^(\d{4})-(\d\d)(-3[01])?$"));
static FIRST_DAY: LazyLock<Regex> = LazyLock::new(|| regex(r"^\d{4}-\d\d-01$"));

/// One form for all values of a meaning.
pub fn canonical(value: &str) -> String {
    let value = value.trim();
    let duration = value.starts_with('P') && value[1..].starts_with(|c: char| c == 'T' || c.is_ascii_digit());
    if duration && !value.contains('X') {
        return length(value);
    }
    if let Some((from, to)) = value.split_once('/') {
        if value.contains('T') {
            return format!("{}/{}", canonical(from), canonical(to));
        }
        let whole = decade_or_century(from, to).or_else(|| part_of_year(from, to)).or_else(|| year_or_month(from, to));
        return whole.unwrap_or_else(|| format!("{from}/{to}"));
    }
    if let Some(found) = DECADE.captures(value) {
        return format!("decade {}", &found[1]);
    }
    if let Some(found) = CENTURY.captures(value) {
        return format!("century {}", &found[1]);
    }
    if let Some(found) = CLOCK.captures(value) {
        let part = |at| found.get(at).map_or("", |part: regex::Match<'_>| part.as_str());
        let minutes = if part(2).is_empty() { "00" } else { part(2) };
        let seconds = if matches!(part(3), "" | "00") { String::new() } else { format!(":{}", part(3)) };
        return format!("{}:{minutes}{seconds}{}", part(1), part(4));
    }
    value.to_owned()
}

/// Months and seconds of a length of time.
fn length(value: &str) -> String {
    let (date, time) = value[1..].split_once('T').unwrap_or((&value[1..], ""));
    let (mut months, mut seconds) = (0.0, 0.0);
    for part in PARTS.captures_iter(date) {
        let count: f64 = part[1].parse().unwrap_or(0.0);
        match &part[2] {
            "Y" => months += 12.0 * count,
            "M" => months += count,
            "Q" => months += 3.0 * count,
            "DE" => months += 120.0 * count,
            "CE" => months += 1200.0 * count,
            "W" => seconds += 604_800.0 * count,
            "D" => seconds += 86_400.0 * count,
            _ => {}
        }
    }
    for part in CLOCK_PARTS.captures_iter(time) {
        let count: f64 = part[1].parse().unwrap_or(0.0);
        seconds += count
            * if &part[2] == "H" {
                3600.0
            } else if &part[2] == "M" {
                60.0
            } else {
                1.0
            };
    }
    format!("length {months:.3} {seconds:.3}")
}

/// 1970/1979 and 2000-01-01/2099-12-31.
fn decade_or_century(from: &str, to: &str) -> Option<String> {
    let digits = |text: &str, count: usize| text.get(..count).is_some_and(|t| t.bytes().all(|b| b.is_ascii_digit()));
    let (from_rest, to_rest) = (from.get(4..)?, to.get(4..)?);
    let begins = matches!(from_rest, "" | "-01-01");
    if digits(from, 4)
        && digits(to, 4)
        && from[..3] == to[..3]
        && &from[3..4] == "0"
        && &to[3..4] == "9"
        && begins
        && matches!(to_rest, "" | "-12-31")
    {
        return Some(format!("decade {}", &from[..3]));
    }
    if from[..2] == to[..2] && &from[2..4] == "00" && &to[2..4] == "99" && begins {
        return Some(format!("century {}", &from[..2]));
    }
    None
}

/// Quarters and halves.
fn part_of_year(from: &str, to: &str) -> Option<String> {
    let (from, to) = (FIRST_MONTH.captures(from)?, LAST_MONTH.captures(to)?);
    let name = match (&from[2], &to[2]) {
        ("01", "03") => "Q1",
        ("04", "06") => "Q2",
        ("07", "09") => "Q3",
        ("10", "12") => "Q4",
        ("01", "06") => "H1",
        ("07", "12") => "H2",
        _ => return None,
    };
    (from[1] == to[1] && from.get(3).is_some() == to.get(3).is_some()).then(|| format!("{}-{name}", &from[1]))
}

/// A year or a month from its first day to its last.
fn year_or_month(from: &str, to: &str) -> Option<String> {
    let year = from.get(..4)?;
    if from.get(4..) == Some("-01-01") && year.bytes().all(|b| b.is_ascii_digit()) && to == format!("{year}-12-31") {
        return Some(year.to_owned());
    }
    if !FIRST_DAY.is_match(from) || to.get(..7) != from.get(..7) {
        return None;
    }
    let first: jiff::civil::Date = from.parse().ok()?;
    (to.get(8..)?.parse() == Ok(first.days_in_month())).then(|| from[..7].to_owned())
}

#[cfg(test)]
mod tests {
    use super::canonical;

    /// The cases of the self-test of `score_dates.py`.
    #[test]
    fn one_meaning() {
        for (a, b) in [
            ("P0.5Y", "P6M"),
            ("PT90M", "PT1.5H"),
            ("PT1H30M", "PT1.5H"),
            ("P7D", "P1W"),
            ("P2DE", "P20Y"),
            ("197", "197X"),
            ("197", "1970/1979"),
            ("1970-01-01/1979-12-31", "197"),
            ("2016-Q3", "2016-07/2016-09"),
            ("2016-07-01/2016-09-30", "2016-Q3"),
            ("2024-01/2024-06", "2024-H1"),
            ("2016", "2016-01-01/2016-12-31"),
            ("2024-02", "2024-02-01/2024-02-29"),
            ("T07", "T07:00"),
            ("2016-11-07T07:00:00", "2016-11-07T07"),
            ("20", "20XX"),
            ("2000/2099", "20"),
            ("PT24H", "P1D"),
        ] {
            assert_eq!(canonical(a), canonical(b), "{a} {b}");
        }
        for (a, b) in [
            ("2016", "2017"),
            ("P1M", "PT1M"),
            ("P1M", "P30D"),
            ("2023-02", "2023-02-01/2023-02-27"),
            ("197", "1970"),
            ("PXD", "P3D"),
            ("T07:30", "T07"),
            ("2014/2018", "2014/2019"),
        ] {
            assert_ne!(canonical(a), canonical(b), "{a} {b}");
        }
        for odd in ["", "P", "/", "مالي/ب", "2024-02-30/2024-02-31", "T07:00Z"] {
            canonical(odd);
        }
    }
}
