//! The shape of a thing's data: which elements it has, how often, and what their text may say.
//!
//! Shapes are constants, so that a kind of thing is one entry of a table. Elements may come in any order: no client reads
//! them by their place.

use std::fmt;
use std::str::FromStr;
use time::{Date, Month};

/// An element of a thing's data. The XML reader of the caller implements it.
pub trait Element: Copy {
    /// The name without its prefix.
    fn name(&self) -> &str;
    fn namespace(&self) -> Option<&str>;
    fn attribute(&self, name: &str) -> Option<&str>;
    fn children(self) -> impl Iterator<Item = Self>;
    /// The element's own text, joined across comments; without the text of its children.
    fn text(self) -> String;
}

/// An element of this name among the children of another.
#[derive(Debug, PartialEq, Eq)]
pub struct Part {
    pub name: &'static str,
    pub least: usize,
    pub most: usize,
    pub shape: &'static Shape,
}

/// Exactly one.
pub const fn one(name: &'static str, shape: &'static Shape) -> Part {
    between(1, 1, name, shape)
}

/// At most one.
pub const fn maybe(name: &'static str, shape: &'static Shape) -> Part {
    between(0, 1, name, shape)
}

/// Any number.
pub const fn many(name: &'static str, shape: &'static Shape) -> Part {
    between(0, usize::MAX, name, shape)
}

/// One or more.
pub const fn some(name: &'static str, shape: &'static Shape) -> Part {
    between(1, usize::MAX, name, shape)
}

const fn between(least: usize, most: usize, name: &'static str, shape: &'static Shape) -> Part {
    Part {
        name,
        least,
        most,
        shape,
    }
}

/// What an element contains.
#[derive(Debug, PartialEq, Eq)]
pub enum Shape {
    /// These elements, without text between them.
    Elements(&'static [Part]),
    /// Exactly one of these elements.
    OneOf(&'static [Part]),
    /// `y`, `m` and `d`, as often as the parts say; together they are a day of the calendar.
    Day(&'static [Part]),
    Text(Value),
    /// A number, with its unit in the attribute `units`.
    Display,
    /// Whatever its writer likes.
    Any,
}

/// What the text of an element says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// At least and at most this many characters.
    Characters(usize, usize),
    Number,
    /// 0 or more.
    NotNegative,
    /// More than 0.
    Positive,
    /// A whole number, both ends included.
    Whole(i64, i64),
    Boolean,
    Word(&'static [&'static str]),
    /// Two letters.
    CountryCode,
    Guid,
}

impl Value {
    /// Numbers are read as XML Schema reads them, but for its names for what is no finite number.
    fn allows(self, text: &str) -> bool {
        let trimmed = text.trim();
        match self {
            Self::Characters(least, most) => (least..=most).contains(&text.chars().count()),
            Self::Number => finite(trimmed).is_some(),
            Self::NotNegative => finite(trimmed).is_some_and(|number| number >= 0.0),
            Self::Positive => finite(trimmed).is_some_and(|number| number > 0.0),
            Self::Whole(least, most) => trimmed
                .parse()
                .is_ok_and(|number| (least..=most).contains(&number)),
            Self::Boolean => ["true", "false", "1", "0"].contains(&trimmed),
            Self::Word(words) => words.contains(&text),
            Self::CountryCode => {
                text.len() == 2 && text.bytes().all(|sign| sign.is_ascii_alphabetic())
            }
            Self::Guid => trimmed.len() == 36 && uuid::Uuid::try_parse(trimmed).is_ok(),
        }
    }
}

fn finite(text: &str) -> Option<f64> {
    let plain = |sign: u8| sign.is_ascii_digit() || b"+-.eE".contains(&sign);
    let number: f64 = text.bytes().all(plain).then(|| text.parse().ok())??;
    number.is_finite().then_some(number)
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Characters(0, most) => write!(f, "a text of at most {most} characters"),
            Self::Characters(least, most) => write!(f, "a text of {least} to {most} characters"),
            Self::Number => f.write_str("a number"),
            Self::NotNegative => f.write_str("a number of 0 or more"),
            Self::Positive => f.write_str("a number above 0"),
            Self::Whole(least, i64::MAX) => write!(f, "a whole number of {least} or more"),
            Self::Whole(least, most) => write!(f, "a whole number from {least} to {most}"),
            Self::Boolean => f.write_str("true or false"),
            Self::Word(words) => f.write_str(&words.join(" or ")),
            Self::CountryCode => f.write_str("a country code of two letters"),
            Self::Guid => f.write_str("a GUID"),
        }
    }
}

/// Why data does not fit its kind: the element, and what is wrong with it. Names nothing that the client sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Misfit {
    pub element: &'static str,
    pub fault: Fault,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The data has another element in its place.
    OtherRoot,
    Missing,
    TooOften,
    /// A child that elements of this name do not have.
    UnknownChild,
    /// Text beside its children.
    StrayText,
    /// None of its alternatives, or more than one.
    NotOneOf,
    NotA(Value),
    /// No such day in the calendar.
    NoDay,
    WithoutUnits,
}

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { element, fault } = self;
        match fault {
            Fault::OtherRoot => write!(
                f,
                "data of this type is one element {element}, and common after it"
            ),
            Fault::Missing => write!(f, "{element} is missing"),
            Fault::TooOften => write!(f, "{element} is there more often than it may be"),
            Fault::UnknownChild => write!(f, "{element} holds an element that it does not have"),
            Fault::StrayText => write!(f, "{element} holds text beside its elements"),
            Fault::NotOneOf => write!(f, "{element} does not hold exactly one of its alternatives"),
            Fault::NotA(value) => write!(f, "{element} is not {value}"),
            Fault::NoDay => write!(f, "{element} is not a day of the calendar"),
            Fault::WithoutUnits => write!(f, "{element} has no attribute units"),
        }
    }
}

/// Checks an element and all beneath it; `name` is what refusals call it.
///
/// # Errors
///
/// The first misfit, in the order of the data; a missing element after the others of its parent.
pub fn check<E: Element>(element: E, name: &'static str, shape: &Shape) -> Result<(), Misfit> {
    let misfit = |fault| {
        Err(Misfit {
            element: name,
            fault,
        })
    };
    match shape {
        Shape::Any => Ok(()),
        Shape::Text(value) => {
            if element.children().next().is_some() {
                misfit(Fault::UnknownChild)
            } else if value.allows(&element.text()) {
                Ok(())
            } else {
                misfit(Fault::NotA(*value))
            }
        }
        Shape::Display => {
            check(element, name, &Shape::Text(Value::Number))?;
            match element.attribute("units") {
                Some(_) => Ok(()),
                None => misfit(Fault::WithoutUnits),
            }
        }
        Shape::Elements(parts) => {
            for (part, count) in parts.iter().zip(counted(element, name, parts)?) {
                if count < part.least {
                    return Err(Misfit {
                        element: part.name,
                        fault: Fault::Missing,
                    });
                }
            }
            Ok(())
        }
        Shape::OneOf(parts) => {
            let found: usize = counted(element, name, parts)?.into_iter().sum();
            if found == 1 {
                Ok(())
            } else {
                misfit(Fault::NotOneOf)
            }
        }
        Shape::Day(parts) => {
            check(element, name, &Shape::Elements(parts))?;
            match day(element) {
                Some(_) => Ok(()),
                None => misfit(Fault::NoDay),
            }
        }
    }
}

/// Checks each child, and counts them by their parts.
fn counted<E: Element>(
    element: E,
    name: &'static str,
    parts: &[Part],
) -> Result<Vec<usize>, Misfit> {
    let misfit = |element, fault| Err(Misfit { element, fault });
    if !element.text().trim().is_empty() {
        return misfit(name, Fault::StrayText);
    }
    let mut counts = vec![0; parts.len()];
    for child in element.children() {
        let known = parts
            .iter()
            .zip(&mut counts)
            .find(|(part, _)| child.namespace().is_none() && part.name == child.name());
        let Some((part, count)) = known else {
            return misfit(name, Fault::UnknownChild);
        };
        *count += 1;
        if *count > part.most {
            return misfit(part.name, Fault::TooOften);
        }
        check(child, part.name, part.shape)?;
    }
    Ok(counts)
}

/// The first day that `y`, `m` and `d` can mean; None where there is no such day.
pub(super) fn day<E: Element>(date: E) -> Option<Date> {
    let month = number(date, "m");
    let day = number(date, "d");
    let checked = Month::try_from(month.unwrap_or(1)).ok()?;
    let counted = if month.is_some() { day.unwrap_or(1) } else { 1 };
    Date::from_calendar_date(number(date, "y")?, checked, counted).ok()
}

/// The child of this name, which has no namespace.
pub(super) fn child<E: Element>(parent: E, name: &str) -> Option<E> {
    parent
        .children()
        .find(|child| child.namespace().is_none() && child.name() == name)
}

/// The number that the child of this name says.
pub(super) fn number<E: Element, N: FromStr>(parent: E, name: &str) -> Option<N> {
    child(parent, name)?.text().trim().parse().ok()
}
