//! What a recogniser proposes.

use crate::clitic::Clitics;
use crate::document::Mention;
use crate::entity::{EntityType, Kind};
use crate::gazetteer::record::Code;
use crate::span::Span;

/// A mention that may be reported, with what decides whether it is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Candidate {
    /// The first word in the passage, and one past the last.
    pub(crate) first: u32,
    pub(crate) end: u32,
    pub(crate) mention: Mention,
    pub(crate) rank: Rank,
    /// True if places and bodies inside are reported as well: a description (الحكومة الانتقالية في [مالي]), a facility
    /// (مطار [القاهرة] الدولي). Fixed names are closed (فيلق أفريقيا).
    pub(crate) opens: bool,
    /// Stays only beside an accepted mention of this kind, joined to it by و or a comma.
    pub(crate) needs: Option<Kind>,
}

/// Which of two candidates over the same words wins: the later in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Rank {
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
}

impl Candidate {
    /// A candidate of words that no record lists.
    pub(crate) fn composed(first: usize, end: usize, span: Span, entity_type: EntityType, clitics: Clitics) -> Candidate {
        Candidate {
            first: first as u32,
            end: end as u32,
            mention: Mention { span, entity_type, clitics, name: None, countries: [None; 3], timex: None },
            rank: Rank::Composed,
            opens: false,
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

    pub(crate) fn kind(&self) -> Kind {
        self.mention.entity_type.kind()
    }
}
