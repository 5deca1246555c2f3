//! `GetServiceDefinition`: what there is, for anyone.

use super::call::Call;
use super::envelope::{all, optional, text, time};
use super::methods::METHODS;
use super::schemas::{Side, schema_path};
use super::status::Status;
use super::{Answer, PLATFORM_PATH, rendered};
use askama::Template;
use domain::timestamp::Timestamp;
use roxmltree::Node;

/// When the definition and the table of types last changed: a client that knows them from later is told nothing. To be set
/// anew with the snapshot of the definition.
pub const UPDATED: &str = "2026-11-27T00:00:00Z";

/// Whether nothing changed since a client's time.
pub fn is_known_since(since: Timestamp) -> bool {
    Timestamp::parse(UPDATED).is_some_and(|updated| updated <= since)
}

/// Clients read the schema addresses, the date and the name of the instance without looking whether they are there.
#[derive(Template)]
#[template(
    ext = "xml",
    source = r#"{% if shown.platform %}<platform><url>{{ url }}{{ path }}</url><version>1</version></platform>{% endif %}{% if shown.shell %}<shell><url>{{ url }}/</url><redirect-url>{{ url }}/redirect.aspx?target=</redirect-url></shell>{% endif %}{% if shown.methods %}{% for method in methods %}<xml-method><name>{{ method.name }}</name>{% for version in method.versions %}<version number="{{ version.number }}"><request-schema-url>{{ url }}{{ version.request }}</request-schema-url><response-schema-url>{{ url }}{{ version.response }}</response-schema-url></version>{% endfor %}</xml-method>{% endfor %}{% endif %}{% if with_more %}{% if shown.topology %}<instances current-instance-id="1"><instance><id>1</id><name>US</name><description/><platform-url>{{ url }}{{ path }}</platform-url><shell-url>{{ url }}/</shell-url></instance></instances>{% endif %}{% if shown.meaningful_use %}<meaningful-use><enabled>false</enabled></meaningful-use>{% endif %}<updated-date>{{ updated }}</updated-date>{% endif %}"#
)]
struct Definition<'a> {
    url: &'a str,
    path: &'a str,
    methods: Vec<ShownMethod>,
    shown: Sections,
    /// Version 2 names more than version 1.
    with_more: bool,
    updated: &'static str,
}

struct ShownMethod {
    name: &'static str,
    versions: Vec<ShownVersion>,
}

struct ShownVersion {
    number: u32,
    request: String,
    response: String,
}

#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a section of its own, and not a state"
)]
#[derive(Clone, Copy)]
struct Sections {
    platform: bool,
    shell: bool,
    topology: bool,
    methods: bool,
    meaningful_use: bool,
}

impl Sections {
    const fn all(shown: bool) -> Self {
        Self {
            platform: shown,
            shell: shown,
            topology: shown,
            methods: shown,
            meaningful_use: shown,
        }
    }

    fn read(info: Node) -> Result<Self, Status> {
        let Some(asked) = optional(info, "response-sections")? else {
            return Ok(Self::all(true));
        };
        let mut shown = Self::all(false);
        for section in all(asked, "section") {
            let shown = match text(section)?.trim() {
                "platform" => &mut shown.platform,
                "shell" => &mut shown.shell,
                "topology" => &mut shown.topology,
                "xml-over-http-methods" => &mut shown.methods,
                "meaningful-use" => &mut shown.meaningful_use,
                _ => return Err(Status::InvalidXml),
            };
            *shown = true;
        }
        Ok(shown)
    }
}

pub fn show(call: &Call<'_, '_>) -> Answer {
    let with_more = call.envelope.version > 1;
    let since = optional(call.info, "updated-date")?.map(time).transpose()?;
    if since.is_some_and(is_known_since) {
        return Ok(Some(String::new()));
    }
    rendered(&Definition {
        url: call.services.public_url(),
        path: PLATFORM_PATH,
        methods: METHODS.iter().map(shown).collect(),
        shown: Sections::read(call.info)?,
        with_more,
        updated: UPDATED,
    })
}

fn shown(method: &super::methods::Method) -> ShownMethod {
    let versions = method.versions.iter();
    let versions = versions.map(|number| ShownVersion {
        number: *number,
        request: schema_path(Side::Request, &method.answer_name(*number)),
        response: schema_path(Side::Response, &method.answer_name(*number)),
    });
    ShownMethod {
        name: method.name,
        versions: versions.collect(),
    }
}
