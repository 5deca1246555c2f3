//! `patient-connect staff ..`

use super::refused;
use anyhow::{Result, anyhow};
use app::domain::ids::ApplicationId;
use app::domain::staff::Role;
use app::t;
use clap::Subcommand;
use server::service::Services;
use std::process::ExitCode;

#[derive(Subcommand)]
pub enum Command {
    /// Adds somebody; the password is read from standard input.
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
}

fn role(text: &str) -> Result<Role> {
    Role::from_name(text).ok_or_else(|| anyhow!("front-desk | manager | operator"))
}

pub async fn run(services: &Services, command: Command) -> Result<ExitCode> {
    let Command::Add {
        email,
        name,
        role,
        application,
    } = command;
    eprintln!("{}", t!("console-password-prompt"));
    let mut password = String::new();
    std::io::stdin().read_line(&mut password)?;
    let password = password.trim_end_matches(['\r', '\n']);
    services
        .add_staff(&name, &email, password, role, application)
        .await
        .map_err(refused)?;
    println!(
        "{}",
        t!(
            "console-staff-added",
            email = email,
            url = services.public_url().to_owned()
        )
    );
    Ok(ExitCode::SUCCESS)
}
