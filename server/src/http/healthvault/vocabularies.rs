//! `GetVocabulary`, `SearchVocabulary`: the few vocabularies that a client of Patient Connect reads at its start.

use super::call::Call;
use super::envelope::{all, optional, parsed, required, text};
use super::status::Status;
use super::{Answer, rendered};
use askama::Template;
use domain::policy;
use domain::thing::KINDS;
use roxmltree::Node;

struct Vocabulary {
    name: &'static str,
    description: &'static str,
    items: fn() -> Vec<Item>,
}

struct Item {
    code: String,
    text: &'static str,
}

/// All are of the original's own family, in their first version.
const FAMILY: &str = "wc";
const VERSION: &str = "1";

const VOCABULARIES: &[Vocabulary] = &[
    Vocabulary {
        name: "glucose-measurement-type",
        description: "What a blood glucose measurement was made of",
        items: || words(&[("p", "Plasma"), ("wb", "Whole blood")]),
    },
    Vocabulary {
        name: "thing-types",
        description: "The types of things whose data is checked",
        items: || {
            let items = KINDS.iter().map(|kind| Item {
                code: kind.id.to_string(),
                text: kind.name,
            });
            items.collect()
        },
    },
];

fn words(words: &[(&'static str, &'static str)]) -> Vec<Item> {
    let items = words.iter().map(|&(code, text)| Item {
        code: code.to_owned(),
        text,
    });
    items.collect()
}

struct CodeSet {
    name: &'static str,
    items: Vec<Item>,
    truncated: bool,
}

/// Clients read family and version of every key.
#[derive(Template)]
#[template(
    ext = "xml",
    source = r#"{% macro key(name) %}<name>{{ name }}</name><family>{{ FAMILY }}</family><version>{{ VERSION }}</version>{% endmacro %}{% for one in keys %}<vocabulary-key>{% call key(one.name) %}{% endcall %}<description>{{ one.description }}</description></vocabulary-key>{% endfor %}{% for set in sets %}<{{ element }} xml:lang="en">{% call key(set.name) %}{% endcall %}{% for item in set.items %}<code-item><code-value>{{ item.code }}</code-value><display-text>{{ item.text }}</display-text><abbreviation-text/></code-item>{% endfor %}<is-vocab-truncated>{{ set.truncated }}</is-vocab-truncated></{{ element }}>{% endfor %}"#
)]
struct Vocabularies {
    keys: Vec<&'static Vocabulary>,
    /// What each set's element is called.
    element: &'static str,
    sets: Vec<CodeSet>,
}

/// Without parameters it lists the vocabularies.
pub fn get(call: &Call<'_, '_>) -> Answer {
    let Some(parameters) = optional(call.info, "vocabulary-parameters")? else {
        return keys(VOCABULARIES.iter().collect());
    };
    let fixed = optional(parameters, "fixed-culture")?
        .map(text)
        .transpose()?;
    let fixed = matches!(fixed.map(str::trim), Some("true" | "1"));
    // There are English words alone: another culture that is asked for without its fallback has none.
    let silent = fixed && !is_english(&call.envelope.language);
    let asked: Vec<Node> = all(parameters, "vocabulary-key")
        .take(policy::VOCABULARIES + 1)
        .collect();
    if asked.is_empty() {
        return Err(Status::InvalidXml);
    }
    if asked.len() > policy::VOCABULARIES {
        return Err(Status::TooManyThings);
    }
    let mut sets = Vec::new();
    for key in asked {
        let vocabulary = named(key)?;
        let mut items = (vocabulary.items)();
        if let Some(from) = optional(key, "code-value")?.map(text).transpose()? {
            let from = items.iter().position(|item| item.code == from);
            items.drain(..from.ok_or(Status::InvalidVocabularyItem)?);
        }
        if silent {
            for item in &mut items {
                item.text = "";
            }
        }
        sets.push(CodeSet {
            name: vocabulary.name,
            items,
            truncated: false,
        });
    }
    rendered(&Vocabularies {
        keys: Vec::new(),
        element: "vocabulary",
        sets,
    })
}

/// Without a key it searches the names and descriptions of vocabularies.
pub fn search(call: &Call<'_, '_>) -> Answer {
    let parameters = required(call.info, "text-search-parameters")?;
    let string = required(parameters, "search-string")?;
    let search = Search::read(string)?;
    let most: usize = optional(parameters, "max-results")?.map_or(Ok(usize::MAX), parsed)?;
    if most == 0 {
        return Err(Status::InvalidXml);
    }
    let Some(key) = optional(call.info, "vocabulary-key")? else {
        let found = VOCABULARIES
            .iter()
            .filter(|one| search.finds(one.name) || search.finds(one.description));
        return keys(found.take(most).collect());
    };
    let vocabulary = named(key)?;
    let mut items = (vocabulary.items)();
    items.retain(|item| search.finds(item.text));
    let truncated = items.len() > most;
    items.truncate(most);
    rendered(&Vocabularies {
        keys: Vec::new(),
        element: "code-set-result",
        sets: vec![CodeSet {
            name: vocabulary.name,
            items,
            truncated,
        }],
    })
}

fn keys(keys: Vec<&'static Vocabulary>) -> Answer {
    rendered(&Vocabularies {
        keys,
        element: "vocabulary",
        sets: Vec::new(),
    })
}

fn is_english(language: &str) -> bool {
    language.is_empty()
        || language
            .get(..2)
            .is_some_and(|start| start.eq_ignore_ascii_case("en"))
}

fn named(key: Node) -> Result<&'static Vocabulary, Status> {
    let name = text(required(key, "name")?)?;
    for (element, only) in [("family", FAMILY), ("version", VERSION)] {
        let said = optional(key, element)?.map(text).transpose()?;
        if said.is_some_and(|said| !said.is_empty() && said != only) {
            return Err(Status::InvalidVocabulary);
        }
    }
    let known = VOCABULARIES.iter().find(|one| one.name == name);
    known.ok_or(Status::InvalidVocabulary)
}

/// How a text is searched for, regardless of case.
enum Search {
    Prefix(String),
    Contains(String),
    /// Every word.
    FullText(Vec<String>),
}

impl Search {
    fn read(string: Node) -> Result<Self, Status> {
        let said = text(string)?.to_lowercase();
        if said.trim().is_empty() || said.chars().count() > policy::VOCABULARY_SEARCH_MAX {
            return Err(Status::InvalidXml);
        }
        match string.attribute("search-mode") {
            Some("Prefix") => Ok(Self::Prefix(said)),
            Some("Contains") | None => Ok(Self::Contains(said)),
            Some("FullText") => Ok(Self::FullText(
                said.split_whitespace().map(str::to_owned).collect(),
            )),
            Some(_) => Err(Status::InvalidXml),
        }
    }

    fn finds(&self, text: &str) -> bool {
        let text = text.to_lowercase();
        match self {
            Self::Prefix(start) => text.starts_with(start),
            Self::Contains(part) => text.contains(part),
            Self::FullText(words) => words.iter().all(|word| text.contains(word)),
        }
    }
}
