//! Every method of the XML platform against everyone who may not call it. The methods are those that the platform
//! itself names, so that a new one is covered by being there.

use crate::support::platform::{CERTIFICATE, Client, Family, Opening, post};
use crate::support::{Clinic, on_each_database};
use service::Administrator;
use std::time::Duration;

const MEDICATION: &str = "30cafccc-047d-4288-94ef-643571f7919d";
const FOR_ANYBODY: [&str; 2] = ["CreateAuthenticatedSessionToken", "GetServiceDefinition"];

/// All methods that need a session, with their versions.
async fn methods(clinic: &Clinic, client: &Client) -> Vec<(String, u32)> {
    let told = client.call(clinic, "GetServiceDefinition", 1, "").await;
    let document = roxmltree::Document::parse(&told.xml).expect("well-formed XML");
    let mut methods = Vec::new();
    for method in document
        .descendants()
        .filter(|node| node.has_tag_name("xml-method"))
    {
        let name = method.descendants().find(|node| node.has_tag_name("name"));
        let name = name.and_then(|node| node.text()).expect("a name");
        for version in method
            .children()
            .filter(|node| node.has_tag_name("version"))
        {
            let number = version.attribute("number").expect("a number");
            methods.push((name.to_owned(), number.parse().expect("a number")));
        }
    }
    methods.retain(|(name, _)| !FOR_ANYBODY.contains(&name.as_str()));
    assert!(methods.len() > 20, "the platform names its methods");
    methods
}

/// What a caller with every right would send; a method without a line here is called with nothing.
fn info(method: &str) -> String {
    let key = format!("<thing-id version-stamp=\"{MEDICATION}\">{MEDICATION}</thing-id>");
    match method {
        "CreateConnectRequest" => {
            "<friendly-name>Pat</friendly-name><question>Which town?</question>\
            <answer>Hamburg</answer><external-id>MRN-9</external-id>"
                .into()
        }
        "UpdateExternalId" => {
            "<old-external-id>MRN-1</old-external-id><new-external-id>X</new-external-id>".into()
        }
        "DeletePendingConnectRequest" => "<external-id>MRN-1</external-id>".into(),
        "AssociateAlternateId" => "<alternate-id>theirs</alternate-id>".into(),
        "DisassociateAlternateId" | "GetPersonAndRecordForAlternateId" => {
            "<alternate-id>emma</alternate-id>".into()
        }
        "GetThings" => format!(
            "<group><filter><type-id>{MEDICATION}</type-id></filter><format><xml/></format></group>"
        ),
        "PutThings" => format!(
            "<thing><type-id>{MEDICATION}</type-id><data-xml><medication><name><text>Poison</text></name></medication></data-xml></thing>"
        ),
        "RemoveThings" => key,
        "GetAuthorizedRecords" => format!("<id>{MEDICATION}</id>"),
        "SetApplicationSettings" => "<app-settings>theirs</app-settings>".into(),
        "SearchVocabulary" => {
            "<text-search-parameters><search-string>a</search-string></text-search-parameters>"
                .into()
        }
        "QueryPermissions" => format!("<thing-type-id>{MEDICATION}</thing-type-id>"),
        _ => String::new(),
    }
}

/// A client of another application, which has the same certificate.
async fn of_another_application(clinic: &Clinic) -> Client {
    let other = clinic.another_application().await;
    let by = Administrator::at_command_line(other);
    let added = clinic
        .services()
        .applications()
        .add_certificate(by, CERTIFICATE)
        .await;
    added.expect("a certificate");
    let opening = Opening {
        application: other,
        ..Opening::of(clinic, 1, Family::Sha256)
    };
    let token = opening.send(clinic).await.is(0).first("token");
    Client {
        family: Family::Sha256,
        token,
        secret: b"12345678901234567890".to_vec(),
        sent_at: None,
    }
}

#[tokio::test]
async fn no_method_answers_without_a_live_session_and_its_key() {
    on_each_database(async |clinic| {
        let client = Client::of(clinic).await;
        let methods = methods(clinic, &client).await;
        let app_id = format!("<app-id>{}</app-id>", clinic.application);
        let other_key = Client {
            secret: vec![1; 32],
            ..client.clone()
        };
        let made_up = Client {
            token: client.token.replace("ASAAA", "ASAAAA"),
            ..client.clone()
        };
        for (method, version) in &methods {
            let call = async |client: &Client| client.call(clinic, method, *version, &info(method)).await.code();
            assert_eq!(call(&other_key).await, 4, "{method} {version}");
            assert_eq!(call(&made_up).await, 8, "{method} {version}");
            let bare = format!(
                "<wc-request:request xmlns:wc-request=\"urn:com.microsoft.wc.request\"><header><method>{method}</method>\
                 <method-version>{version}</method-version>{app_id}<msg-time>2026-01-01T00:00:00Z</msg-time>\
                 <msg-ttl>1800</msg-ttl><version>test</version></header><info>{}</info></wc-request:request>",
                info(method)
            );
            post(clinic, bare, None).await.is(11);
        }
        clinic.advance(Duration::from_hours(4));
        for (method, version) in &methods {
            let reply = client.call(clinic, method, *version, &info(method)).await;
            assert_eq!(reply.code(), 65, "{method} {version}");
        }
        let client = Client::open(clinic, 2, Family::Sha1).await;
        let by = Administrator::at_command_line(clinic.application);
        let listed = clinic.services().applications().certificates(by).await.expect("a list");
        let removed = clinic.services().applications().remove_certificate(by, &listed[0].thumbprint, None).await;
        removed.expect("removed");
        for (method, version) in &methods {
            let reply = client.call(clinic, method, *version, &info(method)).await;
            assert_eq!(reply.code(), 8, "{method} {version}");
        }
    })
    .await;
}

#[tokio::test]
async fn no_method_tells_or_changes_anything_of_another_applications_patients() {
    on_each_database(async |clinic| {
        let client = Client::of(clinic).await;
        let invitation = clinic.invite("MRN-1").await;
        let browser = clinic.person("Emma Example", "emma@example.org").await;
        clinic.connect(&browser, &invitation, "Emma").await;
        let poll = async || {
            client
                .call(clinic, "GetAuthorizedConnectRequests", 1, "")
                .await
                .is(0)
        };
        let polled = poll().await;
        let (person, record) = (polled.first("person-id"), polled.first("record-id"));
        let at = (person.as_str(), record.as_str());
        let named = "<alternate-id>emma</alternate-id>";
        client
            .call_at(clinic, "AssociateAlternateId", 1, at, named)
            .await
            .is(0);
        let mine = async |method: &str, version| {
            client
                .call_at(clinic, method, version, at, &info(method))
                .await
                .xml
        };
        mine("PutThings", 2).await;
        let before = (
            mine("GetThings", 3).await,
            mine("GetAlternateIds", 1).await,
            mine("GetApplicationSettings", 1).await,
            poll().await.xml,
        );

        let theirs = of_another_application(clinic).await;
        for (method, version) in methods(clinic, &client).await {
            for at in [None, Some(at)] {
                let request = theirs.request(clinic, &method, version, at, &info(&method));
                let reply = post(clinic, request, None).await;
                for secret in [person.as_str(), &record, "Emma", "Poison"] {
                    assert!(
                        !reply.xml.contains(secret),
                        "{method} {version}: {}",
                        reply.xml
                    );
                }
            }
        }
        let after = (
            mine("GetThings", 3).await,
            mine("GetAlternateIds", 1).await,
            mine("GetApplicationSettings", 1).await,
            poll().await.xml,
        );
        assert_eq!(after, before);
    })
    .await;
}
