//! Generated things: data of each type by the rules of the type itself, as any client of the XML door may write it.

use domain::ids::{ApplicationId, PersonId, RecordId};
use domain::thing::{Kind, Part, Shape, Thing, ThingData, Touch, Value};
use domain::timestamp::Timestamp;
use fhir::{Json, Limits, Site};
use proptest::prelude::*;
use uuid::Uuid;

pub mod resources;

pub const RECORD: &str = "0b8f2f7e-5f0a-7c3d-8d11-1f7a5c0e9a01";

pub fn site() -> Site {
    Site::of("https://clinic.example/")
}

pub fn json(text: &str) -> Json {
    Json::parse(text, Limits::default()).unwrap_or_else(|refusal| panic!("{refusal:?}: {text}"))
}

/// A thing of a type with this data.
pub fn thing(type_id: Uuid, xml: &str) -> Thing {
    let touch = Touch {
        at: Timestamp::parse("2026-05-04T08:00:00Z").expect("a time"),
        application: ApplicationId(Uuid::from_u128(1)),
        person: PersonId(Uuid::from_u128(2)),
    };
    Thing {
        id: Uuid::from_u128(0x0b8f_2f7e_5f0a_7c3d_8d11_1f7a_5c0e_9a02),
        record: RecordId(RECORD.parse().expect("a GUID")),
        version_stamp: Uuid::from_u128(3),
        removed: false,
        data: ThingData {
            type_id,
            effective_at: touch.at,
            xml: xml.to_owned(),
        },
        created: touch,
        updated: touch,
    }
}

/// Without what the server adds to every resource.
pub fn plain(mut json: Json) -> Json {
    if let Json::Object(members) = &mut json {
        members.remove("id");
        let mut meta = members.remove("meta");
        if let Some(Json::Object(meta)) = &mut meta {
            meta.remove("versionId");
            meta.remove("lastUpdated");
        }
        if let Some(meta) = meta.filter(|meta| *meta != Json::object()) {
            members.insert("meta".into(), meta);
        }
    }
    json
}

fn own(name: &str) -> String {
    format!("https://clinic.example/fhir/StructureDefinition/{name}")
}

/// The own extension of this name.
pub fn extension<'a>(json: &'a Json, name: &str) -> Option<&'a Json> {
    let mut all = json.get("extension")?.as_list().iter();
    all.find(|one| one.text_of("url") == Some(&*own(name)))
}

/// Without the extensions that the server alone writes.
pub fn without_remainder(mut json: Json) -> Json {
    if let Json::Object(members) = &mut json
        && let Some(Json::List(mut all)) = members.remove("extension")
    {
        let server = [own("thing-xml"), own("stale-residue")];
        all.retain(|one| !server.iter().any(|url| one.text_of("url") == Some(url)));
        if !all.is_empty() {
            members.insert("extension".into(), Json::List(all));
        }
    }
    json
}

fn escaped(text: &str) -> String {
    let text = text
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;");
    text.replace('\r', "&#13;")
}

fn number() -> impl Strategy<Value = String> {
    prop_oneof![
        "[1-9][0-9]{0,2}(\\.[0-9]{1,4})?",
        Just("+5.50".to_owned()),
        Just(" 70 ".to_owned()),
        Just(".5".to_owned()),
        Just("1e2".to_owned()),
        Just("1e-90".to_owned()),
        Just("123456789012345678901234567890.123456789012345678901234567890123456789".to_owned()),
    ]
}

fn text_of(name: &str, value: Value) -> BoxedStrategy<String> {
    let pick = |words: &'static [&'static str]| {
        proptest::sample::select(words)
            .prop_map(str::to_owned)
            .boxed()
    };
    match (value, name) {
        (_, "family") => pick(&[
            "wc",
            "Snomed",
            "RxNorm",
            "regenstrief",
            "HL7",
            "http://a.example/x",
            "icd",
            "",
            "a/b",
        ]),
        (_, "type") => pick(&["loinc", "fhir", "vaccines-cvx", "icd9cm", "x y/z", "", " "]),
        (Value::Characters(least, most), _) => {
            let words = format!("[a-z0-9 &<>é😀'\"\n\r\t,.-]{{{least},{}}}", most.min(12));
            let some = ["+02:00", "Z", "Active", "inactive", "wb", "p", "med", " "];
            let fitting: Vec<&str> = some
                .into_iter()
                .filter(|one| (least..=most).contains(&one.len()))
                .collect();
            prop_oneof![3 => proptest::string::string_regex(&words).expect("a pattern"),
                1 => proptest::sample::select(fitting).prop_map(str::to_owned)]
            .boxed()
        }
        (Value::Number, _) => {
            prop_oneof![3 => number(), 1 => Just("-3.25".to_owned()), 1 => Just("0".to_owned())]
                .boxed()
        }
        (Value::NotNegative, _) => prop_oneof![4 => number(), 1 => Just("0".to_owned())].boxed(),
        (Value::Positive, _) => number().boxed(),
        (Value::Whole(least, most), _) => prop_oneof![
            3 => (least..=most.min(least + 9_000)).prop_map(|one| one.to_string()),
            1 => Just(format!(" {least}\n")),
            1 => Just(most.min(i64::from(i32::MAX)).to_string())
        ]
        .boxed(),
        (Value::Boolean, _) => pick(&["true", "false", "1", "0"]),
        (Value::Word(words), _) => pick(words),
        (Value::CountryCode, _) => Just("AT".to_owned()).boxed(),
        (Value::Guid, _) => Just(RECORD.to_owned()).boxed(),
    }
}

/// An element of a shape, with all it holds.
fn element(name: &'static str, shape: &'static Shape) -> BoxedStrategy<String> {
    let wrap = move |inner: String| format!("<{name}>{inner}</{name}>");
    match shape {
        Shape::Text(value) => text_of(name, *value)
            .prop_map(move |text| wrap(escaped(&text)))
            .boxed(),
        Shape::Display => {
            let code = proptest::sample::select(
                &[
                    "", "kg", "[lb_av]", "g", "cm", "[in_i]", "m", "mmol/L", "mg/dL", "stone",
                ][..],
            );
            (number(), code, any::<bool>())
                .prop_map(|(number, code, spoken)| {
                    let code = if code.is_empty() {
                        String::new()
                    } else {
                        format!(" units-code=\"{code}\"")
                    };
                    let spoken = if spoken { " text=\"about\"" } else { "" };
                    format!("<display units=\"unit\"{code}{spoken}>{number}</display>")
                })
                .boxed()
        }
        Shape::Day(parts) => {
            let known = parts.iter().map(|part| part.least > 0).collect::<Vec<_>>();
            (1_000..=9_999, 1..=12, 1..=28, any::<(bool, bool)>())
                .prop_map(move |(year, month, day, (has_month, has_day))| {
                    let month = if known[1] || has_month {
                        format!("<m>{month}</m>")
                    } else {
                        String::new()
                    };
                    let day = if known[2] || has_day {
                        format!("<d>{day}</d>")
                    } else {
                        String::new()
                    };
                    wrap(format!("<y>{year}</y>{month}{day}"))
                })
                .boxed()
        }
        Shape::OneOf(parts) => {
            let one = parts
                .iter()
                .map(|part| element(part.name, part.shape))
                .collect::<Vec<_>>();
            proptest::strategy::Union::new(one).prop_map(wrap).boxed()
        }
        Shape::Elements(parts) => elements(parts).prop_map(wrap).boxed(),
        Shape::Any => "[a-z]{0,4}"
            .prop_map(move |text| wrap(format!("<any>{text}</any>")))
            .boxed(),
    }
}

fn elements(parts: &'static [Part]) -> BoxedStrategy<String> {
    let parts: Vec<_> = parts
        .iter()
        .map(|part| {
            let most = part
                .most
                .min(part.least.max(1) + usize::from(part.most > 1));
            proptest::collection::vec(element(part.name, part.shape), part.least..=most)
        })
        .collect();
    let gap = proptest::sample::select(&["", "", "\n  ", "<!-- kept -->"][..]);
    (parts, gap, any::<bool>())
        .prop_map(|(parts, gap, turned)| {
            let mut all: Vec<String> = parts.into_iter().flatten().collect();
            if turned {
                all.reverse();
            }
            all.into_iter().map(|one| one + gap).collect()
        })
        .boxed()
}

fn common() -> impl Strategy<Value = String> {
    let maybe = |name: &'static str| {
        proptest::option::of(
            text_of(name, Value::Characters(0, 40))
                .prop_map(move |text| format!("<{name}>{}</{name}>", escaped(&text))),
        )
    };
    let parts = [
        maybe("note"),
        maybe("source"),
        maybe("tags"),
        maybe("client-thing-id"),
    ];
    let others = proptest::sample::select(
        &[
            "",
            "",
            "<extension source=\"x\"><y>1</y></extension>",
            "<related-thing><relationship-type>a</relationship-type></related-thing>",
        ][..],
    );
    let whole = (parts, others).prop_map(|(parts, others)| {
        let parts: String = parts.into_iter().flatten().collect();
        format!("<common>{parts}{others}</common>")
    });
    prop_oneof![1 => Just(String::new()), 1 => Just("<common/>".to_owned()), 4 => whole]
}

/// Data of a known kind, as the XML door takes it.
pub fn data(kind: &'static Kind) -> BoxedStrategy<String> {
    let content = element(kind.root, kind.shape).prop_map(|content| match kind.namespace {
        None => content,
        Some(uri) => content.replacen('>', &format!(" xmlns=\"{uri}\">"), 1),
    });
    (content, common())
        .prop_map(|(content, common)| format!("<data-xml>{content}{common}</data-xml>"))
        .boxed()
}
