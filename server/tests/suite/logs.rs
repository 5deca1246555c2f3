//! Logging decides about no answer, and says what the operator asked for.

use crate::support::{Browser, on_each_database};
use domain::timestamp::Timestamp;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use service::mail::Transport;
use service::ports::{Clock, Ports};
use std::fs::File;
use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// The command itself, serving from a folder of its own.
struct Served {
    process: Child,
    address: SocketAddr,
    _folder: tempfile::TempDir,
}

impl Drop for Served {
    fn drop(&mut self) {
        drop(self.process.kill());
        drop(self.process.wait());
    }
}

/// It says nothing that a test could wait for where its output leads nowhere, so its address is asked until it answers.
fn serve(out: Stdio, err: Stdio, settings: &[(&str, &str)]) -> Served {
    let folder = tempfile::tempdir().expect("a folder");
    let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
    let address = free.local_addr().expect("an address");
    drop(free);
    let mut command = Command::new(env!("CARGO_BIN_EXE_patient-connect"));
    command
        .args(["serve", "--demo", "--no-worker"])
        .env_clear()
        .envs(settings.iter().copied())
        .env("PATIENT_CONNECT_DATA_DIR", folder.path())
        .env("PATIENT_CONNECT_LISTEN", address.to_string())
        .stdout(out)
        .stderr(err);
    let process = command.spawn().expect("a command that runs");
    let mut served = Served {
        process,
        address,
        _folder: folder,
    };
    while TcpStream::connect(address).is_err() {
        let ended = served.process.try_wait().expect("a process");
        assert!(ended.is_none(), "{ended:?}");
        std::thread::sleep(Duration::from_millis(50));
    }
    served
}

impl Served {
    fn status(&self, path: &str) -> String {
        self.ask("GET", path, "")
    }

    /// Sends a form as a proxy passes it on.
    fn post(&self, path: &str, form: &str) -> String {
        self.ask("POST", path, form)
    }

    /// The answer's first line.
    fn ask(&self, method: &str, path: &str, form: &str) -> String {
        let mut stream = TcpStream::connect(self.address).expect("a connection");
        let length = form.len();
        let request = format!(
            "{method} {path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\nx-forwarded-for: 203.0.113.7\r\n\
             content-type: application/x-www-form-urlencoded\r\ncontent-length: {length}\r\n\r\n{form}"
        );
        stream.write_all(request.as_bytes()).expect("sent");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer");
        answer.lines().next().unwrap_or_default().to_owned()
    }

    /// All that it logged, once it has ended as it was told to.
    fn lines(mut self, mut reader: impl Read) -> String {
        let pid = self.process.id().to_string();
        let told = Command::new("kill").args(["-TERM", &pid]).status();
        assert!(told.expect("a signal").success());
        self.process.wait().expect("an end");
        let mut lines = String::new();
        reader.read_to_string(&mut lines).expect("lines");
        lines
    }
}

/// A pipe whose reader is gone.
fn broken() -> Stdio {
    let (reader, writer) = io::pipe().expect("a pipe");
    drop(reader);
    writer.into()
}

fn full() -> Stdio {
    let device = File::options().write(true).open("/dev/full");
    device.expect("the device that is always full").into()
}

#[test]
fn an_output_that_is_closed_or_full_stops_no_answer() {
    for (out, err) in [
        (Stdio::null(), full()),
        (Stdio::null(), broken()),
        (full(), Stdio::null()),
        (broken(), broken()),
    ] {
        let served = serve(out, err, &[]);
        for _ in 0..3 {
            assert_eq!(served.status("/connect"), "HTTP/1.1 200 OK");
        }
    }
}

#[test]
fn an_output_that_no_one_reads_holds_up_no_answer() {
    let (reader, writer) = io::pipe().expect("a pipe");
    // Filled to the brim: the next write would wait for a reader.
    let mut filler = writer.try_clone().expect("the pipe");
    let size = 64 * 1024;
    filler.write_all(&vec![b'x'; size]).expect("filled");
    let served = serve(Stdio::null(), writer.into(), &[]);
    for _ in 0..3 {
        assert_eq!(served.status("/connect"), "HTTP/1.1 200 OK");
    }
    drop(reader);
}

#[test]
fn lines_have_colours_at_a_terminal_alone() {
    let (reader, writer) = io::pipe().expect("a pipe");
    let served = serve(Stdio::null(), writer.into(), &[]);
    assert_eq!(served.status("/connect"), "HTTP/1.1 200 OK");
    let lines = served.lines(reader);
    assert!(lines.contains("http.route=\"/connect\""), "{lines}");
    assert!(!lines.contains('\u{1b}'), "{lines}");
}

/// A clock that gives way once it is told to.
#[derive(Debug)]
struct Faulty(Arc<AtomicBool>);

impl Clock for Faulty {
    fn now(&self) -> Timestamp {
        assert!(!self.0.load(Ordering::SeqCst), "the clock gives way");
        Timestamp::parse("2026-05-04T08:00:00Z").expect("a time")
    }
}

#[tokio::test]
async fn a_panic_in_the_outermost_layers_is_answered_with_our_headers() {
    on_each_database(async |clinic| {
        let faulty = Arc::new(AtomicBool::new(false));
        let clock = Arc::new(Faulty(faulty.clone()));
        let rng = ChaCha20Rng::seed_from_u64(4);
        let ports = Ports::new(clock, Box::new(rng));
        let config = clinic.config("", Transport::None);
        let assembly = server::assemble(config, ports).await.expect("a server");
        faulty.store(true, Ordering::SeqCst);
        let page = Browser::new(&assembly.router, "192.0.2.10")
            .get("/health/live")
            .await;
        page.has_status(500);
        assert!(
            page.header("content-security-policy")
                .contains("default-src 'none'")
        );
        assert_eq!(page.header("x-content-type-options"), "nosniff");
        assert_eq!(page.header("cache-control"), "no-store");
    })
    .await;
}

/// What is logged while wrong pairs come to every door through a proxy.
fn logged(settings: &[(&str, &str)]) -> String {
    let (reader, writer) = io::pipe().expect("a pipe");
    let served = serve(Stdio::null(), writer.into(), settings);
    for path in ["/sign-in", "/staff/sign-in"] {
        for form in ["email=robin%40clinic.example&password=velvetwalnut", ""] {
            let refused = served.post(path, form);
            assert_eq!(refused, "HTTP/1.1 422 Unprocessable Entity", "{path}");
        }
    }
    served.lines(reader)
}

#[test]
fn a_failed_sign_in_is_a_line_with_the_address_where_that_is_wished() {
    let proxy = ("PATIENT_CONNECT_TRUSTED_PROXIES", "127.0.0.1");
    let lines = logged(&[proxy]);
    assert!(lines.contains("/staff/sign-in"), "{lines}");
    assert!(!lines.contains("203.0.113.7"), "{lines}");
    let lines = logged(&[proxy, ("PATIENT_CONNECT_LOG_FAILED_SIGN_INS", "true")]);
    let line = "failed sign-in client.address=203.0.113.7\n";
    assert_eq!(lines.matches(line).count(), 2, "{lines}");
    assert!(
        !lines.contains("robin") && !lines.contains("velvet"),
        "{lines}"
    );
}
