//! What happens without anyone asking: mail by leases, and what the clock ends and deletes.

use crate::support::{Clinic, Invitation, PASSWORD, on_each_database};
use domain::event::EventKind;
use domain::policy::MAIL_TRIES;
use server::Assembly;
use service::SignedInPerson;
use service::mail::{Folder, Memory, Transport};
use std::time::Duration;
use tokio::task::JoinSet;

const SECOND: Duration = Duration::from_secs(1);
const MINUTE: Duration = Duration::from_mins(1);
const DAY: Duration = Duration::from_hours(24);

async fn states(clinic: &Clinic) -> Vec<String> {
    clinic
        .database
        .texts("select state from job order by id")
        .await
}

async fn drain(process: &Assembly) -> u64 {
    process.worker.drain().await.expect("jobs")
}

/// What the desk's list says of a request's mail.
async fn at_the_desk(clinic: &Clinic, path: &str) -> crate::support::Page {
    let desk = clinic.browser();
    let pair = [("email", "robin@clinic.example"), ("password", PASSWORD)];
    desk.post("/staff/sign-in", &pair).await.leads_to("/staff");
    desk.get(path).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_workers_send_each_mail_once() {
    on_each_database(async |clinic| {
        for number in 0..12 {
            clinic
                .invite_by_mail(&format!("MRN-{number}"), &format!("p{number}@example.org"))
                .await;
        }
        let memory = Memory::default();
        let other = clinic
            .another_process(Transport::Memory(memory.clone()))
            .await;
        let mut tasks = JoinSet::new();
        for worker in [
            &clinic.assembly.worker,
            &other.worker,
            &clinic.assembly.worker,
            &other.worker,
        ] {
            let worker = worker.clone();
            tasks.spawn(async move { worker.drain().await.expect("jobs") });
        }
        let done: u64 = tasks.join_all().await.into_iter().sum();
        assert_eq!(done, 12);
        let mut to: Vec<_> = clinic
            .mail()
            .await
            .into_iter()
            .chain(memory.sent())
            .map(|mail| mail.to)
            .collect();
        to.sort();
        to.dedup();
        assert_eq!(to.len(), 12);
        assert_eq!(states(clinic).await, ["done"; 12]);
    })
    .await;
}

#[tokio::test]
async fn a_mail_that_cannot_leave_is_tried_again_ever_later_and_then_given_up() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite_by_mail("MRN-1", "emma@example.org").await;
        // A file is where the folder should be: every try fails, as on a full disk.
        let place = clinic.folder.join("no-folder");
        std::fs::write(&place, "").expect("a file");
        let process = clinic
            .another_process(Transport::File(Folder::new(place)))
            .await;
        let mut waited = Duration::ZERO;
        for attempt in 1..=MAIL_TRIES {
            assert_eq!(drain(&process).await, 1, "attempt {attempt}");
            assert_eq!(drain(&process).await, 0, "not again at once");
            if attempt < MAIL_TRIES {
                assert_eq!(states(clinic).await, ["queued"]);
                let pause = (MINUTE * 2_u32.pow(attempt - 1)).min(240 * MINUTE);
                clinic.advance(pause.checked_sub(SECOND).unwrap());
                assert_eq!(drain(&process).await, 0, "attempt {attempt} came too early");
                clinic.advance(pause / 4 + SECOND);
                waited += pause;
            }
        }
        assert!(waited > DAY, "{waited:?} without the jitter");
        assert_eq!(states(clinic).await, ["dead"]);
        clinic.advance(30 * DAY / 2);
        assert_eq!(drain(&process).await, 0);
        let page = at_the_desk(clinic, &format!("/staff/requests/{}", invitation.id)).await;
        page.says("The mail server rejected it");
    })
    .await;
}

#[tokio::test]
async fn a_waiting_mail_is_sent_once_its_obstacle_is_gone() {
    on_each_database(async |clinic| {
        clinic.invite_by_mail("MRN-1", "emma@example.org").await;
        let place = clinic.folder.join("mail");
        std::fs::write(&place, "").expect("a file");
        let process = clinic
            .another_process(Transport::File(Folder::new(place.clone())))
            .await;
        assert_eq!(drain(&process).await, 1);
        std::fs::remove_file(&place).expect("removed");
        clinic.advance(2 * MINUTE);
        assert_eq!(drain(&process).await, 1);
        assert_eq!(states(clinic).await, ["done"]);
        assert_eq!(std::fs::read_dir(&place).expect("a folder").count(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_refused_mail_shows_at_the_desk_and_can_be_sent_to_a_better_address() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite_by_mail("MRN-1", "emma@example.org").await;
        let process = clinic.another_process(Transport::None).await;
        assert_eq!(drain(&process).await, 1);
        assert_eq!(states(clinic).await, ["bounced"]);
        at_the_desk(clinic, "/staff/requests")
            .await
            .says("Delivery failed");

        clinic.advance(SECOND);
        let desk = clinic.desk();
        let sent = clinic.services().connect_requests().send_mail(
            desk,
            invitation.id,
            "emma@new.example.org",
        );
        sent.await.expect("queued");
        let mail = clinic.last_mail_to("emma@new.example.org").await;
        assert!(mail.mail.text.contains(&invitation.code));
        at_the_desk(clinic, "/staff/requests")
            .await
            .says_nothing_of("Email delivery failed");
    })
    .await;
}

#[tokio::test]
async fn a_mail_whose_code_died_while_it_waited_is_not_sent() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite_by_mail("MRN-1", "emma@example.org").await;
        clinic.withdraw(&invitation).await;
        assert!(clinic.mail().await.is_empty());
        let page = at_the_desk(clinic, &format!("/staff/requests/{}", invitation.id)).await;
        page.says("Email not sent, because the code no longer worked");
        let counted = "select count(*) from result_tally where what = 'sent'";
        assert_eq!(clinic.database.number(counted).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_mail_leaves_nothing_of_itself_in_its_job() {
    on_each_database(async |clinic| {
        clinic.invite_by_mail("MRN-1", "emma@example.org").await;
        clinic.drain().await;
        assert_eq!(
            clinic
                .database
                .number("select count(*) from job where length(payload) > 0")
                .await,
            0
        );
    })
    .await;
}

/// The table of requests, by their state in it.
async fn requests(clinic: &Clinic) -> i64 {
    clinic
        .database
        .number("select count(*) from connect_request")
        .await
}

async fn clean_up(clinic: &Clinic) -> (u64, u64) {
    let done = clinic
        .services()
        .installation()
        .clean_up(clinic.now())
        .await
        .expect("cleaned up");
    (done.expired, done.purged)
}

async fn stop(clinic: &Clinic, invitation: &Invitation) {
    let browser = clinic.browser();
    browser
        .post("/connect", &[("code", &invitation.code)])
        .await
        .leads_to("/connect/question");
    for wrong in ["one one", "two two", "three three"] {
        browser
            .post("/connect/question", &[("answer", wrong)])
            .await;
    }
}

#[tokio::test]
async fn each_kind_of_request_is_kept_its_ninety_days_and_no_longer() {
    on_each_database(async |clinic| {
        let (start, end) = (clinic.now(), clinic.code_end());
        let waiting = clinic.invite("waiting").await;
        let connected = clinic.invite("connected").await;
        let stopped = clinic.invite("stopped").await;
        let replaced = clinic.invite("replaced").await;
        let withdrawn = clinic.invite("withdrawn").await;
        clinic.advance(DAY);
        stop(clinic, &stopped).await;
        clinic.reissue(&replaced).await;
        clinic.withdraw(&withdrawn).await;
        clinic.advance(DAY);
        let browser = clinic.person("Pat", "pat@example.org").await;
        clinic.connect(&browser, &connected, "Emma").await;
        let authorized = clinic.events().await;
        let authorized = authorized.into_iter().find_map(|event| event.person);
        let person = authorized.expect("somebody who connected");
        assert_eq!(requests(clinic).await, 6);

        clinic.set(end - SECOND);
        assert_eq!(clean_up(clinic).await, (0, 0));
        clinic.set(end);
        assert_eq!(clean_up(clinic).await, (1, 0), "the waiting one ends");
        assert_eq!(clean_up(clinic).await, (0, 0), "once");
        clinic.set(end + DAY);
        assert_eq!(clean_up(clinic).await, (1, 0), "the reissued one ends");

        clinic.set(start + 91 * DAY - SECOND);
        assert_eq!(clean_up(clinic).await, (0, 0));
        clinic.set(start + 91 * DAY);
        assert_eq!(
            clean_up(clinic).await,
            (0, 3),
            "stopped, and the tombstones of replaced and withdrawn"
        );
        clinic.set(start + 92 * DAY - SECOND);
        assert_eq!(clean_up(clinic).await, (0, 0));
        clinic.set(start + 92 * DAY);
        assert_eq!(
            clean_up(clinic).await,
            (1, 0),
            "the code of the connected one ends, its request stays"
        );
        clinic.set(end + 90 * DAY);
        assert_eq!(clean_up(clinic).await, (0, 1), "the one that had waited");
        clinic.set(end + 91 * DAY);
        assert_eq!(clean_up(clinic).await, (0, 1));
        assert_eq!(requests(clinic).await, 1);

        let account = clinic
            .services()
            .people()
            .account(person)
            .await
            .expect("a database");
        let connection = &account.expect("an account").connections[0].authorization;
        let by = SignedInPerson { person, round: 0 };
        let ended = clinic
            .services()
            .people()
            .disconnect(by, connection.id)
            .await;
        assert!(ended.expect("a database").is_some());
        assert_eq!(
            clinic.event_kinds().await,
            [
                EventKind::Stopped,
                EventKind::Authorized,
                EventKind::Expired,
                EventKind::Expired,
                EventKind::Disconnected
            ]
        );
        clinic.set(end + (91 + 90) * DAY - SECOND);
        assert_eq!(clean_up(clinic).await, (0, 0));
        clinic.set(end + (91 + 90) * DAY);
        assert_eq!(clean_up(clinic).await, (0, 1), "90 days after the end");
        assert_eq!(requests(clinic).await, 0);

        let again = clinic.browser();
        let page = again.post("/connect", &[("code", &waiting.code)]).await;
        page.has_status(422);
        page.says("We do not recognise this code");
        let connections = "select count(*) from connection where external_id = 'connected'";
        assert_eq!(
            clinic.database.number(connections).await,
            1,
            "the connection outlives its request"
        );
    })
    .await;
}

#[tokio::test]
async fn a_dead_codes_secrets_are_wiped_and_a_tombstone_keeps_its_page() {
    on_each_database(async |clinic| {
        let withdrawn = clinic.invite("withdrawn").await;
        let stopped = clinic.invite("stopped").await;
        clinic.withdraw(&withdrawn).await;
        stop(clinic, &stopped).await;
        let sealed = "select count(*) from connect_request where code_sealed is not null";
        assert_eq!(clinic.database.number(sealed).await, 0);
        assert_eq!(
            clinic
                .database
                .number("select count(*) from answer_try")
                .await,
            0
        );
        let challenge = "select count(*) from connect_request where external_id = 'withdrawn' \
            and (answer_hash is not null or question is not null)";
        assert_eq!(clinic.database.number(challenge).await, 0);
        clinic.advance((90 * DAY).checked_sub(SECOND).unwrap());
        clean_up(clinic).await;
        let browser = clinic.browser();
        browser
            .post("/connect", &[("code", &withdrawn.code)])
            .await
            .leads_to("/connect/question");
        browser
            .get("/connect/question")
            .await
            .says("has cancelled this code");
    })
    .await;
}

#[tokio::test]
async fn what_is_made_is_connected_ended_or_deleted_to_the_unit() {
    on_each_database(async |clinic| {
        let browser = clinic.person("Pat", "pat@example.org").await;
        let (mut connected, mut withdrawn) = (0, 0);
        for number in 0..30 {
            let invitation = clinic.invite(&format!("MRN-{number}")).await;
            if number % 3 == 0 {
                let record = format!("Emma {number}");
                clinic.connect(&browser, &invitation, &record).await;
                connected += 1;
            } else if number % 5 == 0 {
                clinic.withdraw(&invitation).await;
                withdrawn += 1;
            }
        }
        clinic.set(clinic.code_end());
        let (expired, purged) = clean_up(clinic).await;
        assert_eq!((expired + connected + withdrawn, purged), (30, 0));
        clinic.advance(62 * DAY);
        assert_eq!(clean_up(clinic).await, (connected, withdrawn));
        clinic.advance(28 * DAY);
        assert_eq!(clean_up(clinic).await, (0, expired));
        let kept = u64::try_from(requests(clinic).await).expect("a count");
        assert_eq!(kept, connected, "kept while their patients are connected");
        let kinds = clinic.event_kinds().await;
        let count = |wanted| kinds.iter().filter(|kind| **kind == wanted).count() as u64;
        assert_eq!(count(EventKind::Authorized), connected);
        assert_eq!(count(EventKind::Expired), expired);
    })
    .await;
}

#[tokio::test]
async fn sessions_and_waiting_accounts_are_deleted_when_they_are_over() {
    on_each_database(async |clinic| {
        let browser = clinic.browser();
        let details = [
            ("name", "Pat"),
            ("email", "pat@example.org"),
            ("password", PASSWORD),
        ];
        browser
            .post("/create-account", &details)
            .await
            .leads_to("/create-account");
        for table in ["session", "sign_up"] {
            assert_eq!(
                clinic
                    .database
                    .number(&format!("select count(*) from {table}"))
                    .await,
                1
            );
        }
        clinic.advance(2 * DAY);
        clean_up(clinic).await;
        for table in ["session", "sign_up", "throttle"] {
            assert_eq!(
                clinic
                    .database
                    .number(&format!("select count(*) from {table}"))
                    .await,
                0,
                "{table}"
            );
        }
    })
    .await;
}
