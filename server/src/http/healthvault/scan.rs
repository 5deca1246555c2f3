//! One pass over a request's tags, before it is parsed.
//!
//! The parser compares each attribute and each namespace with those before it, so they are counted first, by a reader
//! whose work grows with the bytes alone. The same pass finds where the header and the info end. Whether a request is
//! well formed is the parser's to say: this refuses some that are not, and trusts none.
//!
//! Comments, CDATA and instructions are refused in the envelope, which is signed by parts. Inside a thing's data and an
//! application's settings they are kept: both are signed as a whole, and given back as they came.

use super::status::Status;
use domain::policy;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::ops::Range;

/// A request up to the end of its header.
#[derive(Debug)]
pub struct Head<'i> {
    /// From the root's start tag to the header's end tag.
    pub xml: &'i str,
    /// The root's name with its prefix.
    pub root: String,
    /// What follows the header.
    pub rest: &'i str,
}

/// Reads on until the header has ended, which it does within [`policy::PLATFORM_UNPROVEN_MAX`] bytes.
pub fn head(text: &str) -> Result<Head<'_>, Status> {
    let start = &text[..text.floor_char_boundary(policy::PLATFORM_UNPROVEN_MAX)];
    let mut scan = Scan::of(start);
    let root = scan.root()?;
    let mut child = scan.child()?;
    if child.as_ref().is_some_and(|child| child.name == "auth") {
        child = scan.child()?;
    }
    let header = child
        .filter(|child| child.name == "header")
        .ok_or(Status::InvalidXml)?;
    let (xml, rest) = text.split_at(header.range.end);
    Ok(Head { xml, root, rest })
}

/// The info, which is all that follows the header inside the root.
pub fn info<'i>(rest: &'i str, root: &str) -> Result<&'i str, Status> {
    let mut scan = Scan::of(rest);
    scan.open.push(root.to_owned());
    let info = scan.child()?.filter(|child| child.name == "info");
    let info = info.ok_or(Status::InvalidXml)?;
    if scan.child()?.is_some() || !rest[scan.position()..].trim().is_empty() {
        return Err(Status::InvalidXml);
    }
    Ok(&rest[info.range])
}

/// An element beneath the root.
struct Child {
    name: String,
    range: Range<usize>,
}

struct Scan<'i> {
    reader: Reader<&'i [u8]>,
    /// The names of the elements that are open.
    open: Vec<String>,
    names: u32,
    namespaces: usize,
}

enum Tag {
    Start,
    End,
    /// Both in one.
    Empty(String),
    Text {
        blank: bool,
    },
}

impl<'i> Scan<'i> {
    fn of(text: &'i str) -> Self {
        let mut reader = Reader::from_str(text);
        // The names are compared here, because the info is read without the root's start tag.
        reader.config_mut().check_end_names = false;
        reader.config_mut().allow_unmatched_ends = true;
        Self {
            reader,
            open: Vec::new(),
            names: 0,
            namespaces: 0,
        }
    }

    fn position(&self) -> usize {
        usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX)
    }

    /// Reads the root's start tag.
    fn root(&mut self) -> Result<String, Status> {
        match self.tag()? {
            Tag::Start => self.open.last().cloned().ok_or(Status::InvalidXml),
            _ => Err(Status::InvalidXml),
        }
    }

    /// Reads the next element beneath the root; None when the root has ended.
    fn child(&mut self) -> Result<Option<Child>, Status> {
        let mut child: Option<(String, usize)> = None;
        loop {
            let start = self.position();
            match (self.tag()?, self.open.len()) {
                (Tag::Start, 2) => child = self.open.last().cloned().map(|name| (name, start)),
                (Tag::Empty(name), 1) => {
                    let range = start..self.position();
                    return Ok(Some(Child { name, range }));
                }
                (Tag::End, 1) => {
                    let (name, start) = child.ok_or(Status::InvalidXml)?;
                    let range = start..self.position();
                    return Ok(Some(Child { name, range }));
                }
                (Tag::End, 0) => return Ok(None),
                (Tag::Text { blank: false }, ..2) => return Err(Status::InvalidXml),
                _ => {}
            }
        }
    }

    fn tag(&mut self) -> Result<Tag, Status> {
        match self.reader.read_event().map_err(Status::not_xml)? {
            Event::Start(tag) => {
                self.count(&tag)?;
                if self.open.len() >= policy::PLATFORM_DEPTH {
                    return Err(Status::InvalidXml);
                }
                self.open.push(tag.name().as_ref().to_owned());
                Ok(Tag::Start)
            }
            Event::Empty(tag) => {
                self.count(&tag)?;
                Ok(Tag::Empty(tag.name().as_ref().to_owned()))
            }
            Event::End(tag) => {
                let open = self.open.pop();
                if open.as_deref() == Some(tag.name().as_ref()) {
                    Ok(Tag::End)
                } else {
                    Err(Status::InvalidXml)
                }
            }
            Event::Text(text) => Ok(Tag::Text {
                blank: text.trim().is_empty(),
            }),
            Event::GeneralRef(_) => Ok(Tag::Text { blank: false }),
            Event::Comment(_) | Event::CData(_) | Event::PI(_) if self.is_in_data() => {
                self.names += 1;
                if self.names > policy::PLATFORM_NODES {
                    return Err(Status::InvalidXml);
                }
                Ok(Tag::Text { blank: false })
            }
            _ => Err(Status::InvalidXml),
        }
    }

    /// Whether the place is inside what is kept as it was sent.
    fn is_in_data(&self) -> bool {
        let beneath_info = self.open.iter().skip(2).map(String::as_str);
        let beneath_info: Vec<&str> = beneath_info.take(2).collect();
        matches!(
            beneath_info[..],
            ["thing", "data-xml"] | ["app-settings", ..]
        )
    }

    fn count(&mut self, tag: &BytesStart<'_>) -> Result<(), Status> {
        let mut longest = tag.name().as_ref().len();
        let mut attributes = 0;
        for attribute in tag.attributes().with_checks(false) {
            let name = attribute.map_err(Status::not_xml)?.key;
            let name: &str = name.as_ref();
            longest = longest.max(name.len());
            attributes += 1;
            if name == "xmlns" || name.starts_with("xmlns:") {
                self.namespaces += 1;
            }
            if attributes > policy::PLATFORM_ATTRIBUTES {
                return Err(Status::InvalidXml);
            }
        }
        self.names += 1 + u32::try_from(attributes).unwrap_or(u32::MAX);
        if self.names > policy::PLATFORM_NODES
            || self.namespaces > policy::PLATFORM_NAMESPACES
            || longest > policy::PLATFORM_NAME_MAX
        {
            return Err(Status::InvalidXml);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn request(info: &str) -> String {
        format!("<r:request xmlns:r=\"x\"><header><a/></header>{info}</r:request>")
    }

    fn scanned(info: &str) -> Result<String, Status> {
        let request = request(info);
        let head = head(&request)?;
        super::info(head.rest, &head.root).map(str::to_owned)
    }

    #[test]
    fn a_request_is_cut_where_its_header_and_its_info_end() {
        let text =
            " <r:request xmlns:r=\"x\"> <auth/> <header>a</header> <info >b</info>\n</r:request>";
        let head = head(text.trim()).expect("a head");
        assert!(head.xml.ends_with("<header>a</header>"));
        assert_eq!(head.root, "r:request");
        assert_eq!(info(head.rest, &head.root), Ok("<info >b</info>"));
    }

    #[test]
    fn what_is_not_auth_header_and_info_in_this_order_is_refused() {
        for bad in [
            "<info/><info/>",
            "<info/><header/>",
            "<other/>",
            "",
            "text<info/>",
            "<info/>text",
            "<info/></r:request>",
            "<info></wrong>",
            "<info>",
        ] {
            assert_eq!(scanned(bad), Err(Status::InvalidXml), "{bad}");
        }
        for bad in ["<r/>", "<r><info/></r>", "<r><auth/><info/></r>", "<r>"] {
            assert_eq!(head(bad).err(), Some(Status::InvalidXml), "{bad}");
        }
    }

    #[test]
    fn what_looks_like_a_tags_end_inside_an_attribute_is_none() {
        let nested = |tag: &str| {
            format!(
                "<info>{}{}</info>",
                tag.repeat(policy::PLATFORM_DEPTH),
                "</a>".repeat(policy::PLATFORM_DEPTH)
            )
        };
        // Counted as empty elements, these nest as deep as anyone likes.
        for tag in ["<a b=\"/>\">", "<a b='c>/'>", "<a b=\">/\" >"] {
            assert_eq!(scanned(&nested(tag)), Err(Status::InvalidXml), "{tag}");
        }
        let flat = format!("<info>{}</info>", "<a b='>'/>".repeat(1_000));
        assert_eq!(scanned(&flat).as_deref(), Ok(flat.as_str()));
    }

    #[test]
    fn comments_stand_inside_data_alone() {
        for kept in [
            "<info><thing><data-xml><!-- a --></data-xml></thing></info>",
            "<info><thing><data-xml><a><![CDATA[</data-xml>]]></a></data-xml></thing></info>",
            "<info><thing><data-xml><?xml-stylesheet href='a.xsl'?><a/></data-xml></thing></info>",
            "<info><app-settings><!-- a --></app-settings></info>",
        ] {
            assert_eq!(scanned(kept).as_deref(), Ok(kept));
        }
        for bad in [
            "<info><!-- a --><thing/></info>",
            "<info><thing><!-- a --><data-xml/></thing></info>",
            "<info><thing><data-xml/><?a?></thing></info>",
            "<info><data-xml><!-- a --></data-xml></info>",
            "<info><other><data-xml><!-- a --></data-xml></other></info>",
            "<info><thing><a><data-xml><!-- a --></data-xml></a></thing></info>",
            "<info><thing><data-xml><!DOCTYPE a></data-xml></thing></info>",
            "<!-- a --><info/>",
            "<info/><!-- a -->",
        ] {
            assert_eq!(scanned(bad), Err(Status::InvalidXml), "{bad}");
        }
        for bad in [
            "<r><!-- a --><header/><info/></r>",
            "<r><header><data-xml><!-- a --></data-xml></header><info/></r>",
            "<r><header/><thing/></r>",
        ] {
            assert!(
                head(bad).is_err() || info(head(bad).expect("a head").rest, "r").is_err(),
                "{bad}"
            );
        }
    }

    #[test]
    fn each_bound_takes_what_is_at_it_and_refuses_what_is_beyond() {
        let attributes = |count: usize| {
            let list: String = (0..count).map(|number| format!(" a{number}=''")).collect();
            format!("<info><b{list}/></info>")
        };
        let namespaces = |count: usize| {
            let list: String = (0..count)
                .map(|number| format!("<b xmlns:a{number}='u'/>"))
                .collect();
            format!("<info>{list}</info>")
        };
        let name = |length: usize| format!("<info><{}/></info>", "a".repeat(length));
        for (made, most) in [
            (
                &attributes as &dyn Fn(usize) -> String,
                policy::PLATFORM_ATTRIBUTES,
            ),
            (&namespaces, policy::PLATFORM_NAMESPACES),
            (&name, policy::PLATFORM_NAME_MAX),
        ] {
            assert!(scanned(&made(most)).is_ok(), "{:.60}", made(most));
            assert_eq!(scanned(&made(most + 1)), Err(Status::InvalidXml));
        }
        let long = format!("<info a='{}'/>", "x".repeat(100_000));
        assert!(scanned(&long).is_ok());
        let late = format!("<r><header>{}</header><info/></r>", "x".repeat(100_000));
        assert_eq!(head(&late).err(), Some(Status::InvalidXml));
    }

    fn most(document: &roxmltree::Document<'_>) -> (usize, usize) {
        let elements = || document.descendants().filter(roxmltree::Node::is_element);
        let attributes = elements().map(|node| node.attributes().len()).max();
        // As many as are in scope anywhere, but for the one that all have.
        let namespaces = elements().map(|node| node.namespaces().len()).max();
        (attributes.unwrap_or(0), namespaces.unwrap_or(0))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(500))]

        /// Pieces of XML in any order: what both readers take is within the bounds, as the parser counts them.
        #[test]
        fn what_passes_holds_no_more_than_the_bounds(
            pieces in proptest::collection::vec(
                prop_oneof![
                    Just("<a>".to_owned()), Just("</a>".to_owned()), Just("<b/>".to_owned()), Just("&amp;".to_owned()),
                    "[<>/'\"= a-c&;\n\t]{0,6}",
                    (0..3_usize, 0..100_usize, any::<bool>()).prop_map(|(gap, count, single)| {
                        let quote = if single { '\'' } else { '"' };
                        let list: String = (0..count)
                            .map(|n| format!("{}a{n}={quote}/>{quote}", [" ", "\n", "\t "][gap]))
                            .collect();
                        format!("<c{list}/>")
                    }),
                    (0..400_usize).prop_map(|count| {
                        let list: String = (0..count.min(60)).map(|n| format!(" xmlns:p{count}-{n}='u'")).collect();
                        format!("<d{list}>")
                    }),
                    Just("</d>".to_owned()),
                ],
                0..20,
            ),
        ) {
            let info = format!("<info>{}</info>", pieces.concat());
            if let Ok(passed) = scanned(&info)
                && let Ok(document) = roxmltree::Document::parse(&passed)
            {
                let (attributes, namespaces) = most(&document);
                prop_assert!(attributes <= policy::PLATFORM_ATTRIBUTES);
                prop_assert!(namespaces <= policy::PLATFORM_NAMESPACES);
            }
        }

        #[test]
        fn any_text_is_cut_or_refused(text in "\\PC{0,200}", rest in "[<>/'\"= a-z&;!?\\[\\]-]{0,80}") {
            if let Ok(head) = head(&text) {
                let _ = info(head.rest, &head.root);
            }
            let _ = scanned(&rest);
            let _ = scanned(&format!("<info>{rest}</info>"));
        }
    }
}
