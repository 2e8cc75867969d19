//! What a recogniser proposes.

use super::trace::Rule;
use crate::clitic::proclitic::Cut;
use crate::document::Mention;
use crate::entity::{EntityType, Kind};
use crate::gazetteer::matcher::Hit;
use crate::gazetteer::record::Code;
use crate::reading::Passage;

/// A mention that may be reported, with what decides whether it is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Candidate {
    /// The first word in the passage, and one past the last.
    pub(crate) first: u32,
    pub(crate) end: u32,
    /// What is cut from the first word.
    pub(crate) cut: Cut,
    pub(crate) mention: Mention,
    pub(crate) rule: Rule,
    pub(crate) rank: Rank,
    pub(crate) inside: Inside,
    /// Stays only beside an accepted mention of this kind, joined to it by و or a comma.
    pub(crate) needs: Option<Kind>,
}

/// What is reported inside a mention as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Inside {
    /// Nothing: a fixed name, as فيلق أفريقيا.
    Nothing,
    /// Places: a facility, a company, an institution named after where it is, as بنك [القاهرة].
    Places,
    /// Places and bodies: a description, as الحكومة الانتقالية في [مالي], برنامج [الأمم المتحدة] الإنمائي.
    PlacesAndBodies,
}

impl Inside {
    /// True if a candidate inside the mention is reported.
    pub(crate) fn admits(self, candidate: &Candidate) -> bool {
        match self {
            Inside::Nothing => false,
            Inside::Places => candidate.kind() == Kind::Place,
            Inside::PlacesAndBodies => candidate.kind() == Kind::Place || candidate.is_body(),
        }
    }
}

/// Which of two candidates over the same words wins: the later in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Rank {
    /// A name that no gazetteer lists.
    Unlisted,
    /// A name under a guard.
    Guarded,
    /// A name.
    Name,
    /// A plural of nationality.
    People,
    /// A head with its country.
    Composed,
    /// A date: أيلول is a month before it is a given name.
    Date,
    /// A name with the letters of a date, after a noun that asks for it: مدينة [العاشر من رمضان].
    Asked,
}

impl Candidate {
    /// A candidate that no record lists, from the first word of a hit, less what was cut from its front, up to the word `end`.
    pub(crate) fn composed(passage: &Passage<'_>, hit: &Hit, end: usize, entity_type: EntityType) -> Candidate {
        Candidate {
            rank: Rank::Composed,
            ..Candidate::unlisted(passage, hit.first as usize, end, hit.cut, entity_type, Rule::Composed)
        }
    }

    /// A candidate that no record lists, over the words `first..end`.
    pub(crate) fn unlisted(
        passage: &Passage<'_>,
        first: usize,
        end: usize,
        cut: Cut,
        entity_type: EntityType,
        rule: Rule,
    ) -> Candidate {
        Candidate {
            first: first as u32,
            end: end as u32,
            cut,
            mention: Mention::new(passage.span(first, end, cut, 0), entity_type, cut.clitics),
            rule,
            rank: Rank::Unlisted,
            inside: Inside::Nothing,
            needs: None,
        }
    }

    /// The same with its countries, of which there is room for three.
    pub(crate) fn of(mut self, countries: impl IntoIterator<Item = Code>) -> Candidate {
        for (slot, code) in self.mention.countries.iter_mut().zip(countries) {
            *slot = Some(code);
        }
        self
    }

    /// True for the listed name of an international body.
    fn is_body(&self) -> bool {
        self.mention.entity_type == EntityType::Intergovernmental && self.rank == Rank::Name
    }

    pub(crate) fn kind(&self) -> Kind {
        self.mention.entity_type.kind()
    }
}
