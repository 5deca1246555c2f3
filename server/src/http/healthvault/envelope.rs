//! Reads a request's envelope, and the bytes in it that signatures are made over.
//!
//! Signatures hold for bytes as they were sent: nothing here is ever written out again. What a parser and a signer
//! could understand differently is refused before it is parsed, by the scan: comments, CDATA, instructions, entities; and
//! doubles, here.
//! The header is parsed without the info, so that its caller is known first; the info is parsed by itself, from the
//! very bytes that its hash was compared with.

use super::scan::Head;
use super::status::Status;
use super::unsupported::{Place, refuse_listed};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use domain::policy;
use domain::timestamp::Timestamp;
use roxmltree::{Document, Node, ParsingOptions};
use service::secrets::Family;
use std::fmt::Display;
use std::str::FromStr;
use std::time::Duration;
use uuid::Uuid;

const NAMESPACE: &str = "urn:com.microsoft.wc.request";

/// Who says that they call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Claim {
    /// An application that proves nothing.
    Application(Uuid),
    Session(SessionClaim),
    Nobody,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionClaim {
    pub token: String,
    /// A person who signed in at the original's shell.
    pub with_user_token: bool,
    /// Over the header's bytes.
    pub mac: Option<Digest>,
    /// Over the info's bytes.
    pub info_hash: Option<Digest>,
}

/// A hash or MAC as it came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Digest {
    pub family: Family,
    pub bytes: Vec<u8>,
}

/// One request, without its info.
pub struct Envelope {
    pub method: String,
    pub version: u32,
    pub claim: Claim,
    pub person: Option<Uuid>,
    pub record: Option<Uuid>,
    pub language: String,
    pub sent_at: Timestamp,
    /// Seconds.
    pub time_to_live: u64,
    /// What the MAC is made over.
    pub header: String,
}

/// The text of a body: its root, without what may be before it.
pub fn plain(body: &[u8]) -> Result<&str, Status> {
    let text = std::str::from_utf8(body).map_err(Status::not_xml)?;
    let text = text.trim_start_matches('\u{feff}').trim();
    let content = match text.strip_prefix("<?xml") {
        Some(rest) => rest.split_once("?>").ok_or(Status::InvalidXml)?.1,
        None => text,
    };
    Ok(content.trim())
}

/// Parses the info that was scanned.
pub fn parse(info: &str) -> Result<Document<'_>, Status> {
    let options = ParsingOptions {
        allow_dtd: false,
        nodes_limit: policy::PLATFORM_NODES,
        ..ParsingOptions::default()
    };
    let document = Document::parse_with_options(info, options).map_err(Status::not_xml)?;
    let name = document.root_element().tag_name();
    if name.name() == "info" && name.namespace().is_none() {
        Ok(document)
    } else {
        Err(Status::InvalidXml)
    }
}

impl Envelope {
    pub fn read(head: &Head<'_>) -> Result<Self, Status> {
        let closed = format!("{}</{}>", head.xml, head.root);
        let document = Document::parse(&closed).map_err(Status::not_xml)?;
        let root = document.root_element();
        if root.tag_name().name() != "request" || root.tag_name().namespace() != Some(NAMESPACE) {
            return Err(Status::InvalidXml);
        }
        known_children(root, &["auth", "header"])?;
        let header = required(root, "header")?;
        refuse_listed(header, Place::Header)?;
        Ok(Self {
            method: text(required(header, "method")?)?.trim().to_owned(),
            version: parsed(required(header, "method-version")?)?,
            claim: claim(root, header)?,
            person: person(header)?,
            record: optional(header, "record-id")?.map(guid).transpose()?,
            language: language(header)?.to_owned(),
            sent_at: time(required(header, "msg-time")?)?,
            time_to_live: parsed(required(header, "msg-ttl")?)?,
            header: closed[header.range()].to_owned(),
        })
    }

    /// When its time is over.
    pub fn ends_at(&self) -> Timestamp {
        let life = Duration::from_secs(self.time_to_live);
        self.sent_at + life.min(policy::PLATFORM_CALL_LIFE)
    }

    /// Whether its time is over at `now`, or lies further ahead than any clock may be.
    pub fn is_out_of_time(&self, now: Timestamp) -> bool {
        self.ends_at() < now || now + policy::PLATFORM_CLOCK_AHEAD < self.sent_at
    }
}

fn claim(root: Node, header: Node) -> Result<Claim, Status> {
    let application = optional(header, "app-id")?;
    let session = optional(header, "auth-session")?;
    match (application, session) {
        (Some(_), Some(_)) => Err(Status::InvalidXml),
        (Some(id), None) => Ok(Claim::Application(guid(id)?)),
        (None, None) => Ok(Claim::Nobody),
        (None, Some(session)) => {
            let auth = optional(root, "auth")?;
            let mac = auth.map(|auth| optional(auth, "hmac-data")).transpose()?;
            let info_hash = optional(header, "info-hash")?;
            let hash = info_hash
                .map(|hash| required(hash, "hash-data"))
                .transpose()?;
            Ok(Claim::Session(SessionClaim {
                token: without_blanks(text(required(session, "auth-token")?)?),
                with_user_token: optional(session, "user-auth-token")?.is_some(),
                mac: mac.flatten().map(digest).transpose()?,
                info_hash: hash.map(digest).transpose()?,
            }))
        }
    }
}

fn person(header: Node) -> Result<Option<Uuid>, Status> {
    let session = optional(header, "auth-session")?;
    let offline = session
        .map(|session| optional(session, "offline-person-info"))
        .transpose()?
        .flatten();
    let named = match offline {
        Some(offline) => Some(required(offline, "offline-person-id")?),
        None => optional(header, "target-person-id")?,
    };
    match named {
        // Some clients name no one by an empty element.
        Some(node) if text(node)?.trim().is_empty() => Ok(None),
        named => named.map(guid).transpose(),
    }
}

fn language<'a>(header: Node<'a, '_>) -> Result<&'a str, Status> {
    let named = match optional(header, "culture-code")? {
        Some(culture) => Some(culture),
        None => optional(header, "language")?,
    };
    named.map_or(Ok(""), text)
}

/// Refuses elements that are not among `names`.
pub fn known_children(node: Node, names: &[&str]) -> Result<(), Status> {
    let known = |child: Node| names.contains(&child.tag_name().name());
    if node.children().filter(Node::is_element).all(known) {
        Ok(())
    } else {
        Err(Status::InvalidXml)
    }
}

/// The one child of this name; two are refused.
pub fn optional<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Result<Option<Node<'a, 'i>>, Status> {
    let mut found = all(node, name);
    match (found.next(), found.next()) {
        (child, None) => Ok(child),
        (_, Some(_)) => Err(Status::InvalidXml),
    }
}

pub fn required<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Result<Node<'a, 'i>, Status> {
    optional(node, name)?.ok_or(Status::InvalidXml)
}

/// All children of this name, which have no namespace.
pub fn all<'a, 'i, 'n>(
    node: Node<'a, 'i>,
    name: &'n str,
) -> impl Iterator<Item = Node<'a, 'i>> + use<'a, 'i, 'n> {
    node.children().filter(move |child| {
        child.tag_name().name() == name && child.tag_name().namespace().is_none()
    })
}

/// What an element without elements says; empty for an empty one.
pub fn text<'a>(node: Node<'a, '_>) -> Result<&'a str, Status> {
    if node.children().any(|child| child.is_element()) {
        return Err(Status::InvalidXml);
    }
    Ok(node.text().unwrap_or_default())
}

pub fn parsed<T>(node: Node) -> Result<T, Status>
where
    T: FromStr,
    T::Err: Display,
{
    text(node)?.trim().parse().map_err(Status::not_xml)
}

/// A GUID with its dashes and without braces.
pub fn guid(node: Node) -> Result<Uuid, Status> {
    read_guid(text(node)?)
}

pub fn read_guid(text: &str) -> Result<Uuid, Status> {
    const LENGTH: usize = 36;
    let text = text.trim();
    if text.len() != LENGTH {
        return Err(Status::InvalidXml);
    }
    text.parse().map_err(Status::not_xml)
}

/// A time; without a zone it is UTC.
pub fn time(node: Node) -> Result<Timestamp, Status> {
    Timestamp::parse(text(node)?.trim()).ok_or(Status::InvalidDateTime)
}

/// Base64 in which blanks and line ends do not count.
pub fn base64(text: &str) -> Result<Vec<u8>, Status> {
    BASE64_STANDARD
        .decode(without_blanks(text))
        .map_err(Status::not_xml)
}

fn digest(node: Node) -> Result<Digest, Status> {
    Ok(Digest {
        family: family(node, "algName")?,
        bytes: base64(text(node)?)?,
    })
}

/// The hash family that an attribute names.
pub fn family(node: Node, attribute: &str) -> Result<Family, Status> {
    node.attribute(attribute)
        .and_then(Family::named)
        .ok_or(Status::InvalidXml)
}

fn without_blanks(text: &str) -> String {
    text.split_whitespace().collect()
}

#[cfg(test)]
mod tests {
    use super::super::scan;
    use super::*;
    use proptest::prelude::*;

    const GOOD: &str = "<r:request xmlns:r=\"urn:com.microsoft.wc.request\"><auth><hmac-data algName=\"HMACSHA1\">\
        AA==</hmac-data></auth><header><method>GetThings</method><method-version>1</method-version><auth-session>\
        <auth-token>ASAAA</auth-token></auth-session><msg-time>2026-11-23T19:57:48</msg-time><msg-ttl>1800</msg-ttl>\
        <version>1</version><info-hash><hash-data algName=\"SHA1\">AA==</hash-data></info-hash></header><info />\
        </r:request>";

    fn read(body: &[u8]) -> Result<(String, String), Status> {
        let head = scan::head(plain(body)?)?;
        let envelope = Envelope::read(&head)?;
        let info = scan::info(head.rest, &head.root)?;
        parse(info)?;
        Ok((envelope.header, info.to_owned()))
    }

    #[test]
    fn what_is_signed_is_taken_from_start_tag_to_end_tag_as_it_was_sent() {
        let (header, info) = read(GOOD.as_bytes()).expect("an envelope");
        assert!(header.starts_with("<header>") && header.ends_with("</header>"));
        assert_eq!(info, "<info />");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn no_bytes_make_the_reader_panic(body in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = read(&body);
        }

        /// A good request with a piece cut out, doubled or replaced by signs that mean something in XML.
        #[test]
        fn a_damaged_request_is_read_or_refused(
            at in 0..GOOD.len(),
            length in 0usize..80,
            with in "[<>&;/!?=\"'a-z \\[\\]-]{0,12}",
            doubled in any::<bool>(),
        ) {
            let end = (at + length).min(GOOD.len());
            let piece = if doubled { &GOOD[at..end] } else { "" };
            let damaged = [&GOOD[..end], piece, &with, &GOOD[end..]].concat();
            let cut = [&GOOD[..at], &with, &GOOD[end..]].concat();
            for body in [damaged, cut] {
                if let Ok((header, info)) = read(body.as_bytes()) {
                    // Each is in the body once, so that no one can take another for it.
                    prop_assert_eq!(body.matches("<header").count(), 1);
                    prop_assert!(body.contains(&header));
                    prop_assert!(body.contains(&info));
                }
            }
        }
    }
}
