//! `/staff/installation/mail`: the mail server, and a mail to try it out.

use super::{Sending, back, sending};
use crate::components::{
    Button, Document, ErrorSummary, Frame, Messages, Notice, PAGE, Place, Room, Tone, document,
};
use crate::page::Page;
use crate::pages::mail_fields::{self, Problem, Tested};
use domain::outgoing_mail::Draft;
use leptos::prelude::*;
use words::t;

#[derive(Clone)]
pub struct View {
    pub now: Sending,
    /// None where the configuration decides: then nothing can be changed here.
    pub form: Option<Form>,
    pub test_to: String,
    pub saved: bool,
    pub tested: Option<Tested>,
    pub problems: Vec<Problem>,
}

#[derive(Clone)]
pub struct Form {
    pub draft: Draft,
    /// The digest of the stored settings.
    pub seen: String,
    /// Another operator changed the settings while the page was open.
    pub changed: bool,
    /// A password is stored.
    pub kept_password: bool,
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let changed = view.form.as_ref().is_some_and(|form| form.changed);
    let changed = changed.then(|| (PAGE, t!("installation-mail-changed")));
    let problems = view.problems.iter().copied().map(mail_fields::message);
    let messages: Messages = changed.into_iter().chain(problems).collect();
    let about = Document {
        errors: messages.any(),
        ..Document::new(Room::Staff(Place::Mail), t!("installation-mail-heading"))
    };
    document(frame, about, || {
        let saved = view.saved;
        let test_about = match view.form {
            Some(_) => t!("mail-test-about"),
            None => t!("mail-test-about-configured"),
        };
        let fields = view.form.as_ref().map(|form| {
            view! {
                <input type="hidden" name="seen" value=form.seen.clone() />
                {mail_fields::fields(&form.draft, form.kept_password, &messages)}
                <Button>{t!("installation-mail-save")}</Button>
            }
        });
        let configured = view.form.is_none();
        view! {
            <ErrorSummary messages=&messages />
            {saved
                .then(|| {
                    view! { <Notice tone=Tone::Success>{t!("installation-mail-saved")}</Notice> }
                })}
            {view
                .tested
                .as_ref()
                .map(|tested| mail_fields::outcome(tested, t!("installation-mail-tested-next")))}
            {back()}
            <div class="setting-up">
                <h1>{t!("installation-mail-heading")}</h1>
                <p>{sending(&view.now)}</p>
                {configured.then(|| view! { <p>{t!("installation-mail-configured")}</p> })}
                <form method="post" action="/staff/installation/mail" novalidate>
                    {fields}
                    {mail_fields::test(&view.test_to, test_about, &messages)}
                </form>
            </div>
        }
    })
}
