//! What tests of the server stand on: a clinic on each database, a clock that stands still, seeded entropy.

#[path = "../suite/support/template.rs"]
mod template;

use domain::clinic_settings::Setting;
use domain::ids::ApplicationId;
use domain::timestamp::Timestamp;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use service::ports::{Clock, Ports};
use service::{Administrator, ApplicationChange, Services};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;
use store::Store;
use template::PostgresDatabase;

/// Where the tests find a PostgreSQL; without it they run on SQLite alone.
const POSTGRES_URL: &str = "PATIENT_CONNECT_TEST_POSTGRES_URL";

/// A clock that moves only when told to.
#[derive(Debug)]
pub struct StillClock(AtomicI64);

impl StillClock {
    pub fn advance(&self, by: Duration) {
        let micros = i64::try_from(by.as_micros()).expect("a span of some years at most");
        self.0.fetch_add(micros, Ordering::SeqCst);
    }
}

impl Clock for StillClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_micros(self.0.load(Ordering::SeqCst))
    }
}

/// Services over a new database, and one application with its key.
pub struct Clinic {
    pub services: Services,
    pub clock: Arc<StillClock>,
    pub application: ApplicationId,
    pub key: String,
}

impl Clinic {
    async fn open(url: &str, folder: &Path) -> Self {
        let start = Timestamp::parse("2026-11-23T08:00:00Z").expect("a time");
        let clock = Arc::new(StillClock(AtomicI64::new(start.micros())));
        let ports = Ports::new(clock.clone(), Box::new(ChaCha20Rng::seed_from_u64(1)));
        let store = Store::open(url).await.expect("a database");
        let key_file = folder.join("key");
        let services = Services::open(store, &key_file, "http://127.0.0.1:3000", &[], ports)
            .await
            .expect("services");
        let (application, key) = add_application(&services, ApplicationChange::default()).await;
        Self {
            services,
            clock,
            application,
            key,
        }
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
    let change = ApplicationChange {
        settings: vec![
            (Setting::Name, "Lakeside Family Clinic".into()),
            (Setting::Phone, "555-0100".into()),
        ],
        ..change
    };
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

/// Runs a test on SQLite in a temporary folder, then on a PostgreSQL database of its own where there is a server.
pub async fn on_each_database(test: impl AsyncFn(&Clinic)) {
    let folder = tempfile::tempdir().expect("a folder");
    let url = template::sqlite(folder.path()).await;
    run(&test, &url, folder.path()).await;

    if let Ok(server) = std::env::var(POSTGRES_URL) {
        let folder = tempfile::tempdir().expect("a folder");
        let database = PostgresDatabase::create(&server).await;
        run(&test, &database.url(), folder.path()).await;
        database.drop().await;
    }
}

async fn run(test: &impl AsyncFn(&Clinic), url: &str, folder: &Path) {
    let clinic = Clinic::open(url, folder).await;
    test(&clinic).await;
    clinic.services.store().close().await;
}
