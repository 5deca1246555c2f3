//! The words of one language, made ready once: a constant sentence as one text, a sentence with values as its parts.
//! Only what chooses between words (plurals, cases) is left to Fluent at each use.

use crate::Wording;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::fmt::Write;
use unic_langid::LanguageIdentifier;

/// What a sentence says in a place of its own.
#[derive(Clone, Debug)]
pub enum Value<'v> {
    Text(Cow<'v, str>),
    Number(i64),
}

pub struct Catalog {
    messages: FxHashMap<String, Message>,
    fluent: FluentBundle<FluentResource>,
}

enum Message {
    Constant(String),
    Joined(Vec<Part>),
    /// Chooses between words, or refers to other messages.
    Choosing,
}

enum Part {
    Text(String),
    /// The value of this name.
    Value(String),
}

impl Catalog {
    /// Reads Fluent files. What does not parse, or is said twice, is found by the tests.
    pub fn new<'s>(
        language: LanguageIdentifier,
        sources: impl IntoIterator<Item = &'s &'s str>,
    ) -> Self {
        let mut fluent = FluentBundle::new_concurrent(vec![language]);
        // Marks of isolation would end up in mails, file names and copied text; views isolate by <bdi>.
        fluent.set_use_isolating(false);
        let builtins = fluent.add_builtins();
        debug_assert!(builtins.is_ok(), "{builtins:?}");
        let mut messages = FxHashMap::default();
        for source in sources {
            let resource = FluentResource::try_new((*source).to_owned());
            let resource = resource.unwrap_or_else(|(resource, errors)| {
                debug_assert!(
                    errors.is_empty(),
                    "a Fluent file does not parse: {errors:?}"
                );
                resource
            });
            messages.extend(resource.entries().filter_map(|entry| match entry {
                Entry::Message(message) => {
                    let pattern = message.value.as_ref()?;
                    Some((message.id.name.to_owned(), Message::of(pattern)))
                }
                _ => None,
            }));
            let doubled = fluent.add_resource(resource);
            debug_assert!(doubled.is_ok(), "an id is there twice: {doubled:?}");
        }
        Self { messages, fluent }
    }

    /// The words for `id` with these values; the id itself where there are none.
    pub fn say(&'static self, id: &'static str, values: &[(&str, Value<'_>)]) -> Wording {
        match self.messages.get(id) {
            Some(Message::Constant(words)) => Cow::Borrowed(words),
            Some(Message::Joined(parts)) => Cow::Owned(joined(id, parts, values)),
            Some(Message::Choosing) => Cow::Owned(self.chosen(id, values)),
            None => {
                debug_assert!(false, "no words for {id}");
                Cow::Borrowed(id)
            }
        }
    }

    fn chosen(&self, id: &str, values: &[(&str, Value<'_>)]) -> String {
        let message = self.fluent.get_message(id);
        let Some(pattern) = message.and_then(|message| message.value()) else {
            return id.to_owned();
        };
        let args: FluentArgs = values
            .iter()
            .map(|(name, value)| (*name, FluentValue::from(value)))
            .collect();
        let mut errors = Vec::new();
        let words = self
            .fluent
            .format_pattern(pattern, Some(&args), &mut errors);
        debug_assert!(errors.is_empty(), "{id}: {errors:?}");
        words.into_owned()
    }
}

fn joined(id: &str, parts: &[Part], values: &[(&str, Value<'_>)]) -> String {
    let mut words = String::with_capacity(64);
    for part in parts {
        let name = match part {
            Part::Text(text) => {
                words.push_str(text);
                continue;
            }
            Part::Value(name) => name,
        };
        match values.iter().find(|(given, _)| given == name) {
            Some((_, Value::Text(text))) => words.push_str(text),
            Some((_, Value::Number(number))) => {
                let written = write!(words, "{number}");
                debug_assert!(written.is_ok(), "a text takes every number");
            }
            None => debug_assert!(false, "{id} has no value for {name}"),
        }
    }
    words
}

impl Message {
    fn of(pattern: &Pattern<&str>) -> Self {
        let parts: Option<Vec<Part>> = pattern.elements.iter().map(Part::of).collect();
        let Some(parts) = parts else {
            return Self::Choosing;
        };
        let texts: Option<Vec<&str>> = parts
            .iter()
            .map(|part| match part {
                Part::Text(text) => Some(text.as_str()),
                Part::Value(_) => None,
            })
            .collect();
        match texts {
            Some(texts) => Self::Constant(texts.concat()),
            None => Self::Joined(parts),
        }
    }
}

impl Part {
    /// None for what has to be chosen at each use.
    fn of(element: &PatternElement<&str>) -> Option<Self> {
        match element {
            PatternElement::TextElement { value } => Some(Self::Text((*value).to_owned())),
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::VariableReference { id }),
            } => Some(Self::Value(id.name.to_owned())),
            PatternElement::Placeable { .. } => None,
        }
    }
}

impl<'v> From<&'v Value<'_>> for FluentValue<'v> {
    fn from(value: &'v Value<'_>) -> Self {
        match value {
            Value::Text(text) => Self::String(Cow::Borrowed(text)),
            Value::Number(number) => Self::from(*number),
        }
    }
}

impl<'v> From<&'v str> for Value<'v> {
    fn from(text: &'v str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'v> From<&'v String> for Value<'v> {
    fn from(text: &'v String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl<'v> From<Cow<'v, str>> for Value<'v> {
    fn from(text: Cow<'v, str>) -> Self {
        Self::Text(text)
    }
}

/// Counts and places: none is beyond what an `i64` holds.
macro_rules! numbers {
    ($($number:ty),+) => {
        $(impl From<$number> for Value<'_> {
            fn from(number: $number) -> Self {
                Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        })+
    };
}

numbers!(u8, u16, u32, u64, usize, i8, i16, i32, i64);

#[cfg(test)]
mod tests {
    use super::Catalog;
    use std::borrow::Cow;
    use std::sync::LazyLock;

    const SOURCE: &str = "
greeting = Good morning
long =
    First line
    and the second
named = Hello { $name }, you have { $count } letters
counted = { $count ->
    [one] One letter
   *[other] { $count } letters
    }
referring = { counted } for { $name }
";

    static ENGLISH: LazyLock<Catalog> =
        LazyLock::new(|| Catalog::new(unic_langid::langid!("en"), [&SOURCE]));

    #[test]
    fn constant_is_a_reference_to_the_text_of_its_lines() {
        let greeting = ENGLISH.say("greeting", &[]);
        assert!(matches!(greeting, Cow::Borrowed("Good morning")));
        let long = ENGLISH.say("long", &[]);
        assert!(matches!(long, Cow::Borrowed("First line\nand the second")));
    }

    #[test]
    fn values_are_written_where_the_sentence_names_them() {
        let values = [("count", 1_200.into()), ("name", "Ada".into())];
        let words = ENGLISH.say("named", &values);
        assert_eq!(words, "Hello Ada, you have 1200 letters");
    }

    #[test]
    fn plural_is_chosen_by_the_number() {
        let say = |count: u32| ENGLISH.say("counted", &[("count", count.into())]);
        assert_eq!([say(1), say(2)], ["One letter", "2 letters"]);
    }

    #[test]
    fn referred_message_reads_the_same_values() {
        let values = [("count", 1.into()), ("name", "Ada".into())];
        assert_eq!(ENGLISH.say("referring", &values), "One letter for Ada");
    }
}
