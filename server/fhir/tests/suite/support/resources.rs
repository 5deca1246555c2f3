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
    r##""contained":[{"resourceType":"Practitioner","id":"p1","name":[{"family":"Ünal"}]},{"resourceType":"Medication","id":"m","code":{"text":"Ramipril"}}]"##,
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

/// The others, each as little as it may be.
pub const OTHERS: &[Sample] = &[
    Sample {
        required: r#""resourceType":"Observation","status":"final","subject":{"reference":"Patient/RECORD"},
            "code":{"coding":[{"system":"http://loinc.org","code":"24331-1"}]},"effectiveDateTime":"2026-05-03",
            "component":[{"code":{"coding":[{"system":"http://loinc.org","code":"2085-9"}]},
                "valueQuantity":{"value":55.0,"unit":"mg/dL","system":"http://unitsofmeasure.org","code":"mg/dL"}}]"#,
        optional: &[
            r#""component":[{"code":{"coding":[{"system":"http://loinc.org","code":"2571-8"}]},"interpretation":[{"text":"high"}],
                "valueQuantity":{"value":210,"system":"http://unitsofmeasure.org","code":"mg/dL"}},
              {"code":{"coding":[{"system":"http://loinc.org","code":"39469-2"}]},
                "valueQuantity":{"value":3.10,"unit":"mmol/L","system":"http://unitsofmeasure.org","code":"mmol/L"}},
              {"code":{"coding":[{"system":"http://loinc.org","code":"9830-1"}]},"valueQuantity":{"value":4.5}}]"#,
            OBSERVED[0],
            OBSERVED[3],
            OBSERVED[4],
            OBSERVED[5],
            OBSERVED[6],
        ],
    },
    Sample {
        required: r#""resourceType":"Observation","status":"final","subject":{"reference":"Patient/RECORD"},
            "code":{"coding":[{"system":"http://loinc.org","code":"718-7","display":"Hemoglobin"}]},
            "category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"laboratory"}]}],
            "valueQuantity":{"value":13.20,"unit":"g/dL","system":"http://unitsofmeasure.org","code":"g/dL"}"#,
        optional: &[
            r#""code":{"text":"Haemoglobin"},"status":"preliminary""#,
            r#""valueQuantity":{"value":5,"comparator":"<","unit":"mg/L"}"#,
            r#""specimen":{"display":"Blood","reference":"Specimen/1"}"#,
            r#""referenceRange":[{"low":{"value":12.0,"unit":"g/dL"},"high":{"value":16},"type":{"text":"usual"}},{"text":"none"}]"#,
            r#""performer":[{"display":"Fabrikam"},{"reference":"Practitioner/1"}]"#,
            r#""extension":[{"url":"https://clinic.example/fhir/StructureDefinition/result-note","valueString":"hemolysed"}]"#,
            OBSERVED[0],
            OBSERVED[1],
            OBSERVED[2],
            OBSERVED[3],
            OBSERVED[4],
            OBSERVED[7],
            OBSERVED[8],
        ],
    },
    Sample {
        required: r#""resourceType":"Observation","status":"final","subject":{"reference":"Patient/RECORD"},"code":{"text":"Culture"},
            "category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"laboratory"}]}],
            "valueCodeableConcept":{"coding":[{"system":"http://snomed.info/sct","code":"260385009","display":"Negative"}]},"effectiveDateTime":"2026""#,
        optional: &[OBSERVED[3], OBSERVED[4], OBSERVED[6]],
    },
    Sample {
        required: r#""resourceType":"Condition","subject":{"reference":"Patient/RECORD"},"code":{"coding":[{"system":"urn:a","code":"b"}]},
            "clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":"active"}]}"#,
        optional: &[
            r#""clinicalStatus":{"coding":[{"code":"intermittent","system":"https://clinic.example/fhir/vocabulary/wc/condition-status"}],"text":"comes and goes"}"#,
            r#""clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":"relapse"},{"code":"again"}]}"#,
            r#""onsetDateTime":"2019-02-03""#,
        ],
    },
    Sample {
        required: r#""resourceType":"Condition","subject":{"reference":"Patient/RECORD"},"code":{"text":"Asthma"}"#,
        optional: &[
            r#""code":{"coding":[{"system":"http://snomed.info/sct","code":"195967001","display":"Asthma"},{"system":"http://hl7.org/fhir/sid/icd-9-cm","code":"493.90","version":"5"}]}"#,
            r#""clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":"resolved","display":"Resolved"}],"text":"gone"}"#,
            r#""verificationStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-ver-status","code":"provisional"}]}"#,
            r#""category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-category","code":"problem-list-item"}]}]"#,
            r#""onsetDateTime":"2019""#,
            r#""onsetAge":{"value":4.0,"unit":"a","system":"http://unitsofmeasure.org","code":"a"}"#,
            r#""onsetString":"as a child""#,
            r#""abatementDateTime":"2024-05-06T07:08:09.1+01:00","clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":"remission"}]}"#,
            r#""abatementPeriod":{"start":"2024-01","end":"2024-02"},"clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":"inactive"}]}"#,
            r#""extension":[{"url":"https://clinic.example/fhir/StructureDefinition/stop-reason","valueString":"cured"}]"#,
            r#""severity":{"text":"mild"},"evidence":[{"code":[{"text":"cough"}]}],"recordedDate":"2020-01-02""#,
            r#""note":[{"text":"a note"}]"#,
        ],
    },
    Sample {
        required: r#""resourceType":"AllergyIntolerance","patient":{"reference":"Patient/RECORD"},"code":{"text":"Nuts"},
            "clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical","code":"active"}]}"#,
        optional: &[
            r#""clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical","code":"resolved"}]}"#,
            r#""category":["food","biologic"]"#,
            r#""category":["biologic"],"type":"allergy","criticality":"high""#,
            r#""category":["environment"],"extension":[{"url":"https://clinic.example/fhir/StructureDefinition/allergen-type","valueCodeableConcept":{"text":"animal"}}]"#,
            r#""reaction":[{"manifestation":[{"text":"Hives"},{"text":"Cough"}],"severity":"mild"},{"manifestation":[{"text":"Rash"}]}]"#,
            r#""onsetDateTime":"2001-02-03""#,
            r#""onsetRange":{"low":{"value":1},"high":{"value":3}}"#,
            r#""extension":[{"url":"https://clinic.example/fhir/StructureDefinition/treatment","valueCodeableConcept":{"text":"Avoid"}}]"#,
            r#""note":[{"text":"a note"}]"#,
            r#""verificationStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/allergyintolerance-verification","code":"confirmed"}]}"#,
        ],
    },
    Sample {
        required: r#""resourceType":"MedicationStatement","status":"active","subject":{"reference":"Patient/RECORD"},
            "medicationCodeableConcept":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"261962","display":"ramipril 10 MG"}]}"#,
        optional: &[
            r##""medicationReference":{"reference":"#m"},"contained":[{"resourceType":"Medication","id":"m","code":{"text":"Ramipril"}}]"##,
            r#""status":"stopped","effectivePeriod":{"start":"2020-05","end":"2021-01-01"}"#,
            r#""effectiveDateTime":"2020""#,
            r#""effectivePeriod":{"start":"2020-05-01T10:00:00-08:00"}"#,
            r#""effectivePeriod":{"end":"2021"}"#,
            r#""dosage":[{"text":"one a day","timing":{"code":{"text":"daily"},"repeat":{"frequency":1,"period":1.0,"periodUnit":"d"}},"route":{"text":"oral"},
                "doseAndRate":[{"doseQuantity":{"value":10.0,"unit":"mg","system":"http://unitsofmeasure.org","code":"mg"}}]}]"#,
            r#""dosage":[{"doseAndRate":[{"doseQuantity":{"value":1,"unit":"tablet"}}]},{"text":"more when needed","asNeededBoolean":true}]"#,
            r#""dosage":[{"text":"as told"}]"#,
            r#""reasonCode":[{"text":"Hypertension"},{"text":"another"}]"#,
            r#""extension":[{"url":"https://clinic.example/fhir/StructureDefinition/strength","valueString":"10 mg"},
                {"url":"https://clinic.example/fhir/StructureDefinition/generic-name","valueCodeableConcept":{"text":"ramipril"}}]"#,
            r#""note":[{"text":"a note"}]"#,
        ],
    },
    Sample {
        required: r#""resourceType":"Immunization","status":"completed","patient":{"reference":"Patient/RECORD"},
            "vaccineCode":{"coding":[{"system":"http://hl7.org/fhir/sid/cvx","code":"207"}]},"occurrenceDateTime":"2021-03""#,
        optional: &[
            r#""occurrenceString":"last spring""#,
            r#""_occurrenceDateTime":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueCode":"unknown"}]}"#,
            r#""occurrenceString":"unknown","_occurrenceString":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueCode":"unknown"}]}"#,
            r#""lotNumber":"AB 12","expirationDate":"2022-01""#,
            r#""manufacturer":{"display":"Acme","reference":"Organization/1"},"primarySource":true"#,
            r#""site":{"text":"left arm"},"route":{"coding":[{"code":"IM"}]},"doseQuantity":{"value":0.50,"code":"mL","system":"http://unitsofmeasure.org"}"#,
            r#""performer":[{"actor":{"display":"Nurse Joy"}},{"actor":{"reference":"Practitioner/2"}}]"#,
            r#""protocolApplied":[{"doseNumberPositiveInt":2}],"reaction":[{"date":"2021-03-04","reported":true}]"#,
            r#""extension":[{"url":"https://clinic.example/fhir/StructureDefinition/sequence","valueString":"2 of 3"}]"#,
            r#""note":[{"text":"a note"}]"#,
        ],
    },
    Sample {
        required: r#""resourceType":"Procedure","status":"completed","subject":{"reference":"Patient/RECORD"},"code":{"text":"Appendectomy"}"#,
        optional: &[
            r#""performedDateTime":"1999-12-31T23:00:00+00:00""#,
            r#""performedPeriod":{"start":"1999-12-31","end":"2000-01-01"}"#,
            r#""performedString":"long ago""#,
            r#""status":"unknown","bodySite":[{"text":"abdomen"},{"text":"left"}]"#,
            r#""performer":[{"actor":{"display":"Dr. A"},"function":{"text":"surgeon"}},{"actor":{"display":"Dr. B"}},{"actor":{"display":"Dr. C"}}]"#,
            r#""performer":[{"actor":{"display":"Dr. B"},"function":{"coding":[{"system":"https://clinic.example/fhir/provider","code":"secondary"}]}}]"#,
            r#""outcome":{"text":"good"},"reasonCode":[{"text":"pain"}]"#,
            r#""note":[{"text":"a note"}]"#,
        ],
    },
];
