//! The mail server that an installation hands its mail to, as it is typed and as it is kept.

use super::address::{self, AddressError};
use super::policy;
use crate::named;
use serde::{Deserialize, Serialize};

named! {
    /// How the talk with the server is protected.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
    pub enum Security {
        /// Encrypted before anything else is said, or no mail.
        Required = "required",
        /// From the first byte.
        Wrapped = "wrapped",
        /// Encrypted where the server offers it.
        Offered = "offered",
        /// Never: for a server on the same machine.
        Off = "off",
    }
}

impl Security {
    /// The well-known ports: submission within TLS, submission, relay.
    pub const fn usual_port(self) -> u16 {
        match self {
            Self::Wrapped => 465,
            Self::Required => 587,
            Self::Offered | Self::Off => 25,
        }
    }
}

/// Not shown by `Debug`: it may hold a password.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailServer {
    pub host: String,
    pub port: u16,
    pub security: Security,
    pub login: Option<Login>,
}

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Login {
    pub user: String,
    pub password: String,
}

/// What an installation was told about its mail.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum MailSettings {
    Server {
        server: MailServer,
        /// The address that mail comes from.
        from: String,
    },
    /// Told by name that it sends none.
    None,
}

/// What was typed.
#[derive(Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Draft {
    pub mail: String,
    pub mail_server: String,
    pub mail_port: String,
    pub mail_security: String,
    pub mail_user: String,
    pub mail_password: String,
    pub mail_from: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Neither a server nor none was chosen.
    Choice,
    NoServer,
    Server,
    Port,
    Security,
    /// A password without a user name.
    User,
    /// A user name without a password.
    Password,
    /// A password would cross the net in the clear.
    InTheClear,
    From(AddressError),
}

pub const WITH_SERVER: &str = "server";
pub const WITHOUT: &str = "none";

impl From<&MailSettings> for Draft {
    /// What a form shows of stored settings: all but the password.
    fn from(settings: &MailSettings) -> Self {
        match settings {
            MailSettings::None => Self {
                mail: WITHOUT.into(),
                ..Self::default()
            },
            MailSettings::Server { server, from } => Self {
                mail: WITH_SERVER.into(),
                mail_server: server.host.clone(),
                mail_port: server.port.to_string(),
                mail_security: server.security.name().into(),
                mail_user: server
                    .login
                    .as_ref()
                    .map_or_else(String::new, |login| login.user.clone()),
                mail_password: String::new(),
                mail_from: from.clone(),
            },
        }
    }
}

impl Draft {
    /// An empty password means the stored one; never for another server or user, who would get to know it.
    #[must_use]
    pub fn with_kept_password(mut self, stored: &MailSettings) -> Self {
        if let MailSettings::Server { server, .. } = stored
            && let Some(login) = &server.login
            && self.mail_password.is_empty()
            && self.mail_server.trim() == server.host
            && self.mail_user.trim() == login.user
        {
            self.mail_password.clone_from(&login.password);
        }
        self
    }

    /// Reads all fields and names everything that is wrong with them.
    pub fn read(&self) -> Result<MailSettings, Vec<Problem>> {
        match self.mail.as_str() {
            WITHOUT => Ok(MailSettings::None),
            WITH_SERVER => self.read_server(),
            _ => Err(vec![Problem::Choice]),
        }
    }

    fn read_server(&self) -> Result<MailSettings, Vec<Problem>> {
        let host = host(&self.mail_server);
        let security = Security::from_name(&self.mail_security).ok_or(Problem::Security);
        let port = match (self.mail_port.trim(), security) {
            ("", Ok(security)) => Ok(security.usual_port()),
            // Its own problem says enough.
            ("", Err(_)) => Ok(0),
            (port, _) => match port.parse() {
                Ok(port) if port > 0 => Ok(port),
                _ => Err(Problem::Port),
            },
        };
        let login = self.login(security.ok());
        let from = address::email(&self.mail_from, policy::EMAIL_MAX).map_err(Problem::From);
        match (host, port, security, login, from) {
            (Ok(host), Ok(port), Ok(security), Ok(login), Ok(from)) => Ok(MailSettings::Server {
                server: MailServer {
                    host,
                    port,
                    security,
                    login,
                },
                from,
            }),
            (host, port, security, login, from) => Err([
                host.err(),
                port.err(),
                security.err(),
                login.err(),
                from.err(),
            ]
            .into_iter()
            .flatten()
            .collect()),
        }
    }

    fn login(&self, security: Option<Security>) -> Result<Option<Login>, Problem> {
        let user = self.mail_user.trim();
        match (user.is_empty(), self.mail_password.is_empty()) {
            (true, true) => Ok(None),
            (true, false) => Err(Problem::User),
            (false, true) => Err(Problem::Password),
            // Whether it is encrypted would be the server's choice, or no one's.
            (false, false) if matches!(security, Some(Security::Offered | Security::Off)) => {
                Err(Problem::InTheClear)
            }
            (false, false) => Ok(Some(Login {
                user: user.to_owned(),
                password: self.mail_password.clone(),
            })),
        }
    }
}

/// A name or an address, without scheme, port and blanks.
fn host(input: &str) -> Result<String, Problem> {
    let host = input.trim();
    if host.is_empty() {
        return Err(Problem::NoServer);
    }
    let fits = host.len() <= policy::HOST_MAX
        && host
            .chars()
            .all(|sign| sign.is_ascii_alphanumeric() || matches!(sign, '.' | '-' | ':'));
    // More than one colon is an address of IPv6; one is a port that is in its own field.
    let fits = fits && host.matches(':').count() != 1;
    if fits {
        Ok(host.to_owned())
    } else {
        Err(Problem::Server)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft() -> Draft {
        Draft {
            mail: WITH_SERVER.into(),
            mail_server: " mail.example.org ".into(),
            mail_security: "required".into(),
            mail_from: "desk@clinic.example".into(),
            ..Draft::default()
        }
    }

    fn problems(change: impl FnOnce(&mut Draft)) -> Vec<Problem> {
        let mut draft = draft();
        change(&mut draft);
        draft.read().err().unwrap_or_default()
    }

    #[test]
    fn a_server_has_the_usual_port_of_its_security_unless_told() {
        let port = |security: &str, port: &str| {
            let draft = Draft {
                mail_security: security.into(),
                mail_port: port.into(),
                ..draft()
            };
            match draft.read() {
                Ok(MailSettings::Server { server, .. }) => server.port,
                _ => 0,
            }
        };
        assert_eq!(port("required", ""), 587);
        assert_eq!(port("wrapped", ""), 465);
        assert_eq!(port("off", ""), 25);
        assert_eq!(port("off", " 2525 "), 2525);
    }

    #[test]
    fn everything_that_is_wrong_is_named_at_once() {
        let nothing = Draft {
            mail: WITH_SERVER.into(),
            ..Draft::default()
        };
        let wrong = nothing.read().err().unwrap_or_default();
        assert_eq!(wrong.len(), 3, "{wrong:?}");
        assert_eq!(problems(|draft| draft.mail.clear()), [Problem::Choice]);
        for host in ["smtp://mail", "mail:25", "a b", "m@il", "höst"] {
            let wrong = problems(|draft| draft.mail_server = host.into());
            assert_eq!(wrong, [Problem::Server], "{host}");
        }
        for port in ["0", "70000", "-1", "smtp"] {
            let wrong = problems(|draft| draft.mail_port = port.into());
            assert_eq!(wrong, [Problem::Port], "{port}");
        }
        let user = problems(|draft| draft.mail_user = "clinic".into());
        assert_eq!(user, [Problem::Password]);
        let password = problems(|draft| draft.mail_password = "secret".into());
        assert_eq!(password, [Problem::User]);
    }

    #[test]
    fn an_empty_password_is_the_stored_one_for_the_same_server_and_user_alone() {
        let stored = Draft {
            mail_user: "clinic".into(),
            mail_password: "secret".into(),
            ..draft()
        };
        let stored = stored.read().unwrap_or(MailSettings::None);
        let shown = Draft::from(&stored);
        assert_eq!(shown.mail_password, "");
        let password = |change: fn(&mut Draft)| {
            let mut typed = shown.clone();
            change(&mut typed);
            typed.with_kept_password(&stored).mail_password
        };
        assert_eq!(password(|_| ()), "secret");
        assert_eq!(password(|typed| typed.mail_password = "new".into()), "new");
        assert_eq!(
            password(|typed| typed.mail_server = "evil.example".into()),
            ""
        );
        assert_eq!(password(|typed| typed.mail_user = "other".into()), "");
        assert!(shown.with_kept_password(&stored).read().ok() == Some(stored));
    }

    #[test]
    fn no_password_is_sent_where_others_could_read_it() {
        for security in ["offered", "off"] {
            let wrong = problems(|draft| {
                draft.mail_security = security.into();
                draft.mail_user = "clinic".into();
                draft.mail_password = "secret".into();
            });
            assert_eq!(wrong, [Problem::InTheClear]);
        }
    }
}
