//! The address of a mail server, as `smtp://` or `smtps://`.

use domain::outgoing_mail::{Login, MailServer, Security};
use lettre::address::AddressError;
use percent_encoding::percent_decode_str;
use url::{Host, Url};

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
