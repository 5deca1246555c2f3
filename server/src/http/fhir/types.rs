//! The resource types of the API: what may be done with each, and what it is searched by. The `CapabilityStatement` and the
//! dispatch of calls read it. Which things are resources of which type is the lens's to say.

use domain::scope::Interaction::{self, Create, Delete, Read, Search, Update};

/// A parameter of a search, with FHIR's name of its sort.
#[derive(Clone, Copy)]
pub struct Parameter {
    pub name: &'static str,
    pub sort: &'static str,
    pub filters: Filter,
}

/// What a parameter looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filter {
    /// The record.
    Patient,
    /// The moment that the data is about.
    Date,
    /// The codes of an element.
    Codes(&'static str),
    /// The client's own id.
    Identifier,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Group,
    Patient,
    /// Things in records.
    Thing(fhir::ResourceType),
}

impl Kind {
    /// All of them, by name.
    pub fn all() -> Vec<Self> {
        let things = fhir::ResourceType::ALL.into_iter().map(Self::Thing);
        let mut all: Vec<Self> = [Self::Group, Self::Patient]
            .into_iter()
            .chain(things)
            .collect();
        all.sort_unstable_by_key(|kind| kind.name());
        all
    }

    /// The type of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::all().into_iter().find(|kind| kind.name() == name)
    }

    pub const fn name(self) -> &'static str {
        match self {
            Self::Group => "Group",
            Self::Patient => "Patient",
            Self::Thing(resource) => resource.name(),
        }
    }

    pub const fn interactions(self) -> &'static [Interaction] {
        match self {
            Self::Group => &[Read],
            Self::Patient => &[Read, Search],
            Self::Thing(_) => &[Create, Read, Update, Delete, Search],
        }
    }

    pub fn has(self, interaction: Interaction) -> bool {
        self.interactions().contains(&interaction)
    }

    /// What it is searched by, beside `_id` and `_lastUpdated`, which every type has that is searched.
    pub fn parameters(self) -> Vec<Parameter> {
        let one = |name, sort, filters| Parameter {
            name,
            sort,
            filters,
        };
        let identifier = one("identifier", "token", Filter::Identifier);
        if self == Self::Group {
            return Vec::new();
        }
        if self == Self::Patient {
            return vec![identifier];
        }
        let (code, element) = match self.name() {
            "DocumentReference" => ("type", "type"),
            "Immunization" => ("vaccine-code", "vaccineCode"),
            "MedicationStatement" => ("code", "medicationCodeableConcept"),
            _ => ("code", "code"),
        };
        let date = match self.name() {
            "Condition" => "onset-date",
            "AllergyIntolerance" => "onset",
            "MedicationStatement" => "effective",
            _ => "date",
        };
        let mut all = vec![
            one("patient", "reference", Filter::Patient),
            identifier,
            one(code, "token", Filter::Codes(element)),
            one("category", "token", Filter::Codes("category")),
            one(date, "date", Filter::Date),
        ];
        if !matches!(self.name(), "AllergyIntolerance" | "Immunization") {
            all.push(one("subject", "reference", Filter::Patient));
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use domain::scope::RESOURCES;
    use std::collections::BTreeSet;

    #[test]
    fn things_that_the_lens_shows_have_scopes() {
        for resource in fhir::ResourceType::ALL {
            let scope = RESOURCES.iter().find(|one| one.name == resource.name());
            let scope = scope.unwrap_or_else(|| panic!("no scope of {}", resource.name()));
            let scoped: BTreeSet<_> = scope.types.iter().copied().collect();
            let shown: BTreeSet<_> = fhir::types_of(resource).collect();
            assert!(shown.is_subset(&scoped), "{}", resource.name());
        }
    }
}
