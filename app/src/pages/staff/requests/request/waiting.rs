//! A request that waits for its patient: the code in one line, and the ways to hand it over, each with its result so far.

use super::super::mail::{Mail, MailState};
use super::super::qr;
use super::messages::MAIL;
use super::{EventKind, View};
use crate::components::{Button, ButtonLink, Code, Icon, Kind, Messages, Sign, TextField, Weight};
use crate::islands::Copy;
use domain::connect_request::{Delivery, Proof, Standing};
use domain::identity_code::IdentityCode;
use domain::zone::Zone;
use leptos::prelude::*;
use words::Wording;
use words::{link, t};

pub(super) fn card(view: &View, code: &IdentityCode, messages: &Messages) -> impl IntoView + use<> {
    let address = link::with_code(&view.public_url, code);
    // The way that was chosen comes first, and is the page's one next step until something has gone out.
    let (first, second) = match view.delivery {
        Delivery::Letter => (letter(view).into_any(), email(view, messages).into_any()),
        Delivery::Email | Delivery::Both => {
            (email(view, messages).into_any(), letter(view).into_any())
        }
    };
    view! {
        <section class="card hand-over" aria-labelledby="code-heading">
            <h2 id="code-heading">{t!("request-hand-over")}</h2>
            <div class="code-line">
                <span id="code">
                    <Code code=code />
                </span>
                <div class="buttons">
                    {copy("code", t!("copy-code")).into_any()}
                    {copy("link", t!("copy-link")).into_any()}
                </div>
                // Out of sight, for the button that copies it; it is shown beside the QR code.
                <label class="unseen" for="link">
                    {t!("request-link")}
                </label>
                <input
                    class="unseen"
                    id="link"
                    type="text"
                    readonly
                    tabindex="-1"
                    dir="ltr"
                    value=address.clone()
                />
            </div>
            <ul class="ways">
                {first}
                {second}
                {in_person(address).into_any()}
                {on_the_phone(code).into_any()}
            </ul>
        </section>
    }
}

/// The button that copies the element with this id, once scripts have woken it.
fn copy(id: &'static str, label: Wording) -> impl IntoView {
    let (copied, selected) = (t!("copy-done"), t!("copy-selected"));
    view! {
        <Copy>
            <span data-copies=id data-copied=copied data-selected=selected>
                {label}
            </span>
        </Copy>
    }
}

fn email(view: &View, messages: &Messages) -> impl IntoView + use<> {
    let first = !view.is_sent() && view.delivery != Delivery::Letter;
    let to = match view.mail {
        Mail::None => Wording::default(),
        _ => view.email.clone().into(),
    };
    let form = match view.mail {
        Mail::Queued | Mail::Late => ().into_any(),
        _ => email_form(view, messages, first).into_any(),
    };
    let pending = (view.mail == Mail::Queued).then_some("");
    let trouble = view.mail_trouble.clone();
    let trouble =
        trouble.map(|said| view! { <p class="hint">{t!("request-mail-said", said = said)}</p> });
    view! {
        <li id=MAIL tabindex="-1">
            <Sign icon=Icon::Envelope />
            <div>
                <strong>{t!("request-mail")}</strong>
                {(!to.is_empty()).then(|| view! { <p class="muted">{to}</p> })}
                // The two parts that the staff area's script replaces while an email is being sent.
                <p id="mail-state" data-live data-pending=pending aria-live="polite">
                    <MailState mail=view.mail />
                </p>
                <div id="mail-next" data-live>
                    {advice(view.mail).map(|words| view! { <p>{words}</p> })} {trouble} {form}
                </div>
            </div>
        </li>
    }
}

fn advice(mail: Mail) -> Option<Wording> {
    match mail {
        Mail::None | Mail::Sent => None,
        Mail::Late => Some(t!("request-mail-late")),
        Mail::Queued => Some(t!("request-mail-queued")),
        Mail::Failed => Some(t!("request-mail-failed")),
        Mail::Unknown => Some(t!("request-mail-unknown")),
    }
}

/// Open where it is the next step; behind a press where the email has been sent.
fn email_form(view: &View, messages: &Messages, first: bool) -> impl IntoView + use<> {
    let (action, again) = match view.mail {
        Mail::None => (t!("request-send"), t!("request-send-open")),
        _ => (t!("request-resend"), t!("request-resend-open")),
    };
    let error = messages.at("email");
    let open = first || error.is_some() || view.mail.is_trouble();
    let weight = if first {
        Weight::Primary
    } else {
        Weight::Secondary
    };
    view! {
        <details open=open>
            <summary>{again}</summary>
            <form method="post" action="/staff/requests/send-email" novalidate>
                <input type="hidden" name="connect_request" value=view.request.to_string() />
                <TextField
                    name="email"
                    label=t!("request-email")
                    kind=Kind::Email
                    error=error
                    value=view.email.clone()
                    autocomplete="off"
                />
                <Button weight=weight>{action}</Button>
            </form>
        </details>
    }
}

fn letter(view: &View) -> impl IntoView + use<> {
    let first = !view.is_sent() && view.delivery == Delivery::Letter;
    let weight = if first {
        Weight::Primary
    } else {
        Weight::Secondary
    };
    let downloaded = view
        .timeline
        .iter()
        .any(|moment| moment.what == EventKind::Lettered);
    let hint = if downloaded {
        t!("request-letter-downloaded")
    } else {
        t!("request-letter-hint")
    };
    view! {
        <li>
            <Sign icon=Icon::Letter />
            <div class="way">
                <div>
                    <strong>{t!("request-letter")}</strong>
                    <span class="hint">{hint}</span>
                </div>
                <ButtonLink
                    href=format!("/staff/requests/{}/letter", view.request)
                    weight=weight
                    small=true
                >
                    {t!("request-print")}
                </ButtonLink>
            </div>
        </li>
    }
}

/// For a patient who is at the desk with a phone.
fn in_person(address: String) -> impl IntoView {
    let picture = qr::picture(&address, t!("request-qr"));
    view! {
        <li>
            <Sign icon=Icon::Camera />
            <div>
                <strong>{t!("request-in-person")}</strong>
                <details>
                    <summary>{t!("request-show-qr")}</summary>
                    <figure>
                        {picture} <figcaption>{t!("request-scan")}</figcaption>
                    </figure>
                    <p class="hint">{t!("request-link")}</p>
                    <p class="link" dir="ltr">
                        {address}
                    </p>
                </details>
            </div>
        </li>
    }
}

/// B and D sound alike on the phone, Bravo and Delta do not.
fn on_the_phone(code: &IdentityCode) -> impl IntoView + use<> {
    let groups = code.groups().map(spelled_group).collect_view();
    view! {
        <li>
            <Sign icon=Icon::Speaker />
            <div>
                <strong>{t!("request-on-the-phone")}</strong>
                <details>
                    <summary>{t!("request-spell")}</summary>
                    <dl class="spelling">{groups}</dl>
                </details>
            </div>
        </li>
    }
}

fn spelled_group(group: &str) -> impl IntoView + use<> {
    let words = group
        .chars()
        .map(|letter| view! { <li>{t!("spelling", letter = letter.to_string())}</li> })
        .collect_view();
    view! {
        <dt>{group.to_owned()}</dt>
        <dd>
            <ul>{words}</ul>
        </dd>
    }
}

/// What staff say to the patient.
pub(super) fn tell(view: &View, zone: Zone) -> impl IntoView + use<> {
    let address = link::to_type(&view.public_url);
    let go = match view.delivery {
        Delivery::Email | Delivery::Both => t!("request-tell-go", address = address),
        Delivery::Letter => t!("request-tell-go-letter", address = address),
    };
    let answer = match view.proof {
        Proof::Question | Proof::Typed => t!("request-tell-answer"),
        Proof::Phrase => t!("request-tell-phrase"),
    };
    let until = (view.standing != Standing::Connected).then(|| {
        let date = words::weekday_date(zone.at(view.expires_at));
        view! { <li>{t!("request-tell-until", date = date)}</li> }
    });
    view! {
        <section class="card" aria-labelledby="tell-heading">
            <h2 id="tell-heading">{t!("request-tell")}</h2>
            <ol>
                <li>{go}</li>
                <li>{t!("request-tell-code")}</li>
                <li>{answer}</li>
                {until}
            </ol>
            <p class="hint">{t!("request-tell-help")}</p>
        </section>
    }
}
