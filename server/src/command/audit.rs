//! `patient-connect audit`

use anyhow::{Context, Result, bail};
use domain::timestamp::Timestamp;
use service::{Break, BrokenChain, Checkpoint, CheckpointRejection, Services, Witness};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use words::Wording;
use words::t;

#[derive(clap::Subcommand)]
pub enum Command {
    /// Reads every chain and says where one does not hold.
    Verify {
        /// Holds the log against what `audit checkpoint` printed earlier.
        #[arg(long)]
        checkpoint: Option<PathBuf>,
    },
    /// Prints how far every chain goes, to be kept elsewhere.
    Checkpoint,
}

pub async fn run(services: &Services, command: Command) -> Result<ExitCode> {
    match command {
        Command::Verify { checkpoint } => verify(services, checkpoint.as_deref()).await,
        Command::Checkpoint => {
            let text = services.audit().checkpoint().await?;
            let Some(text) = text else {
                bail!(t!("console-audit-no-checkpoint"));
            };
            print!("{text}");
            Ok(ExitCode::SUCCESS)
        }
    }
}

async fn verify(services: &Services, file: Option<&Path>) -> Result<ExitCode> {
    let checkpoint = file.map(|file| read(services, file)).transpose()?;
    let verified = services
        .audit()
        .verify_against(checkpoint.as_ref())
        .await
        .context("reading the audit log")?;
    if verified.broken.is_empty() {
        let count = verified.read.to_string();
        println!("{}", t!("console-audit-sound", count = count));
        return Ok(ExitCode::SUCCESS);
    }
    for broken in &verified.broken {
        println!("{}", sentence(broken));
    }
    Ok(ExitCode::FAILURE)
}

fn read(services: &Services, file: &Path) -> Result<Checkpoint> {
    let name = file.display().to_string();
    let bytes = match std::fs::read(file) {
        Ok(bytes) => bytes,
        Err(error) => bail!(t!(
            "console-checkpoint-unreadable",
            file = name,
            reason = error.to_string()
        )),
    };
    match services.audit().read_checkpoint(&bytes) {
        Ok(checkpoint) => Ok(checkpoint),
        Err(CheckpointRejection::Shape) => bail!(t!("console-checkpoint-shape", file = name)),
        Err(CheckpointRejection::Foreign) => bail!(t!("console-checkpoint-foreign", file = name)),
        Err(CheckpointRejection::Altered) => bail!(t!("console-checkpoint-altered", file = name)),
    }
}

fn sentence(broken: &BrokenChain) -> Wording {
    let chain = broken.chain.to_string();
    let day = Timestamp::rfc3339;
    match broken.how {
        Break::Record {
            number,
            since: Some(since),
        } => t!(
            "console-audit-broken",
            chain = chain,
            number = number.to_string(),
            since = day(since)
        ),
        Break::Record {
            number,
            since: None,
        } => t!(
            "console-audit-broken-at-start",
            chain = chain,
            number = number.to_string()
        ),
        Break::NoChain => t!("console-audit-no-chain", chain = chain),
        Break::Head { since } => {
            t!("console-audit-head", chain = chain, since = day(since))
        }
        Break::Behind {
            number,
            since,
            by: Witness::Anchor(anchor),
        } => t!(
            "console-audit-behind-anchor",
            chain = chain,
            number = number.to_string(),
            since = day(since),
            anchor = anchor.to_string()
        ),
        Break::Behind {
            number,
            since,
            by: Witness::Checkpoint,
        } => t!(
            "console-audit-behind-checkpoint",
            chain = chain,
            number = number.to_string(),
            since = day(since)
        ),
        Break::Anchors {
            number,
            since: Some(since),
        } => t!(
            "console-audit-anchors",
            number = number.to_string(),
            since = day(since)
        ),
        Break::Anchors {
            number,
            since: None,
        } => t!(
            "console-audit-anchors-at-start",
            number = number.to_string()
        ),
        Break::AnchorsCut { number, since } => t!(
            "console-audit-anchors-cut",
            number = number.to_string(),
            since = day(since)
        ),
        Break::AnchorOfCheckpoint { number, since } => t!(
            "console-audit-anchors-checkpoint",
            number = number.to_string(),
            since = day(since)
        ),
    }
}
