//! `CreateAuthenticatedSessionToken`, versions 1 and 2.

use super::call::Call;
use super::envelope::{self, base64, family, guid, optional, required, text, time};
use super::status::Status;
use super::{Answer, rendered};
use askama::Template;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use domain::ids::ApplicationId;
use domain::policy;
use roxmltree::Node;
use service::secrets::Family;
use service::{Failure, OpenedSession, Proof, ProofRejection, SecretFrom};

#[derive(Template)]
#[template(
    ext = "xml",
    source = r#"<token app-id="{{ application }}" app-record-auth-action="NoActionRequired">{{ token }}</token>{% if let Some(secret) = secret %}<shared-secret>{{ secret }}</shared-secret>{% endif %}"#
)]
struct Opened {
    application: ApplicationId,
    token: String,
    secret: Option<String>,
}

pub async fn open(call: &Call<'_, '_>) -> Answer {
    let info = required(call.info, "auth-info")?;
    let application = ApplicationId(guid(required(info, "app-id")?)?);
    if call.unproven.is_some_and(|header| header != application) {
        return Err(Status::InvalidApplication);
    }
    let credential = required(info, "credential")?;
    let opened = if call.envelope.version == 1 {
        version_1(call, application, required(credential, "appserver")?).await?
    } else {
        version_2(call, application, required(credential, "appserver2")?).await?
    };
    rendered(&Opened {
        application,
        token: opened.token,
        secret: opened.secret.map(|secret| BASE64_STANDARD.encode(secret)),
    })
}

async fn version_1(
    call: &Call<'_, '_>,
    application: ApplicationId,
    server: Node<'_, '_>,
) -> Result<OpenedSession, Status> {
    let content = content(server, application)?;
    let shared = required(content, "shared-secret")?;
    let algorithm = required(shared, "hmac-alg")?;
    family(algorithm, "algName")?;
    let key = base64(text(algorithm)?)?;
    if key.is_empty() || key.len() > policy::PLATFORM_KEY_MAX {
        return Err(Status::InvalidXml);
    }
    prove(call, application, server, content, SecretFrom::Client(&key)).await
}

async fn version_2(
    call: &Call<'_, '_>,
    application: ApplicationId,
    server: Node<'_, '_>,
) -> Result<OpenedSession, Status> {
    // A secret shared beforehand belongs to applications made by others, of which there are none here.
    if optional(server, "hmacSig")?.is_some() {
        return Err(Status::AccessDenied);
    }
    let content = content(server, application)?;
    Family::named(text(required(content, "hmac")?)?.trim()).ok_or(Status::InvalidXml)?;
    let signed_at = time(required(content, "signing-time")?)?;
    let secret = SecretFrom::Server { signed_at };
    prove(call, application, server, content, secret).await
}

/// What is signed; it names the same application.
fn content<'a, 'i>(
    server: Node<'a, 'i>,
    application: ApplicationId,
) -> Result<Node<'a, 'i>, Status> {
    let content = required(server, "content")?;
    if guid(required(content, "app-id")?)? == application.0 {
        Ok(content)
    } else {
        Err(Status::InvalidApplication)
    }
}

async fn prove(
    call: &Call<'_, '_>,
    application: ApplicationId,
    server: Node<'_, '_>,
    content: Node<'_, '_>,
    secret: SecretFrom<'_>,
) -> Result<OpenedSession, Status> {
    let signature = required(server, "sig")?;
    let digest = family(signature, "digestMethod")?;
    if family(signature, "sigMethod")? != digest {
        return Err(Status::BadSignature);
    }
    let proof = Proof {
        application,
        thumbprint: signature.attribute("thumbprint").unwrap_or_default().trim(),
        family: digest,
        signature: &envelope::base64(text(signature)?)?,
        content: &content.document().input_text().as_bytes()[content.range()],
        secret,
    };
    let opened = call
        .services
        .applications()
        .open_session(&proof, call.from)
        .await;
    opened.map_err(|failure| match failure {
        Failure::Internal(fault) => fault.into(),
        Failure::Rejected(ProofRejection::NoSuchApplication) => Status::InvalidApplication,
        Failure::Rejected(ProofRejection::VersionOff) => Status::AccessDenied,
        Failure::Rejected(ProofRejection::NoSuchCertificate) => Status::BadCertificate,
        Failure::Rejected(ProofRejection::Signature) => Status::BadSignature,
        Failure::Rejected(ProofRejection::Stale) => Status::RequestTimedOut,
        Failure::Rejected(ProofRejection::TooManyFailures) => Status::RetryLimitExceeded,
    })
}
