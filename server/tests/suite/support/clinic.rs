//! A clinic of the installation under test: its application, its desk, its clock, its outbox.

use super::{Browser, Database, Page, Phone};
use axum::Router;
use domain::application::Rule;
use domain::clinic_settings::{NO, Setting};
use domain::event::{Event, EventKind};
use domain::ids::{ApplicationId, ConnectRequestId, StaffId};
use domain::new_request::Draft;
use domain::policy::LIFETIME_DAYS;
use domain::staff::{Role, StaffContext};
use domain::thing::{Permission, types_named};
use domain::timestamp::Timestamp;
use domain::zone::Zone;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use server::Assembly;
use server::config::Config;
use service::mail::{Envelope, Memory, Transport};
use service::ports::{Clock, Ports};
use service::{ApplicationChange, Caller, Services};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;
use tokio::sync::Notify;

pub const ORIGIN: &str = "http://127.0.0.1:3000";
pub const QUESTION: &str = "Which two words did we agree on?";
pub const ANSWER: &str = "Velvet Walnut";
pub const PASSWORD: &str = "three words together";
/// What is asked where a letter names another record.
pub const RIGHT_RECORD: &str = "Is this the right record?";
pub const SUCCESS: &str = "Your results arrive within two working days.";

/// A clock that moves only when told to, and tells when it is read.
#[derive(Debug)]
pub struct StillClock {
    micros: AtomicI64,
    read: Notify,
}

impl Clock for StillClock {
    fn now(&self) -> Timestamp {
        self.read.notify_waiters();
        self.time()
    }
}

impl StillClock {
    fn time(&self) -> Timestamp {
        Timestamp::from_micros(self.micros.load(Ordering::SeqCst))
    }
}

/// A request made for one patient, as the letter carries it.
#[derive(Clone, Debug)]
pub struct Invitation {
    pub id: ConnectRequestId,
    pub code: String,
    pub external_id: String,
}

/// The installation, with one clinic on it.
pub struct Clinic {
    pub assembly: Assembly,
    pub application: ApplicationId,
    pub staff: StaffContext,
    pub database: Database,
    pub folder: PathBuf,
    clock: Arc<StillClock>,
    memory: Memory,
    url: String,
}

impl Clinic {
    pub async fn open(url: &str, folder: &Path, transport: Transport, memory: Memory) -> Self {
        let start = Timestamp::parse("2026-05-04T08:00:00Z").expect("a time");
        let clock = Arc::new(StillClock {
            micros: AtomicI64::new(start.micros()),
            read: Notify::new(),
        });
        let assembly = assemble(url, folder, clock.clone(), 1, transport).await;
        let (application, staff) = settle(&assembly.services).await;
        Self {
            assembly,
            application,
            staff,
            database: Database::open(url).await,
            folder: folder.to_owned(),
            clock,
            memory,
            url: url.to_owned(),
        }
    }

    /// One more process on the same database, key and clock.
    pub async fn another_process(&self, transport: Transport) -> Assembly {
        assemble(&self.url, &self.folder, self.clock.clone(), 2, transport).await
    }

    /// One more process with settings of its own; it sends no mail.
    pub async fn process_with(&self, settings: &str) -> Assembly {
        let config = self.config(settings, Transport::None);
        let rng = ChaCha20Rng::seed_from_u64(3);
        let ports = Ports::new(self.clock.clone(), Box::new(rng));
        server::assemble(config, ports).await.expect("a server")
    }

    /// This installation's settings, and some more.
    pub fn config(&self, more: &str, transport: Transport) -> Config {
        config(&self.url, &self.folder, more, transport)
    }

    pub fn services(&self) -> &Services {
        &self.assembly.services
    }

    pub fn router(&self) -> &Router {
        &self.assembly.router
    }

    pub fn is_postgres(&self) -> bool {
        matches!(self.database, Database::Postgres(_))
    }

    /// A new visitor at an address of their own network.
    pub fn browser(&self) -> Browser {
        Browser::new(self.router(), "192.0.2.10")
    }

    pub fn browser_from(&self, address: &str) -> Browser {
        Browser::new(self.router(), address)
    }

    pub fn now(&self) -> Timestamp {
        self.clock.time()
    }

    /// Waits for what a process that works by itself does to the database: looks again whenever a process reads the
    /// clock, which each does before and after its work.
    pub async fn until(&self, mut done: impl AsyncFnMut() -> bool) {
        loop {
            let read = self.clock.read.notified();
            if done().await {
                return;
            }
            read.await;
        }
    }

    pub fn advance(&self, by: Duration) {
        self.set(self.now() + by);
    }

    /// When a code that is made now ends.
    pub fn code_end(&self) -> Timestamp {
        Zone::UTC.end_of_day(self.now(), LIFETIME_DAYS)
    }

    pub fn step_back(&self, by: Duration) {
        self.set(self.now() - by);
    }

    pub fn set(&self, to: Timestamp) {
        self.clock.micros.store(to.micros(), Ordering::SeqCst);
    }

    /// Does every job that is due.
    pub async fn drain(&self) -> u64 {
        self.assembly.worker.drain().await.expect("jobs")
    }

    /// All mail so far; what waits is sent first.
    pub async fn mail(&self) -> Vec<Envelope> {
        self.drain().await;
        self.memory.sent()
    }

    /// The last mail to an address.
    pub async fn last_mail_to(&self, address: &str) -> Envelope {
        let sent = self.mail().await;
        let last = sent.into_iter().rev().find(|mail| mail.to == address);
        last.unwrap_or_else(|| panic!("no mail to {address}"))
    }

    /// The path of the link in the last mail to an address that has one to there: others may have been sent with it.
    pub async fn mailed_link(&self, address: &str, to: &str) -> String {
        let sent = self.mail().await.into_iter().rev();
        let mut ours = sent.filter(|mail| mail.to == address);
        let token = ours.find_map(|mail| {
            let (_, token) = mail.mail.text.split_once(to)?;
            token.split_whitespace().next().map(str::to_owned)
        });
        let token = token.unwrap_or_else(|| panic!("no link to {to} for {address}"));
        format!("{to}{token}")
    }

    /// Another clinic's application on the same installation.
    pub async fn another_application(&self) -> ApplicationId {
        let change = ApplicationChange {
            settings: vec![
                (Setting::Name, "Hillside Clinic".into()),
                (Setting::Phone, "01632 960 456".into()),
                (Setting::StaffAuthenticator, NO.into()),
            ],
            ..ApplicationChange::default()
        };
        let added = self.services().applications().add(None, change, false);
        added.await.expect("an application")
    }

    /// One more of the staff, at our own desk.
    pub async fn colleague(&self, name: &str, email: &str, role: Role) -> StaffId {
        self.colleague_at(self.application, name, email, role).await
    }

    /// One of the staff of any desk.
    pub async fn colleague_at(
        &self,
        application: ApplicationId,
        name: &str,
        email: &str,
        role: Role,
    ) -> StaffId {
        self.services()
            .staff()
            .add(name, email, PASSWORD, role, Some(application))
            .await
            .expect("a colleague")
    }

    /// A browser that signed in to a desk.
    pub async fn at_the_desk(&self, email: &str) -> Browser {
        let browser = self.browser();
        let fields = [("email", email), ("password", PASSWORD)];
        let page = browser.post("/staff/sign-in", &fields).await;
        page.leads_to("/staff");
        browser
    }

    /// Someone who runs the installation.
    pub async fn operator(&self, email: &str) {
        let operator = self
            .services()
            .staff()
            .add("Olu", email, PASSWORD, Role::Operator, None);
        operator.await.expect("an operator");
    }

    /// A browser that one of them signed in with.
    pub async fn at_the_installation(&self, email: &str) -> Browser {
        self.operator(email).await;
        let browser = self.browser();
        let fields = [("email", email), ("password", PASSWORD)];
        let page = browser.post("/staff/sign-in", &fields).await;
        page.leads_to("/staff/authenticator");
        Phone::set_up(self, &browser).await;
        browser
    }

    /// The manager's own.
    pub async fn manager(&self) -> Browser {
        self.at_the_desk("robin@clinic.example").await
    }

    /// A request as the desk makes it.
    pub async fn invite(&self, external_id: &str) -> Invitation {
        self.invite_by_mail(external_id, "").await
    }

    pub async fn invite_by_mail(&self, external_id: &str, email: &str) -> Invitation {
        self.invite_with(self.desk(), external_id, "Emma's record", email)
            .await
    }

    /// A letter with a name of its own.
    pub async fn invite_for(&self, external_id: &str, friendly_name: &str) -> Invitation {
        self.invite_with(self.desk(), external_id, friendly_name, "")
            .await
    }

    pub async fn invite_with(
        &self,
        caller: Caller,
        external_id: &str,
        friendly_name: &str,
        email: &str,
    ) -> Invitation {
        let draft = Draft {
            friendly_name: friendly_name.into(),
            question: QUESTION.into(),
            answer: ANSWER.into(),
            external_id: external_id.into(),
            email: email.into(),
            ..Draft::default()
        };
        let made = self
            .services()
            .connect_requests()
            .create(caller, &draft, None)
            .await
            .expect("a request");
        Invitation {
            id: made.request.id,
            code: made.code.to_string(),
            external_id: external_id.into(),
        }
    }

    pub async fn reissue(&self, invitation: &Invitation) -> Invitation {
        let made = self
            .services()
            .connect_requests()
            .reissue(self.desk(), invitation.id)
            .await
            .expect("a new code");
        Invitation {
            id: made.request.id,
            code: made.code.to_string(),
            external_id: invitation.external_id.clone(),
        }
    }

    pub async fn withdraw(&self, invitation: &Invitation) {
        self.services()
            .connect_requests()
            .delete(self.desk(), invitation.id)
            .await
            .expect("withdrawn");
    }

    pub fn desk(&self) -> Caller {
        Caller::desk(&self.staff)
    }

    /// The application's log, from its start.
    pub async fn events(&self) -> Vec<Event> {
        let (mut events, mut after) = (Vec::new(), 0);
        loop {
            let page =
                self.services()
                    .applications()
                    .events(self.application, after, Duration::ZERO);
            let page = page.await.expect("the log");
            if page.events.is_empty() {
                return events;
            }
            after = page.next;
            events.extend(page.events);
        }
    }

    pub async fn event_kinds(&self) -> Vec<EventKind> {
        self.events().await.iter().map(|event| event.kind).collect()
    }

    /// A new account, made through the pages; its browser is signed in.
    pub async fn person(&self, name: &str, email: &str) -> Browser {
        let browser = self.browser();
        self.create_account(&browser, name, email).await;
        browser
    }

    /// Fills in both forms of the account's page.
    pub async fn create_account(&self, browser: &Browser, name: &str, email: &str) {
        let details = [("name", name), ("email", email), ("password", PASSWORD)];
        let page = browser.post("/create-account", &details).await;
        page.leads_to("/create-account");
        let digits = digits_in(&self.last_mail_to(email).await);
        let page = browser
            .post("/create-account", &[("digits", &digits)])
            .await;
        page.has_status(303);
    }

    /// The first two steps: the code and the right answer.
    pub async fn answer(&self, browser: &Browser, invitation: &Invitation) {
        browser
            .post("/connect", &[("code", &invitation.code)])
            .await
            .leads_to("/connect/question");
        browser
            .post("/connect/question", &[("answer", ANSWER)])
            .await
            .has_status(303);
    }

    /// All steps of someone who is signed in, up to a new record's page with the decision. Where the names differ,
    /// they mean the record all the same.
    pub async fn come_to_the_decision(
        &self,
        browser: &Browser,
        invitation: &Invitation,
        record: &str,
    ) -> Page {
        let page = self.come_to_the_question(browser, invitation, record).await;
        if page.heading() != RIGHT_RECORD {
            return page;
        }
        let this = [("question", "record"), ("record_check", "this")];
        browser
            .post("/connect/authorize", &this)
            .await
            .leads_to("/connect/authorize");
        browser.get("/connect/authorize").await
    }

    /// The same, up to the page that follows the choice of a record.
    pub async fn come_to_the_question(
        &self,
        browser: &Browser,
        invitation: &Invitation,
        record: &str,
    ) -> Page {
        self.answer(browser, invitation).await;
        let fields = match record.parse::<uuid::Uuid>() {
            Ok(_) => [("record", record), ("record_name", "")],
            Err(_) => [("record", "new"), ("record_name", record)],
        };
        browser
            .post("/connect/record", &fields)
            .await
            .leads_to("/connect/authorize");
        browser.get("/connect/authorize").await
    }

    /// The whole way of someone who is signed in.
    pub async fn connect(&self, browser: &Browser, invitation: &Invitation, record: &str) {
        let page = self.come_to_the_decision(browser, invitation, record).await;
        let meant = page.kept("record_check").unwrap_or_default();
        let decision = [("decision", "authorize"), ("record_check", &meant)];
        browser
            .post("/connect/authorize", &decision)
            .await
            .leads_to("/connect/done");
    }
}

/// The six digits of a mail.
#[track_caller]
pub fn digits_in(mail: &Envelope) -> String {
    mail.mail
        .text
        .split(|sign: char| !sign.is_ascii_digit())
        .find(|run| run.len() == 6)
        .map_or_else(|| panic!("no digits in {}", mail.mail.text), str::to_owned)
}

fn config(url: &str, folder: &Path, more: &str, transport: Transport) -> Config {
    let folder = folder.display();
    let settings = format!("data_dir = '{folder}'\ndatabase_url = '{url}'\n{more}");
    Config::from_toml(&settings, transport).expect("settings")
}

async fn assemble(
    url: &str,
    folder: &Path,
    clock: Arc<StillClock>,
    seed: u64,
    transport: Transport,
) -> Assembly {
    let settings = "callback_networks = '127.0.0.1'\nfonts = 'none'";
    let config = config(url, folder, settings, transport);
    let rng = ChaCha20Rng::seed_from_u64(seed);
    let ports = Ports::new(clock, Box::new(rng));
    server::assemble(config, ports).await.expect("a server")
}

async fn settle(services: &Services) -> (ApplicationId, StaffContext) {
    let rule = |name: &str, optional, permissions: &[Permission], kind: &str| Rule {
        name: name.into(),
        why: "So that we treat you well".into(),
        optional,
        permissions: permissions.to_vec(),
        types: types_named(&[kind]),
    };
    let change = ApplicationChange {
        settings: vec![
            (Setting::Name, "Lakeside Clinic".into()),
            (Setting::Phone, "01632 960 123".into()),
            (Setting::SuccessMessage, SUCCESS.into()),
            (Setting::StaffAuthenticator, NO.into()),
        ],
        rules: Some(vec![
            rule("See your medicines", false, &Permission::ALL, "Medication"),
            rule(
                "See your weight",
                true,
                &[Permission::Read],
                "Weight Measurement",
            ),
        ]),
        ..ApplicationChange::default()
    };
    let application = services.applications().add(None, change, false);
    let application = application.await.expect("an application");
    let staff = services
        .staff()
        .add(
            "Robin",
            "robin@clinic.example",
            PASSWORD,
            Role::Manager,
            Some(application),
        )
        .await
        .expect("staff");
    let context = StaffContext {
        staff,
        application,
        role: Role::Manager,
        name: "Robin".into(),
        clinic: String::new(),
        time_zone: Zone::UTC,
    };
    (application, context)
}
