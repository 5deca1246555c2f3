//! The platform's status codes: how every refusal reads on the wire.

use domain::thing::Misfit;
use service::Fault;
use std::borrow::Cow;
use std::fmt::Display;

macro_rules! statuses {
    ($($name:ident = $code:literal, $message:literal;)+) => {
        /// Why a call was not done; its number and name are the original's.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Status {
            $($name,)+
            /// Data that does not fit its type.
            Misfit(Misfit),
        }

        impl Status {
            pub const fn code(self) -> u16 {
                match self { $(Self::$name => $code,)+ Self::Misfit(_) => 3 }
            }

            pub fn message(self) -> Cow<'static, str> {
                match self {
                    $(Self::$name => $message.into(),)+
                    Self::Misfit(misfit) => format!("data-xml: {misfit}.").into(),
                }
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
    NotImplemented = 12, "The request asks for something that this platform does not do.";
    InvalidThing = 13, "There is no such thing in the record.";
    InvalidFilter = 15, "The filter asks for something that is not supported.";
    InvalidFormat = 16, "The format asks for a section or a payload that things do not have here.";
    InvalidThingType = 19, "There is no such type among those that are known here.";
    InvalidTransform = 34, "Data and answers are not transformed here.";
    SettingsTooLong = 39, "app-settings: they are longer than 64 KB.";
    RequestTooLong = 39, "The request is longer than 4 MB, or than 16 KB where it proves nothing.";
    RequestTimedOut = 49, "The request's time to live is over, its time lies in the future, or it was taken before.";
    TooManyGroups = 53, "More groups than one call may hold.";
    InvalidVocabulary = 55, "There is no such vocabulary, or not in this family or version.";
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
    InvalidVocabularyItem = 78, "code-value: the vocabulary has no such item.";
    DuplicateConnectRequest = 79, "Another connect request of the application holds this external id.";
    ConnectRequestAlreadyAuthorized = 84, "Somebody is connected by this request already.";
    InvalidTypeVersion = 85, "type-version-format: things are given in the version that they were put in, which has to be among the versions named.";
    UnsupportedContentEncoding = 91, "The body's encoding is neither gzip nor deflate.";
    ContentEncodingMismatch = 92, "The body is not encoded as its header says.";
    InvalidThingState = 123, "thing-state: things are put as Active; RemoveThings removes them.";
    TooManyThings = 124, "More things than one call may hold.";
    PersonalFlag = 131, "flags: things are not kept for custodians alone, so that the personal flag cannot be set.";
    DuplicateAlternateId = 139, "The application uses this alternate id already.";
    AlternateIdNotFound = 140, "The application has no such alternate id.";
    AlternateIdsLimitExceeded = 141, "This person and record have as many alternate ids as may be.";
    AlternateIdMissing = 142, "The alternate id is missing, blank, longer than 255 characters, starts or ends with a blank, or holds a character that cannot be seen.";
    ReadOnlyFlag = 161, "flags: every thing can be changed here, so that the read-only flag cannot be set.";
}

impl Status {
    /// For `map_err`: what a parser refuses. The caller reads the status alone; the parser's reason is for the log.
    pub fn not_xml(error: impl Display) -> Self {
        tracing::debug!(%error, "a call of the platform is not of the shape that its method asks for");
        Self::InvalidXml
    }

    /// The same for work that did not come to its end.
    pub fn failed(error: impl Display) -> Self {
        tracing::error!(%error, "a call of the platform failed");
        Self::Failed
    }
}

impl<E: Into<Fault>> From<E> for Status {
    fn from(error: E) -> Self {
        let error: Fault = error.into();
        if let Fault::TakenBefore = error {
            return Self::RequestTimedOut;
        }
        Self::failed(error)
    }
}
