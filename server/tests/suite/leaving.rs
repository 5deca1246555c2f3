//! A person takes what is theirs with them, and leaves.

use crate::support::record::Connected;
use crate::support::{Browser, Clinic, PASSWORD, Page, on_each_database};
use domain::event::EventKind;
use domain::thing::types_named;
use std::io::Read;
use std::time::Duration;

const EMMA: &str = "emma@example.org";

/// The files of a ZIP, by its directory.
fn unzipped(zip: &[u8]) -> Vec<(String, String)> {
    let number = |at: usize, length: usize| {
        let bytes = &zip[at..at + length];
        bytes
            .iter()
            .rev()
            .fold(0, |sum, byte| sum << 8 | usize::from(*byte))
    };
    let end = zip.len() - 22;
    assert_eq!(number(end, 4), 0x0605_4b50, "the end of the directory");
    let (files, mut at) = (number(end + 10, 2), number(end + 16, 4));
    let mut found = Vec::new();
    for _ in 0..files {
        assert_eq!(number(at, 4), 0x0201_4b50, "an entry");
        let (packed, size, name) = (number(at + 20, 4), number(at + 24, 4), number(at + 28, 2));
        let local = number(at + 42, 4);
        let start = local + 30 + number(local + 26, 2);
        let mut text = String::new();
        let mut inflated = flate2::read::DeflateDecoder::new(&zip[start..start + packed]);
        inflated.read_to_string(&mut text).expect("deflated text");
        assert_eq!(text.len(), size);
        let mut crc = flate2::Crc::new();
        crc.update(text.as_bytes());
        assert_eq!(number(at + 16, 4), crc.sum() as usize);
        let file = String::from_utf8_lossy(&zip[at + 46..at + 46 + name]);
        found.push((file.into_owned(), text));
        at += 46 + name;
    }
    found
}

async fn delete(browser: &Browser, password: &str) -> Page {
    let fields = [("password", password)];
    browser.post("/account/delete", &fields).await
}

async fn clean_up(clinic: &Clinic) {
    let cleaned = clinic
        .services()
        .installation()
        .clean_up(clinic.now())
        .await;
    cleaned.expect("cleaned up");
}

fn medicine() -> String {
    format!(
        "<thing><type-id>{}</type-id><data-xml><medication><name><text>Aspirin &lt;b&gt;</text></name></medication>\
         </data-xml></thing>",
        types_named(&["Medication"])[0]
    )
}

#[tokio::test]
async fn everything_is_one_file_made_once_and_told_by_mail() {
    on_each_database(async |clinic| {
        let emma = Connected::new(clinic).await;
        emma.put(clinic, &medicine()).await.is(0);
        let browser = &emma.browser;
        let file = "/account/download/file";
        browser.get(file).await.leads_to("/account/download");
        clinic.drain().await;
        // Asked for twice at once.
        let (one, two) = tokio::join!(
            browser.post("/account/download", &[]),
            browser.post("/account/download", &[])
        );
        for page in [one, two] {
            page.leads_to("/account/download");
        }
        browser
            .get("/account/download")
            .await
            .says("We are creating your file");
        let jobs = "select count(*) from job where kind = 'download'";
        assert_eq!(clinic.database.number(jobs).await, 1);
        let mail = clinic.last_mail_to(EMMA).await.mail;
        assert_eq!(mail.subject, "Your data from Patient Connect is ready");
        assert!(mail.text.contains("/account/download"), "{}", mail.text);
        browser
            .get("/account/download")
            .await
            .says("until 11 May 2026");

        let (headers, zip) = browser.bytes(file).await;
        let said = |name: &str| headers[name].to_str().expect("text").to_owned();
        assert!(said("content-disposition").starts_with("attachment"));
        assert!(said("content-security-policy").contains("sandbox"));
        let files = unzipped(&zip);
        let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["patient-connect.json", "records.html"]);
        let all: serde_json::Value = serde_json::from_str(&files[0].1).expect("JSON");
        assert_eq!(all["account"]["email"], EMMA);
        assert_eq!(all["records"][0]["name"], "Emma");
        let item = &all["records"][0]["items"][0];
        assert_eq!(item["type_name"], "Medication");
        assert_eq!(item["added_by"], "Lakeside Clinic");
        assert!(item["data"].as_str().expect("data").contains("&lt;b&gt;"));
        assert_eq!(all["log"][0]["act"], "added");
        assert!(files[1].1.contains("Aspirin &#60;b&#62;"), "{}", files[1].1);
        let audited = "select outcome from audit where action = 'account.download' order by number";
        let audited = clinic.database.texts(audited).await;
        assert_eq!(audited, ["asked", "made", "downloaded"]);

        // It is no one else's, and needs the sign-in.
        let sam = clinic.person("Sam", "sam@example.org").await;
        sam.get(file).await.leads_to("/account/download");
        clinic.browser().get(file).await.leads_to("/sign-in");
        clinic.advance(Duration::from_hours(24 * 7));
        clean_up(clinic).await;
        let left = "select count(*) from download";
        assert_eq!(clinic.database.number(left).await, 0);
    })
    .await;
}

#[tokio::test]
async fn files_a_day_are_bounded() {
    on_each_database(async |clinic| {
        let pat = clinic.person("Pat", "pat@example.org").await;
        for _ in 0..10 {
            pat.post("/account/download", &[])
                .await
                .leads_to("/account/download");
            clinic.drain().await;
        }
        pat.post("/account/download", &[]).await.has_status(429);
    })
    .await;
}

#[tokio::test]
async fn an_account_ends_after_two_weeks_and_leaves_a_number() {
    on_each_database(async |clinic| {
        let emma = Connected::new(clinic).await;
        emma.put(clinic, &medicine()).await.is(0);
        let browser = &emma.browser;
        browser
            .get("/account/delete")
            .await
            .says("On 18 May 2026 we delete");
        delete(browser, "").await.has_status(422);
        delete(browser, "wrong wrong wrong").await.has_status(422);
        assert_eq!(clinic.event_kinds().await, [EventKind::Authorized]);
        delete(browser, PASSWORD).await.leads_to("/account");
        let kinds = [EventKind::Authorized, EventKind::Disconnected];
        assert_eq!(clinic.event_kinds().await, kinds, "the clinic is told");
        browser
            .get("/account")
            .await
            .says("Your account will be deleted on 18 May 2026");
        let filter = format!(
            "<filter><type-id>{}</type-id></filter>",
            types_named(&["Medication"])[0]
        );
        emma.get(clinic, &filter).await.is(11);

        clinic.advance(Duration::from_hours(24 * 14 - 1));
        clean_up(clinic).await;
        let records = "select count(*) from custodian";
        assert_eq!(clinic.database.number(records).await, 1);
        clinic.advance(Duration::from_hours(1));
        clean_up(clinic).await;
        for table in ["custodian", "thing", "access", "download", "email_change"] {
            let left = format!("select count(*) from {table}");
            assert_eq!(clinic.database.number(&left).await, 0, "{table}");
        }
        let names = clinic
            .database
            .texts("select name || email from person")
            .await;
        assert_eq!(names, [""]);
        let names = clinic.database.texts("select name from record").await;
        assert_eq!(names, [""]);
        let mail = clinic.last_mail_to(EMMA).await.mail;
        assert_eq!(mail.subject, "Your Patient Connect account is deleted");
        let pair = [("email", EMMA), ("password", PASSWORD)];
        clinic
            .browser()
            .post("/sign-in", &pair)
            .await
            .has_status(422);
        // The address is free, and who takes it has nothing of what was there.
        let new = clinic.person("Emma", EMMA).await;
        new.get("/account")
            .await
            .says("You do not have any records yet");
    })
    .await;
}

#[tokio::test]
async fn a_person_may_change_their_mind() {
    on_each_database(async |clinic| {
        let emma = Connected::new(clinic).await;
        emma.put(clinic, &medicine()).await.is(0);
        let browser = &emma.browser;
        delete(browser, PASSWORD).await.leads_to("/account");
        browser
            .post("/account/delete/keep", &[])
            .await
            .leads_to("/account");
        let page = browser.get("/account").await;
        page.says_nothing_of("will be deleted");
        clinic.advance(Duration::from_hours(24 * 15));
        clean_up(clinic).await;
        let kept = "select count(*) from thing";
        assert_eq!(clinic.database.number(kept).await, 1);
        let pair = [("email", EMMA), ("password", PASSWORD)];
        let browser = clinic.browser();
        browser.post("/sign-in", &pair).await.leads_to("/account");
        browser
            .get("/account")
            .await
            .says("Lakeside Clinic, until 4 May 2026");
    })
    .await;
}
