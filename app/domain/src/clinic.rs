//! The clinic as a patient meets it on every page and letter: a name, and a number to call; its logo and colour where it
//! has them.

use crate::accent::Accent;
use crate::application::{Application, Logo};
use crate::zone::Zone;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clinic {
    pub name: String,
    pub phone: String,
    pub email: Option<String>,
    /// May be empty, as the next two.
    pub description: String,
    pub address: String,
    pub opening_hours: String,
    pub logo: Option<Logo>,
    pub accent: Option<Accent>,
    /// Dates that its patients read are in it.
    pub time_zone: Zone,
}

impl From<&Application> for Clinic {
    fn from(application: &Application) -> Self {
        Self {
            name: application.name.clone(),
            phone: application.phone.clone(),
            email: application.email.clone(),
            description: application.description.clone(),
            address: application.address.clone(),
            opening_hours: application.opening_hours.clone(),
            logo: application.logo.clone(),
            accent: application.accent,
            time_zone: application.time_zone,
        }
    }
}
