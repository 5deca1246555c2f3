//! `patient-connect application ..`

use super::refusals::refused;
use anyhow::{Context, Result, anyhow};
use clap::{Args, Subcommand};
use domain::application::{Kind, Rule};
use domain::challenge::AnswerMode;
use domain::ids::ApplicationId;
use domain::zone::Zone;
use service::{Administrator, ApplicationChange, Services};
use std::path::PathBuf;
use std::process::ExitCode;
use words::{moment, t};

#[derive(Subcommand)]
pub enum Command {
    /// Adds a clinic's system and prints its id and first API key.
    Add {
        /// Its id, where it had one before; a GUID.
        #[arg(long)]
        id: Option<ApplicationId>,
        #[command(flatten)]
        fields: Box<Fields>,
    },
    /// Changes what is named and leaves the rest.
    Set {
        id: ApplicationId,
        #[command(flatten)]
        fields: Box<Fields>,
    },
    /// Makes another API key and prints it.
    AddKey {
        id: ApplicationId,
        /// Revokes all earlier ones.
        #[arg(long)]
        revoke_others: bool,
    },
    /// Adds a certificate that it signs with when it opens a session on the XML platform, beside those it has.
    AddCertificate {
        #[arg(long)]
        application: ApplicationId,
        /// PEM or DER.
        #[arg(long)]
        file: PathBuf,
    },
    /// Takes a certificate away; sessions that it opened end at once.
    RemoveCertificate {
        #[arg(long)]
        application: ApplicationId,
        #[arg(long)]
        thumbprint: String,
    },
    /// Lists an application's certificates: thumbprint, and the day its time is over.
    ListCertificates {
        #[arg(long)]
        application: ApplicationId,
    },
    /// Lists ids and names.
    List,
}

#[derive(Args)]
pub struct Fields {
    /// The clinic's name as patients know it.
    #[arg(long)]
    name: Option<String>,
    #[arg(long)]
    phone: Option<String>,
    /// Where replies to its mails go; empty takes it away.
    #[arg(long)]
    email: Option<String>,
    /// What a patient reads once connected.
    #[arg(long)]
    success_message: Option<String>,
    /// Where its privacy statement stands (https); empty takes it away.
    #[arg(long)]
    privacy_url: Option<String>,
    /// Where its terms of use stand (https); empty takes it away.
    #[arg(long)]
    terms_url: Option<String>,
    /// What the clinic is, in a sentence.
    #[arg(long)]
    description: Option<String>,
    /// Its postal address; may have several lines.
    #[arg(long)]
    address: Option<String>,
    #[arg(long)]
    opening_hours: Option<String>,
    /// Its time zone, as Europe/London: dates on letters, emails and screens are in it.
    #[arg(long)]
    time_zone: Option<String>,
    /// Its colour on patients' pages, as #0d5f58.
    #[arg(long)]
    accent: Option<String>,
    /// `web` or `mobile`.
    #[arg(long, value_parser = kind)]
    kind: Option<Kind>,
    /// Whether the `ConnectPackage` methods are selected.
    #[arg(long)]
    connect_methods: Option<bool>,
    /// What it asks for, as a JSON list of objects with `name` and `why`, and where wanted `optional`,
    /// `permissions` (of `read`, `create`, `update`, `delete`) and `types` (of things, as GUIDs).
    #[arg(long, value_parser = rules)]
    rules: Option<Rules>,
    /// Days a waiting request lives: 1 to 90.
    #[arg(long)]
    lifetime_days: Option<u32>,
    /// Wrong answers before a code stops: 3 to 10.
    #[arg(long)]
    wrong_answers: Option<u32>,
    /// `strict` or `lenient`: whether blanks in answers count.
    #[arg(long, value_parser = answer_mode)]
    answer_mode: Option<AnswerMode>,
    /// Whether patients who have not used their code are reminded of it.
    #[arg(long)]
    reminders: Option<bool>,
    /// Whether the platform's version 1 sessions, whose signature carries no time, may be opened.
    #[arg(long)]
    platform_v1_sessions: Option<bool>,
    /// Whether its staff need an authenticator beside their password.
    #[arg(long)]
    staff_authenticator: Option<bool>,
}

/// A list that clap takes as one value.
#[derive(Clone)]
struct Rules(Vec<Rule>);

fn kind(text: &str) -> Result<Kind> {
    Kind::from_name(text).ok_or_else(|| anyhow!("web | mobile"))
}

fn answer_mode(text: &str) -> Result<AnswerMode> {
    AnswerMode::from_name(text).ok_or_else(|| anyhow!("strict | lenient"))
}

fn rules(text: &str) -> Result<Rules> {
    Ok(Rules(serde_json::from_str(text)?))
}

impl From<Fields> for ApplicationChange {
    fn from(fields: Fields) -> Self {
        Self {
            name: fields.name,
            phone: fields.phone,
            email: fields.email,
            success_message: fields.success_message,
            privacy_url: fields.privacy_url,
            terms_url: fields.terms_url,
            description: fields.description,
            address: fields.address,
            opening_hours: fields.opening_hours,
            time_zone: fields.time_zone,
            accent: fields.accent,
            kind: fields.kind,
            connect_methods: fields.connect_methods,
            rules: fields.rules.map(|rules| rules.0),
            lifetime_days: fields.lifetime_days,
            wrong_answers: fields.wrong_answers,
            answer_mode: fields.answer_mode,
            reminders: fields.reminders,
            platform_v1_sessions: fields.platform_v1_sessions,
            staff_authenticator: fields.staff_authenticator,
        }
    }
}

pub async fn run(services: &Services, command: Command) -> Result<ExitCode> {
    match command {
        Command::Add { id, fields } => {
            let id = services
                .applications()
                .add(id, (*fields).into(), false)
                .await
                .map_err(refused)?;
            println!("{}", t!("console-application-added", id = id.to_string()));
            let by = Administrator::at_command_line(id);
            let key = services
                .applications()
                .add_api_key(by, false)
                .await
                .map_err(refused)?;
            println!("{}", t!("console-api-key", key = key));
        }
        Command::Set { id, fields } => {
            services
                .applications()
                .set(Administrator::at_command_line(id), (*fields).into())
                .await
                .map_err(refused)?;
            println!("{}", t!("console-application-changed", id = id.to_string()));
        }
        Command::AddKey { id, revoke_others } => {
            let key = services
                .applications()
                .add_api_key(Administrator::at_command_line(id), revoke_others)
                .await
                .map_err(refused)?;
            println!("{}", t!("console-api-key", key = key));
        }
        Command::AddCertificate { application, file } => {
            let bytes = std::fs::read(&file).with_context(|| file.display().to_string())?;
            let added = services
                .applications()
                .add_certificate(Administrator::at_command_line(application), &bytes)
                .await
                .map_err(refused)?;
            println!(
                "{}",
                t!(
                    "console-certificate-added",
                    thumbprint = added.thumbprint,
                    until = moment(Zone::UTC.at(added.not_after.into()))
                )
            );
        }
        Command::RemoveCertificate {
            application,
            thumbprint,
        } => {
            services
                .applications()
                .remove_certificate(
                    Administrator::at_command_line(application),
                    &thumbprint,
                    None,
                )
                .await
                .map_err(refused)?;
            println!("{}", t!("console-certificate-removed"));
        }
        Command::ListCertificates { application } => {
            let by = Administrator::at_command_line(application);
            for certificate in services.applications().certificates(by).await? {
                println!(
                    "{} {}",
                    certificate.thumbprint,
                    certificate.not_after.0.rfc3339()
                );
            }
        }
        Command::List => {
            for application in services.applications().list().await? {
                println!("{} {}", application.id, application.name);
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}
