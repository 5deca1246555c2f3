//! The first start: one link makes the first clinic and its manager, and says how mail leaves; then it is dead.

use crate::support::{Act, Browser, Clinic, MailServer, Page, on_each_database};
use domain::outgoing_mail::{MailServer as Server, MailSettings, Security};
use server::Assembly;
use service::Operator;
use service::mail::{Folder, Memory, Transport};
use std::path::Path;
use std::time::Duration;

const MANAGER: &str = "alex@hillside.example";
const SECRET: &str = "four words quite apart";

/// A process on the same database, as if no one had ever worked here. What the configuration does not say about mail is
/// open.
async fn untouched(clinic: &Clinic, transport: Transport) -> Assembly {
    let nobody =
        "delete from audit; delete from audit_head; delete from staff; delete from application";
    clinic.database.execute(nobody).await;
    clinic.another_process(transport).await
}

fn files(clinic: &Clinic) -> Transport {
    Transport::File(Folder::new(clinic.folder.join("mail")))
}

async fn link(process: &Assembly) -> String {
    let link = process
        .services
        .installation()
        .set_up_link()
        .await
        .expect("an answer");
    let link = link.expect("a link");
    let path = link
        .strip_prefix("http://127.0.0.1:3000")
        .expect("our address");
    path.to_owned()
}

fn visitor(process: &Assembly) -> Browser {
    Browser::new(&process.router, "192.0.2.77")
}

const PEOPLE: [(&str, &str); 5] = [
    ("clinic", "Hillside Clinic"),
    ("phone", "01632 960 456"),
    ("name", "Alex Marlow"),
    ("email", MANAGER),
    ("password", SECRET),
];

/// Sends the page's form: who, and how mail leaves.
async fn send(browser: &Browser, link: &str, mail: &[(&str, &str)]) -> Page {
    let fields: Vec<_> = PEOPLE.iter().chain(mail).copied().collect();
    browser.post(link, &fields).await
}

const WITHOUT: [(&str, &str); 1] = [("mail", "none")];

/// How the stored settings name a scripted server.
fn server(port: u16) -> MailSettings {
    MailSettings::Server {
        server: Server {
            host: "127.0.0.1".into(),
            port,
            security: Security::Off,
            login: None,
        },
        from: "desk@hillside.example".into(),
    }
}

#[tokio::test]
async fn one_link_makes_the_first_clinic_and_its_manager_and_is_dead() {
    on_each_database(async |clinic| {
        let process = untouched(clinic, files(clinic)).await;
        let link = link(&process).await;
        let browser = visitor(&process);
        browser.get(&link).await.says("Set up Patient Connect");
        send(&browser, &link, &WITHOUT)
            .await
            .leads_to("/set-up/done");
        browser
            .get("/set-up/done")
            .await
            .says("Sign in with the email address");
        let pair = [("email", MANAGER), ("password", SECRET)];
        browser.post("/staff/sign-in", &pair).await.has_status(303);

        let before = clinic.database.dump().await;
        for page in [
            browser.get(&link).await,
            send(&browser, &link, &WITHOUT).await,
        ] {
            page.has_status(404);
            page.says("This link no longer works");
        }
        assert_eq!(clinic.database.dump().await, before);
        assert_eq!(
            process
                .services
                .installation()
                .set_up_link()
                .await
                .expect("an answer"),
            None
        );
        let logged = "select action from audit where action not like '%sign-in' order by action";
        let logged = clinic.database.texts(logged).await;
        assert_eq!(
            logged,
            ["application.add", "installation.set-mail", "staff.add"]
        );
        let (_, broken) = process.services.audit().verify().await.expect("the log");
        assert!(broken.is_empty());
    })
    .await;
}

#[tokio::test]
async fn the_first_clinic_gets_the_zone_that_was_chosen() {
    on_each_database(async |clinic| {
        let process = untouched(clinic, files(clinic)).await;
        let link = link(&process).await;
        let browser = visitor(&process);
        let form = browser.get(&link).await;
        let chosen = "select[name=time_zone] option[selected]";
        assert_eq!(form.attributes(chosen, "value"), ["UTC"]);
        // The browser may propose its own by a script that the policy lets run.
        let nonces = form.attributes("script", "nonce");
        assert_eq!(nonces.len(), 1);
        let policy = form.header("content-security-policy");
        assert!(
            policy.contains(&format!("'nonce-{}'", nonces[0])),
            "{policy}"
        );
        let send = async |zone| {
            let more = [WITHOUT[0], ("time_zone", zone)];
            send(&browser, &link, &more).await
        };
        let wrong = send("Mars/Olympus").await;
        wrong.has_status(422);
        assert!(wrong.error_at("time_zone").is_some());
        send("America/Los_Angeles").await.leads_to("/set-up/done");
        let zones = clinic.database.texts("select time_zone from application");
        assert_eq!(zones.await, ["America/Los_Angeles"]);
    })
    .await;
}

#[tokio::test]
async fn a_new_start_prints_a_new_link_and_only_that_works() {
    on_each_database(async |clinic| {
        let process = untouched(clinic, files(clinic)).await;
        let old = link(&process).await;
        let new = link(&process).await;
        assert_ne!(old, new);
        let browser = visitor(&process);
        for dead in [
            old.as_str(),
            "/set-up/nobodys-token",
            "/set-up/%00",
            "/set-up/é",
        ] {
            browser.get(dead).await.has_status(404);
            send(&browser, dead, &WITHOUT).await.has_status(404);
        }
        browser.get(&new).await.has_status(200);
    })
    .await;
}

#[tokio::test]
async fn no_set_up_link_works_once_a_clinic_or_staff_exist() {
    on_each_database(async |clinic| {
        let process = untouched(clinic, files(clinic)).await;
        let link = link(&process).await;
        clinic.another_application().await;
        let browser = visitor(&process);
        browser.get(&link).await.has_status(404);
        send(&browser, &link, &WITHOUT).await.has_status(404);
        assert_eq!(
            process
                .services
                .installation()
                .set_up_link()
                .await
                .expect("an answer"),
            None
        );
        let staff = "select count(*) from staff";
        assert_eq!(clinic.database.number(staff).await, 0);
    })
    .await;
}

#[tokio::test]
async fn two_who_send_the_form_at_one_moment_make_one_clinic() {
    on_each_database(async |clinic| {
        let process = untouched(clinic, files(clinic)).await;
        let link = link(&process).await;
        let (one, other) = (visitor(&process), visitor(&process));
        let (one, other) = tokio::join!(send(&one, &link, &WITHOUT), send(&other, &link, &WITHOUT));
        let mut statuses = [one.status.as_u16(), other.status.as_u16()];
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 404]);
        for table in ["application", "staff"] {
            let count = format!("select count(*) from {table}");
            assert_eq!(clinic.database.number(&count).await, 1, "{table}");
        }
    })
    .await;
}

#[tokio::test]
async fn everything_that_is_wrong_is_said_at_once_and_nothing_is_half_saved() {
    on_each_database(async |clinic| {
        let process = untouched(clinic, files(clinic)).await;
        let link = link(&process).await;
        let browser = visitor(&process);
        let before = clinic.database.dump().await;
        let empty = browser.post(&link, &[]).await;
        empty.has_status(422);
        for field in ["clinic", "phone", "name", "email", "password", "mail"] {
            assert!(empty.error_at(field).is_some(), "{field}");
        }
        let bare = [
            ("mail", "server"),
            ("mail_port", "smtp"),
            ("mail_password", "hush"),
        ];
        let page = send(&browser, &link, &bare).await;
        page.has_status(422);
        for field in [
            "mail_server",
            "mail_port",
            "mail_security",
            "mail_user",
            "mail_from",
        ] {
            assert!(page.error_at(field).is_some(), "{field}");
        }
        assert_eq!(page.kept("clinic").as_deref(), Some("Hillside Clinic"));
        assert_eq!(page.kept("mail_port").as_deref(), Some("smtp"));
        assert!(!page.body.contains(SECRET) && !page.body.contains("hush"));
        let mut weak = [PEOPLE.as_slice(), &WITHOUT].concat();
        weak.retain(|(name, _)| *name != "password");
        weak.push(("password", "Hillside Clinic"));
        let weak = browser.post(&link, &weak).await;
        weak.has_status(422);
        assert!(weak.error_at("password").is_some());
        assert_eq!(clinic.database.dump().await, before);
    })
    .await;
}

#[tokio::test]
async fn a_test_mail_reports_its_result_and_keeps_the_input() {
    on_each_database(async |clinic| {
        let process = untouched(clinic, files(clinic)).await;
        let link = link(&process).await;
        let browser = visitor(&process);
        let before = clinic.database.dump().await;
        let test = async |port: u16, security: &str, user: &str, password: &str| {
            let port = port.to_string();
            let mail = [
                ("mail", "server"),
                ("mail_server", "127.0.0.1"),
                ("mail_port", port.as_str()),
                ("mail_security", security),
                ("mail_user", user),
                ("mail_password", password),
                ("mail_from", "desk@hillside.example"),
                ("test_to", "alex@example.org"),
                ("what", "test"),
            ];
            let page = send(&browser, &link, &mail).await;
            page.has_status(200);
            assert_eq!(page.kept("clinic").as_deref(), Some("Hillside Clinic"));
            assert_eq!(page.kept("mail_port").as_deref(), Some(port.as_str()));
            assert_eq!(page.kept("test_to").as_deref(), Some("alex@example.org"));
            assert!(!page.body.contains(SECRET) && !page.body.contains("velvetwalnut"));
            page
        };
        let taking = MailServer::start(&[]).await;
        let page = test(taking.port, "off", "", "").await;
        page.says("The mail server accepted the test email to alex@example.org");
        assert!(
            taking.heard().contains("RCPT TO:<alex@example.org>"),
            "{}",
            taking.heard()
        );
        assert!(taking.heard().contains("MAIL FROM:<desk@hillside.example>"));
        let refusing = MailServer::start(&[("RCPT", Act::Say("550 no such mailbox"))]).await;
        let page = test(refusing.port, "off", "", "").await;
        page.says("The test email to alex@example.org was not sent");
        page.says("no such mailbox");
        let page = test(taking.port, "required", "alex", "velvetwalnut").await;
        page.says("The mail server does not offer encryption");
        let page = test(taking.port, "wrapped", "", "").await;
        page.says("An encrypted connection to the mail server could not be made");
        let page = test(1, "off", "", "").await;
        page.says("refused the connection");
        assert_eq!(clinic.database.dump().await, before, "a test saves nothing");

        let nowhere = [("mail", "none"), ("test_to", "nobody"), ("what", "test")];
        let page = send(&browser, &link, &nowhere).await;
        page.has_status(422);
        assert!(page.error_at("mail").is_some() && page.error_at("test_to").is_some());
    })
    .await;
}

#[tokio::test]
async fn each_newly_set_up_mail_server_sends_the_next_mail() {
    on_each_database(async |clinic| {
        let process = clinic.another_process(Transport::Unset).await;
        let by = Operator::at_command_line();
        let drain = async || process.worker.drain().await.expect("jobs");
        clinic.invite_by_mail("MRN-1", "emma@example.org").await;
        drain().await;
        let states = "select state from job order by id";
        assert_eq!(
            clinic.database.texts(states).await,
            ["queued"],
            "it waits for a server"
        );

        let first = MailServer::start(&[]).await;
        let settings = server(first.port);
        let set = process
            .services
            .installation()
            .set_mail_settings(by, &settings, None);
        set.await.expect("kept");
        clinic.advance(Duration::from_mins(2));
        drain().await;
        assert!(first.heard().contains("RCPT TO:<emma@example.org>"));
        assert!(first.heard().contains("MAIL FROM:<desk@hillside.example>"));

        // Another process changes it: this one notices with its next mail.
        let second = MailServer::start(&[]).await;
        let settings = server(second.port);
        let set = clinic
            .services()
            .installation()
            .set_mail_settings(by, &settings, None);
        set.await.expect("kept");
        clinic.invite_by_mail("MRN-2", "noah@example.org").await;
        drain().await;
        assert!(second.heard().contains("RCPT TO:<noah@example.org>"));
        assert!(!first.heard().contains("noah@example.org"));

        // What the configuration says counts more.
        let memory = Memory::default();
        let configured = clinic
            .another_process(Transport::Memory(memory.clone()))
            .await;
        clinic.invite_by_mail("MRN-3", "mia@example.org").await;
        configured.worker.drain().await.expect("jobs");
        assert_eq!(memory.sent().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_stored_password_is_sealed() {
    on_each_database(async |clinic| {
        let mut settings = server(25);
        if let MailSettings::Server { server, .. } = &mut settings {
            server.login = Some(domain::outgoing_mail::Login {
                user: "clinic".into(),
                password: "velvetwalnut".into(),
            });
        }
        let by = Operator::at_command_line();
        let set = clinic
            .services()
            .installation()
            .set_mail_settings(by, &settings, None);
        set.await.expect("kept");
        let dump = clinic.database.dump().await;
        assert!(!dump.contains("velvetwalnut") && !dump.contains(&hex::encode("velvetwalnut")));
        let read = clinic
            .services()
            .installation()
            .mail_settings(by)
            .await
            .expect("settings");
        assert!(read == Some(settings));
    })
    .await;
}

#[tokio::test]
async fn a_reachable_server_without_a_mail_server_starts_only_to_be_set_up() {
    on_each_database(async |clinic| {
        let may = async || {
            let may = clinic
                .services()
                .installation()
                .may_start_without_mail()
                .await;
            may.expect("an answer")
        };
        assert!(
            !may().await,
            "a clinic works here, and nothing is known of mail"
        );
        let by = Operator::at_command_line();
        let set = clinic
            .services()
            .installation()
            .set_mail_settings(by, &MailSettings::None, None);
        set.await.expect("kept");
        assert!(may().await, "it was told by name");
        clinic.database.execute("delete from mail_settings").await;
        untouched(clinic, Transport::Unset).await;
        assert!(may().await, "it is about to be set up");
    })
    .await;
}

/// The command itself, in a folder of its own.
async fn command(folder: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_patient-connect"));
    command
        .args(arguments)
        .env_clear()
        .env("PATIENT_CONNECT_DATA_DIR", folder);
    let output = tokio::task::spawn_blocking(move || command.output());
    let output = output
        .await
        .expect("a thread")
        .expect("a command that runs");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    (
        output.status.code(),
        text + &String::from_utf8_lossy(&output.stderr),
    )
}

#[tokio::test]
async fn the_command_line_sets_a_mail_server_and_tries_it_out() {
    let folder = tempfile::tempdir().expect("a folder");
    let mail = MailServer::start(&[]).await;
    let url = format!("smtp://127.0.0.1:{}?tls=none", mail.port);
    let set = [
        "mail",
        "set",
        "--smtp-url",
        &url,
        "--from",
        "desk@hillside.example",
    ];
    let (code, said) = command(folder.path(), &set).await;
    assert_eq!(code, Some(0), "{said}");
    let (code, said) = command(folder.path(), &["mail", "test", "alex@example.org"]).await;
    assert_eq!(code, Some(0), "{said}");
    assert!(
        said.contains("accepted the test email to alex@example.org"),
        "{said}"
    );
    assert!(mail.heard().contains("RCPT TO:<alex@example.org>"));
    let (code, said) = command(folder.path(), &["mail", "test", "nobody"]).await;
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("nobody is not an email address"), "{said}");
}
