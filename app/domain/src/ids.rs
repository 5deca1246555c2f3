//! Ids of our own things: UUIDs, made by the server's ports, one type each so that they cannot be swapped.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )+};
}

ids! {
    /// A clinic's system that may make requests.
    ApplicationId,
    /// One invitation for one patient.
    ConnectRequestId,
    /// An account holder.
    PersonId,
    /// A health record.
    RecordId,
    /// Person x record x application.
    AuthorizationId,
    /// Someone who works the desk of one application.
    StaffId,
    /// An account that waits for its mailed digits.
    SignUpId,
    /// A link by mail to choose a password.
    InvitationId,
    /// A person's way to a new password, which waits for its mailed digits or its link.
    PasswordResetId,
    /// A key of a person that signs in without the password; not the credential's own id.
    PasskeyId,
    /// Work on many requests at once.
    BatchId,
    /// A bearer key of an application; not the key itself.
    ApiKeyId,
}
