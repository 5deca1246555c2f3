//! `/staff/overview` and `/staff/overview.csv`: the results of the codes. Managers alone come in.

use crate::http::csv_file::csv_file;
use crate::http::error::PageError;
use crate::http::extract::Manager;
use app::pages::staff::clinic::overview::{View, page};
use axum::http::StatusCode;
use axum::response::Response;
use domain::statistics::{Count, Counted, Counts};
use service::Overview;

pub async fn get(manager: Manager) -> Result<Response, PageError> {
    let found = overview(&manager).await?;
    let zone = manager.staff.time_zone;
    let months = found.months.into_iter().filter_map(|month| {
        let start = zone.start_of_day(&format!("{month}-01"))?;
        Some((month, zone.at(start)))
    });
    let view = View {
        months: months.collect(),
        counts: found.counts,
        before: found.before,
        lists: found.lists,
    };
    Ok(manager.show(StatusCode::OK, page, &view))
}

async fn overview(manager: &Manager) -> Result<Overview, PageError> {
    let found = manager.services().installation().overview(manager.by).await;
    Ok(found?)
}

const HEAD: [&str; 13] = [
    "created_in",
    "channel",
    "language",
    "created",
    "handed_over",
    "entered",
    "answered",
    "connected",
    "expired",
    "locked",
    "wrong_person",
    "replaced_or_cancelled",
    "median_days",
];
const SLOWEST: &str = "slowest_tenth_days";

/// The same figures, a row for each month, channel and language; the last row has the days of all.
pub async fn get_csv(manager: Manager) -> Result<Response, PageError> {
    let found = overview(&manager).await?;
    let kind = |one: &Count| (one.month.clone(), one.delivery.name(), one.language.clone());
    let mut kinds: Vec<_> = found.counts.iter().map(kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let all = Counts::new(&found.counts);
    let mut rows: Vec<_> = kinds
        .into_iter()
        .map(|(month, delivery, language)| {
            let own: Vec<Count> = found
                .counts
                .iter()
                .filter(|one| kind(one) == (month.clone(), delivery, language.clone()))
                .cloned()
                .collect();
            row([month, delivery.to_owned(), language], Counts::new(&own))
        })
        .collect();
    rows.push(row(["all", "", ""].map(str::to_owned), all));
    Ok(csv_file(
        "overview.csv",
        HEAD.into_iter().chain([SLOWEST]),
        rows,
    ))
}

fn row([month, delivery, language]: [String; 3], counts: Counts<'_>) -> [String; 14] {
    let [created, handed_over, entered, answered, connected] =
        counts.funnel(|_| true).map(|count| count.to_string());
    let sum = |counted| counts.sum(counted, |_| true).to_string();
    let days = counts.days();
    let known = |days: Option<u32>| days.map_or_else(String::new, |days| days.to_string());
    [
        month,
        delivery,
        language,
        created,
        handed_over,
        entered,
        answered,
        connected,
        sum(Counted::Expired),
        sum(Counted::Locked),
        sum(Counted::Refused),
        sum(Counted::Withdrawn),
        known(days.median()),
        known(days.slowest_tenth()),
    ]
}
