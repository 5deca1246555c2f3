//! A mail server that says yes to everything but what its script says otherwise, and keeps what it hears.

use std::sync::{Arc, Mutex, PoisonError};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// Answers by what was said: "" for the greeting, a command's first word, or "." for the end of a mail.
type Script = &'static [(&'static str, &'static str)];

/// Listens until the test ends.
pub struct MailServer {
    pub port: u16,
    heard: Arc<Mutex<String>>,
}

impl MailServer {
    pub async fn start(script: Script) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let heard = Arc::new(Mutex::new(String::new()));
        let kept = heard.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(talk(stream, script, kept.clone()));
            }
        });
        Self { port, heard }
    }

    /// All that was said to it, over all connections.
    pub fn heard(&self) -> String {
        self.heard
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

fn answer(script: Script, stage: &str) -> &'static str {
    let scripted = script.iter().find(|(at, _)| *at == stage);
    scripted.map_or_else(
        || match stage {
            "" => "220 ready",
            "DATA" => "354 go on",
            "QUIT" => "221 bye",
            _ => "250 yes",
        },
        |(_, line)| line,
    )
}

async fn talk(stream: TcpStream, script: Script, heard: Arc<Mutex<String>>) {
    let (reader, mut writer) = stream.into_split();
    let mut lines = BufReader::new(reader).lines();
    let mut stage = String::new();
    loop {
        let line = answer(script, &stage);
        let in_mail = line.starts_with("354");
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
            let mut all = heard.lock().unwrap_or_else(PoisonError::into_inner);
            all.push_str(&said);
            all.push('\n');
            if !in_mail || said == "." {
                break said
                    .split_whitespace()
                    .next()
                    .unwrap_or_default()
                    .to_owned();
            }
        };
    }
}
