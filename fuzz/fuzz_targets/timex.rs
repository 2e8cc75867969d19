//! Any string as a TIMEX3 value or as the attributes of one: refused, or printed so that it parses to the same.
#![no_main]

use khabar::{Timex, TimexValue};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(value) = text.parse::<TimexValue>() {
        assert_eq!(value.to_string().parse::<TimexValue>().expect("what was printed"), value);
        if let (Some(first), Some(last)) = (value.first_day(), value.last_day()) {
            assert!(first <= last, "{value}");
        }
    }
    if let Ok(timex) = text.parse::<Timex>() {
        assert_eq!(timex.to_string().parse::<Timex>().expect("what was printed"), timex);
        if let (Some(start), Some(end)) = (timex.start(), timex.end()) {
            assert!(start <= end, "{timex}");
        }
        let _ = timex.to_edtf();
    }
});
