//! `/set-up/{token}`: the first start. Anyone who has the console has the link, and it works once.

use super::routes::{Route, anyone, routes};
use super::typed::{
    clinic_problems, kept_clinic, kept_line, kept_mail, mail_problems, new_clinic, test_mail,
    tried_out,
};
use crate::doctor;
use crate::http::error::PageError;
use crate::http::web::Web;
use app::pages::mail_fields::Tested;
use app::pages::set_up::{Asked, Form as FormInput, Problem, View, page};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::Form;
use serde::Deserialize;
use service::{Failure, SetUp, SetUpProblem, SetUpRejection};

pub fn routes() -> Vec<Route> {
    routes![
        anyone("/set-up/done").get(get_done),
        anyone("/set-up/{token}").get(get_form).post(post),
    ]
}

async fn get_form(
    State(web): State<Web>,
    Path(token): Path<String>,
) -> Result<Response, PageError> {
    if !web.services.installation().may_set_up(&token).await? {
        return Ok(over(&web));
    }
    Ok(shown(&web, token, FormInput::default(), None, Vec::new()))
}

async fn get_done(State(web): State<Web>) -> Response {
    web.show(StatusCode::OK, page, &View::Done)
}

#[derive(Deserialize)]
struct Fields {
    #[serde(flatten)]
    typed: FormInput,
    #[serde(default)]
    password: String,
    #[serde(default)]
    what: String,
}

async fn post(
    State(web): State<Web>,
    Path(token): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, PageError> {
    if !web.services.installation().may_set_up(&token).await? {
        return Ok(over(&web));
    }
    if fields.what == "test" {
        return test(&web, token, fields.typed).await;
    }
    let typed = fields.typed;
    let set_up = SetUp {
        clinic: new_clinic(&typed.clinic),
        password: &fields.password,
        mail: (!web.config.mail.decides()).then_some(&typed.mail),
    };
    let problems = match web.services.installation().set_up(&token, &set_up).await {
        Ok(()) => return Ok(Redirect::to("/set-up/done").into_response()),
        Err(Failure::Rejected(SetUpRejection::Over)) => return Ok(over(&web)),
        Err(Failure::Rejected(SetUpRejection::Typed(problem))) => problems(problem),
        Err(Failure::Internal(fault)) => {
            tracing::error!(error = %fault, "nothing was set up");
            vec![Problem::Unavailable]
        }
    };
    Ok(shown(&web, token, typed, None, problems))
}

fn problems(problem: SetUpProblem) -> Vec<Problem> {
    let clinic = clinic_problems(problem.clinic).map(Problem::Clinic);
    let password = problem.password.map(Problem::Password);
    let mail = mail_problems(problem.mail).into_iter().map(Problem::Mail);
    clinic.chain(password).chain(mail).collect()
}

/// Sends a test mail by the settings as typed; saves nothing.
async fn test(web: &Web, token: String, typed: FormInput) -> Result<Response, PageError> {
    let settings = typed.mail.read().map_err(mail_problems);
    let by = settings.and_then(|settings| tried_out(&web.config.mail, &settings));
    let (to, mailer) = match test_mail(&typed.test_to, by) {
        Ok(read) => read,
        Err(problems) => {
            let problems = problems.into_iter().map(Problem::Mail).collect();
            return Ok(shown(web, token, typed, None, problems));
        }
    };
    let trouble = doctor::send_test_mail(&web.services, mailer, &to).await?;
    let tested = Tested { to, trouble };
    Ok(shown(web, token, typed, Some(tested), Vec::new()))
}

fn over(web: &Web) -> Response {
    web.show(StatusCode::NOT_FOUND, page, &View::Over)
}

fn shown(
    web: &Web,
    token: String,
    form: FormInput,
    tested: Option<Tested>,
    problems: Vec<Problem>,
) -> Response {
    let status = match problems.first() {
        None => StatusCode::OK,
        Some(Problem::Unavailable) => StatusCode::SERVICE_UNAVAILABLE,
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let view = View::Asked(Box::new(Asked {
        token,
        form: kept(form),
        mail_is_configured: web.config.mail.decides(),
        tested,
        problems,
    }));
    web.show(status, page, &view)
}

/// As much of what was typed as a page shows again.
fn kept(form: FormInput) -> FormInput {
    FormInput {
        clinic: kept_clinic(&form.clinic),
        mail: kept_mail(form.mail),
        test_to: kept_line(&form.test_to),
    }
}
