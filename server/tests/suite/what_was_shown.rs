//! A decision names what it was about: what changed since its page was shown is shown first, and nothing is done.

use crate::support::platform::CERTIFICATE;
use crate::support::{Browser, Clinic, Invitation, Page, on_each_database};
use axum::http::Method;
use domain::application::Rule;
use domain::event::EventKind;
use domain::staff::Role;
use service::Administrator;
use service::mail::Transport;

const DECISION: (&str, &str) = ("decision", "authorize");

/// A manager asks for more.
async fn ask_for_more(clinic: &Clinic, name: &str) {
    let rule = Rule {
        name: name.into(),
        why: "So that we treat you well".into(),
        ..Rule::default()
    };
    let by = Administrator::at_command_line(clinic.application);
    let application = clinic.services().applications().own(by).await.expect("it");
    let seen = clinic.services().applications().rules_shown(&application);
    let added = clinic
        .services()
        .applications()
        .add_rule(by, rule, &seen)
        .await;
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
        // Sent once more, it is the same connection, even where the clinic asks for something else by now.
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
const CONTACT: &str = "/staff/settings?section=contact";

/// The form of how patients reach a clinic, with another phone number and other hours.
fn contact<'a>(phone: &'a str, hours: &'a str) -> [(&'a str, &'a str); 5] {
    [
        ("section", "contact"),
        ("phone", phone),
        ("opening_hours", hours),
        ("email", ""),
        ("address", ""),
    ]
}

#[tokio::test]
async fn a_manager_does_not_overwrite_what_another_one_saved() {
    on_each_database(async |clinic| {
        let (first, second) = (clinic.manager().await, clinic.manager().await);
        first.get(CONTACT).await.has_status(200);
        second.get(CONTACT).await.has_status(200);
        let saved = "/staff/settings?section=contact&saved=yes";
        first
            .post(SETTINGS, &contact("01632 960 777", "Monday"))
            .await
            .leads_to(saved);
        let page = second
            .post(SETTINGS, &contact("01632 960 888", "Tuesday"))
            .await;
        page.has_status(409);
        page.says("Someone else saved these settings");
        assert_eq!(page.texts("#stored dd"), ["01632 960 777", "Monday"]);
        assert_eq!(page.kept("phone").as_deref(), Some("01632 960 888"));
        let stored = first.get(CONTACT).await;
        assert_eq!(stored.kept("phone").as_deref(), Some("01632 960 777"));

        // Saved once more, it is what the second wants.
        second
            .post(SETTINGS, &contact("01632 960 888", "Tuesday"))
            .await
            .leads_to(saved);
        let page = first
            .post(SETTINGS, &[("name", "Lakeside"), ("seen", "")])
            .await;
        page.has_status(409);
    })
    .await;
}

#[tokio::test]
async fn two_managers_save_two_sections_at_the_same_time() {
    on_each_database(async |clinic| {
        let (first, second) = (clinic.manager().await, clinic.manager().await);
        first.get(CONTACT).await.has_status(200);
        second
            .get("/staff/settings?section=looks")
            .await
            .has_status(200);
        first
            .post(SETTINGS, &contact("01632 960 777", "Monday"))
            .await
            .leads_to("/staff/settings?section=contact&saved=yes");
        second
            .post(SETTINGS, &[("section", "looks"), ("accent", "#7a0019")])
            .await
            .leads_to("/staff/settings?section=looks&saved=yes");
        let stored = first.get(CONTACT).await;
        assert_eq!(stored.kept("phone").as_deref(), Some("01632 960 777"));
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
        // Someone connects by the one that stays: the page said that no one is.
        let pat = clinic.person("Pat", "pat@example.org").await;
        clinic.connect(&pat, &staying, "Pat").await;
        let before = clinic.database.dump().await;
        let page = desk.post(&path, &confirmed).await;
        page.has_status(409);
        page.says("Compare them again");
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

/// What a page says where another one was quicker.
const CHANGED: &str = "while the page was open";

async fn rule(manager: &Browser, name: &str) -> Page {
    let fields = [("name", name), ("why", "So that we treat you well")];
    manager.post("/staff/application/rules", &fields).await
}

/// A second manager; the first is the clinic's own.
async fn two_managers(clinic: &Clinic) -> (Browser, Browser) {
    let email = "kim@clinic.example";
    clinic.colleague("Kim", email, Role::Manager).await;
    (clinic.manager().await, clinic.at_the_desk(email).await)
}

#[tokio::test]
async fn renaming_a_request_that_another_one_renamed_is_refused() {
    on_each_database(async |clinic| {
        let (one, other) = two_managers(clinic).await;
        let page = format!("/staff/requests/{}", clinic.invite("MRN-1").await.id);
        let path = format!("{page}/rename");
        for manager in [&one, &other] {
            manager.get(&path).await.has_status(200);
        }
        let to = |id| [("external_id", id)];
        one.post(&path, &to("MRN-2")).await.leads_to(&page);
        let before = clinic.database.dump().await;
        let overtaken = other.post(&path, &to("MRN-3")).await;
        overtaken.has_status(409);
        overtaken.says(CHANGED);
        overtaken.says("MRN-2");
        assert_eq!(overtaken.kept("external_id").as_deref(), Some("MRN-3"));
        let unseen = [("external_id", "MRN-3"), ("seen", "")];
        one.post(&path, &unseen).await.has_status(409);
        assert_eq!(clinic.database.dump().await, before);
        other.post(&path, &to("MRN-3")).await.leads_to(&page);
    })
    .await;
}

#[tokio::test]
async fn an_import_is_confirmed_only_by_the_form_of_its_own_preview() {
    on_each_database(async |clinic| {
        let (one, other) = two_managers(clinic).await;
        let mut places = Vec::new();
        for (manager, id) in [(&one, "MRN-1"), (&other, "MRN-2")] {
            let file = format!(
                "external_id,friendly_name,question,answer,email,language,reason\n\
                {id},Emma,Which boat did you sail first?,Velvet Walnut,,,\n"
            );
            let place = upload(manager, &file).await;
            manager.get(&place).await.says(id);
            places.push(place);
        }
        let confirm = format!("{}/confirm", places[0]);
        let foreign = other.seen_for(&format!("{}/confirm", places[1]));
        let foreign = foreign.expect("a digest");
        let before = clinic.database.dump().await;
        for seen in ["", "c2Vlbg", &foreign] {
            let page = other.post(&confirm, &[("seen", seen)]).await;
            page.has_status(409);
            page.says(CHANGED);
            page.says("MRN-1");
        }
        assert_eq!(clinic.database.dump().await, before);
        other.post(&confirm, &[]).await.leads_to(&places[0]);
    })
    .await;
}

async fn upload(browser: &Browser, file: &str) -> String {
    let headers = [
        ("content-type", "multipart/form-data; boundary=part"),
        ("sec-fetch-site", "same-origin"),
    ];
    let body = format!(
        "--part\r\ncontent-disposition: form-data; name=\"file\"; filename=\"x.csv\"\r\n\r\n{file}\r\n--part--\r\n"
    );
    let sent = browser.send(Method::POST, "/staff/import", &headers, body.into());
    let page = sent.await;
    page.has_status(303);
    page.header("location").to_owned()
}

#[tokio::test]
async fn a_rule_is_added_only_to_the_rules_that_were_shown() {
    on_each_database(async |clinic| {
        let (one, other) = two_managers(clinic).await;
        for manager in [&one, &other] {
            manager.get("/staff/application").await.has_status(200);
        }
        let saved = "/staff/application?saved=yes";
        rule(&one, "Read your letters").await.leads_to(saved);
        let before = clinic.database.dump().await;
        let overtaken = rule(&other, "See your letters").await;
        overtaken.has_status(409);
        overtaken.says(CHANGED);
        overtaken.says("Read your letters");
        let kept = overtaken.attributes("input[name='name'][type='text']", "value");
        assert_eq!(kept, ["See your letters"]);
        assert_eq!(clinic.database.dump().await, before);
        rule(&other, "See your letters").await.leads_to(saved);
    })
    .await;
}

#[tokio::test]
async fn a_rule_that_is_another_one_by_now_is_not_removed() {
    on_each_database(async |clinic| {
        let (one, other) = two_managers(clinic).await;
        let (path, name) = ("/staff/application/rules/remove", "Read your letters");
        ask_for_more(clinic, name).await;
        let named = [("name", name)];
        for manager in [&one, &other] {
            manager.post(path, &named).await.has_status(200);
        }
        // The first removes it and adds another of the same name.
        let saved = "/staff/application?saved=yes";
        one.post(path, &named).await.leads_to(saved);
        one.get("/staff/application").await.has_status(200);
        let another = [("name", name), ("why", "For another reason")];
        let added = one.post("/staff/application/rules", &another).await;
        added.leads_to(saved);
        let before = clinic.database.dump().await;
        let overtaken = other.post(path, &named).await;
        overtaken.has_status(409);
        overtaken.says(CHANGED);
        assert_eq!(clinic.database.dump().await, before);
        other.post(path, &named).await.leads_to(saved);
        // Once it is gone, it is as wanted.
        other.post(path, &named).await.leads_to(saved);
    })
    .await;
}

#[tokio::test]
async fn a_colleague_whom_another_manager_changed_is_shown_again() {
    on_each_database(async |clinic| {
        let (one, other) = two_managers(clinic).await;
        let role = Role::FrontDesk;
        let lee = clinic.colleague("Lee", "lee@clinic.example", role).await;
        let page = format!("/staff/team/{lee}");
        for manager in [&one, &other] {
            manager.get(&page).await.has_status(200);
            manager.get("/staff/team").await.has_status(200);
        }
        let path = format!("{page}/role");
        let made = one.post(&path, &[("role", "manager")]).await;
        made.leads_to(&format!("{page}?done=role"));
        let before = clinic.database.dump().await;
        let overtaken = other.post(&path, &[("role", "front-desk")]).await;
        overtaken.has_status(409);
        overtaken.says(CHANGED);
        let chosen = overtaken.attributes("input[name='role'][checked]", "value");
        assert_eq!(chosen, ["front-desk"], "what was chosen stays");
        let lee = lee.to_string();
        let shut_out = [("staff", lee.as_str()), ("disabled", "yes")];
        let overtaken = other.post("/staff/team", &shut_out).await;
        overtaken.has_status(409);
        overtaken.says(CHANGED);
        let unseen = [shut_out[0], shut_out[1], ("seen", "")];
        one.post("/staff/team", &unseen).await.has_status(409);
        assert_eq!(clinic.database.dump().await, before);
        let shut = other.post("/staff/team", &shut_out).await;
        shut.leads_to("/staff/team");
    })
    .await;
}

#[tokio::test]
async fn a_callback_that_another_manager_changed_is_shown_again() {
    on_each_database(async |clinic| {
        let (one, other) = two_managers(clinic).await;
        let path = "/staff/callback";
        for manager in [&one, &other] {
            manager.get(path).await.has_status(200);
        }
        let to = |url| [("url", url)];
        let (first, second) = ("https://one.example/", "https://two.example/");
        one.post(path, &to(first)).await.has_status(200);
        let before = clinic.database.dump().await;
        let overtaken = other.post(path, &to(second)).await;
        overtaken.has_status(409);
        overtaken.says(CHANGED);
        overtaken.says(first);
        assert_eq!(overtaken.kept("url").as_deref(), Some(second));
        assert_eq!(clinic.database.dump().await, before);

        for act in ["/staff/callback/secret", "/staff/callback/remove"] {
            one.get(path).await;
            other.get(path).await;
            for manager in [&one, &other] {
                manager.post(act, &[]).await.has_status(200);
            }
            let renewed = "/staff/callback/secret";
            one.get(path).await;
            one.post(renewed, &[("seen", "")]).await.has_status(200);
            let page = one.post(renewed, &[]).await;
            page.says("Copy your signing secret");
            let before = clinic.database.dump().await;
            let overtaken = other.post(act, &[]).await;
            overtaken.has_status(409);
            overtaken.says(CHANGED);
            assert_eq!(clinic.database.dump().await, before, "{act}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_question_about_another_key_or_certificate_is_asked_again() {
    on_each_database(async |clinic| {
        let manager = clinic.manager().await;
        let by = Administrator::at_command_line(clinic.application);
        let services = clinic.services();
        services
            .applications()
            .add_api_key(by, false)
            .await
            .expect("a key");
        let added = services
            .applications()
            .add_certificate(by, CERTIFICATE)
            .await;
        let thumbprint = added.expect("a certificate").thumbprint;
        let key = services.applications().api_keys(by).await.expect("keys")[0]
            .0
            .to_string();
        let before = clinic.database.dump().await;
        for (path, name, value) in [
            ("/staff/keys/revoke", "key", &key),
            (
                "/staff/application/certificates/remove",
                "thumbprint",
                &thumbprint,
            ),
        ] {
            let fields = [(name, value.as_str()), ("seen", "c2Vlbg")];
            let page = manager.post(path, &fields).await;
            page.has_status(409);
            page.says(CHANGED);
            assert_eq!(clinic.database.dump().await, before, "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_mail_server_that_another_operator_changed_is_shown_again() {
    on_each_database(async |clinic| {
        let process = clinic.another_process(Transport::Unset).await;
        let one = clinic.at_the_installation("olu@host.example").await;
        let other = clinic.at_the_installation("ada@host.example").await;
        let (one, other) = (one.at(&process.router), other.at(&process.router));
        let path = "/staff/installation/mail";
        for operator in [&one, &other] {
            operator.get(path).await.has_status(200);
        }
        let server = |host| {
            [
                ("mail", "server"),
                ("mail_server", host),
                ("mail_port", "465"),
                ("mail_security", "wrapped"),
                ("mail_user", ""),
                ("mail_password", ""),
                ("mail_from", "desk@host.example"),
            ]
        };
        let saved = "/staff/installation/mail?saved=yes";
        one.post(path, &server("one.example")).await.leads_to(saved);
        let before = clinic.database.dump().await;
        let overtaken = other.post(path, &server("two.example")).await;
        overtaken.has_status(409);
        overtaken.says(CHANGED);
        assert_eq!(
            overtaken.kept("mail_server").as_deref(),
            Some("two.example")
        );
        assert_eq!(clinic.database.dump().await, before);
        other
            .post(path, &server("two.example"))
            .await
            .leads_to(saved);
    })
    .await;
}
