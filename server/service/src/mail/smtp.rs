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

use super::transport::SendFailure;
use super::verdict::{About, Stage, about};
use crate::roots::Roots;
use domain::outgoing_mail::{Login, MailServer, Security};
use lettre::address::{AddressError, Envelope};
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS, Mechanism};
use lettre::transport::smtp::client::{AsyncSmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Auth, Data, Mail, Quit, Rcpt};
use lettre::transport::smtp::extension::ClientId;
use percent_encoding::percent_decode_str;
use std::error::Error as _;
use std::io::ErrorKind;
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};
use std::time::Duration;
use tokio::net::lookup_host;
use tokio::time::timeout;
use url::{Host, Url};

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

/// Why an SMTP address is refused. None of these repeats it: it may hold a password.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum SmtpUrlError {
    #[error("the SMTP server's address does not read as smtp://[user:password@]host[:port]")]
    Shape,
    #[error("the SMTP server's address does not read as smtp://[user:password@]host[:port]")]
    Url(#[from] url::ParseError),
    #[error("the SMTP server's address does not read as smtp://[user:password@]host[:port]")]
    Login(#[from] std::str::Utf8Error),
    #[error("the sender's address cannot be read")]
    From(#[from] AddressError),
    #[error("the SMTP server's address starts with smtp:// or smtps://, not {0}://")]
    Scheme(String),
    #[error(
        "the SMTP server's address may end with ?tls=required or ?tls=none (not with smtps://), and with nothing else"
    )]
    Option,
    #[error("no TLS can be set up for the SMTP server: {0}")]
    Tls(String),
    #[error(
        "with an access token the SMTP server's address names a user and no password, as in smtp://user@host, and no ?tls=none"
    )]
    Token,
    #[error("the file with the access token cannot be read: {0}")]
    TokenFile(String),
}

/// Why no talk with the server comes about: about us and it, not about any mail.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    #[error("the SMTP server's name leads nowhere")]
    NoSuchHost,
    #[error("the SMTP server is not there: the connection was refused")]
    Refused,
    #[error("the SMTP server fell silent at the start of the talk")]
    Silent,
    #[error("no TLS came about with the SMTP server: {0}")]
    Tls(String),
    #[error("the SMTP server offers no TLS, which this installation asks for")]
    NoTls,
    #[error("the SMTP server did not take user and password: {0}")]
    SignIn(String),
    /// Microsoft 365 answers so where passwords are switched off for SMTP.
    #[error("the SMTP server takes no password: {0}")]
    NoPasswords(String),
    /// Google and others answer so to the password of the account itself.
    #[error("the SMTP server wants a password made for one application: {0}")]
    AppPassword(String),
    /// The access token is over, or not for this server.
    #[error("the SMTP server did not take the access token: {0}")]
    Token(String),
    #[error("the file with the access token cannot be read: {0}")]
    TokenFile(String),
    /// It answered, and not with yes; or the connection broke.
    #[error("the SMTP server turned us away: {0}")]
    Answer(String),
}

impl Trouble {
    fn met(error: &Error) -> Self {
        let causes = std::iter::successors(error.source(), |&cause| cause.source());
        let mut causes = causes.filter_map(|cause| cause.downcast_ref::<std::io::Error>());
        match causes.next().map(std::io::Error::kind) {
            Some(ErrorKind::ConnectionRefused) => Self::Refused,
            Some(ErrorKind::TimedOut | ErrorKind::HostUnreachable) => Self::Silent,
            Some(ErrorKind::InvalidData) => Self::Tls(reason(error)),
            _ if error.is_tls() => Self::Tls(reason(error)),
            _ => Self::Answer(reason(error)),
        }
    }
}

fn tls(roots: &Roots, host: &str) -> Result<TlsParameters, SmtpUrlError> {
    let parameters = roots.smtp(host);
    parameters.map_err(|error| SmtpUrlError::Tls(error.to_string()))
}

/// What the refusal of a sign-in means: by the enhanced code, or by words where the provider gives none.
fn sign_in_trouble(error: &Error) -> Trouble {
    const NO_PASSWORDS: [&str; 4] = [
        "5.7.30",
        "5.7.139",
        "basic authentication",
        "smtpclientauthentication is disabled",
    ];
    const APP_PASSWORD: [&str; 2] = ["5.7.9", "application-specific password"];
    let said = reason(error);
    let words = said.to_lowercase();
    let any = |known: &[&str]| known.iter().any(|known| words.contains(known));
    if any(&NO_PASSWORDS) {
        Trouble::NoPasswords(said)
    } else if any(&APP_PASSWORD) {
        Trouble::AppPassword(said)
    } else {
        Trouble::SignIn(said)
    }
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

/// A refusal comes as a challenge; the server gives its reason after an empty answer.
async fn sign_in_by_token(
    connection: &mut AsyncSmtpConnection,
    credentials: Credentials,
) -> Result<(), Trouble> {
    const BY_TOKEN: Mechanism = Mechanism::Xoauth2;
    let refused = |error: Error| Trouble::Token(reason(&error));
    let offered = connection.server_info().supports_auth_mechanism(BY_TOKEN);
    if !offered {
        return Err(Trouble::Token("it does not offer XOAUTH2".to_owned()));
    }
    let auth = Auth::new(BY_TOKEN, credentials, None).map_err(refused)?;
    let answer = connection.command(auth).await.map_err(refused)?;
    if answer.has_code(334) {
        let answer = connection.command("\r\n").await.map_err(refused)?;
        return Err(Trouble::Token(format!(
            "it answered with {}",
            answer.code()
        )));
    }
    Ok(())
}

/// A talk with a server that is ready for the mail itself.
pub struct Talk {
    connection: AsyncSmtpConnection,
    limits: Limits,
}

impl Talk {
    async fn address(&mut self, envelope: &Envelope) -> Result<(), SendFailure> {
        let sender = Mail::new(envelope.from().cloned(), Vec::new());
        self.command(Stage::Sender, "the sender", sender).await?;
        for recipient in envelope.to() {
            let recipient = Rcpt::new(recipient.clone(), Vec::new());
            self.command(Stage::Recipient, "the recipient", recipient)
                .await?;
        }
        self.command(Stage::Mail, "DATA", Data).await
    }

    /// Hands the mail over and tells what became of it.
    pub(super) async fn finish(mut self, mail: &[u8]) -> Result<(), SendFailure> {
        let outcome = match timeout(self.limits.content, self.connection.message(mail)).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(error)) if error.is_permanent() => Err(refused(Stage::Mail, &error)),
            Ok(Err(error)) if error.is_transient() => Err(retry(&error)),
            Ok(Err(error)) => Err(SendFailure::Unknown(reason(&error))),
            Err(_) => Err(SendFailure::Unknown(
                "the SMTP server fell silent after the mail".to_owned(),
            )),
        };
        say_goodbye(&mut self.connection).await;
        outcome
    }

    async fn command(
        &mut self,
        stage: Stage,
        named: &str,
        command: impl std::fmt::Display,
    ) -> Result<(), SendFailure> {
        match timeout(self.limits.command, self.connection.command(command)).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(error)) if error.is_permanent() => Err(refused(stage, &error)),
            Ok(Err(error)) => Err(retry(&error)),
            Err(_) => Err(silence(named)),
        }
    }
}

/// What came before stands; a server that is slow to say goodbye changes nothing.
async fn say_goodbye(connection: &mut AsyncSmtpConnection) {
    let _ = timeout(Duration::from_secs(1), connection.command(Quit)).await;
}

/// A refusal for good, by what it is about.
fn refused(stage: Stage, error: &Error) -> SendFailure {
    let code = error.status().map(|code| code.to_string());
    let code = code.and_then(|code| code.parse().ok()).unwrap_or(0);
    let said = reason(error);
    match about(stage, code, &said) {
        About::Us => SendFailure::Ours(said),
        About::Recipient | About::Mail => SendFailure::Bounced(said),
    }
}

fn retry(error: &Error) -> SendFailure {
    SendFailure::Retry(reason(error))
}

fn silence(stage: &str) -> SendFailure {
    SendFailure::Retry(format!("the SMTP server fell silent at {stage}"))
}

/// What a server says is shown to staff and stored: one line, of a length that fits there.
fn reason(error: &Error) -> String {
    const LONGEST: usize = 300;
    error
        .to_string()
        .chars()
        .map(|sign| if sign.is_control() { ' ' } else { sign })
        .take(LONGEST)
        .collect()
}

/// Reads `smtp://` or `smtps://` with an optional user and password.
pub fn read_smtp_url(url: &str) -> Result<MailServer, SmtpUrlError> {
    let url = Url::parse(url)?;
    let wrapped = match url.scheme() {
        "smtp" => false,
        "smtps" => true,
        other => return Err(SmtpUrlError::Scheme(other.to_owned())),
    };
    let host = match url.host() {
        Some(Host::Domain(name)) if !name.is_empty() => name.to_owned(),
        Some(Host::Ipv4(address)) => address.to_string(),
        Some(Host::Ipv6(address)) => address.to_string(),
        _ => return Err(SmtpUrlError::Shape),
    };
    if !matches!(url.path(), "" | "/") || url.fragment().is_some() {
        return Err(SmtpUrlError::Shape);
    }
    let login = login(&url)?;
    let security = match (wrapped, url.query()) {
        (true, None) => Security::Wrapped,
        (false, Some("tls=required")) => Security::Required,
        (false, Some("tls=none")) => Security::Off,
        (false, None) if login.is_some() => Security::Required,
        (false, None) => Security::Offered,
        _ => return Err(SmtpUrlError::Option),
    };
    Ok(MailServer {
        host,
        port: url.port().unwrap_or(security.usual_port()),
        security,
        login,
    })
}

/// Some hundred bytes, from a disk of this machine: not worth a thread of its own.
fn read_token(file: &Path) -> std::io::Result<String> {
    let token = std::fs::read_to_string(file)?.trim().to_owned();
    if token.is_empty() || token.chars().any(|sign| sign.is_control() || sign == ' ') {
        return Err(std::io::Error::new(
            ErrorKind::InvalidData,
            "it holds no token",
        ));
    }
    Ok(token)
}

fn login(url: &Url) -> Result<Option<Login>, SmtpUrlError> {
    let Some(password) = url.password() else {
        return if url.username().is_empty() {
            Ok(None)
        } else {
            Err(SmtpUrlError::Shape)
        };
    };
    let plain = |text: &str| {
        percent_decode_str(text)
            .decode_utf8()
            .map(std::borrow::Cow::into_owned)
    };
    Ok(Some(Login {
        user: plain(url.username())?,
        password: plain(password)?,
    }))
}

fn hello_name(host: &str) -> ClientId {
    match host.trim_matches(['[', ']']).parse() {
        Ok(IpAddr::V4(address)) => ClientId::Ipv4(address),
        Ok(IpAddr::V6(address)) => ClientId::Ipv6(address),
        Err(_) => ClientId::Domain(host.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
    use tokio::net::{TcpListener, TcpSocket, TcpStream};
    use tokio::task::JoinHandle;

    /// What the scripted server does at one stage.
    #[derive(Clone, Copy, PartialEq, Eq)]
    enum Act {
        Say(&'static str),
        Drop,
        Hang,
    }

    /// A server that says yes to everything but one stage. The stages are named by what the client has just sent:
    /// "" (nothing yet), a command's first word, or "." (the end of the mail).
    #[derive(Clone, Copy)]
    struct Script {
        stage: &'static str,
        act: Act,
        ehlo: &'static str,
    }

    impl Script {
        const fn at(stage: &'static str, act: Act) -> Self {
            Self {
                stage,
                act,
                ehlo: "250 sink",
            }
        }

        /// Plays one connection and returns all that the client sent.
        async fn play(self, stream: TcpStream) -> String {
            let (reader, mut writer) = stream.into_split();
            let mut lines = BufReader::new(reader).lines();
            let mut heard = String::new();
            let mut stage = String::new();
            let mut in_mail = false;
            loop {
                let usual = match stage.as_str() {
                    "" => "220 sink",
                    "EHLO" => self.ehlo,
                    "DATA" => "354 go on",
                    "QUIT" => "221 bye",
                    _ => "250 yes",
                };
                let act = if stage == self.stage {
                    self.act
                } else {
                    Act::Say(usual)
                };
                match act {
                    Act::Say(line) => {
                        in_mail = line.starts_with("354");
                        let sent = writer.write_all(format!("{line}\r\n").as_bytes()).await;
                        sent.expect("a client that listens");
                    }
                    Act::Drop => return heard,
                    Act::Hang => std::future::pending().await,
                }
                loop {
                    let Ok(Some(line)) = lines.next_line().await else {
                        return heard;
                    };
                    heard.push_str(&line);
                    heard.push('\n');
                    if !in_mail || line == "." {
                        stage = line
                            .split_whitespace()
                            .next()
                            .unwrap_or_default()
                            .to_owned();
                        break;
                    }
                }
            }
        }
    }

    async fn sink(script: Script) -> (u16, JoinHandle<String>) {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a listener");
        let port = listener.local_addr().expect("an address").port();
        let played = tokio::spawn(async move {
            let (stream, _) = listener.accept().await.expect("a client");
            script.play(stream).await
        });
        (port, played)
    }

    async fn deliver(url: &str) -> Result<(), SendFailure> {
        let smtp = Smtp::parse(url, "connect.example.org").expect("an address");
        let smtp = smtp.with_patience(Duration::from_millis(500));
        let address = |text: &str| text.parse().expect("an address");
        let envelope = Envelope::new(
            Some(address("no-reply@connect.example.org")),
            vec![address("pat@example.org")],
        );
        let envelope = envelope.expect("an envelope");
        let talk = smtp.begin(&envelope).await?;
        talk.finish(b"Subject: Words\r\n\r\n.hidden dot\r\n").await
    }

    async fn outcome(script: Script) -> Result<(), SendFailure> {
        let (port, _played) = sink(script).await;
        deliver(&format!("smtp://127.0.0.1:{port}")).await
    }

    #[tokio::test]
    async fn a_mail_that_is_taken_is_sent_whole() {
        let (port, played) = sink(Script::at("never", Act::Drop)).await;
        assert_eq!(deliver(&format!("smtp://127.0.0.1:{port}")).await, Ok(()));
        let heard = played.await.expect("a played script");
        assert_eq!(
            heard,
            "EHLO connect.example.org\nMAIL FROM:<no-reply@connect.example.org>\nRCPT TO:<pat@example.org>\nDATA\n\
             Subject: Words\n\n..hidden dot\n\n.\nQUIT\n"
        );
    }

    #[tokio::test]
    async fn what_is_only_late_is_tried_again() {
        for script in [
            Script::at("", Act::Say("421 too busy")),
            Script::at("", Act::Say("554 not me")),
            Script::at("", Act::Drop),
            Script::at("", Act::Hang),
            Script::at("EHLO", Act::Drop),
            Script::at("MAIL", Act::Say("421 closing")),
            Script::at("MAIL", Act::Hang),
            Script::at("RCPT", Act::Say("450 greylisted")),
            Script::at("RCPT", Act::Drop),
            Script::at("DATA", Act::Say("451 not now")),
            Script::at("DATA", Act::Drop),
            Script::at("DATA", Act::Hang),
            Script::at(".", Act::Say("452 no room")),
        ] {
            let outcome = outcome(script).await;
            assert!(
                matches!(outcome, Err(SendFailure::Retry(_))),
                "{}: {outcome:?}",
                script.stage
            );
        }
    }

    #[tokio::test]
    async fn all_stages_before_the_mail_have_one_limit_together() {
        let (port, _played) = sink(Script::at("RCPT", Act::Hang)).await;
        let url = format!("smtp://127.0.0.1:{port}");
        let mut smtp = Smtp::parse(&url, "connect.example.org").expect("an address");
        smtp.limits = Limits {
            begin: Duration::from_millis(500),
            ..smtp.limits
        };
        let address = |text: &str| text.parse().expect("an address");
        let envelope = Envelope::new(
            Some(address("no-reply@connect.example.org")),
            vec![address("pat@example.org")],
        );
        let begun = smtp.begin(&envelope.expect("an envelope")).await.err();
        assert_eq!(begun, Some(silence("too many of its answers")));
    }

    #[tokio::test]
    async fn what_is_refused_for_good_has_bounced() {
        for stage in ["RCPT", "DATA", "."] {
            let outcome = outcome(Script::at(stage, Act::Say("550 no such mailbox"))).await;
            let Err(SendFailure::Bounced(reason)) = outcome else {
                panic!("{stage}: {outcome:?}");
            };
            assert!(reason.contains("no such mailbox"), "{reason}");
        }
        let refused = outcome(Script::at(".", Act::Say("554 refused"))).await;
        assert!(matches!(refused, Err(SendFailure::Bounced(_))));
    }

    #[tokio::test]
    async fn what_is_about_us_is_kept_and_tried_again() {
        for (stage, answer) in [
            ("MAIL", "550 5.4.5 Daily user sending quota exceeded"),
            ("MAIL", "530 Authentication required"),
            ("MAIL", "554 5.7.1 Client was not authenticated"),
            ("MAIL", "550 no such mailbox"),
            ("RCPT", "554 5.7.1 Relay access denied"),
            ("RCPT", "550 relaying denied"),
            ("DATA", "503 5.5.1 bad sequence"),
            (".", "550 5.7.26 This mail is unauthenticated"),
        ] {
            let outcome = outcome(Script::at(stage, Act::Say(answer))).await;
            let Err(SendFailure::Ours(reason)) = outcome else {
                panic!("D1 {stage} {answer}: {outcome:?}");
            };
            assert!(reason.contains(&answer[4..]), "{reason}");
        }
        let before = outcome(Script::at("", Act::Say("554 5.7.1 no mail from here"))).await;
        assert!(matches!(before, Err(SendFailure::Retry(_))), "{before:?}");
    }

    #[tokio::test]
    async fn a_provider_without_passwords_is_recognised() {
        for (answer, expected) in [
            (
                "550 5.7.30 Basic authentication is not supported",
                "takes no password",
            ),
            (
                "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled",
                "takes no password",
            ),
            (
                "534 5.7.9 Application-specific password required",
                "made for one application",
            ),
            ("535 5.7.8 wrong password", "did not take user and password"),
        ] {
            let script = Script {
                ehlo: "250-sink\r\n250 AUTH PLAIN",
                ..Script::at("AUTH", Act::Say(answer))
            };
            let (port, _played) = sink(script).await;
            let url = format!("smtp://user:secret@127.0.0.1:{port}?tls=none");
            let smtp = Smtp::parse(&url, "connect.example.org").expect("an address");
            let trouble = smtp.try_out().await.expect_err("refused").to_string();
            assert!(trouble.contains(expected), "D3 {answer}: {trouble}");
        }
    }

    #[tokio::test]
    async fn the_next_address_is_tried_after_a_dead_one() {
        // A listener whose queue is full answers no further connection, as an address that leads nowhere.
        let dead = TcpSocket::new_v4().expect("a socket");
        dead.bind(SocketAddr::from(([127, 0, 0, 1], 0)))
            .expect("a port");
        let dead = dead.listen(0).expect("a listener");
        let nowhere = dead.local_addr().expect("an address");
        let mut waiting = Vec::new();
        let mut full = false;
        while !full && waiting.len() < 8 {
            let next = timeout(Duration::from_millis(300), TcpStream::connect(nowhere)).await;
            full = next.is_err();
            waiting.push(next);
        }
        assert!(full, "the queue takes everybody");
        let (port, played) = sink(Script::at("never", Act::Drop)).await;
        let smtp = Smtp::parse(
            &format!("smtp://mail.example.org:{port}"),
            "connect.example.org",
        );
        let smtp = smtp
            .expect("an address")
            .with_patience(Duration::from_secs(2));
        let alive = SocketAddr::from(([127, 0, 0, 1], port));
        let addresses = [nowhere, alive];
        let talk = timeout(Duration::from_secs(10), smtp.talk_at(&addresses)).await;
        let mut talk = talk.expect("within its time").expect("a talk");
        say_goodbye(&mut talk).await;
        drop(talk);
        assert!(
            played.await.expect("a played script").contains("EHLO"),
            "D5"
        );
    }

    #[tokio::test]
    async fn a_token_is_read_anew_for_each_talk_and_its_refusal_has_a_reason() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("token");
        let put = |token: &str| std::fs::write(&file, token).expect("a file");
        put("first\n");
        let by_token = |port: u16| {
            let url = format!("smtp://user%40example.org@127.0.0.1:{port}");
            let smtp = Smtp::with_token(&url, "connect.example.org", &file).expect("an address");
            // The script speaks no TLS, without which no token leaves.
            assert!(matches!(smtp.tls, Tls::Required(_)), "D3");
            Smtp {
                tls: Tls::Off,
                ..smtp
            }
        };
        let script = |answer| Script {
            ehlo: "250-sink\r\n250 AUTH LOGIN XOAUTH2",
            ..Script::at("AUTH", Act::Say(answer))
        };
        for token in ["first", "second"] {
            put(token);
            let (port, played) = sink(script("235 yes")).await;
            assert_eq!(by_token(port).try_out().await, Ok(()), "D3");
            let said = format!("user=user@example.org\u{1}auth=Bearer {token}\u{1}\u{1}");
            let said = base64::Engine::encode(&base64::prelude::BASE64_STANDARD, said);
            let heard = played.await.expect("a played script");
            assert!(
                heard.contains(&format!("AUTH XOAUTH2 {said}")),
                "D3 {heard}"
            );
        }
        let (port, _played) = sink(script("535 5.7.3 the token is over")).await;
        let over = by_token(port).try_out().await;
        assert!(
            matches!(&over, Err(Trouble::Token(why)) if why.contains("the token is over")),
            "D3 {over:?}"
        );
        let (port, played) = sink(script("334 eyJzdGF0dXMiOiI0MDEifQ==")).await;
        let challenged = by_token(port).try_out().await;
        assert!(
            matches!(challenged, Err(Trouble::Token(_))),
            "D3 {challenged:?}"
        );
        drop(played);
        let plain = Script {
            ehlo: "250-sink\r\n250 AUTH PLAIN",
            ..Script::at("never", Act::Drop)
        };
        let (port, _played) = sink(plain).await;
        let unoffered = by_token(port).try_out().await;
        assert!(
            matches!(unoffered, Err(Trouble::Token(_))),
            "D3 {unoffered:?}"
        );
        let (port, _played) = sink(script("235 yes")).await;
        let smtp = by_token(port);
        std::fs::remove_file(&file).expect("removed");
        let gone = smtp.try_out().await;
        assert!(matches!(gone, Err(Trouble::TokenFile(_))), "D3 {gone:?}");
    }

    #[tokio::test]
    async fn silence_after_the_mail_is_unknown() {
        for act in [Act::Drop, Act::Hang, Act::Say("nonsense")] {
            let outcome = outcome(Script::at(".", act)).await;
            assert!(
                matches!(outcome, Err(SendFailure::Unknown(_))),
                "{outcome:?}"
            );
        }
    }

    #[tokio::test]
    async fn causes_of_a_failed_connection_are_distinguished() {
        async fn tried(url: &str) -> Result<(), Trouble> {
            let mut smtp = Smtp::parse(url, "connect.example.org").expect("an address");
            smtp.limits.connect = Duration::from_millis(500);
            smtp.try_out().await
        }
        let (port, played) = sink(Script::at("never", Act::Drop)).await;
        assert_eq!(tried(&format!("smtp://127.0.0.1:{port}")).await, Ok(()));
        let heard = played.await.expect("a played script");
        assert_eq!(heard, "EHLO connect.example.org\nQUIT\n", "no mail is said");
        let closed = tried(&format!("smtp://127.0.0.1:{port}")).await;
        assert_eq!(closed, Err(Trouble::Refused));
        let nowhere = tried("smtp://nobody.invalid").await;
        assert_eq!(nowhere, Err(Trouble::NoSuchHost));

        let of = async |script: Script, login: &str, query: &str| {
            let (port, _played) = sink(script).await;
            tried(&format!("smtp://{login}127.0.0.1:{port}{query}")).await
        };
        let silent = of(Script::at("", Act::Hang), "", "").await;
        assert_eq!(silent, Err(Trouble::Silent));
        let bare = of(Script::at("never", Act::Drop), "", "?tls=required").await;
        assert_eq!(bare, Err(Trouble::NoTls));
        let busy = of(Script::at("", Act::Say("421 too busy")), "", "").await;
        assert!(
            matches!(&busy, Err(Trouble::Answer(words)) if words.contains("too busy")),
            "{busy:?}"
        );
        let broken = Script {
            ehlo: "250-sink\r\n250 STARTTLS",
            ..Script::at("STARTTLS", Act::Say("454 no TLS now"))
        };
        let broken = of(broken, "", "").await;
        assert!(matches!(broken, Err(Trouble::Tls(_))), "{broken:?}");
        let stranger = Script {
            ehlo: "250-sink\r\n250 AUTH PLAIN",
            ..Script::at("AUTH", Act::Say("535 wrong password"))
        };
        let stranger = of(stranger, "user:secret@", "?tls=none").await;
        assert!(
            matches!(&stranger, Err(Trouble::SignIn(words)) if words.contains("wrong password")),
            "{stranger:?}"
        );
        let plain = of(Script::at("", Act::Say("220 not TLS")), "", "").await;
        assert_eq!(plain, Ok(()));
        let (port, _played) = sink(Script::at("", Act::Say("220 not TLS"))).await;
        let plain = tried(&format!("smtps://127.0.0.1:{port}")).await;
        assert!(matches!(plain, Err(Trouble::Tls(_))), "{plain:?}");
    }

    #[tokio::test]
    async fn a_closed_port_and_an_unknown_host_are_tried_again() {
        let (port, played) = sink(Script::at("never", Act::Drop)).await;
        played.abort();
        let _ = played.await;
        for url in [
            format!("smtp://127.0.0.1:{port}"),
            "smtp://nobody.invalid".to_owned(),
        ] {
            let outcome = deliver(&url).await;
            assert!(matches!(outcome, Err(SendFailure::Retry(_))), "{outcome:?}");
        }
    }

    #[tokio::test]
    async fn without_tls_no_password_and_no_mail_is_said() {
        for login in ["", "user:secret@"] {
            let (port, played) = sink(Script::at("never", Act::Drop)).await;
            let query = if login.is_empty() {
                "?tls=required"
            } else {
                ""
            };
            let outcome = deliver(&format!("smtp://{login}127.0.0.1:{port}{query}")).await;
            assert!(matches!(outcome, Err(SendFailure::Retry(_))), "{outcome:?}");
            assert_eq!(
                played.await.expect("a played script"),
                "EHLO connect.example.org\n"
            );
        }
    }

    #[tokio::test]
    async fn tls_that_is_refused_is_tried_again() {
        for act in [Act::Say("454 no TLS now"), Act::Say("220 go"), Act::Drop] {
            let script = Script {
                ehlo: "250-sink\r\n250 STARTTLS",
                ..Script::at("STARTTLS", act)
            };
            let outcome = outcome(script).await;
            assert!(matches!(outcome, Err(SendFailure::Retry(_))), "{outcome:?}");
        }
    }

    #[tokio::test]
    async fn a_wrong_password_is_the_operators_affair_and_no_bounce() {
        let script = Script {
            ehlo: "250-sink\r\n250 AUTH PLAIN",
            ..Script::at("AUTH", Act::Say("535 wrong password"))
        };
        let (port, _played) = sink(script).await;
        let outcome = deliver(&format!("smtp://user:secret@127.0.0.1:{port}?tls=none")).await;
        assert!(matches!(outcome, Err(SendFailure::Retry(_))), "{outcome:?}");
    }

    #[test]
    fn an_address_names_server_port_and_protection() {
        let parse = |url: &str| Smtp::parse(url, "localhost").map(|smtp| (smtp.host, smtp.port));
        let found = |host: &str, port| Ok((host.to_owned(), port));
        assert_eq!(
            parse("smtp://mail.example.org"),
            found("mail.example.org", 25)
        );
        assert_eq!(
            parse("smtps://mail.example.org"),
            found("mail.example.org", 465)
        );
        assert_eq!(
            parse("smtp://u%40x:p%3A%2F@mail.example.org"),
            found("mail.example.org", 587)
        );
        assert_eq!(parse("smtp://[::1]:2525?tls=none"), found("::1", 2525));
        for (wrong, error) in [
            (
                "mail.example.org:25",
                SmtpUrlError::Scheme("mail.example.org".to_owned()),
            ),
            (
                "http://mail.example.org",
                SmtpUrlError::Scheme("http".to_owned()),
            ),
            ("smtp://", SmtpUrlError::Shape),
            ("smtp://user@mail.example.org", SmtpUrlError::Shape),
            ("smtp://mail.example.org/path", SmtpUrlError::Shape),
            ("smtp://mail.example.org?tls=maybe", SmtpUrlError::Option),
            ("smtps://mail.example.org?tls=none", SmtpUrlError::Option),
        ] {
            assert_eq!(parse(wrong), Err(error), "{wrong}");
        }
    }
}
