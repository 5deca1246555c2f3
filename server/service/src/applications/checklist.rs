//! What a new clinic still has to do, at its desk.

use crate::{Administrator, Applications, InternalError};
use domain::audit::{Action, ActionOutcome};
use domain::checklist::{Checklist, Task, also_hidden};
use store::{applications, checklists};

impl Applications<'_> {
    /// What is left to do; empty once all of it is done or hidden.
    pub async fn checklist(self, by: Administrator) -> Result<Checklist, InternalError> {
        let mut tx = self.store().read().await?;
        Ok(checklists::left(&mut tx, by.application).await?)
    }

    /// Takes a task from the list, for all managers. One that is hidden already is as wanted.
    pub async fn hide_task(self, by: Administrator, task: Task) -> Result<(), InternalError> {
        let mut tx = self.store().begin().await?;
        if applications::lock(&mut tx, by.application).await?.is_none() {
            return Ok(());
        }
        let Some(hidden) = checklists::hidden(&mut tx, by.application).await? else {
            return Ok(());
        };
        let more = also_hidden(&hidden, task);
        if more.len() == hidden.len() {
            return Ok(());
        }
        checklists::set_hidden(&mut tx, by.application, &more).await?;
        self.audit_application(
            &mut tx,
            by,
            Action::ApplicationHideTask,
            ActionOutcome::Changed,
        )
        .await?;
        tx.commit().await?;
        Ok(())
    }
}
