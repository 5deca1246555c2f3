//! Every way a code ends, as its holder reads it, with the clinic's phone.

use crate::support::{ANSWER, Browser, Clinic, Invitation, Page, on_each_database};
use domain::event::EventKind;

/// What someone reads who comes with the code now.
async fn holder_reads(clinic: &Clinic, invitation: &Invitation) -> Page {
    let browser = clinic.browser();
    browser
        .post("/connect", &[("code", &invitation.code)])
        .await
        .leads_to("/connect/question");
    let page = browser.get("/connect/question").await;
    let post = browser
        .post("/connect/question", &[("answer", ANSWER)])
        .await;
    assert_eq!(page.heading(), post.heading());
    page
}

#[track_caller]
fn is_the_end(page: &Page, heading: &str) {
    page.has_status(410);
    assert_eq!(page.heading(), heading);
    page.says("01632 960 123");
}

async fn wrong(browser: &Browser, answer: &str) -> Page {
    browser
        .post("/connect/question", &[("answer", answer)])
        .await
}

#[tokio::test]
async fn a_replaced_code_says_so_and_the_new_one_works() {
    on_each_database(async |clinic| {
        let old = clinic.invite("MRN-1").await;
        let new = clinic.reissue(&old).await;
        assert_ne!(old.code, new.code);
        let page = holder_reads(clinic, &old).await;
        page.has_status(410);
        assert_eq!(page.heading(), "Lakeside Clinic has given you a newer code");
        page.says("4 May 2026");
        let browser = clinic.person("Pat", "pat@example.org").await;
        clinic.connect(&browser, &new, "Emma").await;
    })
    .await;
}

#[tokio::test]
async fn reissuing_a_connected_request_keeps_the_connection() {
    on_each_database(async |clinic| {
        let old = clinic.invite("MRN-1").await;
        let browser = clinic.person("Pat", "pat@example.org").await;
        clinic.connect(&browser, &old, "Emma").await;
        clinic.reissue(&old).await;
        let poll = clinic
            .services()
            .applications()
            .authorized_since(clinic.application, None)
            .await
            .expect("a poll");
        assert_eq!(poll.connected.len(), 1);
        browser.get("/account").await.says("Lakeside Clinic");
    })
    .await;
}

#[tokio::test]
async fn a_withdrawn_code_says_so() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("MRN-1").await;
        clinic.withdraw(&invitation).await;
        is_the_end(
            &holder_reads(clinic, &invitation).await,
            "Lakeside Clinic has cancelled this code",
        );
        clinic.invite("MRN-1").await;
    })
    .await;
}

#[tokio::test]
async fn an_ended_code_says_when_before_and_after_the_clean_up() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("MRN-1").await;
        clinic.invite("MRN-2").await;
        clinic.set(clinic.code_end());
        is_the_end(
            &holder_reads(clinic, &invitation).await,
            "This code expired on 1 June 2026",
        );
        let done = clinic
            .services()
            .installation()
            .clean_up(clinic.now())
            .await
            .expect("cleaned up");
        // The other one: what its holder was told before is recorded already.
        assert_eq!(done.expired, 1);
        is_the_end(
            &holder_reads(clinic, &invitation).await,
            "This code expired on 1 June 2026",
        );
        assert_eq!(clinic.event_kinds().await, [EventKind::Expired; 2]);
    })
    .await;
}

#[tokio::test]
async fn a_third_wrong_answer_stops_the_code_and_tells_the_clinic() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("MRN-1").await;
        let browser = clinic.browser();
        browser
            .post("/connect", &[("code", &invitation.code)])
            .await
            .leads_to("/connect/question");
        wrong(&browser, "one one")
            .await
            .says("You can try 2 more times");
        wrong(&browser, "two two")
            .await
            .says("You can try 1 more time.");
        let stopped = "This code is locked because the answer was wrong too many times";
        is_the_end(&wrong(&browser, "three three").await, stopped);
        is_the_end(&wrong(&browser, ANSWER).await, stopped);
        is_the_end(&holder_reads(clinic, &invitation).await, stopped);
        assert_eq!(clinic.event_kinds().await, [EventKind::Stopped]);
    })
    .await;
}

#[tokio::test]
async fn a_code_used_by_another_person_says_so() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("MRN-1").await;
        let pat = clinic.person("Pat", "pat@example.org").await;
        clinic.connect(&pat, &invitation, "Emma").await;
        let sam = clinic.person("Sam", "sam@example.org").await;
        sam.post("/connect", &[("code", &invitation.code)])
            .await
            .leads_to("/connect/question");
        is_the_end(
            &sam.get("/connect/question").await,
            "This code has already been used",
        );
    })
    .await;
}

#[tokio::test]
async fn a_right_answer_gives_back_the_tries() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("MRN-1").await;
        let browser = clinic.person("Pat", "pat@example.org").await;
        for round in 0..3 {
            browser
                .post("/connect", &[("code", &invitation.code)])
                .await
                .leads_to("/connect/question");
            wrong(&browser, &format!("first {round}"))
                .await
                .says("You can try 2 more times");
            wrong(&browser, &format!("second {round}"))
                .await
                .says("You can try 1 more time.");
            wrong(&browser, ANSWER).await.leads_to("/connect/record");
        }
    })
    .await;
}

#[tokio::test]
async fn a_new_code_with_the_same_answer_can_follow_any_ended_one() {
    on_each_database(async |clinic| {
        let ended = clinic.invite("ended").await;
        clinic.set(clinic.code_end());
        let stopped = clinic.invite("stopped").await;
        let refused = clinic.invite("refused").await;
        let connected = clinic.invite("connected").await;
        let guesser = clinic.browser();
        guesser
            .post("/connect", &[("code", &stopped.code)])
            .await
            .leads_to("/connect/question");
        for answer in ["one one", "two two", "three three"] {
            wrong(&guesser, answer).await;
        }
        guesser
            .post("/connect", &[("code", &refused.code)])
            .await
            .leads_to("/connect/question");
        guesser
            .post("/connect/not-me", &[("choice", "not-me")])
            .await
            .has_status(200);
        let pat = clinic.person("Pat", "pat@example.org").await;
        clinic.connect(&pat, &connected, "Emma").await;
        clinic
            .services()
            .installation()
            .clean_up(clinic.now())
            .await
            .expect("cleaned up");

        for old in [ended, stopped, refused, connected] {
            let new = clinic.reissue(&old).await;
            let heading = "Lakeside Clinic has given you a newer code";
            assert_eq!(
                holder_reads(clinic, &old).await.heading(),
                heading,
                "{}",
                old.external_id
            );
            clinic.connect(&pat, &new, &old.external_id).await;
        }
    })
    .await;
}
