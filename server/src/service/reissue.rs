//! New codes for many requests at once: all of them or none.

use super::connect_requests::Replaced;
use super::{Caller, Failure, Outcome, Services, refuse};
use crate::store::connect_requests as table;
use app::domain::application::MayNotConnect;
use app::domain::connect_request::ConnectRequest;
use app::domain::ids::ConnectRequestId;
use app::domain::policy;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BulkRefusal {
    /// Nothing was chosen.
    Nothing,
    TooMany {
        max: usize,
    },
    MayNot(MayNotConnect),
    /// One of them is not the application's.
    NotFound,
    /// One of them was replaced or deleted in the meantime.
    Over,
}

impl Services {
    /// The requests that would get new codes, in the order in which they were chosen.
    pub async fn reissuing(
        &self,
        caller: Caller,
        ids: &[ConnectRequestId],
    ) -> Outcome<Vec<ConnectRequest>, BulkRefusal> {
        let ids = chosen(ids)?;
        let mut tx = self.0.store.read().await?;
        self.application(&mut tx, caller.application)
            .await?
            .may_connect()
            .map_err(|why| Failure::Refused(BulkRefusal::MayNot(why)))?;
        let mut requests = Vec::with_capacity(ids.len());
        for id in ids {
            match table::find(&mut tx, caller.application, id).await? {
                None => return refuse(BulkRefusal::NotFound),
                Some(stored) if !stored.request.holds_external_id() => {
                    return refuse(BulkRefusal::Over);
                }
                Some(stored) => requests.push(stored.request),
            }
        }
        Ok(requests)
    }

    /// Replaces all of these by new ones with the same challenge and names, in one transaction; mail goes to those
    /// who have an address. Answers the new ones.
    pub async fn reissue_all(
        &self,
        caller: Caller,
        ids: &[ConnectRequestId],
    ) -> Outcome<Vec<ConnectRequest>, BulkRefusal> {
        let ids = chosen(ids)?;
        let mut tx = self.0.store.begin().await?;
        let application = self.application(&mut tx, caller.application).await?;
        application
            .may_connect()
            .map_err(|why| Failure::Refused(BulkRefusal::MayNot(why)))?;
        // All are locked in the order of their ids, and before the first audit record: see the order of locks.
        let mut in_order = ids.clone();
        in_order.sort_unstable();
        let mut replaced = Vec::with_capacity(ids.len());
        for id in in_order {
            let stored = table::lock(&mut tx, id).await?;
            let Some(old) =
                stored.filter(|stored| stored.request.application == caller.application)
            else {
                return refuse(BulkRefusal::NotFound);
            };
            if !old.request.holds_external_id() {
                return refuse(BulkRefusal::Over);
            }
            replaced.push(self.replace(&mut tx, &application, old).await?);
        }
        for Replaced { old, new, .. } in &replaced {
            self.audit_replaced(&mut tx, caller, *old, new.id).await?;
        }
        tx.commit().await?;
        replaced.sort_by_key(|Replaced { old, .. }| ids.iter().position(|id| id == old));
        Ok(replaced.into_iter().map(|replaced| replaced.new).collect())
    }
}

/// Each once.
fn chosen(ids: &[ConnectRequestId]) -> Outcome<Vec<ConnectRequestId>, BulkRefusal> {
    let mut once: Vec<ConnectRequestId> = Vec::new();
    for id in ids {
        if !once.contains(id) {
            once.push(*id);
        }
    }
    match once.len() {
        0 => refuse(BulkRefusal::Nothing),
        many if many > policy::REISSUE_MAX => refuse(BulkRefusal::TooMany {
            max: policy::REISSUE_MAX,
        }),
        _ => Ok(once),
    }
}
