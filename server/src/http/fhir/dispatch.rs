//! Which use case an interaction is: by its method, its path and the type's interactions. The token's scope is looked at
//! first.

use super::Call;
use super::asked::{Answer, Asked};
use super::refused::Refused;
use super::search::Search;
use super::types::Kind;
use axum::http::Method;
use domain::scope::Interaction;

impl Asked {
    /// Whether it is a search whose parameters are in the body.
    pub fn is_search(&self) -> bool {
        self.method == Method::POST && self.path.len() == 2 && self.path[1] == "_search"
    }
}

impl Call<'_> {
    /// One interaction; a Bundle of several is taken apart by `transactions`.
    pub async fn perform(&self, asked: Asked) -> Result<Answer, Refused> {
        let Some((kind, rest)) = asked.path.split_first() else {
            return Err(Refused::method());
        };
        let kind = Kind::named(kind).ok_or_else(Refused::unknown_type)?;
        let rest: Vec<String> = rest.to_vec();
        let rest: Vec<&str> = rest.iter().map(String::as_str).collect();
        let method = if asked.method == Method::HEAD {
            "GET"
        } else {
            asked.method.as_str()
        };
        match (method.to_owned().as_str(), rest.as_slice()) {
            ("GET", []) | ("POST", ["_search"]) => {
                self.may(kind, Interaction::Search)?;
                self.search(kind, asked).await
            }
            ("GET", [id]) => {
                self.may(kind, Interaction::Read)?;
                self.read(kind, id).await
            }
            ("GET", [_, "_history"]) => Err(Refused::no_history()),
            ("GET", [id, "_history", version]) => {
                self.may(kind, Interaction::Read)?;
                self.read_version(kind, id, version).await
            }
            ("POST", []) => {
                self.may(kind, Interaction::Create)?;
                self.create(kind, asked).await
            }
            ("PUT", [id]) => {
                self.may(kind, Interaction::Update)?;
                self.update(kind, id, asked).await
            }
            ("DELETE", [id]) => {
                self.may(kind, Interaction::Delete)?;
                self.delete(kind, id, &asked).await
            }
            _ => Err(Refused::method()),
        }
    }

    /// Refuses what the type has not, and what the token's scopes do not allow.
    pub fn may(&self, kind: Kind, interaction: Interaction) -> Result<(), Refused> {
        if !kind.has(interaction) {
            return Err(Refused::method());
        }
        if !self.bearer.scopes.let_do(interaction, kind.name()) {
            return Err(Refused::scope());
        }
        Ok(())
    }

    async fn read(&self, kind: Kind, id: &str) -> Result<Answer, Refused> {
        match kind {
            Kind::Patient => self.read_patient(id).await,
            Kind::Group => self.read_group(id).await,
            Kind::Thing(resource) => self.read_thing(resource, id).await,
        }
    }

    /// The version that there is now; earlier ones are not kept.
    async fn read_version(&self, kind: Kind, id: &str, version: &str) -> Result<Answer, Refused> {
        let now = self.read(kind, id).await?;
        if now.version.as_deref() == Some(version) {
            return Ok(now);
        }
        Err(Refused::no_history())
    }

    async fn search(&self, kind: Kind, asked: Asked) -> Result<Answer, Refused> {
        let (pairs, behind) = self.opened(kind.name(), asked.query)?;
        let parameters = kind.parameters();
        let known: Vec<&str> = parameters.iter().map(|one| one.name).collect();
        let search = Search::read(pairs.clone(), &known, asked.lenient)?;
        match kind {
            Kind::Patient => self.search_patients(search, pairs, behind).await,
            Kind::Thing(resource) => self.search_things(resource, search, pairs, behind).await,
            Kind::Group => Err(Refused::method()),
        }
    }
}
