//! Why a password is refused. How easily one is guessed is found out elsewhere; here are the reasons.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasswordError {
    Empty,
    /// Shorter than [`PASSWORD`](super::policy::PASSWORD) allows.
    TooShort,
    /// Longer than [`PASSWORD`](super::policy::PASSWORD) allows.
    TooLong,
    /// Found with too few guesses.
    Guessable(Weakness),
}

/// What makes a password easy to guess.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weakness {
    /// Many people use it, or one much like it.
    Common,
    /// Holds the name or the address of the person who uses it, or their clinic's name.
    Personal,
    /// One word alone.
    Word,
    Name,
    /// Keys that lie side by side.
    Keys,
    Repeats,
    /// As "abc" or "6543".
    Sequence,
    /// A date or a year.
    Date,
    /// Nothing of these by itself, and still too little.
    Short,
}

impl Weakness {
    pub const ALL: [Self; 9] = [
        Self::Common,
        Self::Personal,
        Self::Word,
        Self::Name,
        Self::Keys,
        Self::Repeats,
        Self::Sequence,
        Self::Date,
        Self::Short,
    ];
}
