//! `khabar gazetteer import`: lists that others publish, as a gazetteer on standard output.

use std::fs::File;
use std::io::{self, BufReader, Write};
use std::path::Path;

use khabar::{EntityType, Importer};

use crate::args::ImportFormat;
use crate::fault::{Fault, Result};
use crate::outcome::Outcome;

pub fn run(
    format: ImportFormat,
    file: &Path,
    names: Option<&Path>,
    entity_type: Option<EntityType>,
    labels: &[(String, EntityType)],
) -> Result<Outcome> {
    let mut importer = labels.iter().fold(Importer::new(), |importer, (label, of)| importer.label(label, *of));
    if let Some(names) = names {
        importer = importer.geonames_alternate_names(&names.display().to_string(), open(names)?)?;
    }
    let (name, input) = (file.display().to_string(), open(file)?);
    let imported = match format {
        ImportFormat::JrcNames => importer.jrc_names(&name, input)?,
        ImportFormat::Paranames => importer.paranames(&name, input)?,
        ImportFormat::Geonames => importer.geonames(&name, input)?,
        ImportFormat::Spacy => importer.spacy_patterns(&name, input)?,
        ImportFormat::Gate => {
            let of = entity_type.ok_or_else(|| Fault::usage("a GATE list wants --type"))?;
            importer.gate_list(&name, of, input)?
        }
    };
    imported.skipped.iter().for_each(|fault| eprintln!("{fault}"));
    eprintln!("{} entries, {} lines passed over", imported.gazetteer.len(), imported.skipped.len());
    io::stdout().write_all(imported.gazetteer.to_tsv().as_bytes()).map_err(|error| Fault::output(&error))?;
    Ok(Outcome::Good)
}

fn open(path: &Path) -> Result<BufReader<File>> {
    File::open(path).map(BufReader::new).map_err(|error| Fault::file(path, &error))
}
