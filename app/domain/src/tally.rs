//! What became of codes: counts by month that stay when requests are purged.

/// How a code is handed over. One with an e-mail address is mailed; every other one is on paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channel {
    Mail,
    Letter,
}

impl Channel {
    pub const ALL: [Self; 2] = [Self::Mail, Self::Letter];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Mail => "mail",
            Self::Letter => "letter",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.name() == name)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// A code was made, newly or in place of another.
    Made,
    /// A mail server took a mail with a code.
    Mailed,
    /// A patient connected by a code for the first time.
    Connected,
    /// A code ended, was stopped or refused, and nobody had connected by it.
    Unused,
}

impl Counted {
    pub const ALL: [Self; 4] = [Self::Made, Self::Mailed, Self::Connected, Self::Unused];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Made => "made",
            Self::Mailed => "mailed",
            Self::Connected => "connected",
            Self::Unused => "unused",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|counted| counted.name() == name)
    }
}
