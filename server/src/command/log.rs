//! Log lines, to standard error.
//!
//! Logging decides about no answer: a thread of its own writes, lines that no one takes in time are left out, and an
//! error of the file or pipe behind it is no one's.

use server::config::LogFormat;
use std::io::{IsTerminal, stderr};
use tracing_appender::non_blocking::{NonBlockingBuilder, WorkerGuard};
use tracing_subscriber::EnvFilter;

/// Lines that wait to be written: some megabytes.
const WAITING: usize = 10_000;

/// Standard output is for answers; `RUST_LOG` widens what is logged. What waits is written when the guard is dropped.
pub fn to_stderr(format: LogFormat) -> WorkerGuard {
    let filter =
        EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("warn,server=info"));
    let (writer, guard) = NonBlockingBuilder::default()
        .buffered_lines_limit(WAITING)
        .lossy(true)
        .finish(stderr());
    let builder = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(stderr().is_terminal())
        .log_internal_errors(false)
        .with_writer(writer);
    match format {
        LogFormat::Text => builder.init(),
        LogFormat::Json => builder.json().init(),
    }
    guard
}
