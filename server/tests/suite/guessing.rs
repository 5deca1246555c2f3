//! Guesses at an answer: however many come at once, only as many are evaluated as the request allows.

use crate::support::{ANSWER, Browser, Clinic, Invitation, on_each_database};
use axum::Router;
use domain::event::EventKind;
use service::mail::Transport;
use tokio::task::JoinSet;

/// Everyone has entered the code, each in a browser of their own.
async fn guessers(
    clinic: &Clinic,
    routers: &[&Router],
    invitation: &Invitation,
    count: usize,
) -> Vec<Browser> {
    let mut all = Vec::new();
    for number in 0..count {
        let browser = clinic.browser().at(routers[number % routers.len()]);
        browser
            .post("/connect", &[("code", &invitation.code)])
            .await
            .leads_to("/connect/question");
        all.push(browser);
    }
    all
}

/// Sends all answers at once; answers each page's status, in no order.
async fn at_once(guesses: Vec<(Browser, String)>) -> Vec<u16> {
    let mut tasks = JoinSet::new();
    for (browser, answer) in guesses {
        tasks.spawn(async move {
            let page = browser
                .post("/connect/question", &[("answer", &answer)])
                .await;
            page.status.as_u16()
        });
    }
    tasks.join_all().await
}

/// How many answers were evaluated, by the audit log.
async fn evaluated(clinic: &Clinic) -> i64 {
    let sql = "select count(*) from audit where action = 'connect-request.answer'";
    clinic.database.number(sql).await
}

async fn fifty_wrong_ones(clinic: &Clinic, routers: &[&Router]) {
    let invitation = clinic.invite("MRN-1").await;
    let browsers = guessers(clinic, routers, &invitation, 50).await;
    let right = browsers[7].clone();
    let wrong = browsers
        .into_iter()
        .enumerate()
        .map(|(number, browser)| (browser, format!("guess {number}")));
    let statuses = at_once(wrong.collect()).await;
    assert_eq!(evaluated(clinic).await, 3, "{statuses:?}");
    assert!(
        statuses
            .iter()
            .all(|status| [410, 422, 503].contains(status)),
        "{statuses:?}"
    );
    assert_eq!(
        statuses.iter().filter(|status| **status == 422).count(),
        2,
        "{statuses:?}"
    );
    let page = right.post("/connect/question", &[("answer", ANSWER)]).await;
    page.has_status(410);
    page.says("This code is locked");
    assert_eq!(clinic.event_kinds().await, [EventKind::Stopped]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn fifty_wrong_answers_at_once_evaluate_three() {
    on_each_database(async |clinic| fifty_wrong_ones(clinic, &[clinic.router()]).await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn fifty_wrong_answers_through_two_processes_evaluate_three() {
    on_each_database(async |clinic| {
        let other = clinic.another_process(Transport::None).await;
        fifty_wrong_ones(clinic, &[clinic.router(), &other.router]).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_right_answer_among_wrong_ones_wins_or_is_late_but_never_both() {
    on_each_database(async |clinic| {
        for round in 0..4 {
            let invitation = clinic.invite(&format!("MRN-{round}")).await;
            let browsers = guessers(clinic, &[clinic.router()], &invitation, 20).await;
            let place = [0, 1, 2, 10][round];
            let guesses = browsers.into_iter().enumerate().map(|(number, browser)| {
                let answer = if number == place {
                    ANSWER.to_owned()
                } else {
                    format!("guess {number}")
                };
                (browser, answer)
            });
            let statuses = at_once(guesses.collect()).await;
            let won = statuses.contains(&303);
            let id = invitation.id.0;
            let outcomes = outcomes_of(clinic, id).await;
            let rights = outcomes
                .iter()
                .filter(|outcome| *outcome == "right")
                .count();
            assert_eq!(rights, usize::from(won));
            let stopped = outcomes.iter().position(|outcome| outcome == "stopped");
            let right = outcomes.iter().position(|outcome| outcome == "right");
            if let (Some(right), Some(stopped)) = (right, stopped) {
                assert!(right < stopped, "never success after stopped: {outcomes:?}");
            }
            let wrongs_before = outcomes
                .iter()
                .take(right.unwrap_or(outcomes.len()))
                .filter(|outcome| *outcome == "wrong")
                .count();
            assert!(wrongs_before < 3, "{outcomes:?}");
            assert!(
                won || stopped.is_some() || statuses.contains(&503),
                "{statuses:?}"
            );
        }
    })
    .await;
}

/// The result of a request's answers, in the order of the chain.
async fn outcomes_of(clinic: &Clinic, id: uuid::Uuid) -> Vec<String> {
    let subject = if clinic.is_postgres() {
        format!("'{id}'")
    } else {
        format!("x'{}'", id.simple())
    };
    let sql = format!(
        "select outcome from audit where action = 'connect-request.answer' and subject_id = {subject} order by number"
    );
    clinic.database.texts(&sql).await
}

#[tokio::test]
async fn one_wrong_answer_five_times_is_charged_once_and_blank_ones_never() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("MRN-1").await;
        let browser = clinic.browser();
        browser
            .post("/connect", &[("code", &invitation.code)])
            .await
            .leads_to("/connect/question");
        let before = clinic.database.dump().await;
        for blank in ["", " ", "\t", "\u{a0}", "   "] {
            let page = browser
                .post("/connect/question", &[("answer", blank)])
                .await;
            page.has_status(422);
            page.says("Enter your answer");
        }
        let ends = browser
            .post("/connect/question", &[("answer", "Velvet Walnut ")])
            .await;
        ends.says("ends with a space");
        assert_eq!(clinic.database.dump().await, before, "nothing was charged");

        browser
            .post("/connect/question", &[("answer", "silver pond")])
            .await
            .says("You can try 2 more times");
        for same in ["silver pond", "SILVER POND", "Silver Pond", "silver Pond"] {
            let page = browser.post("/connect/question", &[("answer", same)]).await;
            page.says("This did not count as a try");
            page.says("You can try 2 more times");
        }
        assert_eq!(evaluated(clinic).await, 1);
        browser
            .post("/connect/question", &[("answer", ANSWER)])
            .await
            .leads_to("/sign-in");
    })
    .await;
}

/// A well-formed code that no one made.
fn unknown(number: usize) -> String {
    let mut draws = (0..).map(move |place| (number * 7 + place * place) % 20);
    domain::identity_code::IdentityCode::generate(|_| draws.next().expect("a draw")).to_string()
}

#[tokio::test]
async fn an_address_that_tries_unknown_codes_is_slowed_down_and_no_other() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("MRN-1").await;
        let guesser = clinic.browser_from("198.51.100.7");
        for number in 0..10 {
            let page = guesser
                .post("/connect", &[("code", &unknown(number))])
                .await;
            page.has_status(422);
            page.says("We do not recognise this code");
        }
        let page = guesser.post("/connect", &[("code", &unknown(10))]).await;
        page.has_status(429);
        assert_eq!(page.header("retry-after"), "300");
        page.says("Your code still works");
        guesser
            .post("/connect", &[("code", &invitation.code)])
            .await
            .has_status(429);

        let other = clinic.browser_from("198.51.100.8");
        other
            .post("/connect", &[("code", &invitation.code)])
            .await
            .leads_to("/connect/question");
        clinic.advance(std::time::Duration::from_secs(2));
        guesser
            .post("/connect", &[("code", &invitation.code)])
            .await
            .leads_to("/connect/question");
        guesser
            .post("/connect", &[("code", &unknown(11))])
            .await
            .has_status(422);
        let page = guesser.post("/connect", &[("code", &unknown(12))]).await;
        page.has_status(429);
    })
    .await;
}

#[tokio::test]
async fn typing_slips_and_known_codes_are_never_charged_to_the_address() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("MRN-1").await;
        let browser = clinic.browser();
        let last = if invitation.code.ends_with('B') {
            "C"
        } else {
            "B"
        };
        let slip = format!("{}{last}", &invitation.code[..invitation.code.len() - 1]);
        for _ in 0..40 {
            let page = browser.post("/connect", &[("code", &slip)]).await;
            page.has_status(422);
            page.says("One of the letters is wrong");
            browser
                .post("/connect", &[("code", &invitation.code)])
                .await
                .leads_to("/connect/question");
        }
        assert_eq!(
            clinic
                .database
                .number("select count(*) from throttle where failures > 0 or until > at")
                .await,
            0
        );
    })
    .await;
}

#[tokio::test]
async fn two_unknown_codes_get_the_same_page() {
    on_each_database(async |clinic| {
        let mut pages = Vec::new();
        for number in [1, 2] {
            let code = unknown(number);
            let page = clinic.browser().post("/connect", &[("code", &code)]).await;
            let mut body = page.body.replace(&code, "(code)");
            for nonce in page.attributes("[nonce]", "nonce") {
                body = body.replace(&nonce, "(nonce)");
            }
            pages.push(body);
        }
        assert_eq!(pages[0], pages[1]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_fifty_unknown_codes_at_once_only_the_burst_is_looked_up() {
    on_each_database(async |clinic| {
        let other = clinic.another_process(Transport::None).await;
        let mut tasks = JoinSet::new();
        for number in 0..50 {
            let router = [clinic.router(), &other.router][number % 2];
            let browser = clinic.browser().at(router);
            tasks.spawn(async move {
                let code = unknown(number);
                let page = browser.post("/connect", &[("code", &code)]).await;
                page.status.as_u16()
            });
        }
        let mut statuses = tasks.join_all().await;
        statuses.sort_unstable();
        let expected = [[422; 10].as_slice(), &[429; 40]].concat();
        assert_eq!(statuses, expected);
    })
    .await;
}

#[tokio::test]
async fn a_known_code_gives_back_its_own_charge_and_no_more() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("MRN-1").await;
        let browser = clinic.browser();
        for number in 0..9 {
            let page = browser
                .post("/connect", &[("code", &unknown(number))])
                .await;
            page.has_status(422);
        }
        for _ in 0..3 {
            browser
                .post("/connect", &[("code", &invitation.code)])
                .await
                .leads_to("/connect/question");
        }
        let last = browser.post("/connect", &[("code", &unknown(9))]).await;
        last.has_status(422);
        let over = browser.post("/connect", &[("code", &unknown(10))]).await;
        over.has_status(429);
    })
    .await;
}

#[tokio::test]
async fn a_clock_put_back_slows_no_one_down_for_longer() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("MRN-1").await;
        let browser = clinic.browser();
        for number in 0..10 {
            let page = browser
                .post("/connect", &[("code", &unknown(number))])
                .await;
            page.has_status(422);
        }
        clinic.step_back(std::time::Duration::from_hours(2));
        let code = [("code", invitation.code.as_str())];
        browser.post("/connect", &code).await.has_status(429);
        clinic.advance(std::time::Duration::from_secs(2));
        let page = browser.post("/connect", &code).await;
        page.leads_to("/connect/question");
    })
    .await;
}
