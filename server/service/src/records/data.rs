//! A thing's data as the XML reader has it, for the rules of its type.

use domain::thing::Element;
use roxmltree::Node;

/// An element of a thing's data.
#[derive(Clone, Copy)]
pub struct ThingElement<'a, 'i>(pub Node<'a, 'i>);

impl Element for ThingElement<'_, '_> {
    fn name(&self) -> &str {
        self.0.tag_name().name()
    }

    fn namespace(&self) -> Option<&str> {
        self.0.tag_name().namespace()
    }

    fn attribute(&self, name: &str) -> Option<&str> {
        self.0.attribute(name)
    }

    fn children(self) -> impl Iterator<Item = Self> {
        self.0.children().filter(Node::is_element).map(Self)
    }

    fn text(self) -> String {
        let texts = self.0.children().filter(Node::is_text);
        texts.filter_map(|text| text.text()).collect()
    }
}
