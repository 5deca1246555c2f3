//! Where a patient goes with a code: the link that carries it, and the short address to type.

use domain::identity_code::IdentityCode;
use domain::language::Language;

/// The field of a query that says in which language a page opens.
pub const LANGUAGE: &str = "lang";

/// The address of a page, which opens in the language that is spoken now. The default language is not named: a browser
/// that asks for another one gets it.
pub fn in_language(url: &str) -> String {
    let language = crate::language();
    if language == Language::default() {
        return url.to_owned();
    }
    let (page, fragment) = match url.split_once('#') {
        Some((page, fragment)) => (page, Some(fragment)),
        None => (url, None),
    };
    let joint = if page.contains('?') { '&' } else { '?' };
    let mut url = format!("{page}{joint}{LANGUAGE}={}", language.name());
    if let Some(fragment) = fragment {
        url.push('#');
        url.push_str(fragment);
    }
    url
}

/// The code travels in the fragment, which no server sees.
pub fn with_code(public_url: &str, code: &IdentityCode) -> String {
    format!("{}/connect#{code}", public_url.trim_end_matches('/'))
}

/// The same in the language of a request, by its tag.
pub fn with_code_in(public_url: &str, code: &IdentityCode, tag: &str) -> String {
    let language = Language::of_tag(tag).unwrap_or_default();
    crate::speaking(language, || in_language(&with_code(public_url, code)))
}

/// As people type it: without the scheme.
pub fn to_type(public_url: &str) -> String {
    let host = public_url
        .trim_start_matches("https://")
        .trim_start_matches("http://")
        .trim_end_matches('/');
    format!("{host}/connect")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn link_opens_in_the_language_that_is_spoken() {
        let links = |language| {
            crate::speaking(language, || {
                ["https://a.example/b", "https://a.example/b?c=d#e"].map(in_language)
            })
        };
        assert_eq!(
            links(Language::English),
            ["https://a.example/b", "https://a.example/b?c=d#e"]
        );
        assert_eq!(
            links(Language::Arabic),
            [
                "https://a.example/b?lang=ar",
                "https://a.example/b?c=d&lang=ar#e"
            ]
        );
    }

    #[test]
    fn staff_links_carry_the_code_in_the_fragment_and_typed_ones_are_short() {
        let code = IdentityCode::generate(|_| 0);
        for public_url in [
            "https://connect.example.org",
            "https://connect.example.org/",
        ] {
            assert_eq!(
                with_code(public_url, &code),
                format!("https://connect.example.org/connect#{code}")
            );
            assert_eq!(to_type(public_url), "connect.example.org/connect");
        }
    }
}
