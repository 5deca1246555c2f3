//! `patient-connect application ..`

use super::application_settings::Given;
use super::refusals::refused;
use anyhow::{Context, Result, anyhow};
use clap::{ArgGroup, Args, Subcommand};
use domain::application::{Kind, Rule};
use domain::ids::ApplicationId;
use domain::zone::Zone;
use service::{Administrator, ApplicationChange, NewKeySet, Services};
use std::path::PathBuf;
use std::process::ExitCode;
use uuid::Uuid;
use words::{moment, t};

#[derive(Subcommand)]
pub enum Command {
    /// Add an application and print its ID and first API key.
    Add {
        /// GUID of the application, if it already has one.
        #[arg(long)]
        id: Option<ApplicationId>,
        #[command(flatten)]
        fields: Box<Fields>,
    },
    /// Change only the given options.
    Set {
        id: ApplicationId,
        #[command(flatten)]
        fields: Box<Fields>,
    },
    /// Create another API key and print it once.
    AddKey {
        id: ApplicationId,
        /// What uses the key, as managers read it on the page of API keys.
        #[arg(long, default_value = "")]
        name: String,
        /// Revoke all earlier keys.
        #[arg(long)]
        revoke_others: bool,
    },
    /// Add a certificate the application signs with on the XML platform; existing ones stay.
    AddCertificate {
        #[arg(long)]
        application: ApplicationId,
        /// PEM or DER.
        #[arg(long)]
        file: PathBuf,
    },
    /// Remove a certificate and end the sessions it opened.
    RemoveCertificate {
        #[arg(long)]
        application: ApplicationId,
        #[arg(long)]
        thumbprint: String,
    },
    /// List thumbprints and expiry dates.
    ListCertificates {
        #[arg(long)]
        application: ApplicationId,
    },
    /// Register public keys (JWKS) that it signs in with to the FHIR API; existing ones stay.
    #[command(group = ArgGroup::new("keys").required(true))]
    AddJwks {
        id: ApplicationId,
        /// Where it publishes them; read when a token is requested.
        #[arg(long, group = "keys")]
        url: Option<String>,
        /// The set itself, as JSON.
        #[arg(long, group = "keys")]
        file: Option<PathBuf>,
    },
    /// Remove a key set and end the tokens it opened.
    RemoveJwks {
        id: ApplicationId,
        #[arg(long)]
        key_set: Uuid,
    },
    /// List the key sets of an application: ID, and the URL or "text".
    ListJwks { id: ApplicationId },
    /// List application IDs and names.
    List,
}

#[derive(Args)]
pub struct Fields {
    #[command(flatten)]
    settings: Given,
    /// `web` or `mobile`.
    #[arg(long, value_parser = kind)]
    kind: Option<Kind>,
    /// Allow the `ConnectPackage` methods.
    #[arg(long)]
    connect_methods: Option<bool>,
    /// Permissions to ask for, as a JSON list of objects with `name`, `why` and, if needed, `optional`,
    /// `permissions` (of `read`, `create`, `update`, `delete`) and `types` (GUIDs).
    #[arg(long, value_parser = rules)]
    rules: Option<Rules>,
    /// Allow version 1 sessions, whose signatures have no timestamp.
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
        Command::AddKey {
            id,
            name,
            revoke_others,
        } => {
            let by = Administrator::at_command_line(id);
            let key = services
                .applications()
                .add_named_api_key(by, &name, revoke_others)
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
        Command::AddJwks { id, url, file } => add_jwks(services, id, url, file).await?,
        Command::RemoveJwks { id, key_set } => {
            services
                .applications()
                .remove_key_set(Administrator::at_command_line(id), key_set, None)
                .await
                .map_err(refused)?;
            println!("{}", t!("console-key-set-removed"));
        }
        Command::ListJwks { id } => {
            let by = Administrator::at_command_line(id);
            for set in services.applications().key_sets(by).await? {
                println!("{} {}", set.id, set.url.as_deref().unwrap_or("text"));
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

async fn add_jwks(
    services: &Services,
    id: ApplicationId,
    url: Option<String>,
    file: Option<PathBuf>,
) -> Result<()> {
    let text = match &file {
        Some(file) => std::fs::read_to_string(file).with_context(|| file.display().to_string())?,
        None => String::new(),
    };
    let new = match &url {
        Some(url) => NewKeySet::Url(url),
        None => NewKeySet::Text(&text),
    };
    let added = services
        .applications()
        .add_key_set(Administrator::at_command_line(id), new)
        .await
        .map_err(refused)?;
    println!("{}", t!("console-key-set-added", id = added.id.to_string()));
    Ok(())
}
