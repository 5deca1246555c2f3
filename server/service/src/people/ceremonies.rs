//! Passkeys that browsers are asked for: a challenge that works once, in the browser that asked, for a few minutes.

use crate::people::accounts::SignedInPerson;
use crate::secrets::challenge_of;
use crate::sign_in::gauges::Window;
use crate::sign_in::limits::Source;
use crate::{Outcome, People, reject};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use domain::policy;
use domain::timestamp::Timestamp;
use store::Tx;
use store::passkey_ceremonies::{self as table, Ceremony, Key};

/// What a browser's cookie says, so that its challenge is worth nothing in another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PasskeyBrowser(pub [u8; 16]);

impl PasskeyBrowser {
    /// As its cookie has it.
    pub fn text(self) -> String {
        BASE64_URL_SAFE_NO_PAD.encode(self.0)
    }

    /// Visitors write their cookies themselves: None for what is not ours.
    pub fn read(text: &str) -> Option<Self> {
        let bytes = BASE64_URL_SAFE_NO_PAD.decode(text).ok()?;
        Some(Self(bytes.try_into().ok()?))
    }
}

/// Enough passkeys were asked for: not before then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooManyCeremonies {
    pub until: Timestamp,
}

impl People<'_> {
    /// The browser that shows this cookie; a new one where it shows none of ours.
    pub fn passkey_browser(self, shown: Option<&str>) -> PasskeyBrowser {
        let known = shown.and_then(PasskeyBrowser::read);
        known.unwrap_or_else(|| PasskeyBrowser(self.ports().bytes()))
    }

    /// Asks a browser for a passkey; answers the challenge as browsers read it.
    pub(super) async fn start_ceremony(
        self,
        tx: &mut Tx,
        browser: PasskeyBrowser,
        maker: Option<SignedInPerson>,
        source: &Source,
    ) -> Outcome<String, TooManyCeremonies> {
        let now = self.ports().now();
        for (of, most) in [
            (&source.address, policy::PASSKEY_CEREMONIES_ADDRESS),
            (&source.network, policy::PASSKEY_CEREMONIES_NETWORK),
        ] {
            let parts = [b"passkeys".as_slice(), of.as_bytes()];
            let key = self.sealer().digest("throttle", &parts);
            let length = policy::SIGN_IN_WINDOW;
            if let Some(until) = (Window { length, most }).take(tx, &key, now).await? {
                return reject(TooManyCeremonies { until });
            }
        }
        let challenge = self.ports().bytes::<32>();
        let ceremony = Ceremony {
            maker: maker.map(|maker| (maker.person, maker.round)),
            expires_at: now + policy::PASSKEY_CEREMONY,
        };
        table::insert(tx, &self.ceremony_key(browser, &challenge), &ceremony).await?;
        Ok(BASE64_URL_SAFE_NO_PAD.encode(challenge))
    }

    /// Uses up the challenge that a browser says it was given; answers it where it was this browser's, for this purpose
    /// and in time. What was used up stays so once the transaction commits, whatever is said about it here.
    pub(super) async fn take_ceremony(
        self,
        tx: &mut Tx,
        browser: PasskeyBrowser,
        maker: Option<SignedInPerson>,
        client_data: &[u8],
    ) -> store::Result<Taken> {
        let Some((challenge, bytes)) = challenge_of(client_data) else {
            return Ok(Taken::Unknown);
        };
        let taken = table::take(tx, &self.ceremony_key(browser, &bytes)).await?;
        let maker = maker.map(|maker| (maker.person, maker.round));
        Ok(match taken {
            None => Taken::Unknown,
            Some(taken) if taken.maker == maker && self.ports().now() < taken.expires_at => {
                Taken::Good(challenge)
            }
            Some(_) => Taken::Over,
        })
    }

    fn ceremony_key(self, browser: PasskeyBrowser, challenge: &[u8]) -> Key {
        Key {
            challenge: self.sealer().digest("passkey-challenge", &[challenge]),
            browser: self.sealer().digest("passkey-browser", &[&browser.0]),
        }
    }
}

/// What there was to use up.
pub(super) enum Taken {
    /// The challenge.
    Good(String),
    /// Too late, or for another purpose.
    Over,
    /// Nothing was asked of this browser with it.
    Unknown,
}
