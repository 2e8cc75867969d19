//! khabar, for people who have files: finds actors, places and dates in Arabic news.
//!
//! The way of the data: `input` cuts files into documents, `finder` finds what is in them, `format` says it, and
//! `pipeline` moves documents through the three on several threads, in order and in flat memory. The other commands
//! (`report`, `eval`, `explain`, `gazetteer`) stand on these.

#![forbid(unsafe_code)]

mod args;
mod eval;
mod explain;
mod extract;
mod fault;
mod finder;
mod format;
mod gazetteer;
mod input;
mod manual;
mod normalize;
mod outcome;
mod pipeline;
mod progress;
mod report;
mod terminal;

use std::io::IsTerminal;
use std::process::ExitCode;

use clap::Parser;

use args::{Arguments, ColorWhen, Command};
use fault::Result;
use outcome::Outcome;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    ExitCode::from(outcome::code(&run(&arguments)))
}

fn run(arguments: &Arguments) -> Result<Outcome> {
    let color = match arguments.color {
        ColorWhen::Always => true,
        ColorWhen::Never => false,
        // An empty NO_COLOR is none: https://no-color.org
        ColorWhen::Auto => {
            std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
        }
    };
    match &arguments.command {
        Command::Extract(args) => extract::run(args, color),
        Command::Report(args) => report::run(args),
        Command::Eval(args) => eval::run(args),
        Command::Explain(args) => explain::run(args, color),
        Command::Gazetteer(command) => gazetteer::run(command),
        Command::Normalize(args) => normalize::run(args),
        Command::Completions { shell } => manual::completions(*shell),
        Command::Man { dir } => manual::man(dir.as_deref()),
    }
}
