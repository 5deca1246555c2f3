//! `/staff/installation`: what an operator runs. The clinics by name, how mail leaves, and a way to look at it all.

pub mod checks;
pub mod clinic;
pub mod locks;
pub mod mail;
pub mod new_clinic;
pub mod texts;

use crate::components::{ButtonLink, Document, Frame, Notice, Place, Room, Tone, Weight, document};
use crate::page::Page;
use domain::ids::ApplicationId;
use leptos::prelude::*;
use words::Wording;
use words::t;

#[derive(Clone)]
pub struct View {
    pub mail: Sending,
    pub clinics: Vec<Clinic>,
}

/// How mail leaves just now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sending {
    /// Through this server.
    Server(String),
    /// To files on this machine.
    Files,
    /// Told by name that it sends none.
    None,
    /// No one said.
    Unset,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clinic {
    pub id: ApplicationId,
    pub name: String,
    /// How many may manage it.
    pub managers: u64,
    /// How many are invited to.
    pub invited: u64,
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let about = Document::new(Room::Staff(Place::Installation), t!("installation-heading"));
    document(frame, about, || {
        view! {
            {(view.mail == Sending::Unset)
                .then(|| {
                    view! {
                        <Notice tone=Tone::Warning title=Some(t!("installation-mail-unset"))>
                            <p>{t!("installation-mail-unset-next")}</p>
                        </Notice>
                    }
                })}
            <h1>{t!("installation-heading")}</h1>
            <p>{t!("installation-about")}</p>
            <section>
                <h2>{t!("installation-mail-heading")}</h2>
                <p>{sending(&view.mail)}</p>
                <p>
                    <ButtonLink href="/staff/installation/mail" weight=Weight::Secondary>
                        {t!("installation-mail-change")}
                    </ButtonLink>
                </p>
            </section>
            <section>
                <h2>{t!("checks-heading")}</h2>
                <p>{t!("checks-about")}</p>
                <p>
                    <ButtonLink href="/staff/installation/checks" weight=Weight::Secondary>
                        {t!("checks-now")}
                    </ButtonLink>
                </p>
            </section>
            <section>
                <h2>{t!("locks-heading")}</h2>
                <p>{t!("locks-what")}</p>
                <p>
                    <ButtonLink href="/staff/installation/locks" weight=Weight::Secondary>
                        {t!("locks-see")}
                    </ButtonLink>
                </p>
            </section>
            <section>
                <h2>{t!("texts-heading")}</h2>
                <p>{t!("texts-about")}</p>
                <p>
                    <ButtonLink href="/staff/installation/texts" weight=Weight::Secondary>
                        {t!("texts-see-all")}
                    </ButtonLink>
                </p>
            </section>
            <section>
                <div class="heading-row">
                    <h2>{t!("clinics-heading")}</h2>
                    <ButtonLink href="/staff/installation/clinics/new">{t!("clinics-new")}</ButtonLink>
                </div>
                {clinics(&view.clinics)}
            </section>
        }
    })
}

/// How mail leaves, in a sentence.
fn sending(mail: &Sending) -> Wording {
    match mail {
        Sending::Server(server) => t!("installation-mail-server", server = server.clone()),
        Sending::Files => t!("installation-mail-files"),
        Sending::None => t!("installation-mail-none"),
        Sending::Unset => t!("installation-mail-unset"),
    }
}

fn clinics(clinics: &[Clinic]) -> impl IntoView + use<> {
    if clinics.is_empty() {
        return view! { <p>{t!("clinics-none")}</p> }.into_any();
    }
    let rows = clinics.iter().map(row).collect_view();
    view! {
        <table>
            <caption class="unseen">{t!("clinics-heading")}</caption>
            <thead>
                <tr>
                    <th scope="col">{t!("clinics-name")}</th>
                    <th scope="col">{t!("clinics-managers")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(clinic: &Clinic) -> impl IntoView + use<> {
    let href = format!("/staff/installation/clinics/{}", clinic.id);
    let managers = match (clinic.managers, clinic.invited) {
        (0, 0) => t!("clinics-unmanaged"),
        (0, invited) => t!("clinics-invited", count = invited),
        (managers, _) => t!("clinics-managed", count = managers),
    };
    view! {
        <tr>
            <th scope="row">
                <a href=href>{clinic.name.clone()}</a>
            </th>
            <td data-label=t!("clinics-managers")>{managers}</td>
        </tr>
    }
}

/// The way back to this page from those below it.
fn back() -> impl IntoView {
    view! {
        <p class="back">
            <a href="/staff/installation">{t!("installation-back")}</a>
        </p>
    }
}
