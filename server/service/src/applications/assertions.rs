//! Reads the assertion by which an application asks for a token: a signed JSON Web Token (RFC 7523, SMART Backend
//! Services). What is read here is not proven yet: the signature is checked by a registered key.

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use domain::ids::ApplicationId;
use domain::policy;
use domain::timestamp::Timestamp;
use serde::Deserialize;
use serde_json::Value;

/// An assertion with all that it says of itself.
pub(super) struct Assertion<'a> {
    /// Who says so.
    pub application: ApplicationId,
    pub algorithm: String,
    pub key_id: String,
    /// Where the key is to be found, by what it says; never fetched.
    pub key_url: Option<String>,
    /// The id of this one assertion.
    pub id: String,
    /// From when on its time alone refuses it.
    pub until: Timestamp,
    pub signed: &'a [u8],
    pub signature: Vec<u8>,
}

#[derive(Deserialize)]
struct Header {
    alg: String,
    kid: String,
    typ: Option<String>,
    jku: Option<String>,
    /// Keys that a token brings itself, and extensions that have to be understood: refused.
    x5u: Option<Value>,
    x5c: Option<Value>,
    jwk: Option<Value>,
    crit: Option<Value>,
}

#[derive(Deserialize)]
struct Claims {
    iss: ApplicationId,
    sub: ApplicationId,
    aud: Audience,
    exp: f64,
    nbf: Option<f64>,
    iat: Option<f64>,
    jti: String,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Audience {
    One(String),
    Many(Vec<String>),
}

impl Audience {
    /// Whether it is this one and no other.
    fn is(&self, audience: &str) -> bool {
        match self {
            Self::One(one) => one == audience,
            Self::Many(all) => matches!(all.as_slice(), [one] if one == audience),
        }
    }
}

/// Reads an assertion that was made for `audience` and counts now; None for any other text.
pub(super) fn read<'a>(text: &'a str, audience: &str, now: Timestamp) -> Option<Assertion<'a>> {
    if text.len() > policy::ASSERTION_MAX {
        return None;
    }
    let (signed, signature) = text.rsplit_once('.')?;
    let (header, claims) = signed.split_once('.')?;
    let header: Header = json(header)?;
    let claims: Claims = json(claims)?;
    let brings_keys = header.x5u.is_some() || header.x5c.is_some() || header.jwk.is_some();
    if brings_keys || header.crit.is_some() {
        return None;
    }
    let is_token = header.typ.as_deref();
    if !is_token.is_none_or(|typ| typ.eq_ignore_ascii_case("JWT")) {
        return None;
    }
    let ids = [&header.kid, &claims.jti];
    let fits = |id: &String| !id.is_empty() && id.len() <= policy::ASSERTION_ID_MAX;
    if claims.iss != claims.sub || !claims.aud.is(audience) || !ids.into_iter().all(fits) {
        return None;
    }
    let apart = policy::ASSERTION_CLOCK_APART;
    let until = moment(claims.exp)? + apart;
    if until <= now || now + policy::ASSERTION_LIFE + apart < until - apart {
        return None;
    }
    for start in [claims.nbf, claims.iat].into_iter().flatten() {
        if now + apart < moment(start)? {
            return None;
        }
    }
    Some(Assertion {
        application: claims.iss,
        algorithm: header.alg,
        key_id: header.kid,
        key_url: header.jku,
        id: claims.jti,
        until,
        signed: signed.as_bytes(),
        signature: BASE64_URL_SAFE_NO_PAD.decode(signature).ok()?,
    })
}

fn json<T: for<'d> Deserialize<'d>>(part: &str) -> Option<T> {
    let bytes = BASE64_URL_SAFE_NO_PAD.decode(part).ok()?;
    serde_json::from_slice(&bytes).ok()
}

/// Seconds since 1970, of any year that the calendar has.
fn moment(seconds: f64) -> Option<Timestamp> {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "the range is looked at first"
    )]
    (0.0..=253_402_300_799.0)
        .contains(&seconds)
        .then(|| Timestamp::from_micros((seconds * 1e6) as i64))
}
