//! A change of a resource as one of the data: of the elements that differ, and of no byte besides.

use super::showing::common_of;
use crate::issue::{Issue, IssueCode};
use crate::json::Json;
use crate::maps::Map;
use crate::maps::common::FIELDS as COMMON;
use crate::maps::field::Field;
use crate::tree::{Edit, Parts, child};
use roxmltree::{Document, Node};

/// The elements that differ between two resources, changed in the data.
pub(super) fn changed(
    map: &Map,
    old: &str,
    before: &Json,
    after: &Json,
) -> Result<String, Vec<Issue>> {
    let fault = || {
        vec![Issue::error(
            IssueCode::Exception,
            "",
            "the data cannot be read",
        )]
    };
    let document = Document::parse(old).map_err(|_not| fault())?;
    let parts = Parts::of(&document);
    let content = parts.content.ok_or_else(fault)?;
    let mut edit = Edit::of(old);
    let mut issues = Vec::new();
    let changes = differing(map.fields.iter(), before, after, &mut issues);
    replace(&mut edit, Some(content), &order(map), changes);
    let mut changes = differing(common_of(map), before, after, &mut issues);
    let order: Vec<&str> = COMMON.iter().map(|field| field.node).collect();
    if parts.common.is_some() {
        replace(&mut edit, parts.common, &order, changes);
    } else {
        changes.retain(|(_, new)| new.is_some());
        let inner: String = changes.into_iter().filter_map(|(_, new)| new).collect();
        if !inner.is_empty() {
            edit.append(parts.data, common(parts.data, &inner));
        }
    }
    if issues.is_empty() {
        Ok(edit.done())
    } else {
        Err(issues)
    }
}

fn order(map: &Map) -> Vec<&'static str> {
    map.fields.iter().map(|field| field.node).collect()
}

fn differing<'f>(
    fields: impl Iterator<Item = &'f Field>,
    before: &Json,
    after: &Json,
    issues: &mut Vec<Issue>,
) -> Vec<(&'static str, Option<String>)> {
    let mut changes = Vec::new();
    for field in fields {
        // What cannot be made, and could not before, is left as it is.
        match (field.made(before), field.made(after)) {
            (old, new) if old == new => {}
            (_, Ok(new)) => changes.push((field.node, new)),
            (_, Err(issue)) => issues.push(issue),
        }
    }
    changes
}

/// Replaces children, takes them away, or adds them behind the nearest that stands before them.
fn replace(
    edit: &mut Edit,
    parent: Option<Node>,
    order: &[&str],
    changes: Vec<(&'static str, Option<String>)>,
) {
    let Some(parent) = parent else { return };
    let mut at_end = String::new();
    for (name, new) in changes {
        let new = new.unwrap_or_default();
        if let Some(old) = child(parent, name) {
            edit.replace(old.range(), new);
            continue;
        }
        let place = order.iter().position(|known| *known == name).unwrap_or(0);
        let before = order[..place].iter().rev();
        let before = before.into_iter().find_map(|name| child(parent, name));
        match before {
            Some(before) => edit.insert(before.range().end, new),
            None => match parent.children().find(Node::is_element) {
                Some(first) => edit.insert(first.range().start, new),
                None => at_end += &new,
            },
        }
    }
    if !at_end.is_empty() {
        edit.append(parent, at_end);
    }
}

/// A `common` that is in no namespace, whatever surrounds it.
pub(super) fn common(data: Node, inner: &str) -> String {
    let is_other = data.default_namespace().is_some_and(|uri| !uri.is_empty());
    let namespace = if is_other { " xmlns=\"\"" } else { "" };
    format!("<common{namespace}>{inner}</common>")
}
