//! Identity codes: made, known again by their digest, sealed, and opened while they may be shown.

use crate::ConnectRequests;
use crate::secrets::SealError;
use domain::identity_code::IdentityCode;
use domain::ids::ConnectRequestId;
use store::connect_requests::Stored;

impl ConnectRequests<'_> {
    pub(crate) fn new_code(self) -> IdentityCode {
        IdentityCode::generate(|bound| self.draw(bound))
    }

    /// A number below `bound`.
    pub(crate) fn draw(self, bound: usize) -> usize {
        let bound = u32::try_from(bound).unwrap_or(1);
        usize::try_from(self.ports().below(bound)).unwrap_or(0)
    }

    pub(crate) fn code_digest(self, code: &IdentityCode) -> Vec<u8> {
        self.sealer().digest("code", &[code.letters().as_bytes()])
    }

    pub(crate) fn seal_code(
        self,
        id: ConnectRequestId,
        code: &IdentityCode,
    ) -> Result<Vec<u8>, SealError> {
        self.sealer().seal(
            "code",
            id.0.as_bytes(),
            code.letters().as_bytes(),
            self.ports(),
        )
    }

    /// The code, while it may be shown.
    pub(crate) fn open_code(self, stored: &Stored) -> Option<IdentityCode> {
        if !stored.request.shows_code(self.ports().now()) {
            return None;
        }
        let sealed = stored.code_sealed.as_deref()?;
        let letters = self
            .sealer()
            .open_text("code", stored.request.id.0.as_bytes(), sealed)
            .ok()?;
        IdentityCode::parse(&letters).ok()
    }

    /// The link for a letter or a mail. The code is its fragment, so that no server's log ever holds it.
    pub fn code_link(self, code: &IdentityCode) -> String {
        format!("{}/connect#{code}", self.public_url())
    }
}
