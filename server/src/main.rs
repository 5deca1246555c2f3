//! The command line. Each command opens the use cases and calls one of them.

mod command;

use clap::Parser;
use mimalloc::MiMalloc;
use std::io::{Write, stderr};
use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    without_huge_pages();
    run()
}

/// The allocator asks the system for huge pages, which keep 40 MB of a server's memory resident for nothing. Hashes take
/// a tenth longer without them. Where the setting is not known, the server runs with what it gets.
fn without_huge_pages() {
    #[cfg(target_os = "linux")]
    let _ = rustix::thread::disable_transparent_huge_pages(true);
}

#[tokio::main]
async fn run() -> ExitCode {
    match command::CommandLine::parse().run().await {
        Ok(code) => code,
        Err(error) => {
            // Where no one reads it, the exit code says it.
            drop(writeln!(stderr(), "patient-connect: {error:#}"));
            ExitCode::FAILURE
        }
    }
}
