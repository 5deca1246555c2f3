//! Passkeys of people: what is kept of one, and what the count of its signatures says.

use super::ids::PasskeyId;
use super::timestamp::Timestamp;

/// A passkey as its person knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passkey {
    pub id: PasskeyId,
    pub name: String,
    pub made_at: Timestamp,
    /// The last sign-in with it.
    pub used_at: Option<Timestamp>,
    /// Whether it may be on several devices of the person.
    pub synced: bool,
}

/// Whether the count that comes with a signature fits the one of the last. Authenticators that do not count always say 0;
/// a count that does not grow means that there is a copy of the key.
pub const fn counts_on(last: u32, shown: u32) -> bool {
    (last == 0 && shown == 0) || shown > last
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_grows_or_is_always_zero() {
        for (last, shown, fits) in [
            (0, 0, true),
            (0, 1, true),
            (7, 8, true),
            (7, 900, true),
            (7, 7, false),
            (7, 6, false),
            (7, 0, false),
            (u32::MAX, 0, false),
        ] {
            assert_eq!(counts_on(last, shown), fits, "{last} then {shown}");
        }
    }
}
