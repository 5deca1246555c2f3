//! `Patient`: a record that the application is connected to; and `Group/connected`: all of them.

use super::Call;
use super::asked::{Answer, raw};
use super::bundle::Found;
use super::refused::Refused;
use super::search::{Search, Token};
use axum::http::StatusCode;
use domain::ids::RecordId;
use domain::policy;
use serde_json::{Value, json};
use service::{ConnectedRecord, PatientsWanted};
use sha2::{Digest, Sha256};

/// The one group: everyone who is connected.
const CONNECTED: &str = "connected";

impl Call<'_> {
    /// Names things of this installation that FHIR has no name for.
    pub fn canonical(&self, rest: &str) -> String {
        format!("{}/fhir/{rest}", self.services().public_url())
    }

    /// The system of the application's own ids of patients.
    fn external_id_system(&self) -> String {
        self.canonical(&format!("external-id/{}", self.bearer.application))
    }

    /// A record as a resource, and its version.
    fn patient(&self, record: &ConnectedRecord) -> (Value, String) {
        let system = self.external_id_system();
        let identifiers: Vec<Value> = record
            .external_ids
            .iter()
            .map(|id| json!({"system": system, "value": id}))
            .collect();
        let mut patient = json!({
            "resourceType": "Patient",
            "id": record.id.0.to_string(),
            "active": true,
            "name": [{"text": record.name}],
        });
        if !identifiers.is_empty() {
            patient["identifier"] = Value::Array(identifiers);
        }
        let version = version_of(&patient);
        patient["meta"] = json!({
            "versionId": version,
            "lastUpdated": record.updated_at.rfc3339(),
        });
        (patient, version)
    }

    pub async fn read_patient(&self, id: &str) -> Result<Answer, Refused> {
        let record = id.parse().map(RecordId).map_err(|_| Refused::not_found())?;
        let wanted = PatientsWanted {
            ids: Some(vec![record]),
            ..PatientsWanted::default()
        };
        let records = self.services().records();
        let page = records.connected_records(self.bearer.application, &wanted, 1);
        let found = page.await?.records.pop().ok_or_else(Refused::not_found)?;
        let (patient, version) = self.patient(&found);
        Ok(Answer::versioned(raw(&patient)?, version, found.updated_at))
    }

    pub async fn search_patients(
        &self,
        search: Search,
        pairs: Vec<(String, String)>,
        behind: Option<String>,
    ) -> Result<Answer, Refused> {
        if search.sort.is_some() {
            let what = "Patients are in the order of their ids; _sort is not supported.";
            return Err(Refused::bad("not-supported", what));
        }
        let wanted = self.patients_wanted(&search, behind)?;
        let (records, application) = (self.services().records(), self.bearer.application);
        let mut found = Found {
            used: search.used(),
            notes: search.notes(),
            ..Found::default()
        };
        if search.total_alone {
            found.total = Some(records.count_connected(application, &wanted).await?);
            return self.searchset("Patient", pairs, &found);
        }
        let page = records.connected_records(application, &wanted, search.count);
        let page = page.await?;
        let last = page.records.last().map(|record| record.id.0.to_string());
        found.next = last.filter(|_| page.more);
        if found.next.is_none() && wanted.after.is_none() {
            found.total = Some(page.records.len());
        }
        for record in &page.records {
            let (patient, _) = self.patient(record);
            let place = format!("Patient/{}", record.id.0);
            found.matches.push((place, raw(&patient)?));
        }
        self.searchset("Patient", pairs, &found)
    }

    fn patients_wanted(
        &self,
        search: &Search,
        behind: Option<String>,
    ) -> Result<PatientsWanted, Refused> {
        // What is no id is no one's.
        let ids = search.ids.as_ref().map(|ids| {
            let ids = ids.iter().filter_map(|id| id.parse().ok());
            ids.map(RecordId).collect()
        });
        let system = self.external_id_system();
        let mut external_ids: Option<Vec<String>> = None;
        for value in search.all("identifier") {
            let ours = Token::any(value).into_iter().filter(|token| {
                let is_ours = token.system.as_ref().is_none_or(|named| *named == system);
                is_ours && !token.code.is_empty()
            });
            let ours: Vec<String> = ours.map(|token| token.code).collect();
            let both =
                |known: Vec<String>| known.into_iter().filter(|id| ours.contains(id)).collect();
            external_ids = Some(external_ids.map_or_else(|| ours.clone(), both));
        }
        let after = behind.map(|id| id.parse().map(RecordId));
        Ok(PatientsWanted {
            ids,
            external_ids,
            from: search.updated.from,
            until: search.updated.until,
            after: after.transpose().map_err(|_| Refused::not_found())?,
        })
    }

    /// Everyone who is connected, with the day from which on.
    pub async fn read_group(&self, id: &str) -> Result<Answer, Refused> {
        if id != CONNECTED {
            return Err(Refused::not_found());
        }
        let (records, wanted) = (self.services().records(), PatientsWanted::default());
        let page = records.connected_records(self.bearer.application, &wanted, policy::FHIR_GROUP);
        let page = page.await?;
        if page.more {
            let what =
                "The group has too many members for one answer. Search for Patient in its place.";
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return Err(Refused::new(status, "too-costly", what));
        }
        let members: Vec<Value> = page.records.iter().map(member).collect();
        let updated_at = page.records.iter().map(|record| record.updated_at).max();
        let mut group = json!({
            "resourceType": "Group",
            "id": CONNECTED,
            "type": "person",
            "actual": true,
            "name": "Connected patients",
            "quantity": members.len(),
        });
        if !members.is_empty() {
            group["member"] = Value::Array(members);
        }
        let version = version_of(&group);
        let updated_at = updated_at.unwrap_or_else(|| self.services().ports().now());
        group["meta"] = json!({"versionId": version, "lastUpdated": updated_at.rfc3339()});
        Ok(Answer::versioned(raw(&group)?, version, updated_at))
    }
}

fn member(record: &ConnectedRecord) -> Value {
    json!({
        "entity": {"reference": format!("Patient/{}", record.id.0)},
        "period": {"start": record.since.rfc3339()},
    })
}

/// What is made of several rows has the digest of what it says as its version.
pub fn version_of(resource: &Value) -> String {
    let digest = Sha256::digest(resource.to_string().as_bytes());
    hex::encode(&digest[..16])
}
