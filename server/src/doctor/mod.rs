//! `doctor`: looks at an installation from all sides and says in words what is wrong and what to do about it.
//!
//! Changes nothing, and says nothing that is secret. What the database knows it asks of a service; the rest it looks
//! at itself: the key file, the public URL as a visitor sees it, the mail server, the disk.

mod public_url;
mod test_mail;

pub use test_mail::send_test_mail;
use words::Wording;

use crate::config::Config;
use crate::network_folder;
use domain::finding::{Check, Finding, Level};
use domain::policy;
use domain::timestamp::Timestamp;
use public_url::Answer;
use service::HealthSnapshot;
use service::letter::uncovered;
use service::mail::{Smtp, Transport, Trouble};
use service::ports::Ports;
use service::secrets::{KeyFile, KeyFileError};
use std::path::Path;
use words::t;

type Found = (Level, Wording);

const fn ok(words: Wording) -> Found {
    (Level::Ok, words)
}

const fn warning(words: Wording) -> Found {
    (Level::Warning, words)
}

const fn fault(words: Wording) -> Found {
    (Level::Fault, words)
}

/// Looks at everything, also where the server could not start.
pub async fn examine(config: &Config, ports: &Ports) -> Vec<Finding> {
    match HealthSnapshot::at(&config.database_url).await {
        Ok(None) => look_around(config, ports, None, ok(t!("doctor-database-none"))).await,
        Ok(Some(look)) => examine_running(config, ports, &look).await,
        Err(error) => {
            let reason = error.to_string();
            let found = fault(t!("doctor-database-fault", reason = reason));
            look_around(config, ports, None, found).await
        }
    }
}

/// The same, over a database that is open already.
pub async fn examine_running(
    config: &Config,
    ports: &Ports,
    look: &HealthSnapshot,
) -> Vec<Finding> {
    let database = database(look).await;
    look_around(config, ports, Some(look), database).await
}

async fn look_around(
    config: &Config,
    ports: &Ports,
    look: Option<&HealthSnapshot>,
    database: Found,
) -> Vec<Finding> {
    // A database that does not answer has been told of: what rests on it is not asked.
    let look = look.filter(|_| database.0 != Level::Fault);
    let answer = public_url::ask(&config.http.public_url, &config.roots).await;
    let findings = [
        (Check::Database, Some(database)),
        (Check::KeyFile, Some(key_file(&config.key_file, look).await)),
        (Check::PublicUrl, Some(public_url(config, &answer))),
        (Check::Clock, Some(clock(ports, look, &answer).await)),
        (Check::Mail, Some(mail(config, look).await)),
        (
            Check::Disk,
            Some(network(config).unwrap_or_else(|| disk(&config.data_dir))),
        ),
        (Check::Fonts, Some(fonts(config).await)),
        (Check::Worker, worker(ports, look).await),
    ];
    let finding = |(check, found): (Check, Option<Found>)| {
        found.map(|(level, words)| Finding {
            check,
            level,
            words: words.into_owned(),
        })
    };
    findings.into_iter().filter_map(finding).collect()
}

async fn database(look: &HealthSnapshot) -> Found {
    match look.tables().await {
        Ok(tables) if tables.ahead > 0 => fault(t!("doctor-database-ahead")),
        Ok(tables) if tables.behind > 0 => {
            warning(t!("doctor-database-behind", count = tables.behind))
        }
        Ok(_) => ok(t!("doctor-database-ok")),
        Err(error) => fault(t!("doctor-database-fault", reason = error.to_string())),
    }
}

async fn key_file(file: &Path, look: Option<&HealthSnapshot>) -> Found {
    let path = file.display().to_string();
    let fits = match look {
        Some(look) => match look.key(file).await {
            Ok(fits) => fits,
            Err(error) => return fault(t!("doctor-database-fault", reason = error.to_string())),
        },
        None => KeyFile::read(file).map(|key| key.is_some()),
    };
    match fits {
        Ok(false) => ok(t!("doctor-key-none", path = path)),
        Ok(true) if KeyFile::is_open_to_others(file) => warning(t!("doctor-key-open", path = path)),
        Ok(true) if look.is_none() => ok(t!("doctor-key-there", path = path)),
        Ok(true) => ok(t!("doctor-key-ok", path = path)),
        Err(KeyFileError::Missing(_)) => fault(t!("doctor-key-missing", path = path)),
        Err(KeyFileError::Shape(..)) => fault(t!("doctor-key-shape", path = path)),
        Err(KeyFileError::Foreign(_)) => fault(t!("doctor-key-foreign", path = path)),
        Err(KeyFileError::Io(_, error)) => {
            let reason = error.to_string();
            fault(t!("doctor-key-unreadable", path = path, reason = reason))
        }
    }
}

fn public_url(config: &Config, answer: &Answer) -> Found {
    let url = config.http.public_url.as_str().to_owned();
    if config.http.is_exposed() {
        return fault(t!("doctor-url-exposed", url = url));
    }
    match answer {
        Answer::Ours {
            referrer_policy: Some(policy),
            ..
        } => warning(t!(
            "doctor-url-referrer",
            url = url,
            policy = policy.clone()
        )),
        Answer::Ours { .. } => ok(t!("doctor-url-ok", url = url)),
        Answer::Another { status, .. } => {
            fault(t!("doctor-url-another", url = url, status = *status))
        }
        Answer::NoSuchHost => fault(t!("doctor-url-no-host", url = url)),
        Answer::Refused => fault(t!("doctor-url-refused", url = url)),
        Answer::Silent => fault(t!("doctor-url-silent", url = url)),
        Answer::Tls(reason) => fault(t!("doctor-url-tls", url = url, reason = reason.clone())),
        Answer::Broken(reason) => {
            fault(t!("doctor-url-broken", url = url, reason = reason.clone()))
        }
    }
}

async fn clock(ports: &Ports, look: Option<&HealthSnapshot>, answer: &Answer) -> Found {
    let apart = |other: Timestamp| {
        let now = ports.now();
        now.since(other).max(other.since(now))
    };
    let database = match look {
        Some(look) => look.clock().await.ok().flatten(),
        None => None,
    };
    let others = [("database", database), ("url", answer.date())];
    let mut compared = false;
    for (other, at) in others {
        let Some(apart) = at.map(apart) else {
            continue;
        };
        if apart > policy::CLOCK_APART {
            let seconds = apart.as_secs();
            return fault(t!("doctor-clock-apart", other = other, seconds = seconds));
        }
        compared = true;
    }
    if compared {
        ok(t!("doctor-clock-ok"))
    } else {
        warning(t!("doctor-clock-alone"))
    }
}

async fn mail(config: &Config, look: Option<&HealthSnapshot>) -> Found {
    let stored = match look {
        Some(look) => look.mail_settings(&config.key_file).await,
        None => None,
    };
    let mailer = match stored.map(|stored| config.mail.instead(&stored)) {
        Some(Ok(mailer)) => mailer,
        Some(Err(error)) => return fault(t!("smtp-tls", reason = error.to_string())),
        None => config.mail.clone(),
    };
    match mailer.transport() {
        Transport::Smtp(smtp) => match mail_server(smtp).await {
            (Level::Ok, words) => refused_mails(look).await.unwrap_or_else(|| ok(words)),
            trouble => trouble,
        },
        Transport::File(_) => ok(t!("doctor-mail-files")),
        Transport::Unset => fault(t!("doctor-mail-unset")),
        Transport::Memory(_) | Transport::None => warning(t!("doctor-mail-none")),
    }
}

/// Mails that wait because the server refuses this installation, which shows with a mail and not before.
async fn refused_mails(look: Option<&HealthSnapshot>) -> Option<Found> {
    match look?.refused_mails().await {
        Ok(None) => None,
        Ok(Some((count, reason))) => Some(fault(t!(
            "doctor-mail-refused",
            count = count,
            reason = reason
        ))),
        Err(error) => Some(fault(t!(
            "doctor-database-fault",
            reason = error.to_string()
        ))),
    }
}

async fn mail_server(smtp: &Smtp) -> Found {
    let server = smtp.server();
    match smtp.try_out().await {
        Ok(()) => ok(t!("doctor-mail-ok", server = server)),
        Err(trouble) => {
            let trouble = in_words(&trouble);
            fault(t!("doctor-mail-fault", server = server, trouble = trouble))
        }
    }
}

/// What keeps a talk with the mail server from coming about, and what to do.
pub fn in_words(trouble: &Trouble) -> Wording {
    match trouble {
        Trouble::NoSuchHost => t!("smtp-no-such-host"),
        Trouble::Refused => t!("smtp-refused"),
        Trouble::Silent => t!("smtp-silent"),
        Trouble::Tls(reason) => t!("smtp-tls", reason = reason.clone()),
        Trouble::NoTls => t!("smtp-no-tls"),
        Trouble::NoPasswords(reason) => t!("smtp-no-passwords", reason = reason.clone()),
        Trouble::AppPassword(reason) => t!("smtp-app-password", reason = reason.clone()),
        Trouble::SignIn(reason) => t!("smtp-sign-in", reason = reason.clone()),
        Trouble::Token(reason) => t!("smtp-token", reason = reason.clone()),
        Trouble::TokenFile(reason) => t!("smtp-token-file", reason = reason.clone()),
        Trouble::Answer(reason) => t!("smtp-answer", reason = reason.clone()),
    }
}

/// Where the database lies on a network file system.
fn network(config: &Config) -> Option<Found> {
    let found = network_folder::look(&config.database_url)?;
    let path = found.folder.display().to_string();
    Some(match found.level {
        Level::Fault => fault(t!(
            "doctor-disk-network",
            path = path,
            system = found.system
        )),
        _ => warning(t!("doctor-disk-shared", path = path, system = found.system)),
    })
}

/// Names that letters cannot print. The browser prints them, so it is no warning.
async fn fonts(config: &Config) -> Found {
    let folders = config.fonts.clone();
    let uncovered = tokio::task::spawn_blocking(move || uncovered(&folders)).await;
    let Ok(Ok(uncovered)) = uncovered else {
        return fault(t!("doctor-fonts-broken"));
    };
    let named: Vec<Wording> = uncovered
        .iter()
        .map(|script| t!("doctor-script", script = script.name()))
        .collect();
    let mut packages: Vec<&str> = uncovered.iter().map(|script| script.package()).collect();
    packages.sort_unstable();
    packages.dedup();
    if packages.is_empty() {
        return ok(t!("doctor-fonts-ok"));
    }
    ok(t!(
        "doctor-fonts-missing",
        scripts = named.join(", "),
        packages = packages.join(" ")
    ))
}

fn disk(folder: &Path) -> Found {
    // A folder that is made at the first start lies on its parent's disk.
    let there = folder.ancestors().find(|place| place.exists());
    let place = there.unwrap_or_else(|| Path::new("."));
    let path = folder.display().to_string();
    match fs4::available_space(place) {
        Ok(free) => {
            let megabytes = free / 1_000_000;
            if free < policy::DISK_FAULT {
                fault(t!("doctor-disk-full", path = path, megabytes = megabytes))
            } else if free < policy::DISK_WARNING {
                warning(t!("doctor-disk-low", path = path, megabytes = megabytes))
            } else {
                let gigabytes = free / 1_000_000_000;
                ok(t!("doctor-disk-ok", path = path, gigabytes = gigabytes))
            }
        }
        Err(error) => {
            let reason = error.to_string();
            fault(t!("doctor-disk-unreadable", path = path, reason = reason))
        }
    }
}

/// None where there is no database to look into.
async fn worker(ports: &Ports, look: Option<&HealthSnapshot>) -> Option<Found> {
    let now = ports.now();
    Some(match look?.oldest_due_job(now).await {
        Ok(Some(due)) if now.since(due) > policy::JOB_WAIT => {
            let minutes = now.since(due).as_secs() / 60;
            fault(t!("doctor-worker-absent", minutes = minutes))
        }
        Ok(_) => ok(t!("doctor-worker-ok")),
        Err(error) => fault(t!("doctor-database-fault", reason = error.to_string())),
    })
}
