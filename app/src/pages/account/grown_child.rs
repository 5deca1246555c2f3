//! `/account/records/{id}/grown-up`: who looks after the record of a child who is old enough to do so.

use crate::components::{
    Button, ButtonLink, Choices, Document, ErrorSummary, Frame, Messages, Notice, Radio, Room,
    Tone, Weight, document,
};
use crate::page::Page;
use domain::ids::RecordId;
use leptos::prelude::*;
use words::t;

#[derive(Clone, Debug)]
pub struct View {
    pub id: RecordId,
    pub record: String,
    pub birth_year: i64,
    /// From which age on children can decide.
    pub age: u32,
    /// Nothing was chosen.
    pub empty: bool,
}

/// Names of the answers in the form.
pub const TOGETHER: &str = "together";
pub const CHILD: &str = "child";
pub const ME: &str = "me";

pub fn path(id: RecordId) -> String {
    format!("/account/records/{id}/grown-up")
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let empty = view.empty.then(|| ("who", t!("grown-empty")));
    let messages: Messages = empty.into_iter().collect();
    let heading = t!("grown-heading", record = view.record.clone());
    let about = Document {
        errors: messages.any(),
        times_out: true,
        ..Document::new(Room::Patient, heading.clone())
    };
    document(frame, about, || {
        let why = t!(
            "grown-why",
            year = view.birth_year.to_string(),
            age = view.age
        );
        view! {
            <p class="back">
                <a href="/account">{t!("records-back")}</a>
            </p>
            <ErrorSummary messages=&messages />
            <h1>{heading}</h1>
            <p>{why}</p>
            <form method="post" action=path(view.id) novalidate>
                <Choices name="who" legend=t!("grown-legend") error=messages.at("who")>
                    <Radio
                        name="who"
                        value=TOGETHER
                        label=t!("grown-together")
                        hint=Some(t!("grown-together-what"))
                    />
                    <Radio
                        name="who"
                        value=CHILD
                        label=t!("grown-child")
                        hint=Some(t!("grown-child-what"))
                    />
                    <Radio
                        name="who"
                        value=ME
                        label=t!("grown-me")
                        hint=Some(t!("grown-me-what"))
                    />
                </Choices>
                <Button>{t!("continue")}</Button>
            </form>
        }
    })
}

/// On top of the home: which record asks.
pub(super) fn notice(id: RecordId, record: &str, age: u32) -> impl IntoView + use<> {
    let title = t!("grown-notice", record = record.to_owned());
    let of = t!("item-of", what = record.to_owned());
    view! {
        <Notice tone=Tone::Info title=Some(title)>
            <p>{t!("grown-notice-what", age = age)}</p>
            <p>
                <ButtonLink href=path(id) weight=Weight::Secondary>
                    {t!("grown-decide")}
                    " "
                    <span class="unseen">{of}</span>
                </ButtonLink>
            </p>
        </Notice>
    }
}
