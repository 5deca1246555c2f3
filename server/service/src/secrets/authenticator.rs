//! Authenticator apps (RFC 6238): six digits of a shared secret and the time, new every 30 seconds.

use domain::timestamp::Timestamp;
use totp_rs::{Builder, Secret, Totp};

/// What an app and the server both know: 20 bytes, as RFC 4226 advises.
pub const SECRET: usize = 20;

struct Authenticator(Totp);

impl Authenticator {
    /// None for bytes that are too few.
    fn new(secret: &[u8]) -> Option<Self> {
        let totp = Builder::new().with_secret(secret.to_vec()).build().ok()?;
        Some(Self(totp))
    }

    /// The step whose code this is, of those that may count now: the last, this one and the next. Compares in constant time.
    fn step(&self, code: &str, now: Timestamp) -> Option<i64> {
        let seconds = u64::try_from(now.micros() / 1_000_000).ok()?;
        let step = self.0.check(code, seconds)?;
        i64::try_from(step).ok()
    }
}

/// The step of a right code, by the secret alone.
pub fn step(secret: &[u8], code: &str, now: Timestamp) -> Option<i64> {
    Authenticator::new(secret)?.step(code, now)
}

/// The secret as people type it.
pub fn base32(secret: &[u8]) -> String {
    Secret::from(secret.to_vec()).to_base32()
}

/// What the QR code holds; None for names that do not fit into one.
pub fn address(secret: &[u8], clinic: &str, email: &str) -> Option<String> {
    // A colon parts the two names.
    let plain = |name: &str| name.replace(':', " ").trim().to_owned();
    let totp = Builder::new()
        .with_secret(secret.to_vec())
        .with_issuer(Some(plain(clinic)))
        .with_account_name(plain(email))
        .build()
        .ok()?;
    totp.to_url().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// From RFC 6238, appendix B, cut to six digits.
    #[test]
    fn the_codes_are_those_of_the_standard() {
        let authenticator = Authenticator::new(b"12345678901234567890").expect("20 bytes");
        for (seconds, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
        ] {
            let at = |seconds: i64| Timestamp::from_micros(seconds * 1_000_000);
            let step = seconds / 30;
            for (now, counts) in [
                (step * 30 - 31, false),
                (step * 30 - 30, true),
                (seconds, true),
                (step * 30 + 59, true),
                (step * 30 + 60, false),
            ] {
                let found = authenticator.step(code, at(now));
                assert_eq!(found, counts.then_some(step), "{code} at {now}");
            }
            assert_eq!(authenticator.step("12345", at(seconds)), None);
            assert_eq!(authenticator.step("+12345", at(seconds)), None);
        }
    }

    #[test]
    fn the_address_names_clinic_and_person_and_survives_any_name() {
        let secret = b"12345678901234567890";
        let address = address(secret, "Müller & Söhne: GP", "kim@clinic.example");
        let address = address.expect("an address");
        assert!(address.starts_with("otpauth://totp/"), "{address}");
        assert!(address.contains(&format!("secret={}", base32(secret))));
        assert!(address.is_ascii() && !address.contains(' '), "{address}");
    }
}
