//! Which files: those named, and those below the folders named, in the order of their names.

use std::fmt;
use std::path::{Path, PathBuf};

use ignore::WalkBuilder;
use ignore::overrides::OverrideBuilder;

use crate::args::InputArgs;
use crate::fault::{Fault, Result};

/// Something to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    Stdin,
    File(PathBuf),
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Source::Stdin => f.write_str("<stdin>"),
            Source::File(path) => write!(f, "{}", path.display()),
        }
    }
}

/// The files that are read in a folder when no glob says which.
const READABLE: [&str; 9] = ["txt", "jsonl", "ndjson", "csv", "tsv", "tab", "html", "htm", "xhtml"];

/// The sources that the arguments name, lazily: a folder is walked when its turn comes. Hidden files and those of `.ignore`
/// are passed over, `.gitignore` is not asked: data is often kept out of git.
///
/// # Errors
///
/// A glob that is none.
pub fn sources(args: &InputArgs) -> Result<impl Iterator<Item = Result<Source>> + Send> {
    let globs = args.glob.clone();
    // Tested once here, so that a faulty glob is a fault of the command line and not of every folder.
    overrides(Path::new("."), &globs)?;
    let paths = if args.paths.is_empty() { vec![PathBuf::from("-")] } else { args.paths.clone() };
    let any = args.input.is_some();
    Ok(paths.into_iter().flat_map(move |path| -> Box<dyn Iterator<Item = Result<Source>> + Send> {
        if path == Path::new("-") {
            return Box::new(std::iter::once(Ok(Source::Stdin)));
        }
        if !path.is_dir() {
            return Box::new(std::iter::once(Ok(Source::File(path))));
        }
        match folder(&path, &globs, any) {
            Ok(files) => Box::new(files),
            Err(fault) => Box::new(std::iter::once(Err(fault))),
        }
    }))
}

fn folder(path: &Path, globs: &[String], any: bool) -> Result<impl Iterator<Item = Result<Source>> + Send + use<>> {
    let mut walk = WalkBuilder::new(path);
    walk.git_ignore(false).git_global(false).git_exclude(false).require_git(false).parents(false);
    walk.sort_by_file_name(|a, b| a.cmp(b)).overrides(overrides(path, globs)?);
    let by_name = globs.is_empty() && !any;
    Ok(walk.build().filter_map(move |entry| match entry {
        Err(error) => Some(Err(Fault::usage(error))),
        Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_file()) => {
            let path = entry.into_path();
            let readable = super::open::plain_extension(&path).is_some_and(|end| READABLE.contains(&end.as_str()));
            (!by_name || readable).then_some(Ok(Source::File(path)))
        }
        Ok(_) => None,
    }))
}

fn overrides(root: &Path, globs: &[String]) -> Result<ignore::overrides::Override> {
    let mut builder = OverrideBuilder::new(root);
    for glob in globs {
        builder.add(glob).map_err(|error| Fault::new("--glob", error))?;
    }
    builder.build().map_err(|error| Fault::new("--glob", error))
}
