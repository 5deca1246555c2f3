//! After a whole way no secret of it is in a log line or in a row; and a mail holds only what it is for.

use crate::support::{ANSWER, PASSWORD, QUESTION, digits_in, on_each_database};
use service::Administrator;
use std::io::{self, Write};
use std::sync::{Arc, Mutex, PoisonError};
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

/// Log lines of the whole process, at the finest level.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    fn text(&self) -> String {
        let bytes = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        String::from_utf8_lossy(&bytes).into_owned()
    }
}

impl Write for Log {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .extend_from_slice(line);
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Log {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

fn listen() -> Log {
    let log = Log::default();
    // The suite reads pages with these parsers, the server never does: they log what other tests were shown, whose codes
    // come from the same seed.
    let all_but_the_browsers = Targets::new()
        .with_default(LevelFilter::TRACE)
        .with_target("html5ever", LevelFilter::OFF)
        .with_target("selectors", LevelFilter::OFF);
    let lines = tracing_subscriber::fmt::layer()
        .with_ansi(false)
        .with_writer(log.clone());
    tracing_subscriber::registry()
        .with(lines)
        .with(all_but_the_browsers)
        .init();
    log
}

#[track_caller]
fn holds_none_of(place: &str, text: &str, secrets: &[(&str, String)]) {
    let lower = text.to_lowercase();
    for (what, secret) in secrets {
        let found = lower.find(&secret.to_lowercase());
        let around = found.map(|at| {
            let start = lower.floor_char_boundary(at.saturating_sub(120));
            let end = lower.floor_char_boundary(at + 120);
            &lower[start..end]
        });
        assert!(found.is_none(), "{what} in {place}: {around:?}");
    }
}

#[tokio::test]
async fn no_secret_of_a_whole_way_is_in_a_log_or_a_row() {
    let log = listen();
    on_each_database(async |clinic| {
        let invitation = clinic.invite_by_mail("MRN-1", "emma@example.org").await;
        let key = clinic
            .services()
            .applications()
            .add_api_key(Administrator::at_command_line(clinic.application), false)
            .await
            .expect("a key");
        let owner = clinic
            .services()
            .applications()
            .application_of_key(&key)
            .await
            .expect("a look-up");
        assert_eq!(owner, Some(clinic.application));

        let browser = clinic.browser();
        let unknown = "JKYZ-QNMN-VHRX-ZGNR-GZNH";
        browser
            .post("/connect", &[("code", unknown)])
            .await
            .has_status(422);
        for link in [
            "/connect?packageid=",
            "/PatientWelcome.aspx?packageid=",
            "/redirect.aspx?target=CONNECT&targetqs=packageid%3d",
            "/redirect.aspx?target=",
        ] {
            browser.get(&format!("{link}{}", invitation.code)).await;
            browser.get("/connect").await.has_status(200);
        }
        browser
            .post("/connect", &[("code", &invitation.code)])
            .await
            .leads_to("/connect/question");
        let mut sessions = vec![browser.cookie().expect("a cookie")];
        browser
            .post("/connect/question", &[("answer", "silver pond")])
            .await
            .has_status(422);
        browser
            .post("/connect/question", &[("answer", ANSWER)])
            .await
            .leads_to("/sign-in");
        sessions.push(browser.cookie().expect("a cookie"));
        let details = [
            ("name", "Pat"),
            ("email", "pat@example.org"),
            ("password", PASSWORD),
        ];
        browser
            .post("/create-account", &details)
            .await
            .leads_to("/create-account");
        clinic.drain().await;
        let digits = digits_in(&clinic.last_mail_to("pat@example.org").await);
        browser
            .post("/create-account", &[("digits", &digits)])
            .await
            .leads_to("/connect/record");
        sessions.push(browser.cookie().expect("a cookie"));
        let record = [("record", "new"), ("record_name", "Emma")];
        browser
            .post("/connect/record", &record)
            .await
            .leads_to("/connect/authorize");
        browser.get("/connect/authorize").await.has_status(200);
        browser
            .post("/connect/authorize", &[("decision", "authorize")])
            .await
            .leads_to("/connect/done");
        browser.get("/connect/done").await.has_status(200);
        let wrong = [
            ("email", "pat@example.org"),
            ("password", "another password"),
        ];
        clinic
            .browser()
            .post("/sign-in", &wrong)
            .await
            .has_status(422);
        let no_link = "mD4xq0JrV1bTz7uWk9sYpLeH";
        let no_link = ("the first start's token", no_link.to_owned());
        let set_up = format!("/set-up/{}", no_link.1);
        browser.get(&set_up).await.has_status(404);
        browser.post(&set_up, &[]).await.has_status(404);
        let manager = clinic.manager().await;
        let invited = [
            ("name", "Kim"),
            ("email", "kim@clinic.example"),
            ("role", "manager"),
        ];
        manager
            .post("/staff/team/invite", &invited)
            .await
            .has_status(303);
        let invited = clinic.last_mail_to("kim@clinic.example").await.mail.text;
        let (_, token) = invited.split_once("/staff/join/").expect("a link");
        let token = token.split_whitespace().next().expect("a token");
        let link = format!("/staff/join/{token}");
        browser.get(&link).await.has_status(200);
        browser
            .post(&link, &[("password", "another password of mine")])
            .await
            .has_status(303);
        clinic.drain().await;

        let mut secrets = vec![
            ("the code", invitation.code.clone()),
            ("the code's letters", invitation.code.replace('-', "")),
            ("an unknown code", unknown.to_owned()),
            ("the question", QUESTION.to_owned()),
            ("the answer", ANSWER.to_owned()),
            ("a wrong answer", "silver pond".to_owned()),
            ("the password", PASSWORD.to_owned()),
            ("a wrong password", "another password".to_owned()),
            ("the API key", key),
            ("the link's token", token.to_owned()),
            no_link,
        ];
        for session in &sessions {
            let id = session.split_once('=').expect("a value").1;
            secrets.push(("a session's id", id.to_owned()));
        }
        let in_hex: Vec<_> = secrets
            .iter()
            .map(|(what, secret)| (*what, hex::encode(secret)))
            .collect();
        let dump = clinic.database.dump().await;
        assert!(dump.contains("MRN-1"), "the dump holds what is no secret");
        holds_none_of("a row", &dump, &secrets);
        holds_none_of("a row", &dump, &in_hex);

        let lines = log.text();
        assert!(lines.contains("/connect/question"), "the log is being kept");
        holds_none_of("the log", &lines, &secrets);
        let spoken: Vec<_> = lines.split(|sign: char| !sign.is_ascii_digit()).collect();
        assert!(!spoken.contains(&digits.as_str()), "the digits in the log");

        for mail in clinic.mail().await {
            let text = format!(
                "{} {} {}",
                mail.mail.subject, mail.mail.text, mail.mail.html
            );
            let may_hold = |what: &str| match mail.to.as_str() {
                "emma@example.org" => what.starts_with("the code"),
                "kim@clinic.example" => what == "the link's token",
                _ => false,
            };
            let others = secrets.iter().filter(|(what, _)| !may_hold(what));
            holds_none_of("a mail", &text, &others.cloned().collect::<Vec<_>>());
            holds_none_of(
                "a mail",
                &text,
                &[("the child's name", "Emma's record".to_owned())],
            );
        }
    })
    .await;
}
