//! "Wrong record? Change it": for a day after connecting the old pair ends, the new one begins, and the clinic is told once.

use crate::support::platform::Client;
use crate::support::{Browser, Clinic, Invitation, PASSWORD, Page, RIGHT_RECORD, on_each_database};
use axum::body::Body;
use axum::http::Method;
use domain::event::{Event, EventKind};
use service::Administrator;
use std::time::Duration;
use tokio::task::JoinSet;

const HOUR: Duration = Duration::from_hours(1);
const MEDICATION: &str = "30cafccc-047d-4288-94ef-643571f7919d";

/// Tom's letter, connected to Emma's record by mistake.
struct Mistake {
    nadia: Browser,
    letter: Invitation,
    /// Where it is corrected.
    path: String,
    person: String,
    emma: String,
    tom: String,
}

impl Mistake {
    async fn made(clinic: &Clinic) -> Self {
        let nadia = clinic.person("Nadia", "nadia@example.org").await;
        let tom = clinic.invite_for("MRN-0", "Tom's record").await;
        clinic.connect(&nadia, &tom, "Tom").await;
        let account = nadia.get("/account").await;
        let id = &account.attributes("input[name=authorization]", "value")[0];
        nadia
            .post("/account/disconnect", &[("authorization", id)])
            .await
            .says("is disconnected");
        let letter = clinic.invite_for("MRN-1", "Tom's record").await;
        clinic.connect(&nadia, &letter, "Emma").await;
        let events = clinic.events().await;
        let record = |event: &Event| event.record.expect("a record").0.to_string();
        let path = links(&nadia.get("/connect/done").await).remove(0);
        Self {
            person: events[0].person.expect("a person").0.to_string(),
            tom: record(&events[0]),
            emma: record(events.last().expect("an event")),
            path,
            letter,
            nadia,
        }
    }

    /// Chooses a record on the page of the change.
    async fn choose(&self, record: &str) -> Page {
        let page = self.nadia.get(&self.path).await;
        page.has_status(200);
        self.send(&page, record).await
    }

    async fn send(&self, page: &Page, record: &str) -> Page {
        let letter = page.kept("letter").expect("a letter");
        let fields = [("letter", letter.as_str()), ("record", record)];
        self.nadia.post(&self.path, &fields).await
    }
}

/// Where a page leads to that changes a record.
fn links(page: &Page) -> Vec<String> {
    let mut links = page.attributes("a", "href");
    links.retain(|link| link.ends_with("/change"));
    links
}

async fn polled(clinic: &Clinic) -> Vec<(String, String)> {
    let poll = clinic
        .services()
        .applications()
        .authorized_since(clinic.application, None);
    let connected = poll.await.expect("a poll").connected.into_iter();
    connected
        .map(|one| (one.external_id.to_string(), one.record.0.to_string()))
        .collect()
}

fn changes(events: &[Event]) -> Vec<&Event> {
    let changed = |event: &&Event| event.kind == EventKind::Changed;
    events.iter().filter(changed).collect()
}

#[tokio::test]
async fn wrong_record_is_changed_and_one_event_tells_both() {
    on_each_database(async |clinic| {
        let mistake = Mistake::made(clinic).await;
        clinic.advance(Duration::from_mins(10));
        let before = clinic.events().await.len();
        let page = mistake.choose(&mistake.tom).await;
        assert_eq!(page.heading(), "Tom is now connected to Lakeside Clinic");
        page.says("Emma is no longer connected");
        page.says("has not read any health information in Emma");

        let events = clinic.events().await;
        assert_eq!(events.len(), before + 1, "one event");
        let event = events.last().expect("an event");
        assert_eq!(event.kind, EventKind::Changed);
        assert_eq!(event.connect_request, Some(mistake.letter.id));
        assert_eq!(event.external_id.as_str(), "MRN-1");
        let id = |record: Option<domain::ids::RecordId>| record.map(|id| id.0.to_string());
        assert_eq!(id(event.record).as_ref(), Some(&mistake.tom));
        assert_eq!(id(event.former_record).as_ref(), Some(&mistake.emma));
        assert_eq!(
            polled(clinic).await,
            [("MRN-1".to_owned(), mistake.tom.clone())]
        );

        let account = mistake.nadia.get("/account").await;
        assert_eq!(account.count("input[name=authorization]"), 1);
        let done = mistake.nadia.get("/connect/done").await;
        done.says("Tom is now connected");
        let robin = clinic.manager().await;
        let page = robin
            .get(&format!("/staff/requests/{}", mistake.letter.id))
            .await;
        page.says("The patient changed which record is connected");
        robin
            .get("/staff/audit")
            .await
            .says("Record changed by the patient");
        let file = robin.get("/staff/connected.csv").await.body;
        assert!(
            file.contains(&mistake.tom) && !file.contains(&mistake.emma),
            "{file}"
        );
        let mail = clinic.last_mail_to("nadia@example.org").await;
        assert_eq!(
            mail.mail.subject,
            "You changed the record connected to Lakeside Clinic"
        );
        assert!(
            mail.mail.text.contains("Your record “Tom”"),
            "{}",
            mail.mail.text
        );
        let log = "select count(*) from audit where action = 'connect-request.change-record'";
        assert_eq!(clinic.database.number(log).await, 1);
        let rules = "select count(distinct rules) from record_authorization";
        assert_eq!(
            clinic.database.number(rules).await,
            1,
            "the rules that were granted"
        );
    })
    .await;
}

#[tokio::test]
async fn api_names_both_records_of_a_change() {
    on_each_database(async |clinic| {
        let mistake = Mistake::made(clinic).await;
        mistake.choose(&mistake.tom).await.has_status(200);
        let by = Administrator::at_command_line(clinic.application);
        let key = clinic
            .services()
            .applications()
            .add_api_key(by, false)
            .await
            .expect("a key");
        let key = format!("Bearer {key}");
        let headers = [("authorization", key.as_str())];
        let browser = clinic.browser();
        let answer = browser
            .send(
                Method::GET,
                "/api/v1/events?after=3",
                &headers,
                Body::empty(),
            )
            .await;
        let log: serde_json::Value = serde_json::from_str(&answer.body).expect("JSON");
        let event = &log["events"][0];
        assert_eq!(event["kind"], "changed");
        assert_eq!(event["record_id"], mistake.tom.as_str());
        assert_eq!(event["former_record_id"], mistake.emma.as_str());
        assert_eq!(event["person_id"], mistake.person.as_str());
        let path = format!("/api/v1/connect-requests/{}", mistake.letter.id);
        let answer = browser
            .send(Method::GET, &path, &headers, Body::empty())
            .await;
        let shown: serde_json::Value = serde_json::from_str(&answer.body).expect("JSON");
        assert_eq!(shown["connection"]["state"], "connected");
        assert_eq!(shown["connection"]["record_id"], mistake.tom.as_str());
    })
    .await;
}

#[tokio::test]
async fn clinic_reads_the_new_record_and_the_old_one_no_more() {
    on_each_database(async |clinic| {
        let client = Client::of(clinic).await;
        let mistake = Mistake::made(clinic).await;
        let read = async |record: &str| {
            let info = format!(
                "<group><filter><type-id>{MEDICATION}</type-id></filter><format><section>core</section><xml/></format></group>"
            );
            let at = (mistake.person.as_str(), record);
            client.call_at(clinic, "GetThings", 3, at, &info).await.code()
        };
        let page = mistake.nadia.get(&mistake.path).await;
        page.says("has not read any health information in Emma");
        assert_eq!(read(&mistake.emma).await, 0);
        // What the page said no longer holds: it is said first.
        let page = mistake.send(&page, &mistake.tom).await;
        page.has_status(409);
        page.says("has already read health information in Emma");
        let page = mistake.send(&page, &mistake.tom).await;
        page.has_status(200);
        page.says("has already read health information in Emma");
        assert_ne!(read(&mistake.emma).await, 0);
        assert_eq!(read(&mistake.tom).await, 0);
        let polled = client
            .call(clinic, "GetAuthorizedConnectRequests", 1, "")
            .await
            .is(0);
        assert_eq!(polled.all("record-id"), [mistake.tom.as_str()]);
        let info = client
            .call_at(clinic, "GetPersonInfo", 1, (&mistake.person, &mistake.tom), "")
            .await
            .is(0);
        assert!(!info.xml.contains("Emma"), "{}", info.xml);
    })
    .await;
}

#[tokio::test]
async fn what_the_clinic_added_to_the_wrong_record_is_said() {
    on_each_database(async |clinic| {
        let client = Client::of(clinic).await;
        let mistake = Mistake::made(clinic).await;
        let thing = format!(
            "<thing><type-id>{MEDICATION}</type-id><data-xml><medication><name><text>Aspirin</text></name></medication><common/></data-xml></thing>"
        );
        let at = (mistake.person.as_str(), mistake.emma.as_str());
        client.call_at(clinic, "PutThings", 2, at, &thing).await.is(0);
        mistake
            .nadia
            .get(&mistake.path)
            .await
            .says("has added health information to Emma");
    })
    .await;
}

#[tokio::test]
async fn record_is_changed_for_a_day_and_no_longer() {
    on_each_database(async |clinic| {
        let mistake = Mistake::made(clinic).await;
        let start = clinic.now();
        clinic.set(start + 24 * HOUR - Duration::from_secs(1));
        let nadia = sign_in(clinic).await;
        let page = nadia.get(&mistake.path).await;
        page.has_status(200);
        assert_eq!(
            links(&nadia.get("/account").await),
            std::slice::from_ref(&mistake.path)
        );
        clinic.set(start + 24 * HOUR);
        assert!(links(&nadia.get("/account").await).is_empty());
        let late = nadia.get(&mistake.path).await;
        late.has_status(410);
        late.says("Disconnect it now");
        late.says("01632 960 123");
        let before = clinic.database.dump().await;
        let letter = page.kept("letter").expect("a letter");
        let fields = [("letter", letter.as_str()), ("record", &mistake.tom)];
        nadia.post(&mistake.path, &fields).await.has_status(410);
        assert_eq!(facts(clinic).await, 0);
        assert_eq!(clinic.database.dump().await, before);
    })
    .await;
}

/// How many records were changed.
async fn facts(clinic: &Clinic) -> i64 {
    let sql = "select count(*) from event where kind = 'changed'";
    clinic.database.number(sql).await
}

async fn sign_in(clinic: &Clinic) -> Browser {
    let browser = clinic.browser();
    let pair = [("email", "nadia@example.org"), ("password", PASSWORD)];
    browser.post("/sign-in", &pair).await.leads_to("/account");
    browser
}

#[tokio::test]
async fn change_is_reached_from_done_account_and_receipt() {
    on_each_database(async |clinic| {
        let mistake = Mistake::made(clinic).await;
        for page in ["/connect/done", "/account"] {
            let page = mistake.nadia.get(page).await;
            assert_eq!(links(&page), std::slice::from_ref(&mistake.path));
            page.says("Wrong record?");
        }
        let mails = clinic.mail().await;
        assert!(
            mails
                .iter()
                .any(|mail| mail.mail.text.contains(&mistake.path))
        );
        let stranger = clinic.browser();
        stranger.get(&mistake.path).await.leads_to("/sign-in");
    })
    .await;
}

#[tokio::test]
async fn connection_of_another_person_is_not_found() {
    on_each_database(async |clinic| {
        let mistake = Mistake::made(clinic).await;
        let sam = clinic.person("Sam", "sam@example.org").await;
        for path in [
            mistake.path.as_str(),
            "/account/connections/00000000-0000-0000-0000-000000000000/change",
            "/account/connections/nonsense/change",
        ] {
            sam.get(path).await.has_status(404);
            let fields = [("letter", "x"), ("record", mistake.tom.as_str())];
            sam.post(path, &fields).await.has_status(404);
        }
        // Nor may someone choose a record of another person.
        let sams = clinic.invite_for("MRN-9", "Sam").await;
        clinic.connect(&sam, &sams, "Sam").await;
        let events = clinic.events().await;
        let record = events
            .last()
            .and_then(|event| event.record)
            .expect("a record");
        mistake.choose(&record.0.to_string()).await.has_status(422);
        assert_eq!(facts(clinic).await, 0);
    })
    .await;
}

#[tokio::test]
async fn another_wrong_record_takes_a_deliberate_answer() {
    on_each_database(async |clinic| {
        let mistake = Mistake::made(clinic).await;
        let page = mistake.nadia.get(&mistake.path).await;
        let letter = page.kept("letter").expect("a letter");
        let new = [
            ("letter", letter.as_str()),
            ("record", "new"),
            ("record_name", "Mia"),
        ];
        let asked = mistake.nadia.post(&mistake.path, &new).await;
        assert_eq!(asked.heading(), RIGHT_RECORD);
        assert_eq!(asked.texts(".pair dd"), ["Tom's record", "Mia"]);
        assert_eq!(
            asked.attributes("input[type=radio]", "value"),
            [mistake.tom.as_str(), "this", "not-sure"]
        );
        let doubt = asked.kept("doubt_seen").expect("a digest");
        let answer = async |check: &str, doubt: &str| {
            let mut fields = new.to_vec();
            fields.extend([("record_check", check), ("doubt_seen", doubt)]);
            mistake.nadia.post(&mistake.path, &fields).await
        };
        answer("this", "").await.has_status(409);
        answer("not-sure", &doubt)
            .await
            .says("We have not changed anything");
        assert_eq!(facts(clinic).await, 0);
        answer("this", &doubt)
            .await
            .says("Mia is now connected to Lakeside Clinic");
        let log = "select count(*) from audit where outcome = 'changed-all-the-same'";
        assert_eq!(clinic.database.number(log).await, 1);
        // The right one is named by the same question, and taken at once.
        let path = links(&mistake.nadia.get("/account").await).remove(0);
        mistake.nadia.get(&path).await.has_status(200);
        let fields = [
            ("letter", letter.as_str()),
            ("record", "new"),
            ("record_name", "Mia"),
            ("record_check", mistake.tom.as_str()),
        ];
        mistake
            .nadia
            .post(&path, &fields)
            .await
            .says("Tom is now connected");
    })
    .await;
}

#[tokio::test]
async fn what_is_missing_is_asked_for_and_kept() {
    on_each_database(async |clinic| {
        let mistake = Mistake::made(clinic).await;
        let page = mistake.nadia.get(&mistake.path).await;
        let letter = page.kept("letter").expect("a letter");
        for (record, name, field) in [
            ("", "", "record"),
            (mistake.emma.as_str(), "", "record"),
            ("new", "", "record_name"),
            ("new", "tom", "record_name"),
            ("new", "To\u{202e}m", "record_name"),
        ] {
            let fields = [
                ("letter", letter.as_str()),
                ("record", record),
                ("record_name", name),
            ];
            let page = mistake.nadia.post(&mistake.path, &fields).await;
            page.has_status(422);
            assert!(page.error_at(field).is_some(), "{record} {name}");
            assert_eq!(page.kept("record_name").as_deref(), Some(name));
        }
        mistake
            .nadia
            .post(&mistake.path, &[("record", &mistake.tom)])
            .await
            .has_status(422);
        assert_eq!(facts(clinic).await, 0);
    })
    .await;
}

#[tokio::test]
async fn ended_connection_is_changed_no_more() {
    on_each_database(async |clinic| {
        let mistake = Mistake::made(clinic).await;
        let tab = mistake.nadia.get(&mistake.path).await;
        let id = mistake.path.split('/').nth(3).expect("an id");
        mistake
            .nadia
            .post("/account/disconnect", &[("authorization", id)])
            .await
            .says("is disconnected");
        let page = mistake.send(&tab, &mistake.tom).await;
        page.has_status(410);
        page.says("This connection has already ended");
        assert_eq!(facts(clinic).await, 0);
    })
    .await;
}

#[tokio::test]
async fn second_tab_changes_nothing_again() {
    on_each_database(async |clinic| {
        let mistake = Mistake::made(clinic).await;
        let tab = mistake.nadia.get(&mistake.path).await;
        mistake.send(&tab, &mistake.tom).await.has_status(200);
        let page = mistake.send(&tab, &mistake.tom).await;
        page.has_status(410);
        assert_eq!(facts(clinic).await, 1);
        assert_eq!(polled(clinic).await.len(), 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn changes_and_a_disconnect_at_once_count_once() {
    on_each_database(async |clinic| {
        let mistake = Mistake::made(clinic).await;
        let page = mistake.nadia.get(&mistake.path).await;
        let letter = page.kept("letter").expect("a letter");
        let id = mistake.path.split('/').nth(3).expect("an id").to_owned();
        let mut tasks = JoinSet::new();
        for number in 0..12 {
            let (browser, path) = (mistake.nadia.clone(), mistake.path.clone());
            let (letter, tom, id) = (letter.clone(), mistake.tom.clone(), id.clone());
            tasks.spawn(async move {
                let page = if number == 6 {
                    browser
                        .post("/account/disconnect", &[("authorization", &id)])
                        .await
                } else {
                    let fields = [("letter", letter.as_str()), ("record", tom.as_str())];
                    browser.post(&path, &fields).await
                };
                page.status.as_u16()
            });
        }
        let answers = tasks.join_all().await;
        assert!(answers.iter().all(|status| *status < 500), "{answers:?}");
        let events = clinic.events().await;
        let ended = events
            .iter()
            .rev()
            .take_while(|event| event.external_id.as_str() == "MRN-1");
        let kinds: Vec<_> = ended.map(|event| event.kind).collect();
        let connected = usize::from(kinds[0] == EventKind::Changed);
        assert_eq!(kinds.len(), 2, "connected, then one end: {kinds:?}");
        assert_eq!(polled(clinic).await.len(), connected);
    })
    .await;
}

#[tokio::test]
async fn stopped_or_replaced_code_does_not_keep_the_wrong_record() {
    on_each_database(async |clinic| {
        let mistake = Mistake::made(clinic).await;
        let renewed = clinic.reissue(&mistake.letter).await;
        let page = mistake.nadia.get(&mistake.path).await;
        page.says("Tom's record");
        let stranger = clinic.browser();
        stranger.post("/connect", &[("code", &renewed.code)]).await;
        for wrong in ["one", "two", "three"] {
            stranger
                .post("/connect/question", &[("answer", wrong)])
                .await;
        }
        let page = mistake.send(&page, &mistake.tom).await;
        page.says("Tom is now connected");
        assert_eq!(
            polled(clinic).await,
            [("MRN-1".to_owned(), mistake.tom.clone())]
        );
    })
    .await;
}

#[tokio::test]
async fn only_the_wrong_letter_moves_where_two_are_on_one_record() {
    on_each_database(async |clinic| {
        let nadia = clinic.person("Nadia", "nadia@example.org").await;
        let emmas = clinic.invite_for("MRN-1", "Emma's record").await;
        clinic.connect(&nadia, &emmas, "Emma").await;
        let emma = polled(clinic).await[0].1.clone();
        let toms = clinic.invite_for("MRN-2", "Tom's record").await;
        clinic.connect(&nadia, &toms, &emma).await;
        let path = links(&nadia.get("/connect/done").await).remove(0);
        let page = nadia.get(&path).await;
        page.says("Which letter is connected to the wrong record?");
        assert_eq!(page.attributes("input[name=letter]", "value").len(), 2);
        assert_eq!(page.count("input[checked]"), 0);
        let new = [("record", "new"), ("record_name", "Tom")];
        let unsaid = nadia.post(&path, &new).await;
        unsaid.has_status(422);
        assert!(unsaid.error_at("letter").is_some());
        let letter = toms.id.to_string();
        let fields = [new[0], new[1], ("letter", letter.as_str())];
        let page = nadia.post(&path, &fields).await;
        page.says("Tom is now connected");
        page.says("Emma stays connected to Lakeside Clinic");

        let pairs = polled(clinic).await;
        assert_eq!(pairs.len(), 2, "{pairs:?}");
        assert!(
            pairs.contains(&("MRN-1".to_owned(), emma.clone())),
            "{pairs:?}"
        );
        assert!(!pairs.contains(&("MRN-2".to_owned(), emma)), "{pairs:?}");
        let events = clinic.events().await;
        let [change] = &changes(&events)[..] else {
            panic!("one change");
        };
        assert_eq!(change.external_id.as_str(), "MRN-2");
        let account = nadia.get("/account").await;
        assert_eq!(account.count("input[name=authorization]"), 2);
    })
    .await;
}

#[tokio::test]
async fn change_back_and_forth_keeps_one_pair() {
    on_each_database(async |clinic| {
        let mistake = Mistake::made(clinic).await;
        mistake.choose(&mistake.tom).await.has_status(200);
        clinic.advance(Duration::from_mins(1));
        let back = links(&mistake.nadia.get("/connect/done").await).remove(0);
        let page = mistake.nadia.get(&back).await;
        let letter = page.kept("letter").expect("a letter");
        let fields = [("letter", letter.as_str()), ("record", &mistake.emma)];
        let asked = mistake.nadia.post(&back, &fields).await;
        assert_eq!(asked.heading(), RIGHT_RECORD);
        let doubt = asked.kept("doubt_seen").expect("a digest");
        let meant = [
            fields[0],
            fields[1],
            ("record_check", "this"),
            ("doubt_seen", doubt.as_str()),
        ];
        mistake
            .nadia
            .post(&back, &meant)
            .await
            .says("Emma is now connected");
        assert_eq!(
            polled(clinic).await,
            [("MRN-1".to_owned(), mistake.emma.clone())]
        );
        let (_, broken) = clinic.services().audit().verify().await.expect("read");
        assert!(broken.is_empty());
    })
    .await;
}
