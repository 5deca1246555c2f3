//! Where a patient goes with a code: the link that carries it, and the short address to type.

use domain::identity_code::IdentityCode;

/// The code travels in the fragment, which no server sees.
pub fn with_code(public_url: &str, code: &IdentityCode) -> String {
    format!("{}/connect#{code}", public_url.trim_end_matches('/'))
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
