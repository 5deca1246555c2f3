//! Codes and digits as real keyboards and clipboards bring them. Rows carry the id of the case that was reported.

use crate::support::{Clinic, PASSWORD, Phone, digits_in, on_each_database};
use std::time::Duration;

/// The digits as another script writes them, zero first.
fn written_from(zero: u32, digits: &str) -> String {
    let write = |digit: char| char::from_u32(zero + digit.to_digit(10).expect("a digit"));
    digits.chars().filter_map(write).collect()
}

const SCRIPTS: [(&str, u32); 4] = [
    ("Arabic", 0x660),
    ("Persian", 0x6f0),
    ("full width", 0xff10),
    ("Devanagari", 0x966),
];

#[tokio::test]
async fn mailed_digits_are_taken_in_every_script() {
    on_each_database(async |clinic| {
        for (number, (id, zero)) in SCRIPTS.into_iter().enumerate() {
            let email = format!("pat{number}@example.org");
            let browser = clinic.browser();
            let details = [
                ("name", "Pat"),
                ("email", email.as_str()),
                ("password", PASSWORD),
            ];
            browser
                .post("/create-account", &details)
                .await
                .has_status(303);
            let digits = digits_in(&clinic.last_mail_to(&email).await);
            let typed = written_from(zero, &digits);
            let page = browser.post("/create-account", &[("digits", &typed)]).await;
            assert_eq!(page.status.as_u16(), 303, "A9 {id}: {}", page.text());
        }
    })
    .await;
}

#[tokio::test]
async fn an_authenticators_code_is_taken_in_every_script() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        let (phone, _) = Phone::set_up(clinic, &desk).await;
        for (id, zero) in SCRIPTS {
            clinic.advance(Duration::from_mins(1));
            let browser = half_way(clinic).await;
            let typed = written_from(zero, &phone.code(clinic));
            let page = browser
                .post("/staff/sign-in/code", &[("code", &typed)])
                .await;
            assert_eq!(page.status.as_u16(), 303, "A9 {id}: {}", page.text());
        }
    })
    .await;
}

/// A browser whose password was right.
async fn half_way(clinic: &Clinic) -> crate::support::Browser {
    let browser = clinic.browser();
    let pair = [("email", "robin@clinic.example"), ("password", PASSWORD)];
    let page = browser.post("/staff/sign-in", &pair).await;
    page.leads_to("/staff/sign-in/code");
    browser
}

#[tokio::test]
async fn b5_a_phone_whose_clock_is_off_is_told_the_time() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        let (phone, _) = Phone::set_up(clinic, &desk).await;
        clinic.advance(Duration::from_mins(363));
        let code = phone.code(clinic);
        clinic.advance(Duration::from_secs(90));
        let browser = half_way(clinic).await;
        let page = browser
            .post("/staff/sign-in/code", &[("code", &code)])
            .await;
        page.has_status(422);
        page.says("Check the clock of your phone: here it is 14:04");
    })
    .await;
}

#[tokio::test]
async fn a_code_is_found_in_what_was_pasted() {
    on_each_database(async |clinic| {
        let code = clinic.invite("MRN-1").await.code;
        let alike = |from: &str, to: &str| {
            let pairs: Vec<_> = from.chars().zip(to.chars()).collect();
            let swap = |sign| {
                pairs
                    .iter()
                    .find(|(from, _)| *from == sign)
                    .map_or(sign, |(_, to)| *to)
            };
            code.chars().map(swap).collect::<String>()
        };
        for (id, pasted) in [
            ("B1 link", format!("http://127.0.0.1:3000/connect#{code}")),
            (
                "B1 brackets",
                format!("<https://host.example/connect#{code}>"),
            ),
            (
                "B1 redirect",
                format!(
                    "https://host.example/redirect.aspx?target=CONNECT&targetqs=packageid%3d{code}"
                ),
            ),
            ("B1 sentence", format!("My code is {code}.")),
            ("B1 dots", code.replace('-', ".")),
            ("B1 underscores", code.replace('-', "_")),
            (
                "B1 a whole mail",
                format!(
                    "Hello Pat,\r\n\r\n{code}\r\n\r\n{}",
                    "Words of a mail. ".repeat(60)
                ),
            ),
            ("B2 Cyrillic", alike("CHKMPTBX", "СНКМРТВХ")),
            ("B2 Greek", alike("BHKMNPTXYZ", "ΒΗΚΜΝΡΤΧΥΖ")),
        ] {
            let browser = clinic.browser();
            let page = browser.post("/connect", &[("code", &pasted)]).await;
            assert_eq!(
                page.header("location"),
                "/connect/question",
                "{id}: {}",
                page.text()
            );
        }
    })
    .await;
}

#[tokio::test]
async fn the_code_field_has_room_for_a_whole_link() {
    on_each_database(async |clinic| {
        let page = clinic.browser().get("/connect").await;
        let longest = page.attributes("input[name=code]", "maxlength");
        let longest: usize = longest.concat().parse().expect("a number");
        assert!(longest >= 2_000, "{longest}");
    })
    .await;
}
