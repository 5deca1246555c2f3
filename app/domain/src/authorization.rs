//! An authorization: a person let an application use a record, until they disconnect it.

use super::application::Rule;
use super::ids::{ApplicationId, AuthorizationId, PersonId, RecordId};
use super::thing::Permission;
use super::timestamp::Timestamp;
use serde::Serialize;
use uuid::Uuid;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Authorization {
    pub id: AuthorizationId,
    pub application: ApplicationId,
    pub person: PersonId,
    pub record: RecordId,
    /// What the person granted, in the words they read: the required rules and the optional ones they ticked.
    pub rules: Vec<Rule>,
    pub granted_at: Timestamp,
    pub revoked_at: Option<Timestamp>,
}

/// What an application may do to things of a type: what a person granted and it still asks for.
pub fn permissions(granted: &[Rule], asked: &[Rule], type_id: Uuid) -> Vec<Permission> {
    let held = |permission: &Permission| {
        [granted, asked]
            .iter()
            .all(|rules| rules.iter().any(|rule| rule.lets(*permission, type_id)))
    };
    Permission::ALL.into_iter().filter(held).collect()
}

/// Whether an application has come to require more than a person granted.
pub fn is_outgrown(granted: &[Rule], asked: &[Rule]) -> bool {
    let is_granted =
        |permission, type_id| granted.iter().any(|rule| rule.lets(permission, type_id));
    let mut required = asked.iter().filter(|rule| !rule.optional);
    required.any(|rule| {
        let lacks =
            |permission: &Permission| !rule.types.iter().all(|kind| is_granted(*permission, *kind));
        rule.permissions.iter().any(lacks)
    })
}

/// A part of what an application may do, or might, for the person who decides about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Part {
    /// A part that was granted keeps the words of that time.
    pub rule: Rule,
    pub granted: bool,
    /// The person may switch it on and off.
    pub optional: bool,
}

/// What a person granted, and what else they may grant. A part is optional as the application asks for it now; one that
/// it asks for no longer, as it was granted. What the application has come to require waits for the next authorization.
pub fn parts(granted: &[Rule], asked: &[Rule]) -> Vec<Part> {
    let now = |name: &str| asked.iter().find(|rule| rule.name == name);
    let had = granted.iter().map(|rule| Part {
        optional: now(&rule.name).unwrap_or(rule).optional,
        granted: true,
        rule: rule.clone(),
    });
    let is_new = |rule: &&Rule| !granted.iter().any(|had| had.name == rule.name);
    let more = asked.iter().filter(|rule| rule.optional).filter(is_new);
    let more = more.map(|rule| Part {
        optional: true,
        granted: false,
        rule: rule.clone(),
    });
    had.chain(more).collect()
}

/// The rules of a grant after its person chose which optional parts are on, by their names.
pub fn chosen(parts: &[Part], on: &[String]) -> Vec<Rule> {
    let parts = parts.iter();
    parts
        .filter(|part| !part.optional || on.contains(&part.rule.name))
        .map(|part| part.rule.clone())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const WEIGHT: Uuid = Uuid::from_u128(1);
    const HEIGHT: Uuid = Uuid::from_u128(2);

    fn rule(permissions: &[Permission], types: &[Uuid]) -> Rule {
        Rule {
            permissions: permissions.to_vec(),
            types: types.to_vec(),
            ..Rule::default()
        }
    }

    #[test]
    fn only_what_was_granted_and_is_still_asked_for_is_permitted() {
        use Permission::{Create, Read};
        let granted = [rule(&[Read], &[WEIGHT, HEIGHT])];
        let asked = [rule(&[Read, Create], &[WEIGHT])];
        assert_eq!(permissions(&granted, &asked, WEIGHT), [Read]);
        assert!(permissions(&granted, &asked, HEIGHT).is_empty());
    }

    fn named(name: &str, optional: bool, types: &[Uuid]) -> Rule {
        Rule {
            name: name.into(),
            optional,
            ..rule(&[Permission::Read], types)
        }
    }

    #[test]
    fn a_person_may_switch_what_is_optional_and_nothing_else() {
        let granted = [
            named("Medicines", false, &[WEIGHT]),
            named("Weight", true, &[WEIGHT]),
            named("Gone", true, &[WEIGHT]),
            named("Was required", false, &[WEIGHT]),
            named("Is required", true, &[WEIGHT]),
        ];
        let asked = [
            named("Medicines", false, &[WEIGHT]),
            named("Weight", true, &[WEIGHT, HEIGHT]),
            named("Was required", true, &[WEIGHT]),
            named("Is required", false, &[WEIGHT]),
            named("Height", true, &[HEIGHT]),
            named("Required anew", false, &[HEIGHT]),
        ];
        let parts = parts(&granted, &asked);
        let said = |part: &Part| (part.rule.name.clone(), part.granted, part.optional);
        let said: Vec<_> = parts.iter().map(said).collect();
        let part = |name: &str, granted, optional| (name.to_owned(), granted, optional);
        assert_eq!(
            said,
            [
                part("Medicines", true, false),
                part("Weight", true, true),
                part("Gone", true, true),
                part("Was required", true, true),
                part("Is required", true, false),
                part("Height", false, true),
            ]
        );
        let on = ["Height", "Weight", "Required anew", "Nonsense"].map(str::to_owned);
        let chosen = chosen(&parts, &on);
        let names: Vec<_> = chosen.iter().map(|rule| rule.name.as_str()).collect();
        assert_eq!(names, ["Medicines", "Weight", "Is required", "Height"]);
        assert_eq!(chosen[1], granted[1], "it has not grown unseen");
    }

    #[test]
    fn only_a_grown_required_rule_outgrows_the_grant() {
        use Permission::{Create, Read};
        let granted = [rule(&[Read], &[WEIGHT])];
        assert!(!is_outgrown(&granted, &granted));
        assert!(!is_outgrown(&granted, &[]));
        for grown in [
            rule(&[Read, Create], &[WEIGHT]),
            rule(&[Read], &[WEIGHT, HEIGHT]),
        ] {
            assert!(is_outgrown(&granted, std::slice::from_ref(&grown)));
            let optional = Rule {
                optional: true,
                ..grown
            };
            assert!(!is_outgrown(&granted, &[optional]));
        }
    }
}
