//! The kinds of things that are known, in one table. Another kind is another entry.
//!
//! Data of a known kind is checked against its entry before it is kept. Data of any other kind is kept as it is.

use super::shape::{Element, Fault, Misfit, Shape, Value, check, many, maybe, one};
use super::shared::{
    APPROX_DATE, APPROX_DATE_TIME, BOOLEAN, CODABLE, COMMON, DATE, DATE_TIME, LANGUAGE,
    MEASUREMENT, NOT_NEGATIVE_INT, PERSON, POSITIVE_INT, TEXT,
};
use uuid::{Uuid, uuid};

/// A kind of thing: the original's "thing type".
#[derive(Debug, PartialEq, Eq)]
pub struct Kind {
    pub id: Uuid,
    pub name: &'static str,
    /// The one element that its data is.
    pub root: &'static str,
    /// The namespace of the root; None for the original's own kinds.
    pub namespace: Option<&'static str>,
    pub shape: &'static Shape,
    /// The element that says which moment the data is about.
    pub dated_by: Option<&'static str>,
}

/// HL7's namespace of clinical documents.
const HL7: Option<&str> = Some("urn:hl7-org:v3");
const CCR: Option<&str> = Some("urn:astm-org:CCR");
const WHEN: Option<&str> = Some("when");
/// Of 32 bits: as the original's whole numbers, but for the size of a file.
const FILE_SIZE: Shape = Shape::Text(Value::Whole(1, i64::MAX));
const GENDER: Shape = Shape::Text(Value::Word(&["m", "f"]));
const BIRTH_YEAR: Shape = Shape::Text(Value::Whole(1_000, 3_000));
const WEEKDAY: Shape = Shape::Text(Value::Whole(1, 7));

/// The known kinds. Source of ids, elements and numbers: the original's schemas of its thing types.
pub const KINDS: &[Kind] = &[
    Kind {
        id: uuid!("3d34d87e-7fc1-4153-800f-f56592cb0d17"),
        name: "Weight Measurement",
        root: "weight",
        namespace: None,
        shape: &Shape::Elements(&[
            one("when", &DATE_TIME),
            one(
                "value",
                &Shape::Elements(&[
                    one("kg", &Shape::Text(Value::NotNegative)),
                    maybe("display", &Shape::Display),
                ]),
            ),
        ]),
        dated_by: WHEN,
    },
    Kind {
        id: uuid!("40750a6a-89b2-455c-bd8d-b420a4cb500b"),
        name: "Height Measurement",
        root: "height",
        namespace: None,
        shape: &Shape::Elements(&[
            one("when", &DATE_TIME),
            one(
                "value",
                &Shape::Elements(&[
                    one("m", &Shape::Text(Value::Positive)),
                    maybe("display", &Shape::Display),
                ]),
            ),
        ]),
        dated_by: WHEN,
    },
    Kind {
        id: uuid!("ca3c57f4-f4c1-4e15-be67-0a3caf5414ed"),
        name: "Blood Pressure Measurement",
        root: "blood-pressure",
        namespace: None,
        shape: &Shape::Elements(&[
            one("when", &DATE_TIME),
            one("systolic", &NOT_NEGATIVE_INT),
            one("diastolic", &NOT_NEGATIVE_INT),
            maybe("pulse", &NOT_NEGATIVE_INT),
            maybe("irregular-heartbeat", &BOOLEAN),
        ]),
        dated_by: WHEN,
    },
    Kind {
        id: uuid!("879e7c04-4e8a-4707-9ad3-b054df467ce4"),
        name: "Blood Glucose Measurement",
        root: "blood-glucose",
        namespace: None,
        shape: &Shape::Elements(&[
            one("when", &DATE_TIME),
            one(
                "value",
                &Shape::Elements(&[
                    one("mmolPerL", &Shape::Text(Value::Positive)),
                    maybe("display", &Shape::Display),
                ]),
            ),
            one("glucose-measurement-type", &CODABLE),
            maybe("outside-operating-temp", &BOOLEAN),
            maybe("is-control-test", &BOOLEAN),
            maybe("normalcy", &Shape::Text(Value::Whole(1, 5))),
            maybe("measurement-context", &CODABLE),
        ]),
        dated_by: WHEN,
    },
    Kind {
        id: uuid!("3b3e6b16-eb69-483c-8d7e-dfe116ae6092"),
        name: "Basic Demographic Information",
        root: "basic",
        namespace: None,
        shape: &Shape::Elements(&[
            maybe("gender", &GENDER),
            maybe("birthyear", &BIRTH_YEAR),
            maybe("country", &CODABLE),
            maybe("postcode", &TEXT),
            maybe("city", &TEXT),
            maybe("state", &CODABLE),
            maybe("firstdow", &WEEKDAY),
            many("language", &LANGUAGE),
        ]),
        dated_by: None,
    },
    Kind {
        id: uuid!("bf516a61-5252-4c28-a979-27f45f62f78d"),
        name: "Basic Demographic Information (version 1)",
        root: "basic",
        namespace: None,
        shape: &Shape::Elements(&[
            maybe("gender", &GENDER),
            maybe("birthyear", &BIRTH_YEAR),
            maybe("country", &Shape::Text(Value::CountryCode)),
            maybe("postcode", &TEXT),
            maybe("city", &TEXT),
            maybe("state", &TEXT),
            maybe("firstdow", &WEEKDAY),
            many("language", &LANGUAGE),
        ]),
        dated_by: None,
    },
    Kind {
        id: uuid!("30cafccc-047d-4288-94ef-643571f7919d"),
        name: "Medication",
        root: "medication",
        namespace: None,
        shape: &Shape::Elements(&[
            one("name", &CODABLE),
            maybe("generic-name", &CODABLE),
            maybe("dose", &MEASUREMENT),
            maybe("strength", &MEASUREMENT),
            maybe("frequency", &MEASUREMENT),
            maybe("route", &CODABLE),
            maybe("indication", &CODABLE),
            maybe("date-started", &APPROX_DATE_TIME),
            maybe("date-discontinued", &APPROX_DATE_TIME),
            maybe("prescribed", &CODABLE),
            maybe(
                "prescription",
                &Shape::Elements(&[
                    one("prescribed-by", &PERSON),
                    maybe("date-prescribed", &APPROX_DATE_TIME),
                    maybe("amount-prescribed", &MEASUREMENT),
                    maybe("substitution", &CODABLE),
                    maybe("refills", &NOT_NEGATIVE_INT),
                    maybe("days-supply", &POSITIVE_INT),
                    maybe("prescription-expiration", &DATE),
                    maybe("instructions", &CODABLE),
                ]),
            ),
        ]),
        dated_by: Some("date-started"),
    },
    Kind {
        id: uuid!("7ea7a1f9-880b-4bd4-b593-f5660f20eda8"),
        name: "Condition",
        root: "condition",
        namespace: None,
        shape: &Shape::Elements(&[
            one("name", &CODABLE),
            maybe("onset-date", &APPROX_DATE_TIME),
            maybe("status", &CODABLE),
            maybe("stop-date", &APPROX_DATE_TIME),
            maybe("stop-reason", &TEXT),
        ]),
        dated_by: Some("onset-date"),
    },
    Kind {
        id: uuid!("52bf9104-2c5e-4f1f-a66d-552ebcc53df7"),
        name: "Allergy",
        root: "allergy",
        namespace: None,
        shape: &Shape::Elements(&[
            one("name", &CODABLE),
            maybe("reaction", &CODABLE),
            maybe("first-observed", &APPROX_DATE_TIME),
            maybe("allergen-type", &CODABLE),
            maybe("allergen-code", &CODABLE),
            maybe("treatment-provider", &PERSON),
            maybe("treatment", &CODABLE),
            maybe("is-negated", &BOOLEAN),
        ]),
        dated_by: Some("first-observed"),
    },
    Kind {
        id: uuid!("df4db479-a1ba-42a2-8714-2b083b88150f"),
        name: "Procedure",
        root: "procedure",
        namespace: None,
        shape: &Shape::Elements(&[
            maybe("when", &APPROX_DATE_TIME),
            one("name", &CODABLE),
            maybe("anatomic-location", &CODABLE),
            maybe("primary-provider", &PERSON),
            maybe("secondary-provider", &PERSON),
        ]),
        dated_by: WHEN,
    },
    Kind {
        id: uuid!("cd3587b5-b6e1-4565-ab3b-1c3ad45eb04f"),
        name: "Immunization",
        root: "immunization",
        namespace: None,
        shape: &Shape::Elements(&[
            one("name", &CODABLE),
            maybe("administration-date", &APPROX_DATE_TIME),
            maybe("administrator", &PERSON),
            maybe("manufacturer", &CODABLE),
            maybe("lot", &TEXT),
            maybe("route", &CODABLE),
            maybe("expiration-date", &APPROX_DATE),
            maybe("sequence", &TEXT),
            maybe("anatomic-surface", &CODABLE),
            maybe("adverse-event", &TEXT),
            maybe("consent", &TEXT),
        ]),
        dated_by: Some("administration-date"),
    },
    Kind {
        id: uuid!("9c48a2b8-952c-4f5a-935d-f3292326bf54"),
        name: "Continuity of Care Document (CCD)",
        root: "ClinicalDocument",
        namespace: HL7,
        shape: &Shape::Any,
        dated_by: None,
    },
    Kind {
        id: uuid!("1ed1cba6-9530-44a3-b7b5-e8219690ebcf"),
        name: "Clinical Document Architecture (CDA)",
        root: "ClinicalDocument",
        namespace: HL7,
        shape: &Shape::Any,
        dated_by: None,
    },
    Kind {
        id: uuid!("1e1ccbfc-a55d-4d91-8940-fa2fbf73c195"),
        name: "Continuity of Care Record (CCR)",
        root: "ContinuityOfCareRecord",
        namespace: CCR,
        shape: &Shape::Any,
        dated_by: None,
    },
    Kind {
        id: uuid!("bd0403c5-4ae2-4b0e-a8db-1888678e4528"),
        name: "File",
        root: "file",
        namespace: None,
        shape: &Shape::Elements(&[
            one("name", &Shape::Text(Value::Characters(1, 255))),
            one("size", &FILE_SIZE),
            maybe("content-type", &CODABLE),
        ]),
        dated_by: None,
    },
    Kind {
        id: uuid!("7ab3e662-cc5b-4be2-bf38-78f8aad5b161"),
        name: "Medical annotation",
        root: "annotation",
        namespace: None,
        shape: &Shape::Elements(&[
            one("when", &DATE_TIME),
            maybe("content", &TEXT),
            maybe("author", &PERSON),
            maybe("classification", &TEXT),
            maybe("index", &TEXT),
            maybe("version", &TEXT),
        ]),
        dated_by: None,
    },
];

/// The kind of this id, where it is known.
pub fn kind(id: Uuid) -> Option<&'static Kind> {
    KINDS.iter().find(|kind| kind.id == id)
}

/// The kind's name, where it is known.
pub fn type_name(id: Uuid) -> Option<&'static str> {
    kind(id).map(|kind| kind.name)
}

/// The ids of the kinds that have one of these names.
pub fn types_named(names: &[&str]) -> Vec<Uuid> {
    let matching = KINDS.iter().filter(|kind| names.contains(&kind.name));
    matching.map(|kind| kind.id).collect()
}

/// Checks the elements of a thing's data: the content, which has the kind's shape where the kind is known, and `common`,
/// which may follow it.
///
/// # Errors
///
/// The first misfit.
pub fn fits<E: Element>(kind: Option<&Kind>, content: E, common: Option<E>) -> Result<(), Misfit> {
    if let Some(kind) = kind {
        if content.name() != kind.root || content.namespace() != kind.namespace {
            return Err(Misfit {
                element: kind.root,
                fault: Fault::OtherRoot,
            });
        }
        check(content, kind.root, kind.shape)?;
    }
    common.map_or(Ok(()), |common| check(common, "common", &COMMON))
}
