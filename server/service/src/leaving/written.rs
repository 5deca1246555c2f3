//! What is in the file of all that is a person's: as JSON, and as a page to read.

use crate::records::contents::{Item, Writer};
use askama::Template;
use domain::person::Person;
use domain::thing::reading::Sort;
use domain::thing::{Thing, type_name};
use domain::timestamp::Timestamp;
use domain::zone::Zone;
use serde::Serialize;
use store::access::Line;
use uuid::Uuid;
use words::Wording;
use words::t;

#[derive(Serialize)]
pub(super) struct Everything<'a> {
    pub(super) made_at: String,
    pub(super) account: Account<'a>,
    pub(super) records: Vec<RecordFile>,
    pub(super) log: Vec<LogLine>,
}

#[derive(Serialize)]
pub(super) struct Account<'a> {
    pub(super) id: Uuid,
    pub(super) name: &'a str,
    pub(super) email: &'a str,
}

#[derive(Serialize)]
pub(super) struct RecordFile {
    pub(super) id: Uuid,
    pub(super) name: String,
    pub(super) relation: Option<&'static str>,
    pub(super) birth_year: Option<i64>,
    pub(super) created_at: String,
    pub(super) items: Vec<ItemFile>,
}

#[derive(Serialize)]
pub(super) struct ItemFile {
    pub(super) id: Uuid,
    pub(super) type_id: Uuid,
    pub(super) type_name: Option<&'static str>,
    pub(super) date: String,
    pub(super) added_at: String,
    /// "you", or the name of a clinic.
    pub(super) added_by: Wording,
    pub(super) data: String,
    #[serde(skip)]
    pub(super) title: Wording,
    #[serde(skip)]
    pub(super) sort: Wording,
    #[serde(skip)]
    pub(super) day: Wording,
}

#[derive(Serialize)]
pub(super) struct LogLine {
    pub(super) at: String,
    /// "you", or the name of a clinic.
    pub(super) by: Wording,
    pub(super) record: String,
    pub(super) act: &'static str,
    pub(super) what: Wording,
    pub(super) times: u64,
    pub(super) items: u64,
}

#[derive(Template)]
#[template(
    ext = "html",
    source = r#"<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'"><title>{{ heading }}</title></head><body>
<h1>{{ heading }}</h1><p>{{ about }}</p>
{% for record in all.records %}<h2>{{ record.name }}</h2>{% if record.items.is_empty() %}<p>{{ nothing }}</p>{% else %}<table border="1" cellpadding="4"><tr><th>{{ date }}</th><th>{{ what }}</th><th>{{ sort }}</th><th>{{ by }}</th></tr>
{% for item in record.items %}<tr><td>{{ item.day }}</td><td>{{ item.title }}</td><td>{{ item.sort }}</td><td>{{ item.added_by }}</td></tr>
{% endfor %}</table>{% endif %}
{% endfor %}<h2>{{ log }}</h2>{% if all.log.is_empty() %}<p>{{ nothing }}</p>{% else %}<ul>
{% for line in all.log %}<li>{{ line.what }}. {{ line.record }}, {{ line.at }} ({{ line.times }})</li>
{% endfor %}</ul>{% endif %}
</body></html>
"#
)]
pub(super) struct Readable<'a> {
    all: &'a Everything<'a>,
    heading: Wording,
    about: Wording,
    nothing: Wording,
    pub(super) date: Wording,
    pub(super) what: Wording,
    pub(super) sort: Wording,
    pub(super) by: Wording,
    pub(super) log: Wording,
}

pub(super) fn account(person: &Person) -> Account<'_> {
    Account {
        id: person.id.0,
        name: &person.name,
        email: &person.email,
    }
}

pub(super) fn item_file(item: &Item, thing: Thing) -> ItemFile {
    let day = |at: Timestamp| words::date(Zone::UTC.at(at));
    ItemFile {
        id: thing.id,
        type_id: thing.data.type_id,
        type_name: type_name(thing.data.type_id),
        date: thing.data.effective_at.rfc3339(),
        added_at: thing.created.at.rfc3339(),
        added_by: match &item.added_by {
            Writer::You => t!("download-you"),
            Writer::Named(name) => name.clone().into(),
            Writer::Another => t!("download-another"),
        },
        title: words::things::title(item.sort, &item.facts, item.units),
        sort: words::things::sort(item.sort),
        day: day(thing.data.effective_at),
        data: thing.data.xml,
    }
}

pub(super) fn log_line(line: &Line, by: Wording, record: String, zone: Zone) -> LogLine {
    let sort = (line.type_id != Uuid::nil()).then(|| Sort::of(line.type_id));
    let what = words::things::looked_at(sort);
    LogLine {
        at: zone.at(line.last_at).rfc3339(),
        what: t!(
            "download-log",
            by = by.clone(),
            act = line.act.name(),
            what = what
        ),
        by,
        record,
        act: line.act.name(),
        times: line.times,
        items: line.things,
    }
}

pub(super) fn readable<'a>(all: &'a Everything<'a>) -> Readable<'a> {
    let email = all.account.email.to_owned();
    Readable {
        heading: t!("download-file-heading", name = all.account.name.to_owned()),
        about: t!(
            "download-file-about",
            email = email,
            at = all.made_at.clone()
        ),
        nothing: t!("download-file-nothing"),
        date: t!("item-date"),
        what: t!("item-what"),
        sort: t!("download-file-sort"),
        by: t!("item-added"),
        log: t!("download-file-log"),
        all,
    }
}
