//! A typed answer, made comparable with the agreed one as the agreed one was.
//!
//! Requests of earlier versions keep the hash of an answer that the first rule folded. A try at such a request hashes
//! twice at most: by the first rule, and by today's, which writes quotation marks and digits as a keyboard at the desk
//! does. The two forms are one answer to a reader, so they are one try.

use domain::challenge::{AnswerFold, AnswerMode, FoldedAnswer};
use domain::connect_request::Proof;
use domain::text::TextError;
use store::connect_requests::Stored;

/// What is compared with the stored hash.
pub(crate) struct TypedAnswer {
    /// What today's rule makes of it.
    pub today: FoldedAnswer,
    /// What the first rule makes of it, where the agreed answer was folded by that.
    first: Option<FoldedAnswer>,
}

/// A slip that the agreed answer cannot have: named and not evaluated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Slip {
    BlankAtAnEnd,
    FullStopAtTheEnd,
}

impl TypedAnswer {
    pub fn read(input: &str, agreed: &Stored) -> Result<Self, TextError> {
        let mode = agreed.request.answer_mode;
        let today = match agreed.request.proof {
            Proof::Phrase => FoldedAnswer::words(input)?,
            _ => FoldedAnswer::parse(input, mode)?,
        };
        let first = match agreed.answer_fold {
            AnswerFold::First => FoldedAnswer::by_the_first_rule(input, mode).ok(),
            AnswerFold::Second => None,
        };
        Ok(Self { today, first })
    }

    pub fn slip(&self, agreed: &Stored) -> Option<Slip> {
        let strict = agreed.request.answer_mode == AnswerMode::Strict;
        if strict && self.today.has_blank_at_an_end() && !agreed.answer_edges {
            Some(Slip::BlankAtAnEnd)
        } else if self.today.ends_with_a_full_stop() && !agreed.answer_full_stop {
            Some(Slip::FullStopAtTheEnd)
        } else {
            None
        }
    }

    /// By what a repeated answer is known.
    pub fn as_bytes(&self) -> &[u8] {
        self.first.as_ref().unwrap_or(&self.today).as_bytes()
    }

    /// The forms that are compared, each once.
    pub fn forms(&self) -> impl Iterator<Item = &[u8]> {
        let first = self.first.as_ref().map(FoldedAnswer::as_bytes);
        let today = self.today.as_bytes();
        let today = (first != Some(today)).then_some(today);
        first.into_iter().chain(today)
    }
}
