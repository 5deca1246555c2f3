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
    /// Adds someone; the password is read from standard input.
    Add {
        #[arg(long)]
        email: String,
        #[arg(long)]
        name: String,
        /// `front-desk`, `manager` or `operator`.
        #[arg(long, value_parser = role)]
        role: Role,
        /// Whose desk; none for an operator.
        #[arg(long)]
        application: Option<ApplicationId>,
    },
    /// Shuts someone out of the desk, with their next request at the latest.
    Disable {
        #[arg(long)]
        email: String,
    },
    /// Removes a lost authenticator, and ends their sessions.
    ResetAuthenticator {
        #[arg(long)]
        email: String,
    },
    /// Sets a new password, read from standard input, and ends their sessions.
    SetPassword {
        #[arg(long)]
        email: String,
    },
    /// Lets someone in again.
    Enable {
        #[arg(long)]
        email: String,
    },
    /// Lists who is locked out after wrong passwords or codes.
    Locks,
    /// Clears the locks after wrong passwords or codes.
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
