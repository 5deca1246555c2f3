//! An application's certificates: added beside each other, so that one can be replaced without a pause.

use crate::audit::log::Entry;
use crate::secrets::read_certificate;
use crate::seen::Seen;
use crate::{Administrator, Applications, InternalError, Outcome, reject};
use domain::audit::{Action, ActionOutcome};
use domain::timestamp::Timestamp;
use store::Stamp;
use store::certificates as table;

pub use store::certificates::Certificate;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CertificateRejection {
    /// Neither PEM nor DER of a certificate with an RSA key.
    Unreadable,
    /// Its time is over.
    Expired,
    /// The application has it already.
    Known,
    NoSuchApplication,
    NoSuchCertificate,
    /// It is another one than the question showed.
    ChangedMeanwhile,
    NotProven,
}

impl Applications<'_> {
    /// Adds a certificate from a PEM or DER file.
    pub async fn add_certificate(
        self,
        by: Administrator,
        file: &[u8],
    ) -> Outcome<Certificate, CertificateRejection> {
        let now = self.ports().now();
        let Some(uploaded) = read_certificate(file) else {
            return reject(CertificateRejection::Unreadable);
        };
        let not_after = Timestamp::from_micros(uploaded.not_after.saturating_mul(1_000_000));
        if not_after <= now {
            return reject(CertificateRejection::Expired);
        }
        let certificate = Certificate {
            id: self.ports().id(),
            application_id: by.application.0,
            thumbprint: uploaded.thumbprint,
            der: uploaded.der,
            not_after: Stamp(not_after),
            made_at: Stamp(now),
        };
        let mut tx = self.store().begin().await?;
        if store::applications::lock(&mut tx, by.application)
            .await?
            .is_none()
        {
            return reject(CertificateRejection::NoSuchApplication);
        }
        self.staff()
            .require_proof::<CertificateRejection>(&mut tx, by)
            .await?;
        if !table::insert(&mut tx, &certificate).await? {
            return reject(CertificateRejection::Known);
        }
        let entry = Entry {
            application: Some(by.application),
            actor: by.actor,
            action: Action::CertificateAdd,
            subject: Some(certificate.id),
            outcome: ActionOutcome::Added,
        };
        self.audit().record(&mut tx, entry).await?;
        tx.commit().await?;
        Ok(certificate)
    }

    /// The digest of a certificate, as the question before its removal shows it.
    pub fn certificate_shown(self, certificate: &Certificate) -> Seen {
        self.seen("certificate", &(certificate.id, &certificate.thumbprint))
    }

    /// Removes a certificate, for a form only the one that its question showed; sessions that it opened end with it.
    pub async fn remove_certificate(
        self,
        by: Administrator,
        thumbprint: &str,
        seen: Option<&Seen>,
    ) -> Outcome<(), CertificateRejection> {
        let mut tx = self.store().begin().await?;
        let thumbprint = thumbprint.trim().to_lowercase();
        let found = table::find_by_thumbprint(&mut tx, by.application, &thumbprint).await?;
        let Some(found) = found else {
            return reject(CertificateRejection::NoSuchCertificate);
        };
        if !Seen::fits(seen, &self.certificate_shown(&found)) {
            return reject(CertificateRejection::ChangedMeanwhile);
        }
        let removed =
            table::remove(&mut tx, by.application, &thumbprint, self.ports().now()).await?;
        let Some(id) = removed else {
            return reject(CertificateRejection::NoSuchCertificate);
        };
        let entry = Entry {
            application: Some(by.application),
            actor: by.actor,
            action: Action::CertificateRemove,
            subject: Some(id),
            outcome: ActionOutcome::Removed,
        };
        self.audit().record(&mut tx, entry).await?;
        tx.commit().await?;
        Ok(())
    }

    /// The application's live certificates, oldest first.
    pub async fn certificates(self, by: Administrator) -> Result<Vec<Certificate>, InternalError> {
        let mut tx = self.store().read().await?;
        Ok(table::list(&mut tx, by.application).await?)
    }
}
