//! `patient-connect staff ..`

use super::refusals::refused;
use anyhow::{Result, anyhow};
use clap::Subcommand;
use domain::ids::ApplicationId;
use domain::staff::Role;
use service::{Operator, Services};
use std::process::ExitCode;
use words::t;

#[derive(Subcommand)]
pub enum Command {
    /// Add a staff account; reads the password from standard input.
    Add {
        #[arg(long)]
        email: String,
        #[arg(long)]
        name: String,
        /// `front-desk`, `manager` or `operator`.
        #[arg(long, value_parser = role)]
        role: Role,
        /// The clinic; leave out for an operator.
        #[arg(long)]
        application: Option<ApplicationId>,
    },
    /// Deactivate a staff account; takes effect with its next request.
    Disable {
        #[arg(long)]
        email: String,
    },
    /// Remove a lost authenticator app and end all sessions of the account.
    ResetAuthenticator {
        #[arg(long)]
        email: String,
    },
    /// Set a new password, read from standard input, and end all sessions of the account.
    SetPassword {
        #[arg(long)]
        email: String,
    },
    /// Reactivate a staff account.
    Enable {
        #[arg(long)]
        email: String,
    },
    /// List staff accounts that are locked after wrong passwords or codes.
    Locks,
    /// Clear the locks of an account after wrong passwords or codes.
    Unlock {
        #[arg(long)]
        email: String,
    },
}

fn role(text: &str) -> Result<Role> {
    Role::from_name(text).ok_or_else(|| anyhow!("front-desk | manager | operator"))
}

fn read_password() -> Result<String> {
    eprintln!("{}", t!("console-password-prompt"));
    let mut password = String::new();
    std::io::stdin().read_line(&mut password)?;
    Ok(password.trim_end_matches(['\r', '\n']).to_owned())
}

pub async fn run(services: &Services, command: Command) -> Result<ExitCode> {
    let done = match command {
        Command::Add {
            email,
            name,
            role,
            application,
        } => {
            let password = read_password()?;
            services
                .staff()
                .add(&name, &email, &password, role, application)
                .await
                .map_err(refused)?;
            t!(
                "console-staff-added",
                email = email,
                url = services.public_url().to_owned()
            )
        }
        Command::Disable { email } => {
            services
                .staff()
                .set_disabled_by_email(&email, true)
                .await
                .map_err(refused)?;
            t!("console-staff-disabled", email = email)
        }
        Command::ResetAuthenticator { email } => {
            services
                .staff()
                .reset_authenticator_by_email(&email)
                .await
                .map_err(refused)?;
            t!("console-authenticator-reset", email = email)
        }
        Command::SetPassword { email } => {
            services
                .staff()
                .set_password_by_email(&email, &read_password()?)
                .await
                .map_err(refused)?;
            t!("console-staff-password-set", email = email)
        }
        Command::Enable { email } => {
            services
                .staff()
                .set_disabled_by_email(&email, false)
                .await
                .map_err(refused)?;
            t!("console-staff-enabled", email = email)
        }
        Command::Locks => super::listed(
            services
                .sign_ins()
                .staff_locks(Operator::at_command_line())
                .await?,
        ),
        Command::Unlock { email } => {
            services
                .sign_ins()
                .clear_staff_locks(Operator::at_command_line(), &email)
                .await
                .map_err(refused)?;
            t!("console-locks-cleared", email = email)
        }
    };
    println!("{done}");
    Ok(ExitCode::SUCCESS)
}
