//! The extractor as the arguments want it, and what it finds in a document.

use std::collections::HashSet;
use std::path::Path;

use jiff::civil::Date;
use khabar::{
    Annotation, Document, Entity, EntityType, Explanation, Extractor, Gazetteer, Input, Normalizer, OffsetUnit,
    Scratch, Span,
};

use crate::args::EngineArgs;
use crate::fault::Result;
use crate::input::{Doc, read_text};

/// Finds entities in documents; shared by the threads.
pub struct Finder {
    extractor: Extractor,
    types: HashSet<EntityType>,
    denied: Denied,
    dateline: bool,
}

impl Finder {
    /// # Errors
    ///
    /// A gazetteer or a list of denied names that cannot be used.
    pub fn new(args: &EngineArgs) -> Result<Finder> {
        let mut builder = Extractor::builder()
            .use_builtin(!args.no_builtin)
            .overlap(args.overlap.into())
            .profile(args.profile.into());
        for path in &args.gazetteer {
            builder = builder.gazetteer(Gazetteer::from_path(path)?);
        }
        // The kinds that no type is wanted of need not be looked for.
        let kinds: HashSet<_> = args.types.iter().map(|entity_type| entity_type.kind()).collect();
        match (args.only.is_empty(), kinds.is_empty()) {
            (true, true) => {}
            (true, false) => builder = builder.only(kinds),
            (false, true) => builder = builder.only(args.only.iter().copied()),
            (false, false) => builder = builder.only(args.only.iter().copied().filter(|kind| kinds.contains(kind))),
        }
        let mut denied = Denied::new(args.profile.into());
        for path in &args.deny {
            denied.read(path)?;
        }
        Ok(Finder { extractor: builder.build()?, types: args.types.iter().copied().collect(), denied, dateline: false })
    }

    /// Whether the first full day of a text is taken for the day of publication where that is not known.
    pub fn dateline(self, yes: bool) -> Finder {
        Finder { dateline: yes, ..self }
    }

    /// What is in a document.
    pub fn find<'t>(&self, doc: &'t Doc, scratch: &'t mut Scratch) -> Found<'t> {
        let date = doc.date.or_else(|| if self.dateline { self.first_day(doc, scratch) } else { None });
        let input = Input::new(&doc.text).reference_date(date);
        let document = self.extractor.extract_with(input, scratch);
        let kept = (!self.types.is_empty() || !self.denied.is_empty())
            .then(|| document.entities().map(|entity| self.keeps(&entity)).collect());
        Found { doc, date, document, kept }
    }

    /// What was considered in a document, or in a span of it.
    pub fn explain<'t>(&self, doc: &'t Doc, span: impl Into<Option<Span>>) -> Explanation<'t> {
        self.extractor.explain(Input::new(&doc.text).reference_date(doc.date), span)
    }

    fn first_day(&self, doc: &Doc, scratch: &mut Scratch) -> Option<Date> {
        let document = self.extractor.extract_with(&doc.text, scratch);
        document.entities().find_map(|entity| {
            let value = entity.timex()?.value()?;
            value.first_day().filter(|first| value.last_day() == Some(*first))
        })
    }

    fn keeps(&self, entity: &Entity<'_>) -> bool {
        (self.types.is_empty() || self.types.contains(&entity.entity_type())) && !self.denied.has(entity)
    }
}

/// Names and entries that are not reported.
struct Denied {
    normalizer: Normalizer,
    names: HashSet<String>,
    ids: HashSet<String>,
}

impl Denied {
    fn new(profile: khabar::Profile) -> Denied {
        Denied { normalizer: Normalizer::new(profile), names: HashSet::new(), ids: HashSet::new() }
    }

    fn read(&mut self, path: &Path) -> Result<()> {
        let text = read_text(path)?;
        let lines = text.trim_start_matches('\u{FEFF}').lines().map(str::trim);
        for line in lines.filter(|line| !line.is_empty() && !line.starts_with('#')) {
            // An id is ASCII with a dot, as place.ml; no Arabic name is.
            if line.is_ascii() && line.contains('.') {
                self.ids.insert(line.to_owned());
            } else {
                self.names.insert(self.fold(line));
            }
        }
        Ok(())
    }

    fn fold(&self, text: &str) -> String {
        let folded = self.normalizer.normalize(text);
        folded.text().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn is_empty(&self) -> bool {
        self.names.is_empty() && self.ids.is_empty()
    }

    /// By its entry, its text, or the name that matched: لجزائر in للجزائر is الجزائر.
    fn has(&self, entity: &Entity<'_>) -> bool {
        entity.id().is_some_and(|id| self.ids.contains(id))
            || (!self.names.is_empty()
                && [Some(entity.text()), entity.surface_form()]
                    .into_iter()
                    .flatten()
                    .any(|text| self.names.contains(&self.fold(text))))
    }
}

/// A document with what was found in it.
pub struct Found<'t> {
    pub doc: &'t Doc,
    /// The day of publication.
    pub date: Option<Date>,
    document: Document<'t>,
    /// Which entities are wanted; all unless said.
    kept: Option<Vec<bool>>,
}

impl Found<'_> {
    /// The entities, in the order of the text, longer ones first.
    pub fn entities(&self) -> impl Iterator<Item = Entity<'_>> {
        self.document.entities().enumerate().filter(|(at, _)| self.keeps(*at)).map(|(_, entity)| entity)
    }

    /// The entities as plain rows.
    pub fn annotations(&self, unit: OffsetUnit) -> impl Iterator<Item = Annotation<'_>> {
        self.document.annotations(unit).enumerate().filter(|(at, _)| self.keeps(*at)).map(|(_, row)| row)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.kept.as_ref().map_or(self.document.len(), |kept| kept.iter().filter(|kept| **kept).count())
    }

    fn keeps(&self, at: usize) -> bool {
        self.kept.as_ref().is_none_or(|kept| kept[at])
    }
}
