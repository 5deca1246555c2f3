//! The command line. Each command opens the use cases and calls one of them.

mod command;

use clap::Parser;
use mimalloc::MiMalloc;
use std::io::{Write, stderr};
use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

#[tokio::main]
async fn main() -> ExitCode {
    match command::CommandLine::parse().run().await {
        Ok(code) => code,
        Err(error) => {
            // Where nobody reads it, the exit code says it.
            drop(writeln!(stderr(), "patient-connect: {error:#}"));
            ExitCode::FAILURE
        }
    }
}
