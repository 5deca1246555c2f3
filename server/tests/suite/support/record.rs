//! A connected patient's record, as an application's client sees it.

use super::platform::{Client, Reply};
use super::{Browser, Clinic, Invitation};
use domain::application::Rule;
use domain::thing::{KINDS, Permission};
use service::{Administrator, ApplicationChange};

/// A patient who is connected, and the client of the application.
pub struct Connected {
    pub client: Client,
    pub person: String,
    pub record: String,
    pub browser: Browser,
    pub invitation: Invitation,
}

impl Connected {
    pub async fn new(clinic: &Clinic) -> Self {
        let client = Client::of(clinic).await;
        let invitation = clinic.invite("MRN-1").await;
        let browser = clinic.person("Emma", "emma@example.org").await;
        clinic.connect(&browser, &invitation, "Emma").await;
        let polled = client
            .call(clinic, "GetAuthorizedConnectRequests", 1, "")
            .await
            .is(0);
        Self {
            client,
            person: polled.first("person-id"),
            record: polled.first("record-id"),
            browser,
            invitation,
        }
    }

    pub fn at(&self) -> (&str, &str) {
        (&self.person, &self.record)
    }

    pub async fn call(&self, clinic: &Clinic, method: &str, version: u32, info: &str) -> Reply {
        self.client
            .call_at(clinic, method, version, self.at(), info)
            .await
    }

    pub async fn put(&self, clinic: &Clinic, things: &str) -> Reply {
        self.call(clinic, "PutThings", 2, things).await
    }

    pub async fn get(&self, clinic: &Clinic, group: &str) -> Reply {
        let info = format!(
            "<group>{group}<format><section>core</section><section>audits</section><xml/></format></group>"
        );
        self.call(clinic, "GetThings", 3, &info).await
    }
}

impl Connected {
    /// The application may do everything to things of every known kind.
    pub async fn to_everything(clinic: &Clinic) -> Self {
        let all = Rule {
            name: "See and keep everything".into(),
            why: "So that we treat you well".into(),
            permissions: Permission::ALL.to_vec(),
            types: KINDS.iter().map(|kind| kind.id).collect(),
            ..Rule::default()
        };
        ask_for(clinic, vec![all]).await;
        Self::new(clinic).await
    }
}

/// What the application asks for from now on.
pub async fn ask_for(clinic: &Clinic, rules: Vec<Rule>) {
    let change = ApplicationChange {
        rules: Some(rules),
        ..ApplicationChange::default()
    };
    let by = Administrator::at_command_line(clinic.application);
    let set = clinic.services().applications().set(by, change).await;
    set.expect("changed");
}
