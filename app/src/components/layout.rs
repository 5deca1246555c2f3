//! The whole document around a page: head, header, main part, footer.

use super::button::{Button, Weight};
use super::hydration::Hydration;
use super::rail::{Place, rail, shortcuts};
use super::session_warning::SessionWarning;
use crate::page::{self, Page};
use crate::pages::trust;
use domain::accent::Accent;
use domain::staff::Role;
use domain::zone::Zone;
use leptos::prelude::*;
use words::Wording;
use words::t;

/// What every page needs to know about the installation and the visitor.
#[derive(Clone, Debug, Default)]
pub struct Frame {
    pub assets: Assets,
    /// The name of the person who is signed in: a person on patients' pages, a member of staff at the desk.
    pub signed_in: Option<String>,
    /// The clinic that a member of staff works for.
    pub clinic: Option<String>,
    /// What a member of staff is.
    pub role: Option<Role>,
    /// Dates on the staff's pages are in it; those on patients' pages are in that of the clinic that they are about.
    pub time_zone: Zone,
}

/// Addresses of the built files.
#[derive(Clone, Debug, Default)]
pub struct Assets {
    /// The style sheet of every page.
    pub css: String,
    /// What pages for staff load besides.
    pub staff_css: String,
    /// What islands need; without one, pages work with scripts off.
    pub bundle: Option<Bundle>,
}

/// The browser bundle.
#[derive(Clone, Debug)]
pub struct Bundle {
    pub js: String,
    pub wasm: String,
    /// The script of the staff area.
    pub desk: String,
    /// The script of pages with passkeys.
    pub passkey: String,
}

/// Whose page it is: this decides the header and the width.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// One narrow column in large type.
    Patient,
    /// A page of the staff area, with its navigation.
    Staff(Place),
    /// The way into the staff area: one box in the middle.
    Entrance,
    /// Staff and developers who need not be signed in: one wide column.
    Wide,
    /// A sheet of paper: no header, no footer.
    Print,
}

/// What one page says about itself.
#[derive(Clone, Debug)]
pub struct Document {
    pub title: Wording,
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
    pub fn new(room: Room, title: Wording) -> Self {
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
        let staff = (room != Room::Patient).then(|| {
            let sheet = frame.assets.staff_css.clone();
            view! { <link rel="stylesheet" href=sheet /> }
        });
        let desk = frame.assets.bundle.clone().map(|bundle| bundle.desk);
        let desk = desk.filter(|_| matches!(room, Room::Staff(_)) && frame.signed_in.is_some());
        let desk = desk.map(|script| view! { <script src=script defer></script> });
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
            Room::Staff(_) | Room::Entrance | Room::Wide => "staff",
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
                    {staff} {accent}
                    <link rel="icon" type="image/svg+xml" href="/assets/favicon.svg" />
                    {desk} {hydration}
                </head>
                <body class=class>
                    {within(frame, room, main)}
                </body>
            </html>
        }
    })
}

/// What surrounds the main part.
fn within(frame: &Frame, room: Room, main: impl IntoView + 'static) -> AnyView {
    let skip = view! {
        <a class="skip" href="#main">
            {t!("skip-link")}
        </a>
    };
    match (room, frame.signed_in.clone()) {
        (Room::Print, _) => main.into_any(),
        (Room::Staff(here), Some(name)) => view! {
            {skip}
            <div class="desk">{rail(frame, name, here).into_any()} {main}</div>
            {frame.assets.bundle.is_some().then(|| shortcuts(frame.role).into_any())}
        }
        .into_any(),
        // Someone who sets up an authenticator app is not signed in yet.
        (Room::Entrance | Room::Staff(_), _) => view! {
            {skip}
            <div class="alone">{header(frame, room).into_any()} {main}</div>
        }
        .into_any(),
        (Room::Patient | Room::Wide, _) => view! {
            {skip}
            {header(frame, room).into_any()}
            {main}
            <footer class="site">
                <p>{t!("footer")}</p>
                {trust::links()}
            </footer>
        }
        .into_any(),
    }
}

fn header(frame: &Frame, room: Room) -> impl IntoView + use<> {
    let home = match room {
        Room::Staff(_) | Room::Entrance => "/staff",
        Room::Patient | Room::Wide | Room::Print => "/",
    };
    let name = frame.signed_in.clone().filter(|_| room == Room::Patient);
    let nav = name.map(|_| {
        view! {
            <nav aria-label=t!("nav-label")>
                <ul>
                    <li>
                        <a href="/account">{t!("nav-account")}</a>
                    </li>
                    <li>
                        <a href="/account/activity">{t!("nav-activity")}</a>
                    </li>
                    <li>
                        <form method="post" action="/sign-out">
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
