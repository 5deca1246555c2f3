//! What people who prove nothing leave behind: rows, mails and records are bounded for each network and in all, whatever
//! they send and however often.

use crate::support::{ANSWER, Clinic, PASSWORD, Page, digits_in, on_each_database};
use domain::policy;
use domain::staff::Role;
use service::CleanedUp;
use std::time::Duration;

const MINUTE: Duration = Duration::from_mins(1);
const NETWORK: usize = 256;

async fn sessions(clinic: &Clinic) -> i64 {
    clinic.database.number("select count(*) from session").await
}

/// A visitor of a network enters a code: this needs a session.
async fn enter(clinic: &Clinic, address: &str, code: &str) -> Page {
    let browser = clinic.browser_from(address);
    browser.post("/connect", &[("code", code)]).await
}

async fn clean_up(clinic: &Clinic) -> CleanedUp {
    let done = clinic
        .services()
        .installation()
        .clean_up(clinic.now())
        .await;
    done.expect("a clean-up")
}

/// So many visitors of one network.
async fn fill_network(clinic: &Clinic, code: &str, count: usize) {
    for number in 0..count {
        let address = format!("203.0.113.{number}");
        enter(clinic, &address, code)
            .await
            .leads_to("/connect/question");
    }
}

#[tokio::test]
async fn a_stranger_with_nothing_to_keep_has_no_session() {
    on_each_database(async |clinic| {
        let unknown = "BCDF-GHJK-LMNP-QRST-VWXZ";
        let forms: &[(&str, &[(&str, &str)])] = &[
            ("/connect", &[("code", "not a code")]),
            ("/connect", &[("code", unknown)]),
            ("/connect/question", &[("answer", ANSWER)]),
            ("/connect/not-me", &[("choice", "not-me")]),
            ("/connect/record", &[("record", "new")]),
            ("/connect/authorize", &[("decision", "authorize")]),
            ("/create-account", &[("start_over", "")]),
            ("/create-account", &[("resend", "")]),
            ("/create-account", &[("digits", "123456")]),
            ("/create-account", &[("name", "Pat")]),
            (
                "/sign-in",
                &[("email", "pat@example.org"), ("password", "x")],
            ),
            ("/sign-in", &[]),
            ("/sign-out", &[]),
            ("/sign-out-and-return", &[]),
            (
                "/staff/sign-in",
                &[("email", "x@example.org"), ("password", "x")],
            ),
            ("/staff/sign-out", &[]),
            ("/staff/sign-in/code", &[("code", "123456")]),
            ("/staff/unlock", &[("password", "x")]),
        ];
        for (path, fields) in forms {
            for _ in 0..3 {
                let browser = clinic.browser();
                browser.post(path, fields).await;
                assert!(browser.cookie().is_none(), "a cookie of {path}");
            }
            clinic.browser().get(path).await;
            assert_eq!(sessions(clinic).await, 0, "{path} {fields:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn an_emptied_visit_has_no_session() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("MRN-1").await;
        let browser = clinic.browser();
        browser
            .post("/connect", &[("code", &invitation.code)])
            .await
            .leads_to("/connect/question");
        assert_eq!(sessions(clinic).await, 1);
        let page = browser
            .post("/connect/not-me", &[("choice", "not-me")])
            .await;
        page.has_status(200);
        assert_eq!(sessions(clinic).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_network_has_so_many_strangers_sessions_and_others_enter() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("MRN-1").await;
        fill_network(clinic, &invitation.code, NETWORK).await;
        let count = i64::try_from(NETWORK).expect("a number");
        assert_eq!(count, policy::STRANGER_SESSIONS_A_NETWORK);
        assert_eq!(sessions(clinic).await, count);
        clinic.advance(10 * MINUTE);
        let page = enter(clinic, "203.0.113.9", &invitation.code).await;
        page.has_status(429);
        assert_eq!(page.header("retry-after"), "1200");
        page.says("Wait 20 minutes, then send it again");
        let kept = page.kept("code");
        assert_eq!(kept.as_deref(), Some(invitation.code.as_str()));
        let account = [
            ("name", "Pat"),
            ("email", "pat@example.org"),
            ("password", PASSWORD),
        ];
        let page = clinic
            .browser_from("203.0.113.9")
            .post("/create-account", &account)
            .await;
        page.has_status(429);
        assert_eq!(page.kept("email").as_deref(), Some("pat@example.org"));
        assert!(page.kept("password").is_none());
        assert!(clinic.mail().await.is_empty(), "digits nobody can use");
        assert_eq!(sessions(clinic).await, count);
        enter(clinic, "198.51.100.7", &invitation.code)
            .await
            .leads_to("/connect/question");
        clinic.advance(20 * MINUTE);
        enter(clinic, "203.0.113.9", &invitation.code)
            .await
            .leads_to("/connect/question");
    })
    .await;
}

#[tokio::test]
async fn a_patient_in_the_journey_continues_in_a_full_network() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("MRN-1").await;
        let early = clinic.browser_from("203.0.113.9");
        early
            .post("/connect", &[("code", &invitation.code)])
            .await
            .leads_to("/connect/question");
        let other = clinic.invite("MRN-2").await;
        fill_network(clinic, &other.code, NETWORK - 1).await;
        enter(clinic, "203.0.113.10", &other.code)
            .await
            .has_status(429);
        early
            .post("/connect/question", &[("answer", ANSWER)])
            .await
            .leads_to("/sign-in");
        clinic
            .create_account(&early, "Pat", "pat@example.org")
            .await;
        early.get("/connect/record").await.has_status(200);
    })
    .await;
}

#[tokio::test]
async fn strangers_everywhere_have_so_many_sessions_in_all() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("MRN-1").await;
        let pat = clinic.person("Pat", "pat@example.org").await;
        let (digest, others, at) = if clinic.is_postgres() {
            (
                "decode(md5(n::text), 'hex')",
                "generate_series(1, 20000) as n",
                format!("to_timestamp({}::numeric / 1000000)", clinic.now().micros()),
            )
        } else {
            (
                "cast(n as blob)",
                "(with recursive counter(n) as (select 1 union all select n + 1 from counter where n < 20000) \
                select n from counter)",
                clinic.now().micros().to_string(),
            )
        };
        let fill = format!(
            "insert into session (digest, data, network, made_at, seen_at) \
            select {digest}, {digest}, {digest}, {at}, {at} from {others}"
        );
        assert_eq!(clinic.database.execute(&fill).await, 20_000);
        let page = enter(clinic, "198.51.100.7", &invitation.code).await;
        page.has_status(429);
        assert_eq!(page.header("retry-after"), "1800");
        pat.get("/account").await.has_status(200);
        clinic.advance(30 * MINUTE);
        enter(clinic, "198.51.100.7", &invitation.code)
            .await
            .leads_to("/connect/question");
        assert!(clean_up(clinic).await.other >= 20_000);
        assert_eq!(sessions(clinic).await, 2);
    })
    .await;
}

#[tokio::test]
async fn a_strangers_session_ends_after_half_an_hour_however_busy() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("MRN-1").await;
        let browser = clinic.browser();
        browser
            .post("/connect", &[("code", &invitation.code)])
            .await
            .leads_to("/connect/question");
        for _ in 0..2 {
            clinic.advance(10 * MINUTE);
            browser.get("/connect/question").await.has_status(200);
        }
        clinic.advance(10 * MINUTE);
        let page = browser.get("/connect/question").await;
        page.has_status(410);
        page.says("This page has timed out");
        assert_eq!(sessions(clinic).await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_at_once_get_no_more_sessions_than_one_by_one() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("MRN-1").await;
        let mut visits = tokio::task::JoinSet::new();
        fill_network(clinic, &invitation.code, NETWORK - 20).await;
        for number in 0..60 {
            let browser = clinic.browser_from(&format!("203.0.113.{number}"));
            let code = invitation.code.clone();
            visits.spawn(async move {
                let page = browser.post("/connect", &[("code", &code)]).await;
                page.status.as_u16()
            });
        }
        let statuses = visits.join_all().await;
        let entered = statuses.iter().filter(|status| **status == 303).count();
        assert_eq!(entered, 20, "{statuses:?}");
        assert!(statuses.iter().all(|status| [303, 429].contains(status)));
        let kept = sessions(clinic).await;
        assert_eq!(kept, policy::STRANGER_SESSIONS_A_NETWORK);
    })
    .await;
}

async fn begin(clinic: &Clinic, address: &str, email: &str) -> Page {
    let browser = clinic.browser_from(address);
    let details = [("name", "Pat"), ("email", email), ("password", PASSWORD)];
    browser.post("/create-account", &details).await
}

#[tokio::test]
async fn a_network_begins_so_many_accounts_and_others_begin_theirs() {
    on_each_database(async |clinic| {
        for number in 0..policy::SIGN_UPS_A_NETWORK {
            let address = format!("203.0.113.{number}");
            let email = format!("pat{number}@example.org");
            begin(clinic, &address, &email)
                .await
                .leads_to("/create-account");
        }
        let rows = async || clinic.database.number("select count(*) from sign_up").await;
        let jobs = async || clinic.database.number("select count(*) from job").await;
        let most = i64::from(policy::SIGN_UPS_A_NETWORK);
        assert_eq!((rows().await, jobs().await), (most, most));
        for number in 0..5 {
            let email = format!("sam{number}@example.org");
            let page = begin(clinic, "203.0.113.250", &email).await;
            page.has_status(429);
            assert_eq!(page.header("retry-after"), "900");
            page.says("wait 15 minutes");
            assert_eq!(page.kept("email").as_deref(), Some(email.as_str()));
        }
        assert_eq!((rows().await, jobs().await), (most, most));
        begin(clinic, "198.51.100.7", "kim@example.org")
            .await
            .leads_to("/create-account");
        // No one else's digits wait behind more than one network's.
        assert!(jobs().await <= most + 1);
        clinic.last_mail_to("kim@example.org").await;
        clinic.advance(15 * MINUTE);
        begin(clinic, "203.0.113.250", "sam@example.org")
            .await
            .leads_to("/create-account");
    })
    .await;
}

#[tokio::test]
async fn names_after_a_plus_are_one_mailbox_and_many_accounts() {
    on_each_database(async |clinic| {
        let most = policy::SIGN_UPS_A_MAILBOX_IN_ALL;
        for number in 0..most {
            let browser = clinic.browser_from(&format!("198.51.{number}.7"));
            let email = format!("Pat+{number}@Example.org");
            let details = [("name", "Pat"), ("email", &email), ("password", PASSWORD)];
            browser
                .post("/create-account", &details)
                .await
                .leads_to("/create-account");
        }
        begin(clinic, "203.0.113.9", "pat+9@example.org")
            .await
            .has_status(429);
        begin(clinic, "203.0.113.9", "pat@example.org")
            .await
            .has_status(429);
        begin(clinic, "203.0.113.9", "p.at@example.org")
            .await
            .leads_to("/create-account");
        let rows = "select count(*) from sign_up";
        assert_eq!(clinic.database.number(rows).await, most + 1);
        assert_eq!(clinic.mail().await.len(), 7);
        clinic.advance(16 * MINUTE);
        clean_up(clinic).await;
        assert_eq!(clinic.database.number(rows).await, 0);
        for email in ["pat+1@example.org", "pat+2@example.org"] {
            clinic.person("Pat", email).await;
        }
        let people = "select count(*) from person";
        assert_eq!(clinic.database.number(people).await, 2);
    })
    .await;
}

#[tokio::test]
async fn digits_are_sent_again_so_often_for_a_network() {
    on_each_database(async |clinic| {
        let most = policy::DIGITS_MAILS_A_NETWORK;
        let mut browsers = Vec::new();
        for number in 0..most / 2 {
            let browser = clinic.browser_from(&format!("203.0.113.{number}"));
            let email = format!("pat{number}@example.org");
            let details = [("name", "Pat"), ("email", &email), ("password", PASSWORD)];
            browser.post("/create-account", &details).await;
            browsers.push(browser);
        }
        clinic.drain().await;
        for _ in 0..2 {
            for browser in &browsers {
                browser.post("/create-account", &[("resend", "")]).await;
            }
            clinic.drain().await;
        }
        let jobs = clinic.database.number("select count(*) from job").await;
        assert_eq!(jobs, i64::from(most));
        let page = browsers[0].post("/create-account", &[("resend", "")]).await;
        page.has_status(429);
        page.says("Use the newest one");
        let digits = digits_in(&clinic.last_mail_to("pat0@example.org").await);
        let fields = [("digits", digits.as_str())];
        let page = browsers[0].post("/create-account", &fields).await;
        page.leads_to("/account");
    })
    .await;
}

async fn records(clinic: &Clinic, action: &str) -> Vec<String> {
    let sql = format!("select outcome from audit where action = '{action}' order by number");
    clinic.database.texts(&sql).await
}

/// Ten, the last of which says that there were more.
fn ten_of(outcome: &str) -> Vec<String> {
    let mut ten = vec![outcome.to_owned(); 9];
    ten.push("more-not-recorded".to_owned());
    ten
}

#[tokio::test]
async fn failures_of_strangers_are_recorded_ten_times_an_hour() {
    on_each_database(async |clinic| {
        clinic
            .colleague("Kim", "kim@clinic.example", Role::FrontDesk)
            .await;
        let doors = [
            ("/sign-in", "account.sign-in", "nobody"),
            ("/staff/sign-in", "staff.sign-in", "nobody"),
            ("/staff/sign-in", "staff.sign-in", "kim"),
        ];
        for (path, action, _) in doors {
            let before = records(clinic, action).await.len();
            for number in 0..14 {
                let browser = clinic.browser_from(&format!("203.0.113.{number}"));
                let email = format!("nobody{number}@example.org");
                let fields = [("email", email.as_str()), ("password", "wrong")];
                browser.post(path, &fields).await.has_status(422);
            }
            let after = records(clinic, action).await;
            let expected = if before == 0 {
                ten_of("wrong-pair")
            } else {
                Vec::new()
            };
            assert_eq!(after[before..], expected, "{action}");
        }
        clinic.advance(60 * MINUTE);
        let fields = [("email", "x@example.org"), ("password", "wrong")];
        clinic
            .browser_from("203.0.113.9")
            .post("/sign-in", &fields)
            .await;
        assert_eq!(records(clinic, "account.sign-in").await.len(), 11);
    })
    .await;
}

#[tokio::test]
async fn failures_from_everywhere_are_recorded_a_hundred_times_an_hour() {
    on_each_database(async |clinic| {
        for network in 0..12 {
            for number in 0..10 {
                let browser = clinic.browser_from(&format!("203.0.{network}.{number}"));
                let email = format!("nobody{network}-{number}@example.org");
                let fields = [("email", email.as_str()), ("password", "wrong")];
                browser.post("/sign-in", &fields).await.has_status(422);
            }
        }
        let all = records(clinic, "account.sign-in").await;
        assert_eq!(all.len(), 100);
        assert_eq!(all.last().map(String::as_str), Some("more-not-recorded"));
    })
    .await;
}

#[tokio::test]
async fn what_unproven_accounts_do_is_recorded_ten_times_an_hour() {
    on_each_database(async |clinic| {
        for number in 0..14 {
            let browser = clinic.browser_from(&format!("203.0.113.{number}"));
            let email = format!("pat{number}@example.org");
            let details = [("name", "Pat"), ("email", &email), ("password", PASSWORD)];
            browser
                .post("/create-account", &details)
                .await
                .leads_to("/create-account");
            browser
                .post("/create-account", &[("digits", "000000")])
                .await
                .has_status(422);
            browser
                .post("/create-account", &[("resend", "")])
                .await
                .has_status(200);
        }
        for (action, outcome) in [
            ("account.start", "digits-mailed"),
            ("account.confirm", "wrong-digits"),
            ("account.resend-digits", "digits-mailed"),
        ] {
            assert_eq!(records(clinic, action).await, ten_of(outcome), "{action}");
        }
    })
    .await;
}

#[tokio::test]
async fn forgotten_passwords_of_no_one_are_recorded_ten_times_an_hour() {
    on_each_database(async |clinic| {
        for number in 0..14 {
            let browser = clinic.browser_from(&format!("203.0.113.{number}"));
            let email = format!("nobody{number}@example.org");
            for path in ["/forgot-password", "/staff/forgot-password"] {
                let page = browser.post(path, &[("email", &email)]).await;
                assert!(page.status.as_u16() < 400, "{path}: {}", page.status);
            }
            let fields = [("digits", "000000"), ("password", PASSWORD)];
            browser.post("/forgot-password", &fields).await;
        }
        for (action, outcome) in [
            ("account.forgot-password", "digits-mailed"),
            ("account.reset-password", "wrong-digits"),
            ("staff.send-password-link", "refused"),
        ] {
            assert_eq!(records(clinic, action).await, ten_of(outcome), "{action}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_right_answer_given_again_and_again_is_recorded_ten_times() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("MRN-1").await;
        for _ in 0..14 {
            clinic.answer(&clinic.browser(), &invitation).await;
        }
        let action = "connect-request.answer";
        assert_eq!(records(clinic, action).await, ten_of("right"));
        // What changes something is recorded in any case: a wrong answer, and the right one that clears it.
        let browser = clinic.browser();
        browser
            .post("/connect", &[("code", &invitation.code)])
            .await
            .leads_to("/connect/question");
        let wrong = [("answer", "something else")];
        browser
            .post("/connect/question", &wrong)
            .await
            .has_status(422);
        clinic.answer(&browser, &invitation).await;
        let all = records(clinic, action).await;
        assert_eq!(all[10..], ["wrong", "right"]);
    })
    .await;
}

#[tokio::test]
async fn not_me_of_a_used_code_is_told_ten_times_an_hour() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("MRN-1").await;
        let pat = clinic.person("Pat", "pat@example.org").await;
        clinic.connect(&pat, &invitation, "Emma").await;
        for _ in 0..14 {
            let browser = clinic.browser();
            browser
                .post("/connect", &[("code", &invitation.code)])
                .await
                .leads_to("/connect/question");
            browser
                .post("/connect/not-me", &[("choice", "not-me")])
                .await
                .says("Someone has already connected with this code");
        }
        assert_eq!(
            records(clinic, "connect-request.not-me").await,
            ten_of("told")
        );
        assert_eq!(clinic.events().await.len(), 11);
    })
    .await;
}
