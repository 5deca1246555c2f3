//! A connection and a code are two facts: the desk, the API, the file and the events say both, and both are true.

use crate::support::{Browser, Clinic, Invitation, on_each_database};
use axum::body::Body;
use axum::http::Method;
use domain::event::EventKind;
use service::{Administrator, DeleteRejection, Failure};
use std::time::Duration;

/// The state in a row of the list, not that of its email.
const STATE: &str = "td.standing .badge";
const DAY: Duration = Duration::from_hours(24);

struct Api(String);

impl Api {
    async fn of(clinic: &Clinic) -> Self {
        let by = Administrator::at_command_line(clinic.application);
        let key = clinic
            .services()
            .applications()
            .add_api_key(by, false)
            .await;
        Self(format!("Bearer {}", key.expect("a key")))
    }

    async fn get(&self, clinic: &Clinic, path: &str) -> serde_json::Value {
        let headers = [("authorization", self.0.as_str())];
        let answer = clinic
            .browser()
            .send(
                Method::GET,
                &format!("/api/v1{path}"),
                &headers,
                Body::empty(),
            )
            .await;
        serde_json::from_str(&answer.body).expect("JSON")
    }

    async fn request(&self, clinic: &Clinic, of: &Invitation) -> serde_json::Value {
        self.get(clinic, &format!("/connect-requests/{}", of.id))
            .await
    }
}

async fn disconnect(browser: &Browser) {
    let account = browser.get("/account").await;
    let ids = account.attributes("input[name=authorization]", "value");
    browser
        .post("/account/disconnect", &[("authorization", &ids[0])])
        .await
        .says("is disconnected");
}

fn disconnected_ids(events: &[domain::event::Event]) -> Vec<&str> {
    events
        .iter()
        .filter(|event| event.kind == EventKind::Disconnected)
        .map(|event| event.external_id.as_str())
        .collect()
}

#[tokio::test]
async fn the_api_says_whether_the_patient_is_connected_beside_the_code() {
    on_each_database(async |clinic| {
        let api = Api::of(clinic).await;
        let invitation = clinic.invite("MRN-1").await;
        let waiting = api.request(clinic, &invitation).await;
        assert_eq!(waiting["connection"]["state"], "none");
        assert!(waiting["connection"]["since"].is_null());

        clinic.advance(DAY);
        let emma = clinic.person("Emma", "emma@example.org").await;
        let since = clinic.now().rfc3339();
        clinic.connect(&emma, &invitation, "Emma").await;
        let connected = api.request(clinic, &invitation).await;
        assert_eq!(connected["state"], "connected");
        assert_eq!(connected["connection"]["state"], "connected");
        assert_eq!(connected["connection"]["since"], since.as_str());
        let record = connected["connection"]["record_id"].clone();
        assert!(record.is_string());

        clinic.advance(Duration::from_mins(1));
        disconnect(&emma).await;
        let ended = api.request(clinic, &invitation).await;
        assert_eq!(ended["state"], "connected", "the code still works for Emma");
        assert_eq!(ended["connection"]["state"], "disconnected");
        assert_eq!(
            ended["connection"]["until"],
            clinic.now().rfc3339().as_str()
        );
        assert_eq!(ended["connection"]["record_id"], record);
        let listed = api.get(clinic, "/connect-requests").await;
        let listed = &listed["connect_requests"][0]["connection"]["state"];
        assert_eq!(listed, "disconnected");
    })
    .await;
}

#[tokio::test]
async fn the_desk_shows_who_disconnected_and_counts_them_no_more() {
    on_each_database(async |clinic| {
        let robin = clinic.manager().await;
        let invitation = clinic.invite("MRN-1").await;
        let emma = clinic.person("Emma", "emma@example.org").await;
        clinic.connect(&emma, &invitation, "Emma").await;
        let list = robin.get("/staff/requests?state=connected").await;
        assert_eq!(list.texts(STATE), ["Connected"]);
        disconnect(&emma).await;

        let list = robin.get("/staff/requests?state=connected").await;
        assert_eq!(list.count("tbody tr"), 0);
        assert_eq!(
            list.texts("a[href='/staff/requests?state=connected'] .n"),
            ["0"]
        );
        let list = robin.get("/staff/requests?state=disconnected").await;
        assert_eq!(list.texts(STATE), ["Disconnected"]);
        let page = robin
            .get(&format!("/staff/requests/{}", invitation.id))
            .await;
        page.says("By the patient on 4 May 2026");
        let file = robin.get("/staff/connected.csv").await;
        assert_eq!(file.body.lines().count(), 1, "the head alone");
    })
    .await;
}

#[tokio::test]
async fn a_new_code_for_a_connected_patient_leaves_them_connected() {
    on_each_database(async |clinic| {
        let api = Api::of(clinic).await;
        let robin = clinic.manager().await;
        let first = clinic.invite("MRN-1").await;
        let emma = clinic.person("Emma", "emma@example.org").await;
        clinic.connect(&emma, &first, "Emma").await;
        let second = clinic.reissue(&first).await;

        let now = api.request(clinic, &second).await;
        assert_eq!(now["state"], "waiting");
        assert_eq!(now["connection"]["state"], "connected");
        let before = api.request(clinic, &first).await;
        assert_eq!(before["state"], "replaced");
        assert_eq!(before["connection"]["state"], "connected");
        let list = robin.get("/staff/requests?state=connected").await;
        assert_eq!(list.texts(STATE), ["Connected"]);
        list.says("New code created");
        let refused = clinic
            .services()
            .connect_requests()
            .delete(clinic.desk(), second.id)
            .await;
        assert!(matches!(
            refused,
            Err(Failure::Rejected(DeleteRejection::Connected))
        ));
        disconnect(&emma).await;
        let events = clinic.events().await;
        assert_eq!(disconnected_ids(&events), ["MRN-1"]);
    })
    .await;
}

#[tokio::test]
async fn two_ids_on_one_record_both_stay_and_are_both_told_of_the_end() {
    on_each_database(async |clinic| {
        let robin = clinic.manager().await;
        let one = clinic.invite("MRN-1").await;
        let two = clinic.invite("MRN-2").await;
        let emma = clinic.person("Emma", "emma@example.org").await;
        clinic.connect(&emma, &one, "Emma").await;
        let page = robin.get(&format!("/staff/requests/{}", one.id)).await;
        page.says_nothing_of("share one record");
        let log = clinic.events().await;
        let known = log[0].record.expect("a record").0.to_string();
        clinic.connect(&emma, &two, &known).await;

        let poll = clinic
            .services()
            .applications()
            .authorized_since(clinic.application, None)
            .await
            .expect("the poll");
        let mut polled: Vec<_> = poll
            .connected
            .iter()
            .map(|one| one.external_id.as_str())
            .collect();
        polled.sort_unstable();
        assert_eq!(polled, ["MRN-1", "MRN-2"]);
        let file = robin.get("/staff/connected.csv").await;
        assert_eq!(file.body.lines().count(), 3, "{}", file.body);
        let page = robin.get(&format!("/staff/requests/{}", one.id)).await;
        page.says("Two of your patients share one record");
        page.says("also connected as MRN-2");

        disconnect(&emma).await;
        let events = clinic.events().await;
        assert_eq!(disconnected_ids(&events), ["MRN-1", "MRN-2"]);
        let by: Vec<_> = events
            .iter()
            .rev()
            .take(2)
            .map(|event| event.connect_request)
            .collect();
        assert_eq!(by, [Some(two.id), Some(one.id)]);
    })
    .await;
}

#[tokio::test]
async fn another_id_on_a_record_revives_no_ended_one() {
    on_each_database(async |clinic| {
        let one = clinic.invite("MRN-1").await;
        let two = clinic.invite("MRN-2").await;
        let emma = clinic.person("Emma", "emma@example.org").await;
        clinic.connect(&emma, &one, "Emma").await;
        disconnect(&emma).await;
        let known = clinic.events().await[0].record.expect("a record");
        clinic.connect(&emma, &two, &known.0.to_string()).await;
        let poll = clinic
            .services()
            .applications()
            .authorized_since(clinic.application, None)
            .await
            .expect("the poll");
        let polled: Vec<_> = poll
            .connected
            .iter()
            .map(|one| one.external_id.as_str())
            .collect();
        assert_eq!(polled, ["MRN-2"], "MRN-1 was told of its end");
    })
    .await;
}

#[tokio::test]
async fn after_a_disconnect_the_request_can_be_deleted_and_made_anew() {
    on_each_database(async |clinic| {
        let api = Api::of(clinic).await;
        let invitation = clinic.invite("MRN-1").await;
        let emma = clinic.person("Emma", "emma@example.org").await;
        clinic.connect(&emma, &invitation, "Emma").await;
        let delete = async || {
            clinic
                .services()
                .connect_requests()
                .delete(clinic.desk(), invitation.id)
                .await
        };
        assert!(delete().await.is_err(), "connected");
        disconnect(&emma).await;
        clinic.advance(Duration::from_secs(1));
        assert!(delete().await.is_ok(), "no longer connected");
        let again = clinic.invite("MRN-1").await;
        let shown = api.request(clinic, &again).await;
        assert_eq!(shown["connection"]["state"], "none", "a new beginning");
    })
    .await;
}

#[tokio::test]
async fn the_same_code_connects_again_after_a_disconnect() {
    on_each_database(async |clinic| {
        let api = Api::of(clinic).await;
        let invitation = clinic.invite("MRN-1").await;
        let emma = clinic.person("Emma", "emma@example.org").await;
        clinic.connect(&emma, &invitation, "Emma").await;
        disconnect(&emma).await;
        clinic.advance(Duration::from_mins(1));
        let log = clinic.events().await;
        let record = log[0].record.expect("a record").0.to_string();
        clinic.connect(&emma, &invitation, &record).await;
        let shown = api.request(clinic, &invitation).await;
        assert_eq!(shown["connection"]["state"], "connected");
        assert_eq!(
            shown["connection"]["since"],
            clinic.now().rfc3339().as_str(),
            "it began anew"
        );
        assert!(shown["connection"]["until"].is_null());
    })
    .await;
}

#[tokio::test]
async fn after_ninety_days_the_list_still_knows_who_is_connected() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("MRN-1").await;
        let emma = clinic.person("Emma", "emma@example.org").await;
        clinic.connect(&emma, &invitation, "Emma").await;
        clinic.advance(91 * DAY);
        clinic
            .services()
            .installation()
            .clean_up(clinic.now())
            .await
            .expect("cleaned up");
        let robin = clinic.manager().await;
        let list = robin.get("/staff/requests?state=connected").await;
        assert_eq!(list.texts(STATE), ["Connected"]);
        list.says("Code expired");
        let sealed = "select count(*) from connect_request where code_sealed is not null";
        assert_eq!(clinic.database.number(sealed).await, 0);
        let poll = clinic
            .services()
            .applications()
            .authorized_since(clinic.application, None)
            .await
            .expect("the poll");
        assert!(poll.connected.is_empty(), "the days to collect it are over");

        clinic.invite("MRN-1").await;
        let list = robin.get("/staff/requests?state=connected").await;
        assert_eq!(list.count("tbody tr"), 1, "the new one in its place");
    })
    .await;
}

#[tokio::test]
async fn another_id_takes_every_connection_of_the_former_one() {
    on_each_database(async |clinic| {
        let api = Api::of(clinic).await;
        let first = clinic.invite("MRN-1").await;
        let emma = clinic.person("Emma", "emma@example.org").await;
        clinic.connect(&emma, &first, "Emma").await;
        let second = clinic.reissue(&first).await;
        clinic
            .services()
            .connect_requests()
            .rename(clinic.desk(), second.id, "MRN-9", None)
            .await
            .expect("renamed");
        let shown = api.request(clinic, &second).await;
        assert_eq!(shown["connection"]["state"], "connected");
        let poll = clinic
            .services()
            .applications()
            .authorized_since(clinic.application, None)
            .await
            .expect("the poll");
        assert_eq!(poll.connected[0].external_id.as_str(), "MRN-9");
        disconnect(&emma).await;
        let events = clinic.events().await;
        assert_eq!(disconnected_ids(&events), ["MRN-9"]);
    })
    .await;
}
