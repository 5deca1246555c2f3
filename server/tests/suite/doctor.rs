//! What `doctor` finds at an installation that is well, and at one that is not.

use crate::support::{Act, Clinic, MailServer, Nowhere, on_each_database};
use domain::finding::{Check, Finding, Level};
use server::config::Config;
use server::doctor;
use service::mail::{Smtp, Transport};
use service::ports::Ports;
use std::net::SocketAddr;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::time::Duration;
use tokio::net::TcpListener;

/// Serves the clinic's pages for real.
async fn serve(clinic: &Clinic) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let router = clinic.router().clone();
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    tokio::spawn(async move { axum::serve(listener, service).await });
    format!("http://{address}")
}

async fn found(clinic: &Clinic, public_url: &str, transport: Transport) -> Vec<Finding> {
    let settings = format!("public_url = '{public_url}'");
    let config = clinic.config(&settings, transport);
    doctor::examine(&config, clinic.services().ports()).await
}

#[track_caller]
fn finds(findings: &[Finding], check: Check, level: Level, words: &str) {
    let finding = findings.iter().find(|finding| finding.check == check);
    let finding = finding.unwrap_or_else(|| panic!("no {check:?} in {findings:?}"));
    assert_eq!(finding.level, level, "{finding:?}");
    assert!(finding.words.contains(words), "no {words:?} in {finding:?}");
}

fn smtp(url: &str) -> Transport {
    Transport::Smtp(Smtp::parse(url, "localhost").expect("an address"))
}

#[tokio::test]
async fn a_healthy_installation_has_nothing_to_correct() {
    on_each_database(async |clinic| {
        clinic.set(Ports::system().now());
        let mail = MailServer::start(&[]).await;
        let transport = smtp(&format!("smtp://127.0.0.1:{}?tls=none", mail.port));
        let findings = found(clinic, &serve(clinic).await, transport).await;
        for (check, words) in [
            (Check::Database, "up to date"),
            (Check::KeyFile, "matches the database"),
            (Check::PublicUrl, "responds correctly"),
            (Check::Clock, "is correct"),
            (Check::Mail, "accepts email from us"),
            (Check::Worker, "No job is overdue"),
        ] {
            finds(&findings, check, Level::Ok, words);
        }
        assert!(findings.iter().any(|finding| finding.check == Check::Disk));
        assert!(!mail.heard().contains("MAIL FROM"), "no mail is sent");
    })
    .await;
}

#[tokio::test]
async fn the_key_file_must_be_there_fit_and_be_hidden() {
    on_each_database(async |clinic| {
        let key = clinic.folder.join("key");
        let bytes = std::fs::read(&key).expect("the key");
        let nowhere = Nowhere::new();
        let look = async || found(clinic, &nowhere.url(), Transport::None).await;
        let open = std::fs::Permissions::from_mode(0o644);
        std::fs::set_permissions(&key, open).expect("a mode");
        finds(&look().await, Check::KeyFile, Level::Warning, "chmod 600");
        std::fs::write(&key, "0123").expect("a file");
        finds(
            &look().await,
            Check::KeyFile,
            Level::Fault,
            "64 hexadecimal",
        );
        std::fs::write(&key, "ab".repeat(32)).expect("a file");
        finds(
            &look().await,
            Check::KeyFile,
            Level::Fault,
            "another database",
        );
        std::fs::remove_file(&key).expect("removed");
        finds(
            &look().await,
            Check::KeyFile,
            Level::Fault,
            "from your backup",
        );
        assert!(!key.exists(), "none is made in its place");
        std::fs::write(&key, bytes).expect("a file");
    })
    .await;
}

#[tokio::test]
async fn a_clock_that_is_half_a_minute_off_is_a_fault() {
    on_each_database(async |clinic| {
        let url = serve(clinic).await;
        for (seconds, level, words) in
            [(20, Level::Ok, "correct"), (40, Level::Fault, "differs by")]
        {
            clinic.set(Ports::system().now());
            clinic.advance(Duration::from_secs(seconds));
            let findings = found(clinic, &url, Transport::None).await;
            finds(&findings, Check::Clock, level, words);
            clinic.set(Ports::system().now());
            clinic.step_back(Duration::from_secs(seconds));
            let findings = found(clinic, &url, Transport::None).await;
            finds(&findings, Check::Clock, level, words);
        }
    })
    .await;
}

#[tokio::test]
async fn a_job_that_no_one_does_shows_that_no_worker_runs() {
    on_each_database(async |clinic| {
        clinic.invite_by_mail("MRN-1", "emma@example.org").await;
        let nowhere = Nowhere::new();
        let look = async || found(clinic, &nowhere.url(), Transport::None).await;
        clinic.advance(Duration::from_mins(5));
        finds(&look().await, Check::Worker, Level::Ok, "No job is overdue");
        clinic.advance(Duration::from_mins(1));
        finds(&look().await, Check::Worker, Level::Fault, "6 minutes");
        clinic.drain().await;
        finds(&look().await, Check::Worker, Level::Ok, "No job is overdue");
    })
    .await;
}

#[tokio::test]
async fn tables_of_another_version_are_told_of() {
    on_each_database(async |clinic| {
        let nowhere = Nowhere::new();
        let look = async || found(clinic, &nowhere.url(), Transport::None).await;
        let newer = "insert into _sqlx_migrations (version, description, installed_on, success, checksum, execution_time) \
            select 9999, description, installed_on, success, checksum, execution_time from _sqlx_migrations \
            where version = 1";
        let last = "delete from _sqlx_migrations where version = (select max(version) from _sqlx_migrations)";
        clinic.database.execute(last).await;
        finds(&look().await, Check::Database, Level::Warning, "1 migration behind");
        clinic.database.execute(newer).await;
        finds(&look().await, Check::Database, Level::Fault, "newer version");
    })
    .await;
}

#[tokio::test]
async fn the_public_url_must_lead_here_and_be_safe_to_type_into() {
    on_each_database(async |clinic| {
        let nowhere = Nowhere::new();
        let closed = found(clinic, &nowhere.url(), Transport::None).await;
        finds(
            &closed,
            Check::PublicUrl,
            Level::Fault,
            "Nothing is listening",
        );
        let mail = MailServer::start(&[]).await;
        let other = format!("http://127.0.0.1:{}", mail.port);
        let other = found(clinic, &other, Transport::None).await;
        finds(
            &other,
            Check::PublicUrl,
            Level::Fault,
            "not respond like a web server",
        );
        let plain = format!("https://127.0.0.1:{}", mail.port);
        let plain = found(clinic, &plain, Transport::None).await;
        finds(&plain, Check::PublicUrl, Level::Fault, "will not trust");
        let unknown = found(clinic, "https://nobody.invalid", Transport::None).await;
        finds(
            &unknown,
            Check::PublicUrl,
            Level::Fault,
            "cannot be resolved",
        );
        let exposed = found(clinic, "http://nobody.invalid", Transport::None).await;
        finds(&exposed, Check::PublicUrl, Level::Fault, "not encrypted");
    })
    .await;
}

#[tokio::test]
async fn a_mail_server_that_rejects_us_is_reported_without_the_password() {
    on_each_database(async |clinic| {
        let nowhere = Nowhere::new();
        let closed = nowhere.address().port();
        let stranger = MailServer::start(&[
            ("EHLO", Act::Say("250-here\r\n250 AUTH PLAIN")),
            ("AUTH", Act::Say("535 no")),
        ]);
        let stranger = stranger.await.port;
        for (port, words) in [
            (closed, "refused the connection"),
            (stranger, "rejected the user name or password"),
        ] {
            let url = format!("smtp://user:velvetwalnut@127.0.0.1:{port}?tls=none");
            let findings = found(clinic, &nowhere.url(), smtp(&url)).await;
            finds(&findings, Check::Mail, Level::Fault, words);
            finds(&findings, Check::Mail, Level::Fault, &port.to_string());
            assert!(!format!("{findings:?}").contains("velvetwalnut"));
        }
        let none = found(clinic, &nowhere.url(), Transport::None).await;
        finds(&none, Check::Mail, Level::Warning, "switched off");
    })
    .await;
}

#[tokio::test]
async fn looking_at_an_installation_that_is_not_there_yet_makes_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let home = folder.path().join("data");
    let nowhere = Nowhere::new();
    let settings = format!(
        "data_dir = '{}'\npublic_url = '{}'",
        home.display(),
        nowhere.url()
    );
    let config = Config::from_toml(&settings, Transport::None).expect("settings");
    let findings = doctor::examine(&config, &Ports::system()).await;
    finds(&findings, Check::Database, Level::Ok, "no database yet");
    finds(&findings, Check::KeyFile, Level::Ok, "no key file yet");
    finds(
        &findings,
        Check::Clock,
        Level::Warning,
        "could not be compared",
    );
    assert!(!home.exists());
}

#[tokio::test]
async fn a_database_that_does_not_answer_is_a_fault_without_its_password() {
    let nowhere = Nowhere::new();
    let (closed, url) = (nowhere.address(), nowhere.url());
    let settings =
        format!("database_url = 'postgres://pc:velvetwalnut@{closed}/pc'\npublic_url = '{url}'");
    let config = Config::from_toml(&settings, Transport::None).expect("settings");
    let findings = doctor::examine(&config, &Ports::system()).await;
    finds(&findings, Check::Database, Level::Fault, "cannot be used");
    assert!(
        findings
            .iter()
            .all(|finding| finding.check != Check::Worker)
    );
    assert!(!format!("{findings:?}").contains("velvetwalnut"));
}

/// The command itself, over an empty folder.
fn command(folder: &Path, url: &str, json: bool) -> (Option<i32>, String) {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_patient-connect"));
    command
        .arg("doctor")
        .args(json.then_some("--json"))
        .env_clear()
        .env("PATIENT_CONNECT_DATA_DIR", folder)
        .env("PATIENT_CONNECT_PUBLIC_URL", url);
    let output = command.output().expect("a command that runs");
    let text = String::from_utf8(output.stdout).expect("text");
    (output.status.code(), text)
}

#[test]
fn doctor_prints_findings_as_lines_or_json_and_fails_on_any_fault() {
    let folder = tempfile::tempdir().expect("a folder");
    let nowhere = Nowhere::new();
    let url = nowhere.url();
    let (code, lines) = command(folder.path(), &url, false);
    assert_eq!(code, Some(1));
    assert!(
        lines.starts_with("ok       There is no database yet."),
        "{lines}"
    );
    assert!(
        lines.contains(&format!("\nfailed   Nothing is listening at {url}.")),
        "{lines}"
    );
    let (code, text) = command(folder.path(), &url, true);
    assert_eq!(code, Some(1));
    let report: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(report["ok"], false);
    assert_eq!(report["checks"][0]["check"], "database");
    assert_eq!(report["checks"][0]["level"], "ok");
    assert_eq!(report["checks"][2]["check"], "public-url");
    assert_eq!(report["checks"][2]["level"], "fault");
}
