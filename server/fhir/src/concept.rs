//! `codable-value` and `CodeableConcept`: words, with codes of vocabularies where there are some.
//!
//! A vocabulary is a family and a type there, and a system here. Some are systems that the world knows; where such a system
//! is cut into several vocabularies, the coding names its own in an extension. All others are systems of ours. A system that
//! HealthVault has no name for is the family of a vocabulary `fhir`.

use crate::json::Json;
use crate::names::{LOINC, VOCABULARY, VOCABULARY_LIST};
use crate::tree::{child, children, element, leaf, said, text_of};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use roxmltree::Node;

/// Family, type (None: any) and system. Source: the original's lists of vocabularies, and HL7's of systems.
const VOCABULARIES: [(&str, Option<&str>, &str); 6] = [
    ("regenstrief", Some("loinc"), LOINC),
    ("HL7", Some("vaccines-cvx"), "http://hl7.org/fhir/sid/cvx"),
    (
        "HL7",
        Some("vaccine-manufacturers-mvx"),
        "http://hl7.org/fhir/sid/mvx",
    ),
    ("icd", Some("icd9cm"), "http://hl7.org/fhir/sid/icd-9-cm"),
    ("Snomed", None, "http://snomed.info/sct"),
    (
        "RxNorm",
        None,
        "http://www.nlm.nih.gov/research/umls/rxnorm",
    ),
];
/// The type of vocabularies whose family is a system.
const FOREIGN: &str = "fhir";
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// As FHIR says it; None where it says nothing.
pub fn shown(node: Node) -> Option<Json> {
    let mut concept = Json::object();
    for code in children(node, "code") {
        if let Some(coding) = coding(code) {
            concept.push("coding", coding);
        }
    }
    if let Some(text) = said(node, "text") {
        concept.set("text", Json::Text(text));
    }
    Some(concept).filter(|concept| !concept.is_empty())
}

/// As FHIR says a child.
pub fn shown_of(parent: Node, name: &str) -> Option<Json> {
    shown(child(parent, name)?)
}

fn coding(code: Node) -> Option<Json> {
    let mut coding = Json::object();
    let family = text_of(code, "family");
    let kind = text_of(code, "type").unwrap_or_default();
    let known = VOCABULARIES.iter().find(|(named, only, _)| {
        family.as_deref() == Some(named) && only.is_none_or(|only| only == kind)
    });
    let system = match (known, family) {
        (Some((family, None, system)), _) if !kind.trim().is_empty() => {
            let list = Json::of([
                ("url", Json::text(VOCABULARY_LIST)),
                ("valueString", Json::Text(format!("{family}/{kind}"))),
            ]);
            coding.push("extension", list);
            Some((*system).to_owned())
        }
        (Some((_, Some(_), system)), _) => Some((*system).to_owned()),
        (_, Some(family)) if kind == FOREIGN && is_uri(&family) => Some(family),
        (_, Some(family)) => Some(format!(
            "{VOCABULARY}{}/{}",
            encoded(&family),
            encoded(&kind)
        )),
        (_, None) if kind.is_empty() => None,
        (_, None) => Some(format!("{VOCABULARY}{}", encoded(&kind))),
    };
    if let Some(system) = system {
        coding.set("system", Json::Text(system));
    }
    let value = text_of(code, "value").filter(|value| is_code(value));
    coding.set("code", Json::Text(value?));
    if let Some(version) = said(code, "version") {
        coding.set("version", Json::Text(version));
    }
    Some(coding)
}

fn encoded(text: &str) -> String {
    utf8_percent_encode(text, PLAIN).to_string()
}

fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

fn is_uri(text: &str) -> bool {
    text.contains(':') && !text.contains(char::is_whitespace)
}

/// What FHIR takes for a code: words with single blanks between them.
pub fn is_code(text: &str) -> bool {
    !text.is_empty()
        && text
            .split(' ')
            .all(|word| !word.is_empty() && !word.contains(char::is_whitespace))
}

/// The words of a concept, or of its first coding: HealthVault wants some.
pub fn words(concept: &Json) -> &str {
    let codings = concept.get("coding").map_or(&[][..], Json::as_list);
    let of_coding = |name: &str| codings.iter().find_map(|coding| coding.text_of(name));
    let text = concept.text_of("text").or_else(|| of_coding("display"));
    text.or_else(|| of_coding("code")).unwrap_or_default()
}

/// As HealthVault says it.
pub fn made(name: &str, concept: &Json) -> String {
    let codings = concept.get("coding").map_or(&[][..], Json::as_list);
    let mut inner = leaf("text", words(concept));
    for coding in codings {
        // Without a code there is nothing to say.
        let Some(code) = coding.text_of("code") else {
            continue;
        };
        let (family, kind) = vocabulary(coding);
        let mut said = leaf("value", code);
        if let Some(family) = family {
            said += &leaf("family", &family);
        }
        said += &leaf("type", &kind);
        if let Some(version) = coding.text_of("version") {
            said += &leaf("version", version);
        }
        inner += &element("code", &said);
    }
    element(name, &inner)
}

/// The family and the type of a coding's vocabulary.
fn vocabulary(coding: &Json) -> (Option<String>, String) {
    let Some(system) = coding.text_of("system") else {
        return (None, String::new());
    };
    let of_system = VOCABULARIES.iter().find(|(_, _, known)| *known == system);
    let list = || {
        let extensions = coding.get("extension")?.as_list().iter();
        let mut lists = extensions.filter(|one| one.text_of("url") == Some(VOCABULARY_LIST));
        lists.next()?.text_of("valueString")?.split_once('/')
    };
    match of_system {
        Some((family, Some(kind), _)) => (Some((*family).into()), (*kind).into()),
        Some((family, None, _)) if list().is_some_and(|(named, _)| named == *family) => {
            let (_, kind) = list().unwrap_or_default();
            (Some((*family).into()), kind.into())
        }
        _ => match system
            .strip_prefix(VOCABULARY)
            .map(|rest| rest.split_once('/'))
        {
            Some(Some((family, kind))) => (Some(decoded(family)), decoded(kind)),
            Some(None) => {
                let kind = system.strip_prefix(VOCABULARY).unwrap_or_default();
                (None, decoded(kind))
            }
            None => (Some(system.to_owned()), FOREIGN.to_owned()),
        },
    }
}

/// Whether a concept has a coding of this system, and its code.
pub fn code_in<'a>(concept: &'a Json, system: &str) -> impl Iterator<Item = &'a str> {
    let codings = concept.get("coding").map_or(&[][..], Json::as_list).iter();
    let of_system = codings.filter(move |coding| coding.text_of("system") == Some(system));
    of_system.filter_map(|coding| coding.text_of("code"))
}

/// A concept of one code.
pub fn one(system: &str, code: &str, display: &str) -> Json {
    let coding = Json::of([
        ("system", Json::text(system)),
        ("code", Json::text(code)),
        ("display", Json::text(display)),
    ]);
    Json::of([("coding", Json::List(vec![coding]))])
}

/// In place of a concept that FHIR demands and the data does not have.
pub fn absent() -> Json {
    Json::of([("extension", Json::List(vec![absence()]))])
}

/// The extension that says so.
pub fn absence() -> Json {
    Json::of([
        ("url", Json::text(crate::names::DATA_ABSENT_REASON)),
        ("valueCode", Json::text("unknown")),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;
    use roxmltree::Document;

    fn round(xml: &str) -> (String, String) {
        let document = Document::parse(xml).expect("XML");
        let concept = shown(document.root_element()).expect("a concept");
        let name = document.root_element().tag_name().name();
        (concept.to_string(), made(name, &concept))
    }

    #[test]
    fn a_vocabulary_is_a_system_and_back() {
        for (code, system) in [
            (
                "<family>regenstrief</family><type>loinc</type>",
                "http://loinc.org",
            ),
            (
                "<family>Snomed</family><type>Snomed &amp; more</type>",
                "http://snomed.info/sct",
            ),
            (
                "<family>wc</family><type>medication-routes/a b</type>",
                "vocabulary/wc/medication-routes%2Fa%20b",
            ),
            ("<type>odd</type>", "vocabulary/odd"),
            ("<family></family><type></type>", "vocabulary//"),
            (
                "<family>http://acme.example/codes</family><type>fhir</type>",
                "http://acme.example/codes",
            ),
            (
                "<family>acme</family><type>fhir</type>",
                "vocabulary/acme/fhir",
            ),
            ("<type></type>", ""),
        ] {
            let xml = format!(
                "<name><text>Words</text><code><value>a1</value>{code}<version>2</version></code></name>"
            );
            let (concept, back) = round(&xml);
            assert!(concept.contains(system), "{concept}");
            assert_eq!(
                back,
                xml.replace("<version>2</version>", "<version>2</version>")
            );
        }
    }

    #[test]
    fn words_are_those_of_the_first_coding_where_there_are_none() {
        let coding = one("http://snomed.info/sct", "44054006", "Diabetes");
        assert_eq!(
            made("name", &coding),
            "<name><text>Diabetes</text><code><value>44054006</value><family>http://snomed.info/sct</family>\
             <type>fhir</type></code></name>"
        );
    }

    #[test]
    fn a_code_that_fhir_cannot_say_is_not_shown() {
        let odd = "<name><text> </text><code><value> a  b</value><type>t</type></code></name>";
        let document = Document::parse(odd).expect("XML");
        assert_eq!(shown(document.root_element()), None);
    }
}
