//! `/staff/connected.csv`: who is connected, for the clinic's own system.

use crate::http::csv_file::csv_file;
use crate::http::error::PageError;
use crate::http::extract::Staff;
use axum::response::Response;

pub async fn get_csv(staff: Staff) -> Result<Response, PageError> {
    let connected = staff.services().records().export_connected(&staff).await?;
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
