//! The entities of one text.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use jiff::civil::Date;

use crate::clitic::Clitics;
use crate::entity::{EntityType, Kind};
use crate::gazetteer::index::Index;
use crate::gazetteer::record::{Code, Record};
use crate::span::Span;
use crate::text::offsets::{OffsetUnit, Offsets};
use crate::timex::Timex;

/// What is stored of an entity.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Mention {
    pub(crate) span: Span,
    pub(crate) entity_type: EntityType,
    pub(crate) clitics: Clitics,
    /// The record and the surface form of it, for names that the gazetteers have.
    pub(crate) name: Option<(u32, u16)>,
    /// The countries of a composed actor.
    pub(crate) countries: [Option<Code>; 3],
    pub(crate) timex: Option<Timex>,
    /// Where the date stands that this one is counted from.
    pub(crate) anchor: Option<Span>,
    /// The chain of mentions that it is in; dates are in none.
    pub(crate) chain: Option<u32>,
}

impl Mention {
    /// A mention that is neither a listed name nor a date.
    pub(crate) fn new(span: Span, entity_type: EntityType, clitics: Clitics) -> Mention {
        Mention { span, entity_type, clitics, name: None, countries: [None; 3], timex: None, anchor: None, chain: None }
    }
}

/// The entities found in one text, in the order of their spans: by start, longer ones first.
///
/// ```
/// use khabar::{Extractor, Kind};
///
/// let khabar = Extractor::builtin();
/// let document = khabar.extract("قرّرت الحكومة الانتقالية في مالي قطع العلاقات مع أوكرانيا");
/// let found: Vec<_> = document.entities().map(|e| (e.text(), e.kind())).collect();
/// assert_eq!(
///     found,
///     [
///         ("الحكومة الانتقالية في مالي", Kind::Actor),
///         ("مالي", Kind::Place),
///         ("أوكرانيا", Kind::Place),
///     ]
/// );
/// ```
#[derive(Clone)]
pub struct Document<'t> {
    pub(crate) text: &'t str,
    pub(crate) reference_date: Option<Date>,
    pub(crate) mentions: Cow<'t, [Mention]>,
    pub(crate) index: Arc<Index>,
}

impl<'t> Document<'t> {
    /// The text, as it was given.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// The date that relative dates were resolved against: the one given, else that of a dateline at the head of the text.
    pub fn reference_date(&self) -> Option<Date> {
        self.reference_date
    }

    /// The entities. Nothing is allocated on the way.
    pub fn entities(&self) -> impl ExactSizeIterator<Item = Entity<'_>> + DoubleEndedIterator {
        self.mentions.iter().map(|mention| Entity { text: self.text, index: &self.index, mention })
    }

    /// The mentions of one entity, in the order of the text, by the number that [`Entity::chain`] gives. None if there is no such
    /// chain.
    ///
    /// ```
    /// use khabar::Extractor;
    ///
    /// let khabar = Extractor::builtin();
    /// let document = khabar.extract("زارت المستشارة أنجيلا ميركل باريس. وقالت ميركل إن فرنسا شريك");
    /// let chain = document.entities().next().and_then(|entity| entity.chain()).unwrap();
    /// let mentions: Vec<_> = document.chain(chain).map(|entity| entity.text()).collect();
    /// assert_eq!(mentions, ["أنجيلا ميركل", "ميركل"]);
    /// ```
    pub fn chain(&self, chain: u32) -> impl DoubleEndedIterator<Item = Entity<'_>> {
        self.entities().filter(move |entity| entity.chain() == Some(chain))
    }

    /// How many entities there are.
    pub fn len(&self) -> usize {
        self.mentions.len()
    }

    /// True if none was found.
    pub fn is_empty(&self) -> bool {
        self.mentions.is_empty()
    }

    /// An index that turns spans into offsets of another unit.
    pub fn offsets(&self, unit: OffsetUnit) -> Offsets<'t> {
        Offsets::new(self.text, unit)
    }
}

impl fmt::Debug for Document<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.entities()).finish()
    }
}

/// One mention of an actor, a place or a date.
#[derive(Clone, Copy)]
pub struct Entity<'d> {
    text: &'d str,
    index: &'d Index,
    mention: &'d Mention,
}

impl<'d> Entity<'d> {
    /// Where it stands, in bytes of the original text.
    pub fn span(&self) -> Span {
        self.mention.span
    }

    /// The original text of the span.
    pub fn text(&self) -> &'d str {
        &self.text[self.mention.span.range()]
    }

    /// Actor, place or date.
    pub fn kind(&self) -> Kind {
        self.mention.entity_type.kind()
    }

    /// The type within the kind. It may differ from that of the gazetteer entry: كيدال is a city, in منطقة كيدال it is
    /// the region around it.
    pub fn entity_type(&self) -> EntityType {
        self.mention.entity_type
    }

    /// The gazetteer entry, for names that are listed.
    pub fn record(&self) -> Option<&'d Record> {
        self.mention.name.map(|(record, _)| &self.index.records[record as usize])
    }

    /// The id of the gazetteer entry.
    pub fn id(&self) -> Option<&'d str> {
        self.record().map(Record::id)
    }

    /// The public id: ISO 3166-1 alpha-2 for a country, else the Wikidata item (`Q1065`).
    pub fn public_id(&self) -> Option<Cow<'d, str>> {
        let record = self.record()?;
        match (record.iso(), record.wikidata()) {
            (Some(iso), _) => Some(iso.into()),
            (None, Some(number)) => Some(format!("Q{number}").into()),
            (None, None) => None,
        }
    }

    /// The surface form of the gazetteer that matched, as it is written there; the canonical name for a surname or given
    /// name that stands for a listed person whom the document has named in full.
    pub fn surface_form(&self) -> Option<&'d str> {
        self.mention.name.map(|(record, form)| &*self.index.records[record as usize].names[usize::from(form)].text)
    }

    /// The canonical Arabic name.
    pub fn name(&self) -> Option<&'d str> {
        self.record().map(Record::name)
    }

    /// The canonical English name.
    pub fn name_en(&self) -> Option<&'d str> {
        self.record().and_then(Record::name_en)
    }

    /// Latitude and longitude in degrees.
    pub fn coordinates(&self) -> Option<(f64, f64)> {
        self.record().and_then(Record::coordinates)
    }

    /// ISO 3166-1 alpha-2 codes of the countries in a composed name (ML and RU in القوات المالية والروسية), of a country
    /// itself, or of the country that the listed actor or place belongs to.
    pub fn countries(&self) -> impl Iterator<Item = &'d str> {
        let record = self.record();
        let composed = self.mention.countries.iter().flatten().filter(|code| code.is_iso()).map(Code::as_str);
        let own = record.and_then(Record::iso);
        composed.chain(own).chain(record.into_iter().flat_map(Record::countries))
    }

    /// The value of a date.
    pub fn timex(&self) -> Option<Timex> {
        self.mention.timex
    }

    /// Where the date stands that this one is counted from, if that is a date of the text: in وصل في 3 مايو 2023 وغادر في اليوم التالي
    /// the second is counted from the first.
    pub fn anchor(&self) -> Option<Span> {
        self.mention.anchor
    }

    /// The number of its chain, the mentions of one entity in this document; none for dates, which name no entity.
    ///
    /// In one chain are mentions of one gazetteer entry and type; those that are the same words once folded; a head with the same
    /// countries (حكومة مالي, الحكومة المالية); a person's full name, its surname or given name alone, and the name with further
    /// words between; a body and the acronym in brackets behind its name. Two entries are never in one chain. Chains are
    /// numbered from 0 in the order of their first mentions, for each document anew.
    pub fn chain(&self) -> Option<u32> {
        self.mention.chain
    }

    /// What was cut off around it: و and ل in وللجزائر.
    pub fn clitics(&self) -> Clitics {
        self.mention.clitics
    }
}

impl fmt::Debug for Entity<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} {:?} {}", self.span(), self.text(), self.entity_type())?;
        if let Some(id) = self.id() {
            write!(f, " {id}")?;
        }
        match self.timex().and_then(|timex| timex.value()) {
            Some(value) => write!(f, " {value}"),
            None => Ok(()),
        }
    }
}
