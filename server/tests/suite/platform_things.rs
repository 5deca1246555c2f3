//! Things over the XML platform: read and written by the rules that a person granted.

use crate::support::on_each_database;
use crate::support::platform::post;
use crate::support::record::{Connected, ask_for};
use domain::application::Rule;
use domain::ids::{PersonId, RecordId};
use domain::thing::{Permission, types_named};
use service::{Access, Actor, Failure, ThingFilter, ThingRejection, ThingRoom, ThingsWanted};
use std::time::Duration;

const MEDICATION: &str = "30cafccc-047d-4288-94ef-643571f7919d";
const WEIGHT: &str = "3d34d87e-7fc1-4153-800f-f56592cb0d17";
const MINUTE: Duration = Duration::from_mins(1);

fn medication(name: &str, day: u32) -> String {
    format!(
        "<thing><type-id>{MEDICATION}</type-id><data-xml><medication><name><text>{name}</text></name><date-started>\
         <structured><date><y>2026</y><m>3</m><d>{day}</d></date><time><h>7</h><m>5</m></time></structured>\
         </date-started></medication><common/></data-xml></thing>"
    )
}

fn weight() -> String {
    format!(
        "<thing><type-id>{WEIGHT}</type-id><data-xml><weight><when><date><y>2026</y><m>3</m><d>1</d></date></when>\
         <value><kg>80</kg></value></weight></data-xml></thing>"
    )
}

fn of_type(kind: &str) -> String {
    format!("<filter><type-id>{kind}</type-id></filter>")
}

#[tokio::test]
async fn things_are_written_read_changed_and_removed() {
    on_each_database(async |clinic| {
        let emma = Connected::new(clinic).await;
        let both = medication("Aspirin &amp; tea", 1) + &medication("Ibuprofen", 2);
        let put = emma.put(clinic, &both).await.is(0);
        let ids = put.all("thing-id");
        assert_eq!(ids.len(), 2);

        let read = emma.get(clinic, &of_type(MEDICATION)).await.is(0);
        assert_eq!(
            read.all("text"),
            ["Ibuprofen", "Aspirin & tea"],
            "the latest first"
        );
        assert_eq!(read.first("eff-date"), "2026-03-02T07:05:00");
        assert_eq!(read.attribute("type-id", "name"), "Medication");
        assert_eq!(read.first("audit-action"), "Created");

        let stamp = put.attribute("thing-id", "version-stamp");
        let change = |stamp: &str| {
            let id = format!(
                "<thing><thing-id version-stamp=\"{stamp}\">{}</thing-id>",
                ids[0]
            );
            medication("Aspirin 500", 1).replace("<thing>", &id)
        };
        clinic.advance(MINUTE);
        let changed = emma.put(clinic, &change(&stamp)).await.is(0);
        emma.put(clinic, &change(&stamp)).await.is(61);
        let unstamped = change(&stamp).replace(&format!(" version-stamp=\"{stamp}\""), "");
        emma.put(clinic, &unstamped).await.is(60);
        let one = emma
            .get(clinic, &format!("<id>{}</id>", ids[0]))
            .await
            .is(0);
        assert_eq!(one.all("text"), ["Aspirin 500"]);
        assert_eq!(one.all("audit-action"), ["Created", "Updated"]);

        let stamp = changed.attribute("thing-id", "version-stamp");
        let remove = format!("<thing-id version-stamp=\"{stamp}\">{}</thing-id>", ids[0]);
        emma.call(clinic, "RemoveThings", 1, &remove).await.is(0);
        emma.call(clinic, "RemoveThings", 1, &remove).await.is(13);
        let left = emma.get(clinic, &of_type(MEDICATION)).await.is(0);
        assert_eq!(left.all("text"), ["Ibuprofen"]);
        let gone = format!(
            "<filter><type-id>{MEDICATION}</type-id><thing-state>Deleted</thing-state></filter>"
        );
        assert_eq!(
            emma.get(clinic, &gone).await.is(0).all("text"),
            ["Aspirin 500"]
        );
    })
    .await;
}

#[tokio::test]
async fn a_rule_that_was_not_ticked_grants_nothing() {
    on_each_database(async |clinic| {
        let emma = Connected::new(clinic).await;
        let weight = weight();
        emma.put(clinic, &weight).await.is(11);
        emma.get(clinic, &of_type(WEIGHT)).await.is(11);
        // All or nothing: the first of the two is not kept.
        emma.put(clinic, &(medication("Aspirin", 1) + &weight))
            .await
            .is(11);
        assert!(
            emma.get(clinic, &of_type(MEDICATION))
                .await
                .is(0)
                .all("thing")
                .is_empty()
        );

        let both = format!(
            "<thing-type-id>{MEDICATION}</thing-type-id><thing-type-id>{WEIGHT}</thing-type-id>"
        );
        let granted = emma.call(clinic, "QueryPermissions", 1, &both).await.is(0);
        assert_eq!(granted.all("thing-type-id"), [MEDICATION]);
        assert_eq!(
            granted.all("permission"),
            ["Read", "Create", "Update", "Delete"]
        );
    })
    .await;
}

#[tokio::test]
async fn a_person_who_disconnects_closes_the_record_at_once() {
    on_each_database(async |clinic| {
        let emma = Connected::new(clinic).await;
        emma.put(clinic, &medication("Aspirin", 1)).await.is(0);
        let give_up = "RemoveApplicationRecordAuthorization";
        emma.call(clinic, give_up, 1, "").await.is(0);
        emma.put(clinic, &medication("Aspirin", 1)).await.is(11);
        emma.get(clinic, &of_type(MEDICATION)).await.is(11);
        emma.call(clinic, "QueryPermissions", 1, "").await.is(11);
        emma.call(clinic, "GetAlternateIds", 1, "").await.is(11);
        let updated = emma
            .client
            .call(clinic, "GetUpdatedRecordsForApplication", 2, "")
            .await
            .is(0);
        assert!(updated.all("record-id").is_empty());
    })
    .await;
}

#[tokio::test]
async fn what_a_rule_gains_waits_until_the_person_authorizes_again() {
    on_each_database(async |clinic| {
        let emma = Connected::new(clinic).await;
        let weight = weight();
        let action = async || {
            let info = emma.call(clinic, "GetPersonInfo", 1, "").await.is(0);
            info.attribute("record", "app-record-auth-action")
        };
        assert_eq!(action().await, "NoActionRequired");
        let grown = Rule {
            name: "See your medicines and weight".into(),
            why: "So that we treat you well".into(),
            permissions: Permission::ALL.to_vec(),
            types: types_named(&["Medication", "Weight Measurement"]),
            ..Rule::default()
        };
        ask_for(clinic, vec![grown]).await;
        emma.put(clinic, &weight).await.is(11);
        emma.put(clinic, &medication("Aspirin", 1)).await.is(0);
        assert_eq!(action().await, "ReauthorizationRequired");

        clinic
            .connect(&emma.browser, &emma.invitation, &emma.record)
            .await;
        assert_eq!(action().await, "NoActionRequired");
        emma.put(clinic, &weight).await.is(0);

        ask_for(clinic, Vec::new()).await;
        emma.put(clinic, &weight).await.is(11);
        let updated = "GetUpdatedRecordsForApplication";
        let told = emma.client.call(clinic, updated, 1, "").await.is(0);
        assert!(
            told.all("record-id").is_empty(),
            "what may not be read is not told of"
        );
    })
    .await;
}

#[tokio::test]
async fn filters_bound_what_is_read_and_the_rest_is_named() {
    on_each_database(async |clinic| {
        let emma = Connected::new(clinic).await;
        let all: String = (1..=5).map(|day| medication(&format!("Day {day}"), day)).collect();
        emma.put(clinic, &all).await.is(0);
        let dated = format!(
            "<filter><type-id>{MEDICATION}</type-id><eff-date-min>2026-03-02T00:00:00</eff-date-min>\
             <eff-date-max>2026-03-04T00:00:00</eff-date-max></filter>"
        );
        assert_eq!(emma.get(clinic, &dated).await.is(0).all("text"), ["Day 3", "Day 2"]);
        let few = format!(
            "<group name=\"few\" max=\"4\" max-full=\"1\">{}<format><section>core</section><xml/></format></group>",
            of_type(MEDICATION)
        );
        let few = emma.call(clinic, "GetThings", 3, &few).await.is(0);
        assert_eq!(few.all("text"), ["Day 5"]);
        assert_eq!(few.all("unprocessed-thing-key-info").len(), 3);
        assert_eq!(few.attribute("group", "name"), "few");
        let bare = format!("<group>{}<format><section>core</section></format></group>", of_type(MEDICATION));
        let bare = emma.call(clinic, "GetThings", 1, &bare).await.is(0);
        assert_eq!(bare.all("thing").len(), 5);
        assert!(bare.all("data-xml").is_empty(), "without xml no data");
        emma.get(clinic, "<filter><xpath>//name</xpath></filter>").await.is(15);
        emma.get(clinic, "<filter><eff-date-min>spring</eff-date-min></filter>").await.is(69);
        emma.get(clinic, "").await.is(15);
        emma.call(clinic, "GetThings", 3, "").await.is(3);
    })
    .await;
}

#[tokio::test]
async fn malformed_or_incomplete_data_is_rejected() {
    on_each_database(async |clinic| {
        let emma = Connected::new(clinic).await;
        let good = medication("Aspirin", 1);
        for bad in [
            String::new(),
            "<thing/>".to_owned(),
            good.replace("<d>1</d>", "<d>31</d>")
                .replace("<m>3</m>", "<m>2</m>"),
            good.replace("<y>2026</y>", "<y>soon</y>"),
            good.replace(MEDICATION, "medication"),
            format!("<thing><type-id>{MEDICATION}</type-id><data-xml>words</data-xml></thing>"),
            format!("<thing><type-id>{MEDICATION}</type-id></thing>"),
        ] {
            emma.put(clinic, &bad).await.is(3);
        }
        let at = emma
            .client
            .request(clinic, "GetThings", 3, None, "<group/>");
        post(clinic, at, None).await.is(10);
    })
    .await;
}

#[tokio::test]
async fn changed_records_are_told_since_a_time() {
    on_each_database(async |clinic| {
        let emma = Connected::new(clinic).await;
        let updated = async |version: u32, info: &str| {
            let method = "GetUpdatedRecordsForApplication";
            emma.client.call(clinic, method, version, info).await.is(0)
        };
        assert!(updated(2, "").await.all("record-id").is_empty());
        clinic.advance(10 * MINUTE);
        emma.put(clinic, &medication("Aspirin", 1)).await.is(0);
        let since = |by| {
            format!(
                "<update-date>{}</update-date>",
                (clinic.now() + by).rfc3339()
            )
        };
        assert_eq!(
            updated(1, &since(Duration::ZERO)).await.all("record-id"),
            [emma.record.as_str()]
        );
        let two = updated(2, &since(Duration::ZERO)).await;
        assert_eq!(two.first("person-id"), emma.person);
        assert!(
            updated(2, &since(2 * MINUTE))
                .await
                .all("record-id")
                .is_empty()
        );
    })
    .await;
}

#[tokio::test]
async fn data_is_sealed_at_rest_and_reading_it_is_audited() {
    on_each_database(async |clinic| {
        let emma = Connected::new(clinic).await;
        emma.put(clinic, &medication("Warfarin", 1)).await.is(0);
        emma.get(clinic, &of_type(MEDICATION)).await.is(0);
        assert!(!clinic.database.dump().await.contains("Warfarin"));
        let told = clinic
            .database
            .texts("select action from audit where action like 'thing.%' order by number")
            .await;
        assert_eq!(told, ["thing.write", "thing.read"]);
        let (_, broken) = clinic.services().audit().verify().await.expect("the audit");
        assert!(broken.is_empty());
    })
    .await;
}

#[tokio::test]
async fn groups_filters_and_types_of_one_call_are_bounded() {
    on_each_database(async |clinic| {
        let emma = Connected::new(clinic).await;
        let group = |filters: usize, types: usize| {
            let types = format!("<type-id>{MEDICATION}</type-id>").repeat(types);
            let filters = format!("<filter>{types}</filter>").repeat(filters);
            format!("<group>{filters}<format><xml/></format></group>")
        };
        for (info, code) in [
            (group(2, 1).repeat(20), 0),
            (group(1, 1).repeat(21), 53),
            (group(41, 1), 15),
            (group(3, 1).repeat(14), 15),
            (group(1, 200), 0),
            (group(1, 201), 15),
        ] {
            emma.call(clinic, "GetThings", 3, &info).await.is(code);
        }
        let ids = format!("<thing-type-id>{MEDICATION}</thing-type-id>");
        let question = async |count| {
            emma.call(clinic, "QueryPermissions", 1, &ids.repeat(count))
                .await
        };
        question(200).await.is(0);
        question(201).await.is(124);
        let nothing = uuid::Uuid::nil();
        let key = format!("<thing-id version-stamp=\"{nothing}\">{nothing}</thing-id>");
        let remove = async |count| {
            emma.call(clinic, "RemoveThings", 1, &key.repeat(count))
                .await
        };
        remove(1_000).await.is(13);
        remove(1_001).await.is(124);
    })
    .await;
}

#[tokio::test]
async fn data_that_has_no_room_in_an_answer_is_not_even_read() {
    on_each_database(async |clinic| {
        let emma = Connected::new(clinic).await;
        let large = "x".repeat(3_000_000);
        for day in 1..=4 {
            let thing = medication(&large, day);
            emma.put(clinic, &thing).await.is(0);
        }
        // The oldest would be a fault if it was opened.
        let zeros = if clinic.is_postgres() {
            "decode(repeat('00', 5000000), 'hex')"
        } else {
            "zeroblob(5000000)"
        };
        let break_it = format!(
            "update thing set data = {zeros} where effective_at = (select min(effective_at) from thing)"
        );
        assert_eq!(clinic.database.execute(&break_it).await, 1);
        let group = format!(
            "<group>{}<format><xml/></format></group>",
            of_type(MEDICATION)
        );
        let both = group.repeat(2);
        let read = emma.call(clinic, "GetThings", 3, &both).await.is(0);
        assert_eq!(read.all("text").len(), 2, "of 8 MB");
        assert_eq!(read.all("unprocessed-thing-key-info").len(), 6);

        // By their names alone: no data is opened, none is written again when they are removed.
        let names = format!("<group>{}</group>", of_type(MEDICATION));
        let read = emma.call(clinic, "GetThings", 3, &names).await.is(0);
        let ids = read.all("thing-id");
        assert_eq!(ids.len(), 4);
        let oldest = of_type(MEDICATION).replace(
            "</filter>",
            "<eff-date-max>2026-03-01T23:00:00</eff-date-max></filter>",
        );
        let oldest = format!("<group>{oldest}</group>");
        let read = emma.call(clinic, "GetThings", 3, &oldest).await.is(0);
        let remove = format!(
            "<thing-id version-stamp=\"{}\">{}</thing-id>",
            read.attribute("thing-id", "version-stamp"),
            read.first("thing-id"),
        );
        emma.call(clinic, "RemoveThings", 1, &remove).await.is(0);
    })
    .await;
}

#[tokio::test]
async fn an_answer_without_room_for_names_is_too_long() {
    on_each_database(async |clinic| {
        let emma = Connected::new(clinic).await;
        let things: String = (1..=9).map(|day| medication("Aspirin", day)).collect();
        emma.put(clinic, &things).await.is(0);
        let access = Access {
            application: clinic.application,
            actor: Actor::Application(clinic.application),
            person: PersonId(emma.person.parse().expect("an id")),
            record: RecordId(emma.record.parse().expect("an id")),
        };
        let filters = [ThingFilter::default()];
        let wanted = ThingsWanted {
            filters: &filters,
            client_ids: &[],
            keys: &[],
            max: 1_000,
            max_full: 240,
            with_data: true,
        };
        let mut room = ThingRoom {
            names: 17,
            bytes: 1_000,
        };
        let found = clinic
            .services()
            .records()
            .things(access, wanted, &mut room)
            .await;
        let found = found.expect("nine things");
        assert_eq!(found.full.len() + found.rest.len(), 9);
        assert!(!found.rest.is_empty(), "no room for all data");
        let refused = clinic
            .services()
            .records()
            .things(access, wanted, &mut room)
            .await;
        assert!(matches!(
            refused,
            Err(Failure::Rejected(ThingRejection::TooLong))
        ));
    })
    .await;
}
