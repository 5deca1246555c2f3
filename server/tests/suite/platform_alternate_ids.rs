//! An application's own names for a person and record, and the people it may know.

use crate::support::on_each_database;
use crate::support::platform::Client;

#[tokio::test]
async fn an_alternate_id_is_added_found_listed_and_removed() {
    on_each_database(async |clinic| {
        let client = Client::of(clinic).await;
        let browser = clinic.person("Emma", "emma@example.org").await;
        for (id, record) in [("MRN-1", "Emma"), ("MRN-2", "Tom")] {
            let invitation = clinic.invite(id).await;
            clinic.connect(&browser, &invitation, record).await;
        }
        let polled = client
            .call(clinic, "GetAuthorizedConnectRequests", 1, "")
            .await
            .is(0);
        let (person, records) = (polled.first("person-id"), polled.all("record-id"));
        let emma = (person.as_str(), records[0].as_str());
        let tom = (person.as_str(), records[1].as_str());
        let named = |name: &str| format!("<alternate-id>{name}</alternate-id>");

        // The Java kit's spelling, too.
        client
            .call_at(clinic, "AssociateAltnernateId", 1, emma, &named("E-1"))
            .await
            .is(0);
        client
            .call_at(clinic, "AssociateAlternateId", 1, emma, &named("e-1"))
            .await
            .is(0);
        client
            .call_at(clinic, "AssociateAlternateId", 1, tom, &named("E-1"))
            .await
            .is(139);
        client
            .call_at(clinic, "AssociateAlternateId", 1, tom, &named(" "))
            .await
            .is(142);
        client
            .call_at(
                clinic,
                "AssociateAlternateId",
                1,
                tom,
                &named(&"x".repeat(256)),
            )
            .await
            .is(142);
        let listed = client
            .call_at(clinic, "GetAlternateIds", 1, emma, "")
            .await
            .is(0);
        assert_eq!(listed.all("alternate-id"), ["E-1", "e-1"]);

        let find = "GetPersonAndRecordForAlternateId";
        let found = client.call(clinic, find, 1, &named("E-1")).await.is(0);
        assert_eq!(found.attribute("record", "id"), emma.1);
        assert_eq!(found.all("record").len(), 1);
        client.call(clinic, find, 1, &named("E-2")).await.is(140);

        client
            .call_at(clinic, "DisassociateAlternateId", 1, tom, &named("E-1"))
            .await
            .is(140);
        client
            .call_at(clinic, "DisassociateAlternateId", 1, emma, &named("E-1"))
            .await
            .is(0);
        client.call(clinic, find, 1, &named("E-1")).await.is(140);

        for number in 1..100 {
            let name = named(&format!("name {number}"));
            client
                .call_at(clinic, "AssociateAlternateId", 1, emma, &name)
                .await
                .is(0);
        }
        client
            .call_at(clinic, "AssociateAlternateId", 1, emma, &named("one more"))
            .await
            .is(141);
        client
            .call_at(clinic, "RemoveApplicationRecordAuthorization", 1, emma, "")
            .await
            .is(0);
        client.call(clinic, find, 1, &named("e-1")).await.is(140);
    })
    .await;
}

#[tokio::test]
async fn people_are_told_a_page_at_a_time() {
    on_each_database(async |clinic| {
        let client = Client::of(clinic).await;
        for (number, name) in ["Emma", "Tom", "Ada"].iter().enumerate() {
            let invitation = clinic.invite(&format!("MRN-{number}")).await;
            let browser = clinic.person(name, &format!("{name}@example.org")).await;
            clinic.connect(&browser, &invitation, name).await;
        }
        let page = async |parameters: &str| {
            let info = format!("<parameters>{parameters}</parameters>");
            client.call(clinic, "GetAuthorizedPeople", 1, &info).await
        };
        let first = page("<num-results>2</num-results>").await.is(0);
        assert_eq!(first.all("name").len(), 2);
        assert_eq!(first.first("more-results"), "true");
        let last = first.all("person-id").pop().expect("a person");
        let rest = page(&format!("<person-id-cursor>{last}</person-id-cursor>"))
            .await
            .is(0);
        assert_eq!(rest.all("name").len(), 1);
        assert_eq!(rest.first("more-results"), "false");
        let later = (clinic.now() + std::time::Duration::from_secs(1)).rfc3339();
        let since = format!("<authorizations-created-since>{later}</authorizations-created-since>");
        assert!(page(&since).await.is(0).all("person-id").is_empty());
        page("<num-results>many</num-results>").await.is(3);
    })
    .await;
}
