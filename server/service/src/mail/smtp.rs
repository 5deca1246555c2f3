//! SMTP, one stage at a time: what a failure means depends on how far the talk had come.
//!
//! | when | the server's answer or silence | outcome |
//! |---|---|---|
//! | greeting, TLS, sign-in | anything but yes: it is about us, not about this mail | retry |
//! | sender, recipient, `DATA` | 4xx, silence, a lost connection | retry |
//! | sender, recipient, `DATA`, the mail itself | 5xx about us ([`verdict`](super::verdict)) | retry, and operators hear of it |
//! | recipient, `DATA`, the mail itself | 5xx about the recipient or the mail | bounced |
//! | the mail itself | 4xx | retry |
//! | the mail itself | silence, a lost connection | unknown |

mod talk;
mod token;
mod trouble;
mod url;

pub use self::talk::Talk;
pub use self::trouble::Trouble;
pub use self::url::{SmtpUrlError, read_smtp_url};

use self::talk::{say_goodbye, silence};
use self::token::{read_token, sign_in_by_token};
use self::trouble::{reason, sign_in_trouble};
use super::transport::SendFailure;
use crate::roots::Roots;
use ::url::Url;
use domain::outgoing_mail::{MailServer, Security};
use lettre::address::Envelope;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{AsyncSmtpConnection, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use percent_encoding::percent_decode_str;
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};
use std::time::Duration;
use tokio::net::lookup_host;
use tokio::time::timeout;

/// How long each stage may take.
#[derive(Clone, Copy)]
struct Limits {
    /// From the first packet to the end of the sign-in.
    connect: Duration,
    /// For each address of the server's name, until the next one is tried.
    address: Duration,
    /// For each answer to sender, recipient and `DATA`.
    command: Duration,
    /// For all of that together: a server that is slow at every stage holds a lane no longer.
    begin: Duration,
    /// For the mail itself and its answer. RFC 5321 would wait 10 minutes so as not to send twice; a silence here is
    /// never sent again by itself.
    content: Duration,
}

const LIMITS: Limits = Limits {
    connect: Duration::from_secs(30),
    address: Duration::from_secs(4),
    command: Duration::from_secs(30),
    begin: Duration::from_mins(1),
    content: Duration::from_mins(2),
};

/// How the talk is protected.
enum Tls {
    /// From the first byte (`smtps://`).
    Wrapped(TlsParameters),
    /// STARTTLS, or no mail (`?tls=required`, and whenever a password is given).
    Required(TlsParameters),
    /// STARTTLS where it is offered.
    Offered(TlsParameters),
    /// Never (`?tls=none`), for a relay on the same machine.
    Off,
}

/// How we say who we are.
enum Proof {
    Nothing,
    Password(Credentials),
    /// An access token (XOAUTH2). Others renew the file, so it is read for each talk.
    Token {
        user: String,
        file: PathBuf,
    },
}

/// The mail server to hand over to.
pub struct Smtp {
    host: String,
    port: u16,
    tls: Tls,
    proof: Proof,
    hello: ClientId,
    limits: Limits,
}

fn tls(roots: &Roots, host: &str) -> Result<TlsParameters, SmtpUrlError> {
    let parameters = roots.smtp(host);
    parameters.map_err(|error| SmtpUrlError::Tls(error.to_string()))
}

impl Smtp {
    /// Reads the address of a server; `hello` is the host we name ourselves by.
    pub fn parse(url: &str, hello: &str) -> Result<Self, SmtpUrlError> {
        Self::of(read_smtp_url(url)?, hello)
    }

    /// The same, signed in to with the access token of a file.
    pub fn with_token(url: &str, hello: &str, file: &Path) -> Result<Self, SmtpUrlError> {
        let mut url = Url::parse(url)?;
        let user = percent_decode_str(url.username())
            .decode_utf8()?
            .into_owned();
        if user.is_empty() || url.password().is_some() || url.query() == Some("tls=none") {
            return Err(SmtpUrlError::Token);
        }
        read_token(file).map_err(|error| SmtpUrlError::TokenFile(error.to_string()))?;
        url.set_username("").ok().ok_or(SmtpUrlError::Shape)?;
        let mut server = read_smtp_url(url.as_str())?;
        if server.security == Security::Offered {
            // No token leaves in the clear, as no password does.
            server.security = Security::Required;
            server.port = url.port().unwrap_or(server.security.usual_port());
        }
        let file = file.to_owned();
        Ok(Self {
            proof: Proof::Token { user, file },
            ..Self::of(server, hello)?
        })
    }

    pub fn of(server: MailServer, hello: &str) -> Result<Self, SmtpUrlError> {
        let MailServer {
            host,
            port,
            security,
            login,
        } = server;
        let parameters = tls(Roots::of_this_machine(), &host)?;
        Ok(Self {
            host,
            port,
            tls: match security {
                Security::Wrapped => Tls::Wrapped(parameters),
                Security::Required => Tls::Required(parameters),
                Security::Offered => Tls::Offered(parameters),
                Security::Off => Tls::Off,
            },
            proof: login.map_or(Proof::Nothing, |login| {
                Proof::Password(Credentials::new(login.user, login.password))
            }),
            hello: hello_name(hello),
            limits: LIMITS,
        })
    }

    /// The same server, trusted by these authorities.
    pub fn trusting(self, roots: &Roots) -> Result<Self, SmtpUrlError> {
        let parameters = tls(roots, &self.host)?;
        let tls = match self.tls {
            Tls::Wrapped(_) => Tls::Wrapped(parameters),
            Tls::Required(_) => Tls::Required(parameters),
            Tls::Offered(_) => Tls::Offered(parameters),
            Tls::Off => Tls::Off,
        };
        Ok(Self { tls, ..self })
    }

    /// The server's name and port, as people write them.
    pub fn server(&self) -> String {
        format!("{}:{}", self.host, self.port)
    }

    /// Talks to the server up to where a mail would follow: greeting, TLS, sign-in.
    pub async fn try_out(&self) -> Result<(), Trouble> {
        let mut connection = self.connect().await?;
        say_goodbye(&mut connection).await;
        Ok(())
    }

    /// The same server, with less patience: each stage may take this long.
    #[must_use]
    pub fn with_patience(self, patience: Duration) -> Self {
        Self {
            limits: Limits {
                connect: patience,
                address: patience / 4,
                command: patience,
                begin: 4 * patience,
                content: patience,
            },
            ..self
        }
    }

    /// Comes as far as the server's readiness for the mail itself: until then nothing was sent.
    pub(super) async fn begin(&self, envelope: &Envelope) -> Result<Talk, SendFailure> {
        let talk = timeout(self.limits.begin, self.begin_talk(envelope)).await;
        talk.unwrap_or_else(|_| Err(silence("too many of its answers")))
    }

    async fn begin_talk(&self, envelope: &Envelope) -> Result<Talk, SendFailure> {
        let connection = self
            .connect()
            .await
            .map_err(|trouble| SendFailure::Retry(trouble.to_string()))?;
        let mut talk = Talk {
            connection,
            limits: self.limits,
        };
        match talk.address(envelope).await {
            Ok(()) => Ok(talk),
            Err(failure) => {
                say_goodbye(&mut talk.connection).await;
                Err(failure)
            }
        }
    }

    async fn connect(&self) -> Result<AsyncSmtpConnection, Trouble> {
        let talk = timeout(self.limits.connect, self.start_talk()).await;
        talk.unwrap_or(Err(Trouble::Silent))
    }

    async fn start_talk(&self) -> Result<AsyncSmtpConnection, Trouble> {
        match lookup_host((self.host.as_str(), self.port)).await {
            Ok(addresses) => self.talk_at(&addresses.collect::<Vec<_>>()).await,
            Err(_) => Err(Trouble::NoSuchHost),
        }
    }

    async fn talk_at(&self, addresses: &[SocketAddr]) -> Result<AsyncSmtpConnection, Trouble> {
        let wrapper = match &self.tls {
            Tls::Wrapped(parameters) => Some(parameters.clone()),
            Tls::Required(_) | Tls::Offered(_) | Tls::Off => None,
        };
        // One address of several may lead nowhere, as IPv6 does in some networks: none has all the time.
        let patience = Some(self.limits.address);
        let mut connection =
            AsyncSmtpConnection::connect_tokio1(addresses, patience, &self.hello, wrapper, None)
                .await
                .map_err(|error| Trouble::met(&error))?;
        match &self.tls {
            Tls::Required(parameters) | Tls::Offered(parameters) if connection.can_starttls() => {
                connection
                    .starttls(parameters.clone(), &self.hello)
                    .await
                    .map_err(|error| Trouble::Tls(reason(&error)))?;
            }
            Tls::Required(_) => return Err(Trouble::NoTls),
            Tls::Wrapped(_) | Tls::Offered(_) | Tls::Off => {}
        }
        match &self.proof {
            Proof::Nothing => {}
            Proof::Password(credentials) => {
                let signed_in = connection.auth(DEFAULT_MECHANISMS, credentials).await;
                signed_in.map_err(|error| sign_in_trouble(&error))?;
            }
            Proof::Token { user, file } => {
                let token = read_token(file);
                let token = token.map_err(|error| Trouble::TokenFile(error.to_string()))?;
                let credentials = Credentials::new(user.clone(), token);
                sign_in_by_token(&mut connection, credentials).await?;
            }
        }
        Ok(connection)
    }
}

fn hello_name(host: &str) -> ClientId {
    match host.trim_matches(['[', ']']).parse() {
        Ok(IpAddr::V4(address)) => ClientId::Ipv4(address),
        Ok(IpAddr::V6(address)) => ClientId::Ipv6(address),
        Err(_) => ClientId::Domain(host.to_owned()),
    }
}

#[cfg(test)]
mod tests;
