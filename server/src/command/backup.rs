//! `patient-connect backup`, `patient-connect restore`

use super::open;
use anyhow::{Context, Error, Result, anyhow};
use server::backup::{self, BackupError};
use server::config::Config;
use std::path::Path;
use std::process::ExitCode;
use words::t;

pub async fn make(config: &Config, to: &Path) -> Result<ExitCode> {
    let made = backup::make(&config.database_url, to).await;
    let bytes = made.map_err(sentence)?;
    let file = to.display().to_string();
    println!(
        "{}",
        t!(
            "console-backup-made",
            file = file,
            bytes = bytes.to_string()
        )
    );
    let key = config.key_file.display().to_string();
    println!("{}", t!("console-backup-key", key = key));
    Ok(ExitCode::SUCCESS)
}

/// Puts the backup back, brings its tables up to date, and reads every audit chain.
pub async fn restore(config: &Config, from: &Path) -> Result<ExitCode> {
    let folder = &config.data_dir;
    std::fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    let restored = backup::restore(&config.database_url, from).await;
    restored.map_err(sentence)?;
    let services = open(config).await?;
    let verified = services
        .audit()
        .verify_against(None)
        .await
        .context("reading the audit log")?;
    if !verified.broken.is_empty() {
        println!("{}", t!("console-backup-restored-broken"));
        return Ok(ExitCode::FAILURE);
    }
    let count = verified.read.to_string();
    println!("{}", t!("console-backup-restored", count = count));
    Ok(ExitCode::SUCCESS)
}

fn sentence(error: BackupError) -> Error {
    let said = match &error {
        BackupError::Exists(file) => t!("console-backup-exists", file = file.display().to_string()),
        BackupError::NoDatabase => t!("console-backup-no-database"),
        BackupError::NotEmpty => t!("console-backup-not-empty"),
        BackupError::OtherKind(file) => {
            t!(
                "console-backup-other-kind",
                file = file.display().to_string()
            )
        }
        BackupError::NoProgram(program, reason) => t!(
            "console-backup-no-program",
            program = *program,
            reason = reason.to_string()
        ),
        BackupError::Program(program, told) => t!(
            "console-backup-program",
            program = *program,
            told = told.clone()
        ),
        BackupError::File(..) | BackupError::Store(_) => return error.into(),
    };
    anyhow!(said)
}
