//! Calls that a caller signed: what changes anything is obeyed once, in whichever process it arrives.

use crate::{Applications, InternalError};
use domain::ids::ApplicationId;
use domain::timestamp::Timestamp;
use store::{Tx, signed_calls};

/// One signed call. It is claimed in the transaction that obeys it, by that transaction's audit record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SignedCall {
    digest: [u8; 32],
    /// From when on its time alone refuses it.
    until: Timestamp,
}

impl Applications<'_> {
    /// A call by the bytes that were signed.
    pub fn signed_call(
        self,
        application: ApplicationId,
        signed: &[u8],
        until: Timestamp,
    ) -> SignedCall {
        let parts = [application.0.as_bytes().as_slice(), signed];
        let digest = self.sealer().digest("signed-call", &parts);
        let mut call = SignedCall {
            digest: [0; 32],
            until,
        };
        call.digest.copy_from_slice(&digest);
        call
    }

    /// Takes the one time that a call may be obeyed.
    pub(crate) async fn claim_signed(
        self,
        tx: &mut Tx,
        call: SignedCall,
    ) -> Result<(), InternalError> {
        if signed_calls::claim(tx, &call.digest, call.until).await? {
            Ok(())
        } else {
            Err(InternalError::TakenBefore)
        }
    }
}
