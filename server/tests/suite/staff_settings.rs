//! What patients read of the clinic, and its numbers: managers set them, and see the patient's page first.

use crate::support::on_each_database;
use app::domain::staff::Role;

const SAVED: &str = "/staff/settings?saved=yes";
const GOOD: [(&str, &str); 9] = [
    ("name", "Lakeside Clinic"),
    ("phone", "01632 960 123"),
    ("email", "desk@clinic.example"),
    ("success_message", "We call you.\r\nWithin two days."),
    ("privacy_url", "https://clinic.example/privacy"),
    ("terms_url", ""),
    ("lifetime_days", "14"),
    ("wrong_answers", "5"),
    ("answer_mode", "lenient"),
];

fn with<'a>(field: &'a str, value: &'a str) -> Vec<(&'a str, &'a str)> {
    let others = GOOD.into_iter().filter(|(name, _)| *name != field);
    others.chain([(field, value)]).collect()
}

#[tokio::test]
async fn what_a_manager_sets_is_what_patients_meet() {
    on_each_database(async |clinic| {
        let manager = clinic.manager().await;
        let before = manager.get("/staff/settings").await;
        before.has_status(200);
        assert_eq!(before.kept("lifetime_days").as_deref(), Some("28"));
        manager.post("/staff/settings", &GOOD).await.leads_to(SAVED);
        let after = manager.get(SAVED).await;
        after.says("Saved");
        for (name, value) in GOOD {
            if !["answer_mode", "success_message"].contains(&name) {
                assert_eq!(after.kept(name).as_deref(), Some(value), "{name}");
            }
        }
        let invitation = clinic.invite("MRN-1").await;
        let browser = clinic.person("Emma", "emma@example.org").await;
        clinic
            .come_to_the_decision(&browser, &invitation, "Emma")
            .await;
        let decision = browser.get("/connect/authorize").await;
        assert_eq!(
            decision.count("a[href='https://clinic.example/privacy']"),
            1
        );
        browser
            .post("/connect/authorize", &[("decision", "authorize")])
            .await
            .leads_to("/connect/done");
        browser.get("/connect/done").await.says("Within two days.");
    })
    .await;
}

#[tokio::test]
async fn a_preview_shows_the_patients_page_and_saves_nothing() {
    on_each_database(async |clinic| {
        let manager = clinic.manager().await;
        let words = with("success_message", "<b>Soon</b> & well");
        let page = manager.post("/staff/settings/preview", &words).await;
        page.has_status(200);
        page.says("You are connected to Lakeside Clinic");
        page.says("<b>Soon</b> & well");
        assert_eq!(page.count("blockquote b"), 0);
        manager.get("/staff/settings").await.says_nothing_of("Soon");
    })
    .await;
}

#[tokio::test]
async fn what_does_not_fit_is_said_at_its_field_and_nothing_is_saved() {
    on_each_database(async |clinic| {
        let manager = clinic.manager().await;
        let long = "x".repeat(2_001);
        for (field, value) in [
            ("name", ""),
            ("name", "Lake\u{202e}side"),
            ("phone", "  "),
            ("email", "desk at clinic"),
            ("success_message", ""),
            ("success_message", &long),
            ("privacy_url", "http://clinic.example"),
            ("privacy_url", "javascript:alert(1)"),
            ("terms_url", "https://user@clinic.example"),
            ("lifetime_days", "0"),
            ("lifetime_days", "91"),
            ("lifetime_days", "soon"),
            ("wrong_answers", "2"),
            ("wrong_answers", "99999999999"),
        ] {
            let page = manager.post("/staff/settings", &with(field, value)).await;
            page.has_status(422);
            assert!(page.error_at(field).is_some(), "{field}: {value}");
            let other = if field == "phone" { "name" } else { "phone" };
            let typed = GOOD
                .iter()
                .find(|(name, _)| *name == other)
                .map(|(_, value)| (*value).to_owned());
            assert_eq!(page.kept(other), typed, "{field}: what was typed stays");
        }
        let page = manager.get("/staff/settings").await;
        assert_eq!(page.kept("lifetime_days").as_deref(), Some("28"));
    })
    .await;
}

#[tokio::test]
async fn nobody_but_a_manager_comes_in() {
    on_each_database(async |clinic| {
        clinic
            .colleague("Kim", "kim@clinic.example", Role::FrontDesk)
            .await;
        let kim = clinic.at_the_desk("kim@clinic.example").await;
        kim.get("/staff/settings").await.has_status(403);
        let stranger = clinic.browser();
        stranger
            .get("/staff/settings")
            .await
            .leads_to("/staff/sign-in");
        for path in ["/staff/settings", "/staff/settings/preview"] {
            kim.post(path, &GOOD).await.has_status(403);
            stranger.post(path, &GOOD).await.leads_to("/staff/sign-in");
        }
    })
    .await;
}
