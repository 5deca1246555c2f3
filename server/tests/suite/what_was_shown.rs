//! A decision names what it was about: what changed since its page was shown is shown first, and nothing is done.

use crate::support::{Clinic, Invitation, on_each_database};
use domain::application::Rule;
use domain::event::EventKind;
use service::Administrator;

const DECISION: (&str, &str) = ("decision", "authorize");

/// A manager asks for more.
async fn ask_for_more(clinic: &Clinic, name: &str) {
    let rule = Rule {
        name: name.into(),
        why: "So that we treat you well".into(),
        ..Rule::default()
    };
    let by = Administrator::at_command_line(clinic.application);
    let added = clinic.services().add_rule(by, rule).await;
    added.expect("a rule");
}

#[tokio::test]
async fn nothing_is_granted_that_the_page_did_not_show() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("MRN-1").await;
        let pat = clinic.person("Pat", "pat@example.org").await;
        clinic.come_to_the_decision(&pat, &invitation, "Emma").await;
        ask_for_more(clinic, "Read your letters").await;
        let ticked = ("rule", "See your weight");
        let page = pat.post("/connect/authorize", &[DECISION, ticked]).await;
        page.has_status(409);
        page.says("This page has changed since you opened it");
        page.says("Nothing is connected yet");
        page.says("Read your letters");
        assert_eq!(
            page.count("input[name=rule][checked]"),
            1,
            "what was ticked stays"
        );
        assert!(clinic.event_kinds().await.is_empty());
        let account = pat.get("/account").await;
        account.says_nothing_of("Lakeside Clinic");
        account.says_nothing_of("Emma");

        pat.post("/connect/authorize", &[DECISION])
            .await
            .leads_to("/connect/done");
        assert_eq!(clinic.event_kinds().await, [EventKind::Authorized]);
        // Sent once more, it is the same connection, whatever the clinic asks for by now.
        ask_for_more(clinic, "Read your diary").await;
        let again = pat.post("/connect/authorize", &[DECISION]).await;
        again.leads_to("/connect/done");
        assert_eq!(clinic.event_kinds().await, [EventKind::Authorized]);
    })
    .await;
}

#[tokio::test]
async fn a_decision_without_its_page_grants_nothing() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("MRN-1").await;
        let pat = clinic.person("Pat", "pat@example.org").await;
        clinic.come_to_the_decision(&pat, &invitation, "Emma").await;
        let of_emma = pat.seen_for("/connect/authorize").expect("a digest");
        let miller = [("record", "new"), ("record_name", "Emma Miller")];
        pat.post("/connect/record", &miller)
            .await
            .leads_to("/connect/authorize");
        for seen in ["", "c2Vlbg", "\u{fffd}", &of_emma] {
            let page = pat
                .post("/connect/authorize", &[DECISION, ("seen", seen)])
                .await;
            page.has_status(409);
            assert!(page.heading().contains("Emma Miller"), "{seen}");
        }
        assert!(clinic.event_kinds().await.is_empty());
    })
    .await;
}

const SETTINGS: &str = "/staff/settings";

/// The form of the settings with another name and phone number.
fn settings<'a>(name: &'a str, phone: &'a str) -> [(&'a str, &'a str); 8] {
    [
        ("name", name),
        ("phone", phone),
        ("success_message", "We will write to you."),
        ("lifetime_days", "28"),
        ("wrong_answers", "3"),
        ("answer_mode", "strict"),
        ("staff_authenticator", "no"),
        ("time_zone", "UTC"),
    ]
}

#[tokio::test]
async fn a_manager_does_not_overwrite_what_another_one_saved() {
    on_each_database(async |clinic| {
        let (first, second) = (clinic.manager().await, clinic.manager().await);
        first.get(SETTINGS).await.has_status(200);
        second.get(SETTINGS).await.has_status(200);
        first
            .post(SETTINGS, &settings("Lakeside Doctors", "01632 960 777"))
            .await
            .leads_to("/staff/settings?saved=yes");
        let page = second
            .post(SETTINGS, &settings("Lakeside Clinic", "01632 960 888"))
            .await;
        page.has_status(409);
        page.says("Somebody else saved these settings");
        assert_eq!(
            page.texts("#stored dd"),
            ["Lakeside Doctors", "01632 960 777"]
        );
        assert_eq!(page.kept("phone").as_deref(), Some("01632 960 888"));
        let stored = first.get(SETTINGS).await;
        assert_eq!(stored.kept("name").as_deref(), Some("Lakeside Doctors"));

        // Saved once more, it is what the second wants.
        second
            .post(SETTINGS, &settings("Lakeside Clinic", "01632 960 888"))
            .await
            .leads_to("/staff/settings?saved=yes");
        let page = first
            .post(SETTINGS, &[("name", "Lakeside"), ("seen", "")])
            .await;
        page.has_status(409);
    })
    .await;
}

fn merge(invitation: &Invitation) -> String {
    format!("/staff/requests/{}/merge", invitation.id)
}

#[tokio::test]
async fn two_clinic_ids_are_made_one_only_as_they_were_shown() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        let leaving = clinic.invite("OLD-1").await;
        let staying = clinic.invite("NEW-1").await;
        let path = merge(&leaving);
        let confirmed = [("external_id", "NEW-1"), ("confirmed", "yes")];
        desk.post(&path, &confirmed[..1]).await.has_status(200);
        // Somebody connects by the one that stays: the page said that nobody is.
        let pat = clinic.person("Pat", "pat@example.org").await;
        clinic.connect(&pat, &staying, "Pat").await;
        let before = clinic.database.dump().await;
        let page = desk.post(&path, &confirmed).await;
        page.has_status(409);
        page.says("Look at both again");
        let unseen = [confirmed[0], confirmed[1], ("seen", "")];
        desk.post(&path, &unseen).await.has_status(409);
        assert_eq!(clinic.database.dump().await, before);

        desk.post(&path, &confirmed[..1]).await.has_status(200);
        desk.post(&path, &confirmed)
            .await
            .leads_to(&format!("/staff/requests/{}", staying.id));
    })
    .await;
}

#[tokio::test]
async fn methods_that_another_manager_changed_are_shown_again() {
    on_each_database(async |clinic| {
        let (one, other) = (clinic.manager().await, clinic.manager().await);
        for manager in [&one, &other] {
            manager.get("/staff/application").await.has_status(200);
        }
        let both = [
            ("kind", "web"),
            ("methods", "connect"),
            ("methods", "v1-sessions"),
        ];
        let alone = [("kind", "web"), ("methods", "connect")];
        let saved = "/staff/application?saved=yes";
        one.post("/staff/application", &alone).await.leads_to(saved);
        let before = clinic.database.dump().await;
        let overtaken = other.post("/staff/application", &both).await;
        overtaken.has_status(409);
        overtaken.says("Another manager changed this while the page was open");
        let nothing = other.post("/staff/application", &[("seen", "")]).await;
        nothing.has_status(409);
        assert_eq!(clinic.database.dump().await, before);
        other
            .post("/staff/application", &both)
            .await
            .leads_to(saved);
    })
    .await;
}
