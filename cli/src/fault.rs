//! What goes wrong, and where.

use std::fmt;
use std::io;
use std::path::Path;

/// A fault with its place: a file, perhaps a line. It is printed as compilers do, `file:line: what`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    place: String,
    message: String,
    /// Whoever read our output has seen enough; nothing to complain of.
    broken_pipe: bool,
}

pub type Result<T> = std::result::Result<T, Fault>;

impl Fault {
    pub fn new(place: impl fmt::Display, message: impl fmt::Display) -> Fault {
        Fault { place: place.to_string(), message: message.to_string(), broken_pipe: false }
    }

    /// A fault of the arguments, which have no place.
    pub fn usage(message: impl fmt::Display) -> Fault {
        Fault::new("", message)
    }

    /// A file that cannot be read or written.
    pub fn file(path: &Path, error: &io::Error) -> Fault {
        Fault::io(path.display(), error)
    }

    pub fn io(place: impl fmt::Display, error: &io::Error) -> Fault {
        Fault { broken_pipe: error.kind() == io::ErrorKind::BrokenPipe, ..Fault::new(place, error) }
    }

    /// Standard output that cannot be written.
    pub fn output(error: &io::Error) -> Fault {
        Fault::io("standard output", error)
    }

    pub fn is_broken_pipe(&self) -> bool {
        self.broken_pipe
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.place.is_empty() { f.write_str(&self.message) } else { write!(f, "{}: {}", self.place, self.message) }
    }
}

/// The library names the place of its faults itself.
impl From<khabar::Error> for Fault {
    fn from(error: khabar::Error) -> Fault {
        Fault::new("", error)
    }
}
