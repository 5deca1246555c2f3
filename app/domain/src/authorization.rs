//! An authorization: a person let an application use a record, until they disconnect it.

use super::application::Rule;
use super::ids::{ApplicationId, AuthorizationId, PersonId, RecordId};
use super::thing::Permission;
use super::timestamp::Timestamp;
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
