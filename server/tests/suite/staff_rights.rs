//! Who may come to which page of the desk: every route of its router, each kind of outsider.

use crate::support::routes::{self, Audience, Protection, Route};
use crate::support::{Browser, Clinic, Invitation, Page, on_each_database};
use axum::body::Body;
use axum::http::Method;
use domain::staff::Role;
use service::Administrator;

/// What a page that leaks would show.
const SECRETS: [&str; 2] = ["OURS-1", "ophelia@example.org"];

/// The pages that need a member of staff.
fn desk() -> Vec<Route> {
    let routes = routes::pages().into_iter();
    let ours = |route: &Route| !matches!(route.audience, Audience::Anyone | Audience::Patients);
    routes.filter(ours).collect()
}

/// A change of who may enter is a change of this snapshot, to be read.
#[test]
fn rights_matrix_is_as_reviewed() {
    let line = |route: Route| {
        let mut methods = Vec::new();
        methods.extend(route.get.then_some("get"));
        methods.extend(route.post.then_some("post"));
        let proof = match route.protection {
            Protection::LockAndProof if route.post => ", with a fresh proof",
            _ => "",
        };
        let audience = format!("{:?}", route.audience);
        let methods = methods.join(" ");
        format!("{audience:14} {methods:8} {}{proof}", route.path)
    };
    let lines: Vec<String> = routes::pages().into_iter().map(line).collect();
    insta::assert_snapshot!(lines.join("\n"));
}

/// Fields that would act on what is ours, whichever form takes them.
struct Ours {
    request: String,
    fields: Vec<(&'static str, String)>,
}

impl Ours {
    async fn of(clinic: &Clinic, invitation: &Invitation) -> Self {
        let by = Administrator::at_command_line(clinic.application);
        let services = clinic.services();
        services
            .applications()
            .add_api_key(by, false)
            .await
            .expect("a key");
        let keys = services.applications().api_keys(by).await.expect("keys");
        let request = invitation.id.to_string();
        let mut fields: Vec<_> = ["connect_request", "request", "requests", "replaces"]
            .map(|name| (name, request.clone()))
            .into();
        fields.extend([
            ("staff", clinic.staff.staff.to_string()),
            ("disabled", "yes".to_owned()),
            ("key", keys[0].0.to_string()),
            ("email", "eve@example.org".to_owned()),
            ("external_id", "MRN-9".to_owned()),
            ("name", "Eve".to_owned()),
        ]);
        Self { request, fields }
    }

    fn path(&self, route: &Route) -> String {
        let mut path = route.path.replace("{id}", &self.request);
        // What other names are in a path is not ours to know: an id that no one has.
        while let Some((before, rest)) = path.split_once('{') {
            let after = rest.split_once('}').map_or("", |(_, after)| after);
            path = format!("{before}{}{after}", uuid::Uuid::from_u128(7));
        }
        path
    }

    /// The answers to reading a route and to its form, as far as it has them.
    async fn ask(&self, browser: &Browser, route: &Route) -> Vec<Page> {
        let path = self.path(route);
        let mut pages = Vec::new();
        if route.get {
            pages.push(browser.get(&path).await);
        }
        if route.post {
            let fields: Vec<_> = self
                .fields
                .iter()
                .map(|(name, value)| (*name, value.as_str()))
                .collect();
            pages.push(browser.post(&path, &fields).await);
            let headers = [
                ("content-type", "multipart/form-data; boundary=part"),
                ("sec-fetch-site", "same-origin"),
            ];
            let parts = "--part\r\ncontent-disposition: form-data; name=\"file\"; filename=\"x.csv\"\r\n\r\n\
                external_id\r\n--part--\r\n";
            let sent = browser.send(Method::POST, &path, &headers, Body::from(parts));
            pages.push(sent.await);
        }
        // A form takes one of the two ways to send it, and refuses the other before it looks who sends.
        pages.retain(|page| !matches!(page.status.as_u16(), 400 | 415));
        assert!(!pages.is_empty(), "{path} answers nothing");
        pages
    }
}

#[track_caller]
fn tells_nothing(page: &Page, who: &str) {
    for secret in SECRETS {
        assert!(
            !page.body.contains(secret),
            "{who} reads {secret} at {}",
            page.path
        );
    }
}

/// What of ours an outsider could have changed.
async fn standing(clinic: &Clinic) -> Vec<String> {
    let application = clinic.application;
    let mut standing = Vec::new();
    for sql in [
        "select code_state || external_id || coalesce(email, '') from connect_request order by id",
        "select name || role from staff order by id",
        "select name || phone || success_message || rules from application order by id",
    ] {
        standing.extend(clinic.database.texts(sql).await);
    }
    let by = Administrator::at_command_line(application);
    let keys = clinic
        .services()
        .applications()
        .api_keys(by)
        .await
        .expect("keys");
    standing.extend(keys.iter().map(|(id, _)| id.to_string()));
    standing
}

#[tokio::test]
async fn staff_pages_redirect_signed_out_users_to_sign_in() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite_by_mail("OURS-1", "ophelia@example.org").await;
        let patient = clinic.person("Pat", "pat@example.org").await;
        clinic
            .colleague("Kim", "kim@clinic.example", Role::Manager)
            .await;
        let disabled = clinic.at_the_desk("kim@clinic.example").await;
        let services = clinic.services();
        let shut_out = services
            .staff()
            .set_disabled_by_email("kim@clinic.example", true)
            .await;
        shut_out.expect("shut out");
        let ours = Ours::of(clinic, &invitation).await;
        let before = clinic.database.dump().await;
        let outsiders = [
            ("nobody", clinic.browser()),
            ("a patient", patient),
            ("a disabled manager", disabled),
        ];
        for (who, browser) in &outsiders {
            for route in desk() {
                for page in ours.ask(browser, &route).await {
                    // A browser with a session gets back what it typed, and a link to the sign-in.
                    if page.status.as_u16() == 403 {
                        page.says("You are no longer signed in");
                        assert_eq!(page.count("main a[href='/staff/sign-in']"), 1, "{who}");
                        continue;
                    }
                    let door =
                        page.status.as_u16() == 303 && page.header("location") == "/staff/sign-in";
                    assert!(door, "{who} at {} {}", page.path, page.status);
                    tells_nothing(&page, who);
                }
            }
        }
        assert_eq!(clinic.database.dump().await, before);
    })
    .await;
}

#[tokio::test]
async fn another_clinics_manager_finds_nothing_of_ours_and_changes_nothing() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite_by_mail("OURS-1", "ophelia@example.org").await;
        let ours = Ours::of(clinic, &invitation).await;
        let other = clinic.another_application().await;
        let email = "eve@hillside.example";
        clinic
            .colleague_at(other, "Eve", email, Role::Manager)
            .await;
        let eve = clinic.at_the_desk(email).await;
        let before = standing(clinic).await;
        for route in desk() {
            // Their own name, settings, sessions and colleagues are theirs to change.
            let about_themselves = ["/staff/account", "/staff/application", "/staff/settings"];
            if about_themselves
                .iter()
                .any(|page| route.path.starts_with(page))
            {
                continue;
            }
            for page in ours.ask(&eve, &route).await {
                tells_nothing(&page, "another clinic's manager");
                assert!(
                    !page.status.is_server_error(),
                    "{} {}",
                    page.path,
                    page.status
                );
                if route.path.contains("/requests/{id}") {
                    assert_eq!(page.status.as_u16(), 404, "{}", page.path);
                }
            }
        }
        let after = standing(clinic).await;
        for row in &before {
            assert!(after.contains(row), "{row} is gone");
        }
    })
    .await;
}

#[tokio::test]
async fn the_front_desk_opens_all_but_managers_and_operators_pages() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("OURS-1").await;
        let ours = Ours::of(clinic, &invitation).await;
        let email = "kim@clinic.example";
        clinic.colleague("Kim", email, Role::FrontDesk).await;
        for route in desk() {
            let kim = clinic.at_the_desk(email).await;
            let before = clinic.database.dump().await;
            let answers = ours.ask(&kim, &route).await;
            if matches!(route.audience, Audience::Managers | Audience::Operators) {
                for page in &answers {
                    assert_eq!(page.status.as_u16(), 403, "{}", page.path);
                    page.says("You do not have access to this page");
                }
                assert_eq!(clinic.database.dump().await, before, "{}", route.path);
            } else {
                for page in &answers {
                    assert_ne!(page.status.as_u16(), 403, "{}", page.path);
                    assert!(
                        !page.status.is_server_error(),
                        "{} {}",
                        page.path,
                        page.status
                    );
                }
            }
        }
    })
    .await;
}

#[tokio::test]
async fn managers_are_kept_out_of_the_operators_pages() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("OURS-1").await;
        let ours = Ours::of(clinic, &invitation).await;
        let manager = clinic.manager().await;
        let before = clinic.database.dump().await;
        let routes: Vec<_> = desk()
            .into_iter()
            .filter(|route| route.audience == Audience::Operators)
            .collect();
        for route in routes {
            for page in ours.ask(&manager, &route).await {
                assert_eq!(page.status.as_u16(), 403, "{}", page.path);
            }
        }
        assert_eq!(clinic.database.dump().await, before);
    })
    .await;
}

#[tokio::test]
async fn an_operator_is_kept_out_of_every_desk_and_reads_of_no_patient() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite_by_mail("OURS-1", "ophelia@example.org").await;
        let ours = Ours::of(clinic, &invitation).await;
        let operator = clinic.at_the_installation("olu@host.example").await;
        let before = standing(clinic).await;
        for route in desk() {
            // Their own account is theirs to change, and ends their sessions.
            if route.audience == Audience::AllStaff {
                continue;
            }
            for page in ours.ask(&operator, &route).await {
                tells_nothing(&page, "an operator");
                let (path, status) = (&page.path, page.status.as_u16());
                if route.audience == Audience::Operators {
                    assert!(![403, 500].contains(&status), "{path} {status}");
                } else if route.audience == Audience::StaffInBetween {
                    assert_eq!(status, 303, "{path}");
                } else {
                    assert_eq!(status, 403, "{path}");
                    page.says("do not see patients");
                }
            }
        }
        let after = standing(clinic).await;
        assert!(before.iter().all(|row| after.contains(row)));
    })
    .await;
}
