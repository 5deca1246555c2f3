//! JSON as FHIR has it: numbers keep their digits, no key stands twice, and nothing nests deeper than it may.
//!
//! `serde_json` reads numbers as binary ones, in which 72.50 is 72.5, unless a feature changes it for the whole build.
//! So each value is read raw first, and taken apart here.

use crate::issue::{Issue, IssueCode, Refusal};
use serde::de::{Deserializer, Error, MapAccess, Visitor};
use serde::ser::{SerializeMap, SerializeSeq, Serializer};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::collections::BTreeMap;
use std::fmt;

/// What a text may cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes.
    pub bytes: usize,
    /// Objects and lists within each other.
    pub depth: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 4 * 1024 * 1024,
            depth: 32,
        }
    }
}

/// A value. Two numbers are the same when their texts are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Json {
    Null,
    Bool(bool),
    /// As it was written.
    Number(String),
    Text(String),
    List(Vec<Json>),
    Object(BTreeMap<String, Json>),
}

/// Why a text is no value that is read.
enum Fault {
    TooDeep,
    Other(serde_json::Error),
}

impl From<serde_json::Error> for Fault {
    fn from(error: serde_json::Error) -> Self {
        Self::Other(error)
    }
}

/// An object's members, still raw.
struct Members<'a>(BTreeMap<String, &'a RawValue>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = BTreeMap::new();
                while let Some((name, value)) = map.next_entry::<String, &RawValue>()? {
                    if members.insert(name, value).is_some() {
                        return Err(A::Error::custom("an element stands twice in one object"));
                    }
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(Reader)
    }
}

impl Json {
    /// Reads a text.
    ///
    /// # Errors
    ///
    /// `invalid` for what is no JSON or has a key twice, `too-long` for what is beyond the limits. What was sent is not
    /// told again.
    pub fn parse(text: &str, limits: Limits) -> Result<Self, Refusal> {
        if text.len() > limits.bytes {
            return Err(Refusal::one(Issue::error(
                IssueCode::TooLong,
                "",
                "the text is longer than it may be",
            )));
        }
        let read = if is_deeper(text, limits.depth) {
            Err(Fault::TooDeep)
        } else {
            serde_json::from_str(text)
                .map_err(Fault::from)
                .and_then(read)
        };
        read.map_err(|fault| {
            let told = match fault {
                Fault::TooDeep => "objects and lists nest deeper than they may".to_owned(),
                Fault::Other(error) if error.is_data() => {
                    "an element stands twice in one object".to_owned()
                }
                Fault::Other(error) => format!(
                    "no JSON, at line {}, column {}",
                    error.line(),
                    error.column()
                ),
            };
            Refusal::one(Issue::error(IssueCode::Invalid, "", told))
        })
    }

    pub fn object() -> Self {
        Self::Object(BTreeMap::new())
    }

    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// An object of these members.
    pub fn of<const N: usize>(members: [(&str, Self); N]) -> Self {
        let members = members.map(|(name, value)| (name.to_owned(), value));
        Self::Object(BTreeMap::from(members))
    }

    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    pub fn as_list(&self) -> &[Self] {
        match self {
            Self::List(list) => list,
            _ => &[],
        }
    }

    pub fn as_object(&self) -> Option<&BTreeMap<String, Self>> {
        match self {
            Self::Object(members) => Some(members),
            _ => None,
        }
    }

    /// The member of this name.
    pub fn get(&self, name: &str) -> Option<&Self> {
        self.as_object()?.get(name)
    }

    /// The value at a path of members and, as digits, places in lists.
    pub fn at(&self, path: &[&str]) -> Option<&Self> {
        path.iter().try_fold(self, |value, step| match value {
            Self::List(list) => list.get(step.parse::<usize>().ok()?),
            value => value.get(step),
        })
    }

    /// The text of the member of this name.
    pub fn text_of(&self, name: &str) -> Option<&str> {
        self.get(name)?.as_str()
    }

    /// Sets a member; a value that is no object becomes one.
    pub fn set(&mut self, name: &str, value: Self) {
        if !matches!(self, Self::Object(_)) {
            *self = Self::object();
        }
        if let Self::Object(members) = self {
            members.insert(name.to_owned(), value);
        }
    }

    /// Adds to the list that is the member of this name.
    pub fn push(&mut self, name: &str, value: Self) {
        match self.get_mut(name) {
            Some(Self::List(list)) => list.push(value),
            _ => self.set(name, Self::List(vec![value])),
        }
    }

    pub(crate) fn get_mut(&mut self, name: &str) -> Option<&mut Self> {
        match self {
            Self::Object(members) => members.get_mut(name),
            _ => None,
        }
    }

    pub(crate) fn remove(&mut self, name: &str) -> Option<Self> {
        match self {
            Self::Object(members) => members.remove(name),
            _ => None,
        }
    }

    /// Whether it is an object or a list of nothing.
    pub(crate) fn is_empty(&self) -> bool {
        match self {
            Self::Object(members) => members.is_empty(),
            Self::List(list) => list.is_empty(),
            _ => false,
        }
    }

    /// Each text in it, through a function.
    pub(crate) fn map_texts(self, map: &dyn Fn(String) -> String) -> Self {
        match self {
            Self::Text(text) => Self::Text(map(text)),
            Self::List(list) => {
                Self::List(list.into_iter().map(|one| one.map_texts(map)).collect())
            }
            Self::Object(members) => {
                let members = members.into_iter();
                Self::Object(
                    members
                        .map(|(name, one)| (name, one.map_texts(map)))
                        .collect(),
                )
            }
            other => other,
        }
    }

    /// Whether any text in it is such.
    pub(crate) fn any_text(&self, is_such: &dyn Fn(&str) -> bool) -> bool {
        match self {
            Self::Text(text) => is_such(text),
            Self::List(list) => list.iter().any(|one| one.any_text(is_such)),
            Self::Object(members) => members.values().any(|one| one.any_text(is_such)),
            _ => false,
        }
    }

    /// As a text of ASCII alone, without control characters: no line-end rule of XML touches it.
    pub(crate) fn ascii(&self) -> String {
        let mut ascii = String::new();
        for sign in self.to_string().chars() {
            if sign.is_ascii() && sign != '\u{7f}' {
                ascii.push(sign);
            } else {
                for unit in sign.encode_utf16(&mut [0; 2]) {
                    ascii.push_str(&format!("\\u{unit:04x}"));
                }
            }
        }
        ascii
    }
}

/// Looked at first, in one pass: a raw value is read once for each object and list around it.
fn is_deeper(text: &str, depth: usize) -> bool {
    let (mut open, mut in_text, mut escaped) = (0_usize, false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_text => escaped = true,
            b'"' => in_text = !in_text,
            b'{' | b'[' if !in_text => open += 1,
            b'}' | b']' if !in_text => open = open.saturating_sub(1),
            _ => {}
        }
        if open > depth {
            return true;
        }
    }
    false
}

fn read(raw: &RawValue) -> Result<Json, Fault> {
    let text = raw.get();
    Ok(match text.as_bytes().first() {
        Some(b'{') => {
            let Members(members) = serde_json::from_str(text)?;
            let members = members
                .into_iter()
                .map(|(name, value)| Ok((name, read(value)?)));
            Json::Object(members.collect::<Result<_, Fault>>()?)
        }
        Some(b'[') => {
            let list: Vec<&RawValue> = serde_json::from_str(text)?;
            let list = list.into_iter().map(read);
            Json::List(list.collect::<Result<_, Fault>>()?)
        }
        Some(b'"') => Json::Text(serde_json::from_str(text)?),
        Some(b't') => Json::Bool(true),
        Some(b'f') => Json::Bool(false),
        Some(b'n') => Json::Null,
        _ => Json::Number(text.to_owned()),
    })
}

impl Serialize for Json {
    /// For serializers of `serde_json` alone: another does not know how a number is written raw. The resource's type
    /// stands first.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Number(text) => RawValue::from_string(text.clone())
                .map_err(serde::ser::Error::custom)?
                .serialize(serializer),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(list) => {
                let mut all = serializer.serialize_seq(Some(list.len()))?;
                for one in list {
                    all.serialize_element(one)?;
                }
                all.end()
            }
            Self::Object(members) => {
                let mut all = serializer.serialize_map(Some(members.len()))?;
                let is_type = |name: &str| name == "resourceType";
                let (first, rest): (Vec<_>, Vec<_>) =
                    members.iter().partition(|(name, _)| is_type(name));
                for (name, value) in first.into_iter().chain(rest) {
                    all.serialize_entry(name, value)?;
                }
                all.end()
            }
        }
    }
}

impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&serde_json::to_string(self).map_err(|_not| fmt::Error)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> Result<Json, IssueCode> {
        let limits = Limits::default();
        Json::parse(text, limits).map_err(|refusal| refusal.issues[0].code)
    }

    #[test]
    fn numbers_keep_their_digits() {
        for number in [
            "72.50",
            "1.0e3",
            "-0",
            "12345678901234567890.1234567890",
            "1E-3",
        ] {
            let json = parsed(&format!(" {{\"b\": [{number}], \"a\": null}} ")).expect("JSON");
            assert_eq!(json.to_string(), format!("{{\"a\":null,\"b\":[{number}]}}"));
        }
    }

    #[test]
    fn what_is_no_json_has_a_key_twice_or_nests_too_deep_is_refused() {
        for bad in [
            "",
            "{",
            "{} {}",
            "[1,]",
            "01",
            "+1",
            "1.",
            "NaN",
            "{\"a\":1,\"a\":1}",
            "[{\"b\":{\"a\":1,\"\\u0061\":2}}]",
            "\"\\ud800\"",
            "{'a':1}",
            "\"a\nb\"",
        ] {
            assert_eq!(parsed(bad), Err(IssueCode::Invalid), "{bad}");
        }
        let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert!(parsed(&nested(32)).is_ok());
        for depth in [33, 1_000, 2_000_000] {
            assert_eq!(parsed(&nested(depth)), Err(IssueCode::Invalid), "{depth}");
        }
        let long = format!("\"{}\"", "a".repeat(4 * 1024 * 1024));
        assert_eq!(parsed(&long), Err(IssueCode::TooLong));
    }

    #[test]
    fn ascii_says_the_same_in_ascii() {
        let json = parsed(r#"{"a":"é😀\u0000\u007f\u2028\n"}"#).expect("JSON");
        let ascii = json.ascii();
        assert!(
            ascii.bytes().all(|byte| (0x20..0x7f).contains(&byte)),
            "{ascii}"
        );
        assert_eq!(parsed(&ascii), Ok(json));
    }
}
