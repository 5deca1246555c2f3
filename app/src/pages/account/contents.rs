//! `/account/records/{id}`: what is in a record, by sorts of things, and the newest of them.

use super::about_words;
use super::account::{change_permissions, initial};
use super::items::{Item, added, line, open, path};
use super::trend::{self, Point};
use crate::components::{Button, ButtonLink, Document, Frame, Room, Weight, document};
use crate::page::Page;
use domain::ids::{AuthorizationId, RecordId};
use domain::record::About;
use domain::thing::reading::Sort;
use domain::zone::Zone;
use leptos::prelude::*;
use uuid::Uuid;
use words::Wording;
use words::{t, things};

#[derive(Clone)]
pub struct View {
    pub id: RecordId,
    pub name: String,
    pub about: About,
    pub tiles: Vec<Tile>,
    pub newest: Vec<Item>,
    pub total: u64,
    pub clinics: Vec<Connected>,
}

/// A clinic that is connected.
#[derive(Clone)]
pub struct Connected {
    pub authorization: AuthorizationId,
    pub clinic: String,
    /// A part of what it may do may be switched on or off.
    pub optional: bool,
    /// Who connected it, where that is another one who looks after the record.
    pub by: Option<String>,
}

/// One type of things.
#[derive(Clone)]
pub struct Tile {
    pub type_id: Uuid,
    pub sort: Sort,
    pub count: u64,
    /// The latest first.
    pub items: Vec<Item>,
}

impl Tile {
    /// What repeats as numbers, the earliest first.
    pub fn points(&self) -> Vec<Point> {
        points(&self.items)
    }
}

/// The numbers among items that are listed the latest first, in the order of time.
pub fn points(items: &[Item]) -> Vec<Point> {
    let numbers = items.iter().rev().filter_map(|item| {
        let (value, low) = item.units.numbers(item.sort, &item.facts)?;
        Some(Point {
            at: item.effective_at,
            value,
            low,
        })
    });
    numbers.collect()
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let about = Document::new(Room::Patient, view.name.clone().into());
    document(frame, about, || {
        let add = format!("/account/records/{}/add", view.id);
        let inside = if view.total == 0 {
            view! {
                <section class="card">
                    <h2>{t!("contents-empty")}</h2>
                    <p>{t!("contents-empty-hint")}</p>
                </section>
            }
            .into_any()
        } else {
            filled(view).into_any()
        };
        let activity = format!("/account/activity?record={}", view.id);
        let people = format!("/account/records/{}/people", view.id);
        let who = about_words(view.about);
        let who = (!who.is_empty()).then(|| view! { <p class="hint">{who}</p> });
        view! {
            <p class="back">
                <a href="/account">{t!("records-back")}</a>
            </p>
            <div class="own wide head-row">
                <div class="person">
                    <span class="face" aria-hidden="true">
                        {initial(&view.name)}
                    </span>
                    <div>
                        <h1>{view.name.clone()}</h1>
                        {who}
                    </div>
                </div>
                <ButtonLink href=add weight=Weight::Secondary>
                    {t!("contents-add")}
                </ButtonLink>
            </div>
            {inside}
            <section class="card">
                <h2>{t!("contents-clinics")}</h2>
                {clinics(view)}
                <p class="lone">
                    <a href=activity>{t!("contents-activity")}</a>
                </p>
                <p class="lone">
                    <a href=people>{t!("contents-people")}</a>
                </p>
            </section>
        }
    })
}

fn clinics(view: &View) -> impl IntoView + use<> {
    if view.clinics.is_empty() {
        let hint = t!("home-no-clinic-hint", record = view.name.clone());
        return view! { <p>{t!("home-no-clinic")} ". " {hint}</p> }.into_any();
    }
    let lines: Vec<_> = view
        .clinics
        .iter()
        .map(|one| connected(one, &view.name))
        .collect();
    view! { <ul class="own-rows">{lines}</ul> }.into_any()
}

fn connected(one: &Connected, record: &str) -> impl IntoView + use<> {
    let permissions = one
        .optional
        .then(|| change_permissions(one.authorization, &one.clinic, record));
    let disconnect = t!("home-disconnect", clinic = one.clinic.clone());
    let from = t!("home-disconnect-record", record = record.to_owned());
    let by = one.by.clone();
    let by =
        by.map(|by| view! { <span class="hint">{t!("contents-connected-by", name = by)}</span> });
    view! {
        <li>
            <span class="grow">
                <strong>{one.clinic.clone()}</strong>
                {by}
            </span>
            {permissions}
            <form method="post" action="/account/disconnect">
                <input type="hidden" name="authorization" value=one.authorization.to_string() />
                <Button weight=Weight::Quiet>
                    {disconnect} " "
                    <span class="unseen">{from}</span>
                </Button>
            </form>
        </li>
    }
}

fn filled(view: &View) -> impl IntoView + use<> {
    let tiles: Vec<_> = view.tiles.iter().map(|one| tile(view.id, one)).collect();
    let newest: Vec<_> = view.newest.iter().map(|item| line(view.id, item)).collect();
    let all = t!("contents-all", count = view.total);
    view! {
        <div class="cards tiles">{tiles}</div>
        <section class="card">
            <h2>{t!("contents-newest")}</h2>
            <ul class="own-rows">{newest}</ul>
            <p class="lone">
                <a href=path(view.id, None)>{all}</a>
            </p>
        </section>
    }
}

fn tile(record: RecordId, tile: &Tile) -> impl IntoView + use<> {
    let what = things::sort(tile.sort);
    let points = tile.points();
    let newest = tile.items.first().filter(|_| !points.is_empty());
    let inside = if let Some(latest) = newest {
        let value = things::value(tile.sort, &latest.facts, latest.units).unwrap_or_default();
        view! {
            <p class="value">{value} " " <small>{things::unit(tile.sort, latest.units)}</small></p>
            {trend::picture((tile.sort, latest.units), &points)}
            <p class="hint">{change(tile.sort, &points, latest)}</p>
        }
        .into_any()
    } else {
        let shown = |item: &Item| {
            let words = item.title();
            view! { <li>{open(record, item.id, words)}</li> }
        };
        let items: Vec<_> = tile.items.iter().map(shown).collect();
        view! { <ul class="named">{items}</ul> }.into_any()
    };
    let all = t!("contents-see-all", count = tile.count);
    view! {
        <section class="card tile">
            <h2>{what.clone()}</h2>
            {inside}
            <p class="lone">
                <a href=path(record, Some(tile.type_id))>
                    {all} <span class="unseen">{t!("contents-see-all-what", what = what)}</span>
                </a>
            </p>
        </section>
    }
}

/// What the picture says, in words: one series is compared with its beginning.
fn change(sort: Sort, points: &[Point], latest: &Item) -> Wording {
    let date = |point: &Point| words::date(Zone::UTC.at(point.at));
    match (points.first(), points.last()) {
        (Some(first), Some(last)) if points.len() > 1 && last.low.is_none() => {
            let by = last.value - first.value;
            let number = things::number(by.abs());
            let unit = things::unit(sort, latest.units);
            if number == "0" {
                t!("contents-change-none", date = date(first))
            } else if by > 0.0 {
                t!(
                    "contents-change-up",
                    number = number,
                    unit = unit,
                    date = date(first)
                )
            } else {
                t!(
                    "contents-change-down",
                    number = number,
                    unit = unit,
                    date = date(first)
                )
            }
        }
        _ => added(latest),
    }
}
