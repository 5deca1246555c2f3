//! Shapes that the data of several kinds has in common. Source: the original's schemas for dates, base types and things.

use super::shape::{Part, Shape, Value, many, maybe, one, some};
use crate::policy;

pub const TEXT: Shape = Shape::Text(Value::Characters(0, usize::MAX));
pub const BOOLEAN: Shape = Shape::Text(Value::Boolean);
pub const NUMBER: Shape = Shape::Text(Value::Number);
/// 32 bits with a sign, as all whole numbers of the original.
pub const NOT_NEGATIVE_INT: Shape = Shape::Text(Value::Whole(0, i32::MAX as i64));
pub const POSITIVE_INT: Shape = Shape::Text(Value::Whole(1, i32::MAX as i64));

const YEAR: Shape = Shape::Text(Value::Whole(1_000, 9_999));
const MONTH: Shape = Shape::Text(Value::Whole(1, 12));
const DAY: Shape = Shape::Text(Value::Whole(1, 31));

pub const DATE: Shape = Shape::Day(&[one("y", &YEAR), one("m", &MONTH), one("d", &DAY)]);
/// Month and day may be unknown.
pub const APPROX_DATE: Shape = Shape::Day(&[one("y", &YEAR), maybe("m", &MONTH), maybe("d", &DAY)]);
const TIME: Shape = Shape::Elements(&[
    one("h", &Shape::Text(Value::Whole(0, 23))),
    one("m", &Shape::Text(Value::Whole(0, 59))),
    maybe("s", &Shape::Text(Value::Whole(0, 59))),
    maybe("f", &Shape::Text(Value::Whole(0, 999))),
]);
pub const DATE_TIME: Shape = Shape::Elements(&[
    one("date", &DATE),
    maybe("time", &TIME),
    maybe("tz", &CODABLE),
]);
/// A date with what is known of it, or words.
pub const APPROX_DATE_TIME: Shape = Shape::OneOf(&[
    maybe(
        "structured",
        &Shape::Elements(&[
            one("date", &APPROX_DATE),
            maybe("time", &TIME),
            maybe("tz", &CODABLE),
        ]),
    ),
    maybe("descriptive", &TEXT),
]);

/// Words, with codes of vocabularies where there are some.
pub const CODABLE: Shape = Shape::Elements(&[
    one("text", &TEXT),
    many(
        "code",
        &Shape::Elements(&[
            one("value", &TEXT),
            maybe("family", &TEXT),
            one("type", &TEXT),
            maybe("version", &TEXT),
        ]),
    ),
]);

pub const MEASUREMENT: Shape = Shape::Elements(&[
    one("display", &TEXT),
    many(
        "structured",
        &Shape::Elements(&[one("value", &NUMBER), one("units", &CODABLE)]),
    ),
]);

pub const LANGUAGE: Shape =
    Shape::Elements(&[maybe("language", &CODABLE), maybe("is-primary", &BOOLEAN)]);

const NAME: Shape = Shape::Elements(&[
    one("full", &TEXT),
    maybe("title", &CODABLE),
    maybe("first", &TEXT),
    maybe("middle", &TEXT),
    maybe("last", &TEXT),
    maybe("suffix", &CODABLE),
]);
const DESCRIPTION: Part = maybe("description", &TEXT);
const IS_PRIMARY: Part = maybe("is-primary", &BOOLEAN);
const CONTACT: Shape = Shape::Elements(&[
    many(
        "address",
        &Shape::Elements(&[
            DESCRIPTION,
            IS_PRIMARY,
            some("street", &TEXT),
            one("city", &TEXT),
            maybe("state", &TEXT),
            one("postcode", &TEXT),
            one("country", &TEXT),
            maybe("county", &TEXT),
        ]),
    ),
    many(
        "phone",
        &Shape::Elements(&[DESCRIPTION, IS_PRIMARY, one("number", &TEXT)]),
    ),
    many(
        "email",
        &Shape::Elements(&[DESCRIPTION, IS_PRIMARY, one("address", &TEXT)]),
    ),
]);
pub const PERSON: Shape = Shape::Elements(&[
    one("name", &NAME),
    maybe("organization", &TEXT),
    maybe("professional-training", &TEXT),
    maybe("id", &TEXT),
    maybe("contact", &CONTACT),
    maybe("type", &CODABLE),
]);

/// A client's own id for a thing.
const CLIENT_ID: Value = Value::Characters(0, policy::CLIENT_THING_ID_MAX);

/// What follows the data of every kind.
pub const COMMON: Shape = Shape::Elements(&[
    maybe("source", &TEXT),
    maybe("note", &TEXT),
    maybe("tags", &Shape::Text(Value::Characters(0, 512))),
    many("extension", &Shape::Any),
    many(
        "related-thing",
        &Shape::Elements(&[
            maybe("thing-id", &Shape::Text(Value::Guid)),
            maybe("version-stamp", &Shape::Text(Value::Guid)),
            maybe("client-thing-id", &Shape::Text(CLIENT_ID)),
            maybe("relationship-type", &TEXT),
        ]),
    ),
    maybe("client-thing-id", &Shape::Text(CLIENT_ID)),
]);
