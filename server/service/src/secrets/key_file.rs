//! The key file: 32 bytes that are never in the database.

use crate::ports::Ports;
use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// The installation's key as read from its file.
pub struct KeyFile {
    key: Zeroizing<[u8; 32]>,
}

#[derive(Debug, thiserror::Error)]
pub enum KeyFileError {
    #[error(
        "the key file {0} is missing, and the database has data that only it can open; bring the file back from your backup"
    )]
    Missing(PathBuf),
    #[error("the key file {0} holds something else than 64 hexadecimal digits")]
    Shape(PathBuf, #[source] hex::FromHexError),
    #[error("the key file {0} belongs to another database")]
    Foreign(PathBuf),
    #[error("the key file {0} cannot be read or written: {1}")]
    Io(PathBuf, std::io::Error),
}

impl KeyFile {
    /// Reads the file; None when there is none.
    pub fn read(path: &Path) -> Result<Option<Self>, KeyFileError> {
        let text = match std::fs::read_to_string(path) {
            Ok(text) => Zeroizing::new(text),
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(KeyFileError::Io(path.to_owned(), error)),
        };
        let mut key = Zeroizing::new([0; 32]);
        hex::decode_to_slice(text.trim(), key.as_mut_slice())
            .map_err(|error| KeyFileError::Shape(path.to_owned(), error))?;
        Ok(Some(Self { key }))
    }

    /// Makes a new key in a new file that only its owner can read. Another process that was
    /// quicker wins: then its key is read.
    pub fn create(path: &Path, ports: &Ports) -> Result<Self, KeyFileError> {
        let io = |error| KeyFileError::Io(path.to_owned(), error);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(io)?;
        }
        let key = Zeroizing::new(ports.bytes::<32>());
        // Written whole under another name and linked: no reader ever sees half a key.
        let draft = path.with_extension(format!("{}.new", hex::encode(ports.bytes::<8>())));
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(&draft).map_err(io)?;
        let text = Zeroizing::new(hex::encode(key.as_slice()));
        let linked = file
            .write_all(text.as_bytes())
            .and_then(|()| file.sync_all())
            .and_then(|()| std::fs::hard_link(&draft, path));
        std::fs::remove_file(&draft).map_err(io)?;
        match linked {
            Ok(()) => Ok(Self { key }),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                Self::read(path)?.ok_or_else(|| KeyFileError::Missing(path.to_owned()))
            }
            Err(error) => Err(io(error)),
        }
    }

    /// Whether others than its owner may read the file.
    pub fn is_open_to_others(path: &Path) -> bool {
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = std::fs::metadata(path).map(|file| file.permissions().mode());
            mode.is_ok_and(|mode| mode & 0o077 != 0)
        }
        #[cfg(not(unix))]
        {
            let _ = path;
            false
        }
    }

    pub(super) fn bytes(&self) -> &[u8; 32] {
        &self.key
    }
}
