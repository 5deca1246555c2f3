//! `patient-connect patient ..`

use super::listed;
use super::refusals::refused;
use anyhow::Result;
use clap::Subcommand;
use service::{Operator, Services};
use std::process::ExitCode;
use words::t;

#[derive(Subcommand)]
pub enum Command {
    /// Lists who is locked out after wrong passwords.
    Locks,
    /// Takes the authenticator app of a patient away who lost phone and recovery codes. Check that it is them who ask.
    ResetAuthenticator {
        #[arg(long)]
        email: String,
    },
    /// Clears the locks after wrong passwords.
    Unlock {
        #[arg(long)]
        email: String,
    },
}

pub async fn run(services: &Services, command: Command) -> Result<ExitCode> {
    let done = match command {
        Command::Locks => listed(
            services
                .sign_ins()
                .person_locks(Operator::at_command_line())
                .await?,
        ),
        Command::ResetAuthenticator { email } => {
            services
                .people()
                .reset_person_authenticator(Operator::at_command_line(), &email)
                .await
                .map_err(refused)?;
            t!("console-person-authenticator-reset", email = email)
        }
        Command::Unlock { email } => {
            services
                .sign_ins()
                .clear_person_locks(Operator::at_command_line(), &email)
                .await
                .map_err(refused)?;
            t!("console-locks-cleared", email = email)
        }
    };
    println!("{done}");
    Ok(ExitCode::SUCCESS)
}
