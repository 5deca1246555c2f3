//! `/staff/overview`: the results of the codes. Managers alone come in.

use crate::http::error::PageError;
use crate::http::extract::Manager;
use app::pages::staff::clinic::overview::{Month, View, page};
use axum::http::StatusCode;
use axum::response::Response;
use domain::statistics::{Channel, Counted};

pub async fn get(manager: Manager) -> Result<Response, PageError> {
    let found = manager
        .services()
        .installation()
        .statistics(manager.by)
        .await;
    let (months, statistics) = found?;
    let count = |month: &str, counted: Counted, channel: Channel| {
        statistics
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
    Ok(manager.show(StatusCode::OK, page, &view))
}
