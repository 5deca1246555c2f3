//! Generated resources, as a client of FHIR may send them: what a type has to have, and any of what it may have.

use super::{RECORD, json};
use fhir::Json;
use proptest::prelude::*;

/// Members for a resource; of those for the same member one is taken.
pub struct Sample {
    pub required: &'static str,
    pub optional: &'static [&'static str],
}

/// What any resource may have.
const ANY: &[&str] = &[
    r#""id":"a-1","meta":{"versionId":"7","lastUpdated":"2020-01-01T00:00:00Z","profile":["http://a.example/p"]}"#,
    r#""meta":{"tag":[{"system":"https://clinic.example/fhir/tag","code":"asthma"},{"code":"own"}]}"#,
    r#""language":"de-AT""#,
    r#""text":{"status":"generated","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\">Grüße</div>"}"#,
    r##""contained":[{"resourceType":"Practitioner","id":"p1","name":[{"family":"Ünal"}]}]"##,
    r#""extension":[{"url":"http://a.example/e","valueString":"é\n"},{"url":"http://a.example/f","extension":[{"url":"x","valueDecimal":1.50}]}]"#,
    r#""extension":[{"url":"https://clinic.example/fhir/StructureDefinition/source","valueString":"Clinic's scale"}]"#,
    r#""identifier":[{"system":"urn:a","value":"1"},{"system":"https://clinic.example/fhir/client-thing-id","value":"c-1"}]"#,
    r#""identifier":[{"value":"alone"}]"#,
];

/// One of the resources that a sample can be.
pub fn resource(sample: &'static Sample) -> impl Strategy<Value = Json> {
    let all: Vec<&str> = sample.optional.iter().chain(ANY).copied().collect();
    let most = all.len();
    let shuffled = Just(all).prop_shuffle();
    (shuffled, 0..=most).prop_map(move |(optional, count)| {
        let required = sample.required.replace("RECORD", RECORD);
        let mut resource = json(&format!("{{{required}}}"));
        for members in optional.into_iter().take(count) {
            let more = json(&format!("{{{}}}", members.replace("RECORD", RECORD)));
            if let (Json::Object(all), Json::Object(more)) = (&mut resource, more) {
                let stem = |name: &str| {
                    // Of a choice of types there is one.
                    let plain = name.trim_start_matches('_');
                    [
                        "effective",
                        "onset",
                        "abatement",
                        "performed",
                        "occurrence",
                        "medication",
                    ]
                    .into_iter()
                    .find(|stem| plain.starts_with(stem))
                    .unwrap_or(name)
                    .to_owned()
                };
                let stems: Vec<String> = more.keys().map(|name| stem(name)).collect();
                all.retain(|name, _| !stems.contains(&stem(name)));
                all.extend(more);
            }
        }
        resource
    })
}

pub const OBSERVATIONS: &[Sample] = &[
    Sample {
        required: r#""resourceType":"Observation","status":"final","subject":{"reference":"Patient/RECORD"},
            "code":{"coding":[{"system":"http://loinc.org","code":"29463-7"}]},"effectiveDateTime":"2026-05-03",
            "valueQuantity":{"value":72.50,"unit":"kg","system":"http://unitsofmeasure.org","code":"kg"}"#,
        optional: &[
            r#""code":{"coding":[{"system":"http://loinc.org","code":"3141-9","display":"Weight"}],"text":"Gewicht"}"#,
            r#""valueQuantity":{"value":173,"code":"[lb_av]","system":"http://unitsofmeasure.org"}"#,
            r#""valueQuantity":{"value":0.10e2,"unit":"kg"}"#,
            r#""category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"vital-signs"}]}]"#,
            OBSERVED[0],
            OBSERVED[1],
            OBSERVED[2],
            OBSERVED[3],
            OBSERVED[4],
            OBSERVED[5],
            OBSERVED[6],
            OBSERVED[7],
            OBSERVED[8],
        ],
    },
    Sample {
        required: r#""resourceType":"Observation","status":"preliminary","subject":{"reference":"Patient/RECORD","display":"Me"},
            "code":{"coding":[{"system":"http://acme.example","code":"8302-2"},{"system":"http://loinc.org","code":"8302-2"}]},
            "effectiveDateTime":"2026-05-03T10:00:00+02:00",
            "valueQuantity":{"value":172.0,"unit":"Zentimeter","system":"http://unitsofmeasure.org","code":"cm"}"#,
        optional: &[
            r#""valueQuantity":{"value":68,"unit":"in","system":"http://unitsofmeasure.org","code":"[in_i]"}"#,
            OBSERVED[0],
            OBSERVED[1],
            OBSERVED[2],
            OBSERVED[3],
            OBSERVED[4],
            OBSERVED[5],
            OBSERVED[6],
            OBSERVED[7],
            OBSERVED[8],
        ],
    },
    Sample {
        required: r#""resourceType":"Observation","status":"final","subject":{"reference":"https://clinic.example/fhir/r4/Patient/RECORD"},
            "code":{"coding":[{"system":"http://loinc.org","code":"85354-9"}]},"effectiveDateTime":"2026-05-03T10:00:00.5Z",
            "component":[{"code":{"coding":[{"system":"http://loinc.org","code":"8462-4"}]},
                "valueQuantity":{"value":84,"unit":"mmHg","system":"http://unitsofmeasure.org","code":"mm[Hg]"}},
              {"code":{"coding":[{"system":"http://loinc.org","code":"8480-6"}]},
                "valueQuantity":{"value":132.0,"system":"http://unitsofmeasure.org","code":"mm[Hg]"}}]"#,
        optional: &[
            r#""component":[{"code":{"coding":[{"system":"http://loinc.org","code":"8480-6"}]},"interpretation":[{"text":"high"}],
                "valueQuantity":{"value":140,"system":"http://unitsofmeasure.org","code":"mm[Hg]"}},
              {"code":{"text":"mood"},"valueString":"fine"},
              {"code":{"coding":[{"system":"http://loinc.org","code":"8867-4"}]},
                "valueQuantity":{"value":64,"system":"http://unitsofmeasure.org","code":"/min"}},
              {"code":{"coding":[{"system":"http://loinc.org","code":"8462-4"}]},
                "valueQuantity":{"value":90,"system":"http://unitsofmeasure.org","code":"mm[Hg]"}}]"#,
            r#""extension":[{"url":"https://clinic.example/fhir/StructureDefinition/irregular-heartbeat","valueBoolean":true}]"#,
            OBSERVED[0],
            OBSERVED[1],
            OBSERVED[2],
            OBSERVED[3],
            OBSERVED[4],
            OBSERVED[5],
            OBSERVED[6],
            OBSERVED[7],
            OBSERVED[8],
        ],
    },
    Sample {
        required: r#""resourceType":"Observation","status":"final","subject":{"reference":"Patient/RECORD"},
            "code":{"coding":[{"system":"http://loinc.org","code":"15074-8"}]},"effectivePeriod":{"start":"2026-05-03","end":"2026-05-04"},
            "valueQuantity":{"value":7.40,"unit":"mmol/l","system":"http://unitsofmeasure.org","code":"mmol/L"}"#,
        optional: &[
            r#""code":{"coding":[{"system":"http://loinc.org","code":"41653-7"}]}"#,
            r#""code":{"coding":[{"system":"http://loinc.org","code":"2345-7"}]}"#,
            r#""valueQuantity":{"value":134,"unit":"mg/dL","system":"http://unitsofmeasure.org","code":"mg/dL"}"#,
            r#""specimen":{"display":"Finger"}"#,
            r#""category":[{"coding":[{"system":"https://clinic.example/fhir/observation-category","code":"control"}]}]"#,
            r#""extension":[{"url":"https://clinic.example/fhir/StructureDefinition/normalcy","valueInteger":3},
                {"url":"https://clinic.example/fhir/StructureDefinition/measurement-context","valueCodeableConcept":{"text":"before a meal"}}]"#,
            OBSERVED[0],
            OBSERVED[1],
            OBSERVED[2],
            OBSERVED[3],
            OBSERVED[4],
            OBSERVED[5],
            OBSERVED[6],
            OBSERVED[7],
            OBSERVED[8],
        ],
    },
    Sample {
        required: r#""resourceType":"Observation","status":"amended","subject":{"reference":"Patient/RECORD"},
            "code":{"coding":[{"system":"http://loinc.org","code":"8867-4"}]},"effectiveInstant":"2026-05-03T10:00:00.123456-05:00",
            "valueQuantity":{"value":72.0,"unit":"bpm","system":"http://unitsofmeasure.org","code":"/min"}"#,
        optional: &[
            r#""method":{"coding":[{"system":"http://snomed.info/sct","code":"37931006","display":"Auscultation","userSelected":false}]}"#,
            OBSERVED[0],
            OBSERVED[1],
            OBSERVED[2],
            OBSERVED[3],
            OBSERVED[4],
            OBSERVED[5],
            OBSERVED[6],
            OBSERVED[7],
            OBSERVED[8],
        ],
    },
];

/// What any observation may have.
const OBSERVED: [&str; 9] = [
    r#""effectiveDateTime":"2026-12-31T23:59:59.1234567+14:00""#,
    r#""effectiveDateTime":"2026-05-03T10:00:00Z","_effectiveDateTime":{"extension":[{"url":"https://clinic.example/fhir/StructureDefinition/no-zone","valueBoolean":true}]}"#,
    r#""_status":{"id":"s","extension":[{"url":"http://a.example/why","valueCode":"x"}]}"#,
    r#""interpretation":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation","code":"H"}]}]"#,
    r#""note":[{"text":"First\r\nline & <b>"},{"text":"second","authorString":"Dr. A","time":"2026-05-03"}]"#,
    r##""performer":[{"reference":"#p1"},{"reference":"Practitioner/17","display":"Dr."}]"##,
    r#""referenceRange":[{"low":{"value":50.00},"high":{"value":9e1,"comparator":"<"},"text":"usual"}]"#,
    r#""bodySite":{"text":"left arm"},"issued":"2026-05-03T10:00:00Z""#,
    r#""basedOn":[{"reference":"ServiceRequest/1"}],"device":{"display":"a scale"}"#,
];
