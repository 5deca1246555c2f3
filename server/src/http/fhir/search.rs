//! The parameters of a search, read once: a filter that is not known is refused and never passed over in silence, as that
//! would hand out more than was asked for.

use super::moments::Span;
use super::refused::Refused;
use domain::policy;

/// What a search may ask for beside the filters of its type.
const ALWAYS: [&str; 6] = [
    "_id",
    "_lastUpdated",
    "_count",
    "_summary",
    "_sort",
    "_page",
];
/// What is ignored everywhere: it changes nothing of what is found.
const IGNORED: [&str; 4] = ["_format", "_pretty", "_total", "_totalMethod"];

/// A search as it was asked for.
#[derive(Debug, Default)]
pub struct Search {
    pub filters: Vec<(String, String)>,
    pub ids: Option<Vec<String>>,
    pub updated: Span,
    /// Matches of one page.
    pub count: usize,
    /// Only how many there are.
    pub total_alone: bool,
    pub sort: Option<String>,
    /// Parameters of every type, as they were given.
    always: Vec<(String, String)>,
    /// Filters that were left out, as the client is lenient about them.
    pub left_out: Vec<String>,
}

fn not_supported(name: &str) -> Refused {
    Refused::bad(
        "not-supported",
        format!(
            "The search parameter {:?} is not supported.",
            shortened(name)
        ),
    )
}

fn wrong(name: &'static str) -> Refused {
    Refused::bad("value", format!("The value of {name} is not supported."))
}

/// Enough of a client's own word to find it again.
fn shortened(name: &str) -> String {
    name.chars().take(40).collect()
}

impl Search {
    /// Reads the parameters of a search for resources of a type with these filters.
    pub fn read(
        pairs: Vec<(String, String)>,
        known: &[&str],
        lenient: bool,
    ) -> Result<Self, Refused> {
        let mut search = Self {
            count: policy::FHIR_PAGE,
            ..Self::default()
        };
        if pairs.len() > policy::FHIR_PARAMETERS {
            return Err(Refused::bad(
                "too-costly",
                "The search has too many parameters.",
            ));
        }
        for (name, value) in pairs {
            if IGNORED.contains(&name.as_str()) {
                continue;
            }
            if let Some((plain, _)) = name.split_once([':', '.']) {
                let known = known.contains(&plain) || ALWAYS.contains(&plain);
                let what = if known {
                    "modifier or chain"
                } else {
                    "parameter"
                };
                return Err(Refused::bad(
                    "not-supported",
                    format!("The search {what} {:?} is not supported.", shortened(&name)),
                ));
            }
            if known.contains(&name.as_str()) {
                search.filters.push((name, value));
            } else if ALWAYS.contains(&name.as_str()) {
                search.take(&name, &value)?;
                if !matches!(name.as_str(), "_count" | "_page") {
                    search.always.push((name, value));
                }
            } else if lenient {
                search.left_out.push(shortened(&name));
            } else {
                return Err(not_supported(&name));
            }
        }
        Ok(search)
    }

    fn take(&mut self, name: &str, value: &str) -> Result<(), Refused> {
        match name {
            "_id" => {
                let ids: Vec<String> = value.split(',').map(str::to_owned).collect();
                let both = |known: &String| ids.contains(known);
                self.ids = Some(match &self.ids {
                    Some(known) => known.iter().filter(|id| both(id)).cloned().collect(),
                    None => ids,
                });
            }
            "_lastUpdated" => {
                let span = Span::parse(value).ok_or_else(|| wrong("_lastUpdated"))?;
                self.updated = self.updated.and(span);
            }
            "_count" => {
                let count: u64 = value.parse().map_err(|_| wrong("_count"))?;
                self.total_alone |= count == 0;
                let most = policy::FHIR_PAGE_MOST;
                self.count = usize::try_from(count).unwrap_or(most).min(most);
            }
            "_summary" => match value {
                "count" => self.total_alone = true,
                "false" => {}
                _ => return Err(wrong("_summary")),
            },
            "_sort" => self.sort = Some(value.to_owned()),
            _ => {}
        }
        Ok(())
    }

    /// The parameters that were used, for the link of the answer to itself.
    pub fn used(&self) -> Vec<(String, String)> {
        let mut used = self.filters.clone();
        used.extend(self.always.clone());
        if !self.total_alone {
            used.push(("_count".to_owned(), self.count.to_string()));
        }
        used
    }

    /// What the client is told of its search.
    pub fn notes(&self) -> Vec<(&'static str, String)> {
        let told = |name: &String| format!("The search parameter {name:?} was left out.");
        let left_out = self.left_out.iter();
        left_out.map(|name| ("not-supported", told(name))).collect()
    }

    /// The values of a filter: each has to fit.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let named = move |(filter, _): &&(String, String)| filter == name;
        let filters = self.filters.iter().filter(named);
        filters.map(|(_, value)| value.as_str())
    }
}

/// A token of a search: `code`, `system|code`, `|code` or `system|`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// None for any; empty for none.
    pub system: Option<String>,
    /// Empty for any.
    pub code: String,
}

impl Token {
    /// The tokens of a value: one of them has to fit.
    pub fn any(value: &str) -> Vec<Self> {
        value.split(',').map(Self::read).collect()
    }

    fn read(text: &str) -> Self {
        match text.split_once('|') {
            Some((system, code)) => Self {
                system: Some(system.to_owned()),
                code: code.to_owned(),
            },
            None => Self {
                system: None,
                code: text.to_owned(),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pairs: &[(&str, &str)], lenient: bool) -> Result<Search, Refused> {
        let owned = pairs
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        Search::read(owned.collect(), &["identifier"], lenient)
    }

    #[test]
    fn filters_that_are_not_known_are_refused_or_named() {
        for name in [
            "nonsense",
            "identifier:exact",
            "identifier.value",
            "_has:x",
            "_include",
        ] {
            assert!(read(&[(name, "x")], false).is_err(), "{name}");
        }
        let lenient = read(&[("nonsense", "x"), ("identifier", "a")], true).expect("a search");
        assert_eq!(lenient.left_out, ["nonsense"]);
        assert_eq!(lenient.all("identifier").collect::<Vec<_>>(), ["a"]);
        assert!(read(&[("identifier:missing", "true")], true).is_err());
        assert!(read(&[("_format", "json"), ("_pretty", "true")], false).is_ok());
        let many = vec![("identifier", "x"); policy::FHIR_PARAMETERS + 1];
        assert!(read(&many, false).is_err());
    }

    #[test]
    fn counts_are_bounded() {
        assert_eq!(read(&[], false).expect("one").count, policy::FHIR_PAGE);
        for (asked, count, alone) in [("7", 7, false), ("0", 0, true), ("100000", 200, false)] {
            let search = read(&[("_count", asked)], false).expect("a search");
            assert_eq!(
                (search.count, search.total_alone),
                (count, alone),
                "{asked}"
            );
        }
        for asked in ["", "-1", "x", "1.5", "99999999999999999999999"] {
            assert!(read(&[("_count", asked)], false).is_err(), "{asked}");
        }
    }

    #[test]
    fn ids_that_are_given_twice_have_to_fit_twice() {
        let search = read(&[("_id", "a,b"), ("_id", "b,c")], false).expect("a search");
        assert_eq!(search.ids, Some(vec!["b".to_owned()]));
    }

    #[test]
    fn tokens_have_four_forms() {
        let token = |system: Option<&str>, code: &str| Token {
            system: system.map(str::to_owned),
            code: code.to_owned(),
        };
        assert_eq!(
            Token::any("a,http://s|a,|a,http://s|"),
            [
                token(None, "a"),
                token(Some("http://s"), "a"),
                token(Some(""), "a"),
                token(Some("http://s"), ""),
            ]
        );
    }
}
