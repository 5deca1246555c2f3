//! What two pages read of the same fields, and how much of it they show again.

use app::pages::clinic_fields::{Form, Problem};
use app::pages::mail_fields;
use domain::address;
use domain::outgoing_mail::{self, Draft, MailSettings};
use domain::policy;
use service::mail::{Mailer, SmtpUrlError};
use service::{NewClinic, NewClinicProblem};
use std::sync::Arc;

pub fn new_clinic(form: &Form) -> NewClinic<'_> {
    NewClinic {
        clinic: &form.clinic,
        phone: &form.phone,
        time_zone: &form.time_zone,
        name: &form.name,
        email: &form.email,
    }
}

pub fn clinic_problems(problem: NewClinicProblem) -> impl Iterator<Item = Problem> {
    let all = [
        problem.clinic.map(Problem::Clinic),
        problem.phone.map(Problem::Phone),
        problem.time_zone.then_some(Problem::TimeZone),
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
        time_zone: kept_line(&form.time_zone),
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

/// What a test mail leaves by: these settings in place of what the configuration leaves open.
pub fn tried_out(
    configured: &Arc<Mailer>,
    settings: &MailSettings,
) -> Result<Result<Arc<Mailer>, SmtpUrlError>, Vec<mail_fields::Problem>> {
    match settings {
        MailSettings::None => Err(vec![mail_fields::Problem::TestWithout]),
        MailSettings::Server { .. } => Ok(configured.instead(settings)),
    }
}

/// Whom a test mail goes to, and by what; or everything that is wrong with either.
pub fn test_mail<M>(
    to: &str,
    by: Result<M, Vec<mail_fields::Problem>>,
) -> Result<(String, M), Vec<mail_fields::Problem>> {
    let to = address::email(to, policy::EMAIL_MAX).map_err(mail_fields::Problem::TestTo);
    match (to, by) {
        (Ok(to), Ok(by)) => Ok((to, by)),
        (to, by) => {
            let mut problems = by.err().unwrap_or_default();
            problems.extend(to.err());
            Err(problems)
        }
    }
}

pub fn mail_problems(wrong: Vec<outgoing_mail::Problem>) -> Vec<mail_fields::Problem> {
    wrong.into_iter().map(mail_fields::Problem::Typed).collect()
}
