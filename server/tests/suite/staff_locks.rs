//! The operator's page of locked accounts.

use crate::support::{Browser, Clinic, PASSWORD, Page, on_each_database};
use domain::staff::Role;

const KIM: &str = "kim@clinic.example";
const PAT: &str = "pat@example.org";
const LOCKS: &str = "/staff/installation/locks";
const DOORS: [(&str, &str, &str); 2] = [
    ("staff", "/staff/sign-in", KIM),
    ("patients", "/sign-in", PAT),
];

async fn sign_in(clinic: &Clinic, door: &str, email: &str, password: &str) -> Page {
    let fields = [("email", email), ("password", password)];
    clinic.browser().post(door, &fields).await
}

async fn clear(operator: &Browser, whose: &str, email: &str) -> Page {
    let fields = [("whose", whose), ("email", email)];
    operator.post(LOCKS, &fields).await
}

#[tokio::test]
async fn an_operator_sees_and_clears_the_locks_of_staff_and_patients() {
    on_each_database(async |clinic| {
        clinic.colleague("Kim", KIM, Role::FrontDesk).await;
        clinic.person("Pat", PAT).await;
        let operator = clinic.at_the_installation("olu@host.example").await;
        let page = operator.get(LOCKS).await;
        page.says("No account is locked.");
        assert_eq!(page.count(&format!("header a[href='{LOCKS}']")), 1);
        for (_, door, email) in DOORS {
            for _ in 0..6 {
                sign_in(clinic, door, email, "not the password").await;
            }
            sign_in(clinic, door, email, PASSWORD).await.has_status(429);
        }
        let page = operator.get(LOCKS).await;
        assert_eq!(page.texts("tbody th"), [KIM, PAT]);
        page.says_nothing_of("Kim ");
        assert_eq!(
            page.attributes("input[name='whose']", "value"),
            ["staff", "patients"]
        );
        for (whose, door, email) in DOORS {
            let cleared = clear(&operator, whose, email).await;
            cleared.leads_to(&format!("{LOCKS}?cleared=yes"));
            sign_in(clinic, door, email, PASSWORD).await.has_status(303);
        }
        let page = operator.get(&format!("{LOCKS}?cleared=yes")).await;
        page.says("The lock is cleared");
        assert_eq!(page.count("tbody tr"), 0);
        let records = "select action || ' ' || actor_kind from audit \
            where action in ('staff.clear-locks', 'account.clear-locks') order by at, action desc";
        let records = clinic.database.texts(records).await;
        assert_eq!(
            records,
            ["staff.clear-locks staff", "account.clear-locks staff"]
        );
    })
    .await;
}

#[tokio::test]
async fn an_unknown_address_or_kind_clears_nothing() {
    on_each_database(async |clinic| {
        clinic.person("Pat", PAT).await;
        let operator = clinic.at_the_installation("olu@host.example").await;
        let before = clinic.database.dump().await;
        for (whose, email) in [
            ("staff", PAT),
            ("patients", "nobody@example.org"),
            ("", PAT),
        ] {
            let page = clear(&operator, whose, email).await;
            page.has_status(422);
            page.says("There is no longer an account with this email address");
        }
        assert_eq!(clinic.database.dump().await, before);
    })
    .await;
}
