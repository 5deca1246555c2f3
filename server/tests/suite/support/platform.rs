//! A client of the XML platform that signs as the kits of those years do.

use super::Clinic;
use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Request, StatusCode};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use domain::ids::ApplicationId;
use hmac::{Hmac, KeyInit, Mac};
use http_body_util::BodyExt;
use rsa::pkcs1::DecodeRsaPrivateKey;
use rsa::{Pkcs1v15Sign, PrivateKey};
use service::Administrator;
use sha1::Sha1;
use sha2::{Digest, Sha256};
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tower::ServiceExt;

pub const CERTIFICATE: &[u8] = include_bytes!("../../certificates/clinic.cer");
const KEY: &[u8] = include_bytes!("../../certificates/clinic.key.der");
pub const SECOND_CERTIFICATE: &[u8] = include_bytes!("../../certificates/second.cer");
const SECOND_KEY: &[u8] = include_bytes!("../../certificates/second.key.der");
/// Not an RSA key.
pub const ELLIPTIC: &[u8] = include_bytes!("../../certificates/elliptic.cer");

/// Which hashes a client uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    Sha1,
    Sha256,
}

impl Family {
    pub fn name(self) -> &'static str {
        match self {
            Self::Sha1 => "SHA1",
            Self::Sha256 => "SHA256",
        }
    }

    fn digest(self, bytes: &[u8]) -> Vec<u8> {
        match self {
            Self::Sha1 => Sha1::digest(bytes).to_vec(),
            Self::Sha256 => Sha256::digest(bytes).to_vec(),
        }
    }

    fn mac(self, key: &[u8], bytes: &[u8]) -> Vec<u8> {
        match self {
            Self::Sha1 => mac::<Hmac<Sha1>>(key, bytes),
            Self::Sha256 => mac::<Hmac<Sha256>>(key, bytes),
        }
    }
}

fn mac<M: Mac + KeyInit>(key: &[u8], bytes: &[u8]) -> Vec<u8> {
    let mac = <M as KeyInit>::new_from_slice(key).expect("a key of any length");
    mac.chain_update(bytes).finalize().into_bytes().to_vec()
}

/// What the platform answered.
#[derive(Debug)]
pub struct Reply {
    pub status: StatusCode,
    pub xml: String,
}

impl Reply {
    pub fn code(&self) -> u16 {
        self.first("code").parse().expect("a number")
    }

    /// What the first element of this name says.
    pub fn first(&self, name: &str) -> String {
        self.all(name).into_iter().next().unwrap_or_default()
    }

    pub fn all(&self, name: &str) -> Vec<String> {
        let document = roxmltree::Document::parse(&self.xml).expect("well-formed XML");
        let named = document
            .descendants()
            .filter(|node| node.has_tag_name(name));
        named
            .map(|node| node.text().unwrap_or_default().to_owned())
            .collect()
    }

    pub fn attribute(&self, name: &str, attribute: &str) -> String {
        let document = roxmltree::Document::parse(&self.xml).expect("well-formed XML");
        let node = document.descendants().find(|node| node.has_tag_name(name));
        let said = node.and_then(|node| node.attribute(attribute));
        said.unwrap_or_default().to_owned()
    }

    #[track_caller]
    pub fn is(self, code: u16) -> Self {
        assert_eq!(self.status, StatusCode::OK, "{}", self.xml);
        assert_eq!(self.code(), code, "{}", self.xml);
        self
    }
}

/// Posts a body to the platform.
pub async fn post(clinic: &Clinic, body: impl Into<Body>, encoding: Option<&str>) -> Reply {
    post_to(clinic.router(), body, encoding).await
}

/// Posts a body to the platform of one process.
pub async fn post_to(router: &Router, body: impl Into<Body>, encoding: Option<&str>) -> Reply {
    let address = SocketAddr::from((Ipv4Addr::new(192, 0, 2, 77), 40_000));
    let mut request = Request::post("/platform/wildcat.ashx")
        .header("content-type", "text/xml")
        .extension(ConnectInfo(address));
    if let Some(encoding) = encoding {
        request = request.header("content-encoding", encoding);
    }
    let request = request.body(body.into()).expect("a request");
    let response = router.clone().oneshot(request).await.expect("a response");
    let status = response.status();
    let body = response
        .into_body()
        .collect()
        .await
        .expect("a body")
        .to_bytes();
    Reply {
        status,
        xml: String::from_utf8(body.to_vec()).expect("text"),
    }
}

/// An application's client, with an open session.
#[derive(Clone)]
pub struct Client {
    pub family: Family,
    pub token: String,
    pub secret: Vec<u8>,
    /// The header's `msg-time`; the clinic's clock when None.
    pub sent_at: Option<String>,
}

/// How a session is opened; tests bend one thing at a time.
pub struct Opening {
    pub application: ApplicationId,
    pub version: u32,
    pub family: Family,
    pub second_key: bool,
    pub signed_at: String,
    /// The hash under the signature.
    pub signed_with: Family,
    /// Signed over another content than is sent.
    pub forged: bool,
    /// Version 1: chosen for each session.
    pub key: Vec<u8>,
}

/// No two calls of the suite are signed at the same time or with the same key, as no client's are.
static CALLS: AtomicU64 = AtomicU64::new(0);

fn moment(clinic: &Clinic) -> String {
    let number = CALLS.fetch_add(1, Ordering::Relaxed);
    (clinic.now() + Duration::from_micros(number)).rfc3339()
}

impl Opening {
    pub fn of(clinic: &Clinic, version: u32, family: Family) -> Self {
        Self {
            application: clinic.application,
            version,
            family,
            second_key: false,
            signed_at: moment(clinic),
            signed_with: Family::Sha1,
            forged: false,
            key: moment(clinic).into_bytes(),
        }
    }

    pub async fn send(&self, clinic: &Clinic) -> Reply {
        post(clinic, self.body(), None).await
    }

    pub fn body(&self) -> String {
        let (application, hmac) = (self.application, self.family.name());
        let content = if self.version == 1 {
            let key = BASE64_STANDARD.encode(&self.key);
            format!(
                "<content><app-id>{application}</app-id><shared-secret><hmac-alg algName=\"HMAC{hmac}\">{key}</hmac-alg></shared-secret></content>"
            )
        } else {
            format!(
                "<content><app-id>{application}</app-id><hmac>HMAC{hmac}</hmac><signing-time>{}</signing-time></content>",
                self.signed_at
            )
        };
        let (certificate, key) = if self.second_key {
            (SECOND_CERTIFICATE, SECOND_KEY)
        } else {
            (CERTIFICATE, KEY)
        };
        let signed = if self.forged { "<content/>" } else { &content };
        let key = PrivateKey::from_pkcs1_der(key).expect("a key");
        let padding = match self.signed_with {
            Family::Sha1 => Pkcs1v15Sign::new::<Sha1>(),
            Family::Sha256 => Pkcs1v15Sign::new::<Sha256>(),
        };
        let signature = key
            .sign(padding, &self.signed_with.digest(signed.as_bytes()))
            .expect("a signature");
        let digest = self.signed_with.name();
        // Clients send line ends and blanks around the signature, and the thumbprint in either case.
        let signature = format!("\n  {}\n", BASE64_STANDARD.encode(signature));
        let thumbprint = hex::encode_upper(Sha1::digest(certificate));
        let server = if self.version == 1 {
            "appserver"
        } else {
            "appserver2"
        };
        format!(
            "        <wc-request:request xmlns:wc-request=\"urn:com.microsoft.wc.request\">   <header><method>CreateAuthenticatedSessionToken</method><method-version>{version}</method-version><app-id>{application}</app-id><msg-time>2008-06-21T03:13:50.750-04:00</msg-time><msg-ttl>36000</msg-ttl><version>2.0.0.0</version></header><info><auth-info><app-id>{application}</app-id><credential><{server}><sig digestMethod=\"{digest}\" sigMethod=\"RSA-{digest}\" thumbprint=\"{thumbprint}\">{signature}</sig>{content}</{server}></credential></auth-info></info></wc-request:request>",
            version = self.version,
        )
    }
}

impl Client {
    /// Opens a session; the clinic's application has the certificate already.
    pub async fn open(clinic: &Clinic, version: u32, family: Family) -> Self {
        let opening = Opening::of(clinic, version, family);
        let reply = opening.send(clinic).await.is(0);
        let secret = match version {
            1 => opening.key,
            _ => BASE64_STANDARD
                .decode(reply.first("shared-secret"))
                .expect("base64"),
        };
        Self {
            family,
            token: reply.first("token"),
            secret,
            sent_at: None,
        }
    }

    /// Gives the clinic's application its certificate, and opens a session as most clients do.
    pub async fn of(clinic: &Clinic) -> Self {
        clinic
            .services()
            .applications()
            .add_certificate(
                Administrator::at_command_line(clinic.application),
                CERTIFICATE,
            )
            .await
            .expect("a certificate");
        Self::open(clinic, 2, Family::Sha256).await
    }

    /// A signed request; `at` names person and record.
    pub fn request(
        &self,
        clinic: &Clinic,
        method: &str,
        version: u32,
        at: Option<(&str, &str)>,
        info: &str,
    ) -> String {
        let name = self.family.name();
        let info = match info {
            "" => "<info/>".to_owned(),
            info => format!("<info>{info}</info>"),
        };
        let hash = BASE64_STANDARD.encode(self.family.digest(info.as_bytes()));
        let record = at.map(|(_, record)| format!("<record-id>{record}</record-id>"));
        let person = at.map(|(person, _)| {
            format!(
                "<offline-person-info><offline-person-id>{person}</offline-person-id></offline-person-info>"
            )
        });
        let time = self.sent_at.clone().unwrap_or_else(|| moment(clinic));
        let header = format!(
            "<header><method>{method}</method><method-version>{version}</method-version>{}<auth-session><auth-token>{}</auth-token>{}</auth-session><language>en</language><country>US</country><msg-time>{time}</msg-time><msg-ttl>1800</msg-ttl><version>test</version><info-hash><hash-data algName=\"{name}\">{hash}</hash-data></info-hash></header>",
            record.unwrap_or_default(),
            self.token,
            person.unwrap_or_default(),
        );
        let mac = BASE64_STANDARD.encode(self.family.mac(&self.secret, header.as_bytes()));
        format!(
            "<wc-request:request xmlns:wc-request=\"urn:com.microsoft.wc.request\"><auth><hmac-data algName=\"HMAC{name}\">{mac}</hmac-data></auth>{header}{info}</wc-request:request>"
        )
    }

    /// A signed request with one more element in its `auth-session`.
    pub fn with_inside_session(
        &self,
        clinic: &Clinic,
        method: &str,
        element: &str,
        content: &str,
    ) -> String {
        let request = self.request(clinic, method, 1, None, "");
        let more = format!("</auth-token><{element}>{content}</{element}>");
        let request = request.replace("</auth-token>", &more);
        let (before, rest) = request.split_once("<header>").expect("a header");
        let (header, after) = rest.split_once("</header>").expect("a header");
        let header = format!("<header>{header}</header>");
        let (open, _) = before.split_once("<auth>").expect("auth");
        let mac = BASE64_STANDARD.encode(self.family.mac(&self.secret, header.as_bytes()));
        let name = self.family.name();
        format!(
            "{open}<auth><hmac-data algName=\"HMAC{name}\">{mac}</hmac-data></auth>{header}{after}"
        )
    }

    pub async fn call(&self, clinic: &Clinic, method: &str, version: u32, info: &str) -> Reply {
        let request = self.request(clinic, method, version, None, info);
        post(clinic, request, None).await
    }

    /// A call about a person's record.
    pub async fn call_at(
        &self,
        clinic: &Clinic,
        method: &str,
        version: u32,
        at: (&str, &str),
        info: &str,
    ) -> Reply {
        let request = self.request(clinic, method, version, Some(at), info);
        post(clinic, request, None).await
    }
}
