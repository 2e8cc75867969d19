//! The days that the news speak of, and those they were published on.

use std::collections::BTreeMap;

use jiff::civil::Date;
use plotters::prelude::*;
use plotters::style::text_anchor::HPos;

use super::plot::{INK, RULE, SOFT, ink, svg, text};
use crate::fault::Result;

/// How wide a step of the timeline is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Day,
    Month,
    Year,
}

impl Step {
    /// Steps of at most a hundred or so between two days.
    fn between(first: Date, last: Date) -> Step {
        match (last - first).get_days() {
            0..=120 => Step::Day,
            121..=3000 => Step::Month,
            _ => Step::Year,
        }
    }

    /// The number of the step that a day lies in.
    fn number(self, day: Date) -> i32 {
        match self {
            Step::Day => (day - Date::constant(1970, 1, 1)).get_days(),
            Step::Month => 12 * i32::from(day.year()) + i32::from(day.month()) - 1,
            Step::Year => i32::from(day.year()),
        }
    }

    fn label(self, day: Date) -> String {
        let text = day.to_string();
        match self {
            Step::Day => text,
            Step::Month => text[..7].to_owned(),
            Step::Year => text[..4].to_owned(),
        }
    }
}

/// The days in which nine mentions of ten lie: one year of long ago must not press all others into a corner.
fn middle(days: &BTreeMap<Date, u64>) -> Option<(Date, Date)> {
    let all: u64 = days.values().sum();
    let at = |share: f64| {
        let mut sum = 0;
        days.iter().find(|(_, count)| {
            sum += **count;
            sum as f64 >= share * all as f64
        })
    };
    Some((*at(0.05)?.0, *at(0.95)?.0))
}

/// Bars of mentions to above, documents to below the line. Time runs from right to left.
pub fn timeline(days: &BTreeMap<Date, u64>, published: &BTreeMap<Date, u64>) -> Result<Option<String>> {
    let Some((mut first, mut last)) = middle(days) else { return Ok(None) };
    if let Some((from, to)) = middle(published) {
        (first, last) = (first.min(from), last.max(to));
    }
    let step = Step::between(first, last);
    let (begin, steps) = (step.number(first), step.number(last) - step.number(first) + 1);
    let binned = |days: &BTreeMap<Date, u64>| {
        let mut bins = vec![0u64; steps as usize];
        for (day, count) in days.range(first..=last) {
            bins[(step.number(*day) - begin) as usize] += count;
        }
        bins
    };
    let (named, published) = (binned(days), binned(published));
    let highest = |bins: &[u64]| bins.iter().copied().max().unwrap_or(0).max(1);
    const WIDTH: i32 = 1100;
    const LINE: i32 = 190;
    let picture = svg(WIDTH as u32, 290, |area| {
        let wide = f64::from(WIDTH - 20) / f64::from(steps);
        let left = |i: usize| WIDTH - 10 - (wide * (i as f64 + 1.0)) as i32;
        let gap = if wide > 6.0 { 2 } else { 0 };
        for (bins, kind, down, tall) in [(&named, 2, false, 160.0), (&published, 0, true, 44.0)] {
            let most = highest(bins);
            for (i, count) in bins.iter().enumerate().filter(|(_, count)| **count > 0) {
                let height = (tall * *count as f64 / most as f64).max(2.0) as i32;
                let (top, bottom) = if down { (LINE + 2, LINE + 2 + height) } else { (LINE - height, LINE) };
                let right = (left(i) + wide as i32 - gap).max(left(i) + 1);
                area.draw(&Rectangle::new([(left(i), top), (right, bottom)], ink(kind).filled()))?;
                if !down && *count == most {
                    text(area, &count.to_string(), ((left(i) + right) / 2, top - 12), 16, SOFT, HPos::Center)?;
                }
            }
        }
        area.draw(&PathElement::new([(10, LINE), (WIDTH - 10, LINE)], RULE))?;
        // Labels at the ends and between, never so close that they touch.
        let labels = 5.min(steps as usize);
        let label = |day: Date| step.label(day);
        let mut day = first;
        let mut at = BTreeMap::new();
        while day <= last {
            at.entry(step.number(day) - begin).or_insert_with(|| label(day));
            day = day.tomorrow()?;
        }
        for i in 0..labels {
            let bin = if labels == 1 { 0 } else { i * (steps as usize - 1) / (labels - 1) };
            let Some(name) = at.get(&(bin as i32)) else { continue };
            let x = (left(bin) + (wide / 2.0) as i32).clamp(50, WIDTH - 50);
            text(area, name, (x, 262), 18, INK, HPos::Center)?;
        }
        Ok(())
    })?;
    Ok(Some(picture))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn steps_and_outliers() {
        assert_eq!(Step::between(date(2024, 8, 1), date(2024, 8, 31)), Step::Day);
        assert_eq!(Step::between(date(2023, 8, 1), date(2024, 8, 31)), Step::Month);
        assert_eq!(Step::between(date(1990, 8, 1), date(2024, 8, 31)), Step::Year);
        assert_eq!(Step::Month.number(date(2024, 1, 31)) + 1, Step::Month.number(date(2024, 2, 1)));
        let mut days: BTreeMap<_, _> = (1..=30).map(|day| (date(2024, 8, day), 2)).collect();
        days.insert(date(1956, 10, 29), 1);
        assert_eq!(middle(&days), Some((date(2024, 8, 2), date(2024, 8, 29))));
        assert_eq!(middle(&BTreeMap::new()), None);
    }
}
