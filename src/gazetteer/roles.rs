//! Who held which office, and when.

use jiff::civil::Date;

use super::parse::{Take, is_id};
use super::record::{Text, owned};
use super::tsv::{self, Row};
use crate::error::Error;
use crate::timex::{Point, TimexValue};

#[cfg(feature = "builtin")]
const ROLES: &str = include_str!("../../gazetteers/curated/roles.tsv");

const COLUMNS: &[&str] = &["person", "role", "body", "from", "to", "src"];
const NEEDED: &[&str] = &["person", "role", "body", "from", "to"];

/// What stands for the end of an office that is still held.
const OPEN: &str = "..";

/// Offices of persons, with their dates.
///
/// ```
/// use jiff::civil::date;
/// use khabar::{Extractor, Roles};
///
/// let khabar = Extractor::builtin();
/// let document = khabar.extract("قال كوفي أنان إن الوضع خطير");
/// let annan = document.entities().next().unwrap().id().unwrap();
/// let offices = Roles::builtin().of(annan);
/// assert!(offices.iter().any(|o| o.role() == "secretary-general" && o.held_on(date(2003, 8, 19))));
/// assert!(!offices.iter().any(|o| o.role() == "secretary-general" && o.held_on(date(2010, 1, 1))));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Roles {
    /// Sorted by person.
    roles: Vec<Role>,
}

/// One term in an office.
#[derive(Clone, Debug)]
pub struct Role {
    person: Text,
    role: Text,
    body: Text,
    from: Option<Point>,
    to: Option<Point>,
    open: bool,
}

impl Roles {
    /// The offices in the box, as known in the middle of 2025; read on first use.
    #[cfg(feature = "builtin")]
    pub fn builtin() -> &'static Roles {
        static BUILTIN: std::sync::OnceLock<Roles> = std::sync::OnceLock::new();
        let read = || Roles::read("curated/roles.tsv", ROLES, std::borrow::Cow::Borrowed);
        BUILTIN.get_or_init(|| read().expect("the roles in the box are tested"))
    }

    /// Reads tab-separated text of the columns `person`, `role`, `body`, `from`, `to` and, if there, `src`: the id of a
    /// person, a word for the office, the id of the state or body, and two dates as `2014`, `2014-06` or `2014-06-08`.
    /// An empty date is not known; `..` for `to` is an office still held. `name` stands for the file in errors.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Gazetteer`](crate::ErrorKind::Gazetteer) with line and column of the first fault.
    pub fn from_tsv(name: &str, text: &str) -> Result<Roles, Error> {
        Roles::read(name, text, owned)
    }

    fn read<'a>(name: &str, text: &'a str, take: Take<'a>) -> Result<Roles, Error> {
        let mut roles = Vec::new();
        tsv::read(name, text, COLUMNS, NEEDED, |row| {
            roles.push(role(&row, take)?);
            Ok(())
        })?;
        roles.sort_by(|a: &Role, b| a.person.cmp(&b.person));
        Ok(Roles { roles })
    }

    /// The offices of a person, given by id, in the order of the file.
    pub fn of(&self, person: &str) -> &[Role] {
        let start = self.roles.partition_point(|role| *role.person < *person);
        let count = self.roles[start..].partition_point(|role| *role.person == *person);
        &self.roles[start..start + count]
    }

    /// All offices, by person.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Role> {
        self.roles.iter()
    }
}

fn role<'a>(row: &Row<'a, '_>, take: Take<'a>) -> Result<Role, Error> {
    for column in ["person", "body"] {
        if !is_id(row.get(column)) {
            return Err(row.fault(column, format!("`{}` is no id", row.get(column))));
        }
    }
    if row.get("role").is_empty() {
        return Err(row.fault("role", "no office"));
    }
    let date = |column| match row.get(column) {
        "" | OPEN => Ok(None),
        cell => match cell.parse() {
            Ok(TimexValue::Point(point)) if point.first_day().is_some() => Ok(Some(point)),
            _ => Err(row.fault(column, format!("`{cell}` is no year, month or day"))),
        },
    };
    let (from, to) = (date("from")?, date("to")?);
    if from.and_then(Point::first_day) > to.and_then(Point::last_day) && to.is_some() {
        return Err(row.fault("to", format!("{} is before {}", row.get("to"), row.get("from"))));
    }
    let [person, office, body] = ["person", "role", "body"].map(|column| take(row.get(column)));
    Ok(Role { person, role: office, body, from, to, open: row.get("to") == OPEN })
}

impl Role {
    /// The id of the person.
    pub fn person(&self) -> &str {
        &self.person
    }

    /// The office: `president`, `foreign-minister`; the words are those of `lexicon/titles.tsv`.
    pub fn role(&self) -> &str {
        &self.role
    }

    /// The id of the state, organisation or group.
    pub fn body(&self) -> &str {
        &self.body
    }

    /// When the office was taken, as finely as is known.
    pub fn from(&self) -> Option<Point> {
        self.from
    }

    /// When it was left. `None` if it was not, or if that is not known: see [`Role::is_held`].
    pub fn to(&self) -> Option<Point> {
        self.to
    }

    /// True if it was still held when the list was last looked at.
    pub fn is_held(&self) -> bool {
        self.open
    }

    /// True if the office may have been held on a day: not before the first day of `from`, nor after the last of `to`. A
    /// date that is not known does not limit.
    pub fn held_on(&self, day: Date) -> bool {
        self.from.and_then(Point::first_day).is_none_or(|first| first <= day)
            && self.to.and_then(Point::last_day).is_none_or(|last| day <= last)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const HEADER: &str = "person\trole\tbody\tfrom\tto\n";

    #[test]
    fn terms_and_their_days() {
        let text = format!(
            "{HEADER}p.b\tpresident\tplace.x\t2014-06\t..\np.a\tking\tplace.y\t1999-02-07\t2005\np.b\tmayor\tplace.z\t\t2010\n"
        );
        let roles = Roles::from_tsv("r.tsv", &text).unwrap();
        let terms: Vec<_> = roles.of("p.b").iter().map(|role| (role.role(), role.is_held())).collect();
        assert_eq!(terms, [("president", true), ("mayor", false)]);
        assert!(roles.of("p").is_empty() && roles.of("p.c").is_empty());
        let king = &roles.of("p.a")[0];
        let held =
            [date(1999, 2, 6), date(1999, 2, 7), date(2005, 12, 31), date(2006, 1, 1)].map(|day| king.held_on(day));
        assert_eq!(held, [false, true, true, false]);
        assert!(roles.of("p.b")[1].held_on(date(1900, 1, 1)));
    }

    #[test]
    fn faults_have_a_place() {
        for (row, expected) in [
            ("P\tking\tplace.x\t\t", "1: `P` is no id"),
            ("p.a\t\tplace.x\t\t", "5: no office"),
            ("p.a\tking\tplace.x\tP3Y\t", "18: `P3Y` is no year, month or day"),
            ("p.a\tking\tplace.x\t2010\t2009-12", "23: 2009-12 is before 2010"),
        ] {
            let fault = Roles::from_tsv("r.tsv", &format!("{HEADER}{row}\n")).unwrap_err();
            assert_eq!(fault.to_string(), format!("r.tsv:2:{expected}"), "{row}");
        }
    }
}
