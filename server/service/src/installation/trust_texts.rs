//! What the operator says on the pages that every footer leads to. Anyone reads it; operators write it.

use crate::audit::log::Entry;
use crate::seen::Seen;
use crate::{Installation, InternalError, Operator, Outcome, reject};
use domain::audit::{Action, ActionOutcome};
use domain::text::TextError;
use domain::trust::{self, TrustPage};
use store::{installation, trust_texts};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrustTextRejection {
    Text(TextError),
    /// Another operator wrote another text since the form was shown.
    Changed,
}

impl Installation<'_> {
    /// What the operator says on a page; None where the text that comes with the software is shown.
    pub async fn trust_text(self, page: TrustPage) -> Result<Option<String>, InternalError> {
        let mut tx = self.store().read().await?;
        Ok(trust_texts::find(&mut tx, page).await?)
    }

    /// The pages that the operator wrote.
    pub async fn trust_pages_written(self, _by: Operator) -> Result<Vec<TrustPage>, InternalError> {
        let mut tx = self.store().read().await?;
        Ok(trust_texts::written(&mut tx).await?)
    }

    /// What the form of a page shows.
    pub fn trust_text_shown(self, page: TrustPage, text: Option<&str>) -> Seen {
        self.seen("trust-text", &(page.name(), text))
    }

    /// Keeps another text, or brings back the one that comes with the software.
    pub async fn set_trust_text(
        self,
        by: Operator,
        page: TrustPage,
        typed: &str,
        seen: &Seen,
    ) -> Outcome<(), TrustTextRejection> {
        let text = match trust::text(typed) {
            Ok(text) => text,
            Err(error) => return reject(TrustTextRejection::Text(error)),
        };
        let mut tx = self.store().begin().await?;
        installation::lock(&mut tx).await?;
        let stored = trust_texts::find(&mut tx, page).await?;
        if !seen.is(&self.trust_text_shown(page, stored.as_deref())) {
            return reject(TrustTextRejection::Changed);
        }
        let outcome = if let Some(text) = text {
            trust_texts::put(&mut tx, page, &text, self.ports().now()).await?;
            ActionOutcome::Set
        } else {
            trust_texts::remove(&mut tx, page).await?;
            ActionOutcome::Removed
        };
        let entry = Entry {
            application: None,
            actor: by.actor(),
            action: Action::InstallationSetText,
            subject: None,
            outcome,
        };
        self.audit().record(&mut tx, entry).await?;
        tx.commit().await?;
        Ok(())
    }
}
