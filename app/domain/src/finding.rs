//! What a look at an installation from all sides found.

use serde::Serialize;

/// What is looked at, in the order of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Check {
    Database,
    KeyFile,
    PublicUrl,
    Clock,
    Mail,
    Disk,
    Fonts,
    Worker,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    Ok,
    /// It works, and someone has to know.
    Warning,
    /// It does not work.
    Fault,
}

/// One check, how it came out, and in words what to do next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    pub check: Check,
    pub level: Level,
    pub words: String,
}
