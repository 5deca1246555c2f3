//! No one skips a step: every page and form of the way, at every place where it must not work yet, or no more.

use crate::support::{ANSWER, Browser, Clinic, Invitation, Page, on_each_database};
use service::{
    AuthorizeRejection, Decision, Failure, Flow, RecordChoice, Seen, SignedInPerson, Stage,
};
use std::time::Duration;

/// A page or form of the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Request {
    Get(&'static str),
    Post(&'static str, &'static [(&'static str, &'static str)]),
}

const ALL: [Request; 14] = [
    Request::Get("/connect/question"),
    Request::Post("/connect/question", &[("answer", ANSWER)]),
    Request::Get("/connect/cannot-remember"),
    Request::Get("/connect/not-me"),
    Request::Post("/connect/not-me", &[("choice", "not-me")]),
    Request::Get("/connect/declined"),
    Request::Get("/connect/record"),
    Request::Post(
        "/connect/record",
        &[("record", "new"), ("record_name", "Emma")],
    ),
    Request::Get("/connect/authorize"),
    Request::Post("/connect/authorize", &[("decision", "authorize")]),
    Request::Post("/connect/authorize", &[("decision", "decline")]),
    Request::Post(
        "/connect/authorize",
        &[("question", "record"), ("record_check", "this")],
    ),
    Request::Get("/connect/not-sure"),
    Request::Get("/connect/done"),
];

/// The step that someone has reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// Came by the address alone.
    NoCode,
    /// Someone else's session, signed in, without a code.
    AnothersSession,
    CodeEntered,
    Answered,
    SignedIn,
    /// The last page is open, and then the code dies elsewhere.
    Ended,
    Withdrawn,
    Replaced,
    Stopped,
    Refused,
    UsedBySomeoneElse,
    TimedOut,
    SignedOut,
}

const PLACES: [Place; 13] = [
    Place::NoCode,
    Place::AnothersSession,
    Place::CodeEntered,
    Place::Answered,
    Place::SignedIn,
    Place::Ended,
    Place::Withdrawn,
    Place::Replaced,
    Place::Stopped,
    Place::Refused,
    Place::UsedBySomeoneElse,
    Place::TimedOut,
    Place::SignedOut,
];

impl Place {
    /// What may be asked for from here, because all earlier steps were taken.
    fn allows(self, request: Request) -> bool {
        let (Request::Get(path) | Request::Post(path, _)) = request;
        let with_code = [
            "/connect/cannot-remember",
            "/connect/not-me",
            "/connect/declined",
        ];
        match self {
            Self::CodeEntered => path == "/connect/question" || with_code.contains(&path),
            Self::Answered => with_code.contains(&path),
            Self::SignedIn => path == "/connect/record" || with_code.contains(&path),
            _ => false,
        }
    }

    async fn reach(self, clinic: &Clinic, number: usize) -> (Browser, Invitation) {
        let invitation = clinic.invite(&format!("MRN-{number}")).await;
        let email = format!("pat{number}@example.org");
        let browser = match self {
            Self::NoCode | Self::CodeEntered | Self::Answered => clinic.browser(),
            _ => clinic.person("Pat", &email).await,
        };
        match self {
            Self::NoCode | Self::AnothersSession => {}
            Self::CodeEntered => enter(&browser, &invitation).await,
            Self::Answered | Self::SignedIn => clinic.answer(&browser, &invitation).await,
            _ => {
                clinic
                    .come_to_the_decision(&browser, &invitation, "Emma")
                    .await;
            }
        }
        self.befall(clinic, &browser, &invitation, number).await;
        (browser, invitation)
    }

    /// What happens elsewhere while the page is open.
    async fn befall(
        self,
        clinic: &Clinic,
        browser: &Browser,
        invitation: &Invitation,
        number: usize,
    ) {
        match self {
            Self::Ended => end_while_the_session_lives(clinic, browser, invitation).await,
            Self::Withdrawn => clinic.withdraw(invitation).await,
            Self::Replaced => drop(clinic.reissue(invitation).await),
            Self::Stopped => {
                let other = clinic.browser();
                enter(&other, invitation).await;
                for wrong in ["one one", "two two", "three three"] {
                    other.post("/connect/question", &[("answer", wrong)]).await;
                }
            }
            Self::Refused => {
                let other = clinic.browser();
                enter(&other, invitation).await;
                other
                    .post("/connect/not-me", &[("choice", "not-me")])
                    .await
                    .has_status(200);
            }
            Self::UsedBySomeoneElse => {
                let sam = clinic
                    .person("Sam", &format!("sam{number}@example.org"))
                    .await;
                clinic.connect(&sam, invitation, "Sam").await;
            }
            Self::TimedOut => {
                // The session is kept alive; the way is not.
                for _ in 0..3 {
                    clinic.advance(Duration::from_mins(10));
                    browser.get("/account").await.has_status(200);
                }
            }
            Self::SignedOut => browser.post("/sign-out", &[]).await.leads_to("/"),
            _ => {}
        }
    }
}

/// The code's last moment comes while the page with the decision is open.
async fn end_while_the_session_lives(clinic: &Clinic, browser: &Browser, invitation: &Invitation) {
    let end = clinic.code_end();
    clinic.set(end - Duration::from_mins(1));
    // A session of that time: the one from before has ended long ago.
    clinic
        .create_account(
            browser,
            "Pat",
            &format!("late-{}@example.org", invitation.external_id),
        )
        .await;
    clinic
        .come_to_the_decision(browser, invitation, "Emma")
        .await;
    clinic.set(end);
    // The first refusal records the end; all that comes after it changes nothing.
    let looked = clinic
        .services()
        .journey()
        .flow_view(invitation.id, None)
        .await;
    assert!(looked.is_err());
}

async fn enter(browser: &Browser, invitation: &Invitation) {
    browser
        .post("/connect", &[("code", &invitation.code)])
        .await
        .leads_to("/connect/question");
}

async fn send(browser: &Browser, request: Request) -> Page {
    match request {
        Request::Get(path) => browser.get(path).await,
        Request::Post(path, fields) => browser.post(path, fields).await,
    }
}

/// All that a skipped step could have changed.
async fn facts(clinic: &Clinic) -> Vec<i64> {
    let mut facts = Vec::new();
    for table in [
        "pickup",
        "record_authorization",
        "record",
        "event",
        "audit",
        "answer_try",
        "job",
    ] {
        facts.push(
            clinic
                .database
                .number(&format!("select count(*) from {table}"))
                .await,
        );
    }
    facts
}

#[tokio::test]
async fn no_page_or_form_of_the_journey_works_out_of_order() {
    on_each_database(async |clinic| {
        let mut tried = 0;
        for (number, place) in PLACES.into_iter().enumerate() {
            let (browser, _) = place.reach(clinic, number).await;
            let before = facts(clinic).await;
            for request in ALL.into_iter().filter(|request| !place.allows(*request)) {
                let page = send(&browser, request).await;
                // Each of these places turns away in its own row of the table.
                let turned_away = match page.status.as_u16() {
                    409 | 410 => true,
                    403 => page.text().contains("What you typed is still on this page"),
                    303 => ["/connect/question", "/sign-in", "/connect/record"]
                        .contains(&page.header("location")),
                    _ => false,
                };
                assert!(
                    turned_away,
                    "{place:?} {request:?}: {} {}",
                    page.status,
                    page.text()
                );
                assert_eq!(facts(clinic).await, before, "{place:?} {request:?}");
                tried += 1;
            }
        }
        assert!(tried >= 60, "{tried} combinations");
    })
    .await;
}

#[tokio::test]
async fn the_record_of_another_person_cannot_be_chosen() {
    on_each_database(async |clinic| {
        let first = clinic.invite("MRN-1").await;
        let pat = clinic.person("Pat", "pat@example.org").await;
        clinic.connect(&pat, &first, "Emma").await;
        let record = clinic.events().await[0].record.expect("a record");
        let second = clinic.invite("MRN-2").await;
        let sam = clinic.person("Sam", "sam@example.org").await;
        clinic.answer(&sam, &second).await;
        let page = sam
            .post("/connect/record", &[("record", &record.to_string())])
            .await;
        page.has_status(422);
        page.says("Choose a record or create a new one");
        page.says_nothing_of("Emma Example");
    })
    .await;
}

#[tokio::test]
async fn the_connection_of_another_person_cannot_be_ended() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("MRN-1").await;
        let pat = clinic.person("Pat", "pat@example.org").await;
        clinic.connect(&pat, &invitation, "Emma").await;
        let connection = pat
            .get("/account")
            .await
            .attributes("input[name=authorization]", "value");
        let sam = clinic.person("Sam", "sam@example.org").await;
        let fields = [("authorization", connection[0].as_str())];
        sam.post("/account/disconnect", &fields)
            .await
            .leads_to("/account");
        clinic
            .browser()
            .post("/account/disconnect", &fields)
            .await
            .leads_to("/sign-in");
        assert_eq!(clinic.events().await.len(), 1);
        assert_eq!(
            pat.get("/account").await.count("input[name=authorization]"),
            1
        );
    })
    .await;
}

/// Past the pages' guard: what the transaction that commits says by itself.
#[tokio::test]
async fn the_committing_transaction_asks_again_whether_the_code_may_be_used() {
    on_each_database(async |clinic| {
        let browser = clinic.person("Pat", "pat@example.org").await;
        let first = clinic.invite("MRN-0").await;
        clinic.connect(&browser, &first, "Emma").await;
        let person = clinic.events().await[0].person.expect("a person");
        let choice = RecordChoice::New { name: "Tom".into() };
        for (number, place) in [
            Place::Withdrawn,
            Place::Replaced,
            Place::Stopped,
            Place::Refused,
            Place::UsedBySomeoneElse,
        ]
        .into_iter()
        .enumerate()
        {
            let invitation = clinic.invite(&format!("MRN-{}", number + 1)).await;
            let flow = Flow {
                id: uuid::Uuid::from_u128(number as u128 + 1),
                request: invitation.id,
                stage: Stage::Answered {
                    at: clinic.now(),
                    choice: Some(choice.clone()),
                    all_the_same: false,
                },
            };
            place.befall(clinic, &browser, &invitation, number).await;
            let before = facts(clinic).await;
            let services = clinic.services();
            let by = SignedInPerson { person, round: 0 };
            let decision = Decision {
                choice: &choice,
                optional_rules: &[],
                all_the_same: false,
                seen: Seen::sent("no page"),
            };
            let outcome = services.journey().authorize(&flow, by, &decision).await;
            assert!(
                matches!(outcome, Err(Failure::Rejected(AuthorizeRejection::End(_)))),
                "{place:?}"
            );
            let answered = services.journey().answer(invitation.id, ANSWER).await;
            let open_to_answers = place == Place::UsedBySomeoneElse;
            assert_eq!(answered.is_ok(), open_to_answers, "{place:?}");
            if !open_to_answers {
                assert!(
                    services.journey().not_me(invitation.id).await.is_err(),
                    "{place:?}"
                );
                assert_eq!(facts(clinic).await, before, "{place:?}");
            }
        }
    })
    .await;
}
