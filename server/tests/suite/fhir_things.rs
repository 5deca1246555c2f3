//! Things in records by the FHIR API: written and read by the same use cases as the XML platform, in the same store.

use crate::support::fhir::{FHIR_URL, FhirClient, ids, is_refused, next};
use crate::support::record::{Connected, ask_for};
use crate::support::smart::{Signer, System, json_of};
use crate::support::{Clinic, Page, on_each_database};
use axum::body::Body;
use axum::http::Method;
use domain::application::Rule;
use domain::thing::{KINDS, Permission};
use serde_json::{Value, json};
use std::time::Duration;

const WEIGHT: &str = "3d34d87e-7fc1-4153-800f-f56592cb0d17";

/// A patient who shares everything, and a client with a token for all of it.
async fn sharing(clinic: &Clinic) -> (Connected, FhirClient<'_>) {
    let connected = Connected::to_everything(clinic).await;
    (connected, FhirClient::of(clinic).await)
}

fn weight(record: &str, kilograms: &str, at: &str) -> Value {
    // As text, so that the number keeps its digits.
    let text = format!(
        r#"{{"resourceType":"Observation","status":"final",
        "category":[{{"coding":[{{"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"vital-signs"}}]}}],
        "code":{{"coding":[{{"system":"http://loinc.org","code":"29463-7"}}]}},
        "subject":{{"reference":"Patient/{record}"}},"effectiveDateTime":"{at}",
        "valueQuantity":{{"value":{kilograms},"unit":"kg","system":"http://unitsofmeasure.org","code":"kg"}}}}"#
    );
    serde_json::from_str(&text).expect("JSON")
}

fn with_own_id(mut resource: Value, id: &str) -> Value {
    let system = "http://127.0.0.1:3000/fhir/client-thing-id";
    resource["identifier"] = json!([{"system": system, "value": id}]);
    resource
}

#[track_caller]
fn id_of(page: &Page) -> String {
    json_of(page)["id"].as_str().expect("an id").to_owned()
}

async fn count(clinic: &Clinic, sql: &str) -> i64 {
    clinic.database.number(sql).await
}

#[tokio::test]
async fn what_fhir_writes_xml_reads_and_the_other_way_round() {
    on_each_database(async |clinic| {
        let (connected, client) = sharing(clinic).await;
        let sent = weight(&connected.record, "72.5", "2026-05-01T07:30:00+02:00");
        let made = client.post("/Observation", &sent).await;
        made.has_status(201);
        let id = id_of(&made);
        let version = json_of(&made)["meta"]["versionId"].clone();
        let version = version.as_str().expect("a version");
        let place = format!("{FHIR_URL}/Observation/{id}/_history/{version}");
        assert_eq!(made.header("location"), place);
        assert_eq!(made.header("etag"), format!("W/\"{version}\""));
        let things = connected.get(clinic, &format!("<id>{id}</id>")).await.is(0);
        assert_eq!(things.first("kg"), "72.5");
        assert_eq!(things.first("type-id"), WEIGHT);

        let thing = format!(
            "<thing><type-id>{WEIGHT}</type-id><data-xml><weight><when><date><y>2026</y><m>5</m><d>2</d></date></when>\
             <value><kg>80</kg></value></weight></data-xml></thing>"
        );
        let put = connected.put(clinic, &thing);
        let theirs = put.await.is(0).first("thing-id");
        let read = client.found(&format!("/Observation/{theirs}")).await;
        assert_eq!(read["valueQuantity"]["value"], json!(80));
        assert_eq!(read["effectiveDateTime"], "2026-05-02");
        let subject = &read["subject"]["reference"];
        assert_eq!(*subject, format!("Patient/{}", connected.record));
        let logged = "select count(*) from audit where action = 'thing.read' and actor_kind = 'application'";
        assert_eq!(count(clinic, logged).await, 2, "one by each door");
        let logged = "select count(*) from audit where action = 'thing.write'";
        assert_eq!(count(clinic, logged).await, 2);
        let noted = "select count(*) from access where what = 'read'";
        assert!(count(clinic, noted).await > 0, "the patient reads who read");
    })
    .await;
}

#[tokio::test]
async fn a_resource_is_updated_in_the_version_that_was_read() {
    on_each_database(async |clinic| {
        let (connected, client) = sharing(clinic).await;
        let sent = weight(&connected.record, "72.5", "2026-05-01T07:30:00Z");
        let made = client.post("/Observation", &sent).await;
        let (id, first) = (id_of(&made), made.header("etag").to_owned());
        let path = format!("/Observation/{id}");
        let mut changed = json_of(&made);
        let same = client.put(&path, &changed, &[("if-match", &first)]).await;
        same.has_status(200);
        assert_eq!(same.header("etag"), first, "nothing changed");
        changed["valueQuantity"]["value"] = json!(73.5);
        let second = client.put(&path, &changed, &[("if-match", &first)]).await;
        second.has_status(200);
        assert_ne!(second.header("etag"), first);
        let stale = client.put(&path, &changed, &[("if-match", &first)]).await;
        is_refused(&stale, 412, "conflict");
        let read = client.get(&path).await;
        assert_eq!(json_of(&read)["valueQuantity"]["value"], json!(73.5));
        let version = first.trim_start_matches("W/").trim_matches('"').to_owned();
        let past = client.get(&format!("{path}/_history/{version}")).await;
        is_refused(&past, 404, "not-supported");
        is_refused(
            &client.get(&format!("{path}/_history")).await,
            404,
            "not-supported",
        );

        let other = "00000000-0000-7000-8000-000000000000";
        let wrong = client
            .put(&format!("/Observation/{other}"), &changed, &[])
            .await;
        is_refused(&wrong, 400, "invalid");
        changed["id"] = json!(other);
        let unknown = client
            .put(&format!("/Observation/{other}"), &changed, &[])
            .await;
        is_refused(&unknown, 405, "not-supported");
        let minimal = [("prefer", "return=minimal")];
        let mut again = json_of(&read);
        again["valueQuantity"]["value"] = json!(74);
        let quiet = client.put(&path, &again, &minimal).await;
        quiet.has_status(200);
        assert!(quiet.body.is_empty());
    })
    .await;
}

#[tokio::test]
async fn what_is_deleted_is_gone() {
    on_each_database(async |clinic| {
        let (connected, client) = sharing(clinic).await;
        let sent = weight(&connected.record, "72.5", "2026-05-01T07:30:00Z");
        let made = client.post("/Observation", &sent).await;
        let path = format!("/Observation/{}", id_of(&made));
        let stale = [("if-match", "W/\"1\"")];
        let refused = client.send(Method::DELETE, &path, &stale, "").await;
        is_refused(&refused, 412, "conflict");
        client.delete(&path).await.has_status(204);
        client.delete(&path).await.has_status(204);
        is_refused(&client.get(&path).await, 410, "deleted");
        let search = format!("/Observation?patient={}", connected.record);
        assert!(ids(&client.found(&search).await).is_empty());
        let removed = "select count(*) from audit where action = 'thing.remove'";
        assert_eq!(count(clinic, removed).await, 1);
        let never = client.delete("/Observation/00000000-0000-7000-8000-000000000000");
        is_refused(&never.await, 404, "not-found");
    })
    .await;
}

#[tokio::test]
async fn a_create_with_a_condition_is_done_once() {
    on_each_database(async |clinic| {
        let (connected, client) = sharing(clinic).await;
        let sent = with_own_id(weight(&connected.record, "72.5", "2026-05-01"), "lab-1");
        let text = sent.to_string();
        let condition = "identifier=http://127.0.0.1:3000/fhir/client-thing-id|lab-1";
        let headers = [
            ("content-type", "application/fhir+json"),
            ("if-none-exist", condition),
        ];
        let first = client
            .send(Method::POST, "/Observation", &headers, text.clone())
            .await;
        first.has_status(201);
        let again = client
            .send(Method::POST, "/Observation", &headers, text.clone())
            .await;
        again.has_status(200);
        assert_eq!(id_of(&again), id_of(&first));
        assert_eq!(again.header("location"), first.header("location"));
        assert_eq!(count(clinic, "select count(*) from thing").await, 1);
        client.post("/Observation", &sent).await.has_status(201);
        let several = client
            .send(Method::POST, "/Observation", &headers, text.clone())
            .await;
        is_refused(&several, 412, "multiple-matches");
        for condition in [
            "",
            "code=29463-7",
            "identifier=lab-1",
            "identifier=http://x|lab-1",
        ] {
            let headers = [
                ("content-type", "application/fhir+json"),
                ("if-none-exist", condition),
            ];
            let refused = client
                .send(Method::POST, "/Observation", &headers, text.clone())
                .await;
            is_refused(&refused, 400, "not-supported");
        }
        let as_query = client.post("/Observation?identifier=lab-1", &sent).await;
        is_refused(&as_query, 400, "not-supported");
        let system = "http://127.0.0.1:3000/fhir/client-thing-id";
        let search = format!("patient={}&identifier={system}|lab-1", connected.record);
        let found = client.search("Observation", &search).await;
        assert_eq!(ids(&json_of(&found)).len(), 2);
    })
    .await;
}

#[tokio::test]
async fn things_are_searched_by_code_category_and_date_in_pages() {
    on_each_database(async |clinic| {
        let (connected, client) = sharing(clinic).await;
        let record = &connected.record;
        let mut all = Vec::new();
        for day in 1..=5 {
            let sent = weight(record, "72.5", &format!("2026-05-0{day}"));
            all.push(id_of(&client.post("/Observation", &sent).await));
            clinic.advance(Duration::from_secs(1));
        }
        let mut latest = all.clone();
        latest.reverse();
        for (search, found) in [
            (String::new(), latest.clone()),
            ("&_sort=date".to_owned(), all.clone()),
            ("&_sort=-_lastUpdated".to_owned(), latest.clone()),
            ("&code=29463-7".to_owned(), latest.clone()),
            ("&code=http://loinc.org|29463-7".to_owned(), latest.clone()),
            ("&code=http://loinc.org|8302-2".to_owned(), vec![]),
            ("&code=8302-2,29463-7".to_owned(), latest.clone()),
            ("&code=http://snomed.info/sct|29463-7".to_owned(), vec![]),
            ("&code=nonsense".to_owned(), vec![]),
            ("&category=vital-signs".to_owned(), latest.clone()),
            ("&category=laboratory".to_owned(), vec![]),
            ("&date=2026-05-02".to_owned(), vec![all[1].clone()]),
            (
                "&date=ge2026-05-02&date=lt2026-05-04&_sort=date".to_owned(),
                all[1..3].to_vec(),
            ),
            ("&_lastUpdated=gt2027".to_owned(), vec![]),
            (format!("&_id={}", all[2]), vec![all[2].clone()]),
            (format!("&subject=Patient/{record}"), latest.clone()),
        ] {
            let text = format!("patient={record}{search}");
            let bundle = json_of(&client.search("Observation", &text).await);
            assert_eq!(ids(&bundle), found, "{search}");
            assert_eq!(bundle["total"], found.len(), "{search}");
        }
        for patient in [
            format!("Patient/{record}"),
            format!("{FHIR_URL}/Patient/{record}"),
        ] {
            let bundle = json_of(
                &client
                    .search("Observation", &format!("patient={patient}"))
                    .await,
            );
            assert_eq!(ids(&bundle), latest, "{patient}");
        }
        let by_id = client.found(&format!("/Observation?_id={}", all[0])).await;
        assert_eq!(ids(&by_id), all[..1]);
        let (mut path, mut paged) = (
            format!("/Observation?patient={record}&_count=2"),
            Vec::new(),
        );
        loop {
            let bundle = client.found(&path).await;
            let page = ids(&bundle);
            assert!(page.len() <= 2);
            paged.extend(page);
            match next(&bundle) {
                Some(more) => {
                    assert!(!more.contains(record.as_str()), "{more}");
                    path = more;
                }
                None => break,
            }
        }
        assert_eq!(paged, latest);
        let counted = client
            .found(&format!("/Observation?patient={record}&_summary=count"))
            .await;
        assert_eq!(counted["total"], 5);
        assert_eq!(counted.get("entry"), None);
        for (search, code) in [
            ("", "required"),
            ("code=29463-7", "required"),
            ("patient=x&date=ap2026", "value"),
            ("patient=x&_sort=code", "not-supported"),
            ("patient=x&value-quantity=5", "not-supported"),
            ("patient.name=x", "not-supported"),
        ] {
            is_refused(&client.search("Observation", search).await, 400, code);
        }
        for stranger in ["nonsense", "00000000-0000-7000-8000-000000000000"] {
            let bundle = client
                .found(&format!("/Observation?patient={stranger}"))
                .await;
            assert!(ids(&bundle).is_empty());
        }
    })
    .await;
}

/// Only weight may be read, and nothing written.
fn reading(types: &[&str]) -> Rule {
    Rule {
        name: "See some of it".into(),
        why: "So that we treat you well".into(),
        permissions: vec![Permission::Read],
        types: types.iter().map(|id| id.parse().expect("an id")).collect(),
        ..Rule::default()
    }
}

#[tokio::test]
async fn what_the_patient_did_not_grant_is_not_there() {
    on_each_database(async |clinic| {
        let all = Rule {
            permissions: Permission::ALL.to_vec(),
            types: KINDS.iter().map(|kind| kind.id).collect(),
            ..reading(&[])
        };
        ask_for(clinic, vec![reading(&[WEIGHT])]).await;
        let connected = Connected::new(clinic).await;
        ask_for(clinic, vec![all]).await;
        let client = FhirClient::of(clinic).await;
        let sent = weight(&connected.record, "72.5", "2026-05-01");
        let refused = client.post("/Observation", &sent).await;
        is_refused(&refused, 404, "not-found");
        assert_eq!(count(clinic, "select count(*) from thing").await, 0);
        let search = format!("/Observation?patient={}", connected.record);
        let bundle = client.found(&search).await;
        let entries = bundle["entry"].as_array().expect("an outcome");
        assert_eq!(entries[0]["search"]["mode"], "outcome");
        assert_eq!(entries[0]["resource"]["issue"][0]["code"], "suppressed");
    })
    .await;
}

#[tokio::test]
async fn another_application_and_the_disconnected_find_nothing() {
    on_each_database(async |clinic| {
        let (connected, client) = sharing(clinic).await;
        let sent = weight(&connected.record, "72.5", "2026-05-01");
        let made = client.post("/Observation", &sent).await;
        let path = format!("/Observation/{}", id_of(&made));
        let search = format!("/Observation?patient={}", connected.record);
        let other = clinic.another_application().await;
        let system = System::new(other, Signer::elliptic());
        system.register(clinic).await;
        let refused = system.ask(clinic, "system/Observation.rs").await;
        refused.has_status(400);
        assert_eq!(
            json_of(&refused)["error"],
            "invalid_scope",
            "its rules ask for none"
        );

        let page = connected.browser.get("/account").await;
        let authorization = page.attributes("input[name='authorization']", "value");
        let fields = [("authorization", authorization[0].as_str())];
        connected.browser.post("/account/disconnect", &fields).await;
        is_refused(&client.get(&path).await, 404, "not-found");
        assert!(ids(&client.found(&search).await).is_empty());
        is_refused(&client.post("/Observation", &sent).await, 404, "not-found");
        let mut changed = json_of(&made);
        changed["valueQuantity"]["value"] = json!(73);
        is_refused(
            &client.put(&path, &changed, &[]).await,
            405,
            "not-supported",
        );
        is_refused(&client.delete(&path).await, 404, "not-found");
        assert_eq!(
            count(clinic, "select count(*) from thing where not removed").await,
            1
        );
    })
    .await;
}

#[tokio::test]
async fn resources_that_cannot_be_kept_are_refused_by_name() {
    on_each_database(async |clinic| {
        let (connected, client) = sharing(clinic).await;
        let right = weight(&connected.record, "72.5", "2026-05-01");
        let bent = |path: &str, value: Value| {
            let mut resource = right.clone();
            *resource.pointer_mut(path).expect("a place") = value;
            resource
        };
        let mut unknown = right.clone();
        unknown["nonsense"] = json!(1);
        let mut nobody = right.clone();
        nobody.as_object_mut().expect("an object").remove("subject");
        for (resource, status) in [
            (bent("/code/coding/0/code", json!("1-0")), 422),
            (bent("/valueQuantity/code", json!("[stone_av]x")), 422),
            (bent("/subject/reference", json!("Group/connected")), 422),
            (bent("/resourceType", json!("Patient")), 400),
            (unknown, 400),
            (nobody, 422),
            (json!([]), 400),
        ] {
            let refused = client.post("/Observation", &resource).await;
            refused.has_status(status);
            let outcome = json_of(&refused);
            assert_eq!(outcome["resourceType"], "OperationOutcome", "{resource}");
        }
        let headers = [("content-type", "application/fhir+json")];
        let deep = format!("{}1{}", "[".repeat(1_000), "]".repeat(1_000));
        for (body, status) in [
            (String::new(), 400),
            ("{".to_owned(), 400),
            (
                r#"{"resourceType":"Observation","resourceType":"Observation"}"#.to_owned(),
                400,
            ),
            (deep, 400),
            (format!("\"{}\"", "a".repeat(5 * 1024 * 1024)), 413),
        ] {
            let refused = client
                .send(Method::POST, "/Observation", &headers, body)
                .await;
            assert_eq!(refused.status, status, "{}", refused.body);
        }
        let broken = client.send(
            Method::POST,
            "/Observation",
            &headers,
            Body::from(vec![0xff]),
        );
        is_refused(&broken.await, 400, "invalid");
        assert_eq!(count(clinic, "select count(*) from thing").await, 0);
    })
    .await;
}

fn bundle(kind: &str, entries: &[Value]) -> Value {
    json!({"resourceType": "Bundle", "type": kind, "entry": entries})
}

fn post_of(resource: &Value) -> Value {
    json!({"resource": resource, "request": {"method": "POST", "url": "Observation"}})
}

#[tokio::test]
async fn a_transaction_is_done_as_a_whole_or_not_at_all() {
    on_each_database(async |clinic| {
        let (connected, client) = sharing(clinic).await;
        let record = &connected.record;
        let made = client.post("/Observation", &weight(record, "70", "2026-05-01")).await;
        let (id, mut changed) = (id_of(&made), json_of(&made));
        changed["valueQuantity"]["value"] = json!(71);
        let old = client.post("/Observation", &weight(record, "60", "2026-04-01")).await;
        let old = id_of(&old);
        let put = json!({
            "resource": changed,
            "request": {"method": "PUT", "url": format!("Observation/{id}"), "ifMatch": made.header("etag")},
        });
        let read = json!({"request": {"method": "GET", "url": format!("Observation?patient={record}&_count=9")}});
        let delete = json!({"request": {"method": "DELETE", "url": format!("Observation/{old}")}});
        let by_own_id = format!(
            "Patient?identifier=http://127.0.0.1:3000/fhir/external-id/{}|MRN-1",
            clinic.application
        );
        let mut conditional = weight(record, "72", "2026-05-02");
        conditional["subject"]["reference"] = json!(by_own_id);
        let all = [read, post_of(&conditional), put.clone(), delete];
        for path in ["", "/"] {
            let stranger = weight("00000000-0000-7000-8000-000000000000", "1", "2026-05-02");
            let broken = [all.as_slice(), &[post_of(&stranger)]].concat();
            let refused = client.post(path, &bundle("transaction", &broken)).await;
            is_refused(&refused, 422, "business-rule");
            let outcome = json_of(&refused);
            assert_eq!(outcome["issue"][0]["expression"][0], "Bundle.entry[4]");
        }
        assert_eq!(count(clinic, "select count(*) from thing").await, 2, "nothing was written");
        let done = client.post("/", &bundle("transaction", &all)).await;
        done.has_status(200);
        let done = json_of(&done);
        assert_eq!(done["type"], "transaction-response");
        let statuses: Vec<&str> = (0..4)
            .map(|index| done["entry"][index]["response"]["status"].as_str().expect("one"))
            .collect();
        assert_eq!(statuses, ["200 OK", "201 Created", "200 OK", "204 No Content"]);
        let found = ids(&done["entry"][0]["resource"]);
        assert_eq!(found.len(), 2, "read after all was written");
        let again = client.post("/", &bundle("transaction", &[put.clone()])).await;
        is_refused(&again, 412, "conflict");
        let twice = client.post("/", &bundle("transaction", &[put.clone(), put])).await;
        is_refused(&twice, 412, "conflict");
    })
    .await;
}

#[tokio::test]
async fn entries_of_a_batch_stand_each_by_itself() {
    on_each_database(async |clinic| {
        let (connected, client) = sharing(clinic).await;
        let entries = [
            post_of(&weight(&connected.record, "72", "2026-05-02")),
            post_of(&json!({"resourceType": "Observation"})),
            json!({"request": {"method": "GET", "url": "Encounter/1"}}),
            json!({"request": {"method": "GET", "url": "Patient"}}),
            json!({"request": {"method": "PATCH", "url": "Patient/1"}}),
            json!({}),
        ];
        let done = client.post("/", &bundle("batch", &entries)).await;
        done.has_status(200);
        let done = json_of(&done);
        let statuses: Vec<&str> = (0..6)
            .map(|index| {
                &done["entry"][index]["response"]["status"]
                    .as_str()
                    .expect("one")[..3]
            })
            .collect();
        assert_eq!(statuses, ["201", "422", "404", "200", "400", "400"]);
        let outcome = &done["entry"][1]["response"]["outcome"];
        assert_eq!(outcome["resourceType"], "OperationOutcome");
        for (body, status) in [
            (bundle("document", &[]), 400),
            (json!({"resourceType": "Patient"}), 400),
            (bundle("batch", &vec![json!({}); 101]), 413),
            (bundle("transaction", &vec![json!({}); 5_000]), 413),
        ] {
            client.post("/", &body).await.has_status(status);
        }
    })
    .await;
}
