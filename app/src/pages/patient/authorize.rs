//! `/connect/authorize`: what the clinic will be able to do, and two buttons of equal size.

use crate::components::{
    Button, Checkbox, Choices, Document, ErrorSummary, Frame, Messages, Notice, Room, Tone, Weight,
    document,
};
use crate::domain::application::Rule;
use crate::domain::record::speaks_of;
use crate::page::Page;
use crate::pages::clinic::{Clinic, Picture};
use crate::t;
use leptos::prelude::*;

#[derive(Clone)]
pub struct View {
    pub clinic: Clinic,
    pub privacy_url: Option<String>,
    pub terms_url: Option<String>,
    /// What the clinic asks for, required and optional.
    pub rules: Vec<Rule>,
    pub friendly_name: String,
    /// The chosen record's name.
    pub record: String,
    /// The names of the person's other records.
    pub other_records: Vec<String>,
    /// The clinic is connected to the chosen record already.
    pub connected: bool,
    /// Names of the optional rules ticked before.
    pub ticked: Vec<String>,
    /// What the form carries to say what this page showed.
    pub seen: String,
    pub problem: Option<Problem>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Neither button's value came with the form.
    NothingChosen,
    /// The page that the decision was made on said something else.
    Changed,
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let clinic = || view.clinic.name.clone();
    let heading = t!(
        "authorize-heading",
        record = view.record.clone(),
        clinic = clinic()
    );
    let messages: Messages = view
        .problem
        .iter()
        .map(|problem| match problem {
            Problem::NothingChosen => ("decision", t!("authorize-nothing-chosen")),
            Problem::Changed => ("decision", t!("authorize-changed", clinic = clinic())),
        })
        .collect();
    let about = Document {
        errors: messages.any(),
        times_out: true,
        accent: view.clinic.accent,
        ..Document::new(Room::Patient, heading.clone())
    };
    document(frame, about, || {
        view! {
            <ErrorSummary messages=&messages />
            <Picture clinic=&view.clinic />
            <h1>{heading}</h1>
            {description(&view.clinic)}
            {other_record(view)}
            {view.connected.then(|| connected(view))}
            {required(view)}
            <form method="post" action="/connect/authorize" novalidate>
                <input type="hidden" name="seen" value=view.seen.clone() />
                {optional(view)}
                <p>{t!("authorize-stop")}</p>
                {papers(view)}
                <p class="only-if">
                    <strong>{t!("authorize-only-if", clinic = clinic())}</strong>
                </p>
                <div class="decision" id="decision" tabindex="-1">
                    {messages.at("decision").map(|words| view! { <p class="error" id="decision-error">{words}</p> })}
                    <Button name="decision" value="authorize">{t!("authorize-yes")}</Button>
                    <Button name="decision" value="decline" weight=Weight::Secondary>
                        {t!("authorize-no")}
                    </Button>
                </div>
            </form>
        }
    })
}

/// The clinic about itself.
fn description(clinic: &Clinic) -> Option<impl IntoView + use<>> {
    let words = clinic.description.clone();
    (!words.is_empty()).then(|| view! { <p class="hint">{words}</p> })
}

/// Said before going on when the friendly name fits another of the person's records and not the chosen one.
fn other_record(view: &View) -> Option<impl IntoView + use<>> {
    if speaks_of(&view.friendly_name, &view.record) {
        return None;
    }
    let other = view
        .other_records
        .iter()
        .find(|name| speaks_of(&view.friendly_name, name))?;
    let words = t!(
        "authorize-other-record",
        clinic = view.clinic.name.clone(),
        friendly = view.friendly_name.clone(),
        other = other.clone(),
        record = view.record.clone()
    );
    Some(view! {
        <Notice tone=Tone::Warning title=Some(t!("authorize-other-record-heading"))>
            <p>{words}</p>
            <p>
                <a href="/connect/record">{t!("authorize-other-record-link")}</a>
            </p>
        </Notice>
    })
}

fn connected(view: &View) -> impl IntoView + use<> {
    let words = t!(
        "authorize-connected",
        record = view.record.clone(),
        clinic = view.clinic.name.clone()
    );
    view! {
        <Notice>
            <p>{words}</p>
        </Notice>
    }
}

fn required(view: &View) -> impl IntoView + use<> {
    let clinic = view.clinic.name.clone();
    let rules: Vec<_> = view
        .rules
        .iter()
        .filter(|rule| !rule.optional)
        .map(|rule| {
            view! {
                <li>
                    <strong>{rule.name.clone()}</strong>
                    <span class="hint">{rule.why.clone()}</span>
                </li>
            }
        })
        .collect();
    if rules.is_empty() {
        view! { <p>{t!("authorize-learns", clinic = clinic)}</p> }.into_any()
    } else {
        view! {
            <h2>{t!("authorize-will", clinic = clinic)}</h2>
            <ul class="rules">{rules}</ul>
        }
        .into_any()
    }
}

fn optional(view: &View) -> Option<impl IntoView + use<>> {
    let boxes: Vec<_> = view
        .rules
        .iter()
        .filter(|rule| rule.optional)
        .map(|rule| {
            view! {
                <Checkbox
                    name="rule"
                    value=rule.name.clone()
                    label=rule.name.clone()
                    hint=Some(rule.why.clone())
                    checked=view.ticked.contains(&rule.name)
                />
            }
        })
        .collect();
    let legend = t!("authorize-optional", clinic = view.clinic.name.clone());
    (!boxes.is_empty()).then(|| {
        view! {
            <Choices name="rule" legend=legend hint=Some(t!("authorize-optional-hint"))>
                {boxes}
            </Choices>
        }
    })
}

fn papers(view: &View) -> Option<impl IntoView + use<>> {
    let clinic = || view.clinic.name.clone();
    let links: Vec<_> = [
        (
            &view.privacy_url,
            t!("authorize-privacy", clinic = clinic()),
        ),
        (&view.terms_url, t!("authorize-terms", clinic = clinic())),
    ]
    .into_iter()
    .filter_map(|(url, words)| Some((url.clone()?, words)))
    .map(|(url, words)| {
        view! {
            <li>
                <a href=url>{words}</a>
            </li>
        }
    })
    .collect();
    (!links.is_empty()).then(|| view! { <ul class="papers">{links}</ul> })
}
