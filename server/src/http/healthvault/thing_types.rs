//! `GetThingType`: the types that are known, by the rules that their data is checked against.

use super::call::Call;
use super::definition::is_known_since;
use super::envelope::{all, guid, optional, text, time};
use super::status::Status;
use super::{Answer, rendered};
use askama::Template;
use domain::policy;
use domain::thing::{KINDS, Kind, Part, Shape, Value, kind};
use roxmltree::Node;
use std::fmt::Write;

/// What is told of each type besides its name.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a section of its own, and not a state"
)]
#[derive(Clone, Copy, Default)]
struct Sections {
    schema: bool,
    columns: bool,
    transforms: bool,
    versions: bool,
    dates: bool,
}

struct ShownType {
    kind: &'static Kind,
    schema: Option<String>,
    dated_by: Option<String>,
}

/// Columns, transforms and images are there for none.
#[derive(Template)]
#[template(
    ext = "xml",
    source = r#"{% for one in types %}<thing-type><id>{{ one.kind.id }}</id><name>{{ one.kind.name }}</name><uncreatable>false</uncreatable><immutable>false</immutable><singleton>false</singleton>{% if let Some(schema) = one.schema %}<xsd>{{ schema }}</xsd>{% endif %}{% if sections.columns %}<columns/>{% endif %}{% if sections.transforms %}<transforms/>{% endif %}{% if sections.versions %}<versions thing-type-id="{{ one.kind.id }}"><version-info version-type-id="{{ one.kind.id }}" version-name="{{ one.kind.name }}" version-sequence="1"/></versions>{% endif %}{% if let Some(dated_by) = one.dated_by %}<effective-date-xpath>{{ dated_by }}</effective-date-xpath>{% endif %}<allow-readonly>false</allow-readonly></thing-type>{% endfor %}"#
)]
struct Types {
    types: Vec<ShownType>,
    sections: Sections,
}

pub fn show(call: &Call<'_, '_>) -> Answer {
    let since = optional(call.info, "last-client-refresh")?;
    if since.map(time).transpose()?.is_some_and(is_known_since) {
        return Ok(Some(String::new()));
    }
    let ids = all(call.info, "id").take(policy::THING_TYPES + 1).map(guid);
    let ids = ids.collect::<Result<Vec<_>, _>>()?;
    if ids.len() > policy::THING_TYPES {
        return Err(Status::TooManyThings);
    }
    let kinds: Option<Vec<&Kind>> = ids.iter().map(|id| kind(*id)).collect();
    let mut kinds = kinds.ok_or(Status::InvalidThingType)?;
    if ids.is_empty() {
        kinds = KINDS.iter().collect();
    }
    let sections = sections(call.info)?;
    let shown = |kind: &'static Kind| ShownType {
        kind,
        schema: sections.schema.then(|| schema(kind)),
        dated_by: kind
            .dated_by
            .filter(|_| sections.dates)
            .map(|dated_by| format!("/thing/data-xml/{}/{dated_by}", kind.root)),
    };
    rendered(&Types {
        types: kinds.into_iter().map(shown).collect(),
        sections,
    })
}

fn sections(info: Node) -> Result<Sections, Status> {
    let mut sections = Sections::default();
    for section in all(info, "section") {
        match text(section)?.trim() {
            "core" => {}
            "xsd" => sections.schema = true,
            "columns" => sections.columns = true,
            "transforms" | "transformsource" => sections.transforms = true,
            "versions" => sections.versions = true,
            "effectivedatexpath" => sections.dates = true,
            _ => return Err(Status::InvalidXml),
        }
    }
    Ok(sections)
}

/// The type's rules as an XML schema. Its elements are in one order there, and may come in any here.
fn schema(kind: &Kind) -> String {
    let namespace = match kind.namespace {
        Some(namespace) => namespace.to_owned(),
        None => format!("urn:com.microsoft.wc.thing.{}", kind.root),
    };
    let mut xsd = format!(
        "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" targetNamespace=\"{namespace}\">"
    );
    element(&mut xsd, kind.root, "", kind.shape);
    xsd.push_str("</xs:schema>");
    xsd
}

fn element(xsd: &mut String, name: &str, occurs: &str, shape: &Shape) {
    let (before, after) = match shape {
        Shape::Any => {
            push(
                xsd,
                format_args!("<xs:element name=\"{name}\" type=\"xs:anyType\"{occurs}/>"),
            );
            return;
        }
        Shape::Elements(_) | Shape::Day(_) => (
            "<xs:complexType><xs:sequence>",
            "</xs:sequence></xs:complexType>",
        ),
        Shape::OneOf(_) => (
            "<xs:complexType><xs:choice>",
            "</xs:choice></xs:complexType>",
        ),
        Shape::Text(_) => ("<xs:simpleType>", "</xs:simpleType>"),
        Shape::Display => (
            "<xs:complexType><xs:simpleContent>",
            "</xs:simpleContent></xs:complexType>",
        ),
    };
    push(
        xsd,
        format_args!("<xs:element name=\"{name}\"{occurs}>{before}"),
    );
    match shape {
        Shape::Elements(parts) | Shape::Day(parts) => parts.iter().for_each(|part| {
            element(xsd, part.name, &occurrences(part), part.shape);
        }),
        Shape::OneOf(parts) => {
            parts.iter().for_each(|part| element(xsd, part.name, "", part.shape));
        }
        Shape::Text(value) => restriction(xsd, *value),
        Shape::Display => xsd.push_str(
            "<xs:extension base=\"xs:double\"><xs:attribute name=\"units\" type=\"xs:string\" use=\"required\"/>\
             <xs:attribute name=\"units-code\" type=\"xs:string\"/><xs:attribute name=\"text\" type=\"xs:string\"/>\
             </xs:extension>",
        ),
        Shape::Any => {}
    }
    push(xsd, format_args!("{after}</xs:element>"));
}

fn occurrences(part: &Part) -> String {
    let least = if part.least == 0 {
        " minOccurs=\"0\""
    } else {
        ""
    };
    let most = if part.most > 1 {
        " maxOccurs=\"unbounded\""
    } else {
        ""
    };
    format!("{least}{most}")
}

fn restriction(xsd: &mut String, value: Value) {
    let (base, facets) = match value {
        Value::Characters(0, usize::MAX) => ("string", String::new()),
        Value::Characters(least, most) => (
            "string",
            format!("<xs:minLength value=\"{least}\"/><xs:maxLength value=\"{most}\"/>"),
        ),
        Value::Number => ("double", String::new()),
        Value::NotNegative => ("double", "<xs:minInclusive value=\"0\"/>".to_owned()),
        Value::Positive => ("double", "<xs:minExclusive value=\"0\"/>".to_owned()),
        Value::Whole(least, most) => (
            "long",
            format!("<xs:minInclusive value=\"{least}\"/><xs:maxInclusive value=\"{most}\"/>"),
        ),
        Value::Boolean => ("boolean", String::new()),
        Value::Word(words) => (
            "string",
            words.iter().fold(String::new(), |list, word| {
                list + "<xs:enumeration value=\"" + word + "\"/>"
            }),
        ),
        Value::CountryCode => (
            "string",
            "<xs:pattern value=\"[a-zA-Z][a-zA-Z]\"/>".to_owned(),
        ),
        Value::Guid => (
            "string",
            "<xs:pattern value=\"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\"/>".to_owned(),
        ),
    };
    push(
        xsd,
        format_args!("<xs:restriction base=\"xs:{base}\">{facets}</xs:restriction>"),
    );
}

fn push(text: &mut String, more: std::fmt::Arguments<'_>) {
    // A string takes every text.
    let _ = text.write_fmt(more);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_documentation_lists_the_known_types() {
        let mut list = String::new();
        for kind in KINDS {
            let dated_by = kind
                .dated_by
                .map(|name| format!("`{name}`"))
                .unwrap_or_default();
            let line = format_args!(
                "| {}, {} | `{}` | {dated_by} |\n",
                kind.name, kind.id, kind.root
            )
            .to_string();
            list.push_str(&line);
        }
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/healthvault.md");
        let documentation = std::fs::read_to_string(path).expect("the documentation");
        assert!(
            documentation.contains(&list),
            "section \"Data\" should hold:\n{list}"
        );
    }
}
