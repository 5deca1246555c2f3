//! The names that the lens gives: its own URLs, and those of others that it knows.
//!
//! Inside, everything of this installation's begins with [`OWN`], which no host has to do with, so that what is stored
//! does not change when the public address does. [`Site`] puts the address in, and takes it out.

use crate::issue::{Issue, IssueCode, Refusal};
use crate::json::Json;

/// What own URLs begin with, inside.
pub const OWN: &str = "urn:x-patient-connect:";
/// References to resources here, inside.
pub const LOCAL: &str = "urn:x-patient-connect:r4/";

macro_rules! own {
    ($name:literal) => {
        concat!("urn:x-patient-connect:StructureDefinition/", $name)
    };
}

/// The whole `data-xml`, base64: there where it says more than the resource.
pub const THING_XML: &str = own!("thing-xml");
/// What was kept beside data that another client changed since.
pub const STALE_RESIDUE: &str = own!("stale-residue");
pub const NO_ZONE: &str = own!("no-zone");
pub const VOCABULARY_LIST: &str = own!("vocabulary");
pub const TAG: &str = "urn:x-patient-connect:tag";
pub const CLIENT_THING_ID: &str = "urn:x-patient-connect:client-thing-id";
pub const THING_TYPE: &str = "urn:x-patient-connect:thing-type";
pub const VOCABULARY: &str = "urn:x-patient-connect:vocabulary/";

pub const LOINC: &str = "http://loinc.org";
pub const UCUM: &str = "http://unitsofmeasure.org";
pub const DATA_ABSENT_REASON: &str = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";
pub const DATA_ABSENT_CODES: &str = "http://terminology.hl7.org/CodeSystem/data-absent-reason";

/// Where this installation is: `https://clinic.example/fhir`, beneath which `/r4` is the door.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// With a slash at its end.
    prefix: String,
}

impl Site {
    /// Of the public URL, with or without a slash at its end.
    pub fn of(public_url: &str) -> Self {
        Self {
            prefix: format!("{}/fhir/", public_url.trim_end_matches('/')),
        }
    }

    /// An own URL as clients have it: `url("thing-type")` is the system of thing types.
    pub fn url(&self, name: &str) -> String {
        format!("{}{name}", self.prefix)
    }

    /// What leaves.
    pub(crate) fn outward(&self, json: Json) -> Json {
        json.map_texts(&|text| match text.strip_prefix(OWN) {
            Some(rest) => format!("{}{rest}", self.prefix),
            None => text,
        })
    }

    /// What arrives.
    pub(crate) fn inward(&self, json: Json) -> Result<Json, Refusal> {
        if json.any_text(&|text| text.starts_with(OWN)) {
            return Err(Refusal::one(Issue::error(
                IssueCode::Structure,
                "",
                "a text begins as no URL of any client's does",
            )));
        }
        Ok(
            json.map_texts(&|text| match text.strip_prefix(&self.prefix) {
                Some(rest) => format!("{OWN}{rest}"),
                None => text,
            }),
        )
    }
}
