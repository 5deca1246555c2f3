//! Which questions and answers are easy to guess, and why.
//!
//! A rule of the desk, not of the wire. The lists are data to compare with, in English alone: no words for people, and
//! no proof that a pair which passes is a good one.

use super::answer_fold::fold;
use super::policy;
use crate::named;

named! {
    /// Why a person who does not know the answer may find it.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Guessable {
        /// The answer is in the question.
        InQuestion = "in-question",
        /// The answer is in the name on the letter.
        InName = "in-name",
        InExternalId = "in-external-id",
        InEmail = "in-email",
        /// One of two, or nearly.
        YesNo = "yes-no",
        Colour = "colour",
        /// A day or a month.
        Date = "date",
        Year = "year",
        /// Nothing but digits.
        Digits = "digits",
        /// Fewer characters than [`policy::DESK_ANSWER_LETTERS`].
        Short = "short",
        /// The question asks for a birthday.
        AsksBirthday = "asks-birthday",
        AsksColour = "asks-colour",
        AsksPet = "asks-pet",
        /// The question asks for a mother's name.
        AsksMaidenName = "asks-maiden-name",
        /// The question can be answered with yes or no.
        AsksYesNo = "asks-yes-no",
    }
}

/// What others know or read beside the question: an answer that is in one of these is no secret.
#[derive(Clone, Copy, Debug, Default)]
pub struct Known<'a> {
    pub question: &'a str,
    pub friendly_name: &'a str,
    pub external_id: &'a str,
    pub email: &'a str,
}

const YES_NO: &[&str] = &[
    "yes",
    "no",
    "y",
    "n",
    "yeah",
    "yep",
    "nope",
    "true",
    "false",
    "maybe",
    "perhaps",
    "never",
    "always",
    "sometimes",
];
const COLOURS: &[&str] = &[
    "amber",
    "aqua",
    "beige",
    "black",
    "blond",
    "blonde",
    "blue",
    "bronze",
    "brown",
    "burgundy",
    "cream",
    "crimson",
    "cyan",
    "gold",
    "golden",
    "gray",
    "green",
    "grey",
    "indigo",
    "ivory",
    "khaki",
    "lavender",
    "lilac",
    "lime",
    "magenta",
    "maroon",
    "mauve",
    "navy",
    "ochre",
    "olive",
    "orange",
    "pink",
    "purple",
    "red",
    "scarlet",
    "silver",
    "tan",
    "teal",
    "turquoise",
    "violet",
    "white",
    "yellow",
];
/// What may be beside a colour without making it harder to guess.
const SHADES: &[&str] = &[
    "and", "bright", "dark", "deep", "light", "pale", "royal", "sky",
];
const MONTHS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sep",
    "sept",
    "oct",
    "nov",
    "dec",
];
const DAYS: &[&str] = &[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];
/// What may be in a date beside its numbers and names.
const DATE_WORDS: &[&str] = &["the", "of", "on", "in"];
const BIRTHDAY: &[&str] = &[
    "birthday",
    "birthdate",
    "birth",
    "born",
    "dob",
    "age",
    "old",
    "anniversary",
    "wedding",
];
const ASKS_COLOUR: &[&str] = &["colour", "color", "colours", "colors"];
const PET: &[&str] = &[
    "pet", "pets", "dog", "dogs", "cat", "cats", "puppy", "kitten", "hamster", "rabbit", "pony",
];
const MOTHER: &[&str] = &["mother", "mothers", "mum", "mums", "mom", "moms", "mam"];
const NAME: &[&str] = &["name", "surname", "called"];
/// What a question begins with that yes or no answers.
const YES_NO_BEGINNINGS: &[&str] = &[
    "am", "are", "can", "could", "did", "do", "does", "had", "has", "have", "is", "may", "must",
    "shall", "was", "were", "will", "would",
];
const YEARS: std::ops::RangeInclusive<u32> = 1900..=2099;

/// Why the answer is easy to guess, by the plainest reason; None where it is not.
pub fn answer(answer: &str, known: &Known<'_>) -> Option<Guessable> {
    let folded = words(answer);
    let parts: Vec<&str> = folded.iter().map(String::as_str).collect();
    [
        (stands_in(&parts, known.question), Guessable::InQuestion),
        (stands_in(&parts, known.friendly_name), Guessable::InName),
        (
            stands_in(&parts, known.external_id),
            Guessable::InExternalId,
        ),
        (stands_in(&parts, known.email), Guessable::InEmail),
        (all_in(&parts, &[YES_NO]), Guessable::YesNo),
        (
            all_in(&parts, &[COLOURS, SHADES]) && any_in(&parts, COLOURS),
            Guessable::Colour,
        ),
        (is_year(&parts), Guessable::Year),
        (is_date(answer, &parts), Guessable::Date),
        (is_digits(&parts), Guessable::Digits),
        (
            answer.trim().chars().count() < policy::DESK_ANSWER_LETTERS,
            Guessable::Short,
        ),
    ]
    .into_iter()
    .find_map(|(found, why)| found.then_some(why))
}

/// Why the question gives its answer away, regardless of the answer; None where it does not.
pub fn question(question: &str) -> Option<Guessable> {
    let folded = words(question);
    let parts: Vec<&str> = folded.iter().map(String::as_str).collect();
    let begins = parts
        .first()
        .is_some_and(|first| YES_NO_BEGINNINGS.contains(first));
    let maiden = parts.contains(&"maiden") || (any_in(&parts, MOTHER) && any_in(&parts, NAME));
    [
        (any_in(&parts, BIRTHDAY), Guessable::AsksBirthday),
        (any_in(&parts, ASKS_COLOUR), Guessable::AsksColour),
        (maiden, Guessable::AsksMaidenName),
        (any_in(&parts, PET), Guessable::AsksPet),
        (begins, Guessable::AsksYesNo),
    ]
    .into_iter()
    .find_map(|(found, why)| found.then_some(why))
}

/// Folded as answers are compared, without apostrophes, apart at everything that is neither letter nor digit.
fn words(text: &str) -> Vec<String> {
    fold(text)
        .replace(['\'', '’'], "")
        .split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Whether every word of the answer is somewhere in the text, in any order, run together or not.
fn stands_in(answer: &[&str], text: &str) -> bool {
    let text = words(text).concat();
    !answer.is_empty() && answer.iter().all(|word| text.contains(word))
}

fn all_in(parts: &[&str], lists: &[&[&str]]) -> bool {
    !parts.is_empty()
        && parts
            .iter()
            .all(|part| lists.iter().any(|list| list.contains(part)))
}

fn any_in(parts: &[&str], list: &[&str]) -> bool {
    parts.iter().any(|part| list.contains(part))
}

fn is_year(parts: &[&str]) -> bool {
    matches!(parts, [year] if year.parse().is_ok_and(|year| YEARS.contains(&year)))
}

fn is_digits(parts: &[&str]) -> bool {
    !parts.is_empty() && parts.iter().all(|part| numeric(part))
}

/// "3 May", "May 3rd, 2015", "Sunday": names of days and months with numbers; or numbers apart at dashes, dots or
/// slashes.
fn is_date(answer: &str, parts: &[&str]) -> bool {
    let named = any_in(parts, MONTHS) || any_in(parts, DAYS);
    let fits = |part: &&str| {
        MONTHS.contains(part) || DAYS.contains(part) || DATE_WORDS.contains(part) || counted(part)
    };
    let written = (2..=3).contains(&parts.len())
        && is_digits(parts)
        && answer.contains(['-', '.', '/'])
        && parts.iter().all(|part| part.len() <= 4);
    (named && parts.iter().all(fits)) || written
}

fn numeric(part: &str) -> bool {
    part.chars().all(char::is_numeric)
}

/// "3", "3rd".
fn counted(part: &str) -> bool {
    let number = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|end| part.strip_suffix(end))
        .unwrap_or(part);
    !number.is_empty() && numeric(number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::phrase;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    const KNOWN: Known<'_> = Known {
        question: "What do we call the boat in Leeward Bay?",
        friendly_name: "Emma Miller's record",
        external_id: "MRN-104 427",
        email: "maria.miller@example.org",
    };

    #[test]
    fn answers_that_others_read_or_try_first_are_named_by_their_reason() {
        for (typed, why) in [
            ("leeward bay", Guessable::InQuestion),
            ("Boat, Leeward", Guessable::InQuestion),
            ("Emma Miller", Guessable::InName),
            ("miller EMMA", Guessable::InName),
            ("mrn104427", Guessable::InExternalId),
            ("Maria Miller", Guessable::InEmail),
            ("mariamiller", Guessable::InEmail),
            ("Yes!", Guessable::YesNo),
            ("never", Guessable::YesNo),
            ("Turquoise", Guessable::Colour),
            ("dark  Blue", Guessable::Colour),
            ("1987", Guessable::Year),
            ("3 May 2015", Guessable::Date),
            ("May 3rd, 2015", Guessable::Date),
            ("the 3rd of May", Guessable::Date),
            ("03/05/2015", Guessable::Date),
            ("2015-05-03", Guessable::Date),
            ("Wednesday", Guessable::Date),
            ("03052015", Guessable::Digits),
            ("0117 496 0123", Guessable::Digits),
            ("kayak", Guessable::Short),
            ("Ｇｒａｙ", Guessable::Colour),
        ] {
            assert_eq!(answer(typed, &KNOWN), Some(why), "{typed}");
        }
    }

    #[test]
    fn answers_that_only_resemble_those_pass() {
        for typed in [
            "Nancy Blackett",
            "Velvet Walnut",
            "mayflower",
            "blueberry",
            "may contain nuts",
            "24 blackbirds",
            "Yesterday",
            "rot und grün",
        ] {
            assert_eq!(answer(typed, &KNOWN), None, "{typed}");
        }
    }

    #[test]
    fn an_empty_text_beside_it_holds_no_answer() {
        assert_eq!(answer("Velvet Walnut", &Known::default()), None);
    }

    #[test]
    fn questions_that_give_their_answer_away_are_named_by_their_reason() {
        for (asked, why) in [
            ("When is your birthday?", Guessable::AsksBirthday),
            ("Where were you born?", Guessable::AsksBirthday),
            ("How old is Emma?", Guessable::AsksBirthday),
            ("What is your favourite colour?", Guessable::AsksColour),
            ("Your favorite COLOR", Guessable::AsksColour),
            ("Name of your first pet?", Guessable::AsksPet),
            ("What was your cat called?", Guessable::AsksPet),
            ("Your mother’s maiden name?", Guessable::AsksMaidenName),
            ("Your mum's first name?", Guessable::AsksMaidenName),
            ("Do you like the sea?", Guessable::AsksYesNo),
        ] {
            assert_eq!(question(asked), Some(why), "{asked}");
        }
        for asked in [
            "What did you call the boat you learned to sail in?",
            "Which two words did we agree on?",
            "What was Emma's first word?",
            "Where did we carpet the stairs?",
        ] {
            assert_eq!(question(asked), None, "{asked}");
        }
    }

    /// All that the lists hold, and the words that the desk hands over.
    fn listed() -> Vec<&'static str> {
        let lists = [
            YES_NO,
            COLOURS,
            SHADES,
            MONTHS,
            DAYS,
            DATE_WORDS,
            BIRTHDAY,
            ASKS_COLOUR,
            PET,
            MOTHER,
            NAME,
            YES_NO_BEGINNINGS,
            &phrase::WORDS,
        ];
        let words: BTreeSet<_> = lists.concat().into_iter().collect();
        words.into_iter().collect()
    }

    #[test]
    fn every_reason_has_a_name_of_its_own() {
        let names: BTreeSet<_> = Guessable::ALL.map(Guessable::name).into();
        assert_eq!(names.len(), Guessable::ALL.len());
    }

    proptest! {
        #[test]
        fn the_fold_keeps_two_different_answers_of_the_lists_apart(
            one in proptest::collection::vec(proptest::sample::select(listed()), 1..5),
            other in proptest::collection::vec(proptest::sample::select(listed()), 1..5),
        ) {
            prop_assert_eq!(fold(&one.join(" ")) == fold(&other.join(" ")), one == other);
            prop_assert_eq!(fold(&one.join(" ")), one.join(" "));
        }

        #[test]
        fn any_pair_can_be_looked_at(typed in "\\PC{0,60}", asked in "\\PC{0,60}") {
            let known = Known { question: &asked, ..KNOWN };
            let _ = (answer(&typed, &known), question(&asked));
        }
    }
}
