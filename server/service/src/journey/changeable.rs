//! What a person may change about a connection, as the page shows it.

use super::change_record::ChangeRejection;
use crate::journey::consent::Consent;
use crate::seen::Seen;
use crate::{InternalError, Journey, Outcome, reject};
use domain::application::Application;
use domain::audit::Action;
use domain::authorization::Authorization;
use domain::external_id::ExternalId;
use domain::ids::{AuthorizationId, ConnectRequestId, PersonId, RecordId};
use domain::policy;
use domain::record::Record;
use domain::timestamp::Timestamp;
use serde::Serialize;
use store::pickups::Letter as Picked;
use store::{Tx, audits, authorizations, connect_requests, connections, pickups, records};

/// A connection whose record may still be changed.
pub struct ChangeableRecord {
    pub authorization: Authorization,
    pub application: Application,
    pub record: Record,
    /// The letters by which it was connected within the day; not empty.
    pub letters: Vec<Letter>,
    /// The person's other records.
    pub others: Vec<Record>,
    pub touched: Touched,
}

/// One letter that is connected to a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    pub request: ConnectRequestId,
    pub external_id: ExternalId,
    pub friendly_name: String,
    /// Until when the record may be changed.
    pub until: Timestamp,
}

/// What the application's system has done in a record, by the audit log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Touched {
    pub read: bool,
    pub written: bool,
}

/// What the pages of a change show.
#[derive(Serialize)]
struct Shown<'a> {
    clinic: &'a str,
    former: (uuid::Uuid, &'a str),
    rules: Vec<&'a str>,
    letters: Vec<(uuid::Uuid, &'a str)>,
    others: Vec<(uuid::Uuid, &'a str)>,
    touched: Touched,
}

impl ChangeableRecord {
    pub fn letter(&self, request: ConnectRequestId) -> Option<&Letter> {
        self.letters.iter().find(|letter| letter.request == request)
    }
}

fn shown(changeable: &ChangeableRecord) -> Shown<'_> {
    let records = changeable.others.iter();
    let letters = changeable.letters.iter();
    let rules = changeable.authorization.rules.iter();
    Shown {
        clinic: &changeable.application.name,
        former: (changeable.record.id.0, &changeable.record.name),
        rules: rules.map(|rule| rule.name.as_str()).collect(),
        letters: letters
            .map(|letter| (letter.request.0, letter.friendly_name.as_str()))
            .collect(),
        others: records
            .map(|record| (record.id.0, record.name.as_str()))
            .collect(),
        touched: changeable.touched,
    }
}

/// The letter that connected an authorization under an external id. A code that was made anew took the letter's name
/// with it.
async fn letter(
    tx: &mut Tx,
    authorization: &Authorization,
    external_id: ExternalId,
    until: Timestamp,
) -> Result<Option<Letter>, InternalError> {
    let picked = pickups::letter(tx, authorization.id, &external_id).await?;
    let Some(Picked { request, .. }) = picked else {
        return Ok(None);
    };
    let stored = connect_requests::get(tx, request).await?;
    let mut friendly_name = stored.map_or(String::new(), |stored| stored.request.friendly_name);
    if friendly_name.is_empty() {
        let holder = connect_requests::holder(tx, authorization.application, &external_id).await?;
        friendly_name = holder.map_or(String::new(), |request| request.friendly_name);
    }
    Ok(Some(Letter {
        request,
        external_id,
        friendly_name,
        until,
    }))
}

pub(super) async fn touched(
    tx: &mut Tx,
    application: &Application,
    record: RecordId,
) -> Result<Touched, InternalError> {
    let mut has =
        async |action: Action| audits::has(tx, application.id.0, record.0, action.name()).await;
    Ok(Touched {
        read: has(Action::ThingRead).await?,
        written: has(Action::ThingWrite).await?,
    })
}

impl Journey<'_> {
    /// Until when a connection's record may be changed; None where it may no longer.
    pub(crate) async fn changeable_until(
        self,
        tx: &mut Tx,
        authorization: AuthorizationId,
    ) -> Result<Option<Timestamp>, InternalError> {
        let now = self.ports().now();
        let since = connections::live(tx, authorization).await?;
        let until = since
            .into_iter()
            .map(|(_, since)| since + policy::RECORD_CHANGE);
        Ok(until.filter(|until| now < *until).max())
    }

    /// A connection of the person as the page of its change shows it.
    pub async fn changeable_record(
        self,
        person: PersonId,
        id: AuthorizationId,
    ) -> Outcome<ChangeableRecord, ChangeRejection> {
        let mut tx = self.store().read().await?;
        self.changeable(&mut tx, person, id).await
    }

    /// What the first page of a change shows, for its form.
    pub fn change_shown(self, changeable: &ChangeableRecord) -> Seen {
        self.seen("change-record", &shown(changeable))
    }

    /// What the page shows that asks whether a record is the right one.
    pub fn doubt_shown(self, changeable: &ChangeableRecord, consent: &Consent) -> Seen {
        let shown = (shown(changeable), consent.shown(true));
        self.seen("change-record-in-doubt", &shown)
    }

    pub(super) async fn changeable(
        self,
        tx: &mut Tx,
        person: PersonId,
        id: AuthorizationId,
    ) -> Outcome<ChangeableRecord, ChangeRejection> {
        let Some(authorization) = authorizations::find(tx, person, id).await? else {
            return reject(ChangeRejection::NotFound);
        };
        let application = self.application(tx, authorization.application).await?;
        if authorization.revoked_at.is_some() {
            return reject(ChangeRejection::Ended(Box::new(application)));
        }
        let now = self.ports().now();
        let mut letters = Vec::new();
        for (external_id, since) in connections::live(tx, id).await? {
            let until = since + policy::RECORD_CHANGE;
            if until <= now {
                continue;
            }
            letters.extend(letter(tx, &authorization, external_id, until).await?);
        }
        if letters.is_empty() {
            return reject(ChangeRejection::TooLate(Box::new(application)));
        }
        let mut others = records::list(tx, person).await?;
        let Some(at) = others
            .iter()
            .position(|record| record.id == authorization.record)
        else {
            return reject(ChangeRejection::NotFound);
        };
        let record = others.remove(at);
        Ok(ChangeableRecord {
            touched: touched(tx, &application, record.id).await?,
            authorization,
            application,
            record,
            letters,
            others,
        })
    }
}
