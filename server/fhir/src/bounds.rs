//! What XML that arrives inside a resource may cost its reader, counted before it is read.

use domain::policy;
use roxmltree::{Document, Node, ParsingOptions};
use std::collections::BTreeMap;

/// Reads it, within the bounds that the XML door has; None for what is no XML and for what is beyond them.
///
/// The reader compares each attribute and each namespace with those before it, so they are counted first. A value cannot
/// hold `<`: so each tag is found, and its end by its quotes alone.
pub fn read(xml: &str) -> Option<Document<'_>> {
    let mut namespaces = 0;
    for tag in xml.split('<').skip(1) {
        let mut quote = None;
        let mut attributes = 0;
        for sign in tag.chars() {
            match (quote, sign) {
                (Some(open), sign) if sign == open => quote = None,
                (None, '"' | '\'') => {
                    quote = Some(sign);
                    attributes += 1;
                }
                (None, '>') => break,
                _ => {}
            }
        }
        namespaces += tag.matches("xmlns").count();
        if attributes > policy::PLATFORM_ATTRIBUTES {
            return None;
        }
    }
    if namespaces > policy::PLATFORM_NAMESPACES {
        return None;
    }
    let options = ParsingOptions {
        nodes_limit: policy::PLATFORM_NODES,
        ..ParsingOptions::default()
    };
    let document = Document::parse_with_options(xml, options).ok()?;
    is_flat(&document).then_some(document)
}

/// Whether nothing nests deeper than the XML door lets it.
fn is_flat(document: &Document) -> bool {
    let mut depths = BTreeMap::new();
    for node in document.descendants().filter(Node::is_element) {
        let above = node
            .parent()
            .and_then(|parent| depths.get(&parent.id().get()).copied());
        let depth: usize = above.unwrap_or(0) + 1;
        // The door counts from the root of a call, which is some elements above.
        if depth + 4 > policy::PLATFORM_DEPTH {
            return false;
        }
        depths.insert(node.id().get(), depth);
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_costs_too_much_is_not_read() {
        let nested = |depth: usize| format!("{}{}", "<a>".repeat(depth), "</a>".repeat(depth));
        assert!(read(&nested(90)).is_some());
        assert!(read(&nested(100)).is_none());
        assert!(read(&nested(100_000)).is_none());
        let attributes = |count: usize| {
            let all: String = (0..count).map(|number| format!(" a{number}='>'")).collect();
            format!("<a{all}/>")
        };
        assert!(read(&attributes(policy::PLATFORM_ATTRIBUTES)).is_some());
        assert!(read(&attributes(policy::PLATFORM_ATTRIBUTES + 1)).is_none());
        let namespaces = |count: usize| {
            let all: String = (0..count)
                .map(|number| format!("<b xmlns:a{number}='u'/>"))
                .collect();
            format!("<a>{all}</a>")
        };
        assert!(read(&namespaces(policy::PLATFORM_NAMESPACES)).is_some());
        assert!(read(&namespaces(policy::PLATFORM_NAMESPACES + 1)).is_none());
        assert!(read("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>").is_none());
    }
}
