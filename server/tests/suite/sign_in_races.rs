//! Proofs that something overtook between their steps: the end of all sessions ends these, too.

use crate::support::{Browser, Clinic, PASSWORD, Page, Phone, on_each_database};
use domain::clinic_settings::{Setting, YES};
use domain::ids::{PersonId, StaffId};
use domain::staff::Role;
use service::mail::Transport;
use service::{
    Administrator, ApplicationChange, AuthorizeRejection, ChangeRejection, Decision, Failure, Flow,
    RecordChange, RecordChoice, Seen, SignedInPerson, Stage,
};
use std::time::Duration;

const KIM: &str = "kim@clinic.example";
const PAT: &str = "pat@example.org";
const NEW: &str = "velvet walnut ladder";
const MINUTE: Duration = Duration::from_mins(1);

/// Kim, at a clinic that asks for an authenticator.
async fn kim(clinic: &Clinic) -> StaffId {
    let kim = clinic.colleague("Kim", KIM, Role::FrontDesk).await;
    let change = ApplicationChange {
        settings: vec![(Setting::StaffAuthenticator, YES.into())],
        ..ApplicationChange::default()
    };
    let by = Administrator::at_command_line(clinic.application);
    let set = clinic.services().applications().set(by, change);
    set.await.expect("set");
    kim
}

async fn sign_in(browser: &Browser, email: &str) -> Page {
    let door = if email == PAT {
        "/sign-in"
    } else {
        "/staff/sign-in"
    };
    let pair = [("email", email), ("password", PASSWORD)];
    browser.post(door, &pair).await
}

/// A browser whose password was right, and nothing more.
async fn half(clinic: &Clinic, leads_to: &str) -> Browser {
    let browser = clinic.browser();
    sign_in(&browser, KIM).await.leads_to(leads_to);
    browser
}

/// Kim's phone, and the browser that they set it up with.
async fn phone(clinic: &Clinic) -> (Phone, Browser) {
    let browser = half(clinic, "/staff/authenticator").await;
    let (phone, _) = Phone::set_up(clinic, &browser).await;
    clinic.advance(MINUTE);
    (phone, browser)
}

/// Kim chooses another password by a link that their manager sent.
async fn new_password(clinic: &Clinic, kim: StaffId) {
    let by = Administrator::at_command_line(clinic.application);
    let sent = clinic.services().staff().send_new_password(by, kim);
    sent.await.expect("a link");
    let link = clinic.mailed_link(KIM, "/staff/join/").await;
    let token = link.rsplit('/').next().expect("a token");
    let accepted = clinic.services().staff().accept_invitation(token, NEW);
    accepted.await.expect("accepted");
}

/// Has a statement run in the middle of another's transaction: where it writes this row.
async fn meanwhile(clinic: &Clinic, table: &str, when: &str, statement: &str) {
    let sql = if clinic.is_postgres() {
        format!(
            "create function meanwhile() returns trigger language plpgsql as \
            $$ begin {statement}; return new; end $$; \
            create trigger meanwhile after insert on {table} for each row {when} execute function meanwhile()"
        )
    } else {
        format!("create trigger meanwhile after insert on {table} {when} begin {statement}; end")
    };
    clinic.database.execute(&sql).await;
}

async fn over(clinic: &Clinic, table: &str) {
    let sql = if clinic.is_postgres() {
        format!("drop trigger meanwhile on {table}; drop function meanwhile()")
    } else {
        "drop trigger meanwhile".to_owned()
    };
    clinic.database.execute(&sql).await;
}

async fn hash_of(clinic: &Clinic, table: &str, email: &str) -> String {
    let sql = format!("select password_hash from {table} where email_key = '{email}'");
    clinic.database.texts(&sql).await.concat()
}

#[tokio::test]
async fn a_half_finished_sign_in_ends_with_a_new_password() {
    on_each_database(async |clinic| {
        let kim = kim(clinic).await;
        let (phone, _) = phone(clinic).await;
        let other = clinic.another_process(Transport::None).await;
        let thief = half(clinic, "/staff/sign-in/code").await;
        new_password(clinic, kim).await;
        let code = phone.code(clinic);
        let there = thief.at(&other.router);
        let page = there.post("/staff/sign-in/code", &[("code", &code)]).await;
        page.leads_to("/staff/sign-in");
        thief
            .get("/staff/requests")
            .await
            .leads_to("/staff/sign-in");
    })
    .await;
}

#[tokio::test]
async fn a_half_finished_sign_in_ends_with_a_reset_authenticator() {
    on_each_database(async |clinic| {
        kim(clinic).await;
        phone(clinic).await;
        let other = clinic.another_process(Transport::None).await;
        let thief = half(clinic, "/staff/sign-in/code").await;
        let reset = clinic.services().staff().reset_authenticator_by_email(KIM);
        reset.await.expect("reset");
        let there = thief.at(&other.router);
        let page = there.get("/staff/authenticator").await;
        page.leads_to("/staff/sign-in");
        half(clinic, "/staff/authenticator").await;
    })
    .await;
}

#[tokio::test]
async fn an_authenticator_is_not_set_up_after_a_new_password() {
    on_each_database(async |clinic| {
        let kim = kim(clinic).await;
        let thief = half(clinic, "/staff/authenticator").await;
        let phone = Phone::scan(&thief.get("/staff/authenticator").await);
        new_password(clinic, kim).await;
        let code = phone.code(clinic);
        let page = thief.post("/staff/authenticator", &[("code", &code)]).await;
        page.leads_to("/staff/sign-in");
        let count = "select count(*) from authenticator";
        assert_eq!(clinic.database.number(count).await, 0);
    })
    .await;
}

#[tokio::test]
async fn the_secret_of_an_authenticator_is_another_after_a_new_password() {
    on_each_database(async |clinic| {
        clinic.colleague("Kim", KIM, Role::FrontDesk).await;
        let desk = clinic.at_the_desk(KIM).await;
        let seen = Phone::scan(&desk.get("/staff/authenticator").await);
        let fields = [("old_password", PASSWORD), ("new_password", NEW)];
        let page = desk.post("/staff/account/password", &fields).await;
        page.leads_to("/staff/account?changed=yes");
        let page = desk.get("/staff/authenticator").await;
        assert_ne!(Phone::scan(&page).code(clinic), seen.code(clinic));
    })
    .await;
}

#[tokio::test]
async fn a_code_that_a_new_password_overtakes_signs_no_one_in() {
    on_each_database(async |clinic| {
        kim(clinic).await;
        let (phone, _) = phone(clinic).await;
        let thief = half(clinic, "/staff/sign-in/code").await;
        let statement =
            format!("update staff set session_round = session_round + 1 where email_key = '{KIM}'");
        meanwhile(clinic, "sign_in_try", "", &statement).await;
        let code = phone.code(clinic);
        let page = thief.post("/staff/sign-in/code", &[("code", &code)]).await;
        page.leads_to("/staff/sign-in");
        over(clinic, "sign_in_try").await;
    })
    .await;
}

#[tokio::test]
async fn a_sign_in_that_a_new_password_overtakes_is_refused() {
    on_each_database(async |clinic| {
        clinic.colleague("Kim", KIM, Role::FrontDesk).await;
        clinic.person("Pat", PAT).await;
        for (table, email) in [("staff", KIM), ("person", PAT)] {
            let statement = format!(
                "update {table} set password_hash = 'another', session_round = session_round + 1 \
                where email_key = '{email}'"
            );
            meanwhile(clinic, "sign_in_try", "", &statement).await;
            let page = sign_in(&clinic.browser(), email).await;
            page.has_status(422);
            over(clinic, "sign_in_try").await;
            assert_eq!(hash_of(clinic, table, email).await, "another");
        }
    })
    .await;
}

#[tokio::test]
async fn a_hash_made_anew_takes_the_place_of_the_verified_one_alone() {
    on_each_database(async |clinic| {
        clinic.colleague("Kim", KIM, Role::FrontDesk).await;
        clinic.person("Pat", PAT).await;
        for (table, email) in [("staff", KIM), ("person", PAT)] {
            // The same numbers in another order are not written by today's rule.
            let outdate = format!(
                "update {table} set password_hash = \
                replace(password_hash, 'm=19456,t=2,p=1', 't=2,m=19456,p=1')"
            );
            clinic.database.execute(&outdate).await;
            let page = sign_in(&clinic.browser(), email).await;
            page.has_status(303);
            let renewed = hash_of(clinic, table, email).await;
            assert!(renewed.contains("m=19456,t=2,p=1"), "{renewed}");

            clinic.database.execute(&outdate).await;
            let statement =
                format!("update {table} set password_hash = 'another' where email_key = '{email}'");
            meanwhile(clinic, "sign_in_try", "", &statement).await;
            sign_in(&clinic.browser(), email).await;
            over(clinic, "sign_in_try").await;
            assert_eq!(hash_of(clinic, table, email).await, "another");
        }
    })
    .await;
}

/// All that a password proven once more leads to, while another session changes the password right after the proof.
#[tokio::test]
async fn a_proven_password_counts_for_nothing_once_it_is_changed() {
    on_each_database(async |clinic| {
        clinic.colleague("Kim", KIM, Role::FrontDesk).await;
        let desk = clinic.at_the_desk(KIM).await;
        let (_, recovery) = Phone::set_up(clinic, &desk).await;
        let thief = desk.stolen();
        let phone = Phone::scan(&thief.get("/staff/authenticator").await);
        let count = "select count(*) from authenticator";
        let codes = "select count(*) from audit where action = 'staff.renew-recovery-codes'";
        let statement = format!(
            "update staff set session_round = session_round + 1, password_hash = 'another' where email_key = '{KIM}'"
        );
        let before = hash_of(clinic, "staff", KIM).await;
        let code = phone.code(clinic);
        let new_secret = [
            ("code", code.as_str()),
            ("password", PASSWORD),
            ("current_code", recovery[0].as_str()),
        ];
        let new_password = [("old_password", PASSWORD), ("new_password", NEW)];
        let new_codes = [
            ("recovery_password", PASSWORD),
            ("recovery_code", recovery[1].as_str()),
        ];
        for (path, fields) in [
            ("/staff/account/password", &new_password[..]),
            ("/staff/authenticator", &new_secret[..]),
            ("/staff/account/recovery-codes", &new_codes[..]),
        ] {
            let when = "when (new.action = 'staff.prove-password')";
            meanwhile(clinic, "audit", when, &statement).await;
            let page = thief.post(path, fields).await;
            over(clinic, "audit").await;
            assert_ne!(page.status, 200, "{path}");
            assert_eq!(hash_of(clinic, "staff", KIM).await, "another", "{path}");
            assert_eq!(clinic.database.number(codes).await, 0, "{path}");
            let back = format!(
                "update staff set session_round = session_round - 1, password_hash = '{before}'"
            );
            clinic.database.execute(&back).await;
        }
        let replaced = "select count(*) from audit where action = 'staff.set-authenticator' and outcome = 'replaced'";
        assert_eq!(clinic.database.number(replaced).await, 0);
        assert_eq!(clinic.database.number(count).await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_changed_password_ends_the_links_to_a_new_one() {
    on_each_database(async |clinic| {
        let kim = clinic.colleague("Kim", KIM, Role::FrontDesk).await;
        let desk = clinic.at_the_desk(KIM).await;
        let by = Administrator::at_command_line(clinic.application);
        let sent = clinic.services().staff().send_new_password(by, kim);
        sent.await.expect("a link");
        let fields = [("old_password", PASSWORD), ("new_password", NEW)];
        let page = desk.post("/staff/account/password", &fields).await;
        page.leads_to("/staff/account?changed=yes");
        let open = "select count(*) from invitation where state = 'open'";
        assert_eq!(clinic.database.number(open).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_reactivated_colleague_begins_with_the_password() {
    on_each_database(async |clinic| {
        clinic.colleague("Kim", KIM, Role::FrontDesk).await;
        let desk = clinic.at_the_desk(KIM).await;
        for disabled in [true, false] {
            let set = clinic
                .services()
                .staff()
                .set_disabled_by_email(KIM, disabled);
            set.await.expect("set");
        }
        desk.get("/staff/requests").await.leads_to("/staff/sign-in");
        clinic.at_the_desk(KIM).await;
    })
    .await;
}

#[tokio::test]
async fn a_persons_sessions_end_with_their_round() {
    on_each_database(async |clinic| {
        let here = clinic.person("Pat", PAT).await;
        let other = clinic.another_process(Transport::None).await;
        here.at(&other.router).get("/account").await.has_status(200);
        let end = "update person set session_round = session_round + 1";
        clinic.database.execute(end).await;
        for browser in [here.clone(), here.at(&other.router)] {
            browser.get("/account").await.leads_to("/sign-in");
            let page = browser.post("/account/disconnect", &[]).await;
            page.leads_to("/sign-in");
            browser.get("/sign-in").await.has_status(200);
        }
        sign_in(&here, PAT).await.leads_to("/account");
        here.get("/account").await.has_status(200);
    })
    .await;
}

/// A session whose page was let through, and that a new password overtakes before it acts.
#[tokio::test]
async fn a_person_whose_session_was_ended_neither_connects_nor_disconnects() {
    on_each_database(async |clinic| {
        let browser = clinic.person("Pat", PAT).await;
        let first = clinic.invite("MRN-1").await;
        clinic.connect(&browser, &first, "Emma").await;
        let id = "select cast(id as text) from person";
        let person = if clinic.is_postgres() {
            clinic.database.texts(id).await.concat()
        } else {
            let hex = clinic.database.texts("select hex(id) from person").await;
            uuid::Uuid::parse_str(&hex.concat())
                .expect("an id")
                .to_string()
        };
        let person: PersonId = person.parse().expect("an id");
        let services = clinic.services();
        let account = services.people().account(person).await.expect("a database");
        let connection = account.expect("an account").connections[0].authorization.id;
        let ended = SignedInPerson { person, round: 0 };
        let second = clinic.invite("MRN-2").await;
        let record = RecordChoice::New {
            name: "Oskar".into(),
        };
        let flow = Flow {
            id: uuid::Uuid::from_u128(9),
            request: second.id,
            stage: Stage::Answered {
                at: clinic.now(),
                choice: Some(record.clone()),
                all_the_same: false,
            },
        };
        let decision = Decision {
            choice: &record,
            optional_rules: &[],
            all_the_same: false,
            seen: Seen::sent("no page"),
        };
        let end = "update person set session_round = session_round + 1";
        clinic.database.execute(end).await;
        let before = clinic.events().await.len();
        let connected = services.journey().authorize(&flow, ended, &decision).await;
        assert!(matches!(
            connected,
            Err(Failure::Rejected(AuthorizeRejection::SignedOut))
        ));
        let change = RecordChange {
            letter: first.id,
            choice: &record,
            all_the_same: true,
            seen: Seen::sent("no page"),
        };
        let changed = services
            .journey()
            .change_record(ended, connection, &change)
            .await;
        assert!(matches!(
            changed,
            Err(Failure::Rejected(ChangeRejection::SignedOut))
        ));
        let gone = services.people().disconnect(ended, connection).await;
        assert!(gone.expect("a database").is_none());
        assert_eq!(clinic.events().await.len(), before);
        let again = SignedInPerson { person, round: 1 };
        let gone = services.people().disconnect(again, connection).await;
        assert!(gone.expect("a database").is_some());
    })
    .await;
}
