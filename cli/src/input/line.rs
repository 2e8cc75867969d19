//! Inputs with a document on each line.

use std::io::BufRead;
use std::sync::Arc;

use super::{Body, Place, Raw, Read, Reading, Receiver, too_long};
use crate::args::InputFormat;
use crate::fault::{Fault, Result};

/// Reads line by line; blank lines are no documents.
pub fn read(
    input: &mut dyn BufRead,
    file: &Arc<str>,
    format: InputFormat,
    reading: &Reading,
    receiver: &mut dyn Receiver,
) -> Result<bool> {
    let (mut line, mut byte) = (0, 0);
    loop {
        let mut bytes = Vec::new();
        let Taken { consumed, too_long: long, idle } =
            take_line(input, &mut bytes, reading.limit).map_err(|error| Fault::io(file, &error))?;
        if consumed == 0 {
            return Ok(true);
        }
        line += 1;
        receiver.progress(consumed);
        let place = Place { file: Arc::clone(file), line: Some(line), byte };
        byte += consumed;
        let read = if long {
            Read::Fault(too_long(place, reading))
        } else if bytes.trim_ascii().is_empty() {
            continue;
        } else {
            let body = if format == InputFormat::Jsonl { Body::Json(bytes) } else { Body::Text(bytes) };
            Read::Document(Raw { place, body })
        };
        if !receiver.take(read, idle) {
            return Ok(false);
        }
    }
}

struct Taken {
    /// Bytes of the line with its end; 0 at the end of the input.
    consumed: u64,
    too_long: bool,
    /// Nothing more is ready.
    idle: bool,
}

/// Appends the next line without its end. Of one longer than the limit the rest is passed over and never held.
fn take_line(input: &mut dyn BufRead, bytes: &mut Vec<u8>, limit: u64) -> std::io::Result<Taken> {
    let mut taken = Taken { consumed: 0, too_long: false, idle: false };
    loop {
        let ready = match input.fill_buf() {
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
            ready => ready?,
        };
        let end = memchr::memchr(b'\n', ready);
        let part = &ready[..end.unwrap_or(ready.len())];
        taken.too_long |= (bytes.len() + part.len()) as u64 > limit;
        if taken.too_long {
            *bytes = Vec::new();
        } else {
            bytes.extend_from_slice(part);
        }
        let used = part.len() + usize::from(end.is_some());
        // The last line may have no end.
        let done = end.is_some() || ready.is_empty();
        taken.idle = used == ready.len();
        input.consume(used);
        taken.consumed += used as u64;
        if done {
            if bytes.last() == Some(&b'\r') {
                bytes.pop();
            }
            return Ok(taken);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_all_sorts() {
        let mut input = std::io::BufReader::with_capacity(4, "ab\r\n\nlong line\nlast".as_bytes());
        let mut lines = Vec::new();
        loop {
            let mut bytes = Vec::new();
            let taken = take_line(&mut input, &mut bytes, 5).unwrap();
            if taken.consumed == 0 {
                break;
            }
            lines.push((String::from_utf8(bytes).unwrap(), taken.consumed, taken.too_long));
        }
        let line = |text: &str, consumed, long| (text.to_owned(), consumed, long);
        assert_eq!(lines, [line("ab", 4, false), line("", 1, false), line("", 10, true), line("last", 4, false)]);
    }
}
