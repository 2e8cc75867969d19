//! The words that rules read, from the tables of `gazetteers/lexicon/`.

use super::common::COMMON;
use super::folding::Folding;
use super::inflect::{broken_plural, inflect};
use super::record::{Code, Context};
use super::sense::{Agreement, Cue, Extent, Form, Nisba, Sense, TimeClass, Title};
use super::tsv::{self, Row};
use super::word_sets::{WordSet, WordSets};
use crate::entity::EntityType;
use crate::error::Error;
use crate::normalize::Profile;

const NISBA: &str = include_str!("../../gazetteers/lexicon/nisba.tsv");
const HEADS: &str = include_str!("../../gazetteers/lexicon/heads.tsv");
const PORTFOLIOS: &str = include_str!("../../gazetteers/lexicon/portfolios.tsv");
const MODIFIERS: &str = include_str!("../../gazetteers/lexicon/modifiers.tsv");
const GENERIC: &str = include_str!("../../gazetteers/lexicon/generic.tsv");
const CUES: &str = include_str!("../../gazetteers/lexicon/cues.tsv");
const TIME: &str = include_str!("../../gazetteers/lexicon/time.tsv");
const PHRASES: &str = include_str!("../../gazetteers/lexicon/phrases.tsv");
const TITLES: &str = include_str!("../../gazetteers/lexicon/titles.tsv");
const SPEECH: &str = include_str!("../../gazetteers/lexicon/speech.tsv");
const INSTITUTIONS: &str = include_str!("../../gazetteers/lexicon/institutions.tsv");
const LOCATIONS: &str = include_str!("../../gazetteers/lexicon/locations.tsv");
const PARTICLES: &str = include_str!("../../gazetteers/lexicon/particles.tsv");

/// A head noun.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Head {
    pub(crate) entity_type: EntityType,
    /// The form of adjective that agrees with it; a plural of things takes the feminine singular.
    pub(crate) agrees: Form,
    /// True if it is a proper name without a country: مجلس النواب.
    pub(crate) alone: bool,
}

/// A word of the lexicon with its meaning.
pub(crate) struct Word {
    pub(crate) text: Box<str>,
    pub(crate) sense: Sense,
    /// True if only these letters count.
    pub(crate) exact: bool,
}

#[derive(Default)]
pub(crate) struct Lexicon {
    pub(crate) words: Vec<Word>,
    pub(crate) heads: Vec<Head>,
    /// Words after which a name that is an adjective as well is the place.
    place_cues: Vec<&'static str>,
    directions: Vec<&'static str>,
    /// Everyday words.
    common: Vec<&'static str>,
    /// The adjectives among them, and what no noun phrase runs over.
    adjectives: Vec<&'static str>,
    clauses: Vec<&'static str>,
    speech: Vec<&'static str>,
    links: Vec<&'static str>,
    divine: Vec<&'static str>,
    bylines: Vec<&'static str>,
    particle_links: Vec<&'static str>,
    complements: Vec<&'static str>,
    /// Whether personal names are asked for.
    names: bool,
    /// Words that are never a name, in exact spelling.
    pub(crate) particles: Vec<Box<str>>,
}

impl Lexicon {
    /// The words of time, and the cues that date rules ask for.
    pub(crate) fn read_time(&mut self) -> Result<(), Error> {
        tsv::read("lexicon/time.tsv", TIME, &["class", "value", "forms"], &["class", "value", "forms"], |row| {
            let class = TimeClass::named(row.get("class")).ok_or_else(|| row.fault("class", "unknown class"))?;
            let value = row.parse("value", "number")?.unwrap_or(0);
            for form in row.list("forms") {
                let exact = form.starts_with('=');
                self.push(form.trim_start_matches('='), Sense::Time { class, value }, exact);
            }
            Ok(())
        })?;
        tsv::read("lexicon/cues.tsv", CUES, &["class", "forms"], &["class", "forms"], |row| {
            match row.get("class") {
                "place" => self.place_cues.extend(row.list("forms")),
                "direction" => self.directions.extend(row.list("forms")),
                "particle" => self.particle_links.extend(row.list("forms")),
                "byline" => self.bylines.extend(row.list("forms")),
                "divine" => self.divine.extend(row.list("forms")),
                "complement" => self.complements.extend(row.list("forms")),
                _ => return self.read_cue(&row),
            }
            Ok(())
        })
    }

    fn read_cue(&mut self, row: &Row<'static, '_>) -> Result<(), Error> {
        let (_, cue) = Cue::NAMES
            .into_iter()
            .find(|(name, _)| *name == row.get("class"))
            .ok_or_else(|| row.fault("class", "unknown class"))?;
        row.list("forms").for_each(|form| self.push(form, Sense::Cue(cue), false));
        if cue == Cue::Link {
            self.links.extend(row.list("forms"));
        }
        Ok(())
    }

    /// The words that are not matched but asked for.
    pub(super) fn words_asked(&self, profile: Profile) -> Result<WordSets, Error> {
        let mut sets = WordSets::default();
        let mut folding = Folding::new(profile);
        for (words, set) in [
            (&self.place_cues, WordSet::PLACE_CUE),
            (&self.directions, WordSet::DIRECTION),
            (&self.common, WordSet::UNCUT),
            (&self.common, WordSet::COMMON),
            (&self.adjectives, WordSet::ADJECTIVE),
            (&self.clauses, WordSet::CLAUSE),
            (&self.speech, WordSet::SPEECH),
            (&self.links, WordSet::LINK),
            (&self.bylines, WordSet::BYLINE),
            (&self.particle_links, WordSet::INFIX),
            (&self.divine, WordSet::DIVINE),
            (&self.complements, WordSet::COMPLEMENT),
        ] {
            sets.add(words.iter().copied(), set, &mut folding);
        }
        sets.add(self.particles.iter().map(|particle| &**particle), WordSet::PARTICLE, &mut folding);
        if self.names {
            sets.read_names(profile)?;
        }
        Ok(sets)
    }

    /// The words that rules for actors and places read.
    pub(crate) fn read_names(&mut self) -> Result<(), Error> {
        tsv::read("lexicon/particles.tsv", PARTICLES, &["forms"], &["forms"], |row| {
            self.particles.extend(row.list("forms").map(Box::from));
            Ok(())
        })?;
        self.names = true;
        tsv::read("lexicon/common.tsv", COMMON, &["class", "forms"], &["class", "forms"], |row| {
            self.common.extend(row.list("forms"));
            if matches!(row.get("class"), "adjective" | "colour") {
                self.adjectives.extend(row.list("forms"));
            }
            if matches!(row.get("class"), "verb" | "speech" | "function" | "adverb") {
                self.clauses.extend(row.list("forms"));
            }
            Ok(())
        })?;
        tsv::read("lexicon/phrases.tsv", PHRASES, &["phrases"], &["phrases"], |row| {
            row.list("phrases").for_each(|phrase| self.push(phrase, Sense::Phrase, false));
            Ok(())
        })?;
        tsv::read("lexicon/speech.tsv", SPEECH, &["verb", "forms"], &["verb"], |row| {
            self.speech.push(row.get("verb"));
            self.speech.extend(row.list("forms"));
            Ok(())
        })?;
        tsv::read("lexicon/titles.tsv", TITLES, &["role", "forms"], &["role", "forms"], |row| {
            let title = Title::of_role(row.get("role"));
            row.list("forms").for_each(|form| self.push(form, Sense::Title(title), false));
            Ok(())
        })?;
        let columns = ["forms", "type", "extent"];
        tsv::read("lexicon/institutions.tsv", INSTITUTIONS, &columns, &columns, |row| {
            let entity_type =
                EntityType::from_name(row.get("type")).ok_or_else(|| row.fault("type", "unknown type"))?;
            let extent =
                Extent::named(row.get("extent")).ok_or_else(|| row.fault("extent", "short, long, name or definite"))?;
            row.list("forms").for_each(|form| self.push(form, Sense::Institution { entity_type, extent }, false));
            Ok(())
        })?;
        let columns = ["forms", "type", "span"];
        tsv::read("lexicon/locations.tsv", LOCATIONS, &columns, &columns, |row| {
            let entity_type =
                EntityType::from_name(row.get("type")).ok_or_else(|| row.fault("type", "unknown type"))?;
            let whole = match row.get("span") {
                "whole" => true,
                "name" => false,
                _ => return Err(row.fault("span", "name or whole")),
            };
            row.list("forms").for_each(|form| self.push(form, Sense::Location { entity_type, whole }, false));
            Ok(())
        })?;
        self.read_nisba()?;
        self.read_heads()?;
        tsv::read("lexicon/portfolios.tsv", PORTFOLIOS, &["portfolio"], &["portfolio"], |row| {
            self.push(row.get("portfolio"), Sense::Portfolio, false);
            Ok(())
        })?;
        for (text, agrees) in [("وزارة", Form::Feminine), ("وزارتي", Form::Dual), ("وزارتا", Form::Dual)]
        {
            self.push(text, Sense::Ministry(agrees), false);
        }
        tsv::read("lexicon/modifiers.tsv", MODIFIERS, &["masculine", "after"], &["masculine"], |row| {
            let after = row.get("after") == "yes";
            let stem = row.get("masculine");
            for (text, definite, form) in [
                (format!("ال{stem}"), true, Form::Masculine),
                (format!("ال{stem}ة"), true, Form::Feminine),
                (stem.to_owned(), false, Form::Masculine),
                (format!("{stem}ة"), false, Form::Feminine),
            ] {
                self.push(&text, Sense::Modifier { agreement: Agreement { definite, form }, after }, false);
            }
            Ok(())
        })?;
        tsv::read("lexicon/generic.tsv", GENERIC, &["set", "forms"], &["set", "forms"], |row| {
            let mut set = Context::named(row.get("set")).ok_or_else(|| row.fault("set", "unknown set"))?;
            if set == Context::ADMIN {
                set = set.and(Context::REGION);
            }
            row.list("forms").for_each(|form| self.push(form, Sense::Generic(set), false));
            Ok(())
        })
    }

    fn read_nisba(&mut self) -> Result<(), Error> {
        let columns = ["country", "masculine", "plural", "ambiguous"];
        tsv::read("lexicon/nisba.tsv", NISBA, &columns, &columns, |row| {
            let country = Code::new(row.get("country")).ok_or_else(|| row.fault("country", "no code"))?;
            let ambiguous = row.get("ambiguous") == "yes";
            for stem in row.list("masculine") {
                inflect(stem, |form, agreement| {
                    self.push(form, Sense::Nisba(Nisba { country, agreement, ambiguous }), false)
                });
            }
            for plural in row.list("plural") {
                broken_plural(plural, |form, agreement| {
                    self.push(form, Sense::Nisba(Nisba { country, agreement, ambiguous }), false);
                });
            }
            Ok(())
        })
    }

    fn read_heads(&mut self) -> Result<(), Error> {
        let columns = ["definite", "construct", "type", "gender", "alone"];
        tsv::read("lexicon/heads.tsv", HEADS, &columns, &columns, |row| {
            let entity_type =
                EntityType::from_name(row.get("type")).ok_or_else(|| row.fault("type", "unknown type"))?;
            let agrees = match row.get("gender") {
                "m" => Form::Masculine,
                "f" | "p" => Form::Feminine,
                _ => return Err(row.fault("gender", "m, f or p")),
            };
            let head = self.heads.len() as u16;
            self.heads.push(Head { entity_type, agrees, alone: row.get("alone") == "yes" });
            self.push(row.get("definite"), Sense::Head { head, construct: false }, false);
            if !row.get("construct").is_empty() {
                self.push(row.get("construct"), Sense::Head { head, construct: true }, false);
            }
            Ok(())
        })
    }

    fn push(&mut self, text: &str, sense: Sense, exact: bool) {
        self.words.push(Word { text: text.into(), sense, exact });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_well_formed() {
        let mut lexicon = Lexicon::default();
        lexicon.read_time().unwrap();
        lexicon.read_names().unwrap();
        assert!(lexicon.particles.iter().any(|particle| &**particle == "على"));
        assert!(lexicon.words.len() > 3_000);
    }
}
