//! How the desk finds a patient: by the beginning of any word of the name or of the clinic's own id.
//!
//! Case, accents and apostrophes do not matter: "oneill" finds "O'Neill", and "zoe" finds "Zoë".

use super::policy;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The words by which a request is found, each once, at most [`policy::SEARCH_WORDS`].
pub fn words_of(external_id: &str, friendly_name: &str) -> Vec<String> {
    let mut words = Vec::new();
    for text in [external_id, friendly_name] {
        for token in fold(text).split_whitespace() {
            let parts = token.split(|sign: char| !sign.is_alphanumeric());
            let parts = parts.filter(|part| !part.is_empty());
            for word in std::iter::once(bare(token)).chain(parts).map(cut) {
                if !words.contains(&word) {
                    words.push(word);
                }
            }
        }
    }
    words.truncate(policy::SEARCH_WORDS);
    words
}

/// The beginnings of words that someone looks for: the longest first, as it fits the fewest.
pub fn words_sought(search: &str) -> Vec<String> {
    let folded = fold(search);
    let mut words: Vec<String> = folded.split_whitespace().map(bare).map(cut).collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
    words.dedup();
    words.truncate(policy::SEARCH_WORDS_SOUGHT);
    words
}

/// A word without the signs at its ends, unless it is made of signs alone.
fn bare(word: &str) -> &str {
    let bare = word.trim_matches(|sign: char| !sign.is_alphanumeric());
    if bare.is_empty() { word } else { bare }
}

fn cut(word: &str) -> String {
    word.chars().take(policy::SEARCH_WORD_MAX).collect()
}

/// Case folding can undo a normal form, so it is between two normalisations.
fn fold(text: &str) -> String {
    let decomposed: String = text.nfkd().collect();
    caseless::default_case_fold_str(&decomposed)
        .nfkd()
        .filter(|sign| !is_combining_mark(*sign) && !matches!(sign, '\'' | '’' | 'ʼ' | '`' | '\0'))
        .nfc()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Whether a search finds a request, as the table of words does.
    fn finds(search: &str, external_id: &str, friendly_name: &str) -> bool {
        let words = words_of(external_id, friendly_name);
        let sought = words_sought(search);
        !sought.is_empty()
            && sought
                .iter()
                .all(|start| words.iter().any(|word| word.starts_with(start)))
    }

    #[test]
    fn a_patient_is_found_by_the_beginning_of_any_word() {
        for search in [
            "emma",
            "EMM",
            "o'neill",
            "oneill",
            "O’Nei",
            "whit",
            "emma whit",
            "whit, emma",
            "mrn-104",
            "MRN",
            "10442",
            " 10442 ",
            "zoe",
            "ZOË",
        ] {
            let name = "Emma Zoë O'Neill-Whittington";
            assert!(finds(search, "MRN-10442", name), "{search}");
        }
        for search in ["mma", "0442", "emma brown", "", "  "] {
            assert!(!finds(search, "MRN-10442", "Emma O'Neill"), "{search}");
        }
    }

    #[test]
    fn ids_and_names_of_signs_alone_are_found_too() {
        assert!(finds("---", "---", "Emma"));
        assert!(finds("👩", "MRN-1", "👩‍👧 family"));
        assert!(finds("<b>emma", "MRN-1", "<b>Emma</b>"));
        assert!(finds("straße", "MRN-1", "STRASSE"));
    }

    #[test]
    fn words_are_few_and_short_however_long_the_name() {
        let long = "x".repeat(300);
        let many: String = (0..100).map(|number| number.to_string() + "w ").collect();
        let words = words_of(&long, &many);
        assert_eq!(words.len(), policy::SEARCH_WORDS);
        assert_eq!(words[0].chars().count(), policy::SEARCH_WORD_MAX);
        assert!(finds(&long, &long, "Emma"));
        assert_eq!(words_sought(&many).len(), policy::SEARCH_WORDS_SOUGHT);
    }

    proptest! {
        #[test]
        fn every_id_is_found_by_itself(id in "\\PC{1,60}") {
            prop_assume!(!id.trim().is_empty() && !words_sought(&id).is_empty());
            prop_assert!(finds(&id, &id, "Emma"));
        }

        #[test]
        fn no_search_panics(search in any::<String>()) {
            prop_assert!(words_sought(&search).len() <= policy::SEARCH_WORDS_SOUGHT);
        }
    }
}
