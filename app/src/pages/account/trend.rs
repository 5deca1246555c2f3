//! A picture of numbers that repeat, and the same numbers as a table.

use domain::thing::reading::Sort;
use domain::timestamp::Timestamp;
use domain::units::Units;
use domain::zone::Zone;
use leptos::prelude::*;
use words::Wording;
use words::{t, things};

/// One measurement: one number or two.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    pub at: Timestamp,
    pub value: f64,
    pub low: Option<f64>,
}

/// The box that is drawn in, and how far lines stay from its edges.
const WIDTH: f64 = 100.0;
const HEIGHT: f64 = 40.0;
const MARGIN: f64 = 4.0;

/// The dates are where the measurements say they were: a thing has no zone.
fn date(at: Timestamp) -> Wording {
    words::date(Zone::UTC.at(at))
}

/// The picture of points, the earliest first; None for fewer than two.
pub fn picture((sort, units): (Sort, Units), points: &[Point]) -> Option<impl IntoView + use<>> {
    let (first, last) = (points.first()?, points.last()?);
    if points.len() < 2 {
        return None;
    }
    let (from, until) = (date(first.at), date(last.at));
    let number = |value: f64| things::number(value);
    let words = match (first.low, last.low) {
        (Some(first_low), Some(last_low)) => t!(
            "trend-two",
            first = number(first.value),
            last = number(last.value),
            first_low = number(first_low),
            last_low = number(last_low),
            from = from.clone(),
            until = until.clone()
        ),
        _ => t!(
            "trend-one",
            first = number(first.value),
            last = number(last.value),
            unit = things::unit(sort, units),
            from = from.clone(),
            until = until.clone()
        ),
    };
    let values = || {
        let lows = points.iter().filter_map(|point| point.low);
        points.iter().map(|point| point.value).chain(lows)
    };
    let lowest = values().fold(f64::INFINITY, f64::min);
    let highest = values().fold(f64::NEG_INFINITY, f64::max);
    let line = |value: fn(&Point) -> Option<f64>| line(points, value, (lowest, highest));
    let upper = line(|point| Some(point.value));
    let lower = line(|point| point.low);
    let lower = (!lower.is_empty()).then(|| view! { <polyline class="low" points=lower /> });
    Some(view! {
        <svg class="spark" viewBox="0 0 100 40" preserveAspectRatio="none" role="img" aria-label=words>
            <polyline points=upper />
            {lower}
        </svg>
        <p class="trend-ends" aria-hidden="true">
            <span>{from}</span>
            <span>{until}</span>
        </p>
    })
}

/// The places of a line, by time and value.
fn line(points: &[Point], value: fn(&Point) -> Option<f64>, (least, most): (f64, f64)) -> String {
    let (Some(oldest), Some(newest)) = (points.first(), points.last()) else {
        return String::new();
    };
    let whole = seconds(oldest.at, newest.at);
    let mut places = Vec::new();
    for point in points {
        let Some(value) = value(point) else {
            continue;
        };
        let x = if whole > 0.0 {
            seconds(oldest.at, point.at) / whole * WIDTH
        } else {
            WIDTH
        };
        let share = if most > least {
            (value - least) / (most - least)
        } else {
            0.5
        };
        let y = HEIGHT - MARGIN - share * (HEIGHT - 2.0 * MARGIN);
        places.push(format!("{x:.1},{y:.1}"));
    }
    places.join(" ")
}

fn seconds(from: Timestamp, until: Timestamp) -> f64 {
    until.since(from).as_secs_f64()
}

/// The numbers of a picture, the latest first.
pub fn table((sort, units): (Sort, Units), points: &[Point]) -> impl IntoView + use<> {
    let rows: Vec<_> = points
        .iter()
        .rev()
        .map(|point| {
            let value = match point.low {
                None => things::number(point.value).into(),
                Some(low) => t!(
                    "value-pair",
                    upper = things::number(point.value),
                    lower = things::number(low)
                ),
            };
            view! {
                <tr>
                    <td>{date(point.at)}</td>
                    <td>{value}</td>
                </tr>
            }
        })
        .collect();
    let what = format!("{} ({})", things::sort(sort), things::unit(sort, units));
    view! {
        <details class="numbers">
            <summary>{t!("trend-table")}</summary>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{t!("trend-date")}</th>
                        <th scope="col">{what}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </details>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(seconds: i64, value: f64) -> Point {
        Point {
            at: Timestamp::from_micros(seconds * 1_000_000),
            value,
            low: None,
        }
    }

    #[test]
    fn line_goes_from_edge_to_edge_and_stays_inside() {
        let points = [point(0, 70.0), point(50, 72.0), point(100, 71.0)];
        let drawn = line(&points, |point| Some(point.value), (70.0, 72.0));
        assert_eq!(drawn, "0.0,36.0 50.0,4.0 100.0,20.0");
    }

    #[test]
    fn equal_numbers_and_equal_times_are_drawn_too() {
        let same = [point(0, 70.0), point(0, 70.0)];
        let drawn = line(&same, |point| Some(point.value), (70.0, 70.0));
        assert_eq!(drawn, "100.0,20.0 100.0,20.0");
        assert!(picture((Sort::Weight, Units::Metric), &same[..1]).is_none());
    }
}
