//! What the FHIR API reads and writes, where records and not people are named: an application may do in a record what any of
//! its people let it, and does it for the one who let it first.

mod grants;
mod pages;
mod patients;
mod reading;
mod writing;

pub use patients::{ConnectedRecord, PatientPage, PatientsWanted};
pub use reading::{ExchangeRejection, ThingOrder, ThingPage, ThingSearch};
pub use writing::{ThingNow, ThingWrite, ThingWritten};
