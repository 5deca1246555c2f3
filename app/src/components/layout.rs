//! The whole document around a page: head, header, main part, footer.

use super::button::{Button, Weight};
use super::hydration::Hydration;
use super::session_warning::SessionWarning;
use crate::page::{self, Page};
use domain::accent::Accent;
use domain::staff::Role;
use domain::zone::Zone;
use leptos::prelude::*;
use words::t;

/// What every page needs to know about the installation and the visitor.
#[derive(Clone, Debug, Default)]
pub struct Frame {
    pub assets: Assets,
    /// The name of whoever is signed in: a person on patients' pages, a member of staff at the desk.
    pub signed_in: Option<String>,
    /// What a member of staff is.
    pub role: Option<Role>,
    /// Dates on the staff's pages are in it; those on patients' pages are in that of the clinic that they are about.
    pub time_zone: Zone,
}

/// Addresses of the built files.
#[derive(Clone, Debug, Default)]
pub struct Assets {
    pub css: String,
    /// What islands need; without one, pages work with scripts off.
    pub bundle: Option<Bundle>,
}

/// The browser bundle.
#[derive(Clone, Debug)]
pub struct Bundle {
    pub js: String,
    pub wasm: String,
}

/// Whose page it is: this decides the header and the width.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// One narrow column in large type.
    Patient,
    /// The desk's wide tables, and its navigation once somebody is signed in.
    Staff,
    /// A sheet of paper: no header, no footer.
    Print,
}

/// What one page says about itself.
#[derive(Clone, Debug)]
pub struct Document {
    pub title: String,
    pub room: Room,
    /// The page shows an error, which its title says first.
    pub errors: bool,
    /// The page has islands and wants them woken.
    pub islands: bool,
    /// A session that ends for want of activity keeps the page open: it warns in time.
    pub times_out: bool,
    /// The colour of the clinic that the page is about.
    pub accent: Option<Accent>,
}

impl Document {
    /// A page without errors and islands; add them with `Document { errors, ..Document::new(..) }`.
    pub fn new(room: Room, title: String) -> Self {
        Self {
            title,
            room,
            errors: false,
            islands: false,
            times_out: false,
            accent: None,
        }
    }
}

/// Renders `main` inside the whole document.
pub fn document<V: IntoView>(frame: &Frame, document: Document, main: impl FnOnce() -> V) -> Page {
    page::render(|| {
        let Document {
            title,
            room,
            errors,
            islands,
            times_out,
            accent,
        } = document;
        let accent = accent.map(|accent| {
            let sheet = format!("/clinic/accent/{}.css", accent.digits());
            view! { <link rel="stylesheet" href=sheet /> }
        });
        let bundle = frame.assets.bundle.clone();
        let hydration = bundle
            .filter(|_| islands || times_out)
            .map(|bundle| view! { <Hydration bundle=bundle /> }.into_any());
        let title = if errors {
            t!("title-with-errors", title = title)
        } else {
            t!("title", title = title)
        };
        let class = match room {
            Room::Patient => "patient",
            Room::Staff => "staff",
            Room::Print => "print",
        };
        // Erased here, a page's type does not grow into the document's: the compiler has a limit.
        let main = main().into_any();
        let main = view! {
            <main id="main" tabindex="-1">
                {main}
                {times_out.then(|| view! { <SessionWarning /> }.into_any())}
            </main>
        };
        view! {
            <html lang="en" dir="ltr">
                <head>
                    <meta charset="utf-8" />
                    <title>{title}</title>
                    <meta name="viewport" content="width=device-width, initial-scale=1" />
                    <meta name="color-scheme" content="light dark" />
                    <meta name="format-detection" content="telephone=no" />
                    <link rel="stylesheet" href=frame.assets.css.clone() />
                    {accent}
                    <link rel="icon" type="image/svg+xml" href="/assets/favicon.svg" />
                    {hydration}
                </head>
                <body class=class>
                    {match room {
                        Room::Print => main.into_any(),
                        Room::Patient | Room::Staff => {
                            let header = header(frame, room).into_any();
                            view! {
                                <a class="skip" href="#main">
                                    {t!("skip-link")}
                                </a>
                                {header}
                                {main}
                                <footer class="site">
                                    <p>{t!("footer")}</p>
                                </footer>
                            }
                                .into_any()
                        }
                    }}
                </body>
            </html>
        }
    })
}

fn header(frame: &Frame, room: Room) -> impl IntoView + use<> {
    let (home, action) = match room {
        Room::Staff => ("/staff", "/staff/sign-out"),
        Room::Patient | Room::Print => ("/", "/sign-out"),
    };
    let nav = frame.signed_in.clone().map(|name| {
        let links = match room {
            Room::Staff => staff_links(frame.role, name).into_any(),
            Room::Patient | Room::Print => patient_links().into_any(),
        };
        view! {
            <nav aria-label=t!("nav-label")>
                <ul>
                    {links}
                    <li>
                        <form method="post" action=action>
                            <Button weight=Weight::Quiet>{t!("sign-out")}</Button>
                        </form>
                    </li>
                </ul>
            </nav>
        }
    });
    view! {
        <header class="site">
            <a class="product" href=home>
                {t!("product")}
            </a>
            {nav}
        </header>
    }
}

fn patient_links() -> impl IntoView + use<> {
    let links = [
        ("/account", t!("nav-account")),
        ("/account/activity", t!("nav-activity")),
    ];
    let links = links.into_iter().map(|(href, words)| link(href, words));
    links.collect_view()
}

fn staff_links(role: Option<Role>, name: String) -> impl IntoView + use<> {
    let mut links = Vec::new();
    if role == Some(Role::Operator) {
        links.extend([
            ("/staff/installation", t!("nav-installation")),
            ("/staff/installation/locks", t!("nav-locks")),
        ]);
    } else {
        links.extend([
            ("/staff/requests", t!("nav-requests")),
            ("/staff/requests/new", t!("nav-new-request")),
            ("/staff/import", t!("nav-import")),
            ("/staff/letters", t!("nav-letters")),
        ]);
    }
    if role == Some(Role::Manager) {
        links.extend([
            ("/staff/overview", t!("nav-overview")),
            ("/staff/team", t!("nav-team")),
            ("/staff/settings", t!("nav-settings")),
            ("/staff/application", t!("nav-application")),
            ("/staff/audit", t!("nav-audit")),
        ]);
    }
    let links = links.into_iter().map(|(href, words)| link(href, words));
    let own = t!("nav-staff-account", name = name.clone());
    view! {
        {links.collect_view()}
        <li class="who">
            <a href="/staff/account" aria-label=own>
                {name}
            </a>
        </li>
    }
}

fn link(href: &'static str, words: String) -> impl IntoView + use<> {
    view! {
        <li>
            <a href=href>{words}</a>
        </li>
    }
}
