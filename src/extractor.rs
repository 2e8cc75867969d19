//! The front: building, and one text in, one document out.

use std::borrow::Cow;
use std::sync::Arc;
#[cfg(feature = "builtin")]
use std::sync::OnceLock;

use jiff::civil::Date;

use crate::document::{Document, Mention};
use crate::entity::Kind;
use crate::error::Error;
use crate::gazetteer::Gazetteer;
use crate::gazetteer::index::Index;
use crate::gazetteer::lexicon::Lexicon;
use crate::memory::Memory;
use crate::normalize::Profile;
use crate::reading::Reading;
use crate::recognize::candidate::Candidate;
use crate::recognize::date::Timeline;
use crate::recognize::date::pattern::Trie;
use crate::recognize::trace::{Reason, Trace};
use crate::recognize::{self, Wanted};
use crate::resolve::{Overlap, resolve};
use crate::text::gap::Gap;

/// Finds actors, places and dates in Arabic text.
///
/// Built once, then shared: it is `Send + Sync`, and a clone costs a counter. Building may fail; extracting never does,
/// whatever the text.
///
/// ```
/// use khabar::Extractor;
///
/// let khabar = Extractor::builtin();
/// for entity in khabar.extract("أعلن الجيش المالي مقتل عشرة من فاغنر").entities() {
///     println!("{} {} {:?}", entity.text(), entity.entity_type(), entity.id());
/// }
/// ```
#[derive(Clone, Debug)]
pub struct Extractor {
    pub(crate) index: Arc<Index>,
    trie: Arc<Trie>,
    wanted: Wanted,
    kinds: [bool; 3],
    overlap: Overlap,
}

/// A text to read, with its reference date. Made of a `&str`, or by [`Input::new`].
#[derive(Clone, Copy, Debug)]
pub struct Input<'t> {
    pub(crate) text: &'t str,
    pub(crate) reference_date: Option<Date>,
}

impl<'t> Input<'t> {
    /// A text without a reference date.
    pub fn new(text: &'t str) -> Input<'t> {
        Input { text, reference_date: None }
    }

    /// Sets the date that the text was published: what أمس, الأحد and 27 يوليو are counted from. Without one, the date of a
    /// dateline counts, if the text begins with one (`السبت 14/سبتمبر/2024 - 11:51 م`); else such expressions are found and
    /// have no value.
    pub fn reference_date(self, date: impl Into<Option<Date>>) -> Input<'t> {
        Input { reference_date: date.into(), ..self }
    }
}

impl<'t> From<&'t str> for Input<'t> {
    fn from(text: &'t str) -> Input<'t> {
        Input::new(text)
    }
}

impl<'t> From<&'t String> for Input<'t> {
    fn from(text: &'t String) -> Input<'t> {
        Input::new(text)
    }
}

/// Buffers that are used again from text to text. See [`Extractor::extract_with`].
#[derive(Clone, Debug, Default)]
pub struct Scratch {
    reading: Reading,
    candidates: Vec<Candidate>,
    mentions: Vec<Mention>,
    memory: Memory,
}

impl Extractor {
    /// The extractor of the gazetteers in the box, built on first use and shared by all callers.
    #[cfg(feature = "builtin")]
    pub fn builtin() -> Extractor {
        static BUILTIN: OnceLock<Extractor> = OnceLock::new();
        BUILTIN.get_or_init(|| Extractor::builder().build().expect("the gazetteers in the box are tested")).clone()
    }

    /// A builder, to set more.
    pub fn builder() -> ExtractorBuilder {
        ExtractorBuilder::default()
    }

    /// Finds the entities of a text.
    pub fn extract<'t>(&self, input: impl Into<Input<'t>>) -> Document<'t> {
        let input = input.into();
        let mut scratch = Scratch::default();
        let input = self.run(input, &mut scratch, &mut ());
        self.document(input, Cow::Owned(scratch.mentions))
    }

    /// Finds the entities of a text in buffers that are used again, which spares the allocations of many small texts.
    ///
    /// ```
    /// use khabar::{Extractor, Scratch};
    ///
    /// let khabar = Extractor::builtin();
    /// let mut scratch = Scratch::default();
    /// let mut count = 0;
    /// for line in ["زار الوزير باماكو", "عاد إلى القاهرة"] {
    ///     count += khabar.extract_with(line, &mut scratch).len();
    /// }
    /// assert_eq!(count, 2);
    /// ```
    pub fn extract_with<'t>(&self, input: impl Into<Input<'t>>, scratch: &'t mut Scratch) -> Document<'t> {
        let input = self.run(input.into(), scratch, &mut ());
        self.document(input, Cow::Borrowed(&scratch.mentions))
    }

    /// Finds the entities of many texts on all cores, with buffers that each core uses again. The documents are in the order
    /// of the texts, and each is what [`Extractor::extract`] gives for it alone.
    ///
    /// ```
    /// use khabar::Extractor;
    ///
    /// let khabar = Extractor::builtin();
    /// let documents = khabar.extract_batch(&["زار الوزير باماكو", "لا شيء", "عاد إلى القاهرة"]);
    /// assert_eq!(documents.iter().map(|document| document.len()).collect::<Vec<_>>(), [1, 0, 1]);
    /// ```
    #[cfg(feature = "rayon")]
    pub fn extract_batch<'t, I: Into<Input<'t>> + Copy + Sync>(&self, inputs: &[I]) -> Vec<Document<'t>> {
        use rayon::prelude::*;
        inputs
            .par_iter()
            .map_init(Scratch::default, |scratch, &input| {
                let input = input.into();
                self.run(input, scratch, &mut ());
                self.document(input, Cow::Owned(scratch.mentions.clone()))
            })
            .collect()
    }

    /// How many surface forms it looks for, the words of its rules among them.
    pub fn surface_forms(&self) -> usize {
        self.index.len()
    }

    /// Bytes of heap that its automaton and tables take, the gazetteer entries not counted.
    pub fn memory_usage(&self) -> usize {
        self.index.memory()
    }

    fn document<'t>(&self, input: Input<'t>, mentions: Cow<'t, [Mention]>) -> Document<'t> {
        Document { text: input.text, reference_date: input.reference_date, mentions, index: Arc::clone(&self.index) }
    }

    /// Reads a text; gives it back with the reference date that was found in it, if none was given. What was considered is
    /// told to `trace`.
    pub(crate) fn run<'t, T: Trace>(&self, input: Input<'t>, scratch: &mut Scratch, trace: &mut T) -> Input<'t> {
        let Scratch { reading, candidates, mentions, memory } = scratch;
        mentions.clear();
        memory.clear();
        let mut timeline = Timeline::new(input.reference_date);
        let (mut base, mut before) = (0, Gap::PARAGRAPH);
        while base < input.text.len() {
            let (read, after) = reading.read(input.text, base, before, &self.index);
            let passage = reading.passage(input.text, base, &self.index);
            memory.note(&passage);
            candidates.clear();
            if base == 0 && self.wanted.dates {
                timeline.read_dateline(&passage, &self.trie);
            }
            recognize::find(&passage, &self.trie, self.wanted, memory, &mut timeline, trace, candidates);
            candidates.retain(|candidate| {
                let wanted = self.kinds[candidate.kind() as usize];
                if !wanted {
                    trace.note(Some(Reason::NotWanted), || *candidate);
                }
                wanted
            });
            resolve(&passage, candidates, self.overlap, memory, trace, mentions);
            base += read;
            before = after;
        }
        memory.chains.close(mentions);
        Input { reference_date: timeline.reference, ..input }
    }
}

/// Sets what an [`Extractor`] knows and does.
#[derive(Clone, Debug)]
#[must_use]
pub struct ExtractorBuilder {
    gazetteers: Vec<Gazetteer>,
    #[cfg(feature = "builtin")]
    builtin: bool,
    profile: Profile,
    overlap: Overlap,
    kinds: [bool; 3],
}

impl Default for ExtractorBuilder {
    fn default() -> ExtractorBuilder {
        ExtractorBuilder {
            gazetteers: Vec::new(),
            #[cfg(feature = "builtin")]
            builtin: true,
            profile: Profile::default(),
            overlap: Overlap::default(),
            kinds: [true; 3],
        }
    }
}

impl ExtractorBuilder {
    /// Adds a gazetteer on top of those before it: its entries replace entries of the same id.
    pub fn gazetteer(mut self, gazetteer: Gazetteer) -> ExtractorBuilder {
        self.gazetteers.push(gazetteer);
        self
    }

    /// Whether the gazetteers in the box are used. They are, unless set otherwise.
    #[cfg(feature = "builtin")]
    pub fn use_builtin(mut self, yes: bool) -> ExtractorBuilder {
        self.builtin = yes;
        self
    }

    /// How much is folded away before names are compared; [`Profile::News`] unless set.
    pub fn profile(mut self, profile: Profile) -> ExtractorBuilder {
        self.profile = profile;
        self
    }

    /// Which of overlapping mentions are reported; [`Overlap::Nested`] unless set.
    pub fn overlap(mut self, overlap: Overlap) -> ExtractorBuilder {
        self.overlap = overlap;
        self
    }

    /// Only these kinds are looked for. Dates alone need no gazetteer, and none is loaded for them.
    pub fn only(mut self, kinds: impl IntoIterator<Item = Kind>) -> ExtractorBuilder {
        self.kinds = [false; 3];
        for kind in kinds {
            self.kinds[kind as usize] = true;
        }
        self
    }

    /// Builds the extractor.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::TooLarge`](crate::ErrorKind::TooLarge) if the names are more than the automaton can hold.
    pub fn build(self) -> Result<Extractor, Error> {
        let wanted = Wanted {
            names: self.kinds[Kind::Actor as usize] || self.kinds[Kind::Place as usize],
            dates: self.kinds[Kind::Date as usize],
        };
        let mut all = Gazetteer::default();
        let mut lexicon = Lexicon::default();
        let mut trie = Trie::default();
        if wanted.names {
            #[cfg(feature = "builtin")]
            if self.builtin {
                all = Gazetteer::builtin();
            }
            self.gazetteers.into_iter().for_each(|gazetteer| all.extend(gazetteer));
            lexicon.read_names()?;
        }
        lexicon.read_time()?;
        if wanted.dates {
            trie = Trie::new();
        }
        let index =
            Index::new(self.profile, all.into_records(), lexicon, &trie.literals, |sense| trie.begins_with(sense))?;
        Ok(Extractor { index: Arc::new(index), trie: Arc::new(trie), wanted, kinds: self.kinds, overlap: self.overlap })
    }
}
