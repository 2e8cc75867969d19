//! The choice among candidates.

use std::cmp::Reverse;

use crate::document::Mention;
use crate::entity::{EntityType, Kind};
use crate::memory::Memory;
use crate::memory::persons::Named;
use crate::reading::Passage;
use crate::recognize::candidate::{Candidate, Rank};
use crate::recognize::trace::{Reason, Rule, Trace};
use crate::text::gap::Gap;

/// Which of overlapping mentions are reported.
///
/// Wherever two candidates overlap, the one with more words wins. Over the same words a name with the letters of a
/// date that a noun asks for (مدينة [العاشر من رمضان]) wins against a date, that against a composed actor, that against a
/// listed name, that against a name under a guard; then actor against place, and last the entry that
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
pub(crate) fn resolve<T: Trace>(
    passage: &Passage<'_>,
    candidates: &[Candidate],
    overlap: Overlap,
    memory: &mut Memory,
    trace: &mut T,
    mentions: &mut Vec<Mention>,
) {
    // Candidates that overlap, directly or through others, lie side by side, so each need only be compared with those of
    // its cluster.
    let mut order: Vec<&Candidate> = candidates.iter().collect();
    order.sort_by_key(|c| place(c));
    let mut kept: Vec<&Candidate> = Vec::with_capacity(order.len());
    for cluster in clusters(&mut order) {
        if let [only] = cluster {
            if only.needs.is_none() {
                kept.push(only);
            }
            continue;
        }
        let begin = kept.len();
        cluster.sort_by_key(|c| (Reverse(c.end - c.first), Reverse(c.rank), c.kind() as u8, c.mention.name));
        for candidate in cluster.iter().filter(|c| c.needs.is_none()) {
            match rival(candidate, &kept[begin..], overlap) {
                None => kept.push(candidate),
                Some(rival) => trace.gave_way(candidate, rival),
            }
        }
        kept[begin..].sort_by_key(|c| place(c));
    }
    // Names that stand only beside another of their kind, or where the text has named them before, come after all others
    // are decided.
    let sure: Vec<_> = guarded(&kept).collect();
    for candidate in candidates.iter().filter(|c| c.needs.is_some()) {
        let at = kept.partition_point(|k| place(k) < place(candidate));
        let near = &kept[at.saturating_sub(REACH)..kept.len().min(at + REACH)];
        if !is_beside(passage, candidate, near) && !is_known(candidate, &sure, memory) {
            trace.note(Some(Reason::NotAsked), || *candidate);
            continue;
        }
        match rival(candidate, near, overlap) {
            None => kept.insert(at, candidate),
            Some(rival) => trace.gave_way(candidate, rival),
        }
    }
    kept.iter().for_each(|candidate| trace.note(None, || **candidate));
    memory.named.extend(guarded(&kept).map(|(name, _)| name));
    let from = mentions.len();
    mentions.extend(kept.iter().map(|c| Mention {
        chain: memory.chains.of(passage, &c.mention, c.first as usize, c.end as usize, c.cut),
        ..c.mention
    }));
    tie_bracketed(passage, &kept, &mentions[from..], memory);
    let echoes = echoes(passage, &kept, &mentions[from..], memory, trace);
    if !echoes.is_empty() {
        mentions.extend(echoes);
        mentions[from..].sort_by_key(|m| (m.span.start(), Reverse(m.span.end())));
    }
}

/// Ties a body to the one whose name ends before its bracket: منظمة الصحة العالمية (WHO).
fn tie_bracketed(passage: &Passage<'_>, kept: &[&Candidate], mentions: &[Mention], memory: &mut Memory) {
    let is_body = |c: &Candidate| {
        c.kind() == Kind::Actor && !matches!(c.mention.entity_type, EntityType::Person | EntityType::People)
    };
    for (at, short) in kept.iter().enumerate() {
        let opens = passage.gap(short.first as usize);
        let bracketed = opens.has(Gap::OPEN)
            && opens.within(Gap::OPEN.and(Gap::SPACE).and(Gap::QUOTE))
            && passage.gap(short.end as usize).has(Gap::CLOSE);
        if !(bracketed && is_body(short)) {
            continue;
        }
        let from = at.saturating_sub(REACH);
        // The first that ends there is the whole, others are inside it.
        let long = (from..at).find(|&long| kept[long].end == short.first && is_body(kept[long]));
        if let Some((long, short)) = long.and_then(|long| mentions[long].chain.zip(mentions[at].chain)) {
            memory.chains.join(long, short);
        }
    }
}

/// Persons named by one word where the document names them in full.
fn echoes<T: Trace>(
    passage: &Passage<'_>,
    kept: &[&Candidate],
    mentions: &[Mention],
    memory: &mut Memory,
    trace: &mut T,
) -> Vec<Mention> {
    let note = |memory: &mut Memory, at: usize| {
        let (person, mention) = (kept[at], &mentions[at]);
        if mention.entity_type == EntityType::Person {
            let named = Named { record: mention.name.map(|(record, _)| record), chain: mention.chain };
            memory.persons.note(passage, person.first as usize, person.end as usize, person.cut, named);
        }
    };
    // Headlines come before full names.
    (0..kept.len()).for_each(|at| note(memory, at));
    let mut echoes = Vec::new();
    let (mut at, mut next) = (0, 0);
    while at < passage.len() {
        while kept.get(next).is_some_and(|k| k.end as usize <= at) {
            // Of two with one surname the one before is meant.
            note(memory, next);
            next += 1;
        }
        if let Some(inside) = kept.get(next).filter(|k| k.first as usize <= at) {
            tie_surname(passage, inside, &mentions[next], memory);
            at = inside.end as usize;
            continue;
        }
        if let Some((named, cut)) = memory.persons.at(passage, at) {
            let mention = Mention {
                name: named.record.map(|record| (record, 0)),
                chain: named.chain,
                ..Mention::new(passage.span(at, at + 1, cut, 0), EntityType::Person, cut.clitics)
            };
            trace.note(None, || Candidate {
                mention,
                ..Candidate::unlisted(passage, at, at + 1, cut, EntityType::Person, Rule::Memory)
            });
            echoes.push(mention);
        }
        at += 1;
    }
    echoes
}

/// Ties a person of one word to the one that has it as surname or given name: الرئيس [زنكل] behind خربوط زنكل.
fn tie_surname(passage: &Passage<'_>, person: &Candidate, mention: &Mention, memory: &mut Memory) {
    if mention.entity_type == EntityType::Person && person.end == person.first + 1 {
        let word = &passage.codes(person.first as usize)[usize::from(person.cut.from)..];
        let full = memory.persons.of(word).and_then(|named| named.chain);
        if let Some((full, alone)) = full.zip(mention.chain) {
            memory.chains.join(full, alone);
        }
    }
}

/// As many kept mentions on each side of a place may overlap or touch a candidate there.
const REACH: usize = 8;

/// The order of mentions.
fn place(candidate: &Candidate) -> (usize, Reverse<usize>) {
    (candidate.mention.span.start(), Reverse(candidate.mention.span.end()))
}

/// Splits candidates, which are sorted by start, where none reaches over.
fn clusters<'a, 'c>(candidates: &'a mut [&'c Candidate]) -> impl Iterator<Item = &'a mut [&'c Candidate]> {
    let mut end = 0;
    candidates.chunk_by_mut(move |a, b| {
        end = a.mention.span.end().max(end);
        b.mention.span.start() < end
    })
}

/// The first of those kept that rules a candidate out.
fn rival<'c>(candidate: &Candidate, kept: &[&'c Candidate], overlap: Overlap) -> Option<&'c Candidate> {
    let span = candidate.mention.span;
    kept.iter().copied().filter(|k| k.mention.span.overlaps(span)).find(|k| !match overlap {
        Overlap::All => k.mention.span != span || k.mention.entity_type != candidate.mention.entity_type,
        Overlap::Longest => false,
        Overlap::Nested => {
            let itself =
                k.mention.name.is_some_and(|(record, _)| candidate.mention.name.is_some_and(|(c, _)| c == record));
            k.mention.span.contains(span) && k.mention.span != span && !itself && k.inside.admits(candidate)
        }
    })
}

/// The guarded names among candidates, with the word that each begins at.
fn guarded(candidates: &[&Candidate]) -> impl Iterator<Item = ((u32, u16), u32)> {
    candidates.iter().filter(|c| c.rank == Rank::Guarded).filter_map(|c| Some((c.mention.name?, c.first)))
}

/// True if the same form of the same name was accepted for what stands around it: a club anywhere in the passage, since
/// headlines come first, other names before.
fn is_known(candidate: &Candidate, sure: &[((u32, u16), u32)], memory: &Memory) -> bool {
    let Some(name) = candidate.mention.name else { return false };
    let club = candidate.mention.entity_type == EntityType::Organization;
    memory.named.contains(&name)
        || sure.iter().any(|&(known, first)| known == name && (club || first < candidate.first))
}

/// True if a kept mention of the kind that a candidate needs stands next to it, joined by و or a comma: داعش والقاعدة.
fn is_beside(passage: &Passage<'_>, candidate: &Candidate, kept: &[&Candidate]) -> bool {
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
