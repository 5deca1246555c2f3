//! The list of requests, and what the desk changes of whom a request belongs to.

use crate::support::{ANSWER, Browser, Clinic, Page, QUESTION, on_each_database};
use domain::connect_request::{Listed, Standing};
use domain::external_id::ExternalId;
use domain::new_request::Draft;
use domain::policy;
use service::mail::Transport;
use service::{Failure, Filter, RenameRejection, Settled};
use std::time::Duration;
use store::jobs::Urgency;
use tokio::task::JoinSet;

const DAY: Duration = Duration::from_hours(24);

/// A request of a patient with this name.
async fn invite(clinic: &Clinic, external_id: &str, name: &str) {
    let draft = Draft {
        external_id: external_id.into(),
        friendly_name: name.into(),
        question: QUESTION.into(),
        answer: ANSWER.into(),
        ..Draft::default()
    };
    let made = clinic
        .services()
        .connect_requests()
        .create(clinic.desk(), &draft, None);
    made.await.expect("a request");
    clinic.advance(Duration::from_secs(1));
}

/// The patients' ids of a page, in its order.
fn ids(page: &Page) -> Vec<String> {
    page.texts("tbody th span")
}

async fn search(desk: &Browser, state: &str, words: &str) -> Vec<String> {
    let query = serde_urlencoded::to_string([("state", state), ("q", words)]).expect("a query");
    let page = desk.get(&format!("/staff/requests?{query}")).await;
    page.has_status(200);
    ids(&page)
}

#[tokio::test]
async fn a_patient_is_found_by_any_word_prefix_in_any_case_and_accents() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        for (external_id, name) in [
            ("MRN-10442", "Zoë O'Neill"),
            ("MRN-20442", "Emma Oneida-Smith"),
            ("P 7", "emma zola"),
        ] {
            invite(clinic, external_id, name).await;
        }
        for (words, found) in [
            ("zoe", vec!["MRN-10442"]),
            ("OneI", vec!["MRN-20442", "MRN-10442"]),
            ("smith emm", vec!["MRN-20442"]),
            ("emma", vec!["P 7", "MRN-20442"]),
            ("mrn-104", vec!["MRN-10442"]),
            ("p 7", vec!["P 7"]),
            ("0442", vec![]),
            ("zo", vec!["MRN-10442", "P 7"]),
            ("%", vec![]),
            ("\0", vec![]),
        ] {
            assert_eq!(search(&desk, "", words).await, found, "{words}");
        }
        assert_eq!(search(&desk, "waiting", "emma").await.len(), 2);
        assert!(search(&desk, "stopped", "emma").await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_renamed_request_is_found_by_its_new_id_and_a_deleted_one_never() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        let invitation = clinic.invite("MRN-1").await;
        let renamed = clinic.services().connect_requests().rename(
            clinic.desk(),
            invitation.id,
            "XYZ-2",
            None,
        );
        renamed.await.expect("renamed");
        assert_eq!(search(&desk, "", "xyz").await, ["XYZ-2"]);
        assert!(search(&desk, "", "mrn").await.is_empty());
        let again = clinic.reissue(&invitation).await;
        assert_eq!(search(&desk, "", "emmas").await, ["XYZ-2"]);
        clinic.withdraw(&again).await;
        assert!(search(&desk, "", "emmas").await.is_empty());
        let words = "select count(*) from request_word";
        assert_eq!(clinic.database.number(words).await, 0);
    })
    .await;
}

#[tokio::test]
async fn requests_from_before_the_words_are_found_after_the_next_start() {
    on_each_database(async |clinic| {
        clinic.invite("MRN-1").await;
        clinic.database.execute("delete from request_word").await;
        let desk = clinic.manager().await;
        assert!(search(&desk, "", "mrn").await.is_empty());
        clinic.another_process(Transport::None).await;
        assert_eq!(search(&desk, "", "mrn").await, ["MRN-1"]);
    })
    .await;
}

/// Goes through a list of three pages to its end and back.
async fn walk(desk: &Browser, query: &str, all: usize) {
    let list = async |cursor: &str| desk.get(&format!("/staff/requests?{query}{cursor}")).await;
    let mut pages = vec![list("").await];
    assert_eq!(pages[0].count("input[name=before]"), 0, "{query}");
    while let Some(cursor) = pages[pages.len() - 1].kept("after") {
        pages.push(list(&format!("&after={cursor}")).await);
    }
    assert_eq!(pages.len(), 3, "{query}");
    pages[2].says("First");
    let mut seen: Vec<String> = pages.iter().flat_map(ids).collect();
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), all, "{query}");

    for (page, before) in [(2, 1), (1, 0)] {
        let cursor = pages[page].kept("before").expect("a previous page");
        let back = list(&format!("&before={cursor}")).await;
        assert_eq!(ids(&back), ids(&pages[before]), "{query}");
        for name in ["before", "after"] {
            assert_eq!(back.kept(name), pages[before].kept(name), "{query} {name}");
        }
    }
}

#[tokio::test]
async fn every_list_and_search_pages_forwards_and_back_without_gaps() {
    on_each_database(async |clinic| {
        let all = 2 * policy::PAGE_ROWS as usize + 10;
        for number in 0..all {
            let name = format!("Emma Emmet{}", number % 3);
            invite(clinic, &format!("MRN-{number}"), &name).await;
            clinic.advance(Duration::from_secs(1));
        }
        clinic.advance(25 * DAY);
        let desk = clinic.manager().await;
        for query in [
            "q=",
            "state=waiting&q=",
            "state=ending-soon&q=",
            "q=emmet",
            "q=emm",
            "state=waiting&q=mrn",
        ] {
            walk(&desk, query, all).await;
        }
        let page = desk.get("/staff/requests?state=ending-soon").await;
        assert_eq!(ids(&page)[0], "MRN-0", "the first to end stands first");
        page.says("3 days left");

        clinic.advance(5 * DAY);
        let desk = clinic.manager().await;
        walk(&desk, "state=ended&q=", all).await;
        let cleaned = clinic
            .services()
            .installation()
            .clean_up(clinic.now())
            .await;
        cleaned.expect("cleaned up");
        walk(&desk, "state=ended&q=", all).await;
    })
    .await;
}

#[tokio::test]
async fn a_previous_page_with_too_few_requests_is_the_first_page() {
    on_each_database(async |clinic| {
        for number in 0..5 {
            invite(clinic, &format!("MRN-{number}"), "Emma").await;
        }
        let desk = clinic.manager().await;
        let first = desk.get("/staff/requests").await;
        for cursor in first.attributes("input[name=request]", "value") {
            let page = desk.get(&format!("/staff/requests?before={cursor}")).await;
            assert_eq!(ids(&page), ids(&first));
            assert_eq!(page.count(".pager a"), 0);
        }
    })
    .await;
}

#[tokio::test]
async fn each_list_holds_what_its_name_says_and_counts_it() {
    on_each_database(async |clinic| {
        let overdue = clinic.invite("MRN-overdue").await;
        let stopped = clinic.invite("MRN-stopped").await;
        let refused = clinic.invite("MRN-refused").await;
        let connected = clinic.invite("MRN-connected").await;
        for _ in 0..3 {
            let guesser = clinic.browser();
            guesser.post("/connect", &[("code", &stopped.code)]).await;
            let wrong = format!("wrong {}", guesser.cookie().unwrap_or_default());
            guesser
                .post("/connect/question", &[("answer", &wrong)])
                .await;
        }
        let other = clinic.browser();
        other.post("/connect", &[("code", &refused.code)]).await;
        other.post("/connect/not-me", &[("choice", "not-me")]).await;
        let emma = clinic.person("Emma", "emma@example.org").await;
        clinic.connect(&emma, &connected, "Emma").await;
        clinic.set(clinic.code_end());
        clinic.invite("MRN-waiting").await;
        clinic.advance(24 * DAY);
        let gone = clinic.invite("MRN-gone").await;
        clinic.withdraw(&gone).await;
        let soon = clinic.invite("MRN-new").await;
        clinic.reissue(&soon).await;
        let desk = clinic.manager().await;
        for (state, found) in [
            ("waiting", vec!["MRN-new", "MRN-waiting"]),
            ("ending-soon", vec!["MRN-waiting"]),
            ("connected", vec!["MRN-connected"]),
            ("ended", vec!["MRN-overdue"]),
            ("stopped", vec!["MRN-stopped"]),
            ("refused", vec!["MRN-refused"]),
            ("mail-trouble", vec![]),
        ] {
            let page = desk.get(&format!("/staff/requests?state={state}")).await;
            assert_eq!(ids(&page), found, "{state}");
            assert_eq!(
                search(&desk, state, "mrn").await.len(),
                found.len(),
                "{state}"
            );
            let count = page.first(&format!(".tabs a[href='/staff/requests?state={state}'] .n"));
            assert_eq!(
                count.as_deref(),
                Some(found.len().to_string().as_str()),
                "{state}"
            );
        }
        let page = desk.get("/staff/requests").await;
        assert_eq!(
            page.first(".tabs a[href='/staff/requests'] .n").as_deref(),
            Some("6")
        );
        assert_eq!(ids(&page).len(), 6);
        clinic
            .services()
            .installation()
            .clean_up(clinic.now())
            .await
            .expect("cleaned up");
        assert_eq!(search(&desk, "ended", "").await, ["MRN-overdue"]);
        let one = Filter {
            listed: Listed::Standing(Standing::Replaced),
            external_id: ExternalId::parse("MRN-new").ok(),
            ..Filter::default()
        };
        let replaced = clinic
            .services()
            .connect_requests()
            .list(clinic.application, &one);
        let replaced = replaced.await.expect("a list");
        assert_eq!(replaced.rows[0].request.id, soon.id);
        assert_eq!(overdue.external_id, "MRN-overdue");
    })
    .await;
}

/// Sends what is queued, as a mail server would answer it.
async fn settle(clinic: &Clinic, settled: Settled) {
    let services = clinic.services();
    let job = services
        .outbox()
        .claim(Urgency::ForPatient, Duration::from_mins(1))
        .await;
    let job = job.expect("a database").expect("a mail");
    services
        .outbox()
        .settle_mail(&job, &settled)
        .await
        .expect("settled");
}

#[tokio::test]
async fn an_undelivered_mail_is_listed_until_another_one_arrives() {
    on_each_database(async |clinic| {
        let failure = || "550 no such mailbox".to_owned();
        let desk = clinic.manager().await;
        let bounced = clinic
            .invite_by_mail("MRN-bounced", "emma@example.org")
            .await;
        settle(clinic, Settled::Bounced { failure: failure() }).await;
        assert_eq!(search(&desk, "mail-trouble", "").await, ["MRN-bounced"]);
        desk.get("/staff/requests?state=mail-trouble")
            .await
            .says("Delivery failed");
        let again = [
            ("connect_request", bounced.id.to_string()),
            ("email", "tom@example.org".into()),
        ];
        let again: Vec<(&str, &str)> = again
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        // Of two mails of one moment nothing says which is the last.
        clinic.advance(std::time::Duration::from_secs(1));
        desk.post("/staff/requests/send-email", &again)
            .await
            .has_status(303);
        assert!(
            search(&desk, "mail-trouble", "").await.is_empty(),
            "on its way"
        );
        settle(clinic, Settled::Unknown { failure: failure() }).await;
        assert_eq!(search(&desk, "mail-trouble", "").await, ["MRN-bounced"]);
        let page = desk.get("/staff/requests?state=mail-trouble").await;
        page.says("Delivery not confirmed");
        let emma = clinic.browser();
        clinic
            .create_account(&emma, "Emma", "emma@example.org")
            .await;
        clinic.connect(&emma, &bounced, "Emma").await;
        assert!(
            search(&desk, "mail-trouble", "").await.is_empty(),
            "connected"
        );
        clinic.drain().await;

        let lost = clinic.invite_by_mail("MRN-lost", "tom@example.org").await;
        let lease = Duration::from_mins(1);
        let claimed = clinic
            .services()
            .outbox()
            .claim(Urgency::ForPatient, lease)
            .await;
        let claimed = claimed.expect("a database").expect("a mail");
        let leaves = clinic.services().outbox().hand_over_mail(&claimed).await;
        assert!(leaves.expect("a database"));
        clinic.advance(2 * lease);
        clinic
            .services()
            .outbox()
            .claim(Urgency::ForPatient, lease)
            .await
            .expect("a database");
        assert_eq!(search(&desk, "mail-trouble", "").await, ["MRN-lost"]);
        clinic.reissue(&lost).await;
        assert!(
            search(&desk, "mail-trouble", "").await.is_empty(),
            "replaced"
        );
    })
    .await;
}

#[tokio::test]
async fn the_desk_corrects_a_clinic_id_and_the_connection_takes_it_too() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        let invitation = clinic.invite("MRN-1").await;
        let emma = clinic.person("Emma", "emma@example.org").await;
        clinic.connect(&emma, &invitation, "Emma").await;
        let path = format!("/staff/requests/{}", invitation.id);
        desk.get(&format!("{path}/rename")).await.has_status(200);
        desk.post(&format!("{path}/rename"), &[("external_id", "MRN-2")])
            .await
            .leads_to(&path);
        let page = desk.get(&path).await;
        page.says("MRN-2");
        page.says("Patient ID changed");
        page.says_nothing_of("MRN-1");
        let file = desk.get("/staff/connected.csv").await;
        assert!(file.body.contains("MRN-2,"), "{}", file.body);
    })
    .await;
}

#[tokio::test]
async fn a_rejected_clinic_id_is_reported_at_its_field_and_kept_as_typed() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        let invitation = clinic.invite("MRN-1").await;
        let holder = clinic.invite("MRN-2").await;
        let path = format!("/staff/requests/{}", invitation.id);
        let path = format!("{path}/rename");
        desk.get(&path).await;
        let taken = desk.post(&path, &[("external_id", "MRN-2")]).await;
        taken.has_status(409);
        assert_eq!(
            taken.error_at("external_id").as_deref(),
            Some("Error: This patient ID already has a code, created on 4 May 2026")
        );
        assert_eq!(taken.kept("external_id").as_deref(), Some("MRN-2"));
        let show = format!("a[href='/staff/requests/{}']", holder.id);
        assert_eq!(taken.count(&show), 1);
        for (typed, words) in [
            ("", "Enter the patient ID"),
            ("MRN\u{202e}1", "contains a hidden character"),
        ] {
            let page = desk.post(&path, &[("external_id", typed)]).await;
            page.has_status(422);
            page.says(words);
        }
        let long = "x".repeat(256);
        let page = desk.post(&path, &[("external_id", &long)]).await;
        page.says("must be 255 characters or fewer");
        desk.get(&format!("/staff/requests/{}", invitation.id))
            .await
            .says("MRN-1");
    })
    .await;
}

#[tokio::test]
async fn another_clinics_request_cannot_be_renamed() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("MRN-1").await;
        let other = clinic.another_application().await;
        let role = domain::staff::Role::FrontDesk;
        clinic
            .colleague_at(other, "Lee", "lee@other.example", role)
            .await;
        let lee = clinic.at_the_desk("lee@other.example").await;
        let path = format!("/staff/requests/{}/rename", invitation.id);
        lee.post(&path, &[("external_id", "MRN-9")])
            .await
            .has_status(404);
        clinic
            .browser()
            .post(&path, &[("external_id", "MRN-9")])
            .await
            .leads_to("/staff/sign-in");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_ten_concurrent_renames_to_one_clinic_id_exactly_one_wins() {
    on_each_database(async |clinic| {
        let mut tasks = JoinSet::new();
        for number in 0..10 {
            let invitation = clinic.invite(&format!("MRN-{number}")).await;
            let (services, desk) = (clinic.services().clone(), clinic.desk());
            tasks.spawn(async move {
                services
                    .connect_requests()
                    .rename(desk, invitation.id, "MRN-same", None)
                    .await
            });
        }
        let answers = tasks.join_all().await;
        let renamed = answers.iter().filter(|answer| answer.is_ok()).count();
        let told = answers
            .iter()
            .filter(|answer| matches!(answer, Err(Failure::Rejected(RenameRejection::Taken(_)))));
        assert_eq!((renamed, told.count()), (1, 9));
    })
    .await;
}

#[tokio::test]
async fn a_replaced_or_deleted_request_forgets_its_address_and_reason() {
    on_each_database(async |clinic| {
        let mut ids = Vec::new();
        for number in 0..2 {
            let draft = Draft {
                external_id: format!("MRN-{number}"),
                friendly_name: "Emma's record".into(),
                question: QUESTION.into(),
                answer: "Grey".into(),
                reason: "They insist".into(),
                email: "emma@example.org".into(),
                callback_url: "https://clinic.example/told".into(),
                ..Draft::default()
            };
            let made = clinic
                .services()
                .connect_requests().create(clinic.desk(), &draft, None)
                .await;
            ids.push(made.expect("a request").request.id);
        }
        let kept = "select count(*) from connect_request where email is not null or callback_url is not null \
            or reason is not null";
        assert_eq!(clinic.database.number(kept).await, 2);
        let services = clinic.services();
        let renewed = services.connect_requests().reissue(clinic.desk(), ids[0]).await;
        let renewed = renewed.expect("a new code").request;
        assert_eq!(renewed.email.as_deref(), Some("emma@example.org"));
        for id in [renewed.id, ids[1]] {
            let deleted = services.connect_requests().delete(clinic.desk(), id).await;
            deleted.expect("deleted");
        }
        assert_eq!(clinic.database.number(kept).await, 0);
    })
    .await;
}

/// The list with these ticked.
async fn ask_for_new_codes(desk: &Browser, fields: &[(&str, &str)]) -> Page {
    desk.post("/staff/requests/reissue", fields).await
}

#[tokio::test]
async fn many_get_new_codes_at_once_after_a_question() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        let by_mail = clinic.invite_by_mail("MRN-1", "emma@example.org").await;
        let on_paper = clinic.invite("MRN-2").await;
        let other = clinic.invite("MRN-3").await;
        clinic.drain().await;
        let (first, second) = (by_mail.id.to_string(), on_paper.id.to_string());
        let ticked = [("request", first.as_str()), ("request", second.as_str())];
        let page = desk.get("/staff/requests").await;
        assert_eq!(page.count("input[type=checkbox][name=request]"), 3);

        let before = clinic.database.dump().await;
        let asked = ask_for_new_codes(&desk, &ticked).await;
        asked.has_status(200);
        asked.says("Replace 2 codes?");
        asked.says("New codes by email: 1. By letter: 1.");
        assert_eq!(clinic.database.dump().await, before);

        let seen = asked.kept("seen").expect("a digest");
        let mut confirmed = ticked.to_vec();
        confirmed.push(("seen", seen.as_str()));
        let done = ask_for_new_codes(&desk, &confirmed).await;
        done.has_status(200);
        done.says("2 codes replaced");
        let letters = done.attributes("tbody a[href$='/letter']", "href");
        assert_eq!(letters.len(), 1);
        desk.get(&letters[0]).await.has_status(200);
        let print = "form[action='/staff/letters/print'] input[name=request]";
        let printed = done.attributes(print, "value");
        let [printed] = printed.as_slice() else {
            panic!("{printed:?}");
        };
        assert_eq!(format!("/staff/requests/{printed}/letter"), letters[0]);
        let file = desk
            .post(
                "/staff/letters/print",
                &[("request", printed.as_str()), ("paper", "a4")],
            )
            .await;
        assert_eq!(file.header("content-type"), "application/pdf");
        let mails = clinic.mail().await;
        assert_eq!(mails.len(), 2, "one more");
        for (dead, alive) in [(&by_mail, false), (&on_paper, false), (&other, true)] {
            let patient = clinic.browser();
            patient.post("/connect", &[("code", &dead.code)]).await;
            let status = patient.get("/connect/question").await.status.as_u16();
            assert_eq!(status == 200, alive, "{}", dead.external_id);
        }
        let again = ask_for_new_codes(&desk, &confirmed).await;
        again.has_status(409);
        again.says("No codes were replaced");
        let audited = "select count(*) from audit where action = 'connect-request.replace'";
        assert_eq!(clinic.database.number(audited).await, 2);
        assert!(
            clinic
                .services()
                .audit()
                .verify()
                .await
                .expect("a walk")
                .1
                .is_empty()
        );
    })
    .await;
}

#[tokio::test]
async fn where_one_of_many_cannot_be_replaced_none_is() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        let one = clinic.invite("MRN-1").await;
        let gone = clinic.invite("MRN-2").await;
        clinic.withdraw(&gone).await;
        let (one, gone) = (one.id.to_string(), gone.id.to_string());
        let foreign = uuid::Uuid::from_u128(7).to_string();
        let before = clinic.database.dump().await;
        let many: Vec<String> = (0..201)
            .map(|number| uuid::Uuid::from_u128(number).to_string())
            .collect();
        let too_many: Vec<(&str, &str)> = many.iter().map(|id| ("request", id.as_str())).collect();
        for (fields, status) in [
            (
                vec![("request", one.as_str()), ("request", gone.as_str())],
                409,
            ),
            (
                vec![("request", one.as_str()), ("request", foreign.as_str())],
                404,
            ),
            (vec![("request", one.as_str()), ("request", "../7")], 404),
            (vec![], 422),
            (too_many, 422),
        ] {
            ask_for_new_codes(&desk, &fields).await.has_status(status);
            let mut confirmed = fields.clone();
            confirmed.push(("confirmed", "yes"));
            ask_for_new_codes(&desk, &confirmed)
                .await
                .has_status(status);
        }
        assert_eq!(clinic.database.dump().await, before);
        let shown = [
            ("all", "yes"),
            ("shown", one.as_str()),
            ("request", gone.as_str()),
        ];
        let all = ask_for_new_codes(&desk, &shown).await;
        all.says("Replace 1 code?");
    })
    .await;
}
