//! `GetServiceDefinition`: what there is, for anybody.

use super::call::Call;
use super::methods::METHODS;
use super::{Answer, rendered};
use crate::http::healthvault::PLATFORM_PATH;
use askama::Template;

#[derive(Template)]
#[template(
    ext = "xml",
    source = r#"<platform><url>{{ url }}{{ path }}</url><version>1</version></platform><shell><url>{{ url }}/</url><redirect-url>{{ url }}/redirect.aspx?target=</redirect-url></shell>{% for (name, versions) in methods %}<xml-method><name>{{ name }}</name>{% for version in versions %}<version number="{{ version }}"/>{% endfor %}</xml-method>{% endfor %}{% if with_instances %}<instances current-instance-id="1"><instance><id>1</id><name>1</name><description/><platform-url>{{ url }}{{ path }}</platform-url><shell-url>{{ url }}/</shell-url></instance></instances>{% endif %}"#
)]
struct Definition<'a> {
    url: &'a str,
    path: &'a str,
    methods: Vec<(&'static str, &'static [u32])>,
    with_instances: bool,
}

pub fn show(call: &Call<'_, '_>) -> Answer {
    rendered(&Definition {
        url: call.services.public_url(),
        path: PLATFORM_PATH,
        methods: METHODS
            .iter()
            .map(|method| (method.name, method.versions))
            .collect(),
        with_instances: call.envelope.version > 1,
    })
}
