//! Opens what is read, and unpacks what is compressed.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Chain, Cursor, Read};
use std::path::Path;

use flate2::read::MultiGzDecoder;

use super::Source;

/// Large enough that a call of the system costs nothing against the text that it brings.
const BUFFER: usize = 256 * 1024;

/// Opens a source. Compression is known by the first bytes, so that a pipe may be compressed and a misnamed file read.
pub fn open(source: &Source) -> io::Result<Box<dyn BufRead>> {
    match source {
        Source::Stdin => unpacked(io::stdin()),
        Source::File(path) => unpacked(File::open(path)?),
    }
}

fn unpacked(mut input: impl Read + 'static) -> io::Result<Box<dyn BufRead>> {
    let mut magic = [0; 4];
    let mut have = 0;
    while have < magic.len() {
        match input.read(&mut magic[have..]) {
            Ok(0) => break,
            Ok(count) => have += count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    let input: Chain<Cursor<Vec<u8>>, _> = Cursor::new(magic[..have].to_vec()).chain(input);
    Ok(match magic[..have] {
        [0x1F, 0x8B, ..] => Box::new(BufReader::with_capacity(BUFFER, MultiGzDecoder::new(BufReader::new(input)))),
        [0x28, 0xB5, 0x2F, 0xFD] => Box::new(BufReader::with_capacity(BUFFER, zstd::Decoder::new(input)?)),
        _ => Box::new(BufReader::with_capacity(BUFFER, input)),
    })
}

/// The ending of a name in lower case, without that of its compression: `jsonl` of `news.JSONL.gz`.
pub fn plain_extension(path: &Path) -> Option<String> {
    let extension = |path: &Path| Some(path.extension()?.to_str()?.to_ascii_lowercase());
    match extension(path)?.as_str() {
        "gz" | "zst" => extension(Path::new(path.file_stem()?)),
        plain => Some(plain.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::plain_extension;
    use std::path::Path;

    #[test]
    fn endings() {
        for (name, ending) in [
            ("a/b.txt", Some("txt")),
            ("b.JSONL.gz", Some("jsonl")),
            ("b.csv.zst", Some("csv")),
            ("b.gz", None),
            ("README", None),
        ] {
            assert_eq!(plain_extension(Path::new(name)).as_deref(), ending, "{name}");
        }
    }
}
