//! Letters as files, one or many, while their codes work. That they left is a record.

use crate::batches::imports::BatchRejection;
use crate::connect_requests::lists::{Caller, View as Found};
use crate::letter::{self, Form};
use crate::{Actor, Batches, Failure, InternalError, Outcome, reject};
use domain::audit::{Action, ActionOutcome};
use domain::batch::{Kind, LeftOut, Report, State};
use domain::clinic::Clinic;
use domain::connect_request::ConnectRequest;
use domain::ids::{ApplicationId, BatchId, ConnectRequestId};
use domain::policy;
use domain::staff::StaffContext;
use serde::{Deserialize, Serialize};
use store::batches::{self, Choice, Stored, Waiting};
use words::letter::{Letter, Unprintable};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LetterRejection {
    NotFound,
    /// The code no longer works.
    Over(Box<ConnectRequest>),
    Unprintable(Unprintable),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LettersRejection {
    /// No letter is asked for.
    None,
    TooMany,
}

/// The result of an order for letters.
pub enum Printed {
    /// A few: here they are.
    File(Vec<u8>),
    /// Many, or some that cannot be drawn: the worker is at it.
    Batch(BatchId),
}

/// Letters that a worker is to draw.
#[derive(Serialize, Deserialize)]
pub(super) struct Order {
    pub(super) requests: Vec<ConnectRequestId>,
    pub(super) form: Form,
}

impl Batches<'_> {
    /// What is on a request's letter; None once its code does not work.
    pub fn letter(self, found: Found) -> Option<Letter> {
        Some(Letter {
            request: found.request.id,
            clinic: Clinic::from(&found.application),
            ends_at: found.request.ends_at(),
            friendly_name: found.request.friendly_name,
            code: found.code?,
            public_url: self.public_url().to_owned(),
            dated: self.ports().now(),
        })
    }

    /// A request's letter as PDF.
    pub async fn letter_file(
        self,
        caller: Caller,
        id: ConnectRequestId,
        form: Form,
    ) -> Outcome<Vec<u8>, LetterRejection> {
        let Some(found) = self.connect_requests().find(caller.application, id).await? else {
            return reject(LetterRejection::NotFound);
        };
        let request = found.request.clone();
        let Some(view) = self.letter(found) else {
            return reject(LetterRejection::Over(Box::new(request)));
        };
        let file = self
            .rendered(vec![view], form)
            .await?
            .map_err(|why| Failure::Rejected(LetterRejection::Unprintable(why)))?;
        let mut tx = self.store().begin().await?;
        let Some(request) = self
            .connect_requests()
            .lock_own(&mut tx, caller, id)
            .await?
        else {
            return reject(LetterRejection::NotFound);
        };
        if !request.shows_code(self.ports().now()) {
            return reject(LetterRejection::Over(Box::new(request)));
        }
        self.connect_requests()
            .audit_request(
                &mut tx,
                caller,
                Action::ConnectRequestLetter,
                id,
                ActionOutcome::Downloaded,
            )
            .await?;
        tx.commit().await?;
        Ok(file)
    }

    /// Requests that wait for their patients, as chosen; one more than a file holds where there are more.
    pub async fn waiting_letters(
        self,
        staff: &StaffContext,
        choice: &Choice,
    ) -> Result<Vec<Waiting>, InternalError> {
        let mut tx = self.store().read().await?;
        let (now, most) = (self.ports().now(), policy::LETTERS_MAX + 1);
        Ok(batches::waiting(&mut tx, staff.application, choice, now, most).await?)
    }

    /// The letters of these requests of the application in one file, sorted by name.
    pub async fn print_letters(
        self,
        staff: &StaffContext,
        requests: Vec<ConnectRequestId>,
        form: Form,
    ) -> Outcome<Printed, LettersRejection> {
        if requests.is_empty() {
            return reject(LettersRejection::None);
        }
        if requests.len() > policy::LETTERS_MAX {
            return reject(LettersRejection::TooMany);
        }
        if requests.len() <= policy::LETTERS_AT_ONCE {
            let (letters, left_out) = self.letters_of(staff.application, &requests).await?;
            if letters.is_empty() && left_out.is_empty() {
                return reject(LettersRejection::None);
            }
            if left_out.is_empty()
                && let Ok(file) = self.rendered(letters, form).await?
            {
                self.audit_letters(staff, None).await?;
                return Ok(Printed::File(file));
            }
        }
        Ok(Printed::Batch(self.order(staff, requests, form).await?))
    }

    /// The letters, drawn away from the threads that serve pages.
    async fn rendered(
        self,
        letters: Vec<Letter>,
        form: Form,
    ) -> Result<Result<Vec<u8>, Unprintable>, InternalError> {
        let logo = self.logo_of(&letters).await?;
        let fonts = self.fonts().clone();
        let draw = move || letter::render(&letters, logo.as_deref(), form, &fonts, |_| {});
        let drawn = tokio::task::spawn_blocking(draw)
            .await
            .map_err(InternalError::broken("letter"))?;
        Ok(
            drawn.and_then(|drawn| match drawn.left_out.into_iter().next() {
                Some((_, why)) => Err(why),
                None => Ok(drawn.file),
            }),
        )
    }

    /// The picture of the clinic whose letters these are.
    pub(super) async fn logo_of(
        self,
        letters: &[Letter],
    ) -> Result<Option<Vec<u8>>, InternalError> {
        match letters
            .first()
            .and_then(|letter| letter.clinic.logo.as_ref())
        {
            Some(logo) => {
                self.applications()
                    .logo(logo.application, &logo.digest)
                    .await
            }
            None => Ok(None),
        }
    }

    async fn audit_letters(
        self,
        staff: &StaffContext,
        batch: Option<BatchId>,
    ) -> Result<(), InternalError> {
        let mut tx = self.store().begin().await?;
        let entry = crate::audit::log::Entry {
            application: Some(staff.application),
            actor: Actor::Staff(staff.staff),
            action: Action::BatchLetters,
            subject: batch.map(|id| id.0),
            outcome: ActionOutcome::Downloaded,
        };
        self.audit().record(&mut tx, entry).await?;
        tx.commit().await?;
        Ok(())
    }

    async fn order(
        self,
        staff: &StaffContext,
        requests: Vec<ConnectRequestId>,
        form: Form,
    ) -> Result<BatchId, InternalError> {
        let now = self.ports().now();
        let id = BatchId(self.ports().id());
        let batch = Stored {
            id,
            application: staff.application,
            staff: staff.staff,
            kind: Kind::Letters,
            state: State::Running,
            total: requests.len(),
            done: 0,
            report: self.seal_report(id, &Report::default())?,
            made_at: now,
            expires_at: now + policy::BATCH_LIFE,
        };
        let order = self.seal_part(id, 0, &[Order { requests, form }])?;
        let mut tx = self.store().begin().await?;
        batches::insert(&mut tx, &batch).await?;
        batches::put_part(&mut tx, id, 0, &order).await?;
        self.queue(&mut tx, id).await?;
        let actor = Actor::Staff(staff.staff);
        self.audit_batch(
            &mut tx,
            &batch,
            actor,
            Action::BatchConfirm,
            ActionOutcome::Queued,
        )
        .await?;
        tx.commit().await?;
        Ok(id)
    }

    /// Letters by name, and those that cannot be printed as their codes are over. Ids of others are nothing.
    pub(super) async fn letters_of(
        self,
        application: ApplicationId,
        requests: &[ConnectRequestId],
    ) -> Result<(Vec<Letter>, Vec<LeftOut>), InternalError> {
        let (mut letters, mut left_out) = (Vec::new(), Vec::new());
        for id in requests {
            let Some(found) = self.connect_requests().find(application, *id).await? else {
                continue;
            };
            let external_id = found.request.external_id.clone();
            match self.letter(found) {
                Some(letter) => {
                    letters.push((letter.friendly_name.to_lowercase(), external_id, letter));
                }
                None => left_out.push(LeftOut {
                    request: *id,
                    external_id: external_id.into(),
                    sign: None,
                    unfit: false,
                }),
            }
        }
        letters.sort_by(|one, other| (&one.0, &one.1).cmp(&(&other.0, &other.1)));
        let letters = letters.into_iter().map(|(_, _, letter)| letter).collect();
        Ok((letters, left_out))
    }

    /// The file of letters that a worker made.
    pub async fn letters_file(
        self,
        staff: &StaffContext,
        id: BatchId,
    ) -> Outcome<Vec<u8>, BatchRejection> {
        let mut tx = self.store().read().await?;
        let Some(batch) = batches::find(&mut tx, staff.application, id).await? else {
            return reject(BatchRejection::NotFound);
        };
        let is_there = batch.kind == Kind::Letters && batch.state == State::Done;
        if !is_there || batch.expires_at <= self.ports().now() {
            return reject(BatchRejection::Over);
        }
        let pieces = batches::parts(&mut tx, id).await?;
        drop(tx);
        let mut file = Vec::new();
        for (number, piece) in pieces.iter().enumerate() {
            file.extend_from_slice(&self.open_bytes(id, number, piece)?);
        }
        self.audit_letters(staff, Some(id)).await?;
        Ok(file)
    }
}
