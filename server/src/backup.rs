//! The whole database in one file: made while the installation works, and put back into an empty place. SQLite copies
//! itself; of PostgreSQL its own programs `pg_dump` and `pg_restore` make and read the file. The key file is no part of it.
//!
//! May use the store and the file system; knows no use case and no words for people.

use percent_encoding::percent_decode_str;
use service::{Store, StoreError};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use url::Url;

/// The first bytes of a SQLite database.
const SQLITE: &[u8] = b"SQLite format 3\0";
/// The first bytes of what `pg_dump --format=custom` writes.
const POSTGRES: &[u8] = b"PGDMP";
/// Its owner alone may read a backup.
const PRIVATE: u32 = 0o600;

/// Why a backup is not made or not put back.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    #[error("{0} is there already")]
    Exists(PathBuf),
    #[error("there is no database to copy")]
    NoDatabase,
    #[error("the database to restore into is not empty")]
    NotEmpty,
    #[error("{0} is no backup of this kind of database")]
    OtherKind(PathBuf),
    #[error("{0}: {1}")]
    File(PathBuf, io::Error),
    #[error("{0} cannot be run: {1}")]
    NoProgram(&'static str, io::Error),
    #[error("{0} failed: {1}")]
    Program(&'static str, String),
    #[error(transparent)]
    Store(#[from] StoreError),
}

type Result<T> = std::result::Result<T, BackupError>;

/// Writes all of the database, as of one moment, into a file that is not there yet, and answers its size in bytes. The
/// file has its name only once it is whole and on the disk.
///
/// # Errors
/// See [`BackupError`]; a file that was begun is removed.
pub async fn make(database_url: &str, to: &Path) -> Result<u64> {
    if to.exists() {
        return Err(BackupError::Exists(to.to_owned()));
    }
    let store = Store::open_as_is(database_url).await?;
    let store = store.ok_or(BackupError::NoDatabase)?;
    let draft = Draft::of(to)?;
    let copied = store.copy_to(&draft.0).await;
    store.close().await;
    if !copied? {
        run(
            "pg_dump",
            database_url,
            &["--format=custom", "--file"],
            &draft.0,
        )
        .await?;
    }
    draft.finish(to)
}

/// Puts a backup back where there is no database, or an empty one.
///
/// # Errors
/// See [`BackupError`]; the database is as it was before.
pub async fn restore(database_url: &str, from: &Path) -> Result<()> {
    match (Store::file(database_url), kind_of(from)?) {
        (Some(file), Some(SQLITE)) => {
            let log = PathBuf::from(format!("{}-wal", file.display()));
            if file.exists() || log.exists() {
                return Err(BackupError::NotEmpty);
            }
            let draft = Draft::of(&file)?;
            let mut source = File::open(from).map_err(of(from))?;
            let target = OpenOptions::new().write(true).open(&draft.0);
            let mut target = target.map_err(of(&draft.0))?;
            io::copy(&mut source, &mut target).map_err(of(&draft.0))?;
            draft.finish(&file)?;
            Ok(())
        }
        (None, Some(POSTGRES)) => {
            let store = Store::open_as_is(database_url).await?;
            let store = store.ok_or(BackupError::NoDatabase)?;
            let empty = store.is_empty().await;
            store.close().await;
            if !empty? {
                return Err(BackupError::NotEmpty);
            }
            let options = ["--single-transaction", "--exit-on-error"];
            run("pg_restore", database_url, &options, from).await
        }
        _ => Err(BackupError::OtherKind(from.to_owned())),
    }
}

fn kind_of(file: &Path) -> Result<Option<&'static [u8]>> {
    let mut head = Vec::new();
    let opened = File::open(file).map_err(of(file))?;
    let longest = SQLITE.len() as u64;
    opened
        .take(longest)
        .read_to_end(&mut head)
        .map_err(of(file))?;
    let kinds = [SQLITE, POSTGRES];
    Ok(kinds.into_iter().find(|kind| head.starts_with(kind)))
}

/// A file beside the one that is to be; gone unless it is finished.
struct Draft(PathBuf);

impl Draft {
    fn of(file: &Path) -> Result<Self> {
        let path = PathBuf::from(format!("{}.part", file.display()));
        let mut new = OpenOptions::new();
        new.write(true).create(true).truncate(true).mode(PRIVATE);
        new.open(&path).map_err(of(&path))?;
        Ok(Self(path))
    }

    /// Gives it its name, if no other has taken that meanwhile; its size in bytes.
    fn finish(self, file: &Path) -> Result<u64> {
        let written = File::open(&self.0).map_err(of(&self.0))?;
        written.sync_all().map_err(of(&self.0))?;
        let size = written.metadata().map_err(of(&self.0))?.len();
        match fs::hard_link(&self.0, file) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                return Err(BackupError::Exists(file.to_owned()));
            }
            linked => linked.map_err(of(file))?,
        }
        let folder = file.parent().filter(|folder| *folder != Path::new(""));
        let folder = folder.unwrap_or(Path::new("."));
        let kept = File::open(folder).and_then(|folder| folder.sync_all());
        kept.map_err(of(folder))?;
        Ok(size)
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        if let Err(error) = fs::remove_file(&self.0) {
            tracing::warn!(%error, file = %self.0.display(), "a file that was begun stays");
        }
    }
}

fn of(file: &Path) -> impl FnOnce(io::Error) -> BackupError + use<> {
    let file = file.to_owned();
    |error| BackupError::File(file, error)
}

/// Runs a program of PostgreSQL on the database. The password goes by the environment: others see arguments.
async fn run(program: &'static str, url: &str, options: &[&str], file: &Path) -> Result<()> {
    let mut address = Url::parse(url).map_err(|_| StoreError::Scheme)?;
    let mut command = Command::new(program);
    if let Some(password) = address.password() {
        let password = percent_decode_str(password)
            .decode_utf8_lossy()
            .into_owned();
        command.env("PGPASSWORD", password);
        // Refused only for an address without a host, which has no password.
        address
            .set_password(None)
            .map_err(|()| StoreError::Scheme)?;
    }
    command.args([
        "--no-owner",
        "--no-privileges",
        "--dbname",
        address.as_str(),
    ]);
    command.args(options).arg(file);
    let ended = tokio::task::spawn_blocking(move || command.output());
    let output = match ended.await.map_err(io::Error::other) {
        Ok(output) => output,
        Err(error) => Err(error),
    };
    let output = output.map_err(|error| BackupError::NoProgram(program, error))?;
    if output.status.success() {
        return Ok(());
    }
    let told = String::from_utf8_lossy(&output.stderr).trim().to_owned();
    Err(BackupError::Program(program, told))
}
