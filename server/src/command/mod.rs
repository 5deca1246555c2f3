//! What can be typed after `patient-connect`.

mod application;
mod application_settings;
mod audit;
mod backup;
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

/// Connects a patient's health record to a clinic with a code from a letter and a secret agreed face to face.
#[derive(Parser)]
#[command(version)]
pub struct CommandLine {
    /// Settings file; environment variables take priority.
    #[arg(long, global = true)]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Run the web server and the background jobs.
    Serve {
        /// Add demonstration data if there is no application yet.
        #[arg(long)]
        demo: bool,
        /// Leave the jobs to `worker`.
        #[arg(long)]
        no_worker: bool,
    },
    /// Run only the background jobs: send email and reminders, expire codes, delete old data.
    Worker,
    /// Migrate the database schema to this version (every command does this when it starts).
    Migrate,
    /// Write the whole database into one file; the server may keep running.
    Backup {
        /// The file to create; it must not exist yet.
        #[arg(long)]
        to: PathBuf,
    },
    /// Restore a backup into an empty database, or where there is none yet.
    Restore {
        /// A file that `backup` wrote.
        #[arg(long)]
        from: PathBuf,
    },
    /// Add demonstration data, or renew its sign-in details and codes; refuses if there is a real application.
    Demo {
        /// Print one JSON object.
        #[arg(long)]
        json: bool,
    },
    /// Check the installation and say how to fix what is wrong; exits with an error if a check fails; changes nothing.
    Doctor {
        /// Print one JSON object.
        #[arg(long)]
        json: bool,
    },
    /// Manage applications (the clinics' systems).
    #[command(subcommand)]
    Application(application::Command),
    /// Manage the stored mail server, used if the configuration sets none.
    #[command(subcommand)]
    Mail(mail::Command),
    /// Help patients who cannot sign in.
    #[command(subcommand)]
    Patient(patient::Command),
    /// Manage staff accounts.
    #[command(subcommand)]
    Staff(staff::Command),
    /// Check the audit log.
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
            Command::Backup { to } => backup::make(&config, &to).await,
            Command::Restore { from } => backup::restore(&config, &from).await,
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
