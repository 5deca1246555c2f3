//! What was signed counts once: in every process, until its own time is over.

use crate::support::on_each_database;
use crate::support::platform::{Client, Family, Opening, post, post_to};
use service::mail::Transport;
use std::time::Duration;
use tokio::task::JoinSet;

const HOUR: Duration = Duration::from_hours(1);

const ASKING: &str = "<friendly-name>Emma's record</friendly-name><question>Which two words did we agree on?</question>\
    <answer>Velvet Walnut</answer><external-id>MRN-1</external-id>";

fn renaming(from: &str, to: &str) -> String {
    format!("<old-external-id>{from}</old-external-id><new-external-id>{to}</new-external-id>")
}

#[tokio::test]
async fn a_session_is_opened_once_by_each_signed_content() {
    on_each_database(async |clinic| {
        Client::of(clinic).await;
        let other = clinic.another_process(Transport::None).await;
        for version in [1, 2] {
            let opening = Opening::of(clinic, version, Family::Sha1);
            opening.send(clinic).await.is(0);
            opening.send(clinic).await.is(49);
            post_to(&other.router, opening.body(), None).await.is(49);
            // The signature holds for the content alone, regardless of what is around it.
            let moved = opening.body().replace("<version>2.0.0.0", "<version>3");
            post(clinic, moved, None).await.is(49);
            let forged = Opening {
                forged: true,
                ..Opening::of(clinic, version, Family::Sha1)
            };
            forged.send(clinic).await.is(4);
        }
        // Version 1 signs no time: it is remembered for as long as its certificate lives.
        let opening = Opening::of(clinic, 1, Family::Sha256);
        opening.send(clinic).await.is(0);
        clinic.advance(30 * 24 * HOUR);
        clinic
            .services()
            .installation()
            .clean_up(clinic.now())
            .await
            .expect("cleaned up");
        opening.send(clinic).await.is(49);
    })
    .await;
}

#[tokio::test]
async fn a_signed_change_is_obeyed_once() {
    on_each_database(async |clinic| {
        let client = Client::of(clinic).await;
        let other = clinic.another_process(Transport::None).await;
        let signed = |method, info: &str| client.request(clinic, method, 1, None, info);
        let create = signed("CreateConnectRequest", ASKING);
        let there = signed("UpdateExternalId", &renaming("MRN-1", "MRN-2"));
        let delete = signed(
            "DeletePendingConnectRequest",
            "<external-id>MRN-1</external-id>",
        );
        let send = async |body: &String, code| {
            post(clinic, body.clone(), None).await.is(code);
        };
        send(&create, 0).await;
        send(&there, 0).await;
        // Another call makes way for the first ones to be obeyed again.
        let back = renaming("MRN-2", "MRN-1");
        client
            .call(clinic, "UpdateExternalId", 1, &back)
            .await
            .is(0);
        send(&there, 49).await;
        post_to(&other.router, there.clone(), None).await.is(49);
        send(&delete, 0).await;
        send(&create, 49).await;
        client
            .call(clinic, "CreateConnectRequest", 1, ASKING)
            .await
            .is(0);
        send(&delete, 49).await;
        let waiting = "select count(*) from connect_request where external_id = 'MRN-1'";
        assert!(clinic.database.number(waiting).await > 0);

        // Later its own time refuses it, and nothing of it is kept.
        clinic.advance(HOUR);
        send(&there, 49).await;
        clinic.advance(4 * HOUR);
        clinic
            .services()
            .installation()
            .clean_up(clinic.now())
            .await
            .expect("cleaned up");
        let kept = "select count(*) from signed_call";
        assert_eq!(clinic.database.number(kept).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_call_that_was_refused_and_a_question_may_be_sent_again() {
    on_each_database(async |clinic| {
        let client = Client::of(clinic).await;
        let early = client.request(
            clinic,
            "UpdateExternalId",
            1,
            None,
            &renaming("MRN-1", "MRN-2"),
        );
        post(clinic, early.clone(), None).await.is(74);
        client
            .call(clinic, "CreateConnectRequest", 1, ASKING)
            .await
            .is(0);
        post(clinic, early, None).await.is(0);
        let question = client.request(clinic, "GetAuthorizedConnectRequests", 1, None, "");
        post(clinic, question.clone(), None).await.is(0);
        post(clinic, question, None).await.is(0);
    })
    .await;
}

#[tokio::test]
async fn of_one_signed_call_sent_many_times_at_once_one_is_obeyed() {
    on_each_database(async |clinic| {
        Client::of(clinic).await;
        let other = clinic.another_process(Transport::None).await;
        let opening = Opening::of(clinic, 2, Family::Sha256).body();
        let mut tasks = JoinSet::new();
        for number in 0..10 {
            let router = if number % 2 == 0 {
                clinic.router().clone()
            } else {
                other.router.clone()
            };
            let body = opening.clone();
            tasks.spawn(async move { post_to(&router, body, None).await.code() });
        }
        let mut codes = tasks.join_all().await;
        codes.sort_unstable();
        assert_eq!(codes[0], 0);
        assert!(codes[1..].iter().all(|code| *code == 49), "{codes:?}");
    })
    .await;
}
