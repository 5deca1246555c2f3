//! Things that real clients send and ask for. Rows carry the id of the case that was reported.

use crate::support::on_each_database;
use crate::support::platform::Reply;
use crate::support::record::{Connected, ask_for};
use domain::application::Rule;
use domain::thing::{KINDS, Permission, types_named};
use std::time::Duration;

const MINUTE: Duration = Duration::from_mins(1);

fn id_of(name: &str) -> String {
    types_named(&[name])[0].to_string()
}

fn thing(kind: &str, data: &str) -> String {
    let id = id_of(kind);
    format!("<thing><type-id>{id}</type-id><data-xml>{data}</data-xml></thing>")
}

fn of_kind(kind: &str) -> String {
    format!("<filter><type-id>{}</type-id></filter>", id_of(kind))
}

fn codable(text: &str) -> String {
    format!("<text>{text}</text>")
}

const WHEN: &str =
    "<when><date><y>2026</y><m>3</m><d>1</d></date><time><h>7</h><m>5</m></time></when>";

fn weight(kg: &str) -> String {
    format!("<weight>{WHEN}<value>{kg}</value></weight>")
}

/// Data of each known kind, as its clients write it.
fn samples() -> Vec<(&'static str, String)> {
    let name = format!("<name>{}</name>", codable("Aspirin"));
    let coded = "<name><text>Aspirin</text><code><value>1191</value><family>RxNorm</family><type>rxnorm</type>\
                 <version>1</version></code></name>";
    let person = "<name><full>Dr Grey</full><title><text>Dr</text></title><last>Grey</last></name>\
                  <organization>Lakeside</organization><contact><address><is-primary>true</is-primary>\
                  <street>1 High Street</street><street>Back door</street><city>Lakeside</city>\
                  <postcode>LA1</postcode><country>UK</country></address><phone><number>1</number></phone>\
                  <email><address>grey@clinic.example</address></email></contact>";
    vec![
        ("Weight Measurement", weight("<kg>70.5</kg><display units=\"lb\" units-code=\"lb\">155.4</display>")),
        ("Height Measurement", format!("<height>{WHEN}<value><m>1.7</m></value></height>")),
        ("Blood Pressure Measurement", format!(
            "<blood-pressure>{WHEN}<systolic>120</systolic><diastolic>80</diastolic><pulse>60</pulse>\
             <irregular-heartbeat>false</irregular-heartbeat></blood-pressure>"
        )),
        ("Blood Glucose Measurement", format!(
            "<blood-glucose>{WHEN}<value><mmolPerL>5.5</mmolPerL></value><glucose-measurement-type>\
             <text>Whole blood</text></glucose-measurement-type><normalcy>3</normalcy></blood-glucose>"
        )),
        ("Basic Demographic Information",
            "<basic><gender>f</gender><birthyear>1980</birthyear><country><text>UK</text></country>\
             <postcode>LA1</postcode><language><language><text>English</text></language></language></basic>".into()),
        ("Basic Demographic Information (version 1)",
            "<basic><gender>m</gender><country>GB</country><state>Cumbria</state><firstdow>2</firstdow></basic>".into()),
        ("Medication", format!(
            "<medication>{coded}<dose><display>1 tablet</display><structured><value>1</value><units><text>tablet</text>\
             </units></structured></dose><date-started><descriptive>last spring</descriptive></date-started>\
             <prescription><prescribed-by>{person}</prescribed-by><refills>2</refills>\
             <prescription-expiration><y>2027</y><m>1</m><d>31</d></prescription-expiration></prescription></medication>"
        )),
        ("Condition", format!(
            "<condition>{name}<onset-date><structured><date><y>2005</y><m>6</m></date></structured></onset-date>\
             <stop-reason>rest</stop-reason></condition>"
        )),
        ("Allergy", format!("<allergy>{name}<treatment-provider>{person}</treatment-provider><is-negated>0</is-negated></allergy>")),
        ("Procedure", format!("<procedure><when><structured><date><y>2005</y></date></structured></when>{name}</procedure>")),
        ("Immunization", format!("<immunization>{name}<lot>A1</lot><expiration-date><y>2030</y></expiration-date></immunization>")),
        ("Continuity of Care Document (CCD)", CCDA.into()),
        ("Clinical Document Architecture (CDA)", CCDA.into()),
        ("Continuity of Care Record (CCR)",
            "<ccr:ContinuityOfCareRecord xmlns:ccr=\"urn:astm-org:CCR\"><ccr:Body/></ccr:ContinuityOfCareRecord>".into()),
        ("File",
            "<file><name>letter.pdf</name><size>4096</size><content-type><text>application/pdf</text></content-type></file>".into()),
        ("Medical annotation", format!("<annotation>{WHEN}<content>Slept badly</content></annotation>")),
    ]
}

/// As electronic records write it.
const CCDA: &str = "<?xml-stylesheet type=\"text/xsl\" href=\"CDA.xsl\"?>\n<!-- made by a kit -->\
    <ClinicalDocument xmlns=\"urn:hl7-org:v3\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\
    <!-- ** header ** --><realmCode code=\"US\"/><component><text><![CDATA[<b>70 & 71</b>]]></text></component>\
    </ClinicalDocument>";

#[tokio::test]
async fn every_known_kind_keeps_what_its_clients_write() {
    on_each_database(async |clinic| {
        let emma = Connected::to_everything(clinic).await;
        let samples = samples();
        for kind in KINDS {
            let sample = samples.iter().find(|(name, _)| *name == kind.name);
            let (name, data) = sample.unwrap_or_else(|| panic!("a sample of {}", kind.name));
            emma.put(clinic, &thing(name, data)).await.is(0);
            let read = emma.get(clinic, &of_kind(name)).await.is(0);
            assert!(
                read.xml.contains(&format!("<data-xml>{data}</data-xml>")),
                "{name}"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn comments_and_instructions_are_kept_inside_data_alone() {
    on_each_database(async |clinic| {
        let emma = Connected::to_everything(clinic).await;
        let ccd = "Continuity of Care Document (CCD)";
        let good = thing(ccd, CCDA);
        let kept = emma.put(clinic, &good).await.is(0);
        // H1: back to the letter, by its key, too.
        let key = format!(
            "<key version-stamp=\"{}\">{}</key>",
            kept.attribute("thing-id", "version-stamp"),
            kept.first("thing-id"),
        );
        let read = emma.get(clinic, &key).await.is(0);
        assert!(read.xml.contains(CCDA), "{}", read.xml);
        for bad in [
            format!("<!-- a -->{good}"),
            good.replace("<data-xml>", "<!-- a --><data-xml>"),
            good.replace("<type-id>", "<type-id><!-- a -->"),
            good.replace("<type-id>", "<?a b?><type-id>"),
            good.replace("<type-id>", "<type-id><![CDATA[")
                .replace("</type-id>", "]]></type-id>"),
            good.replace("<!-- made by a kit -->", "<!DOCTYPE ClinicalDocument>"),
            good.replace("<!-- made by a kit -->", "<!-- made -- by -->"),
            good.replace("<!-- made by a kit -->", "text"),
            good.replace(" xmlns=\"urn:hl7-org:v3\"", ""),
        ] {
            emma.put(clinic, &bad).await.is(3);
        }
        // A comment in the middle of a number is none of its digits.
        let split = thing("Weight Measurement", &weight("<kg>7<!-- seven -->0</kg>"));
        emma.put(clinic, &split).await.is(0);
    })
    .await;
}

#[tokio::test]
async fn things_are_dated_by_what_is_known_of_their_date() {
    on_each_database(async |clinic| {
        let emma = Connected::to_everything(clinic).await;
        let name = format!("<name>{}</name>", codable("Tonsillectomy"));
        let structured = |date: &str| format!("<when><structured>{date}</structured></when>");
        let now = "2026-05-04T08:00:00";
        for (row, when, effective) in [
            ("H2 year", structured("<date><y>2005</y></date>"), "2005-01-01T00:00:00"),
            ("H2 month", structured("<date><y>2005</y><m>6</m></date>"), "2005-06-01T00:00:00"),
            ("H2 day", structured("<date><y>2005</y><m>2</m><d>28</d></date>"), "2005-02-28T00:00:00"),
            ("H2 day without month", structured("<date><y>2005</y><d>28</d></date>"), "2005-01-01T00:00:00"),
            (
                "H2 time",
                structured("<date><y>2005</y><m>2</m><d>28</d></date><time><h>7</h><m>5</m><s>9</s><f>250</f></time>"),
                "2005-02-28T07:05:09",
            ),
            ("H2 words", "<when><descriptive>as a child</descriptive></when>".into(), now),
            ("H2 nothing", String::new(), now),
        ] {
            let put = thing("Procedure", &format!("<procedure>{when}{name}</procedure>"));
            let put = emma.put(clinic, &put).await.is(0);
            let asked = format!("<id>{}</id>", put.first("thing-id"));
            let read = emma.get(clinic, &asked).await.is(0);
            assert_eq!(read.first("eff-date"), effective, "{row}");
        }
        // Where the data names no moment, the caller may.
        let file = thing("File", "<file><name>a</name><size>1</size></file>");
        let file = file.replace("<data-xml>", "<eff-date>2020-02-03T04:05:06</eff-date><data-xml>");
        let put = emma.put(clinic, &file).await.is(0);
        let read = emma.get(clinic, &format!("<id>{}</id>", put.first("thing-id"))).await.is(0);
        assert_eq!(read.first("eff-date"), "2020-02-03T04:05:06");
    })
    .await;
}

#[tokio::test]
async fn payloads_marks_and_states_are_refused_by_their_codes() {
    on_each_database(async |clinic| {
        let emma = Connected::to_everything(clinic).await;
        let file = thing("File", "<file><name>a.pdf</name><size>3</size></file>");
        let with = |more: &str| file.replace("<data-xml>", &format!("{more}<data-xml>"));
        let after = |more: &str| file.replace("</thing>", &format!("{more}</thing>"));
        let blob = "<blob-payload><blob><blob-info><name/><content-type>a/b</content-type></blob-info>\
                    <content-length>3</content-length><base64data>YWJj</base64data></blob></blob-payload>";
        for (row, bad, code) in [
            ("H3 blob", after(blob), 12),
            ("H3 older payload", after("<data-other content-type=\"a/b\">YWJj</data-other>"), 12),
            ("H3 tags", after("<tags>a,b</tags>"), 12),
            ("H3 signature", after("<signature-info/>"), 12),
            ("H10 personal", with("<flags>1</flags>"), 131),
            ("H10 personal and more", with("<flags>3</flags>"), 131),
            ("H10 read-only", with("<flags>16</flags>"), 161),
            ("H10 unknown flag", with("<flags>64</flags>"), 3),
            ("H10 no number", with("<flags>personal</flags>"), 3),
            ("H9 state", with("<thing-state>Deleted</thing-state>"), 123),
            ("H9 transform", file.replace("<data-xml>", "<data-xml transform=\"a\">"), 34),
            ("H9 unknown element", after("<colour>red</colour>"), 3),
        ] {
            let reply = emma.put(clinic, &bad).await;
            assert_eq!(reply.code(), code, "{row}: {}", reply.xml);
        }
        let none = emma.get(clinic, &of_kind("File")).await.is(0);
        assert!(none.all("thing").is_empty(), "nothing of it is kept");
        let echoed = with("<thing-state>Active</thing-state><flags>0</flags>");
        let echoed = echoed.replace("<data-xml>", "<created/><updated/><data-xml>");
        emma.put(clinic, &echoed).await.is(0);
    })
    .await;
}

#[tokio::test]
async fn data_that_does_not_fit_its_type_is_refused_with_the_reason() {
    on_each_database(async |clinic| {
        let emma = Connected::to_everything(clinic).await;
        let bp = |values: &str| format!("<blood-pressure>{WHEN}{values}</blood-pressure>");
        let name = format!("<name>{}</name>", codable("Aspirin"));
        for (kind, data, reason) in [
            (
                "Weight Measurement",
                weight("<kg>heavy</kg>"),
                "kg is not a number of 0 or more",
            ),
            (
                "Weight Measurement",
                weight("<kg/>"),
                "kg is not a number of 0 or more",
            ),
            (
                "Weight Measurement",
                weight("<kg>-1</kg>"),
                "kg is not a number of 0 or more",
            ),
            (
                "Weight Measurement",
                weight("<kg>NaN</kg>"),
                "kg is not a number",
            ),
            (
                "Weight Measurement",
                weight("<kg>inf</kg>"),
                "kg is not a number",
            ),
            (
                "Weight Measurement",
                weight("<kg>70,5</kg>"),
                "kg is not a number",
            ),
            (
                "Weight Measurement",
                weight("<kg><b>70</b></kg>"),
                "kg holds an element",
            ),
            ("Weight Measurement", weight(""), "kg is missing"),
            (
                "Weight Measurement",
                weight("<kg>1</kg><kg>2</kg>"),
                "kg is there more often",
            ),
            (
                "Weight Measurement",
                weight("<kg>1</kg><display>1</display>"),
                "display has no attribute units",
            ),
            (
                "Weight Measurement",
                weight("<kg>1</kg>about"),
                "value holds text",
            ),
            (
                "Weight Measurement",
                weight("<x:kg xmlns:x=\"u\">1</x:kg>"),
                "value holds an element",
            ),
            (
                "Weight Measurement",
                "<weight><value><kg>1</kg></value></weight>".into(),
                "when is missing",
            ),
            (
                "Weight Measurement",
                weight("<kg>1</kg>").replace("<y>2026</y>", ""),
                "y is missing",
            ),
            (
                "Weight Measurement",
                weight("<kg>1</kg>").replace("<m>3</m>", ""),
                "m is missing",
            ),
            (
                "Weight Measurement",
                weight("<kg>1</kg>").replace("<m>3</m>", "<m>13</m>"),
                "m is not a whole number",
            ),
            (
                "Weight Measurement",
                weight("<kg>1</kg>").replace("<m>3</m><d>1</d>", "<m>2</m><d>30</d>"),
                "date is not a day",
            ),
            (
                "Weight Measurement",
                weight("<kg>1</kg>").replace("<h>7</h>", "<h>24</h>"),
                "h is not a whole number",
            ),
            (
                "Weight Measurement",
                format!("<height>{WHEN}<value><m>1.7</m></value></height>"),
                "one element weight",
            ),
            (
                "Height Measurement",
                format!("<height>{WHEN}<value><m>0</m></value></height>"),
                "m is not a number above 0",
            ),
            (
                "Blood Pressure Measurement",
                bp("<systolic>120</systolic>"),
                "diastolic is missing",
            ),
            (
                "Blood Pressure Measurement",
                bp("<systolic>1e2</systolic><diastolic>8</diastolic>"),
                "systolic is not a whole",
            ),
            (
                "Blood Pressure Measurement",
                bp("<systolic>9999999999</systolic><diastolic>8</diastolic>"),
                "systolic is not",
            ),
            (
                "Blood Glucose Measurement",
                format!(
                    "<blood-glucose>{WHEN}<value><mmolPerL>5</mmolPerL></value></blood-glucose>"
                ),
                "glucose-measurement-type is missing",
            ),
            (
                "Medication",
                "<medication><name>Aspirin</name></medication>".into(),
                "name holds text",
            ),
            (
                "Medication",
                "<medication><name><code/></name></medication>".into(),
                "is missing",
            ),
            (
                "Medication",
                format!("<medication>{name}<date-started/></medication>"),
                "exactly one",
            ),
            ("Condition", "<condition/>".into(), "name is missing"),
            (
                "Condition",
                format!("<condition>{name}<colour/></condition>"),
                "condition holds an element",
            ),
            (
                "Procedure",
                format!("<procedure><when><date><y>2005</y></date></when>{name}</procedure>"),
                "when holds an element",
            ),
            (
                "Basic Demographic Information",
                "<basic><gender>female</gender></basic>".into(),
                "gender is not m or f",
            ),
            (
                "Basic Demographic Information (version 1)",
                "<basic><country>GBR</country></basic>".into(),
                "country is not",
            ),
            (
                "File",
                "<file><name/><size>1</size></file>".into(),
                "name is not a text of 1 to 255",
            ),
            (
                "File",
                "<file><name>a</name><size>0</size></file>".into(),
                "size is not a whole number",
            ),
            (
                "Continuity of Care Record (CCR)",
                "<ContinuityOfCareRecord/>".into(),
                "one element ContinuityOfCareRecord",
            ),
        ] {
            let reply = emma.put(clinic, &thing(kind, &data)).await.is(3);
            let message = reply.first("message");
            assert!(message.contains(reason), "H5 {kind} {data}: {message}");
        }
        let good = thing("File", "<file><name>a</name><size>1</size></file>");
        for common in [
            "<common><colour/></common>",
            "<common><source>a</source><source>b</source></common>",
            "<common><related-thing><thing-id>a</thing-id></related-thing></common>",
            "<common/><common/>",
            "<other/>",
        ] {
            let bad = good.replace("</data-xml>", &format!("{common}</data-xml>"));
            emma.put(clinic, &bad).await.is(3);
            let first = good.replace("<data-xml>", &format!("<data-xml>{common}"));
            emma.put(clinic, &first).await.is(3);
        }
        // One that does not fit keeps all others of the call from being kept.
        let both = good + &thing("File", "<file/>");
        emma.put(clinic, &both).await.is(3);
        let none = emma.get(clinic, &of_kind("File")).await.is(0);
        assert!(none.all("thing").is_empty());
    })
    .await;
}

#[tokio::test]
async fn data_of_a_kind_that_no_one_knows_is_kept_as_it_is() {
    on_each_database(async |clinic| {
        let own = "a5033c9d-08cf-4204-9bd3-cb412ce39fc0";
        let rule = Rule {
            name: "Keep its own data".into(),
            why: "So that we treat you well".into(),
            permissions: Permission::ALL.to_vec(),
            types: vec![own.parse().expect("an id")],
            ..Rule::default()
        };
        ask_for(clinic, vec![rule]).await;
        let emma = Connected::new(clinic).await;
        let data =
            "<app-specific><when><date><y>soon</y></date></when><kg/></app-specific><common/>";
        let put = format!("<thing><type-id>{own}</type-id><data-xml>{data}</data-xml></thing>");
        emma.put(clinic, &put).await.is(0);
        let filter = format!("<filter><type-id>{own}</type-id></filter>");
        let read = emma.get(clinic, &filter).await.is(0);
        assert!(read.xml.contains(data));
        assert_eq!(read.first("eff-date"), "2026-05-04T08:00:00");
    })
    .await;
}

fn file(name: &str, client_id: &str) -> String {
    let common = format!("<common><client-thing-id>{client_id}</client-thing-id></common>");
    thing(
        "File",
        &format!("<file><name>{name}</name><size>1</size></file>{common}"),
    )
}

#[tokio::test]
async fn a_clients_own_id_of_a_thing_finds_it() {
    on_each_database(async |clinic| {
        let emma = Connected::to_everything(clinic).await;
        let put = file("a", "A-1") + &file("b", "B&amp;2") + &file("c", "A-1");
        let put = emma.put(clinic, &put).await.is(0);
        let asked = async |ids: &[&str], more: &str| {
            let ids: String = ids
                .iter()
                .map(|id| format!("<client-thing-id>{id}</client-thing-id>"))
                .collect();
            let read = emma.get(clinic, &format!("{ids}{more}")).await.is(0);
            let mut names = read.all("name");
            names.sort();
            names
        };
        // H11: no one promises that a client's ids differ.
        assert_eq!(asked(&["A-1"], "").await, ["a", "c"]);
        assert_eq!(asked(&["B&amp;2", "none"], "").await, ["b"]);
        assert!(asked(&["a-1"], "").await.is_empty(), "the case counts");
        assert_eq!(
            asked(&["A-1", "B&amp;2"], &of_kind("File")).await,
            ["a", "b", "c"]
        );
        assert!(asked(&["A-1"], &of_kind("Condition")).await.is_empty());
        let both = format!(
            "<id>{}</id><client-thing-id>A-1</client-thing-id>",
            put.first("thing-id")
        );
        emma.get(clinic, &both).await.is(15);

        let stamp = put.attribute("thing-id", "version-stamp");
        let key = format!(
            "<thing><thing-id version-stamp=\"{stamp}\">{}</thing-id>",
            put.first("thing-id")
        );
        let renamed = file("a", "A-9").replace("<thing>", &key);
        emma.put(clinic, &renamed).await.is(0);
        assert_eq!(asked(&["A-1"], "").await, ["c"]);
        assert_eq!(asked(&["A-9"], "").await, ["a"]);
        emma.put(clinic, &file("d", &"x".repeat(256))).await.is(3);
        emma.put(clinic, &file("d", &"x".repeat(255))).await.is(0);
        assert!(
            !clinic.database.dump().await.contains("A-9"),
            "it is not kept as it is"
        );
    })
    .await;
}

#[tokio::test]
async fn every_filter_is_obeyed_and_what_is_not_there_refused() {
    on_each_database(async |clinic| {
        let emma = Connected::to_everything(clinic).await;
        emma.put(clinic, &file("first", "1")).await.is(0);
        clinic.advance(10 * MINUTE);
        emma.put(clinic, &file("second", "2")).await.is(0);
        let (person, app) = (emma.person.clone(), clinic.application.to_string());
        let other = "11111111-2222-3333-4444-555555555555";
        let kind = id_of("File");
        let early = "2026-05-04T08:05:00Z";
        let asked = async |filter: &str| {
            let filter = format!("<filter><type-id>{kind}</type-id>{filter}</filter>");
            emma.get(clinic, &filter).await
        };
        let is = |name: &str, value: &str| format!("<{name}>{value}</{name}>");
        for (filter, names) in [
            (is("created-app-id", &app), vec!["second", "first"]),
            (is("created-app-id", other), vec![]),
            (is("updated-app-id", &app), vec!["second", "first"]),
            (is("updated-app-id", other), vec![]),
            (is("created-person-id", &person), vec!["second", "first"]),
            (is("created-person-id", other), vec![]),
            (is("updated-person-id", &person), vec!["second", "first"]),
            (is("updated-person-id", other), vec![]),
            (is("created-date-min", early), vec!["second"]),
            (is("created-date-max", early), vec!["first"]),
            (is("updated-date-min", early), vec!["second"]),
            (is("updated-date-max", early), vec!["first"]),
        ] {
            let found = asked(&filter).await.is(0);
            assert_eq!(found.all("name"), names, "H9 {filter}");
        }
        for (filter, code) in [
            (is("xpath", "/thing"), 15),
            (is("updated-end-date-min", early), 15),
            (is("updated-end-date-max", early), 15),
            (is("colour", "red"), 15),
            (is("thing-state", "Asleep"), 15),
            (is("updated-app-id", "me"), 3),
            (is("created-date-max", "spring"), 69),
        ] {
            let reply = asked(&filter).await;
            assert_eq!(reply.code(), code, "H9 {filter}: {}", reply.xml);
        }
    })
    .await;
}

#[tokio::test]
async fn what_a_group_asks_for_is_obeyed_or_refused_by_its_code() {
    on_each_database(async |clinic| {
        let emma = Connected::to_everything(clinic).await;
        emma.put(clinic, &file("a", "1")).await.is(0);
        let kind = id_of("File");
        let medication = id_of("Medication");
        let filter = of_kind("File");
        let group = async |format: &str, more: &str| -> Reply {
            let info = format!("<group>{filter}<format><xml/>{format}</format>{more}</group>");
            emma.call(clinic, "GetThings", 3, &info).await
        };
        let version = |id: &str| format!("<type-version-format>{id}</type-version-format>");
        let section = |name: &str| format!("<section>{name}</section>");
        let order = format!(
            "<order-by><order-by-property type-id=\"{kind}\" property-name=\"name\" direction=\"Asc\"/></order-by>"
        );
        for (format, more, code) in [
            (String::new(), order.as_str(), 15),
            (String::new(), "<intents><intent>download</intent></intents>", 12),
            (String::new(), "<current-version-only>true</current-version-only>", 0),
            (String::new(), "<current-version-only>false</current-version-only>", 15),
            (String::new(), "<current-version-only>maybe</current-version-only>", 3),
            (String::new(), "<colour/>", 3),
            (section("core"), "", 0),
            (section("audits"), "", 0),
            (section("xml"), "", 0),
            (section("effectivepermissions"), "", 0),
            (section("tags"), "", 16),
            (section("digitalsignatures"), "", 16),
            (section("blobpayload"), "", 16),
            (section("otherdata"), "", 16),
            (section("colours"), "", 16),
            ("<blob-payload-request/>".into(), "", 16),
            ("<xml>toccr</xml>".into(), "", 34),
            ("<colour/>".into(), "", 3),
            (version(&kind), "", 0),
            (version(&medication) + &version(&kind), "", 0),
            (version(&medication), "", 85),
            (version("weight"), "", 3),
        ] {
            let reply = group(&format, more).await;
            assert_eq!(reply.code(), code, "H9 {format}{more}: {}", reply.xml);
        }
        let told = group(&section("effectivepermissions"), "").await;
        assert_eq!(told.all("permission"), ["Read", "Create", "Update", "Delete"]);
        assert_eq!(told.attribute("eff-permissions", "immutable"), "false");
        // Where no type is asked for, what is found decides.
        let by_name = |id: &str| {
            format!(
                "<group><client-thing-id>1</client-thing-id><format><xml/>{}</format></group>",
                version(id)
            )
        };
        emma.call(clinic, "GetThings", 3, &by_name(&kind)).await.is(0);
        emma.call(clinic, "GetThings", 3, &by_name(&medication)).await.is(85);
    })
    .await;
}
