//! Whole expressions of time as the attributes of a TIMEX3 tag.

use std::fmt;
use std::str::FromStr;

use super::value::{Modifier, Timex, TimexKind, TimexValue};
use super::zone::Zone;
use crate::error::{Error, ErrorKind};

impl fmt::Display for Timex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "type=\"{}\"", self.kind.as_str().to_ascii_uppercase())?;
        if let Some(value) = self.value {
            write!(f, " value=\"{value}\"")?;
        }
        if let Some(modifier) = self.modifier {
            write!(f, " mod=\"{modifier}\"")?;
        }
        match self.zone {
            Some(zone) => write!(f, " zone=\"{zone}\""),
            None => Ok(()),
        }
    }
}

impl FromStr for Timex {
    type Err = Error;

    /// Parses what [`Display`](fmt::Display) prints.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Timex`] if an attribute is unknown, out of order or no TIMEX3, or if type, value and zone do not agree.
    fn from_str(text: &str) -> Result<Timex, Error> {
        let fault = || Error::new(ErrorKind::Timex, format!("`{text}` are no attributes of a TIMEX3"));
        let mut rest = text;
        let mut take = |name: &str| {
            let body = rest.strip_prefix(name)?.strip_prefix("=\"")?;
            let (value, behind) = body.split_once('"')?;
            rest = behind.strip_prefix(' ').filter(|next| !next.is_empty()).unwrap_or(behind);
            Some(value)
        };
        let kind = take("type").and_then(|name| TimexKind::ALL.into_iter().find(|kind| kind.is_named(name)));
        let value = take("value").map(str::parse::<TimexValue>).transpose()?;
        let modifier = match take("mod") {
            Some(name) => Some(Modifier::ALL.into_iter().find(|m| m.as_str() == name).ok_or_else(fault)?),
            None => None,
        };
        let zone = take("zone").map(str::parse::<Zone>).transpose()?;
        if !rest.is_empty() {
            return Err(fault());
        }
        Timex::checked(kind.ok_or_else(fault)?, value, modifier, zone).ok_or_else(fault)
    }
}

impl Timex {
    /// An expression, if its parts agree: a type TIME with a clock time or a part of a day, a zone with a clock time.
    pub(super) fn checked(
        kind: TimexKind,
        value: Option<TimexValue>,
        modifier: Option<Modifier>,
        zone: Option<Zone>,
    ) -> Option<Timex> {
        let is_time = |value| match value {
            TimexValue::Point(point) => point.is_time(),
            TimexValue::Range(first, last) => first.is_time() && last.is_time(),
            _ => false,
        };
        let fits = match (kind, value) {
            (_, None) => true,
            (TimexKind::Date, Some(value)) => {
                !is_time(value) && !matches!(value, TimexValue::Duration(_) | TimexValue::Weekly(_))
            }
            (TimexKind::Time, Some(value)) => is_time(value),
            (TimexKind::Duration, Some(value)) => matches!(value, TimexValue::Duration(_)),
            (TimexKind::Set, Some(value)) => matches!(value, TimexValue::Duration(_) | TimexValue::Weekly(_)),
        };
        (fits && (zone.is_none() || kind == TimexKind::Time)).then_some(Timex { kind, value, modifier, zone })
    }
}

#[cfg(feature = "serde")]
mod serialized {
    //! The same attributes as the fields of an object: `{"type": "date", "value": "2024-06", "mod": "END"}`.

    use serde::{Deserialize, Serialize};

    use super::*;

    #[derive(Serialize, Deserialize)]
    pub(in crate::timex) struct Attributes {
        #[serde(rename = "type")]
        kind: TimexKind,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        value: Option<TimexValue>,
        #[serde(rename = "mod", default, skip_serializing_if = "Option::is_none")]
        modifier: Option<Modifier>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        zone: Option<Zone>,
    }

    impl From<Timex> for Attributes {
        fn from(Timex { kind, value, modifier, zone }: Timex) -> Attributes {
            Attributes { kind, value, modifier, zone }
        }
    }

    impl TryFrom<Attributes> for Timex {
        type Error = Error;

        fn try_from(Attributes { kind, value, modifier, zone }: Attributes) -> Result<Timex, Error> {
            let fault = || Error::new(ErrorKind::Timex, format!("no {kind} has such a value or zone"));
            Timex::checked(kind, value, modifier, zone).ok_or_else(fault)
        }
    }
}
#[cfg(feature = "serde")]
pub(super) use serialized::Attributes;

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: &[&str] = &[
        r#"type="DATE" value="2024-06" mod="END""#,
        r#"type="DATE""#,
        r#"type="DATE" value="PAST_REF""#,
        r#"type="DATE" value="2024-08-14/2024-08-25""#,
        r#"type="TIME" value="2024-08-12T20:30" zone="Asia/Riyadh""#,
        r#"type="TIME" value="2024-08-12T01:00Z/2024-08-12T04:30Z""#,
        r#"type="TIME" value="2024-08-11TEV""#,
        r#"type="DURATION" value="P10Y" mod="MORE_THAN""#,
        r#"type="SET" value="XXXX-WXX-5""#,
        r#"type="SET" value="P1D""#,
    ];

    #[test]
    fn attributes_round_trip() {
        for text in ALL {
            assert_eq!(text.parse::<Timex>().expect(text).to_string(), *text);
        }
    }

    #[test]
    fn parts_that_do_not_agree_are_refused() {
        for text in [
            "",
            r#"type="date""#,
            r#"type="DATE" value="P3D""#,
            r#"type="TIME" value="2024""#,
            r#"type="DURATION" value="2024""#,
            r#"type="DATE" value="2024" zone="Asia/Riyadh""#,
            r#"type="TIME" value="T10:30" zone="Riyadh""#,
            r#"type="DATE" value="2024" mod="end""#,
            r#"type="DATE" mod="END" value="2024""#,
            r#"type="DATE" value="2024" "#,
            r#"type="DATE" value="2024"x"#,
            r#"type="DATE" value="2024"#,
        ] {
            assert!(text.parse::<Timex>().is_err(), "{text}");
        }
    }

    #[cfg(feature = "serde")]
    #[test]
    fn json_round_trips() {
        for text in ALL {
            let timex: Timex = text.parse().unwrap();
            let json = serde_json::to_string(&timex).unwrap();
            assert_eq!(serde_json::from_str::<Timex>(&json).unwrap(), timex, "{json}");
        }
        let timex: Timex = ALL[0].parse().unwrap();
        assert_eq!(serde_json::to_string(&timex).unwrap(), r#"{"type":"date","value":"2024-06","mod":"END"}"#);
        assert!(serde_json::from_str::<Timex>(r#"{"type":"date","value":"P3D"}"#).is_err());
    }
}
