//! The shape of laboratory results. Source: the original's schema of them. Groups there nest without an end; here, four deep.

use super::shape::{Part, Shape, many, maybe, one};
use super::shared::{APPROX_DATE_TIME, CODABLE, MEASUREMENT, NUMBER, ORGANIZATION, TEXT};

const RANGE: Shape = Shape::Elements(&[
    one("type", &CODABLE),
    one("text", &CODABLE),
    maybe(
        "value",
        &Shape::Elements(&[
            maybe("minimum-range", &NUMBER),
            maybe("maximum-range", &NUMBER),
        ]),
    ),
]);
const RESULT: Shape = Shape::Elements(&[
    maybe("when", &APPROX_DATE_TIME),
    maybe("name", &TEXT),
    maybe("substance", &CODABLE),
    maybe("collection-method", &CODABLE),
    maybe("clinical-code", &CODABLE),
    maybe(
        "value",
        &Shape::Elements(&[
            one("measurement", &MEASUREMENT),
            many("ranges", &RANGE),
            many("flag", &CODABLE),
        ]),
    ),
    maybe("status", &CODABLE),
    maybe("note", &TEXT),
]);
const NAME: Part = one("group-name", &CODABLE);
const LABORATORY: Part = maybe("laboratory-name", &ORGANIZATION);
const STATUS: Part = maybe("status", &CODABLE);
const RESULTS: Part = many("results", &RESULT);

const INNERMOST: Shape = Shape::Elements(&[NAME, LABORATORY, STATUS, RESULTS]);
const INNER: Shape = Shape::Elements(&[
    NAME,
    LABORATORY,
    STATUS,
    many("sub-groups", &INNERMOST),
    RESULTS,
]);
const MIDDLE: Shape = Shape::Elements(&[
    NAME,
    LABORATORY,
    STATUS,
    many("sub-groups", &INNER),
    RESULTS,
]);
pub const LAB_GROUP: Shape = Shape::Elements(&[
    NAME,
    LABORATORY,
    STATUS,
    many("sub-groups", &MIDDLE),
    RESULTS,
]);
