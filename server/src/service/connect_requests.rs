//! Connect requests from the clinic's side: made, listed, renamed, withdrawn, reissued, mailed.

use super::audit::Entry;
use super::tallies::ended_unused;
use super::{Actor, Failure, Fault, MailJob, Outcome, Services, mailing, refuse};
use crate::store::connect_requests::{self as table, Stored};
use crate::store::idempotency::{self, Use};
use crate::store::request_list::{self, Filter};
use crate::store::{Tx, jobs};
use app::domain::application::{Application, MayNotConnect};
use app::domain::connect_request::{Code, ConnectRequest, Listed, Proof, Standing};
use app::domain::identity_code::IdentityCode;
use app::domain::ids::{ApplicationId, ConnectRequestId};
use app::domain::new_request::{Door, Draft, FieldError, NewRequest, Problem};
use app::domain::tally::Counted;
use app::domain::text;
use app::domain::timestamp::Timestamp;
use app::domain::{phrase, policy};
use app::t;
use std::borrow::Cow;

/// On whose behalf, and by whom.
#[derive(Clone, Copy, Debug)]
pub struct Caller {
    pub application: ApplicationId,
    pub actor: Actor,
    pub door: Door,
}

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

/// A request that took the place of another.
pub(super) struct Replaced {
    pub old: ConnectRequestId,
    pub new: ConnectRequest,
    pub code: IdentityCode,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CreateRefusal {
    Invalid(Vec<Problem>),
    /// Another request holds the external id.
    Taken {
        holder: ConnectRequestId,
        made_at: Timestamp,
    },
    MayNot(MayNotConnect),
    /// The idempotency key came before with another body.
    KeyReused,
    /// The idempotency key made a request whose code is over.
    KeyOver,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RenameRefusal {
    Invalid(FieldError),
    Taken {
        holder: ConnectRequestId,
        made_at: Timestamp,
    },
    MayNot(MayNotConnect),
    NotFound,
    /// Replaced or deleted: it has no external id any more.
    Over,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeleteRefusal {
    MayNot(MayNotConnect),
    NotFound,
    /// Somebody is connected by it.
    Connected,
    /// Replaced by a newer one.
    Over,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReissueRefusal {
    MayNot(MayNotConnect),
    NotFound,
    /// Replaced or deleted already.
    Over,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SendRefusal {
    Address(FieldError),
    MayNot(MayNotConnect),
    NotFound,
    /// The code does not work any more.
    Over,
    /// The last mail is on its way.
    AlreadyQueued,
}

/// One request with all the desk and the API show of it.
pub struct View {
    pub request: ConnectRequest,
    pub standing: Standing,
    /// While it works.
    pub code: Option<IdentityCode>,
    pub mail: Option<jobs::Latest>,
    /// Why a pair that is easy to guess was good enough.
    pub reason: Option<String>,
    /// What happened, oldest first: action, outcome, when.
    pub timeline: Vec<(String, String, Timestamp)>,
    pub application: Application,
}

/// A request as a list shows it.
pub struct Listing {
    pub request: ConnectRequest,
    pub standing: Standing,
    /// The state of its last mail.
    pub mail: Option<String>,
    /// Whether the last try to send that failed.
    pub mail_failed: bool,
    /// When something last happened to it: made, mailed, connected, over.
    pub changed_at: Timestamp,
}

/// A page of requests.
pub struct Page {
    pub rows: Vec<Listing>,
    /// The cursor of the previous page: that one ends before it.
    pub previous: Option<ConnectRequestId>,
    /// The cursor of the next page.
    pub next: Option<ConnectRequestId>,
    pub now: Timestamp,
}

impl Services {
    /// Makes a request. With an e-mail address and the desk's door, its mail is queued in the same transaction;
    /// the wire's callers ask for mail by the address alone, too. Where the draft names the request that holds its
    /// external id, the new one takes its place.
    pub async fn create_connect_request(
        &self,
        caller: Caller,
        draft: &Draft,
        key: Option<IdempotencyKey<'_>>,
    ) -> Outcome<Made, CreateRefusal> {
        let mut tx = self.0.store.read().await?;
        let application = self.application(&mut tx, caller.application).await?;
        application
            .may_connect()
            .map_err(|why| Failure::Refused(CreateRefusal::MayNot(why)))?;
        // Read before the key is looked up: whoever sees the request that a key made must see the key, too.
        let holder = match text::line(&draft.external_id, policy::EXTERNAL_ID_MAX) {
            Ok(external_id) => table::holder(&mut tx, caller.application, &external_id).await?,
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
        let new = NewRequest::parse(&draft, application.answer_mode, caller.door)
            .map_err(|problems| Failure::Refused(CreateRefusal::Invalid(problems)))?;
        let replaces: Option<ConnectRequestId> = draft.replaces.parse().ok();
        if let Some(holder) = holder.filter(|holder| Some(holder.id) != replaces) {
            return refuse(taken(&holder));
        }
        drop(tx);

        let answer_hash = self.0.hasher.hash(new.answer.as_bytes()).await?;
        let (stored, code) = self.new_stored(&application, new, answer_hash);

        let mut tx = self.0.store.begin().await?;
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
                let used = used.ok_or(Fault::Unreadable("idempotency"))?;
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
        if !table::insert(&mut tx, &stored).await? {
            return match table::holder(&mut tx, caller.application, &stored.request.external_id)
                .await?
            {
                Some(holder) => refuse(taken(&holder)),
                None => Err(Fault::Unreadable("connect_request").into()),
            };
        }
        self.count(&mut tx, &stored.request, Counted::Made).await?;
        if stored.request.email.is_some() {
            self.queue(
                &mut tx,
                &MailJob::Connect {
                    request: stored.request.id,
                },
            )
            .await?;
        }
        if let Some(id) = older {
            self.audit_request(&mut tx, caller, "connect-request.replace", id, "replaced")
                .await?;
        }
        let outcome = match stored.reason {
            Some(_) => "made-with-reason",
            None => "made",
        };
        let id = stored.request.id;
        self.audit_request(&mut tx, caller, "connect-request.create", id, outcome)
            .await?;
        tx.commit().await?;
        Ok(Made {
            request: stored.request,
            code,
            phrase,
        })
    }

    /// The draft with a question and words of ours, where it asks for such.
    fn with_phrase<'a>(&self, draft: &'a Draft) -> (Cow<'a, Draft>, Option<String>) {
        if draft.proof != Proof::Phrase.name() {
            return (Cow::Borrowed(draft), None);
        }
        let phrase = phrase::generate(|bound| self.draw(bound));
        let draft = Draft {
            question: t!("phrase-question"),
            answer: phrase.clone(),
            ..draft.clone()
        };
        (Cow::Owned(draft), Some(phrase))
    }

    /// Takes the external id from the request that holds it; None where that one holds it no more.
    async fn make_way(
        &self,
        tx: &mut Tx,
        caller: Caller,
        id: ConnectRequestId,
        external_id: &str,
    ) -> Result<Option<ConnectRequestId>, Fault> {
        let holder = self
            .lock_own(tx, caller, id)
            .await?
            .filter(|request| request.holds_external_id() && request.external_id == external_id);
        let Some(holder) = holder else {
            return Ok(None);
        };
        self.end(tx, &holder.replace(self.0.ports.now())).await?;
        Ok(Some(id))
    }

    fn key_digests(
        &self,
        application: ApplicationId,
        key: IdempotencyKey<'_>,
    ) -> (Vec<u8>, Vec<u8>) {
        let digest =
            |kind: &str, of: &[u8]| self.0.sealer.digest(kind, &[application.0.as_bytes(), of]);
        (
            digest("idempotency-key", key.key.as_bytes()),
            digest("idempotency-body", key.body),
        )
    }

    /// The answer that the key's first call got.
    async fn replay(
        &self,
        tx: &mut Tx,
        application: ApplicationId,
        used: &Use,
        body_mac: &[u8],
    ) -> Outcome<Made, CreateRefusal> {
        if used.body_mac != body_mac {
            return refuse(CreateRefusal::KeyReused);
        }
        let stored = table::find(tx, application, used.connect_request).await?;
        match stored.and_then(|stored| self.open_code(&stored).map(|code| (stored.request, code))) {
            Some((request, code)) => Ok(Made {
                request,
                code,
                phrase: None,
            }),
            None => refuse(CreateRefusal::KeyOver),
        }
    }

    pub(super) fn new_stored(
        &self,
        application: &Application,
        new: NewRequest,
        answer_hash: String,
    ) -> (Stored, IdentityCode) {
        let now = self.0.ports.now();
        let id = ConnectRequestId(self.0.ports.id());
        let code = self.new_code();
        let question = new.question.as_str().as_bytes();
        let about = new.particulars;
        let stored = Stored {
            question: Some(self.0.sealer.seal(
                "question",
                id.0.as_bytes(),
                question,
                &self.0.ports,
            )),
            answer_hash: Some(answer_hash),
            answer_edges: new.answer.has_blank_at_an_end(),
            wrong_answers: application.policy.wrong_answers,
            code_digest: self.code_digest(&code),
            code_sealed: Some(self.seal_code(id, &code)),
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
                expires_at: now + application.policy.lifetime(),
                code: Code::Usable,
                binding: None,
            },
        };
        (stored, code)
    }

    fn new_code(&self) -> IdentityCode {
        IdentityCode::generate(|bound| self.draw(bound))
    }

    /// A number below `bound`.
    fn draw(&self, bound: usize) -> usize {
        let bound = u32::try_from(bound).unwrap_or(1);
        usize::try_from(self.0.ports.below(bound)).unwrap_or(0)
    }

    pub(super) fn code_digest(&self, code: &IdentityCode) -> Vec<u8> {
        self.0.sealer.digest("code", &[code.letters().as_bytes()])
    }

    fn seal_code(&self, id: ConnectRequestId, code: &IdentityCode) -> Vec<u8> {
        self.0.sealer.seal(
            "code",
            id.0.as_bytes(),
            code.letters().as_bytes(),
            &self.0.ports,
        )
    }

    /// The code, while it may be shown.
    pub(super) fn open_code(&self, stored: &Stored) -> Option<IdentityCode> {
        if !stored.request.shows_code(self.0.ports.now()) {
            return None;
        }
        let sealed = stored.code_sealed.as_deref()?;
        let letters = self
            .0
            .sealer
            .open_text("code", stored.request.id.0.as_bytes(), sealed)?;
        IdentityCode::parse(&letters).ok()
    }

    /// The link for a letter or a mail. The code is its fragment, so that no server's log ever holds it.
    pub fn code_link(&self, code: &IdentityCode) -> String {
        format!("{}/connect#{code}", self.0.public_url)
    }

    /// A page of the application's requests.
    pub async fn list_connect_requests(
        &self,
        application: ApplicationId,
        filter: &Filter,
    ) -> Result<Page, Fault> {
        let now = self.0.ports.now();
        let mut tx = self.0.store.read().await?;
        let found = request_list::list(&mut tx, application, filter, now).await?;
        let first = found.rows.first().filter(|_| found.earlier);
        let previous = first.map(|first| first.request.id);
        let last = found.rows.last().filter(|_| found.later);
        let next = last.map(|last| last.request.id);
        let rows = found
            .rows
            .into_iter()
            .map(|found| Listing {
                standing: found.request.standing(now),
                changed_at: changed_at(&found),
                mail_failed: found.mail_failed,
                mail: found.mail.map(|(state, _)| state),
                request: found.request,
            })
            .collect();
        Ok(Page {
            rows,
            previous,
            next,
            now,
        })
    }

    /// The application's request that holds an external id, as typed.
    pub async fn holder_of(
        &self,
        application: ApplicationId,
        external_id: &str,
    ) -> Result<Option<ConnectRequest>, Fault> {
        let Ok(external_id) = text::line(external_id, policy::EXTERNAL_ID_MAX) else {
            return Ok(None);
        };
        let mut tx = self.0.store.read().await?;
        Ok(table::holder(&mut tx, application, &external_id).await?)
    }

    /// The application's request that a code belongs to.
    pub async fn request_of_code(
        &self,
        application: ApplicationId,
        code: &IdentityCode,
    ) -> Result<Option<ConnectRequestId>, Fault> {
        let mut tx = self.0.store.read().await?;
        let Some(id) = table::find_by_code(&mut tx, &self.code_digest(code)).await? else {
            return Ok(None);
        };
        let own = table::find(&mut tx, application, id).await?;
        Ok(own.map(|stored| stored.request.id))
    }

    /// How many requests each of the desk's lists has; beyond [`policy::COUNTED_MAX`] it is one more than that.
    pub async fn count_connect_requests(
        &self,
        application: ApplicationId,
    ) -> Result<Vec<(Listed, u64)>, Fault> {
        let mut tx = self.0.store.read().await?;
        Ok(request_list::counts(&mut tx, application, self.0.ports.now()).await?)
    }

    /// One request; None when the application has no such one.
    pub async fn connect_request(
        &self,
        application: ApplicationId,
        id: ConnectRequestId,
    ) -> Result<Option<View>, Fault> {
        let mut tx = self.0.store.read().await?;
        let Some(stored) = table::find(&mut tx, application, id).await? else {
            return Ok(None);
        };
        let mail = jobs::latest(&mut tx, mailing::CONNECT, id).await?;
        let timeline = crate::store::audits::of_subject(&mut tx, application.0, id.0)
            .await?
            .into_iter()
            .map(|link| (link.action, link.outcome, link.at.into()))
            .collect();
        Ok(Some(View {
            standing: stored.request.standing(self.0.ports.now()),
            code: self.open_code(&stored),
            reason: stored.reason,
            application: self.application(&mut tx, application).await?,
            request: stored.request,
            mail,
            timeline,
        }))
    }

    /// Gives a request another external id; the connections made by it take it too.
    pub async fn rename_connect_request(
        &self,
        caller: Caller,
        id: ConnectRequestId,
        external_id: &str,
    ) -> Outcome<ConnectRequest, RenameRefusal> {
        let external_id = text::line(external_id, policy::EXTERNAL_ID_MAX)
            .map_err(|error| Failure::Refused(RenameRefusal::Invalid(error.into())))?;
        let mut tx = self.0.store.begin().await?;
        self.may_connect(&mut tx, caller)
            .await?
            .map_err(|why| Failure::Refused(RenameRefusal::MayNot(why)))?;
        let Some(request) = self.lock_own(&mut tx, caller, id).await? else {
            return refuse(RenameRefusal::NotFound);
        };
        if !request.holds_external_id() {
            return refuse(RenameRefusal::Over);
        }
        let holder = table::holder(&mut tx, caller.application, &external_id).await?;
        if let Some(holder) = holder.filter(|holder| holder.id != id) {
            return refuse(renaming_taken(&holder));
        }
        let request = ConnectRequest {
            external_id,
            ..request
        };
        if !table::rename(&mut tx, &request).await? {
            drop(tx);
            let mut tx = self.0.store.read().await?;
            return match table::holder(&mut tx, caller.application, &request.external_id).await? {
                Some(holder) => refuse(renaming_taken(&holder)),
                None => Err(Fault::Unreadable("connect_request").into()),
            };
        }
        crate::store::pickups::rename(&mut tx, id, &request.external_id).await?;
        self.audit_request(&mut tx, caller, "connect-request.rename", id, "renamed")
            .await?;
        tx.commit().await?;
        Ok(request)
    }

    /// Withdraws a request; one that is deleted already stays so.
    pub async fn delete_connect_request(
        &self,
        caller: Caller,
        id: ConnectRequestId,
    ) -> Outcome<(), DeleteRefusal> {
        let mut tx = self.0.store.begin().await?;
        self.may_connect(&mut tx, caller)
            .await?
            .map_err(|why| Failure::Refused(DeleteRefusal::MayNot(why)))?;
        let Some(request) = self.lock_own(&mut tx, caller, id).await? else {
            return refuse(DeleteRefusal::NotFound);
        };
        match request.code {
            Code::Deleted { .. } => return Ok(()),
            Code::Replaced { .. } => return refuse(DeleteRefusal::Over),
            _ => {}
        }
        let request = request
            .delete(self.0.ports.now())
            .map_err(|_| Failure::Refused(DeleteRefusal::Connected))?;
        self.end(&mut tx, &request).await?;
        self.audit_request(&mut tx, caller, "connect-request.delete", id, "deleted")
            .await?;
        tx.commit().await?;
        Ok(())
    }

    /// Replaces a request by a new one with the same challenge and names; the old code is dead in the same
    /// transaction, grants stay.
    pub async fn reissue_connect_request(
        &self,
        caller: Caller,
        id: ConnectRequestId,
    ) -> Outcome<Made, ReissueRefusal> {
        let mut tx = self.0.store.begin().await?;
        let application = self.application(&mut tx, caller.application).await?;
        application
            .may_connect()
            .map_err(|why| Failure::Refused(ReissueRefusal::MayNot(why)))?;
        let stored = table::lock(&mut tx, id).await?;
        let Some(old) = stored.filter(|stored| stored.request.application == caller.application)
        else {
            return refuse(ReissueRefusal::NotFound);
        };
        if !old.request.holds_external_id() {
            return refuse(ReissueRefusal::Over);
        }
        let Replaced { new, code, .. } = self.replace(&mut tx, &application, old).await?;
        self.audit_replaced(&mut tx, caller, id, new.id).await?;
        tx.commit().await?;
        Ok(Made {
            request: new,
            code,
            phrase: None,
        })
    }

    /// Puts a new request in the place of one that is locked; leaves the audit records to the caller.
    pub(super) async fn replace(
        &self,
        tx: &mut Tx,
        application: &Application,
        old: Stored,
    ) -> Result<Replaced, Fault> {
        let now = self.0.ports.now();
        let id = old.request.id;
        self.end(tx, &old.request.clone().replace(now)).await?;
        let (new, code) = self.renewed(old, application, now)?;
        if !table::insert(tx, &new).await? {
            return Err(Fault::Unreadable("connect_request"));
        }
        self.count(tx, &new.request, Counted::Made).await?;
        if new.request.email.is_some() {
            let request = new.request.id;
            self.queue(tx, &MailJob::Connect { request }).await?;
        }
        Ok(Replaced {
            old: id,
            new: new.request,
            code,
        })
    }

    pub(super) async fn audit_replaced(
        &self,
        tx: &mut Tx,
        caller: Caller,
        old: ConnectRequestId,
        new: ConnectRequestId,
    ) -> Result<(), Fault> {
        self.audit_request(tx, caller, "connect-request.replace", old, "replaced")
            .await?;
        self.audit_request(tx, caller, "connect-request.create", new, "reissued")
            .await
    }

    fn renewed(
        &self,
        old: Stored,
        application: &Application,
        now: Timestamp,
    ) -> Result<(Stored, IdentityCode), Fault> {
        let id = ConnectRequestId(self.0.ports.id());
        let code = self.new_code();
        let question = old
            .question
            .as_deref()
            .and_then(|sealed| {
                self.0
                    .sealer
                    .open("question", old.request.id.0.as_bytes(), sealed)
            })
            .ok_or(Fault::Unreadable("connect_request"))?;
        let stored = Stored {
            question: Some(self.0.sealer.seal(
                "question",
                id.0.as_bytes(),
                &question,
                &self.0.ports,
            )),
            code_digest: self.code_digest(&code),
            code_sealed: Some(self.seal_code(id, &code)),
            wrong_answers: application.policy.wrong_answers,
            request: ConnectRequest {
                id,
                made_at: now,
                expires_at: now + application.policy.lifetime(),
                code: Code::Usable,
                binding: None,
                ..old.request
            },
            ..old
        };
        Ok((stored, code))
    }

    /// Queues the mail with the code; another address than the stored one takes its place.
    pub async fn send_connect_mail(
        &self,
        caller: Caller,
        id: ConnectRequestId,
        email: &str,
    ) -> Outcome<(), SendRefusal> {
        let email = text::email(email, policy::EMAIL_MAX)
            .map_err(|error| Failure::Refused(SendRefusal::Address(error.into())))?;
        let mut tx = self.0.store.begin().await?;
        self.may_connect(&mut tx, caller)
            .await?
            .map_err(|why| Failure::Refused(SendRefusal::MayNot(why)))?;
        let Some(request) = self.lock_own(&mut tx, caller, id).await? else {
            return refuse(SendRefusal::NotFound);
        };
        if !request.shows_code(self.0.ports.now()) {
            return refuse(SendRefusal::Over);
        }
        let last = jobs::latest(&mut tx, mailing::CONNECT, id).await?;
        if last.is_some_and(|last| matches!(last.state, jobs::State::Queued | jobs::State::Leased))
            && request.email.as_deref() == Some(&email)
        {
            return refuse(SendRefusal::AlreadyQueued);
        }
        let request = request.mailed_to(email);
        table::update(&mut tx, &request).await?;
        self.queue(&mut tx, &MailJob::Connect { request: id })
            .await?;
        self.audit_request(&mut tx, caller, "connect-request.mail", id, "queued")
            .await?;
        tx.commit().await?;
        Ok(())
    }

    /// Writes a request whose code is over, with its tries wiped.
    pub(super) async fn end(&self, tx: &mut Tx, request: &ConnectRequest) -> Result<(), Fault> {
        table::update(tx, request).await?;
        crate::store::answer_tries::wipe(tx, request.id).await?;
        if ended_unused(request) {
            self.count(tx, request, Counted::Unused).await?;
        }
        Ok(())
    }

    pub(super) async fn lock_own(
        &self,
        tx: &mut Tx,
        caller: Caller,
        id: ConnectRequestId,
    ) -> Result<Option<ConnectRequest>, Fault> {
        let stored = table::lock(tx, id).await?;
        Ok(stored
            .map(|stored| stored.request)
            .filter(|request| request.application == caller.application))
    }

    async fn may_connect(
        &self,
        tx: &mut Tx,
        caller: Caller,
    ) -> Result<Result<(), MayNotConnect>, Fault> {
        Ok(self
            .application(tx, caller.application)
            .await?
            .may_connect())
    }

    pub(super) async fn audit_request(
        &self,
        tx: &mut Tx,
        caller: Caller,
        action: &'static str,
        id: ConnectRequestId,
        outcome: &'static str,
    ) -> Result<(), Fault> {
        let entry = Entry {
            application: Some(caller.application),
            actor: caller.actor,
            action,
            subject: Some(id.0),
            outcome,
        };
        self.audit(tx, entry).await
    }
}

fn taken(holder: &ConnectRequest) -> CreateRefusal {
    CreateRefusal::Taken {
        holder: holder.id,
        made_at: holder.made_at,
    }
}

fn renaming_taken(holder: &ConnectRequest) -> RenameRefusal {
    RenameRefusal::Taken {
        holder: holder.id,
        made_at: holder.made_at,
    }
}

fn changed_at(found: &request_list::Listing) -> Timestamp {
    let request = &found.request;
    let over = match request.code {
        Code::Usable => None,
        Code::Ended { at }
        | Code::Stopped { at }
        | Code::Refused { at }
        | Code::Replaced { at }
        | Code::Deleted { at } => Some(at),
    };
    let picked_up = request.binding.map(|binding| binding.last_at);
    let mailed = found.mail.as_ref().map(|(_, at)| *at);
    [over, picked_up, mailed]
        .into_iter()
        .flatten()
        .fold(request.made_at, Timestamp::max)
}
