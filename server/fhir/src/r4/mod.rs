//! The elements of R4, as far as resources with a map, and those that they may contain, have them.
//!
//! The tables are texts: a line says a type and its elements, each with how often it stands (`?` at most once, `!` once,
//! `*` any number, `+` at least once) and its type. `[x]` has one of several types, and that type's name in its own.
//! Source: the structure definitions of FHIR R4 (4.0.1). Left out are extensions whose value is a type of definitions
//! and conformance, such as `DataRequirement`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A member that an object of a type may have.
#[derive(Clone, Copy, Debug)]
pub struct Slot {
    /// The element without its type: `value` for `valueQuantity`.
    pub element: &'static str,
    pub of: &'static str,
    pub many: bool,
}

impl Slot {
    pub fn is_primitive(&self) -> bool {
        self.of.starts_with(|sign: char| sign.is_ascii_lowercase()) && self.of != "resource"
    }
}

#[derive(Debug, Default)]
pub struct Type {
    pub is_resource: bool,
    /// By the name that JSON has.
    pub slots: BTreeMap<String, Slot>,
    pub required: Vec<&'static str>,
}

/// What every element, and what every resource has besides.
const ELEMENT: &str = "id? string, extension* Extension, modifierExtension* Extension";
const RESOURCE: &str = "id? id, meta? Meta, implicitRules? uri, language? code, text? Narrative, contained* resource, extension* Extension, modifierExtension* Extension";

static TYPES: LazyLock<BTreeMap<&'static str, Type>> = LazyLock::new(|| {
    let lines = [include_str!("types.txt"), include_str!("resources.txt")];
    let mut types = BTreeMap::new();
    let mut name = "";
    for line in lines.into_iter().flat_map(str::lines) {
        let mut elements = line;
        if let Some((head, rest)) = line.split_once(": ") {
            let (kind, named) = head.split_once(' ').unwrap_or_default();
            (name, elements) = (named, rest);
            let made: &mut Type = types.entry(name).or_default();
            made.is_resource = kind == "resource";
            add(made, if made.is_resource { RESOURCE } else { ELEMENT });
        }
        add(types.entry(name).or_default(), elements);
    }
    types
});

fn add(to: &mut Type, elements: &'static str) {
    for element in elements
        .split(',')
        .map(str::trim)
        .filter(|one| !one.is_empty())
    {
        let (head, of) = element.split_once(' ').unwrap_or_default();
        let (name, often) = head.split_at(head.len().saturating_sub(1));
        let many = often == "*" || often == "+";
        let choice = name.strip_suffix("[x]");
        let name = choice.unwrap_or(name);
        if often == "!" || often == "+" {
            to.required.push(name);
        }
        for of in of.split('|') {
            let slot = Slot {
                element: name,
                of,
                many,
            };
            let mut key = name.to_owned();
            if choice.is_some() {
                key.push_str(&of[..1].to_ascii_uppercase());
                key.push_str(&of[1..]);
            }
            to.slots.insert(key, slot);
        }
    }
}

/// The type of this name.
pub fn of(name: &str) -> Option<&'static Type> {
    TYPES.get(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRIMITIVES: [&str; 19] = [
        "boolean",
        "string",
        "markdown",
        "code",
        "id",
        "uri",
        "url",
        "canonical",
        "oid",
        "integer",
        "positiveInt",
        "unsignedInt",
        "decimal",
        "date",
        "dateTime",
        "instant",
        "time",
        "base64Binary",
        "xhtml",
    ];

    #[test]
    fn every_type_that_the_tables_name_is_in_them() {
        assert!(TYPES.len() > 60, "{}", TYPES.len());
        for (name, one) in TYPES.iter() {
            assert!(!name.is_empty() && !one.slots.is_empty(), "{name}");
            for slot in one.slots.values() {
                let known = PRIMITIVES.contains(&slot.of) || of(slot.of).is_some();
                assert!(known || slot.of == "resource", "{name} has a {}", slot.of);
            }
        }
    }

    #[test]
    fn a_choice_has_a_member_for_each_of_its_types() {
        let observation = of("Observation").expect("a type");
        let slot = observation.slots.get("valueQuantity").expect("a member");
        assert_eq!(
            (slot.element, slot.of, slot.many),
            ("value", "Quantity", false)
        );
        assert!(!observation.slots.contains_key("value"));
        assert_eq!(observation.required, ["code", "status"]);
    }
}
