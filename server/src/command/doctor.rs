//! `patient-connect doctor`

use anyhow::Result;
use domain::finding::{Finding, Level};
use serde::Serialize;
use server::config::Config;
use server::doctor;
use service::ports::Ports;
use std::process::ExitCode;
use words::Wording;
use words::t;

#[derive(Serialize)]
struct Report {
    /// Whether nothing is at fault.
    ok: bool,
    checks: Vec<Finding>,
}

/// One line a check; a fault among them is a failure of the command.
pub async fn run(config: &Config, json: bool) -> Result<ExitCode> {
    let checks = doctor::examine(config, &Ports::system()).await;
    let report = Report {
        ok: checks.iter().all(|finding| finding.level != Level::Fault),
        checks,
    };
    if json {
        println!("{}", serde_json::to_string_pretty(&report)?);
    } else {
        for finding in &report.checks {
            println!("{}", line(finding));
        }
    }
    Ok(if report.ok {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn line(finding: &Finding) -> Wording {
    let words = finding.words.clone();
    match finding.level {
        Level::Ok => t!("console-doctor-ok", words = words),
        Level::Warning => t!("console-doctor-warning", words = words),
        Level::Fault => t!("console-doctor-fault", words = words),
    }
}
