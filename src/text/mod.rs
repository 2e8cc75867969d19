//! What a text is made of before anything is known about Arabic names: kinds of characters, codes, offsets.

pub(crate) mod chars;
pub(crate) mod code;
pub(crate) mod gap;
pub(crate) mod offsets;
