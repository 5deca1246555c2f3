//! What FHIR says and a type of things has no element for: kept beside the data, in an extension of the thing's own.
//!
//! It is what makes the resource that the data shows by itself into the one that was sent, and a digest of the former.
//! Where another client changed what the data shows, the digest no longer fits: the residue is not applied then, because
//! what was said of the old value may be false of the new one.

use crate::json::{Json, Limits};
use crate::patch;
use crate::tree::{attribute, child, children, escaped, text};
use roxmltree::Node;
use sha2::{Digest, Sha256};

/// Whose extension it is. No URL: it stays the same wherever the installation is reached.
const SOURCE: &str = "patient-connect/fhir-residue";
/// Which maps showed the data. Other maps would show it differently, and keep these to read it.
const MAPS: &str = "1";

pub struct Residue {
    digest: String,
    pub patch: Json,
}

fn digest(shown: &Json) -> String {
    hex::encode(Sha256::digest(shown.to_string().as_bytes()))
}

/// The extension in a thing's common data.
pub fn extension<'a, 'i>(common: Node<'a, 'i>) -> Option<Node<'a, 'i>> {
    children(common, "extension").find(|one| one.attribute("source") == Some(SOURCE))
}

impl Residue {
    pub fn of(common: Node) -> Option<Self> {
        let residue = child(extension(common)?, "residue")?;
        if residue.attribute("maps") != Some(MAPS) {
            return None;
        }
        let json = text(child(residue, "json")?);
        Some(Self {
            digest: residue.attribute("digest")?.to_owned(),
            patch: Json::parse(&json, Limits::default()).ok()?,
        })
    }

    /// What was sent; None where the data shows something else by now.
    pub fn applied(&self, shown: &Json) -> Option<Json> {
        let fits = self.digest == digest(shown);
        fits.then(|| patch::apply(shown.clone(), &self.patch))
    }
}

/// The extension that makes what is shown into what was sent; None where they are the same.
pub fn written(shown: &Json, sent: &Json) -> Option<String> {
    let patch = patch::diff(shown, sent)?;
    Some(format!(
        "<extension source=\"{}\"><residue maps=\"{MAPS}\" digest=\"{}\"><json>{}</json></residue></extension>",
        attribute(SOURCE),
        digest(shown),
        escaped(&patch.ascii()),
    ))
}
