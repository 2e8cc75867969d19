//! The choice among candidates.

use std::cmp::Reverse;

use crate::document::Mention;
use crate::entity::EntityType;
use crate::reading::Passage;
use crate::recognize::Memory;
use crate::recognize::candidate::{Candidate, Rank};
use crate::text::gap::Gap;

/// Which of overlapping mentions are reported.
///
/// Wherever two candidates overlap, the one with more words wins. Over the same words a date wins against a composed
/// actor, that against a listed name, that against a name under a guard; then actor against place, and last the entry that
/// comes first. So the outcome depends on the text and the gazetteers alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "lowercase"))]
#[non_exhaustive]
pub enum Overlap {
    /// Winners, and the places and bodies inside a winner that describes rather than names: مالي inside الحكومة الانتقالية
    /// في مالي, القاهرة inside مطار القاهرة الدولي; nothing inside فيلق أفريقيا.
    #[default]
    Nested,
    /// Winners only: no two mentions share a character.
    Longest,
    /// Every candidate that the words around it let stand, however they overlap.
    All,
}

/// Moves the mentions of a passage that stay to `mentions`, in the order of their spans.
pub(crate) fn resolve(
    passage: &Passage<'_>,
    candidates: &mut [Candidate],
    overlap: Overlap,
    memory: &mut Memory,
    mentions: &mut Vec<Mention>,
) {
    candidates.sort_by_key(|c| {
        (Reverse(c.end - c.first), Reverse(c.rank), c.kind() as u8, c.mention.span.start(), c.mention.name)
    });
    let begin = mentions.len();
    let mut kept: Vec<Candidate> = Vec::with_capacity(candidates.len());
    for candidate in candidates.iter().filter(|c| c.needs.is_none()) {
        if stays(candidate, &kept, overlap) {
            kept.push(*candidate);
        }
    }
    // Names that stand only beside another of their kind, or where the text has named them before, come after all others
    // are decided.
    let sure = kept.len();
    for candidate in candidates.iter().filter(|c| c.needs.is_some()) {
        let backed = is_beside(passage, candidate, &kept) || is_known(candidate, &kept[..sure], memory);
        if backed && stays(candidate, &kept, overlap) {
            kept.push(*candidate);
        }
    }
    memory.named.extend(kept.iter().filter(|c| c.rank == Rank::Guarded).filter_map(|c| c.mention.name));
    mentions.extend(kept.iter().map(|c| c.mention));
    mentions[begin..].sort_by_key(|m| (m.span.start(), Reverse(m.span.end())));
}

/// True if nothing that was kept rules a candidate out.
fn stays(candidate: &Candidate, kept: &[Candidate], overlap: Overlap) -> bool {
    let span = candidate.mention.span;
    kept.iter().filter(|k| k.mention.span.overlaps(span)).all(|k| match overlap {
        Overlap::All => k.mention.span != span || k.mention.entity_type != candidate.mention.entity_type,
        Overlap::Longest => false,
        Overlap::Nested => k.mention.span.contains(span) && k.mention.span != span && k.inside.admits(candidate),
    })
}

/// True if the same form of the same name was accepted for what stands around it: a club anywhere in the passage, since
/// headlines come first, other names before.
fn is_known(candidate: &Candidate, kept: &[Candidate], memory: &Memory) -> bool {
    let Some(name) = candidate.mention.name else { return false };
    let club = candidate.mention.entity_type == EntityType::Organization;
    memory.named.contains(&name)
        || kept.iter().any(|k| k.mention.name == Some(name) && (club || k.first < candidate.first))
}

/// True if a kept mention of the kind that a candidate needs stands next to it, joined by و or a comma: داعش والقاعدة.
fn is_beside(passage: &Passage<'_>, candidate: &Candidate, kept: &[Candidate]) -> bool {
    kept.iter()
        .filter(|k| Some(k.kind()) == candidate.needs && k.mention.entity_type == candidate.mention.entity_type)
        .any(|k| {
            let joins = |second: &Candidate| {
                let gap = passage.gap(second.first as usize);
                let comma = gap.has(Gap::COMMA) && gap.within(Gap::COMMA.and(Gap::SPACE));
                (gap.is_blank() && second.mention.clitics.has('و')) || comma
            };
            (k.end == candidate.first && joins(candidate)) || (candidate.end == k.first && joins(k))
        })
}
