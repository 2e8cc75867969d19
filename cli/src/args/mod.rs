//! The command line: what can be asked for. The long helps are the program's manual.

mod eval;
mod extract;
mod gazetteer;

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use khabar::Profile;

pub use eval::{Class, EvalArgs, Mode};
pub use extract::{EngineArgs, ExtractArgs, FormatName, InputArgs, InputFormat, OverlapName, RunArgs};
pub use gazetteer::{GazetteerCommand, ImportFormat};

/// Finds actors, places and dates in files of Arabic news.
///
/// Exit codes: 0 when all went well; 1 when nothing was found under --fail-empty, when --at-least is not reached, or when a
/// check has findings; 2 when something could not be read or written. What cannot be read is named on stderr with its
/// place, and the rest goes on.
#[derive(Parser)]
#[command(
    name = "khabar",
    version,
    about,
    max_term_width = 100,
    subcommand_required = true,
    arg_required_else_help = true
)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,

    /// When to use colours; NO_COLOR turns them off as well
    #[arg(long, global = true, value_enum, default_value_t = ColorWhen::Auto, value_name = "WHEN")]
    pub color: ColorWhen,
}

#[derive(Subcommand)]
pub enum Command {
    /// Print what is in files, folders or standard input
    #[command(visible_alias = "x")]
    Extract(Box<ExtractArgs>),
    /// Write one HTML page about a pile of news, and the CSV behind each of its plots
    Report(Box<ReportArgs>),
    /// Score against gold annotation
    Eval(Box<EvalArgs>),
    /// Say of each mention why it is one, and of other words why they are none
    Explain(Box<ExplainArgs>),
    /// Fold text as the extractor does before it compares names
    Normalize(NormalizeArgs),
    /// Check, import, count and propose gazetteers
    #[command(subcommand)]
    Gazetteer(GazetteerCommand),
    /// Print the completions of a shell
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Print the manual in roff: `khabar man | man -l -`
    Man {
        /// Write a page for each command into this folder instead
        #[arg(long, value_name = "DIR")]
        dir: Option<PathBuf>,
    },
}

#[derive(clap::Args)]
pub struct ReportArgs {
    #[command(flatten)]
    pub input: InputArgs,
    #[command(flatten)]
    pub engine: EngineArgs,
    #[command(flatten)]
    pub run: RunArgs,

    /// The page to write
    #[arg(long, short, value_name = "FILE", default_value = "report.html")]
    pub output: PathBuf,

    /// Folder of the CSV files; beside the page unless given
    #[arg(long, value_name = "DIR")]
    pub csv: Option<PathBuf>,

    /// How many rows each list has
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = clap::value_parser!(u16).range(1..=200))]
    pub top: u16,

    /// Headline of the page
    #[arg(long, value_name = "TEXT", default_value = "ما في الأخبار")]
    pub title: String,
}

#[derive(clap::Args)]
pub struct ExplainArgs {
    /// A text, or a file of text
    pub text: String,

    /// All that was considered, and why it is no mention
    #[arg(long, conflicts_with = "span")]
    pub all: bool,

    /// Only the code points A up to B, and why there is a mention or none
    #[arg(long, value_name = "A:B", value_parser = span)]
    pub span: Option<(usize, usize)>,

    /// The day of publication, YYYY-MM-DD
    #[arg(long, value_name = "DATE")]
    pub date: Option<jiff::civil::Date>,

    #[command(flatten)]
    pub engine: EngineArgs,
}

#[derive(clap::Args)]
pub struct NormalizeArgs {
    /// Files of text, or `-`; standard input unless given
    pub paths: Vec<PathBuf>,

    /// How much is folded away
    #[arg(long, value_enum, default_value_t = ProfileName::News)]
    pub profile: ProfileName,

    /// Print the fold table instead
    #[arg(long)]
    pub table: bool,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum ColorWhen {
    Auto,
    Always,
    Never,
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
pub enum ProfileName {
    /// What a reader does not see: vowel marks, tatweel, presentation forms
    Strict,
    /// What newspapers confuse as well: أ/ا, ة/ه, ى/ي
    News,
    /// What careless typing leaves out as well: صنعا for صنعاء
    Loose,
}

impl From<ProfileName> for Profile {
    fn from(name: ProfileName) -> Profile {
        match name {
            ProfileName::Strict => Profile::Strict,
            ProfileName::News => Profile::News,
            ProfileName::Loose => Profile::Loose,
        }
    }
}

/// `A:B` with A <= B.
fn span(text: &str) -> Result<(usize, usize), String> {
    let (start, end) = text.split_once(':').ok_or("wants A:B, as in 17:21")?;
    let number = |text: &str| text.parse::<usize>().map_err(|e| format!("{text}: {e}"));
    let (start, end) = (number(start)?, number(end)?);
    if start < end { Ok((start, end)) } else { Err(format!("{end} is not behind {start}")) }
}
