//! What a command came to, as an exit code.

use crate::fault::Result;
use crate::pipeline::Summary;

/// How a command ended that ended well enough to say so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Good,
    /// What was asked for is not so: nothing found, a figure not reached, faults in a gazetteer.
    Unmet,
    /// Some of the input could not be read.
    Faulty,
    /// Ctrl-C.
    Interrupted,
}

impl Outcome {
    /// The outcome of a run over documents.
    pub fn of(summary: &Summary, fail_empty: bool) -> Outcome {
        if summary.interrupted {
            Outcome::Interrupted
        } else if summary.faults > 0 {
            Outcome::Faulty
        } else if fail_empty && summary.entities == 0 {
            Outcome::Unmet
        } else {
            Outcome::Good
        }
    }
}

/// The exit code of what a command came to; a fault is named on stderr.
pub fn code(result: &Result<Outcome>) -> u8 {
    match result {
        Ok(Outcome::Good) => 0,
        Ok(Outcome::Unmet) => 1,
        Ok(Outcome::Faulty) => 2,
        // 128 and the number of the signal, as shells have it.
        Ok(Outcome::Interrupted) => 130,
        Err(fault) if fault.is_broken_pipe() => 0,
        Err(fault) => {
            eprintln!("khabar: {fault}");
            2
        }
    }
}

/// Ends the program at once.
pub fn leave(result: Result<Outcome>) -> ! {
    std::process::exit(code(&result).into())
}
