//! `/staff/overview`: what became of the codes. Managers alone come in.

use super::frame;
use super::manager::Manager;
use crate::http::failed::Failed;
use crate::http::session::Visitor;
use crate::http::web::{Web, show};
use app::pages::staff::overview::{Month, View, page};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::tally::{Channel, Counted};

pub async fn get(State(web): State<Web>, visitor: Visitor) -> Result<Response, Response> {
    let manager = Manager::at(&web, &visitor).await?;
    let found = web.services.tallies(manager.by).await;
    let (months, tallies) = found.map_err(|fault| Failed::from(fault).into_response())?;
    let count = |month: &str, counted: Counted, channel: Channel| {
        tallies
            .iter()
            .find(|one| one.month == month && one.counted == counted && one.channel == channel)
            .map_or(0, |one| one.count)
    };
    let zone = manager.staff.time_zone;
    let months = months.iter().filter_map(|month| {
        Some(Month {
            at: zone.at(zone.start_of_day(&format!("{month}-01"))?),
            counts: Counted::ALL
                .map(|counted| Channel::ALL.map(|channel| count(month, counted, channel))),
        })
    });
    let view = View {
        months: months.collect(),
    };
    Ok(show(
        StatusCode::OK,
        page(&frame(&web, &manager.staff), &view),
    ))
}
