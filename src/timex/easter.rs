//! Easter Sunday, by the computus of Meeus (Astronomical Algorithms, chapter 8).

use jiff::ToSpan;
use jiff::civil::Date;

/// Easter of the churches of the West, in the Gregorian calendar from 1583 on.
pub(crate) fn western(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let day = h + l - 7 * m + 114;
    Date::new(year, (day / 31) as i8, (day % 31 + 1) as i8).ok().filter(|_| year >= 1583)
}

/// Easter of the churches of the East: the Julian one, as a day of the Gregorian calendar, from 1583 on.
pub(crate) fn eastern(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let d = (19 * (y % 19) + 15) % 30;
    let e = (2 * (y % 4) + 4 * (y % 7) - d + 34) % 7;
    let day = d + e + 114;
    let behind = y / 100 - y / 400 - 2; // days that the Julian calendar lags
    let julian = Date::new(year, (day / 31) as i8, (day % 31 + 1) as i8).ok().filter(|_| year >= 1583)?;
    julian.checked_add(behind.days()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_sundays() {
        for (year, west, east) in [
            (1961, "1961-04-02", "1961-04-09"),
            (2000, "2000-04-23", "2000-04-30"),
            (2017, "2017-04-16", "2017-04-16"),
            (2023, "2023-04-09", "2023-04-16"),
            (2024, "2024-03-31", "2024-05-05"),
            (2025, "2025-04-20", "2025-04-20"),
        ] {
            assert_eq!(western(year).unwrap().to_string(), west);
            assert_eq!(eastern(year).unwrap().to_string(), east);
        }
        assert_eq!(western(1200), None);
    }
}
