//! The audit log cannot be shortened unseen: what seals, anchors and a checkpoint each find.

use crate::support::{Clinic, on_each_database};
use service::mail::Transport;
use service::{Break, BrokenChain, CheckpointRejection, Witness};

async fn broken(clinic: &Clinic) -> Vec<BrokenChain> {
    let (_, broken) = clinic.services().audit().verify().await.expect("a walk");
    broken
}

/// What the clinic's own chain is said to lack.
async fn how(clinic: &Clinic) -> Break {
    let broken = broken(clinic).await;
    assert_eq!(broken.len(), 1, "{broken:?}");
    assert_eq!(broken[0].chain, clinic.application.0);
    broken[0].how
}

async fn invite(clinic: &Clinic, numbers: std::ops::Range<u32>) {
    for number in numbers {
        clinic.invite(&format!("MRN-{number}")).await;
    }
}

/// A round of the worker, which anchors the heads.
async fn anchor(clinic: &Clinic) {
    let round = clinic.services().installation().clean_up(clinic.now());
    round.await.expect("a round");
}

async fn checkpoint(clinic: &Clinic) -> String {
    let text = clinic.services().audit().checkpoint().await;
    text.expect("an answer").expect("a sound log")
}

async fn run(clinic: &Clinic, statements: &[&str]) {
    for sql in statements {
        clinic.database.execute(sql).await;
    }
}

const KEEP: [&str; 3] = [
    "create table kept_audit as select * from audit",
    "create table kept_head as select * from audit_head",
    "create table kept_anchor as select * from audit_anchor",
];
const SET_BACK: [&str; 3] = [
    "delete from audit where number > (select last from kept_head where kept_head.chain = audit.chain)",
    "delete from audit_head",
    "insert into audit_head select * from kept_head",
];
const CUT_ANCHORS: &str =
    "delete from audit_anchor where number > (select coalesce(max(number), 0) from kept_anchor)";

#[tokio::test]
async fn twenty_last_records_and_an_older_head_are_found_by_an_anchor() {
    on_each_database(async |clinic| {
        invite(clinic, 0..3).await;
        run(clinic, &KEEP).await;
        invite(clinic, 3..23).await;
        anchor(clinic).await;
        assert!(broken(clinic).await.is_empty());
        run(clinic, &SET_BACK).await;
        let found = how(clinic).await;
        let by_anchor = matches!(found, Break::Behind { by: Witness::Anchor(_), since, .. } if since == clinic.now());
        assert!(by_anchor, "{found:?}");
    })
    .await;
}

#[tokio::test]
async fn a_head_that_was_written_by_hand_is_found_by_its_seal() {
    on_each_database(async |clinic| {
        invite(clinic, 0..23).await;
        run(
            clinic,
            &[
                "delete from audit where number > 3",
                "update audit_head set last = 3, hash = \
                 (select hash from audit where audit.chain = audit_head.chain and number = 3)",
            ],
        )
        .await;
        let found = how(clinic).await;
        assert!(matches!(found, Break::Head { .. }), "{found:?}");
    })
    .await;
}

#[tokio::test]
async fn a_chain_that_is_gone_whole_is_found_and_so_is_a_new_start() {
    on_each_database(async |clinic| {
        invite(clinic, 0..3).await;
        run(clinic, &["delete from audit", "delete from audit_head"]).await;
        assert_eq!(how(clinic).await, Break::NoChain);
        invite(clinic, 3..4).await;
        let found = how(clinic).await;
        assert!(
            matches!(found, Break::Record { number: 1, .. }),
            "{found:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn everything_deleted_is_found_and_stays_found_after_a_restart() {
    on_each_database(async |clinic| {
        invite(clinic, 0..3).await;
        anchor(clinic).await;
        run(
            clinic,
            &[
                "delete from audit",
                "delete from audit_head",
                "delete from audit_anchor",
            ],
        )
        .await;
        clinic.another_process(Transport::None).await;
        assert_eq!(how(clinic).await, Break::NoChain);
        assert_eq!(
            clinic.services().audit().checkpoint().await.expect("none"),
            None
        );
    })
    .await;
}

#[tokio::test]
async fn a_record_edited_removed_or_swapped_is_told_by_its_number() {
    on_each_database(async |clinic| {
        invite(clinic, 0..9).await;
        run(clinic, &KEEP).await;
        for change in [
            &["update audit set outcome = 'sent' where number = 4"][..],
            &["delete from audit where number = 4"],
            &[
                "update audit set number = -4 where number = 4",
                "update audit set number = 4 where number = 6",
                "update audit set number = 6 where number = -4",
            ],
        ] {
            run(clinic, change).await;
            let found = how(clinic).await;
            assert!(
                matches!(
                    found,
                    Break::Record {
                        number: 4,
                        since: Some(_)
                    }
                ),
                "{found:?}"
            );
            run(
                clinic,
                &[
                    "delete from audit",
                    "insert into audit select * from kept_audit",
                ],
            )
            .await;
            assert!(broken(clinic).await.is_empty());
        }
    })
    .await;
}

#[tokio::test]
async fn anchors_that_were_cut_are_missed_by_the_heads_sealed_after() {
    on_each_database(async |clinic| {
        for number in 0..3 {
            invite(clinic, number..number + 1).await;
            anchor(clinic).await;
        }
        invite(clinic, 3..4).await;
        run(clinic, &KEEP).await;
        for (cut, expected, number) in [
            ("delete from audit_anchor where number = 3", "cut", 3),
            ("delete from audit_anchor where number = 2", "altered", 2),
            (
                "update audit_anchor set last = last - 1 where number = 2",
                "altered",
                2,
            ),
            ("delete from audit_anchor", "cut", 3),
        ] {
            run(clinic, &[cut]).await;
            let found = broken(clinic).await;
            let how = match found[..] {
                [
                    BrokenChain {
                        how: Break::Anchors { number, .. },
                        ..
                    },
                ] => ("altered", number),
                [
                    BrokenChain {
                        how: Break::AnchorsCut { number, .. },
                        ..
                    },
                ] => ("cut", number),
                _ => ("not found", 0),
            };
            assert_eq!(how, (expected, number), "{cut}: {found:?}");
            run(
                clinic,
                &[
                    "delete from audit_anchor",
                    "insert into audit_anchor select * from kept_anchor",
                ],
            )
            .await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_whole_log_put_back_is_found_by_a_later_checkpoint_alone() {
    on_each_database(async |clinic| {
        invite(clinic, 0..3).await;
        let early = checkpoint(clinic).await;
        run(clinic, &KEEP).await;
        invite(clinic, 3..6).await;
        let late = checkpoint(clinic).await;
        let against = async |text: &str| {
            let checkpoint = clinic.services().audit().read_checkpoint(text.as_bytes());
            let checkpoint = checkpoint.expect("our own");
            let verified = clinic.services().audit().verify_against(Some(&checkpoint));
            verified.await.expect("a walk").broken
        };
        assert!(against(&early).await.is_empty());
        assert!(against(&late).await.is_empty());
        run(clinic, &SET_BACK).await;
        run(clinic, &[CUT_ANCHORS]).await;
        assert!(broken(clinic).await.is_empty());
        assert!(against(&early).await.is_empty());
        let found: Vec<Break> = against(&late).await.iter().map(|one| one.how).collect();
        let since = clinic.now();
        assert!(
            found.contains(&Break::AnchorOfCheckpoint { number: 2, since }),
            "{found:?}"
        );
        let behind = |how: &Break| {
            matches!(
                how,
                Break::Behind {
                    by: Witness::Checkpoint,
                    ..
                }
            )
        };
        assert!(found.iter().any(behind), "{found:?}");
    })
    .await;
}

#[tokio::test]
async fn what_is_no_checkpoint_of_this_installation_is_refused() {
    on_each_database(async |clinic| {
        invite(clinic, 0..2).await;
        let text = checkpoint(clinic).await;
        let refusal = |bytes: &[u8]| clinic.services().audit().read_checkpoint(bytes).err();
        assert_eq!(refusal(text.as_bytes()), None);
        for shapeless in [
            &b""[..],
            b"\0\xff\xfe\x80",
            b"\nmac ",
            &text.as_bytes()[..text.len() / 2],
        ] {
            assert_eq!(refusal(shapeless), Some(CheckpointRejection::Shape));
        }
        let altered = text.replace("time 2026-05-04", "time 2026-05-03");
        assert_ne!(altered, text);
        assert_eq!(
            refusal(altered.as_bytes()),
            Some(CheckpointRejection::Altered)
        );
        let shortened = &text[..text.len() - 3];
        assert!(refusal(shortened.as_bytes()).is_some());
        let line = text.lines().find(|line| line.starts_with("chain "));
        let without = text.replace(&format!("{}\n", line.expect("a chain")), "");
        assert_eq!(
            refusal(without.as_bytes()),
            Some(CheckpointRejection::Altered)
        );
        let fingerprint = ["installation "];
        let from = text.find(fingerprint[0]).expect("a line") + fingerprint[0].len();
        let mut foreign = text.clone();
        foreign.replace_range(from..from + 64, &"0".repeat(64));
        assert_eq!(
            refusal(foreign.as_bytes()),
            Some(CheckpointRejection::Foreign)
        );
    })
    .await;
}

#[tokio::test]
async fn heads_from_before_there_were_seals_raise_no_alarm() {
    on_each_database(async |clinic| {
        invite(clinic, 0..3).await;
        run(
            clinic,
            &["update audit_head set sealed_at = null, anchor = null, seal = null"],
        )
        .await;
        assert!(!broken(clinic).await.is_empty());
        clinic.another_process(Transport::None).await;
        assert!(broken(clinic).await.is_empty());
        invite(clinic, 3..4).await;
        anchor(clinic).await;
        assert!(broken(clinic).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_disconnect_is_on_the_timeline_of_its_request() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("MRN-1").await;
        let person = clinic.person("Pat", "pat@example.org").await;
        clinic.connect(&person, &invitation, "Emma").await;
        let staff = clinic.manager().await;
        let path = format!("/staff/requests/{}", invitation.id);
        let words = "Disconnected by the patient";
        staff.get(&path).await.says_nothing_of(words);
        let connections = person
            .get("/account")
            .await
            .attributes("input[name=authorization]", "value");
        person
            .post("/account/disconnect", &[("authorization", &connections[0])])
            .await
            .has_status(200);
        staff.get(&path).await.says(words);
    })
    .await;
}
