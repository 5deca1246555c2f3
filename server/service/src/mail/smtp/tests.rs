//! What each answer of a scripted mail server means for the mail.

use super::*;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::task::JoinHandle;

/// What the scripted server does at one stage.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Act {
    Say(&'static str),
    Drop,
    Hang,
}

/// A server that says yes to everything but one stage. The stages are named by what the client has just sent:
/// "" (nothing yet), a command's first word, or "." (the end of the mail).
#[derive(Clone, Copy)]
struct Script {
    stage: &'static str,
    act: Act,
    ehlo: &'static str,
}

impl Script {
    const fn at(stage: &'static str, act: Act) -> Self {
        Self {
            stage,
            act,
            ehlo: "250 sink",
        }
    }

    /// Plays one connection and returns all that the client sent.
    async fn play(self, stream: TcpStream) -> String {
        let (reader, mut writer) = stream.into_split();
        let mut lines = BufReader::new(reader).lines();
        let mut heard = String::new();
        let mut stage = String::new();
        let mut in_mail = false;
        loop {
            let usual = match stage.as_str() {
                "" => "220 sink",
                "EHLO" => self.ehlo,
                "DATA" => "354 go on",
                "QUIT" => "221 bye",
                _ => "250 yes",
            };
            let act = if stage == self.stage {
                self.act
            } else {
                Act::Say(usual)
            };
            match act {
                Act::Say(line) => {
                    in_mail = line.starts_with("354");
                    let sent = writer.write_all(format!("{line}\r\n").as_bytes()).await;
                    sent.expect("a client that listens");
                }
                Act::Drop => return heard,
                Act::Hang => std::future::pending().await,
            }
            loop {
                let Ok(Some(line)) = lines.next_line().await else {
                    return heard;
                };
                heard.push_str(&line);
                heard.push('\n');
                if !in_mail || line == "." {
                    stage = line
                        .split_whitespace()
                        .next()
                        .unwrap_or_default()
                        .to_owned();
                    break;
                }
            }
        }
    }
}

async fn sink(script: Script) -> (u16, JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a listener");
    let port = listener.local_addr().expect("an address").port();
    let played = tokio::spawn(async move {
        let (stream, _) = listener.accept().await.expect("a client");
        script.play(stream).await
    });
    (port, played)
}

async fn deliver(url: &str) -> Result<(), SendFailure> {
    let smtp = Smtp::parse(url, "connect.example.org").expect("an address");
    let smtp = smtp.with_patience(Duration::from_millis(500));
    let address = |text: &str| text.parse().expect("an address");
    let envelope = Envelope::new(
        Some(address("no-reply@connect.example.org")),
        vec![address("pat@example.org")],
    );
    let envelope = envelope.expect("an envelope");
    let talk = smtp.begin(&envelope).await?;
    talk.finish(b"Subject: Words\r\n\r\n.hidden dot\r\n").await
}

async fn outcome(script: Script) -> Result<(), SendFailure> {
    let (port, _played) = sink(script).await;
    deliver(&format!("smtp://127.0.0.1:{port}")).await
}

#[tokio::test]
async fn a_mail_that_is_taken_is_sent_whole() {
    let (port, played) = sink(Script::at("never", Act::Drop)).await;
    assert_eq!(deliver(&format!("smtp://127.0.0.1:{port}")).await, Ok(()));
    let heard = played.await.expect("a played script");
    assert_eq!(
        heard,
        "EHLO connect.example.org\nMAIL FROM:<no-reply@connect.example.org>\nRCPT TO:<pat@example.org>\nDATA\n\
         Subject: Words\n\n..hidden dot\n\n.\nQUIT\n"
    );
}

#[tokio::test]
async fn what_is_only_late_is_tried_again() {
    for script in [
        Script::at("", Act::Say("421 too busy")),
        Script::at("", Act::Say("554 not me")),
        Script::at("", Act::Drop),
        Script::at("", Act::Hang),
        Script::at("EHLO", Act::Drop),
        Script::at("MAIL", Act::Say("421 closing")),
        Script::at("MAIL", Act::Hang),
        Script::at("RCPT", Act::Say("450 greylisted")),
        Script::at("RCPT", Act::Drop),
        Script::at("DATA", Act::Say("451 not now")),
        Script::at("DATA", Act::Drop),
        Script::at("DATA", Act::Hang),
        Script::at(".", Act::Say("452 no room")),
    ] {
        let outcome = outcome(script).await;
        assert!(
            matches!(outcome, Err(SendFailure::Retry(_))),
            "{}: {outcome:?}",
            script.stage
        );
    }
}

#[tokio::test]
async fn all_stages_before_the_mail_have_one_limit_together() {
    let (port, _played) = sink(Script::at("RCPT", Act::Hang)).await;
    let url = format!("smtp://127.0.0.1:{port}");
    let mut smtp = Smtp::parse(&url, "connect.example.org").expect("an address");
    smtp.limits = Limits {
        begin: Duration::from_millis(500),
        ..smtp.limits
    };
    let address = |text: &str| text.parse().expect("an address");
    let envelope = Envelope::new(
        Some(address("no-reply@connect.example.org")),
        vec![address("pat@example.org")],
    );
    let begun = smtp.begin(&envelope.expect("an envelope")).await.err();
    assert_eq!(begun, Some(silence("too many of its answers")));
}

#[tokio::test]
async fn what_is_refused_for_good_has_bounced() {
    for stage in ["RCPT", "DATA", "."] {
        let outcome = outcome(Script::at(stage, Act::Say("550 no such mailbox"))).await;
        let Err(SendFailure::Bounced(reason)) = outcome else {
            panic!("{stage}: {outcome:?}");
        };
        assert!(reason.contains("no such mailbox"), "{reason}");
    }
    let refused = outcome(Script::at(".", Act::Say("554 refused"))).await;
    assert!(matches!(refused, Err(SendFailure::Bounced(_))));
}

#[tokio::test]
async fn what_is_about_us_is_kept_and_tried_again() {
    for (stage, answer) in [
        ("MAIL", "550 5.4.5 Daily user sending quota exceeded"),
        ("MAIL", "530 Authentication required"),
        ("MAIL", "554 5.7.1 Client was not authenticated"),
        ("MAIL", "550 no such mailbox"),
        ("RCPT", "554 5.7.1 Relay access denied"),
        ("RCPT", "550 relaying denied"),
        ("DATA", "503 5.5.1 bad sequence"),
        (".", "550 5.7.26 This mail is unauthenticated"),
    ] {
        let outcome = outcome(Script::at(stage, Act::Say(answer))).await;
        let Err(SendFailure::Ours(reason)) = outcome else {
            panic!("D1 {stage} {answer}: {outcome:?}");
        };
        assert!(reason.contains(&answer[4..]), "{reason}");
    }
    let before = outcome(Script::at("", Act::Say("554 5.7.1 no mail from here"))).await;
    assert!(matches!(before, Err(SendFailure::Retry(_))), "{before:?}");
}

#[tokio::test]
async fn a_provider_without_passwords_is_recognised() {
    for (answer, expected) in [
        (
            "550 5.7.30 Basic authentication is not supported",
            "takes no password",
        ),
        (
            "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled",
            "takes no password",
        ),
        (
            "534 5.7.9 Application-specific password required",
            "made for one application",
        ),
        ("535 5.7.8 wrong password", "did not take user and password"),
    ] {
        let script = Script {
            ehlo: "250-sink\r\n250 AUTH PLAIN",
            ..Script::at("AUTH", Act::Say(answer))
        };
        let (port, _played) = sink(script).await;
        let url = format!("smtp://user:secret@127.0.0.1:{port}?tls=none");
        let smtp = Smtp::parse(&url, "connect.example.org").expect("an address");
        let trouble = smtp.try_out().await.expect_err("refused").to_string();
        assert!(trouble.contains(expected), "D3 {answer}: {trouble}");
    }
}

#[tokio::test]
async fn the_next_address_is_tried_after_a_dead_one() {
    // A listener whose queue is full answers no further connection, as an address that leads nowhere.
    let dead = TcpSocket::new_v4().expect("a socket");
    dead.bind(SocketAddr::from(([127, 0, 0, 1], 0)))
        .expect("a port");
    let dead = dead.listen(0).expect("a listener");
    let nowhere = dead.local_addr().expect("an address");
    let mut waiting = Vec::new();
    let mut full = false;
    while !full && waiting.len() < 8 {
        let next = timeout(Duration::from_millis(300), TcpStream::connect(nowhere)).await;
        full = next.is_err();
        waiting.push(next);
    }
    assert!(full, "the queue takes everybody");
    let (port, played) = sink(Script::at("never", Act::Drop)).await;
    let smtp = Smtp::parse(
        &format!("smtp://mail.example.org:{port}"),
        "connect.example.org",
    );
    let smtp = smtp
        .expect("an address")
        .with_patience(Duration::from_secs(2));
    let alive = SocketAddr::from(([127, 0, 0, 1], port));
    let addresses = [nowhere, alive];
    let talk = timeout(Duration::from_secs(10), smtp.talk_at(&addresses)).await;
    let mut talk = talk.expect("within its time").expect("a talk");
    say_goodbye(&mut talk).await;
    drop(talk);
    assert!(
        played.await.expect("a played script").contains("EHLO"),
        "D5"
    );
}

#[tokio::test]
async fn a_token_is_read_anew_for_each_talk_and_its_refusal_has_a_reason() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("token");
    let put = |token: &str| std::fs::write(&file, token).expect("a file");
    put("first\n");
    let by_token = |port: u16| {
        let url = format!("smtp://user%40example.org@127.0.0.1:{port}");
        let smtp = Smtp::with_token(&url, "connect.example.org", &file).expect("an address");
        // The script speaks no TLS, without which no token leaves.
        assert!(matches!(smtp.tls, Tls::Required(_)), "D3");
        Smtp {
            tls: Tls::Off,
            ..smtp
        }
    };
    let script = |answer| Script {
        ehlo: "250-sink\r\n250 AUTH LOGIN XOAUTH2",
        ..Script::at("AUTH", Act::Say(answer))
    };
    for token in ["first", "second"] {
        put(token);
        let (port, played) = sink(script("235 yes")).await;
        assert_eq!(by_token(port).try_out().await, Ok(()), "D3");
        let said = format!("user=user@example.org\u{1}auth=Bearer {token}\u{1}\u{1}");
        let said = base64::Engine::encode(&base64::prelude::BASE64_STANDARD, said);
        let heard = played.await.expect("a played script");
        assert!(
            heard.contains(&format!("AUTH XOAUTH2 {said}")),
            "D3 {heard}"
        );
    }
    let (port, _played) = sink(script("535 5.7.3 the token is over")).await;
    let over = by_token(port).try_out().await;
    assert!(
        matches!(&over, Err(Trouble::Token(why)) if why.contains("the token is over")),
        "D3 {over:?}"
    );
    let (port, played) = sink(script("334 eyJzdGF0dXMiOiI0MDEifQ==")).await;
    let challenged = by_token(port).try_out().await;
    assert!(
        matches!(challenged, Err(Trouble::Token(_))),
        "D3 {challenged:?}"
    );
    drop(played);
    let plain = Script {
        ehlo: "250-sink\r\n250 AUTH PLAIN",
        ..Script::at("never", Act::Drop)
    };
    let (port, _played) = sink(plain).await;
    let unoffered = by_token(port).try_out().await;
    assert!(
        matches!(unoffered, Err(Trouble::Token(_))),
        "D3 {unoffered:?}"
    );
    let (port, _played) = sink(script("235 yes")).await;
    let smtp = by_token(port);
    std::fs::remove_file(&file).expect("removed");
    let gone = smtp.try_out().await;
    assert!(matches!(gone, Err(Trouble::TokenFile(_))), "D3 {gone:?}");
}

#[tokio::test]
async fn silence_after_the_mail_is_unknown() {
    for act in [Act::Drop, Act::Hang, Act::Say("nonsense")] {
        let outcome = outcome(Script::at(".", act)).await;
        assert!(
            matches!(outcome, Err(SendFailure::Unknown(_))),
            "{outcome:?}"
        );
    }
}

#[tokio::test]
async fn causes_of_a_failed_connection_are_distinguished() {
    async fn tried(url: &str) -> Result<(), Trouble> {
        let mut smtp = Smtp::parse(url, "connect.example.org").expect("an address");
        smtp.limits.connect = Duration::from_millis(500);
        smtp.try_out().await
    }
    let (port, played) = sink(Script::at("never", Act::Drop)).await;
    assert_eq!(tried(&format!("smtp://127.0.0.1:{port}")).await, Ok(()));
    let heard = played.await.expect("a played script");
    assert_eq!(heard, "EHLO connect.example.org\nQUIT\n", "no mail is said");
    let closed = tried(&format!("smtp://127.0.0.1:{port}")).await;
    assert_eq!(closed, Err(Trouble::Refused));
    let nowhere = tried("smtp://nobody.invalid").await;
    assert_eq!(nowhere, Err(Trouble::NoSuchHost));

    let of = async |script: Script, login: &str, query: &str| {
        let (port, _played) = sink(script).await;
        tried(&format!("smtp://{login}127.0.0.1:{port}{query}")).await
    };
    let silent = of(Script::at("", Act::Hang), "", "").await;
    assert_eq!(silent, Err(Trouble::Silent));
    let bare = of(Script::at("never", Act::Drop), "", "?tls=required").await;
    assert_eq!(bare, Err(Trouble::NoTls));
    let busy = of(Script::at("", Act::Say("421 too busy")), "", "").await;
    assert!(
        matches!(&busy, Err(Trouble::Answer(words)) if words.contains("too busy")),
        "{busy:?}"
    );
    let broken = Script {
        ehlo: "250-sink\r\n250 STARTTLS",
        ..Script::at("STARTTLS", Act::Say("454 no TLS now"))
    };
    let broken = of(broken, "", "").await;
    assert!(matches!(broken, Err(Trouble::Tls(_))), "{broken:?}");
    let stranger = Script {
        ehlo: "250-sink\r\n250 AUTH PLAIN",
        ..Script::at("AUTH", Act::Say("535 wrong password"))
    };
    let stranger = of(stranger, "user:secret@", "?tls=none").await;
    assert!(
        matches!(&stranger, Err(Trouble::SignIn(words)) if words.contains("wrong password")),
        "{stranger:?}"
    );
    let plain = of(Script::at("", Act::Say("220 not TLS")), "", "").await;
    assert_eq!(plain, Ok(()));
    let (port, _played) = sink(Script::at("", Act::Say("220 not TLS"))).await;
    let plain = tried(&format!("smtps://127.0.0.1:{port}")).await;
    assert!(matches!(plain, Err(Trouble::Tls(_))), "{plain:?}");
}

#[tokio::test]
async fn a_closed_port_and_an_unknown_host_are_tried_again() {
    let (port, played) = sink(Script::at("never", Act::Drop)).await;
    played.abort();
    let _ = played.await;
    for url in [
        format!("smtp://127.0.0.1:{port}"),
        "smtp://nobody.invalid".to_owned(),
    ] {
        let outcome = deliver(&url).await;
        assert!(matches!(outcome, Err(SendFailure::Retry(_))), "{outcome:?}");
    }
}

#[tokio::test]
async fn without_tls_no_password_and_no_mail_is_said() {
    for login in ["", "user:secret@"] {
        let (port, played) = sink(Script::at("never", Act::Drop)).await;
        let query = if login.is_empty() {
            "?tls=required"
        } else {
            ""
        };
        let outcome = deliver(&format!("smtp://{login}127.0.0.1:{port}{query}")).await;
        assert!(matches!(outcome, Err(SendFailure::Retry(_))), "{outcome:?}");
        assert_eq!(
            played.await.expect("a played script"),
            "EHLO connect.example.org\n"
        );
    }
}

#[tokio::test]
async fn tls_that_is_refused_is_tried_again() {
    for act in [Act::Say("454 no TLS now"), Act::Say("220 go"), Act::Drop] {
        let script = Script {
            ehlo: "250-sink\r\n250 STARTTLS",
            ..Script::at("STARTTLS", act)
        };
        let outcome = outcome(script).await;
        assert!(matches!(outcome, Err(SendFailure::Retry(_))), "{outcome:?}");
    }
}

#[tokio::test]
async fn a_wrong_password_is_the_operators_affair_and_no_bounce() {
    let script = Script {
        ehlo: "250-sink\r\n250 AUTH PLAIN",
        ..Script::at("AUTH", Act::Say("535 wrong password"))
    };
    let (port, _played) = sink(script).await;
    let outcome = deliver(&format!("smtp://user:secret@127.0.0.1:{port}?tls=none")).await;
    assert!(matches!(outcome, Err(SendFailure::Retry(_))), "{outcome:?}");
}

#[test]
fn an_address_names_server_port_and_protection() {
    let parse = |url: &str| Smtp::parse(url, "localhost").map(|smtp| (smtp.host, smtp.port));
    let found = |host: &str, port| Ok((host.to_owned(), port));
    assert_eq!(
        parse("smtp://mail.example.org"),
        found("mail.example.org", 25)
    );
    assert_eq!(
        parse("smtps://mail.example.org"),
        found("mail.example.org", 465)
    );
    assert_eq!(
        parse("smtp://u%40x:p%3A%2F@mail.example.org"),
        found("mail.example.org", 587)
    );
    assert_eq!(parse("smtp://[::1]:2525?tls=none"), found("::1", 2525));
    for (wrong, error) in [
        (
            "mail.example.org:25",
            SmtpUrlError::Scheme("mail.example.org".to_owned()),
        ),
        (
            "http://mail.example.org",
            SmtpUrlError::Scheme("http".to_owned()),
        ),
        ("smtp://", SmtpUrlError::Shape),
        ("smtp://user@mail.example.org", SmtpUrlError::Shape),
        ("smtp://mail.example.org/path", SmtpUrlError::Shape),
        ("smtp://mail.example.org?tls=maybe", SmtpUrlError::Option),
        ("smtps://mail.example.org?tls=none", SmtpUrlError::Option),
    ] {
        assert_eq!(parse(wrong), Err(error), "{wrong}");
    }
}
