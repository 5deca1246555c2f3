//! Answers of searches: a `Bundle` with its links, and the sealed cursor by which the next page is asked for.

use super::asked::{Answer, raw};
use super::refused::Refused;
use super::{BASE, Call};
use axum::http::StatusCode;
use domain::policy;
use domain::timestamp::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::json;
use serde_json::value::RawValue;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Bundle<'a> {
    resource_type: &'static str,
    r#type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    total: Option<usize>,
    link: Vec<Link>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    entry: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Link {
    relation: &'static str,
    url: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Entry<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    full_url: Option<String>,
    resource: &'a RawValue,
    search: Mode,
}

#[derive(Serialize)]
struct Mode {
    mode: &'static str,
}

/// What a search found.
#[derive(Default)]
pub struct Found {
    /// Each with its place below the base.
    pub matches: Vec<(String, Box<RawValue>)>,
    /// Where it is known.
    pub total: Option<usize>,
    /// The parameters that were used.
    pub used: Vec<(String, String)>,
    /// Where the next page begins.
    pub next: Option<String>,
    /// What the client is told beside the matches, as issue type and text.
    pub notes: Vec<(&'static str, String)>,
}

/// The next page of a search, under the application's seal.
#[derive(Serialize, Deserialize)]
pub struct Cursor {
    kind: String,
    pairs: Vec<(String, String)>,
    scopes: String,
    /// The place behind which it begins.
    pub behind: String,
    ends_at: Timestamp,
}

impl Call<'_> {
    /// The parameters of a search, and where its page begins: those of the cursor where it has one.
    pub fn opened(
        &self,
        kind: &str,
        pairs: Vec<(String, String)>,
    ) -> Result<(Vec<(String, String)>, Option<String>), Refused> {
        let Some((_, sealed)) = pairs.iter().find(|(name, _)| name == "_page") else {
            return Ok((pairs, None));
        };
        let records = self.services().records();
        let opened = records.open_page(self.bearer.application, sealed);
        let cursor = opened.and_then(|text| serde_json::from_slice::<Cursor>(&text).ok());
        let fits = |cursor: &Cursor| {
            cursor.kind == kind
                && cursor.scopes == self.bearer.scopes.to_string()
                && self.services().ports().now() < cursor.ends_at
        };
        let cursor = cursor.filter(fits).ok_or_else(|| {
            let what = "The page is over or of another client. Search again.";
            Refused::new(StatusCode::GONE, "expired", what)
        })?;
        Ok((cursor.pairs, Some(cursor.behind)))
    }

    /// The `Bundle` of a search of resources of a type.
    pub fn searchset(
        &self,
        kind: &str,
        pairs: Vec<(String, String)>,
        found: &Found,
    ) -> Result<Answer, Refused> {
        let base = format!("{}{BASE}", self.services().public_url());
        let query =
            |pairs: &[(String, String)]| serde_urlencoded::to_string(pairs).unwrap_or_default();
        let mut link = vec![Link {
            relation: "self",
            url: format!("{base}/{kind}?{}", query(&found.used)),
        }];
        if let Some(behind) = &found.next {
            let count = found.used.iter().find(|(name, _)| name == "_count");
            let count = count.map_or(String::new(), |(_, count)| count.clone());
            let cursor = Cursor {
                kind: kind.to_owned(),
                pairs,
                scopes: self.bearer.scopes.to_string(),
                behind: behind.clone(),
                ends_at: self.services().ports().now() + policy::FHIR_PAGE_LIFE,
            };
            let text = serde_json::to_vec(&cursor)
                .map_err(|error| service::InternalError::broken("page")(error.to_string()))?;
            let records = self.services().records();
            let sealed = records.seal_page(self.bearer.application, &text)?;
            link.push(Link {
                relation: "next",
                url: format!("{base}/{kind}?_page={sealed}&_count={count}"),
            });
        }
        let mut entry: Vec<Entry<'_>> = Vec::new();
        for (place, resource) in &found.matches {
            entry.push(Entry {
                full_url: Some(format!("{base}/{place}")),
                resource,
                search: Mode { mode: "match" },
            });
        }
        let note = match found.notes.as_slice() {
            [] => None,
            notes => Some(raw(&outcome(notes))?),
        };
        entry.extend(note.as_deref().map(|resource| Entry {
            full_url: None,
            resource,
            search: Mode { mode: "outcome" },
        }));
        let bundle = Bundle {
            resource_type: "Bundle",
            r#type: "searchset",
            total: found.total,
            link,
            entry,
        };
        Ok(Answer::ok(raw(&bundle)?))
    }
}

fn outcome(notes: &[(&'static str, String)]) -> serde_json::Value {
    let issues: Vec<_> = notes
        .iter()
        .map(|(code, told)| json!({"severity": "information", "code": code, "diagnostics": told}))
        .collect();
    json!({"resourceType": "OperationOutcome", "issue": issues})
}
