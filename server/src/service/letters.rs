//! Letters as files, while their codes work. That one left is a record.

use super::connect_requests::{Caller, View as Found};
use super::{Failure, Fault, Outcome, Services, refuse};
use crate::letter::{self, Form};
use app::domain::connect_request::ConnectRequest;
use app::domain::ids::ConnectRequestId;
use app::pages::clinic::Clinic;
use app::pages::staff::letter::{Unprintable, View};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LetterRefusal {
    NotFound,
    /// The code does not work any more.
    Over(ConnectRequest),
    Unprintable(Unprintable),
}

impl Services {
    /// What stands on a request's letter; None once its code does not work.
    pub fn letter(&self, found: Found) -> Option<View> {
        Some(View {
            request: found.request.id,
            clinic: Clinic {
                name: found.application.name,
                phone: found.application.phone,
            },
            ends_at: found.request.ends_at(),
            friendly_name: found.request.friendly_name,
            code: found.code?,
            public_url: self.0.public_url.clone(),
            dated: self.0.ports.now(),
        })
    }

    /// A request's letter as PDF.
    pub async fn letter_file(
        &self,
        caller: Caller,
        id: ConnectRequestId,
        form: Form,
    ) -> Outcome<Vec<u8>, LetterRefusal> {
        let Some(found) = self.connect_request(caller.application, id).await? else {
            return refuse(LetterRefusal::NotFound);
        };
        let request = found.request.clone();
        let Some(view) = self.letter(found) else {
            return refuse(LetterRefusal::Over(request));
        };
        let file = rendered(vec![view], form)
            .await?
            .map_err(|why| Failure::Refused(LetterRefusal::Unprintable(why)))?;
        let mut tx = self.0.store.begin().await?;
        let Some(request) = self.lock_own(&mut tx, caller, id).await? else {
            return refuse(LetterRefusal::NotFound);
        };
        if !request.shows_code(self.0.ports.now()) {
            return refuse(LetterRefusal::Over(request));
        }
        self.audit_request(&mut tx, caller, "connect-request.letter", id, "downloaded")
            .await?;
        tx.commit().await?;
        Ok(file)
    }
}

/// The letters, drawn away from the threads that serve pages.
async fn rendered(letters: Vec<View>, form: Form) -> Result<Result<Vec<u8>, Unprintable>, Fault> {
    tokio::task::spawn_blocking(move || letter::render(&letters, form, |_| {}))
        .await
        .map_err(|_| Fault::Unreadable("letter"))
}
