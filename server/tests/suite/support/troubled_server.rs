//! A mail server that does as it is told: one script for each connection, in order.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// What it does at one stage of a talk, instead of saying yes. A stage is named by what the client has just sent:
/// "" (nothing yet), a command's first word, or "." (the end of the mail).
#[derive(Clone, Copy)]
pub enum Act {
    Say(&'static str),
    Drop,
    Hang,
}

#[derive(Clone, Copy)]
pub struct Script {
    pub stage: &'static str,
    pub act: Act,
    /// Its answer to the client's greeting.
    pub offers: &'static str,
}

impl Script {
    pub const YES: Self = Self::at("never", Act::Drop);

    pub const fn at(stage: &'static str, act: Act) -> Self {
        Self {
            stage,
            act,
            offers: "250 a server",
        }
    }
}

/// The server, and the texts of all mails that came in whole.
pub struct TroubledServer {
    pub port: u16,
    scripts: Arc<Mutex<VecDeque<Script>>>,
    heard: Arc<Mutex<Vec<String>>>,
}

impl TroubledServer {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a listener");
        let port = listener.local_addr().expect("an address").port();
        let scripts = Arc::<Mutex<VecDeque<Script>>>::default();
        let heard = Arc::<Mutex<Vec<String>>>::default();
        let (plays, hears) = (scripts.clone(), heard.clone());
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let script = lock(&plays).pop_front().unwrap_or(Script::YES);
                tokio::spawn(play(script, stream, hears.clone()));
            }
        });
        Self {
            port,
            scripts,
            heard,
        }
    }

    /// What the next connection that has no script yet meets.
    pub fn next(&self, script: Script) {
        lock(&self.scripts).push_back(script);
    }

    pub fn heard(&self) -> Vec<String> {
        lock(&self.heard).clone()
    }
}

fn lock<T>(shared: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Ends when the client goes, or when the script says so.
async fn play(script: Script, stream: TcpStream, heard: Arc<Mutex<Vec<String>>>) {
    let (reader, mut writer) = stream.into_split();
    let mut lines = BufReader::new(reader).lines();
    let mut stage = String::new();
    let mut mail = None;
    loop {
        let usual = match stage.as_str() {
            "" => "220 a server",
            "EHLO" => script.offers,
            "DATA" => "354 go on",
            "QUIT" => "221 bye",
            _ => "250 yes",
        };
        let act = if stage == script.stage {
            script.act
        } else {
            Act::Say(usual)
        };
        match act {
            Act::Say(line) => {
                mail = line.starts_with("354").then(String::new);
                if writer
                    .write_all(format!("{line}\r\n").as_bytes())
                    .await
                    .is_err()
                {
                    return;
                }
            }
            Act::Drop => return,
            Act::Hang => std::future::pending().await,
        }
        loop {
            let Ok(Some(line)) = lines.next_line().await else {
                return;
            };
            match &mut mail {
                Some(text) if line != "." => {
                    text.push_str(&line);
                    text.push('\n');
                    continue;
                }
                Some(text) => lock(&heard).push(std::mem::take(text)),
                None => {}
            }
            stage = line
                .split_whitespace()
                .next()
                .unwrap_or_default()
                .to_owned();
            break;
        }
    }
}
