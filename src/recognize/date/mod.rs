//! Expressions of time.

pub(crate) mod pattern;
pub(crate) mod rules;

mod dateline;
mod guard;
mod matching;
mod number;
mod resolve;
mod scene;
mod shape;
mod slot;
#[cfg(test)]
mod tests;

use std::cmp::Reverse;

use jiff::civil::Date;

use super::candidate::{Candidate, Inside, Rank};
use super::trace::{Reason, Rule, Trace};
use crate::clitic::proclitic::Cut;
use crate::document::Mention;
use crate::entity::EntityType;
use crate::gazetteer::index::Entry;
use crate::gazetteer::sense::{Cue, Sense, Sorts, TimeClass};
use crate::reading::Passage;
use crate::span::Span;
use crate::text::code::{self, SEEN, TEH, YEH};
use crate::text::gap::Gap;
use crate::timex::{Point, Timex, TimexKind, TimexValue};
use guard::Verdict;
use matching::Fit;
use pattern::Trie;
use resolve::Context;
use scene::Scene;
use shape::{Join, Shape};

/// An expression that was found.
#[derive(Clone, Copy, Debug)]
struct Found {
    start: usize,
    end: usize,
    cut: Cut,
    shape: Shape,
    timex: Timex,
    /// The expression itself names the year.
    dated: bool,
    anchor: Option<Span>,
}

/// What dates of one document are counted from.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Timeline {
    /// The day of the text.
    pub(crate) reference: Option<Date>,
    /// The last date that was reported, and where it stands.
    anchor: Option<(Point, Span)>,
}

impl Timeline {
    /// The timeline at the beginning of a document.
    pub(crate) fn new(reference: Option<Date>) -> Timeline {
        Timeline { reference, anchor: None }
    }
}

/// Finds the dates of a passage.
pub(crate) fn find<T: Trace>(
    passage: &Passage<'_>,
    trie: &Trie,
    timeline: &mut Timeline,
    trace: &mut T,
    out: &mut Vec<Candidate>,
) {
    let mut pending: Option<Found> = None;
    let mut fits = Vec::new();
    let mut at = 0;
    while at < passage.len() {
        if !may_begin(passage, at) {
            at += 1;
            continue;
        }
        let context = Surroundings { reference: timeline.reference, before: pending, anchor: timeline.anchor };
        let found = match longest(passage, trie, context, at, &mut fits, trace) {
            Longest::Date(found) => found,
            Longest::Name(end) => {
                at = end;
                continue;
            }
            Longest::None => {
                at += 1;
                continue;
            }
        };
        at = found.end;
        pending = match pending.take() {
            Some(before) => match joined(passage, before, found) {
                Some(whole) => Some(whole),
                None => {
                    report(passage, before, timeline, trace, out);
                    Some(found)
                }
            },
            None => Some(found),
        };
    }
    if let Some(found) = pending {
        report(passage, found, timeline, trace, out);
    }
}

/// What a value may depend on, from outside the expression.
#[derive(Clone, Copy)]
struct Surroundings {
    reference: Option<Date>,
    /// The expression before, which is not reported yet.
    before: Option<Found>,
    anchor: Option<(Point, Span)>,
}

impl Surroundings {
    /// What an expression counts from that counts from the text.
    fn anchor(&self, passage: &Passage<'_>) -> Option<(Point, Span)> {
        self.before.and_then(|found| anchor(passage, found)).or(self.anchor)
    }
}

/// The expression as an anchor of what follows, if it is one day or stretch.
fn anchor(passage: &Passage<'_>, found: Found) -> Option<(Point, Span)> {
    let point = match found.timex.value()? {
        TimexValue::Point(point) | TimexValue::Range(_, point) => point,
        _ => return None,
    };
    point.first_day().map(|_| (point, passage.span(found.start, found.end, found.cut, 0)))
}

/// Dates begin with a number, a word of time, or a word that a rule spells out.
#[inline]
fn may_begin(passage: &Passage<'_>, at: usize) -> bool {
    passage.sorts_at(at).has(Sorts::DATE) || passage.word(at).is_some_and(|word| word.is_number)
}

/// What begins at a word.
enum Longest {
    None,
    Date(Found),
    /// A name that holds a date, up to a word: ثورة 25 يناير.
    Name(usize),
}

/// The expression at a word that reaches farthest; of several the first rule.
fn longest<T: Trace>(
    passage: &Passage<'_>,
    trie: &Trie,
    from: Surroundings,
    start: usize,
    fits: &mut Vec<Fit>,
    trace: &mut T,
) -> Longest {
    fits.clear();
    trie.fits(passage, start, |fit| fits.push(fit));
    fits.sort_by_key(|fit| (Reverse(fit.end), fit.rule));
    for fit in fits.iter() {
        let rule = trie.rules[usize::from(fit.rule)];
        let scene = Scene { passage, start, end: fit.end, cut: fit.cut, captures: &fit.captures };
        match (rule.guard)(scene) {
            Verdict::Date => {}
            Verdict::Other => {
                trace.note(Some(Reason::NoDate), || candidate(passage, (start, fit.cut), fit.end, EntityType::Date));
                continue;
            }
            Verdict::Name => {
                trace.note(Some(Reason::Namesake), || candidate(passage, (start, fit.cut), fit.end, EntityType::Date));
                return Longest::Name(fit.end);
            }
        }
        let is_future = || is_future(passage, start);
        let anchor = if rule.shape == Shape::Anchored { from.anchor(passage) } else { None };
        let context =
            Context { reference: from.reference, anchor: anchor.map(|(point, _)| point), is_future: &is_future };
        if let Some(mut timex) = (rule.resolve)(&fit.captures, &context) {
            let about = || scene::about_before(passage, start).and_then(resolve::about_modifier);
            timex.modifier = timex.modifier.or(resolve::modifier(&fit.captures)).or_else(about);
            return Longest::Date(Found {
                start,
                end: if rule.shape == Shape::Listed { start + 1 } else { fit.end },
                cut: fit.cut,
                shape: rule.shape,
                timex,
                dated: fit.captures.side(false).year().is_some(),
                anchor: anchor.filter(|_| timex.value.is_some()).map(|(_, span)| span),
            });
        }
        trace.note(Some(Reason::NoSuchDate), || candidate(passage, (start, fit.cut), fit.end, EntityType::Date));
    }
    Longest::None
}

/// Two neighbours as one expression, where they are one.
fn joined(passage: &Passage<'_>, first: Found, second: Found) -> Option<Found> {
    const NEAR: Gap = Gap::SPACE.and(Gap::LINE).and(Gap::COMMA);
    let between = second.start - first.end;
    let (near, to) = match between {
        0 if after_between(passage, first.start) && second.cut.clitics.is_only('و') => {
            (passage.gap(second.start).is_blank(), true)
        }
        1 if after_between(passage, first.start) && number::is_and(passage, first.end) => {
            (passage.gap(first.end).is_blank(), true)
        }
        // A month before its day in digits stands before a bracket: نيسان (18/4/1947).
        0 if passage.gap(second.start).within(NEAR) && first.shape != Shape::Month => (second.cut == Cut::WHOLE, false),
        0 => {
            // السبت 14/سبتمبر/2024 - 11:51 م, 8 صفر 1446 هـ - 12 أغسطس 2024 م, 8 صفر 1446 هـ (12 أغسطس 2024)
            let dashed = matches!(second.shape, Shape::Clock | Shape::BareClock) || is_dual(first.shape, second.shape);
            let range = first.shape == Shape::Day && second.shape == Shape::Day && second.cut == Cut::WHOLE;
            let gap = passage.gap(second.start);
            if first.shape == Shape::Month && second.shape == Shape::Day {
                (gap.has(Gap::OPEN) && gap.within(Gap::SPACE.and(Gap::OPEN)), false)
            } else if range && gap.has(Gap::HYPHEN) && gap.within(Gap::SPACE.and(Gap::HYPHEN)) {
                (true, true) // 28 يوليو - 3 أغسطس
            } else {
                (dashed && gap.within(NEAR.and(Gap::HYPHEN).and(Gap::SLASH).and(Gap::OPEN)), false)
            }
        }
        1 if passage.gap(first.end).within(NEAR) && passage.gap(second.start).is_blank() => {
            match code::decode(passage.codes(first.end)).as_str() {
                "حتي" | "الي" | "لغايه" => (true, true),
                "الموافق" | "الموافقه" => (true, false),
                // فجر يوم 12 أغسطس
                "يوم" if first.shape == Shape::BareDayPart => (true, false),
                "عند" | "في" if second.shape == Shape::Clock => (true, false),
                _ => (false, false),
            }
        }
        _ => (false, false),
    };
    if !near {
        return None;
    }
    let mut whole = Found { end: second.end, timex: second.timex, ..first };
    match first.shape.join(second.shape, to)? {
        Join::First => {
            whole.shape = first.shape;
            whole.timex = first.timex;
        }
        Join::Second => {
            // The weekday confirms: where it does not, the date is trusted, and of two vaguer words the weekday.
            whole.shape = second.shape;
            if first.shape == Shape::DayWord
                && second.shape == Shape::Weekday
                && let (Some(near), Some(day)) = (point(first.timex), point(second.timex))
            {
                whole.timex.value = resolve::same_weekday_near(day, near).map(TimexValue::Point);
            }
            if let (Shape::DayPart | Shape::BareDayPart, Some(TimexValue::Point(part)), Some(TimexValue::Point(day))) =
                (first.shape, first.timex.value(), second.timex.value())
            {
                // صباح غد الثلاثاء
                let near = first.shape == Shape::DayPart && second.shape == Shape::Weekday;
                let day = if near { resolve::same_weekday_near(day, part).unwrap_or(day) } else { day };
                whole.timex.value = part.part_on(day).map(TimexValue::Point);
                whole.timex.kind = TimexKind::Time;
                whole.shape = Shape::DayPart;
            }
        }
        Join::ClockOnDay => {
            let day = point(first.timex)?.first_day();
            whole.timex.value = point(second.timex)?.clock_on(day).map(TimexValue::Point);
            whole.shape = Shape::Other;
        }
        Join::Range => {
            let ends = point(first.timex).zip(point(second.timex));
            let ends = ends.map(|(a, b)| resolve::in_order((a, first.dated), (b, second.dated)));
            whole.timex.value = ends.map(|(a, b)| TimexValue::between(a, b));
            whole.shape = Shape::Range;
        }
    }
    Some(whole)
}

/// True for the two halves of a date in both calendars.
fn is_dual(first: Shape, second: Shape) -> bool {
    matches!((first, second), (Shape::Day, Shape::HijriDay) | (Shape::HijriDay, Shape::Day))
}

/// True if بين stands before a word.
fn after_between(passage: &Passage<'_>, at: usize) -> bool {
    scene::word_before(passage, at).as_deref() == Some("بين")
}

fn point(timex: Timex) -> Option<Point> {
    match timex.value()? {
        TimexValue::Point(point) => Some(point),
        _ => None,
    }
}

/// How many words before an expression may turn it to the future.
const REACH: usize = 12;

/// True if a word of the future stands before, in the same sentence.
fn is_future(passage: &Passage<'_>, at: usize) -> bool {
    for word in (at.saturating_sub(REACH)..at).rev() {
        if passage.gap(word + 1).ends_sentence() {
            return false;
        }
        let cue = passage.hits_at(word).iter().any(|hit| {
            hit.sorts.has(Sorts::CUE)
                && (hit.cut == Cut::WHOLE || hit.cut.clitics.is_only('و'))
                && passage.entries(hit).iter().any(|entry| entry.sense == Sense::Cue(Cue::Future))
        });
        if cue || is_future_verb(passage.codes(word)) {
            return true;
        }
    }
    false
}

/// The shape of a verb of the future: س and an imperfect verb (سيلتقي, ستعقد), with the conjunction or without. Nouns that
/// begin so are few.
fn is_future_verb(codes: &[u8]) -> bool {
    const NOUNS: [&str; 18] = [
        "سياس",
        "سيار",
        "سياد",
        "سياق",
        "سياح",
        "سياج",
        "سيطر",
        "سيناء",
        "سيناريو",
        "سيده",
        "سيدات",
        "سيول",
        "سيبيريا",
        "سيره",
        "ستار",
        "ستوكهولم",
        "ستين",
        "ستون",
    ];
    let rest = match codes {
        [first, rest @ ..] if *first == code::WAW => rest,
        _ => codes,
    };
    match rest {
        [SEEN, YEH | TEH, _, _, _, ..] => {
            let word = code::decode(rest);
            !NOUNS.iter().any(|noun| word.starts_with(noun))
        }
        _ => false,
    }
}

fn report<T: Trace>(
    passage: &Passage<'_>,
    found: Found,
    timeline: &mut Timeline,
    trace: &mut T,
    out: &mut Vec<Candidate>,
) {
    if matches!(found.shape, Shape::BareClock | Shape::BareDayPart) {
        let bare = || candidate(passage, (found.start, found.cut), found.end, EntityType::Time);
        trace.note(Some(Reason::NoDay), bare);
        return; // digits beside no day are a score or a verse; صباح الخير is a greeting
    }
    let mut start = (found.start, found.cut);
    // يوم belongs to the day that it stands before.
    if start.1 == Cut::WHOLE
        && matches!(found.shape, Shape::Day | Shape::HijriDay | Shape::Feast)
        && let Some(cut) = day_noun_before(passage, found.start)
    {
        start = (found.start - 1, cut);
    }
    let entity_type = match found.timex.kind() {
        TimexKind::Date => EntityType::Date,
        TimexKind::Time => EntityType::Time,
        TimexKind::Duration => EntityType::Duration,
        TimexKind::Set => EntityType::Set,
    };
    timeline.anchor = anchor(passage, found).or(timeline.anchor);
    let mut date = candidate(passage, start, found.end, entity_type);
    date.mention.timex = Some(found.timex);
    date.mention.anchor = found.anchor;
    out.push(date);
}

/// An expression from a word, with what is cut from it, up to another; it has no value yet.
fn candidate(passage: &Passage<'_>, (first, cut): (usize, Cut), end: usize, entity_type: EntityType) -> Candidate {
    Candidate {
        first: first as u32,
        end: end as u32,
        cut,
        mention: Mention::new(passage.span(first, end, cut, 0), entity_type, cut.clitics),
        rule: Rule::Date,
        rank: Rank::Date,
        inside: Inside::Nothing,
        needs: None,
    }
}

/// What is cut from يوم before a word, if it stands there.
fn day_noun_before(passage: &Passage<'_>, at: usize) -> Option<Cut> {
    if at == 0 || !passage.gap(at).is_blank() {
        return None;
    }
    let day = |entry: &Entry| matches!(entry.sense, Sense::Time { class: TimeClass::One, value: 4 });
    passage
        .hits_at(at - 1)
        .iter()
        .filter(|hit| hit.end as usize == at && hit.tail == 0 && passage.entries(hit).iter().any(day))
        .find(|_| code::decode(passage.codes(at - 1)).ends_with("يوم")) // not يوما, ليلة
        .map(|hit| hit.cut)
}
