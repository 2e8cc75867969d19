//! Runs the program.
#![allow(dead_code)]

use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// A run that is being put together.
pub struct Call(Command);

/// A run that has ended.
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
    /// Standard output where it is no text.
    pub bytes: Vec<u8>,
}

pub fn khabar<S: AsRef<OsStr>>(arguments: impl IntoIterator<Item = S>) -> Call {
    let mut command = Command::new(env!("CARGO_BIN_EXE_khabar"));
    command.args(arguments).env_remove("NO_COLOR").current_dir(root());
    Call(command)
}

impl Call {
    pub fn arg(mut self, argument: impl AsRef<OsStr>) -> Call {
        self.0.arg(argument);
        self
    }

    pub fn args<S: AsRef<OsStr>>(mut self, arguments: impl IntoIterator<Item = S>) -> Call {
        self.0.args(arguments);
        self
    }

    pub fn env(mut self, name: &str, value: &str) -> Call {
        self.0.env(name, value);
        self
    }

    pub fn command(self) -> Command {
        self.0
    }

    /// Runs it without input.
    pub fn ran(self) -> Ran {
        self.input(b"")
    }

    /// Runs it with `input` on a pipe.
    pub fn input(mut self, input: &[u8]) -> Ran {
        let mut child = self
            .0
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        // It may end without reading.
        let _ = child.stdin.take().expect("a pipe").write_all(input);
        let Output { status, stdout, stderr } = child.wait_with_output().expect("the program ends");
        Ran {
            code: status.code().expect("an exit code"),
            out: String::from_utf8_lossy(&stdout).into_owned(),
            err: String::from_utf8_lossy(&stderr).into_owned(),
            bytes: stdout,
        }
    }
}

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace").to_owned()
}

/// The news that come with the library.
pub fn news() -> PathBuf {
    PathBuf::from("examples/news")
}

pub fn folder() -> TempDir {
    TempDir::new().expect("a folder")
}

pub fn write(dir: &TempDir, name: &str, bytes: &[u8]) -> PathBuf {
    let path = dir.path().join(name);
    std::fs::write(&path, bytes).expect("a file");
    path
}
