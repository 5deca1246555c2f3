//! Whether the audit log is whole: seals of heads, anchors over them, and the walk that holds records against both.
//!
//! A head's seal is under the key and knows the anchors' number, so no head is set back alone. Anchors are written
//! beside the requests, not in them: they would put all applications in one line.

use crate::audit::checkpoint::Checkpoint;
use crate::secrets::Sealer;
use crate::{AuditLog, InternalError};
use domain::audit::Action;
use domain::timestamp::Timestamp;
use std::collections::BTreeMap;
use store::audits::{self, Anchor, Head};
use store::{Stamp, Tx};
use uuid::Uuid;

/// What says how far a chain went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Witness {
    Anchor(i64),
    Checkpoint,
}

/// How a chain does not hold. `since` is the last time that is known to be true.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Break {
    /// The first record that is missing or altered.
    Record {
        number: i64,
        since: Option<Timestamp>,
    },
    /// Its application exists, and nothing of the chain does.
    NoChain,
    /// The head's seal does not fit it.
    Head { since: Timestamp },
    /// It had this many records, and has fewer or others.
    Behind {
        number: i64,
        since: Timestamp,
        by: Witness,
    },
    /// The first anchor that is missing or altered.
    Anchors {
        number: i64,
        since: Option<Timestamp>,
    },
    /// A head was sealed when this anchor existed, and it does not exist now.
    AnchorsCut { number: i64, since: Timestamp },
    /// The checkpoint's anchor is missing or another one.
    AnchorOfCheckpoint { number: i64, since: Timestamp },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BrokenChain {
    /// The nil id for the installation's own, and for the anchors.
    pub chain: Uuid,
    pub how: Break,
}

pub struct Verified {
    /// How many records were read.
    pub read: u64,
    /// At most one for each chain, and those of the anchors.
    pub broken: Vec<BrokenChain>,
}

/// That a chain had a record of this number and hash.
struct Mark {
    number: i64,
    hash: Vec<u8>,
    at: Timestamp,
    by: Witness,
}

struct Anchors {
    last: i64,
    broken: Option<Break>,
    marks: BTreeMap<Uuid, Vec<Mark>>,
    /// Of the last anchor of a checkpoint.
    link: Option<Vec<u8>>,
}

const BATCH: u32 = 1_000;
/// What the first record of an application's chain says.
const FIRST: Action = Action::ApplicationAdd;

impl Sealer {
    pub(crate) fn head_seal(&self, head: &Head) -> Option<Vec<u8>> {
        let (at, anchor) = (head.sealed_at?.0, head.anchor?);
        Some(self.digest(
            "audit-head",
            &[
                head.chain.as_bytes(),
                &head.last.to_le_bytes(),
                &head.hash,
                &at.micros().to_le_bytes(),
                &anchor.to_le_bytes(),
            ],
        ))
    }

    fn anchor_link(&self, before: &[u8], anchor: &Anchor) -> Vec<u8> {
        self.digest(
            "audit-anchor",
            &[
                before,
                &anchor.number.to_le_bytes(),
                anchor.chain.as_bytes(),
                &anchor.last.to_le_bytes(),
                &anchor.hash,
                &anchor.at.0.micros().to_le_bytes(),
            ],
        )
    }

    fn sealed(&self, head: &Head) -> bool {
        head.seal.is_some() && self.head_seal(head) == head.seal
    }
}

/// Seals the heads of a database from before there were seals. Where one seal or one anchor is, it was done.
pub(crate) async fn seal_for_the_first_time(
    tx: &mut Tx,
    sealer: &Sealer,
    now: Timestamp,
) -> store::Result<()> {
    if !audits::anchors(tx, 0, 1).await?.is_empty() {
        return Ok(());
    }
    let heads = audits::heads(tx).await?;
    if heads.iter().any(|head| head.seal.is_some()) {
        return Ok(());
    }
    for mut head in heads {
        head.sealed_at = Some(Stamp(now));
        head.anchor = Some(0);
        head.seal = sealer.head_seal(&head);
        audits::put_head(tx, &head).await?;
    }
    Ok(())
}

impl AuditLog<'_> {
    /// Anchors every head that continued. One whose seal does not fit is left for `audit verify` to tell of.
    pub(crate) async fn anchor(self, now: Timestamp) -> Result<(), InternalError> {
        let mut tx = self.store().begin().await?;
        let before = audits::lock_last_anchor(&mut tx).await?;
        let (mut number, mut link) =
            before.map_or((0, Vec::new()), |last| (last.number, last.link));
        let mut anchors = Vec::new();
        for head in audits::advanced(&mut tx).await? {
            if !self.sealer().sealed(&head) {
                continue;
            }
            number += 1;
            let mut anchor = Anchor {
                number,
                chain: head.chain,
                last: head.last,
                hash: head.hash,
                at: Stamp(now),
                link: Vec::new(),
            };
            anchor.link = self.sealer().anchor_link(&link, &anchor);
            link.clone_from(&anchor.link);
            anchors.push(anchor);
        }
        audits::append_anchors(&mut tx, &anchors).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Walks every chain from its start; answers how many records it read, and the first break of each chain.
    pub async fn verify(self) -> Result<(u64, Vec<BrokenChain>), InternalError> {
        let verified = self.verify_against(None).await?;
        Ok((verified.read, verified.broken))
    }

    /// The same, and whether everything a checkpoint says is still there.
    pub async fn verify_against(
        self,
        checkpoint: Option<&Checkpoint>,
    ) -> Result<Verified, InternalError> {
        let mut tx = self.store().read().await?;
        audits::read_one_moment(&mut tx).await?;
        let asked = checkpoint.map_or(0, |checkpoint| checkpoint.anchor);
        let mut anchors = self.walk_anchors(&mut tx, asked).await?;
        let mut verified = Verified {
            read: 0,
            broken: Vec::new(),
        };
        let mut heads: BTreeMap<Uuid, Head> = BTreeMap::new();
        for head in audits::heads(&mut tx).await? {
            let anchor = head.anchor.unwrap_or(0);
            if anchor > anchors.last && self.sealer().sealed(&head) && anchors.broken.is_none() {
                anchors.broken = head.sealed_at.map(|at| Break::AnchorsCut {
                    number: anchor,
                    since: at.0,
                });
            }
            heads.insert(head.chain, head);
        }
        let mut chains = audits::chains(&mut tx).await?;
        if let Some(checkpoint) = checkpoint {
            for (chain, number, hash) in &checkpoint.chains {
                let marks = anchors.marks.entry(*chain).or_default();
                marks.push(Mark {
                    number: *number,
                    hash: hash.clone(),
                    at: checkpoint.at,
                    by: Witness::Checkpoint,
                });
                if !chains.contains(chain) {
                    chains.push(*chain);
                }
            }
            if asked > 0 && anchors.link.as_ref() != Some(&checkpoint.link) {
                verified.broken.push(BrokenChain {
                    chain: Uuid::nil(),
                    how: Break::AnchorOfCheckpoint {
                        number: asked,
                        since: checkpoint.at,
                    },
                });
            }
        }
        if let Some(how) = anchors.broken {
            verified.broken.push(BrokenChain {
                chain: Uuid::nil(),
                how,
            });
        }
        for chain in chains {
            let marks = anchors.marks.remove(&chain).unwrap_or_default();
            let (read, how) = self.walk(&mut tx, chain, heads.get(&chain), marks).await?;
            verified.read += read;
            verified
                .broken
                .extend(how.map(|how| BrokenChain { chain, how }));
        }
        Ok(verified)
    }

    /// Where one chain does not hold against itself, its head and what is known of it.
    async fn walk(
        self,
        tx: &mut Tx,
        chain: Uuid,
        head: Option<&Head>,
        mut marks: Vec<Mark>,
    ) -> Result<(u64, Option<Break>), InternalError> {
        marks.sort_by_key(|mark| mark.number);
        let mut marks = marks.into_iter().peekable();
        let (mut number, mut hash, mut since, mut read) = (0, Vec::new(), None, 0);
        loop {
            let links = audits::list(tx, chain, number, BATCH).await?;
            if links.is_empty() {
                break;
            }
            for link in links {
                read += 1;
                let begins = number > 0 || chain.is_nil() || link.action == FIRST.name();
                if link.number != number + 1 || link.hash != self.link_hash(&hash, &link) || !begins
                {
                    let number = number + 1;
                    return Ok((read, Some(Break::Record { number, since })));
                }
                number = link.number;
                hash = link.hash;
                since = Some(link.at.0);
                while let Some(mark) = marks.next_if(|mark| mark.number == number) {
                    if mark.hash != hash {
                        return Ok((read, Some(behind(&mark))));
                    }
                }
            }
        }
        let how = match (marks.last(), head) {
            (Some(mark), _) => Some(behind(&mark)),
            (None, None) if number == 0 => Some(Break::NoChain),
            (None, Some(head)) if number == 0 && head.last == 0 => Some(Break::NoChain),
            (None, Some(head)) if head.last == number && head.hash == hash => since
                .filter(|_| !self.sealer().sealed(head))
                .map(|since| Break::Head { since }),
            (None, _) => Some(Break::Record {
                number: number + 1,
                since,
            }),
        };
        Ok((read, how))
    }

    async fn walk_anchors(self, tx: &mut Tx, asked: i64) -> Result<Anchors, InternalError> {
        let mut walked = Anchors {
            last: 0,
            broken: None,
            marks: BTreeMap::new(),
            link: None,
        };
        let (mut before, mut since) = (Vec::new(), None);
        loop {
            let anchors = audits::anchors(tx, walked.last, BATCH).await?;
            if anchors.is_empty() {
                return Ok(walked);
            }
            for anchor in anchors {
                if anchor.number != walked.last + 1
                    || anchor.link != self.sealer().anchor_link(&before, &anchor)
                {
                    walked.broken = Some(Break::Anchors {
                        number: walked.last + 1,
                        since,
                    });
                    return Ok(walked);
                }
                walked.last = anchor.number;
                since = Some(anchor.at.0);
                if anchor.number == asked {
                    walked.link = Some(anchor.link.clone());
                }
                before = anchor.link;
                walked.marks.entry(anchor.chain).or_default().push(Mark {
                    number: anchor.last,
                    hash: anchor.hash,
                    at: anchor.at.0,
                    by: Witness::Anchor(anchor.number),
                });
            }
        }
    }
}

fn behind(mark: &Mark) -> Break {
    Break::Behind {
        number: mark.number,
        since: mark.at,
        by: mark.by,
    }
}
