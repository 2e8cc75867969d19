//! The forms of an adjective from its masculine singular.

use super::sense::{Agreement, Form};

const ENDINGS: [(&str, Form); 8] = [
    ("", Form::Masculine),
    ("ة", Form::Feminine),
    ("ان", Form::Dual),
    ("تان", Form::Dual),
    ("تين", Form::Dual),
    ("ون", Form::Plural),
    ("ين", Form::Plural), // of the dual as well: روسيين
    ("ات", Form::Plural),
];

/// Calls `each` with every form of an adjective that ends in ي, or of a compound whose last word does: كوري شمالي,
/// جنوب أفريقي.
pub(crate) fn inflect(masculine: &str, mut each: impl FnMut(&str, Agreement)) {
    let words: Vec<&str> = masculine.split(' ').collect();
    let last = words.len() - 1;
    for (ending, form) in ENDINGS {
        // Only adjectives agree: in جنوب أفريقي the first word is a noun and stays.
        let inflected: Vec<String> = words
            .iter()
            .enumerate()
            .map(
                |(i, word)| {
                    if i == last || word.ends_with('ي') { format!("{word}{ending}") } else { (*word).to_owned() }
                },
            )
            .collect();
        each(&inflected.join(" "), Agreement { definite: false, form });
        let definite = Agreement { definite: true, form };
        let all: Vec<String> = inflected.iter().map(|word| format!("ال{word}")).collect();
        each(&all.join(" "), definite);
        if last > 0 && !words[0].ends_with('ي') {
            each(&format!("ال{}", inflected.join(" ")), definite);
        }
    }
}

/// Calls `each` with both forms of a broken plural, which is given without the article.
pub(crate) fn broken_plural(plural: &str, mut each: impl FnMut(&str, Agreement)) {
    each(plural, Agreement { definite: false, form: Form::Plural });
    each(&format!("ال{plural}"), Agreement { definite: true, form: Form::Plural });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn adjectives() {
        let mut forms = Vec::new();
        inflect("مالي", |form, _| forms.push(form.to_owned()));
        for form in ["مالي", "المالي", "مالية", "المالية", "ماليين", "الماليون", "الماليات"]
        {
            assert!(forms.iter().any(|f| f == form), "{form}");
        }
        forms.clear();
        inflect("كوري شمالي", |form, _| forms.push(form.to_owned()));
        assert!(forms.iter().any(|f| f == "الكورية الشمالية"));
        forms.clear();
        inflect("جنوب أفريقي", |form, _| forms.push(form.to_owned()));
        assert!(forms.iter().any(|f| f == "الجنوب أفريقية") && forms.iter().any(|f| f == "جنوب أفريقيين"));
    }
}
