//! An application's certificates: added beside each other, so that one can be replaced without a pause.

use crate::audit::log::Entry;
use crate::secrets::read_certificate;
use crate::seen::Seen;
use crate::{Administrator, Fault, Outcome, Services, refuse};
use domain::audit::{Action, ActionOutcome};
use domain::timestamp::Timestamp;
use store::Stamp;
use store::certificates as table;

pub use store::certificates::Certificate;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CertificateRefusal {
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

impl Services {
    /// Adds a certificate from a PEM or DER file.
    pub async fn add_certificate(
        &self,
        by: Administrator,
        file: &[u8],
    ) -> Outcome<Certificate, CertificateRefusal> {
        let now = self.0.ports.now();
        let Some(uploaded) = read_certificate(file) else {
            return refuse(CertificateRefusal::Unreadable);
        };
        let not_after = Timestamp::from_micros(uploaded.not_after.saturating_mul(1_000_000));
        if not_after <= now {
            return refuse(CertificateRefusal::Expired);
        }
        let certificate = Certificate {
            id: self.0.ports.id(),
            application_id: by.application.0,
            thumbprint: uploaded.thumbprint,
            der: uploaded.der,
            not_after: Stamp(not_after),
            made_at: Stamp(now),
        };
        let mut tx = self.0.store.begin().await?;
        if store::applications::lock(&mut tx, by.application)
            .await?
            .is_none()
        {
            return refuse(CertificateRefusal::NoSuchApplication);
        }
        self.require_proof::<CertificateRefusal>(&mut tx, by)
            .await?;
        if !table::insert(&mut tx, &certificate).await? {
            return refuse(CertificateRefusal::Known);
        }
        let entry = Entry {
            application: Some(by.application),
            actor: by.actor,
            action: Action::CertificateAdd,
            subject: Some(certificate.id),
            outcome: ActionOutcome::Added,
        };
        self.audit(&mut tx, entry).await?;
        tx.commit().await?;
        Ok(certificate)
    }

    /// The digest of a certificate, as the question before its removal shows it.
    pub fn certificate_shown(&self, certificate: &Certificate) -> Seen {
        self.seen("certificate", &(certificate.id, &certificate.thumbprint))
    }

    /// Removes a certificate, for a form only the one that its question showed; sessions that it opened end with it.
    pub async fn remove_certificate(
        &self,
        by: Administrator,
        thumbprint: &str,
        seen: Option<&Seen>,
    ) -> Outcome<(), CertificateRefusal> {
        let mut tx = self.0.store.begin().await?;
        let thumbprint = thumbprint.trim().to_lowercase();
        let found = table::find_by_thumbprint(&mut tx, by.application, &thumbprint).await?;
        let Some(found) = found else {
            return refuse(CertificateRefusal::NoSuchCertificate);
        };
        if !Seen::fits(seen, &self.certificate_shown(&found)) {
            return refuse(CertificateRefusal::ChangedMeanwhile);
        }
        let removed =
            table::remove(&mut tx, by.application, &thumbprint, self.0.ports.now()).await?;
        let Some(id) = removed else {
            return refuse(CertificateRefusal::NoSuchCertificate);
        };
        let entry = Entry {
            application: Some(by.application),
            actor: by.actor,
            action: Action::CertificateRemove,
            subject: Some(id),
            outcome: ActionOutcome::Removed,
        };
        self.audit(&mut tx, entry).await?;
        tx.commit().await?;
        Ok(())
    }

    /// The application's live certificates, oldest first.
    pub async fn certificates(&self, by: Administrator) -> Result<Vec<Certificate>, Fault> {
        let mut tx = self.0.store.read().await?;
        Ok(table::list(&mut tx, by.application).await?)
    }
}
