//! `khabar extract`.

use std::fs::{self, File};
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::Path;

use crate::args::{ExtractArgs, FormatName, InputArgs, RunArgs};
use crate::fault::{Fault, Result};
use crate::finder::Finder;
use crate::format::{self, Bytes};
use crate::input::{Reading, sources};
use crate::outcome::Outcome;
use crate::pipeline::{Encode, Run, Sink, Summary, interrupt};
use crate::progress::Progress;

/// Finds and prints.
pub fn run(args: &ExtractArgs, color: bool) -> Result<Outcome> {
    let finder = Finder::new(&args.engine)?.dateline(args.input.dateline);
    let format = args.format.unwrap_or_else(|| usual_format(args.output.as_deref()));
    let unit = args.offsets.into();
    let out = || writer(args.output.as_deref());
    let run = |summary: Summary| Outcome::of(&summary, args.run.fail_empty);
    let summary = match format {
        FormatName::Jsonl => {
            let encode = format::jsonl::Jsonl { unit, with_text: args.with_text };
            drive(&args.input, &args.run, &finder, &encode, &mut Bytes::new(out()?, "", ""))
        }
        FormatName::Table => {
            let encode = format::table::Table { unit, color };
            drive(&args.input, &args.run, &finder, &encode, &mut Bytes::new(out()?, "", ""))
        }
        FormatName::Csv | FormatName::Tsv => {
            let encode = format::csv::Csv { unit, tabs: format == FormatName::Tsv };
            drive(&args.input, &args.run, &finder, &encode, &mut Bytes::new(out()?, encode.head(), ""))
        }
        FormatName::Conll => {
            drive(&args.input, &args.run, &finder, &format::conll::Conll, &mut Bytes::new(out()?, "", ""))
        }
        FormatName::Webanno => {
            drive(&args.input, &args.run, &finder, &format::webanno::WebAnnotation, &mut Bytes::new(out()?, "", ""))
        }
        FormatName::Timeml => {
            let mut sink = Bytes::new(out()?, format::timeml::HEAD, format::timeml::TAIL);
            drive(&args.input, &args.run, &finder, &format::timeml::TimeMl, &mut sink)
        }
        FormatName::Brat => {
            let folder = args.output.clone().ok_or_else(|| Fault::usage("--format brat wants --output DIR"))?;
            let mut sink = format::brat::Folder::new(folder)?;
            drive(&args.input, &args.run, &finder, &format::brat::Brat, &mut sink)
        }
        FormatName::Geojson => {
            let mut sink = format::geojson::Collection::new(out()?);
            drive(&args.input, &args.run, &finder, &format::geojson::GeoJson, &mut sink)
        }
        FormatName::Html => {
            drive(&args.input, &args.run, &finder, &format::html::Html, &mut format::html::Page::new(out()?))
        }
        #[cfg(feature = "parquet")]
        FormatName::Parquet => {
            let mut sink = format::parquet::File::new(out()?, unit)?;
            drive(&args.input, &args.run, &finder, &format::parquet::Parquet { unit }, &mut sink)
        }
    };
    summary.map(run)
}

/// Runs documents through a format; shared by the commands that read a pile of news.
pub fn drive<E: Encode>(
    input: &InputArgs,
    run: &RunArgs,
    finder: &Finder,
    encode: &E,
    sink: &mut dyn Sink<E::Block>,
) -> Result<Summary> {
    let threads = match run.threads {
        Some(threads) => usize::from(threads),
        None => std::thread::available_parallelism().map_or(1, Into::into),
    };
    let progress = Progress::new(total(input), run.quiet);
    let interrupt = interrupt();
    let reading = Reading::new(input);
    let run = Run { finder, reading: &reading, threads, progress: &progress, interrupt: &interrupt };
    let summary = run.run(sources(input)?, encode, sink)?;
    progress.finish(&summary);
    Ok(summary)
}

/// How many bytes there are to read, where that is known without walking folders twice and without unpacking: of plain
/// files that are named.
fn total(input: &InputArgs) -> Option<u64> {
    let size = |path: &std::path::PathBuf| {
        let packed = path.extension().is_some_and(|end| end == "gz" || end == "zst");
        let file = fs::metadata(path).ok().filter(|file| file.is_file() && !packed)?;
        Some(file.len())
    };
    if input.paths.is_empty() { None } else { input.paths.iter().map(size).sum() }
}

fn usual_format(output: Option<&Path>) -> FormatName {
    if output.is_none() && io::stdout().is_terminal() { FormatName::Table } else { FormatName::Jsonl }
}

/// The file, or standard output.
fn writer(path: Option<&Path>) -> Result<Box<dyn Write + Send>> {
    match path {
        None => Ok(Box::new(BufWriter::with_capacity(1 << 16, io::stdout()))),
        Some(path) => {
            let file = File::create(path).map_err(|error| Fault::file(path, &error))?;
            Ok(Box::new(BufWriter::with_capacity(1 << 16, file)))
        }
    }
}
