//! `patient-connect serve` and `patient-connect worker`

use super::demo;
use anyhow::{Context, Result, anyhow};
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use server::Assembly;
use server::config::Config;
use server::http::serve::{self as connections, Limits};
use service::Services;
use service::mail::{Mailer, Transport};
use service::ports::Ports;
use std::fmt::Display;
use std::io::{ErrorKind, Write, stdout};
use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;
use words::Wording;
use words::t;

/// How long open requests and the mail at hand get once told to stop.
const GRACE: Duration = Duration::from_secs(9);

pub async fn serve(config: Config, demo: bool, with_worker: bool) -> Result<ExitCode> {
    config.may_serve()?;
    let address = config.http.listen;
    let url = config.http.public_url.as_str().to_owned();
    let mail = config.mail.clone();
    let without_mail = config.may_serve_without_stored_mail();
    let listener = TcpListener::bind(address)
        .await
        .map_err(|error| cannot_listen(address, &error))?;
    let Assembly {
        services,
        router,
        edge,
        worker,
    } = server::assemble(config, Ports::system()).await?;

    if !services.installation().may_start_without_mail().await? {
        without_mail?;
    }
    say(t!("console-listening", url = url.clone()));
    say(format!("  {}", t!("console-desk", url = url)));
    say(format!("  {}", mail_words(&services, &mail).await?));
    greet(&services, demo).await?;

    let (stop, stopped) = watch::channel(false);
    let worker = with_worker.then(|| tokio::spawn(worker.run(stopped.clone())));
    let mut closing = stopped.clone();
    let limits = Limits::with_open_files(open_files());
    let server = connections::serve(listener, router, edge, limits, async move {
        // Its sender lives until the end of this function, so this ends by the signal alone.
        drop(closing.wait_for(|stop| *stop).await);
    });
    let server = tokio::spawn(server);
    told_to_stop().await?;
    stop.send_replace(true);
    services.shut_down();
    let ended = tokio::time::timeout(GRACE, async {
        let result = server.await;
        if let Some(worker) = worker {
            drop(worker.await);
        }
        result
    })
    .await;
    if let Ok(result) = ended {
        result.context("serving")?;
    }
    Ok(ExitCode::SUCCESS)
}

pub async fn work(config: Config) -> Result<ExitCode> {
    config.may_serve()?;
    let without_mail = config.may_serve_without_stored_mail();
    let Assembly {
        services, worker, ..
    } = server::assemble(config, Ports::system()).await?;
    if !services.installation().may_start_without_mail().await? {
        without_mail?;
    }
    let (stop, stopped) = watch::channel(false);
    let worker = tokio::spawn(worker.run(stopped));
    told_to_stop().await?;
    stop.send_replace(true);
    drop(tokio::time::timeout(GRACE, worker).await);
    Ok(ExitCode::SUCCESS)
}

/// What a newcomer needs: ready codes at the first start, and where to get new ones later.
async fn greet(services: &Services, demo: bool) -> Result<()> {
    let applications = services.applications().list().await?;
    if applications.is_empty() && demo {
        let demonstration = services
            .installation()
            .demonstrate()
            .await
            .map_err(super::refusals::refused)?;
        drop(demo::print(&demonstration, &mut stdout()));
    } else if let Some(link) = services.installation().set_up_link().await? {
        say(format!("  {}", t!("console-set-up", url = link)));
    } else if applications.is_empty() {
        say(format!("  {}", t!("console-no-application")));
    } else if applications
        .iter()
        .all(|application| application.demonstration)
    {
        say(format!("  {}", t!("console-demo-again")));
    }
    Ok(())
}

/// How mail leaves just now.
async fn mail_words(services: &Services, configured: &Arc<Mailer>) -> Result<Wording> {
    let mailer = services.installation().current_mailer(configured).await?;
    Ok(match mailer.transport() {
        Transport::File(_) => {
            let url = services.public_url().to_owned();
            t!("console-mail-file", url = url)
        }
        Transport::Smtp(_) if configured.decides() => t!("console-mail-smtp"),
        Transport::Smtp(_) => t!("console-mail-stored"),
        Transport::Memory(_) | Transport::None => t!("console-mail-none"),
        Transport::Unset => t!("console-mail-unset"),
    })
}

fn cannot_listen(address: SocketAddr, error: &std::io::Error) -> anyhow::Error {
    let address = address.to_string();
    anyhow!(match error.kind() {
        ErrorKind::AddrInUse => t!("console-port-taken", address = address),
        _ => t!(
            "console-cannot-listen",
            address = address,
            reason = error.to_string()
        ),
    })
}

/// A line for anyone who started the server. No one may be there to read it, and the server serves all the same.
fn say(line: impl Display) {
    drop(writeln!(stdout(), "{line}"));
}

/// How many files the process may have open, once its own limit is as high as the system lets it raise that.
fn open_files() -> usize {
    let Rlimit { maximum, .. } = getrlimit(Resource::Nofile);
    let highest = Rlimit {
        current: maximum,
        maximum,
    };
    // Some systems say that there is no highest, and take no number for it either: then what was so far continues.
    let _ = setrlimit(Resource::Nofile, highest);
    let current = getrlimit(Resource::Nofile).current;
    current.map_or(usize::MAX, |files| {
        usize::try_from(files).unwrap_or(usize::MAX)
    })
}

/// Ctrl-C, or the service manager's word.
async fn told_to_stop() -> Result<()> {
    let mut terminate = signal(SignalKind::terminate())?;
    tokio::select! {
        interrupted = tokio::signal::ctrl_c() => interrupted?,
        _ = terminate.recv() => {}
    }
    Ok(())
}
