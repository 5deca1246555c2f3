//! What real clients read without looking, and the calls of their start. Rows carry the id of the case that was reported.

use crate::support::platform::{Client, Reply, post};
use crate::support::record::Connected;
use crate::support::{Clinic, on_each_database};
use domain::thing::KINDS;

const NAMESPACE: &str = "urn:com.microsoft.wc.methods.response.";

/// Whether the answer's info is of this namespace, with the prefix that clients look for.
fn answers_as(reply: &Reply, name: &str) -> bool {
    reply
        .xml
        .contains(&format!("<wc:info xmlns:wc=\"{NAMESPACE}{name}\">"))
}

fn anonymous(method: &str, version: u32, info: &str) -> String {
    format!(
        "<r:request xmlns:r=\"urn:com.microsoft.wc.request\"><header><method>{method}</method>\
         <method-version>{version}</method-version><app-id>05a059c9-c309-46af-9b86-b06d42510550</app-id>\
         <msg-time>2010-01-01T00:00:00Z</msg-time><msg-ttl>36000</msg-ttl><version>1</version></header>\
         <info>{info}</info></r:request>"
    )
}

async fn definition(clinic: &Clinic, version: u32, info: &str) -> Reply {
    let asked = anonymous("GetServiceDefinition", version, info);
    post(clinic, asked, None).await.is(0)
}

/// The names of the elements right beneath the info.
fn children(reply: &Reply) -> Vec<String> {
    let document = roxmltree::Document::parse(&reply.xml).expect("XML");
    let info = document
        .descendants()
        .find(|node| node.tag_name().name() == "info")
        .expect("an info");
    let names = info.children().map(|child| child.tag_name().name());
    let mut names: Vec<String> = names.map(str::to_owned).collect();
    names.dedup();
    names
}

#[tokio::test]
async fn updated_records_carry_the_number_of_their_latest_operation() {
    on_each_database(async |clinic| {
        let emma = Connected::to_everything(clinic).await;
        let file = format!(
            "<thing><type-id>{}</type-id><data-xml><file><name>a</name><size>1</size></file></data-xml></thing>",
            KINDS.iter().find(|kind| kind.name == "File").expect("a kind").id
        );
        let number = async || {
            let updated = emma.client.call(clinic, "GetUpdatedRecordsForApplication", 2, "");
            let updated = updated.await.is(0).first("latest-operation-sequence-number");
            let info = emma.call(clinic, "GetPersonInfo", 1, "").await.is(0);
            let record = info.attribute("record", "latest-operation-sequence-number");
            assert!(updated == record || updated.is_empty(), "H6 {updated} {record}");
            record.parse::<u64>().expect("a number")
        };
        assert_eq!(number().await, 0);
        let put = emma.put(clinic, &file.repeat(2)).await.is(0);
        assert_eq!(number().await, 2);
        let key = format!(
            "<thing-id version-stamp=\"{}\">{}</thing-id>",
            put.attribute("thing-id", "version-stamp"),
            put.first("thing-id"),
        );
        emma.call(clinic, "RemoveThings", 1, &key).await.is(0);
        assert_eq!(number().await, 3, "it grows with whatever is done");
        emma.put(clinic, "<thing/>").await.is(3);
        assert_eq!(number().await, 3);
    })
    .await;
}

#[tokio::test]
async fn the_application_is_told_with_all_that_clients_read() {
    on_each_database(async |clinic| {
        let client = Client::of(clinic).await;
        for version in [1, 2] {
            let told = client
                .call(clinic, "GetApplicationInfo", version, "")
                .await
                .is(0);
            assert!(answers_as(&told, "GetApplicationInfo"), "H7 {}", told.xml);
            assert_eq!(told.first("name"), "Lakeside Clinic");
            assert_eq!(told.first("app-auth-required"), "true");
            assert_eq!(told.first("restrict-app-users"), "false");
            assert_eq!(told.first("is-published"), "true");
            assert_eq!(told.all("person-online-base-auth-xml").len(), 1);
            assert_eq!(told.all("reason"), ["So that we treat you well"; 2]);
            assert_eq!(told.attribute("rule", "name"), "See your medicines");
            assert_eq!(told.attribute("rule", "is-optional"), "false");
            assert_eq!(told.all("type-id").len(), 2);
        }
    })
    .await;
}

#[tokio::test]
async fn the_definition_has_what_clients_read_and_obeys_what_they_ask() {
    on_each_database(async |clinic| {
        let two = definition(clinic, 2, "").await;
        assert!(answers_as(&two, "GetServiceDefinition2"));
        let schemas = two.all("response-schema-url");
        let document = roxmltree::Document::parse(&two.xml).expect("XML");
        let versions = document
            .descendants()
            .filter(|node| node.has_tag_name("version"));
        let numbered = versions.filter(|node| node.attribute("number").is_some());
        assert_eq!(schemas.len(), numbered.count(), "H8 one on each version");
        assert!(schemas.iter().all(|url| url.starts_with("http")));
        assert_eq!(
            definition(clinic, 1, "").await.all("response-schema-url"),
            schemas
        );
        let parts = [
            "platform",
            "shell",
            "xml-method",
            "instances",
            "meaningful-use",
            "updated-date",
        ];
        assert_eq!(children(&two), parts);
        let instance = document
            .descendants()
            .find(|node| node.has_tag_name("instance"));
        let name = instance.and_then(|one| one.children().find(|node| node.has_tag_name("name")));
        assert_eq!(name.and_then(|name| name.text()), Some("US"));

        let section = |name: &str| {
            format!("<response-sections><section>{name}</section></response-sections>")
        };
        for (asked, told) in [
            ("platform", "platform"),
            ("shell", "shell"),
            ("topology", "instances"),
            ("xml-over-http-methods", "xml-method"),
            ("meaningful-use", "meaningful-use"),
        ] {
            let one = definition(clinic, 2, &section(asked)).await;
            assert_eq!(children(&one), [told, "updated-date"], "H8 {asked}");
        }
        let unknown = anonymous("GetServiceDefinition", 2, &section("weather"));
        post(clinic, unknown, None).await.is(3);
        let since = |at: &str| format!("<updated-date>{at}</updated-date>");
        let updated = two.first("updated-date");
        for (at, is_told) in [
            ("2001-01-01T00:00:00Z", true),
            (updated.as_str(), false),
            ("2999-01-01T00:00:00", false),
        ] {
            let told = definition(clinic, 2, &since(at)).await;
            assert_eq!(!children(&told).is_empty(), is_told, "H8 {at}");
        }
        let bad = anonymous("GetServiceDefinition", 2, &since("spring"));
        post(clinic, bad, None).await.is(69);
    })
    .await;
}

#[tokio::test]
async fn every_schema_that_the_definition_names_is_there() {
    on_each_database(async |clinic| {
        let told = definition(clinic, 2, "").await;
        let shell = told.first("shell-url");
        let browser = clinic.browser();
        for url in told
            .all("response-schema-url")
            .iter()
            .chain(&told.all("request-schema-url"))
        {
            let path = url
                .strip_prefix(shell.trim_end_matches('/'))
                .expect("an address here");
            let page = browser.get(path).await;
            page.has_status(200);
            let schema = roxmltree::Document::parse(&page.body).expect("XML");
            assert!(schema.root_element().has_attribute("targetNamespace"));
        }
        browser
            .get("/platform/schemas/response-brewcoffee.xsd")
            .await
            .has_status(404);
    })
    .await;
}

#[tokio::test]
async fn answers_are_not_transformed() {
    on_each_database(async |clinic| {
        let asked = anonymous("GetServiceDefinition", 2, "");
        let asked = asked.replace("<msg-time>", "<final-xsl>toccr</final-xsl><msg-time>");
        post(clinic, asked, None).await.is(34);
    })
    .await;
}

#[tokio::test]
async fn an_application_keeps_settings_for_a_person() {
    on_each_database(async |clinic| {
        let emma = Connected::new(clinic).await;
        let got = async || {
            emma.call(clinic, "GetApplicationSettings", 1, "")
                .await
                .is(0)
        };
        let set = async |info: &str| emma.call(clinic, "SetApplicationSettings", 1, info).await;
        let none = got().await;
        assert!(
            answers_as(&none, "GetApplicationSettings"),
            "H12 {}",
            none.xml
        );
        assert!(none.all("app-settings").is_empty());
        assert_eq!(none.first("selected-record-id"), emma.record);
        let kept = "<app-settings><units a=\"&lt;\">kg</units><!-- kept --></app-settings>";
        let done = set(kept).await.is(0);
        assert!(!done.xml.contains("info"), "H12 nothing is answered");
        assert!(got().await.xml.contains(kept));
        let info = emma.call(clinic, "GetPersonInfo", 1, "").await.is(0);
        let order = format!("<name>Emma</name>{kept}<selected-record-id>");
        assert!(info.xml.contains(&order), "H12 {}", info.xml);
        assert!(!clinic.database.dump().await.contains("units"));
        let actions = "select action from audit where action = 'person-settings.set'";
        assert_eq!(clinic.database.texts(actions).await.len(), 1);
        for (bad, code) in [
            ("<settings/>".to_owned(), 3),
            ("<app-settings/><app-settings/>".to_owned(), 3),
            ("<app-settings><x:a/></app-settings>".to_owned(), 3),
            (
                format!("<app-settings>{}</app-settings>", "x".repeat(64 * 1024)),
                39,
            ),
        ] {
            set(&bad).await.is(code);
        }
        assert!(
            got().await.xml.contains(kept),
            "what was refused changed nothing"
        );
        set("<app-settings/>").await.is(0);
        assert!(got().await.all("app-settings").is_empty());
        emma.client
            .call(clinic, "GetApplicationSettings", 1, "")
            .await
            .is(9);
        emma.call(clinic, "RemoveApplicationRecordAuthorization", 1, "")
            .await
            .is(0);
        emma.call(clinic, "GetApplicationSettings", 1, "")
            .await
            .is(11);
        set(kept).await.is(11);
    })
    .await;
}

#[tokio::test]
async fn settings_of_one_application_are_no_others() {
    on_each_database(async |clinic| {
        let emma = Connected::new(clinic).await;
        let kept = "<app-settings>mine</app-settings>";
        emma.call(clinic, "SetApplicationSettings", 1, kept)
            .await
            .is(0);
        let noah = clinic.invite_for("MRN-2", "Noah").await;
        let browser = clinic.person("Noah", "noah@example.org").await;
        clinic.connect(&browser, &noah, "Noah").await;
        let polled = emma
            .client
            .call(clinic, "GetAuthorizedConnectRequests", 1, "")
            .await
            .is(0);
        let people = polled.all("person-id");
        let other = people.iter().find(|id| **id != emma.person).expect("Noah");
        let at = (other.as_str(), emma.record.as_str());
        let told = emma
            .client
            .call_at(clinic, "GetApplicationSettings", 1, at, "")
            .await
            .is(0);
        assert!(told.all("app-settings").is_empty());
        let stranger = ("11111111-2222-3333-4444-555555555555", emma.record.as_str());
        emma.client
            .call_at(clinic, "GetApplicationSettings", 1, stranger, "")
            .await
            .is(11);
    })
    .await;
}

#[tokio::test]
async fn authorized_records_are_those_that_are_asked_for() {
    on_each_database(async |clinic| {
        let emma = Connected::new(clinic).await;
        let other = "<id>11111111-2222-3333-4444-555555555555</id>";
        let own = format!("<id>{}</id>", emma.record);
        let asked = async |info: &str| emma.call(clinic, "GetAuthorizedRecords", 1, info).await;
        let told = asked(&format!("{own}{other}")).await.is(0);
        assert!(
            answers_as(&told, "GetAuthorizedRecords"),
            "H12 {}",
            told.xml
        );
        assert_eq!(children(&told), ["record"]);
        assert_eq!(told.attribute("record", "id"), emma.record);
        assert_eq!(told.first("record"), "Emma");
        assert!(asked(other).await.is(0).all("record").is_empty());
        asked("").await.is(3);
        asked("<id>me</id>").await.is(3);
        emma.client
            .call(clinic, "GetAuthorizedRecords", 1, &own)
            .await
            .is(9);
        emma.call(clinic, "RemoveApplicationRecordAuthorization", 1, "")
            .await
            .is(0);
        asked(&own).await.is(11);
    })
    .await;
}

#[tokio::test]
async fn known_types_are_described_by_their_rules() {
    on_each_database(async |clinic| {
        let client = Client::of(clinic).await;
        let asked = async |info: &str| client.call(clinic, "GetThingType", 1, info).await;
        let all = asked("").await.is(0);
        assert!(answers_as(&all, "GetThingType"), "H12");
        let names: Vec<&str> = KINDS.iter().map(|kind| kind.name).collect();
        assert_eq!(all.all("name"), names);
        let weight = "3d34d87e-7fc1-4153-800f-f56592cb0d17";
        let sections = [
            "core",
            "xsd",
            "columns",
            "transforms",
            "transformsource",
            "versions",
            "effectivedatexpath",
        ];
        let sections: String = sections
            .iter()
            .map(|name| format!("<section>{name}</section>"))
            .collect();
        let one = asked(&format!(
            "<id>{weight}</id>{sections}<image-type>*</image-type>"
        ))
        .await
        .is(0);
        assert_eq!(one.first("id"), weight);
        assert_eq!(
            one.first("effective-date-xpath"),
            "/thing/data-xml/weight/when"
        );
        assert_eq!(one.attribute("version-info", "version-type-id"), weight);
        let every = asked(&sections).await.is(0);
        for schema in every.all("xsd") {
            let schema = roxmltree::Document::parse(&schema).expect("XML");
            assert!(
                schema
                    .descendants()
                    .any(|node| node.attribute("name").is_some())
            );
        }
        assert!(one.first("xsd").contains("<xs:minInclusive value=\"0\"/>"));
        asked("<id>11111111-2222-3333-4444-555555555555</id>")
            .await
            .is(19);
        asked("<section>weather</section>").await.is(3);
        let since = |at: &str| format!("<last-client-refresh>{at}</last-client-refresh>");
        assert!(
            asked(&since("2999-01-01T00:00:00Z"))
                .await
                .is(0)
                .all("id")
                .is_empty()
        );
        assert!(
            !asked(&since("2001-01-01T00:00:00Z"))
                .await
                .is(0)
                .all("id")
                .is_empty()
        );
    })
    .await;
}

#[tokio::test]
async fn the_vocabularies_of_a_clients_start_are_there() {
    on_each_database(async |clinic| {
        let client = Client::of(clinic).await;
        let get = async |version: u32, info: &str| client.call(clinic, "GetVocabulary", version, info).await;
        for version in [1, 2] {
            let keys = get(version, "").await.is(0);
            assert!(answers_as(&keys, "GetVocabulary"), "H12 {}", keys.xml);
            assert_eq!(keys.all("name"), ["glucose-measurement-type", "thing-types"]);
            assert_eq!(keys.all("family"), ["wc"; 2]);
            assert_eq!(keys.all("version"), ["1"; 2]);
        }
        let key = |more: &str| format!("<vocabulary-key><name>thing-types</name>{more}</vocabulary-key>");
        let asked = |key: &str, fixed: bool| {
            format!("<vocabulary-parameters>{key}<fixed-culture>{fixed}</fixed-culture></vocabulary-parameters>")
        };
        let types = get(2, &asked(&key(""), false)).await.is(0);
        assert_eq!(types.all("code-item").len(), KINDS.len());
        assert_eq!(types.first("display-text"), KINDS[0].name);
        assert_eq!(types.first("is-vocab-truncated"), "false");
        let from = format!("<code-value>{}</code-value>", KINDS[2].id);
        let rest = get(2, &asked(&key(&from), false)).await.is(0);
        assert_eq!(rest.all("code-item").len(), KINDS.len() - 2);
        for (key, code) in [
            (key("<family>wc</family><version>1</version>"), 0),
            (key("<family>HL7</family>"), 55),
            (key("<version>2</version>"), 55),
            (key("<code-value>none</code-value>"), 78),
            (key("").replace("thing-types", "icd9cm"), 55),
            (String::new(), 3),
            (key("").repeat(21), 124),
        ] {
            let reply = get(2, &asked(&key, false)).await;
            assert_eq!(reply.code(), code, "H12 {key}: {}", reply.xml);
        }
        assert_eq!(get(2, &asked(&key(""), true)).await.is(0).first("display-text"), KINDS[0].name);

        let search = async |key: &str, mode: &str, words: &str, more: &str| {
            let string = format!("<search-string search-mode=\"{mode}\">{words}</search-string>{more}");
            let info = format!("{key}<text-search-parameters>{string}</text-search-parameters>");
            client.call(clinic, "SearchVocabulary", 1, &info).await
        };
        let found = search(&key(""), "Contains", "BLOOD", "").await.is(0);
        assert!(answers_as(&found, "SearchVocabulary"));
        assert_eq!(children(&found), ["code-set-result"]);
        assert_eq!(found.all("code-item").len(), 2);
        let first = search(&key(""), "Contains", "blood", "<max-results>1</max-results>").await.is(0);
        assert_eq!(first.all("code-item").len(), 1);
        assert_eq!(first.first("is-vocab-truncated"), "true");
        let words = search(&key(""), "FullText", "pressure blood", "").await.is(0);
        assert_eq!(words.all("display-text"), ["Blood Pressure Measurement"]);
        assert!(search(&key(""), "Prefix", "pressure", "").await.is(0).all("code-item").is_empty());
        assert_eq!(search("", "Contains", "glucose", "").await.is(0).all("vocabulary-key").len(), 1);
        search(&key(""), "Backwards", "a", "").await.is(3);
        search(&key(""), "Contains", " ", "").await.is(3);
        search(&key(""), "Contains", &"a".repeat(256), "").await.is(3);
        search(&key(""), "Contains", "a", "<max-results>0</max-results>").await.is(3);
        client.call(clinic, "SearchVocabulary", 1, &key("")).await.is(3);
    })
    .await;
}

#[tokio::test]
async fn a_field_that_is_refused_has_its_code_and_a_true_sentence() {
    on_each_database(async |clinic| {
        let client = Client::of(clinic).await;
        let good = [
            ("friendly-name", "Emma's record"),
            ("question", "Which word?"),
            ("answer", "Velvet Walnut"),
            ("external-id", "MRN-1"),
        ];
        let (long, longer) = ("x".repeat(121), "x".repeat(256));
        for (field, value, code, sentence) in [
            ("question", "Which\nword?", 72, "line break"),
            ("question", "Which&#13;word?", 72, "line break"),
            ("question", "", 72, "missing"),
            ("answer", "Velvet&#10;Walnut", 73, "line break"),
            ("friendly-name", "Emma&#10;Lee", 3, "line break"),
            ("friendly-name", long.as_str(), 3, "longer than 120"),
            ("external-id", longer.as_str(), 3, "longer than 255"),
        ] {
            let info: String = good
                .iter()
                .map(|(name, said)| {
                    let said = if *name == field { value } else { said };
                    format!("<{name}>{said}</{name}>")
                })
                .collect();
            let reply = client
                .call(clinic, "CreateConnectRequest", 1, &info)
                .await
                .is(code);
            let message = reply.first("message");
            assert!(
                message.starts_with(field) && message.contains(sentence),
                "H13 {field}: {message}"
            );
        }
    })
    .await;
}
