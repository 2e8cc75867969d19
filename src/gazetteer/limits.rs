//! What a file from a stranger may hold at most, and what it must not hold at all.
//!
//! The limits are far above what any gazetteer needs (the box: lines of 1,560 bytes, entries of 39 names, names of 88
//! characters) and far below what would hurt: a line without an end, or an entry that fills the memory, is no gazetteer.

use crate::error::Error;

/// Bytes of a file: ten million entries of a hundred bytes.
pub(super) const FILE_BYTES: usize = 1 << 30;
/// Bytes of a line.
pub(super) const LINE_BYTES: usize = 1 << 16;
/// Names of an entry.
pub(super) const NAMES: usize = 1000;
/// Code points of a name.
pub(super) const NAME_CHARS: usize = 256;

/// Fails if a text is too long.
pub(super) fn check_file(file: &str, text: &str) -> Result<(), Error> {
    if text.len() <= FILE_BYTES {
        return Ok(());
    }
    Err(Error::at(file, 1, 1, format!("{} bytes; a gazetteer has at most {FILE_BYTES}", text.len())))
}

/// Fails if a line is too long or holds a control character other than the tabs between cells.
pub(super) fn check_line(file: &str, number: usize, line: &str) -> Result<(), Error> {
    if line.len() > LINE_BYTES {
        let message = format!("a line of {} bytes; it has at most {LINE_BYTES}", line.len());
        return Err(Error::at(file, number, 1, message));
    }
    // Controls are bytes below a space, DEL, and two bytes that begin with C2, which are rare: a look at bytes is enough
    // for nearly every line.
    let suspect = |byte: u8| (byte < b' ' && byte != b'\t') || byte == 0x7F || byte == 0xC2;
    if line.bytes().any(suspect)
        && let Some((column, c)) = line.chars().enumerate().find(|(_, c)| c.is_control() && *c != '\t')
    {
        return Err(Error::at(file, number, column + 1, format!("the control character U+{:04X}", c as u32)));
    }
    Ok(())
}

/// The bytes of a file as text.
///
/// Fails at the first byte that is no UTF-8, and says so if the file looks like UTF-16.
pub(super) fn decode(file: &str, bytes: Vec<u8>) -> Result<String, Error> {
    if matches!(bytes.get(..2), Some([0xFF, 0xFE] | [0xFE, 0xFF])) {
        return Err(Error::at(file, 1, 1, "this is UTF-16; gazetteers are UTF-8"));
    }
    String::from_utf8(bytes).map_err(|e| {
        let (good, rest) = e.as_bytes().split_at(e.utf8_error().valid_up_to());
        let good = String::from_utf8_lossy(good);
        let last = good.rsplit('\n').next().unwrap_or_default();
        let message = format!("byte {} of the file, 0x{:02X}, is no UTF-8", good.len(), rest[0]);
        Error::at(file, 1 + good.matches('\n').count(), 1 + last.chars().count(), message)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines() {
        for (line, expected) in [
            ("a\tb", None),
            // U+00A0 no-break space: begins with the byte of the C1 controls, and is none.
            ("«a\u{A0}b»", None),
            ("ab\u{7}c", Some("g:3:3: the control character U+0007")),
            ("ب\u{7F}", Some("g:3:2: the control character U+007F")),
            ("ب\u{85}", Some("g:3:2: the control character U+0085")),
        ] {
            assert_eq!(check_line("g", 3, line).err().map(|e| e.to_string()).as_deref(), expected, "{line:?}");
        }
        let long = "س".repeat(LINE_BYTES / 2 + 1);
        let error = check_line("g", 1, &long).unwrap_err().to_string();
        assert_eq!(error, "g:1:1: a line of 65538 bytes; it has at most 65536");
    }

    #[test]
    fn encodings() {
        let fails = |bytes: &[u8]| decode("g", bytes.to_vec()).unwrap_err().to_string();
        assert_eq!(fails(b"\xFF\xFEi\0d\0"), "g:1:1: this is UTF-16; gazetteers are UTF-8");
        assert_eq!(fails(b"\xFE\xFF\0i\0d"), "g:1:1: this is UTF-16; gazetteers are UTF-8");
        assert_eq!(
            fails("id\nب\t".as_bytes().iter().copied().chain([0xD8]).collect::<Vec<_>>().as_slice()),
            "g:2:3: byte 6 of the file, 0xD8, is no UTF-8"
        );
        assert_eq!(decode("g", Vec::new()).unwrap(), "");
    }
}
