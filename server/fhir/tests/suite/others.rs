//! What is not a row of the table: documents, types without a map, patients.

use crate::support::{RECORD, json, site, thing};
use domain::thing::types_named;
use fhir::{
    Json, Patient, ResourceType, from_basic, from_fhir, to_basic, to_fhir, update, update_basic,
};

const NOTE: &str = "<data-xml><annotation><when><date><y>2026</y><m>5</m><d>3</d></date></when><content>é &amp; ü</content></annotation><common/></data-xml>";

fn named(name: &str) -> uuid::Uuid {
    types_named(&[name])[0]
}

#[test]
fn a_type_without_a_map_is_a_basic_that_is_written_as_it_is_read() {
    let note = thing(named("Medical annotation"), NOTE);
    assert_eq!(to_fhir(&site(), &note), None);
    let read = to_basic(&site(), &note);
    assert_eq!(read.text_of("created"), Some("2026-05-04"));
    assert_eq!(update_basic(&site(), &note, read.clone()), Ok(None));
    let Json::Object(mut members) = read.clone() else {
        panic!("an object")
    };
    assert!(
        from_basic(&site(), read.clone()).is_err(),
        "the day is the server's"
    );
    members.remove("created");
    let written = from_basic(&site(), Json::Object(members.clone())).expect("a thing");
    assert_eq!(
        (written.xml, written.type_id),
        (NOTE.to_owned(), note.data.type_id)
    );
    for (name, value) in [
        ("language", Json::text("de")),
        (
            "code",
            json(
                r#"{"coding":[{"system":"https://clinic.example/fhir/thing-type","code":"3d34d87e-7fc1-4153-800f-f56592cb0d17"}]}"#,
            ),
        ),
        ("code", json(r#"{"text":"a note"}"#)),
        (
            "extension",
            json(
                r#"[{"url":"https://clinic.example/fhir/StructureDefinition/thing-xml","valueBase64Binary":"PGRhdGEteG1sLz4="}]"#,
            ),
        ),
    ] {
        let mut sent = Json::Object(members.clone());
        sent.set(name, value);
        assert_eq!(from_basic(&site(), sent).expect_err(name).status(), 422);
    }
}

#[test]
fn a_document_that_is_sent_is_a_file_with_all_its_bytes() {
    let sent = json(&r#"{"resourceType":"DocumentReference","status":"current","subject":{"reference":"Patient/RECORD"},
        "type":{"coding":[{"system":"http://loinc.org","code":"51899-3"}]},
        "content":[{"attachment":{"contentType":"application/pdf","title":"Letter","data":"JVBERi0xLjc="}}]}"#.replace("RECORD", RECORD));
    let written = from_fhir(&site(), ResourceType::DocumentReference, sent).expect("a file");
    assert!(
        written.xml.contains("<name>Letter</name><size>8</size>"),
        "{}",
        written.xml
    );
    let file = thing(written.type_id, &written.xml);
    let bytes = fhir::binary(&site(), &file);
    assert_eq!(
        bytes,
        Some(("application/pdf".to_owned(), b"%PDF-1.7".to_vec()))
    );
    for attachment in [
        r#"{"title":"a"}"#,
        r#"{"data":"JVBERi0xLjc=","size":9}"#,
        r#"{"url":"https://a.example/b.pdf","size":8}"#,
    ] {
        let text = format!(
            r#"{{"resourceType":"DocumentReference","status":"current","subject":{{"reference":"Patient/{RECORD}"}},"content":[{{"attachment":{attachment}}}]}}"#
        );
        let refusal =
            from_fhir(&site(), ResourceType::DocumentReference, json(&text)).expect_err(attachment);
        assert_eq!(refusal.status(), 422);
    }
}

#[test]
fn a_clinical_document_is_shown_to_the_letter_and_stays() {
    let inner = "<ClinicalDocument xmlns=\"urn:hl7-org:v3\"><!-- kept --><title>é</title></ClinicalDocument>";
    let kind = named("Continuity of Care Document (CCD)");
    let kept = thing(kind, &format!("<data-xml>{inner}<common/></data-xml>"));
    let bytes = fhir::binary(&site(), &kept);
    assert_eq!(
        bytes,
        Some(("application/xml".to_owned(), inner.as_bytes().to_vec()))
    );
    let read = to_fhir(&site(), &kept).expect("a map");
    assert_eq!(
        crate::support::extension(&read, "thing-xml"),
        None,
        "it is there already"
    );
    let mut other = read.clone();
    other.set("description", Json::text("From the hospital"));
    let written = update(&site(), &kept, other)
        .expect("taken")
        .expect("a change");
    assert!(written.xml.contains(inner));
    let mut other = read;
    other.set("content", json(r#"[{"attachment":{"data":"AAAA"}}]"#));
    assert_eq!(
        update(&site(), &kept, other).expect_err("refused").status(),
        422
    );
}

#[test]
fn a_patient_is_composed_of_what_may_be_read() {
    let basic = "<data-xml><basic><gender>f</gender><birthyear>1980</birthyear><city>Graz</city><language><language><text>German</text></language><is-primary>true</is-primary></language></basic></data-xml>";
    let personal = "<data-xml><personal><name><full>Ada B. Lovelace</full><first>Ada</first><last>Lovelace</last></name><birthdate><date><y>1980</y><m>12</m><d>10</d></date></birthdate><ssn>1</ssn></personal></data-xml>";
    let things = [
        thing(fhir::PATIENT_TYPES[2], personal),
        thing(fhir::PATIENT_TYPES[0], basic),
    ];
    let of = |things| {
        let patient = Patient {
            record: things_record(),
            name: "Ada",
            updated_at: domain::timestamp::Timestamp::from_micros(0),
            things,
            identifiers: &[(
                "https://clinic.example/fhir/external-id/1".to_owned(),
                "MRN-1".to_owned(),
            )],
        };
        patient.shown(&site())
    };
    let all = of(&things);
    assert_eq!(all.text_of("birthDate"), Some("1980-12-10"));
    assert_eq!(all.text_of("gender"), Some("female"));
    assert_eq!(
        all.at(&["name", "0", "family"]).and_then(Json::as_str),
        Some("Lovelace")
    );
    let less = of(&things[1..]);
    assert_eq!(less.text_of("birthDate"), Some("1980"));
    assert_eq!(
        less.at(&["name", "0", "text"]).and_then(Json::as_str),
        Some("Ada")
    );
    assert_ne!(
        all.at(&["meta", "versionId"]),
        less.at(&["meta", "versionId"])
    );
    assert_eq!(
        of(&[])
            .at(&["identifier", "0", "value"])
            .and_then(Json::as_str),
        Some("MRN-1")
    );
}

fn things_record() -> domain::ids::RecordId {
    RECORD.parse().expect("a GUID")
}
