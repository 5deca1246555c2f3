//! `/account/connections/{id}/permissions`: what a clinic can do with a record, and a box for each part that may be
//! switched on and off.

use crate::components::{
    Button, ButtonLink, Checkbox, Choices, Document, ErrorSummary, Frame, Messages, Notice, PAGE,
    Room, Tone, Weight, document,
};
use crate::page::Page;
use domain::application::Rule;
use domain::clinic::Clinic;
use domain::ids::AuthorizationId;
use leptos::prelude::*;
use words::t;

#[derive(Clone)]
pub struct View {
    pub authorization: AuthorizationId,
    pub clinic: Clinic,
    /// The record's name.
    pub record: String,
    /// Parts that end with the connection alone.
    pub always: Vec<Rule>,
    /// Parts that may be switched, and whether they are on.
    pub optional: Vec<(Rule, bool)>,
    /// What the form carries to say what this page showed.
    pub seen: String,
    pub saved: bool,
    /// It changed while the page was open; the boxes are as they were chosen.
    pub changed: bool,
}

/// Where the page is.
pub fn action(id: AuthorizationId) -> String {
    format!("/account/connections/{id}/permissions")
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let clinic = || view.clinic.name.clone();
    let heading = t!("permissions-heading", clinic = clinic());
    let at = if view.optional.is_empty() {
        PAGE
    } else {
        "rule"
    };
    let changed = view
        .changed
        .then(|| (at, t!("permissions-changed", clinic = clinic())));
    let messages: Messages = changed.into_iter().collect();
    let about = Document {
        errors: messages.any(),
        times_out: true,
        ..Document::new(Room::Patient, heading.clone())
    };
    document(frame, about, || {
        let saved = t!("permissions-saved", clinic = clinic());
        let saved = view.saved.then(|| {
            view! {
                <Notice tone=Tone::Success>
                    <p>{saved}</p>
                </Notice>
            }
        });
        let disconnect = t!("home-disconnect", clinic = clinic());
        view! {
            <p class="back">
                <a href="/account">{t!("records-back")}</a>
            </p>
            <ErrorSummary messages=&messages />
            {saved}
            <h1>{heading}</h1>
            <p class="lead">{t!("permissions-record", record = view.record.clone())}</p>
            {always(view)}
            {form(view, &messages)}
            <p>{t!("permissions-disconnect", clinic = clinic())}</p>
            <form method="post" action="/account/disconnect">
                <input type="hidden" name="authorization" value=view.authorization.to_string() />
                <Button weight=Weight::Secondary>{disconnect}</Button>
            </form>
        }
    })
}

fn always(view: &View) -> Option<impl IntoView + use<>> {
    let rules: Vec<_> = view
        .always
        .iter()
        .map(|rule| {
            view! {
                <li>
                    <strong>{rule.name.clone()}</strong>
                    <span class="hint">{rule.why.clone()}</span>
                </li>
            }
        })
        .collect();
    let heading = t!("permissions-always", clinic = view.clinic.name.clone());
    (!rules.is_empty()).then(|| {
        view! {
            <h2>{heading}</h2>
            <ul class="rules">{rules}</ul>
        }
    })
}

fn form(view: &View, messages: &Messages) -> impl IntoView + use<> {
    let clinic = view.clinic.name.clone();
    if view.optional.is_empty() {
        return view! { <p>{t!("permissions-none", clinic = clinic)}</p> }.into_any();
    }
    let boxes: Vec<_> = view
        .optional
        .iter()
        .map(|(rule, on)| {
            view! {
                <Checkbox
                    name="rule"
                    value=rule.name.clone()
                    label=rule.name.clone()
                    hint=Some(rule.why.clone().into())
                    checked=*on
                />
            }
        })
        .collect();
    view! {
        <form method="post" action=action(view.authorization) novalidate>
            <input type="hidden" name="seen" value=view.seen.clone() />
            <Choices
                name="rule"
                legend=t!("permissions-optional", clinic = clinic.clone())
                hint=Some(t!("permissions-optional-hint"))
                error=messages.at("rule")
            >
                {boxes}
            </Choices>
            <p>{t!("permissions-kept", clinic = clinic)}</p>
            <div class="decision">
                <Button>{t!("permissions-save")}</Button>
                <ButtonLink href="/account" weight=Weight::Secondary>
                    {t!("permissions-leave")}
                </ButtonLink>
            </div>
        </form>
    }
    .into_any()
}
