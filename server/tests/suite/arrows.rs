//! What a compiler cannot see of the walls between rooms: what a crate may list, and who reads clock, entropy and database.

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

/// The rule is not vacuous: the word is found where it is allowed.
#[track_caller]
fn somewhere(room: &str, word: &str) {
    assert!(
        sources(room).iter().any(|source| source.holds(word)),
        "{word:?} is nowhere in {room}"
    );
}

/// The names under `[dependencies]` of a crate.
fn dependencies(krate: &str) -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let manifest = root.join(krate).join("Cargo.toml");
    let text = std::fs::read_to_string(manifest).expect("a manifest");
    let section = text.split("[dependencies]").nth(1).expect("dependencies");
    let lines = section
        .lines()
        .skip(1)
        .take_while(|line| !line.starts_with('['));
    lines
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(|line| line.split(['.', ' ']).next().expect("a name").to_owned())
        .collect()
}

#[test]
fn a_crate_lists_no_more_than_its_room_may_use() {
    let walled = [
        "app", "server", "service", "store", "words", "leptos", "axum", "tower", "hyper", "sqlx",
        "lettre", "argon2", "ureq", "tokio",
    ];
    for (krate, allowed) in [
        ("app/domain", &[][..]),
        ("app/words", &[]),
        ("app", &["leptos", "words"]),
        ("server/store", &["sqlx", "tokio"]),
        (
            "server/service",
            &["store", "words", "lettre", "argon2", "ureq", "tokio"],
        ),
        (
            "server",
            &[
                "app", "service", "words", "leptos", "axum", "tower", "hyper", "ureq", "tokio",
            ],
        ),
    ] {
        let listed = dependencies(krate);
        assert!(!listed.is_empty(), "{krate} lists something");
        for name in walled.iter().filter(|name| !allowed.contains(name)) {
            assert!(
                !listed.iter().any(|one| one == name),
                "{krate}/Cargo.toml lists {name}"
            );
        }
    }
}

#[test]
fn only_services_open_transactions() {
    never(
        "server/src",
        &[],
        &[".begin()", ".begin_with(", ".commit()", "store().read()"],
    );
    somewhere("server/service/src", ".begin()");
}

#[test]
fn only_the_ports_read_clock_and_entropy() {
    // How long a peer or a database takes is real time, not the injected clock's.
    let ports = [
        "server/service/src/ports.rs",
        "server/service/src/installation/readiness.rs",
        "server/src/http/pace.rs",
        "server/src/http/serve.rs",
    ];
    for room in [
        "app/src",
        "app/domain/src",
        "app/words/src",
        "server/src",
        "server/service/src",
        "server/store/src",
    ] {
        never(
            room,
            &ports,
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
    }
    somewhere("server/service/src", "OffsetDateTime::now_utc");
}

#[test]
fn secrets_letters_and_mail_know_no_use_case() {
    for room in ["secrets", "mail", "letter"] {
        never(
            &format!("server/service/src/{room}"),
            &[],
            &["Services", "store::"],
        );
    }
}

#[test]
fn every_module_says_which_room_it_is() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    for room in ["app", "frontend", "server"] {
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
