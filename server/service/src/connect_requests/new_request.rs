//! A connect request is made: by the desk, by the API, by the old wire, or from a file.

use crate::connect_requests::lists::{Caller, Holder};
use crate::secrets::{Class, SealError};
use crate::{ConnectRequests, Failure, InternalError, MailJob, Outcome, reject};
use domain::application::{Application, MayNotConnect};
use domain::audit::{Action, ActionOutcome};
use domain::challenge::AnswerFold;
use domain::connect_request::{Code, ConnectRequest, Proof};
use domain::connection::Connection;
use domain::external_id::ExternalId;
use domain::identity_code::IdentityCode;
use domain::ids::{ApplicationId, ConnectRequestId};
use domain::new_request::{Draft, NewRequest, Origin, Problem};
use domain::phrase;
use domain::statistics::{Counted, Reached};
use std::borrow::Cow;
use store::Tx;
use store::connect_requests::{self as table, Stored};
use store::idempotency::{self, Use};
use words::t;

/// The caller's own name for one call, with the body it came with.
#[derive(Clone, Copy)]
pub struct IdempotencyKey<'a> {
    pub key: &'a str,
    pub body: &'a [u8],
}

/// A request and its code, while the code may be shown.
pub struct Made {
    pub request: ConnectRequest,
    pub code: IdentityCode,
    /// The words to hand over, where it is proven by such: known here and never again.
    pub phrase: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CreateRejection {
    Invalid(Vec<Problem>),
    /// Another request holds the external id.
    Taken(Holder),
    MayNot(MayNotConnect),
    /// The idempotency key came before with another body.
    KeyReused,
    /// The idempotency key made a request whose code is over.
    KeyOver,
}

impl ConnectRequests<'_> {
    /// Makes a request. With an e-mail address and from the front desk, its mail is queued in the same transaction;
    /// the wire's callers ask for mail by the address alone, too. Where the draft names the request that holds its
    /// external id, the new one takes its place.
    pub async fn create(
        self,
        caller: Caller,
        draft: &Draft,
        key: Option<IdempotencyKey<'_>>,
    ) -> Outcome<Made, CreateRejection> {
        let mut tx = self.store().read().await?;
        let application = self.application(&mut tx, caller.application).await?;
        application
            .may_connect()
            .map_err(|why| Failure::Rejected(CreateRejection::MayNot(why)))?;
        // Read before the key is looked up: anyone who sees the request that a key made must see the key, too.
        let holder = match ExternalId::parse(&draft.external_id) {
            Ok(external_id) => {
                self.holding(&mut tx, caller.application, &external_id)
                    .await?
            }
            Err(_) => None,
        };
        let key = key.map(|key| self.key_digests(caller.application, key));
        if let Some((key_digest, body_mac)) = &key
            && let Some(used) = idempotency::find(&mut tx, caller.application, key_digest).await?
        {
            return self
                .replay(&mut tx, caller.application, &used, body_mac)
                .await;
        }
        let (draft, phrase) = self.with_phrase(draft);
        let new = NewRequest::parse(&draft, application.answer_mode, caller.origin)
            .map_err(|problems| Failure::Rejected(CreateRejection::Invalid(problems)))?;
        let replaces: Option<ConnectRequestId> = draft.replaces.parse().ok();
        if let Some(holder) = holder.filter(|holder| Some(holder.id) != replaces) {
            return reject(CreateRejection::Taken(holder.into()));
        }
        drop(tx);

        let class = class(caller.origin);
        let answer_hash = self.hasher().hash(class, new.answer.as_bytes()).await?;
        let (stored, code) = self.new_stored(&application, new, answer_hash)?;

        let mut tx = self.store().begin().await?;
        if let Some((key_digest, body_mac)) = key {
            let used = Use {
                body_mac: body_mac.clone(),
                connect_request: stored.request.id,
            };
            if !idempotency::claim(
                &mut tx,
                caller.application,
                &key_digest,
                &used,
                stored.request.made_at,
            )
            .await?
            {
                let used = idempotency::find(&mut tx, caller.application, &key_digest).await?;
                let used = used.ok_or(InternalError::Contradiction("idempotency"))?;
                return self
                    .replay(&mut tx, caller.application, &used, &body_mac)
                    .await;
            }
        }
        let older = match replaces {
            Some(id) => {
                let external_id = &stored.request.external_id;
                self.make_way(&mut tx, caller, id, external_id).await?
            }
            None => None,
        };
        let external_id = &stored.request.external_id;
        let now = stored.request.made_at;
        table::release(&mut tx, caller.application, &[external_id], now).await?;
        if !table::insert(&mut tx, &stored).await? {
            return match table::holder(&mut tx, caller.application, &stored.request.external_id)
                .await?
            {
                Some(holder) => reject(CreateRejection::Taken(holder.into())),
                None => Err(InternalError::Contradiction("connect_request").into()),
            };
        }
        self.installation()
            .count(&mut tx, &stored.request, Counted::Made)
            .await?;
        if stored.request.email.is_some() {
            let request = stored.request.id;
            self.outbox()
                .queue(&mut tx, &MailJob::Connect { request })
                .await?;
        }
        if let Some(id) = older {
            let (action, outcome) = (Action::ConnectRequestReplace, ActionOutcome::Replaced);
            self.audit_request(&mut tx, caller, action, id, outcome)
                .await?;
        }
        let reason = stored.reason.as_ref();
        let outcome = reason.map_or(ActionOutcome::Made, |_| ActionOutcome::MadeWithReason);
        let id = stored.request.id;
        self.audit_request(&mut tx, caller, Action::ConnectRequestCreate, id, outcome)
            .await?;
        tx.commit().await?;
        Ok(Made {
            request: stored.request,
            code,
            phrase,
        })
    }

    /// The draft with a question and words of ours, where it asks for such.
    fn with_phrase(self, draft: &Draft) -> (Cow<'_, Draft>, Option<String>) {
        if draft.proof != Proof::Phrase.name() {
            return (Cow::Borrowed(draft), None);
        }
        let phrase = phrase::generate(|bound| self.draw(bound));
        let draft = Draft {
            question: t!("phrase-question").into_owned(),
            answer: phrase.clone(),
            ..draft.clone()
        };
        (Cow::Owned(draft), Some(phrase))
    }

    /// Takes the external id from the request that holds it; None where that one holds it no more.
    async fn make_way(
        self,
        tx: &mut Tx,
        caller: Caller,
        id: ConnectRequestId,
        external_id: &ExternalId,
    ) -> Result<Option<ConnectRequestId>, InternalError> {
        let holder = self
            .lock_own(tx, caller, id)
            .await?
            .filter(|request| request.holds_external_id() && request.external_id == *external_id);
        let Some(holder) = holder else {
            return Ok(None);
        };
        let was = holder.code;
        self.end(tx, &holder.replace(self.ports().now()), was)
            .await?;
        Ok(Some(id))
    }

    fn key_digests(
        self,
        application: ApplicationId,
        key: IdempotencyKey<'_>,
    ) -> (Vec<u8>, Vec<u8>) {
        let digest =
            |kind: &str, of: &[u8]| self.sealer().digest(kind, &[application.0.as_bytes(), of]);
        (
            digest("idempotency-key", key.key.as_bytes()),
            digest("idempotency-body", key.body),
        )
    }

    /// The answer that the key's first call got.
    async fn replay(
        self,
        tx: &mut Tx,
        application: ApplicationId,
        used: &Use,
        body_mac: &[u8],
    ) -> Outcome<Made, CreateRejection> {
        if used.body_mac != body_mac {
            return reject(CreateRejection::KeyReused);
        }
        let stored = table::find(tx, application, used.connect_request).await?;
        match stored.and_then(|stored| self.open_code(&stored).map(|code| (stored.request, code))) {
            Some((request, code)) => Ok(Made {
                request,
                code,
                phrase: None,
            }),
            None => reject(CreateRejection::KeyOver),
        }
    }

    pub(crate) fn new_stored(
        self,
        application: &Application,
        new: NewRequest,
        answer_hash: String,
    ) -> Result<(Stored, IdentityCode), SealError> {
        let now = self.ports().now();
        let id = ConnectRequestId(self.ports().id());
        let code = self.new_code();
        let question = new.question.as_str().as_bytes();
        let about = new.particulars;
        let stored = Stored {
            question: Some(self.sealer().seal(
                "question",
                id.0.as_bytes(),
                question,
                self.ports(),
            )?),
            answer_hash: Some(answer_hash),
            answer_edges: new.answer.has_blank_at_an_end(),
            answer_fold: AnswerFold::TODAY,
            answer_full_stop: new.answer.ends_with_a_full_stop(),
            reached: Reached::Nothing,
            wrong_answers: application.policy.wrong_answers,
            code_digest: self.code_digest(&code),
            code_sealed: Some(self.seal_code(id, &code)?),
            callback_url: about.callback_url,
            reason: new.reason,
            request: ConnectRequest {
                id,
                application: application.id,
                external_id: about.external_id,
                friendly_name: about.friendly_name,
                proof: about.proof,
                delivery: about.delivery,
                email: about.email,
                language: about.language,
                answer_mode: new.answer_mode,
                made_at: now,
                expires_at: application.code_ends_at(now),
                code: Code::Usable,
                binding: None,
                connection: Connection::None,
            },
        };
        Ok((stored, code))
    }
}

/// Whose turn it is to have an answer hashed.
fn class(origin: Origin) -> Class {
    match origin {
        Origin::FrontDesk => Class::Staff,
        Origin::Patient => Class::Person,
        Origin::Api => Class::Api,
    }
}
