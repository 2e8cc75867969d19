//! Time zones that news names.

use std::fmt;
use std::str::FromStr;

use crate::error::{Error, ErrorKind};

/// The zone of a clock time, by its name in the IANA database: بتوقيت القاهرة is `Africa/Cairo`.
///
/// A clock time keeps the hour that the text gives. A time of غرينتش has no zone besides: its value ends in `Z`.
///
/// ```
/// use khabar::Zone;
///
/// let zone: Zone = "Africa/Cairo".parse()?;
/// assert_eq!(zone.name(), "Africa/Cairo");
/// assert!("Cairo".parse::<Zone>().is_err());
/// # Ok::<(), khabar::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(try_from = "String", into = "String"))]
pub struct Zone(u8);

/// The zones by their numbers in `gazetteers/lexicon/time.tsv`, which begin at [`Zone::FIRST`].
const NAMES: [&str; 22] = [
    "Asia/Riyadh",
    "Africa/Cairo",
    "Asia/Beirut",
    "Asia/Jerusalem",
    "Asia/Damascus",
    "Asia/Baghdad",
    "Asia/Amman",
    "Asia/Dubai",
    "Asia/Qatar",
    "Asia/Kuwait",
    "Asia/Muscat",
    "Asia/Aden",
    "Africa/Khartoum",
    "Africa/Tripoli",
    "Africa/Tunis",
    "Africa/Algiers",
    "Africa/Casablanca",
    "Asia/Tehran",
    "Europe/Istanbul",
    "Europe/Moscow",
    "Europe/Kyiv",
    "America/New_York",
];

impl Zone {
    /// Smaller numbers in the lexicon are no zone of a city.
    const FIRST: i16 = 2;

    /// The zone of a number in the lexicon; `None` for local time and for UTC.
    pub(crate) fn numbered(number: i16) -> Option<Zone> {
        let index = u8::try_from(number - Zone::FIRST).ok()?;
        (usize::from(index) < NAMES.len()).then_some(Zone(index))
    }

    /// The name in the IANA database.
    pub fn name(self) -> &'static str {
        NAMES[usize::from(self.0)]
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Zone {
    type Err = Error;

    /// Parses a name of the IANA database.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Timex`] if it is none of those that news in Arabic names.
    fn from_str(text: &str) -> Result<Zone, Error> {
        match NAMES.iter().position(|&name| name == text) {
            Some(index) => Ok(Zone(index as u8)),
            None => Err(Error::new(ErrorKind::Timex, format!("`{text}` is no zone that is known"))),
        }
    }
}

impl From<Zone> for String {
    fn from(zone: Zone) -> String {
        zone.name().to_owned()
    }
}

impl TryFrom<String> for Zone {
    type Error = Error;

    fn try_from(text: String) -> Result<Zone, Error> {
        text.parse()
    }
}
