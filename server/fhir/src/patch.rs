//! What has to be done to one value so that it is another: the least object that says it.
//!
//! A member that is an object changes what is there; null takes it away; anything else takes its place. In a list, members
//! are places. FHIR has no member that is null, empty or begins with a digit, so each change can be said; a list that holds
//! null is replaced as a whole.

use crate::json::Json;
use std::collections::BTreeMap;

/// What makes `old` into `new`; None where they are the same.
pub fn diff(old: &Json, new: &Json) -> Option<Json> {
    if old == new {
        return None;
    }
    match (old, new) {
        (Json::Object(old), Json::Object(new)) => {
            let gone = old.keys().filter(|name| !new.contains_key(*name));
            let gone = gone.map(|name| (name.clone(), Json::Null));
            let changed = new.iter().filter_map(|(name, value)| {
                let changed = old
                    .get(name)
                    .map_or_else(|| Some(value.clone()), |old| diff(old, value));
                changed.map(|changed| (name.clone(), changed))
            });
            Some(Json::Object(gone.chain(changed).collect()))
        }
        (Json::List(before), Json::List(after))
            if !before.is_empty() && !holds_null(old) && !holds_null(new) =>
        {
            let gone = (after.len()..before.len()).map(|place| (place.to_string(), Json::Null));
            let changed = after.iter().enumerate().filter_map(|(place, value)| {
                let changed = before
                    .get(place)
                    .map_or_else(|| Some(value.clone()), |old| diff(old, value));
                changed.map(|changed| (place.to_string(), changed))
            });
            Some(Json::Object(gone.chain(changed).collect()))
        }
        _ => Some(new.clone()),
    }
}

fn holds_null(list: &Json) -> bool {
    list.as_list().contains(&Json::Null)
}

/// `old` with a patch applied. Any patch is obeyed as far as it can be.
pub fn apply(old: Json, patch: &Json) -> Json {
    let Json::Object(changes) = patch else {
        return patch.clone();
    };
    match old {
        Json::List(list) if changes.keys().all(|name| name.parse::<usize>().is_ok()) => {
            let places = list.into_iter().enumerate();
            let mut places: BTreeMap<usize, Json> = places.collect();
            for (place, change) in changes {
                let Ok(place) = place.parse() else { continue };
                let old = places.remove(&place);
                if let Some(new) = changed(old, change) {
                    places.insert(place, new);
                }
            }
            Json::List(places.into_values().collect())
        }
        old => {
            let mut members = match old {
                Json::Object(members) => members,
                _ => BTreeMap::new(),
            };
            for (name, change) in changes {
                let old = members.remove(name);
                if let Some(new) = changed(old, change) {
                    members.insert(name.clone(), new);
                }
            }
            Json::Object(members)
        }
    }
}

fn changed(old: Option<Json>, change: &Json) -> Option<Json> {
    match (old, change) {
        (_, Json::Null) => None,
        (Some(old), change) => Some(apply(old, change)),
        (None, new) => Some(new.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::Limits;
    use proptest::prelude::*;

    fn json(text: &str) -> Json {
        Json::parse(text, Limits::default()).expect("JSON")
    }

    #[test]
    fn a_patch_says_no_more_than_what_differs() {
        let old = json(r#"{"a":{"b":1,"c":2},"d":[{"e":1},{"e":2},{"e":3}],"f":"g"}"#);
        let new = json(r#"{"a":{"b":1.0},"d":[{"e":1},{"e":2,"h":true}],"f":"g"}"#);
        let patch = diff(&old, &new).expect("a difference");
        let told = r#"{"a":{"b":1.0,"c":null},"d":{"1":{"h":true},"2":null}}"#;
        assert_eq!(patch.to_string(), told);
        assert_eq!(apply(old, &patch), new);
    }

    /// A value as FHIR has it: nothing in it is empty, and null stands in lists alone.
    pub fn value() -> impl Strategy<Value = Json> {
        let leaf = prop_oneof![
            any::<bool>().prop_map(Json::Bool),
            "[0-9]\\.[0-9]{1,2}".prop_map(Json::Number),
            "[a-c]{0,2}".prop_map(Json::Text),
        ];
        leaf.prop_recursive(4, 24, 4, |inner| {
            prop_oneof![
                proptest::collection::btree_map("_?[a-d]", inner.clone(), 1..4)
                    .prop_map(Json::Object),
                proptest::collection::vec(prop_oneof![5 => inner, 1 => Just(Json::Null)], 1..4)
                    .prop_map(Json::List),
            ]
        })
    }

    proptest! {
        #[test]
        fn what_differs_makes_one_into_the_other(old in value(), new in value()) {
            match diff(&old, &new) {
                None => prop_assert_eq!(old, new),
                Some(patch) => prop_assert_eq!(apply(old, &patch), new),
            }
        }
    }
}
