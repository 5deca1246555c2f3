//! The ways a mail leaves the house, behind one door that writes the headers.
//!
//! Nothing here decides whether to retry: it only returns the result of a mail.

use super::folder::Folder;
use super::message::Rendered;
use super::smtp::{Smtp, SmtpUrlError, Talk};
use crate::roots::Roots;
use domain::address;
use domain::outgoing_mail::MailSettings;
use domain::policy;
use domain::timestamp::Timestamp;
use lettre::Address;
use lettre::message::header::{Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MessageBuilder, MultiPart, SinglePart};
use std::error::Error;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};
use uuid::Uuid;

/// One mail to one person. Not logged: it holds codes and digits.
#[derive(Clone)]
pub struct Envelope {
    /// The job's id; the same job writes the same Message-ID however often it tries.
    pub id: Uuid,
    pub to: String,
    /// The clinic's own address, where it is known.
    pub reply_to: Option<String>,
    pub written_at: Timestamp,
    pub mail: Rendered,
}

/// The result of a mail that was not taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SendFailure {
    /// Not sent; it may be tried again.
    #[error("the mail was not sent: {0}")]
    Retry(String),
    /// Refused because of this installation, regardless of who the mail is for: it may be tried again once an operator has seen
    /// to it.
    #[error("the mail server refuses this installation: {0}")]
    Ours(String),
    /// Refused for good.
    #[error("the mail was refused: {0}")]
    Bounced(String),
    /// Handed over in whole or in part, without an answer: a second try might arrive twice.
    #[error("nobody knows whether the mail was sent: {0}")]
    Unknown(String),
}

/// How mail leaves.
#[expect(
    clippy::large_enum_variant,
    reason = "a process has one or two of them, never a list"
)]
pub enum Transport {
    Smtp(Smtp),
    /// Into a folder, for development.
    File(Folder),
    /// Into memory, for tests.
    Memory(Memory),
    /// Not at all: the installation said so by name.
    None,
    /// No one has said yet how; mail waits until someone does.
    Unset,
}

/// Writes the headers and hands over to the transport.
pub struct Mailer {
    from: Mailbox,
    /// Host of the public URL: the right half of each Message-ID.
    host: String,
    transport: Transport,
    /// Whom stored servers are trusted by.
    roots: Roots,
}

impl Mailer {
    pub fn new(from: Mailbox, host: String, transport: Transport) -> Self {
        Self {
            from,
            host,
            transport,
            roots: Roots::of_this_machine().clone(),
        }
    }

    /// The same, where servers of stored settings are trusted by these authorities.
    #[must_use]
    pub fn trusting(self, roots: &Roots) -> Self {
        Self {
            roots: roots.clone(),
            ..self
        }
    }

    pub const fn transport(&self) -> &Transport {
        &self.transport
    }

    /// Whether this is the last word on how mail leaves: where the configuration names nothing, stored settings count.
    pub const fn decides(&self) -> bool {
        !matches!(self.transport, Transport::File(_) | Transport::Unset)
    }

    /// What mail leaves by where these settings are stored. A server for this machine alone that is to send none continues
    /// to write it into files.
    pub fn instead(self: &Arc<Self>, settings: &MailSettings) -> Result<Arc<Self>, SmtpUrlError> {
        let (from, transport) = match (settings, &self.transport) {
            (MailSettings::Server { server, from }, Transport::File(_) | Transport::Unset) => {
                let address = from.parse::<Address>()?;
                let from = Mailbox::new(self.from.name.clone(), address);
                let smtp = Smtp::of(server.clone(), &self.host)?.trusting(&self.roots)?;
                (from, Transport::Smtp(smtp))
            }
            (MailSettings::None, Transport::Unset) => (self.from.clone(), Transport::None),
            _ => return Ok(self.clone()),
        };
        let mailer = Self::new(from, self.host.clone(), transport);
        Ok(Arc::new(mailer.trusting(&self.roots)))
    }

    /// Sends one mail. Takes at most the sum of the SMTP stages' limits.
    pub async fn send(&self, envelope: &Envelope) -> Result<(), SendFailure> {
        self.open(envelope).await?.finish().await
    }

    /// Goes as far as a mail can still be taken back: with SMTP, up to the server's readiness for its text.
    pub async fn open(&self, envelope: &Envelope) -> Result<Opened<'_>, SendFailure> {
        let message = self.write(envelope)?;
        Ok(match &self.transport {
            Transport::Smtp(smtp) => Opened::Smtp {
                talk: Box::new(smtp.begin(message.envelope()).await?),
                text: message.formatted(),
            },
            Transport::File(folder) => Opened::File {
                folder,
                id: envelope.id,
                text: message.formatted(),
            },
            Transport::Memory(memory) => Opened::Memory {
                memory,
                envelope: Box::new(envelope.clone()),
            },
            Transport::Unset => {
                return Err(SendFailure::Retry(
                    "this installation does not know yet how to send mail".to_owned(),
                ));
            }
            Transport::None => {
                return Err(SendFailure::Bounced(
                    "this installation sends no mail".to_owned(),
                ));
            }
        })
    }

    fn write(&self, envelope: &Envelope) -> Result<lettre::Message, SendFailure> {
        let to = recipient(&envelope.to)?;
        let route = lettre::address::Envelope::new(Some(self.from.email.clone()), vec![to.clone()]);
        let mut builder = MessageBuilder::new()
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .envelope(route.map_err(bounced)?)
            .subject(envelope.mail.subject.clone())
            .date(system_time(envelope.written_at))
            .message_id(Some(format!("<{}@{}>", envelope.id, self.host)))
            // Mail programs fold mails with one subject into one talk and hide what repeats: each is its own talk.
            .references(format!("<{}.talk@{}>", envelope.id, self.host))
            .header(EntityReference(envelope.id.to_string()))
            .header(AutoSubmitted);
        // A clinic's address that no longer reads as one must not stop the clinic's mails.
        let reply_to = envelope.reply_to.as_deref().map(str::parse);
        if let Some(Ok(address)) = reply_to {
            builder = builder.reply_to(Mailbox::new(None, address));
        }
        // The boundary comes from the id, so that one job writes one text, to the byte.
        let parts = MultiPart::alternative()
            .boundary(format!("part-{}", envelope.id.simple()))
            .singlepart(SinglePart::plain(envelope.mail.text.clone()))
            .singlepart(SinglePart::html(envelope.mail.html.clone()));
        builder.multipart(parts).map_err(bounced)
    }
}

/// A mail at the point of no return.
pub enum Opened<'a> {
    Smtp {
        talk: Box<Talk>,
        text: Vec<u8>,
    },
    File {
        folder: &'a Folder,
        id: Uuid,
        text: Vec<u8>,
    },
    Memory {
        memory: &'a Memory,
        envelope: Box<Envelope>,
    },
}

impl Opened<'_> {
    /// Lets it leave.
    pub async fn finish(self) -> Result<(), SendFailure> {
        match self {
            Self::Smtp { talk, text } => talk.finish(&text).await,
            Self::File { folder, id, text } => folder
                .keep(id, &text)
                .await
                .map_err(|error| SendFailure::Retry(error.to_string())),
            Self::Memory { memory, envelope } => {
                memory.keep(*envelope);
                Ok(())
            }
        }
    }
}

/// The address that a mail goes to. The library takes no underscore in a domain, which mail does.
fn recipient(to: &str) -> Result<Address, SendFailure> {
    let read = address::email(to, policy::EMAIL_MAX).ok();
    let parts = read.as_deref().and_then(|read| read.rsplit_once('@'));
    let (user, domain) =
        parts.ok_or_else(|| SendFailure::Bounced("the address is no e-mail address".to_owned()))?;
    Ok(Address::new_dangerous(user, domain))
}

fn bounced(error: impl Error) -> SendFailure {
    SendFailure::Bounced(error.to_string())
}

fn system_time(at: Timestamp) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_micros(u64::try_from(at.micros()).unwrap_or(0))
}

/// Tells other machines not to answer (RFC 3834).
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

/// Tells Gmail that this is no repetition of an earlier mail.
#[derive(Clone)]
struct EntityReference(String);

impl Header for EntityReference {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("X-Entity-Ref-ID")
    }

    fn parse(id: &str) -> Result<Self, Box<dyn Error + Send + Sync>> {
        Ok(Self(id.to_owned()))
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), self.0.clone())
    }
}

/// Mails kept in memory; clones share them.
#[derive(Clone, Default)]
pub struct Memory(Arc<Mutex<Vec<Envelope>>>);

impl Memory {
    /// Everything sent so far, in order.
    pub fn sent(&self) -> Vec<Envelope> {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    fn keep(&self, envelope: Envelope) {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(envelope);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mailer(transport: Transport) -> Mailer {
        let from = "Patient Connect <no-reply@connect.example.org>"
            .parse()
            .expect("a sender");
        Mailer::new(from, "connect.example.org".to_owned(), transport)
    }

    fn envelope() -> Envelope {
        Envelope {
            id: Uuid::from_u128(7),
            to: "pat@example.org".to_owned(),
            reply_to: Some("desk@clinic.example".to_owned()),
            written_at: Timestamp::parse("2026-05-03T09:14:00Z").expect("a time"),
            mail: Rendered {
                subject: "Your connection code from Müller's".to_owned(),
                text: "Words".to_owned(),
                html: "<p>Words</p>".to_owned(),
            },
        }
    }

    fn written(envelope: &Envelope) -> String {
        let message = mailer(Transport::None).write(envelope).expect("a message");
        String::from_utf8(message.formatted()).expect("text")
    }

    #[test]
    fn the_headers_are_complete_and_stable() {
        assert_eq!(written(&envelope()), written(&envelope()));
        insta::assert_snapshot!(written(&envelope()).replace('\r', ""));
    }

    #[test]
    fn each_mail_is_a_talk_of_its_own() {
        let of = |id| {
            let text = written(&Envelope {
                id: Uuid::from_u128(id),
                ..envelope()
            });
            let lines = text.lines().map(str::to_owned);
            let own = |line: &String| {
                line.starts_with("References:") || line.starts_with("X-Entity-Ref-ID:")
            };
            lines.filter(own).collect::<Vec<_>>()
        };
        let mails = [of(1), of(2), of(3)];
        assert!(mails.iter().all(|lines| lines.len() == 2), "D10 {mails:?}");
        assert!(
            mails[0] != mails[1] && mails[1] != mails[2] && mails[0] != mails[2],
            "D10 {mails:?}"
        );
    }

    #[test]
    fn a_domain_with_an_underscore_and_one_in_other_letters_are_mailed_to() {
        for (to, written_as) in [
            ("pat@my_host.example.org", "pat@my_host.example.org"),
            ("pat@m\u{fc}ller-praxis.de", "pat@xn--mller-praxis-dlb.de"),
        ] {
            let mail = Envelope {
                to: to.to_owned(),
                ..envelope()
            };
            let message = mailer(Transport::None).write(&mail).expect("a message");
            let route: Vec<_> = message
                .envelope()
                .to()
                .iter()
                .map(ToString::to_string)
                .collect();
            assert_eq!(route, [written_as], "D7");
            assert!(written(&mail).contains(&format!("To: {written_as}")), "D7");
        }
    }

    #[test]
    fn no_free_text_becomes_a_header() {
        let mut mail = envelope();
        mail.mail.subject = "Code\r\nBcc: eve@example.org\r\n\r\nBody".to_owned();
        let text = written(&mail);
        assert!(!text.contains("\nBcc:"), "{text}");
        let (head, _) = text.split_once("\r\n\r\n").expect("a head");
        assert!(head.contains("Content-Type: multipart/alternative"));

        mail.reply_to = Some("desk@clinic.example\r\nBcc: eve@example.org".to_owned());
        assert!(!written(&mail).contains("Reply-To"));
    }

    #[tokio::test]
    async fn an_address_that_is_none_bounces() {
        for to in [
            "pat",
            "pat@example.org\r\nBcc: eve@example.org",
            "a@b.org, c@d.org",
        ] {
            let mail = Envelope {
                to: to.to_owned(),
                ..envelope()
            };
            let memory = Memory::default();
            let outcome = mailer(Transport::Memory(memory.clone())).send(&mail).await;
            assert!(matches!(outcome, Err(SendFailure::Bounced(_))), "{to}");
            assert!(memory.sent().is_empty());
        }
    }

    #[tokio::test]
    async fn memory_keeps_what_was_sent_and_none_sends_nothing() {
        let memory = Memory::default();
        let outcome = mailer(Transport::Memory(memory.clone()))
            .send(&envelope())
            .await;
        assert_eq!(outcome, Ok(()));
        assert_eq!(memory.sent().len(), 1);
        let outcome = mailer(Transport::None).send(&envelope()).await;
        assert!(matches!(outcome, Err(SendFailure::Bounced(_))));
    }
}
