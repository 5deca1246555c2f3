//! The table of all settings; the README's table is checked against it.

/// A setting as people write it.
pub struct Setting {
    /// Its name in the file; in the environment it is `PATIENT_CONNECT_` and the name in capitals.
    pub name: &'static str,
    pub meaning: &'static str,
    pub value: &'static str,
    pub default: &'static str,
}

/// Where Linux distributions and administrators put fonts.
pub(super) const FONTS: &str = "/usr/share/fonts,/usr/local/share/fonts";

/// Every setting there is.
pub const SETTINGS: &[Setting] = &[
    Setting {
        name: "data_dir",
        meaning: "Directory for the key file, the default database and saved email.",
        value: "path",
        default: "data",
    },
    Setting {
        name: "database_url",
        meaning: "URL of the database. DATABASE_URL is read too.",
        value: "sqlite:path or postgres://..",
        default: "sqlite:<data_dir>/patient-connect.db",
    },
    Setting {
        name: "key_file",
        meaning: "File with the key for the encrypted data in the database.",
        value: "path",
        default: "<data_dir>/key",
    },
    Setting {
        name: "listen",
        meaning: "Address and port the server listens on.",
        value: "address:port",
        default: "127.0.0.1:3000",
    },
    Setting {
        name: "public_url",
        meaning: "URL at which people reach the server.",
        value: "https://host[:port]",
        default: "http://<listen>",
    },
    Setting {
        name: "allow_insecure_http",
        meaning: "Allows a public URL on other machines without https.",
        value: "true or false",
        default: "false",
    },
    Setting {
        name: "hsts_subdomains",
        meaning: "Tells browsers that every subdomain of the public URL's host has https, too.",
        value: "true or false",
        default: "false",
    },
    Setting {
        name: "trusted_proxies",
        meaning: "Proxies whose X-Forwarded-For is trusted.",
        value: "addresses or networks, separated by commas",
        default: "none",
    },
    Setting {
        name: "callback_networks",
        meaning: "Private networks that webhooks may call, also over http.",
        value: "addresses or networks, separated by commas",
        default: "none",
    },
    Setting {
        name: "smtp_url",
        meaning: "The mail server. If not set, the stored one is used. If none is stored, email is saved to <data_dir>/mail, on this machine only.",
        value: "smtp[s]://[user:password@]host[:port][?tls=required|none]",
        default: "none",
    },
    Setting {
        name: "smtp_token_file",
        meaning: "File with an access token, to sign in to the mail server by XOAUTH2 instead of a password. It is read for each email, so another program may renew it.",
        value: "path",
        default: "none",
    },
    Setting {
        name: "ca_file",
        meaning: "File of certificate authorities (PEM) that are trusted in addition to the system's, for email, webhooks and doctor.",
        value: "path",
        default: "none",
    },
    Setting {
        name: "mail",
        meaning: "Set to none to switch email off.",
        value: "none",
        default: "not set",
    },
    Setting {
        name: "mail_from",
        meaning: "Sender of all email. Email of a clinic has the clinic's name before the address.",
        value: "Name <address>",
        default: "Patient Connect <no-reply@host of the public URL>",
    },
    Setting {
        name: "fonts",
        meaning: "Directories with fonts for names in letters, in scripts that the built-in font does not have.",
        value: "paths, separated by commas, or none",
        default: FONTS,
    },
    Setting {
        name: "log_format",
        meaning: "Format of log lines.",
        value: "text or json",
        default: "text",
    },
    Setting {
        name: "log_failed_sign_ins",
        meaning: "Logs each failed sign-in with its client's address, for programs that block addresses.",
        value: "true or false",
        default: "false",
    },
    Setting {
        name: "own_record_age",
        meaning: "Age from which children can look after their own records; whoever does so now is asked.",
        value: "12 to 21",
        default: "16",
    },
];
