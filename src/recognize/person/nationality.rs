//! An adjective of nationality that stands for a person, and the name: فاز على التشيكي توماس برديتش.

use super::extent::{Extent, extent};
use super::part::{Part, Parts};
use crate::clitic::proclitic::Cut;
use crate::gazetteer::sense::{Form, Sense, Sorts};

/// The name behind a definite nationality in the singular.
pub(super) fn name_after(parts: &Parts<'_>, at: usize) -> Option<Extent> {
    let passage = parts.passage;
    let singular = |sense| match sense {
        Sense::Nisba(nisba) => {
            let agreement = nisba.agreement;
            (agreement.definite && agreement.form != Form::Plural && !nisba.ambiguous).then_some(())
        }
        _ => None,
    };
    let ((), end) = passage.form(at, |_| true, Sorts::NISBA, singular)?;
    if end >= passage.len() || !passage.gap(end).is_blank() {
        return None;
    }
    let name = extent(parts, end).filter(|name| name.cut == Cut::WHOLE)?;
    // Behind a noun that the adjective describes may stand anything: الحكومة اللبنانية تعلن.
    let accepted = match name.head {
        Part::Given => true,
        Part::Family | Part::Listed => name.listed >= 2,
        Part::Unknown => name.len() >= 2,
        _ => false,
    };
    accepted.then_some(name)
}
