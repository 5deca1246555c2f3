//! What accounts that no one has proven yet may cost: slow hashes, rows, and mails. All are bounded for each network and,
//! regardless of what is written after a `+`, for each mailbox.

use crate::people::sign_ups::SignUpRejection;
use crate::sign_in::gauges::Window;
use crate::{InternalError, Outcome, People, Source, reject};
use domain::address::mailbox_key;
use domain::policy;
use domain::timestamp::Timestamp;
use store::Tx;
use store::sign_ups::{self, Place};

const SIGN_UPS: Window = Window {
    length: policy::DIGITS_LIFE,
    most: policy::SIGN_UPS_A_NETWORK,
};
const MAILS_TO_A_MAILBOX: Window = Window {
    length: policy::DIGITS_LIFE,
    most: policy::DIGITS_MAILS_A_MAILBOX,
};
const MAILS_TO_A_MAILBOX_FROM_A_NETWORK: Window = Window {
    length: policy::DIGITS_LIFE,
    most: policy::DIGITS_MAILS,
};
const MAILS_OF_A_NETWORK: Window = Window {
    length: policy::DIGITS_LIFE,
    most: policy::DIGITS_MAILS_A_NETWORK,
};

impl People<'_> {
    /// Charges a network for an account that is begun, before its password is hashed. Many at once get no more than
    /// one by one.
    pub(crate) async fn charge_sign_up(
        self,
        email: &str,
        source: &Source,
    ) -> Outcome<Place, SignUpRejection> {
        let now = self.ports().now();
        let digest = |kind: &str, of: &str| {
            let parts = [b"sign-up".as_slice(), kind.as_bytes(), of.as_bytes()];
            self.sealer().digest("throttle", &parts)
        };
        let place = Place {
            mailbox: digest("mailbox", &mailbox_key(email)),
            network: digest("network", &source.network),
        };
        let mut tx = self.store().begin().await?;
        self.room_for_sign_up(&mut tx, &place, now).await?;
        if let Some(until) = SIGN_UPS.take(&mut tx, &place.network, now).await? {
            return reject(SignUpRejection::TooMany { until });
        }
        tx.commit().await?;
        Ok(place)
    }

    /// Gives back what was not hashed.
    pub(crate) async fn release_sign_up(self, place: &Place) -> Result<(), InternalError> {
        let mut tx = self.store().begin().await?;
        let now = self.ports().now();
        SIGN_UPS.give_back(&mut tx, &place.network, now).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Refuses where as many wait as may. The locks of network and mailbox are taken, so that the count holds until the
    /// transaction ends.
    pub(crate) async fn room_for_sign_up(
        self,
        tx: &mut Tx,
        place: &Place,
        now: Timestamp,
    ) -> Outcome<(), SignUpRejection> {
        for key in [&place.network, &place.mailbox] {
            store::rate_limits::lock(tx, key, now).await?;
        }
        let waiting = sign_ups::waiting(tx, place, now).await?;
        let full = waiting.of_both >= policy::SIGN_UPS_A_MAILBOX
            || waiting.of_mailbox >= policy::SIGN_UPS_A_MAILBOX_IN_ALL
            || waiting.of_network >= i64::from(policy::SIGN_UPS_A_NETWORK);
        if full {
            let until = now + policy::DIGITS_LIFE;
            return reject(SignUpRejection::TooMany { until });
        }
        Ok(())
    }

    /// Counts one more mail to a mailbox, from a network; until when to wait where there is no room for it. A network has room
    /// of its own: its mails leave some to the mailbox's owner, who is elsewhere.
    pub(crate) async fn charge_digits_mail(
        self,
        tx: &mut Tx,
        email: &str,
        source: &Source,
    ) -> Result<Option<Timestamp>, InternalError> {
        let now = self.ports().now();
        let digest = |kind: &str, of: &str| {
            let parts = [kind.as_bytes(), of.as_bytes()];
            self.sealer().digest("throttle", &parts)
        };
        let mailbox = mailbox_key(email);
        let from = format!("{} {mailbox}", source.network);
        let limits = [
            (
                MAILS_OF_A_NETWORK,
                digest("digits-mail-network", &source.network),
            ),
            (
                MAILS_TO_A_MAILBOX_FROM_A_NETWORK,
                digest("digits-mail-from", &from),
            ),
            (MAILS_TO_A_MAILBOX, digest("digits-mail", &mailbox)),
        ];
        for (taken, (limit, key)) in limits.iter().enumerate() {
            let Some(until) = limit.take(tx, key, now).await? else {
                continue;
            };
            // None went out: no one else waits for it.
            for (limit, key) in &limits[..taken] {
                limit.give_back(tx, key, now).await?;
            }
            return Ok(Some(until));
        }
        Ok(None)
    }
}
