//! Places that lie in places, and never in themselves.

use std::collections::HashMap;

/// True for each of the entries, given by id and parent, whose parents lead back to it. Parents that are not there end a
/// way.
pub(super) fn circles<'a>(entries: impl Iterator<Item = (&'a str, Option<&'a str>)>) -> Vec<bool> {
    let entries: Vec<_> = entries.collect();
    let numbers: HashMap<&str, usize> =
        entries.iter().enumerate().filter(|(_, entry)| entry.1.is_some()).map(|(n, entry)| (entry.0, n)).collect();
    let up = |number: usize| entries[number].1.and_then(|parent| numbers.get(parent).copied());
    let mut circles = vec![false; entries.len()];
    // The way up from each entry ends where an earlier way has passed; where it meets itself, a circle begins.
    let mut passed = vec![usize::MAX; entries.len()];
    for start in 0..entries.len() {
        let mut next = Some(start);
        while let Some(number) = next.filter(|&number| passed[number] == usize::MAX) {
            passed[number] = start;
            next = up(number);
        }
        while let Some(number) = next.filter(|&number| passed[number] == start && !circles[number]) {
            circles[number] = true;
            next = up(number);
        }
    }
    circles
}

#[cfg(test)]
mod tests {
    use super::circles;

    #[test]
    fn circles_are_found() {
        for (parents, expected) in [
            (&[("a", ""), ("b", "a"), ("c", "b"), ("d", "b")][..], ""),
            (&[("a", "elsewhere"), ("b", "a")], ""),
            (&[("a", "b"), ("b", "a")], "ab"),
            (&[("a", "b"), ("b", "c"), ("c", "d"), ("d", "c")], "cd"),
            (&[("a", "a"), ("b", "a"), ("c", "d"), ("d", "c"), ("e", "d")], "acd"),
        ] {
            let entries = parents.iter().map(|&(id, parent)| (id, Some(parent).filter(|parent| !parent.is_empty())));
            let found = parents.iter().zip(circles(entries)).filter(|(_, circle)| *circle).map(|(entry, _)| entry.0);
            assert_eq!(found.collect::<String>(), expected, "{parents:?}");
        }
    }
}
