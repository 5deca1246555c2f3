//! Connect requests from the clinic's side: who works on them, and what is shown of them. Made in `new_request`,
//! changed in `request_changes`, replaced in `reissue`.

use crate::audit::log::Entry;
use crate::outbox::mail_job::CONNECT;
use crate::{Actor, ConnectRequests, InternalError};
use domain::application::{Application, MayNotConnect, Rule};
use domain::audit::{Action, ActionOutcome};
use domain::connect_request::{Code, ConnectRequest, Listed, Proof, Standing};
use domain::connection::Connection;
use domain::external_id::ExternalId;
use domain::identity_code::IdentityCode;
use domain::ids::{ApplicationId, ConnectRequestId};
use domain::new_request::Origin;
use domain::staff::StaffContext;
use domain::timestamp::Timestamp;
use store::authorizations;
use store::connect_requests::{self as table, Stored};
use store::connections::{self, EndedBy};
use store::request_list::{self, Filter};
use store::{Tx, jobs};

/// On whose behalf, and by whom.
#[derive(Clone, Copy, Debug)]
pub struct Caller {
    pub application: ApplicationId,
    pub actor: Actor,
    pub origin: Origin,
}

impl Caller {
    /// The desk, worked by a member of staff.
    pub fn desk(staff: &StaffContext) -> Self {
        Self {
            application: staff.application,
            actor: Actor::Staff(staff.staff),
            origin: Origin::FrontDesk,
        }
    }

    /// The desk's screen in a patient's hands, who types what staff do not see.
    pub fn patient_at_desk(staff: &StaffContext) -> Self {
        Self {
            origin: Origin::Patient,
            ..Self::desk(staff)
        }
    }
}

/// The request that holds an external id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holder {
    pub id: ConnectRequestId,
    pub made_at: Timestamp,
}

impl From<ConnectRequest> for Holder {
    fn from(request: ConnectRequest) -> Self {
        Self {
            id: request.id,
            made_at: request.made_at,
        }
    }
}

/// One request with all the desk and the API show of it.
pub struct View {
    pub request: ConnectRequest,
    pub standing: Standing,
    pub now: Timestamp,
    /// While it works.
    pub code: Option<IdentityCode>,
    /// The question of a code that was stopped; None where the patient typed it unseen.
    pub question: Option<String>,
    /// What the connected patient granted, in the words they read.
    pub granted: Vec<Rule>,
    /// Whether the application, and not the patient, ended the last connection of its external id.
    pub given_up: bool,
    /// Other external ids of the clinic under which the same record is connected, in order.
    pub shared_with: Vec<ExternalId>,
    pub mail: Option<jobs::Latest>,
    /// Why a pair that is easy to guess was good enough.
    pub reason: Option<String>,
    /// What happened, oldest first: action, outcome, when.
    pub timeline: Vec<(Action, ActionOutcome, Timestamp)>,
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

impl ConnectRequests<'_> {
    /// A page of the application's requests.
    pub async fn list(
        self,
        application: ApplicationId,
        filter: &Filter,
    ) -> Result<Page, InternalError> {
        let now = self.ports().now();
        let mut tx = self.store().read().await?;
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
        self,
        application: ApplicationId,
        external_id: &str,
    ) -> Result<Option<Holder>, InternalError> {
        let Ok(external_id) = ExternalId::parse(external_id) else {
            return Ok(None);
        };
        let mut tx = self.store().read().await?;
        let holder = self.holding(&mut tx, application, &external_id).await?;
        Ok(holder.map(Holder::from))
    }

    /// The request that keeps an external id from another one.
    pub(crate) async fn holding(
        self,
        tx: &mut Tx,
        application: ApplicationId,
        external_id: &ExternalId,
    ) -> Result<Option<ConnectRequest>, InternalError> {
        let now = self.ports().now();
        let holder = table::holder(tx, application, external_id).await?;
        Ok(holder.filter(|holder| !holder.is_past_retention(now)))
    }

    /// The application's request that a code belongs to.
    pub async fn request_of_code(
        self,
        application: ApplicationId,
        code: &IdentityCode,
    ) -> Result<Option<ConnectRequestId>, InternalError> {
        let mut tx = self.store().read().await?;
        let Some(id) = table::find_by_code(&mut tx, &self.code_digest(code)).await? else {
            return Ok(None);
        };
        let own = table::find(&mut tx, application, id).await?;
        Ok(own.map(|stored| stored.request.id))
    }

    /// How many requests each of the desk's lists has; beyond [`domain::policy::COUNTED_MAX`] it is one more than that.
    pub async fn count(
        self,
        application: ApplicationId,
    ) -> Result<Vec<(Listed, u64)>, InternalError> {
        let mut tx = self.store().read().await?;
        Ok(request_list::counts(&mut tx, application, self.ports().now()).await?)
    }

    /// One request; None when the application has no such one.
    pub async fn find(
        self,
        application: ApplicationId,
        id: ConnectRequestId,
    ) -> Result<Option<View>, InternalError> {
        let mut tx = self.store().read().await?;
        let Some(stored) = table::find(&mut tx, application, id).await? else {
            return Ok(None);
        };
        let mail = jobs::latest(&mut tx, CONNECT, id).await?;
        let mut connected = false;
        let timeline = store::audits::of_subject(&mut tx, application.0, id.0)
            .await?
            .into_iter()
            // A connection that another request made first may have a past of its own.
            .filter(|link| {
                connected |= link.action == Action::ConnectRequestAuthorize.name();
                connected || link.subject_id == Some(id.0)
            })
            .filter_map(|link| {
                let action = Action::from_name(&link.action)?;
                let outcome = ActionOutcome::from_name(&link.outcome)?;
                Some((action, outcome, link.at.into()))
            })
            .collect();
        let external_id = &stored.request.external_id;
        let shared_with = connections::sharing(&mut tx, application, external_id).await?;
        let connected = connections::of_external_id(&mut tx, application, external_id).await?;
        let last = connected.iter().max_by_key(|row| row.span.until);
        let now = self.ports().now();
        let granted = match (&stored.request.binding, stored.request.connection) {
            (Some(binding), Connection::Connected { record, .. }) => {
                let live =
                    authorizations::live(&mut tx, application, binding.person, record).await?;
                live.map(|live| live.rules).unwrap_or_default()
            }
            _ => Vec::new(),
        };
        Ok(Some(View {
            now,
            granted,
            question: self.question_to_keep(&stored, now),
            given_up: last.is_some_and(|row| row.ended_by == Some(EndedBy::Application)),
            shared_with,
            standing: stored.request.standing(now),
            code: self.open_code(&stored),
            reason: stored.reason,
            application: self.application(&mut tx, application).await?,
            request: stored.request,
            mail,
            timeline,
        }))
    }

    /// The question of a stopped code, for the form that makes a new one. What the patient typed unseen stays so.
    fn question_to_keep(self, stored: &Stored, now: Timestamp) -> Option<String> {
        let request = &stored.request;
        let stopped = request.standing(now) == Standing::Stopped;
        let sealed = stored.question.as_deref();
        let sealed = sealed.filter(|_| stopped && request.proof == Proof::Question)?;
        let id = request.id.0;
        let opened = self.sealer().open_text("question", id.as_bytes(), sealed);
        opened.ok()
    }

    /// Writes a request whose code is over, with its tries wiped; `was` is the code before.
    pub(crate) async fn end(
        self,
        tx: &mut Tx,
        request: &ConnectRequest,
        was: Code,
    ) -> Result<(), InternalError> {
        table::update(tx, request).await?;
        store::answer_tries::wipe(tx, request.id).await?;
        self.installation().count_end(tx, request, was).await
    }

    pub(crate) async fn lock_own(
        self,
        tx: &mut Tx,
        caller: Caller,
        id: ConnectRequestId,
    ) -> Result<Option<ConnectRequest>, InternalError> {
        let stored = table::lock(tx, id).await?;
        Ok(stored
            .map(|stored| stored.request)
            .filter(|request| request.application == caller.application))
    }

    pub(crate) async fn may_connect(
        self,
        tx: &mut Tx,
        caller: Caller,
    ) -> Result<Result<(), MayNotConnect>, InternalError> {
        Ok(self
            .application(tx, caller.application)
            .await?
            .may_connect())
    }

    pub(crate) async fn audit_request(
        self,
        tx: &mut Tx,
        caller: Caller,
        action: Action,
        id: ConnectRequestId,
        outcome: ActionOutcome,
    ) -> Result<(), InternalError> {
        let entry = Entry {
            application: Some(caller.application),
            actor: caller.actor,
            action,
            subject: Some(id.0),
            outcome,
        };
        self.audit().record(tx, entry).await
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
    let connection = request.connection;
    let moved = connection.until().or(connection.since());
    let moved = moved.filter(|at| *at > request.made_at);
    [over, picked_up, mailed, moved]
        .into_iter()
        .flatten()
        .fold(request.made_at, Timestamp::max)
}
