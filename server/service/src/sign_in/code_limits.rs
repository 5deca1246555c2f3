//! The limits of codes that no clinic made and of emails to one mailbox.

use crate::sign_in::gauges::{Bucket, Window};
use crate::{InternalError, SignIns};
use domain::address::mailbox_key;
use domain::policy;
use std::time::Duration;
use store::Tx;

const CODE_MISSES: Bucket = Bucket {
    interval: Duration::from_secs(60 / policy::CODE_MISSES_A_MINUTE as u64),
    burst: policy::CODE_MISS_BURST,
};

impl SignIns<'_> {
    /// Charges an address for a code before it is looked up, so that many at once get no more look-ups than one by
    /// one; false where it has to wait.
    pub(crate) async fn charge_code(self, from: &str) -> Result<bool, InternalError> {
        let key = self.code_key(from);
        let mut tx = self.store().begin().await?;
        let fits = CODE_MISSES.take(&mut tx, &key, self.ports().now()).await?;
        tx.commit().await?;
        Ok(fits)
    }

    /// Gives back the one charge of a code that someone made.
    pub(crate) async fn release_code(self, from: &str) -> Result<(), InternalError> {
        let key = self.code_key(from);
        let mut tx = self.store().begin().await?;
        CODE_MISSES
            .give_back(&mut tx, &key, self.ports().now())
            .await?;
        tx.commit().await?;
        Ok(())
    }

    fn code_key(self, from: &str) -> Vec<u8> {
        self.sealer()
            .digest("throttle", &[b"code-miss", from.as_bytes()])
    }

    /// The limit of one kind of mail to a mailbox.
    pub(crate) fn mail_key(self, kind: &str, email: &str) -> Vec<u8> {
        let mailbox = mailbox_key(email);
        let parts = [kind.as_bytes(), mailbox.as_bytes()];
        self.sealer().digest("throttle", &parts)
    }

    /// Whether one more fits into a window that begins with the first; counts it if so.
    pub(crate) async fn charge_within(
        self,
        tx: &mut Tx,
        key: &[u8],
        most: u32,
        length: Duration,
    ) -> Result<bool, InternalError> {
        let window = Window { length, most };
        Ok(window.take(tx, key, self.ports().now()).await?.is_none())
    }
}
