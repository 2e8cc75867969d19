/*!
Finds actors, places and dates in Arabic news text: typed spans with exact offsets into the original, with ids,
coordinates and TIMEX3 values.

```
use khabar::{Extractor, Input};

let khabar = Extractor::builtin();
let text = "قالت باماكو، الأحد 4 أغسطس 2024، إن القوات المالية والروسية انسحبت من كيدال، وللجزائر رأي آخر";
let document = khabar.extract(text);

let found: Vec<_> = document.entities().map(|e| (e.text(), e.entity_type().as_str())).collect();
assert_eq!(
    found,
    [
        ("باماكو", "city"),
        ("الأحد 4 أغسطس 2024", "date"),
        ("القوات المالية والروسية", "military"),
        ("كيدال", "city"),
        ("لجزائر", "country"),
    ]
);
```

# Overview

* [`Extractor`] is what you need. [`Extractor::builtin`] knows the gazetteers in the box; [`Extractor::builder`] adds your
  own, turns kinds off, sets the [`Profile`] of folding and the policy of [`Overlap`].
* [`Input`] is a text with the date that it was published, which relative dates are counted from. A `&str` will do.
* [`Document`] holds the entities of one text. An [`Entity`] gives its [`Span`], [`Kind`] and [`EntityType`], the
  [`Record`] of the gazetteer with ids, names and coordinates, the [`Timex`] of a date, and the [`Clitics`] that were cut
  off around it.
* [`Gazetteer`] reads your own names from TSV or JSON Lines; [`GazetteerCheck`] says what is wrong with them, and
  [`Importer`] makes them of lists that others publish.
* [`Roles`] says who held which office, and when.
* [`Normalizer`] folds text as the extractor does and keeps the way back, for search engines and the like.

# What it does that a dictionary does not

Arabic is written with particles glued to names, with and without vowel marks, hamzas and dots. All of these are found,
each with the span of the name in the text as it stands:

```
use khabar::Extractor;

let khabar = Extractor::builtin();
let first = |text| khabar.extract(text).entities().next().map(|e| (e.text().to_owned(), e.id().map(str::to_owned)));
let algeria = |text: &str| Some((text.to_owned(), Some("place.dz".to_owned())));

assert_eq!(first("والجزائر"), algeria("الجزائر")); // و is left out
assert_eq!(first("للجزائر"), algeria("لجزائر")); // ل + ال: the second lam is the article
assert_eq!(first("الجَزَائِرُ"), algeria("الجَزَائِرُ")); // vowel marks
assert_eq!(first("الجـــزائر"), algeria("الجـــزائر")); // tatweel
assert_eq!(first("ﺍﻟﺠﺰﺍﺋﺮ"), algeria("ﺍﻟﺠﺰﺍﺋﺮ")); // presentation forms
```

Names that are words as well stand under guards, and actors are composed of a head and a nationality without being listed:

```
use khabar::Extractor;

let khabar = Extractor::builtin();
let found = |text: &str| khabar.extract(text).entities().map(|e| e.text().to_owned()).collect::<Vec<_>>();

assert_eq!(found("قطعت مالي علاقاتها"), ["مالي"]);
assert!(found("دعم مالي كبير").is_empty()); // financial
assert!(found("قرب القاعدة العسكرية").is_empty()); // a base, not al-Qaeda
assert!(found("مارس الوزير صلاحياته").is_empty()); // exercised, not March
assert_eq!(found("وزارة الخارجية الأوكرانية"), ["وزارة الخارجية الأوكرانية"]);
```

# Dates

Dates are found in all five families of month names, as digits of any script, as weekdays and relative words, and resolved
by the reference date; the value is TIMEX3. What is counted from another date of the text says from which ([`Entity::anchor`]), a
clock time has its [`Zone`], and [`Timex::to_edtf`] gives ISO 8601-2. All forms with their values: `DATES.md` in the repository.

```
use khabar::{Extractor, Input, Kind};

let dates = Extractor::builder().only([Kind::Date]).build()?;
let input = Input::new("بين 14 و25 غشت، ومنذ أواخر كانون الثاني/يناير الماضي").reference_date(jiff::civil::date(2024, 9, 14));
let values: Vec<_> =
    dates.extract(input).entities().map(|e| e.timex().unwrap().value().unwrap().to_string()).collect();
assert_eq!(values, ["2024-08-14/2024-08-25", "2024-01"]);
# Ok::<(), khabar::Error>(())
```

# Non-features

No model is trained and none is loaded: what is found is what the gazetteers list and what the rules compose, and it is
found for a reason that can be read. Persons and organisations that no list has are, for now, not found. Text is never
changed or copied, and nothing is fetched from a network, in building as in use.

# Units

Spans count bytes of UTF-8, as Rust slices. [`Document::offsets`] turns them into code points (Python, annotation files) or
UTF-16 (JavaScript, Java).

# Cost

One pass folds the text and steps an Aho-Corasick automaton at the beginnings of words. Time is linear in the text and does
not grow with the number of names; `benches/README.md` has figures. [`Extractor::extract_with`] takes buffers to be used
again, for many small texts.

# Crate features

* **builtin** (on): the gazetteers in the box, compiled in.
* **geonames** (on): what comes from GeoNames among them (CC BY 4.0): cities of the world, coordinates and provinces.
* **serde** (on): `Serialize` and `Deserialize` of the public values, [`Annotation`], gazetteers in JSON Lines.

# Licences

The code and what was written by hand are MIT or Apache-2.0. The gazetteers also hold data of Unicode CLDR (Unicode-3.0), of
GeoNames (CC BY 4.0, only with the feature) and lists of personal names (MIT); see `ATTRIBUTION.md`.
*/

#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![cfg_attr(docsrs, feature(doc_cfg))]

/// The examples of the README are run with those of the documentation.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

#[cfg(feature = "serde")]
mod annotation;
mod clitic;
mod document;
mod entity;
mod error;
mod explain;
mod extractor;
mod gazetteer;
mod memory;
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
pub use explain::{Considered, Explanation};
pub use extractor::{Extractor, ExtractorBuilder, Input, Scratch};
pub use gazetteer::{
    CheckReport, CommonWords, Finding, FindingKind, GateList, Gazetteer, GazetteerCheck, Imported, Importer, Record,
    Role, Roles,
};
pub use normalize::{Fold, Normalized, Normalizer, Profile};
pub use recognize::candidate::Rank;
pub use recognize::trace::{Reason, Rule};
pub use resolve::Overlap;
pub use span::Span;
pub use text::offsets::{OffsetUnit, Offsets};
pub use timex::{DayPart, Duration, Modifier, Point, Season, Timex, TimexKind, TimexValue, Unit, Zone};
