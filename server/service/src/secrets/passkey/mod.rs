//! Passkeys by the rules of Web Authentication (Level 3, sections 7.1 and 7.2): reads what an authenticator made, and
//! checks what it signed. Knows no table, no page and no person.
//!
//! Who made the authenticator is not asked for, so the statement of its maker is not read.

mod cbor;
mod key;
mod said;

pub use key::ALGORITHMS;
pub use said::challenge_of;

use cbor::{Item, Reader};
use key::PublicKey;
use said::{Ceremony, Said};
use sha2::{Digest, Sha256};
use url::{Host, Url};

/// For whom passkeys are made: the host of the public URL, and the address of its pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelyingParty {
    pub id: String,
    origin: String,
}

/// What a browser sends after its authenticator made a passkey.
pub struct MadePasskey<'a> {
    pub client_data: &'a [u8],
    pub attestation: &'a [u8],
}

/// What a browser sends after its authenticator signed.
pub struct SignedPasskey<'a> {
    pub client_data: &'a [u8],
    pub authenticator_data: &'a [u8],
    pub signature: &'a [u8],
}

/// A passkey that may be kept.
#[derive(Debug, PartialEq, Eq)]
pub struct ReadPasskey {
    pub credential: Vec<u8>,
    /// As the authenticator wrote it.
    pub public_key: Vec<u8>,
    pub sign_count: u32,
    pub synced: bool,
}

/// The rule of the standard that was broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasskeyFault {
    /// What the browser or the authenticator wrote cannot be read.
    Shape,
    /// It signed for the other purpose: made in place of shown, or the reverse.
    Purpose,
    Challenge,
    /// The page was another site's, or lay in another site's frame.
    Origin,
    /// The passkey belongs to another relying party.
    RelyingParty,
    /// Nobody was there, or the authenticator did not check who.
    NotVerified,
    /// A synced passkey says that it is not, or the reverse.
    Synced,
    /// A kind of key that was not asked for.
    Key,
    Signature,
}

impl RelyingParty {
    /// None where browsers know no passkeys: without https, and where the host is a number. A machine of one's own is
    /// `localhost`, whichever of its names the public URL has.
    pub fn of(public_url: &str) -> Option<Self> {
        let url = Url::parse(public_url).ok()?;
        let port = url
            .port()
            .map(|port| format!(":{port}"))
            .unwrap_or_default();
        let local = |name: &str| name == "localhost" || name.ends_with(".localhost");
        let own = match url.host()? {
            Host::Domain(name) if url.scheme() == "https" || local(name) => {
                return Some(Self {
                    id: name.to_owned(),
                    origin: url.origin().ascii_serialization(),
                });
            }
            Host::Domain(_) => false,
            Host::Ipv4(address) => address.is_loopback(),
            Host::Ipv6(address) => address.is_loopback(),
        };
        (own && url.scheme() == "http").then(|| Self {
            id: "localhost".to_owned(),
            origin: format!("http://localhost{port}"),
        })
    }

    /// Reads a passkey that was made for a challenge.
    pub fn read(&self, made: &MadePasskey, challenge: &str) -> Result<ReadPasskey, PasskeyFault> {
        self.check_said(made.client_data, Ceremony::Make, challenge)?;
        let data = authenticator_data(made.attestation).ok_or(PasskeyFault::Shape)?;
        let data = AuthenticatorData::read(data).ok_or(PasskeyFault::Shape)?;
        self.check_authenticator(&data)?;
        let (credential, rest) = data.credential.ok_or(PasskeyFault::Shape)?;
        let mut reader = Reader::new(rest);
        PublicKey::read(&mut reader).ok_or(PasskeyFault::Key)?;
        let public_key = &rest[..rest.len() - reader.rest().len()];
        data.end(&mut reader).ok_or(PasskeyFault::Shape)?;
        Ok(ReadPasskey {
            credential: credential.to_vec(),
            public_key: public_key.to_vec(),
            sign_count: data.sign_count,
            synced: data.is(SYNCED),
        })
    }

    /// Checks a signature over a challenge; answers the authenticator's count.
    pub fn check(
        &self,
        shown: &SignedPasskey,
        public_key: &[u8],
        synced: bool,
        challenge: &str,
    ) -> Result<u32, PasskeyFault> {
        self.check_said(shown.client_data, Ceremony::Show, challenge)?;
        let data = AuthenticatorData::read(shown.authenticator_data).ok_or(PasskeyFault::Shape)?;
        self.check_authenticator(&data)?;
        if data.is(SYNCED) != synced {
            return Err(PasskeyFault::Synced);
        }
        let key = PublicKey::read(&mut Reader::new(public_key)).ok_or(PasskeyFault::Key)?;
        let said = Sha256::digest(shown.client_data);
        let signed = [shown.authenticator_data, said.as_slice()].concat();
        if !key.is_signature(&signed, shown.signature) {
            return Err(PasskeyFault::Signature);
        }
        Ok(data.sign_count)
    }

    fn check_said(
        &self,
        text: &[u8],
        purpose: Ceremony,
        challenge: &str,
    ) -> Result<(), PasskeyFault> {
        let said = Said::read(text).ok_or(PasskeyFault::Shape)?;
        if said.purpose != purpose.name() {
            return Err(PasskeyFault::Purpose);
        }
        if said.challenge != challenge {
            return Err(PasskeyFault::Challenge);
        }
        if said.origin != self.origin || said.is_framed() {
            return Err(PasskeyFault::Origin);
        }
        Ok(())
    }

    fn check_authenticator(&self, data: &AuthenticatorData) -> Result<(), PasskeyFault> {
        if data.relying_party != Sha256::digest(self.id.as_bytes()).as_slice() {
            return Err(PasskeyFault::RelyingParty);
        }
        if !data.is(PRESENT) || !data.is(VERIFIED) {
            return Err(PasskeyFault::NotVerified);
        }
        if data.is(BACKED_UP) && !data.is(SYNCED) {
            return Err(PasskeyFault::Synced);
        }
        Ok(())
    }
}

const PRESENT: u8 = 1;
const VERIFIED: u8 = 1 << 2;
/// It may be on several devices.
const SYNCED: u8 = 1 << 3;
/// It is now.
const BACKED_UP: u8 = 1 << 4;
const HAS_CREDENTIAL: u8 = 1 << 6;
const HAS_EXTENSIONS: u8 = 1 << 7;

/// Longest name of a credential, in bytes.
const CREDENTIAL_MAX: usize = 1_023;

/// What an authenticator says and signs.
struct AuthenticatorData<'a> {
    /// The digest of the relying party's id.
    relying_party: &'a [u8],
    flags: u8,
    sign_count: u32,
    /// The name of a new passkey, and what follows it: its key, then extensions.
    credential: Option<(&'a [u8], &'a [u8])>,
}

impl<'a> AuthenticatorData<'a> {
    fn read(text: &'a [u8]) -> Option<Self> {
        let (relying_party, rest) = text.split_at_checked(32)?;
        let (flags, rest) = rest.split_first()?;
        let (count, rest) = rest.split_first_chunk::<4>()?;
        let mut data = Self {
            relying_party,
            flags: *flags,
            sign_count: u32::from_be_bytes(*count),
            credential: None,
        };
        if data.is(HAS_CREDENTIAL) {
            // Behind the model of the authenticator.
            let (_, rest) = rest.split_at_checked(16)?;
            let (length, rest) = rest.split_first_chunk::<2>()?;
            let length = usize::from(u16::from_be_bytes(*length));
            if length == 0 || length > CREDENTIAL_MAX {
                return None;
            }
            data.credential = Some(rest.split_at_checked(length)?);
        } else {
            data.end(&mut Reader::new(rest))?;
        }
        Some(data)
    }

    fn is(&self, flag: u8) -> bool {
        self.flags & flag != 0
    }

    /// Reads past the extensions that the flags speak of, and refuses anything behind them.
    fn end(&self, reader: &mut Reader) -> Option<()> {
        if self.is(HAS_EXTENSIONS) {
            reader.skip()?;
        }
        reader.rest().is_empty().then_some(())
    }
}

/// The authenticator's part of an attestation.
fn authenticator_data(attestation: &[u8]) -> Option<&[u8]> {
    let mut reader = Reader::new(attestation);
    let mut found = None;
    for _ in 0..reader.map()? {
        match reader.item()? {
            Item::Text("authData") => match reader.item()? {
                Item::Bytes(data) if found.is_none() => found = Some(data),
                _ => return None,
            },
            Item::Text(_) => reader.skip()?,
            _ => return None,
        }
    }
    found.filter(|_| reader.rest().is_empty())
}

#[cfg(test)]
mod tests;
