//! Names that the gazetteers list.

use super::adjective::{is_adjective, is_described, is_nationality_of_noun};
use super::candidate::{Candidate, Inside, Rank};
use super::personal;
use super::trace::{Reason, Rule, Trace};
use crate::clitic::proclitic::Cut;
use crate::document::Mention;
use crate::entity::{EntityType, Kind};
use crate::gazetteer::index::Spelling;
use crate::gazetteer::matcher::Hit;
use crate::gazetteer::record::{Context, Guard, Record};
use crate::gazetteer::sense::{Form, Sense, Sorts};
use crate::gazetteer::word_sets::WordSet;
use crate::memory::Memory;
use crate::reading::Passage;
use crate::text::gap::Gap;

/// Three letters may be left of a name after a cut only if the name is known that well: ومصر, بغزة. Two are never enough.
const SURE_PRIOR: u8 = 5;

/// The same for a name under a guard: بفاس, صيدا وصور.
const SURE_GUARDED_PRIOR: u8 = 7;

/// Finds the listed names of a passage.
pub(super) fn find<T: Trace>(passage: &Passage<'_>, memory: &Memory, trace: &mut T, out: &mut Vec<Candidate>) {
    for hit in passage.hits(Sorts::NAME) {
        let names = passage.entries(hit).iter().filter_map(|entry| match entry.sense {
            Sense::Name { record, form, guard } => Some((Name { record, form, guard }, entry.spelling)),
            _ => None,
        });
        if let Err(reason) = may_be_name(passage, hit) {
            names.for_each(|(name, _)| trace.note(Some(reason), || candidate(passage, hit, name)));
            continue;
        }
        let mut best: Option<(Name, Trust)> = None;
        for (name, spelling) in names {
            let found = match trust(passage, hit, name).and_then(|trust| spelled(passage, hit, name, spelling, trust)) {
                Ok(trust) => (name, trust),
                Err(reason) => {
                    trace.note(Some(reason), || candidate(passage, hit, name));
                    continue;
                }
            };
            // Homonyms are few, so what decides between them is looked up only here.
            let merit = |(name, trust): (Name, Trust)| {
                (trust, preference(passage, hit, name.record, memory), std::cmp::Reverse(name.record))
            };
            best = Some(match best {
                None => found,
                Some(other) => {
                    let (chosen, left) = if merit(found) > merit(other) { (found, other) } else { (other, found) };
                    trace.note(Some(Reason::Homonym), || candidate(passage, hit, left.0));
                    chosen
                }
            });
        }
        if let Some((name, trust)) = best {
            let needs = (trust == Trust::Listed).then(|| passage.index.facts(name.record).entity_type.kind());
            out.push(Candidate { needs, ..candidate(passage, hit, name) });
        }
    }
}

/// A name of a record as the entry of a hit gives it.
#[derive(Clone, Copy)]
struct Name {
    record: u32,
    form: u16,
    guard: Guard,
}

/// Whether a hit may stand for a name at all, whatever the entry.
fn may_be_name(passage: &Passage<'_>, hit: &Hit) -> Result<(), Reason> {
    if hit.cut != Cut::WHOLE {
        if is_whole_name(passage, hit) {
            return Err(Reason::WholeWord);
        }
        if is_uncut(passage, hit) {
            return Err(Reason::NoParticle);
        }
    }
    if is_phrase(passage, hit) {
        return Err(Reason::Phrase);
    }
    if is_accusative(passage, hit) { Err(Reason::Accusative) } else { Ok(()) }
}

/// The trust, if the text spells the name as the entry asks and not as another word.
fn spelled(passage: &Passage<'_>, hit: &Hit, name: Name, spelling: Spelling, trust: Trust) -> Result<Trust, Reason> {
    if !passage.index.is_spelled(spelling, passage.text_of(hit)) {
        Err(Reason::Spelling)
    } else if name.guard != Guard::None && is_another_word(passage, hit, name) {
        Err(Reason::AnotherWord)
    } else {
        Ok(trust)
    }
}

/// True if the text writes another word than the name, which is under a guard: with a hamza on an alef where the name has
/// none (فأس is an axe, فاس is Fes), or a ه for a ة (وجده: he found him; وجدة: Oujda).
///
/// Typists leave hamzas out, and put them by mistake where a word begins, behind its article or not, hardly ever inside.
/// They write ه for ة as well, so behind a word that asks for a place it counts as the same letter: في وجده.
fn is_another_word(passage: &Passage<'_>, hit: &Hit, name: Name) -> bool {
    let text = passage.text_of(hit);
    let listed = || passage.index.records[name.record as usize].name_at(name.form);
    if text.ends_with('ه') && listed().ends_with('ة') {
        let at = hit.first as usize;
        let asks = at > 0 && passage.gap(at).is_blank() && passage.is_of(at - 1, WordSet::PLACE_CUE);
        return !asks && passage.context_before(at) == Context::NONE;
    }
    if !text.contains(['أ', 'إ']) {
        return false;
    }
    fn inside(text: &str) -> impl Iterator<Item = char> {
        let stems = text.split(' ').map(|word| word.strip_prefix("ال").unwrap_or(word));
        stems.flat_map(|stem| stem.chars().skip(1).filter(|c| matches!(c, 'ا' | 'أ' | 'إ' | 'آ')))
    }
    inside(text).count() == inside(listed()).count()
        && inside(text).zip(inside(listed())).any(|(found, listed)| found != 'ا' && listed == 'ا')
}

/// How a name stands where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Trust {
    /// Strongly guarded, and nothing before asks for it: it may still be one of a list.
    Listed,
    Accepted,
}

fn candidate(passage: &Passage<'_>, hit: &Hit, name: Name) -> Candidate {
    let entity_type = match passage.index.facts(name.record).entity_type {
        EntityType::City if passage.context_before(hit.first as usize).meets(Context::ADMIN) => EntityType::Admin,
        other => other,
    };
    Candidate {
        first: hit.first,
        end: hit.end,
        cut: hit.cut,
        mention: Mention {
            name: Some((name.record, name.form)),
            ..Mention::new(passage.span_of(hit), entity_type, hit.cut.clitics)
        },
        rule: Rule::Listed,
        rank: match name.guard {
            Guard::None => Rank::Name,
            Guard::Weak | Guard::Strong => Rank::Guarded,
            Guard::Date => Rank::Asked,
        },
        inside: inside(passage, hit, entity_type),
        needs: None,
    }
}

/// What a listed name lets be reported inside: nothing, unless its first word is a generic noun, so that it describes
/// (بنك القاهرة, برنامج الأمم المتحدة الإنمائي).
fn inside(passage: &Passage<'_>, hit: &Hit, entity_type: EntityType) -> Inside {
    let describes = hit.end > hit.first + 1
        && passage
            .hits_at(hit.first as usize)
            .iter()
            .any(|first| first.end < hit.end && first.sorts.has(Sorts::GENERIC));
    match entity_type {
        EntityType::Facility => Inside::Places,
        EntityType::Company | EntityType::Organization | EntityType::State if describes => Inside::Places,
        EntityType::Intergovernmental if describes => Inside::PlacesAndBodies,
        _ => Inside::Nothing,
    }
}

/// True if a hit at the same word, not cut, reaches as far: لبنان is no لـ and بنان.
fn is_whole_name(passage: &Passage<'_>, cut: &Hit) -> bool {
    passage.hits_at(cut.first as usize).iter().any(|hit| {
        hit.cut == Cut::WHOLE
            && hit.tail == 0
            && hit.end >= cut.end
            && passage.entries(hit).iter().any(|entry| !matches!(entry.sense, Sense::Literal(_) | Sense::Cue(_)))
    })
}

/// True if a longer phrase that names nothing begins with the name: مسقط رأسه.
fn is_phrase(passage: &Passage<'_>, hit: &Hit) -> bool {
    let at = hit.first as usize;
    passage.sorts_at(at).has(Sorts::PHRASE)
        && passage
            .hits_at(at)
            .iter()
            .any(|phrase| phrase.cut == hit.cut && phrase.end > hit.end && phrase.sorts.has(Sorts::PHRASE))
}

/// True for a single word in يا with the nunation of an accusative, which is an adjective, no name: عشرون جنديا روسيًا.
fn is_accusative(passage: &Passage<'_>, hit: &Hit) -> bool {
    // U+064B fathatan, before or after the alef that carries it.
    hit.end == hit.first + 1 && ["ي\u{64B}ا", "يا\u{64B}"].iter().any(|ending| passage.text_of(hit).ends_with(ending))
}

/// True if the word that was cut is one whose first letter is no particle: كلاوس is no ك and لاوس, nor بيان إن a بـ and
/// يان إن.
fn is_uncut(passage: &Passage<'_>, hit: &Hit) -> bool {
    passage.sets_at(hit.first as usize).has(WordSet::UNCUT)
}

/// Which record a homonym means: one that the generic noun before it asks for, one of a country that the text names, the
/// one that news writes about most.
fn preference(passage: &Passage<'_>, hit: &Hit, record: u32, memory: &Memory) -> (u8, u8, bool, u8) {
    let record = &passage.index.records[record as usize];
    let context = passage.context_before(hit.first as usize);
    // ولاية واشنطن is the state, though a city may stand for the province around it: محافظة إدلب.
    let asked = match record.entity_type {
        EntityType::Admin if context.meets(Context::ADMIN) => 2,
        entity_type => {
            u8::from(Context::of_type(entity_type).meets(context) || is_of_its_country(passage, hit, record))
        }
    };
    let before = if hit.cut.clitics.has('و') { type_before(passage, hit) } else { None };
    let alike = match before {
        Some(other) if other == record.entity_type => 2,
        Some(other) if other.kind() == record.entity_type.kind() => 1,
        _ => 0,
    };
    let near = record.prior >= 3 && record.countries.iter().any(|code| memory.countries.contains(code));
    (asked, alike, near, record.prior)
}

/// The type of the name that the word before ends: جندوبة والكاف, قطر وعمان.
fn type_before(passage: &Passage<'_>, hit: &Hit) -> Option<EntityType> {
    passage.before(hit.first as usize, Sorts::NAME, |sense| match sense {
        Sense::Name { record, .. } => Some(passage.index.facts(record).entity_type),
        _ => None,
    })
}

/// True if an adjective of the country that a name belongs to stands behind it: الأهلي المصري.
fn is_of_its_country(passage: &Passage<'_>, hit: &Hit, record: &Record) -> bool {
    let end = hit.end as usize;
    passage.gap(end).is_blank()
        && passage.any(end, Sorts::NISBA, |sense| match sense {
            // Clubs are masculine, cities feminine: فالنسيا الإسباني, فالنسيا الإسبانية; الشعب العراقي is no quarter.
            Sense::Nisba(nisba) => {
                let agrees = match record.entity_type {
                    EntityType::Organization => nisba.agreement.form == Form::Masculine,
                    EntityType::City | EntityType::Admin => nisba.agreement.form != Form::Masculine,
                    _ => true,
                };
                nisba.agreement.definite && agrees && record.countries.contains(&nisba.country)
            }
            _ => false,
        })
}

/// Whether the words around let a name stand.
fn trust(passage: &Passage<'_>, hit: &Hit, name: Name) -> Result<Trust, Reason> {
    let Name { record, guard, .. } = name;
    let facts = passage.index.facts(record);
    let at = hit.first as usize;
    let end = hit.end as usize;
    // سرت is a city, but وسرت شائعات: and rumours went round.
    let mut short = false;
    if hit.cut != Cut::WHOLE && end == at + 1 {
        let letters =
            passage.codes(at).len() - usize::from(hit.cut.from) + usize::from(hit.cut.alef) - usize::from(hit.tail);
        let sure = if guard == Guard::None { SURE_PRIOR } else { SURE_GUARDED_PRIOR };
        if letters <= 2 || letters == 3 && facts.prior < sure {
            return Err(Reason::Short);
        }
        short = letters == 3 && guard != Guard::None && hit.cut.clitics.has('و');
    }
    let personal = match facts.entity_type {
        EntityType::Person => personal::is_inside_a_name(passage, hit),
        place if place.kind() == Kind::Place => personal::is_a_persons(passage, hit, place, facts.prior),
        _ => false,
    };
    if personal {
        return Err(Reason::Personal);
    }
    if facts.entity_type == EntityType::Region && is_direction_in_chain(passage, hit) {
        return Err(Reason::Direction);
    }
    // صحيفة "النهار": the quoted name alone.
    if facts.entity_type == EntityType::Media && (at + 1..end).any(|word| passage.gap(word).has(Gap::QUOTE)) {
        return Err(Reason::Quoted);
    }
    if hit.tail != 0 && (guard != Guard::None || facts.prior < SURE_PRIOR || facts.entity_type == EntityType::Person) {
        return Err(Reason::Pronoun);
    }
    match guard {
        Guard::None => Ok(Trust::Accepted),
        Guard::Weak if is_adjective(passage, hit, facts.context) => Err(Reason::Adjective),
        Guard::Weak if is_described(passage, hit) => Err(Reason::Described),
        Guard::Weak => Ok(if short { Trust::Listed } else { Trust::Accepted }),
        Guard::Strong => {
            if is_of_its_country(passage, hit, &passage.index.records[record as usize]) {
                return Ok(Trust::Accepted);
            }
            if is_described(passage, hit) {
                return Err(Reason::Described);
            }
            if is_nationality_of_noun(passage, hit) {
                return Err(Reason::Nationality);
            }
            let asked = is_asked_for(passage, hit, facts.context);
            Ok(if asked { Trust::Accepted } else { Trust::Listed })
        }
        Guard::Date if is_asked_for(passage, hit, facts.context) => Ok(Trust::Accepted),
        Guard::Date => Err(Reason::NotAsked),
    }
}

/// True if a generic noun of one of the sets stands before, or quotation marks around if the sets say so.
fn is_asked_for(passage: &Passage<'_>, hit: &Hit, context: Context) -> bool {
    context.meets(passage.context_before(hit.first as usize))
        || (context.meets(Context::QUOTED) && is_quoted(passage, hit))
}

/// True for a region named by its direction that a direction before it turns into a description: شمال [شرق أفريقيا] is the
/// north-east of Africa, and no name.
fn is_direction_in_chain(passage: &Passage<'_>, hit: &Hit) -> bool {
    let at = hit.first as usize;
    let is_direction = |at: usize| passage.is_of(at, WordSet::DIRECTION);
    at > 0
        && hit.end > hit.first + 1
        && hit.cut == Cut::WHOLE
        && passage.gap(at).is_blank()
        && is_direction(at)
        && is_direction(at - 1)
}

fn is_quoted(passage: &Passage<'_>, hit: &Hit) -> bool {
    passage.gap(hit.first as usize).has(Gap::QUOTE) && passage.gap(hit.end as usize).has(Gap::QUOTE.and(Gap::UNQUOTE))
}
