//! References of the resources in a transaction, before what they mean is known and after.

use fhir::Json;
use std::collections::BTreeMap;

/// Puts what is known of references in their place.
pub(super) fn replaced(json: Json, references: &BTreeMap<String, String>) -> Json {
    match json {
        Json::Text(text) => Json::Text(references.get(&text).cloned().unwrap_or(text)),
        Json::List(all) => Json::List(
            all.into_iter()
                .map(|one| replaced(one, references))
                .collect(),
        ),
        Json::Object(members) => {
            let members = members.into_iter();
            Json::Object(
                members
                    .map(|(name, one)| (name, replaced(one, references)))
                    .collect(),
            )
        }
        other => other,
    }
}

/// Looks at each text of a resource.
pub(super) fn each_text(json: &Json, look: &mut impl FnMut(&str)) {
    match json {
        Json::Text(text) => look(text),
        Json::List(all) => all.iter().for_each(|one| each_text(one, look)),
        Json::Object(members) => members.values().for_each(|one| each_text(one, look)),
        _ => {}
    }
}
