//! Connect requests by the XML platform: the same use cases as the desk's and the API's.

use crate::support::platform::{Client, Family, Reply};
use crate::support::{Clinic, Invitation, QUESTION, on_each_database};
use domain::identity_code::IdentityCode;
use domain::ids::ConnectRequestId;
use domain::new_request::{Draft, Origin};
use service::{Actor, Administrator, ApplicationChange, Caller, Filter};
use std::time::Duration;
use uuid::Uuid;

const DAY: Duration = Duration::from_hours(24);

fn asking(external_id: &str) -> String {
    format!(
        "<friendly-name>Emma's record</friendly-name><question>Which two words did we agree on?</question>\
         <answer>Velvet Walnut</answer><external-id>{external_id}</external-id>"
    )
}

fn invitation(reply: &Reply, external_id: &str) -> Invitation {
    Invitation {
        id: ConnectRequestId(Uuid::nil()),
        code: reply.first("identity-code"),
        external_id: external_id.into(),
    }
}

async fn poll(clinic: &Clinic, client: &Client) -> Reply {
    client
        .call(clinic, "GetAuthorizedConnectRequests", 1, "")
        .await
        .is(0)
}

#[tokio::test]
async fn a_client_of_either_version_and_family_goes_the_whole_way() {
    on_each_database(async |clinic| {
        Client::of(clinic).await;
        let mut made = 0;
        for version in [1, 2] {
            for family in [Family::Sha1, Family::Sha256] {
                made += 1;
                let id = format!("MRN-{made}");
                let client = Client::open(clinic, version, family).await;
                let reply = client
                    .call(clinic, "CreateConnectRequest", 1, &asking(&id))
                    .await
                    .is(0);
                IdentityCode::parse(&reply.first("identity-code")).expect("a code");

                let name = format!("emma{made}@example.org");
                let browser = clinic.person("Emma", &name).await;
                clinic
                    .connect(&browser, &invitation(&reply, &id), "Emma")
                    .await;

                let polled = poll(clinic, &client).await;
                assert_eq!(polled.all("external-id").last(), Some(&id));
                let (person, record) = (polled.all("person-id"), polled.all("record-id"));
                let at = (
                    person.last().expect("a person"),
                    record.last().expect("a record"),
                );
                let at = (at.0.as_str(), at.1.as_str());
                let info = client
                    .call_at(clinic, "GetPersonInfo", 1, at, "")
                    .await
                    .is(0);
                assert_eq!(info.first("name"), "Emma");
                assert_eq!(info.first("selected-record-id"), at.1);

                let give_up = "RemoveApplicationRecordAuthorization";
                client.call_at(clinic, give_up, 1, at, "").await.is(0);
                client
                    .call_at(clinic, "GetPersonInfo", 1, at, "")
                    .await
                    .is(11);
                client.call_at(clinic, give_up, 1, at, "").await.is(11);
                assert!(poll(clinic, &client).await.all("person-id").is_empty());
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_request_made_over_xml_is_listed_at_the_desk_and_the_other_way_round() {
    on_each_database(async |clinic| {
        let client = Client::of(clinic).await;
        client
            .call(clinic, "CreateConnectRequest", 1, &asking("X-1"))
            .await
            .is(0);
        let listed = clinic
            .services()
            .connect_requests()
            .list(clinic.application, &Filter::default())
            .await
            .expect("a list");
        assert_eq!(listed.rows[0].request.external_id.as_str(), "X-1");

        let desk = clinic.invite("D-1").await;
        let rename = format!(
            "<identity-code>{}</identity-code><new-external-id>D-2</new-external-id>",
            desk.code
        );
        client
            .call(clinic, "UpdateExternalId", 1, &rename)
            .await
            .is(0);
        let view = clinic
            .services()
            .connect_requests()
            .find(clinic.application, desk.id);
        assert_eq!(
            view.await
                .expect("a request")
                .expect("there")
                .request
                .external_id
                .as_str(),
            "D-2"
        );
    })
    .await;
}

#[tokio::test]
async fn what_is_wrong_with_a_new_request_has_its_own_code() {
    on_each_database(async |clinic| {
        let client = Client::of(clinic).await;
        let create = async |info: &str| client.call(clinic, "CreateConnectRequest", 1, info).await;
        let good = asking("MRN-1");
        let empty_answer = "<answer>  </answer>";
        let replaced = |from: &str, to: &str| good.replace(from, to);
        let answer = "<answer>Velvet Walnut</answer>";
        let question = "<question>Which two words did we agree on?</question>";
        create(&replaced(question, "<question></question>"))
            .await
            .is(72);
        create(&replaced(question, "")).await.is(72);
        create(&replaced(answer, empty_answer)).await.is(73);
        create(&replaced(answer, "")).await.is(73);
        create(&replaced("<external-id>MRN-1</external-id>", ""))
            .await
            .is(3);
        create(&replaced("Emma's record", " ")).await.is(3);
        create(&format!("{good}<extra/>")).await.is(3);
        create(&format!("{good}{answer}")).await.is(3);
        create(&format!(
            "{good}<call-back-url>javascript:alert(1)</call-back-url>"
        ))
        .await
        .is(3);
        create("").await.is(72);
        create(&good).await.is(0);
        create(&good).await.is(79);
        // Answers as short as the kits' own samples are taken.
        create(&asking("MRN-2").replace("Velvet Walnut", "gray"))
            .await
            .is(0);
        let called = "<call-back-url>https://clinic.example/told</call-back-url>";
        create(&format!("{}{called}", asking("MRN-3"))).await.is(0);
    })
    .await;
}

#[tokio::test]
async fn an_id_is_changed_by_code_or_by_the_id_so_far() {
    on_each_database(async |clinic| {
        let client = Client::of(clinic).await;
        clinic.invite("MRN-1").await;
        clinic.invite("MRN-2").await;
        let rename = async |from: &str, to: &str| {
            let info = format!(
                "<old-external-id>{from}</old-external-id><new-external-id>{to}</new-external-id>"
            );
            client.call(clinic, "UpdateExternalId", 1, &info).await
        };
        rename("MRN-1", "MRN-9").await.is(0);
        rename("MRN-1", "MRN-8").await.is(74);
        rename("MRN-9", "MRN-2").await.is(79);
        rename("MRN-9", "").await.is(3);
        let unknown = "<identity-code>JKYZ-QNMN-VHRX-ZGNR-GZNH</identity-code>\
                       <new-external-id>MRN-7</new-external-id>";
        client
            .call(clinic, "UpdateExternalId", 1, unknown)
            .await
            .is(74);
        client
            .call(
                clinic,
                "UpdateExternalId",
                1,
                "<new-external-id>MRN-7</new-external-id>",
            )
            .await
            .is(3);
    })
    .await;
}

#[tokio::test]
async fn only_a_pending_request_can_be_deleted() {
    on_each_database(async |clinic| {
        let client = Client::of(clinic).await;
        let delete = async |id: &str| {
            let info = format!("<external-id>{id}</external-id>");
            client
                .call(clinic, "DeletePendingConnectRequest", 1, &info)
                .await
        };
        let waiting = clinic.invite("MRN-1").await;
        delete("MRN-1").await.is(0);
        let browser = clinic.browser();
        browser.post("/connect", &[("code", &waiting.code)]).await;
        let page = browser.get("/connect/question").await;
        page.says_nothing_of(QUESTION);
        // As the caller wants it already.
        delete("MRN-1").await.is(0);
        delete("never-there").await.is(0);
        // An id that was put into the XML without escaping breaks it.
        delete("R&D").await.is(3);

        let connected = clinic.invite("MRN-2").await;
        let browser = clinic.person("Emma", "emma@example.org").await;
        clinic.connect(&browser, &connected, "Emma").await;
        delete("MRN-2").await.is(84);
        client
            .call(clinic, "CreateConnectRequest", 1, &asking("MRN-2"))
            .await
            .is(79);
    })
    .await;
}

#[tokio::test]
async fn a_poll_reaches_back_a_little_and_says_no_more_than_it_must() {
    on_each_database(async |clinic| {
        let client = Client::of(clinic).await;
        let invitation = clinic.invite("A&B <1>").await;
        let browser = clinic.person("Emma", "emma@example.org").await;
        clinic.connect(&browser, &invitation, "Emma").await;
        let since = async |time: String| {
            let info = format!(
                "<authorized-connect-requests-since>{time}</authorized-connect-requests-since>"
            );
            client
                .call(clinic, "GetAuthorizedConnectRequests", 1, &info)
                .await
        };
        let now = clinic.now();
        let within = since((now + Duration::from_secs(59)).rfc3339()).await.is(0);
        assert_eq!(within.all("external-id"), ["A&B <1>"]);
        let number = within.attribute("record-id", "app-specific-record-id");
        assert!(number.parse::<u64>().is_ok(), "{number}");
        let beyond = since((now + Duration::from_secs(61)).rfc3339()).await.is(0);
        assert!(beyond.all("connect-request").is_empty());
        // Without a zone a time is UTC.
        let zoneless = now.rfc3339().trim_end_matches('Z').to_owned();
        assert_eq!(since(zoneless).await.is(0).all("external-id").len(), 1);
        since("last week".into()).await.is(69);
        clinic.advance(89 * DAY);
        let client = Client::open(clinic, 2, Family::Sha1).await;
        assert_eq!(poll(clinic, &client).await.all("external-id").len(), 1);
    })
    .await;
}

#[tokio::test]
async fn without_the_methods_or_as_a_mobile_application_all_calls_fail() {
    on_each_database(async |clinic| {
        let client = Client::of(clinic).await;
        let change = ApplicationChange {
            connect_methods: Some(false),
            ..ApplicationChange::default()
        };
        let set = clinic
            .services()
            .applications()
            .set(Administrator::at_command_line(clinic.application), change);
        set.await.expect("changed");
        let id = "<external-id>MRN-1</external-id>";
        let rename =
            "<old-external-id>MRN-1</old-external-id><new-external-id>MRN-2</new-external-id>";
        client
            .call(clinic, "CreateConnectRequest", 1, &asking("MRN-1"))
            .await
            .is(11);
        client
            .call(clinic, "DeletePendingConnectRequest", 1, id)
            .await
            .is(11);
        client
            .call(clinic, "UpdateExternalId", 1, rename)
            .await
            .is(11);
        client
            .call(clinic, "GetAuthorizedConnectRequests", 1, "")
            .await
            .is(11);
        for package in [
            "AllocatePackageId",
            "CreateConnectPackage",
            "DeletePendingConnectPackage",
        ] {
            client.call(clinic, package, 1, "").await.is(11);
        }
    })
    .await;
}

#[tokio::test]
async fn another_applications_requests_do_not_exist() {
    on_each_database(async |clinic| {
        let client = Client::of(clinic).await;
        let other = clinic.another_application().await;
        let theirs = Caller {
            application: other,
            actor: Actor::Application(other),
            origin: Origin::Api,
        };
        let draft = Draft {
            friendly_name: "Emma".into(),
            question: "Which two words?".into(),
            answer: "Velvet Walnut".into(),
            external_id: "THEIRS-1".into(),
            ..Draft::default()
        };
        let made = clinic
            .services()
            .connect_requests()
            .create(theirs, &draft, None);
        let code = made.await.expect("a request").code.to_string();
        let rename = format!(
            "<identity-code>{code}</identity-code><new-external-id>OURS-1</new-external-id>"
        );
        client
            .call(clinic, "UpdateExternalId", 1, &rename)
            .await
            .is(74);
        let delete = "<external-id>THEIRS-1</external-id>";
        client
            .call(clinic, "DeletePendingConnectRequest", 1, delete)
            .await
            .is(0);
        let page = clinic.browser().post("/connect", &[("code", &code)]).await;
        page.leads_to("/connect/question");
    })
    .await;
}

#[tokio::test]
async fn an_answer_names_the_field_and_its_rule() {
    on_each_database(async |clinic| {
        let client = Client::of(clinic).await;
        let good = asking("MRN-1");
        for (from, to, code, field, rule) in [
            (
                "Which two words",
                "Which\ntwo words",
                72,
                "question:",
                "line break",
            ),
            (
                "Velvet Walnut",
                "Velvet\nWalnut",
                73,
                "answer:",
                "line break",
            ),
            (
                "Emma's record",
                "x".repeat(121).as_str(),
                3,
                "friendly-name:",
                "longer than 120 characters",
            ),
            (
                "MRN-1",
                "x".repeat(256).as_str(),
                3,
                "external-id:",
                "longer than 255 characters",
            ),
        ] {
            let info = good.replace(from, to);
            let reply = client
                .call(clinic, "CreateConnectRequest", 1, &info)
                .await
                .is(code);
            let message = reply.first("message");
            assert!(
                message.starts_with(field) && message.contains(rule),
                "{message}"
            );
        }
    })
    .await;
}
