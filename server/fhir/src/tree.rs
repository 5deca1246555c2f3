//! The XML of a thing: read with care for nothing to be missing, written anew in parts.

use roxmltree::{Document, Node};

/// An element's first child of this name, which has no namespace.
pub fn child<'a, 'i>(parent: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    children(parent, name).next()
}

pub fn children<'a, 'i>(parent: Node<'a, 'i>, name: &str) -> impl Iterator<Item = Node<'a, 'i>> {
    parent.children().filter(move |node| {
        node.is_element() && node.tag_name().namespace().is_none() && node.tag_name().name() == name
    })
}

/// An element's own text, joined across comments.
pub fn text(node: Node) -> String {
    let texts = node.children().filter(Node::is_text);
    texts.filter_map(|text| text.text()).collect()
}

/// A child's text.
pub fn text_of(parent: Node, name: &str) -> Option<String> {
    child(parent, name).map(text)
}

/// A child's text, where FHIR can say it as a string: it is more than blanks.
pub fn said(parent: Node, name: &str) -> Option<String> {
    text_of(parent, name).filter(|text| !text.trim().is_empty())
}

/// A child's text as a number.
pub fn number<N: std::str::FromStr>(parent: Node, name: &str) -> Option<N> {
    text_of(parent, name)?.trim().parse().ok()
}

/// A child's text as a boolean of XML Schema.
pub fn boolean(parent: Node, name: &str) -> Option<bool> {
    match text_of(parent, name)?.trim() {
        "true" | "1" => Some(true),
        "false" | "0" => Some(false),
        _ => None,
    }
}

/// The parts of a thing's data: the element with its type's data, and `common` where it follows.
#[derive(Clone, Copy)]
pub struct Parts<'a, 'i> {
    pub data: Node<'a, 'i>,
    pub content: Option<Node<'a, 'i>>,
    pub common: Option<Node<'a, 'i>>,
}

impl<'a, 'i> Parts<'a, 'i> {
    pub fn of(document: &'a Document<'i>) -> Self {
        let data = document.root_element();
        let is_common = |node: &Node| {
            let name = node.tag_name();
            name.name() == "common" && name.namespace().is_none()
        };
        let mut elements = data.children().filter(Node::is_element);
        Self {
            data,
            content: elements.clone().find(|node| !is_common(node)),
            common: elements.find(is_common),
        }
    }
}

/// An element to the letter.
pub fn source<'a>(node: Node<'a, '_>) -> &'a str {
    &node.document().input_text()[node.range()]
}

/// A text as XML has it. A line end of another system stays one.
pub fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\r' => escaped.push_str("&#13;"),
            sign => escaped.push(sign),
        }
    }
    escaped
}

/// An attribute's value as XML has it: its reader makes blanks of line ends and tabs otherwise.
pub fn attribute(text: &str) -> String {
    let escaped = escaped(text);
    escaped.replace('\n', "&#10;").replace('\t', "&#9;")
}

/// An element that holds a text.
pub fn leaf(name: &str, text: &str) -> String {
    format!("<{name}>{}</{name}>", escaped(text))
}

/// An element that holds others.
pub fn element(name: &str, inner: &str) -> String {
    format!("<{name}>{inner}</{name}>")
}

/// One form for all texts of XML that say the same: without the blanks between elements, and without their order, which
/// means nothing in things.
pub fn canonical(node: Node) -> String {
    let name = node.tag_name();
    let mut form = format!("{:?}{{", (name.namespace(), name.name()));
    let mut attributes: Vec<_> = node.attributes().collect();
    attributes.sort_unstable_by_key(|one| (one.namespace(), one.name()));
    for one in attributes {
        form += &format!("{:?}", (one.namespace(), one.name(), one.value()));
    }
    let mut inner: Vec<String> = Vec::new();
    for child in node.children() {
        if child.is_element() {
            inner.push(canonical(child));
        } else if !child.is_text() {
            // A comment or an instruction.
            inner.push(format!(
                "!{:?}",
                &child.document().input_text()[child.range()]
            ));
        }
    }
    inner.sort_unstable();
    let text = text(node);
    let text = if node.children().any(|child| child.is_element()) {
        text.trim()
    } else {
        &*text
    };
    form + &inner.concat() + &format!("{text:?}}}")
}

/// A document in which parts are replaced. Ranges do not overlap.
pub struct Edit<'i> {
    text: &'i str,
    changes: Vec<(std::ops::Range<usize>, String)>,
}

impl<'i> Edit<'i> {
    pub fn of(text: &'i str) -> Self {
        Self {
            text,
            changes: Vec::new(),
        }
    }

    pub fn replace(&mut self, range: std::ops::Range<usize>, new: String) {
        self.changes.push((range, new));
    }

    pub fn insert(&mut self, at: usize, new: String) {
        self.replace(at..at, new);
    }

    /// Adds at the end of an element, which may be an empty tag.
    pub fn append(&mut self, node: Node, new: String) {
        let source = &self.text[node.range()];
        if let Some(start) = source.strip_suffix("/>") {
            let name = source[1..].split(|sign: char| sign.is_whitespace() || "/>".contains(sign));
            let name = name.into_iter().next().unwrap_or_default();
            let at = node.range().start + start.len();
            self.replace(at..node.range().end, format!(">{new}</{name}>"));
        } else {
            let end = source.rfind("</").unwrap_or(source.len());
            self.insert(node.range().start + end, new);
        }
    }

    pub fn done(mut self) -> String {
        // Stable: what is inserted at one place stays in its order.
        self.changes
            .sort_by_key(|(range, _)| (range.start, range.end));
        let mut done = String::with_capacity(self.text.len());
        let mut at = 0;
        for (range, new) in self.changes {
            done.push_str(&self.text[at..range.start]);
            done.push_str(&new);
            at = range.end;
        }
        done + &self.text[at..]
    }
}
