//! Where settings are written: a file, the environment, and files that variables name.

use super::settings::{FONTS, SETTINGS};
use super::{ConfigError, LogFormat};
use domain::policy;
use figment::Figment;
use figment::providers::{Env, Format, Toml};
use serde::Deserialize;
use std::path::Path;

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum MailChoice {
    None,
}

/// The settings as they are written, by the names of [`SETTINGS`].
#[derive(Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Written {
    pub(super) data_dir: String,
    pub(super) database_url: Option<String>,
    pub(super) key_file: Option<String>,
    pub(super) listen: String,
    pub(super) public_url: Option<String>,
    pub(super) allow_insecure_http: bool,
    pub(super) hsts_subdomains: bool,
    pub(super) trusted_proxies: Option<String>,
    pub(super) callback_networks: Option<String>,
    pub(super) smtp_url: Option<String>,
    pub(super) smtp_token_file: Option<String>,
    pub(super) ca_file: Option<String>,
    pub(super) mail: Option<MailChoice>,
    pub(super) mail_from: Option<String>,
    pub(super) fonts: String,
    pub(super) log_format: LogFormat,
    pub(super) log_failed_sign_ins: bool,
    pub(super) own_record_age: u32,
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
            own_record_age: policy::OWN_RECORD_AGE,
        }
    }
}

/// A variable that is set to nothing counts as not set: service managers cannot leave one out.
pub(super) fn present(value: Option<&str>) -> Option<&str> {
    value.map(str::trim).filter(|value| !value.is_empty())
}

pub(super) fn read(file: Option<&Path>) -> Result<Figment, ConfigError> {
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

pub(super) const PREFIX: &str = "PATIENT_CONNECT_";
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

/// The settings whose values are in files, of all variables that are set. One under our prefix that is no setting is
/// refused by name: a setting that is misspelt must not count as left out.
pub(super) fn of_files(
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
