//! Which room may use which: read from the sources, so that a wall cannot fall unnoticed.

use std::path::{Path, PathBuf};

/// A source file: its place below the root, and its text without tests and comments.
struct Source {
    place: String,
    code: String,
}

impl Source {
    fn is_in(&self, rooms: &[&str]) -> bool {
        rooms.iter().any(|room| self.place.starts_with(room))
    }

    fn holds(&self, word: &str) -> bool {
        self.code.contains(word)
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    paths
        .flat_map(|path| {
            if path.is_dir() {
                files(&path)
            } else {
                vec![path]
            }
        })
        .filter(|path| path.extension().is_some_and(|kind| kind == "rs"))
        .collect()
}

fn sources(room: &str) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let root = root.canonicalize().expect("the root");
    let found: Vec<_> = files(&root.join(room))
        .into_iter()
        .map(|path| {
            let text = std::fs::read_to_string(&path).expect("text");
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            let spoken = |line: &&str| !line.trim_start().starts_with("//");
            Source {
                place: path
                    .strip_prefix(&root)
                    .expect("inside")
                    .display()
                    .to_string(),
                code: code.lines().filter(spoken).collect::<Vec<_>>().join("\n"),
            }
        })
        .collect();
    assert!(!found.is_empty(), "{room} has sources");
    found
}

/// No file of a room, but for those excepted, may hold any of these words.
#[track_caller]
fn never(room: &str, except: &[&str], words: &[&str]) {
    for source in sources(room).iter().filter(|source| !source.is_in(except)) {
        for word in words {
            assert!(!source.holds(word), "{} holds {word:?}", source.place);
        }
    }
}

/// The rule has something to hold: the word stands where it may.
#[track_caller]
fn somewhere(room: &str, word: &str) {
    assert!(
        sources(room).iter().any(|source| source.holds(word)),
        "{word:?} is nowhere in {room}"
    );
}

#[test]
fn the_domain_uses_nothing_of_ours_and_no_framework() {
    never(
        "app/src/domain",
        &[],
        &[
            "crate::pages",
            "crate::components",
            "crate::islands",
            "crate::words",
            "crate::page",
            "leptos",
            "sqlx",
            "axum",
            "tokio",
            "std::fs",
            "std::env",
        ],
    );
}

#[test]
fn the_pages_know_no_database_no_mail_and_no_hashing() {
    never(
        "app/src",
        &[],
        &[
            "sqlx", "lettre", "argon2", "axum::", "server::", "std::fs", "std::env",
        ],
    );
}

#[test]
fn only_services_open_transactions() {
    never(
        "server/src",
        &["server/src/service", "server/src/store/mod.rs"],
        &[
            ".begin()",
            ".begin_with(",
            ".commit()",
            ".store.read()",
            "store().read()",
        ],
    );
    somewhere("server/src/service", ".begin()");
}

#[test]
fn only_the_store_holds_sql() {
    never(
        "server/src",
        &["server/src/store"],
        &[
            "sqlx::",
            "\"select ",
            "\"insert into ",
            "\"update ",
            "\"delete from ",
        ],
    );
    somewhere("server/src/store", "\"select ");
}

#[test]
fn only_the_ports_read_clock_and_entropy() {
    // How long a peer or a database takes is real time, whatever the clock says.
    never(
        "server/src",
        &[
            "server/src/ports.rs",
            "server/src/http/pace.rs",
            "server/src/http/serve.rs",
            "server/src/service/readiness.rs",
        ],
        &[
            "OffsetDateTime::now",
            "SystemTime::now",
            "Instant::now",
            "rand::rng",
            "SysRng",
            "OsRng",
            "Uuid::new_v4",
            "Uuid::now_v7",
            "getrandom",
        ],
    );
    never(
        "app/src",
        &[],
        &[
            "OffsetDateTime::now",
            "SystemTime::now",
            "Instant::now",
            "Uuid::new_v4",
            "Uuid::now_v7",
        ],
    );
    somewhere("server/src", "OffsetDateTime::now_utc");
}

#[test]
fn the_store_knows_the_domain_alone() {
    never(
        "server/src/store",
        &[],
        &[
            "crate::service",
            "crate::http",
            "crate::mail",
            "crate::jobs",
            "crate::secrets",
            "crate::config",
            "crate::ports",
            "app::pages",
        ],
    );
}

#[test]
fn services_know_nothing_of_http() {
    never(
        "server/src/service",
        &[],
        &[
            "crate::http",
            "crate::jobs",
            "crate::command",
            "axum",
            "tower",
        ],
    );
}

#[test]
fn secrets_letters_and_mail_know_no_service() {
    for room in ["server/src/secrets", "server/src/mail", "server/src/letter"] {
        never(
            room,
            &[],
            &[
                "crate::service",
                "crate::store",
                "crate::http",
                "crate::jobs",
            ],
        );
    }
}

#[test]
fn the_command_line_and_main_call_services() {
    for room in ["server/src/command", "server/src/jobs"] {
        never(room, &[], &["sqlx", ".begin()"]);
        somewhere(room, "::service");
    }
}

#[test]
fn every_module_says_which_room_it_is() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    for room in ["app/src", "server/src", "server/tests"] {
        for file in files(&root.join(room)) {
            let text = std::fs::read_to_string(&file).expect("text");
            assert!(
                text.starts_with("//! "),
                "{} opens without //!",
                file.display()
            );
        }
    }
}
