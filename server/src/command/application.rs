//! `patient-connect application ..`

use super::application_settings::Given;
use super::refusals::refused;
use anyhow::{Context, Result, anyhow};
use clap::{Args, Subcommand};
use domain::application::{Kind, Rule};
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
    /// Removes a certificate; sessions that it opened end at once.
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
    #[command(flatten)]
    settings: Given,
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
    /// Whether the platform's version 1 sessions, whose signature carries no time, may be opened.
    #[arg(long)]
    platform_v1_sessions: Option<bool>,
}

/// A list that clap takes as one value.
#[derive(Clone)]
struct Rules(Vec<Rule>);

fn kind(text: &str) -> Result<Kind> {
    Kind::from_name(text).ok_or_else(|| anyhow!("web | mobile"))
}

fn rules(text: &str) -> Result<Rules> {
    Ok(Rules(serde_json::from_str(text)?))
}

impl From<Fields> for ApplicationChange {
    fn from(fields: Fields) -> Self {
        Self {
            settings: fields.settings.0,
            kind: fields.kind,
            connect_methods: fields.connect_methods,
            rules: fields.rules.map(|rules| rules.0),
            platform_v1_sessions: fields.platform_v1_sessions,
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
