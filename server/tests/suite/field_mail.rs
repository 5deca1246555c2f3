//! What a mail server says about us is no bounce. Rows carry the id of the case that was reported.

use crate::support::{Act, Clinic, MailServer, Script, on_each_database};
use domain::finding::{Check, Level};
use server::doctor;
use service::mail::{Smtp, Transport};
use std::time::Duration;

fn transport(server: &MailServer, login: &str) -> Transport {
    let url = format!("smtp://{login}127.0.0.1:{}?tls=none", server.port);
    let smtp = Smtp::parse(&url, "connect.example.org").expect("an address");
    Transport::Smtp(smtp.with_patience(Duration::from_secs(2)))
}

/// What `doctor` finds of mail, and how bad it is.
async fn mail_finding(clinic: &Clinic, server: &MailServer, login: &str) -> (Level, String) {
    let config = clinic.config("", transport(server, login));
    let findings = doctor::examine(&config, clinic.services().ports()).await;
    let mail = findings
        .into_iter()
        .find(|finding| finding.check == Check::Mail);
    let mail = mail.expect("a finding");
    (mail.level, mail.words)
}

#[tokio::test]
async fn a_refusal_of_us_waits_and_operators_are_told() {
    on_each_database(async |clinic| {
        let server = MailServer::start(&[]).await;
        let process = clinic.another_process(transport(&server, "")).await;
        clinic.invite_by_mail("MRN-1", "emma@example.org").await;
        let refusals: [(&str, Script); 3] = [
            (
                "D1 quota",
                &[(
                    "MAIL",
                    Act::Say("550 5.4.5 Daily user sending quota exceeded"),
                )],
            ),
            (
                "D1 signed out",
                &[("MAIL", Act::Say("530 Authentication required"))],
            ),
            (
                "D1 relay",
                &[("RCPT", Act::Say("554 5.7.1 Relay access denied"))],
            ),
        ];
        for (id, refusal) in refusals {
            server.next(refusal);
            assert_eq!(process.worker.drain().await.expect("jobs"), 1, "{id}");
            let states = clinic.database.texts("select state from job").await;
            assert_eq!(states, ["queued"], "{id}: kept and tried again");
            let (level, words) = mail_finding(clinic, &server, "").await;
            assert_eq!(level, Level::Fault, "{id}: {words}");
            assert!(words.contains("refuses this installation"), "{id}: {words}");
            clinic.advance(Duration::from_hours(5));
        }
        assert_eq!(process.worker.drain().await.expect("jobs"), 1);
        assert_eq!(
            clinic.database.texts("select state from job").await,
            ["done"]
        );
        let (level, words) = mail_finding(clinic, &server, "").await;
        assert_eq!(level, Level::Ok, "{words}");
    })
    .await;
}

#[tokio::test]
async fn doctor_says_what_a_refused_password_means() {
    on_each_database(async |clinic| {
        for (id, answer, words) in [
            (
                "D3 Microsoft",
                "550 5.7.30 Basic authentication is not supported",
                "Microsoft 365",
            ),
            (
                "D3 Google",
                "534 5.7.9 Application-specific password required",
                "app password",
            ),
        ] {
            let script: Script = Box::leak(Box::new([
                ("EHLO", Act::Say("250-sink\r\n250 AUTH PLAIN")),
                ("AUTH", Act::Say(answer)),
            ]));
            let server = MailServer::start(script).await;
            let (level, said) = mail_finding(clinic, &server, "user:secret@").await;
            assert_eq!(level, Level::Fault);
            assert!(said.contains(words), "{id}: {said}");
        }
    })
    .await;
}
