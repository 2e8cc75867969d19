//! The page of a report.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::map::map;
use super::plot::{bars, heat};
use super::tally::{Items, Tally};
use super::timeline::timeline;
use crate::fault::Result;
use crate::format::Escaped;
use crate::format::html::{KINDS, write_head};

const STYLE: &str = include_str!("report.css");

/// How many rows and columns a heat map has.
const HEAT: usize = 14;

pub fn page(tally: &Tally, title: &str, top: usize) -> Result<String> {
    let mut out = String::new();
    let written = "a string takes all";
    write_head(&mut out, title).expect(written);
    write!(
        out,
        "<style>\n{STYLE}</style>\n<main class=\"report\">\n<h1>{}</h1>\n<ul class=\"counts\">",
        Escaped(title)
    )
    .expect(written);
    let [actors, places, dates] = tally.mentions;
    for (label, count) in [
        ("وثيقة", tally.documents),
        ("جملة", tally.sentences),
        (KINDS[0].1, actors),
        (KINDS[1].1, places),
        (KINDS[2].1, dates),
    ] {
        write!(out, "<li><b><bdi>{}</bdi></b> {label}</li>", indicatif::HumanCount(count)).expect(written);
    }
    out.push_str("</ul>\n");
    let mut figure = |class: &str, heading: &str, note: &str, picture: &str| {
        write!(out, "<figure class=\"{class}\"><h2>{heading}</h2>{picture}").expect(written);
        writeln!(out, "<figcaption>{note}</figcaption></figure>").expect(written);
    };
    let rows = |items: &Items| -> Vec<_> {
        Tally::top(items, top).into_iter().map(|(_, item)| (item.name.clone(), item.mentions)).collect()
    };
    figure("half", "من يُذكر أكثر", "الفاعلون بعدد مرات ذكرهم", &bars(&rows(&tally.actors), 0)?);
    figure("half", "أين", "الأماكن بعدد مرات ذكرها", &bars(&rows(&tally.places), 1)?);
    if let Some(picture) = map(&tally.places)? {
        figure("map", "الخريطة", "مساحة الدائرة بعدد مرات الذكر، والنقاط مدن من معجم الأماكن", &picture);
    }
    if let Some(picture) = timeline(&tally.days, &tally.published)? {
        figure(
            "",
            "متى",
            "فوق الخط: الأيام التي تتحدث عنها الأخبار. تحته: أيام نشرها. الزمن من اليمين إلى اليسار",
            &picture,
        );
    }
    // Lengths of time and "now" are no dates that one could look up.
    let is_date = |(value, _): &(&String, &u64)| value.starts_with(|c: char| c.is_ascii_digit());
    let mut values: Vec<_> =
        tally.values.iter().filter(is_date).map(|(value, count)| (value.clone(), *count)).collect();
    values.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    values.truncate(top);
    let who = names(&tally.actors, tally.actor_actor.iter().flat_map(|((a, b), count)| [(a, *count), (b, *count)]));
    if !who.is_empty() {
        let count = |row: usize, column: usize| {
            let (a, b) = (who[row].0, who[column].0);
            tally.actor_actor.get(&(a.min(b).clone(), a.max(b).clone())).copied().unwrap_or(0)
        };
        let labels: Vec<_> = who.iter().map(|(_, name)| name.clone()).collect();
        figure("half", "من مع من", "عدد الجمل التي يجتمع فيها اثنان", &heat(&labels, &labels, count, 0)?);
    }
    let [who, places] = crossed(tally);
    if !who.is_empty() {
        let count = |row: usize, column: usize| {
            tally.actor_place.get(&(who[row].0.clone(), places[column].0.clone())).copied().unwrap_or(0)
        };
        let label = |names: &[(&String, String)]| -> Vec<_> { names.iter().map(|(_, name)| name.clone()).collect() };
        figure(
            "half",
            "من وأين",
            "عدد الجمل التي يجتمع فيها فاعل ومكان",
            &heat(&label(&who), &label(&places), count, 1)?,
        );
    }
    if !values.is_empty() {
        figure("half", "أكثر التواريخ ذكرا", "قيم TIMEX3", &bars(&values, 2)?);
    }
    out.push_str("</main>\n</html>\n");
    Ok(out)
}

/// Keys with the names that stand beside the plot.
type Labels<'t> = Vec<(&'t String, String)>;

/// The items that stand with others in most sentences.
fn names<'t>(items: &'t Items, pairs: impl Iterator<Item = (&'t String, u64)>) -> Labels<'t> {
    let mut sums: BTreeMap<&String, u64> = BTreeMap::new();
    pairs.for_each(|(key, count)| *sums.entry(key).or_default() += count);
    let mut sums: Vec<_> = sums.into_iter().collect();
    sums.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(b.0)));
    sums.into_iter().take(HEAT).map(|(key, _)| (key, items[key].name.clone())).collect()
}

/// Actors and places that stand together.
fn crossed(tally: &Tally) -> [Labels<'_>; 2] {
    let pairs = &tally.actor_place;
    let actors = names(&tally.actors, pairs.iter().map(|((actor, _), count)| (actor, *count)));
    [actors, names(&tally.places, pairs.iter().map(|((_, place), count)| (place, *count)))]
}
