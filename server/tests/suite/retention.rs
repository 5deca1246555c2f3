//! Whether a request's time with us is over is a rule of the domain; the statement that deletes in bulk must agree with it.

use crate::support::on_each_database;
use domain::connect_request::{Binding, Code};
use domain::connection::Connection;
use domain::external_id::ExternalId;
use domain::ids::ConnectRequestId;
use domain::policy;
use domain::timestamp::Timestamp;
use std::time::Duration;
use store::connect_requests;
use uuid::Uuid;

/// Every state of a code that can be stored, with every time at which it came to be.
fn codes(times: &[Timestamp]) -> Vec<Code> {
    let of = |at: Timestamp| {
        [
            Code::Ended { at },
            Code::Stopped { at },
            Code::Refused { at },
            Code::Replaced { at },
            Code::Deleted { at },
        ]
    };
    let mut codes = vec![Code::Usable];
    codes.extend(times.iter().copied().flat_map(of));
    codes
}

#[tokio::test]
async fn bulk_deletion_agrees_with_the_retention_rule_of_the_domain() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("MRN-1").await;
        let browser = clinic.person("Pat", "pat@example.org").await;
        clinic.connect(&browser, &invitation, "Emma").await;
        let store = clinic.services().store();
        let mut tx = store.begin().await.expect("a transaction");
        let sample = connect_requests::get(&mut tx, invitation.id).await;
        let sample = sample.expect("a row").expect("the request");
        let person = sample.request.binding.expect("who connected").person;

        clinic.advance(2 * policy::RETENTION);
        let now = clinic.now();
        let edge = now - policy::RETENTION;
        let second = Duration::from_secs(1);
        let times = [edge - second, edge, edge + second];
        let picked_up = [None, Some(times[0]), Some(times[1]), Some(times[2])];
        // Connected since then; until when, where it is over.
        let connections = [None, Some(None), Some(Some(times[0])), Some(Some(times[2]))];
        let mut all = Vec::new();
        let mut ends = Vec::new();
        for code in codes(&times) {
            for last_at in picked_up {
                for connection in connections {
                    let number = all.len() + 2;
                    let mut stored = sample.clone();
                    stored.request.id = ConnectRequestId(Uuid::from_u128(number as u128));
                    stored.request.external_id = ExternalId::from_stored(format!("MRN-{number}"));
                    stored.code_digest = number.to_be_bytes().to_vec();
                    stored.request.code = code;
                    stored.request.binding = last_at.map(|last_at| Binding { person, last_at });
                    ends.push((stored.request.external_id.to_string(), connection));
                    all.push(stored);
                }
            }
        }
        let inserted = connect_requests::insert_all(&mut tx, &all).await;
        assert!(inserted.expect("rows"));
        tx.commit().await.expect("a commit");
        let at = |time: Timestamp| if clinic.is_postgres() { format!("'{}'", time.rfc3339()) } else { time.micros().to_string() };
        let since = at(edge - policy::RETENTION);
        for (external_id, connection) in ends {
            let Some(until) = connection else { continue };
            let until = until.map_or("null".to_owned(), at);
            let sql = format!(
                "update connect_request set connected_since = {since}, disconnected_at = {until}, \
                 connected_record_id = (select connected_record_id from connect_request where external_id = 'MRN-1') \
                 where external_id = '{external_id}'"
            );
            clinic.database.execute(&sql).await;
        }

        let mut tx = store.begin().await.expect("a transaction");
        let mut expected = Vec::new();
        for stored in &all {
            let id = stored.request.id;
            let request = connect_requests::get(&mut tx, id).await.expect("a row");
            let request = request.expect("the request").request;
            let connected = matches!(request.connection, Connection::Connected { .. });
            let tombstone = matches!(request.code, Code::Replaced { .. } | Code::Deleted { .. });
            if !request.is_past_retention(now) || (connected && !tombstone) {
                expected.push(id);
            }
        }
        connect_requests::purge(&mut tx, now, 10_000).await.expect("a deletion");
        let mut left = Vec::new();
        for stored in &all {
            let found = connect_requests::get(&mut tx, stored.request.id).await;
            left.extend(found.expect("rows").map(|stored| stored.request.id));
        }
        assert!(left.len() < all.len() && !left.is_empty(), "{}", left.len());
        assert_eq!(left, expected);
    })
    .await;
}
