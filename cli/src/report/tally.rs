//! What is counted in a pile of news.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use khabar::{Entity, Kind, Normalizer};
use unicode_segmentation::UnicodeSegmentation;

use crate::fault::Result;
use crate::finder::Found;
use crate::pipeline::{Encode, Sink};

/// An actor or a place, however it was written.
#[derive(Clone, Debug)]
pub struct Item {
    /// The canonical name, else what the text has.
    pub name: String,
    pub name_en: String,
    pub entity_type: &'static str,
    pub coordinates: Option<(f64, f64)>,
    pub mentions: u64,
    pub documents: u64,
}

/// Items by the id of their entry, else by their folded text.
pub type Items = BTreeMap<String, Item>;
/// How many sentences two items stand in together.
pub type Pairs = BTreeMap<(String, String), u64>;

/// The counts.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    pub documents: u64,
    pub sentences: u64,
    pub mentions: [u64; 3],
    pub actors: Items,
    pub places: Items,
    /// Mentions by TIMEX3 value.
    pub values: BTreeMap<String, u64>,
    /// Mentions by the day that they name.
    pub days: BTreeMap<Date, u64>,
    /// Documents by their day of publication.
    pub published: BTreeMap<Date, u64>,
    /// Each pair once, the smaller key first.
    pub actor_actor: Pairs,
    /// Actor, place.
    pub actor_place: Pairs,
}

/// Counts documents into tallies.
pub struct Tallying;

impl Encode for Tallying {
    type Block = Tally;

    fn encode(&self, found: &Found<'_>, block: &mut Tally) -> Result<()> {
        block.documents += 1;
        if let Some(date) = found.date {
            *block.published.entry(date).or_default() += 1;
        }
        let mut seen = BTreeSet::new();
        let mut entities = found.entities().peekable();
        let mut end = 0;
        for sentence in found.doc.text.split_sentence_bounds() {
            end += sentence.len();
            let (mut actors, mut places) = (BTreeSet::new(), BTreeSet::new());
            while let Some(entity) = entities.next_if(|entity| entity.span().start() < end) {
                block.mentions[entity.kind() as usize] += 1;
                let items = match entity.kind() {
                    Kind::Actor => &mut block.actors,
                    Kind::Place => &mut block.places,
                    _ => {
                        block.date(&entity);
                        continue;
                    }
                };
                let key = key(&entity);
                let item = items.entry(key.clone()).or_insert_with(|| item(&entity));
                item.mentions += 1;
                item.documents += u64::from(seen.insert((entity.kind(), key.clone())));
                if entity.kind() == Kind::Actor {
                    actors.insert(key)
                } else {
                    places.insert(key)
                };
            }
            block.sentences += u64::from(!sentence.trim().is_empty());
            for (i, actor) in actors.iter().enumerate() {
                for other in actors.iter().skip(i + 1) {
                    *block.actor_actor.entry((actor.clone(), other.clone())).or_default() += 1;
                }
                for place in &places {
                    *block.actor_place.entry((actor.clone(), place.clone())).or_default() += 1;
                }
            }
        }
        Ok(())
    }
}

fn key(entity: &Entity<'_>) -> String {
    match entity.id() {
        Some(id) => id.to_owned(),
        None => Normalizer::default().normalize(entity.text()).text().split_whitespace().collect::<Vec<_>>().join(" "),
    }
}

fn item(entity: &Entity<'_>) -> Item {
    Item {
        name: entity.name().unwrap_or(entity.text()).split_whitespace().collect::<Vec<_>>().join(" "),
        name_en: entity.name_en().unwrap_or_default().to_owned(),
        entity_type: entity.record().map_or(entity.entity_type(), |record| record.entity_type()).as_str(),
        coordinates: entity.coordinates(),
        mentions: 0,
        documents: 0,
    }
}

impl Tally {
    fn date(&mut self, entity: &Entity<'_>) {
        let Some(value) = entity.timex().and_then(|timex| timex.value()) else { return };
        *self.values.entry(value.to_string()).or_default() += 1;
        if let (Some(first), Some(last)) = (value.first_day(), value.last_day())
            && first == last
        {
            *self.days.entry(first).or_default() += 1;
        }
    }

    /// The items most often mentioned.
    pub fn top(items: &Items, most: usize) -> Vec<(&String, &Item)> {
        let mut items: Vec<_> = items.iter().collect();
        items.sort_by(|a, b| b.1.mentions.cmp(&a.1.mentions).then_with(|| a.0.cmp(b.0)));
        items.truncate(most);
        items
    }
}

impl Sink<Tally> for Tally {
    fn take(&mut self, block: Tally) -> Result<()> {
        self.documents += block.documents;
        self.sentences += block.sentences;
        for (sum, count) in self.mentions.iter_mut().zip(block.mentions) {
            *sum += count;
        }
        for (all, items) in [(&mut self.actors, block.actors), (&mut self.places, block.places)] {
            for (key, item) in items {
                match all.get_mut(&key) {
                    Some(known) => {
                        known.mentions += item.mentions;
                        known.documents += item.documents;
                    }
                    None => {
                        all.insert(key, item);
                    }
                }
            }
        }
        add(&mut self.values, block.values);
        add(&mut self.days, block.days);
        add(&mut self.published, block.published);
        add(&mut self.actor_actor, block.actor_actor);
        add(&mut self.actor_place, block.actor_place);
        Ok(())
    }
}

fn add<K: Ord>(all: &mut BTreeMap<K, u64>, block: BTreeMap<K, u64>) {
    block.into_iter().for_each(|(key, count)| *all.entry(key).or_default() += count);
}
