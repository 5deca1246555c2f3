//! `/staff/audit`: who did what, the latest first. For managers.

use crate::components::{Button, Document, Frame, Place, Room, Weight, document};
use crate::page::Page;
use crate::pages::staff::clinic::audit_words::{action_words, outcome_words};
use crate::pages::staff::query::with_query;
use domain::audit::{Action, ActionOutcome};
use domain::timestamp::Timestamp;
use domain::zone::Zone;
use leptos::prelude::*;
use words::Wording;
use words::t;

/// Who did it, as the log names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    Staff(Option<String>),
    Person,
    Application,
    CodeHolder,
    Nobody,
    System,
    CommandLine,
}

impl Who {
    /// The actor by the log's own name; an unknown one is none.
    pub fn named(kind: &str, staff: Option<String>) -> Self {
        match kind {
            "staff" => Self::Staff(staff),
            "person" => Self::Person,
            "application" => Self::Application,
            "code-holder" => Self::CodeHolder,
            "system" => Self::System,
            "command-line" => Self::CommandLine,
            _ => Self::Nobody,
        }
    }

    pub fn words(&self) -> Wording {
        match self {
            Self::Staff(Some(name)) => name.clone().into(),
            Self::Staff(None) => t!("audit-who-staff"),
            Self::Person => t!("audit-who-person"),
            Self::Application => t!("audit-who-application"),
            Self::CodeHolder => t!("audit-who-code-holder"),
            Self::Nobody => t!("audit-who-nobody"),
            Self::System => t!("audit-who-system"),
            Self::CommandLine => t!("audit-who-command-line"),
        }
    }
}

#[derive(Clone)]
pub struct Row {
    pub at: Timestamp,
    pub who: Who,
    pub action: String,
    pub outcome: String,
    /// The request it was about, where it was about one.
    pub request: Option<String>,
    /// The clinic's own ID of the patient it was about.
    pub patient: Option<String>,
}

#[derive(Clone, Default)]
pub struct View {
    pub rows: Vec<Row>,
    /// The action that is asked for; empty for all.
    pub action: String,
    /// Who may be asked for: ids and names.
    pub team: Vec<(String, String)>,
    /// The ID of the actor; empty for all.
    pub staff: String,
    /// The patient ID that is searched for, as typed; empty for all.
    pub patient: String,
    /// The last day that is asked for, as "2026-05-04"; empty for today.
    pub day: String,
    /// The cursor of the next page, where there is one.
    pub next: Option<i64>,
}

/// What a stored action is called; one that only a newer version knows goes by the log's name.
fn action_called(stored: &str) -> Wording {
    Action::from_name(stored).map_or_else(|| stored.to_owned().into(), action_words)
}

/// What a stored outcome is called; one that only a newer version knows goes by the log's name.
fn outcome_called(stored: &str) -> Wording {
    ActionOutcome::from_name(stored).map_or_else(|| stored.to_owned().into(), outcome_words)
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let about = Document::new(Room::Staff(Place::Audit), t!("audit-heading"));
    document(frame, about, || {
        let export = address("/staff/audit.csv", view);
        view! {
            <div class="heading-row">
                <h1>{t!("audit-heading")}</h1>
                <a class="button secondary" href=export>
                    {t!("audit-export")}
                </a>
            </div>
            <p>{t!("audit-about", zone = words::zone(frame.time_zone))}</p>
            {filter(view).into_any()}
            {if view.rows.is_empty() {
                view! { <p class="lead">{t!("audit-none")}</p> }.into_any()
            } else {
                table(&view.rows, frame.time_zone).into_any()
            }}
            {next(view)}
        }
    })
}

fn address(path: &str, view: &View) -> String {
    let query = [
        ("action", view.action.as_str()),
        ("staff", &view.staff),
        ("patient", &view.patient),
        ("day", &view.day),
    ];
    with_query(path, &query)
}

fn filter(view: &View) -> impl IntoView + use<> {
    let action = &view.action;
    let all = action.is_empty();
    let everybody = view.staff.is_empty();
    let team = view
        .team
        .iter()
        .map(|(id, name)| {
            let chosen = *id == view.staff;
            view! { <option value=id.clone() selected=chosen>{name.clone()}</option> }
        })
        .collect_view();
    let (day, patient) = (view.day.clone(), view.patient.clone());
    let choices = Action::ALL
        .iter()
        .filter(|one| !one.is_of_the_installation())
        .map(|one| {
            let chosen = one.name() == action;
            view! { <option value=one.name() selected=chosen>{action_words(*one)}</option> }
        })
        .collect_view();
    view! {
        <form class="filter" method="get" action="/staff/audit">
            <div class="field">
                <label for="action">{t!("audit-what")}</label>
                <select id="action" name="action">
                    <option value="" selected=all>{t!("audit-all")}</option>
                    {choices}
                </select>
            </div>
            <div class="field">
                <label for="staff">{t!("audit-who")}</label>
                <select id="staff" name="staff">
                    <option value="" selected=everybody>{t!("audit-everybody")}</option>
                    {team}
                </select>
            </div>
            <div class="field">
                <label for="patient">{t!("requests-external-id")}</label>
                <input id="patient" name="patient" value=patient autocomplete="off" />
            </div>
            <div class="field">
                <label for="day">{t!("audit-day")}</label>
                <input type="date" id="day" name="day" value=day />
            </div>
            <Button weight=Weight::Secondary>{t!("requests-show")}</Button>
        </form>
    }
}

fn table(rows: &[Row], zone: Zone) -> impl IntoView + use<> {
    let rows = rows.iter().map(|one| row(one, zone)).collect_view();
    view! {
        <table>
            <caption class="unseen">{t!("audit-heading")}</caption>
            <thead>
                <tr>
                    <th scope="col">{t!("audit-when")}</th>
                    <th scope="col">{t!("audit-who")}</th>
                    <th scope="col">{t!("audit-what")}</th>
                    <th scope="col">{t!("requests-external-id")}</th>
                    <th scope="col">{t!("audit-outcome")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn row(row: &Row, zone: Zone) -> impl IntoView + use<> {
    let action = action_called(&row.action);
    let what = match &row.request {
        Some(id) => view! { <a href=format!("/staff/requests/{id}")>{action}</a> }.into_any(),
        None => action.into_any(),
    };
    let patient = row.patient.as_ref().map(|id| {
        let all = with_query("/staff/audit", &[("patient", id.as_str())]);
        view! { <a href=all>{id.clone()}</a> }
    });
    view! {
        <tr>
            <th scope="row">{words::date_and_time(zone.at(row.at))}</th>
            <td data-label=t!("audit-who")>{row.who.words()}</td>
            <td data-label=t!("audit-what")>{what}</td>
            <td data-label=t!("requests-external-id")>{patient}</td>
            <td data-label=t!("audit-outcome")>{outcome_called(&row.outcome)}</td>
        </tr>
    }
}

fn next(view: &View) -> impl IntoView + use<> {
    let (action, staff, day) = (view.action.clone(), view.staff.clone(), view.day.clone());
    let patient = view.patient.clone();
    view.next.map(|cursor| {
        view! {
            <form class="pager" method="get" action="/staff/audit">
                <input type="hidden" name="action" value=action />
                <input type="hidden" name="staff" value=staff />
                <input type="hidden" name="patient" value=patient />
                <input type="hidden" name="day" value=day />
                <input type="hidden" name="before" value=cursor.to_string() />
                <Button weight=Weight::Secondary>{t!("audit-next")}</Button>
            </form>
        }
    })
}
