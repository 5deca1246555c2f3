//! What every response carries, and how the installation answers those who watch it.

use crate::support::{Clinic, PASSWORD, Page, on_each_database};
use axum::body::Body;
use axum::http::Method;
use server::config::Config;
use service::mail::{Memory, Transport};
use service::ports::Ports;

/// Pages of every sort: for anyone, for staff, for no one, and broken requests.
async fn pages(clinic: &Clinic) -> Vec<Page> {
    let invitation = clinic.invite("MRN-1").await;
    let person = clinic.person("Pat", "pat@example.org").await;
    let staff = clinic.browser();
    let pair = [("email", "robin@clinic.example"), ("password", PASSWORD)];
    let mut pages = vec![staff.post("/staff/sign-in", &pair).await];
    for path in ["/staff/requests", "/staff/requests/new"] {
        pages.push(staff.get(path).await);
    }
    pages.push(
        staff
            .get(&format!("/staff/requests/{}", invitation.id))
            .await,
    );
    pages.push(
        staff
            .get(&format!("/staff/requests/{}/letter", invitation.id))
            .await,
    );
    let nobody = clinic.browser();
    for path in [
        "/",
        "/connect",
        "/connect/question",
        "/sign-in",
        "/create-account",
        "/account",
        "/staff/sign-in",
    ] {
        pages.push(nobody.get(path).await);
    }
    clinic
        .come_to_the_decision(&person, &invitation, "Emma")
        .await;
    for path in [
        "/connect/record",
        "/connect/authorize",
        "/connect/not-me",
        "/connect/not-sure",
        "/connect/declined",
        "/connect/cannot-remember",
        "/account",
    ] {
        pages.push(person.get(path).await);
    }
    pages.push(nobody.get("/nowhere").await);
    pages.push(nobody.post("/connect", &[("code", "nonsense")]).await);
    pages.push(
        nobody
            .post("/connect", &[("code", &"x".repeat(70_000))])
            .await,
    );
    pages.push(
        nobody
            .post_with("/connect", &[], &[("origin", "null")])
            .await,
    );
    pages.push(
        nobody
            .send(Method::DELETE, "/connect", &[], Body::empty())
            .await,
    );
    pages.push(nobody.get("/health/live").await);
    pages
}

#[tokio::test]
async fn every_response_carries_the_security_headers() {
    on_each_database(async |clinic| {
        for page in pages(clinic).await {
            let path = &page.path;
            let policy = page.header("content-security-policy");
            for part in [
                "default-src 'none'",
                "base-uri 'none'",
                "frame-ancestors 'none'",
                "form-action 'self'",
                "style-src 'self';",
            ] {
                assert!(policy.contains(part), "{path}: {policy}");
            }
            assert!(!policy.contains("unsafe-inline"), "{path}: {policy}");
            for nonce in page.attributes("[nonce]", "nonce") {
                assert!(
                    policy.contains(&format!("'nonce-{nonce}'")),
                    "{path}: {policy}"
                );
            }
            assert_eq!(page.count("script:not([nonce]):not([src])"), 0, "{path}");
            assert_eq!(
                page.count("[style], style, [onclick], [onload]"),
                0,
                "{path}"
            );
            for (name, value) in [
                ("x-content-type-options", "nosniff"),
                ("referrer-policy", "same-origin"),
                ("cross-origin-opener-policy", "same-origin"),
                ("cache-control", "no-store"),
                ("strict-transport-security", ""),
            ] {
                assert_eq!(page.header(name), value, "{path}: {name}");
            }
            assert!(!page.header("x-request-id").is_empty(), "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn no_two_pages_share_a_nonce() {
    on_each_database(async |clinic| {
        let browser = clinic.browser();
        let (one, other) = (browser.get("/").await, browser.get("/").await);
        let policy = |page: &Page| page.header("content-security-policy").to_owned();
        assert!(policy(&one).contains("'nonce-"));
        assert_ne!(policy(&one), policy(&other));
    })
    .await;
}

#[tokio::test]
async fn no_page_asks_anything_of_a_third_party() {
    on_each_database(async |clinic| {
        for page in pages(clinic).await {
            for (selector, name) in [
                ("[src]", "src"),
                ("link[href]", "href"),
                ("form[action]", "action"),
            ] {
                for url in page.attributes(selector, name) {
                    let ours =
                        url.starts_with('/') && !url.starts_with("//") || url.starts_with("data:");
                    assert!(ours, "{}: {url}", page.path);
                }
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_broken_request_is_answered_in_plain_words_with_its_status() {
    on_each_database(async |clinic| {
        let browser = clinic.browser();
        let page = browser.get("/nowhere").await;
        page.has_status(404);
        assert_eq!(page.heading(), "Page not found");
        let page = browser
            .send(Method::PUT, "/connect", &[], Body::empty())
            .await;
        assert!([403, 405].contains(&page.status.as_u16()));
        let page = browser.get("/sign-out").await;
        page.has_status(405);
        assert_eq!(page.heading(), "You cannot open this page this way");
    })
    .await;
}

#[tokio::test]
async fn the_cookie_is_bound_to_this_site_and_hidden_from_scripts() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("MRN-1").await;
        let page = clinic
            .browser()
            .post("/connect", &[("code", &invitation.code)])
            .await;
        let cookie = page.header("set-cookie");
        assert!(cookie.starts_with("pc="), "{cookie}");
        for part in ["HttpOnly", "SameSite=Lax", "Path=/"] {
            assert!(cookie.contains(part), "{cookie}");
        }
        for part in ["Domain", "Secure"] {
            assert!(!cookie.contains(part), "{cookie}");
        }
        let page = clinic.browser().get("/connect").await;
        assert_eq!(
            page.header("set-cookie"),
            "",
            "reading alone makes no session"
        );
    })
    .await;
}

#[tokio::test]
async fn https_gives_the_cookie_a_host_prefix_and_hsts_for_a_year() {
    let folder = tempfile::tempdir().expect("a folder");
    let settings = format!(
        "data_dir = '{}'\npublic_url = 'https://connect.example.org'",
        folder.path().display()
    );
    let transport = Transport::Memory(Memory::default());
    let config = Config::from_toml(&settings, transport).expect("settings");
    let assembly = server::assemble(config, Ports::system())
        .await
        .expect("a server");
    let browser = crate::support::Browser::new(&assembly.router, "192.0.2.10");
    let origin = [("origin", "https://connect.example.org")];
    let details = [
        ("name", "Pat"),
        ("email", "pat@example.org"),
        ("password", PASSWORD),
    ];
    let page = browser
        .post_with("/create-account", &details, &origin)
        .await;
    page.leads_to("/create-account");
    let cookie = page.header("set-cookie");
    assert!(cookie.starts_with("__Host-pc="), "{cookie}");
    for part in ["Secure", "HttpOnly", "SameSite=Lax", "Path=/"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    assert!(
        page.header("strict-transport-security")
            .starts_with("max-age=31536000")
    );
    let plain = [("origin", "http://connect.example.org")];
    browser
        .post_with("/create-account", &details, &plain)
        .await
        .has_status(403);
}

#[tokio::test]
async fn health_tells_a_live_process_from_a_database_that_answers() {
    on_each_database(async |clinic| {
        let browser = clinic.browser();
        for path in ["/health/live", "/health/ready"] {
            browser.get(path).await.has_status(200);
        }
        // Another process, as an answer is good for a second.
        let other = clinic.another_process(Transport::None).await;
        clinic.database.execute("drop table installation").await;
        let browser = browser.at(&other.router);
        browser.get("/health/live").await.has_status(200);
        browser.get("/health/ready").await.has_status(503);
    })
    .await;
}

#[tokio::test]
async fn a_page_whose_database_is_gone_says_try_again_and_keeps_what_was_typed() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("MRN-1").await;
        let browser = clinic.browser();
        clinic.database.execute("drop table throttle").await;
        let page = browser
            .post("/connect", &[("code", &invitation.code)])
            .await;
        page.has_status(503);
        assert!(!page.header("retry-after").is_empty());
        page.says("Your code has not been used");
        assert_eq!(page.kept("code").as_deref(), Some(invitation.code.as_str()));
    })
    .await;
}
