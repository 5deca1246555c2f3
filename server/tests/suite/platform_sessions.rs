//! Sessions of the XML platform: who gets one, and what ends it.

use crate::support::platform::{
    CERTIFICATE, Client, ELLIPTIC, Family, Opening, SECOND_CERTIFICATE, post,
};
use crate::support::{Clinic, on_each_database};
use domain::ids::ApplicationId;
use service::{Administrator, ApplicationChange, CertificateRejection, Failure};
use std::time::Duration;
use uuid::Uuid;

const HOUR: Duration = Duration::from_hours(1);
const SECOND: Duration = Duration::from_secs(1);

async fn works(clinic: &Clinic, client: &Client) -> u16 {
    client
        .call(clinic, "GetAuthorizedConnectRequests", 1, "")
        .await
        .code()
}

async fn add(clinic: &Clinic, file: &[u8]) -> Result<String, Failure<CertificateRejection>> {
    let added = clinic
        .services()
        .applications()
        .add_certificate(Administrator::at_command_line(clinic.application), file);
    added.await.map(|certificate| certificate.thumbprint)
}

#[tokio::test]
async fn a_session_lives_for_four_hours() {
    on_each_database(async |clinic| {
        let client = Client::of(clinic).await;
        clinic.advance((4 * HOUR).checked_sub(SECOND).unwrap());
        assert_eq!(works(clinic, &client).await, 0);
        clinic.advance(SECOND);
        assert_eq!(works(clinic, &client).await, 65);
        let client = Client::open(clinic, 1, Family::Sha1).await;
        assert_eq!(works(clinic, &client).await, 0);
    })
    .await;
}

#[tokio::test]
async fn only_a_live_certificates_key_opens_a_session_and_failures_are_audited() {
    on_each_database(async |clinic| {
        Client::of(clinic).await;
        let opening = || Opening::of(clinic, 2, Family::Sha256);
        let forged = Opening {
            forged: true,
            ..opening()
        };
        forged.send(clinic).await.is(4);
        let unknown_key = Opening {
            second_key: true,
            ..opening()
        };
        unknown_key.send(clinic).await.is(70);
        let unknown = ApplicationId(Uuid::from_u128(7));
        let nobody = Opening {
            application: unknown,
            ..opening()
        };
        nobody.send(clinic).await.is(6);
        let early = (clinic.now() - HOUR - SECOND).rfc3339();
        let old = Opening {
            signed_at: early,
            ..opening()
        };
        old.send(clinic).await.is(49);
        let late = (clinic.now() + 15 * HOUR).rfc3339();
        let ahead = Opening {
            signed_at: late,
            ..opening()
        };
        ahead.send(clinic).await.is(49);
        let outcomes = clinic
            .database
            .texts(
                "select outcome from audit where action = 'platform-session.open' order by number",
            )
            .await;
        assert_eq!(
            outcomes,
            [
                "opened",
                "bad-signature",
                "no-certificate",
                "stale",
                "stale"
            ]
        );
    })
    .await;
}

#[tokio::test]
async fn certificates_rotate_without_a_pause_and_removal_ends_sessions() {
    on_each_database(async |clinic| {
        let old = Client::of(clinic).await;
        add(clinic, SECOND_CERTIFICATE).await.expect("a second");
        let second = || Opening {
            second_key: true,
            ..Opening::of(clinic, 2, Family::Sha1)
        };
        second().send(clinic).await.is(0);
        assert_eq!(works(clinic, &old).await, 0);
        let listed = clinic
            .services()
            .applications()
            .certificates(Administrator::at_command_line(clinic.application))
            .await
            .expect("a list");
        let thumbprint = listed[0].thumbprint.to_uppercase();
        let removed = clinic.services().applications().remove_certificate(
            Administrator::at_command_line(clinic.application),
            &thumbprint,
            None,
        );
        removed.await.expect("removed");
        assert_eq!(works(clinic, &old).await, 8);
        Opening::of(clinic, 2, Family::Sha1)
            .send(clinic)
            .await
            .is(70);
        second().send(clinic).await.is(0);
    })
    .await;
}

#[tokio::test]
async fn only_certificates_with_an_rsa_key_are_taken_and_none_twice() {
    on_each_database(async |clinic| {
        for file in [
            b"".as_slice(),
            b"-----BEGIN CERTIFICATE-----",
            ELLIPTIC,
            &CERTIFICATE[1..],
        ] {
            let refused = add(clinic, file).await;
            assert!(matches!(
                refused,
                Err(Failure::Rejected(CertificateRejection::Unreadable))
            ));
        }
        add(clinic, CERTIFICATE).await.expect("the first time");
        let again = add(clinic, CERTIFICATE).await;
        assert!(matches!(
            again,
            Err(Failure::Rejected(CertificateRejection::Known))
        ));
    })
    .await;
}

#[tokio::test]
async fn sessions_whose_signature_carries_no_time_can_be_switched_off() {
    on_each_database(async |clinic| {
        Client::of(clinic).await;
        let change = ApplicationChange {
            platform_v1_sessions: Some(false),
            ..ApplicationChange::default()
        };
        let set = clinic
            .services()
            .applications()
            .set(Administrator::at_command_line(clinic.application), change);
        set.await.expect("changed");
        Opening::of(clinic, 1, Family::Sha256)
            .send(clinic)
            .await
            .is(11);
        Opening::of(clinic, 2, Family::Sha256)
            .send(clinic)
            .await
            .is(0);
    })
    .await;
}

#[tokio::test]
async fn what_is_signed_cannot_be_altered_left_out_or_sent_again_late() {
    on_each_database(async |clinic| {
        let client = Client::of(clinic).await;
        let signed = client.request(
            clinic,
            "DeletePendingConnectRequest",
            1,
            None,
            "<external-id>MRN-1</external-id>",
        );
        let send = async |body: String| post(clinic, body, None).await;
        send(signed.replace("MRN-1", "MRN-2")).await.is(4);
        send(signed.replace("<country>US", "<country>GB"))
            .await
            .is(4);
        send(signed.replace("<external-id>", "<external-id >"))
            .await
            .is(4);
        let auth = signed.find("<auth>").expect("auth")..signed.find("</auth>").expect("auth") + 7;
        let without_auth = signed.replace(&signed[auth], "");
        send(without_auth).await.is(4);
        let hash = signed.find("<info-hash>").expect("hash")
            ..signed.find("</info-hash>").expect("hash") + 12;
        let without_hash = signed.replace(&signed[hash], "");
        send(without_hash).await.is(4);
        send(signed.replace("ASAAA", "ASAAB")).await.is(8);
        let other = Client {
            secret: vec![1; 32],
            ..client.clone()
        };
        assert_eq!(works(clinic, &other).await, 4);

        send(signed.clone()).await.is(0);
        clinic.advance(Duration::from_mins(30));
        send(signed.clone()).await.is(0);
        clinic.advance(SECOND);
        send(signed).await.is(49);
    })
    .await;
}

#[tokio::test]
async fn clocks_without_a_zone_and_ahead_of_ours_are_borne() {
    on_each_database(async |clinic| {
        let client = Client::of(clinic).await;
        let at = |time: String| Client {
            sent_at: Some(time),
            ..client.clone()
        };
        let zoneless = clinic.now().rfc3339().trim_end_matches('Z').to_owned();
        assert_eq!(works(clinic, &at(zoneless)).await, 0);
        let ahead = |hours: u32| (clinic.now() + hours * HOUR).rfc3339();
        assert_eq!(works(clinic, &at(ahead(14))).await, 0);
        assert_eq!(works(clinic, &at(ahead(15))).await, 49);
        assert_eq!(works(clinic, &at("soon".into())).await, 69);
    })
    .await;
}

#[tokio::test]
async fn a_signature_may_be_of_either_family_and_is_not_taken_for_the_other() {
    on_each_database(async |clinic| {
        Client::of(clinic).await;
        for version in [1, 2] {
            let newer = Opening {
                signed_with: Family::Sha256,
                ..Opening::of(clinic, version, Family::Sha1)
            };
            newer.send(clinic).await.is(0);
            let forged = Opening {
                forged: true,
                ..newer
            };
            forged.send(clinic).await.is(4);
        }
    })
    .await;
}

#[tokio::test]
async fn a_network_that_fails_too_often_is_refused_and_few_of_it_are_audited() {
    on_each_database(async |clinic| {
        Client::of(clinic).await;
        let forged = || Opening {
            forged: true,
            ..Opening::of(clinic, 2, Family::Sha256)
        };
        for _ in 0..20 {
            forged().send(clinic).await.is(4);
        }
        forged().send(clinic).await.is(75);
        let right = || Opening::of(clinic, 2, Family::Sha256);
        right().send(clinic).await.is(75);
        let rows = async || clinic.database.number("select count(*) from audit").await;
        let audited = rows().await;
        forged().send(clinic).await.is(75);
        assert_eq!(rows().await, audited);
        clinic.advance(Duration::from_secs(6));
        right().send(clinic).await.is(0);
        let outcomes = clinic
            .database
            .texts(
                "select outcome from audit where action = 'platform-session.open' order by number",
            )
            .await;
        let mut expected = vec!["opened"];
        expected.extend(["bad-signature"; 9]);
        expected.extend(["more-not-recorded", "opened"]);
        assert_eq!(outcomes, expected);

        clinic.advance(HOUR);
        forged().send(clinic).await.is(4);
        let failed = "select count(*) from audit where outcome = 'bad-signature'";
        assert_eq!(clinic.database.number(failed).await, 10);
    })
    .await;
}
