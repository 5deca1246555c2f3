//! In whose colours and with whose logo a mail is sent: those of the clinic it is about, read when it is sent.

use crate::mail::{Brand, Picture};
use crate::outbox::mail_job::MailJob;
use crate::{InternalError, Outbox};
use domain::ids::{ApplicationId, ConnectRequestId};
use store::{Tx, connect_requests, logos};

/// By what a mail's clinic is found.
pub(super) enum About {
    Request(ConnectRequestId),
    Clinic(ApplicationId),
    /// One of our own mails.
    NoClinic,
}

impl MailJob {
    pub(super) const fn about(&self) -> About {
        match self {
            Self::Connect { request } | Self::Reminder { request } | Self::Stopped { request } => {
                About::Request(*request)
            }
            Self::Receipt { application, .. }
            | Self::RecordChanged { application, .. }
            | Self::Disconnected { application, .. } => About::Clinic(*application),
            Self::Digits { .. }
            | Self::Account(_)
            | Self::KnownAddress { .. }
            | Self::ResetPassword { .. }
            | Self::NoAccount { .. }
            | Self::PasswordChanged { .. }
            | Self::StaffNotice { .. }
            | Self::Invitation { .. }
            | Self::AuthenticatorReset { .. } => About::NoClinic,
        }
    }
}

impl Outbox<'_> {
    pub(super) async fn brand(self, tx: &mut Tx, about: About) -> Result<Brand, InternalError> {
        let application = match about {
            About::NoClinic => return Ok(Brand::default()),
            About::Clinic(application) => application,
            About::Request(id) => match connect_requests::get(tx, id).await? {
                Some(stored) => stored.request.application,
                None => return Ok(Brand::default()),
            },
        };
        let clinic = self.application(tx, application).await?;
        let logo = match clinic.logo {
            None => None,
            Some(logo) => logos::png(tx, application, &logo.digest)
                .await?
                .map(|png| Picture {
                    png,
                    width: logo.width,
                    height: logo.height,
                }),
        };
        Ok(Brand {
            logo,
            accent: clinic.accent,
        })
    }
}
