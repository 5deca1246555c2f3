//! The languages that patients are spoken to in, and how one is chosen from what a browser or a request asks for.
//!
//! A tag is read as in BCP 47: "es-MX" is Spanish. Words are not here; the crate `words` has a folder for each.

crate::named! {
    /// A language that there are words in, by its tag.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Language {
        #[default]
        English = "en",
        Spanish = "es",
        German = "de",
        French = "fr",
        Turkish = "tr",
        Arabic = "ar",
        Ukrainian = "uk",
        SimplifiedChinese = "zh-Hans",
    }
}

/// Bytes of an `Accept-Language` header that are read.
const HEADER_MAX: usize = 1_000;
/// Languages of such a header that are read.
const ENTRIES_MAX: usize = 32;
/// Characters of the longest tag (RFC 5646, section 4.4.1).
pub const TAG_MAX: usize = 35;

impl Language {
    /// The language that a tag such as "es-MX" asks for; None where there are no words in it, or it is not a tag.
    /// "zh-TW" is not Simplified Chinese.
    pub fn of_tag(tag: &str) -> Option<Self> {
        if !is_tag(tag) {
            return None;
        }
        let mut parts = tag.split('-');
        let primary = parts.next().unwrap_or_default();
        if primary.eq_ignore_ascii_case("zh") {
            let traditional = |part: &str| {
                ["hant", "tw", "hk", "mo"]
                    .iter()
                    .any(|other| part.eq_ignore_ascii_case(other))
            };
            let simplified = |part: &str| part.eq_ignore_ascii_case("hans");
            let mut rest = parts.clone();
            let other = !parts.any(simplified) && rest.any(traditional);
            return (!other).then_some(Self::SimplifiedChinese);
        }
        Self::ALL
            .into_iter()
            .find(|language| language.name().eq_ignore_ascii_case(primary))
    }

    /// The first choice of an `Accept-Language` header that there are words in. Entries that cannot be read are passed
    /// over.
    pub fn accepted(header: &str) -> Option<Self> {
        let end = header.len().min(HEADER_MAX);
        let header = header.get(..end).unwrap_or_default();
        let mut best: Option<(u16, Self)> = None;
        for entry in header.split(',').take(ENTRIES_MAX) {
            let Some((weight, language)) = weighted(entry) else {
                continue;
            };
            if best.is_none_or(|(most, _)| weight > most) {
                best = Some((weight, language));
            }
        }
        best.map(|(_, language)| language)
    }

    /// Whether it is written from right to left.
    pub const fn is_right_to_left(self) -> bool {
        matches!(self, Self::Arabic)
    }

    /// As the attribute `dir` has it.
    pub const fn direction(self) -> &'static str {
        if self.is_right_to_left() {
            "rtl"
        } else {
            "ltr"
        }
    }
}

/// "es;q=0.8": thousandths, and the language; None for a weight of nothing.
fn weighted(entry: &str) -> Option<(u16, Language)> {
    let mut parts = entry.split(';');
    let language = Language::of_tag(parts.next()?.trim())?;
    let weight = match parts.next() {
        None => 1_000,
        Some(parameter) => thousandths(parameter.trim().strip_prefix("q=")?.trim())?,
    };
    (weight > 0).then_some((weight, language))
}

/// "0.8" is 800; None for what is not between 0 and 1, or has more than 3 places.
fn thousandths(weight: &str) -> Option<u16> {
    let (whole, places) = weight.split_once('.').unwrap_or((weight, ""));
    if places.len() > 3 || !places.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let places: u16 = format!("{places:0<3}").parse().ok()?;
    match whole {
        "0" => Some(places),
        "1" if places == 0 => Some(1_000),
        _ => None,
    }
}

/// Whether a text has the form of a language tag.
pub fn is_tag(text: &str) -> bool {
    let mut parts = text.split('-');
    let primary = parts.next().is_some_and(|part| {
        (2..=3).contains(&part.len()) && part.bytes().all(|sign| sign.is_ascii_alphabetic())
    });
    let rest = parts.all(|part| {
        (1..=8).contains(&part.len()) && part.bytes().all(|sign| sign.is_ascii_alphanumeric())
    });
    primary && rest && text.len() <= TAG_MAX
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn tag_with_a_region_asks_for_its_language() {
        for (tag, language) in [
            ("es", Some(Language::Spanish)),
            ("es-MX", Some(Language::Spanish)),
            ("AR-eg", Some(Language::Arabic)),
            ("zh", Some(Language::SimplifiedChinese)),
            ("zh-CN", Some(Language::SimplifiedChinese)),
            ("zh-Hans-HK", Some(Language::SimplifiedChinese)),
            ("zh-TW", None),
            ("zh-Hant", None),
            ("xx-YY", None),
            ("", None),
            ("e", None),
            ("es mx", None),
        ] {
            assert_eq!(Language::of_tag(tag), language, "{tag}");
        }
        for language in Language::ALL {
            assert_eq!(Language::of_tag(language.name()), Some(language));
        }
    }

    #[test]
    fn browser_gets_its_first_choice_that_has_words() {
        for (header, language) in [
            ("de", Some(Language::German)),
            ("nl, fr;q=0.5, tr;q=0.8", Some(Language::Turkish)),
            ("uk-UA,uk;q=0.9,en;q=0.8", Some(Language::Ukrainian)),
            ("es, de", Some(Language::Spanish)),
            ("es;q=0, en;q=0.1", Some(Language::English)),
            ("xx-YY;q=bad", None),
            ("xx-YY;q=bad, es;q=bad, ar", Some(Language::Arabic)),
            ("es;q=1.5, fr;q=0.0001, de ; q=0.2", Some(Language::German)),
            ("*", None),
            (",;=,q", None),
            ("", None),
        ] {
            assert_eq!(Language::accepted(header), language, "{header}");
        }
        let many = "nl,".repeat(ENTRIES_MAX) + "es";
        assert_eq!(Language::accepted(&many), None, "the rest is not read");
    }

    proptest! {
        #[test]
        fn no_header_of_a_browser_breaks_the_choice(header in ".{0,1200}") {
            let _ = Language::accepted(&header);
        }
    }
}
