//! A person: somebody with an account, custodian of records.

use super::ids::PersonId;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    pub id: PersonId,
    pub name: String,
    pub email: String,
}
