//! `/staff/connected.csv`: who is connected, for the clinic's own system.

use super::at_desk;
use crate::http::csv_file::csv_file;
use crate::http::failed::Failed;
use crate::http::session::Visitor;
use crate::http::web::Web;
use axum::extract::State;
use axum::response::{IntoResponse, Response};

pub async fn get_csv(State(web): State<Web>, visitor: Visitor) -> Result<Response, Response> {
    let staff = at_desk(&web, &visitor).await?;
    let connected = web.services.export_connected(&staff).await;
    let connected = connected.map_err(|fault| Failed::from(fault).into_response())?;
    let zone = staff.time_zone;
    let rows = connected.into_iter().map(|one| {
        [
            one.external_id,
            one.person_id.to_string(),
            one.record_id.to_string(),
            zone.at(one.since.into()).rfc3339(),
        ]
    });
    let head = ["external_id", "person_id", "record_id", "connected_since"];
    Ok(csv_file("connected.csv", head, rows))
}
