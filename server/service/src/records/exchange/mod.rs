//! What the FHIR API reads and writes, where records and not people are named: an application may do in a record what any of
//! its people let it, and does it for the one who let it first.

mod patients;

pub use patients::{PatientPage, PatientsWanted, ConnectedRecord};
