//! What a view costs without a server around it, and how often it allocates: our pages, and askama templates that say the
//! same. Run by `make bench BENCH=view`; it refuses to measure where the visible texts differ.

use app::components::{Assets, Bundle, Frame};
use app::page::Page;
use app::pages::patient::code;
use app::pages::staff::requests::list;
use app::pages::staff::requests::mail::Mail;
use askama::Template;
use divan::{AllocProfiler, Bencher};
use domain::connect_request::{Delivery, Listed, Standing};
use domain::connection::Connection;
use domain::ids::ConnectRequestId;
use domain::staff::Role;
use domain::timestamp::Timestamp;
use domain::zone::Local;
use mimalloc::MiMalloc;
use std::time::Duration;
use uuid::Uuid;

/// The allocator of the server, counted.
#[global_allocator]
static ALLOCATOR: AllocProfiler<MiMalloc> = AllocProfiler::new(MiMalloc);

const ROWS: u8 = 50;
/// 3 May 2026.
const NOW: Timestamp = Timestamp::from_micros(1_777_799_640_000_000);
const DAY: Duration = Duration::from_hours(24);

fn main() {
    let frame = frame();
    let view = view();
    same(
        &list::page(&frame, &view).html,
        &ListPage::of(&frame, &view).rendered(),
    );
    same(&our_code(&frame).html, &CodePage::of(&frame).rendered());
    divan::main();
}

#[divan::bench]
fn list_ours(bencher: Bencher) {
    let (frame, view) = (frame(), view());
    bencher.bench(|| list::page(&frame, &view));
}

#[divan::bench]
fn list_template(bencher: Bencher) {
    let (frame, view) = (frame(), view());
    bencher.bench(|| ListPage::of(&frame, &view).rendered());
}

#[divan::bench]
fn code_ours(bencher: Bencher) {
    let frame = frame();
    bencher.bench(|| our_code(&frame));
}

#[divan::bench]
fn code_template(bencher: Bencher) {
    let frame = frame();
    bencher.bench(|| CodePage::of(&frame).rendered());
}

fn our_code(frame: &Frame) -> Page {
    let stranger = Frame {
        signed_in: None,
        ..frame.clone()
    };
    code::page(&stranger, &code::View::default())
}

fn frame() -> Frame {
    Frame {
        assets: Assets {
            css: "/pkg/main.css".into(),
            staff_css: "/pkg/staff.css".into(),
            bundle: Some(Bundle {
                js: "/pkg/islands.js".into(),
                wasm: "/pkg/islands.wasm".into(),
                desk: "/pkg/desk.js".into(),
                passkey: "/pkg/passkey.js".into(),
            }),
        },
        signed_in: Some("Robin Okafor".into()),
        clinic: Some("City Clinic".into()),
        role: Some(Role::Manager),
        ..Frame::default()
    }
}

fn view() -> list::View {
    let row = |number: u8| list::Row {
        request: ConnectRequestId(Uuid::from_u128(u128::from(number))),
        friendly_name: "Emma's record".into(),
        external_id: format!("MRN-{number}"),
        standing: Standing::Waiting,
        connection: Connection::None,
        expires_at: NOW + DAY * 28,
        days_left: None,
        delivery: Delivery::Letter,
        mail: Mail::None,
        changed_at: NOW,
    };
    list::View {
        rows: (0..ROWS).map(row).collect(),
        counts: Listed::AT_THE_DESK
            .into_iter()
            .zip([53, 53, 0, 0, 0, 0, 0, 0, 0])
            .collect(),
        listed: Listed::All,
        search: String::new(),
        from: 1,
        further: false,
        previous: None,
        next: Some(Uuid::from_u128(49).to_string()),
        now: NOW,
    }
}

/// The list as a template: what differs from row to row is formatted here, all else stands in it.
#[derive(Template)]
#[template(path = "list.html")]
struct ListPage<'a> {
    nav: &'static [(&'static str, &'static str, &'static [Link])],
    keys: &'static [(&'static str, &'static str)],
    frame: &'a Frame,
    name: &'a str,
    clinic: &'a str,
    lists: Vec<(&'static str, &'static str, &'static str, u64)>,
    rows: Vec<Row<'a>>,
    to: usize,
    of: u64,
    next: Option<&'a str>,
}

struct Row<'a> {
    id: Uuid,
    name: &'a str,
    external_id: &'a str,
    ends_at: String,
    ends: String,
    changed: String,
}

/// Address, drawing and words.
type Link = (&'static str, &'static str, &'static str);

// One line each.
#[rustfmt::skip]
const NAV: &[(&str, &str, &[Link])] = &[
    (
        "rail-work",
        "Work",
        &[
            ("/staff/requests", "M4 13l2.5-8h11L20 13v6H4zM4 13h5l1.5 3h3L15 13h5", "Requests"),
            ("/staff/requests/new", "M12 5v14M5 12h14", "New request"),
            ("/staff/letters", "M3 6h18v12H3zM7 10h5M7 14h8", "Letters"),
            ("/staff/import", "M12 16V5M7 9l5-5 5 5M4 20h16", "Import a list"),
            ("/staff/overview", "M4 20h16M7 16v-5M12 16V6M17 16v-8", "Overview"),
        ],
    ),
    (
        "rail-clinic",
        "Clinic",
        &[
            ("/staff/settings", "M4 7h9M17 7h3M4 17h3M11 17h9M13 4v6M7 14v6", "Settings"),
            ("/staff/team", "M9 11a3.5 3.5 0 100-7 3.5 3.5 0 000 7zM2.5 20c.5-4 3-6 6.5-6s6 2 6.5 6M16 4.5a3.5 3.5 0 010 6.5M18 14.5c2 .8 3.2 2.7 3.5 5.5", "Team"),
            ("/staff/audit", "M6 3h12v18H6zM9 8h6M9 12h6M9 16h3", "Audit log"),
        ],
    ),
    (
        "rail-technical",
        "Technical",
        &[
            ("/staff/application", "M9 3v5M15 3v5M6 8h12v3a6 6 0 01-12 0zM12 17v4", "Application"),
            ("/staff/keys", "M8 16a4 4 0 100-8 4 4 0 000 8zM12 12h9M18 12v4", "API keys"),
            ("/staff/callback", "M6 17V11a6 6 0 0112 0v6l2 2H4zM10 21h4", "Webhook"),
        ],
    ),
];
const KEYS: &[(&str, &str)] = &[
    ("/", "Search requests"),
    ("n", "New request"),
    ("j", "Next row of a list"),
    ("k", "Previous row of a list"),
    ("Enter", "Open the selected row"),
    ("?", "Show these shortcuts"),
];
const LISTS: [(&str, &str, &str); 9] = [
    ("", "All", ""),
    ("waiting", "Waiting", ""),
    ("connected", "Connected", ""),
    ("disconnected", "Disconnected", ""),
    ("ended", "Expired", ""),
    ("stopped", "Locked", ""),
    ("refused", "Wrong person", ""),
    ("ending-soon", "Expiring soon", "ending-soon"),
    ("mail-trouble", "Delivery problem", "mail-trouble"),
];
const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

impl<'a> ListPage<'a> {
    fn of(frame: &'a Frame, view: &'a list::View) -> Self {
        let here = frame.time_zone.at(view.now);
        let counts = view.counts.iter().map(|(_, count)| *count);
        let lists = LISTS.into_iter().zip(counts);
        Self {
            nav: NAV,
            keys: KEYS,
            frame,
            name: frame.signed_in.as_deref().unwrap_or_default(),
            clinic: frame.clinic.as_deref().unwrap_or_default(),
            lists: lists
                .map(|((name, words, class), count)| (name, words, class, count))
                .collect(),
            rows: view
                .rows
                .iter()
                .map(|row| Row {
                    id: row.request.0,
                    name: &row.friendly_name,
                    external_id: &row.external_id,
                    ends_at: row.expires_at.rfc3339(),
                    ends: short_date(frame.time_zone.at(row.expires_at), here),
                    changed: recent(frame.time_zone.at(row.changed_at), here),
                })
                .collect(),
            to: view.rows.len(),
            of: view.counts[0].1,
            next: view.next.as_deref(),
        }
    }

    fn rendered(&self) -> String {
        self.render().expect("a page")
    }
}

fn short_date(at: Local, here: Local) -> String {
    let month = MONTHS[usize::from(at.month().unsigned_abs()) - 1];
    if at.year() == here.year() {
        format!("{} {month}", at.day())
    } else {
        format!("{} {month} {}", at.day(), at.year())
    }
}

fn recent(at: Local, here: Local) -> String {
    match at.days_until(here) {
        0 => format!("Today, {:02}:{:02}", at.hour(), at.minute()),
        1 => "Yesterday".into(),
        _ => short_date(at, here),
    }
}

/// The code page as a template.
#[derive(Template)]
#[template(path = "code.html")]
struct CodePage<'a> {
    frame: &'a Frame,
    bundle: &'a Bundle,
    nonce: String,
    steps: [&'static str; 5],
    lines: [(u8, u8, u8); 7],
    groups: [u8; 5],
    trust: [(&'static str, &'static str); 5],
}

impl<'a> CodePage<'a> {
    fn of(frame: &'a Frame) -> Self {
        Self {
            frame,
            bundle: frame.assets.bundle.as_ref().expect("a bundle"),
            nonce: leptos::nonce::Nonce::new().to_string(),
            steps: ["now", "to-come", "to-come", "to-come", "to-come"],
            lines: [
                (28, 16, 44),
                (28, 32, 28),
                (28, 54, 116),
                (28, 64, 104),
                (28, 74, 110),
                (28, 132, 96),
                (28, 142, 70),
            ],
            groups: [30, 54, 78, 102, 126],
            trust: [
                ("/help", "Help"),
                ("/about", "Who runs this"),
                ("/privacy", "Privacy notice"),
                ("/terms", "Terms of use"),
                ("/accessibility", "Accessibility"),
            ],
        }
    }

    fn rendered(&self) -> String {
        self.render().expect("a page")
    }
}

#[track_caller]
fn same(ours: &str, theirs: &str) {
    assert_eq!(visible_text(ours), visible_text(theirs));
    let (ours, theirs) = (ours.len(), theirs.len());
    println!("the same text in {ours} bytes of ours and {theirs} of a template");
}

/// The words of a body; a tag separates them, a remark does not.
fn visible_text(html: &str) -> String {
    let body = html.split_once("<body").map_or(html, |(_, body)| body);
    let mut text = String::new();
    for piece in body.replace("<!>", "").split('<').skip(1) {
        let after = piece.split_once('>').map_or("", |(_, after)| after);
        text.push(' ');
        text.push_str(after);
    }
    let text = text.replace("&#39;", "'").replace("&#x27;", "'");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
