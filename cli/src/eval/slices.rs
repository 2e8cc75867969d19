//! Figures of the mentions that are hard: those with a glued clitic, those inside others, those that no gazetteer lists.
//!
//! Recall is that of gold mentions of a slice, precision that of mentions found; each may hit any of the other side.

use std::collections::{BTreeSet, HashSet};
use std::path::PathBuf;

use khabar::{Gazetteer, Normalizer, Profile};

use super::annotated::Text;
use super::score::{Pair, Rows, Span, hits, in_mode};
use crate::args::Mode;
use crate::fault::Result;

/// What decides whether a mention is of a slice.
pub struct Slices {
    names: HashSet<String>,
    normalizer: Normalizer,
}

const NAMES: [&str; 3] = ["clitic", "nested", "unlisted"];

impl Slices {
    /// Slices by the gazetteers in the box and those given.
    pub fn new(gazetteers: &[PathBuf]) -> Result<Slices> {
        let mut all = Gazetteer::builtin();
        for path in gazetteers {
            all.extend(Gazetteer::from_path(path)?);
        }
        let normalizer = Normalizer::new(Profile::News);
        let forms = all.records().flat_map(|record| record.surface_forms());
        let names = forms.map(|form| normalizer.normalize(form).text().to_owned()).collect();
        Ok(Slices { names, normalizer })
    }

    /// The rows of the slices.
    pub fn score(&self, pairs: &[Pair<'_>]) -> Rows {
        let mut rows = Rows::new();
        for pair in pairs {
            for mode in Mode::ALL {
                let (gold, found) = (in_mode(pair, &pair.gold_spans, mode), in_mode(pair, &pair.found_spans, mode));
                for slice in NAMES {
                    let tally = rows.entry(slice.to_owned()).or_default().entry(mode).or_default();
                    // Widened spans have lost what makes them of a slice, so the spans as they stand are asked.
                    let of = |spans: &[Span]| -> Vec<Span> {
                        let wanted = spans.iter().filter(|span| self.is_in(slice, &pair.gold.text, spans, span));
                        in_mode(pair, &wanted.cloned().collect::<Vec<_>>(), mode)
                    };
                    let (some_gold, some_found) = (of(&pair.gold_spans), of(&pair.found_spans));
                    let key = |span: &'_ Span| (span.0, span.1, span.2.clone());
                    let set = |spans: &[Span]| -> BTreeSet<(usize, usize, String)> { spans.iter().map(key).collect() };
                    let (some_gold, some_found) = (set(&some_gold), set(&some_found));
                    let (gold, found) = (set(&gold), set(&found));
                    tally.gold += some_gold.len();
                    tally.found += some_found.len();
                    tally.gold_hit += hits(mode, &borrowed(&some_gold), &borrowed(&found));
                    tally.found_hit += hits(mode, &borrowed(&some_found), &borrowed(&gold));
                }
            }
        }
        rows
    }

    fn is_in(&self, slice: &str, text: &Text, spans: &[Span], span: &Span) -> bool {
        let letter = |at: Option<usize>| at.and_then(|at| text.char(at)).is_some_and(char::is_alphabetic);
        match slice {
            "clitic" => letter(span.0.checked_sub(1)) || letter(Some(span.1)),
            "nested" => spans
                .iter()
                .any(|outer| outer.0 <= span.0 && span.1 <= outer.1 && (outer.0, outer.1) != (span.0, span.1)),
            _ => span.2 != "date" && !self.is_listed(text.slice(span.0, span.1)),
        }
    }

    /// True for a name of the gazetteers, with the article that ل swallowed put back (لجزائر).
    fn is_listed(&self, words: &str) -> bool {
        let folded = self.normalizer.normalize(words);
        let folded = folded.text();
        self.names.contains(folded) || (folded.starts_with('ل') && self.names.contains(&format!("ا{folded}")))
    }
}

fn borrowed(keys: &BTreeSet<(usize, usize, String)>) -> BTreeSet<(usize, usize, &str)> {
    keys.iter().map(|(start, end, label)| (*start, *end, label.as_str())).collect()
}
