//! The results of codes: counts by month that stay when requests are purged.

use crate::named;

named! {
    /// How a code is handed over. One with an e-mail address is mailed; every other one is on paper.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Channel {
        Mail = "mail",
        Letter = "letter",
    }
}

named! {
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Counted {
        /// A code was made, newly or in place of another.
        Made = "made",
        /// A mail server took a mail with a code.
        Mailed = "mailed",
        /// A patient connected by a code for the first time.
        Connected = "connected",
        /// A code ended, was stopped or refused, and no one had connected by it.
        Unused = "unused",
    }
}
