//! A link by mail that lets someone choose a password, once and for a while: a new colleague, or one of the staff.

use super::ids::{ApplicationId, InvitationId, StaffId};
use super::staff::Role;
use super::timestamp::Timestamp;
use crate::named;

named! {
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum State {
        Open = "open",
        Used = "used",
        Withdrawn = "withdrawn",
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    pub id: InvitationId,
    pub application: ApplicationId,
    /// Who gets a new password; None for someone who is not of the staff yet.
    pub staff: Option<StaffId>,
    pub name: String,
    pub email: String,
    pub role: Role,
    /// The manager; None for the command line.
    pub made_by: Option<StaffId>,
    pub state: State,
    pub made_at: Timestamp,
    pub expires_at: Timestamp,
    /// Set once its link was refused for its time: a clock that steps back revives nothing.
    pub ended_at: Option<Timestamp>,
}

/// Why a link no longer works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    Used,
    Withdrawn,
    Expired { at: Timestamp },
}

impl Invitation {
    /// Whether its link works.
    pub fn check(&self, now: Timestamp) -> Result<(), Over> {
        match self.state {
            State::Used => Err(Over::Used),
            State::Withdrawn => Err(Over::Withdrawn),
            State::Open if self.ended_at.is_some() || self.expires_at <= now => {
                Err(Over::Expired {
                    at: self.expires_at,
                })
            }
            State::Open => Ok(()),
        }
    }

    /// Someone chose a password by it.
    pub fn accept(self, now: Timestamp) -> Result<Self, Over> {
        self.check(now)?;
        Ok(Self {
            state: State::Used,
            ..self
        })
    }

    /// Its link never works again; one that was used stays used.
    pub fn withdraw(self) -> Result<Self, Over> {
        match self.state {
            State::Used => Err(Over::Used),
            State::Withdrawn => Err(Over::Withdrawn),
            State::Open => Ok(Self {
                state: State::Withdrawn,
                ..self
            }),
        }
    }

    /// Its link was refused for its time; None where that is recorded, or it is over for another reason.
    pub fn expire(self, at: Timestamp) -> Option<Self> {
        let new = self.state == State::Open && self.ended_at.is_none() && self.expires_at <= at;
        new.then_some(Self {
            ended_at: Some(at),
            ..self
        })
    }

    /// A new link until `expires_at`, also where the last one's time is over.
    pub fn renew(self, expires_at: Timestamp) -> Result<Self, Over> {
        match self.state {
            State::Used => Err(Over::Used),
            State::Withdrawn => Err(Over::Withdrawn),
            State::Open => Ok(Self {
                expires_at,
                ended_at: None,
                ..self
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;
    use uuid::Uuid;

    const NOW: Timestamp = Timestamp::from_micros(1_000_000_000);

    fn open() -> Invitation {
        Invitation {
            id: InvitationId(Uuid::from_u128(1)),
            application: ApplicationId(Uuid::from_u128(2)),
            staff: None,
            name: "Kim".into(),
            email: "kim@clinic.example".into(),
            role: Role::FrontDesk,
            made_by: None,
            state: State::Open,
            made_at: NOW,
            expires_at: NOW + Duration::from_secs(1),
            ended_at: None,
        }
    }

    #[test]
    fn a_link_works_once_and_only_for_its_time() {
        let used = open().accept(NOW).expect("in time");
        assert_eq!(used.clone().accept(NOW), Err(Over::Used));
        assert_eq!(used.withdraw(), Err(Over::Used));
        let at = open().expires_at;
        assert_eq!(open().accept(at), Err(Over::Expired { at }));
    }

    #[test]
    fn one_that_was_withdrawn_never_comes_back_and_one_that_expired_may() {
        let withdrawn = open().withdraw().expect("open");
        assert_eq!(withdrawn.clone().accept(NOW), Err(Over::Withdrawn));
        assert_eq!(withdrawn.renew(NOW), Err(Over::Withdrawn));
        let later = open().expires_at + Duration::from_secs(9);
        let renewed = open().renew(later).expect("open");
        assert!(renewed.accept(open().expires_at).is_ok());
    }
}
