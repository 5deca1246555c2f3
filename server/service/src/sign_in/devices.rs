//! Devices: what a browser may show of earlier sign-ins with it, so that strangers' failures do not lock its owner out.
//!
//! It proves nothing and opens nothing. No one but this installation reads it, and no name or address is in it.

use crate::secrets::SealError;
use crate::sign_in::limits::Source;
use crate::{InternalError, SignIns, SignedInPerson, SignedInStaff};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use domain::ids::StaffId;
use domain::policy;
use store::{persons, staff};

const ID: usize = 16;
const ACCOUNT: usize = 16;
const ENTRY: usize = ACCOUNT + size_of::<i64>();

/// A browser, and the accounts that were signed in to with it, the last one first.
pub(crate) struct Device {
    pub id: [u8; ID],
    known: Vec<Known>,
}

/// An account, by its digest's beginning, and the round of sessions in which it was signed in to: anyone who knew an
/// earlier password gets no tries of their own by it.
#[derive(PartialEq, Eq)]
struct Known {
    account: [u8; ACCOUNT],
    round: i64,
}

impl Device {
    /// Whether this account was signed in to with it, in this round.
    pub fn knows(&self, account: &[u8], round: i64) -> bool {
        self.known
            .iter()
            .any(|known| account.starts_with(&known.account) && known.round == round)
    }

    /// The same in whichever round: a new password makes no new device.
    pub fn has_met(&self, account: &[u8]) -> bool {
        let mut known = self.known.iter();
        known.any(|known| account.starts_with(&known.account))
    }

    fn read(text: &[u8]) -> Option<Self> {
        let (id, entries) = text.split_first_chunk::<ID>()?;
        let known = entries.chunks_exact(ENTRY).filter_map(Known::read);
        Some(Self {
            id: *id,
            known: known.collect(),
        })
    }

    fn written(&self) -> Vec<u8> {
        let mut text = self.id.to_vec();
        for known in &self.known {
            text.extend_from_slice(&known.account);
            text.extend_from_slice(&known.round.to_le_bytes());
        }
        text
    }
}

impl Known {
    fn read(entry: &[u8]) -> Option<Self> {
        let (account, round) = entry.split_first_chunk::<ACCOUNT>()?;
        let round = round.first_chunk()?;
        Some(Self {
            account: *account,
            round: i64::from_le_bytes(*round),
        })
    }
}

impl SignIns<'_> {
    /// The browser that a sign-in comes from; a new one that knows no one where it shows nothing of ours.
    pub(crate) fn device(self, source: &Source) -> Device {
        let shown = source.device.as_deref();
        let sealed = shown.and_then(|text| BASE64_URL_SAFE_NO_PAD.decode(text).ok());
        let opened = sealed.and_then(|sealed| self.sealer().open("device", &[], &sealed).ok());
        let known = opened.and_then(|text| Device::read(&text));
        known.unwrap_or_else(|| Device {
            id: self.ports().bytes(),
            known: Vec::new(),
        })
    }

    /// What the browser shows from now on, after someone of the staff signed in with it.
    pub async fn remember_staff(
        self,
        source: &Source,
        by: &SignedInStaff,
    ) -> Result<Option<String>, InternalError> {
        self.remember_proven_staff(source, by.staff, by.round).await
    }

    /// The same, after they proved by a mailed link that the account is theirs.
    pub async fn remember_proven_staff(
        self,
        source: &Source,
        id: StaffId,
        round: i64,
    ) -> Result<Option<String>, InternalError> {
        let mut tx = self.store().read().await?;
        let found = staff::find(&mut tx, id).await?;
        let account =
            found.map(|staff| self.account_at(crate::staff::sign_in::STAFF_DOOR, &staff.email));
        let remembered = account.map(|account| self.remember(source, &account, round));
        Ok(remembered.transpose()?)
    }

    /// The same, after a person did.
    pub async fn remember_person(
        self,
        source: &Source,
        by: SignedInPerson,
    ) -> Result<Option<String>, InternalError> {
        let mut tx = self.store().read().await?;
        let found = persons::find(&mut tx, by.person).await?;
        let account = found
            .map(|person| self.account_at(crate::people::accounts::PERSON_DOOR, &person.email));
        let remembered = account.map(|account| self.remember(source, &account, by.round));
        Ok(remembered.transpose()?)
    }

    fn remember(self, source: &Source, account: &[u8], round: i64) -> Result<String, SealError> {
        let mut device = self.device(source);
        device
            .known
            .retain(|known| !account.starts_with(&known.account));
        let last = account.first_chunk().map(|account| Known {
            account: *account,
            round,
        });
        device.known.splice(0..0, last);
        device.known.truncate(policy::DEVICE_ACCOUNTS);
        let text = device.written();
        let sealed = self.sealer().seal("device", &[], &text, self.ports())?;
        Ok(BASE64_URL_SAFE_NO_PAD.encode(sealed))
    }
}
