//! What was considered in a text, what was kept, and why the rest was dropped.

use std::cmp::Reverse;
use std::fmt;
use std::sync::Arc;

use jiff::civil::Date;

use crate::clitic::Clitics;
use crate::entity::{EntityType, Kind};
use crate::extractor::{Extractor, Input, Scratch};
use crate::gazetteer::index::Index;
use crate::gazetteer::record::{Code, Guard, Record};
use crate::recognize::candidate::{Candidate, Rank};
use crate::recognize::trace::{Note, Reason, Rule};
use crate::span::Span;
use crate::timex::Timex;

impl Extractor {
    /// Says of a text what was considered as a mention, what of it was kept, and why the rest was not: of what overlaps a
    /// span of bytes, or of all.
    ///
    /// What is kept is what [`Extractor::extract`] finds. The text is read as there, from its beginning, and notes are taken on the way, so
    /// this costs more; extraction itself takes none.
    ///
    /// ```
    /// use khabar::{Extractor, Span};
    ///
    /// let khabar = Extractor::builtin();
    /// let text = "وصل إلى مطار القاهرة الدولي، وقرب القاعدة العسكرية";
    /// let base = Span::new(text.find("القاعدة").unwrap(), text.len());
    /// let explanation = khabar.explain(text, base);
    /// let qaeda = explanation.candidates().next().unwrap();
    /// assert!(!qaeda.is_kept());
    /// assert_eq!(qaeda.guard(), Some("strong"));
    /// assert_eq!(qaeda.reason().unwrap().to_string(), "an adjective describes it, so it is a common noun");
    ///
    /// let explanation = khabar.explain(text, None);
    /// let kept: Vec<_> = explanation.candidates().filter(|c| c.is_kept()).map(|c| c.text()).collect();
    /// assert_eq!(kept, ["مطار القاهرة الدولي", "القاهرة"]);
    /// ```
    pub fn explain<'t>(&self, input: impl Into<Input<'t>>, span: impl Into<Option<Span>>) -> Explanation<'t> {
        let mut notes: Vec<Note> = Vec::new();
        let input = self.run(input.into(), &mut Scratch::default(), &mut notes);
        if let Some(span) = span.into() {
            notes.retain(|note| note.candidate.mention.span.overlaps(span));
        }
        // Those kept before those dropped over the same words, and what two rules say alike but once.
        let key = |note: &Note| {
            let Note { candidate: Candidate { mention, rule, .. }, dropped, .. } = note;
            (mention.span.start(), Reverse(mention.span.end()), *dropped, mention.entity_type, *rule, mention.name)
        };
        notes.sort_by_key(key);
        notes.dedup_by_key(|note| key(note));
        Explanation { text: input.text, reference_date: input.reference_date, notes, index: Arc::clone(&self.index) }
    }
}

/// What was considered in a text. See [`Extractor::explain`].
#[derive(Clone)]
pub struct Explanation<'t> {
    text: &'t str,
    reference_date: Option<Date>,
    notes: Vec<Note>,
    index: Arc<Index>,
}

impl<'t> Explanation<'t> {
    /// The text, as it was given.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// The date that relative dates were resolved against: the one given, else that of a dateline at the head of the text.
    pub fn reference_date(&self) -> Option<Date> {
        self.reference_date
    }

    /// What was considered, in the order of the spans: by start, longer ones first, those kept before those dropped.
    pub fn candidates(&self) -> impl ExactSizeIterator<Item = Considered<'_>> + DoubleEndedIterator {
        self.notes.iter().map(|note| Considered { text: self.text, index: &self.index, note })
    }
}

impl fmt::Debug for Explanation<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.candidates()).finish()
    }
}

/// Words that some rule took for a mention, and what became of them.
#[derive(Clone, Copy)]
pub struct Considered<'e> {
    text: &'e str,
    index: &'e Index,
    note: &'e Note,
}

impl<'e> Considered<'e> {
    /// Where it stands, in bytes of the original text.
    pub fn span(&self) -> Span {
        self.note.candidate.mention.span
    }

    /// The original text of the span.
    pub fn text(&self) -> &'e str {
        &self.text[self.span().range()]
    }

    /// True if it is a mention.
    pub fn is_kept(&self) -> bool {
        self.note.dropped.is_none()
    }

    /// Why it is none.
    pub fn reason(&self) -> Option<Reason> {
        self.note.dropped
    }

    /// Where the mention stands that was kept instead, if the reason is [`Reason::Longer`] or [`Reason::Outranked`].
    pub fn rival(&self) -> Option<Span> {
        self.note.rival
    }

    /// The family of rules that proposed it.
    pub fn rule(&self) -> Rule {
        self.note.candidate.rule
    }

    /// What it counts for against another candidate over the same words.
    pub fn rank(&self) -> Rank {
        self.note.candidate.rank
    }

    /// Actor, place or date.
    pub fn kind(&self) -> Kind {
        self.entity_type().kind()
    }

    /// The type that it has or would have.
    pub fn entity_type(&self) -> EntityType {
        self.note.candidate.mention.entity_type
    }

    /// What was cut off around it.
    pub fn clitics(&self) -> Clitics {
        self.note.candidate.mention.clitics
    }

    /// The gazetteer entry, for names that are listed.
    pub fn record(&self) -> Option<&'e Record> {
        self.note.candidate.mention.name.map(|(record, _)| &self.index.records[record as usize])
    }

    /// The surface form of the gazetteer that matched, as it is written there.
    pub fn surface_form(&self) -> Option<&'e str> {
        let (_, form) = self.note.candidate.mention.name?;
        self.record().map(|record| record.name_at(form))
    }

    /// The guard of that form, as gazetteers write it: `weak`, `strong` or `date`.
    pub fn guard(&self) -> Option<&'static str> {
        let (_, form) = self.note.candidate.mention.name?;
        let guard = self.record()?.names[usize::from(form)].guard;
        (guard != Guard::None).then(|| guard.as_str())
    }

    /// ISO 3166-1 alpha-2 codes of the countries in a composed name.
    pub fn countries(&self) -> impl Iterator<Item = &'e str> {
        self.note.candidate.mention.countries.iter().flatten().filter(|code| code.is_iso()).map(Code::as_str)
    }

    /// The value of a date.
    pub fn timex(&self) -> Option<Timex> {
        self.note.candidate.mention.timex
    }
}

impl fmt::Debug for Considered<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} {:?} {}", self.span(), self.text(), self.entity_type())?;
        match self.note.dropped {
            None => write!(f, ": {}", self.rule()),
            Some(reason) => write!(f, ": no, {reason}"),
        }
    }
}
