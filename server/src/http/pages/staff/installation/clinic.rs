//! `/staff/installation/clinics/{id}`: who manages a clinic, and help for managers who cannot sign in.

use crate::http::error::{OrInternal, PageError};
use crate::http::extract::{Operator, PathId};
use crate::http::pages::typed::kept_line;
use app::pages::staff::installation::clinic::{
    Done, Form as FormInput, Manager, Problem, View, page,
};
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use domain::ids::{ApplicationId, StaffId};
use domain::staff::Staff;
use serde::Deserialize;
use service::{Failure, InviteRejection, ManagerRejection, Outcome, TeamRejection};

#[derive(Deserialize)]
pub struct Flags {
    #[serde(default)]
    done: String,
}

const MAILED: &str = "mailed";
const RESET: &str = "reset";

pub async fn get(
    operator: Operator,
    PathId(id): PathId<ApplicationId>,
    Query(flags): Query<Flags>,
) -> Result<Response, PageError> {
    let view = View {
        done: match flags.done.as_str() {
            MAILED => Some(Done::Mailed),
            RESET => Some(Done::AuthenticatorReset),
            _ => None,
        },
        ..view(&operator, id).await?
    };
    Ok(operator.show(StatusCode::OK, page, &view))
}

pub async fn post_invite(
    operator: Operator,
    PathId(id): PathId<ApplicationId>,
    Form(typed): Form<FormInput>,
) -> Result<Response, PageError> {
    let invited = operator
        .services()
        .installation()
        .invite_manager(operator.by, id, &typed.name, &typed.email)
        .await;
    let problems = match invited.or_internal()? {
        Ok(_) => return Ok(done(id, MAILED)),
        Err(ManagerRejection::NoSuchClinic) => return Err(PageError::NotFound),
        Err(ManagerRejection::Invite(InviteRejection::NotProven)) => {
            return Err(PageError::NotProven);
        }
        Err(ManagerRejection::Invite(refusal)) => match refusal {
            InviteRejection::EmailTaken => vec![Problem::EmailTaken],
            InviteRejection::AlreadyInvited => vec![Problem::AlreadyInvited],
            InviteRejection::NotProven => vec![Problem::Over],
            InviteRejection::Typed(wrong) => {
                let problems = [
                    wrong.name.map(Problem::Name),
                    wrong.email.map(Problem::Email),
                ];
                problems.into_iter().flatten().collect()
            }
        },
    };
    let view = View {
        form: FormInput {
            name: kept_line(&typed.name),
            email: kept_line(&typed.email),
        },
        problems,
        ..view(&operator, id).await?
    };
    Ok(operator.show(StatusCode::UNPROCESSABLE_ENTITY, page, &view))
}

#[derive(Deserialize)]
pub struct InvitationFields {
    #[serde(default)]
    invitation: String,
}

pub async fn post_invitation(
    operator: Operator,
    PathId(id): PathId<ApplicationId>,
    Form(fields): Form<InvitationFields>,
) -> Result<Response, PageError> {
    let Ok(invitation) = fields.invitation.parse() else {
        return over(&operator, id).await;
    };
    let again =
        operator
            .services()
            .installation()
            .invite_manager_again(operator.by, id, invitation);
    helped(&operator, id, again.await, MAILED).await
}

#[derive(Deserialize)]
pub struct ManagerFields {
    #[serde(default)]
    staff: String,
    #[serde(default)]
    what: String,
}

pub async fn post_manager(
    operator: Operator,
    PathId(id): PathId<ApplicationId>,
    Form(fields): Form<ManagerFields>,
) -> Result<Response, PageError> {
    let Ok(staff) = fields.staff.parse::<StaffId>() else {
        return over(&operator, id).await;
    };
    let (services, by) = (operator.services(), operator.by);
    match fields.what.as_str() {
        "password" => {
            let sent = services
                .installation()
                .send_manager_new_password(by, id, staff)
                .await;
            helped(&operator, id, sent, MAILED).await
        }
        "authenticator" => {
            let reset = services
                .installation()
                .reset_manager_authenticator(by, id, staff)
                .await;
            if let Err(Failure::Rejected(TeamRejection::NotProven)) = reset {
                return Err(PageError::NotProven);
            }
            helped(&operator, id, reset, RESET).await
        }
        _ => over(&operator, id).await,
    }
}

/// The refused act is over: the page shows what there is now.
async fn helped<R>(
    operator: &Operator,
    clinic: ApplicationId,
    outcome: Outcome<(), R>,
    what: &str,
) -> Result<Response, PageError> {
    match outcome.or_internal()? {
        Ok(()) => Ok(done(clinic, what)),
        Err(_) => over(operator, clinic).await,
    }
}

fn done(clinic: ApplicationId, what: &str) -> Response {
    Redirect::to(&format!("/staff/installation/clinics/{clinic}?done={what}")).into_response()
}

async fn over(operator: &Operator, id: ApplicationId) -> Result<Response, PageError> {
    let view = View {
        problems: vec![Problem::Over],
        ..view(operator, id).await?
    };
    Ok(operator.show(StatusCode::UNPROCESSABLE_ENTITY, page, &view))
}

async fn view(operator: &Operator, id: ApplicationId) -> Result<View, PageError> {
    let clinic = operator
        .services()
        .installation()
        .clinic_of_installation(operator.by, id)
        .await?;
    let clinic = clinic.ok_or(PageError::NotFound)?;
    let manager = |(staff, has_authenticator): (Staff, bool)| Manager {
        staff,
        has_authenticator,
    };
    Ok(View {
        id,
        name: clinic.name,
        phone: clinic.phone,
        managers: clinic.managers.into_iter().map(manager).collect(),
        invitations: clinic.invitations,
        now: operator.services().ports().now(),
        form: FormInput::default(),
        done: None,
        problems: Vec::new(),
    })
}
