//! The application's API, through the real router and on real databases.

use crate::support::api_client::{Clinic, on_each_database};
use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Method, Request, StatusCode, header, request};
use domain::event::{Event, EventKind};
use domain::external_id::ExternalId;
use domain::ids::{ApplicationId, ConnectRequestId, PersonId};
use domain::person::Person;
use domain::policy;
use http_body_util::BodyExt;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use serde_json::{Value, json};
use server::http::api;
use service::{
    Administrator, ApplicationChange, Decision, Flow, RecordChoice, Services, SignedInPerson, Stage,
};
use std::time::Duration;

use tokio::task::JoinSet;
use tower::ServiceExt;

/// A developer's program: the router, and a key.
#[derive(Clone)]
struct Caller {
    router: Router,
    key: String,
}

#[derive(Debug)]
struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: Value,
}

impl Caller {
    fn of(clinic: &Clinic<'_>) -> Self {
        Self::with_key(clinic, &clinic.key)
    }

    fn with_key(clinic: &Clinic<'_>, key: &str) -> Self {
        Self {
            router: api::router(clinic.services.clone()),
            key: key.to_owned(),
        }
    }

    fn request(&self, method: Method, path: &str) -> request::Builder {
        Request::builder()
            .method(method)
            .uri(format!("/api/v1{path}"))
            .header(header::AUTHORIZATION, format!("Bearer {}", self.key))
    }

    async fn send(&self, request: Request<Body>) -> Answer {
        let response = self
            .router
            .clone()
            .oneshot(request)
            .await
            .expect("an answer");
        let (parts, body) = response.into_parts();
        let body = body.collect().await.expect("a body").to_bytes();
        if parts.status.is_client_error() || parts.status.is_server_error() {
            assert_eq!(
                parts.headers[header::CONTENT_TYPE],
                "application/problem+json"
            );
        }
        Answer {
            status: parts.status,
            headers: parts.headers,
            body: if body.is_empty() {
                Value::Null
            } else {
                serde_json::from_slice(&body).expect("JSON")
            },
        }
    }

    async fn call(&self, method: Method, path: &str) -> Answer {
        self.send(
            self.request(method, path)
                .body(Body::empty())
                .expect("a request"),
        )
        .await
    }

    async fn get(&self, path: &str) -> Answer {
        self.call(Method::GET, path).await
    }

    async fn send_json(&self, request: request::Builder, body: &Value) -> Answer {
        let request = request
            .header(header::CONTENT_TYPE, "application/json")
            .body(Body::from(body.to_string()));
        self.send(request.expect("a request")).await
    }

    async fn create(&self, body: &Value) -> Answer {
        self.send_json(self.request(Method::POST, "/connect-requests"), body)
            .await
    }

    async fn create_named(&self, name: &str, body: &Value) -> Answer {
        let request = self
            .request(Method::POST, "/connect-requests")
            .header("Idempotency-Key", name);
        self.send_json(request, body).await
    }

    async fn create_raw(&self, kind: &str, body: impl Into<Body>) -> Answer {
        let request = self
            .request(Method::POST, "/connect-requests")
            .header(header::CONTENT_TYPE, kind)
            .body(body.into());
        self.send(request.expect("a request")).await
    }

    async fn rename(&self, id: &str, external_id: &str) -> Answer {
        let request = self.request(Method::PATCH, &format!("/connect-requests/{id}"));
        self.send_json(request, &json!({ "external_id": external_id }))
            .await
    }

    /// A request for a patient, and its id.
    async fn made(&self, external_id: &str) -> String {
        let answer = self.create(&new_request(external_id)).await;
        assert_eq!(answer.status, StatusCode::CREATED, "{answer:?}");
        answer.text("id").to_owned()
    }
}

impl Answer {
    fn text(&self, member: &str) -> &str {
        self.body[member].as_str().unwrap_or_default()
    }

    /// Status and code of a problem.
    fn problem(&self) -> (u16, &str) {
        assert_eq!(self.body["status"], self.status.as_u16(), "{self:?}");
        assert_eq!(
            self.text("type"),
            format!("/problems/{}", self.text("code")),
            "{self:?}"
        );
        (self.status.as_u16(), self.text("code"))
    }

    /// The fields a problem names, each with its code.
    fn misfits(&self) -> Vec<(&str, &str)> {
        self.problem();
        let errors = self.body["errors"]
            .as_array()
            .map_or(&[][..], Vec::as_slice);
        errors
            .iter()
            .filter_map(|error| Some((error["field"].as_str()?, error["code"].as_str()?)))
            .collect()
    }

    fn external_ids(&self) -> Vec<&str> {
        let rows = self.body["connect_requests"].as_array().expect("a list");
        rows.iter()
            .filter_map(|row| row["external_id"].as_str())
            .collect()
    }
}

fn new_request(external_id: &str) -> Value {
    json!({
        "friendly_name": "Emma's record",
        "question": "What was Emma's first word?",
        "answer": "banana",
        "external_id": external_id,
    })
}

fn changed(member: &str, value: impl Into<Value>) -> Value {
    let mut body = new_request("MRN-1");
    body[member] = value.into();
    body
}

fn request_id(id: &str) -> ConnectRequestId {
    id.parse().expect("an id")
}

/// A patient connects by a request; their id and their record's.
async fn connect(services: &Services, id: &str) -> (String, String) {
    let now = services.ports().now();
    let person = Person {
        id: PersonId(services.ports().id()),
        name: "Pat".into(),
        email: format!("{id}@example.org"),
    };
    let mut tx = services.store().begin().await.expect("a transaction");
    store::persons::insert(&mut tx, &person, "no hash", now)
        .await
        .expect("a person");
    tx.commit().await.expect("kept");
    let flow = Flow {
        id: services.ports().id(),
        request: request_id(id),
        stage: Stage::Answered {
            at: now,
            choice: None,
            all_the_same: false,
        },
    };
    let record = RecordChoice::New {
        name: "Emma".into(),
    };
    let Ok(view) = services
        .journey()
        .flow_view(flow.request, Some(person.id))
        .await
    else {
        panic!("the code does not work");
    };
    let friendly_name = &view.request.friendly_name;
    let consent = services
        .journey()
        .consent(person.id, friendly_name, &record)
        .await;
    let consent = consent.expect("a look").expect("a record");
    let decision = Decision {
        choice: &record,
        optional_rules: &[],
        all_the_same: false,
        seen: services
            .journey()
            .promised(&view.application, &view.request, &consent, false),
    };
    let by = SignedInPerson {
        person: person.id,
        round: 0,
    };
    let connected = services
        .journey()
        .authorize(&flow, by, &decision)
        .await
        .expect("connected");
    (person.id.to_string(), connected.record.to_string())
}

/// Takes the next number of the log, waits, and commits an event.
async fn write_event(services: &Services, application: ApplicationId, name: &str, delay: Duration) {
    let mut tx = services.store().begin().await.expect("a transaction");
    let number = store::events::next_number(&mut tx, application)
        .await
        .expect("a number");
    tokio::time::sleep(delay).await;
    let event = Event {
        number,
        kind: EventKind::Rejected,
        connect_request: None,
        external_id: ExternalId::parse(name).expect("an ID"),
        former_external_id: None,
        person: None,
        record: None,
        former_record: None,
        at: services.ports().now(),
    };
    store::events::insert(&mut tx, application, &event)
        .await
        .expect("an event");
    tx.commit().await.expect("kept");
}

#[tokio::test]
async fn a_request_is_made_and_shown_with_its_code() {
    on_each_database(async |clinic| {
        let caller = Caller::of(clinic);
        let body = json!({
            "friendly_name": "Emma's record",
            "question": "What was Emma's first word?",
            "answer": "banana",
            "external_id": "MRN-1",
            "email": "pat@example.org",
            "language": "es-MX",
            "callback_url": "https://clinic.example/told",
        });
        let made = caller.create(&body).await;
        assert_eq!(made.status, StatusCode::CREATED);
        assert_eq!(made.headers[header::CACHE_CONTROL], "no-store");
        let code = made.text("identity_code");
        assert_eq!(code.len(), 24);
        assert_eq!(
            made.text("link"),
            format!("http://127.0.0.1:3000/connect#{code}")
        );
        assert_eq!(made.text("expires_at"), "2026-12-21T23:59:59.999999Z");

        let shown = caller
            .get(&format!("/connect-requests/{}", made.text("id")))
            .await;
        assert_eq!(shown.status, StatusCode::OK);
        assert_eq!(
            shown.body,
            json!({
                "id": made.text("id"),
                "external_id": "MRN-1",
                "friendly_name": "Emma's record",
                "email": "pat@example.org",
                "language": "es-MX",
                "state": "waiting",
                "connection": {"state": "none", "since": null, "until": null, "record_id": null},
                "created_at": "2026-11-23T08:00:00Z",
                "expires_at": "2026-12-21T23:59:59.999999Z",
                "identity_code": code,
                "link": made.text("link"),
                "mail": "queued",
            })
        );
    })
    .await;
}

#[tokio::test]
async fn an_external_id_is_taken_by_one_live_request() {
    on_each_database(async |clinic| {
        let caller = Caller::of(clinic);
        let id = caller.made("MRN-1").await;
        let second = caller.create(&new_request("MRN-1")).await;
        assert_eq!(second.problem(), (409, "external-id-taken"));
        assert_eq!(second.text("connect_request_id"), id);
        assert_eq!(second.text("created_at"), "2026-11-23T08:00:00Z");

        let other = caller.made("MRN-2").await;
        let renamed = caller.rename(&other, "MRN-1").await;
        assert_eq!(renamed.problem(), (409, "external-id-taken"));
        assert_eq!(renamed.text("connect_request_id"), id);
        let renamed = caller.rename(&other, "MRN-3").await;
        assert_eq!(renamed.status, StatusCode::OK);
        assert_eq!(renamed.text("external_id"), "MRN-3");
    })
    .await;
}

#[tokio::test]
async fn a_deleted_request_frees_its_external_id_and_shows_no_code() {
    on_each_database(async |clinic| {
        let caller = Caller::of(clinic);
        let id = caller.made("MRN-1").await;
        let path = format!("/connect-requests/{id}");
        for _ in 0..2 {
            let deleted = caller.call(Method::DELETE, &path).await;
            assert_eq!(deleted.status, StatusCode::NO_CONTENT);
        }
        let shown = caller.get(&path).await;
        assert_eq!(shown.text("state"), "deleted");
        assert_eq!(shown.body.get("identity_code"), None);
        assert_eq!(shown.body.get("link"), None);
        assert_eq!(caller.rename(&id, "MRN-9").await.problem(), (409, "over"));
        caller.made("MRN-1").await;
    })
    .await;
}

#[tokio::test]
async fn a_reissued_request_has_a_new_code_and_the_old_one_is_over() {
    on_each_database(async |clinic| {
        let caller = Caller::of(clinic);
        let old = caller.create(&new_request("MRN-1")).await;
        let path = format!("/connect-requests/{}", old.text("id"));
        let reissued = caller.call(Method::POST, &format!("{path}/reissue")).await;
        assert_eq!(reissued.status, StatusCode::CREATED);
        assert_eq!(reissued.headers[header::CACHE_CONTROL], "no-store");
        assert_ne!(reissued.text("id"), old.text("id"));
        assert_ne!(reissued.text("identity_code"), old.text("identity_code"));
        assert_eq!(caller.get(&path).await.text("state"), "replaced");
        for (method, path) in [
            (Method::POST, format!("{path}/reissue")),
            (Method::DELETE, path),
        ] {
            assert_eq!(caller.call(method, &path).await.problem(), (409, "over"));
        }
    })
    .await;
}

#[tokio::test]
async fn a_connected_request_is_told_by_log_and_poll_and_is_not_deleted() {
    on_each_database(async |clinic| {
        let caller = Caller::of(clinic);
        let id = caller.made("MRN-1").await;
        clinic.advance(Duration::from_hours(1));
        let (person, record) = connect(&clinic.services, &id).await;

        let log = caller.get("/events").await;
        assert_eq!(
            log.body,
            json!({
                "events": [{
                    "kind": "authorized",
                    "connect_request_id": id,
                    "external_id": "MRN-1",
                    "person_id": person,
                    "record_id": record,
                    "at": "2026-11-23T09:00:00Z",
                }],
                "next": "1",
            })
        );
        let poll = caller
            .get("/connect-requests/authorized?since=2026-11-23T10:00:30%2B01:00")
            .await;
        assert_eq!(
            poll.body,
            json!({
                "connect_requests": [{
                    "external_id": "MRN-1",
                    "person_id": person,
                    "record_id": record,
                    "application_id": clinic.application.to_string(),
                    "authorized_at": "2026-11-23T09:00:00Z",
                }],
                "as_of": "2026-11-23T09:00:00Z",
            })
        );
        let later = caller
            .get("/connect-requests/authorized?since=2026-11-23T09:02:00Z")
            .await;
        assert_eq!(later.external_ids(), [""; 0]);
        let all = caller.get("/connect-requests/authorized").await;
        assert_eq!(all.external_ids(), ["MRN-1"]);

        let second = caller.made("MRN-2").await;
        clinic.advance(Duration::from_secs(1));
        connect(&clinic.services, &second).await;
        let part = caller.get("/connect-requests/authorized?limit=1").await;
        assert_eq!(part.external_ids(), ["MRN-1"]);
        let rest = format!(
            "/connect-requests/authorized?limit=1&after={}",
            part.text("next")
        );
        let rest = caller.get(&rest).await;
        assert_eq!(rest.external_ids(), ["MRN-2"]);
        assert!(rest.body.get("next").is_none());
        assert_eq!(rest.text("as_of"), "2026-11-23T09:00:01Z");

        let path = format!("/connect-requests/{id}");
        let shown = caller.get(&path).await;
        assert_eq!(shown.text("state"), "connected");
        assert_eq!(shown.text("connected_at"), "2026-11-23T09:00:00Z");
        let deleted = caller.call(Method::DELETE, &path).await;
        assert_eq!(deleted.problem(), (409, "connected"));
    })
    .await;
}

#[tokio::test]
async fn requests_are_listed_by_state_external_id_and_page() {
    on_each_database(async |clinic| {
        let caller = Caller::of(clinic);
        for number in 1..=policy::PAGE_ROWS + 1 {
            clinic.advance(Duration::from_secs(1));
            caller.made(&format!("MRN-{number}")).await;
        }
        let first = caller.get("/connect-requests").await;
        assert_eq!(first.external_ids().len(), 50);
        assert_eq!(first.external_ids()[0], "MRN-51");
        assert_eq!(first.body["connect_requests"][0].get("identity_code"), None);
        assert_eq!(first.body["connect_requests"][0]["mail"], Value::Null);
        let second = caller
            .get(&format!("/connect-requests?after={}", first.text("next")))
            .await;
        assert_eq!(second.external_ids(), ["MRN-1"]);
        assert_eq!(second.body["next"], Value::Null);

        let one = caller.get("/connect-requests?external_id=MRN-7").await;
        assert_eq!(one.external_ids(), ["MRN-7"]);
        let id = one.body["connect_requests"][0]["id"]
            .as_str()
            .expect("an id");
        caller
            .call(Method::DELETE, &format!("/connect-requests/{id}"))
            .await;
        let deleted = caller.get("/connect-requests?state=deleted").await;
        assert_eq!(deleted.external_ids(), ["MRN-7"]);
        let live = caller.get("/connect-requests?external_id=MRN-7").await;
        assert_eq!(live.external_ids(), [""; 0]);

        for (query, misfit) in [
            ("state=open", ("state", "malformed")),
            ("after=7", ("after", "malformed")),
            ("external_id=", ("external_id", "empty")),
            ("external_id=a%00b", ("external_id", "invisible")),
            ("page=2", ("page", "unknown")),
        ] {
            let refused = caller.get(&format!("/connect-requests?{query}")).await;
            assert_eq!(refused.misfits(), [misfit], "{query}");
        }
        let twice = caller
            .get("/connect-requests?state=waiting&state=ended")
            .await;
        assert_eq!(twice.problem(), (422, "invalid"));
        assert_eq!(twice.text("detail"), "duplicate field `state`");
    })
    .await;
}

#[tokio::test]
async fn every_call_without_a_live_key_is_unauthorized() {
    on_each_database(async |clinic| {
        let caller = Caller::of(clinic);
        let id = caller.made("MRN-1").await;
        let one = format!("/connect-requests/{id}");
        let reissue = format!("{one}/reissue");
        let paths = [
            (Method::GET, "/connect-requests"),
            (Method::POST, "/connect-requests"),
            (Method::GET, "/connect-requests/authorized"),
            (Method::GET, one.as_str()),
            (Method::PATCH, one.as_str()),
            (Method::DELETE, one.as_str()),
            (Method::POST, reissue.as_str()),
            (Method::GET, "/events"),
        ];
        let refused = async |name: header::HeaderName, value: &str| {
            for (method, path) in &paths {
                let request = Request::builder()
                    .method(method)
                    .uri(format!("/api/v1{path}"))
                    .header(&name, value)
                    .body(Body::empty());
                let answer = caller.send(request.expect("a request")).await;
                assert_eq!(answer.problem(), (401, "unauthorized"), "{method} {path}");
                assert_eq!(answer.headers[header::WWW_AUTHENTICATE], "Bearer");
            }
        };
        refused(header::COOKIE, "pc=a-stolen-session; __Host-pc=another").await;
        refused(header::AUTHORIZATION, "Bearer pc_guessed").await;
        refused(header::AUTHORIZATION, &caller.key).await;
        refused(header::AUTHORIZATION, &format!("Basic {}", caller.key)).await;

        let renewed = clinic
            .services
            .applications()
            .add_api_key(Administrator::at_command_line(clinic.application), true)
            .await
            .expect("a key");
        assert_eq!(caller.get(&one).await.problem(), (401, "unauthorized"));
        let renewed = Caller::with_key(clinic, &renewed);
        assert_eq!(renewed.get(&one).await.status, StatusCode::OK);
    })
    .await;
}

#[tokio::test]
async fn two_applications_never_see_each_others_requests() {
    on_each_database(async |clinic| {
        let caller = Caller::of(clinic);
        let (_, key) = clinic.add_application(ApplicationChange::default()).await;
        let stranger = Caller::with_key(clinic, &key);
        let id = caller.made("MRN-1").await;
        connect(&clinic.services, &id).await;
        let unknown = "00000000-0000-7000-8000-000000000000";

        let mut bodies = Vec::new();
        for id in [id.as_str(), unknown, "7", "%FF", "a%00b"] {
            let path = format!("/connect-requests/{id}");
            let answers = [
                stranger.get(&path).await,
                stranger.call(Method::DELETE, &path).await,
                stranger.rename(id, "MRN-2").await,
                stranger
                    .call(Method::POST, &format!("{path}/reissue"))
                    .await,
            ];
            for answer in answers {
                assert_eq!(answer.problem(), (404, "not-found"), "{path}");
                bodies.push(answer.body);
            }
        }
        bodies.dedup();
        assert_eq!(bodies.len(), 1);

        assert_eq!(
            stranger.get("/connect-requests").await.external_ids(),
            [""; 0]
        );
        let poll = stranger.get("/connect-requests/authorized").await;
        assert_eq!(poll.external_ids(), [""; 0]);
        let log = stranger.get("/events").await;
        assert_eq!(log.body, json!({ "events": [], "next": "0" }));
        stranger.made("MRN-1").await;
    })
    .await;
}

#[tokio::test]
async fn only_a_web_application_with_the_connect_methods_makes_requests() {
    on_each_database(async |clinic| {
        let caller = Caller::of(clinic);
        let id = caller.made("MRN-1").await;
        let path = format!("/connect-requests/{id}");
        for (kind, code) in [
            (
                domain::application::Kind::Web,
                "connect-methods-not-selected",
            ),
            (domain::application::Kind::Mobile, "application-is-mobile"),
        ] {
            let change = ApplicationChange {
                kind: Some(kind),
                connect_methods: Some(false),
                ..ApplicationChange::default()
            };
            clinic
                .services
                .applications()
                .set(Administrator::at_command_line(clinic.application), change)
                .await
                .expect("changed");
            for answer in [
                caller.create(&new_request("MRN-2")).await,
                caller.rename(&id, "MRN-2").await,
                caller.call(Method::DELETE, &path).await,
                caller.call(Method::POST, &format!("{path}/reissue")).await,
            ] {
                assert_eq!(answer.problem(), (403, code));
            }
        }
    })
    .await;
}

#[tokio::test]
async fn every_field_that_does_not_fit_is_named() {
    on_each_database(async |clinic| {
        let caller = Caller::of(clinic);
        let nothing = caller.create(&json!({})).await;
        assert_eq!(
            nothing.misfits(),
            [
                ("external_id", "empty"),
                ("friendly_name", "empty"),
                ("question", "empty"),
                ("answer", "empty"),
            ]
        );
        for (body, misfit) in [
            (changed("external_id", " \t"), ("external_id", "empty")),
            (
                changed("external_id", "x".repeat(256)),
                ("external_id", "too-long"),
            ),
            (
                changed("friendly_name", "Em\0ma"),
                ("friendly_name", "invisible"),
            ),
            (changed("question", "a\u{202e}b"), ("question", "invisible")),
            (changed("answer", "x".repeat(201)), ("answer", "too-long")),
            (changed("email", "pat@"), ("email", "malformed")),
            (changed("language", "en us"), ("language", "malformed")),
            (
                changed("callback_url", "http://clinic.example"),
                ("callback_url", "malformed"),
            ),
            (changed("answer", 7), ("answer", "malformed")),
            (changed("answer", Value::Null), ("answer", "malformed")),
            (changed("email", json!(["a"])), ("email", "malformed")),
            (changed("pin", "1234"), ("pin", "unknown")),
        ] {
            let refused = caller.create(&body).await;
            assert_eq!(refused.problem(), (422, "invalid"), "{body}");
            assert_eq!(refused.misfits(), [misfit], "{body}");
        }
        let markup = caller
            .create(&changed("friendly_name", "<b>Emma</b>"))
            .await;
        assert_eq!(markup.status, StatusCode::CREATED);

        let id = markup.text("id");
        assert_eq!(
            caller.rename(id, " ").await.misfits(),
            [("external_id", "empty")]
        );
        assert_eq!(
            caller.rename(id, "a\0b").await.misfits(),
            [("external_id", "invisible")]
        );
    })
    .await;
}

#[tokio::test]
async fn a_body_that_is_no_json_object_is_refused() {
    on_each_database(async |clinic| {
        let caller = Caller::of(clinic);
        let json = "application/json; charset=utf-8";
        let fine = new_request("MRN-1").to_string();
        for broken in [
            "",
            "{",
            "banana",
            r#"{"answer": "\ud800"}"#,
            &format!("{fine} x"),
        ] {
            let refused = caller.create_raw(json, broken.to_owned()).await;
            assert_eq!(refused.problem(), (400, "broken-json"), "{broken}");
        }
        let refused = caller.create_raw(json, vec![b'"', 0xff, b'"']).await;
        assert_eq!(refused.status.as_u16() / 100, 4);
        for odd in ["[]", "7", "null", r#"["a","b","c","d",null,null,null]"#] {
            let refused = caller.create_raw(json, odd).await;
            assert_eq!(refused.problem(), (422, "invalid"), "{odd}");
        }
        let twice = caller
            .create_raw(json, r#"{"answer": "a", "answer": "b"}"#)
            .await;
        assert_eq!(twice.problem(), (422, "invalid"));
        assert!(twice.text("detail").starts_with("duplicate field `answer`"));
        for kind in ["text/plain", "application/x-www-form-urlencoded", ""] {
            let refused = caller.create_raw(kind, fine.clone()).await;
            assert_eq!(refused.problem(), (415, "unsupported-media-type"), "{kind}");
        }
        let large = " ".repeat(policy::BODY_MAX) + &fine;
        let refused = caller.create_raw(json, large).await;
        assert_eq!(refused.problem(), (413, "body-too-large"));
        let full = " ".repeat(policy::BODY_MAX - fine.len()) + &fine;
        assert_eq!(
            caller.create_raw(json, full).await.status,
            StatusCode::CREATED
        );
    })
    .await;
}

#[tokio::test]
async fn an_unknown_path_and_a_wrong_method_are_problems() {
    on_each_database(async |clinic| {
        let caller = Caller::of(clinic);
        for path in ["", "/", "/patients", "/connect-requests/1/2/3"] {
            assert_eq!(
                caller.get(path).await.problem(),
                (404, "not-found"),
                "{path}"
            );
        }
        let refused = caller.call(Method::PUT, "/events").await;
        assert_eq!(refused.problem(), (405, "method-not-allowed"));
        assert_eq!(refused.headers[header::ALLOW], "GET,HEAD");
    })
    .await;
}

#[tokio::test]
async fn a_fault_reads_try_again() {
    on_each_database(async |clinic| {
        clinic.services.store().close().await;
        let answer = Caller::of(clinic).get("/events").await;
        assert_eq!(answer.problem(), (503, "unavailable"));
        assert_eq!(answer.headers[header::RETRY_AFTER], "5");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_idempotency_key_makes_one_request_however_often_it_comes() {
    on_each_database(async |clinic| {
        let caller = Caller::of(clinic);
        let mut calls = JoinSet::new();
        for _ in 0..20 {
            let caller = caller.clone();
            calls
                .spawn(async move { caller.create_named("monday-1", &new_request("MRN-1")).await });
        }
        let answers = calls.join_all().await;
        for answer in &answers {
            assert_eq!(answer.status, StatusCode::CREATED, "{answer:?}");
            assert_eq!(answer.body, answers[0].body);
        }
        let listed = caller.get("/connect-requests").await;
        assert_eq!(listed.external_ids(), ["MRN-1"]);

        let other = caller.create_named("monday-1", &new_request("MRN-2")).await;
        assert_eq!(other.problem(), (422, "idempotency-key-reused"));
        let (_, key) = clinic.add_application(ApplicationChange::default()).await;
        let stranger = Caller::with_key(clinic, &key);
        let own = stranger
            .create_named("monday-1", &new_request("MRN-1"))
            .await;
        assert_eq!(own.status, StatusCode::CREATED);
        assert_ne!(own.text("id"), answers[0].text("id"));

        let path = format!("/connect-requests/{}", answers[0].text("id"));
        caller.call(Method::DELETE, &path).await;
        let over = caller.create_named("monday-1", &new_request("MRN-1")).await;
        assert_eq!(over.problem(), (409, "idempotency-key-over"));
    })
    .await;
}

#[tokio::test]
async fn an_idempotency_key_is_one_header_of_visible_ascii() {
    on_each_database(async |clinic| {
        let caller = Caller::of(clinic);
        for name in ["", "a b", "caf\u{e9}", &"x".repeat(256)] {
            let refused = caller.create_named(name, &new_request("MRN-1")).await;
            assert_eq!(
                refused.misfits(),
                [("Idempotency-Key", "malformed")],
                "{name}"
            );
        }
        let twice = caller
            .request(Method::POST, "/connect-requests")
            .header("Idempotency-Key", "a")
            .header("Idempotency-Key", "b");
        let refused = caller.send_json(twice, &new_request("MRN-1")).await;
        assert_eq!(refused.misfits(), [("Idempotency-Key", "malformed")]);
        let longest = "x".repeat(255);
        let made = caller.create_named(&longest, &new_request("MRN-1")).await;
        assert_eq!(made.status, StatusCode::CREATED);
    })
    .await;
}

#[tokio::test]
async fn a_cursor_that_cannot_be_read_is_told_why() {
    on_each_database(async |clinic| {
        let caller = Caller::of(clinic);
        for (query, misfit) in [
            ("after=x", ("after", "malformed")),
            ("after=", ("after", "malformed")),
            ("after=-1", ("after", "malformed")),
            ("after=%2B1", ("after", "malformed")),
            ("after=99999999999999999999", ("after", "malformed")),
            ("after=1", ("after", "ahead")),
            ("wait=31", ("wait", "malformed")),
            ("wait=soon", ("wait", "malformed")),
            ("since=1", ("since", "unknown")),
        ] {
            let refused = caller.get(&format!("/events?{query}")).await;
            assert_eq!(refused.problem(), (422, "invalid"), "{query}");
            assert_eq!(refused.misfits(), [misfit], "{query}");
        }
        for since in ["yesterday", "", "2026-11-23T10:00:30+01:00", "2026-11-23"] {
            let refused = caller
                .get(&format!("/connect-requests/authorized?since={since}"))
                .await;
            assert_eq!(refused.misfits(), [("since", "malformed")], "{since}");
        }
        let id = "0191f0a0000070008000000000000000";
        for (query, field) in [
            ("limit=0", "limit"),
            ("limit=1001", "limit"),
            ("limit=-1", "limit"),
            ("after=1", "after"),
            (&format!("after=1.{id}.{id}.99999999999999999999"), "after"),
            (&format!("after=1.{id}.{id}.9223372036854775807"), "after"),
            (&format!("after=9223372036854775807.{id}.{id}.1"), "after"),
            (&format!("after=1.{id}.{id}.1.1"), "after"),
            (
                &format!("after=1.{id}.{id}.1&since=2026-11-23T10:00:30Z"),
                "since",
            ),
        ] {
            let refused = caller
                .get(&format!("/connect-requests/authorized?{query}"))
                .await;
            assert_eq!(refused.misfits(), [(field, "malformed")], "{query}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_purged_cursor_is_told_the_oldest_that_reads() {
    on_each_database(async |clinic| {
        let caller = Caller::of(clinic);
        write_event(&clinic.services, clinic.application, "old", Duration::ZERO).await;
        clinic.advance(3 * policy::RETENTION);
        write_event(&clinic.services, clinic.application, "new", Duration::ZERO).await;
        let now = clinic.services.ports().now();
        clinic
            .services
            .installation()
            .clean_up(now)
            .await
            .expect("cleaned up");

        let gone = caller.get("/events?after=0&wait=30").await;
        assert_eq!(gone.problem(), (410, "cursor-gone"));
        assert_eq!(gone.text("oldest_cursor"), "1");
        let log = caller.get("/events?after=1").await;
        assert_eq!(log.body["events"][0]["external_id"], "new");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_long_poll_wakes_on_an_event_and_answers_empty_at_its_end() {
    on_each_database(async |clinic| {
        let caller = Caller::of(clinic);
        let empty = caller.get("/events?wait=1").await;
        assert_eq!(empty.body, json!({ "events": [], "next": "0" }));

        let id = caller.made("MRN-1").await;
        let waiting = tokio::spawn({
            let caller = caller.clone();
            async move { caller.get("/events?after=0&wait=30").await }
        });
        tokio::time::sleep(Duration::from_millis(50)).await;
        clinic
            .services
            .journey()
            .not_me(request_id(&id))
            .await
            .expect("told");
        let woken = tokio::time::timeout(Duration::from_secs(10), waiting)
            .await
            .expect("in time")
            .expect("an answer");
        assert_eq!(woken.body["events"][0]["kind"], "rejected");
        assert_eq!(woken.body["events"][0]["person_id"], Value::Null);
        assert_eq!(woken.text("next"), "1");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_fifth_waiter_is_told_to_come_later_and_a_shutdown_answers_them_all() {
    on_each_database(async |clinic| {
        let caller = Caller::of(clinic);
        let mut waiting = JoinSet::new();
        for _ in 0..=policy::EVENT_WAITERS {
            let caller = caller.clone();
            waiting.spawn(async move { caller.get("/events?wait=30").await });
        }
        let first = waiting.join_next().await.expect("one").expect("an answer");
        assert_eq!(first.problem(), (429, "too-many-waiting"));
        assert_eq!(first.headers[header::RETRY_AFTER], "5");
        clinic.services.shut_down();
        for answer in waiting.join_all().await {
            assert_eq!(answer.body, json!({ "events": [], "next": "0" }));
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reader_of_the_log_misses_nothing_and_sees_nothing_twice() {
    const WRITERS: u64 = 8;
    const EACH: u64 = 250;
    on_each_database(async |clinic| {
        let mut writers = JoinSet::new();
        for writer in 0..WRITERS {
            let (services, application) = (clinic.services.clone(), clinic.application);
            let mut rng = ChaCha20Rng::seed_from_u64(writer);
            writers.spawn(async move {
                for number in 0..EACH {
                    // A timer's tick is a millisecond, so most do not wait at all.
                    let delay = Duration::from_millis(u64::from(rng.next_u32() % 16 == 0));
                    let name = format!("{writer}/{number}");
                    write_event(&services, application, &name, delay).await;
                }
            });
        }
        let caller = Caller::of(clinic);
        let mut cursor = "0".to_owned();
        let mut seen = Vec::new();
        while seen.len() < usize::try_from(WRITERS * EACH).expect("few") {
            let log = caller.get(&format!("/events?wait=5&after={cursor}")).await;
            let events = log.body["events"].as_array().expect("events");
            assert!(!events.is_empty(), "{} were seen", seen.len());
            seen.extend(events.iter().map(|event| event["external_id"].to_string()));
            log.text("next").clone_into(&mut cursor);
        }
        while let Some(writer) = writers.join_next().await {
            writer.expect("written");
        }
        let end = caller.get(&format!("/events?after={cursor}")).await;
        assert_eq!(end.body["events"], json!([]));
        assert_eq!(cursor, (WRITERS * EACH).to_string());
        for writer in 0..WRITERS {
            let own = format!("\"{writer}/");
            let in_order = (0..EACH).map(|number| format!("{own}{number}\""));
            assert!(
                seen.iter()
                    .filter(|name| name.starts_with(&own))
                    .cloned()
                    .eq(in_order)
            );
        }
    })
    .await;
}

#[tokio::test]
async fn the_description_is_served_without_a_key() {
    on_each_database(async |clinic| {
        let caller = Caller::of(clinic);
        let request = Request::builder()
            .uri("/api/openapi.json")
            .body(Body::empty());
        let served = caller.send(request.expect("a request")).await;
        assert_eq!(served.status, StatusCode::OK);
        let document = serde_json::to_value(api::openapi()).expect("JSON");
        assert_eq!(served.body, document);
    })
    .await;
}
