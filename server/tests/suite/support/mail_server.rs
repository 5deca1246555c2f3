//! A mail server that says yes to everything but what its script says otherwise, and keeps what it hears.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;

/// What it does instead of saying yes.
#[derive(Clone, Copy, Debug)]
pub enum Act {
    Say(&'static str),
    Drop,
    Hang,
}

/// Acts by what was said: "" for nothing yet, a command's first word, or "." for the end of a mail.
pub type Script = &'static [(&'static str, Act)];

/// Listens until the test ends.
pub struct MailServer {
    pub port: u16,
    next: Arc<Mutex<VecDeque<Script>>>,
    heard: Heard,
}

#[derive(Clone, Default)]
struct Heard {
    all: Arc<Mutex<String>>,
    mails: Arc<Mutex<Vec<String>>>,
    /// Told of each line.
    line: Arc<Notify>,
}

impl MailServer {
    /// With the script of every connection that is given none of its own.
    pub async fn start(usual: Script) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let next = Arc::<Mutex<VecDeque<Script>>>::default();
        let heard = Heard::default();
        let (scripts, hears) = (next.clone(), heard.clone());
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let script = lock(&scripts).pop_front().unwrap_or(usual);
                tokio::spawn(talk(stream, script, hears.clone()));
            }
        });
        Self { port, next, heard }
    }

    /// What the next connection meets that has no script of its own yet.
    pub fn next(&self, script: Script) {
        lock(&self.next).push_back(script);
    }

    /// Waits until what it heard is as wanted, looking at each line.
    pub async fn until(&self, wanted: impl Fn(&Self) -> bool) {
        loop {
            let line = self.heard.line.notified();
            if wanted(self) {
                return;
            }
            line.await;
        }
    }

    /// All that was said to it, over all connections.
    pub fn heard(&self) -> String {
        lock(&self.heard.all).clone()
    }

    /// The texts of all mails that came in whole.
    pub fn mails(&self) -> Vec<String> {
        lock(&self.heard.mails).clone()
    }
}

fn lock<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

fn act(script: Script, stage: &str) -> Act {
    let scripted = script.iter().find(|(at, _)| *at == stage);
    scripted.map_or_else(
        || {
            Act::Say(match stage {
                "" => "220 ready",
                "DATA" => "354 go on",
                "QUIT" => "221 bye",
                _ => "250 yes",
            })
        },
        |(_, act)| *act,
    )
}

/// Ends when the client goes, or when the script says so.
async fn talk(stream: TcpStream, script: Script, heard: Heard) {
    let (reader, mut writer) = stream.into_split();
    let mut lines = BufReader::new(reader).lines();
    let mut stage = String::new();
    loop {
        let line = match act(script, &stage) {
            Act::Say(line) => line,
            Act::Drop => return,
            Act::Hang => std::future::pending().await,
        };
        let mut mail = line.starts_with("354").then(String::new);
        if writer
            .write_all(format!("{line}\r\n").as_bytes())
            .await
            .is_err()
        {
            return;
        }
        stage = loop {
            let Ok(Some(said)) = lines.next_line().await else {
                return;
            };
            lock(&heard.all).push_str(&format!("{said}\n"));
            match &mut mail {
                Some(text) if said != "." => text.push_str(&format!("{said}\n")),
                whole => {
                    lock(&heard.mails).extend(whole.take());
                    heard.line.notify_waiters();
                    break said
                        .split_whitespace()
                        .next()
                        .unwrap_or_default()
                        .to_owned();
                }
            }
        };
    }
}
