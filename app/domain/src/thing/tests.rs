//! The rules of data, on small trees.

use super::kinds::{KINDS, fits, kind, types_named};
use super::moment::effective;
use super::shape::{Element, Shape, Value, check, day, many, maybe, one};
use super::shared::DATE;
use std::collections::BTreeSet;

/// An element in no namespace, without attributes.
#[derive(Clone, Copy)]
struct Node<'a> {
    name: &'a str,
    text: &'a str,
    children: &'a [Node<'a>],
}

impl Element for Node<'_> {
    fn name(&self) -> &str {
        self.name
    }

    fn namespace(&self) -> Option<&str> {
        None
    }

    fn attribute(&self, _: &str) -> Option<&str> {
        None
    }

    fn children(self) -> impl Iterator<Item = Self> {
        self.children.iter().copied()
    }

    fn text(self) -> String {
        self.text.to_owned()
    }
}

const fn leaf<'a>(name: &'a str, text: &'a str) -> Node<'a> {
    Node {
        name,
        text,
        children: &[],
    }
}

const fn node<'a>(name: &'a str, children: &'a [Node<'a>]) -> Node<'a> {
    Node {
        name,
        text: "",
        children,
    }
}

#[test]
fn kinds_differ_in_id_and_name_and_their_dates_are_elements_of_theirs() {
    let ids: BTreeSet<_> = KINDS.iter().map(|kind| kind.id).collect();
    let names: BTreeSet<_> = KINDS.iter().map(|kind| kind.name).collect();
    assert_eq!((ids.len(), names.len()), (KINDS.len(), KINDS.len()));
    for one in KINDS {
        assert_eq!(kind(one.id), Some(one));
        assert_eq!(types_named(&[one.name]), [one.id]);
        if let Some(dated_by) = one.dated_by {
            let Shape::Elements(parts) = one.shape else {
                panic!("{} has no elements", one.name);
            };
            assert!(
                parts.iter().any(|part| part.name == dated_by),
                "{}",
                one.name
            );
        }
    }
}

#[test]
fn values_are_read_as_the_original_reads_them() {
    let takes = |value, text: &str| {
        let data = leaf("a", text);
        check(data, "a", &Shape::Text(value)).is_ok()
    };
    for text in ["1", "0", "+1", "1.5", "1e3", ".5", " 70 \n"] {
        assert!(takes(Value::NotNegative, text), "{text:?}");
    }
    for text in [
        "", " ", "-1", "1,5", "NaN", "INF", "inf", "0x1", "1_000", "heavy", "٧٠",
    ] {
        assert!(!takes(Value::NotNegative, text), "{text:?}");
    }
    assert!(
        takes(Value::Number, "-1.5")
            && !takes(Value::Positive, "0")
            && takes(Value::Positive, "0.1")
    );
    assert!(
        takes(Value::Whole(1, 5), "05")
            && !takes(Value::Whole(1, 5), "6")
            && !takes(Value::Whole(1, 5), "2.0")
    );
    assert!(
        takes(Value::Boolean, "true")
            && takes(Value::Boolean, "0")
            && !takes(Value::Boolean, "True")
    );
    assert!(takes(Value::Characters(1, 2), "né") && !takes(Value::Characters(1, 2), "née"));
    assert!(
        takes(Value::Guid, "3d34d87e-7fc1-4153-800f-f56592cb0d17")
            && !takes(Value::Guid, "3d34d87e")
    );
}

#[test]
fn elements_may_come_in_any_order_and_no_more_often_than_they_may() {
    const TEXT: Shape = Shape::Text(Value::Characters(0, usize::MAX));
    const SHAPE: Shape = Shape::Elements(&[one("a", &TEXT), maybe("b", &TEXT), many("c", &TEXT)]);
    let (a, b, c) = (leaf("a", ""), leaf("b", ""), leaf("c", ""));
    for (children, fits) in [
        (vec![a], true),
        (vec![c, b, a, c], true),
        (vec![b], false),
        (vec![a, a], false),
        (vec![a, b, b], false),
        (vec![a, leaf("d", "")], false),
    ] {
        assert_eq!(check(node("x", &children), "x", &SHAPE).is_ok(), fits);
    }
    let mixed = Node {
        name: "x",
        text: "words",
        children: &[a],
    };
    assert!(check(mixed, "x", &SHAPE).is_err());
}

#[test]
fn a_date_is_a_day_of_the_calendar() {
    let date = |y, m, d| [leaf("y", y), leaf("m", m), leaf("d", d)];
    for (parts, is_day) in [
        (date("2024", "2", "29"), true),
        (date("2023", "2", "29"), false),
        (date("2023", "4", "31"), false),
        (date("0999", "1", "1"), false),
    ] {
        assert_eq!(check(node("date", &parts), "date", &DATE).is_ok(), is_day);
    }
    assert!(day(node("date", &[leaf("y", "2005")])).is_some());
}

#[test]
fn the_moment_is_what_the_kind_is_dated_by() {
    let condition = &types_named(&["Condition"])[..];
    let condition = kind(condition[0]);
    let date = [leaf("y", "2005"), leaf("m", "6")];
    let date = [node("date", &date)];
    let structured = [node("structured", &date)];
    let onset = [node("onset-date", &structured)];
    let at = effective(condition, node("condition", &onset)).expect("a moment");
    assert_eq!(at.rfc3339(), "2005-06-01T00:00:00Z");
    assert_eq!(
        effective(None, node("condition", &onset)),
        None,
        "nobody knows it: its when"
    );
    let when = [node("when", &date)];
    assert!(effective(None, node("own", &when)).is_some());
    assert_eq!(effective(condition, node("condition", &when)), None);
}

#[test]
fn a_misfit_is_told_by_the_element() {
    let weight = types_named(&["Weight Measurement"])[0];
    let told = fits(kind(weight), node("height", &[]), None).expect_err("another root");
    assert_eq!(
        told.to_string(),
        "data of this type is one element weight, and common after it"
    );
    let told = fits(kind(weight), node("weight", &[]), None).expect_err("nothing in it");
    assert_eq!(told.to_string(), "when is missing");
    let unknown = [leaf("colour", "red")];
    let told = fits(None, node("own", &[]), Some(node("common", &unknown)));
    assert!(told.is_err());
}
