//! The person's log: who read and wrote what in their records, in words; refusals too; and what it costs.

use crate::support::record::{Connected, ask_for};
use crate::support::{PASSWORD, on_each_database};
use domain::application::Rule;
use domain::thing::{Permission, types_named};
use std::time::Duration;

const MINUTE: Duration = Duration::from_mins(1);
const HOUR: Duration = Duration::from_hours(1);

fn id_of(name: &str) -> String {
    types_named(&[name])[0].to_string()
}

fn of_kind(kind: &str) -> String {
    format!("<filter><type-id>{}</type-id></filter>", id_of(kind))
}

fn medicine(name: &str) -> String {
    format!(
        "<thing><type-id>{}</type-id><data-xml><medication><name><text>{name}</text></name></medication></data-xml>\
         </thing>",
        id_of("Medication")
    )
}

#[tokio::test]
async fn every_read_and_write_is_told_in_words() {
    on_each_database(async |clinic| {
        let emma = Connected::new(clinic).await;
        let log = async || emma.browser.get("/account/activity").await;
        log().await.says("Nothing has been read or added yet");
        let home = emma.browser.get("/account").await;
        home.says("It has not opened this record yet");

        let both = medicine("Aspirin") + &medicine("Ibuprofen");
        emma.put(clinic, &both).await.is(0);
        clinic.advance(MINUTE);
        emma.get(clinic, &of_kind("Medication")).await.is(0);
        clinic.advance(MINUTE);
        emma.get(clinic, &of_kind("Weight Measurement"))
            .await
            .is(11);
        let page = log().await;
        assert_eq!(
            page.texts(".log strong"),
            [
                "Lakeside Clinic asked for weights. We did not allow it.",
                "Lakeside Clinic looked at medicines",
                "Lakeside Clinic added medicines",
            ]
        );
        assert_eq!(
            page.texts(".log .hint"),
            [
                "Emma, 08:02. You have not agreed to that.",
                "Emma, 08:01. 2 items.",
                "Emma, 08:00. 2 items.",
            ]
        );
        assert_eq!(page.texts("h2.day"), ["4 May 2026"]);
        let home = emma.browser.get("/account").await;
        home.says("4 May 2026, 08:02");
    })
    .await;
}

#[tokio::test]
async fn a_removal_that_is_refused_is_told_and_removes_nothing() {
    on_each_database(async |clinic| {
        let rule = |name: &str, permissions: &[Permission]| Rule {
            name: name.into(),
            why: "So that we treat you well".into(),
            permissions: permissions.to_vec(),
            types: types_named(&["Medication"]),
            ..Rule::default()
        };
        let reads = rule(
            "See your medicines",
            &[Permission::Read, Permission::Create],
        );
        ask_for(clinic, vec![reads]).await;
        let emma = Connected::new(clinic).await;
        let put = emma.put(clinic, &medicine("Aspirin")).await.is(0);
        let key = format!(
            "<thing-id version-stamp=\"{}\">{}</thing-id>",
            put.attribute("thing-id", "version-stamp"),
            put.first("thing-id"),
        );
        emma.call(clinic, "RemoveThings", 1, &key).await.is(11);
        let page = emma.browser.get("/account/activity").await;
        page.says("Lakeside Clinic asked for medicines. We did not allow it.");
        let found = emma.get(clinic, &of_kind("Medication")).await.is(0);
        assert_eq!(found.all("text"), ["Aspirin"]);
        let removed = "select count(*) from audit where action = 'thing.remove'";
        assert_eq!(clinic.database.number(removed).await, 0);
    })
    .await;
}

#[tokio::test]
async fn repeats_of_a_day_are_one_line_in_the_clinics_day() {
    on_each_database(async |clinic| {
        // Midnight in Auckland is noon in UTC.
        clinic.advance(3 * HOUR);
        let emma = Connected::new(clinic).await;
        let zone = "update application set time_zone = 'Pacific/Auckland'";
        clinic.database.execute(zone).await;
        emma.put(clinic, &medicine("Aspirin")).await.is(0);
        for _ in 0..3 {
            emma.get(clinic, &of_kind("Medication")).await.is(0);
            clinic.advance(MINUTE);
        }
        clinic.advance(HOUR);
        emma.get(clinic, &of_kind("Medication")).await.is(0);
        let pair = [("email", "emma@example.org"), ("password", PASSWORD)];
        emma.browser.post("/sign-in", &pair).await.has_status(303);
        let page = emma.browser.get("/account/activity").await;
        assert_eq!(page.texts("h2.day"), ["5 May 2026", "4 May 2026"]);
        let told = page.texts(".log .hint");
        assert_eq!(
            told,
            [
                "Emma, 00:03. 1 item.",
                "Emma, 23:02. And 2 more times that day.",
                "Emma, 23:00. 1 item.",
            ]
        );
        let lines = "select count(*) from access";
        assert_eq!(clinic.database.number(lines).await, 3);
    })
    .await;
}

#[tokio::test]
async fn the_log_is_shown_by_clinic_and_record_and_to_its_person_alone() {
    on_each_database(async |clinic| {
        let emma = Connected::new(clinic).await;
        let letter = clinic.invite("MRN-2").await;
        clinic.connect(&emma.browser, &letter, "Tom").await;
        emma.put(clinic, &medicine("Aspirin")).await.is(0);
        let path = format!("/account/records/{}", emma.record);
        let fields = [("weight", "68.4"), ("date", "2026-05-01")];
        emma.browser
            .post(&format!("{path}/add/weight"), &fields)
            .await
            .leads_to(&path);
        let told = async |query: &str| {
            let page = emma
                .browser
                .get(&format!("/account/activity?{query}"))
                .await;
            page.texts(".log strong").len()
        };
        assert_eq!(told("").await, 2);
        assert_eq!(told(&format!("clinic={}", clinic.application)).await, 1);
        assert_eq!(told(&format!("record={}", emma.record)).await, 2);
        let both = format!("record={}&clinic={}", emma.record, clinic.application);
        assert_eq!(told(&both).await, 1);
        assert_eq!(told("record=nonsense&clinic=&before=x").await, 2);
        let other = uuid::Uuid::from_u128(7);
        assert_eq!(told(&format!("record={other}")).await, 0);
        let page = emma.browser.get("/account/activity").await;
        page.says("You added weights");

        let sam = clinic.person("Sam", "sam@example.org").await;
        let page = sam
            .get(&format!("/account/activity?record={}", emma.record))
            .await;
        page.says("Nothing has been read or added yet");
        page.says_nothing_of("Lakeside");
    })
    .await;
}

#[tokio::test]
async fn a_client_cannot_fill_the_log_with_what_no_one_knows() {
    on_each_database(async |clinic| {
        let emma = Connected::new(clinic).await;
        for number in 0..20_u128 {
            let odd = uuid::Uuid::from_u128(number + 1_000);
            let filter = format!("<filter><type-id>{odd}</type-id></filter>");
            emma.get(clinic, &filter).await.is(11);
        }
        assert_eq!(
            clinic.database.number("select count(*) from access").await,
            1
        );
        // Of a record that the application may not open at all nothing is noted.
        let give_up = "RemoveApplicationRecordAuthorization";
        emma.call(clinic, give_up, 1, "").await.is(0);
        emma.get(clinic, &of_kind("Medication")).await.is(11);
        assert_eq!(
            clinic.database.number("select count(*) from access").await,
            1
        );
    })
    .await;
}

#[tokio::test]
async fn the_log_is_paged_and_ends_after_six_years() {
    on_each_database(async |clinic| {
        let emma = Connected::new(clinic).await;
        emma.put(clinic, &medicine("Aspirin")).await.is(0);
        let id = if clinic.is_postgres() {
            "lpad(to_hex(number), 32, '0')::uuid"
        } else {
            "unhex(printf('%032x', number))"
        };
        clinic
            .database
            .execute(&format!(
                "insert into access (record_id, actor_id, person_id, what, type_id, day, id, times, things, \
                 first_at, last_at) with recursive numbers(number) as (select 1 union all select number + 1 \
                 from numbers where number < 120) select record_id, actor_id, person_id, 'read', type_id, \
                 'day ' || number, {id}, 1, 1, first_at, last_at from access, numbers"
            ))
            .await;
        let (mut lines, mut path) = (0, Some("/account/activity".to_owned()));
        while let Some(next) = path {
            let page = emma.browser.get(&next).await;
            lines += page.count(".log li");
            path = page.attributes(".pages a[href*=before]", "href").pop();
        }
        assert_eq!(lines, 121);
        let count = "select count(*) from access";
        clinic.advance(Duration::from_hours(24 * 365 * 6 - 1));
        clinic.services().installation().clean_up(clinic.now()).await.expect("cleaned up");
        assert_eq!(clinic.database.number(count).await, 121);
        clinic.advance(Duration::from_hours(2));
        clinic.services().installation().clean_up(clinic.now()).await.expect("cleaned up");
        assert_eq!(clinic.database.number(count).await, 0);
    })
    .await;
}
