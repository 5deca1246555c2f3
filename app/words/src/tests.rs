//! The words of each language are complete, used, and say the same with the same values.

use super::locales::{FOR_STAFF, patients_files};
use crate::speaking;
use domain::language::Language;
use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};
use fluent_syntax::parser;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Every id looked up by [`t!`] in the sources of `room`.
fn ids_used(room: &Path, ids: &mut BTreeSet<String>) {
    for entry in fs::read_dir(room).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            ids_used(&path, ids);
        } else if path.extension().is_some_and(|ext| ext == "rs") {
            let source = fs::read_to_string(&path).expect("a source");
            ids.extend(looked_up(&source).map(str::to_owned));
        }
    }
}

fn looked_up(source: &str) -> impl Iterator<Item = &str> {
    source.match_indices("t!(").filter_map(|(at, call)| {
        let ours = !source[..at].ends_with(char::is_alphanumeric);
        let literal = source[at + call.len()..].trim_start().strip_prefix('"')?;
        let id = literal.split('"').next()?;
        let kebab = |sign: char| matches!(sign, 'a'..='z' | '0'..='9' | '-');
        let remark = source[..at].lines().last()?.trim_start().starts_with("//");
        (ours && id.chars().all(kebab) && !remark).then_some(id)
    })
}

fn ids_given(source: &str) -> impl Iterator<Item = &str> {
    source
        .lines()
        .filter_map(|line| line.split_once(" ="))
        .map(|(id, _)| id)
        .filter(|id| id.starts_with(|sign: char| sign.is_ascii_lowercase()))
}

fn sources() -> impl Iterator<Item = &'static str> {
    patients_files(Language::English)
        .iter()
        .chain(FOR_STAFF)
        .copied()
}

fn used() -> BTreeSet<String> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut used = BTreeSet::new();
    for room in ["src", "../src", "../../server"].map(|room| here.join(room)) {
        ids_used(&room, &mut used);
    }
    used
}

#[test]
fn every_id_that_is_looked_up_has_words() {
    let given: BTreeSet<&str> = sources().flat_map(ids_given).collect();
    let used = used();
    assert!(used.len() > 100, "the scan finds the ids");
    let missing: Vec<_> = used
        .iter()
        .filter(|id| !given.contains(id.as_str()))
        .collect();
    assert!(missing.is_empty(), "no words for {missing:?}");
}

#[test]
fn all_words_are_used() {
    let used = used();
    let idle: Vec<_> = sources()
        .flat_map(ids_given)
        .filter(|id| !used.contains(*id))
        .collect();
    assert!(idle.is_empty(), "nobody says {idle:?}");
}

#[test]
fn the_words_are_plain() {
    for source in sources() {
        for line in source.lines() {
            let plain = ["please", "invalid", "should"]
                .iter()
                .all(|word| !line.to_lowercase().contains(word));
            assert!(plain, "{line}");
        }
    }
}

#[test]
fn places_are_counted_as_people_do() {
    for (position, place) in [
        (1, "1st"),
        (2, "2nd"),
        (3, "3rd"),
        (7, "7th"),
        (11, "11th"),
        (21, "21st"),
    ] {
        let words = t!(
            "code-impossible",
            sign = "letter",
            letter = "O",
            position = position
        );
        assert!(
            words.contains(&format!("Check the {place} letter")),
            "{words}"
        );
    }
}

/// Ids in the files of patients that only staff, operators and developers meet: they are in English.
const ENGLISH_ONLY: [&str; 30] = [
    "line-",
    "mail-authenticator-",
    "mail-by-operator",
    "mail-invitation-",
    "mail-new-password-",
    "mail-notice-",
    "mail-own-password-",
    "mail-recovery-codes-",
    "mail-second-step-subject",
    "mail-second-step-why",
    "mail-test-",
    "mailbox-",
    "nav-application",
    "nav-audit",
    "nav-callback",
    "nav-checks",
    "nav-installation",
    "nav-keys",
    "nav-locks",
    "nav-mail",
    "nav-new-request",
    "nav-overview",
    "nav-own-account",
    "nav-requests",
    "nav-settings",
    "nav-team",
    "rail-",
    "shortcut-",
    "shortcuts-",
    "time-zone",
];

/// The values that a message names, and the plural categories of each choice in it.
#[derive(Debug, Default, PartialEq, Eq)]
struct Shape {
    values: BTreeSet<String>,
    choices: Vec<BTreeSet<String>>,
}

impl Shape {
    fn read(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                let key = |key: &VariantKey<&str>| match key {
                    VariantKey::Identifier { name } => (*name).to_owned(),
                    VariantKey::NumberLiteral { value } => (*value).to_owned(),
                };
                let keys = variants.iter().map(|variant| key(&variant.key)).collect();
                self.choices.push(keys);
                for variant in variants {
                    self.read(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.values.insert(id.name.to_owned());
            }
            InlineExpression::FunctionReference { arguments, .. } => {
                let CallArguments { positional, .. } = arguments;
                positional.iter().for_each(|one| self.inline(one));
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            _ => {}
        }
    }
}

/// The messages of a language's files for patients.
fn shapes(language: Language) -> BTreeMap<String, Shape> {
    let mut shapes = BTreeMap::new();
    for source in patients_files(language) {
        let resource = parser::parse(*source).unwrap_or_else(|(_, errors)| {
            panic!("{}: {errors:?}", language.name());
        });
        for entry in resource.body {
            let Entry::Message(message) = entry else {
                continue;
            };
            let mut shape = Shape::default();
            shape.read(message.value.as_ref().expect("words"));
            let id = message.id.name.to_owned();
            let twice = shapes.insert(id, shape);
            assert!(twice.is_none(), "{} is there twice", message.id.name);
        }
    }
    shapes
}

fn others() -> impl Iterator<Item = Language> {
    Language::ALL
        .into_iter()
        .filter(|language| *language != Language::English)
}

#[test]
fn every_language_has_all_words_of_patients_and_no_others() {
    let english: BTreeSet<String> = shapes(Language::English)
        .into_keys()
        .filter(|id| !ENGLISH_ONLY.iter().any(|prefix| id.starts_with(prefix)))
        .collect();
    for language in others() {
        let own: BTreeSet<String> = shapes(language).into_keys().collect();
        let missing: Vec<_> = english.difference(&own).collect();
        let unused: Vec<_> = own.difference(&english).collect();
        assert!(
            missing.is_empty(),
            "{}: no words for {missing:?}",
            language.name()
        );
        assert!(
            unused.is_empty(),
            "{}: nobody says {unused:?}",
            language.name()
        );
    }
}

#[test]
fn every_language_names_the_values_that_english_names() {
    let english = shapes(Language::English);
    for language in others() {
        for (id, shape) in shapes(language) {
            let (own, model) = (&shape.values, &english[&id].values);
            // A month alone may be written otherwise than in a date.
            if id != "month" && id != "handed-guessable" {
                assert_eq!(own, model, "{}: {id}", language.name());
            }
        }
    }
}

#[test]
fn choices_by_number_have_the_categories_of_their_language() {
    for language in others() {
        let needed: &[&str] = match language {
            Language::Arabic => &["one", "two", "few"],
            Language::Ukrainian => &["one", "few"],
            Language::SimplifiedChinese => &["other"],
            _ => &["one"],
        };
        for (id, shape) in shapes(language) {
            for keys in &shape.choices {
                let by_number = ["one", "two", "few", "many"]
                    .iter()
                    .any(|category| keys.contains(*category));
                let all = needed.iter().all(|category| keys.contains(*category));
                let few_alone = language == Language::Arabic && !keys.contains("one");
                assert!(
                    !by_number || all || few_alone,
                    "{}: {id} {keys:?}",
                    language.name()
                );
            }
        }
    }
}

#[test]
fn months_and_days_are_all_different() {
    for language in Language::ALL {
        let months: BTreeSet<_> = (1..=12)
            .map(|month| crate::tests::month_of(language, month))
            .collect();
        assert_eq!(months.len(), 12, "{}: {months:?}", language.name());
    }
}

fn month_of(language: Language, month: u8) -> String {
    let text = format!("2026-{month:02}-07T12:00:00Z");
    let at = domain::timestamp::Timestamp::parse(&text).expect("a time");
    speaking(language, || {
        crate::weekday_date(domain::zone::Zone::UTC.at(at)).into_owned()
    })
}
