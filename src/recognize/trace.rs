//! What was considered and why it was dropped, for whoever asks. Extraction does not ask, and pays nothing.

use std::fmt;

use super::candidate::Candidate;
use crate::span::Span;

/// Takes note of what becomes of candidates. Each is noted once: when it is kept, or when it is dropped.
pub(crate) trait Trace {
    /// Whether anybody asks.
    const ON: bool = true;

    /// Takes note of a candidate, and of why it was dropped if it was.
    fn note(&mut self, dropped: Option<Reason>, candidate: impl FnOnce() -> Candidate);

    /// Takes note of a candidate that gave way to one that was kept.
    fn gave_way(&mut self, candidate: &Candidate, kept: &Candidate);
}

/// Nobody asks.
impl Trace for () {
    const ON: bool = false;

    #[inline(always)]
    fn note(&mut self, _: Option<Reason>, _: impl FnOnce() -> Candidate) {}

    #[inline(always)]
    fn gave_way(&mut self, _: &Candidate, _: &Candidate) {}
}

/// What became of a candidate.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Note {
    pub(crate) candidate: Candidate,
    pub(crate) dropped: Option<Reason>,
    /// What was kept instead.
    pub(crate) rival: Option<Span>,
}

/// All candidates, in the order in which they were decided.
impl Trace for Vec<Note> {
    fn note(&mut self, dropped: Option<Reason>, candidate: impl FnOnce() -> Candidate) {
        self.push(Note { candidate: candidate(), dropped, rival: None });
    }

    fn gave_way(&mut self, candidate: &Candidate, kept: &Candidate) {
        let longer = kept.end - kept.first > candidate.end - candidate.first;
        let reason = if longer { Reason::Longer } else { Reason::Outranked };
        self.push(Note { candidate: *candidate, dropped: Some(reason), rival: Some(kept.mention.span) });
    }
}

/// Which family of rules proposed a candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Rule {
    /// A gazetteer lists the name: باماكو.
    Listed,
    /// A head with its nationality, country or portfolio: القوات المالية, وزارة الدفاع.
    Composed,
    /// A noun of facilities before a listed name: مطار باماكو.
    Facility,
    /// The noun that heads the name of an institution: معهد الدراسات الاستراتيجية.
    Institution,
    /// A noun right before the name of a place: بلدة قرزابة.
    Location,
    /// A plural of nationality: الفلسطينيون.
    People,
    /// What the name of a person begins with, or what stands before it: محمد بركات, الوزير فلان.
    Person,
    /// A surname or given name alone of a person that the text has in full: بركات after محمد بركات.
    Memory,
    /// An expression of time: أمس.
    Date,
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Rule::Listed => "a gazetteer lists it",
            Rule::Composed => "a head with its nationality, country or portfolio",
            Rule::Facility => "a noun of facilities before a listed name",
            Rule::Institution => "the noun that heads the name of an institution",
            Rule::Location => "a noun right before the name of a place",
            Rule::People => "a plural of nationality",
            Rule::Person => "words of names, or what stands before the name of a person",
            Rule::Memory => "a person whom the text names in full",
            Rule::Date => "an expression of time",
        })
    }
}

/// Declares [`Reason`] with what each variant says and its example in one row.
macro_rules! reasons {
    ($($(#[$doc:meta])* $variant:ident $words:literal $example:literal,)*) => {
        /// Why a candidate is no mention. [`Display`](fmt::Display) says it in plain words.
        ///
        /// ```
        /// use khabar::{Extractor, Reason};
        ///
        /// let khabar = Extractor::builtin();
        /// let text = "أعلن عن دعم مالي كبير";
        /// let explanation = khabar.explain(text, None);
        /// let mali = explanation.candidates().find(|candidate| candidate.text() == "مالي").unwrap();
        /// assert_eq!(mali.reason(), Some(Reason::Adjective));
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Reason {
            $($(#[$doc])* $variant,)*
        }

        impl Reason {
            /// An example in Arabic, with the candidate in brackets.
            pub fn example(self) -> &'static str {
                match self {
                    $(Reason::$variant => $example,)*
                }
            }
        }

        impl fmt::Display for Reason {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(match self {
                    $(Reason::$variant => $words,)*
                })
            }
        }
    };
}

reasons! {
    /// A candidate with more words overlaps it.
    Longer "a candidate with more words overlaps it" "فيلق [أفريقيا]",
    /// A candidate over the same words ranks before it.
    Outranked "a candidate over the same words ranks before it" "[محمد صلاح], listed and found by its words",
    /// Another entry of the same name is meant.
    Homonym "another entry of the same name is meant" "محافظة [إدلب]: the province, not the city",
    /// A strong guard, and no word before, list or earlier mention asks for the name.
    NotAsked "the name is under a guard, and no word before it, no list and no earlier mention asks for it"
        "نقل [القاعدة] إلى مكان آخر",
    /// The name stands as an adjective.
    Adjective "it stands as an adjective" "دعم [مالي]",
    /// A definite adjective describes it, so that it is a common noun.
    Described "an adjective describes it, so it is a common noun" "[القاعدة] العسكرية",
    /// An adjective of nationality behind a definite noun.
    Nationality "it is the nationality of the noun before" "الرئيس [السوداني]",
    /// The spelling is that of another word.
    AnotherWord "the text spells another word" "[فأس]: an axe, not Fes",
    /// The gazetteer or a particle of the same letters asks for another spelling.
    Spelling "the name must be spelled otherwise" "[على]: a preposition, not علي",
    /// The first letter belongs to the word and is no particle.
    NoParticle "its first letter is no particle" "ك[لاوس]: Klaus",
    /// The whole word is a name or a word of the rules.
    WholeWord "the word is one as it stands and is not cut" "ل[بنان]",
    /// Too few letters are left after the particle for a name not known that well.
    Short "too little is left after the particle" "ب[أب]ها",
    /// A pronoun was cut from a name that is not known well.
    Pronoun "a pronoun is cut only from names that are known well" "[كركور]هم",
    /// A fixed phrase begins with it.
    Phrase "a fixed phrase begins with it" "[مسقط] رأسه",
    /// The nunation of an accusative makes it an adjective.
    Accusative "the ending of an accusative makes it an adjective" "جنديا [روسيًا]",
    /// Part of the name of a person.
    Personal "it is a part of the name of a person" "أبو [غزة]",
    /// A given name without a second word of a name.
    LoneName "a given name alone is no person" "قال [محمد]",
    /// A direction before it turns its own into a description.
    Direction "a direction before it turns it into a description" "شمال [شرق أفريقيا]",
    /// A noun with its name in quotation marks, of which the name alone counts.
    Quoted "the quoted name alone is meant" "[صحيفة \"النهار\"]",
    /// Words that look like a date and are none.
    NoDate "the words around it speak for another sense than a date" "[مارس] صلاحياته",
    /// A name that holds a date.
    Namesake "it is the name of something else" "شارع [26 يوليو]",
    /// Numbers that no date or time has.
    NoSuchDate "no date or time has these numbers" "[القرن 200]",
    /// A time or part of a day beside no day.
    NoDay "it stands beside no day" "[صباح] الخير",
    /// Its kind is not looked for.
    NotWanted "its kind is not looked for" "[أمس], where only places are wanted",
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_are_plain() {
        assert_eq!(Reason::Longer.to_string(), "a candidate with more words overlaps it");
        assert_eq!(Reason::Adjective.example(), "دعم [مالي]");
    }
}
