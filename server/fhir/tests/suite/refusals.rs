//! What is not taken: each by its status, its code and the element.

use crate::support::{RECORD, json, site, thing};
use fhir::{IssueCode, Json, Limits, Refusal, ResourceType, from_fhir, to_fhir, update};

const WEIGHT: &str = r#"{"resourceType":"Observation","status":"final","subject":{"reference":"Patient/RECORD"},
    "code":{"coding":[{"system":"http://loinc.org","code":"29463-7"}]},"effectiveDateTime":"2026-05-03",
    "valueQuantity":{"value":72.50,"unit":"kg","system":"http://unitsofmeasure.org","code":"kg"}}"#;

fn weight() -> Json {
    json(&WEIGHT.replace("RECORD", RECORD))
}

/// The weight with other members; null takes one away.
fn changed(members: &str) -> Json {
    let mut all = weight();
    let more = json(&members.replace("RECORD", RECORD));
    for (name, value) in more.as_object().expect("an object") {
        match (&mut all, value) {
            (Json::Object(members), Json::Null) => drop(members.remove(name)),
            (all, value) => all.set(name, value.clone()),
        }
    }
    all
}

fn refused(resource: ResourceType, sent: Json) -> Refusal {
    let told = sent.to_string();
    from_fhir(&site(), resource, sent).expect_err(&told)
}

#[track_caller]
fn assert_refused(members: &str, status: u16, code: IssueCode, expression: &str) {
    let refusal = refused(ResourceType::Observation, changed(members));
    let found = refusal
        .issues
        .iter()
        .any(|one| one.code == code && one.expression == expression);
    assert!(found, "{members}: {refusal:?}");
    assert_eq!(refusal.status(), status, "{members}: {refusal:?}");
}

#[test]
fn the_sample_by_itself_is_taken() {
    assert!(from_fhir(&site(), ResourceType::Observation, weight()).is_ok());
}

#[test]
fn what_is_no_resource_of_r4_is_400() {
    use IssueCode::{Invalid, Structure};
    for (members, code, expression) in [
        (r#"{"resourceType":"Patient"}"#, Invalid, ""),
        (r#"{"colour":"red"}"#, Structure, "Observation"),
        (r#"{"value":1}"#, Structure, "Observation"),
        (r#"{"_code":{"id":"x"}}"#, Structure, "Observation"),
        (r#"{"note":{"text":"a"}}"#, Structure, "Observation.note"),
        (r#"{"note":[]}"#, Structure, "Observation.note"),
        (r#"{"note":[null]}"#, Structure, "Observation.note[0]"),
        (r#"{"status":["final"]}"#, Structure, "Observation.status"),
        (
            r#"{"status":null,"code":{}}"#,
            Structure,
            "Observation.code",
        ),
        (r#"{"valueString":"heavy"}"#, Structure, "Observation.value"),
        (
            r#"{"valueQuantity":{"value":"72.5"}}"#,
            Structure,
            "Observation.value.value",
        ),
        (
            r#"{"device":{"reference":"Device/1","colour":"red"}}"#,
            Structure,
            "Observation.device",
        ),
        (
            r#"{"extension":[{"url":"http://a.example"}]}"#,
            Structure,
            "Observation.extension[0]",
        ),
        (
            r##"{"contained":[{"resourceType":"Practitioner","contained":[]}]}"##,
            Structure,
            "Observation.contained[0]",
        ),
        (
            r#"{"note":[{"text":"urn:x-patient-connect:a"},{"text":"b"}],"language":"urn:x-patient-connect:"}"#,
            Structure,
            "",
        ),
    ] {
        assert_refused(members, 400, code, expression);
    }
}

#[test]
fn what_cannot_be_kept_is_422() {
    use IssueCode::{BusinessRule, NotSupported, Required, Value};
    for (members, code, expression) in [
        (r#"{"subject":null}"#, Required, "Observation.subject"),
        (
            r#"{"subject":{"reference":"Group/1"}}"#,
            Required,
            "Observation.subject",
        ),
        (
            r#"{"subject":{"identifier":{"value":"MRN-1"}}}"#,
            Required,
            "Observation.subject",
        ),
        (
            r#"{"subject":{"reference":"https://other.example/fhir/r4/Patient/RECORD"}}"#,
            Required,
            "Observation.subject",
        ),
        (
            r#"{"performer":[{"reference":"Patient/another"}]}"#,
            BusinessRule,
            "Observation.performer[0]",
        ),
        (
            r#"{"extension":[{"url":"http://a.example","valueReference":{"reference":"Patient/another"}}]}"#,
            BusinessRule,
            "Observation.extension[0].value",
        ),
        (
            r#"{"modifierExtension":[{"url":"http://a.example","valueBoolean":true}]}"#,
            NotSupported,
            "Observation.modifierExtension",
        ),
        (
            r#"{"implicitRules":"http://a.example"}"#,
            NotSupported,
            "Observation.implicitRules",
        ),
        (
            r#"{"status":"entered-in-error"}"#,
            Value,
            "Observation.status",
        ),
        (r#"{"status":"cancelled"}"#, Value, "Observation.status"),
        (r#"{"status":null}"#, Required, "Observation.status"),
        (
            r#"{"focus":[{"display":"her child"}]}"#,
            NotSupported,
            "Observation.focus",
        ),
        (
            r#"{"dataAbsentReason":{"text":"unknown"}}"#,
            NotSupported,
            "Observation.dataAbsentReason",
        ),
        (
            r#"{"code":{"coding":[{"system":"http://loinc.org","code":"1-2"}]}}"#,
            NotSupported,
            "Observation.code",
        ),
        (
            r#"{"code":{"coding":[{"system":"http://loinc.org","code":"29463-7"},{"system":"http://loinc.org","code":"8302-2"}]}}"#,
            NotSupported,
            "Observation.code",
        ),
        (
            r#"{"valueQuantity":{"value":72,"code":"[stone_av]","system":"http://unitsofmeasure.org"}}"#,
            Value,
            "Observation.value.code",
        ),
        (
            r#"{"valueQuantity":{"value":72,"code":"kg","system":"http://acme.example"}}"#,
            Value,
            "Observation.value.system",
        ),
        (
            r#"{"valueQuantity":{"value":72}}"#,
            Required,
            "Observation.value.code",
        ),
        (
            r#"{"valueQuantity":{"code":"kg"}}"#,
            Required,
            "Observation.value.value",
        ),
        (
            r#"{"valueQuantity":{"value":-1,"code":"kg"}}"#,
            Value,
            "Observation.value.value",
        ),
        (
            r#"{"valueQuantity":{"value":1e400,"code":"kg"}}"#,
            Value,
            "Observation.value.value",
        ),
        (
            r#"{"valueQuantity":{"value":72,"code":"kg","comparator":">"}}"#,
            NotSupported,
            "Observation.value.comparator",
        ),
        (
            r#"{"valueQuantity":null,"valueString":"heavy"}"#,
            Value,
            "Observation.value",
        ),
        (r#"{"valueQuantity":null}"#, Required, "Observation.value"),
        (
            r#"{"effectiveDateTime":null}"#,
            Required,
            "Observation.effective",
        ),
        (
            r#"{"effectiveDateTime":"2026"}"#,
            Value,
            "Observation.effective",
        ),
        (
            r#"{"effectiveDateTime":"2026-05"}"#,
            Value,
            "Observation.effective",
        ),
        (
            r#"{"effectiveDateTime":"0999-05-03"}"#,
            Value,
            "Observation.effective",
        ),
        (
            r#"{"effectiveDateTime":"2026-06-30T23:59:60Z"}"#,
            Value,
            "Observation.effective",
        ),
        (
            r#"{"effectiveDateTime":"2026-06-31"}"#,
            Value,
            "Observation.effective",
        ),
        (
            r#"{"effectiveDateTime":"2026-06-30T10:00:00"}"#,
            Value,
            "Observation.effective",
        ),
        (
            r#"{"note":[{"text":"a\u0000b"}]}"#,
            Value,
            "Observation.note[0].text",
        ),
        (
            r#"{"note":[{"text":" "}]}"#,
            Value,
            "Observation.note[0].text",
        ),
        (
            r#"{"meta":{"lastUpdated":"yesterday"},"issued":"2026-05-03"}"#,
            Value,
            "Observation.issued",
        ),
        (
            r#"{"contained":[{"resourceType":"Encounter","id":"e"}]}"#,
            NotSupported,
            "Observation.contained[0]",
        ),
        (
            r#"{"extension":[{"url":"https://clinic.example/fhir/StructureDefinition/thing-xml","valueBase64Binary":"AA=="}]}"#,
            BusinessRule,
            "Observation.extension",
        ),
    ] {
        assert_refused(members, 422, code, expression);
    }
}

#[test]
fn a_heart_rate_is_a_whole_number() {
    let rate = |value: &str| {
        let code = r#"{"code":{"coding":[{"system":"http://loinc.org","code":"8867-4"}]},"valueQuantity":{"value":VALUE,"code":"/min"}}"#;
        changed(&code.replace("VALUE", value))
    };
    assert!(from_fhir(&site(), ResourceType::Observation, rate("72.0")).is_ok());
    for value in ["72.5", "-72", "2147483648"] {
        let refusal = refused(ResourceType::Observation, rate(value));
        assert_eq!(refusal.issues[0].expression, "Observation.value.value");
    }
}

#[test]
fn a_status_that_says_it_is_not_so_is_refused() {
    for (resource, members, expression) in [
        (
            "Condition",
            r#""code":{"text":"a"},"subject":P,"verificationStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-ver-status","code":"refuted"}]}"#,
            "Condition.verificationStatus",
        ),
        ("Condition", r#""subject":P"#, "Condition.code"),
        (
            "Condition",
            r#""code":{"text":"a"},"subject":P,"abatementDateTime":"2020","clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":"active"}]}"#,
            "Condition.clinicalStatus",
        ),
        (
            "AllergyIntolerance",
            r#""code":{"text":"a"},"patient":P"#,
            "AllergyIntolerance.clinicalStatus",
        ),
        (
            "MedicationStatement",
            r#""medicationCodeableConcept":{"text":"a"},"subject":P,"status":"not-taken""#,
            "MedicationStatement.status",
        ),
        (
            "MedicationStatement",
            r#""medicationReference":{"reference":"Medication/1"},"subject":P,"status":"active""#,
            "MedicationStatement.medication",
        ),
        (
            "Immunization",
            r#""vaccineCode":{"text":"a"},"patient":P,"occurrenceDateTime":"2020","status":"not-done""#,
            "Immunization.status",
        ),
        (
            "Immunization",
            r#""vaccineCode":{"text":"a"},"patient":P,"status":"completed""#,
            "Immunization.occurrence",
        ),
        (
            "Procedure",
            r#""code":{"text":"a"},"subject":P,"status":"not-done""#,
            "Procedure.status",
        ),
    ] {
        let patient = format!(r#"{{"reference":"Patient/{RECORD}"}}"#);
        let text = format!(
            r#"{{"resourceType":"{resource}",{}}}"#,
            members.replace(":P", &format!(":{patient}"))
        );
        let refusal = refused(
            ResourceType::from_name(resource).expect("a type"),
            json(&text),
        );
        assert_eq!(
            (refusal.status(), &*refusal.issues[0].expression),
            (422, expression),
            "{refusal:?}"
        );
    }
}

#[test]
fn an_update_stays_with_its_thing() {
    let written = from_fhir(&site(), ResourceType::Observation, weight()).expect("a weight");
    let kept = thing(written.type_id, &written.xml);
    let refused = |change: &dyn Fn(&mut Json)| {
        let mut sent = to_fhir(&site(), &kept).expect("a map");
        change(&mut sent);
        update(&site(), &kept, sent).expect_err("a refusal")
    };
    let other = refused(&|sent| sent.set("id", Json::text("other")));
    assert_eq!(
        (other.status(), other.issues[0].code),
        (400, IssueCode::Invalid)
    );
    let code = |sent: &mut Json| {
        sent.set(
            "code",
            json(r#"{"coding":[{"system":"http://loinc.org","code":"8302-2"}]}"#),
        );
    };
    assert_eq!(refused(&code).issues[0].expression, "Observation.code");
    let subject = |sent: &mut Json| sent.set("subject", json(r#"{"reference":"Patient/another"}"#));
    assert_eq!(refused(&subject).issues[0].code, IssueCode::BusinessRule);
    let stale = |sent: &mut Json| {
        let url = "https://clinic.example/fhir/StructureDefinition/stale-residue";
        sent.push(
            "extension",
            Json::of([("url", Json::text(url)), ("valueString", Json::text("{}"))]),
        );
    };
    assert_eq!(refused(&stale).issues[0].code, IssueCode::Conflict);
}

#[test]
fn a_refusal_is_bounded_and_tells_nothing_that_was_sent() {
    let mut sent = weight();
    for number in 0..100 {
        sent.set(&format!("secret{number}"), Json::text("secret"));
    }
    let refusal = refused(ResourceType::Observation, sent);
    assert_eq!(refusal.issues.len(), 20);
    assert!(!refusal.outcome().to_string().contains("secret"));
    let deep = format!("{}1{}", "{\"a\":".repeat(40), "}".repeat(40));
    assert_eq!(
        Json::parse(&deep, Limits::default())
            .expect_err("too deep")
            .status(),
        400
    );
}
