//! Whom a letter is for and which record is connected: both are shown, and a record that fits ill takes a word of the
//! patient's.

use crate::support::{Browser, Clinic, Invitation, Page, RIGHT_RECORD, on_each_database};
use domain::audit::Action;
use domain::ids::PersonId;
use service::{
    AuthorizeRejection, Decision, Failure, Flow, RecordChoice, Seen, SignedInPerson, Stage,
};
use tokio::task::JoinSet;

const AUTHORIZE: &str = "/connect/authorize";
const PAIR: &str = ".pair dd";

/// A mother with records of both children, connected by letters of their own.
async fn mother_of_two(clinic: &Clinic) -> Browser {
    let nadia = clinic.person("Nadia", "nadia@example.org").await;
    for (number, child) in [("MRN-1", "Emma Meyer"), ("MRN-2", "Tom Meyer")] {
        let letter = clinic
            .invite_for(number, &format!("{child}'s record"))
            .await;
        clinic.connect(&nadia, &letter, child).await;
    }
    nadia
}

async fn record(clinic: &Clinic, name: &str) -> String {
    let sql = format!("select count(*) from record where name = '{name}'");
    assert_eq!(clinic.database.number(&sql).await, 1, "{name}");
    let column = if clinic.is_postgres() {
        "id::text"
    } else {
        "lower(hex(id))"
    };
    let sql = format!("select {column} from record where name = '{name}'");
    let id = clinic.database.texts(&sql).await.remove(0);
    let id: uuid::Uuid = id.parse().expect("an id");
    id.to_string()
}

async fn answer(browser: &Browser, answer: &str) -> Page {
    let fields = [("question", "record"), ("record_check", answer)];
    browser.post(AUTHORIZE, &fields).await
}

/// The result of the question and the decision, by the audit log.
async fn outcomes(clinic: &Clinic, of: &Invitation) -> Vec<&'static str> {
    let found = clinic
        .services()
        .connect_requests()
        .find(clinic.application, of.id)
        .await
        .expect("a look")
        .expect("a request");
    let asked = [
        Action::ConnectRequestCheckRecord,
        Action::ConnectRequestAuthorize,
    ];
    let outcomes = found.timeline.into_iter();
    outcomes
        .filter(|(action, _, _)| asked.contains(action))
        .map(|(_, outcome, _)| outcome.name())
        .collect()
}

async fn connected_to(clinic: &Clinic, of: &Invitation) -> Option<String> {
    let events = clinic.events().await;
    let event = events
        .iter()
        .find(|event| event.connect_request == Some(of.id))?;
    event.record.map(|record| record.0.to_string())
}

#[tokio::test]
async fn letter_and_record_are_shown_side_by_side() {
    on_each_database(async |clinic| {
        let letter = clinic.invite_for("MRN-1", "Tom's record").await;
        let nadia = clinic.person("Nadia", "nadia@example.org").await;
        let page = clinic.come_to_the_question(&nadia, &letter, "Tom").await;
        assert_eq!(page.texts(PAIR), ["Tom's record", "Tom"]);
        page.says("The names match.");
        let mum = clinic.invite_for("MRN-2", "Mum").await;
        let page = clinic.come_to_the_question(&nadia, &mum, "Gerda").await;
        assert_eq!(page.texts(PAIR), ["Mum", "Gerda"]);
        page.says("Check that this is the same person.");
        assert_eq!(page.count("[name=decision]"), 2, "nobody is asked");
    })
    .await;
}

#[tokio::test]
async fn record_of_a_sibling_is_asked_about_and_changed() {
    on_each_database(async |clinic| {
        let nadia = mother_of_two(clinic).await;
        let letter = clinic.invite_for("MRN-3", "Tom Meyer's record").await;
        let (emma, tom) = (
            record(clinic, "Emma Meyer").await,
            record(clinic, "Tom Meyer").await,
        );
        let page = clinic.come_to_the_question(&nadia, &letter, &emma).await;
        assert_eq!(page.heading(), RIGHT_RECORD);
        assert_eq!(page.texts(PAIR), ["Tom Meyer's record", "Emma Meyer"]);
        assert_eq!(page.count("[name=decision]"), 0);
        let values = page.attributes("input[type=radio]", "value");
        assert_eq!(values, [tom.as_str(), "this", "not-sure"]);
        assert_eq!(page.count("input[checked]"), 0);

        let page = answer(&nadia, "").await;
        page.has_status(422);
        assert!(page.error_at("record_check").is_some());
        answer(&nadia, &tom).await.leads_to(AUTHORIZE);
        let page = nadia.get(AUTHORIZE).await;
        assert_eq!(page.texts(PAIR), ["Tom Meyer's record", "Tom Meyer"]);
        page.says("The names match.");
        nadia
            .post(AUTHORIZE, &[("decision", "authorize")])
            .await
            .leads_to("/connect/done");
        assert_eq!(connected_to(clinic, &letter).await, Some(tom));
        assert_eq!(
            outcomes(clinic, &letter).await,
            ["another-record", "connected"]
        );
    })
    .await;
}

#[tokio::test]
async fn record_that_is_meant_all_the_same_is_connected_and_audited() {
    on_each_database(async |clinic| {
        let nadia = mother_of_two(clinic).await;
        let letter = clinic.invite_for("MRN-3", "Tom Meyer's record").await;
        let emma = record(clinic, "Emma Meyer").await;
        clinic.come_to_the_question(&nadia, &letter, &emma).await;
        answer(&nadia, "this").await.leads_to(AUTHORIZE);
        let page = nadia.get(AUTHORIZE).await;
        page.says("You told us that this is the right record.");
        assert_eq!(page.kept("record_check").as_deref(), Some("this"));
        let decision = [("decision", "authorize"), ("record_check", "this")];
        nadia
            .post(AUTHORIZE, &decision)
            .await
            .leads_to("/connect/done");
        assert_eq!(connected_to(clinic, &letter).await, Some(emma));
        assert_eq!(
            outcomes(clinic, &letter).await,
            ["this-record", "connected-all-the-same"]
        );
        let robin = clinic.manager().await;
        let page = robin.get(&format!("/staff/requests/{}", letter.id)).await;
        page.says("although the record has another name than the letter");
    })
    .await;
}

#[tokio::test]
async fn patient_who_is_not_sure_keeps_the_code() {
    on_each_database(async |clinic| {
        let letter = clinic.invite_for("MRN-1", "Tom's record").await;
        let nadia = clinic.person("Nadia", "nadia@example.org").await;
        clinic.come_to_the_question(&nadia, &letter, "Bob").await;
        answer(&nadia, "not-sure")
            .await
            .leads_to("/connect/not-sure");
        let page = nadia.get("/connect/not-sure").await;
        page.says("Nothing is connected. Your code works until 1 June 2026.");
        page.says("01632 960 123");
        assert!(clinic.events().await.is_empty());
        assert_eq!(outcomes(clinic, &letter).await, ["not-sure"]);
        clinic.connect(&nadia, &letter, "Tom").await;
    })
    .await;
}

#[tokio::test]
async fn first_record_of_another_name_is_asked_about() {
    on_each_database(async |clinic| {
        let letter = clinic.invite_for("MRN-1", "Tom's record").await;
        let nadia = clinic.person("Nadia", "nadia@example.org").await;
        let page = clinic.come_to_the_question(&nadia, &letter, "Bob").await;
        assert_eq!(page.heading(), RIGHT_RECORD);
        let values = page.attributes("input[type=radio]", "value");
        assert_eq!(values, ["another", "this", "not-sure"]);
        answer(&nadia, "another").await.leads_to("/connect/record");
        // Chosen again, it is asked about again: the answer was for another choice.
        clinic.connect(&nadia, &letter, "Bob").await;
        let second = clinic.invite_for("MRN-2", "Tom's record").await;
        let bob = record(clinic, "Bob").await;
        let page = clinic.come_to_the_question(&nadia, &second, &bob).await;
        assert_eq!(page.heading(), RIGHT_RECORD, "the only record is Bob's");
    })
    .await;
}

#[tokio::test]
async fn new_record_is_asked_about_where_an_old_one_fits() {
    on_each_database(async |clinic| {
        let nadia = mother_of_two(clinic).await;
        let letter = clinic.invite_for("MRN-3", "Tom's record").await;
        let tom = record(clinic, "Tom Meyer").await;
        let page = clinic.come_to_the_question(&nadia, &letter, "Mia").await;
        assert_eq!(page.heading(), RIGHT_RECORD);
        let values = page.attributes("input[type=radio]", "value");
        assert_eq!(values, [tom.as_str(), "this", "not-sure"]);
    })
    .await;
}

#[tokio::test]
async fn nothing_connects_an_ill_fitting_record_without_the_answer() {
    on_each_database(async |clinic| {
        let nadia = mother_of_two(clinic).await;
        let letter = clinic.invite_for("MRN-3", "Tom Meyer's record").await;
        let emma = record(clinic, "Emma Meyer").await;
        clinic.come_to_the_question(&nadia, &letter, &emma).await;
        let asked = nadia.seen_for(AUTHORIZE).expect("a digest");
        for meant in ["", "this"] {
            let decision = [("decision", "authorize"), ("record_check", meant)];
            let page = nadia.post(AUTHORIZE, &decision).await;
            page.has_status(409);
            assert_eq!(page.heading(), RIGHT_RECORD, "{meant:?}");
        }
        // Another tab chooses another record: the answer on the first page is not about that one.
        nadia
            .post(
                "/connect/record",
                &[("record", "new"), ("record_name", "Mia")],
            )
            .await
            .leads_to(AUTHORIZE);
        let stale = [
            ("question", "record"),
            ("record_check", "this"),
            ("seen", &asked),
        ];
        let page = nadia.post(AUTHORIZE, &stale).await;
        page.has_status(409);
        page.says("Nothing is connected yet");
        assert_eq!(page.texts(PAIR), ["Tom Meyer's record", "Mia"]);
        assert_eq!(clinic.events().await.len(), 2, "of the first two letters");
        assert!(outcomes(clinic, &letter).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn transaction_refuses_an_ill_fitting_record_by_itself() {
    on_each_database(async |clinic| {
        let letter = clinic.invite_for("MRN-1", "Tom's record").await;
        clinic.person("Nadia", "nadia@example.org").await;
        let services = clinic.services();
        let person = person(clinic).await;
        let by = SignedInPerson { person, round: 0 };
        let choice = RecordChoice::New { name: "Bob".into() };
        let flow = Flow {
            id: uuid::Uuid::from_u128(7),
            request: letter.id,
            stage: Stage::Answered {
                at: clinic.now(),
                choice: Some(choice.clone()),
                all_the_same: false,
            },
        };
        let Ok(view) = services.journey().flow_view(letter.id, Some(person)).await else {
            panic!("the code works");
        };
        let consent = services
            .journey()
            .consent(person, "Tom's record", &choice)
            .await;
        let consent = consent.expect("a look").expect("a record");
        let seen = |meant| {
            services
                .journey()
                .promised(&view.application, &view.request, &consent, meant)
        };
        let decision = |all_the_same, seen: Seen| Decision {
            choice: &choice,
            optional_rules: &[],
            all_the_same,
            seen,
        };
        let unanswered = decision(false, seen(false));
        let refused = services.journey().authorize(&flow, by, &unanswered).await;
        assert!(matches!(
            refused,
            Err(Failure::Rejected(AuthorizeRejection::RecordInDoubt))
        ));
        let unseen = decision(true, seen(false));
        let refused = services.journey().authorize(&flow, by, &unseen).await;
        assert!(matches!(
            refused,
            Err(Failure::Rejected(AuthorizeRejection::Changed))
        ));
        let meant = decision(true, seen(true));
        assert!(
            services
                .journey()
                .authorize(&flow, by, &meant)
                .await
                .is_ok()
        );
    })
    .await;
}

async fn person(clinic: &Clinic) -> PersonId {
    let column = if clinic.is_postgres() {
        "id::text"
    } else {
        "lower(hex(id))"
    };
    let sql = format!("select {column} from person");
    let id = clinic.database.texts(&sql).await.remove(0);
    PersonId(id.parse().expect("an id"))
}

#[tokio::test]
async fn another_person_in_the_browser_answers_anew() {
    on_each_database(async |clinic| {
        let letter = clinic.invite_for("MRN-1", "Tom's record").await;
        let nadia = clinic.person("Nadia", "nadia@example.org").await;
        clinic.come_to_the_decision(&nadia, &letter, "Bob").await;
        nadia
            .post("/sign-out-and-return", &[])
            .await
            .leads_to("/sign-in");
        clinic
            .create_account(&nadia, "Sam", "sam@example.org")
            .await;
        nadia.get(AUTHORIZE).await.leads_to("/connect/record");
        nadia
            .post(
                "/connect/record",
                &[("record", "new"), ("record_name", "Bob")],
            )
            .await
            .leads_to(AUTHORIZE);
        assert_eq!(nadia.get(AUTHORIZE).await.heading(), RIGHT_RECORD);
    })
    .await;
}

#[tokio::test]
async fn name_of_a_new_record_is_proposed_from_the_letter() {
    on_each_database(async |clinic| {
        let nadia = clinic.person("Nadia", "nadia@example.org").await;
        for (number, letter, proposed) in [
            ("MRN-1", "Emma's record", "Emma"),
            ("MRN-2", "Mum's record", ""),
            ("MRN-3", "Blood pressure", ""),
            ("MRN-4", "Tom and Emma", ""),
        ] {
            let letter = clinic.invite_for(number, letter).await;
            clinic.answer(&nadia, &letter).await;
            let page = nadia.get("/connect/record").await;
            assert_eq!(page.kept("record_name").as_deref(), Some(proposed));
        }
        let emma = clinic.invite_for("MRN-5", "Emma's record").await;
        clinic.connect(&nadia, &emma, "Emma").await;
        let again = clinic.invite_for("MRN-6", "Emma's record").await;
        clinic.answer(&nadia, &again).await;
        let page = nadia.get("/connect/record").await;
        assert_eq!(page.kept("record_name").as_deref(), Some(""), "she has one");
        page.says("Created on 4 May 2026");
    })
    .await;
}

#[tokio::test]
async fn second_record_of_one_name_is_refused() {
    on_each_database(async |clinic| {
        let nadia = clinic.person("Nadia", "nadia@example.org").await;
        let letter = clinic.invite_for("MRN-1", "Zoë's record").await;
        clinic.connect(&nadia, &letter, "Zoë").await;
        clinic.answer(&nadia, &letter).await;
        for name in ["Zoë", "zoe", "ZOË", "Zoe's record"] {
            let fields = [("record", "new"), ("record_name", name)];
            let page = nadia.post("/connect/record", &fields).await;
            page.has_status(422);
            let message = page.error_at("record_name").expect("a message");
            assert!(
                message.contains("already have a record with this name"),
                "{name}"
            );
            assert_eq!(page.kept("record_name").as_deref(), Some(name));
        }
        let fields = [("record", "new"), ("record_name", "Zoë 2019")];
        nadia
            .post("/connect/record", &fields)
            .await
            .leads_to(AUTHORIZE);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_browsers_at_once_make_one_record_of_a_name() {
    on_each_database(async |clinic| {
        let first = clinic.person("Nadia", "nadia@example.org").await;
        let second = clinic.browser();
        let pair = [
            ("email", "nadia@example.org"),
            ("password", crate::support::PASSWORD),
        ];
        second.post("/sign-in", &pair).await.leads_to("/account");
        for (browser, number, name) in [(&first, "MRN-1", "Emma"), (&second, "MRN-2", "emma")] {
            let letter = clinic.invite_for(number, "Emma's record").await;
            clinic.come_to_the_decision(browser, &letter, name).await;
        }
        let mut tasks = JoinSet::new();
        for browser in [first, second] {
            tasks.spawn(async move {
                let page = browser.post(AUTHORIZE, &[("decision", "authorize")]).await;
                page.header("location").to_owned()
            });
        }
        let mut places = tasks.join_all().await;
        places.sort();
        assert_eq!(places, ["/connect/done", "/connect/record"]);
        let records = "select count(*) from record";
        assert_eq!(clinic.database.number(records).await, 1);
    })
    .await;
}

#[tokio::test]
async fn receipt_has_the_full_record_name_and_its_mail_the_first_name() {
    on_each_database(async |clinic| {
        let nadia = clinic.person("Nadia", "nadia@example.org").await;
        let letter = clinic.invite_for("MRN-1", "Emma Meyer's record").await;
        clinic.connect(&nadia, &letter, "Emma Meyer").await;
        let page = nadia.get("/connect/done").await;
        assert_eq!(
            page.texts(".card dd")[..2],
            ["Emma Meyer", "Lakeside Clinic"]
        );
        let mail = clinic.last_mail_to("nadia@example.org").await;
        assert!(
            mail.mail.text.contains("Your record “Emma”"),
            "{}",
            mail.mail.text
        );
        assert!(!mail.mail.text.contains("Meyer"), "{}", mail.mail.text);
    })
    .await;
}
