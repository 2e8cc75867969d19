//! Records as gazetteer files.

use super::parse::COLUMNS;
use super::record::{Code, Context, DEFAULT_PRIOR, Guard, Name, Record};

/// The records as a TSV file, sorted by id, without the columns that none of them uses.
pub(super) fn tsv(records: &[Record]) -> String {
    let mut rows: Vec<Vec<String>> = records.iter().map(row).collect();
    rows.sort();
    let used: Vec<usize> =
        (0..COLUMNS.len()).filter(|&at| at < 3 || rows.iter().any(|row| !row[at].is_empty())).collect();
    let line = |cell: &dyn Fn(usize) -> String| used.iter().map(|&at| cell(at)).collect::<Vec<_>>().join("\t") + "\n";
    let head = line(&|at| COLUMNS[at].to_owned());
    rows.iter().fold(head, |text, row| text + &line(&|at| row[at].clone()))
}

/// The cells of a record, in the order of [`COLUMNS`].
fn row(record: &Record) -> Vec<String> {
    let Record { id, entity_type, names, en, iso, countries, parent, qid, geonames, coordinates, .. } = record;
    let number = |number: Option<u32>| number.map(|n| n.to_string()).unwrap_or_default();
    let degrees = |degrees: Option<f64>| degrees.map(|d| format!("{}", (d * 1e5).round() / 1e5)).unwrap_or_default();
    let year = |year: Option<i16>| year.map(|y| y.to_string()).unwrap_or_default();
    let codes: Vec<&str> = countries.iter().map(Code::as_str).collect();
    let guard = names[0].guard;
    let aliases: Vec<String> = names[1..].iter().map(|name| alias(name, guard)).collect();
    let context =
        if record.context == Context::of_type(*entity_type) { String::new() } else { record.context.names().join("|") };
    vec![
        id.to_string(),
        entity_type.as_str().to_owned(),
        names[0].text.to_string(),
        aliases.join("|"),
        en.to_string(),
        iso.as_ref().map(Code::as_str).unwrap_or_default().to_owned(),
        codes.join("|"),
        parent.to_string(),
        qid.map(|number| format!("Q{number}")).unwrap_or_default(),
        number(*geonames),
        degrees(coordinates.map(|(lat, _)| lat)),
        degrees(coordinates.map(|(_, lon)| lon)),
        if record.prior == DEFAULT_PRIOR { String::new() } else { record.prior.to_string() },
        guard.as_str().to_owned(),
        context,
        year(record.valid.0),
        year(record.valid.1),
        record.source.to_string(),
    ]
}

/// An alias with the marks that set it apart from the canonical name.
fn alias(name: &Name, guard: Guard) -> String {
    let mark = match name.guard {
        own if own == guard => "",
        Guard::None => "+",
        Guard::Weak => "?",
        Guard::Strong | Guard::Date => "!",
    };
    format!("{mark}{}{}", if name.exact { "=" } else { "" }, name.text)
}

#[cfg(test)]
mod tests {
    use super::super::parse::records;
    use super::super::record::owned;

    #[test]
    fn what_is_written_reads_back() {
        let text = "id\ttype\tar\taliases\tcountry\tlat\tlon\tprior\tguard\tcontext\tvalid_to\n\
                    a.b\tcity\tصور\t+صور اللبنانية|!=صُور|مدينة صور\tLB|SY\t33.27333\t35.2\t5\tweak\tcity|quoted\t1990\n\
                    a.c\tperson\tفلان\t\t\t\t\t\t\t\t\n";
        let written = super::tsv(&records("t.tsv", text, owned).unwrap());
        assert_eq!(written, text);
    }
}
