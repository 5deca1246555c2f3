//! The clinic's own system is told that there is news: signed, until it takes it, at the address its managers set.

use crate::support::{Browser, Clinic, on_each_database};
use domain::staff::Role;
use hmac::{Hmac, KeyInit, Mac};
use service::Administrator;
use sha2::Sha256;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio::sync::{Notify, watch};

/// The clinic's own system: answers each call with the next status, the last one for ever, and keeps what it was told.
struct System {
    url: String,
    calls: Arc<Mutex<Vec<String>>>,
    called: Arc<Notify>,
}

impl System {
    async fn answering(statuses: &'static [&'static str]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}/told", listener.local_addr().expect("an address"));
        let calls = Arc::<Mutex<Vec<String>>>::default();
        let kept = calls.clone();
        let called = Arc::<Notify>::default();
        let told = called.clone();
        tokio::spawn(async move {
            while let Ok((mut connection, _)) = listener.accept().await {
                let mut call = Vec::new();
                // The body is one JSON object, and nothing in it nests.
                while !call.ends_with(b"}") {
                    if connection.read_buf(&mut call).await.unwrap_or(0) == 0 {
                        break;
                    }
                }
                let answered = {
                    let mut kept = kept.lock().expect("calls");
                    kept.push(String::from_utf8_lossy(&call).into_owned());
                    statuses[(kept.len() - 1).min(statuses.len() - 1)]
                };
                let answer = format!(
                    "HTTP/1.1 {answered}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
                );
                told.notify_one();
                let _ = connection.write_all(answer.as_bytes()).await;
            }
        });
        Self { url, calls, called }
    }

    fn calls(&self) -> Vec<String> {
        self.calls.lock().expect("calls").clone()
    }
}

async fn set(manager: &Browser, url: &str) -> String {
    manager.get("/staff/callback").await;
    let page = manager.post("/staff/callback", &[("url", url)]).await;
    page.has_status(200);
    assert_eq!(page.header("cache-control"), "no-store");
    page.first("main .notice code").expect("a secret")
}

async fn call_back(clinic: &Clinic) -> u64 {
    let worker = &clinic.assembly.worker;
    worker.call_back().await.expect("calls")
}

/// One more event in the log.
async fn news(clinic: &Clinic, external_id: &str) {
    let invitation = clinic.invite(external_id).await;
    let email = format!("{external_id}@example.org");
    let person = clinic.person("Pat", &email).await;
    clinic.connect(&person, &invitation, "Emma").await;
}

fn header<'a>(call: &'a str, name: &str) -> &'a str {
    let line = call.lines().find_map(|line| {
        let (key, value) = line.split_once(": ")?;
        key.eq_ignore_ascii_case(name).then_some(value)
    });
    line.unwrap_or_else(|| panic!("no {name} in {call}"))
}

#[tokio::test]
async fn an_event_is_announced_once_signed_and_without_personal_data() {
    on_each_database(async |clinic| {
        let system = System::answering(&["204 No Content"]).await;
        let secret = set(&clinic.manager().await, &system.url).await;
        assert_eq!(call_back(clinic).await, 0, "nothing is new yet");
        news(clinic, "MRN-1").await;
        assert_eq!(call_back(clinic).await, 1);
        assert_eq!(call_back(clinic).await, 0, "it is told");
        let calls = system.calls();
        let [call] = calls.as_slice() else {
            panic!("{calls:?}")
        };
        assert!(call.starts_with("POST /told HTTP/1.1\r\n"), "{call}");
        let (_, body) = call.split_once("\r\n\r\n").expect("a body");
        let told = format!(
            r#"{{"application_id":"{}","latest_event":1}}"#,
            clinic.application
        );
        assert_eq!(body, told);
        let seconds = clinic.now().micros() / 1_000_000;
        let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).expect("a key");
        mac.update(format!("{seconds}.{body}").as_bytes());
        let signed = format!(
            "t={seconds},v1={}",
            hex::encode(mac.finalize().into_bytes())
        );
        assert_eq!(header(call, "patient-connect-signature"), signed);
        let page = clinic.manager().await.get("/staff/callback").await;
        page.says(": delivered.");
        page.says_nothing_of(&secret);
    })
    .await;
}

#[tokio::test]
async fn a_call_that_is_not_taken_comes_again_ever_later_and_the_page_says_why() {
    on_each_database(async |clinic| {
        let system =
            System::answering(&["500 Oops", "302 Found\r\nlocation: /elsewhere", "200 OK"]).await;
        let manager = clinic.manager().await;
        set(&manager, &system.url).await;
        news(clinic, "MRN-1").await;
        assert_eq!(call_back(clinic).await, 1);
        let page = manager.get("/staff/callback").await;
        page.says("responded with status 500");
        page.says("There are new events your application does not know about yet");
        clinic.advance(Duration::from_secs(59));
        assert_eq!(call_back(clinic).await, 0, "a minute first");
        clinic.advance(Duration::from_secs(1));
        assert_eq!(call_back(clinic).await, 1);
        let page = manager.get("/staff/callback").await;
        page.says("responded with status 302");
        clinic.advance(Duration::from_secs(119));
        assert_eq!(call_back(clinic).await, 0, "then two");
        clinic.advance(Duration::from_secs(1));
        assert_eq!(call_back(clinic).await, 1);
        assert_eq!(system.calls().len(), 3, "no redirect was followed");
        let page = manager.get("/staff/callback").await;
        page.says_nothing_of("does not know about");
    })
    .await;
}

#[tokio::test]
async fn events_of_the_meantime_are_told_together_and_two_workers_make_one_call() {
    on_each_database(async |clinic| {
        let system = System::answering(&["200 OK"]).await;
        set(&clinic.manager().await, &system.url).await;
        for number in 1..=3 {
            news(clinic, &format!("MRN-{number}")).await;
        }
        let other = clinic.another_process(service::mail::Transport::None).await;
        let (ours, theirs) =
            tokio::join!(clinic.assembly.worker.call_back(), other.worker.call_back());
        assert_eq!(ours.expect("calls") + theirs.expect("calls"), 1);
        assert!(system.calls()[0].ends_with(r#""latest_event":3}"#));
    })
    .await;
}

#[tokio::test]
async fn managers_try_a_call_renew_its_secret_and_stop_it() {
    on_each_database(async |clinic| {
        let system = System::answering(&["200 OK"]).await;
        let manager = clinic.manager().await;
        let old = set(&manager, &system.url).await;
        let page = manager.post("/staff/callback/ask", &[]).await;
        page.leads_to("/staff/callback?done=asked");
        assert_eq!(call_back(clinic).await, 1);
        manager.get("/staff/callback").await;
        let page = manager.post("/staff/callback/secret", &[]).await;
        page.has_status(200);
        page.says("Create a new signing secret?");
        assert_eq!(page.first("main .notice code"), None, "it is asked first");
        let page = manager.post("/staff/callback/secret", &[]).await;
        let new = page.first("main .notice code").expect("a secret");
        assert_ne!(old, new);
        // Another address keeps the secret, so none is shown.
        let page = manager
            .post("/staff/callback", &[("url", &system.url)])
            .await;
        page.leads_to("/staff/callback?done=saved");
        manager.get("/staff/callback").await;
        let page = manager.post("/staff/callback/remove", &[]).await;
        page.has_status(200);
        page.says("Remove the webhook?");
        let page = manager.post("/staff/callback/remove", &[]).await;
        page.leads_to("/staff/callback");
        news(clinic, "MRN-1").await;
        assert_eq!(call_back(clinic).await, 0);
        let page = manager.post("/staff/callback/secret", &[]).await;
        page.has_status(404);
        let logged = "select action from audit where action like 'callback.%' order by number";
        let actions =
            ["set", "ask", "renew-secret", "set", "remove"].map(|what| format!("callback.{what}"));
        assert_eq!(clinic.database.texts(logged).await, actions);
    })
    .await;
}

#[tokio::test]
async fn bad_webhook_urls_are_rejected_and_private_ones_never_called() {
    on_each_database(async |clinic| {
        let manager = clinic.manager().await;
        for wrong in [
            "",
            "clinic.example",
            "ftp://clinic.example/",
            "https://u:p@clinic.example/",
        ] {
            let page = manager.post("/staff/callback", &[("url", wrong)]).await;
            page.has_status(422);
            assert!(page.error_at("url").is_some(), "{wrong}");
            assert_eq!(page.kept("url").as_deref(), Some(wrong));
        }
        // The suite's settings name 127.0.0.1 alone.
        set(&manager, "https://127.0.0.2:9/").await;
        news(clinic, "MRN-1").await;
        assert_eq!(call_back(clinic).await, 1);
        let page = manager.get("/staff/callback").await;
        page.says("this URL leads to a private network");
    })
    .await;
}

#[tokio::test]
async fn the_front_desk_neither_sees_nor_sets_the_callback() {
    on_each_database(async |clinic| {
        let email = "kim@clinic.example";
        clinic.colleague("Kim", email, Role::FrontDesk).await;
        let desk = clinic.at_the_desk(email).await;
        desk.get("/staff/callback").await.has_status(403);
        for path in ["", "/secret", "/ask", "/remove"] {
            let path = format!("/staff/callback{path}");
            let page = desk.post(&path, &[("url", "https://evil.example/")]).await;
            page.has_status(403);
        }
        let stored = "select count(*) from callback";
        assert_eq!(clinic.database.number(stored).await, 0);
    })
    .await;
}

#[tokio::test]
async fn an_application_that_is_silent_holds_up_no_other_ones_call() {
    on_each_database(async |clinic| {
        // Connections come about, and no one ever answers.
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let silent = format!("http://{}/", listener.local_addr().expect("an address"));
        let system = System::answering(&["204 No Content"]).await;
        let first = Administrator::at_command_line(clinic.application);
        let second = Administrator::at_command_line(clinic.another_application().await);
        let services = clinic.services();
        for (by, url) in [(first, &silent), (second, &system.url)] {
            services
                .applications()
                .set_callback(by, url, &services.applications().callback_shown(None))
                .await
                .expect("set");
            services
                .applications()
                .ask_callback(by)
                .await
                .expect("asked");
            clinic.advance(Duration::from_secs(1));
        }
        let (_stop, stopped) = watch::channel(false);
        let worker = tokio::spawn(clinic.assembly.worker.clone().run(stopped));
        system.called.notified().await;
        let silent = services
            .applications()
            .callback(first)
            .await
            .expect("a look");
        assert_eq!(silent.expect("an address").last, None, "it still waits");
        worker.abort();
    })
    .await;
}
