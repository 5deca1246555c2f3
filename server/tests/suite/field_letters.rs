//! Letters of names in any script, where the machine has fonts and where it has none.

use crate::support::{Clinic, on_each_database};
use domain::finding::{Check, Level};
use server::doctor;
use service::mail::Transport;

/// A few signs each of Noto's fonts.
fn with_fonts() -> String {
    format!(
        "fonts = '{}/service/tests/fonts'",
        env!("CARGO_MANIFEST_DIR")
    )
}

#[tokio::test]
async fn g1_a_letter_takes_fonts_of_the_machine_or_names_the_sign() {
    on_each_database(async |clinic| {
        let fonts = clinic.process_with(&with_fonts()).await;
        let desk = clinic.manager().await;
        for (number, name) in ["王小明", "محمد", "דנה", "ณัฐ", "Emma 🙋‍♀️"]
            .into_iter()
            .enumerate()
        {
            let invitation = clinic.invite_for(&format!("MRN-{number}"), name).await;
            let letter = format!("/staff/requests/{}/letter.pdf", invitation.id);
            let drawn = desk.at(&fonts.router).get(&letter).await;
            drawn.has_status(200);
            assert_eq!(drawn.header("content-type"), "application/pdf", "{name}");
            let refused = desk.get(&letter).await;
            refused.has_status(422);
            refused.says("The PDF font does not have the character");
        }
    })
    .await;
}

#[tokio::test]
async fn g1_one_letter_without_a_font_is_named_and_all_others_are_in_the_file() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        let mut ids = Vec::new();
        for number in 0..12 {
            let name = if number == 7 { "王小明" } else { "Emma" };
            let invitation = clinic.invite_for(&format!("MRN-{number}"), name).await;
            ids.push(invitation.id.to_string());
        }
        let ticked: Vec<(&str, &str)> = ids.iter().map(|id| ("request", id.as_str())).collect();
        let order = desk.post("/staff/letters/print", &ticked).await;
        order.has_status(303);
        clinic.drain().await;
        let place = order.header("location").to_owned();
        let page = desk.get(&place).await;
        page.says("11 letters are ready");
        page.says("1 letter is not in the file");
        page.says("The PDF font does not have the character \u{201c}王\u{201d}");
    })
    .await;
}

#[tokio::test]
async fn g1_doctor_says_which_scripts_have_no_font_and_which_package_has_one() {
    async fn fonts(clinic: &Clinic, settings: &str) -> String {
        let config = clinic.config(settings, Transport::None);
        let findings = doctor::examine(&config, clinic.services().ports()).await;
        let mut findings = findings.into_iter();
        let found = findings.find(|finding| finding.check == Check::Fonts);
        let found = found.expect("a finding");
        assert_eq!(found.level, Level::Ok);
        found.words
    }
    on_each_database(async |clinic| {
        let none = fonts(clinic, "fonts = 'none'").await;
        for words in [
            "Arabic",
            "Chinese",
            "Thai",
            "fonts-noto-core",
            "fonts-noto-cjk",
        ] {
            assert!(none.contains(words), "{none}");
        }
        let some = fonts(clinic, &with_fonts()).await;
        for words in ["Arabic", "Chinese", "emoji", "fonts-noto-cjk"] {
            assert!(!some.contains(words), "{some}");
        }
        assert!(some.contains("Tibetan"), "{some}");
    })
    .await;
}
