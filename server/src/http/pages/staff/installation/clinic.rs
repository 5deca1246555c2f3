//! `/staff/installation/clinics/{id}`: who manages a clinic, and help for managers who cannot sign in.

use super::super::prove;
use super::Present;
use crate::http::failed::Failed;
use crate::http::pages::typed::kept_line;
use crate::http::session::Visitor;
use crate::http::web::{Web, show};
use app::pages::staff::installation::clinic::{Done, Form as Typed, Manager, Problem, View, page};
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use domain::ids::{ApplicationId, StaffId};
use domain::staff::Staff;
use serde::Deserialize;
use service::{Failure, InviteRefusal, ManagerRefusal, Outcome, TeamRefusal};

#[derive(Deserialize)]
pub struct Flags {
    #[serde(default)]
    done: String,
}

const MAILED: &str = "mailed";
const RESET: &str = "reset";

pub async fn get(
    State(web): State<Web>,
    visitor: Visitor,
    Path(id): Path<String>,
    Query(flags): Query<Flags>,
) -> Result<Response, Response> {
    let operator = Present::at(&web, &visitor).await?;
    let view = View {
        done: match flags.done.as_str() {
            MAILED => Some(Done::Mailed),
            RESET => Some(Done::AuthenticatorReset),
            _ => None,
        },
        ..view(&web, &operator, &id).await?
    };
    Ok(show(StatusCode::OK, page(&operator.frame(&web), &view)))
}

pub async fn post_invite(
    State(web): State<Web>,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Result<Response, Response> {
    let operator = Present::at(&web, &visitor).await?;
    let clinic = clinic(&id)?;
    let invited = web
        .services
        .invite_manager(operator.by, clinic, &typed.name, &typed.email)
        .await;
    let problems = match invited {
        Ok(_) => return Ok(done(clinic, MAILED)),
        Err(Failure::Fault(fault)) => return Err(Failed::from(fault).into_response()),
        Err(Failure::Refused(ManagerRefusal::NoSuchClinic)) => return Err(not_found()),
        Err(Failure::Refused(ManagerRefusal::Invite(InviteRefusal::NotProven))) => {
            return Err(prove::wanted());
        }
        Err(Failure::Refused(ManagerRefusal::Invite(refusal))) => match refusal {
            InviteRefusal::EmailTaken => vec![Problem::EmailTaken],
            InviteRefusal::AlreadyInvited => vec![Problem::AlreadyInvited],
            InviteRefusal::NotProven => vec![Problem::Over],
            InviteRefusal::Typed(wrong) => {
                let problems = [
                    wrong.name.map(Problem::Name),
                    wrong.email.map(Problem::Email),
                ];
                problems.into_iter().flatten().collect()
            }
        },
    };
    let view = View {
        form: Typed {
            name: kept_line(&typed.name),
            email: kept_line(&typed.email),
        },
        problems,
        ..view(&web, &operator, &id).await?
    };
    let page = page(&operator.frame(&web), &view);
    Ok(show(StatusCode::UNPROCESSABLE_ENTITY, page))
}

#[derive(Deserialize)]
pub struct InvitationFields {
    #[serde(default)]
    invitation: String,
}

pub async fn post_invitation(
    State(web): State<Web>,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(fields): Form<InvitationFields>,
) -> Result<Response, Response> {
    let operator = Present::at(&web, &visitor).await?;
    let clinic = clinic(&id)?;
    let Ok(invitation) = fields.invitation.parse() else {
        return over(&web, &operator, &id).await;
    };
    let again = web
        .services
        .invite_manager_again(operator.by, clinic, invitation);
    helped(&web, &operator, clinic, again.await, MAILED).await
}

#[derive(Deserialize)]
pub struct ManagerFields {
    #[serde(default)]
    staff: String,
    #[serde(default)]
    what: String,
}

pub async fn post_manager(
    State(web): State<Web>,
    visitor: Visitor,
    Path(id): Path<String>,
    Form(fields): Form<ManagerFields>,
) -> Result<Response, Response> {
    let operator = Present::at(&web, &visitor).await?;
    let clinic = clinic(&id)?;
    let Ok(staff) = fields.staff.parse::<StaffId>() else {
        return over(&web, &operator, &id).await;
    };
    let (services, by) = (&web.services, operator.by);
    match fields.what.as_str() {
        "password" => {
            let sent = services.send_manager_new_password(by, clinic, staff).await;
            helped(&web, &operator, clinic, sent, MAILED).await
        }
        "authenticator" => {
            let reset = services
                .reset_manager_authenticator(by, clinic, staff)
                .await;
            if let Err(Failure::Refused(TeamRefusal::NotProven)) = reset {
                return Err(prove::wanted());
            }
            helped(&web, &operator, clinic, reset, RESET).await
        }
        _ => over(&web, &operator, &id).await,
    }
}

/// Whatever was refused is over: the page shows what there is now.
async fn helped<R>(
    web: &Web,
    operator: &Present,
    clinic: ApplicationId,
    outcome: Outcome<(), R>,
    what: &str,
) -> Result<Response, Response> {
    match outcome {
        Ok(()) => Ok(done(clinic, what)),
        Err(Failure::Fault(fault)) => Err(Failed::from(fault).into_response()),
        Err(Failure::Refused(_)) => over(web, operator, &clinic.to_string()).await,
    }
}

fn done(clinic: ApplicationId, what: &str) -> Response {
    Redirect::to(&format!("/staff/installation/clinics/{clinic}?done={what}")).into_response()
}

async fn over(web: &Web, operator: &Present, id: &str) -> Result<Response, Response> {
    let view = View {
        problems: vec![Problem::Over],
        ..view(web, operator, id).await?
    };
    let page = page(&operator.frame(web), &view);
    Ok(show(StatusCode::UNPROCESSABLE_ENTITY, page))
}

fn not_found() -> Response {
    StatusCode::NOT_FOUND.into_response()
}

fn clinic(id: &str) -> Result<ApplicationId, Response> {
    id.parse().map_err(|_| not_found())
}

async fn view(web: &Web, operator: &Present, id: &str) -> Result<View, Response> {
    let id = clinic(id)?;
    let clinic = web.services.clinic_of_installation(operator.by, id).await;
    let clinic = clinic.map_err(|fault| Failed::from(fault).into_response())?;
    let clinic = clinic.ok_or_else(not_found)?;
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
        now: web.services.ports().now(),
        form: Typed::default(),
        done: None,
        problems: Vec::new(),
    })
}
