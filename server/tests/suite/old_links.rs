//! Links in letters that clinics printed for the earlier system: they lead to our pages, and nothing of them stays.

use crate::support::{Browser, Page, on_each_database};
use axum::body::Body;
use axum::http::Method;
use server::config::Config;
use service::mail::{Memory, Transport};
use service::ports::Ports;

const CODE: &str = "JKYZ-QNMN-VHRX-ZGNR-GZNH";

/// Every way in which a link carries the code.
const CARRYING: [&str; 10] = [
    "/redirect.aspx?target=CONNECT&targetqs=packageid%3dJKYZ-QNMN-VHRX-ZGNR-GZNH",
    "/redirect.aspx?target=CONNECT&targetqs=?packageid%3dJKYZ-QNMN-VHRX-ZGNR-GZNH",
    "/redirect.aspx?target=CONNECT&targetqs=%3Fpackageid%3DJKYZ-QNMN-VHRX-ZGNR-GZNH",
    "/redirect.aspx?targetqs=packageid=JKYZ-QNMN-VHRX-ZGNR-GZNH&target=CONNECT",
    "/Redirect.ASPX?Target=Connect&TargetQS=a%3d1%26PackageId%3dJKYZ-QNMN-VHRX-ZGNR-GZNH",
    "/redirect.aspx?target=CONNECT&packageid=JKYZ-QNMN-VHRX-ZGNR-GZNH",
    "/patientwelcome.aspx?packageid=JKYZ-QNMN-VHRX-ZGNR-GZNH",
    "/PatientWelcome.aspx?PACKAGEID=JKYZ-QNMN-VHRX-ZGNR-GZNH",
    "/connect?packageid=JKYZ-QNMN-VHRX-ZGNR-GZNH",
    "/connect?PackageID=JKYZ-QNMN-VHRX-ZGNR-GZNH",
];

fn cookie(page: &Page) -> &str {
    page.header("set-cookie")
}

/// Without a code to carry a link sets no cookie, or removes an earlier one.
#[track_caller]
fn carries_nothing(page: &Page) {
    let cookie = cookie(page);
    let forgets = cookie.starts_with("pc-code=;") && cookie.contains("Max-Age=0");
    assert!(cookie.is_empty() || forgets, "{}: {cookie}", page.path);
}

#[track_caller]
fn leads_nowhere(page: &Page) {
    page.has_status(404);
    assert_eq!(page.header("location"), "", "{}", page.path);
    assert_eq!(
        page.heading(),
        "This link is from an older system and no longer works"
    );
    page.says("enter that code");
    assert_eq!(page.count("main a[href='/connect']"), 1, "{}", page.path);
}

#[tokio::test]
async fn every_target_leads_to_its_page_in_any_case() {
    on_each_database(async |clinic| {
        let browser = clinic.browser();
        for (target, path) in [
            ("CONNECT", "/connect"),
            ("RECORDLIST", "/account"),
            ("SHAREDAPPDETAILS", "/account"),
            ("CREATEACCOUNT", "/create-account"),
            ("HELP", "/"),
        ] {
            let (head, tail) = target.split_at(3);
            let mixed = format!("{head}{}", tail.to_lowercase());
            for target in [target.to_owned(), target.to_lowercase(), mixed] {
                for link in ["/redirect.aspx?target=", "/Redirect.aspx?TARGET="] {
                    let page = browser.get(&format!("{link}{target}")).await;
                    page.leads_to(path);
                    assert_eq!(page.header("cache-control"), "no-store", "{target}");
                    assert_eq!(cookie(&page), "", "{target}");
                }
            }
        }
        for link in ["/patientwelcome.aspx", "/PATIENTWELCOME.ASPX?"] {
            browser.get(link).await.leads_to("/connect");
        }
    })
    .await;
}

#[tokio::test]
async fn a_carried_code_is_in_the_field_once_and_gone_on_reload() {
    on_each_database(async |clinic| {
        for link in CARRYING {
            let browser = clinic.browser();
            let page = browser.get(link).await;
            page.leads_to("/connect");
            assert_eq!(page.header("cache-control"), "no-store", "{link}");
            assert!(!page.body.contains(CODE), "{link}");
            for part in ["HttpOnly", "SameSite=Lax", "Path=/connect", "Max-Age=300"] {
                assert!(cookie(&page).contains(part), "{link}: {}", cookie(&page));
            }
            assert!(!cookie(&page).contains("Secure"), "plain http: {link}");

            let page = browser.get("/connect").await;
            page.has_status(200);
            assert_eq!(page.kept("code").as_deref(), Some(CODE), "{link}");
            assert!(page.error_at("code").is_none(), "nothing is judged yet");
            assert!(cookie(&page).contains("Max-Age=0"), "{}", cookie(&page));
            assert!(cookie(&page).contains("Path=/connect"), "{}", cookie(&page));
            let page = browser.get("/connect").await;
            assert_eq!(page.kept("code").as_deref(), Some(""), "{link}");
            assert_eq!(cookie(&page), "", "{link}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_link_with_what_cannot_be_a_code_takes_an_earlier_one_away() {
    on_each_database(async |clinic| {
        let browser = clinic.browser();
        browser.get(CARRYING[0]).await.leads_to("/connect");
        let link = "/connect?packageid=%3Cscript%3E";
        browser.get(link).await.leads_to("/connect");
        let page = browser.get("/connect").await;
        assert_eq!(page.kept("code").as_deref(), Some(""));
    })
    .await;
}

#[tokio::test]
async fn a_code_with_blanks_arrives_as_it_was_given() {
    on_each_database(async |clinic| {
        for link in [
            "/connect?packageid=jkyz%20qnmn+vhrx-zgnr%20gznh",
            "/redirect.aspx?target=CONNECT&targetqs=packageid%3djkyz%2520qnmn%2bvhrx-zgnr%2520gznh",
        ] {
            let browser = clinic.browser();
            browser.get(link).await.leads_to("/connect");
            let page = browser.get("/connect").await;
            let kept = page.kept("code");
            assert_eq!(kept.as_deref(), Some("jkyz qnmn vhrx-zgnr gznh"), "{link}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_patient_goes_on_from_an_old_link_and_stays_signed_in() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("MRN-1").await;
        let browser = clinic.person("Pat", "pat@example.org").await;
        let session = browser.cookie();
        let link = format!("/patientwelcome.aspx?packageid={}", invitation.code);
        browser.get(&link).await.leads_to("/connect");
        let page = browser.get("/connect").await;
        assert_eq!(browser.cookie(), session);
        let code = page.kept("code").expect("a code");
        browser
            .post("/connect", &[("code", &code)])
            .await
            .leads_to("/connect/question");
    })
    .await;
}

#[tokio::test]
async fn malformed_codes_in_old_links_are_dropped() {
    on_each_database(async |clinic| {
        let long = "J".repeat(65);
        for given in [
            "%3Cscript%3Ealert(1)%3C/script%3E",
            "%22%3E%3Cb%3E",
            "JKYZ%3B%20Domain%3Devil.example",
            "JKYZ%0D%0ASet-Cookie:%20pc%3Dstolen",
            "JKYZ%00QNMN",
            "%FF%FE",
            "J%C3%89YZ",
            "%20%20",
            "",
            &long,
        ] {
            for link in ["/connect?packageid=", "/patientwelcome.aspx?packageid="] {
                let browser = clinic.browser();
                let page = browser.get(&format!("{link}{given}")).await;
                page.leads_to("/connect");
                carries_nothing(&page);
                let page = browser.get("/connect").await;
                assert_eq!(page.kept("code").as_deref(), Some(""), "{given}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_cookie_that_a_visitor_wrote_is_looked_at_again() {
    on_each_database(async |clinic| {
        let browser = clinic.browser();
        for (cookies, shown) in [
            (format!("other=1; pc-code={CODE}"), CODE),
            ("pc-code=<script>".to_owned(), ""),
            (format!("pc-code={}", "J".repeat(65)), ""),
            (format!("__Secure-pc-code={CODE}"), ""),
            (";;=;pc-code".to_owned(), ""),
        ] {
            let headers = [("cookie", cookies.as_str())];
            let page = browser
                .send(Method::GET, "/connect", &headers, Body::empty())
                .await;
            page.has_status(200);
            assert_eq!(page.kept("code").as_deref(), Some(shown), "{cookies}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_target_without_a_page_of_ours_says_so_and_what_to_do() {
    on_each_database(async |clinic| {
        let browser = clinic.browser();
        for link in [
            "/redirect.aspx",
            "/redirect.aspx?",
            "/REDIRECT.ASPX?target=",
            "/redirect.aspx?targetqs=packageid%3dJKYZ-QNMN-VHRX-ZGNR-GZNH",
            "/redirect.aspx?target=PICKUP&targetqs=packageid%3dJKYZ-QNMN-VHRX-ZGNR-GZNH",
            "/redirect.aspx?target=APPSIGNOUT",
            "/redirect.aspx?target=%3Cscript%3E",
            "/redirect.aspx?target=CONNECT%20",
        ] {
            let page = browser.get(link).await;
            leads_nowhere(&page);
            assert_eq!(cookie(&page), "", "{link}");
            assert!(!page.body.contains(CODE), "{link}");
        }
    })
    .await;
}

#[tokio::test]
async fn no_link_leads_to_another_site() {
    on_each_database(async |clinic| {
        let browser = clinic.browser();
        let evil = "https%3A%2F%2Fevil.example%2F";
        for target in ["CONNECT", "RECORDLIST", "CREATEACCOUNT", "HELP", "PICKUP"] {
            for rest in [
                format!("targetqs={evil}"),
                format!("targetqs=redirect%3d{evil}"),
                format!("targetqs=packageid%3d{evil}"),
                format!("redirect={evil}&returnUrl={evil}"),
            ] {
                let page = browser
                    .get(&format!("/redirect.aspx?target={target}&{rest}"))
                    .await;
                let location = page.header("location");
                assert!(
                    ["/connect", "/account", "/create-account", "/", ""].contains(&location),
                    "{target} {rest}: {location}"
                );
                assert!(!page.body.contains("evil"), "{target} {rest}");
                carries_nothing(&page);
            }
        }
        for target in [evil, "%2F%2Fevil.example", "/%5Cevil.example"] {
            leads_nowhere(
                &browser
                    .get(&format!("/redirect.aspx?target={target}"))
                    .await,
            );
        }
    })
    .await;
}

#[tokio::test]
async fn other_addresses_and_forms_are_still_not_found() {
    on_each_database(async |clinic| {
        let browser = clinic.browser();
        for path in [
            "/redirect",
            "/redirect.aspx/",
            "/x/redirect.aspx",
            "/a.aspx",
        ] {
            let page = browser.get(&format!("{path}?target=HELP")).await;
            page.has_status(404);
            assert_eq!(page.heading(), "Page not found", "{path}");
        }
        let page = browser.post("/redirect.aspx?target=HELP", &[]).await;
        page.has_status(404);
    })
    .await;
}

#[tokio::test]
async fn behind_https_the_code_travels_on_https_alone() {
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
    let browser = Browser::new(&assembly.router, "192.0.2.10");
    let page = browser.get(&format!("/connect?packageid={CODE}")).await;
    page.leads_to("/connect");
    assert!(cookie(&page).starts_with("__Secure-pc-code="));
    assert!(cookie(&page).contains("; Secure"));
    let page = browser.get("/connect").await;
    assert_eq!(page.kept("code").as_deref(), Some(CODE));
    assert!(cookie(&page).starts_with("__Secure-pc-code="));
    assert!(
        cookie(&page).contains("; Secure"),
        "else browsers refuse it"
    );
    assert!(cookie(&page).contains("Max-Age=0"));
}
