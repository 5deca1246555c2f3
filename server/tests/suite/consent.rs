//! The page of the decision names all that a clinic learns of the person; what it does not learn is shown here.

use crate::support::platform::Client;
use crate::support::{Clinic, on_each_database};
use axum::body::Body;
use axum::http::Method;
use service::{Actor, Administrator, Caller};

/// Nadia has a record of Emma's, connected to this clinic, and one of Tom's that is connected to another one.
async fn two_clinics(clinic: &Clinic) -> domain::ids::ApplicationId {
    let nadia = clinic.person("Nadia Rahman", "nadia@example.org").await;
    let letter = clinic.invite_for("MRN-1", "Emma's record").await;
    clinic.connect(&nadia, &letter, "Emma").await;
    let record = clinic.events().await[0].record.expect("a record");
    let other = clinic.another_application().await;
    let caller = Caller {
        application: other,
        actor: Actor::Application(other),
        ..clinic.desk()
    };
    let emma = clinic
        .invite_with(caller, "HILL-1", "Emma's record", "")
        .await;
    clinic.connect(&nadia, &emma, &record.0.to_string()).await;
    let tom = clinic
        .invite_with(caller, "HILL-2", "Tom's record", "")
        .await;
    clinic.connect(&nadia, &tom, "Tom").await;
    other
}

#[tokio::test]
async fn the_decision_names_all_that_the_clinic_learns() {
    on_each_database(async |clinic| {
        let nadia = clinic.person("Nadia Rahman", "nadia@example.org").await;
        let letter = clinic.invite_for("MRN-1", "Emma's record").await;
        let page = clinic.come_to_the_decision(&nadia, &letter, "Emma").await;
        page.says("What Lakeside Clinic will learn about you");
        page.says("Your name: Nadia Rahman");
        page.says("The name of this record: Emma");
        page.says("The dates when you created this record and when you connected it");
        page.says("An ID number for you and one for this record");
        page.says(
            "will not learn your email address or the names of records that you do not connect",
        );
    })
    .await;
}

#[tokio::test]
async fn clinic_learns_the_names_and_neither_address_nor_other_records() {
    on_each_database(async |clinic| {
        two_clinics(clinic).await;
        let client = Client::of(clinic).await;
        let mut seen = Vec::new();
        let polled = client
            .call(clinic, "GetAuthorizedConnectRequests", 1, "")
            .await
            .is(0);
        let (person, record) = (polled.first("person-id"), polled.first("record-id"));
        seen.push(polled.xml);
        for (method, version) in [
            ("GetAuthorizedPeople", 1),
            ("GetUpdatedRecordsForApplication", 2),
        ] {
            let reply = client.call(clinic, method, version, "").await.is(0);
            seen.push(reply.xml);
        }
        let info = client
            .call_at(clinic, "GetPersonInfo", 1, (&person, &record), "")
            .await
            .is(0);
        assert_eq!(info.first("name"), "Nadia Rahman");
        assert_eq!(info.attribute("record", "display-name"), "Emma");
        assert!(
            info.attribute("record", "date-created")
                .starts_with("2026-05-04")
        );
        seen.push(info.xml);

        let by = Administrator::at_command_line(clinic.application);
        let key = clinic
            .services()
            .applications()
            .add_api_key(by, false)
            .await
            .expect("a key");
        let key = format!("Bearer {key}");
        let robin = clinic.manager().await;
        for path in ["events", "connect-requests", "connect-requests/authorized"] {
            let headers = [("authorization", key.as_str())];
            let path = format!("/api/v1/{path}");
            let answer = clinic
                .browser()
                .send(Method::GET, &path, &headers, Body::empty())
                .await;
            answer.has_status(200);
            seen.push(answer.body);
        }
        for path in [
            "/staff/requests",
            "/staff/overview",
            "/staff/connected.csv",
            "/staff/audit",
            "/staff/audit.csv",
        ] {
            seen.push(robin.get(path).await.body);
        }
        let request = clinic.events().await[0].connect_request.expect("a request");
        seen.push(robin.get(&format!("/staff/requests/{request}")).await.body);
        for answer in seen {
            assert!(!answer.contains("nadia@example.org"), "{answer}");
            assert!(!answer.contains("Tom"), "{answer}");
        }
    })
    .await;
}

#[tokio::test]
async fn two_clinics_are_told_the_same_ids() {
    on_each_database(async |clinic| {
        let other = two_clinics(clinic).await;
        let services = clinic.services();
        let here = services
            .applications()
            .authorized_since(clinic.application, None)
            .await;
        let there = services.applications().authorized_since(other, None).await;
        let (here, there) = (here.expect("a poll"), there.expect("a poll"));
        let ours = &here.connected[0];
        let hill = there
            .connected
            .iter()
            .find(|one| one.external_id.as_str() == "HILL-1");
        let theirs = hill.expect("the same record");
        assert_eq!((ours.person, ours.record), (theirs.person, theirs.record));
    })
    .await;
}
