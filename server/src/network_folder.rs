//! Whether a folder lies on a network file system, where SQLite's files are not safe: its log needs memory that processes
//! of one machine share, and locks that some of these systems only pretend to have.

use domain::finding::Level;
use rustix::fs::statfs;
use service::{StartError, Store};
use std::path::{Path, PathBuf};

/// Names and numbers of `linux/magic.h` and of the systems' own headers. A fault where another machine may hold the same
/// files; a warning where that depends on what is behind.
const KNOWN: [(u32, &str, Level); 13] = [
    (0x0000_6969, "NFS", Level::Fault),
    (0x0000_517B, "SMB", Level::Fault),
    (0xFF53_4D42, "CIFS", Level::Fault),
    (0xFE53_4D42, "SMB", Level::Fault),
    (0x0000_564C, "NCP", Level::Fault),
    (0x5346_414F, "AFS", Level::Fault),
    (0x7375_7245, "Coda", Level::Fault),
    (0x00C3_6400, "Ceph", Level::Fault),
    (0x0BD0_0BD0, "Lustre", Level::Fault),
    (0x4750_4653, "GPFS", Level::Fault),
    (0x6573_5546, "FUSE", Level::Warning),
    (0x0102_1997, "9P", Level::Warning),
    (0x786F_4256, "VirtualBox", Level::Warning),
];

/// A SQLite database on such a file system.
pub struct Found {
    pub folder: PathBuf,
    pub system: &'static str,
    pub level: Level,
}

/// None where the database is none of SQLite, or lies on a disk of this machine.
pub fn look(database_url: &str) -> Option<Found> {
    let file = Store::file(database_url)?;
    let folder = file.parent().filter(|folder| *folder != Path::new(""));
    let folder = folder.unwrap_or_else(|| Path::new("."));
    // A folder that is made at the first start lies on its parent's disk.
    let there = folder.ancestors().find(|place| place.exists());
    let system = statfs(there.unwrap_or_else(|| Path::new("."))).ok()?;
    let (system, level) = named(system.f_type)?;
    Some(Found {
        folder: folder.to_owned(),
        system,
        level,
    })
}

/// Refuses to start where the database could be broken, and says so in the log where that cannot be told.
pub fn may_hold(database_url: &str) -> Result<(), StartError> {
    let Some(found) = look(database_url) else {
        return Ok(());
    };
    if found.level == Level::Fault {
        return Err(StartError::NetworkFolder(found.folder, found.system));
    }
    tracing::warn!(
        system = found.system,
        "the database may lie on another machine's disk, where SQLite can break it: see patient-connect doctor"
    );
    Ok(())
}

/// The number's type differs from one processor to the next; the numbers have 32 bits on all of them.
fn named(number: impl TryInto<i64>) -> Option<(&'static str, Level)> {
    let number = number.try_into().ok()?;
    let known = KNOWN
        .iter()
        .find(|(magic, ..)| i64::from(*magic) == number & 0xFFFF_FFFF);
    known.map(|(_, name, level)| (*name, *level))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn network_file_systems_are_known_by_their_numbers() {
        for (number, name, level) in [
            (0x6969_i64, "NFS", Level::Fault),
            (0xFF53_4D42, "CIFS", Level::Fault),
            // As processors with 32 bits say it.
            (
                i64::from(0xFF53_4D42_u32.cast_signed()),
                "CIFS",
                Level::Fault,
            ),
            (0x6573_5546, "FUSE", Level::Warning),
            (0x0102_1997, "9P", Level::Warning),
        ] {
            assert_eq!(named(number), Some((name, level)), "F3");
        }
        for (number, name) in [(0xEF53_i64, "ext4"), (0x0102_1994, "tmpfs"), (0, "none")] {
            assert_eq!(named(number), None, "{name}");
        }
    }

    #[test]
    fn a_database_on_a_disk_of_this_machine_starts() {
        let folder = tempfile::tempdir().expect("a folder");
        let url = format!("sqlite:{}/new/pc.db", folder.path().display());
        assert!(may_hold(&url).is_ok(), "F3");
        assert!(look("postgres://db/pc").is_none(), "F3");
        assert!(look("sqlite:pc.db").is_none(), "F3");
    }
}
