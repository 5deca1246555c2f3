//! The command line as an operator types it: what it refuses, it refuses in sentences.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

struct Console {
    folder: tempfile::TempDir,
}

struct Said {
    done: bool,
    out: String,
    error: String,
}

impl Console {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().expect("a folder"),
        }
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn run(&self, arguments: &[&str]) -> Said {
        self.run_with(arguments, "")
    }

    /// With this text on standard input.
    fn run_with(&self, arguments: &[&str], input: &str) -> Said {
        let mut child = Command::new(env!("CARGO_BIN_EXE_patient-connect"))
            .args(arguments)
            .env_clear()
            .env("PATIENT_CONNECT_DATA_DIR", self.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("a command that runs");
        let mut stdin = child.stdin.take().expect("its input");
        // A command that reads nothing may have ended before.
        let _written = stdin.write_all(input.as_bytes());
        drop(stdin);
        let output = child.wait_with_output().expect("its output");
        let text = |bytes| String::from_utf8(bytes).expect("text");
        Said {
            done: output.status.success(),
            out: text(output.stdout),
            error: text(output.stderr),
        }
    }

    /// Adds an application and answers its id.
    fn clinic(&self) -> String {
        let said = self.run(&[
            "application",
            "add",
            "--name",
            "City Clinic",
            "--phone",
            "01632 960 001",
        ]);
        assert!(said.done, "{}", said.error);
        let words = said.out.split_whitespace();
        let id = words.skip_while(|word| *word != "application").nth(1);
        id.expect("an id").to_owned()
    }
}

const NOWHERE: &str = "00000000-0000-4000-8000-000000000000";

#[test]
fn refused_commands_name_the_option_and_what_to_change() {
    let console = Console::new();
    let id = console.clinic();
    let set = |option, value| vec!["application", "set", &id, option, value];
    let long = "x".repeat(400);
    let twice = r#"[{"name":"a","why":"b"},{"name":"a","why":"b"}]"#;
    let cases = [
        (set("--name", " "), "--name must not be empty"),
        (
            set("--name", &long),
            "--name must be 120 characters or fewer",
        ),
        (
            set("--name", "City\u{200b}Clinic"),
            "--name contains a hidden character",
        ),
        (set("--phone", " "), "--phone must not be empty"),
        (set("--email", "nobody"), "--email must be an email address"),
        (
            set("--privacy-url", "http://a.example"),
            "--privacy-url must be an https URL",
        ),
        (
            set("--time-zone", "Los Angeles"),
            "--time-zone must be a name of the tz database",
        ),
        (set("--accent", "green"), "--accent must look like #0d5f58"),
        (set("--accent", "#ffffff"), "--accent is too pale to read"),
        (
            set("--lifetime-days", "91"),
            "--lifetime-days must be 1 to 90",
        ),
        (
            set("--wrong-answers", "2"),
            "--wrong-answers must be 3 to 10",
        ),
        (set("--rules", twice), "two rules with the same name"),
        (
            set("--kind", "mobile"),
            "A mobile application cannot use the connect methods",
        ),
        (
            vec!["application", "set", NOWHERE, "--name", "A"],
            "no application with this ID",
        ),
        (
            vec!["application", "add-key", NOWHERE],
            "no application with this ID",
        ),
        (
            vec![
                "application",
                "add",
                "--id",
                &id,
                "--name",
                "A",
                "--phone",
                "1",
            ],
            "Another application has this ID",
        ),
        (
            vec![
                "application",
                "remove-certificate",
                "--application",
                &id,
                "--thumbprint",
                "00",
            ],
            "no certificate with this thumbprint",
        ),
        (
            vec!["staff", "disable", "--email", "a@b.example"],
            "No staff account has this email address",
        ),
        (
            vec!["staff", "reset-authenticator", "--email", "a@b.example"],
            "No staff account",
        ),
        (
            vec!["staff", "set-password", "--email", "a@b.example"],
            "No staff account has this email address",
        ),
        (
            vec!["staff", "unlock", "--email", "a@b.example"],
            "No account has this email address",
        ),
        (
            vec!["patient", "unlock", "--email", "a@b.example"],
            "No account has this email address",
        ),
    ];
    for (arguments, sentence) in cases {
        let said = console.run(&arguments);
        assert!(!said.done, "{arguments:?}");
        assert!(
            said.error.contains("Nothing was changed. "),
            "{}",
            said.error
        );
        assert!(said.error.contains(sentence), "{}", said.error);
        assert!(!said.error.contains(['{', '[']), "{}", said.error);
    }
}

#[test]
fn a_refused_staff_account_is_refused_in_sentences() {
    let console = Console::new();
    let id = console.clinic();
    let add = |email, role, application: Option<&'static str>| {
        let mut arguments = vec![
            "staff", "add", "--name", "Kim", "--email", email, "--role", role,
        ];
        if let Some(application) = application {
            arguments.extend(["--application", application]);
        }
        arguments
    };
    let mut ours = add("kim@clinic.example", "manager", None);
    ours.extend(["--application", &id]);
    for (arguments, password, sentence) in [
        (ours.clone(), "short\n", "The password is not accepted"),
        (ours.clone(), "\n", "The password is not accepted"),
        (
            add("kim", "operator", None),
            "correct velvet walnut\n",
            "--email must be an email address",
        ),
        (
            add("kim@clinic.example", "manager", None),
            "correct velvet walnut\n",
            "Everyone else needs it",
        ),
        (
            add("kim@clinic.example", "manager", Some(NOWHERE)),
            "correct velvet walnut\n",
            "no application with this ID",
        ),
    ] {
        let said = console.run_with(&arguments, password);
        assert!(!said.done, "{arguments:?}");
        assert!(said.error.contains(sentence), "{}", said.error);
        assert!(!said.error.contains(['{', '[']), "{}", said.error);
    }
    assert!(console.run_with(&ours, "correct velvet walnut\n").done);
    let again = console.run_with(&ours, "correct velvet walnut\n");
    assert!(
        again
            .error
            .contains("A staff account with this email address exists"),
        "{}",
        again.error
    );
}

#[test]
fn a_checkpoint_kept_elsewhere_is_verified_against_the_log() {
    let console = Console::new();
    console.clinic();
    let checkpoint = console.run(&["audit", "checkpoint"]);
    assert!(checkpoint.done, "{}", checkpoint.error);
    let file = console.path().join("checkpoint.txt");
    std::fs::write(&file, &checkpoint.out).expect("a file");
    let name = file.to_str().expect("a path");
    let verify = ["audit", "verify", "--checkpoint", name];
    let sound = console.run(&verify);
    assert!(sound.done, "{}{}", sound.out, sound.error);
    assert!(sound.out.contains("All chains are intact"), "{}", sound.out);
    let cut = checkpoint.out.lines().next().expect("a line").to_owned();
    for (text, sentence) in [
        (String::new(), "is not a whole checkpoint"),
        (cut, "is not a whole checkpoint"),
        (checkpoint.out.replacen('1', "2", 1), "checkpoint"),
    ] {
        std::fs::write(&file, text).expect("a file");
        let said = console.run(&verify);
        assert!(!said.done);
        assert!(said.error.contains(sentence), "{}", said.error);
    }
    let missing = console.run(&["audit", "verify", "--checkpoint", "nowhere.txt"]);
    assert!(
        missing.error.contains("nowhere.txt cannot be read"),
        "{}",
        missing.error
    );
}

#[test]
fn a_log_cut_behind_the_checkpoint_fails_the_verification() {
    let console = Console::new();
    let id = console.clinic();
    let checkpoint = console.run(&["audit", "checkpoint"]);
    let file = console.path().join("checkpoint.txt");
    std::fs::write(&file, &checkpoint.out).expect("a file");
    let other = Console::new();
    for entry in std::fs::read_dir(console.path()).expect("a folder") {
        let entry = entry.expect("an entry");
        std::fs::copy(entry.path(), other.path().join(entry.file_name())).expect("a copy");
    }
    assert!(
        console
            .run(&["application", "set", &id, "--phone", "01632 960 002"])
            .done
    );
    let later = console.run(&["audit", "checkpoint"]);
    std::fs::write(&file, &later.out).expect("a file");
    // The copy is the database as it was: set back, and sound in itself.
    assert!(other.run(&["audit", "verify"]).done);
    let name = file.to_str().expect("a path");
    let said = other.run(&["audit", "verify", "--checkpoint", name]);
    assert!(!said.done);
    assert!(
        said.out.contains("was put back"),
        "{}{}",
        said.out,
        said.error
    );
}
