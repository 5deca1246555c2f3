//! Bundles of interactions: a batch, whose entries stand each by itself, and a transaction, which is done as a whole or not
//! at all. A transaction is of one record, as all its writes are one use case.

use super::asked::{Answer, Asked, pairs, raw, segments};
use super::rates::Sort;
use super::references::{each_text, replaced};
use super::refused::Refused;
use super::types::Kind;
use super::writes::{Planned, not_written};
use super::{BASE, Call};
use axum::http::{Method, StatusCode};
use domain::policy;
use domain::scope::Interaction;
use fhir::Json;
use serde::Serialize;
use serde_json::value::RawValue;
use service::{Failure, PatientsWanted, ThingWrite};
use std::collections::BTreeMap;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Response {
    resource_type: &'static str,
    r#type: &'static str,
    entry: Vec<Entry>,
}

#[derive(Serialize)]
struct Entry {
    #[serde(skip_serializing_if = "Option::is_none")]
    resource: Option<Box<RawValue>>,
    response: Told,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Told {
    status: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    location: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    etag: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_modified: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    outcome: Option<Box<RawValue>>,
}

impl From<Answer> for Entry {
    fn from(answer: Answer) -> Self {
        let etag = answer.etag();
        Self {
            resource: answer.resource,
            response: Told {
                status: said(answer.status),
                location: answer.location,
                etag,
                last_modified: answer.updated_at.map(|at| at.rfc3339()),
                outcome: None,
            },
        }
    }
}

impl From<Refused> for Entry {
    fn from(refused: Refused) -> Self {
        Self {
            resource: None,
            response: Told {
                status: said(refused.status),
                location: None,
                etag: None,
                last_modified: None,
                outcome: refused.resource(),
            },
        }
    }
}

fn said(status: StatusCode) -> String {
    let reason = status.canonical_reason().unwrap_or_default();
    format!("{} {reason}", status.as_u16())
}

/// An entry of a transaction on its way.
enum Step {
    /// Answered already, as nothing is to be written.
    Done(Answer),
    Write(Box<Planned>),
    /// Read when all is written.
    Read(Box<Asked>),
}

impl Call<'_> {
    /// `POST [base]`.
    pub async fn bundle(&self, asked: Asked) -> Result<Answer, Refused> {
        let bundle = asked
            .body
            .ok_or_else(|| Refused::bad("required", "The Bundle is missing."))?;
        if bundle.text_of("resourceType") != Some("Bundle") {
            let what = "Only a Bundle is posted here.";
            return Err(Refused::bad("invalid", what).at("resourceType".to_owned()));
        }
        let entries = bundle.get("entry").map_or(&[][..], Json::as_list);
        if entries.len() > policy::FHIR_ENTRIES {
            let most = policy::FHIR_ENTRIES;
            let what = format!("A Bundle has at most {most} entries here.");
            let status = StatusCode::PAYLOAD_TOO_LARGE;
            return Err(Refused::new(status, "too-costly", what));
        }
        let (kind, entry) = match bundle.text_of("type") {
            Some("batch") => ("batch-response", self.batch(entries).await),
            Some("transaction") => ("transaction-response", self.transaction(entries).await?),
            _ => {
                let what = "Only batches and transactions are taken.";
                return Err(Refused::bad("not-supported", what).at("Bundle.type".to_owned()));
            }
        };
        let response = Response {
            resource_type: "Bundle",
            r#type: kind,
            entry,
        };
        Ok(Answer::ok(raw(&response)?))
    }

    async fn batch(&self, entries: &[Json]) -> Vec<Entry> {
        let mut answers = Vec::with_capacity(entries.len());
        for entry in entries {
            let answer = match self.entry(entry) {
                Ok(asked) => self.perform(asked).await,
                Err(refused) => Err(refused),
            };
            answers.push(answer.map_or_else(Entry::from, Entry::from));
        }
        answers
    }

    /// One entry as an interaction. Each counts as a call of its own.
    fn entry(&self, entry: &Json) -> Result<Asked, Refused> {
        let request = entry
            .get("request")
            .ok_or_else(|| Refused::bad("required", "The entry has no request."))?;
        let method = match request.text_of("method") {
            Some("GET") => Method::GET,
            Some("POST") => Method::POST,
            Some("PUT") => Method::PUT,
            Some("DELETE") => Method::DELETE,
            _ => {
                return Err(Refused::bad(
                    "not-supported",
                    "The method is not supported.",
                ));
            }
        };
        let now = self.services().ports().now();
        let sort = if method == Method::GET {
            Sort::Read
        } else {
            Sort::Write
        };
        if !self.fhir.rates.take(self.bearer.application, sort, now) {
            return Err(Refused::throttled());
        }
        let url = request.text_of("url").unwrap_or_default();
        let base = format!("{}{BASE}/", self.services().public_url());
        let below = url.strip_prefix(&base).unwrap_or(url);
        let (path, query) = below.split_once('?').unwrap_or((below, ""));
        let path = segments(path)?;
        if path.is_empty() || path.iter().any(|part| part == "_search") {
            return Err(Refused::bad(
                "invalid",
                "The URL of the entry is not one of an interaction.",
            ));
        }
        let text = |name: &str| request.text_of(name).map(str::to_owned);
        Ok(Asked {
            method,
            path,
            query: pairs(query.as_bytes())?,
            if_match: text("ifMatch"),
            if_none_exist: text("ifNoneExist"),
            body: entry.get("resource").cloned(),
            ..Asked::default()
        })
    }

    async fn transaction(&self, entries: &[Json]) -> Result<Vec<Entry>, Refused> {
        let ids: Vec<_> = entries
            .iter()
            .map(|_| self.services().ports().id())
            .collect();
        let mut references = self.conditional_references(entries).await?;
        let mut asked = Vec::with_capacity(entries.len());
        for (index, entry) in entries.iter().enumerate() {
            let one = self
                .entry(entry)
                .map_err(|refused| refused.at(place(index)))?;
            if one.method == Method::POST
                && let (Some(url), Some(kind)) = (entry.text_of("fullUrl"), one.path.first())
                && url.starts_with("urn:uuid:")
            {
                let made = format!("{kind}/{}", ids[index]);
                if references.insert(url.to_owned(), made).is_some() {
                    let what = "Two entries have the same fullUrl.";
                    return Err(Refused::bad("invalid", what).at(place(index)));
                }
            }
            asked.push(one);
        }
        let mut identities = Vec::new();
        let mut steps = Vec::with_capacity(asked.len());
        for (index, mut one) in asked.into_iter().enumerate() {
            one.body = one.body.map(|body| replaced(body, &references));
            if matches!(one.method, Method::PUT | Method::DELETE) {
                if identities.contains(&one.path) {
                    let what = "Two entries write the same resource.";
                    return Err(Refused::bad("invalid", what).at(place(index)));
                }
                identities.push(one.path.clone());
            }
            let step = self.step(one, ids[index]).await;
            steps.push(step.map_err(|refused| refused.at(place(index)))?);
        }
        let answers = self.write_all(steps).await?;
        Ok(answers.into_iter().map(Entry::from).collect())
    }

    async fn step(&self, asked: Asked, id: uuid::Uuid) -> Result<Step, Refused> {
        if asked.method == Method::GET {
            return Ok(Step::Read(Box::new(asked)));
        }
        let path: Vec<String> = asked.path.clone();
        let kind = path.first().and_then(|name| Kind::named(name));
        let kind = kind.ok_or_else(Refused::unknown_type)?;
        let planned = match (asked.method.as_str(), &path[1..]) {
            ("POST", []) => {
                self.may(kind, Interaction::Create)?;
                self.plan_create(kind, asked, id)?
            }
            ("PUT", [id]) => {
                self.may(kind, Interaction::Update)?;
                self.plan_update(kind, id, asked).await?
            }
            ("DELETE", [id]) => {
                self.may(kind, Interaction::Delete)?;
                match self.plan_delete(kind, id, &asked).await? {
                    Some(planned) => planned,
                    None => return Ok(Step::Done(super::writes::gone())),
                }
            }
            _ => return Err(Refused::method()),
        };
        if planned.write.is_none() {
            return Ok(Step::Done(self.unchanged(&planned)?));
        }
        Ok(Step::Write(Box::new(planned)))
    }

    /// Writes all steps in FHIR's order, deletes first, then reads; answers in the order of the entries.
    async fn write_all(&self, steps: Vec<Step>) -> Result<Vec<Answer>, Refused> {
        let mut answers: Vec<Option<Answer>> = Vec::with_capacity(steps.len());
        let (mut planned, mut reads) = (Vec::new(), Vec::new());
        for (index, step) in steps.into_iter().enumerate() {
            match step {
                Step::Done(answer) => {
                    answers.push(Some(answer));
                    continue;
                }
                Step::Write(one) => planned.push((index, one)),
                Step::Read(one) => reads.push((index, one)),
            }
            answers.push(None);
        }
        let rank = |write: &Option<ThingWrite>| match write {
            Some(ThingWrite::Remove { .. }) => 0,
            Some(ThingWrite::Make { .. }) => 1,
            _ => 2,
        };
        planned.sort_by_key(|(_, one)| rank(&one.write));
        if let Some((_, first)) = planned.first() {
            let record = first.record;
            if let Some((index, _)) = planned.iter().find(|(_, one)| one.record != record) {
                let what = "A transaction is of one patient.";
                let status = StatusCode::UNPROCESSABLE_ENTITY;
                return Err(Refused::new(status, "business-rule", what).at(place(*index)));
            }
            let writes = planned.iter_mut().filter_map(|(_, one)| one.write.take());
            let records = self.services().records();
            let written =
                records.exchange_writes(self.bearer.application, record, writes.collect());
            let written = written.await.map_err(|failure| {
                let which = match &failure {
                    Failure::Rejected((which, _)) => planned.get(*which),
                    Failure::Internal(_) => None,
                };
                let refused = not_written(failure, which.is_some_and(|(_, one)| one.conditional));
                match which {
                    Some((index, _)) => refused.at(place(*index)),
                    None => refused,
                }
            })?;
            for ((index, one), written) in planned.iter().zip(written) {
                answers[*index] = Some(self.written(one, written)?);
            }
        }
        for (index, asked) in reads {
            let read = self.perform(*asked).await;
            answers[index] = Some(read.map_err(|refused| refused.at(place(index)))?);
        }
        Ok(answers.into_iter().flatten().collect())
    }

    /// References that name a patient by the application's own id, as `Patient?identifier=system|id`: each means one.
    async fn conditional_references(
        &self,
        entries: &[Json],
    ) -> Result<BTreeMap<String, String>, Refused> {
        let mut found = BTreeMap::new();
        for (index, entry) in entries.iter().enumerate() {
            let mut wanted = Vec::new();
            if let Some(resource) = entry.get("resource") {
                each_text(resource, &mut |text| {
                    if text.starts_with("Patient?") {
                        wanted.push(text.to_owned());
                    }
                });
            }
            for reference in wanted {
                if !found.contains_key(&reference) {
                    let patient = self.one_patient(&reference).await;
                    let patient = patient.map_err(|refused| refused.at(place(index)))?;
                    found.insert(reference, patient);
                }
            }
        }
        Ok(found)
    }

    async fn one_patient(&self, reference: &str) -> Result<String, Refused> {
        self.may(Kind::Patient, Interaction::Search)?;
        let query = reference.split_once('?').map_or("", |(_, query)| query);
        let pairs = pairs(query.as_bytes())?;
        let system = self.canonical(&format!("external-id/{}", self.bearer.application));
        let id = match pairs.as_slice() {
            [(name, value)] if name == "identifier" => value
                .strip_prefix(&system)
                .and_then(|rest| rest.strip_prefix('|')),
            _ => None,
        };
        let Some(id) = id else {
            let what = format!(
                "A reference to a patient by a condition takes identifier={system}|<your own id>."
            );
            return Err(Refused::bad("not-supported", what));
        };
        let wanted = PatientsWanted {
            external_ids: Some(vec![id.to_owned()]),
            ..PatientsWanted::default()
        };
        let records = self.services().records();
        let page = records.connected_records(self.bearer.application, &wanted, 1);
        let page = page.await?;
        match page.records.as_slice() {
            [one] if !page.more => Ok(format!("Patient/{}", one.id.0)),
            [] => Err(Refused::not_found()),
            _ => {
                let what = "Several patients match a reference.";
                let status = StatusCode::PRECONDITION_FAILED;
                Err(Refused::new(status, "multiple-matches", what))
            }
        }
    }
}

fn place(index: usize) -> String {
    format!("Bundle.entry[{index}]")
}
