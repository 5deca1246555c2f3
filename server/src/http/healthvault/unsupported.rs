//! What the original's methods know and this platform does not do: one table, by which calls are refused and from which
//! the list in `docs/healthvault.md` is made.

use super::status::Status;
use roxmltree::Node;

/// Where in a call the original has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Header,
    /// `group` of `GetThings`.
    Group,
    /// `filter` of a group.
    Filter,
    /// `format` of a group.
    Format,
    /// `section` of a format, by its text.
    Section,
    /// `thing` of `PutThings`.
    Thing,
    /// `flags` of a thing, by the flag that is set.
    Flag,
    /// The call's method.
    Method,
}

impl Place {
    /// The answer to what neither the table nor the original knows there.
    const fn unknown(self) -> Status {
        match self {
            Self::Filter => Status::InvalidFilter,
            Self::Section => Status::InvalidFormat,
            Self::Method => Status::BadMethod,
            Self::Header | Self::Group | Self::Format | Self::Thing | Self::Flag => {
                Status::InvalidXml
            }
        }
    }
}

/// An element, or a value of one, that is refused.
struct Unsupported {
    place: Place,
    name: &'static str,
    status: Status,
}

const fn refused(place: Place, name: &'static str, status: Status) -> Unsupported {
    Unsupported {
        place,
        name,
        status,
    }
}

/// The values that are refused at more than one name.
pub const OLDER_VERSIONS: &str = "current-version-only = false";
pub const OTHER_STATES: &str = "thing-state other than Active, Deleted";
pub const TRANSFORM: &str = "xml with the name of a transform";
pub const OTHER_VERSION: &str = "type-version-format without the type";
pub const TRANSFORMED: &str = "data-xml with the attribute transform";
pub const REMOVED: &str = "thing-state other than Active";
pub const PERSONAL: &str = "1 (personal)";
pub const READ_ONLY: &str = "16 (read-only)";

const TABLE: &[Unsupported] = &[
    refused(Place::Header, "final-xsl", Status::InvalidTransform),
    refused(Place::Group, "order-by", Status::InvalidFilter),
    refused(Place::Group, "intents", Status::NotImplemented),
    refused(Place::Group, OLDER_VERSIONS, Status::InvalidFilter),
    refused(Place::Filter, "xpath", Status::InvalidFilter),
    refused(Place::Filter, "updated-end-date-min", Status::InvalidFilter),
    refused(Place::Filter, "updated-end-date-max", Status::InvalidFilter),
    refused(Place::Filter, OTHER_STATES, Status::InvalidFilter),
    refused(Place::Format, "blob-payload-request", Status::InvalidFormat),
    refused(Place::Format, TRANSFORM, Status::InvalidTransform),
    refused(Place::Format, OTHER_VERSION, Status::InvalidTypeVersion),
    refused(Place::Section, "blobpayload", Status::InvalidFormat),
    refused(Place::Section, "digitalsignatures", Status::InvalidFormat),
    refused(Place::Section, "otherdata", Status::InvalidFormat),
    refused(Place::Section, "tags", Status::InvalidFormat),
    refused(Place::Thing, "blob-payload", Status::NotImplemented),
    refused(Place::Thing, "data-other", Status::NotImplemented),
    refused(Place::Thing, "signature-info", Status::NotImplemented),
    refused(Place::Thing, "tags", Status::NotImplemented),
    refused(Place::Thing, REMOVED, Status::InvalidThingState),
    refused(Place::Thing, TRANSFORMED, Status::InvalidTransform),
    refused(Place::Flag, PERSONAL, Status::PersonalFlag),
    refused(Place::Flag, READ_ONLY, Status::ReadOnlyFlag),
    refused(Place::Method, "AddApplication", Status::BadMethod),
    refused(Place::Method, "BeginPutBlob", Status::BadMethod),
    refused(
        Place::Method,
        "BeginPutConnectPackageBlob",
        Status::BadMethod,
    ),
    refused(Place::Method, "GetApplication", Status::BadMethod),
    refused(Place::Method, "GetEventSubscriptions", Status::BadMethod),
    refused(Place::Method, "GetRecordOperations", Status::BadMethod),
    refused(Place::Method, "GetThingsBulk", Status::BadMethod),
    refused(Place::Method, "GetValidGroupMembership", Status::BadMethod),
    refused(
        Place::Method,
        "NewApplicationCreationInfo",
        Status::BadMethod,
    ),
    refused(Place::Method, "NewSignupCode", Status::BadMethod),
    refused(Place::Method, "OverwriteThings", Status::BadMethod),
    refused(Place::Method, "PutThingsByClientIds", Status::BadMethod),
    refused(Place::Method, "SelectInstance", Status::BadMethod),
    refused(Place::Method, "SendInsecureMessage", Status::BadMethod),
    refused(
        Place::Method,
        "SendInsecureMessageFromApplication",
        Status::BadMethod,
    ),
    refused(Place::Method, "SubscribeToEvent", Status::BadMethod),
    refused(Place::Method, "UnsubscribeToEvent", Status::BadMethod),
    refused(Place::Method, "UpdateApplication", Status::BadMethod),
    refused(Place::Method, "UpdateEventSubscription", Status::BadMethod),
];

/// How something at a place is refused.
pub fn status(place: Place, name: &str) -> Status {
    TABLE
        .iter()
        .find(|one| one.place == place && one.name == name)
        .map_or(place.unknown(), |one| one.status)
}

/// Refuses children that are not among `known`: those of the table by its code.
pub fn refuse_others(node: Node, place: Place, known: &[&str]) -> Result<(), Status> {
    let ours = |child: &Node| {
        let name = child.tag_name();
        name.namespace().is_none() && known.contains(&name.name())
    };
    let mut elements = node.children().filter(Node::is_element);
    match elements.find(|child| !ours(child)) {
        Some(other) => Err(status(place, other.tag_name().name())),
        None => Ok(()),
    }
}

/// Refuses children that the table names; others may stay.
pub fn refuse_listed(node: Node, place: Place) -> Result<(), Status> {
    for child in node.children().filter(Node::is_element) {
        let name = child.tag_name().name();
        if TABLE
            .iter()
            .any(|one| one.place == place && one.name == name)
        {
            return Err(status(place, name));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::methods;
    use super::*;
    use std::fmt::Write;

    /// As the documentation names it.
    const fn name(place: Place) -> &'static str {
        match place {
            Place::Header => "header",
            Place::Group => "GetThings, group",
            Place::Filter => "GetThings, filter",
            Place::Format => "GetThings, format",
            Place::Section => "GetThings, section",
            Place::Thing => "PutThings, thing",
            Place::Flag => "PutThings, flags",
            Place::Method => "method",
        }
    }

    /// The list as the documentation has it.
    fn listed() -> String {
        let mut list = String::from("| where | what | code |\n|---|---|---|\n");
        for one in TABLE {
            let (place, code) = (name(one.place), one.status.code());
            writeln!(list, "| {place} | `{}` | {code} |", one.name).expect("a line");
        }
        list
    }

    fn documentation() -> String {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/healthvault.md");
        std::fs::read_to_string(path).expect("the documentation")
    }

    #[test]
    fn the_documentation_lists_what_the_table_refuses() {
        let list = listed();
        assert!(
            documentation().contains(&list),
            "docs/healthvault.md, section \"What is refused\", should hold:\n{list}"
        );
    }

    #[test]
    fn the_documentation_names_every_method_with_its_versions() {
        let documentation = documentation();
        for method in methods::METHODS {
            let named = documentation.lines().find(|line| {
                line.starts_with('|')
                    && line.split('|').nth(1).is_some_and(|names| {
                        names.split(',').any(|name| name.trim() == method.name)
                    })
            });
            let versions: Vec<String> = method.versions.iter().map(u32::to_string).collect();
            let named = named.and_then(|line| line.split('|').nth(2)).map(str::trim);
            assert_eq!(named, Some(versions.join(", ").as_str()), "{}", method.name);
        }
    }

    #[test]
    fn methods_that_are_not_here_are_in_no_other_list() {
        let refused = TABLE.iter().filter(|one| one.place == Place::Method);
        for one in refused {
            assert!(
                methods::METHODS
                    .iter()
                    .all(|method| method.name != one.name)
            );
        }
    }
}
