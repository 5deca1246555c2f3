//! What a person is asked to agree to, as the page shows it: the record that was chosen, the clinic's rules, and how well
//! the names fit.

use crate::journey::entry::RecordChoice;
use crate::seen::Seen;
use crate::{InternalError, Journey};
use domain::application::{Application, Rule};
use domain::connect_request::ConnectRequest;
use domain::ids::{PersonId, RecordId};
use domain::likeness::{self, Verdict};
use domain::policy;
use domain::record::Record;
use serde::Serialize;
use store::{Tx, persons, records};
use uuid::Uuid;

/// What a record choice refers to, for the last page.
pub enum Chosen {
    Existing(Record),
    New { name: String },
}

impl Chosen {
    pub fn name(&self) -> &str {
        match self {
            Self::Existing(record) => &record.name,
            Self::New { name } => name,
        }
    }

    /// None where it is made with the authorization.
    pub fn id(&self) -> Option<RecordId> {
        match self {
            Self::Existing(record) => Some(record.id),
            Self::New { .. } => None,
        }
    }
}

/// What a decision is about: whose record, beside which others, and how well it fits the letter.
pub struct Consent {
    /// The name of the account's holder.
    pub holder: String,
    pub chosen: Chosen,
    /// The person's other records.
    pub others: Vec<Record>,
    pub verdict: Verdict,
}

impl Consent {
    /// Of the others, those that fit the letter better.
    pub fn better(&self) -> impl Iterator<Item = &Record> {
        let better = self.verdict.better().iter();
        better.filter_map(|index| self.others.get(*index))
    }

    /// Whether a new record would have the name of another one.
    pub fn is_taken(&self) -> bool {
        matches!(self.chosen, Chosen::New { .. }) && is_taken(&self.others, self.chosen.name())
    }

    /// Whether a new record would be one more than a person may have.
    pub fn is_too_many(&self) -> bool {
        matches!(self.chosen, Chosen::New { .. }) && self.others.len() >= policy::RECORDS
    }

    pub(crate) fn shown(&self, all_the_same: bool) -> Shown<'_> {
        Shown {
            holder: &self.holder,
            record: self.chosen.id().map(|id| id.0),
            record_name: self.chosen.name(),
            verdict: self.verdict.name(),
            better: self.better().map(|record| record.id.0).collect(),
            all_the_same,
        }
    }
}

/// Whether one of the records has this name, as a reader takes names.
pub fn is_taken(records: &[Record], name: &str) -> bool {
    let mut names = records.iter().map(|record| record.name.as_str());
    names.any(|known| likeness::is_same_name(known, name))
}

/// What a page says about the record.
#[derive(Serialize)]
pub(crate) struct Shown<'a> {
    holder: &'a str,
    /// None where it is made with the authorization.
    record: Option<Uuid>,
    record_name: &'a str,
    verdict: &'static str,
    better: Vec<Uuid>,
    /// The patient said that they mean a record which fits ill.
    all_the_same: bool,
}

/// What the last page promises: who learns what about which record.
#[derive(Serialize)]
struct Promise<'a> {
    clinic: &'a str,
    privacy_url: Option<&'a str>,
    terms_url: Option<&'a str>,
    rules: &'a [Rule],
    friendly_name: &'a str,
    about: Shown<'a>,
}

/// What a choice is about; None where the record is not the person's.
pub(crate) async fn consent(
    tx: &mut Tx,
    person: PersonId,
    friendly_name: &str,
    choice: &RecordChoice,
) -> Result<Option<Consent>, InternalError> {
    let Some(holder) = persons::find(tx, person).await? else {
        return Ok(None);
    };
    let mut others = records::list(tx, person).await?;
    let chosen = match choice {
        RecordChoice::New { name } => Chosen::New { name: name.clone() },
        RecordChoice::Existing(id) => {
            let Some(at) = others.iter().position(|record| record.id == *id) else {
                return Ok(None);
            };
            Chosen::Existing(others.remove(at))
        }
    };
    let names: Vec<&str> = others.iter().map(|record| record.name.as_str()).collect();
    let verdict = likeness::judge(friendly_name, chosen.name(), &names);
    Ok(Some(Consent {
        holder: holder.name,
        chosen,
        verdict,
        others,
    }))
}

/// The rules that the application requires, and those of its optional ones that were ticked.
pub(super) fn granted_rules(application: &Application, ticked: &[String]) -> Vec<Rule> {
    application
        .rules
        .iter()
        .filter(|rule| !rule.optional || ticked.contains(&rule.name))
        .cloned()
        .collect()
}

impl Journey<'_> {
    /// What a choice is about; None where the record is not the person's.
    pub async fn consent(
        self,
        person: PersonId,
        friendly_name: &str,
        choice: &RecordChoice,
    ) -> Result<Option<Consent>, InternalError> {
        let mut tx = self.store().read().await?;
        consent(&mut tx, person, friendly_name, choice).await
    }

    /// What the last page shows, for its form.
    pub fn promised(
        self,
        application: &Application,
        request: &ConnectRequest,
        consent: &Consent,
        all_the_same: bool,
    ) -> Seen {
        let promise = Promise {
            clinic: &application.name,
            privacy_url: application.privacy_url.as_deref(),
            terms_url: application.terms_url.as_deref(),
            rules: &application.rules,
            friendly_name: &request.friendly_name,
            about: consent.shown(all_the_same),
        };
        self.seen("authorize", &promise)
    }
}
