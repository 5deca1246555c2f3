//! How a use case ends that did not happen, and why the services cannot start.

use crate::secrets::{HashError, KeyFileError, SealError};
use std::path::PathBuf;

/// Something failed that is no one's input: it is logged where it is handled and reads "try again".
#[derive(Debug, thiserror::Error)]
pub enum InternalError {
    #[error(transparent)]
    Store(#[from] store::Error),
    #[error(transparent)]
    Hash(#[from] HashError),
    #[error(transparent)]
    Sealed(#[from] SealError),
    /// A row of this table is missing or there, though another one says otherwise.
    #[error("{0} contradicts another row")]
    Contradiction(&'static str),
    /// A stored text cannot be read or a text cannot be written, with what the reader or writer said.
    #[error("{what} cannot be read or written: {source}")]
    Broken {
        what: &'static str,
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// The same signed call was obeyed already.
    #[error("the signed call was taken before")]
    TakenBefore,
}

impl InternalError {
    /// For `map_err`: the fault with its source.
    pub fn broken<E>(what: &'static str) -> impl FnOnce(E) -> Self
    where
        E: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        move |source| Self::Broken {
            what,
            source: source.into(),
        }
    }

    /// The same of JSON under a seal: the place alone, because the error repeats values, and they are people's.
    pub(crate) fn json(what: &'static str) -> impl FnOnce(serde_json::Error) -> Self {
        move |error| {
            let (kind, line, column) = (error.classify(), error.line(), error.column());
            let place = format!("{kind:?} error of JSON at line {line}, column {column}");
            Self::broken(what)(place)
        }
    }
}

/// A use case that did not happen: refused for a reason its caller can act on, or failed.
#[derive(Debug)]
pub enum Failure<R> {
    Rejected(R),
    Internal(InternalError),
}

impl<R, E: Into<InternalError>> From<E> for Failure<R> {
    fn from(error: E) -> Self {
        Self::Internal(error.into())
    }
}

impl<R> Failure<R> {
    /// The same failure, with its refusal seen from another use case.
    pub(crate) fn map<S>(self, to: impl FnOnce(R) -> S) -> Failure<S> {
        match self {
            Self::Rejected(refusal) => Failure::Rejected(to(refusal)),
            Self::Internal(fault) => Failure::Internal(fault),
        }
    }
}

pub type Outcome<T, R> = Result<T, Failure<R>>;

pub(crate) fn reject<T, R>(refusal: R) -> Outcome<T, R> {
    Err(Failure::Rejected(refusal))
}

/// Why the services cannot start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    #[error(transparent)]
    Store(#[from] store::Error),
    #[error(transparent)]
    KeyFile(#[from] KeyFileError),
    #[error("nothing can be hashed here: {0}")]
    Hash(#[from] HashError),
    #[error("the data folder {0} cannot be created: {1}")]
    DataDir(PathBuf, std::io::Error),
    #[error(
        "the database lies in {0}, which is a network file system ({1}): two machines could write to it at once, and break it. Put it on a disk of this machine (data_dir), or use PostgreSQL (database_url)"
    )]
    NetworkFolder(PathBuf, &'static str),
}
