//! `/staff/requests/{id}/letter`: one sheet of paper, A4 or US Letter, with the code and the way to use it.

use super::qr;
use crate::components::{
    Button, Code, Document, Frame, Notice, Room, TextArea, Tone, Weight, document,
};
use crate::page::Page;
use crate::pages::clinic::Picture;
use domain::addressee::AddresseeError;
use domain::clinic::Clinic;
use domain::policy;
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
    /// The address for the window of an envelope, as it was typed; what is wrong with it.
    pub typed: String,
    pub error: Option<AddresseeError>,
}

pub fn page(frame: &Frame, letter: &Letter, shown: &Shown) -> Page {
    let words = letter.words();
    let title = words.title.clone();
    let head_document = Document {
        errors: shown.error.is_some(),
        ..Document::new(Room::Print, title)
    };
    document(frame, head_document, || {
        view! {
            {toolbar(letter, shown).into_any()}
            {article(letter, &words, shown.large).into_any()}
        }
    })
}

/// The sheet alone, as the settings show it.
pub fn sheet(frame: &Frame, letter: &Letter) -> Page {
    let words = letter.words();
    document(
        frame,
        Document::new(Room::Print, words.title.clone()),
        || article(letter, &words, false),
    )
}

fn article(letter: &Letter, words: &Words, large: bool) -> impl IntoView + use<> {
    let addressed = !large && !words.addressee.is_empty();
    view! {
        <article
            class="letter"
            class:large=large
            class:addressed=addressed
            lang=letter.language.name()
            dir=letter.language.direction()
        >
            {head(&letter.clinic, words, large).into_any()}
            <p class="letter-what">{words.what.clone()}</p>
            <div class="letter-way">
                {steps(words).into_any()}
                {qr_code(words)}
            </div>
            {code(words)}
            {help(words)}
            {words.for_staff.clone().map(|line| view! { <p class="letter-staff" lang="en" dir="ltr">{line}</p> })}
        </article>
    }
}

/// On the screen only. Its script prints, and shows an address while it is typed.
fn toolbar(letter: &Letter, shown: &Shown) -> impl IntoView + use<> {
    let request = format!("/staff/requests/{}", letter.request);
    let sheet = format!("{request}/letter");
    let other_size = if shown.large {
        view! { <a href=sheet.clone()>{t!("letter-normal")}</a> }
    } else {
        view! { <a href=format!("{sheet}?large=yes")>{t!("letter-large")}</a> }
    };
    view! {
        <div class="letter-toolbar on-screen">
            {shown.unprintable.as_ref().map(|why| unprintable(why).into_any())}
            <p>
                <a href=request>{t!("letter-back")}</a>
            </p>
            <p data-without-script>{t!("letter-print-how")}</p>
            <p>{t!("letter-one-page")}</p>
            <form method="post" action=sheet.clone()>
                {address(shown).into_any()}
                {files(&sheet, shown.large).into_any()}
            </form>
            <p>{other_size}</p>
        </div>
    }
}

fn address(shown: &Shown) -> impl IntoView + use<> {
    if shown.large {
        return view! { <p>{t!("letter-large-no-address")}</p> }.into_any();
    }
    let error = shown.error.map(|error| match error {
        AddresseeError::Lines { max } => t!("letter-addressee-lines", max = max),
        AddresseeError::LineTooLong { line, max } => {
            t!("letter-addressee-long", line = line, max = max)
        }
        AddresseeError::Invisible => t!("letter-addressee-invisible"),
    });
    view! {
        <TextArea
            name="address"
            label=t!("letter-addressee")
            hint=Some(t!("letter-addressee-hint", lines = policy::ADDRESSEE_LINES))
            error=error
            value=shown.typed.clone()
        />
    }
    .into_any()
}

/// The first button is what Enter would press: it shows the letter, and makes no file.
fn files(sheet: &str, large: bool) -> impl IntoView + use<> {
    let look = if large { "&large=yes" } else { "" };
    let pdf = |paper: &str| format!("{sheet}.pdf?paper={paper}{look}");
    let show = (!large).then(|| {
        view! {
            <Button weight=Weight::Secondary>{t!("letter-addressee-show")}</Button>
        }
    });
    view! {
        <div class="letter-forms">
            <button type="button" class="button" data-print hidden>
                {t!("letter-print")}
            </button>
            {show}
            <button class="button secondary" formaction=pdf("a4")>
                {t!("letter-pdf-a4")}
            </button>
            <button class="button secondary" formaction=pdf("letter")>
                {t!("letter-pdf-letter")}
            </button>
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
    // The others make room for the window where an address is shown.
    let contact = contact
        .iter()
        .map(|line| view! { <span class:phone=*line == words.phone>{line.clone()}</span> })
        .collect_view();
    let picture = (!large).then(|| view! { <Picture clinic=clinic /> });
    view! {
        <header>
            {picture}
            <address>
                <strong>{words.clinic.clone()}</strong>
                {contact}
            </address>
            <p class="letter-date">
                <span>{words.date.clone()}</span>
                <span>{words.works_until.clone()}</span>
            </p>
        </header>
        {(!large).then(|| window(words).into_any())}
        <h1>{words.heading.clone()}</h1>
        <p class="letter-name">
            <span>{words.made_for.clone()}</span>
            " "
            <strong>{words.name.clone()}</strong>
        </p>
    }
}

/// What the window of an envelope shows, and the marks for folding.
fn window(words: &Words) -> impl IntoView + use<> {
    let lines = words.addressee.join("\n");
    view! {
        <div class="letter-window">
            <p class="letter-sender">{words.sender.clone()}</p>
            <p class="letter-addressee">{lines}</p>
        </div>
        <span class="letter-fold"></span>
        <span class="letter-fold second"></span>
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
            <li>{words.step_account.clone()}</li>
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
