//! Actors, places and dates in Arabic news text.
#[cfg(feature = "serde")]
mod annotation;
mod clitic;
mod document;
mod entity;
mod error;
mod extractor;
mod gazetteer;
mod normalize;
mod reading;
mod recognize;
mod resolve;
mod span;
mod text;
mod timex;

#[cfg(feature = "serde")]
pub use annotation::Annotation;
pub use clitic::Clitics;
pub use document::{Document, Entity};
pub use entity::{EntityType, Kind};
pub use error::{Error, ErrorKind};
pub use extractor::{Extractor, ExtractorBuilder, Input, Scratch};
pub use gazetteer::{Gazetteer, Record};
pub use normalize::{Fold, Normalized, Normalizer, Profile};
pub use resolve::Overlap;
pub use span::Span;
pub use text::offsets::{OffsetUnit, Offsets};
pub use timex::{DayPart, Duration, Modifier, Point, Season, Timex, TimexKind, TimexValue, Unit};
