//! Reminders on day 7 and day 21, and the notice after a lock: to whom, when, and never twice.

use crate::support::{Clinic, Invitation, on_each_database};
use domain::clinic_settings::{NO, Setting, YES};
use service::mail::Envelope;
use service::{Administrator, ApplicationChange};
use std::time::Duration;
use tokio::task::JoinSet;

const SECOND: Duration = Duration::from_secs(1);
const DAY: Duration = Duration::from_hours(24);
const REMINDER: &str = "A reminder from Lakeside Clinic";
const NOTICE: &str = "Your code from Lakeside Clinic is locked";

/// What the clock does once a minute.
async fn tick(clinic: &Clinic) -> u64 {
    clinic
        .services()
        .connect_requests()
        .remind(clinic.now())
        .await
        .expect("a tick")
}

async fn mails(clinic: &Clinic, subject: &str) -> Vec<Envelope> {
    let mails = clinic.mail().await.into_iter();
    mails.filter(|mail| mail.mail.subject == subject).collect()
}

async fn reminded(clinic: &Clinic) -> Vec<String> {
    let mails = mails(clinic, REMINDER).await.into_iter();
    mails.map(|mail| mail.to).collect()
}

async fn wrong_three_times(clinic: &Clinic, invitation: &Invitation) {
    let browser = clinic.browser();
    browser
        .post("/connect", &[("code", &invitation.code)])
        .await
        .leads_to("/connect/question");
    for answer in ["one", "two", "three"] {
        browser
            .post("/connect/question", &[("answer", answer)])
            .await;
    }
}

/// Copies of one waiting request, all made in the same instant.
async fn many_waiting(clinic: &Clinic, count: u32) {
    clinic.invite_by_mail("MRN-0", "emma@example.org").await;
    let (id, digest) = if clinic.is_postgres() {
        ("gen_random_uuid()", "decode(md5(number.n::text), 'hex')")
    } else {
        ("randomblob(16)", "randomblob(16)")
    };
    let copied = format!(
        "with recursive number (n) as (select 1 union all select n + 1 from number where n < {}) \
         insert into connect_request (id, application_id, external_id, friendly_name, email, language, answer_mode, \
         answer_edges, wrong_answers, code_digest, code_state, made_at, expires_at) \
         select {id}, application_id, 'MRN-' || number.n, friendly_name, email, language, answer_mode, answer_edges, \
         wrong_answers, {digest}, code_state, made_at, expires_at from connect_request, number",
        count - 1
    );
    clinic.database.execute(&copied).await;
}

#[tokio::test]
async fn who_has_not_used_the_code_is_reminded_on_day_7_and_day_21() {
    on_each_database(async |clinic| {
        let start = clinic.now();
        let invitation = clinic.invite_by_mail("MRN-1", "emma@example.org").await;
        for (after, expected) in [
            ((7 * DAY).checked_sub(SECOND).unwrap(), 0),
            (7 * DAY, 1),
            (20 * DAY, 0),
            ((21 * DAY).checked_sub(SECOND).unwrap(), 0),
            (21 * DAY, 1),
            (27 * DAY, 0),
        ] {
            clinic.set(start + after);
            assert_eq!(tick(clinic).await, expected, "{after:?}");
            assert_eq!(tick(clinic).await, 0, "{after:?}: not twice");
        }
        let mails = mails(clinic, REMINDER).await;
        assert_eq!(mails.len(), 2);
        assert_ne!(mails[0].id, mails[1].id);
        for mail in mails {
            assert_eq!(mail.to, "emma@example.org");
            for secret in [&invitation.code, &invitation.code.replace('-', "")] {
                assert!(!mail.mail.text.contains(secret) && !mail.mail.html.contains(secret));
            }
            assert!(!mail.mail.text.contains("Emma"), "a child's name stays out");
            assert!(mail.mail.text.contains("4 May 2026"), "{}", mail.mail.text);
            assert!(mail.mail.text.contains("Monday 1 June 2026"));
        }
        let desk = clinic.manager().await;
        let page = desk
            .get(&format!("/staff/requests/{}", invitation.id))
            .await;
        assert_eq!(page.text().matches("Reminder sent").count(), 2);
    })
    .await;
}

#[tokio::test]
async fn reminders_skip_used_expired_and_letter_only_codes() {
    on_each_database(async |clinic| {
        let mut all = Vec::new();
        for name in ["connected", "withdrawn", "replaced", "refused", "stopped"] {
            let email = format!("{name}@example.org");
            all.push(clinic.invite_by_mail(name, &email).await);
        }
        clinic.invite("by-letter").await;
        clinic
            .invite_by_mail("waiting", "waiting@example.org")
            .await;
        let [connected, withdrawn, replaced, refused, stopped] = all.as_slice() else {
            panic!("five");
        };
        let browser = clinic.person("Pat", "pat@example.org").await;
        clinic.connect(&browser, connected, "Pat").await;
        clinic.withdraw(withdrawn).await;
        clinic.advance(DAY);
        clinic.reissue(replaced).await;
        let wrong_person = clinic.browser();
        wrong_person
            .post("/connect", &[("code", &refused.code)])
            .await
            .leads_to("/connect/question");
        let refusing = [("choice", "not-me")];
        wrong_person.post("/connect/not-me", &refusing).await;
        wrong_three_times(clinic, stopped).await;
        clinic.advance(6 * DAY);
        tick(clinic).await;
        assert_eq!(reminded(clinic).await, ["waiting@example.org"]);
        // The new code counts its own days.
        clinic.advance(DAY);
        tick(clinic).await;
        assert_eq!(
            reminded(clinic).await,
            ["waiting@example.org", "replaced@example.org"]
        );
    })
    .await;
}

#[tokio::test]
async fn a_reminder_that_waits_while_the_code_is_used_does_not_leave() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite_by_mail("MRN-1", "emma@example.org").await;
        // Digits leave before codes, and the last mail is looked at for them.
        clinic.drain().await;
        clinic.advance(7 * DAY);
        // The account's own digits leave by this worker, so it is made before the reminder is due.
        let browser = clinic.person("Emma", "emma@example.org").await;
        assert_eq!(tick(clinic).await, 1);
        clinic.connect(&browser, &invitation, "Emma").await;
        assert_eq!(reminded(clinic).await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn a_clinic_may_switch_reminders_off() {
    on_each_database(async |clinic| {
        clinic.invite_by_mail("MRN-1", "emma@example.org").await;
        let set = async |reminders| {
            let change = ApplicationChange {
                settings: vec![(Setting::Reminders, if reminders { YES } else { NO }.into())],
                ..ApplicationChange::default()
            };
            let by = Administrator::at_command_line(clinic.application);
            let set = clinic.services().applications().set(by, change).await;
            set.expect("a change");
        };
        set(false).await;
        clinic.advance(7 * DAY);
        assert_eq!(tick(clinic).await, 0);
        set(true).await;
        assert_eq!(tick(clinic).await, 0, "its day has passed");
        clinic.advance(14 * DAY);
        assert_eq!(tick(clinic).await, 1);
        set(false).await;
        assert_eq!(
            reminded(clinic).await,
            Vec::<String>::new(),
            "nor on its way"
        );
    })
    .await;
}

#[tokio::test]
async fn a_code_that_ends_sooner_has_no_later_reminder() {
    on_each_database(async |clinic| {
        let change = ApplicationChange {
            settings: vec![(Setting::LifetimeDays, "6".into())],
            ..ApplicationChange::default()
        };
        let by = Administrator::at_command_line(clinic.application);
        let set = clinic.services().applications().set(by, change).await;
        set.expect("a change");
        clinic.invite_by_mail("MRN-1", "emma@example.org").await;
        clinic.advance(7 * DAY);
        assert_eq!(tick(clinic).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_reminder_that_is_days_late_is_not_sent_at_all() {
    on_each_database(async |clinic| {
        clinic.invite_by_mail("MRN-1", "emma@example.org").await;
        clinic.advance(10 * DAY);
        assert_eq!(tick(clinic).await, 0);
        clinic.advance(11 * DAY);
        assert_eq!(tick(clinic).await, 1, "the next one comes on its day");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_workers_remind_each_patient_once() {
    on_each_database(async |clinic| {
        // More than one batch, in one instant.
        many_waiting(clinic, 450).await;
        clinic.advance(7 * DAY);
        let other = clinic.another_process(service::mail::Transport::None).await;
        let mut tasks = JoinSet::new();
        for services in [clinic.services(), &other.services, clinic.services()] {
            let (services, now) = (services.clone(), clinic.now());
            tasks.spawn(async move {
                services
                    .connect_requests()
                    .remind(now)
                    .await
                    .expect("a tick")
            });
        }
        let queued: u64 = tasks.join_all().await.into_iter().sum();
        assert_eq!(queued, 450);
        let jobs = "select count(distinct connect_request_id) from job where kind = 'reminder'";
        assert_eq!(clinic.database.number(jobs).await, 450);
    })
    .await;
}

#[tokio::test]
async fn who_is_due_is_found_by_an_index() {
    on_each_database(async |clinic| {
        let plan = clinic.database.plan(store::reminders::DUE_STATEMENT).await;
        assert!(plan.contains("connect_request_reminders"), "{plan}");
    })
    .await;
}

#[tokio::test]
async fn a_stopped_code_is_told_to_its_address_once() {
    on_each_database(async |clinic| {
        let by_mail = clinic.invite_by_mail("MRN-1", "emma@example.org").await;
        let by_letter = clinic.invite("MRN-2").await;
        wrong_three_times(clinic, &by_mail).await;
        wrong_three_times(clinic, &by_letter).await;
        let told = mails(clinic, NOTICE).await;
        let [mail] = told.as_slice() else {
            panic!("{} mails", told.len());
        };
        assert_eq!(mail.to, "emma@example.org");
        assert!(!mail.mail.text.contains(&by_mail.code));
        assert!(mail.mail.text.contains("01632 960 123"));
        let desk = clinic.manager().await;
        let page = desk.get(&format!("/staff/requests/{}", by_mail.id)).await;
        page.says("Patient emailed about the locked code");
    })
    .await;
}
