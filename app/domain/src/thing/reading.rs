//! What a thing says, for people: its sort, and the parts of its data that a page shows.

use super::kinds::kind;
use super::shape::{Element, child, number};
use crate::named;
use uuid::Uuid;

named! {
    /// What people call things of one or more types.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
    pub enum Sort {
        Weight = "weight",
        BloodPressure = "blood-pressure",
        Glucose = "glucose",
        Height = "height",
        Medicine = "medicine",
        Allergy = "allergy",
        Condition = "condition",
        Immunization = "immunization",
        Procedure = "procedure",
        Note = "note",
        Document = "document",
        File = "file",
        Basic = "basic",
        Other = "other",
    }
}

impl Sort {
    /// The sort of a type.
    pub fn of(type_id: Uuid) -> Self {
        match kind(type_id).map_or("", |kind| kind.root) {
            "weight" => Self::Weight,
            "blood-pressure" => Self::BloodPressure,
            "blood-glucose" => Self::Glucose,
            "height" => Self::Height,
            "medication" => Self::Medicine,
            "allergy" => Self::Allergy,
            "condition" => Self::Condition,
            "immunization" => Self::Immunization,
            "procedure" => Self::Procedure,
            "annotation" => Self::Note,
            "ClinicalDocument" | "ContinuityOfCareRecord" => Self::Document,
            "file" => Self::File,
            "basic" => Self::Basic,
            _ => Self::Other,
        }
    }

    /// Whether things of it are numbers that are measured again and again.
    pub const fn is_measured(self) -> bool {
        matches!(
            self,
            Self::Weight | Self::BloodPressure | Self::Glucose | Self::Height
        )
    }
}

/// What a thing says.
#[derive(Clone, Debug, PartialEq)]
pub enum Facts {
    Weight {
        kg: f64,
    },
    BloodPressure {
        systolic: i64,
        diastolic: i64,
        pulse: Option<i64>,
    },
    Glucose {
        mmol: f64,
    },
    Height {
        m: f64,
    },
    /// Something with a name, and one more thing to say of it: a dose, a reaction, a lot.
    Named {
        name: String,
        more: Option<String>,
    },
    Note {
        text: String,
    },
    File {
        name: String,
        size: Option<u64>,
    },
    /// No more than its fields say.
    Plain,
}

impl Facts {
    /// What is drawn: one series of numbers, or two.
    pub fn numbers(&self) -> Option<(f64, Option<f64>)> {
        #[expect(clippy::cast_precision_loss, reason = "32 bits")]
        match self {
            Self::Weight { kg } => Some((*kg, None)),
            Self::Glucose { mmol } => Some((*mmol, None)),
            Self::Height { m } => Some((*m, None)),
            Self::BloodPressure {
                systolic,
                diastolic,
                ..
            } => Some((*systolic as f64, Some(*diastolic as f64))),
            _ => None,
        }
    }
}

/// One field of a thing's data: the names of its elements, and its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldOf {
    pub name: String,
    pub text: String,
}

/// So many fields of one thing are shown, and so much of each: the rest is in its data.
const FIELDS: usize = 60;
const FIELD_MAX: usize = 2_000;

/// What the data of a thing says. Data that does not read as its sort does is plain.
pub fn facts<E: Element>(sort: Sort, content: E) -> Facts {
    read(sort, content).unwrap_or(Facts::Plain)
}

fn read<E: Element>(sort: Sort, content: E) -> Option<Facts> {
    Some(match sort {
        Sort::Weight => Facts::Weight {
            kg: number(child(content, "value")?, "kg")?,
        },
        Sort::Glucose => Facts::Glucose {
            mmol: number(child(content, "value")?, "mmolPerL")?,
        },
        Sort::Height => Facts::Height {
            m: number(child(content, "value")?, "m")?,
        },
        Sort::BloodPressure => Facts::BloodPressure {
            systolic: number(content, "systolic")?,
            diastolic: number(content, "diastolic")?,
            pulse: number(content, "pulse"),
        },
        Sort::Medicine => named(content, &[("dose", "display"), ("strength", "display")])?,
        Sort::Allergy => named(content, &[("reaction", "text")])?,
        Sort::Condition => named(content, &[("status", "text")])?,
        Sort::Procedure | Sort::Immunization => named(content, &[])?,
        Sort::Note => Facts::Note {
            text: said(content, "content")?,
        },
        Sort::File => Facts::File {
            name: said(content, "name")?,
            size: number(content, "size"),
        },
        Sort::Document | Sort::Basic | Sort::Other => return None,
    })
}

/// What a child says, without blanks around it; None where it says nothing.
fn said<E: Element>(parent: E, name: &str) -> Option<String> {
    let text = child(parent, name)?.text();
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

fn named<E: Element>(content: E, more: &[(&str, &str)]) -> Option<Facts> {
    let name = said(child(content, "name")?, "text")?;
    let more = more
        .iter()
        .find_map(|(outer, inner)| said(child(content, outer)?, inner));
    Some(Facts::Named { name, more })
}

/// All that data says, element by element, in its order.
pub fn fields<E: Element>(content: E) -> Vec<FieldOf> {
    let mut fields = Vec::new();
    collect(content, "", &mut fields);
    fields
}

fn collect<E: Element>(element: E, path: &str, fields: &mut Vec<FieldOf>) {
    for child in element.children() {
        if fields.len() >= FIELDS {
            return;
        }
        let plain = child.name().replace(['-', '_'], " ");
        let name = if path.is_empty() {
            plain
        } else {
            format!("{path}, {plain}")
        };
        let text = child.text();
        let text = text.trim();
        if !text.is_empty() {
            fields.push(FieldOf {
                name: name.clone(),
                text: text.chars().take(FIELD_MAX).collect(),
            });
        }
        collect(child, &name, fields);
    }
}
