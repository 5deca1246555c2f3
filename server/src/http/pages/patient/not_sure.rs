//! `/connect/not-sure`: whom to ask which record a letter means. Nothing is connected, and the code stays good.

use super::{AfterAnswer, clinic};
use crate::http::error::PageError;
use app::pages::patient::not_sure::{Rest, View, page};
use app::pages::patient::pair::Pair;
use axum::http::StatusCode;
use axum::response::Response;

pub async fn get(way: AfterAnswer) -> Result<Response, PageError> {
    let request = &way.step.view.request;
    let consent = way
        .services()
        .journey()
        .consent(way.person, &request.friendly_name, &way.chosen()?)
        .await?;
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
    Ok(way.show(StatusCode::OK, page, &view))
}
