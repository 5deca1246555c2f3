//! An application: a clinic's system that is allowed to make requests.

use super::accent::Accent;
use super::challenge::AnswerMode;
use super::ids::ApplicationId;
use super::policy::Policy;
use super::thing::Permission;
use super::timestamp::Timestamp;
use super::zone::Zone;
use crate::named;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

named! {
    /// What sort of system it is. The `ConnectPackage` methods are never for a mobile one.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Kind {
        Web = "web",
        Mobile = "mobile",
    }
}

/// One thing an application asks for, in words a patient reads, and what that lets it do while no one is there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// What they will see or do, as "Read your medicines".
    pub name: String,
    /// Why, in one sentence.
    pub why: String,
    /// Whether the patient may leave it out.
    #[serde(default)]
    pub optional: bool,
    #[serde(default)]
    pub permissions: Vec<Permission>,
    /// The types of things that the permissions are for.
    #[serde(default)]
    pub types: Vec<Uuid>,
}

impl Rule {
    /// Whether it lets the application do this to things of the type.
    pub fn lets(&self, permission: Permission, type_id: Uuid) -> bool {
        self.permissions.contains(&permission) && self.types.contains(&type_id)
    }
}

/// A clinic's picture, as it is served: a PNG named by its content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logo {
    pub application: ApplicationId,
    pub digest: String,
    pub width: u32,
    pub height: u32,
}

impl Logo {
    /// Where it is served.
    pub fn path(&self) -> String {
        format!("/clinic/{}/logo/{}.png", self.application, self.digest)
    }
}

named! {
    /// A part of what a manager sets; each has a page.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub enum Section {
        #[default]
        Clinic = "clinic",
        Contact = "contact",
        Looks = "looks",
        Success = "success",
        Statements = "statements",
        Codes = "codes",
        Reminders = "reminders",
        Staff = "staff",
    }
}

#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a setting of its own, and not a state"
)]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Application {
    pub id: ApplicationId,
    pub kind: Kind,
    /// The clinic's name as patients know it.
    pub name: String,
    pub phone: String,
    /// What it is, in a sentence; empty where it says nothing.
    pub description: String,
    /// The lines of its postal address; may be empty.
    pub address: String,
    /// May be empty.
    pub opening_hours: String,
    /// Dates that its patients and staff read are in it.
    pub time_zone: Zone,
    /// Its own colour on patients' pages.
    pub accent: Option<Accent>,
    pub logo: Option<Logo>,
    /// Where a patient's reply to a mail goes.
    pub email: Option<String>,
    /// What the patient reads once connected ("Patient Connect Success Message").
    pub success_message: String,
    pub privacy_url: Option<String>,
    pub terms_url: Option<String>,
    /// Whether the `ConnectPackage` methods were selected for it.
    pub connect_methods: bool,
    pub rules: Vec<Rule>,
    pub policy: Policy,
    pub answer_mode: AnswerMode,
    /// Whether patients who have not used their code are reminded of it.
    pub reminders: bool,
    /// Whether sessions whose signed content carries no time (version 1 of the platform's) may be opened.
    pub platform_v1_sessions: bool,
    /// Whether its staff need an authenticator beside their password.
    pub staff_authenticator: bool,
    /// Made by the demonstration, and renewed by it.
    pub demonstration: bool,
}

/// The application may not make connect requests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MayNotConnect {
    Mobile,
    MethodsNotSelected,
}

impl Application {
    /// An application with the default of each setting: without a name and a phone number, and with the `ConnectPackage`
    /// methods where its kind may have them.
    pub fn new(id: ApplicationId, kind: Kind) -> Self {
        Self {
            id,
            kind,
            name: String::new(),
            phone: String::new(),
            description: String::new(),
            address: String::new(),
            opening_hours: String::new(),
            time_zone: Zone::UTC,
            accent: None,
            logo: None,
            email: None,
            success_message: String::new(),
            privacy_url: None,
            terms_url: None,
            connect_methods: kind == Kind::Web,
            rules: Vec::new(),
            policy: Policy::default(),
            answer_mode: AnswerMode::default(),
            reminders: true,
            platform_v1_sessions: true,
            staff_authenticator: true,
            demonstration: false,
        }
    }

    /// When a code that is made now ends: with the day that its letter names, as the clinic counts days.
    pub fn code_ends_at(&self, now: Timestamp) -> Timestamp {
        self.time_zone.end_of_day(now, self.policy.lifetime_days)
    }

    /// Whether it may make, change and delete connect requests, whichever door it comes by.
    pub fn may_connect(&self) -> Result<(), MayNotConnect> {
        match (self.kind, self.connect_methods) {
            (Kind::Mobile, _) => Err(MayNotConnect::Mobile),
            (Kind::Web, false) => Err(MayNotConnect::MethodsNotSelected),
            (Kind::Web, true) => Ok(()),
        }
    }
}
