//! The settings: defaults, then a TOML file, then the environment; each section checks itself.
//!
//! Opens nothing and starts nothing. A setting that cannot be used is an error that says what to write instead.

mod public_url;
mod settings;
mod sources;

pub use public_url::PublicUrl;
pub use settings::{SETTINGS, Setting};

use sources::{MailChoice, Written, present, read};

use domain::policy;
use figment::Figment;
use figment::providers::{Format, Toml};
use ipnet::IpNet;
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde::Deserialize;
use service::mail::Mailbox;
use service::mail::{Folder, Mailer, Smtp, SmtpUrlError, Transport};
use service::roots::{Roots, RootsError};
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use url::Host;

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
    #[error("own_record_age must be 12 to 21, not {0}.")]
    OwnRecordAge(u32),
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
    /// From which age on a child's record asks who looks after it.
    pub own_record_age: u32,
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
            own_record_age: own_record_age(&written)?,
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

    /// The development mailbox, where it may be shown: mail goes to files, and no one else can reach the server.
    pub fn mailbox(&self) -> Option<&Folder> {
        match self.mail.transport() {
            Transport::File(folder) if self.http.is_local() => Some(folder),
            _ => None,
        }
    }
}

fn own_record_age(written: &Written) -> Result<u32, ConfigError> {
    let age = written.own_record_age;
    if policy::OWN_RECORD_AGE_RANGE.contains(&age) {
        Ok(age)
    } else {
        Err(ConfigError::OwnRecordAge(age))
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

    /// Whether what people type would cross the net in the clear, without anyone having said so by name.
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
    let host = match public_url.parts().host() {
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

#[cfg(test)]
mod tests;
