//! Tokens of the FHIR API: given for an assertion that a registered key signed, once, for what the application may do.

use crate::support::smart::{Signer, System, ask_at, encode, json_of};
use crate::support::{Clinic, Page, on_each_database};
use domain::ids::ApplicationId;
use serde_json::{Value, json};
use service::mail::Transport;
use service::{Administrator, NewKeySet};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use uuid::Uuid;

#[track_caller]
fn is_refused(answer: &Page, status: u16, error: &str) {
    answer.has_status(status);
    assert_eq!(json_of(answer)["error"], error, "{}", answer.body);
    assert_eq!(answer.header("cache-control"), "no-store");
}

#[tokio::test]
async fn configuration_says_where_tokens_are_given() {
    on_each_database(async |clinic| {
        let path = "/fhir/r4/.well-known/smart-configuration";
        let answer = clinic.browser().get(path).await;
        answer.has_status(200);
        assert_eq!(answer.header("content-type"), "application/json");
        let said = json_of(&answer);
        assert_eq!(said["token_endpoint"], "http://127.0.0.1:3000/fhir/token");
        assert_eq!(said["grant_types_supported"], json!(["client_credentials"]));
        let algorithms = &said["token_endpoint_auth_signing_alg_values_supported"];
        assert_eq!(*algorithms, json!(["RS384", "ES384"]));
    })
    .await;
}

#[tokio::test]
async fn registered_keys_of_both_kinds_open_tokens() {
    on_each_database(async |clinic| {
        for signer in [Signer::elliptic(), Signer::rsa()] {
            let mut system = System::new(clinic.application, signer);
            system.key_id = system.signer.algorithm().to_owned();
            system.register(clinic).await;
            let scope = "launch system/MedicationStatement.cruds system/Observation.cruds";
            let answer = system.ask(clinic, scope).await;
            answer.has_status(200);
            assert_eq!(answer.header("cache-control"), "no-store");
            let said = json_of(&answer);
            assert_eq!(said["token_type"], "bearer");
            assert_eq!(said["expires_in"], 300);
            let left = "system/MedicationStatement.cruds system/Observation.rs";
            assert_eq!(said["scope"], left, "by its rules");
        }
        let logged = "select count(*) from audit where action = 'access-token.open' \
            and outcome = 'opened' and actor_kind = 'application'";
        assert_eq!(clinic.database.number(logged).await, 2);
    })
    .await;
}

#[tokio::test]
async fn bent_assertions_are_refused_with_one_answer() {
    on_each_database(async |clinic| {
        let system = System::of(clinic).await;
        let now = clinic.now().micros() / 1_000_000;
        let other = clinic.another_application().await.to_string();
        let bends: Vec<(&str, Value, Value)> = vec![
            ("none", json!({"alg": "none"}), json!({})),
            ("symmetric", json!({"alg": "HS256"}), json!({})),
            ("weaker", json!({"alg": "RS256"}), json!({})),
            ("other kind", json!({"alg": "RS384"}), json!({})),
            ("unknown key", json!({"kid": "key-2"}), json!({})),
            (
                "own key",
                json!({"jwk": system.signer.public("key-1")}),
                json!({}),
            ),
            ("own chain", json!({"x5c": []}), json!({})),
            (
                "chain elsewhere",
                json!({"x5u": "https://evil.example"}),
                json!({}),
            ),
            (
                "set elsewhere",
                json!({"jku": "https://evil.example"}),
                json!({}),
            ),
            ("extension", json!({"crit": ["exp"]}), json!({})),
            ("other token", json!({"typ": "at+jwt"}), json!({})),
            (
                "audience",
                json!({}),
                json!({"aud": "http://127.0.0.1:3000/fhir/r4"}),
            ),
            (
                "one more audience",
                json!({}),
                json!({"aud": ["http://127.0.0.1:3000/fhir/token", "https://other.example"]}),
            ),
            ("over", json!({}), json!({"exp": now - 31})),
            ("too long", json!({}), json!({"exp": now + 331})),
            ("endless", json!({}), json!({"exp": 1e300})),
            ("no end", json!({}), json!({"exp": null})),
            ("not yet", json!({}), json!({"nbf": now + 31})),
            ("of the future", json!({}), json!({"iat": now + 31})),
            ("no id", json!({}), json!({"jti": ""})),
            ("long id", json!({}), json!({"jti": "a".repeat(256)})),
            ("subject", json!({}), json!({"sub": other})),
            ("issuer", json!({}), json!({"iss": other, "sub": other})),
            ("no one", json!({}), json!({"iss": "x", "sub": "x"})),
        ];
        let mut told = Vec::new();
        for (name, header, claims) in bends {
            clinic.advance(Duration::from_secs(10));
            let mut assertion = system.assertion(clinic);
            merge(&mut assertion.header, &header);
            let moved = 10 * i64::try_from(told.len() + 1).expect("few");
            merge(&mut assertion.claims, &claims);
            for time in ["exp", "nbf", "iat"] {
                if let Some(seconds) = claims[time].as_i64() {
                    assertion.claims[time] = json!(seconds + moved);
                }
            }
            let text = system.sign(&assertion);
            let answer = ask_at(clinic, clinic.router(), &text, "system/*.rs").await;
            assert_eq!(answer.status, 401, "{name}: {}", answer.body);
            told.push(answer.body);
        }
        told.dedup();
        assert_eq!(told.len(), 1, "nobody is told why: {told:?}");
        clinic.advance(Duration::from_mins(10));
        system.token(clinic, "system/*.rs").await;
    })
    .await;
}

fn merge(into: &mut Value, more: &Value) {
    for (name, value) in more.as_object().expect("an object") {
        into[name] = value.clone();
    }
}

#[tokio::test]
async fn texts_that_are_no_assertions_are_refused() {
    on_each_database(async |clinic| {
        let system = System::of(clinic).await;
        let whole = system.sign(&system.assertion(clinic));
        let (signed, signature) = whole.rsplit_once('.').expect("a signature");
        // The public key is no secret: a MAC under it proves nothing.
        let twice = encode(br#"{"alg":"ES384","alg":"none","kid":"key-1"}"#);
        let claims = signed.split_once('.').expect("claims").1;
        for text in [
            String::new(),
            ".".to_owned(),
            "..".to_owned(),
            signed.to_owned(),
            format!("{signed}."),
            format!("{signed}.{}", encode(&[0; 96])),
            format!("{whole}="),
            format!("{whole}.{signature}"),
            format!("{twice}.{claims}.{signature}"),
            format!("{signed}.{}", "A".repeat(9_000)),
        ] {
            clinic.advance(Duration::from_secs(10));
            let answer = ask_at(clinic, clinic.router(), &text, "system/*.rs").await;
            is_refused(&answer, 401, "invalid_client");
        }
    })
    .await;
}

#[tokio::test]
async fn an_assertion_counts_once_over_all_processes() {
    on_each_database(async |clinic| {
        let system = System::of(clinic).await;
        let other = clinic.another_process(Transport::None).await;
        let text = system.sign(&system.assertion(clinic));
        let first = ask_at(clinic, clinic.router(), &text, "system/*.rs").await;
        first.has_status(200);
        for router in [clinic.router(), &other.router] {
            let again = ask_at(clinic, router, &text, "system/*.rs").await;
            is_refused(&again, 401, "invalid_client");
        }
        // The clean-up forgets it only when its time refuses it anyhow.
        clinic.advance(Duration::from_secs(4 * 60 + 29));
        let now = clinic.now();
        let cleaned = clinic.services().installation().clean_up(now);
        cleaned.await.expect("cleaned up");
        let late = ask_at(clinic, &other.router, &text, "system/*.rs").await;
        is_refused(&late, 401, "invalid_client");
    })
    .await;
}

#[tokio::test]
async fn scopes_beyond_the_rules_are_refused() {
    on_each_database(async |clinic| {
        let system = System::of(clinic).await;
        for scope in [
            "launch/patient user/*.*",
            "system/Condition.rs",
            "system/MedicationStatement.rs?status=active system/Patient.rs",
        ] {
            let answer = system.ask(clinic, scope).await;
            is_refused(&answer, 400, "invalid_scope");
        }
    })
    .await;
}

#[tokio::test]
async fn a_token_request_that_is_no_such_form_is_refused() {
    on_each_database(async |clinic| {
        let form = "application/x-www-form-urlencoded";
        let whole = "grant_type=client_credentials&scope=system/*.rs";
        let twice = format!("{whole}&scope=system/*.cruds");
        for (kind, body, status, error) in [
            ("application/json", "{}", 400, "invalid_request"),
            (form, "", 400, "invalid_request"),
            (
                form,
                "grant_type=client_credentials",
                400,
                "invalid_request",
            ),
            (
                form,
                "grant_type=password&scope=a",
                400,
                "unsupported_grant_type",
            ),
            (form, twice.as_str(), 400, "invalid_request"),
            (form, whole, 401, "invalid_client"),
        ] {
            let headers = [("content-type", kind)];
            let body = axum::body::Body::from(body.to_owned());
            let browser = clinic.browser();
            let sent = browser.send(axum::http::Method::POST, "/fhir/token", &headers, body);
            is_refused(&sent.await, status, error);
        }
    })
    .await;
}

#[tokio::test]
async fn tokens_are_given_so_often_and_no_oftener() {
    on_each_database(async |clinic| {
        let system = System::of(clinic).await;
        for _ in 0..30 {
            system.token(clinic, "system/*.rs").await;
        }
        let more = system.ask(clinic, "system/*.rs").await;
        is_refused(&more, 429, "temporarily_unavailable");
        assert_eq!(more.header("retry-after"), "5");
        clinic.advance(Duration::from_secs(3));
        system.token(clinic, "system/*.rs").await;
    })
    .await;
}

#[tokio::test]
async fn a_network_that_fails_too_often_has_to_wait() {
    on_each_database(async |clinic| {
        let system = System::of(clinic).await;
        for _ in 0..20 {
            let answer = ask_at(clinic, clinic.router(), "a.b.c", "system/*.rs").await;
            is_refused(&answer, 401, "invalid_client");
        }
        let answer = system.ask(clinic, "system/*.rs").await;
        is_refused(&answer, 429, "temporarily_unavailable");
    })
    .await;
}

/// A web server with a key set, which counts who asks for it.
struct Publisher {
    url: String,
    answer: Arc<Mutex<String>>,
    asked: Arc<Mutex<usize>>,
}

impl Publisher {
    async fn of(key_set: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let answer = Arc::new(Mutex::new(published(key_set, "max-age=600")));
        let asked = Arc::<Mutex<usize>>::default();
        let (text, count) = (answer.clone(), asked.clone());
        tokio::spawn(async move {
            while let Ok((mut connection, _)) = listener.accept().await {
                let mut call = Vec::new();
                while !call.ends_with(b"\r\n\r\n") {
                    if connection.read_buf(&mut call).await.unwrap_or(0) == 0 {
                        break;
                    }
                }
                *count.lock().expect("a count") += 1;
                let answer = text.lock().expect("an answer").clone();
                let _ = connection.write_all(answer.as_bytes()).await;
            }
        });
        Self {
            url: format!("http://{address}/jwks.json"),
            answer,
            asked,
        }
    }

    fn answers(&self, answer: String) {
        *self.answer.lock().expect("an answer") = answer;
    }

    fn asked(&self) -> usize {
        *self.asked.lock().expect("a count")
    }
}

fn published(key_set: &str, cache: &str) -> String {
    format!(
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncache-control: {cache}\r\n\
         content-length: {}\r\nconnection: close\r\n\r\n{key_set}",
        key_set.len()
    )
}

async fn register_url(clinic: &Clinic, application: ApplicationId, url: &str) -> Uuid {
    let by = Administrator::at_command_line(application);
    let applications = clinic.services().applications();
    let added = applications.add_key_set(by, NewKeySet::Url(url)).await;
    added.expect("a key set").id
}

#[tokio::test]
async fn a_published_key_set_is_fetched_and_kept() {
    on_each_database(async |clinic| {
        let mut system = System::new(clinic.application, Signer::elliptic());
        let publisher = Publisher::of(&system.key_set()).await;
        register_url(clinic, clinic.application, &publisher.url).await;
        system.token(clinic, "system/*.rs").await;
        let mut named = system.assertion(clinic);
        named.header["jku"] = json!(publisher.url);
        let text = system.sign(&named);
        let answer = ask_at(clinic, clinic.router(), &text, "system/*.rs").await;
        answer.has_status(200);
        assert_eq!(publisher.asked(), 1, "it is kept");

        // A key that no one knows is looked for once a minute.
        system.key_id = "key-2".to_owned();
        system.signer = Signer::elliptic();
        publisher.answers(published(&system.key_set(), "max-age=600"));
        for _ in 0..3 {
            let early = system.ask(clinic, "system/*.rs").await;
            is_refused(&early, 401, "invalid_client");
        }
        assert_eq!(publisher.asked(), 1);
        clinic.advance(Duration::from_mins(1));
        system.token(clinic, "system/*.rs").await;
        assert_eq!(publisher.asked(), 2);

        // What the answer said of its life is over.
        clinic.advance(Duration::from_mins(10));
        publisher.answers(published("{}", "max-age=600"));
        let gone = system.ask(clinic, "system/*.rs").await;
        is_refused(&gone, 401, "invalid_client");
        assert_eq!(publisher.asked(), 3);
    })
    .await;
}

#[tokio::test]
async fn an_answer_that_is_no_key_set_opens_nothing() {
    on_each_database(async |clinic| {
        let system = System::new(clinic.application, Signer::elliptic());
        let set = system.key_set();
        let publisher = Publisher::of(&set).await;
        register_url(clinic, clinic.application, &publisher.url).await;
        let right = published(&set, "max-age=600");
        let large = format!("{set}{}", " ".repeat(64 * 1024));
        for answer in [
            right.replace("200 OK", "404 Not Found"),
            right.replace("200 OK", "302 Found\r\nlocation: /elsewhere"),
            right.replace("application/json", "text/html"),
            published("[]", "max-age=600"),
            published(&large, "max-age=600"),
            String::new(),
        ] {
            publisher.answers(answer);
            let asked = publisher.asked();
            let refused = system.ask(clinic, "system/*.rs").await;
            is_refused(&refused, 401, "invalid_client");
            assert_eq!(publisher.asked(), asked + 1, "no redirect is followed");
            clinic.advance(Duration::from_mins(2));
        }
        publisher.answers(right);
        system.token(clinic, "system/*.rs").await;
    })
    .await;
}

#[tokio::test]
async fn strangers_make_us_ask_no_url_oftener() {
    on_each_database(async |clinic| {
        let system = System::new(clinic.application, Signer::elliptic());
        let publisher = Publisher::of(&system.key_set()).await;
        register_url(clinic, clinic.application, &publisher.url).await;
        let mut stranger = System::new(clinic.application, Signer::elliptic());
        for number in 0..10 {
            stranger.key_id = format!("key-of-theirs-{number}");
            let answer = stranger.ask(clinic, "system/*.rs").await;
            is_refused(&answer, 401, "invalid_client");
        }
        assert_eq!(publisher.asked(), 1);
    })
    .await;
}

#[tokio::test]
async fn key_sets_are_registered_and_removed_at_the_desk() {
    on_each_database(async |clinic| {
        let manager = clinic.manager().await;
        let system = System::new(clinic.application, Signer::elliptic());
        let path = "/staff/key-sets";
        manager.get(path).await.says("No key sets yet");
        let private = json!({"keys": [{"kty": "EC", "kid": "a", "d": "AQAB"}]}).to_string();
        for (field, typed, words) in [
            ("url", "", "Enter the URL"),
            ("url", "clinic.example/jwks", "Enter a URL like"),
            ("keys", "", "This is not a key set"),
            ("keys", r#"{"keys":[]}"#, "None of these keys"),
            ("keys", private.as_str(), "contains a private key"),
        ] {
            let page = manager.post(path, &[(field, typed)]).await;
            page.has_status(422);
            page.says(words);
        }
        let saved = "/staff/key-sets?saved=yes";
        let set = system.key_set();
        manager.post(path, &[("keys", &set)]).await.leads_to(saved);
        let url = "https://clinic.example/jwks.json";
        manager.post(path, &[("url", url)]).await.leads_to(saved);
        manager.get(saved).await.says(url);
        system.token(clinic, "system/*.rs").await;

        let page = manager.get(path).await;
        let ids = page.attributes("input[name='key_set']", "value");
        assert_eq!(ids.len(), 2);
        let gone = [("key_set", ids[0].as_str())];
        let remove = "/staff/key-sets/remove";
        let asked = manager.post(remove, &gone).await;
        asked.has_status(200);
        asked.says("Remove this key set?");
        system.token(clinic, "system/*.rs").await;
        manager.post(remove, &gone).await.leads_to(saved);
        let refused = system.ask(clinic, "system/*.rs").await;
        is_refused(&refused, 401, "invalid_client");
        for (action, count) in [("key-set.add", 2), ("key-set.remove", 1)] {
            let logged = format!(
                "select count(*) from audit where action = '{action}' and actor_kind = 'staff'"
            );
            assert_eq!(clinic.database.number(&logged).await, count, "{action}");
        }
    })
    .await;
}

#[tokio::test]
async fn an_application_has_so_many_key_sets() {
    on_each_database(async |clinic| {
        let manager = clinic.manager().await;
        let fields = [("url", "https://clinic.example/jwks.json")];
        for _ in 0..5 {
            let page = manager.post("/staff/key-sets", &fields).await;
            page.has_status(303);
        }
        let page = manager.post("/staff/key-sets", &fields).await;
        page.has_status(422);
        page.says("already has 5 key sets");
    })
    .await;
}
