//! `/staff/requests/{id}/letter`: one sheet of paper, A4 or US Letter, with the code and the way to use it.
//!
//! Question and answer are not in its view, so no letter can hold them. What stands on the sheet is said once,
//! by [`View::words`]: the printed page and the PDF both lay that out.

use super::{link, qr};
use crate::components::{Code, Document, Frame, Notice, Room, Tone, document};
use crate::page::Page;
use crate::pages::clinic::{Clinic, Picture};
use domain::identity_code::IdentityCode;
use domain::ids::ConnectRequestId;
use domain::timestamp::Timestamp;
use leptos::prelude::*;
use words::t;

pub use qr::{Modules, modules};

#[derive(Clone)]
pub struct View {
    pub request: ConnectRequestId,
    pub clinic: Clinic,
    pub friendly_name: String,
    pub code: IdentityCode,
    /// As configured: `https://connect.example.org`.
    pub public_url: String,
    /// The date on the letter.
    pub dated: Timestamp,
    /// When the code ends.
    pub ends_at: Timestamp,
}

/// How the page shows a letter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// Everything in 18 points or more.
    pub large: bool,
    /// There is no PDF of this letter.
    pub unprintable: Option<Unprintable>,
}

/// Why a letter cannot be a PDF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unprintable {
    /// The font of the PDF lacks this sign.
    Sign(char),
    /// The PDF was not well formed.
    Form,
}

/// All that stands on the sheet, in the order it is read.
pub struct Words {
    /// What browsers print at the edge of the sheet: it names the clinic, never the patient.
    pub title: String,
    pub clinic: String,
    /// Address, telephone, e-mail address and opening hours, a line each.
    pub contact: Vec<String>,
    /// The telephone alone, where there is no room for more.
    pub phone: String,
    pub date: String,
    pub heading: String,
    pub made_for: String,
    pub name: String,
    pub what: String,
    pub step_go: String,
    /// As people type it.
    pub address: String,
    pub step_code: String,
    pub step_answer: String,
    /// What the QR code holds.
    pub link: String,
    /// Read out in place of the QR code.
    pub qr: String,
    pub qr_caption: String,
    pub code_heading: String,
    pub code: IdentityCode,
    pub ends: String,
    pub question: String,
    pub help: String,
    pub not_expecting: String,
    pub not_expecting_call: String,
}

impl View {
    fn contact(&self) -> Vec<String> {
        let clinic = &self.clinic;
        let mut lines: Vec<String> = clinic.address.lines().map(str::to_owned).collect();
        lines.push(t!("letter-phone", phone = clinic.phone.clone()));
        lines.extend(clinic.email.clone());
        lines.extend(clinic.opening_hours.lines().map(str::to_owned));
        lines
    }

    pub fn words(&self) -> Words {
        let clinic = || self.clinic.name.clone();
        let phone = || self.clinic.phone.clone();
        Words {
            title: t!("letter-title", clinic = clinic()),
            clinic: clinic(),
            contact: self.contact(),
            phone: t!("letter-phone", phone = phone()),
            date: words::date(self.dated),
            heading: t!("letter-heading"),
            made_for: t!("letter-for"),
            name: self.friendly_name.clone(),
            what: t!("letter-what", clinic = clinic()),
            step_go: t!("letter-step-go"),
            address: link::to_type(&self.public_url),
            step_code: t!("letter-step-code"),
            step_answer: t!("letter-step-answer"),
            link: link::with_code(&self.public_url, &self.code),
            qr: t!("letter-qr"),
            qr_caption: t!("letter-qr-caption"),
            code_heading: t!("letter-code"),
            code: self.code.clone(),
            ends: t!("letter-ends", date = words::weekday_date(self.ends_at)),
            question: t!("letter-question"),
            help: t!("letter-help", phone = phone()),
            not_expecting: t!("letter-not-expecting"),
            not_expecting_call: t!("letter-not-expecting-call", phone = phone()),
        }
    }
}

pub fn page(frame: &Frame, view: &View, shown: &Shown) -> Page {
    let words = view.words();
    let title = words.title.clone();
    document(frame, Document::new(Room::Print, title), || {
        view! {
            {toolbar(view, shown).into_any()}
            <article class="letter" class:large=shown.large>
                {head(&view.clinic, &words, shown.large).into_any()}
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
fn toolbar(view: &View, shown: &Shown) -> impl IntoView + use<> {
    let request = format!("/staff/requests/{}", view.request);
    let letter = format!("{request}/letter");
    let other_size = if shown.large {
        view! { <a href=letter.clone()>{t!("letter-normal")}</a> }
    } else {
        view! { <a href=format!("{letter}?large=yes")>{t!("letter-large")}</a> }
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
                    <a href=format!("{letter}.pdf?paper=a4{large}")>{t!("letter-pdf-a4")}</a>
                </li>
                <li>
                    <a href=format!("{letter}.pdf?paper=letter{large}")>{t!("letter-pdf-letter")}</a>
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
