//! Shell completions and the manual, made of the command line itself.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use clap::CommandFactory;
use clap_complete::Shell;

use crate::args::Arguments;
use crate::fault::{Fault, Result};
use crate::outcome::Outcome;

/// Prints the completions of a shell.
pub fn completions(shell: Shell) -> Result<Outcome> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "khabar", &mut script);
    io::stdout().write_all(&script).map_err(|error| Fault::output(&error))?;
    Ok(Outcome::Good)
}

/// Prints the manual, or writes a page for each command into a folder.
pub fn man(dir: Option<&Path>) -> Result<Outcome> {
    match dir {
        Some(dir) => {
            fs::create_dir_all(dir).map_err(|error| Fault::file(dir, &error))?;
            clap_mangen::generate_to(Arguments::command(), dir).map_err(|error| Fault::file(dir, &error))?;
        }
        None => {
            let mut page = Vec::new();
            clap_mangen::Man::new(Arguments::command())
                .render(&mut page)
                .and_then(|()| io::stdout().write_all(&page))
                .map_err(|error| Fault::output(&error))?;
        }
    }
    Ok(Outcome::Good)
}
