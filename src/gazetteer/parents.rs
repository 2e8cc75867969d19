//! Places that lie in places, and never in themselves.

use std::collections::HashMap;

use super::record::Record;

/// The number of the first record whose parents lead back to it, if there is one. Parents that are not there end a way.
pub(super) fn circle(records: &[Record]) -> Option<usize> {
    let with_parent = || records.iter().enumerate().filter(|(_, record)| record.parent().is_some());
    let numbers: HashMap<&str, usize> = with_parent().map(|(number, record)| (record.id(), number)).collect();
    let up = |number: usize| records[number].parent().and_then(|parent| numbers.get(parent).copied());
    // The way from each record goes up to one that an earlier way has passed; meeting its own start or itself is a circle.
    let mut passed = vec![usize::MAX; records.len()];
    for (start, _) in with_parent() {
        let mut next = Some(start);
        while let Some(number) = next {
            match passed[number] {
                usize::MAX => passed[number] = start,
                way if way == start => return Some(number),
                _ => break,
            }
            next = up(number);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::parse;
    use super::super::record::owned;
    use super::circle;

    #[test]
    fn circles_are_found() {
        for (parents, expected) in [
            (&[("a", ""), ("b", "a"), ("c", "b"), ("d", "b")][..], None),
            (&[("a", "elsewhere"), ("b", "a")], None),
            (&[("a", "b"), ("b", "a")], Some(0)),
            (&[("a", "b"), ("b", "c"), ("c", "d"), ("d", "c")], Some(2)),
        ] {
            let row = |(id, parent): &(&str, &str)| format!("{id}\tcity\tس\t{parent}\n");
            let table = format!("id\ttype\tar\tparent\n{}", parents.iter().map(row).collect::<String>());
            assert_eq!(circle(&parse::records("t.tsv", &table, owned).unwrap()), expected, "{parents:?}");
        }
    }
}
