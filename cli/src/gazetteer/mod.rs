//! `khabar gazetteer`: files of names, before they are used.

mod candidates;
mod check;
mod compile;
mod import;
mod stats;

use crate::args::GazetteerCommand;
use crate::fault::Result;
use crate::outcome::Outcome;

pub fn run(command: &GazetteerCommand) -> Result<Outcome> {
    match command {
        GazetteerCommand::Check { files, alone, text } => check::run(files, *alone, text.as_deref()),
        GazetteerCommand::Compile { files, alone } => compile::run(files, *alone),
        GazetteerCommand::Import { format, file, names, entity_type, label } => {
            import::run(*format, file, names.as_deref(), *entity_type, label)
        }
        GazetteerCommand::Stats { files, json } => stats::run(files, *json),
        GazetteerCommand::Candidates { input, run, gazetteer, least } => candidates::run(input, run, gazetteer, *least),
    }
}
