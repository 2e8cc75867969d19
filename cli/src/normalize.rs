//! `khabar normalize`.

use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

use khabar::Normalizer;

use crate::args::NormalizeArgs;
use crate::fault::{Fault, Result};
use crate::input::read_text;
use crate::outcome::Outcome;
use crate::terminal::Isolated;

/// Prints the folded text, or the table that it is folded by.
pub fn run(args: &NormalizeArgs) -> Result<Outcome> {
    let normalizer = Normalizer::new(args.profile.into());
    let mut out = BufWriter::new(io::stdout().lock());
    let written = |result: io::Result<()>| result.map_err(|error| Fault::output(&error));
    if args.table {
        for fold in normalizer.folds() {
            written(writeln!(out, "{}\t{}\t{}", Isolated(fold.from), Isolated(fold.to), fold.why))?;
        }
        written(out.flush())?;
        return Ok(Outcome::Good);
    }
    let stdin = [PathBuf::from("-")];
    let mut outcome = Outcome::Good;
    for path in if args.paths.is_empty() { &stdin[..] } else { &args.paths } {
        match read_text(path) {
            Ok(text) => written(out.write_all(normalizer.normalize(&text).text().as_bytes()))?,
            Err(fault) => {
                eprintln!("khabar: {fault}");
                outcome = Outcome::Faulty;
            }
        }
    }
    written(out.flush())?;
    Ok(outcome)
}
