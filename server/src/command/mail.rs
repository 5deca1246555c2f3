//! `patient-connect mail ..`

use super::refusals::refused;
use anyhow::{Context, Result, anyhow};
use clap::Subcommand;
use domain::address;
use domain::outgoing_mail::MailSettings;
use domain::policy;
use server::config::Config;
use server::doctor;
use service::mail::read_smtp_url;
use service::{Operator, Services};
use std::process::ExitCode;
use words::t;

#[derive(Subcommand)]
pub enum Command {
    /// Keeps a mail server in the database; used where the settings name none.
    Set {
        /// As smtp[s]://[user:password@]host[:port][?tls=required|none].
        #[arg(long)]
        smtp_url: String,
        /// The address that mail comes from.
        #[arg(long)]
        from: String,
    },
    /// Sends a test mail by what holds now, and reports the result.
    Test { address: String },
}

pub async fn run(config: &Config, services: &Services, command: Command) -> Result<ExitCode> {
    match command {
        Command::Set { smtp_url, from } => set(config, services, &smtp_url, &from).await,
        Command::Test { address } => test(config, services, &address).await,
    }
}

async fn set(config: &Config, services: &Services, url: &str, from: &str) -> Result<ExitCode> {
    let settings = MailSettings::Server {
        server: read_smtp_url(url)?,
        from: address(from)?,
    };
    let by = Operator::at_command_line();
    let set = services
        .installation()
        .set_mail_settings(by, &settings, None)
        .await;
    set.map_err(refused)?;
    println!("{}", t!("console-mail-set"));
    if config.mail.decides() {
        println!("{}", t!("console-mail-configured"));
    }
    Ok(ExitCode::SUCCESS)
}

async fn test(config: &Config, services: &Services, to: &str) -> Result<ExitCode> {
    let to = address(to)?;
    let mailer = services.installation().current_mailer(&config.mail).await?;
    let trouble = doctor::send_test_mail(services, Ok(mailer), &to).await;
    match trouble.context("sending a test mail")? {
        None => {
            println!("{}", t!("mail-test-sent", to = to));
            Ok(ExitCode::SUCCESS)
        }
        Some(trouble) => {
            println!("{trouble}");
            Ok(ExitCode::FAILURE)
        }
    }
}

fn address(text: &str) -> Result<String> {
    let read = address::email(text, policy::EMAIL_MAX).ok();
    read.ok_or_else(|| anyhow!(t!("console-no-address", address = text.to_owned())))
}
