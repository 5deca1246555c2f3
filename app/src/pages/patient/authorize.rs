//! `/connect/authorize`: what the clinic will be able to do, and two buttons of equal size.

use super::pair::{Pair, PairShown};
use super::right_record;
use crate::components::{
    Button, Checkbox, Choices, Document, ErrorSummary, Frame, Messages, Notice, Room, Step, Steps,
    Weight, document,
};
use crate::page::Page;
use crate::pages::clinic::Picture;
use domain::application::Rule;
use domain::clinic::Clinic;
use leptos::prelude::*;
use words::t;

#[derive(Clone)]
pub struct View {
    pub clinic: Clinic,
    pub privacy_url: Option<String>,
    pub terms_url: Option<String>,
    /// What the clinic asks for, required and optional.
    pub rules: Vec<Rule>,
    /// The letter and the chosen record.
    pub pair: Pair,
    /// The name of the account's holder.
    pub holder: String,
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
        record = view.pair.record.clone(),
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
        let deliberate = view.pair.all_the_same.then(|| {
            view! { <input type="hidden" name="record_check" value=right_record::THIS /> }
        });
        view! {
            <ErrorSummary messages=&messages />
            <Steps now=Step::Answer />
            <Picture clinic=&view.clinic />
            <h1>{heading}</h1>
            {description(&view.clinic)}
            <PairShown pair=&view.pair elsewhere="/connect/record" />
            {view.connected.then(|| connected(view))}
            {required(view)}
            <form method="post" action="/connect/authorize" novalidate>
                <input type="hidden" name="seen" value=view.seen.clone() />
                {deliberate}
                {optional(view)}
                {learns(view)}
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

/// All that goes out about the person.
fn learns(view: &View) -> impl IntoView + use<> {
    let clinic = || view.clinic.name.clone();
    view! {
        <section class="learns">
            <h2>{t!("authorize-learns-heading", clinic = clinic())}</h2>
            <ul>
                <li>{t!("authorize-learns-holder", name = view.holder.clone())}</li>
                <li>{t!("authorize-learns-record", record = view.pair.record.clone())}</li>
                <li>{t!("authorize-learns-dates")}</li>
                <li>{t!("authorize-learns-ids")}</li>
            </ul>
            <p>{t!("authorize-learns-not", clinic = clinic())}</p>
        </section>
    }
}

fn connected(view: &View) -> impl IntoView + use<> {
    let words = t!(
        "authorize-connected",
        record = view.pair.record.clone(),
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
                    hint=Some(rule.why.clone().into())
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
