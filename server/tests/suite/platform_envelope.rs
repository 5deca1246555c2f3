//! What the XML platform does with bodies that are no good: a status code in a well-formed answer, always.

use crate::support::on_each_database;
use crate::support::platform::{Client, Reply, post};
use flate2::Compression;
use flate2::write::{GzEncoder, ZlibEncoder};
use std::io::Write;

/// All that a client may call without a session.
fn anonymous(method: &str, version: u32, info: &str) -> String {
    format!(
        "<wc-request:request xmlns:wc-request=\"urn:com.microsoft.wc.request\"><header><method>{method}</method>\
         <method-version>{version}</method-version><app-id>05a059c9-c309-46af-9b86-b06d42510550</app-id>\
         <msg-time>2010-01-01T00:00:00Z</msg-time><msg-ttl>36000</msg-ttl><version>1</version></header>{info}\
         </wc-request:request>"
    )
}

#[tokio::test]
async fn the_service_definition_needs_no_session_and_names_every_method() {
    on_each_database(async |clinic| {
        let one = post(
            clinic,
            anonymous("GetServiceDefinition", 1, "<info/>"),
            None,
        )
        .await
        .is(0);
        assert!(one.all("name").contains(&"CreateConnectRequest".to_owned()));
        assert!(one.xml.contains(
            "<wc:info xmlns:wc=\"urn:com.microsoft.wc.methods.response.GetServiceDefinition\">"
        ));
        let two = post(
            clinic,
            anonymous("GetServiceDefinition", 2, "<info/>"),
            None,
        )
        .await
        .is(0);
        assert!(
            two.xml
                .contains("urn:com.microsoft.wc.methods.response.GetServiceDefinition2")
        );
        assert!(
            two.first("platform-url")
                .ends_with("/platform/wildcat.ashx")
        );
    })
    .await;
}

#[tokio::test]
async fn every_method_asks_for_a_session_and_answers_no_stranger() {
    on_each_database(async |clinic| {
        let definition = post(
            clinic,
            anonymous("GetServiceDefinition", 1, "<info/>"),
            None,
        )
        .await;
        let document = roxmltree::Document::parse(&definition.xml).expect("XML");
        let client = Client::of(clinic).await;
        let stranger = Client {
            token: "ASAAAxxxx".into(),
            ..client.clone()
        };
        let unsigned = Client {
            secret: vec![7; 20],
            ..client
        };
        let mut seen = 0;
        for method in document
            .descendants()
            .filter(|node| node.has_tag_name("xml-method"))
        {
            let name = method
                .children()
                .next()
                .and_then(|name| name.text())
                .expect("a name");
            if ["GetServiceDefinition", "CreateAuthenticatedSessionToken"].contains(&name) {
                continue;
            }
            for version in method
                .children()
                .filter_map(|node| node.attribute("number"))
            {
                let version = version.parse().expect("a version");
                let nobody = anonymous(name, version, "<info/>");
                post(clinic, nobody, None).await.is(11);
                stranger.call(clinic, name, version, "").await.is(8);
                unsigned.call(clinic, name, version, "").await.is(4);
                seen += 1;
            }
        }
        assert!(seen >= 20, "{seen}");
    })
    .await;
}

#[tokio::test]
async fn unknown_methods_and_versions_have_their_own_code() {
    on_each_database(async |clinic| {
        post(clinic, anonymous("BrewCoffee", 1, "<info/>"), None)
            .await
            .is(5);
        post(
            clinic,
            anonymous("CreateConnectRequest", 2, "<info/>"),
            None,
        )
        .await
        .is(5);
        post(clinic, anonymous("", 1, "<info/>"), None).await.is(5);
    })
    .await;
}

#[tokio::test]
async fn what_is_not_one_plain_document_is_refused() {
    on_each_database(async |clinic| {
        let good = anonymous("GetServiceDefinition", 1, "<info/>");
        let deep = format!(
            "<info>{}{}</info>",
            "<a>".repeat(1_000),
            "</a>".repeat(1_000)
        );
        let wide = format!("<info>{}</info>", "<a/>".repeat(250_000));
        let entity = format!(
            "<!DOCTYPE x [<!ENTITY a \"a\">]>{}",
            good.replace("36000", "&a;")
        );
        for bad in [
            String::new(),
            "hello".to_owned(),
            "{\"json\": true}".to_owned(),
            "<request/>".to_owned(),
            format!("{good}{good}"),
            entity,
            "<!DOCTYPE x SYSTEM \"http://192.0.2.1/x.dtd\"><x/>".to_owned(),
            anonymous("GetServiceDefinition", 1, &deep),
            good.replace("urn:com.microsoft.wc.request", "urn:else"),
            good.replace("<info/>", ""),
            good.replace("<info/>", "<info/><info/>"),
            good.replace("<header>", "<header><method>GetThings</method>"),
            good.replace("<info/>", "<info><!-- a --></info>"),
            good.replace("<info/>", "<info><![CDATA[a]]></info>"),
            good.replace("<info/>", "<info><?a b?></info>"),
            good.replace("<msg-ttl>36000", "<msg-ttl>-1"),
            good.replace("<method-version>1", "<method-version>one"),
            good.replace("05a059c9-", "{05a059c9-"),
        ] {
            post(clinic, bad, None).await.is(3);
        }
        post(clinic, anonymous("GetServiceDefinition", 1, &wide), None)
            .await
            .is(39);
        post(clinic, good.replace("2010-01-01", "2010-13-01"), None)
            .await
            .is(69);
        post(clinic, vec![0xff, 0xfe, 0x00], None).await.is(3);
        post(
            clinic,
            format!("\u{feff}<?xml version=\"1.0\"?>  {good}"),
            None,
        )
        .await
        .is(0);
    })
    .await;
}

#[tokio::test]
async fn a_body_may_be_packed_and_may_not_be_endless() {
    on_each_database(async |clinic| {
        let good = anonymous("GetServiceDefinition", 1, "<info/>");
        let gzip = |text: &[u8]| {
            let mut packed = GzEncoder::new(Vec::new(), Compression::best());
            packed.write_all(text).expect("packed");
            packed.finish().expect("packed")
        };
        let mut deflated = ZlibEncoder::new(Vec::new(), Compression::fast());
        deflated.write_all(good.as_bytes()).expect("packed");
        let deflated = deflated.finish().expect("packed");
        post(clinic, gzip(good.as_bytes()), Some("gzip"))
            .await
            .is(0);
        post(clinic, deflated, Some("deflate")).await.is(0);
        post(clinic, good.clone(), Some("identity")).await.is(0);
        post(clinic, good.clone(), Some("br")).await.is(91);
        post(clinic, good, Some("gzip")).await.is(92);
        post(clinic, vec![b' '; 4 * 1024 * 1024 + 1], None)
            .await
            .is(39);
        // 100 MB of blanks in a hundred kilobytes.
        post(clinic, gzip(&vec![b' '; 100_000_000]), Some("gzip"))
            .await
            .is(39);
    })
    .await;
}

#[tokio::test]
async fn an_empty_person_is_no_one() {
    on_each_database(async |clinic| {
        let client = Client::of(clinic).await;
        let nobody = client.with_inside_session(
            clinic,
            "GetAuthorizedPeople",
            "offline-person-info",
            "<offline-person-id/>",
        );
        post(clinic, nobody, None).await.is(0);
        let nobody = client.with_inside_session(
            clinic,
            "GetPersonInfo",
            "offline-person-info",
            "<offline-person-id/>",
        );
        post(clinic, nobody, None).await.is(9);
    })
    .await;
}

#[tokio::test]
async fn a_user_token_sends_the_user_to_sign_in_again() {
    on_each_database(async |clinic| {
        let client = Client::of(clinic).await;
        let request = client.with_inside_session(clinic, "GetPersonInfo", "user-auth-token", "AAA");
        post(clinic, request, None).await.is(7);
    })
    .await;
}

#[tokio::test]
async fn every_answer_has_the_shape_that_clients_read() {
    on_each_database(async |clinic| {
        let client = Client::of(clinic).await;
        let ask = "<friendly-name>Emma's record</friendly-name><question>Which word?</question>\
                   <answer>Velvet Walnut</answer><external-id>MRN-1</external-id>";
        let code = client.call(clinic, "CreateConnectRequest", 1, ask).await.is(0).first("identity-code");
        let invitation = crate::support::Invitation {
            id: domain::ids::ConnectRequestId(uuid::Uuid::nil()),
            code: code.clone(),
            external_id: "MRN-1".into(),
        };
        let browser = clinic.person("Emma", "emma@example.org").await;
        clinic.connect(&browser, &invitation, "Emma").await;
        let polled = client.call(clinic, "GetAuthorizedConnectRequests", 1, "").await.is(0);
        let (person, record) = (polled.first("person-id"), polled.first("record-id"));
        let at = (person.as_str(), record.as_str());
        let medication = "30cafccc-047d-4288-94ef-643571f7919d";
        let thing = format!(
            "<thing><type-id>{medication}</type-id><data-xml><medication><name><text>Aspirin</text></name></medication></data-xml></thing>"
        );
        let put = client.call_at(clinic, "PutThings", 1, at, &thing).await.is(0);
        let named = |reply: &Reply| {
            let names = [
                (code.clone(), "CODE"),
                (person.clone(), "PERSON"),
                (record.clone(), "RECORD"),
                (clinic.application.to_string(), "APPLICATION"),
                (polled.attribute("record-id", "app-specific-record-id"), "NUMBER"),
                (put.first("thing-id"), "THING"),
                (put.attribute("thing-id", "version-stamp"), "STAMP"),
            ];
            names.iter().fold(reply.xml.clone(), |xml, (id, name)| xml.replace(id.as_str(), name))
        };
        let group = format!(
            "<group name=\"all\"><filter><type-id>{medication}</type-id></filter><format><section>core</section>\
             <section>audits</section><xml/></format></group>"
        );
        let types = format!("<thing-type-id>{medication}</thing-type-id>");
        client.call_at(clinic, "AssociateAlternateId", 1, at, "<alternate-id>A&amp;B</alternate-id>").await.is(0);
        let mut answers = vec![named(&polled), named(&put)];
        for (method, version, info) in [
            ("GetPersonInfo", 1, ""),
            ("GetAuthorizedPeople", 1, ""),
            ("GetThings", 2, group.as_str()),
            ("GetThings", 3, group.as_str()),
            ("QueryPermissions", 1, types.as_str()),
            ("GetAlternateIds", 1, ""),
            ("GetPersonAndRecordForAlternateId", 1, "<alternate-id>A&amp;B</alternate-id>"),
            ("GetUpdatedRecordsForApplication", 1, ""),
            ("GetUpdatedRecordsForApplication", 2, ""),
            ("GetApplicationInfo", 1, ""),
            ("UpdateExternalId", 1, "<old-external-id>MRN-1</old-external-id><new-external-id>MRN-2</new-external-id>"),
            ("DeletePendingConnectRequest", 1, "<external-id>MRN-2</external-id>"),
            ("AllocatePackageId", 1, ""),
        ] {
            let reply = client.call_at(clinic, method, version, at, info).await;
            answers.push(format!("{method} {version}\n{}", named(&reply)));
        }
        insta::assert_snapshot!("answers", answers.join("\n\n"));
    })
    .await;
}

/// 8 kB: as many namespaces on one element as children that inherit them.
fn namespaces_upon_namespaces() -> String {
    let declared: String = (0..330)
        .map(|number| format!(" xmlns:a{number}='u'"))
        .collect();
    let children = "<b xmlns:c='u'/>".repeat(170);
    anonymous(
        "GetServiceDefinition",
        1,
        &format!("<info{declared}>{children}</info>"),
    )
}

#[tokio::test]
async fn names_that_a_parser_would_compare_with_all_others_are_counted_first() {
    on_each_database(async |clinic| {
        let attributes: String = (0..700).map(|number| format!(" a{number}=''")).collect();
        let attributes = format!("<info><b{attributes}/></info>");
        let hidden = "<b c=\"/>\">".repeat(200) + &"</b>".repeat(200);
        for bad in [
            namespaces_upon_namespaces(),
            anonymous("GetServiceDefinition", 1, &attributes),
            anonymous("GetServiceDefinition", 1, &format!("<info>{hidden}</info>")),
        ] {
            post(clinic, bad, None).await.is(3);
        }
    })
    .await;
}

#[tokio::test]
async fn no_one_has_a_large_body_read_before_they_are_known() {
    on_each_database(async |clinic| {
        let client = Client::of(clinic).await;
        let large = format!("<a>{}</a>", "x".repeat(20_000));
        let body = anonymous("GetServiceDefinition", 1, &format!("<info>{large}</info>"));
        post(clinic, body, None).await.is(39);
        client
            .call(clinic, "GetAuthorizedPeople", 1, &large)
            .await
            .is(0);
        let wide = "<a/>".repeat(250_000);
        client
            .call(clinic, "GetAuthorizedPeople", 1, &wide)
            .await
            .is(3);
        // What no XML reader takes is not even looked at, where its sender is no one.
        let stranger = Client {
            token: "ASAAAxxxx".into(),
            ..client.clone()
        };
        let broken = stranger
            .request(clinic, "GetThings", 3, None, &large)
            .replace("</info>", "</other>");
        post(clinic, broken, None).await.is(8);
        let unsigned = Client {
            secret: vec![7; 20],
            ..client
        };
        let broken = unsigned
            .request(clinic, "GetThings", 3, None, &large)
            .replace("</info>", "</other>");
        post(clinic, broken, None).await.is(4);
    })
    .await;
}
