//! Times that end things, to the second: sessions, the way, and the code itself.

use crate::support::{
    ANSWER, Browser, Clinic, Invitation, PASSWORD, Page, digits_in, on_each_database,
};
use domain::event::EventKind;
use std::time::Duration;

const SECOND: Duration = Duration::from_secs(1);
const MINUTE: Duration = Duration::from_mins(1);
const DAY: Duration = Duration::from_hours(24);

#[tokio::test]
async fn a_session_ends_after_thirty_minutes_of_rest() {
    on_each_database(async |clinic| {
        let browser = clinic.person("Pat", "pat@example.org").await;
        for _ in 0..3 {
            clinic.advance((30 * MINUTE).checked_sub(SECOND).unwrap());
            browser.get("/account").await.has_status(200);
        }
        clinic.advance(30 * MINUTE);
        browser.get("/account").await.leads_to("/sign-in");
    })
    .await;
}

#[tokio::test]
async fn a_session_ends_after_twelve_hours_however_busy() {
    on_each_database(async |clinic| {
        let browser = clinic.person("Pat", "pat@example.org").await;
        let start = clinic.now();
        for step in 1..36 {
            clinic.set(start + step * 20 * MINUTE);
            browser.get("/account").await.has_status(200);
        }
        clinic.set(start + 720 * MINUTE - SECOND);
        browser.get("/account").await.has_status(200);
        clinic.set(start + 720 * MINUTE);
        browser.get("/account").await.leads_to("/sign-in");
    })
    .await;
}

#[tokio::test]
async fn a_journey_takes_half_an_hour_at_most() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("MRN-1").await;
        let browser = clinic.person("Pat", "pat@example.org").await;
        clinic
            .come_to_the_decision(&browser, &invitation, "Emma")
            .await;
        clinic.advance(20 * MINUTE);
        browser.get("/connect/authorize").await.has_status(200);
        clinic.advance((10 * MINUTE).checked_sub(SECOND).unwrap());
        browser.get("/connect/authorize").await.has_status(200);
        clinic.advance(SECOND);
        for page in [
            browser.get("/connect/authorize").await,
            browser
                .post("/connect/authorize", &[("decision", "authorize")])
                .await,
        ] {
            page.has_status(410);
            page.says("This page has timed out");
            page.says("30 minutes");
        }
        assert!(clinic.events().await.is_empty());
        clinic.connect(&browser, &invitation, "Emma").await;
    })
    .await;
}

/// How far someone has come, and what they send next.
#[derive(Clone, Copy, Debug)]
enum Step {
    Question,
    Answer,
    NotMe,
    ChooseRecord,
    RecordChosen,
    Decision,
    Authorize,
}

const STEPS: [Step; 7] = [
    Step::Question,
    Step::Answer,
    Step::NotMe,
    Step::ChooseRecord,
    Step::RecordChosen,
    Step::Decision,
    Step::Authorize,
];

impl Step {
    /// Goes all the way to just before the step.
    async fn approach(self, clinic: &Clinic, browser: &Browser, invitation: &Invitation) {
        match self {
            Self::Question | Self::Answer | Self::NotMe => browser
                .post("/connect", &[("code", &invitation.code)])
                .await
                .leads_to("/connect/question"),
            Self::ChooseRecord | Self::RecordChosen => clinic.answer(browser, invitation).await,
            Self::Decision | Self::Authorize => {
                let record = format!("Emma {}", invitation.external_id);
                clinic
                    .come_to_the_decision(browser, invitation, &record)
                    .await;
            }
        }
    }

    async fn take(self, browser: &Browser) -> Page {
        match self {
            Self::Question => browser.get("/connect/question").await,
            Self::Answer => {
                browser
                    .post("/connect/question", &[("answer", ANSWER)])
                    .await
            }
            Self::NotMe => {
                browser
                    .post("/connect/not-me", &[("choice", "not-me")])
                    .await
            }
            Self::ChooseRecord => browser.get("/connect/record").await,
            Self::RecordChosen => {
                let fields = [("record", "new"), ("record_name", "Emma")];
                browser.post("/connect/record", &fields).await
            }
            Self::Decision => browser.get("/connect/authorize").await,
            Self::Authorize => {
                browser
                    .post("/connect/authorize", &[("decision", "authorize")])
                    .await
            }
        }
    }
}

#[tokio::test]
async fn every_step_works_until_the_second_before_the_end_and_never_after() {
    on_each_database(async |clinic| {
        let end = clinic.code_end();
        let mut invitations = Vec::new();
        for number in 0..STEPS.len() * 3 {
            invitations.push(clinic.invite(&format!("MRN-{number}")).await);
        }
        clinic.set(end - 10 * MINUTE);
        let browser = clinic.person("Pat", "pat@example.org").await;
        for step in STEPS {
            for (at, works) in [(end - SECOND, true), (end, false), (end + SECOND, false)] {
                let invitation = invitations.pop().expect("an invitation");
                clinic.set(end - 10 * MINUTE);
                step.approach(clinic, &browser, &invitation).await;
                clinic.set(at);
                let page = step.take(&browser).await;
                if works {
                    assert!(page.status.as_u16() < 400, "{step:?}: {}", page.status);
                } else {
                    page.has_status(410);
                    page.says("This code expired on 1 June 2026");
                }
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_code_refused_for_its_age_stays_dead_when_the_clock_steps_back() {
    on_each_database(async |clinic| {
        let end = clinic.code_end();
        let mut invitations = Vec::new();
        for number in 0..STEPS.len() {
            invitations.push(clinic.invite(&format!("MRN-{number}")).await);
        }
        clinic.set(end - 10 * MINUTE);
        let browser = clinic.person("Pat", "pat@example.org").await;
        for (step, invitation) in STEPS.into_iter().zip(&invitations) {
            clinic.set(end - 10 * MINUTE);
            step.approach(clinic, &browser, invitation).await;
            clinic.set(end);
            step.take(&browser).await.has_status(410);
            clinic.set(end - 120 * MINUTE);
            for _ in 0..2 {
                let page = step.take(&browser).await;
                page.has_status(410);
                page.says("This code expired on 1 June 2026");
            }
            let other = clinic.browser();
            enter(&other, invitation).await;
            other.get("/connect/question").await.has_status(410);
        }
        // The end is told and audited once, as the clean-up does.
        clinic.set(end + MINUTE);
        let cleaned = clinic
            .services()
            .installation()
            .clean_up(clinic.now())
            .await;
        assert_eq!(cleaned.expect("cleaned up").expired, 0);
        let kinds = clinic.event_kinds().await;
        assert_eq!(kinds, [EventKind::Expired; STEPS.len()]);
        let (links, broken) = clinic.services().audit().verify().await.expect("a walk");
        assert!(links > 0 && broken.is_empty());
    })
    .await;
}

async fn enter(browser: &Browser, invitation: &Invitation) {
    browser
        .post("/connect", &[("code", &invitation.code)])
        .await
        .leads_to("/connect/question");
}

#[tokio::test]
async fn a_connected_code_that_ended_stays_dead_when_the_clock_steps_back() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("MRN-1").await;
        let pat = clinic.person("Pat", "pat@example.org").await;
        clinic.connect(&pat, &invitation, "Emma").await;
        let end = clinic.now() + 90 * DAY;
        clinic.set(end - SECOND);
        let browser = clinic.browser();
        enter(&browser, &invitation).await;
        clinic.set(end);
        browser.get("/connect/question").await.has_status(410);
        clinic.set(end - 120 * MINUTE);
        let page = browser.get("/connect/question").await;
        assert!(page.status.is_client_error(), "{}", page.status);
        assert_eq!(clinic.event_kinds().await, [EventKind::Authorized]);
    })
    .await;
}

#[tokio::test]
async fn a_way_that_ran_out_of_time_stays_over_when_the_clock_steps_back() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("MRN-1").await;
        let browser = clinic.browser();
        enter(&browser, &invitation).await;
        clinic.advance(15 * MINUTE);
        browser.get("/sign-in").await.has_status(200);
        let kept = browser.stolen();
        clinic.advance(15 * MINUTE);
        browser.get("/connect/question").await.has_status(410);
        clinic.step_back(20 * MINUTE);
        browser.get("/connect/question").await.has_status(409);
        let page = kept.get("/connect/question").await;
        page.has_status(410);
        page.says("This page has timed out");
        enter(&browser, &invitation).await;
        browser.get("/connect/question").await.has_status(200);
    })
    .await;
}

#[tokio::test]
async fn a_session_that_was_over_stays_over_when_the_clock_steps_back() {
    on_each_database(async |clinic| {
        let browser = clinic.person("Pat", "pat@example.org").await;
        let tab = browser.stolen();
        clinic.advance(30 * MINUTE);
        tab.get("/account").await.leads_to("/sign-in");
        clinic.step_back(30 * MINUTE);
        browser.get("/account").await.leads_to("/sign-in");
    })
    .await;
}

#[tokio::test]
async fn digits_that_were_over_stay_over_when_the_clock_steps_back() {
    on_each_database(async |clinic| {
        let browser = clinic.browser();
        let details = [
            ("name", "Pat"),
            ("email", "pat@example.org"),
            ("password", PASSWORD),
        ];
        browser
            .post("/create-account", &details)
            .await
            .leads_to("/create-account");
        let digits = digits_in(&clinic.last_mail_to("pat@example.org").await);
        clinic.advance(15 * MINUTE);
        let sent = [("digits", digits.as_str())];
        let over = browser.post("/create-account", &sent).await;
        assert!(over.status.is_client_error(), "{}", over.status);
        clinic.step_back(15 * MINUTE);
        let again = browser.post("/create-account", &sent).await;
        assert_eq!((again.status, again.text()), (over.status, over.text()));
    })
    .await;
}

#[tokio::test]
async fn a_clock_that_steps_back_locks_no_one_out() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("MRN-1").await;
        let browser = clinic.person("Pat", "pat@example.org").await;
        clinic
            .come_to_the_decision(&browser, &invitation, "Emma")
            .await;
        clinic.step_back(120 * MINUTE);
        browser
            .post("/connect/authorize", &[("decision", "authorize")])
            .await
            .leads_to("/connect/done");
        let other = clinic.browser();
        let pair = [("email", "pat@example.org"), ("password", PASSWORD)];
        other.post("/sign-in", &pair).await.leads_to("/account");
    })
    .await;
}

#[tokio::test]
async fn a_pick_up_restarts_the_ninety_days() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("MRN-1").await;
        let browser = clinic.person("Pat", "pat@example.org").await;
        clinic.connect(&browser, &invitation, "Emma").await;
        for record in ["Tom", "Joe"] {
            clinic.advance((90 * DAY).checked_sub(SECOND).unwrap());
            let browser = clinic.browser();
            let pair = [("email", "pat@example.org"), ("password", PASSWORD)];
            browser.post("/sign-in", &pair).await.leads_to("/account");
            clinic.connect(&browser, &invitation, record).await;
        }
        clinic.advance(90 * DAY);
        let browser = clinic.browser();
        browser
            .post("/connect", &[("code", &invitation.code)])
            .await
            .leads_to("/connect/question");
        browser.get("/connect/question").await.has_status(410);
    })
    .await;
}
