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
    Setting {
        name: "own_record_age",
        meaning: "From which age on children can look after their own records, so that the one who does is asked.",
        value: "12 to 21",
        default: "16",
    },
];
