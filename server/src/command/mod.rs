//! What can be typed after `patient-connect`.

mod application;
mod application_settings;
mod audit;
mod demo;
mod doctor;
mod log;
mod mail;
mod patient;
mod refusals;
mod serve;
mod staff;

use anyhow::Result;
use clap::{Parser, Subcommand};
use server::config::Config;
use service::ports::Ports;
use service::{Lock, Services};
use std::path::PathBuf;
use std::process::ExitCode;
use words::Wording;
use words::t;

/// Links a patient's health record to a clinic by a code in a letter and a secret agreed face to face.
#[derive(Parser)]
#[command(version)]
pub struct CommandLine {
    /// A file with settings; the environment goes over it.
    #[arg(long, global = true)]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serves the site, and does its jobs too.
    Serve {
        /// Seeds the demonstration into a database without an application.
        #[arg(long)]
        demo: bool,
        /// Leaves the jobs to `worker`.
        #[arg(long)]
        no_worker: bool,
    },
    /// Does the jobs: sends mail, ends what is over.
    Worker,
    /// Brings the database's tables up to date.
    Migrate,
    /// Seeds the demonstration, or renews its credentials and tops up its codes.
    Demo {
        /// Prints one JSON object.
        #[arg(long)]
        json: bool,
    },
    /// Looks at the installation from all sides, and says what is wrong and what to do.
    Doctor {
        /// Prints one JSON object.
        #[arg(long)]
        json: bool,
    },
    /// Applications: the clinics' systems.
    #[command(subcommand)]
    Application(application::Command),
    /// The mail server, where the settings name none.
    #[command(subcommand)]
    Mail(mail::Command),
    /// Patients' accounts.
    #[command(subcommand)]
    Patient(patient::Command),
    /// Staff: who works the desk.
    #[command(subcommand)]
    Staff(staff::Command),
    /// The audit log.
    #[command(subcommand)]
    Audit(audit::Command),
}

impl CommandLine {
    pub async fn run(self) -> Result<ExitCode> {
        let config = Config::load(self.config.as_deref())?;
        let _written_until_the_end = log::to_stderr(config.log_format);
        match self.command {
            Command::Serve { demo, no_worker } => serve::serve(config, demo, !no_worker).await,
            Command::Worker => serve::work(config).await,
            Command::Migrate => {
                open(&config).await?;
                println!("{}", t!("console-migrated"));
                Ok(ExitCode::SUCCESS)
            }
            Command::Demo { json } => demo::run(&open(&config).await?, json).await,
            Command::Doctor { json } => doctor::run(&config, json).await,
            Command::Application(command) => application::run(&open(&config).await?, command).await,
            Command::Mail(command) => mail::run(&config, &open(&config).await?, command).await,
            Command::Patient(command) => patient::run(&open(&config).await?, command).await,
            Command::Staff(command) => staff::run(&open(&config).await?, command).await,
            Command::Audit(command) => audit::run(&open(&config).await?, command).await,
        }
    }
}

async fn open(config: &Config) -> Result<Services> {
    Ok(server::open(config, Ports::system()).await?)
}

/// Who is locked out, a line each.
fn listed(locks: Vec<Lock>) -> Wording {
    if locks.is_empty() {
        return t!("console-no-locks");
    }
    let line = |lock: Lock| {
        let until = lock.until.rfc3339();
        t!("console-lock", email = lock.email, until = until)
    };
    locks
        .into_iter()
        .map(line)
        .collect::<Vec<_>>()
        .join("\n")
        .into()
}
