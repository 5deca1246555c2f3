//! `/connect`: the identity code.

use super::see;
use crate::http::client_address::ClientAddress;
use crate::http::error::PageError;
use crate::http::pages::carried_code::{carried, carry, code_field, forget};
use crate::http::session::SessionHandle;
use crate::http::web::{SLOW_DOWN_MINUTES, Web, retry_after, show};
use app::pages::patient::code::{Problem, View, page};
use axum::Extension;
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum_extra::extract::Form;
use domain::code_finder::{self, MAX_INPUT};
use domain::ids::ConnectRequestId;
use domain::policy;
use serde::Deserialize;
use service::{Entered, Flow, Stage};

#[derive(Deserialize)]
pub struct Fields {
    #[serde(default)]
    code: String,
}

pub async fn get(
    State(web): State<Web>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
    session: SessionHandle,
) -> Response {
    let query = query.unwrap_or_default();
    if code_field(&query).is_some() {
        return carry(&web, &query);
    }
    let code = carried(&web, &headers);
    let spent = code.is_some().then(|| forget(&web));
    let view = View {
        code: code.unwrap_or_default(),
        problem: None,
    };
    let page = show(StatusCode::OK, page(&web.frame(&session), &view));
    (spent, page).into_response()
}

pub async fn post(
    State(web): State<Web>,
    Extension(from): Extension<ClientAddress>,
    session: SessionHandle,
    Form(fields): Form<Fields>,
) -> Result<Response, PageError> {
    let problem = match code_finder::find(&fields.code) {
        Err(problem) => Problem::NotACode(problem),
        Ok(code) => match web
            .services
            .journey()
            .enter_code(&code, &from.limiter_key())
            .await
        {
            Ok(Entered::Found(request)) => return start(&web, session, request).await,
            Ok(Entered::Unknown) => Problem::Unknown,
            Ok(Entered::SlowDown) => Problem::SlowDown {
                minutes: SLOW_DOWN_MINUTES,
            },
            Err(fault) => {
                tracing::error!(error = %fault, "a code could not be looked up");
                Problem::Unavailable
            }
        },
    };
    let slowed_down = matches!(problem, Problem::SlowDown { .. });
    let status = match problem {
        Problem::SlowDown { .. } => StatusCode::TOO_MANY_REQUESTS,
        Problem::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        Problem::NotACode(_) | Problem::Unknown => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let view = View {
        code: fields.code.chars().take(MAX_INPUT).collect(),
        problem: Some(problem),
    };
    let page = show(status, page(&web.frame(&session), &view));
    Ok(if slowed_down {
        retry_after(policy::CODE_MISS_WAIT, page)
    } else {
        page
    })
}

/// A new way begins; only a posted code replaces an earlier one.
async fn start(
    web: &Web,
    mut session: SessionHandle,
    request: ConnectRequestId,
) -> Result<Response, PageError> {
    let ports = web.services.ports();
    session.data.flow = Some(Flow {
        id: ports.id(),
        request,
        stage: Stage::Question { since: ports.now() },
    });
    session.renew().await?;
    Ok(see("/connect/question"))
}
