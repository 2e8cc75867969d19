//! The fold table: one row a fold, with its reason.

use unicode_normalization::char::{compose, decompose_compatible};

use super::Profile;
use crate::text::chars::{Kind, kind};

/// One row of the fold table: every letter of `from` becomes `to`, in `since` and every profile looser than it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fold {
    /// The letters that are folded.
    pub from: &'static str,
    /// What they become; empty if they are left out.
    pub to: &'static str,
    /// The strictest profile that folds them.
    pub since: Profile,
    /// Why readers take the two for the same, with an example.
    pub why: &'static str,
}

const fn row(from: &'static str, to: &'static str, since: Profile, why: &'static str) -> Fold {
    Fold { from, to, since, why }
}

/// Folds of single letters. What has no row stays, but for the general rules of [`fold`]: marks and invisible characters
/// are left out, presentation forms and ligatures are taken apart, Latin letters lose case and accents.
pub(crate) const ROWS: &[Fold] = &[
    // The same letter from another keyboard or code page.
    row("ٱ", "ا", Profile::Strict, "wasla is written in the Quran alone: ٱلقاهرة"),
    row(
        "\u{06CC}\u{06CD}\u{06CE}\u{06D0}\u{06D1}\u{063D}\u{063E}\u{063F}\u{0678}",
        "ي",
        Profile::Strict,
        "Persian and Kurdish yeh: تركیا",
    ),
    row("\u{06D2}\u{06D3}", "ي", Profile::Strict, "Urdu yeh barree: لاہورے"),
    row("\u{06A9}\u{06AA}\u{06AC}", "ك", Profile::Strict, "Persian keheh: ترکيا"),
    row(
        "\u{06BE}\u{06C1}\u{06C0}\u{06C2}\u{06D5}\u{06FF}",
        "ه",
        Profile::Strict,
        "Persian, Urdu and Kurdish heh: طہران",
    ),
    row("\u{06C3}", "ة", Profile::Strict, "Urdu teh marbuta goal"),
    row("\u{06BA}", "ن", Profile::Strict, "Urdu noon ghunna: خاں"),
    row("\u{0676}\u{06C4}\u{06C6}\u{06C7}\u{06CA}\u{06CB}", "و", Profile::Strict, "waw of Kurdish, Uyghur and Kazakh"),
    row("\u{0672}\u{0673}\u{0675}", "ا", Profile::Strict, "alef with wavy or high hamza, of Kashmiri and Kazakh"),
    // Letters that newspapers confuse.
    row("أإآ", "ا", Profile::News, "typists leave the hamza out: الامم المتحدة, افريقيا"),
    row("ى", "ي", Profile::News, "Egypt prints ى for final ي: علي/على, دبى"),
    row("ة", "ه", Profile::News, "typists leave the dots out: غزه"),
    row("ؤ", "و", Profile::News, "the carrier alone is typed: مسوول"),
    row("ئ", "ي", Profile::News, "the carrier alone is typed: الجزاير"),
    row("پ", "ب", Profile::News, "p of Persian and of foreign names: پوتين/بوتين"),
    row("ڤ\u{06A5}", "ف", Profile::News, "v of foreign names: ڤيينا/فيينا"),
    row("چ\u{0686}", "ج", Profile::News, "ch of Persian names, g of Egyptian print: چيهان/جيهان"),
    row("ژ", "ج", Profile::News, "zh of Persian and French names: ژاك/جاك"),
    row("گ", "ك", Profile::News, "g of Persian and Iraqi names: گلستان/كلستان"),
    row("ڭ\u{0763}", "ك", Profile::News, "g of Moroccan print: أڭادير/أكادير"),
    row("ڨ\u{06A7}", "ق", Profile::News, "g of Tunisian and Algerian print: ڨفصة/قفصة"),
    row("ٹ", "ت", Profile::News, "t of Urdu names"),
    row("ڈ", "د", Profile::News, "d of Urdu names"),
    row("ڑ", "ر", Profile::News, "r of Urdu names"),
    // What careless typing drops.
    row("ء", "", Profile::Loose, "final hamza is left out: صنعا, سينا"),
];

/// Folds one character: `emit` gets the letters and digits that it becomes, none for a mark, a space or a symbol.
///
/// One character may become several letters (ﻻ is lam and alef) but never words: a ligature that holds a space, such as
/// U+FDFA, counts as a symbol.
pub(crate) fn fold(c: char, profile: Profile, emit: &mut impl FnMut(char)) -> Kind {
    match kind(c) {
        Kind::Letter => {
            let mut words = false;
            decompose_compatible(c, |part| words |= !matches!(kind(part), Kind::Letter | Kind::Digit | Kind::Mark));
            if words {
                return Kind::Symbol;
            }
            // Canonical pairs such as alef and hamza above come apart here and are put together again, since the strict
            // profile keeps أ apart from ا; so are the letters of a Hangul syllable, but not é, which loses its accent.
            let mut last = None;
            decompose_compatible(c, |part| match last.take() {
                Some(base) => match compose(base, part) {
                    Some(whole) if is_arabic(whole) || kind(part) == Kind::Letter => last = Some(whole),
                    _ => {
                        letter(base, profile, emit);
                        last = Some(part);
                    }
                },
                None => last = Some(part),
            });
            if let Some(base) = last {
                letter(base, profile, emit);
            }
            Kind::Letter
        }
        Kind::Digit => {
            emit(digit(c));
            Kind::Digit
        }
        other => other,
    }
}

/// True for the hamza marks that change the letter before them: ا and U+0654 together are أ.
pub(crate) fn is_hamza_mark(c: char) -> bool {
    matches!(c, '\u{0653}'..='\u{0655}')
}

/// The fold of a base letter with a hamza mark after it, where the two are one letter.
pub(crate) fn fold_with_mark(base: char, mark: char, profile: Profile) -> Option<char> {
    let whole = compose(base, mark)?;
    let mut folded = None;
    letter(whole, profile, &mut |c| folded = Some(c));
    folded
}

/// Folds a letter that decomposition is done with.
fn letter(c: char, profile: Profile, emit: &mut impl FnMut(char)) {
    if kind(c) == Kind::Mark {
        return;
    }
    let mut c = c;
    // A fold may lead to a letter that a looser profile folds again: ۃ becomes ة, then ه.
    while let Some(row) = ROWS.iter().find(|row| row.since <= profile && row.from.contains(c)) {
        match row.to.chars().next() {
            Some(to) => c = to,
            None => return,
        }
    }
    if is_arabic(c) {
        emit(c);
    } else {
        // Case folding may bring a mark with it: the Turkish İ becomes i and a dot above.
        c.to_lowercase().filter(|&lower| kind(lower) != Kind::Mark).for_each(emit);
    }
}

fn is_arabic(c: char) -> bool {
    matches!(c, '\u{0620}'..='\u{06FF}')
}

/// European digit of the same value. The digits are those of [`kind`].
fn digit(c: char) -> char {
    let zero = match c {
        '\u{0660}'..='\u{0669}' => 0x0660,
        '\u{06F0}'..='\u{06F9}' => 0x06F0,
        _ => 0x30,
    };
    char::from(b'0' + (c as u32 - zero) as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str, profile: Profile) -> String {
        let mut out = String::new();
        for c in text.chars() {
            fold(c, profile, &mut |c| out.push(c));
        }
        out
    }

    #[test]
    fn each_row_folds_from_its_profile_on() {
        for row in ROWS {
            assert!(!row.why.is_empty());
            for c in row.from.chars() {
                let text = c.to_string();
                for profile in [Profile::Strict, Profile::News, Profile::Loose] {
                    let at_home = folded(row.to, profile);
                    assert_eq!(
                        folded(&text, profile) == at_home,
                        profile >= row.since || at_home == text,
                        "{c} {profile:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn profiles() {
        for (text, strict, news, loose) in [
            ("أُوكْرَانِيَا", "أوكرانيا", "اوكرانيا", "اوكرانيا"),
            ("غزة", "غزة", "غزه", "غزه"),
            ("ﺍﻟﺠﺰﺍﺋﺮ", "الجزائر", "الجزاير", "الجزاير"),
            ("اﻟﻮﻻيات", "الولايات", "الولايات", "الولايات"),
            ("ترکیا", "تركيا", "تركيا", "تركيا"),
            ("صنعاء", "صنعاء", "صنعاء", "صنعا"),
            ("ڤيينا", "ڤيينا", "فيينا", "فيينا"),
            ("ÉCOLE", "ecole", "ecole", "ecole"),
            ("٢٠٢٤ ۱۴", "202414", "202414", "202414"),
            ("ما\u{200C}لي", "مالي", "مالي", "مالي"),
        ] {
            for (profile, expected) in [(Profile::Strict, strict), (Profile::News, news), (Profile::Loose, loose)] {
                assert_eq!(folded(text, profile), expected, "{text} {profile:?}");
            }
        }
    }

    #[test]
    fn a_ligature_of_words_is_a_symbol() {
        assert_eq!(fold('\u{FDFA}', Profile::News, &mut |_| panic!("no letters")), Kind::Symbol);
        assert_eq!(fold('½', Profile::News, &mut |_| panic!("no digits")), Kind::Symbol);
    }
}
