//! The tables of the overview, with a bar in each row; the numbers are beside the bars, so that no figure is only drawn.

use super::overview::{percent, share_cell};
use domain::statistics::{Counted, Counts, Days, Share};
use domain::zone::Local;
use leptos::prelude::*;
use std::ops::RangeInclusive;
use words::Wording;
use words::t;

/// A bar of so much out of so many; drawn alone, so that a reader hears the number once.
pub(super) fn bar(part: u64, whole: u64) -> impl IntoView + use<> {
    let width = (part * 100 / whole.max(1)).min(100);
    view! {
        <svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            <rect class="whole" width="100" height="8" />
            <rect class="part" width=width height="8" />
        </svg>
    }
}

/// A table in a section of its own, under its heading.
fn section(
    id: &'static str,
    heading: Wording,
    about: Option<Wording>,
    heads: Vec<AnyView>,
    rows: Vec<AnyView>,
) -> impl IntoView + use<> {
    let heading_id = format!("{id}-heading");
    let labelled = heading_id.clone();
    view! {
        <section aria-labelledby=labelled>
            <h2 id=heading_id>{heading.clone()}</h2>
            {about.map(|about| view! { <p>{about}</p> })}
            {table(heading, heads, rows)}
        </section>
    }
}

fn table(caption: Wording, heads: Vec<AnyView>, rows: Vec<AnyView>) -> impl IntoView {
    view! {
        <table class="bars">
            <caption class="unseen">{caption}</caption>
            <thead>
                <tr>{heads}</tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn head(words: Wording, number: bool) -> AnyView {
    view! {
        <th scope="col" class:number=number>
            {words}
        </th>
    }
    .into_any()
}

/// How far patients came, and how many stopped before each step.
pub(super) fn funnel(counts: Counts<'_>) -> impl IntoView + use<> {
    let steps = counts.funnel(|_| true);
    let names = [
        t!("overview-made"),
        t!("overview-handed-over"),
        t!("overview-entered"),
        t!("overview-answered"),
        t!("overview-connected"),
    ];
    let created = steps[0];
    let lost = |index: usize| match index {
        0 => 0,
        index => steps[index - 1].saturating_sub(steps[index]),
    };
    let rows = names
        .into_iter()
        .enumerate()
        .map(|(index, name)| {
            let reached = steps[index];
            view! {
                <tr>
                    <th scope="row">{name}</th>
                    <td class="share" data-label=t!("overview-reached")>
                        {bar(reached, created)}
                        {reached}
                    </td>
                    <td class="number" data-label=t!("overview-lost")>
                        {lost(index)}
                    </td>
                </tr>
            }
            .into_any()
        })
        .collect();
    let most = (1..steps.len()).max_by_key(|index| (lost(*index), std::cmp::Reverse(*index)));
    let about = most.filter(|index| lost(*index) > 0).map(|index| {
        t!(
            "overview-most-lost",
            step = index,
            lost = lost(index),
            of = created.saturating_sub(steps[steps.len() - 1])
        )
    });
    let heads = vec![
        head(t!("overview-step"), false),
        head(t!("overview-reached"), false),
        head(t!("overview-lost"), true),
    ];
    section("funnel", t!("overview-funnel"), about, heads, rows)
}

/// What share connects, by one property of the request.
pub(super) fn shares(
    id: &'static str,
    heading: Wording,
    property: Wording,
    rows: Vec<(Wording, Share)>,
) -> impl IntoView + use<> {
    let rows = rows
        .into_iter()
        .map(|(name, share)| {
            view! {
                <tr>
                    <th scope="row">{name}</th>
                    <td class="share" data-label=t!("overview-share")>
                        {share_cell(share)}
                    </td>
                    <td class="number" data-label=t!("overview-connected")>
                        {t!("overview-part", connected = share.connected, of = share.of)}
                    </td>
                </tr>
            }
            .into_any()
        })
        .collect();
    let heads = vec![
        head(property, false),
        head(t!("overview-share"), false),
        head(t!("overview-connected"), true),
    ];
    section(id, heading, None, heads, rows)
}

/// Days until patients connected, in steps that a reader tells at a glance.
const STEPS: [RangeInclusive<u32>; 5] = [0..=0, 1..=2, 3..=6, 7..=13, 14..=u32::MAX];

pub(super) fn days(days: &Days) -> Option<impl IntoView + use<>> {
    let patients = days.patients();
    if patients == 0 {
        return None;
    }
    let names = [
        t!("overview-same-day"),
        t!("overview-day-range", from = 1, to = 2),
        t!("overview-day-range", from = 3, to = 6),
        t!("overview-day-range", from = 7, to = 13),
        t!("overview-days-or-more", days = 14),
    ];
    let rows = names
        .into_iter()
        .zip(STEPS)
        .map(|(name, step)| {
            let count = days.within(step);
            view! {
                <tr>
                    <th scope="row">{name}</th>
                    <td class="share" data-label=t!("overview-patients")>
                        {bar(count, patients)}
                        {count}
                    </td>
                </tr>
            }
            .into_any()
        })
        .collect();
    let heads = vec![
        head(t!("overview-after"), false),
        head(t!("overview-patients"), false),
    ];
    let about = days
        .median()
        .zip(days.slowest_tenth())
        .map(|(median, slowest)| {
            t!(
                "overview-days-about",
                patients = patients,
                median = median,
                slowest = slowest
            )
        });
    Some(section("days", t!("overview-until"), about, heads, rows))
}

/// Results other than connected, in the order of the columns.
const ENDS: [Counted; 4] = [
    Counted::Expired,
    Counted::Locked,
    Counted::Refused,
    Counted::Withdrawn,
];

fn end_name(counted: Counted) -> Wording {
    match counted {
        Counted::Expired => t!("overview-expired"),
        Counted::Locked => t!("overview-locked"),
        Counted::Refused => t!("overview-wrong-person"),
        _ => t!("overview-withdrawn"),
    }
}

/// Codes by the month in which they were created, the latest first, and all together.
pub(super) fn months(months: &[(String, Local)], counts: Counts<'_>) -> impl IntoView + use<> {
    let mut heads = vec![
        head(t!("overview-month"), false),
        head(t!("overview-share"), false),
        head(t!("overview-made"), true),
        head(t!("overview-connected"), true),
    ];
    heads.extend(ENDS.map(|end| head(end_name(end), true)));
    let all = std::iter::once(month_row(t!("overview-all-months"), counts, None));
    let rows = months
        .iter()
        .rev()
        .map(|(month, at)| month_row(words::month(*at), counts, Some(month.as_str())));
    let rows = rows.chain(all).collect();
    view! {
        <section aria-labelledby="months-heading">
            <h2 id="months-heading">{t!("overview-table")}</h2>
            <p>{t!("overview-table-about")}</p>
            <div class="scrolls" role="group" tabindex="0" aria-labelledby="months-heading">
                {table(t!("overview-table"), heads, rows)}
            </div>
        </section>
    }
}

fn month_row(name: Wording, counts: Counts<'_>, month: Option<&str>) -> AnyView {
    let sum =
        |counted: Counted| counts.sum(counted, |one| month.is_none_or(|month| one.month == month));
    let share = counts.share(|one| month.is_none_or(|month| one.month == month));
    let number = |words: Wording, count: u64| {
        view! {
            <td class="number" data-label=words>
                {count}
            </td>
        }
    };
    let ends = ENDS
        .map(|end| number(end_name(end), sum(end)))
        .collect_view();
    let empty = (share.of == 0).then(|| "–".to_owned());
    let shown = match empty {
        Some(nothing) => nothing.into_any(),
        None if share.percent().is_some() => share_cell(share).into_any(),
        None => percent(share).into_any(),
    };
    view! {
        <tr class:sum=month.is_none()>
            <th scope="row">{name}</th>
            <td class="share" data-label=t!("overview-share")>
                {shown}
            </td>
            {number(t!("overview-made"), sum(Counted::Made))}
            {number(t!("overview-connected"), sum(Counted::Connected))}
            {ends}
        </tr>
    }
    .into_any()
}
