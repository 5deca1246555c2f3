//! The settings: defaults, then a TOML file, then the environment; each section checks itself.
//!
//! Opens nothing and starts nothing. A setting that cannot be used is an error that says what to write instead.

use figment::Figment;
use figment::providers::{Env, Format, Toml};
use ipnet::IpNet;
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde::Deserialize;
use service::mail::Mailbox;
use service::mail::{Folder, Mailer, Smtp, SmtpUrlError, Transport};
use service::roots::{Roots, RootsError};
use std::net::{IpAddr, Ipv6Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use url::{Host, Url};

/// A setting as people write it.
pub struct Setting {
    /// Its name in the file; in the environment it is `PATIENT_CONNECT_` and the name in capitals.
    pub name: &'static str,
    pub meaning: &'static str,
    pub value: &'static str,
    pub default: &'static str,
}

/// Where Linux distributions and administrators put fonts.
const FONTS: &str = "/usr/share/fonts,/usr/local/share/fonts";

/// Every setting there is.
pub const SETTINGS: &[Setting] = &[
    Setting {
        name: "data_dir",
        meaning: "Folder for the key file, the default database and mail as files.",
        value: "path",
        default: "data",
    },
    Setting {
        name: "database_url",
        meaning: "The database. DATABASE_URL is read too.",
        value: "sqlite:path or postgres://..",
        default: "sqlite:<data_dir>/patient-connect.db",
    },
    Setting {
        name: "key_file",
        meaning: "The key for all that is sealed in the database.",
        value: "path",
        default: "<data_dir>/key",
    },
    Setting {
        name: "listen",
        meaning: "Where the server waits for requests.",
        value: "address:port",
        default: "127.0.0.1:3000",
    },
    Setting {
        name: "public_url",
        meaning: "How people reach the server.",
        value: "https://host[:port]",
        default: "http://<listen>",
    },
    Setting {
        name: "allow_insecure_http",
        meaning: "Whether a public URL beyond this machine may do without https.",
        value: "true or false",
        default: "false",
    },
    Setting {
        name: "hsts_subdomains",
        meaning: "Whether browsers are told that every subdomain of the public URL's host has https, too.",
        value: "true or false",
        default: "false",
    },
    Setting {
        name: "trusted_proxies",
        meaning: "Proxies whose X-Forwarded-For counts.",
        value: "addresses or networks, with commas between",
        default: "none",
    },
    Setting {
        name: "callback_networks",
        meaning: "Private networks whose addresses applications may be called back at, over http too.",
        value: "addresses or networks, with commas between",
        default: "none",
    },
    Setting {
        name: "smtp_url",
        meaning: "The mail server. Without one, the one that was set up counts; without that, mail goes to <data_dir>/mail, \
                  on this machine only.",
        value: "smtp[s]://[user:password@]host[:port][?tls=required|none]",
        default: "none",
    },
    Setting {
        name: "smtp_token_file",
        meaning: "A file with an access token, to sign in to the mail server by XOAUTH2 in place of a password. It is read for each \
                  mail, so another program may renew it.",
        value: "path",
        default: "none",
    },
    Setting {
        name: "ca_file",
        meaning: "A file of certificate authorities (PEM) that are trusted beside the system's, for mail, webhooks and doctor.",
        value: "path",
        default: "none",
    },
    Setting {
        name: "mail",
        meaning: "Says by name that this installation sends no mail.",
        value: "none",
        default: "not set",
    },
    Setting {
        name: "mail_from",
        meaning: "Whom mail comes from.",
        value: "Name <address>",
        default: "Patient Connect <no-reply@host of the public URL>",
    },
    Setting {
        name: "fonts",
        meaning: "Folders with fonts for names in letters that are written in scripts the built-in font lacks.",
        value: "paths with commas between, or none",
        default: FONTS,
    },
    Setting {
        name: "log_format",
        meaning: "How log lines are written.",
        value: "text or json",
        default: "text",
    },
    Setting {
        name: "log_failed_sign_ins",
        meaning: "Whether each failed sign-in is logged with its client's address, for programs that shut addresses out.",
        value: "true or false",
        default: "false",
    },
];

/// Why the settings cannot be used. None of these repeats a secret. Where a setting has the wrong form, the sentence
/// names the right one and repeats what was written, so its parser's error is not kept.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    #[error("The settings cannot be read: {0}.")]
    Unreadable(#[from] Box<figment::Error>),
    #[error("There is no settings file at {}.", .0.display())]
    NoFile(PathBuf),
    #[error(
        "{0} is set in the environment, but it is not a setting. Check its spelling, or remove it. The README lists all settings."
    )]
    UnknownVariable(String),
    #[error("{0} and {0}_FILE are both set. Remove one of the two.")]
    SetTwice(String),
    #[error("The file that {0} names cannot be read: {1}.")]
    SecretFile(String, String),
    #[error(
        "The database must start with sqlite: or postgres://. For the default, leave database_url and DATABASE_URL out."
    )]
    DatabaseScheme,
    #[error(
        "A SQLite database in memory is lost at once. Name a file, as in sqlite:data/patient-connect.db."
    )]
    DatabaseInMemory,
    #[error("listen must be an address with a port, such as 127.0.0.1:3000, not {0:?}.")]
    Listen(String),
    #[error("public_url must be http:// or https:// with a host and nothing behind it, not {0:?}.")]
    PublicUrl(String),
    #[error(
        "{0} must be addresses or networks, such as 10.0.0.1 or 10.0.0.0/8, with commas between, not {1:?}."
    )]
    Networks(&'static str, String),
    #[error("smtp_url cannot be used: {0}.")]
    SmtpUrl(#[from] SmtpUrlError),
    #[error("ca_file cannot be used: {}: {why}.", .file.display())]
    CaFile { file: PathBuf, why: RootsError },
    #[error(
        "smtp_token_file is set, but smtp_url names no mail server. Set both, or remove smtp_token_file."
    )]
    TokenAlone,
    #[error("mail_from must read as \"Patient Connect <no-reply@example.org>\", not {0:?}.")]
    MailFrom(String),
    #[error("mail is none, but smtp_url names a mail server. Take one of the two away.")]
    MailTwice,
    #[error(
        "The public URL {0} is not encrypted. Use https, or say that it is meant so with PATIENT_CONNECT_ALLOW_INSECURE_HTTP=true."
    )]
    InsecureHttp(String),
    #[error(
        "Others can reach this server, but it does not know how to send mail. Set PATIENT_CONNECT_SMTP_URL, or \
         PATIENT_CONNECT_MAIL=none to do without mail, or run: patient-connect mail set."
    )]
    NoMail,
}

/// Everything the server is told. Not logged: some of it holds passwords.
pub struct Config {
    pub data_dir: PathBuf,
    pub key_file: PathBuf,
    /// Of a known scheme; may hold a password.
    pub database_url: String,
    pub http: Http,
    pub mail: Arc<Mailer>,
    /// Whom mail servers and callbacks are trusted by.
    pub roots: Roots,
    pub fonts: Vec<PathBuf>,
    pub log_format: LogFormat,
    pub log_failed_sign_ins: bool,
}

impl Config {
    /// Reads the file, if one is named, and the environment over it.
    pub fn load(file: Option<&Path>) -> Result<Self, ConfigError> {
        Self::check(read(file)?.extract().map_err(Box::new)?)
    }

    /// Reads settings from a text in the file's form; their mail leaves by `transport`.
    pub fn from_toml(text: &str, transport: Transport) -> Result<Self, ConfigError> {
        let written = Figment::from(Toml::string(text)).extract();
        let mut config = Self::check(written.map_err(Box::new)?)?;
        let public_url = &config.http.public_url;
        let mailer = Mailer::new(sender(public_url)?, public_url.host().to_owned(), transport);
        config.mail = Arc::new(mailer.trusting(&config.roots));
        Ok(config)
    }

    fn check(written: Written) -> Result<Self, ConfigError> {
        let http = Http::check(&written)?;
        let roots = roots(&written)?;
        Ok(Self {
            key_file: present(written.key_file.as_deref())
                .map_or_else(|| Path::new(&written.data_dir).join("key"), PathBuf::from),
            database_url: database_url(&written)?,
            mail: Arc::new(mailer(&written, &http, &roots)?),
            roots,
            fonts: fonts(&written.fonts),
            http,
            log_format: written.log_format,
            log_failed_sign_ins: written.log_failed_sign_ins,
            data_dir: written.data_dir.into(),
        })
    }

    /// What `serve` and `worker` ask before they start: nothing leaves in the clear.
    pub fn may_serve(&self) -> Result<(), ConfigError> {
        let url = &self.http.public_url;
        if self.http.is_exposed() {
            return Err(ConfigError::InsecureHttp(url.as_str().to_owned()));
        }
        Ok(())
    }

    /// What they ask besides where nothing in the database says how mail leaves: no mail is lost, unseen.
    pub fn may_serve_without_stored_mail(&self) -> Result<(), ConfigError> {
        match self.mail.transport() {
            Transport::Unset => Err(ConfigError::NoMail),
            _ => Ok(()),
        }
    }

    /// The development mailbox, where it may be shown: mail goes to files, and nobody else can reach the server.
    pub fn mailbox(&self) -> Option<&Folder> {
        match self.mail.transport() {
            Transport::File(folder) if self.http.is_local() => Some(folder),
            _ => None,
        }
    }
}

fn database_url(written: &Written) -> Result<String, ConfigError> {
    // What a path may hold and a URL may not.
    const ENCODED: &AsciiSet = &CONTROLS.add(b'%').add(b'?').add(b'#');
    let url = present(written.database_url.as_deref()).map_or_else(
        || {
            let folder = utf8_percent_encode(&written.data_dir, ENCODED);
            format!("sqlite:{folder}/patient-connect.db")
        },
        str::to_owned,
    );
    match url.split_once(':') {
        Some(("sqlite", place)) if place.contains(":memory:") || place.contains("mode=memory") => {
            Err(ConfigError::DatabaseInMemory)
        }
        Some(("sqlite" | "postgres" | "postgresql", _)) => Ok(url),
        _ => Err(ConfigError::DatabaseScheme),
    }
}

/// How the server is reached.
pub struct Http {
    pub listen: SocketAddr,
    pub public_url: PublicUrl,
    pub trusted_proxies: Vec<IpNet>,
    /// Where applications may be called back though it is no public address.
    pub callback_networks: Vec<IpNet>,
    /// Whether http is meant so even beyond this machine.
    in_the_clear: bool,
    hsts_subdomains: bool,
}

impl Http {
    fn check(written: &Written) -> Result<Self, ConfigError> {
        let listen: SocketAddr = written
            .listen
            .trim()
            .parse()
            .ok()
            .ok_or_else(|| ConfigError::Listen(written.listen.clone()))?;
        let public_url = match present(written.public_url.as_deref()) {
            Some(url) => PublicUrl::parse(url)?,
            None => PublicUrl::parse(&format!("http://{listen}"))?,
        };
        Ok(Self {
            listen,
            public_url,
            trusted_proxies: networks("trusted_proxies", written.trusted_proxies.as_deref())?,
            callback_networks: networks("callback_networks", written.callback_networks.as_deref())?,
            in_the_clear: written.allow_insecure_http,
            hsts_subdomains: written.hsts_subdomains,
        })
    }

    /// Whether what people type would cross the net in the clear, without anybody having said so by name.
    pub fn is_exposed(&self) -> bool {
        let url = &self.public_url;
        !url.is_https() && !url.is_loopback() && !self.in_the_clear
    }

    /// What browsers are told to be https from now on.
    pub fn hsts(&self) -> Hsts {
        match (self.public_url.is_https(), self.hsts_subdomains) {
            (false, _) => Hsts::Nothing,
            (true, false) => Hsts::Host,
            (true, true) => Hsts::Subdomains,
        }
    }

    /// Whether only this machine can reach the server.
    pub fn is_local(&self) -> bool {
        self.listen.ip().is_loopback() && self.public_url.is_loopback()
    }
}

/// The address people use: a scheme, a host and perhaps a port.
#[derive(Clone, Debug)]
pub struct PublicUrl {
    url: Url,
    origin: String,
}

impl PublicUrl {
    fn parse(text: &str) -> Result<Self, ConfigError> {
        let wrong = || ConfigError::PublicUrl(text.to_owned());
        let url = Url::parse(text).ok().ok_or_else(wrong)?;
        let bare = url.path() == "/"
            && url.query().is_none()
            && url.fragment().is_none()
            && url.username().is_empty()
            && url.password().is_none();
        if !bare || !matches!(url.scheme(), "http" | "https") {
            return Err(wrong());
        }
        let origin = url.origin().ascii_serialization();
        Ok(Self { url, origin })
    }

    /// Without a slash at its end.
    pub fn as_str(&self) -> &str {
        &self.origin
    }

    /// What browsers send as `Origin` from our pages. A machine calls itself by several names, and whoever tries the
    /// server out may type any of them.
    pub fn origins(&self) -> Vec<String> {
        let mut origins = vec![self.origin.clone()];
        if self.is_loopback() && !self.is_https() {
            let port = self.url.port().map(|port| format!(":{port}"));
            let port = port.unwrap_or_default();
            let names = ["localhost", "127.0.0.1", "[::1]"];
            origins.extend(names.map(|name| format!("http://{name}{port}")));
        }
        origins
    }

    pub fn is_https(&self) -> bool {
        self.url.scheme() == "https"
    }

    pub fn is_loopback(&self) -> bool {
        match self.url.host() {
            Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
            Some(Host::Ipv4(address)) => address.is_loopback(),
            Some(Host::Ipv6(address)) => address == Ipv6Addr::LOCALHOST,
            None => false,
        }
    }

    /// Where to connect to: a name or an address, and a port.
    pub fn server(&self) -> (String, u16) {
        let port = self.url.port_or_known_default().unwrap_or_default();
        let host = self.host().trim_matches(['[', ']']);
        (host.to_owned(), port)
    }

    /// The host, with brackets around an IPv6 address.
    pub fn host(&self) -> &str {
        self.url.host_str().unwrap_or_default()
    }
}

fn networks(name: &'static str, list: Option<&str>) -> Result<Vec<IpNet>, ConfigError> {
    let Some(list) = present(list) else {
        return Ok(Vec::new());
    };
    list.split(',')
        .map(str::trim)
        .map(|one| {
            one.parse::<IpAddr>()
                .map(IpNet::from)
                .or_else(|_| one.parse::<IpNet>())
                .ok()
                .ok_or_else(|| ConfigError::Networks(name, list.to_owned()))
        })
        .collect()
}

fn roots(written: &Written) -> Result<Roots, ConfigError> {
    let system = Roots::of_this_machine();
    match present(written.ca_file.as_deref()).map(PathBuf::from) {
        Some(file) => system
            .and_of(&file)
            .map_err(|why| ConfigError::CaFile { file, why }),
        None => Ok(system.clone()),
    }
}

fn fonts(written: &str) -> Vec<PathBuf> {
    let folders = written.split(',').map(str::trim);
    folders
        .filter(|folder| !folder.is_empty() && *folder != "none")
        .map(PathBuf::from)
        .collect()
}

fn smtp(url: &str, written: &Written, host: &str, roots: &Roots) -> Result<Smtp, ConfigError> {
    let smtp = match present(written.smtp_token_file.as_deref()) {
        Some(file) => Smtp::with_token(url, host, Path::new(file))?,
        None => Smtp::parse(url, host)?,
    };
    Ok(smtp.trusting(roots)?)
}

fn mailer(written: &Written, http: &Http, roots: &Roots) -> Result<Mailer, ConfigError> {
    let public_url = &http.public_url;
    let smtp_url = present(written.smtp_url.as_deref());
    if smtp_url.is_none() && present(written.smtp_token_file.as_deref()).is_some() {
        return Err(ConfigError::TokenAlone);
    }
    let transport = match (written.mail, smtp_url) {
        (Some(MailChoice::None), Some(_)) => return Err(ConfigError::MailTwice),
        (Some(MailChoice::None), None) => Transport::None,
        (None, Some(url)) => Transport::Smtp(smtp(url, written, public_url.host(), roots)?),
        (None, None) if !http.is_local() => Transport::Unset,
        (None, None) => Transport::File(Folder::new(Path::new(&written.data_dir).join("mail"))),
    };
    let from = match present(written.mail_from.as_deref()) {
        Some(from) => from
            .parse()
            .ok()
            .ok_or_else(|| ConfigError::MailFrom(from.to_owned()))?,
        None => sender(public_url)?,
    };
    let mailer = Mailer::new(from, public_url.host().to_owned(), transport);
    Ok(mailer.trusting(roots))
}

fn sender(public_url: &PublicUrl) -> Result<Mailbox, ConfigError> {
    let host = match public_url.url.host() {
        Some(Host::Domain(name)) => name,
        // Mail has names for hosts; an address as the host is a machine for development.
        _ => "localhost",
    };
    let from = format!("Patient Connect <no-reply@{host}>");
    let sender = from.parse().ok();
    sender.ok_or(ConfigError::MailFrom(from))
}

/// What browsers are told to be https from now on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hsts {
    /// The public URL is http.
    Nothing,
    Host,
    Subdomains,
}

/// How log lines are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    #[default]
    Text,
    Json,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum MailChoice {
    None,
}

/// The settings as they are written, by the names of [`SETTINGS`].
#[derive(Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Written {
    data_dir: String,
    database_url: Option<String>,
    key_file: Option<String>,
    listen: String,
    public_url: Option<String>,
    allow_insecure_http: bool,
    hsts_subdomains: bool,
    trusted_proxies: Option<String>,
    callback_networks: Option<String>,
    smtp_url: Option<String>,
    smtp_token_file: Option<String>,
    ca_file: Option<String>,
    mail: Option<MailChoice>,
    mail_from: Option<String>,
    fonts: String,
    log_format: LogFormat,
    log_failed_sign_ins: bool,
}

impl Default for Written {
    fn default() -> Self {
        Self {
            data_dir: "data".to_owned(),
            database_url: None,
            key_file: None,
            listen: "127.0.0.1:3000".to_owned(),
            public_url: None,
            allow_insecure_http: false,
            hsts_subdomains: false,
            trusted_proxies: None,
            callback_networks: None,
            smtp_url: None,
            smtp_token_file: None,
            ca_file: None,
            mail: None,
            mail_from: None,
            fonts: FONTS.to_owned(),
            log_format: LogFormat::Text,
            log_failed_sign_ins: false,
        }
    }
}

/// A variable that is set to nothing counts as not set: service managers cannot leave one out.
fn present(value: Option<&str>) -> Option<&str> {
    value.map(str::trim).filter(|value| !value.is_empty())
}

fn read(file: Option<&Path>) -> Result<Figment, ConfigError> {
    let mut figment = Figment::new();
    if let Some(file) = file {
        if !file.is_file() {
            return Err(ConfigError::NoFile(file.to_owned()));
        }
        figment = figment.merge(Toml::file_exact(file));
    }
    let set = std::env::vars_os().filter_map(|(name, value)| {
        Some((
            name.into_string().ok()?,
            value.to_string_lossy().into_owned(),
        ))
    });
    let files = of_files(set)?;
    let ours = Env::prefixed(PREFIX).filter(|name| is_setting(name.as_str()));
    let mut figment = figment
        .merge(Env::raw().only(&["DATABASE_URL"]))
        .merge(ours);
    for (name, value) in files {
        figment = figment.merge((name, value));
    }
    Ok(figment)
}

const PREFIX: &str = "PATIENT_CONNECT_";
/// Settings that hold a password: the name with `_FILE` behind it may name a file that holds the value.
const SECRETS: [&str; 2] = ["database_url", "smtp_url"];
/// Variables under our prefix that others set: Kubernetes for a service of our name, and our own tests.
const NOT_OURS: [&str; 6] = [
    "PORT",
    "PORT_",
    "SERVICE_HOST",
    "SERVICE_PORT",
    "TEST_",
    "BINARY",
];

fn is_setting(name: &str) -> bool {
    SETTINGS
        .iter()
        .any(|setting| name.eq_ignore_ascii_case(setting.name))
}

/// The settings whose values stand in files, of all variables that are set. One under our prefix that is no setting is
/// refused by name: a setting that is misspelt must not count as left out.
fn of_files(
    set: impl Iterator<Item = (String, String)>,
) -> Result<Vec<(&'static str, String)>, ConfigError> {
    let set: Vec<(String, String)> = set.filter(|(_, value)| !value.trim().is_empty()).collect();
    let mut files = Vec::new();
    for (variable, path) in &set {
        let Some(name) = variable.strip_prefix(PREFIX) else {
            continue;
        };
        let secret = name.strip_suffix("_FILE").and_then(|name| {
            SECRETS
                .into_iter()
                .find(|secret| name.eq_ignore_ascii_case(secret))
        });
        match secret {
            Some(secret) => {
                let plain = variable.trim_end_matches("_FILE");
                if set.iter().any(|(other, _)| other == plain) {
                    return Err(ConfigError::SetTwice(plain.to_owned()));
                }
                let value = std::fs::read_to_string(path).map_err(|error| {
                    ConfigError::SecretFile(variable.clone(), error.to_string())
                })?;
                files.push((secret, value.trim().to_owned()));
            }
            None if is_setting(name) || is_of_others(name) => {}
            None => return Err(ConfigError::UnknownVariable(variable.clone())),
        }
    }
    Ok(files)
}

fn is_of_others(name: &str) -> bool {
    NOT_OURS.iter().any(|known| match known.strip_suffix('_') {
        Some(_) => name.starts_with(known),
        None => name == *known || name.starts_with(&format!("{known}_")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn config(toml: &str) -> Result<Config, ConfigError> {
        let written = Figment::from(Toml::string(toml)).extract();
        Config::check(written.map_err(Box::new)?)
    }

    fn refusal(toml: &str) -> String {
        match config(toml) {
            Err(error) => error.to_string(),
            Ok(config) => config
                .may_serve()
                .and_then(|()| config.may_serve_without_stored_mail())
                .expect_err("settings that do not fit")
                .to_string(),
        }
    }

    fn serves(toml: &str) -> Config {
        let config = config(toml).expect("settings that can be used");
        config.may_serve().expect("settings to serve with");
        let mail = config.may_serve_without_stored_mail();
        mail.expect("settings to send with");
        config
    }

    #[test]
    fn nothing_said_serves_this_machine_from_the_data_folder() {
        let config = serves("");
        assert_eq!(config.data_dir, Path::new("data"));
        assert_eq!(config.key_file, Path::new("data/key"));
        assert_eq!(config.database_url, "sqlite:data/patient-connect.db");
        assert_eq!(config.http.listen.to_string(), "127.0.0.1:3000");
        assert_eq!(config.http.public_url.as_str(), "http://127.0.0.1:3000");
        assert!(config.http.trusted_proxies.is_empty());
        assert_eq!(
            config.mailbox().map(Folder::path),
            Some(Path::new("data/mail"))
        );
        assert_eq!(config.log_format, LogFormat::Text);
    }

    #[test]
    fn the_data_folder_carries_what_is_not_named_itself() {
        let config = serves("data_dir = '/var/lib/a 100%? folder'\nkey_file = '/etc/key'");
        assert_eq!(config.key_file, Path::new("/etc/key"));
        assert_eq!(
            config.database_url,
            "sqlite:/var/lib/a 100%25%3F folder/patient-connect.db"
        );
    }

    fn from_files(set: &[(&str, &str)]) -> Result<Vec<(&'static str, String)>, String> {
        let owned = set
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        of_files(owned).map_err(|error| error.to_string())
    }

    #[test]
    fn a_secret_can_be_read_from_a_file() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("smtp");
        std::fs::write(&file, "smtp://user:secret@mail.example.org\n").expect("a file");
        let path = file.display().to_string();
        for name in ["SMTP_URL", "DATABASE_URL"] {
            let variable = format!("PATIENT_CONNECT_{name}_FILE");
            let found = from_files(&[(&variable, &path)]).expect("read");
            let expected = (
                name.to_lowercase(),
                "smtp://user:secret@mail.example.org".to_owned(),
            );
            assert_eq!(found.len(), 1, "F4");
            assert_eq!((found[0].0.to_owned(), found[0].1.clone()), expected, "F4");
            let twice = [
                (variable.as_str(), path.as_str()),
                (&variable[..variable.len() - 5], "x"),
            ];
            let refused = from_files(&twice).expect_err("refused");
            assert!(
                refused.contains(&format!("PATIENT_CONNECT_{name}_FILE")),
                "{refused}"
            );
        }
        let refused = from_files(&[("PATIENT_CONNECT_SMTP_URL_FILE", "/nowhere/at/all")]);
        assert!(
            refused
                .expect_err("refused")
                .contains("PATIENT_CONNECT_SMTP_URL_FILE")
        );
    }

    #[test]
    fn a_variable_that_is_no_setting_stops_the_start_by_name() {
        for name in [
            "SMPT_URL",
            "LISTEN_FILE",
            "PASSWORD",
            "smtp_ur",
            "PORTAL",
            "DATABASE_URL_FIL",
        ] {
            let variable = format!("PATIENT_CONNECT_{name}");
            let refused = from_files(&[(&variable, "x")]).expect_err("refused");
            assert!(refused.starts_with(&variable), "F4 {refused}");
        }
        for name in [
            "SMTP_URL",
            "KEY_FILE",
            "PORT",
            "PORT_80_TCP_ADDR",
            "SERVICE_HOST",
            "SERVICE_PORT_HTTP",
            "TEST_X",
        ] {
            let variable = format!("PATIENT_CONNECT_{name}");
            assert_eq!(
                from_files(&[(&variable, "x")]),
                Ok(Vec::new()),
                "{variable}"
            );
        }
        assert_eq!(
            from_files(&[("PATIENT_CONNECT_SMPT_URL", " ")]),
            Ok(Vec::new()),
            "set to nothing"
        );
    }

    #[test]
    fn an_installation_behind_a_proxy_serves() {
        let config = serves(
            "public_url = 'https://connect.example.org'\nsmtp_url = 'smtp://u:p@mail.example.org'\n\
             database_url = 'postgres://pc:secret@db/pc'\ntrusted_proxies = '10.0.0.1, 192.168.0.0/16,::1'\nlog_format = 'json'",
        );
        assert_eq!(
            config.http.public_url.as_str(),
            "https://connect.example.org"
        );
        assert_eq!(config.http.trusted_proxies.len(), 3);
        assert!(config.mailbox().is_none());
        assert_eq!(config.log_format, LogFormat::Json);
    }

    #[test]
    fn a_reachable_server_needs_mail_or_says_that_it_has_none() {
        for reachable in [
            "public_url = 'https://connect.example.org'",
            "listen = '0.0.0.0:80'\npublic_url = 'http://localhost'",
        ] {
            assert!(
                refusal(reachable).contains("PATIENT_CONNECT_SMTP_URL"),
                "{reachable}"
            );
            let config = serves(&format!("{reachable}\nmail = 'none'"));
            assert!(config.mailbox().is_none());
        }
    }

    #[test]
    fn http_beyond_this_machine_must_be_asked_for_by_name() {
        let settings = "public_url = 'http://connect.example.org'\nmail = 'none'";
        assert!(refusal(settings).contains("not encrypted"));
        serves(&format!("{settings}\nallow_insecure_http = true"));
        assert!(refusal("listen = '0.0.0.0:3000'\nmail = 'none'").contains("not encrypted"));
        for local in [
            "http://localhost:3000",
            "http://[::1]:3000",
            "http://127.0.0.2",
        ] {
            serves(&format!("public_url = '{local}'"));
        }
    }

    #[test]
    fn only_this_machine_has_more_than_one_origin() {
        let origins = |toml: &str| serves(toml).http.public_url.origins();
        let local = origins("");
        assert!(local.contains(&"http://127.0.0.1:3000".to_owned()));
        assert!(local.contains(&"http://localhost:3000".to_owned()));
        assert_eq!(
            origins("public_url = 'https://connect.example.org:443'\nmail = 'none'"),
            ["https://connect.example.org"]
        );
    }

    #[test]
    fn an_unusable_setting_is_reported_in_a_sentence() {
        for (settings, words) in [
            ("database_url = 'mysql://db/pc'", "must start with sqlite:"),
            ("database_url = 'pc.db'", "must start with sqlite:"),
            ("database_url = 'sqlite::memory:'", "lost at once"),
            ("listen = '3000'", "an address with a port"),
            ("public_url = 'connect.example.org'", "http:// or https://"),
            (
                "public_url = 'https://example.org/connect'",
                "nothing behind it",
            ),
            ("public_url = 'ftp://example.org'", "http:// or https://"),
            (
                "trusted_proxies = '10.0.0.1,proxy'",
                "addresses or networks",
            ),
            ("smtp_url = 'mail.example.org'", "smtp_url cannot be used"),
            (
                "smtp_url = 'smtp://m.example.org'\nmail = 'none'",
                "Take one of the two away",
            ),
            ("mail_from = 'Patient Connect'", "mail_from must read"),
            ("ca_file = '/nowhere/ca.pem'", "/nowhere/ca.pem"),
            ("ca_file = 'Cargo.toml'", "no certificate in PEM form"),
            ("smtp_token_file = '/run/token'", "names no mail server"),
            (
                "smtp_token_file = '/nowhere/token'\nsmtp_url = 'smtp://user@m.example.org'",
                "the access token cannot be read",
            ),
            (
                "smtp_token_file = 'Cargo.toml'\nsmtp_url = 'smtp://user@m.example.org'",
                "holds no token",
            ),
            (
                "smtp_token_file = '/run/token'\nsmtp_url = 'smtp://user:secret@m.example.org'",
                "a user and no password",
            ),
            (
                "smtp_token_file = '/run/token'\nsmtp_url = 'smtp://m.example.org'",
                "a user and no password",
            ),
            (
                "smtp_token_file = '/run/token'\nsmtp_url = 'smtp://user@m.example.org?tls=none'",
                "no ?tls=none",
            ),
            ("mail = 'maybe'", "maybe"),
            ("log_format = 'xml'", "xml"),
            ("listn = '127.0.0.1:3000'", "listn"),
        ] {
            let sentence = refusal(settings);
            assert!(sentence.contains(words), "{settings}: {sentence}");
            assert!(sentence.ends_with('.'), "{sentence}");
        }
    }

    #[test]
    fn no_sentence_repeats_a_password() {
        for settings in [
            "database_url = 'mysql://pc:secret@db/pc'",
            "smtp_url = 'http://pc:secret@mail'",
            "smtp_url = 'smtp://pc:secret@mail?tls=maybe'",
        ] {
            assert!(!refusal(settings).contains("secret"), "{settings}");
        }
    }

    #[test]
    fn an_empty_setting_is_no_setting() {
        let config =
            serves("smtp_url = ''\npublic_url = ' '\ndatabase_url = ''\ntrusted_proxies = ''");
        assert!(config.mailbox().is_some());
    }

    #[test]
    fn the_table_names_every_setting() {
        let names: Vec<_> = SETTINGS.iter().map(|setting| setting.name).collect();
        let unknown = refusal("unknown_setting = 1");
        for name in &names {
            assert!(unknown.contains(&format!("`{name}`")), "{name}: {unknown}");
        }
        assert_eq!(
            unknown.matches("`, `").count() + 1,
            names.len(),
            "{unknown}"
        );
    }
}
