//! Scopes of the FHIR API's tokens, SMART's `system/Type.cruds`, and what of the things in records each type stands for.
//! A scope is a ceiling: what a person granted decides beneath it. Knows no token and no resource's content.

use crate::application::Rule;
use crate::thing::Permission;
use std::fmt;
use uuid::{Uuid, uuid};

/// What may be done to resources of a type, as the letters of a scope have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Interaction {
    Create,
    Read,
    Update,
    Delete,
    Search,
}

impl Interaction {
    const ALL: [(Self, char); 5] = [
        (Self::Create, 'c'),
        (Self::Read, 'r'),
        (Self::Update, 'u'),
        (Self::Delete, 'd'),
        (Self::Search, 's'),
    ];

    const fn bit(self) -> u8 {
        1 << self as u8
    }

    /// What an application's rule has to let it do to things.
    pub const fn permission(self) -> Permission {
        match self {
            Self::Create => Permission::Create,
            Self::Read | Self::Search => Permission::Read,
            Self::Update => Permission::Update,
            Self::Delete => Permission::Delete,
        }
    }
}

/// A set of interactions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Interactions(u8);

impl Interactions {
    const READ: Self = Self(Interaction::Read.bit() | Interaction::Search.bit());
    const WRITE: Self =
        Self(Interaction::Create.bit() | Interaction::Update.bit() | Interaction::Delete.bit());

    /// Letters of `cruds` in this order, or a word of version 1.
    fn parse(text: &str) -> Option<Self> {
        match text {
            "read" => return Some(Self::READ),
            "write" => return Some(Self::WRITE),
            "*" => return Some(Self(Self::READ.0 | Self::WRITE.0)),
            "" => return None,
            _ => {}
        }
        let mut letters = text.chars().peekable();
        let mut found = 0;
        for (interaction, letter) in Interaction::ALL {
            if letters.next_if_eq(&letter).is_some() {
                found |= interaction.bit();
            }
        }
        letters.next().is_none().then_some(Self(found))
    }

    const fn has(self, interaction: Interaction) -> bool {
        self.0 & interaction.bit() != 0
    }
}

impl fmt::Display for Interactions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (interaction, letter) in Interaction::ALL {
            if self.has(interaction) {
                write!(f, "{letter}")?;
            }
        }
        Ok(())
    }
}

/// A type of resource that the FHIR API has.
#[derive(Debug, PartialEq, Eq)]
pub struct Resource {
    pub name: &'static str,
    /// The types of things that it shows; none for what is made of the connection itself.
    pub types: &'static [Uuid],
}

/// What is read of the connection itself, and takes no rule.
const OF_THE_CONNECTION: &[Uuid] = &[];

/// The types of resources, by name.
pub const RESOURCES: &[Resource] = &[
    Resource {
        name: "AllergyIntolerance",
        types: &[uuid!("52bf9104-2c5e-4f1f-a66d-552ebcc53df7")],
    },
    Resource {
        name: "Condition",
        types: &[uuid!("7ea7a1f9-880b-4bd4-b593-f5660f20eda8")],
    },
    Resource {
        name: "DocumentReference",
        types: &[
            uuid!("bd0403c5-4ae2-4b0e-a8db-1888678e4528"),
            uuid!("9c48a2b8-952c-4f5a-935d-f3292326bf54"),
            uuid!("1ed1cba6-9530-44a3-b7b5-e8219690ebcf"),
            uuid!("1e1ccbfc-a55d-4d91-8940-fa2fbf73c195"),
        ],
    },
    Resource {
        name: "Group",
        types: OF_THE_CONNECTION,
    },
    Resource {
        name: "Immunization",
        types: &[uuid!("cd3587b5-b6e1-4565-ab3b-1c3ad45eb04f")],
    },
    Resource {
        name: "MedicationStatement",
        types: &[uuid!("30cafccc-047d-4288-94ef-643571f7919d")],
    },
    Resource {
        name: "Observation",
        types: &[
            uuid!("3d34d87e-7fc1-4153-800f-f56592cb0d17"),
            uuid!("40750a6a-89b2-455c-bd8d-b420a4cb500b"),
            uuid!("ca3c57f4-f4c1-4e15-be67-0a3caf5414ed"),
            uuid!("b81eb4a6-6eac-4292-ae93-3872d6870994"),
            uuid!("879e7c04-4e8a-4707-9ad3-b054df467ce4"),
            uuid!("98f76958-e34f-459b-a760-83c1699add38"),
            uuid!("796c186f-b874-471c-8468-3eeff73bf66e"),
            uuid!("5800eab5-a8c2-482a-a4d6-f1db25ae08c3"),
        ],
    },
    Resource {
        name: "Patient",
        types: OF_THE_CONNECTION,
    },
    Resource {
        name: "Procedure",
        types: &[uuid!("df4db479-a1ba-42a2-8714-2b083b88150f")],
    },
];

/// The type of a name; None where the API has none of this name.
pub fn resource(name: &str) -> Option<&'static Resource> {
    RESOURCES.iter().find(|one| one.name == name)
}

impl Resource {
    /// The most that rules ask for.
    fn asked(&self, rules: &[Rule]) -> Interactions {
        if self.types.is_empty() {
            return Interactions::READ;
        }
        let asks = |interaction: Interaction| {
            let permission = interaction.permission();
            let mut types = self.types.iter();
            types.any(|kind| rules.iter().any(|rule| rule.lets(permission, *kind)))
        };
        let bits = Interaction::ALL
            .into_iter()
            .map(|(interaction, _)| interaction)
            .filter(|interaction| asks(*interaction))
            .fold(0, |bits, interaction| bits | interaction.bit());
        Interactions(bits)
    }
}

/// Why no token is given for what was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScopeError {
    /// One is restricted by `?..`: it is never granted without that, and none is granted with it.
    Restricted,
    /// Nothing of it is left: no `system/` scope, or the application's rules ask for none of it.
    Nothing,
}

/// The scopes of a token, each type once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scopes(Vec<(&'static Resource, Interactions)>);

impl Scopes {
    /// What is left of the scopes that were asked for: those of systems, as far as the application's rules go.
    pub fn granted(asked: &str, rules: &[Rule]) -> Result<Self, ScopeError> {
        let wanted = wanted(asked)?;
        let mut granted = Vec::new();
        for one in RESOURCES {
            let fitting = wanted
                .iter()
                .filter(|(name, _)| *name == "*" || *name == one.name);
            let asked = fitting.fold(0, |bits, (_, more)| bits | more.0);
            let left = asked & one.asked(rules).0;
            if left != 0 {
                granted.push((one, Interactions(left)));
            }
        }
        if granted.is_empty() {
            return Err(ScopeError::Nothing);
        }
        Ok(Self(granted))
    }

    /// Scopes as a token has them.
    pub fn parse(text: &str) -> Option<Self> {
        let one = |scope: &str| {
            let (name, interactions) = scope.strip_prefix("system/")?.split_once('.')?;
            Some((resource(name)?, Interactions::parse(interactions)?))
        };
        let all: Option<Vec<_>> = text.split_whitespace().map(one).collect();
        all.map(Self)
    }

    /// Whether the token lets its bearer do this to resources of a type.
    pub fn let_do(&self, interaction: Interaction, name: &str) -> bool {
        let mut all = self.0.iter();
        all.any(|(one, interactions)| one.name == name && interactions.has(interaction))
    }
}

impl fmt::Display for Scopes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, (one, interactions)) in self.0.iter().enumerate() {
            let blank = if index == 0 { "" } else { " " };
            write!(f, "{blank}system/{}.{interactions}", one.name)?;
        }
        Ok(())
    }
}

/// The `system/` scopes among those asked for. Others, and types that no one knows, count for nothing.
fn wanted(asked: &str) -> Result<Vec<(&str, Interactions)>, ScopeError> {
    let mut wanted = Vec::new();
    for scope in asked.split_whitespace() {
        let Some((name, interactions)) = scope
            .strip_prefix("system/")
            .and_then(|scope| scope.split_once('.'))
        else {
            continue;
        };
        if interactions.contains('?') {
            return Err(ScopeError::Restricted);
        }
        if let Some(interactions) = Interactions::parse(interactions) {
            wanted.push((name, interactions));
        }
    }
    Ok(wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(permissions: &[Permission], types: &[Uuid]) -> Vec<Rule> {
        vec![Rule {
            permissions: permissions.to_vec(),
            types: types.to_vec(),
            ..Rule::default()
        }]
    }

    fn granted(asked: &str) -> Result<String, ScopeError> {
        use Permission::{Create, Read};
        let weight = resource("Observation").expect("a type").types[0];
        let allergy = resource("AllergyIntolerance").expect("a type").types[0];
        let mut all = rules(&[Read, Create], &[weight]);
        all.extend(rules(&[Read], &[allergy]));
        Scopes::granted(asked, &all).map(|scopes| scopes.to_string())
    }

    #[test]
    fn scopes_are_cut_down_to_the_rules() {
        for (asked, left) in [
            ("system/Observation.cruds", "system/Observation.crs"),
            ("system/Observation.read", "system/Observation.rs"),
            ("system/Observation.write", "system/Observation.c"),
            (
                "system/AllergyIntolerance.*",
                "system/AllergyIntolerance.rs",
            ),
            ("system/Patient.cruds", "system/Patient.rs"),
            (
                "openid launch user/*.* system/Observation.r system/Observation.s patient/*.rs",
                "system/Observation.rs",
            ),
            (
                "system/*.rs",
                "system/AllergyIntolerance.rs system/Group.rs \
                 system/Observation.rs system/Patient.rs",
            ),
            ("system/Nonsense.rs system/Group.r", "system/Group.r"),
        ] {
            assert_eq!(granted(asked).as_deref(), Ok(left), "{asked}");
        }
    }

    #[test]
    fn what_leaves_nothing_is_refused() {
        for asked in [
            "",
            "launch",
            "system/Observation.d",
            "system/Observation.sr",
            "system/Observation.",
            "system/Observation",
            "system/Condition.rs",
            "patient/Observation.rs",
            "system/Observation.RS",
        ] {
            assert_eq!(granted(asked), Err(ScopeError::Nothing), "{asked}");
        }
        let restricted = "system/Patient.rs system/Observation.rs?category=vital-signs";
        assert_eq!(granted(restricted), Err(ScopeError::Restricted));
    }

    #[test]
    fn scopes_of_a_token_are_read_back() {
        let text = granted("system/*.cruds").expect("scopes");
        let scopes = Scopes::parse(&text).expect("scopes");
        assert_eq!(scopes.to_string(), text);
        assert!(scopes.let_do(Interaction::Create, "Observation"));
        assert!(!scopes.let_do(Interaction::Update, "Observation"));
        assert!(!scopes.let_do(Interaction::Create, "Patient"));
        assert!(!scopes.let_do(Interaction::Read, "Condition"));
    }
}
