//! A clinic's application with a key of the API, on each database of the suite.

use super::Clinic as Installation;
use domain::clinic_settings::Setting;
use domain::ids::ApplicationId;
use domain::timestamp::Timestamp;
use service::{Administrator, ApplicationChange, Services};
use std::time::Duration;

/// An application that was added after those of the suite, and its key.
pub struct Clinic<'a> {
    installation: &'a Installation,
    pub services: Services,
    pub application: ApplicationId,
    pub key: String,
}

impl Clinic<'_> {
    pub fn advance(&self, by: Duration) {
        self.installation.advance(by);
    }

    /// One more application, and its key.
    pub async fn add_application(&self, change: ApplicationChange) -> (ApplicationId, String) {
        add_application(&self.services, change).await
    }
}

async fn add_application(
    services: &Services,
    change: ApplicationChange,
) -> (ApplicationId, String) {
    let change = change
        .with(Setting::Name, "Lakeside Family Clinic")
        .with(Setting::Phone, "555-0100");
    let id = services
        .applications()
        .add(None, change, false)
        .await
        .expect("an application");
    let by = Administrator::at_command_line(id);
    let key = services
        .applications()
        .add_api_key(by, false)
        .await
        .expect("a key");
    (id, key)
}

/// Runs a test of the API on each database.
pub async fn on_each_database(test: impl AsyncFn(&Clinic<'_>)) {
    super::on_each_database(async |installation| {
        installation.set(Timestamp::parse("2026-11-23T08:00:00Z").expect("a time"));
        let services = installation.services().clone();
        let (application, key) = add_application(&services, ApplicationChange::default()).await;
        let clinic = Clinic {
            installation,
            services,
            application,
            key,
        };
        test(&clinic).await;
    })
    .await;
}
