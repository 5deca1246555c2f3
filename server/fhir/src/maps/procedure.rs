//! Procedures.

use super::field::{Codec, Made, field};
use super::{Map, ResourceType, provider, refuse_status, refuse_without_concept, show_provider};
use crate::json::Json;
use crate::tree::{element, leaf};
use roxmltree::Node;
use uuid::uuid;

pub const MAPS: &[Map] = &[Map {
    type_id: uuid!("df4db479-a1ba-42a2-8714-2b083b88150f"),
    resource: ResourceType::Procedure,
    loinc: &[],
    category: None,
    fields: &[
        field("when", Codec::Approximate("performed")),
        field("name", Codec::Concept("code")),
        field("anatomic-location", Codec::First("bodySite")),
        field("primary-provider", Codec::Own(show_primary, made_primary)),
        field(
            "secondary-provider",
            Codec::Own(show_secondary, made_secondary),
        ),
    ],
    // The data does not say how it went.
    frame: |_, _, json| json.set("status", Json::text("unknown")),
    refuse: |json| {
        let kept = ["in-progress", "on-hold", "stopped", "completed", "unknown"];
        let mut issues = refuse_status(json, &kept);
        issues.extend(refuse_without_concept(json, "code"));
        issues
    },
}];

fn person(node: &str, name: &str) -> String {
    element(node, &element("name", &leaf("full", name)))
}

fn show_primary(content: Node, node: &'static str, json: &mut Json) {
    show_provider(content, node, None, json);
}

fn made_primary(json: &Json, node: &'static str) -> Made {
    Ok(provider(json, false, 0).map(|name| person(node, name)))
}

fn show_secondary(content: Node, node: &'static str, json: &mut Json) {
    show_provider(content, node, Some("secondary"), json);
}

fn made_secondary(json: &Json, node: &'static str) -> Made {
    let name = provider(json, true, 0).or_else(|| provider(json, false, 1));
    Ok(name.map(|name| person(node, name)))
}
