//! The FHIR API below its resources: who may call, what is negotiated, and the patients that are connected.

use crate::support::fhir::{FHIR_JSON, FHIR_URL, FhirClient, ids, is_refused, next};
use crate::support::smart::{Signer, System, json_of};
use crate::support::{Browser, Clinic, on_each_database};
use axum::body::Body;
use axum::http::Method;
use service::Administrator;
use std::time::Duration;

/// A patient who is connected under an id of the clinic's; answers the record's id.
async fn connect(clinic: &Clinic, external_id: &str) -> (Browser, String) {
    let invitation = clinic.invite(external_id).await;
    let email = format!("{}@example.org", external_id.to_lowercase());
    let browser = clinic.person("Pat", &email).await;
    clinic.connect(&browser, &invitation, "Emma").await;
    let events = clinic.events().await;
    let record = events.last().and_then(|event| event.record);
    (browser, record.expect("a record").0.to_string())
}

async fn disconnect(browser: &Browser) {
    let page = browser.get("/account").await;
    let ids = page.attributes("input[name='authorization']", "value");
    let fields = [("authorization", ids[0].as_str())];
    browser
        .post("/account/disconnect", &fields)
        .await
        .has_status(200);
}

#[tokio::test]
async fn capability_statement_needs_no_token_and_names_what_is_there() {
    on_each_database(async |clinic| {
        let browser = clinic.browser();
        let answer = browser.get("/fhir/r4/metadata").await;
        answer.has_status(200);
        assert_eq!(answer.header("content-type"), FHIR_JSON);
        let said = json_of(&answer);
        assert_eq!(said["resourceType"], "CapabilityStatement");
        assert_eq!(said["fhirVersion"], "4.0.1");
        let security = &said["rest"][0]["security"]["extension"][0]["extension"][0];
        assert_eq!(security["valueUri"], "http://127.0.0.1:3000/fhir/token");
        let types = said["rest"][0]["resource"].as_array().expect("types");
        assert!(types.iter().any(|one| one["type"] == "Patient"));
        let etag = answer.header("etag").to_owned();
        let headers = [("if-none-match", etag.as_str())];
        let path = "/fhir/r4/metadata";
        let again = browser.send(Method::GET, path, &headers, Body::empty());
        again.await.has_status(304);
        let post = browser.send(Method::POST, path, &[], Body::empty()).await;
        is_refused(&post, 405, "not-supported");
    })
    .await;
}

#[tokio::test]
async fn callers_without_a_current_token_are_refused() {
    on_each_database(async |clinic| {
        let system = System::new(clinic.application, Signer::elliptic());
        let set = system.register(clinic).await;
        let client = FhirClient::with_scope(clinic, &system, "system/*.rs").await;
        client.get("/Patient").await.has_status(200);
        let by = Administrator::at_command_line(clinic.application);
        let applications = clinic.services().applications();
        let api_key = applications.add_api_key(by, false).await.expect("a key");
        for token in [
            String::new(),
            api_key,
            "pct_".to_owned(),
            format!("{}A", client.token),
            client.token.replace("pct_", ""),
            client.token[..client.token.len() - 2].to_owned(),
        ] {
            let other = FhirClient { clinic, token };
            let answer = other.get("/Patient").await;
            is_refused(&answer, 401, "login");
            let wanted = r#"Bearer error="invalid_token""#;
            assert_eq!(answer.header("www-authenticate"), wanted);
        }
        let nobody = clinic.browser().get("/fhir/r4/Nonsense").await;
        is_refused(&nobody, 401, "login");
        // A token ends with its time, and with its key.
        let late = FhirClient::with_scope(clinic, &system, "system/*.rs").await;
        clinic.advance(Duration::from_secs(299));
        late.get("/Patient").await.has_status(200);
        clinic.advance(Duration::from_secs(1));
        is_refused(&late.get("/Patient").await, 401, "login");
        let ended = FhirClient::with_scope(clinic, &system, "system/*.rs").await;
        let removed = applications.remove_key_set(by, set, None).await;
        removed.expect("removed");
        is_refused(&ended.get("/Patient").await, 401, "login");
    })
    .await;
}

#[tokio::test]
async fn the_scopes_of_the_token_are_a_ceiling() {
    on_each_database(async |clinic| {
        let (_, record) = connect(clinic, "MRN-1").await;
        let system = System::of(clinic).await;
        let path = format!("/Patient/{record}");
        let reads = FhirClient::with_scope(clinic, &system, "system/Patient.r").await;
        reads.get(&path).await.has_status(200);
        let refused = reads.get("/Patient").await;
        is_refused(&refused, 403, "forbidden");
        let wanted = r#"Bearer error="insufficient_scope""#;
        assert_eq!(refused.header("www-authenticate"), wanted);
        is_refused(&reads.get("/Group/connected").await, 403, "forbidden");
        let searches = FhirClient::with_scope(clinic, &system, "system/Patient.s").await;
        searches.get("/Patient").await.has_status(200);
        is_refused(&searches.get(&path).await, 403, "forbidden");
    })
    .await;
}

#[tokio::test]
async fn a_connected_patient_is_read_until_they_disconnect() {
    on_each_database(async |clinic| {
        let (browser, record) = connect(clinic, "MRN-1").await;
        let client = FhirClient::of(clinic).await;
        let path = format!("/Patient/{record}");
        let answer = client.get(&path).await;
        answer.has_status(200);
        let patient = json_of(&answer);
        assert_eq!(patient["id"], record.as_str());
        assert_eq!(patient["identifier"][0]["value"], "MRN-1");
        assert_eq!(patient["name"][0]["text"], "Emma");
        let version = patient["meta"]["versionId"].as_str().expect("a version");
        assert_eq!(answer.header("etag"), format!("W/\"{version}\""));
        assert_eq!(
            answer.header("last-modified"),
            "Mon, 04 May 2026 08:00:00 GMT"
        );
        let past = client.get(&format!("{path}/_history/{version}")).await;
        past.has_status(200);
        is_refused(
            &client.get(&format!("{path}/_history/1")).await,
            404,
            "not-supported",
        );
        let headers = [("if-none-match", answer.header("etag"))];
        let again = client
            .send(Method::GET, &path, &headers, Body::empty())
            .await;
        again.has_status(304);
        assert!(again.body.is_empty());
        let head = client.send(Method::HEAD, &path, &[], Body::empty()).await;
        head.has_status(200);
        assert!(head.body.is_empty());
        assert_eq!(head.header("etag"), answer.header("etag"));

        disconnect(&browser).await;
        is_refused(&client.get(&path).await, 404, "not-found");
        assert!(ids(&client.found("/Patient").await).is_empty());
        let group = client.found("/Group/connected").await;
        assert_eq!(group["quantity"], 0);
    })
    .await;
}

#[tokio::test]
async fn what_is_not_the_callers_is_answered_as_what_is_not_there() {
    on_each_database(async |clinic| {
        let (_, record) = connect(clinic, "MRN-1").await;
        let other = clinic.another_application().await;
        let system = System::new(other, Signer::elliptic());
        system.register(clinic).await;
        let client = FhirClient::with_scope(clinic, &system, "system/*.rs").await;
        let theirs = client.get(&format!("/Patient/{record}")).await;
        is_refused(&theirs, 404, "not-found");
        for id in ["00000000-0000-7000-8000-000000000000", "MRN-1", "..", "x"] {
            let none = client.get(&format!("/Patient/{id}")).await;
            is_refused(&none, 404, "not-found");
            assert_eq!(none.body, theirs.body, "{id}");
        }
        let system_of_theirs = format!(
            "http://127.0.0.1:3000/fhir/external-id/{}",
            clinic.application
        );
        for search in [
            format!("identifier={system_of_theirs}|MRN-1"),
            "identifier=MRN-1".to_owned(),
            format!("_id={record}"),
            String::new(),
        ] {
            let found = client.search("Patient", &search).await;
            found.has_status(200);
            assert!(ids(&json_of(&found)).is_empty(), "{search}");
        }
    })
    .await;
}

#[tokio::test]
async fn patients_are_found_by_the_clinics_own_id() {
    on_each_database(async |clinic| {
        let (_, first) = connect(clinic, "MRN-1").await;
        clinic.advance(Duration::from_hours(24));
        let (_, second) = connect(clinic, "MRN-2").await;
        let client = FhirClient::of(clinic).await;
        let ours = format!(
            "http://127.0.0.1:3000/fhir/external-id/{}",
            clinic.application
        );
        for (search, found) in [
            (String::new(), vec![&first, &second]),
            (format!("identifier={ours}|MRN-1"), vec![&first]),
            ("identifier=MRN-2".to_owned(), vec![&second]),
            (
                format!("identifier={ours}|MRN-1,MRN-2"),
                vec![&first, &second],
            ),
            ("identifier=MRN-1&identifier=MRN-2".to_owned(), vec![]),
            ("identifier=https://other.example|MRN-1".to_owned(), vec![]),
            ("identifier=|MRN-1".to_owned(), vec![]),
            (format!("identifier={ours}|"), vec![]),
            (format!("_id={second}"), vec![&second]),
            (
                format!("_id={second},{first},nonsense"),
                vec![&first, &second],
            ),
            (format!("_id={second}&identifier=MRN-1"), vec![]),
            ("_lastUpdated=gt2026-05-04".to_owned(), vec![&second]),
            ("_lastUpdated=2026-05-04".to_owned(), vec![&first]),
            (
                "_lastUpdated=ge2026-05&_lastUpdated=lt2026-06".to_owned(),
                vec![&first, &second],
            ),
        ] {
            let posted = client.search("Patient", &search).await;
            posted.has_status(200);
            let bundle = json_of(&posted);
            assert_eq!(bundle["type"], "searchset");
            let same = ids(&bundle).iter().eq(found.iter().copied());
            assert!(same, "{search}: {bundle}");
            assert_eq!(bundle["total"], found.len(), "{search}");
            let asked = client
                .found(&format!("/Patient?{}", search.replace('|', "%7C")))
                .await;
            assert_eq!(asked, bundle, "{search}");
            let counted = client
                .search("Patient", &format!("{search}&_count=0"))
                .await;
            let counted = json_of(&counted);
            assert_eq!(counted["total"], found.len(), "{search}");
            assert_eq!(counted.get("entry"), None);
        }
        let bundle = client.found("/Patient?identifier=MRN-1").await;
        assert_eq!(
            bundle["entry"][0]["fullUrl"],
            format!("{FHIR_URL}/Patient/{first}")
        );
        let said = format!("{FHIR_URL}/Patient?identifier=MRN-1&_count=50");
        assert_eq!(bundle["link"][0]["url"], said);
        let group = client.found("/Group/connected").await;
        let member = &group["member"][1];
        assert_eq!(member["entity"]["reference"], format!("Patient/{second}"));
        assert_eq!(member["period"]["start"], "2026-05-05T08:00:00Z");
    })
    .await;
}

#[tokio::test]
async fn pages_are_continued_by_who_searched_and_in_time() {
    on_each_database(async |clinic| {
        let mut all = Vec::new();
        for number in 1..=3 {
            let (_, record) = connect(clinic, &format!("MRN-{number}")).await;
            all.push(record);
            clinic.advance(Duration::from_mins(1));
        }
        let system = System::of(clinic).await;
        let client = FhirClient::with_scope(clinic, &system, "system/*.rs").await;
        let first = client.found("/Patient?_count=2").await;
        assert_eq!(ids(&first), all[..2]);
        assert_eq!(first.get("total"), None);
        let more = next(&first).expect("a page");
        assert!(
            more.starts_with(&format!("{FHIR_URL}/Patient?_page=")),
            "{more}"
        );
        let last = client.found(&more).await;
        assert_eq!(ids(&last), all[2..]);
        assert_eq!(next(&last), None);
        let narrower = FhirClient::with_scope(clinic, &system, "system/Patient.rs").await;
        is_refused(&narrower.get(&more).await, 410, "expired");
        let other = clinic.another_application().await;
        let other = System::new(other, Signer::elliptic());
        other.register(clinic).await;
        let other = FhirClient::with_scope(clinic, &other, "system/*.rs").await;
        is_refused(&other.get(&more).await, 410, "expired");
        is_refused(&client.get("/Patient?_page=nonsense").await, 410, "expired");
        clinic.advance(Duration::from_mins(10));
        let later = FhirClient::with_scope(clinic, &system, "system/*.rs").await;
        is_refused(&later.get(&more).await, 410, "expired");
    })
    .await;
}

#[tokio::test]
async fn calls_that_are_not_supported_are_refused_by_name() {
    on_each_database(async |clinic| {
        let client = FhirClient::of(clinic).await;
        for (path, status, code) in [
            ("/Encounter", 404, "not-supported"),
            ("/Encounter/1", 404, "not-supported"),
            ("/Patient/1/2/3/4", 404, "not-found"),
            ("/Patient/%00", 404, "not-found"),
            ("/Patient/$everything", 404, "not-found"),
            ("/Group", 405, "not-supported"),
            ("/Group/others", 404, "not-found"),
            ("/Patient?name=Emma", 400, "not-supported"),
            ("/Patient?identifier:exact=1", 400, "not-supported"),
            ("/Patient?_count=x", 400, "value"),
            ("/Patient?_lastUpdated=ne2026", 400, "value"),
            ("/Patient?_sort=name", 400, "not-supported"),
            ("/Patient?_summary=true", 400, "value"),
            ("/Patient?_format=xml", 406, "not-supported"),
            ("/Patient?_id=%ff", 200, ""),
        ] {
            let answer = client.get(path).await;
            if status == 200 {
                answer.has_status(200);
            } else {
                is_refused(&answer, status, code);
            }
        }
        let long = format!("/Patient?_id={}", "a".repeat(5_000));
        is_refused(&client.get(&long).await, 414, "too-long");
        let found = client.found("/Patient?_count=100000").await;
        assert!(
            found["link"][0]["url"]
                .as_str()
                .expect("a URL")
                .ends_with("_count=200")
        );
        let none = [("content-type", FHIR_JSON)];
        for (method, path) in [
            (Method::POST, "/Patient"),
            (Method::PUT, "/Patient/1"),
            (Method::DELETE, "/Patient/1"),
            (Method::PATCH, "/Patient/1"),
            (Method::OPTIONS, "/Patient"),
        ] {
            let answer = client.send(method, path, &none, "{}").await;
            is_refused(&answer, 405, "not-supported");
        }
        let xml = [("accept", "application/fhir+xml")];
        let answer = client.send(Method::GET, "/Patient", &xml, "").await;
        is_refused(&answer, 406, "not-supported");
        let answer = client
            .send(Method::POST, "/Patient/_search", &none, "{}")
            .await;
        is_refused(&answer, 415, "not-supported");
        let lenient = [("prefer", "handling=lenient")];
        let answer = client
            .send(Method::GET, "/Patient?name=Emma", &lenient, "")
            .await;
        answer.has_status(200);
        let bundle = json_of(&answer);
        let last = bundle["entry"].as_array().expect("entries").last();
        assert_eq!(last.expect("one")["search"]["mode"], "outcome");
        assert!(
            !bundle["link"][0]["url"]
                .as_str()
                .expect("a URL")
                .contains("name")
        );
        let json = [("accept", "application/json")];
        let answer = client.send(Method::GET, "/Patient", &json, "").await;
        assert_eq!(answer.header("content-type"), "application/json");
    })
    .await;
}

#[tokio::test]
async fn an_application_reads_so_often_and_no_oftener() {
    on_each_database(async |clinic| {
        let client = FhirClient::of(clinic).await;
        for _ in 0..600 {
            client.get("/Encounter").await.has_status(404);
        }
        let answer = client.get("/Patient").await;
        is_refused(&answer, 429, "throttled");
        assert_eq!(answer.header("retry-after"), "5");
        clinic.advance(Duration::from_secs(1));
        client.get("/Patient").await.has_status(200);
    })
    .await;
}
