//! What two pages read of the same fields, and how much of it they show again.

use crate::service::{NewClinic, NewClinicProblem};
use app::domain::outgoing_mail::Draft;
use app::domain::policy;
use app::pages::clinic_fields::{Form, Problem};

pub fn new_clinic(form: &Form) -> NewClinic<'_> {
    NewClinic {
        clinic: &form.clinic,
        phone: &form.phone,
        name: &form.name,
        email: &form.email,
    }
}

pub fn clinic_problems(problem: NewClinicProblem) -> impl Iterator<Item = Problem> {
    let all = [
        problem.clinic.map(Problem::Clinic),
        problem.phone.map(Problem::Phone),
        problem.name.map(Problem::Name),
        problem.email.map(Problem::Email),
    ];
    all.into_iter().flatten()
}

/// As much of a line as a page shows again.
pub fn kept_line(text: &str) -> String {
    text.chars().take(policy::EMAIL_MAX * 2).collect()
}

pub fn kept_clinic(form: &Form) -> Form {
    Form {
        clinic: kept_line(&form.clinic),
        phone: kept_line(&form.phone),
        name: kept_line(&form.name),
        email: kept_line(&form.email),
    }
}

/// A password is never shown again.
pub fn kept_mail(draft: Draft) -> Draft {
    Draft {
        mail_server: kept_line(&draft.mail_server),
        mail_port: kept_line(&draft.mail_port),
        mail_user: kept_line(&draft.mail_user),
        mail_password: String::new(),
        mail_from: kept_line(&draft.mail_from),
        ..draft
    }
}
