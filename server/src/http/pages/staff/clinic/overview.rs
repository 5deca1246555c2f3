//! `/staff/overview` and `/staff/overview.csv`: the results of the codes. Managers alone come in.

use crate::http::csv_file::csv_file;
use crate::http::error::PageError;
use crate::http::extract::Manager;
use app::pages::staff::clinic::overview::{Ending, View, page};
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use domain::connect_request::Listed;
use domain::statistics::{Count, Counted, Counts, Range};
use serde::Deserialize;
use service::{Filter, Overview};

/// Requests that end soon and are named; the list has the others.
const ENDING: usize = 10;

#[derive(Deserialize)]
pub struct Fields {
    #[serde(default)]
    range: String,
}

impl Fields {
    fn range(&self) -> Range {
        Range::from_name(&self.range).unwrap_or_default()
    }
}

pub async fn get(manager: Manager, Query(fields): Query<Fields>) -> Result<Response, PageError> {
    let found = overview(&manager, fields.range()).await?;
    let ending = ending(&manager).await?;
    let zone = manager.staff.time_zone;
    let months = found.months.into_iter().filter_map(|month| {
        let start = zone.start_of_day(&format!("{month}-01"))?;
        Some((month, zone.at(start)))
    });
    let view = View {
        range: fields.range(),
        partly: found.partly,
        ending,
        months: months.collect(),
        counts: found.counts,
        before: found.before,
        lists: found.lists,
    };
    Ok(manager.show(StatusCode::OK, page, &view))
}

async fn overview(manager: &Manager, range: Range) -> Result<Overview, PageError> {
    let installation = manager.services().installation();
    Ok(installation.overview(manager.by, range).await?)
}

async fn ending(manager: &Manager) -> Result<Vec<Ending>, PageError> {
    let filter = Filter {
        listed: Listed::EndingSoon,
        ..Filter::default()
    };
    let requests = manager.services().connect_requests();
    let found = requests.list(manager.staff.application, &filter).await?;
    let zone = manager.staff.time_zone;
    let named = found.rows.into_iter().take(ENDING);
    let named = named.map(|one| Ending {
        request: one.request.id,
        days_left: one.request.ends_soon(found.now, zone),
        ends_at: one.request.expires_at,
        email: one.request.email,
        friendly_name: one.request.friendly_name.into(),
    });
    Ok(named.collect())
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
pub async fn get_csv(
    manager: Manager,
    Query(fields): Query<Fields>,
) -> Result<Response, PageError> {
    let found = overview(&manager, fields.range()).await?;
    let kind = |one: &Count| {
        (
            one.month().to_owned(),
            one.delivery.name(),
            one.language.clone(),
        )
    };
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
