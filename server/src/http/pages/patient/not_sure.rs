//! `/connect/not-sure`: whom to ask which record a letter means. Nothing is connected, and the code stays good.

use super::{answered, chosen, clinic};
use crate::http::failed::Failed;
use crate::http::session::Visitor;
use crate::http::web::{Web, show};
use app::pages::patient::not_sure::{Rest, View, page};
use app::pages::patient::pair::Pair;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

pub async fn get(State(web): State<Web>, visitor: Visitor) -> Result<Response, Response> {
    let way = answered(&web, &visitor).await?;
    let request = &way.step.view.request;
    let consent = web
        .services
        .consent(way.person, &request.friendly_name, &chosen(&way)?)
        .await
        .map_err(|fault| Failed::from(fault).into_response())?;
    let view = View {
        clinic: clinic(&way.step.view.application),
        pair: consent.map(|consent| Pair {
            letter: request.friendly_name.clone(),
            record: consent.chosen.name().to_owned(),
            verdict: consent.verdict,
            all_the_same: false,
        }),
        rest: Rest::Code {
            until: request.ends_at(),
        },
    };
    Ok(show(StatusCode::OK, page(&web.frame(&visitor), &view)))
}
