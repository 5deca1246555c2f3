//! Two clinic IDs of one patient become one: seen first, then done in one step, and the application is told.

use crate::support::{Browser, Clinic, Invitation, on_each_database};
use domain::event::EventKind;
use service::{Failure, MergeRejection};
use tokio::task::JoinSet;

const CONFIRMED: (&str, &str) = ("confirmed", "yes");

fn path(invitation: &Invitation) -> String {
    format!("/staff/requests/{}/merge", invitation.id)
}

/// Everyone the poll returns, by the clinic's own ids.
async fn polled(clinic: &Clinic) -> Vec<String> {
    let answer = clinic
        .services()
        .applications()
        .authorized_since(clinic.application, None);
    let connected = answer.await.expect("a poll").connected;
    let mut ids: Vec<String> = connected
        .into_iter()
        .map(|one| one.external_id.into())
        .collect();
    ids.sort();
    ids
}

async fn connected(clinic: &Clinic, name: &str, external_id: &str) -> (Browser, Invitation) {
    let invitation = clinic.invite(external_id).await;
    let email = format!("{}@example.org", name.to_lowercase());
    let person = clinic.person(name, &email).await;
    clinic.connect(&person, &invitation, name).await;
    (person, invitation)
}

#[tokio::test]
async fn both_are_shown_before_anything_changes_and_then_one_stays() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        let (emma, leaving) = connected(clinic, "Emma", "OLD-1").await;
        let staying = clinic.invite("NEW-1").await;
        let page = desk.get(&format!("/staff/requests/{}", leaving.id)).await;
        assert_eq!(page.count(&format!("a[href='{}']", path(&leaving))), 1);
        desk.get(&path(&leaving))
            .await
            .says("Which patient ID do you want to keep?");

        let before = clinic.database.dump().await;
        let seen = desk
            .post(&path(&leaving), &[("external_id", "NEW-1")])
            .await;
        seen.has_status(200);
        seen.says("Are OLD-1 and NEW-1 the same patient?");
        seen.says("1 record is connected, most recently on 4 May 2026.");
        seen.says("No record is connected.");
        assert_eq!(clinic.database.dump().await, before);

        let fields = [("external_id", "NEW-1"), CONFIRMED];
        desk.post(&path(&leaving), &fields)
            .await
            .leads_to(&format!("/staff/requests/{}", staying.id));
        assert_eq!(polled(clinic).await, ["NEW-1"]);
        let page = desk.get(&format!("/staff/requests/{}", staying.id)).await;
        page.says("Merged with another patient ID");
        let file = desk.get("/staff/connected.csv").await;
        assert!(file.body.contains("NEW-1,") && !file.body.contains("OLD-1"));

        let events = clinic.events().await;
        let told = events.last().expect("an event");
        assert_eq!(told.kind, EventKind::Merged);
        assert_eq!(told.external_id.as_str(), "NEW-1");
        assert_eq!(
            told.former_external_id
                .as_ref()
                .map(domain::external_id::ExternalId::as_str),
            Some("OLD-1")
        );
        assert_eq!(told.connect_request, Some(leaving.id));

        // The old code is over, the one that stays works, and the old id is free.
        let other = clinic.browser();
        other.post("/connect", &[("code", &leaving.code)]).await;
        other.get("/connect/question").await.has_status(410);
        clinic.connect(&emma, &staying, "Emma at home").await;
        assert_eq!(polled(clinic).await, ["NEW-1", "NEW-1"]);
        clinic.invite("OLD-1").await;
        assert!(
            clinic
                .services()
                .audit()
                .verify()
                .await
                .expect("a walk")
                .1
                .is_empty()
        );
    })
    .await;
}

#[tokio::test]
async fn where_nothing_holds_the_id_that_stays_the_request_goes_on_under_it() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        let (emma, first) = connected(clinic, "Emma", "OLD-1").await;
        let leaving = clinic.reissue(&first).await;
        let seen = desk
            .post(&path(&leaving), &[("external_id", "NEW-1")])
            .await;
        seen.says("This ID has no code.");
        seen.says("The code for OLD-1 keeps working, under NEW-1.");
        desk.post(&path(&leaving), &[("external_id", "NEW-1"), CONFIRMED])
            .await
            .leads_to(&format!("/staff/requests/{}", leaving.id));
        // What was picked up by the code before, too.
        assert_eq!(polled(clinic).await, ["NEW-1"]);
        clinic.connect(&emma, &leaving, "Emma Miller").await;
        assert_eq!(polled(clinic).await, ["NEW-1", "NEW-1"]);
        let page = desk.get("/staff/requests?q=new-1").await;
        assert_eq!(page.count("tbody tr"), 1);
    })
    .await;
}

#[tokio::test]
async fn different_people_need_a_tick_and_their_connections_both_stay() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        let (_, leaving) = connected(clinic, "Ann", "OLD-1").await;
        let (_, staying) = connected(clinic, "Bob", "NEW-1").await;
        let seen = desk
            .post(&path(&leaving), &[("external_id", "NEW-1")])
            .await;
        seen.says("Different people connected these IDs");
        let before = clinic.database.dump().await;
        let refused = desk
            .post(&path(&leaving), &[("external_id", "NEW-1"), CONFIRMED])
            .await;
        refused.has_status(422);
        refused.says("Confirm that you have checked that this is one patient");
        assert_eq!(clinic.database.dump().await, before);
        let fields = [
            ("external_id", "NEW-1"),
            CONFIRMED,
            ("although", "different"),
        ];
        desk.post(&path(&leaving), &fields)
            .await
            .leads_to(&format!("/staff/requests/{}", staying.id));
        assert_eq!(polled(clinic).await, ["NEW-1", "NEW-1"]);
    })
    .await;
}

#[tokio::test]
async fn an_id_that_cannot_stay_is_told_at_its_field() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        let leaving = clinic.invite("OLD-1").await;
        for (typed, words) in [
            ("", "Enter the patient ID to keep"),
            ("OLD-1", "This is the patient ID to be removed."),
            ("N\u{202e}1", "contains a hidden character"),
        ] {
            for fields in [
                vec![("external_id", typed)],
                vec![("external_id", typed), CONFIRMED],
            ] {
                let page = desk.post(&path(&leaving), &fields).await;
                page.has_status(422);
                assert!(
                    page.error_at("external_id")
                        .is_some_and(|error| error.contains(words)),
                    "{typed:?}"
                );
            }
        }
        let renewed = clinic.reissue(&leaving).await;
        let gone = desk
            .post(&path(&leaving), &[("external_id", "NEW-1"), CONFIRMED])
            .await;
        gone.has_status(409);
        assert_ne!(renewed.id, leaving.id);
    })
    .await;
}

#[tokio::test]
async fn only_ids_of_the_own_clinic_become_one() {
    on_each_database(async |clinic| {
        let leaving = clinic.invite("OLD-1").await;
        let other = clinic.another_application().await;
        let role = domain::staff::Role::FrontDesk;
        clinic
            .colleague_at(other, "Lee", "lee@other.example", role)
            .await;
        let lee = clinic.at_the_desk("lee@other.example").await;
        let fields = [("external_id", "NEW-1"), CONFIRMED];
        lee.get(&path(&leaving)).await.has_status(404);
        lee.post(&path(&leaving), &fields).await.has_status(404);
        lee.post(
            "/staff/requests/reissue",
            &[("request", &leaving.id.to_string())],
        )
        .await
        .has_status(404);
        clinic
            .browser()
            .post(&path(&leaving), &fields)
            .await
            .leads_to("/staff/sign-in");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_who_merge_the_same_two_both_ways_at_once_end_with_one_id() {
    on_each_database(async |clinic| {
        let one = clinic.invite("ONE").await;
        let two = clinic.invite("TWO").await;
        let mut tasks = JoinSet::new();
        for (id, staying) in [(one.id, "TWO"), (two.id, "ONE")] {
            let (services, desk) = (clinic.services().clone(), clinic.desk());
            let Ok(shown) = services.connect_requests().merging(desk, id, staying).await else {
                panic!("a look at both");
            };
            tasks.spawn(async move {
                services
                    .connect_requests()
                    .merge(desk, id, staying, false, &shown.seen)
                    .await
            });
        }
        let answers = tasks.join_all().await;
        // The second is told: what it was shown no longer holds.
        let told = |answer: &Result<_, Failure<MergeRejection>>| {
            matches!(answer, Err(Failure::Rejected(MergeRejection::Over)))
        };
        assert!(answers.iter().any(Result::is_ok));
        assert!(answers.iter().all(|answer| answer.is_ok() || told(answer)));
        let live =
            "select count(*) from connect_request where code_state not in ('replaced', 'deleted')";
        assert_eq!(clinic.database.number(live).await, 1);
    })
    .await;
}
