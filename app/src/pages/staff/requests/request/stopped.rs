//! A request whose answer was wrong too often: why, and the form for a new question and answer, filled in.
//!
//! Where the patient typed the question unseen, nothing of it is shown, and the screen is handed over again.

use super::View;
use crate::components::{Button, Choices, Kind, Notice, Radio, TextField, Tone};
use domain::connect_request::{Delivery, Proof};
use domain::new_request::Field;
use domain::policy;
use leptos::prelude::*;
use words::t;

pub(super) fn card(view: &View) -> impl IntoView + use<> {
    let proof = match view.proof {
        Proof::Question => pair(view).into_any(),
        Proof::Typed => view! { <p>{t!("request-again-typed")}</p> }.into_any(),
        Proof::Phrase => view! { <p>{t!("request-again-phrase")}</p> }.into_any(),
    };
    let act = match view.proof {
        Proof::Typed => t!("new-hand-over"),
        Proof::Question | Proof::Phrase => t!("request-again-make"),
    };
    let hidden = [
        (Field::ExternalId.name(), view.external_id.clone()),
        (Field::FriendlyName.name(), view.friendly_name.clone()),
        (Field::Proof.name(), view.proof.name().to_owned()),
        (Field::Language.name(), view.language.clone()),
        ("replaces", view.request.to_string()),
    ];
    let hidden = hidden
        .into_iter()
        .map(|(name, value)| view! { <input type="hidden" name=name value=value /> })
        .collect_view();
    view! {
        <Notice tone=Tone::Bad title=Some(t!("request-stopped"))>
            <p>{t!("request-stopped-next")}</p>
        </Notice>
        <section class="card" aria-labelledby="again-heading">
            <h2 id="again-heading">{t!("request-again")}</h2>
            <form method="post" action="/staff/requests/new" novalidate>
                {hidden}
                {proof}
                {delivery(view).into_any()}
                <div class="save-bar">
                    <Button>{act}</Button>
                    <p class="hint">{t!("request-again-old")}</p>
                </div>
            </form>
        </section>
    }
}

fn pair(view: &View) -> impl IntoView + use<> {
    view! {
        <TextField
            name=Field::Question.name()
            label=t!("new-question")
            hint=Some(t!("request-again-question-hint"))
            value=view.question.clone().unwrap_or_default()
            autocomplete="off"
        />
        <TextField
            name=Field::Answer.name()
            label=t!("new-answer")
            hint=Some(t!("new-answer-hint", min = policy::DESK_ANSWER_LETTERS))
            autocomplete="off"
        />
    }
}

fn delivery(view: &View) -> impl IntoView + use<> {
    let name = Field::Delivery.name();
    let ways = [
        (Delivery::Letter, t!("new-delivery-letter")),
        (Delivery::Email, t!("new-delivery-email")),
        (Delivery::Both, t!("new-delivery-both")),
    ];
    let ways = ways
        .into_iter()
        .map(|(way, words)| {
            let chosen = way == view.delivery;
            view! { <Radio name=name value=way.name() label=words checked=chosen /> }
        })
        .collect_view();
    let email = view.email.clone();
    view! {
        <Choices name=name legend=t!("new-delivery")>
            {ways}
            <div class="inside shared">
                <TextField
                    name=Field::Email.name()
                    label=t!("new-email")
                    kind=Kind::Email
                    value=email
                    autocomplete="off"
                />
            </div>
        </Choices>
    }
}

/// Hints for the front desk, beside the form.
pub(super) fn why() -> impl IntoView {
    view! {
        <section class="card" aria-labelledby="why-heading">
            <h2 id="why-heading">{t!("request-wrong-why")}</h2>
            <ul>
                <li>{t!("request-wrong-long")}</li>
                <li>{t!("request-wrong-home")}</li>
                <li>{t!("request-wrong-hurry")}</li>
            </ul>
        </section>
    }
}
