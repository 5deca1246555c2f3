//! The patient's way from a code to "You are connected", and what the clinic learns of it.

use crate::support::{
    ANSWER, Browser, Clinic, Invitation, PASSWORD, QUESTION, SUCCESS, digits_in, on_each_database,
};
use domain::event::EventKind;
use service::Authorized;
use std::time::Duration;

async fn poll(clinic: &Clinic) -> Authorized {
    let poll = clinic
        .services()
        .applications()
        .authorized_since(clinic.application, None);
    poll.await.expect("a poll")
}

/// Ids of the records offered to choose from.
async fn records(browser: &Browser) -> Vec<String> {
    let page = browser.get("/connect/record").await;
    let mut ids = page.attributes("input[name=record][type=radio]", "value");
    ids.retain(|id| id != "new");
    ids
}

async fn disconnect(browser: &Browser) {
    let page = browser.get("/account").await;
    let ids = page.attributes("input[name=authorization]", "value");
    let page = browser
        .post("/account/disconnect", &[("authorization", &ids[0])])
        .await;
    page.says("Lakeside Clinic is disconnected");
}

#[tokio::test]
async fn a_patient_with_a_code_and_no_account_is_connected() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite_by_mail("MRN-1", "emma@example.org").await;
        let letter = clinic.last_mail_to("emma@example.org").await;
        assert!(letter.mail.text.contains(&invitation.code));
        assert!(!letter.mail.text.contains(QUESTION));

        let browser = clinic.browser();
        browser.get("/").await.has_status(200);
        let page = browser.get("/connect").await;
        assert_eq!(page.first("label").as_deref(), Some("Enter your code"));
        browser
            .post("/connect", &[("code", &invitation.code.to_lowercase())])
            .await
            .leads_to("/connect/question");

        let page = browser.get("/connect/question").await;
        assert_eq!(page.heading(), QUESTION);
        page.says("Question from Lakeside Clinic");
        let before = browser.cookie();
        let page = browser
            .post("/connect/question", &[("answer", "silver pond")])
            .await;
        page.has_status(422);
        let message = page.error_at("answer").expect("a message");
        assert!(message.contains("You can try 2 more times"), "{message}");
        assert_eq!(page.kept("answer").as_deref(), Some("silver pond"));
        browser
            .post("/connect/question", &[("answer", &ANSWER.to_uppercase())])
            .await
            .leads_to("/sign-in");
        assert_ne!(
            browser.cookie(),
            before,
            "the right answer changes the session's id"
        );

        browser
            .get("/sign-in")
            .await
            .says("only you can see what Lakeside Clinic sends");
        let details = [
            ("name", "Pat Example"),
            ("email", "pat@example.org"),
            ("password", PASSWORD),
        ];
        browser
            .post("/create-account", &details)
            .await
            .leads_to("/create-account");
        browser
            .get("/create-account")
            .await
            .says("We sent an email to pat@example.org");
        let digits = digits_in(&clinic.last_mail_to("pat@example.org").await);
        let spaced = format!("{} {}", &digits[..3], &digits[3..]);
        let before = browser.cookie();
        browser
            .post("/create-account", &[("digits", &spaced)])
            .await
            .leads_to("/connect/record");
        assert_ne!(
            browser.cookie(),
            before,
            "signing in changes the session's id"
        );

        let page = browser.get("/connect/record").await;
        page.says("This is for");
        page.says("Emma's record");
        browser
            .post(
                "/connect/record",
                &[("record", "new"), ("record_name", "Emma Example")],
            )
            .await
            .leads_to("/connect/authorize");
        let page = browser.get("/connect/authorize").await;
        assert_eq!(
            page.heading(),
            "Do you want to connect Emma Example to Lakeside Clinic?"
        );
        page.says("See your medicines");
        let decision = [("decision", "authorize"), ("rule", "See your weight")];
        browser
            .post("/connect/authorize", &decision)
            .await
            .leads_to("/connect/done");
        for _ in 0..2 {
            let page = browser.get("/connect/done").await;
            assert_eq!(page.heading(), "You are connected to Lakeside Clinic");
            page.says(SUCCESS);
        }

        let [event] = &clinic.events().await[..] else {
            panic!("one event");
        };
        assert_eq!(event.kind, EventKind::Authorized);
        assert_eq!(event.connect_request, Some(invitation.id));
        assert_eq!(event.external_id.as_str(), "MRN-1");
        let connected = poll(clinic).await.connected;
        let [pair] = &connected[..] else {
            panic!("one pair: {connected:?}");
        };
        assert_eq!(
            (Some(pair.person), Some(pair.record)),
            (event.person, event.record)
        );
        assert_eq!(pair.external_id.as_str(), "MRN-1");
        let receipt = clinic.last_mail_to("pat@example.org").await;
        assert_eq!(receipt.mail.subject, "You are connected to Lakeside Clinic");
        let page = browser.get("/account").await;
        page.says("Emma Example");
        page.says("See your weight");
    })
    .await;
}

#[tokio::test]
async fn who_disconnects_and_connects_again_keeps_the_same_ids() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("MRN-1").await;
        let browser = clinic.person("Pat", "pat@example.org").await;
        clinic.connect(&browser, &invitation, "Emma").await;
        disconnect(&browser).await;
        assert!(
            poll(clinic).await.connected.is_empty(),
            "a disconnected pair is not returned"
        );
        clinic.advance(Duration::from_hours(1));

        let browser = sign_in(clinic).await;
        clinic.answer(&browser, &invitation).await;
        let emma = records(&browser).await;
        browser
            .post("/connect/record", &[("record", &emma[0])])
            .await
            .leads_to("/connect/authorize");
        browser.get("/connect/authorize").await.has_status(200);
        browser
            .post("/connect/authorize", &[("decision", "authorize")])
            .await
            .leads_to("/connect/done");

        let events = clinic.events().await;
        let kinds: Vec<_> = events.iter().map(|event| event.kind).collect();
        assert_eq!(
            kinds,
            [
                EventKind::Authorized,
                EventKind::Disconnected,
                EventKind::Authorized
            ]
        );
        for event in &events {
            assert_eq!(event.external_id.as_str(), "MRN-1");
            assert_eq!(event.connect_request, Some(invitation.id));
            assert_eq!(
                (event.person, event.record),
                (events[0].person, events[0].record)
            );
        }
        assert_eq!(poll(clinic).await.connected.len(), 1);
    })
    .await;
}

async fn sign_in(clinic: &Clinic) -> Browser {
    let browser = clinic.browser();
    let pair = [("email", "pat@example.org"), ("password", PASSWORD)];
    browser.post("/sign-in", &pair).await.leads_to("/account");
    browser
}

#[tokio::test]
async fn a_second_record_is_connected_beside_the_first() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("MRN-1").await;
        let browser = clinic.person("Pat", "pat@example.org").await;
        clinic.connect(&browser, &invitation, "Emma").await;
        clinic.connect(&browser, &invitation, "Tom").await;

        let connected = poll(clinic).await.connected;
        assert_eq!(connected.len(), 2);
        assert_eq!(connected[0].person, connected[1].person);
        assert_ne!(connected[0].record, connected[1].record);
        assert_eq!(clinic.event_kinds().await, [EventKind::Authorized; 2]);
        let page = browser.get("/account").await;
        assert_eq!(page.count("input[name=authorization]"), 2);
    })
    .await;
}

#[tokio::test]
async fn declining_changes_nothing_and_the_code_still_works() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("MRN-1").await;
        let browser = clinic.person("Pat", "pat@example.org").await;
        clinic
            .come_to_the_decision(&browser, &invitation, "Emma")
            .await;
        let before = clinic.database.dump().await;
        browser
            .post("/connect/authorize", &[("decision", "decline")])
            .await
            .leads_to("/connect/declined");
        let page = browser.get("/connect/declined").await;
        page.says("We have not shared anything with Lakeside Clinic");
        page.says("1 June 2026");
        assert_eq!(clinic.database.dump().await, before);
        clinic.connect(&browser, &invitation, "Emma").await;
    })
    .await;
}

#[tokio::test]
async fn not_me_ends_a_code_that_waits_and_tells_the_clinic() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("MRN-1").await;
        let browser = clinic.browser();
        browser
            .post("/connect", &[("code", &invitation.code)])
            .await
            .leads_to("/connect/question");
        let page = browser.get("/connect/not-me").await;
        assert_eq!(
            page.count("input[checked]"),
            0,
            "nothing is chosen beforehand"
        );
        browser.post("/connect/not-me", &[]).await.has_status(422);
        browser
            .post("/connect/not-me", &[("choice", "mine")])
            .await
            .leads_to("/connect/question");
        assert!(clinic.events().await.is_empty());

        let page = browser
            .post("/connect/not-me", &[("choice", "not-me")])
            .await;
        page.says("Thank you for telling us");
        assert_eq!(clinic.event_kinds().await, [EventKind::Rejected]);
        let holder = clinic.browser();
        holder
            .post("/connect", &[("code", &invitation.code)])
            .await
            .leads_to("/connect/question");
        let page = holder.get("/connect/question").await;
        page.says("You told us that this code is not for you");
    })
    .await;
}

#[tokio::test]
async fn not_me_on_a_connected_code_only_tells_the_clinic() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("MRN-1").await;
        let browser = clinic.person("Pat", "pat@example.org").await;
        clinic.connect(&browser, &invitation, "Emma").await;

        let other = clinic.browser();
        other
            .post("/connect", &[("code", &invitation.code)])
            .await
            .leads_to("/connect/question");
        let page = other.post("/connect/not-me", &[("choice", "not-me")]).await;
        page.says("Someone has already connected with this code");
        assert_eq!(
            clinic.event_kinds().await,
            [EventKind::Authorized, EventKind::Rejected]
        );
        assert_eq!(poll(clinic).await.connected.len(), 1);
        clinic.connect(&browser, &invitation, "Tom").await;
    })
    .await;
}

#[tokio::test]
async fn another_person_can_take_over_the_browser_with_code_and_answer() {
    on_each_database(async |clinic| {
        let invitation: Invitation = clinic.invite("MRN-1").await;
        let browser = clinic.person("Pat", "pat@example.org").await;
        clinic.answer(&browser, &invitation).await;
        browser
            .post("/sign-out-and-return", &[])
            .await
            .leads_to("/sign-in");
        clinic
            .create_account(&browser, "Sam", "sam@example.org")
            .await;
        let page = browser.get("/connect/record").await;
        page.says("Signed in as Sam");
    })
    .await;
}
