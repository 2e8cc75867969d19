//! Where the news are: the places with coordinates, as circles as large as they are often named.
//!
//! No map is shipped. The cities of the gazetteers, a dot each, draw the coasts and rivers by themselves.

use std::collections::HashSet;

use khabar::{EntityType, Gazetteer};
use plotters::prelude::*;
use plotters::style::text_anchor::HPos;

use super::plot::{INK, SOFT, ink, short, svg, text};
use super::tally::{Items, Tally};
use crate::fault::Result;

const WIDTH: i32 = 1100;
/// Bounds of the height.
const TALLEST: f64 = 760.0;
const LOWEST: f64 = 300.0;
/// How many circles have their names beside them.
const LABELS: usize = 18;

/// A window on the world in degrees, drawn so that a degree is as high as it is wide in the middle.
struct Window {
    west: f64,
    north: f64,
    /// Pixels of a degree of longitude, of latitude.
    scale: (f64, f64),
    height: i32,
}

impl Window {
    /// Around nine of ten mentions, with a margin; never smaller than a country.
    fn around(points: &[(f64, f64, u64)]) -> Window {
        let ends = |of: fn(&(f64, f64, u64)) -> f64| {
            let mut all: Vec<_> = points.iter().map(|point| (of(point), point.2)).collect();
            all.sort_by(|a, b| a.0.total_cmp(&b.0));
            let sum: u64 = all.iter().map(|(_, count)| count).sum();
            let at = |share: f64| {
                let mut passed = 0;
                let found = all.iter().find(|(_, count)| {
                    passed += count;
                    passed as f64 >= share * sum as f64
                });
                found.map_or(0.0, |(degree, _)| *degree)
            };
            (at(0.04), at(0.96))
        };
        let ((south, north), (west, east)) = (ends(|point| point.0), ends(|point| point.1));
        let grow = |low: f64, high: f64, least: f64| {
            let margin = ((high - low) * 0.12).max((least - (high - low)) / 2.0).max(2.0);
            (low - margin, high + margin)
        };
        let ((south, north), (west, east)) = (grow(south, north, 12.0), grow(west, east, 18.0));
        let (south, north) = (south.max(-60.0), north.min(78.0).max(south.max(-60.0) + 4.0));
        // A window higher than a screen is made wider, and one lower than a band higher.
        let cosine = ((south + north) / 2.0).to_radians().cos();
        let wide = (east - west).max((north - south) / cosine * f64::from(WIDTH) / TALLEST);
        let west = (west + east - wide) / 2.0;
        let across = f64::from(WIDTH) / wide;
        let up = across / cosine;
        let tall = (north - south).max(LOWEST / up);
        let north = (south + north + tall) / 2.0;
        Window { west, north, scale: (across, up), height: (tall * up).round() as i32 }
    }

    fn at(&self, lat: f64, lon: f64) -> Option<(i32, i32)> {
        let (x, y) = (((lon - self.west) * self.scale.0) as i32, ((self.north - lat) * self.scale.1) as i32);
        ((0..WIDTH).contains(&x) && (0..self.height).contains(&y)).then_some((x, y))
    }
}

/// The map; `None` if no place has coordinates.
pub fn map(places: &Items) -> Result<Option<String>> {
    let placed: Vec<_> =
        Tally::top(places, usize::MAX).into_iter().filter(|(_, item)| item.coordinates.is_some()).collect();
    let point = |item: &super::tally::Item| item.coordinates.map(|(lat, lon)| (lat, lon, item.mentions));
    let points: Vec<_> = placed.iter().filter_map(|(_, item)| point(item)).collect();
    if points.is_empty() {
        return Ok(None);
    }
    let window = Window::around(&points);
    let picture = svg(WIDTH as u32, window.height as u32, |area| {
        let mut taken = HashSet::new();
        for record in Gazetteer::builtin().records() {
            let is_town = matches!(record.entity_type(), EntityType::City | EntityType::Admin);
            let Some((x, y)) = record.coordinates().filter(|_| is_town).and_then(|(lat, lon)| window.at(lat, lon))
            else {
                continue;
            };
            // One dot for all that would lie on each other.
            if taken.insert((x / 4, y / 4)) {
                area.draw(&Circle::new((x, y), 1, SOFT.mix(0.45).filled()))?;
            }
        }
        let most = points.iter().map(|point| point.2).max().unwrap_or(1) as f64;
        // Names lie above all circles, so they come last.
        let mut names: Vec<(String, i32, i32)> = Vec::new();
        for (rank, (_, item)) in placed.iter().enumerate() {
            let Some((x, y)) = item.coordinates.and_then(|(lat, lon)| window.at(lat, lon)) else { continue };
            let radius = (4.0 + 22.0 * (item.mentions as f64 / most).sqrt()) as i32;
            area.draw(&Circle::new((x, y), radius, ink(1).mix(0.3).filled()))?;
            area.draw(&Circle::new((x, y), radius, ink(1)))?;
            if rank < LABELS {
                names.push((short(&item.name, 24), x + radius + 4, y));
            }
        }
        let wide = |name: &str| 10 * name.chars().count() as i32;
        let mut set: Vec<(String, i32, i32)> = Vec::new();
        for (name, x, y) in names {
            let apart = set.iter().all(|(other, other_x, other_y)| {
                (y - other_y).abs() > 20 || x > other_x + wide(other) || *other_x > x + wide(&name)
            });
            if apart && x + wide(&name) < WIDTH {
                text(area, &name, (x, y), 19, INK, HPos::Left)?;
                set.push((name, x, y));
            }
        }
        text(area, "© GeoNames, CC BY 4.0", (WIDTH - 6, window.height - 12), 13, SOFT, HPos::Right)?;
        Ok(())
    })?;
    Ok(Some(picture))
}

#[cfg(test)]
mod tests {
    use super::Window;

    #[test]
    fn the_window_holds_what_is_named_often() {
        let mut points = vec![(12.65, -8.0, 50), (18.44, 1.41, 40), (36.75, 3.06, 30)];
        points.push((-33.9, 151.2, 1));
        let window = Window::around(&points);
        assert!(window.at(18.44, 1.41).is_some() && window.at(36.75, 3.06).is_some());
        assert_eq!(window.at(-33.9, 151.2), None);
        // A place alone has its country around it, and the poles are no end of the world.
        assert!(Window::around(&[(30.0, 31.2, 1)]).at(25.0, 29.0).is_some());
        assert!(Window::around(&[(89.0, 179.0, 1)]).height >= 300);
    }
}
