//! How settings are read, checked and refused.

use super::sources::of_files;
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
    let config = serves("smtp_url = ''\npublic_url = ' '\ndatabase_url = ''\ntrusted_proxies = ''");
    assert!(config.mailbox().is_some());
}

#[test]
fn the_age_of_own_records_is_one_of_youth() {
    assert_eq!(serves("").own_record_age, 16);
    assert_eq!(serves("own_record_age = 12").own_record_age, 12);
    for age in [11, 22] {
        let refused = refusal(&format!("own_record_age = {age}"));
        assert!(refused.contains("12 to 21"), "{refused}");
    }
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
