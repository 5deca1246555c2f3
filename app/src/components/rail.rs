//! The staff area's navigation: its groups, with the current page marked. On narrow screens it is a menu.

use super::button::{Button, Weight};
use super::icon::{Icon, Sign};
use super::layout::Frame;
use domain::staff::Role;
use leptos::prelude::*;
use words::Wording;
use words::t;

/// Where in the staff area a page belongs. Pages under one that is listed are marked as that one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Requests,
    NewRequest,
    Letters,
    Import,
    Overview,
    Settings,
    Team,
    Audit,
    Application,
    Keys,
    Callback,
    Installation,
    Mail,
    Checks,
    Locks,
    /// One's own account.
    Account,
}

impl Place {
    const WORK: [Self; 4] = [
        Self::Requests,
        Self::NewRequest,
        Self::Letters,
        Self::Import,
    ];
    const MANAGED_WORK: [Self; 5] = [
        Self::Requests,
        Self::NewRequest,
        Self::Letters,
        Self::Import,
        Self::Overview,
    ];
    const CLINIC: [Self; 3] = [Self::Settings, Self::Team, Self::Audit];
    const TECHNICAL: [Self; 3] = [Self::Application, Self::Keys, Self::Callback];
    const OPERATION: [Self; 4] = [Self::Installation, Self::Mail, Self::Checks, Self::Locks];

    const fn href(self) -> &'static str {
        match self {
            Self::Requests => "/staff/requests",
            Self::NewRequest => "/staff/requests/new",
            Self::Letters => "/staff/letters",
            Self::Import => "/staff/import",
            Self::Overview => "/staff/overview",
            Self::Settings => "/staff/settings",
            Self::Team => "/staff/team",
            Self::Audit => "/staff/audit",
            Self::Application => "/staff/application",
            Self::Keys => "/staff/keys",
            Self::Callback => "/staff/callback",
            Self::Installation => "/staff/installation",
            Self::Mail => "/staff/installation/mail",
            Self::Checks => "/staff/installation/checks",
            Self::Locks => "/staff/installation/locks",
            Self::Account => "/staff/account",
        }
    }

    fn name(self) -> Wording {
        match self {
            Self::Requests => t!("nav-requests"),
            Self::NewRequest => t!("nav-new-request"),
            Self::Letters => t!("nav-letters"),
            Self::Import => t!("nav-import"),
            Self::Overview => t!("nav-overview"),
            Self::Settings => t!("nav-settings"),
            Self::Team => t!("nav-team"),
            Self::Audit => t!("nav-audit"),
            Self::Application => t!("nav-application"),
            Self::Keys => t!("nav-keys"),
            Self::Callback => t!("nav-callback"),
            Self::Installation => t!("nav-installation"),
            Self::Mail => t!("nav-mail"),
            Self::Checks => t!("nav-checks"),
            Self::Locks => t!("nav-locks"),
            Self::Account => t!("nav-own-account"),
        }
    }

    const fn icon(self) -> Icon {
        match self {
            Self::Requests => Icon::Tray,
            Self::NewRequest => Icon::Plus,
            Self::Letters => Icon::Letter,
            Self::Import => Icon::Up,
            Self::Overview => Icon::Bars,
            Self::Settings => Icon::Sliders,
            Self::Team => Icon::People,
            Self::Audit => Icon::Sheet,
            Self::Application => Icon::Plug,
            Self::Keys => Icon::Key,
            Self::Callback => Icon::Bell,
            Self::Installation => Icon::Door,
            Self::Mail => Icon::Envelope,
            Self::Checks => Icon::Tick,
            Self::Locks => Icon::Lock,
            Self::Account => Icon::Person,
        }
    }
}

pub(super) fn rail(frame: &Frame, name: String, here: Place) -> impl IntoView + use<> {
    let role = frame.role;
    let clinic = frame.clinic.clone();
    let clinic = clinic.map(|clinic| view! { <p class="clinic">{clinic}</p> });
    let groups = match role {
        Some(Role::Operator) => vec![group(
            "rail-operation",
            t!("rail-operation"),
            &Place::OPERATION,
            here,
        )],
        Some(Role::Manager) => vec![
            group("rail-work", t!("rail-work"), &Place::MANAGED_WORK, here),
            group("rail-clinic", t!("rail-clinic"), &Place::CLINIC, here),
            group(
                "rail-technical",
                t!("rail-technical"),
                &Place::TECHNICAL,
                here,
            ),
        ],
        Some(Role::FrontDesk) | None => {
            vec![group("rail-work", t!("rail-work"), &Place::WORK, here)]
        }
    };
    view! {
        <header class="rail">
            <div class="inner">
                <a class="product" href="/staff">
                    {t!("product")}
                </a>
                {clinic}
                <button type="button" class="button secondary menu-button" popovertarget="menu">
                    <Sign icon=Icon::Menu />
                    {t!("rail-menu")}
                </button>
                <div id="menu" popover="">
                    <button
                        type="button"
                        class="button secondary small menu-close"
                        popovertarget="menu"
                        popovertargetaction="hide"
                    >
                        <Sign icon=Icon::Cross />
                        {t!("rail-close")}
                    </button>
                    <nav aria-label=t!("nav-label")>
                        {groups} {oneself(role, name, here).into_any()}
                    </nav>
                </div>
            </div>
        </header>
    }
}

/// What each key does; shown by `?` or by the button in the navigation.
pub(super) fn shortcuts(role: Option<Role>) -> impl IntoView {
    // Operators see no requests.
    let requests = [("/", t!("shortcut-search")), ("n", t!("shortcut-new"))];
    let requests = requests
        .into_iter()
        .filter(|_| role != Some(Role::Operator));
    let rows = [
        ("j", t!("shortcut-next")),
        ("k", t!("shortcut-previous")),
        ("Enter", t!("shortcut-open")),
        ("?", t!("shortcut-help")),
    ];
    let keys = requests
        .chain(rows)
        .map(|(key, what)| {
            view! {
                <div>
                    <dt>
                        <kbd>{key}</kbd>
                    </dt>
                    <dd>{what}</dd>
                </div>
            }
        })
        .collect_view();
    view! {
        <div id="shortcuts" popover="" role="dialog" aria-labelledby="shortcuts-heading">
            <h2 id="shortcuts-heading">{t!("shortcuts-heading")}</h2>
            <dl>{keys}</dl>
            <p class="hint">{t!("shortcuts-typing")}</p>
            <div class="buttons">
                <button
                    type="button"
                    class="button secondary small"
                    popovertarget="shortcuts"
                    popovertargetaction="hide"
                >
                    {t!("rail-close")}
                </button>
                <button
                    type="button"
                    class="button secondary small"
                    data-off=t!("shortcuts-off")
                    data-on=t!("shortcuts-on")
                >
                    {t!("shortcuts-off")}
                </button>
            </div>
        </div>
    }
}

fn group(id: &'static str, name: Wording, places: &[Place], here: Place) -> AnyView {
    let links = places
        .iter()
        .map(|place| {
            view! {
                <li>
                    <a href=place.href() aria-current=current(*place, here)>
                        <Sign icon=place.icon() />
                        {place.name()}
                    </a>
                </li>
            }
        })
        .collect_view();
    view! {
        <div>
            <p class="group" id=id>
                {name}
            </p>
            <ul aria-labelledby=id>{links}</ul>
        </div>
    }
    .into_any()
}

fn current(place: Place, here: Place) -> Option<&'static str> {
    (place == here).then_some("page")
}

/// Who is signed in, at the foot.
fn oneself(role: Option<Role>, name: String, here: Place) -> impl IntoView + use<> {
    let who = match role {
        Some(Role::Manager) => t!("rail-who-manager", name = name),
        Some(Role::Operator) => t!("rail-who-operator", name = name),
        Some(Role::FrontDesk) | None => t!("rail-who-front-desk", name = name),
    };
    view! {
        <div class="me">
            <strong>{who}</strong>
            <div>
                // Scripts bring the keys, and show the button.
                <button
                    type="button"
                    class="button quiet shortcuts-button"
                    popovertarget="shortcuts"
                    hidden
                >
                    {t!("rail-shortcuts")}
                </button>
                <a href=Place::Account.href() aria-current=current(Place::Account, here)>
                    {Place::Account.name()}
                </a>
                <form method="post" action="/staff/sign-out">
                    <Button weight=Weight::Quiet>{t!("sign-out")}</Button>
                </form>
            </div>
        </div>
    }
}
