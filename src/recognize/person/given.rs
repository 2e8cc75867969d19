//! A given name and what goes on behind it: محمد بركات, هوارد جرونسبكت, أبو القاسم الفردوسي.

use super::extent::{Extent, extent};
use super::part::{Part, Parts};
use crate::clitic::proclitic::Cut;
use crate::gazetteer::record::Context;

/// The name of two words and more that begins at a word with a given name, or with أبو and a listed name.
pub(super) fn name_at(parts: &Parts<'_>, at: usize) -> Option<Extent> {
    if !parts.may_begin(at) {
        return None;
    }
    let (cut, part) = parts.cut_at(at);
    let begins = match part {
        Part::Given => true,
        Part::Link => {
            cut == Cut::WHOLE && parts.is_father(at) && {
                let next = parts.at(at + 1);
                next == Part::Link || next.is_listed()
            }
        }
        _ => false,
    };
    if !begins {
        return None;
    }
    let name = extent(parts, at)?;
    // شارع محمد عبده is no person.
    (name.len() >= 2 && !parts.passage.context_before(at).meets(Context::NAMESAKE)).then_some(name)
}
