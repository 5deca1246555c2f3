//! What a client takes and sends: JSON of FHIR 4.0, under either of its names, and nothing else.

use super::CONTENT_TYPE;
use super::refused::Refused;
use axum::http::{HeaderMap, HeaderName, StatusCode, header};

const JSON: &str = "application/json";

/// The type that the answer has; refused where the client takes none that we have.
pub fn answer_type(headers: &HeaderMap, format: Option<&str>) -> Result<&'static str, Refused> {
    if let Some(format) = format {
        // A plus in a query is a blank, unless it was written as %2B.
        let format = format.replace(' ', "+");
        let (name, version) = media_type(&format);
        let is_ours = ["json", JSON, CONTENT_TYPE].contains(&name.as_str());
        return if is_ours && version.is_none_or(is_our_version) {
            Ok(CONTENT_TYPE)
        } else {
            Err(not_acceptable())
        };
    }
    let mut accepted = values(headers, header::ACCEPT).peekable();
    if accepted.peek().is_none() {
        return Ok(CONTENT_TYPE);
    }
    let mut plain = false;
    for one in accepted {
        let (name, version) = media_type(one);
        if refuses(one) || !version.is_none_or(is_our_version) {
            continue;
        }
        match name.as_str() {
            CONTENT_TYPE | "*/*" | "application/*" => return Ok(CONTENT_TYPE),
            JSON | "text/json" => plain = true,
            _ => {}
        }
    }
    if plain {
        Ok(JSON)
    } else {
        Err(not_acceptable())
    }
}

/// Refuses a body that is no JSON of FHIR 4.0.
pub fn body_is_json(headers: &HeaderMap) -> Result<(), Refused> {
    let sent = values(headers, header::CONTENT_TYPE)
        .next()
        .unwrap_or_default();
    let (name, version) = media_type(sent);
    if [JSON, CONTENT_TYPE].contains(&name.as_str()) && version.is_none_or(is_our_version) {
        return Ok(());
    }
    Err(Refused::new(
        StatusCode::UNSUPPORTED_MEDIA_TYPE,
        "not-supported",
        "Send resources as application/fhir+json of FHIR 4.0.",
    ))
}

/// Refuses a body that is no form.
pub fn body_is_form(headers: &HeaderMap) -> Result<(), Refused> {
    let sent = values(headers, header::CONTENT_TYPE)
        .next()
        .unwrap_or_default();
    if media_type(sent).0 == "application/x-www-form-urlencoded" {
        return Ok(());
    }
    Err(Refused::new(
        StatusCode::UNSUPPORTED_MEDIA_TYPE,
        "not-supported",
        "Send the parameters of a search as application/x-www-form-urlencoded.",
    ))
}

fn not_acceptable() -> Refused {
    Refused::new(
        StatusCode::NOT_ACCEPTABLE,
        "not-supported",
        "This API answers with application/fhir+json of FHIR 4.0 alone.",
    )
}

fn values(headers: &HeaderMap, name: HeaderName) -> impl Iterator<Item = &str> {
    let texts = headers.get_all(name).into_iter();
    let texts = texts.filter_map(|value| value.to_str().ok());
    texts.flat_map(|value| value.split(','))
}

/// The name in lower case, and the version of FHIR, where it is said.
fn media_type(text: &str) -> (String, Option<&str>) {
    let mut parts = text.split(';').map(str::trim);
    let name = parts.next().unwrap_or_default().to_ascii_lowercase();
    let version = parts.find_map(|part| {
        let (key, value) = part.split_once('=')?;
        key.eq_ignore_ascii_case("fhirVersion")
            .then_some(value.trim_matches('"'))
    });
    (name, version)
}

fn is_our_version(version: &str) -> bool {
    version == "4.0" || version == "4.0.1"
}

/// Whether an accepted type has the weight 0.
fn refuses(text: &str) -> bool {
    text.split(';').skip(1).any(|part| {
        let weight = part.trim().strip_prefix("q=");
        weight.is_some_and(|weight| weight.parse::<f64>().is_ok_and(|weight| weight == 0.0))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answered(accept: Option<&'static str>, format: Option<&str>) -> Option<&'static str> {
        let mut headers = HeaderMap::new();
        if let Some(accept) = accept {
            headers.insert(header::ACCEPT, accept.parse().expect("a header"));
        }
        answer_type(&headers, format).ok()
    }

    #[test]
    fn json_is_answered_under_the_name_that_is_asked_for() {
        let fhir = Some("application/fhir+json");
        for (accept, format, answer) in [
            (None, None, fhir),
            (Some("*/*"), None, fhir),
            (Some("application/fhir+json;charset=utf-8"), None, fhir),
            (Some("application/json"), None, Some("application/json")),
            (Some("application/json, application/fhir+json"), None, fhir),
            (Some("application/fhir+json; fhirVersion=4.0"), None, fhir),
            (Some("application/fhir+json; fhirVersion=3.0"), None, None),
            (Some("application/fhir+xml"), None, None),
            (Some("application/fhir+xml, */*;q=0.1"), None, fhir),
            (Some("application/json;q=0"), None, None),
            (Some("text/html"), None, None),
            (Some("application/fhir+xml"), Some("json"), fhir),
            (Some("application/fhir+json"), Some("xml"), None),
            (None, Some("application/fhir json"), fhir),
            (None, Some("html/json"), None),
        ] {
            assert_eq!(answered(accept, format), answer, "{accept:?} {format:?}");
        }
    }

    #[test]
    fn bodies_are_json_of_our_version() {
        for (sent, taken) in [
            ("application/fhir+json; charset=UTF-8", true),
            ("application/json", true),
            ("Application/FHIR+JSON; fhirVersion=4.0", true),
            ("application/fhir+json; fhirVersion=5.0", false),
            ("application/fhir+xml", false),
            ("text/plain", false),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::CONTENT_TYPE, sent.parse().expect("a header"));
            assert_eq!(body_is_json(&headers).is_ok(), taken, "{sent}");
        }
        assert!(body_is_json(&HeaderMap::new()).is_err());
    }
}
