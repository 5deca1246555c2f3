//! One password on two devices that compose its letters differently (case A8).

use crate::support::{Clinic, on_each_database};
use domain::staff::Role;
use service::secrets::Class;

const COMPOSED: &str = "Drei M\u{e4}use im Garten";
const APART: &str = "Drei Ma\u{308}use im Garten";

async fn signs_in(clinic: &Clinic, door: &str, email: &str, password: &str) -> bool {
    let pair = [("email", email), ("password", password)];
    clinic.browser().post(door, &pair).await.status.as_u16() == 303
}

async fn hash_of(clinic: &Clinic, table: &str) -> String {
    let sql = format!("select password_hash from {table} where email like 'kim%'");
    clinic.database.texts(&sql).await.concat()
}

#[tokio::test]
async fn a_password_is_the_same_on_every_device() {
    on_each_database(async |clinic| {
        let staff = clinic.services().staff().add(
            "Kim",
            "kim@clinic.example",
            APART,
            Role::FrontDesk,
            Some(clinic.application),
        );
        staff.await.expect("a colleague");
        let browser = clinic.browser();
        let details = [
            ("name", "Kim"),
            ("email", "kim@example.org"),
            ("password", COMPOSED),
        ];
        browser
            .post("/create-account", &details)
            .await
            .has_status(303);
        let mail = clinic.last_mail_to("kim@example.org").await;
        let digits = crate::support::digits_in(&mail);
        browser
            .post("/create-account", &[("digits", &digits)])
            .await
            .has_status(303);
        for (door, email) in [
            ("/staff/sign-in", "kim@clinic.example"),
            ("/sign-in", "kim@example.org"),
        ] {
            for typed in [COMPOSED, APART] {
                assert!(signs_in(clinic, door, email, typed).await, "{door} {typed}");
            }
            assert!(!signs_in(clinic, door, email, "Drei Mause im Garten").await);
        }
    })
    .await;
}

#[tokio::test]
async fn a_hash_of_an_earlier_form_is_renewed_at_sign_in() {
    on_each_database(async |clinic| {
        let colleague = clinic.services().staff().add(
            "Kim",
            "kim@clinic.example",
            COMPOSED,
            Role::FrontDesk,
            Some(clinic.application),
        );
        colleague.await.expect("a colleague");
        let earlier = clinic
            .services()
            .hasher()
            .hash(Class::Staff, APART.as_bytes());
        let earlier = earlier.await.expect("a hash");
        let sql = format!("update staff set password_hash = '{earlier}' where email like 'kim%'");
        clinic.database.execute(&sql).await;
        assert!(signs_in(clinic, "/staff/sign-in", "kim@clinic.example", COMPOSED).await);
        let renewed = hash_of(clinic, "staff").await;
        assert_ne!(renewed, earlier);
        assert!(signs_in(clinic, "/staff/sign-in", "kim@clinic.example", APART).await);
        assert_eq!(hash_of(clinic, "staff").await, renewed, "renewed once");
    })
    .await;
}
