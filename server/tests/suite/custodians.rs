//! More than one person looks after a record: invited by mail and six digits, seen by each other, and never without one.

use crate::support::record::Connected;
use crate::support::{Browser, Clinic, PASSWORD, Page, on_each_database};
use domain::event::EventKind;
use domain::ids::{PersonId, RecordId};
use domain::thing::types_named;
use service::mail::Envelope;
use service::{CustodianRejection, Failure, SignedInPerson};
use std::time::Duration;

const NADIA: &str = "nadia@example.org";
const EMMA: &str = "emma@example.org";
const DAY: Duration = Duration::from_hours(24);

fn people(record: &str) -> String {
    format!("/account/records/{record}/people")
}

fn digits_of(page: &Page) -> String {
    page.first(".notice bdi").expect("digits")
}

/// Invites Nadia; answers the path of the link, and the digits.
async fn invite(clinic: &Clinic, emma: &Connected) -> (String, String) {
    let page = emma
        .browser
        .post(&people(&emma.record), &[("email", NADIA)])
        .await;
    page.has_status(200);
    page.says("The invitation is on its way to nadia@example.org");
    let digits = digits_of(&page);
    clinic.advance(Duration::from_mins(1));
    (clinic.mailed_link(NADIA, "/account/join/").await, digits)
}

async fn join(browser: &Browser, digits: &str) -> Page {
    let fields = [
        ("digits", digits),
        ("relation", "cared-for"),
        ("decision", "join"),
    ];
    browser.post("/account/join", &fields).await
}

/// Nadia, who looks after the record, too.
async fn joined(clinic: &Clinic, emma: &Connected) -> Browser {
    let (link, digits) = invite(clinic, emma).await;
    let nadia = clinic.person("Nadia", NADIA).await;
    nadia.get(&link).await.leads_to("/account/join");
    let record = format!("/account/records/{}", emma.record);
    join(&nadia, &digits).await.leads_to(&record);
    nadia
}

async fn remove(browser: &Browser, record: &str, index: usize) -> Page {
    let page = browser.get(&people(record)).await;
    let links = page.attributes("a[href$='/remove']", "href");
    browser.get(&links[index]).await.has_status(200);
    browser.post(&links[index], &[]).await
}

async fn mails_to(clinic: &Clinic, to: &str, subject: &str) -> Vec<Envelope> {
    let mails = clinic.mail().await.into_iter();
    let ours = mails.filter(|mail| mail.to == to && mail.mail.subject.contains(subject));
    ours.collect()
}

async fn count(clinic: &Clinic, what: &str) -> i64 {
    clinic
        .database
        .number(&format!("select count(*) from {what}"))
        .await
}

#[tokio::test]
async fn someone_is_invited_by_mail_and_joins_with_the_digits() {
    on_each_database(async |clinic| {
        let emma = Connected::new(clinic).await;
        let (link, digits) = invite(clinic, &emma).await;
        let mail = clinic.last_mail_to(NADIA).await.mail;
        assert!(!mail.text.contains(&digits), "they go another way");
        assert!(!mail.text.contains("“Emma”"), "{}", mail.text);
        let page = emma.browser.get(&people(&emma.record)).await;
        page.says("The invitation works until 11 May 2026");
        page.says_nothing_of(&digits);

        // The link survives the making of an account.
        let nadia = clinic.browser();
        nadia.get(&link).await.leads_to("/sign-in");
        let details = [("name", "Nadia"), ("email", NADIA), ("password", PASSWORD)];
        nadia
            .post("/create-account", &details)
            .await
            .has_status(303);
        let six = crate::support::digits_in(&clinic.last_mail_to(NADIA).await);
        nadia
            .post("/create-account", &[("digits", &six)])
            .await
            .leads_to("/account/join");
        let form = nadia.get("/account/join").await;
        form.says("Emma asks you to look after a health record together");
        let record = format!("/account/records/{}", emma.record);
        join(&nadia, &digits).await.leads_to(&record);
        nadia.get(&record).await.has_status(200);
        let home = nadia.get("/account").await;
        home.says("Someone you care for");
        home.says("Connected by Emma");
        let both = nadia.get(&people(&emma.record)).await;
        assert_eq!(both.texts(".own-rows strong"), ["Emma", "Nadia (you)"]);
        assert_eq!(
            mails_to(clinic, EMMA, "Nadia now looks after").await.len(),
            1
        );
        nadia.get(&link).await.has_status(410);
        nadia.get("/account/join").await.leads_to("/account");
        assert_eq!(count(clinic, "custodian_invitation").await, 0);
        for (action, times) in [("record.invite", 1), ("record.join", 1)] {
            let entries = format!("audit where action = '{action}'");
            assert_eq!(count(clinic, &entries).await, times, "{action}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_link_alone_opens_nothing_and_ends_after_wrong_digits() {
    on_each_database(async |clinic| {
        let emma = Connected::new(clinic).await;
        let (link, digits) = invite(clinic, &emma).await;
        let mallory = clinic.person("Mallory", "mallory@example.org").await;
        mallory.get(&link).await.leads_to("/account/join");
        mallory
            .get(&format!("/account/records/{}", emma.record))
            .await
            .has_status(404);
        let wrong = if digits == "000000" {
            "000001"
        } else {
            "000000"
        };
        for odd in ["", "12345", "abcdef", "\u{fffd}"] {
            join(&mallory, odd).await.has_status(422);
        }
        let no_relation = [
            ("digits", wrong),
            ("relation", "nonsense"),
            ("decision", "join"),
        ];
        let page = mallory.post("/account/join", &no_relation).await;
        page.has_status(422);
        assert!(page.error_at("relation").is_some());
        let mut left = 0;
        loop {
            let page = join(&mallory, wrong).await;
            if page.status == 410 {
                break;
            }
            page.has_status(422);
            left += 1;
            assert!(left < 10, "it never ends");
        }
        let nadia = clinic.person("Nadia", NADIA).await;
        nadia.get(&link).await.has_status(410);
        mallory.get("/account/join/nonsense").await.has_status(410);
        assert_eq!(count(clinic, "custodian").await, 1);
    })
    .await;
}

#[tokio::test]
async fn an_invitation_is_withdrawn_replaced_and_over_in_a_week() {
    on_each_database(async |clinic| {
        let emma = Connected::new(clinic).await;
        let path = people(&emma.record);
        let (old, _) = invite(clinic, &emma).await;
        let (new, digits) = invite(clinic, &emma).await;
        assert_ne!(old, new);
        let nadia = clinic.person("Nadia", NADIA).await;
        nadia.get(&old).await.has_status(410);
        nadia.get(&new).await.leads_to("/account/join");
        let page = emma.browser.get(&path).await;
        let id = page.kept("invitation").expect("an invitation");
        let withdraw = format!("{path}/withdraw");
        emma.browser
            .post(&withdraw, &[("invitation", &id)])
            .await
            .leads_to(&path);
        emma.browser
            .post(&withdraw, &[("invitation", &id)])
            .await
            .leads_to(&path);
        emma.browser
            .post(&withdraw, &[("invitation", "odd")])
            .await
            .leads_to(&path);
        join(&nadia, &digits).await.has_status(410);

        clinic.advance(Duration::from_mins(16));
        let (link, digits) = invite(clinic, &emma).await;
        nadia.get(&link).await.leads_to("/account/join");
        clinic.advance(7 * DAY);
        let pair = [("email", NADIA), ("password", PASSWORD)];
        nadia.post("/sign-in", &pair).await.has_status(303);
        nadia.get(&link).await.has_status(410);
        join(&nadia, &digits).await.leads_to("/account");
        clinic
            .services()
            .installation()
            .clean_up(clinic.now())
            .await
            .expect("cleaned up");
        assert_eq!(count(clinic, "custodian_invitation").await, 0);
    })
    .await;
}

#[tokio::test]
async fn what_is_typed_wrong_invites_no_one_and_stays() {
    on_each_database(async |clinic| {
        let emma = Connected::new(clinic).await;
        let path = people(&emma.record);
        for odd in [
            "",
            "nobody",
            "a@b@c",
            "hid\u{200b}den@example.org",
            EMMA,
            " EMMA@example.org ",
        ] {
            let page = emma.browser.post(&path, &[("email", odd)]).await;
            page.has_status(422);
            assert!(page.error_at("email").is_some(), "{odd:?}");
            assert_eq!(page.kept("email").as_deref(), Some(odd));
        }
        for number in 0..5 {
            clinic.advance(Duration::from_hours(1));
            let pair = [("email", EMMA), ("password", PASSWORD)];
            emma.browser.post("/sign-in", &pair).await;
            let email = format!("o'brien+{number}@müller.example");
            emma.browser
                .post(&path, &[("email", &email)])
                .await
                .has_status(200);
        }
        clinic.advance(Duration::from_hours(1));
        let pair = [("email", EMMA), ("password", PASSWORD)];
        emma.browser.post("/sign-in", &pair).await;
        let page = emma
            .browser
            .post(&path, &[("email", "one.more@example.org")])
            .await;
        page.has_status(422);
        page.says("At most 6 people can look after a record");
        let mallory = clinic.person("Mallory", "mallory@example.org").await;
        mallory.get(&path).await.has_status(404);
        mallory
            .post(&path, &[("email", "mallory2@example.org")])
            .await
            .has_status(404);
    })
    .await;
}

#[tokio::test]
async fn both_see_what_clinics_and_each_other_do() {
    on_each_database(async |clinic| {
        let emma = Connected::to_everything(clinic).await;
        let nadia = joined(clinic, &emma).await;
        let kind = types_named(&["Medication"])[0];
        let filter = format!("<filter><type-id>{kind}</type-id></filter>");
        emma.get(clinic, &filter).await.is(0);
        clinic.advance(Duration::from_mins(1));
        let record = format!("/account/records/{}", emma.record);
        let weight = [("weight", "68.4"), ("date", "2026-05-01")];
        nadia
            .post(&format!("{record}/add/weight"), &weight)
            .await
            .leads_to(&record);
        let told =
            async |browser: &Browser| browser.get("/account/activity").await.texts(".log strong");
        assert_eq!(
            told(&emma.browser).await,
            ["Nadia added weights", "Lakeside Clinic looked at medicines"]
        );
        assert_eq!(
            told(&nadia).await,
            ["You added weights", "Lakeside Clinic looked at medicines"]
        );
        let items = emma.browser.get(&format!("{record}/items")).await;
        items.says("Added by Nadia");
        assert!(
            items.attributes("a[href$='/change']", "href").is_empty(),
            "it is Nadia's"
        );
    })
    .await;
}

#[tokio::test]
async fn another_custodian_disconnects_a_clinic_and_the_first_is_told() {
    on_each_database(async |clinic| {
        let emma = Connected::new(clinic).await;
        let nadia = joined(clinic, &emma).await;
        let home = nadia.get("/account").await;
        let id = home
            .attributes("input[name=authorization]", "value")
            .remove(0);
        let permissions = format!("/account/connections/{id}/permissions");
        nadia.get(&permissions).await.leads_to("/account");
        let mallory = clinic.person("Mallory", "mallory@example.org").await;
        let form = [("authorization", id.as_str())];
        mallory
            .post("/account/disconnect", &form)
            .await
            .leads_to("/account");
        nadia
            .post("/account/disconnect", &form)
            .await
            .has_status(200);
        let kinds = clinic.event_kinds().await;
        assert_eq!(kinds.last(), Some(&EventKind::Disconnected));
        let mails = mails_to(clinic, EMMA, "no longer connected").await;
        assert_eq!(mails.len(), 1);
        assert!(
            mails[0]
                .mail
                .text
                .contains("Nadia, who looks after a record with you")
        );
        emma.browser
            .get("/account")
            .await
            .says("No clinic is connected");
    })
    .await;
}

#[tokio::test]
async fn one_removes_the_one_who_invited_them_and_their_clinics_go() {
    on_each_database(async |clinic| {
        let emma = Connected::new(clinic).await;
        let nadia = joined(clinic, &emma).await;
        remove(&nadia, &emma.record, 0)
            .await
            .leads_to(&people(&emma.record));
        let kinds = clinic.event_kinds().await;
        assert_eq!(kinds.last(), Some(&EventKind::Disconnected));
        emma.browser
            .get(&format!("/account/records/{}", emma.record))
            .await
            .has_status(404);
        emma.browser
            .get("/account/activity")
            .await
            .says("Nothing has been read");
        assert_eq!(
            mails_to(clinic, EMMA, "You no longer look after a record")
                .await
                .len(),
            1
        );
        assert_eq!(
            mails_to(clinic, NADIA, "Emma no longer looks after")
                .await
                .len(),
            1
        );
        let list = nadia.get(&people(&emma.record)).await;
        assert_eq!(list.count("a[href$='/remove']"), 0, "the last one stays");
        assert_eq!(count(clinic, "custodian").await, 1);
        assert_eq!(
            count(clinic, "record_authorization where revoked_at is null").await,
            0
        );
    })
    .await;
}

#[tokio::test]
async fn a_record_is_never_left_without_anyone() {
    on_each_database(async |clinic| {
        let emma = Connected::new(clinic).await;
        let nadia = joined(clinic, &emma).await;
        let page = emma.browser.get(&people(&emma.record)).await;
        let links = page.attributes("a[href$='/remove']", "href");
        emma.browser
            .get(&links[0])
            .await
            .says("Stop looking after this record?");
        nadia
            .get(&links[1])
            .await
            .says("Stop looking after this record?");
        // Both go at once.
        let (one, other) = tokio::join!(
            emma.browser.post(&links[0], &[]),
            nadia.post(&links[1], &[])
        );
        assert_eq!(
            count(clinic, "custodian").await,
            1,
            "{} {}",
            one.status,
            other.status
        );
        let mallory = clinic.person("Mallory", "mallory@example.org").await;
        mallory.get(&links[0]).await.has_status(404);
        mallory
            .post(&links[0], &[("seen", "forged")])
            .await
            .has_status(404);
        assert_eq!(count(clinic, "custodian").await, 1);
    })
    .await;
}

#[tokio::test]
async fn no_one_is_removed_on_a_page_that_is_old() {
    on_each_database(async |clinic| {
        let emma = Connected::new(clinic).await;
        let nadia = joined(clinic, &emma).await;
        let page = emma.browser.get(&people(&emma.record)).await;
        let link = page
            .attributes("a[href$='/remove']", "href")
            .pop()
            .expect("a link");
        emma.browser.get(&link).await.says("Remove this person?");
        let name = [("name", "Nadia Brown")];
        nadia
            .post("/account/details/name", &name)
            .await
            .has_status(303);
        let page = emma.browser.post(&link, &[]).await;
        page.has_status(409);
        page.says("Nadia Brown will no longer look after Emma");
        assert_eq!(count(clinic, "custodian").await, 2);
        emma.browser
            .post(&link, &[])
            .await
            .leads_to(&people(&emma.record));
        assert_eq!(count(clinic, "custodian").await, 1);
        assert_eq!(
            clinic.event_kinds().await,
            [EventKind::Authorized],
            "Emma's clinic stays"
        );
    })
    .await;
}

#[tokio::test]
async fn a_shared_record_outlives_the_account_of_one_of_them() {
    on_each_database(async |clinic| {
        let emma = Connected::new(clinic).await;
        let nadia = joined(clinic, &emma).await;
        let remove = format!("/account/records/{}/remove", emma.record);
        emma.browser.get(&remove).await.leads_to("/account/records");
        let password = [("password", PASSWORD)];
        emma.browser.post("/account/delete", &password).await;
        clinic.advance(15 * DAY);
        clinic
            .services()
            .installation()
            .clean_up(clinic.now())
            .await
            .expect("cleaned up");
        let names = clinic.database.texts("select name from record").await;
        assert_eq!(names, ["Emma"]);
        let pair = [("email", NADIA), ("password", PASSWORD)];
        nadia.post("/sign-in", &pair).await.has_status(303);
        nadia
            .get(&format!("/account/records/{}", emma.record))
            .await
            .has_status(200);
        assert_eq!(
            mails_to(clinic, NADIA, "Emma no longer looks after")
                .await
                .len(),
            1
        );
    })
    .await;
}

#[tokio::test]
async fn the_only_custodian_cannot_be_removed() {
    on_each_database(async |clinic| {
        let emma = Connected::new(clinic).await;
        let person = PersonId(emma.person.parse().expect("an id"));
        let record = RecordId(emma.record.parse().expect("an id"));
        let records = clinic.services().records();
        let people = records.people_of(person, record).await.expect("a read");
        let seen = records.people_shown(&people.expect("the record"));
        let by = SignedInPerson { person, round: 0 };
        let refused = records.remove_custodian(by, record, person, &seen).await;
        assert!(matches!(
            refused,
            Err(Failure::Rejected(CustodianRejection::Last))
        ));
        assert_eq!(count(clinic, "custodian").await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_person_with_200_records_joins_no_other() {
    on_each_database(async |clinic| {
        let emma = Connected::new(clinic).await;
        let (link, digits) = invite(clinic, &emma).await;
        let nadia = clinic.person("Nadia", NADIA).await;
        let (id, at) = if clinic.is_postgres() {
            ("lpad(to_hex(number), 32, '0')::uuid", "now()")
        } else {
            ("unhex(printf('%032x', number))", "0")
        };
        let numbers = "with recursive numbers(number) as (select 1 union all select number + 1 from numbers \
            where number < 200)";
        for sql in [
            format!("insert into record (id, name, made_at) {numbers} select {id}, 'Record ' || number, {at} from numbers"),
            format!(
                "insert into custodian (person_id, record_id, since) {numbers} select person.id, {id}, {at} \
                 from numbers, person where person.name = 'Nadia'"
            ),
        ] {
            clinic.database.execute(&sql).await;
        }
        nadia.get(&link).await.leads_to("/account/join");
        let page = join(&nadia, &digits).await;
        page.has_status(422);
        page.says("You have 200 records");
        assert_eq!(count(clinic, "custodian").await, 201);
    })
    .await;
}
