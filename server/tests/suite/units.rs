//! Numbers are shown and typed in the units that a person chose, and stored in metric ones.

use crate::support::record::Connected;
use crate::support::{Browser, on_each_database};
use domain::thing::types_named;

async fn choose(browser: &Browser, units: &str) {
    let chosen = [("units", units), ("monthly_mail", "on")];
    let page = browser.post("/account/details/preferences", &chosen).await;
    page.leads_to("/account/details?changed=preferences");
}

#[tokio::test]
async fn pounds_are_typed_and_shown_and_clinics_read_kilograms() {
    on_each_database(async |clinic| {
        let emma = Connected::to_everything(clinic).await;
        choose(&emma.browser, "imperial").await;
        let record = format!("/account/records/{}", emma.record);
        let add = format!("{record}/add/weight");
        let form = emma.browser.get(&add).await;
        form.says("Weight in pounds");
        assert_eq!(form.kept("units").as_deref(), Some("imperial"));
        let wrong = [
            ("weight", "1200"),
            ("units", "imperial"),
            ("date", "2026-05-01"),
        ];
        let page = emma.browser.post(&add, &wrong).await;
        page.has_status(422);
        page.says("Enter the weight in pounds");
        assert_eq!(page.kept("weight").as_deref(), Some("1200"));
        let typed = [
            ("weight", "150.8"),
            ("units", "imperial"),
            ("date", "2026-05-01"),
        ];
        emma.browser.post(&add, &typed).await.leads_to(&record);
        let page = emma.browser.get(&record).await;
        assert_eq!(page.first(".tile .value").as_deref(), Some("150.8 lb"));
        page.says("Weight 150.8 lb");
        let kind = types_named(&["Weight Measurement"])[0];
        let filter = format!("<filter><type-id>{kind}</type-id></filter>");
        let read = emma.get(clinic, &filter).await.is(0);
        assert_eq!(read.all("kg"), ["68.4"]);

        // In metric units again, the same thing is told in kilograms.
        choose(&emma.browser, "metric").await;
        let page = emma.browser.get(&record).await;
        assert_eq!(page.first(".tile .value").as_deref(), Some("68.4 kg"));
        let mut change = page.attributes("a[href$='/change']", "href");
        let change = change.remove(0);
        let form = emma.browser.get(&change).await;
        assert_eq!(form.kept("weight").as_deref(), Some("68.4"));
        assert_eq!(form.kept("units").as_deref(), Some("metric"));
    })
    .await;
}

#[tokio::test]
async fn a_form_is_read_in_the_units_that_it_was_shown_in() {
    on_each_database(async |clinic| {
        let emma = Connected::to_everything(clinic).await;
        let record = format!("/account/records/{}", emma.record);
        let add = format!("{record}/add/weight");
        emma.browser.get(&add).await.says("Weight in kilograms");
        choose(&emma.browser, "imperial").await;
        let typed = [
            ("weight", "68.4"),
            ("units", "metric"),
            ("date", "2026-05-01"),
        ];
        emma.browser.post(&add, &typed).await.leads_to(&record);
        let page = emma.browser.get(&record).await;
        assert_eq!(page.first(".tile .value").as_deref(), Some("150.8 lb"));
        for odd in ["", "stones", "\u{fffd}"] {
            let typed = [("weight", "68.4"), ("units", odd), ("date", "2026-05-02")];
            emma.browser.post(&add, &typed).await.leads_to(&record);
        }
    })
    .await;
}
