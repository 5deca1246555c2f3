//! What a person is told by mail without asking: the first read of a clinic, a sign-in with a new device, and each month who
//! did what with their records.

use crate::support::record::Connected;
use crate::support::{Browser, Clinic, PASSWORD, on_each_database};
use domain::thing::types_named;
use domain::timestamp::Timestamp;
use service::mail::{Envelope, Transport};
use std::time::Duration;

const EMMA: &str = "emma@example.org";
const DAY: Duration = Duration::from_hours(24);

fn of_kind(kind: &str) -> String {
    let id = types_named(&[kind])[0];
    format!("<filter><type-id>{id}</type-id></filter>")
}

async fn mails(clinic: &Clinic, subject: &str) -> Vec<Envelope> {
    let mails = clinic.mail().await.into_iter();
    let ours = mails.filter(|mail| mail.to == EMMA && mail.mail.subject.starts_with(subject));
    ours.collect()
}

async fn first_reads(clinic: &Clinic) -> usize {
    mails(clinic, "Lakeside Clinic has opened your record")
        .await
        .len()
}

async fn new_devices(clinic: &Clinic) -> usize {
    mails(clinic, "New sign-in to your Patient Connect account")
        .await
        .len()
}

async fn sign_in(browser: &Browser, password: &str) {
    let pair = [("email", EMMA), ("password", password)];
    browser.post("/sign-in", &pair).await.leads_to("/account");
}

async fn queued(clinic: &Clinic) -> u64 {
    let monthly = clinic.services().outbox().queue_monthly(clinic.now());
    monthly.await.expect("a database")
}

#[tokio::test]
async fn a_first_read_is_told_at_once_and_no_other_one() {
    on_each_database(async |clinic| {
        let emma = Connected::new(clinic).await;
        emma.get(clinic, &of_kind("Weight Measurement"))
            .await
            .is(11);
        assert_eq!(first_reads(clinic).await, 0, "nothing was read");
        for _ in 0..3 {
            emma.get(clinic, &of_kind("Medication")).await.is(0);
        }
        let mails = mails(clinic, "Lakeside Clinic has opened").await;
        assert_eq!(mails.len(), 1);
        let text = &mails[0].mail.text;
        assert!(
            text.contains("your record “Emma” for the first time"),
            "{text}"
        );
        assert!(text.contains("/account/activity"), "{text}");
        assert!(text.contains("01632 960 123"), "{text}");
    })
    .await;
}

#[tokio::test]
async fn many_first_reads_at_once_are_told_once() {
    on_each_database(async |clinic| {
        let emma = Connected::new(clinic).await;
        let medicines = of_kind("Medication");
        let read = async || emma.get(clinic, &medicines).await.is(0);
        tokio::join!(read(), read(), read(), read());
        assert_eq!(first_reads(clinic).await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_first_read_after_connecting_anew_is_told_anew() {
    on_each_database(async |clinic| {
        let emma = Connected::new(clinic).await;
        emma.get(clinic, &of_kind("Medication")).await.is(0);
        let home = emma.browser.get("/account").await;
        let id = home
            .attributes("input[name=authorization]", "value")
            .remove(0);
        let disconnect = [("authorization", id.as_str())];
        emma.browser
            .post("/account/disconnect", &disconnect)
            .await
            .has_status(200);
        clinic
            .connect(&emma.browser, &emma.invitation, &emma.record)
            .await;
        assert_eq!(first_reads(clinic).await, 1);
        emma.get(clinic, &of_kind("Medication")).await.is(0);
        assert_eq!(first_reads(clinic).await, 2);
    })
    .await;
}

#[tokio::test]
async fn a_sign_in_with_a_new_device_is_told_and_with_a_known_one_not() {
    on_each_database(async |clinic| {
        let own = clinic.person("Emma", EMMA).await;
        own.post("/sign-out", &[]).await.has_status(303);
        sign_in(&own, PASSWORD).await;
        assert_eq!(new_devices(clinic).await, 0, "the account was made with it");
        let phone = clinic.browser_from("198.51.100.7");
        let wrong = [("email", EMMA), ("password", "four words that are wrong")];
        phone.post("/sign-in", &wrong).await.has_status(422);
        assert_eq!(new_devices(clinic).await, 0, "nobody is signed in");
        sign_in(&phone, PASSWORD).await;
        let mails = mails(clinic, "New sign-in").await;
        assert_eq!(mails.len(), 1);
        let text = &mails[0].mail.text;
        assert!(text.contains("on 4 May 2026"), "{text}");
        assert!(text.contains("/account/devices"), "{text}");
        phone.post("/sign-out", &[]).await.has_status(303);
        sign_in(&phone, PASSWORD).await;
        assert_eq!(new_devices(clinic).await, 1, "it is known by now");

        // A new password makes no new device of a known one.
        let new = "velvet walnut ladder moon";
        let change = [("old_password", PASSWORD), ("new_password", new)];
        own.post("/account/details/password", &change)
            .await
            .has_status(303);
        sign_in(&phone, new).await;
        assert_eq!(new_devices(clinic).await, 1);
    })
    .await;
}

#[tokio::test]
async fn the_mail_about_a_device_names_it_as_its_owner_does() {
    on_each_database(async |clinic| {
        clinic.person("Emma", EMMA).await;
        let agent = "Mozilla/5.0 (X11; Linux x86_64; rv:126.0) Gecko/20100101 Firefox/126.0";
        let headers = [
            ("sec-fetch-site", "same-origin"),
            ("origin", crate::support::ORIGIN),
            ("user-agent", agent),
        ];
        let pair = [("email", EMMA), ("password", PASSWORD)];
        let laptop = clinic.browser_from("198.51.100.7");
        laptop
            .post_with("/sign-in", &pair, &headers)
            .await
            .leads_to("/account");
        let mails = mails(clinic, "New sign-in").await;
        assert!(
            mails[0].mail.text.contains("with Firefox on Linux"),
            "{}",
            mails[0].mail.text
        );
    })
    .await;
}

#[tokio::test]
async fn a_month_is_told_once_in_the_days_after_it() {
    on_each_database(async |clinic| {
        let emma = Connected::new(clinic).await;
        emma.get(clinic, &of_kind("Medication")).await.is(0);
        emma.get(clinic, &of_kind("Weight Measurement"))
            .await
            .is(11);
        clinic.person("Nobody", "nobody@example.org").await;
        clinic.drain().await;
        assert_eq!(queued(clinic).await, 0, "nothing happened in April");
        clinic.set(Timestamp::parse("2026-05-31T23:59:59Z").expect("a time"));
        assert_eq!(queued(clinic).await, 0, "May is not over");
        clinic.set(Timestamp::parse("2026-06-01T00:00:00Z").expect("a time"));
        let second = clinic.another_process(Transport::None).await;
        let (one, other) = tokio::join!(
            clinic.services().outbox().queue_monthly(clinic.now()),
            second.services.outbox().queue_monthly(clinic.now()),
        );
        assert_eq!(one.expect("a database") + other.expect("a database"), 1);
        assert_eq!(queued(clinic).await, 0, "once");
        let mails = mails(clinic, "Who saw your records in May 2026").await;
        assert_eq!(mails.len(), 1);
        let text = &mails[0].mail.text;
        assert!(
            text.contains("Lakeside Clinic looked at medicines in “Emma”."),
            "{text}"
        );
        assert!(
            text.contains("Lakeside Clinic asked for weights in “Emma”. We did not allow it."),
            "{text}"
        );
        assert!(text.contains("/account/details"), "{text}");
        let nobody = clinic.mail().await;
        assert!(!nobody.iter().any(
            |mail| mail.to == "nobody@example.org" && mail.mail.subject.starts_with("Who saw")
        ));
    })
    .await;
}

#[tokio::test]
async fn a_month_that_no_worker_saw_the_end_of_is_not_told_late() {
    on_each_database(async |clinic| {
        let emma = Connected::new(clinic).await;
        emma.get(clinic, &of_kind("Medication")).await.is(0);
        clinic.set(Timestamp::parse("2026-06-08T00:00:00Z").expect("a time"));
        assert_eq!(queued(clinic).await, 0);
    })
    .await;
}

#[tokio::test]
async fn the_monthly_mail_is_switched_off_and_on_by_its_person() {
    on_each_database(async |clinic| {
        let emma = Connected::new(clinic).await;
        emma.get(clinic, &of_kind("Medication")).await.is(0);
        let log = async || emma.browser.get("/account/activity").await;
        log().await.says("We email you a summary each month.");
        let details = async || emma.browser.get("/account/details").await;
        assert_eq!(
            details().await.count("input[name=monthly_mail][checked]"),
            1
        );
        let saved = "/account/details?changed=preferences";
        let off = [("units", "metric")];
        let path = "/account/details/preferences";
        emma.browser.post(path, &off).await.leads_to(saved);
        emma.browser.get(saved).await.says("Your choice is saved.");
        assert_eq!(
            details().await.count("input[name=monthly_mail][checked]"),
            0
        );
        log()
            .await
            .says("We do not email you a summary each month.");
        clinic.set(Timestamp::parse("2026-06-02T00:00:00Z").expect("a time"));
        assert_eq!(queued(clinic).await, 0);

        // Switched off while it waits to be sent, it is not sent either.
        sign_in(&emma.browser, PASSWORD).await;
        emma.browser
            .post(path, &[("monthly_mail", "on")])
            .await
            .leads_to(saved);
        assert_eq!(details().await.count("input[value=metric][checked]"), 1);
        clinic.database.execute("delete from monthly_mark").await;
        assert_eq!(queued(clinic).await, 1);
        emma.browser.post(path, &off).await.leads_to(saved);
        assert!(mails(clinic, "Who saw").await.is_empty());
        for odd in [("units", "stones"), ("monthly_mail", "\u{fffd}")] {
            emma.browser.post(path, &[odd]).await.leads_to(saved);
        }
        assert_eq!(details().await.count("input[value=metric][checked]"), 1);
        let log = "select count(*) from audit where action = 'account.set-preferences'";
        assert_eq!(clinic.database.number(log).await, 5);
        let thief = emma.browser.stolen();
        emma.browser
            .post("/account/devices/sign-out-everywhere", &[])
            .await
            .has_status(303);
        clinic.advance(DAY);
        thief
            .post(path, &[("monthly_mail", "on")])
            .await
            .has_status(403);
    })
    .await;
}
