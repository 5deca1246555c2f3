//! Where a search continues, as text that only the application that searched can use, and that shows nothing of what it
//! searched for.

use crate::{InternalError, Records};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use domain::ids::ApplicationId;

const SEALED_FOR: &str = "fhir-page";

impl Records<'_> {
    /// Seals what the next page of a search takes.
    pub fn seal_page(
        self,
        application: ApplicationId,
        page: &[u8],
    ) -> Result<String, InternalError> {
        let place = application.0;
        let sealed = self
            .sealer()
            .seal(SEALED_FOR, place.as_bytes(), page, self.ports())?;
        Ok(BASE64_URL_SAFE_NO_PAD.encode(sealed))
    }

    /// What a sealed text of the application's holds; None for any other text.
    pub fn open_page(self, application: ApplicationId, sealed: &str) -> Option<Vec<u8>> {
        let sealed = BASE64_URL_SAFE_NO_PAD.decode(sealed).ok()?;
        let place = application.0;
        let opened = self.sealer().open(SEALED_FOR, place.as_bytes(), &sealed);
        opened.ok().map(|page| page.to_vec())
    }
}
