//! The platform's status codes: how every refusal reads on the wire.

use service::Fault;

macro_rules! statuses {
    ($($name:ident = $code:literal, $message:literal;)+) => {
        /// Why a call was not done; its number and name are the original's.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Status { $($name,)+ }

        impl Status {
            pub const fn code(self) -> u16 {
                match self { $(Self::$name => $code,)+ }
            }

            pub const fn message(self) -> &'static str {
                match self { $(Self::$name => $message,)+ }
            }
        }
    };
}

statuses! {
    Failed = 1, "The server could not do this now. Try again.";
    InvalidXml = 3, "The request is not XML of the shape that the method asks for.";
    InvalidFriendlyName = 3, "friendly-name: it is missing, blank, longer than 120 characters, or holds a line break or another character that cannot be seen.";
    InvalidExternalId = 3, "external-id: it is missing, blank, longer than 255 characters, starts or ends with a blank, or holds a line break or another character that cannot be seen.";
    InvalidCallBackUrl = 3, "call-back-url: it is not an address that begins with https:// and holds at most 2000 characters.";
    BadSignature = 4, "A signature, hash or HMAC is missing or does not fit the bytes that were sent.";
    BadMethod = 5, "There is no such method, or not in this version.";
    InvalidApplication = 6, "There is no such application.";
    CredentialTokenExpired = 7, "The user's token is not valid any more.";
    InvalidToken = 8, "The session token is not valid.";
    InvalidPerson = 9, "The header names no person.";
    InvalidRecord = 10, "The header names no record.";
    AccessDenied = 11, "The application or the person may not do this.";
    InvalidThing = 13, "There is no such thing in the record.";
    InvalidFilter = 15, "The filter asks for something that is not supported.";
    RequestTooLong = 39, "The request is longer than 4 MB, or than 16 KB where it proves nothing.";
    RequestTimedOut = 49, "The request's time to live is over, its time lies in the future, or it was taken before.";
    TooManyGroups = 53, "More groups than one call may hold.";
    VersionStampMissing = 60, "A version stamp is missing.";
    VersionStampMismatch = 61, "The thing was changed since it was read.";
    SessionTokenExpired = 65, "The session token has expired: open another session.";
    InvalidDateTime = 69, "A date or time cannot be read.";
    BadCertificate = 70, "The application has no live certificate with this thumbprint.";
    ResponseTooLong = 71, "The answer would hold more than one answer may: ask for fewer, or for those since a later time.";
    InvalidQuestion = 72, "question: it is missing, blank, longer than 200 characters, or holds a line break or another character that cannot be seen.";
    InvalidAnswer = 73, "answer: it is missing, blank, longer than 200 characters, or holds a line break or another character that cannot be seen.";
    InvalidIdentityCode = 74, "The application has no connect request with this code or external id.";
    RetryLimitExceeded = 75, "Too many sessions were asked for without proof from this network: wait a minute.";
    DuplicateConnectRequest = 79, "Another connect request of the application holds this external id.";
    ConnectRequestAlreadyAuthorized = 84, "Somebody is connected by this request already.";
    UnsupportedContentEncoding = 91, "The body's encoding is neither gzip nor deflate.";
    ContentEncodingMismatch = 92, "The body is not encoded as its header says.";
    TooManyThings = 124, "More things than one call may hold.";
    DuplicateAlternateId = 139, "The application uses this alternate id already.";
    AlternateIdNotFound = 140, "The application has no such alternate id.";
    AlternateIdsLimitExceeded = 141, "This person and record have as many alternate ids as may be.";
    AlternateIdMissing = 142, "The alternate id is missing, blank, longer than 255 characters, starts or ends with a blank, or holds a character that cannot be seen.";
}

impl<E: Into<Fault>> From<E> for Status {
    fn from(error: E) -> Self {
        let error: Fault = error.into();
        if let Fault::TakenBefore = error {
            return Self::RequestTimedOut;
        }
        tracing::error!(error = %error, "a call of the platform failed");
        Self::Failed
    }
}
