//! The resource types of the API in one table: what may be done with each, and what it is searched by. The
//! `CapabilityStatement` and the dispatch of calls read it.

use domain::scope::Interaction;

/// A parameter of a search, with FHIR's name of its sort.
pub struct Parameter {
    pub name: &'static str,
    pub sort: &'static str,
}

pub struct ResourceType {
    pub name: &'static str,
    pub interactions: &'static [Interaction],
    /// Beside `_id` and `_lastUpdated`, which every type has that is searched.
    pub search: &'static [Parameter],
}

const fn token(name: &'static str) -> Parameter {
    Parameter {
        name,
        sort: "token",
    }
}

pub const TYPES: &[ResourceType] = &[
    ResourceType {
        name: "Group",
        interactions: &[Interaction::Read],
        search: &[],
    },
    ResourceType {
        name: "Patient",
        interactions: &[Interaction::Read, Interaction::Search],
        search: &[token("identifier")],
    },
];

/// The type of a name.
pub fn named(name: &str) -> Option<&'static ResourceType> {
    TYPES.iter().find(|one| one.name == name)
}

impl ResourceType {
    pub fn has(&self, interaction: Interaction) -> bool {
        self.interactions.contains(&interaction)
    }

    /// The names of the filters of its searches.
    pub fn filters(&self) -> Vec<&'static str> {
        self.search.iter().map(|parameter| parameter.name).collect()
    }
}
