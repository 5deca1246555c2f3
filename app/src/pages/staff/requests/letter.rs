//! `/staff/requests/{id}/letter`: one sheet of paper, A4 or US Letter, with the code and the way to use it.

use super::qr;
use crate::components::{Code, Document, Frame, Notice, Room, Tone, document};
use crate::page::Page;
use crate::pages::clinic::Picture;
use domain::clinic::Clinic;
use leptos::prelude::*;
use words::letter::{Letter, Unprintable, Words};
use words::t;

/// How the page shows a letter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// Everything in 18 points or more.
    pub large: bool,
    /// There is no PDF of this letter.
    pub unprintable: Option<Unprintable>,
}

pub fn page(frame: &Frame, letter: &Letter, shown: &Shown) -> Page {
    let words = letter.words();
    let title = words.title.clone();
    document(frame, Document::new(Room::Print, title), || {
        view! {
            {toolbar(letter, shown).into_any()}
            <article class="letter" class:large=shown.large>
                {head(&letter.clinic, &words, shown.large).into_any()}
                <p class="letter-what">{words.what.clone()}</p>
                <div class="letter-way">
                    {steps(&words).into_any()}
                    {qr_code(&words)}
                </div>
                {code(&words)}
                {help(&words)}
            </article>
        }
    })
}

/// On the screen only.
fn toolbar(letter: &Letter, shown: &Shown) -> impl IntoView + use<> {
    let request = format!("/staff/requests/{}", letter.request);
    let sheet = format!("{request}/letter");
    let other_size = if shown.large {
        view! { <a href=sheet.clone()>{t!("letter-normal")}</a> }
    } else {
        view! { <a href=format!("{sheet}?large=yes")>{t!("letter-large")}</a> }
    };
    let large = if shown.large { "&large=yes" } else { "" };
    view! {
        <div class="letter-toolbar on-screen">
            {shown.unprintable.as_ref().map(|why| unprintable(why).into_any())}
            <p>
                <a href=request>{t!("letter-back")}</a>
            </p>
            <p>{t!("letter-print")}</p>
            <ul class="letter-forms">
                <li>{other_size}</li>
                <li>
                    <a href=format!("{sheet}.pdf?paper=a4{large}")>{t!("letter-pdf-a4")}</a>
                </li>
                <li>
                    <a href=format!("{sheet}.pdf?paper=letter{large}")>{t!("letter-pdf-letter")}</a>
                </li>
            </ul>
        </div>
    }
}

fn unprintable(why: &Unprintable) -> impl IntoView + use<> {
    let words = match why {
        Unprintable::Sign(sign) => t!("letter-unprintable-sign", sign = sign.to_string()),
        Unprintable::Form => t!("letter-unprintable"),
    };
    view! {
        <Notice tone=Tone::Warning title=Some(t!("letter-no-pdf"))>
            <p>{words}</p>
        </Notice>
    }
}

/// One sheet in large print has no room for more than whom to call.
fn head(clinic: &Clinic, words: &Words, large: bool) -> impl IntoView + use<> {
    let contact = if large {
        std::slice::from_ref(&words.phone)
    } else {
        &words.contact
    };
    let contact = contact
        .iter()
        .map(|line| view! { <span>{line.clone()}</span> })
        .collect_view();
    let picture = (!large).then(|| view! { <Picture clinic=clinic /> });
    view! {
        <header>
            {picture}
            <address>
                <strong>{words.clinic.clone()}</strong>
                {contact}
            </address>
            <p class="letter-date">{words.date.clone()}</p>
        </header>
        <h1>{words.heading.clone()}</h1>
        <p class="letter-name">
            <span>{words.made_for.clone()}</span>
            " "
            <strong>{words.name.clone()}</strong>
        </p>
    }
}

fn steps(words: &Words) -> impl IntoView + use<> {
    view! {
        <ol>
            <li>
                {words.step_go.clone()}
                <bdi dir="ltr" class="letter-address">
                    {words.address.clone()}
                </bdi>
            </li>
            <li>{words.step_code.clone()}</li>
            <li>{words.step_answer.clone()}</li>
        </ol>
    }
}

fn qr_code(words: &Words) -> Option<impl IntoView + use<>> {
    let picture = qr::picture(&words.link, words.qr.clone())?;
    Some(view! {
        <figure>
            {picture}
            <figcaption>{words.qr_caption.clone()}</figcaption>
        </figure>
    })
}

fn code(words: &Words) -> impl IntoView + use<> {
    view! {
        <section class="letter-code">
            <h2>{words.code_heading.clone()}</h2>
            <p>
                <Code code=&words.code />
            </p>
            <p>{words.ends.clone()}</p>
        </section>
    }
}

fn help(words: &Words) -> impl IntoView + use<> {
    view! {
        <footer>
            <p>{words.question.clone()}</p>
            <p>{words.help.clone()}</p>
            <p>
                <strong>{words.not_expecting.clone()}</strong>
                " "
                {words.not_expecting_call.clone()}
            </p>
        </footer>
    }
}
