//! `/dev/mailbox`: the mail of development, which is written to files instead of being sent.

use crate::components::{Document, Frame, Room, document};
use crate::page::Page;
use domain::timestamp::Timestamp;
use domain::zone::Zone;
use leptos::prelude::*;
use words::t;

#[derive(Clone)]
pub enum View {
    /// The newest first.
    List(Vec<Mail>),
    One {
        mail: Mail,
        /// The plain text.
        text: String,
    },
}

#[derive(Clone)]
pub struct Mail {
    /// The name of its file.
    pub file: String,
    pub to: String,
    pub subject: String,
    pub at: Timestamp,
}

pub fn page(frame: &Frame, view: &View) -> Page {
    match view {
        View::List(mails) => list(frame, mails),
        View::One { mail, text } => one(frame, mail, text),
    }
}

fn list(frame: &Frame, mails: &[Mail]) -> Page {
    let about = Document::new(Room::Patient, t!("mailbox-title"));
    document(frame, about, || {
        let rows: Vec<_> = mails
            .iter()
            .map(|mail| {
                view! {
                    <li>
                        <a href=format!("/dev/mailbox/{}", mail.file)>{mail.subject.clone()}</a>
                        <span class="hint">{mail.to.clone()}</span>
                        <span class="hint">{words::moment(Zone::UTC.at(mail.at))}</span>
                    </li>
                }
            })
            .collect();
        let mails = if rows.is_empty() {
            view! { <p>{t!("mailbox-empty")}</p> }.into_any()
        } else {
            view! { <ul class="mails">{rows}</ul> }.into_any()
        };
        view! {
            <h1>{t!("mailbox-heading")}</h1>
            <p>{t!("mailbox-intro")}</p>
            {mails}
        }
    })
}

fn one(frame: &Frame, mail: &Mail, text: &str) -> Page {
    let about = Document::new(Room::Patient, mail.subject.clone().into());
    document(frame, about, || {
        view! {
            <p>
                <a href="/dev/mailbox">{t!("mailbox-back")}</a>
            </p>
            <h1>{mail.subject.clone()}</h1>
            <dl>
                <dt>{t!("mailbox-to")}</dt>
                <dd>{mail.to.clone()}</dd>
                <dt>{t!("mailbox-at")}</dt>
                <dd>{words::moment(Zone::UTC.at(mail.at))}</dd>
            </dl>
            <pre class="mail">{text.split_inclusive('\n').map(line).collect_view()}</pre>
        }
    })
}

/// A line that is an address can be followed; all else is shown as it is now.
fn line(line: &str) -> impl IntoView + use<> {
    let address = line.trim();
    if address.starts_with("http") && !address.contains(char::is_whitespace) {
        view! {
            <a href=address.to_owned()>{address.to_owned()}</a>
            "\n"
        }
        .into_any()
    } else {
        line.to_owned().into_any()
    }
}
