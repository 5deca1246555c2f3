//! Which use case an interaction is: by its method, its path and the table of types. The token's scope is looked at first.

use super::Call;
use super::asked::{Answer, Asked};
use super::refused::Refused;
use super::search::Search;
use super::types::{self, ResourceType};
use axum::http::Method;
use domain::scope::Interaction;

impl Asked {
    /// Whether it is a search whose parameters are in the body.
    pub fn is_search(&self) -> bool {
        let path = self.path.iter().map(String::as_str);
        self.method == Method::POST && path.eq([self.kind().unwrap_or_default(), "_search"])
    }

    fn kind(&self) -> Option<&str> {
        self.path.first().map(String::as_str)
    }
}

impl Call<'_> {
    pub async fn perform(&self, asked: Asked) -> Result<Answer, Refused> {
        let Some(kind) = asked.kind() else {
            return Err(Refused::method());
        };
        let kind = types::named(kind).ok_or_else(Refused::unknown_type)?;
        let rest: Vec<&str> = asked.path[1..].iter().map(String::as_str).collect();
        let method = match asked.method {
            Method::HEAD => Method::GET,
            ref method => method.clone(),
        };
        match (method.as_str(), rest.as_slice()) {
            ("GET", []) | ("POST", ["_search"]) => {
                self.may(kind, Interaction::Search)?;
                self.search(kind, asked).await
            }
            ("GET", [id]) => {
                self.may(kind, Interaction::Read)?;
                self.read(kind, id).await
            }
            ("GET", [id, "_history", version]) => {
                self.may(kind, Interaction::Read)?;
                self.read_version(kind, id, version).await
            }
            _ => Err(Refused::method()),
        }
    }

    /// Refuses what the type has not, and what the token's scopes do not allow.
    fn may(&self, kind: &ResourceType, interaction: Interaction) -> Result<(), Refused> {
        if !kind.has(interaction) {
            return Err(Refused::method());
        }
        if !self.bearer.scopes.let_do(interaction, kind.name) {
            return Err(Refused::scope());
        }
        Ok(())
    }

    async fn read(&self, kind: &ResourceType, id: &str) -> Result<Answer, Refused> {
        match kind.name {
            "Patient" => self.read_patient(id).await,
            "Group" => self.read_group(id).await,
            _ => Err(Refused::not_found()),
        }
    }

    /// The version that there is now; earlier ones are not kept.
    async fn read_version(
        &self,
        kind: &ResourceType,
        id: &str,
        version: &str,
    ) -> Result<Answer, Refused> {
        let now = self.read(kind, id).await?;
        if now.version.as_deref() == Some(version) {
            return Ok(now);
        }
        Err(Refused::no_history())
    }

    async fn search(&self, kind: &ResourceType, asked: Asked) -> Result<Answer, Refused> {
        let (pairs, behind) = self.opened(kind.name, asked.query)?;
        let search = Search::read(pairs.clone(), &kind.filters(), asked.lenient)?;
        match kind.name {
            "Patient" => self.search_patients(search, pairs, behind).await,
            _ => Err(Refused::method()),
        }
    }
}
