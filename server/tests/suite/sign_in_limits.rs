//! What wrong passwords and codes cost: per account and network, apart for known devices, bounded over all.

use crate::support::{Browser, Clinic, PASSWORD, Page, on_each_database};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use domain::policy;
use domain::staff::Role;
use service::Operator;
use service::mail::Transport;
use std::time::Duration;
use tokio::task::JoinSet;

const KIM: &str = "kim@clinic.example";
const PAT: &str = "pat@example.org";
const DOORS: [(&str, &str); 2] = [("/staff/sign-in", KIM), ("/sign-in", PAT)];
const MONTH: Duration = Duration::from_hours(24 * 30);

async fn both(clinic: &Clinic) {
    clinic.colleague("Kim", KIM, Role::FrontDesk).await;
    clinic.person("Pat", PAT).await;
}

async fn try_password(browser: &Browser, door: &str, email: &str, password: &str) -> Page {
    let fields = [("email", email), ("password", password)];
    browser.post(door, &fields).await
}

async fn wrong(clinic: &Clinic, address: &str, door: &str, email: &str) -> Page {
    let browser = clinic.browser_from(address);
    try_password(&browser, door, email, "not the password").await
}

fn wait(page: &Page) -> u64 {
    page.has_status(429);
    page.header("retry-after").parse().expect("seconds")
}

#[tokio::test]
async fn strangers_lock_neither_another_network_nor_a_known_device() {
    on_each_database(async |clinic| {
        both(clinic).await;
        for (door, email) in DOORS {
            let known = clinic.browser_from("198.51.100.7");
            let page = try_password(&known, door, email, PASSWORD).await;
            page.has_status(303);
            for _ in 0..5 {
                let page = wrong(clinic, "198.51.100.7", door, email).await;
                page.has_status(422);
            }
            wait(&wrong(clinic, "198.51.100.7", door, email).await);
            let there = clinic.browser_from("203.0.113.9");
            let page = try_password(&there, door, email, PASSWORD).await;
            page.has_status(303);
            let page = try_password(&known, door, email, PASSWORD).await;
            page.has_status(303);
        }
    })
    .await;
}

#[tokio::test]
async fn a_known_device_has_tries_of_its_own_and_no_more() {
    on_each_database(async |clinic| {
        both(clinic).await;
        for (door, email) in DOORS {
            let known = clinic.browser();
            try_password(&known, door, email, PASSWORD)
                .await
                .has_status(303);
            for _ in 0..5 {
                let page = try_password(&known, door, email, "not the password").await;
                page.has_status(422);
            }
            assert_eq!(wait(&try_password(&known, door, email, PASSWORD).await), 1);
            let elsewhere = clinic.browser();
            let page = try_password(&elsewhere, door, email, PASSWORD).await;
            page.has_status(303);
        }
    })
    .await;
}

#[tokio::test]
async fn a_device_is_known_for_its_own_account_and_round_alone() {
    on_each_database(async |clinic| {
        both(clinic).await;
        clinic.person("Sam", "sam@example.org").await;
        let known = clinic.browser();
        try_password(&known, "/sign-in", PAT, PASSWORD)
            .await
            .has_status(303);
        for (email, knows) in [("sam@example.org", false), (PAT, true)] {
            for _ in 0..5 {
                wrong(clinic, "192.0.2.10", "/sign-in", email).await;
            }
            let page = try_password(&known, "/sign-in", email, "not the password").await;
            page.has_status(if knows { 422 } else { 429 });
        }
        let end = "update person set session_round = session_round + 1";
        clinic.database.execute(end).await;
        wait(&try_password(&known, "/sign-in", PAT, "not the password").await);
    })
    .await;
}

#[tokio::test]
async fn a_device_cookie_tells_no_one_who_signed_in() {
    on_each_database(async |clinic| {
        both(clinic).await;
        for (door, email) in DOORS {
            let browser = clinic.browser();
            let page = try_password(&browser, door, email, PASSWORD).await;
            let set: Vec<&str> = page
                .headers
                .get_all("set-cookie")
                .iter()
                .filter_map(|cookie| cookie.to_str().ok())
                .filter(|cookie| cookie.starts_with("pc-device="))
                .collect();
            let [cookie] = set[..] else {
                panic!("{set:?}");
            };
            assert!(cookie.contains("HttpOnly"), "{cookie}");
            assert!(cookie.contains("Max-Age=34560000"), "{cookie}");
            let value = cookie["pc-device=".len()..].split(';').next();
            let sealed = BASE64_URL_SAFE_NO_PAD.decode(value.expect("a value"));
            let sealed = String::from_utf8_lossy(&sealed.expect("base64")).into_owned();
            for part in [email, "kim", "pat", "staff", "person"] {
                assert!(!sealed.contains(part), "{part}");
            }
            let wrong = try_password(&clinic.browser(), door, email, "not it").await;
            assert!(!format!("{:?}", wrong.headers).contains("pc-device"));
        }
    })
    .await;
}

#[tokio::test]
async fn guesses_from_everywhere_are_bounded_and_leave_a_known_device_alone() {
    on_each_database(async |clinic| {
        both(clinic).await;
        let (door, email) = DOORS[0];
        let known = clinic.browser();
        try_password(&known, door, email, PASSWORD)
            .await
            .has_status(303);
        let mut evaluated = 0;
        for network in 0..30 {
            for _ in 0..5 {
                let address = format!("10.0.{network}.9");
                let page = wrong(clinic, &address, door, email).await;
                evaluated += u32::from(page.status == 422);
            }
        }
        assert_eq!(evaluated, policy::SIGN_IN_ACCOUNT_FAILURES);
        let page = wrong(clinic, "10.1.0.9", door, email).await;
        assert_eq!(wait(&page), 864, "a day for a hundred");
        let page = try_password(&known, door, email, PASSWORD).await;
        page.has_status(303);
        clinic.advance(Duration::from_secs(864));
        let page = wrong(clinic, "10.1.0.9", door, email).await;
        page.has_status(422);
        wait(&wrong(clinic, "10.1.1.9", door, email).await);
    })
    .await;
}

/// The same password at once, in browsers of their own; answers the statuses.
async fn at_once(clinic: &Clinic, count: usize, pair: (&str, &str), password: &str) -> Vec<u16> {
    let other = clinic.another_process(Transport::None).await;
    let mut tasks = JoinSet::new();
    for number in 0..count {
        let browser = clinic.browser();
        let browser = if number % 2 == 0 {
            browser
        } else {
            browser.at(&other.router)
        };
        let (door, email, password) = (pair.0.to_owned(), pair.1.to_owned(), password.to_owned());
        tasks.spawn(async move {
            let page = try_password(&browser, &door, &email, &password).await;
            page.status.as_u16()
        });
    }
    tasks.join_all().await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn right_sign_ins_at_once_all_succeed() {
    on_each_database(async |clinic| {
        both(clinic).await;
        for pair in DOORS {
            let statuses = at_once(clinic, 16, pair, PASSWORD).await;
            assert!(statuses.iter().all(|status| *status == 303), "{statuses:?}");
        }
        let left = "select count(*) from sign_in_try";
        assert_eq!(clinic.database.number(left).await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn wrong_sign_ins_at_once_evaluate_no_more_than_one_place_may() {
    on_each_database(async |clinic| {
        both(clinic).await;
        let statuses = at_once(clinic, 40, DOORS[0], "not the password").await;
        let evaluated =
            "select count(*) from audit where action = 'staff.sign-in' and outcome = 'wrong-pair'";
        let evaluated = clinic.database.number(evaluated).await;
        assert!(evaluated <= policy::SIGN_IN_AT_ONCE, "{statuses:?}");
        assert!(statuses.contains(&429), "{statuses:?}");
    })
    .await;
}

#[tokio::test]
async fn a_sign_in_that_was_never_settled_is_given_back_with_its_lease() {
    on_each_database(async |clinic| {
        both(clinic).await;
        let (door, email) = DOORS[0];
        let keep = "insert into sign_in_try (id, account, place, address, network, leased_until) \
            values (old.id, old.account, old.place, old.address, old.network, old.leased_until)";
        let sql = if clinic.is_postgres() {
            format!(
                "create function keep() returns trigger language plpgsql as \
                $$ begin {keep}; return old; end $$; \
                create trigger keep after delete on sign_in_try for each row execute function keep()"
            )
        } else {
            format!("create trigger keep after delete on sign_in_try begin {keep}; end")
        };
        clinic.database.execute(&sql).await;
        for _ in 0..policy::SIGN_IN_AT_ONCE {
            let page = try_password(&clinic.browser(), door, email, PASSWORD).await;
            page.has_status(303);
        }
        assert_eq!(wait(&try_password(&clinic.browser(), door, email, PASSWORD).await), 1);
        let drop = if clinic.is_postgres() {
            "drop trigger keep on sign_in_try"
        } else {
            "drop trigger keep"
        };
        clinic.database.execute(drop).await;
        clinic.advance(policy::TRY_LEASE);
        let page = try_password(&clinic.browser(), door, email, PASSWORD).await;
        page.has_status(303);
        clinic
            .services()
            .installation().clean_up(clinic.now())
            .await
            .expect("cleaned up");
        let left = "select count(*) from sign_in_try";
        assert_eq!(clinic.database.number(left).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_lock_is_no_longer_than_its_maximum_when_the_clock_steps_back() {
    on_each_database(async |clinic| {
        both(clinic).await;
        for (door, email) in DOORS {
            for _ in 0..5 {
                wrong(clinic, "192.0.2.10", door, email).await;
            }
            clinic.step_back(MONTH);
            let first = wait(&wrong(clinic, "192.0.2.10", door, email).await);
            let longest = policy::SIGN_IN_LOCK_MAX;
            assert!(first <= longest.as_secs(), "{first}");
            clinic.advance(longest);
            let page = try_password(&clinic.browser(), door, email, PASSWORD).await;
            page.has_status(303);
        }
        clinic.advance(MONTH);
        let address = "198.51.100.20";
        for number in 0..policy::SIGN_IN_ADDRESS_FAILURES {
            let email = format!("nobody{number}@example.org");
            wrong(clinic, address, "/sign-in", &email).await;
        }
        clinic.step_back(MONTH);
        let first = wait(&wrong(clinic, address, "/sign-in", PAT).await);
        assert!(first <= policy::SIGN_IN_WINDOW.as_secs(), "{first}");
        clinic.advance(policy::SIGN_IN_WINDOW + Duration::from_secs(1));
        let page = wrong(clinic, address, "/sign-in", PAT).await;
        page.has_status(422);
    })
    .await;
}

#[tokio::test]
async fn a_network_is_limited_beside_its_addresses() {
    on_each_database(async |clinic| {
        both(clinic).await;
        // As many as the network may make, but for one.
        wrong(clinic, "198.51.100.1", "/sign-in", PAT).await;
        let failures = policy::SIGN_IN_NETWORK_FAILURES - 1;
        let sql = format!("update throttle set failures = {failures}");
        clinic.database.execute(&sql).await;
        let page = wrong(clinic, "198.51.100.2", "/sign-in", PAT).await;
        page.has_status(422);
        let first = wait(&wrong(clinic, "198.51.100.3", "/sign-in", PAT).await);
        assert_eq!(first, policy::SIGN_IN_WINDOW.as_secs());
        let page = wrong(clinic, "198.51.101.3", "/sign-in", PAT).await;
        page.has_status(422);
    })
    .await;
}

#[tokio::test]
async fn an_operator_sees_and_clears_a_lock_and_leaves_a_record() {
    on_each_database(async |clinic| {
        both(clinic).await;
        let by = Operator::at_command_line();
        for (door, email) in DOORS {
            for _ in 0..6 {
                wrong(clinic, "192.0.2.10", door, email).await;
            }
            let services = clinic.services();
            let locks = if email == KIM {
                services.sign_ins().staff_locks(by).await
            } else {
                services.sign_ins().person_locks(by).await
            };
            let locks = locks.expect("locks");
            assert_eq!(locks.len(), 1);
            assert_eq!(locks[0].email, email);
            let cleared = if email == KIM {
                services.sign_ins().clear_staff_locks(by, "KIM@clinic.example").await
            } else {
                services.sign_ins().clear_person_locks(by, PAT).await
            };
            cleared.expect("cleared");
            let page = try_password(&clinic.browser(), door, email, PASSWORD).await;
            page.has_status(303);
        }
        assert!(clinic.services().sign_ins().staff_locks(by).await.expect("locks").is_empty());
        let nobody = clinic.services().sign_ins().clear_staff_locks(by, "nobody@example.org");
        assert!(nobody.await.is_err());
        let records = "select count(*) from audit where action in ('staff.clear-locks', 'account.clear-locks')";
        assert_eq!(clinic.database.number(records).await, 2);
    })
    .await;
}

#[tokio::test]
async fn an_unknown_account_is_limited_like_a_known_one() {
    on_each_database(async |clinic| {
        both(clinic).await;
        for (door, known) in DOORS {
            let mut seen = Vec::new();
            for email in [known, "nobody@example.org"] {
                let rows = "select (select count(*) from sign_in_limit) + (select count(*) from throttle) \
                    + (select count(*) from sign_in_try) + (select count(*) from audit) \
                    + 100 * (select cast(coalesce(sum(failures), 0) as bigint) from sign_in_limit)";
                let before = clinic.database.number(rows).await;
                let mut pages = Vec::new();
                for _ in 0..8 {
                    let page = wrong(clinic, "192.0.2.10", door, email).await;
                    let mut body = page.body.replace(email, "(email)");
                    for nonce in page.attributes("[nonce]", "nonce") {
                        body = body.replace(&nonce, "(nonce)");
                    }
                    pages.push((page.status, page.header("retry-after").to_owned(), body));
                }
                let made = clinic.database.number(rows).await - before;
                seen.push((pages, made));
                clinic.database.execute("delete from throttle").await;
            }
            assert!(seen[0] == seen[1], "{door}");
        }
    })
    .await;
}
