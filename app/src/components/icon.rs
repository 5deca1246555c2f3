//! Line drawings beside words. They say nothing by themselves and are not read out.

use leptos::prelude::*;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    Arrows,
    Barred,
    Bars,
    Bell,
    Camera,
    Chevron,
    Clock,
    Cross,
    Dash,
    Diamond,
    Door,
    Down,
    Envelope,
    Glass,
    Info,
    Key,
    Letter,
    Lock,
    Menu,
    People,
    Person,
    Plug,
    Plus,
    Question,
    Ring,
    Sheet,
    Sliders,
    Speaker,
    Tick,
    Tray,
    Triangle,
    Up,
}

impl Icon {
    /// What is drawn, in a square of 24.
    const fn path(self) -> &'static str {
        match self {
            Self::Arrows => "M5 9a7 7 0 0112-3l2 2M19 15a7 7 0 01-12 3l-2-2M19 4v4h-4M5 20v-4h4",
            Self::Barred => "M12 21a9 9 0 100-18 9 9 0 000 18zM6 6l12 12",
            Self::Bars => "M4 20h16M7 16v-5M12 16V6M17 16v-8",
            Self::Bell => "M6 17V11a6 6 0 0112 0v6l2 2H4zM10 21h4",
            Self::Camera => "M4 8h4l1.5-3h5L16 8h4v12H4zM12 17a3.5 3.5 0 100-7 3.5 3.5 0 000 7z",
            Self::Chevron => "M9 6l6 6-6 6",
            Self::Clock => "M12 21a9 9 0 100-18 9 9 0 000 18zM12 7v5l3 2",
            Self::Cross => "M6 6l12 12M18 6L6 18",
            Self::Dash => "M6 12h12",
            Self::Diamond => "M12 4l8 8-8 8-8-8z",
            Self::Door => "M6 21V4h12v17M4 21h16M14 12v1",
            Self::Down => "M6 9l6 6 6-6",
            Self::Envelope => "M3 6h18v12H3zM3 7l9 7 9-7",
            Self::Glass => "M11 18a7 7 0 100-14 7 7 0 000 14zM16 16l5 5",
            Self::Info => "M12 21a9 9 0 100-18 9 9 0 000 18zM12 11v6M12 7.5v.01",
            Self::Key => "M8 16a4 4 0 100-8 4 4 0 000 8zM12 12h9M18 12v4",
            Self::Letter => "M3 6h18v12H3zM7 10h5M7 14h8",
            Self::Lock => "M5 11h14v10H5zM8 11V8a4 4 0 018 0v3",
            Self::Menu => "M4 7h16M4 12h16M4 17h16",
            Self::People => {
                "M9 11a3.5 3.5 0 100-7 3.5 3.5 0 000 7zM2.5 20c.5-4 3-6 6.5-6s6 2 6.5 6M16 4.5a3.5 3.5 0 010 6.5M18 \
                 14.5c2 .8 3.2 2.7 3.5 5.5"
            }
            Self::Person => "M12 12a4 4 0 100-8 4 4 0 000 8zM4 21c.5-4.5 3.5-6.5 8-6.5s7.5 2 8 6.5",
            Self::Plug => "M9 3v5M15 3v5M6 8h12v3a6 6 0 01-12 0zM12 17v4",
            Self::Plus => "M12 5v14M5 12h14",
            Self::Question => {
                "M12 21a9 9 0 100-18 9 9 0 000 18zM9.5 9.5a2.5 2.5 0 115 0c0 1.800-2.5 2-2.5 4M12 17v.01"
            }
            Self::Ring => "M12 19a7 7 0 100-14 7 7 0 000 14z",
            Self::Sheet => "M6 3h12v18H6zM9 8h6M9 12h6M9 16h3",
            Self::Sliders => "M4 7h9M17 7h3M4 17h3M11 17h9M13 4v6M7 14v6",
            Self::Speaker => "M4 10v4h4l5 4V6l-5 4zM17 9a4 4 0 010 6",
            Self::Tick => "M5 12.5l4.5 4.5L19 7.5",
            Self::Tray => "M4 13l2.5-8h11L20 13v6H4zM4 13h5l1.5 3h3L15 13h5",
            Self::Triangle => "M12 3l9.5 17h-19zM12 10v4M12 17v.01",
            Self::Up => "M12 16V5M7 9l5-5 5 5M4 20h16",
        }
    }
}

#[component]
pub fn Sign(icon: Icon) -> impl IntoView {
    view! {
        <svg class="i" viewBox="0 0 24 24" aria-hidden="true">
            <path d=icon.path()></path>
        </svg>
    }
}
