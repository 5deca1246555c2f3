//! `/staff/overview`: how many codes were made, and their results. For managers.

use crate::components::{Document, Frame, Place, Room, document};
use crate::page::Page;
use domain::statistics::{Channel, Counted};
use domain::zone::Local;
use leptos::prelude::*;
use words::Phrase;
use words::t;

/// The counts of one month, by what and by channel, in the order of [`Counted::ALL`] and [`Channel::ALL`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Month {
    /// Any moment in it.
    pub at: Local,
    pub counts: [[u64; 2]; 4],
}

impl Month {
    fn of(&self, counted: Counted) -> u64 {
        Channel::ALL
            .iter()
            .map(|channel| self.by(counted, *channel))
            .sum()
    }

    fn by(&self, counted: Counted, channel: Channel) -> u64 {
        self.counts[counted as usize][channel as usize]
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// The earliest first.
    pub months: Vec<Month>,
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let about = Document::new(Room::Staff(Place::Overview), t!("overview-heading"));
    document(frame, about, || {
        let made: u64 = view
            .months
            .iter()
            .map(|month| month.of(Counted::Made))
            .sum();
        let connected: u64 = view
            .months
            .iter()
            .map(|month| month.of(Counted::Connected))
            .sum();
        let numbers = if made == 0 && connected == 0 {
            view! { <p class="lead">{t!("overview-none")}</p> }.into_any()
        } else {
            view! {
                <p class="lead">{t!("overview-sum", made = made, connected = connected)}</p>
                {picture(&view.months)}
                {table(&view.months)}
            }
            .into_any()
        };
        view! {
            <h1>{t!("overview-heading")}</h1>
            <p>{t!("overview-about")}</p>
            {numbers}
        }
    })
}

fn name(counted: Counted) -> Phrase {
    match counted {
        Counted::Made => t!("overview-made"),
        Counted::Mailed => t!("overview-mailed"),
        Counted::Connected => t!("overview-connected"),
        Counted::Unused => t!("overview-unused"),
    }
}

/// Height of the tallest bar, in the picture's own units; a month is 60 wide.
const TALLEST: u64 = 120;
const SHOWN: [Counted; 3] = [Counted::Made, Counted::Connected, Counted::Unused];

fn picture(months: &[Month]) -> impl IntoView + use<> {
    let counts = months
        .iter()
        .flat_map(|month| SHOWN.map(|counted| month.of(counted)));
    let most = counts.max().unwrap_or(0).max(1);
    let bars = months
        .iter()
        .enumerate()
        .map(|(index, month)| {
            let left = index * 60;
            let bars = SHOWN
                .iter()
                .enumerate()
                .map(|(place, counted)| {
                    let height = (month.of(*counted) * TALLEST).div_ceil(most);
                    let x = left + 6 + place * 16;
                    view! { <rect class=counted.name() x=x y=TALLEST - height width="14" height=height /> }
                })
                .collect_view();
            view! {
                {bars}
                <text x=left + 30 y="140" text-anchor="middle">
                    {words::short_month(month.at)}
                </text>
            }
        })
        .collect_view();
    let keys = SHOWN
        .map(|counted| view! { <li class=counted.name()>{name(counted)}</li> })
        .collect_view();
    let frame = format!("0 0 {} 150", months.len() * 60);
    view! {
        <figure class="bars">
            <svg viewBox=frame role="img" aria-label=t!("overview-picture")>
                <line x1="0" x2="100%" y1="120.5" y2="120.5" />
                {bars}
            </svg>
            <figcaption>
                <ul>{keys}</ul>
            </figcaption>
        </figure>
    }
}

fn table(months: &[Month]) -> impl IntoView + use<> {
    let heads = Counted::ALL
        .map(|counted| view! { <th scope="col" class="number">{name(counted)}</th> })
        .collect_view();
    let rows = months
        .iter()
        .rev()
        .map(|month| {
            let cells = Counted::ALL
                .map(|counted| cell(month, counted))
                .collect_view();
            view! {
                <tr>
                    <th scope="row">{words::month(month.at)}</th>
                    {cells}
                </tr>
            }
        })
        .collect_view();
    view! {
        <table>
            <caption>{t!("overview-table")}</caption>
            <thead>
                <tr>
                    <th scope="col">{t!("overview-month")}</th>
                    {heads}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn cell(month: &Month, counted: Counted) -> impl IntoView + use<> {
    let (mail, letter) = (
        month.by(counted, Channel::Mail),
        month.by(counted, Channel::Letter),
    );
    // Nothing else is mailed than mails.
    let parts = (letter > 0 && mail > 0)
        .then(|| view! { <span class="hint">{t!("overview-channels", mail = mail, letter = letter)}</span> });
    view! {
        <td class="number" data-label=name(counted)>
            {month.of(counted)} " " {parts}
        </td>
    }
}
