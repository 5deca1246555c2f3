//! The overview, with a year of codes, with few, and with none.

use super::manager;
use crate::page::Page;
use crate::pages::samples::MAY;
use crate::pages::staff::clinic::overview::{self, View};
use domain::connect_request::{Delivery, Listed, Standing};
use domain::statistics::{Count, Counted};
use domain::zone::Zone;
use std::time::Duration;

const DAY: Duration = Duration::from_hours(24);

fn months() -> Vec<(String, domain::zone::Local)> {
    let month = |number: u32| {
        let at = Zone::UTC.at(MAY - DAY * 31 * (11 - number));
        (format!("{:04}-{:02}", at.year(), at.month()), at)
    };
    (0..12).map(month).collect()
}

/// The results of so many codes of one month: a fifth expired, two thirds connected.
fn results(month: &str, delivery: Delivery, language: &str, made: u64) -> Vec<Count> {
    let count = |counted, days, count| Count {
        month: month.to_owned(),
        delivery,
        language: language.to_owned(),
        counted,
        days,
        count,
    };
    let connected = made * 2 / 3;
    vec![
        count(Counted::Made, None, made),
        count(Counted::Sent, None, made - made / 9),
        count(Counted::Entered, None, made - made / 7),
        count(Counted::Answered, None, made - made / 5),
        count(Counted::Connected, Some(0), connected / 3),
        count(Counted::Connected, Some(2), connected / 3),
        count(Counted::Connected, Some(9), connected - connected / 3 * 2),
        count(Counted::Expired, None, made / 5),
        count(Counted::Locked, None, made / 20),
        count(Counted::Refused, None, made / 40),
        count(Counted::Withdrawn, None, made / 30),
    ]
}

pub(super) fn pages() -> Vec<(String, Page)> {
    let months = months();
    let year = months.iter().zip(1_u64..).flat_map(|((month, _), number)| {
        let mut counts = results(month, Delivery::Letter, "en", number * 4);
        counts.extend(results(month, Delivery::Email, "es-MX", number * 3));
        counts.extend(results(month, Delivery::Both, "", number / 2));
        counts
    });
    let full = View {
        counts: year.collect(),
        before: results("2025-01", Delivery::Letter, "en", 60),
        lists: vec![
            (Listed::EndingSoon, 9),
            (Listed::Standing(Standing::Stopped), 4),
            (Listed::MailTrouble, 1_001),
        ],
        months: months.clone(),
    };
    let few = View {
        counts: results(&months[11].0, Delivery::Letter, "en", 4),
        months,
        ..View::default()
    };
    [
        ("staff-overview", full),
        ("staff-overview-few", few),
        ("staff-overview-empty", View::default()),
    ]
    .map(|(name, view)| (name.to_owned(), overview::page(&manager(), &view)))
    .into()
}
