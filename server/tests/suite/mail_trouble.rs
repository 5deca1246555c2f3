//! A mail server in every kind of trouble: what is late is tried again, what is refused shows at the desk, and what
//! may have arrived is never sent again by itself.

use crate::support::{Act, Browser, Clinic, Invitation, MailServer, Script, on_each_database};
use server::Assembly;
use server::jobs::LEASE;
use service::mail::{Smtp, Transport};
use std::time::Duration;
use store::jobs::Urgency;
use tokio::sync::watch;

const SECOND: Duration = Duration::from_secs(1);
const DAY: Duration = Duration::from_hours(24);
/// Long enough for a busy machine, short enough for a server that hangs.
const PATIENCE: Duration = Duration::from_secs(2);

/// A worker whose mail leaves by a server that does as it is told.
async fn sending(clinic: &Clinic, server: &MailServer) -> Assembly {
    let url = format!("smtp://127.0.0.1:{}", server.port);
    let smtp = Smtp::parse(&url, "connect.example.org").expect("an address");
    let transport = Transport::Smtp(smtp.with_patience(PATIENCE));
    clinic.another_process(transport).await
}

async fn drain(process: &Assembly) -> u64 {
    process.worker.drain().await.expect("jobs")
}

/// What the desk's list says of the mail of its only request.
async fn at_the_row(desk: &Browser) -> String {
    let page = desk.get("/staff/requests").await;
    page.first("td.sent").unwrap_or_default()
}

async fn page_of(desk: &Browser, invitation: &Invitation) -> crate::support::Page {
    desk.get(&format!("/staff/requests/{}", invitation.id))
        .await
}

async fn state(clinic: &Clinic) -> String {
    let states = clinic.database.texts("select state from job").await;
    states.join(" ")
}

fn header<'a>(mail: &'a str, name: &str) -> &'a str {
    let line = mail.lines().find(|line| line.starts_with(name));
    line.unwrap_or_else(|| panic!("no {name} in {mail}"))
}

#[tokio::test]
async fn what_is_only_late_is_tried_again_and_arrives_once() {
    on_each_database(async |clinic| {
        let server = MailServer::start(&[]).await;
        let process = sending(clinic, &server).await;
        let invitation = clinic.invite_by_mail("MRN-1", "emma@example.org").await;
        assert_eq!(at_the_row(&clinic.manager().await).await, "Email sending");
        let troubles: [Script; 7] = [
            &[("", Act::Say("421 too busy"))],
            &[("MAIL", Act::Say("421 closing"))],
            &[("RCPT", Act::Say("450 greylisted"))],
            &[
                ("EHLO", Act::Say("250-a server\r\n250 STARTTLS")),
                ("STARTTLS", Act::Say("454 no TLS now")),
            ],
            &[("RCPT", Act::Hang)],
            &[("DATA", Act::Drop)],
            &[(".", Act::Say("452 no room"))],
        ];
        for trouble in troubles {
            server.next(trouble);
            assert_eq!(drain(&process).await, 1, "{trouble:?}");
            let desk = clinic.manager().await;
            assert_eq!(state(clinic).await, "queued", "{trouble:?}");
            let row = at_the_row(&desk).await;
            assert_eq!(row, "Email delayed", "{trouble:?}");
            let page = page_of(&desk, &invitation).await;
            page.says("Delayed, still trying");
            page.says("The mail server has not accepted it yet");
            page.says("Details for the person who runs your email");
            clinic.advance(DAY / 4);
        }
        assert_eq!(drain(&process).await, 1);
        let desk = clinic.manager().await;
        assert_eq!(at_the_row(&desk).await, "Email sent");
        let page = page_of(&desk, &invitation).await;
        page.says_nothing_of("Details for the person who runs your email");
        // The one that the server had no room for, and the one it took.
        let mails = server.mails();
        let [refused, taken] = mails.as_slice() else {
            panic!("{} mails", mails.len());
        };
        assert_eq!(header(refused, "Message-ID"), header(taken, "Message-ID"));
        assert!(taken.contains(&invitation.code));
    })
    .await;
}

#[tokio::test]
async fn what_is_refused_for_good_shows_at_the_row_and_is_not_tried_again() {
    let refusals: [Script; 2] = [
        &[("RCPT", Act::Say("550 no such mailbox"))],
        &[(".", Act::Say("554 no such mailbox"))],
    ];
    for refusal in refusals {
        on_each_database(async |clinic| {
            let server = MailServer::start(&[]).await;
            let process = sending(clinic, &server).await;
            let desk = clinic.manager().await;
            let invitation = clinic.invite_by_mail("MRN-1", "emma@example.org").await;
            server.next(refusal);
            assert_eq!(drain(&process).await, 1);
            assert_eq!(state(clinic).await, "bounced");
            assert_eq!(at_the_row(&desk).await, "Delivery failed");
            let page = page_of(&desk, &invitation).await;
            page.says("no such mailbox");
            assert!(
                page.first(".timeline")
                    .is_some_and(|line| line.contains("Email delivery failed"))
            );
            clinic.advance(DAY);
            assert_eq!(drain(&process).await, 0);
        })
        .await;
    }
}

#[tokio::test]
async fn what_may_have_arrived_is_unknown_and_never_sent_again_by_itself() {
    let silences: [Script; 2] = [&[(".", Act::Drop)], &[(".", Act::Hang)]];
    for silence in silences {
        on_each_database(async |clinic| {
            let server = MailServer::start(&[]).await;
            let process = sending(clinic, &server).await;
            let desk = clinic.manager().await;
            let invitation = clinic.invite_by_mail("MRN-1", "emma@example.org").await;
            server.next(silence);
            assert_eq!(drain(&process).await, 1);
            assert_eq!(at_the_row(&desk).await, "Delivery not confirmed");
            let page = page_of(&desk, &invitation).await;
            page.says("Email delivery not confirmed");
            for _ in 0..4 {
                clinic.advance(7 * DAY);
                assert_eq!(drain(&process).await, 0);
            }
            assert_eq!(server.mails().len(), 1);
        })
        .await;
    }
}

#[tokio::test]
async fn a_mail_whose_worker_died_before_handing_it_over_is_sent_by_another() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite_by_mail("MRN-1", "emma@example.org").await;
        let dead = clinic
            .services()
            .outbox()
            .claim(Urgency::ForPatient, LEASE)
            .await
            .expect("a claim");
        assert!(dead.is_some());
        clinic.advance(LEASE.checked_sub(SECOND).unwrap());
        assert_eq!(clinic.drain().await, 0, "the lease still holds");
        clinic.advance(SECOND);
        assert_eq!(clinic.mail().await.len(), 1);
        let desk = clinic.manager().await;
        assert_eq!(at_the_row(&desk).await, "Email sent");
        page_of(&desk, &invitation).await.says("Email sent");
    })
    .await;
}

#[tokio::test]
async fn a_mail_whose_worker_died_while_handing_it_over_is_unknown() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite_by_mail("MRN-1", "emma@example.org").await;
        let claimed = clinic
            .services()
            .outbox()
            .claim(Urgency::ForPatient, LEASE)
            .await
            .expect("a claim");
        let claimed = claimed.expect("a mail");
        let marked = clinic.services().outbox().hand_over_mail(&claimed).await;
        assert!(marked.expect("a mark"));
        clinic.advance(LEASE);
        assert!(clinic.mail().await.is_empty());
        let desk = clinic.manager().await;
        assert_eq!(at_the_row(&desk).await, "Delivery not confirmed");
        let page = page_of(&desk, &invitation).await;
        page.says("Email delivery not confirmed");
    })
    .await;
}

#[tokio::test]
async fn a_worker_that_comes_back_too_late_neither_sends_nor_settles() {
    on_each_database(async |clinic| {
        clinic.invite_by_mail("MRN-1", "emma@example.org").await;
        let services = clinic.services();
        let slow = services
            .outbox()
            .claim(Urgency::ForPatient, LEASE)
            .await
            .expect("a claim");
        let slow = slow.expect("a mail");
        clinic.advance(LEASE);
        let quick = services
            .outbox()
            .claim(Urgency::ForPatient, LEASE)
            .await
            .expect("a claim");
        let quick = quick.expect("the same mail");
        assert_eq!(slow.id, quick.id);
        assert!(
            !services
                .outbox()
                .hand_over_mail(&slow)
                .await
                .expect("an answer")
        );
        let bounced = service::Settled::Bounced {
            failure: "too late".into(),
        };
        services
            .outbox()
            .settle_mail(&slow, &bounced)
            .await
            .expect("ignored");
        assert_eq!(state(clinic).await, "leased");
        assert!(
            services
                .outbox()
                .hand_over_mail(&quick)
                .await
                .expect("an answer")
        );
    })
    .await;
}

#[tokio::test]
async fn a_mail_that_kills_each_worker_is_given_up() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite_by_mail("MRN-1", "emma@example.org").await;
        let mut deaths = 0;
        while clinic
            .services()
            .outbox()
            .claim(Urgency::ForPatient, LEASE)
            .await
            .expect("an answer")
            .is_some()
        {
            deaths += 1;
            clinic.advance(LEASE);
        }
        assert_eq!(deaths, domain::policy::MAIL_TRIES);
        let desk = clinic.manager().await;
        page_of(&desk, &invitation)
            .await
            .says("Email delivery failed");
    })
    .await;
}

/// A worker whose mail server is as patient as the real one, so a silence lasts longer than any test.
async fn sending_patiently(clinic: &Clinic, server: &MailServer) -> Assembly {
    let url = format!("smtp://127.0.0.1:{}", server.port);
    let smtp = Smtp::parse(&url, "connect.example.org").expect("an address");
    clinic.another_process(Transport::Smtp(smtp)).await
}

#[tokio::test]
async fn a_server_that_is_silent_for_one_recipient_holds_no_other_mail() {
    on_each_database(async |clinic| {
        let server = MailServer::start(&[]).await;
        server.next(&[("RCPT", Act::Hang)]);
        let process = sending_patiently(clinic, &server).await;
        for number in 0..6 {
            clinic
                .invite_by_mail(&format!("MRN-{number}"), &format!("p{number}@example.org"))
                .await;
        }
        let (_stop, stopped) = watch::channel(false);
        let worker = tokio::spawn(process.worker.clone().run(stopped));
        server.until(|server| server.mails().len() == 5).await;
        // Which of the four that begin together meets the silence is chance.
        let done = "select count(*) from job where state = 'done'";
        clinic
            .until(async || clinic.database.number(done).await == 5)
            .await;
        let leased = "select count(*) from job where state = 'leased'";
        let leased = clinic.database.number(leased).await;
        assert_eq!(leased, 1, "the silent conversation still goes on");
        worker.abort();
    })
    .await;
}

#[tokio::test]
async fn the_mail_of_a_worker_killed_in_a_talk_is_sent_within_its_lease() {
    on_each_database(async |clinic| {
        let server = MailServer::start(&[]).await;
        server.next(&[("DATA", Act::Hang)]);
        let process = sending_patiently(clinic, &server).await;
        clinic.invite_by_mail("MRN-1", "emma@example.org").await;
        let (_stop, stopped) = watch::channel(false);
        let worker = tokio::spawn(process.worker.clone().run(stopped));
        server.until(|server| server.heard().contains("DATA")).await;
        worker.abort();
        assert!(worker.await.is_err(), "killed in the middle");
        clinic.advance(LEASE.checked_sub(SECOND).unwrap());
        assert_eq!(clinic.drain().await, 0, "the lease still holds");
        clinic.advance(SECOND);
        assert_eq!(clinic.mail().await.len(), 1);
        assert!(server.mails().is_empty(), "it is sent once");
    })
    .await;
}

#[tokio::test]
async fn a_lease_that_is_renewed_is_not_taken_and_a_lost_one_not_renewed() {
    on_each_database(async |clinic| {
        clinic.invite_by_mail("MRN-1", "emma@example.org").await;
        let services = clinic.services();
        let slow = services.outbox().claim(Urgency::ForPatient, LEASE).await;
        let slow = slow.expect("a claim").expect("a mail");
        clinic.advance(LEASE.checked_sub(SECOND).unwrap());
        assert!(
            services
                .outbox()
                .renew(&slow, LEASE)
                .await
                .expect("an answer")
        );
        clinic.advance(LEASE.checked_sub(SECOND).unwrap());
        assert_eq!(clinic.drain().await, 0, "the renewed lease holds");
        clinic.advance(SECOND);
        assert_eq!(clinic.drain().await, 1);
        assert!(
            !services
                .outbox()
                .renew(&slow, LEASE)
                .await
                .expect("an answer")
        );
    })
    .await;
}

#[tokio::test]
async fn a_worker_renews_the_lease_of_a_mail_that_takes_long() {
    on_each_database(async |clinic| {
        let server = MailServer::start(&[]).await;
        server.next(&[("DATA", Act::Hang)]);
        let process = sending_patiently(clinic, &server).await;
        clinic.invite_by_mail("MRN-1", "emma@example.org").await;
        let lease = Duration::from_millis(100);
        let worker = process.worker.clone().with_lease(lease);
        let (_stop, stopped) = watch::channel(false);
        let worker = tokio::spawn(worker.run(stopped));
        server.until(|server| server.heard().contains("DATA")).await;
        let ends = "select cast(leased_until as text) from job";
        let first = clinic.database.texts(ends).await;
        clinic.advance(lease / 2);
        let renewed = async || clinic.database.texts(ends).await != first;
        clinic.until(renewed).await;
        worker.abort();
    })
    .await;
}

#[tokio::test]
async fn a_code_waits_for_none_of_two_hundred_mails_that_strangers_asked_for() {
    on_each_database(async |clinic| {
        clinic.invite_by_mail("MRN-0", "p0@example.org").await;
        let of_strangers = "update job set urgency = 3";
        clinic.database.execute(of_strangers).await;
        let (id, number) = if clinic.is_postgres() {
            ("gen_random_uuid()", "generate_series(1, 199) as number")
        } else {
            (
                "randomblob(16)",
                "(with recursive n(number) as (select 1 union all select number + 1 from n where number < 199) \
                 select number from n)",
            )
        };
        let many = format!(
            "insert into job (id, kind, payload, state, attempts, run_at, made_at, urgency) \
             select {id}, kind, payload, state, attempts, run_at, made_at, urgency from job, {number}"
        );
        clinic.database.execute(&many).await;
        clinic.advance(SECOND);
        let invitation = clinic.invite_by_mail("MRN-1", "emma@example.org").await;
        let services = clinic.services();
        let claimed = services
            .outbox().claim(Urgency::ForPatient, LEASE)
            .await
            .expect("a claim")
            .expect("the code's mail, not one of theirs");
        assert_eq!(claimed.connect_request_id, Some(invitation.id.0));
        let theirs = services.outbox().claim(Urgency::AtScreen, LEASE).await;
        assert!(theirs.expect("a claim").is_some(), "theirs have a turn, too");
    })
    .await;
}
