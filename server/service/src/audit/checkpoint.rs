//! How far every chain goes, as a text that is kept elsewhere: it finds a whole database that was put back.
//!
//! ```text
//! patient-connect audit checkpoint 1
//! installation <64 hex digits>
//! time <RFC 3339>
//! anchor <number> <64 hex digits, or - before the first>
//! chain <id> <count> <64 hex digits>      (one for each chain, in order)
//! mac <64 hex digits, over everything above it>
//! ```

use crate::{AuditLog, InternalError};
use domain::timestamp::Timestamp;
use std::fmt::Write;
use store::audits;
use uuid::Uuid;

const TITLE: &str = "patient-connect audit checkpoint 1";

/// A checkpoint whose MAC was found right.
pub struct Checkpoint {
    pub(crate) at: Timestamp,
    pub(crate) anchor: i64,
    pub(crate) link: Vec<u8>,
    pub(crate) chains: Vec<(Uuid, i64, Vec<u8>)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckpointRejection {
    /// Not a whole checkpoint.
    Shape,
    /// Of another installation.
    Foreign,
    Altered,
}

impl AuditLog<'_> {
    /// Anchors every chain and writes the checkpoint; None where the log does not hold.
    pub async fn checkpoint(self) -> Result<Option<String>, InternalError> {
        let now = self.ports().now();
        self.anchor(now).await?;
        if !self.verify().await?.1.is_empty() {
            return Ok(None);
        }
        let mut tx = self.store().read().await?;
        audits::read_one_moment(&mut tx).await?;
        let (number, link) = audits::last_anchor(&mut tx)
            .await?
            .map_or((0, "-".to_owned()), |last| {
                (last.number, hex::encode(last.link))
            });
        let fingerprint = hex::encode(self.sealer().fingerprint());
        let time = now.rfc3339();
        let mut text =
            format!("{TITLE}\ninstallation {fingerprint}\ntime {time}\nanchor {number} {link}\n");
        for head in audits::heads(&mut tx).await? {
            let hash = hex::encode(&head.hash);
            // A String takes every line.
            let _ = writeln!(text, "chain {} {} {hash}", head.chain, head.last);
        }
        let mac = hex::encode(self.checkpoint_mac(&text));
        Ok(Some(format!("{text}mac {mac}\n")))
    }

    /// Reads what [`Self::audit_checkpoint`] wrote.
    pub fn read_checkpoint(self, bytes: &[u8]) -> Result<Checkpoint, CheckpointRejection> {
        let text = std::str::from_utf8(bytes)
            .ok()
            .map(|text| text.replace("\r\n", "\n"));
        let parts = text.as_deref().and_then(Parts::of);
        let (Some(text), Some(parts)) = (&text, parts) else {
            return Err(CheckpointRejection::Shape);
        };
        if parts.fingerprint != self.sealer().fingerprint() {
            return Err(CheckpointRejection::Foreign);
        }
        if parts.mac != self.checkpoint_mac(&text[..parts.body]) {
            return Err(CheckpointRejection::Altered);
        }
        Ok(parts.checkpoint)
    }

    fn checkpoint_mac(self, body: &str) -> Vec<u8> {
        self.sealer().digest("audit-checkpoint", &[body.as_bytes()])
    }
}

struct Parts {
    fingerprint: Vec<u8>,
    checkpoint: Checkpoint,
    /// How long the text is that the MAC is over.
    body: usize,
    mac: Vec<u8>,
}

impl Parts {
    fn of(text: &str) -> Option<Self> {
        let body = text.rfind("\nmac ")? + 1;
        let mac = hex::decode(text[body..].strip_prefix("mac ")?.trim_end()).ok()?;
        let mut lines = text[..body].lines();
        if lines.next()? != TITLE {
            return None;
        }
        let fingerprint = hex::decode(lines.next()?.strip_prefix("installation ")?).ok()?;
        let at = Timestamp::parse(lines.next()?.strip_prefix("time ")?)?;
        let (anchor, link) = lines.next()?.strip_prefix("anchor ")?.split_once(' ')?;
        let link = if link == "-" {
            Vec::new()
        } else {
            hex::decode(link).ok()?
        };
        let chain = |line: &str| {
            let mut words = line.strip_prefix("chain ")?.split(' ');
            let id = words.next()?.parse().ok()?;
            let count = words.next()?.parse().ok()?;
            let hash = hex::decode(words.next()?).ok()?;
            words.next().is_none().then_some((id, count, hash))
        };
        Some(Self {
            fingerprint,
            checkpoint: Checkpoint {
                at,
                anchor: anchor.parse().ok()?,
                link,
                chains: lines.map(chain).collect::<Option<_>>()?,
            },
            body,
            mac,
        })
    }
}
