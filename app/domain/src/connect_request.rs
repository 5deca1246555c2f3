//! The life of a connect request: whether its code may be used, and who picked it up.
//!
//! The two are kept apart: stopping or ending a code never touches a pick-up.
//! Transitions consume the request and return the next one, or say why there is none.

use super::challenge::AnswerMode;
use super::connection::Connection;
use super::external_id::ExternalId;
use super::ids::{ApplicationId, ConnectRequestId, PersonId};
use super::policy;
use super::timestamp::Timestamp;
use super::zone::Zone;
use crate::named;

/// Whether the code may be used, as stored. `Usable` still ends by the clock: ask [`ConnectRequest::standing`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    Usable,
    /// No one picked it up in time.
    Ended {
        at: Timestamp,
    },
    /// Too many wrong answers.
    Stopped {
        at: Timestamp,
    },
    /// Its holder said it was not meant for them.
    Refused {
        at: Timestamp,
    },
    /// A newer code took its place.
    Replaced {
        at: Timestamp,
    },
    /// Withdrawn by the clinic.
    Deleted {
        at: Timestamp,
    },
}

named! {
    /// How the patient proves at home that the code is theirs.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub enum Proof {
        /// By a question and an answer that staff typed for them.
        #[default]
        Question = "question",
        /// By words that the clinic drew and handed over.
        Phrase = "phrase",
        /// By a question and an answer that they typed themselves: staff saw neither.
        Typed = "typed",
    }
}

named! {
    /// How the code comes to the patient.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub enum Delivery {
        Email = "email",
        #[default]
        Letter = "letter",
        Both = "both",
    }
}

/// Who picked the request up. The first pick-up binds it to that person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Binding {
    pub person: PersonId,
    pub last_at: Timestamp,
}

named! {
    /// The state of a request at a moment; what lists show and filters ask for.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Standing {
        Waiting = "waiting",
        Connected = "connected",
        Ended = "ended",
        Stopped = "stopped",
        Refused = "refused",
        Replaced = "replaced",
        Deleted = "deleted",
    }
}

/// What a list of requests may be asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Listed {
    /// All but tombstones.
    #[default]
    All,
    Standing(Standing),
    /// Its patient is connected, regardless of the state of the code.
    Connected,
    /// Its patient was connected and is no more.
    Disconnected,
    /// Waiting, and it ends within [`policy::ENDING_SOON`].
    EndingSoon,
    /// The last mail with its code failed, or no one knows whether it arrived, and no one connected since.
    MailTrouble,
}

impl Listed {
    /// The desk's lists, in their order, with those that ask for work last; tombstones keep no name to list.
    pub const AT_THE_DESK: [Self; 9] = [
        Self::All,
        Self::Standing(Standing::Waiting),
        Self::Connected,
        Self::Disconnected,
        Self::Standing(Standing::Ended),
        Self::Standing(Standing::Stopped),
        Self::Standing(Standing::Refused),
        Self::EndingSoon,
        Self::MailTrouble,
    ];

    pub const fn name(self) -> &'static str {
        match self {
            Self::All => "",
            Self::Standing(standing) => standing.name(),
            Self::Connected => "connected",
            Self::Disconnected => "disconnected",
            Self::EndingSoon => "ending-soon",
            Self::MailTrouble => "mail-trouble",
        }
    }

    /// One of the desk's lists.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::AT_THE_DESK
            .into_iter()
            .find(|listed| listed.name() == name)
    }
}

/// Why a code cannot be used, told only to its holder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    Ended { at: Timestamp },
    Stopped,
    Refused,
    Replaced { at: Timestamp },
    Withdrawn,
    UsedBySomeoneElse,
}

/// The patient is connected: the request cannot be deleted; it can be reissued.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AlreadyConnected;

/// What telling "this was not meant for me" did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotMe {
    /// The waiting request is over.
    Refused(ConnectRequest),
    /// Someone is connected by it: the clinic is told, nothing else changes.
    OnlyTold(ConnectRequest),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConnectRequest {
    pub id: ConnectRequestId,
    pub application: ApplicationId,
    pub external_id: ExternalId,
    pub friendly_name: String,
    /// How the patient proves that it is theirs.
    pub proof: Proof,
    /// Without an e-mail address it is a letter.
    pub delivery: Delivery,
    pub email: Option<String>,
    /// BCP 47, as "en".
    pub language: String,
    pub answer_mode: AnswerMode,
    pub made_at: Timestamp,
    /// When the code ends unless someone picks it up before.
    pub expires_at: Timestamp,
    pub code: Code,
    pub binding: Option<Binding>,
    /// Whether the patient of its external id is connected, by this code or another.
    pub connection: Connection,
}

impl ConnectRequest {
    /// The state of its code at `now`: a usable code ends by the clock.
    pub fn standing(&self, now: Timestamp) -> Standing {
        match self.code {
            Code::Usable if now >= self.ends_at() => Standing::Ended,
            Code::Usable if self.binding.is_some() => Standing::Connected,
            Code::Usable => Standing::Waiting,
            Code::Ended { .. } => Standing::Ended,
            Code::Stopped { .. } => Standing::Stopped,
            Code::Refused { .. } => Standing::Refused,
            Code::Replaced { .. } => Standing::Replaced,
            Code::Deleted { .. } => Standing::Deleted,
        }
    }

    /// Whether the code may be used at `now`, by `person` where one is known.
    pub fn gate(&self, now: Timestamp, person: Option<PersonId>) -> Result<(), Ending> {
        match self.code {
            Code::Usable => {}
            Code::Ended { at } => return Err(Ending::Ended { at }),
            Code::Stopped { .. } => return Err(Ending::Stopped),
            Code::Refused { .. } => return Err(Ending::Refused),
            Code::Replaced { at } => return Err(Ending::Replaced { at }),
            Code::Deleted { .. } => return Err(Ending::Withdrawn),
        }
        if now >= self.ends_at() {
            return Err(Ending::Ended { at: self.ends_at() });
        }
        match (self.binding, person) {
            (Some(binding), Some(person)) if binding.person != person => {
                Err(Ending::UsedBySomeoneElse)
            }
            _ => Ok(()),
        }
    }

    /// Until when the code works, if nothing else happens.
    pub fn ends_at(&self) -> Timestamp {
        self.binding.map_or(self.expires_at, |binding| {
            binding.last_at + policy::RETENTION
        })
    }

    /// Whether it keeps its external id from another request of the application.
    pub fn holds_external_id(&self) -> bool {
        !matches!(self.code, Code::Replaced { .. } | Code::Deleted { .. })
    }

    /// Whether the desk can show the code: while it works.
    pub fn shows_code(&self, now: Timestamp) -> bool {
        self.gate(now, None).is_ok()
    }

    /// The person picks it up; each pick-up restarts the time it stays retrievable.
    pub fn pick_up(self, person: PersonId, now: Timestamp) -> Result<Self, Ending> {
        self.gate(now, Some(person))?;
        Ok(Self {
            binding: Some(Binding {
                person,
                last_at: now,
            }),
            ..self
        })
    }

    /// Too many wrong answers.
    pub fn stop(self, now: Timestamp) -> Result<Self, Ending> {
        self.gate(now, None)?;
        Ok(Self {
            code: Code::Stopped { at: now },
            ..self
        })
    }

    /// Ends a code whose time is over, used or not; None when it is not.
    pub fn expire(self, now: Timestamp) -> Option<Self> {
        let over = self.code == Code::Usable && self.standing(now) == Standing::Ended;
        over.then(|| Self {
            code: Code::Ended { at: self.ends_at() },
            ..self
        })
    }

    /// Its holder says that it was not meant for them.
    pub fn not_me(self, now: Timestamp) -> Result<NotMe, Ending> {
        self.gate(now, None)?;
        Ok(match self.binding {
            Some(_) => NotMe::OnlyTold(self),
            None => NotMe::Refused(Self {
                code: Code::Refused { at: now },
                ..self
            }),
        })
    }

    /// The clinic withdraws it; not while its patient is connected.
    pub fn delete(self, now: Timestamp) -> Result<Self, AlreadyConnected> {
        if self.connection.is_live() {
            return Err(AlreadyConnected);
        }
        Ok(Self {
            code: Code::Deleted { at: now },
            ..self
        })
    }

    /// The code goes out by mail, too, from now on.
    #[must_use]
    pub fn mailed_to(self, email: String) -> Self {
        let delivery = match self.delivery {
            Delivery::Email => Delivery::Email,
            Delivery::Letter | Delivery::Both => Delivery::Both,
        };
        Self {
            email: Some(email),
            delivery,
            ..self
        }
    }

    /// A newer request takes its place; grants stay.
    #[must_use]
    pub fn replace(self, now: Timestamp) -> Self {
        Self {
            code: Code::Replaced { at: now },
            ..self
        }
    }

    /// Days in the zone until a waiting code ends, where that is soon.
    pub fn ends_soon(&self, now: Timestamp, zone: Zone) -> Option<u64> {
        let waits = self.standing(now) == Standing::Waiting;
        let soon = self.expires_at.since(now) <= policy::ENDING_SOON;
        (waits && soon).then(|| zone.at(now).days_until(zone.at(self.expires_at)))
    }

    /// Whether its time with us is over: 90 days after the last pick-up, the end of the code and the end of the
    /// connection, whichever is latest. Its external id is free from then on; its row stays while the patient is
    /// connected, so that the clinic still sees who is.
    pub fn is_past_retention(&self, now: Timestamp) -> bool {
        let picked_up = self.binding.map(|binding| binding.last_at);
        // A code that waits is not over, however long ago the patient disconnected.
        if self.code == Code::Usable && picked_up.is_none() {
            return false;
        }
        let ended = match self.code {
            Code::Usable => None,
            // A used code ends by the clock 90 days after its last pick-up: those days count once.
            Code::Ended { .. } if picked_up.is_some() => None,
            Code::Ended { at }
            | Code::Stopped { at }
            | Code::Refused { at }
            | Code::Replaced { at }
            | Code::Deleted { at } => Some(at),
        };
        let last = ended.max(picked_up).max(self.connection.until());
        last.is_some_and(|last| last + policy::RETENTION <= now)
    }
}

#[cfg(test)]
mod tests {
    use super::super::ids::RecordId;
    use super::*;
    use std::time::Duration;
    use uuid::Uuid;

    const NOW: Timestamp = Timestamp::from_micros(1_700_000_000_000_000);
    const SECOND: Duration = Duration::from_secs(1);

    fn waiting() -> ConnectRequest {
        ConnectRequest {
            id: ConnectRequestId(Uuid::from_u128(1)),
            application: ApplicationId(Uuid::from_u128(2)),
            external_id: ExternalId::from_stored("MRN-1".into()),
            friendly_name: "Emma's record".into(),
            proof: Proof::Question,
            delivery: Delivery::Letter,
            email: None,
            language: "en".into(),
            answer_mode: AnswerMode::Strict,
            made_at: NOW,
            expires_at: NOW + policy::days(policy::LIFETIME_DAYS),
            code: Code::Usable,
            binding: None,
            connection: Connection::None,
        }
    }

    fn person(n: u128) -> PersonId {
        PersonId(Uuid::from_u128(n))
    }

    #[test]
    fn a_waiting_code_ends_at_its_second_and_not_before() {
        let request = waiting();
        let end = request.expires_at;
        assert!(request.gate(end - SECOND, None).is_ok());
        assert_eq!(request.gate(end, None), Err(Ending::Ended { at: end }));
        assert_eq!(
            request.gate(end + SECOND, None),
            Err(Ending::Ended { at: end })
        );
        assert_eq!(request.clone().expire(end - SECOND), None);
        let ended = request.expire(end).expect("over");
        assert_eq!(
            ended.gate(end - SECOND, None),
            Err(Ending::Ended { at: end }),
            "a dead code never revives"
        );
    }

    #[test]
    fn a_pick_up_binds_the_request_to_one_person_and_restarts_the_days() {
        let request = waiting().pick_up(person(7), NOW).expect("usable");
        assert_eq!(request.standing(NOW), Standing::Connected);
        assert_eq!(
            request.gate(NOW, Some(person(8))),
            Err(Ending::UsedBySomeoneElse)
        );
        let again = request
            .pick_up(person(7), NOW + 60 * SECOND)
            .expect("same person");
        let over = NOW + 60 * SECOND + policy::RETENTION;
        assert!(!again.is_past_retention(over - SECOND));
        assert!(again.is_past_retention(over));
        let ended = again.expire(over).expect("over");
        assert!(ended.is_past_retention(over), "the days count once");
    }

    #[test]
    fn stopping_a_connected_request_keeps_its_pick_up() {
        let stopped = waiting()
            .pick_up(person(7), NOW)
            .and_then(|r| r.stop(NOW))
            .expect("stopped");
        assert!(stopped.binding.is_some());
        assert_eq!(stopped.standing(NOW), Standing::Stopped);
    }

    #[test]
    fn a_request_is_deleted_unless_its_patient_is_connected_now() {
        let record = RecordId(Uuid::from_u128(3));
        let with = |connection| ConnectRequest {
            connection,
            ..waiting()
        };
        let connected = Connection::Connected { since: NOW, record };
        assert_eq!(with(connected).delete(NOW), Err(AlreadyConnected));
        let disconnected = Connection::Disconnected {
            since: NOW,
            until: NOW,
            record,
        };
        assert!(with(disconnected).delete(NOW).is_ok());
        assert!(with(Connection::None).delete(NOW).is_ok());
    }

    #[test]
    fn not_me_ends_a_waiting_request_and_only_tells_about_a_connected_one() {
        assert!(matches!(waiting().not_me(NOW), Ok(NotMe::Refused(_))));
        let connected = waiting().pick_up(person(7), NOW).expect("usable");
        assert!(matches!(connected.not_me(NOW), Ok(NotMe::OnlyTold(_))));
    }

    #[test]
    fn a_letter_that_is_mailed_too_is_both() {
        for (chosen, then) in [
            (Delivery::Letter, Delivery::Both),
            (Delivery::Both, Delivery::Both),
            (Delivery::Email, Delivery::Email),
        ] {
            let request = ConnectRequest {
                delivery: chosen,
                ..waiting()
            };
            let mailed = request.mailed_to("emma@example.org".into());
            assert_eq!(mailed.delivery, then);
            assert_eq!(mailed.email.as_deref(), Some("emma@example.org"));
        }
    }

    #[test]
    fn every_row_of_the_table_holds_its_external_id_but_the_last_two() {
        let request = waiting();
        assert!(
            request
                .clone()
                .stop(NOW)
                .expect("stopped")
                .holds_external_id()
        );
        assert!(!request.clone().replace(NOW).holds_external_id());
        assert!(!request.delete(NOW).expect("deleted").holds_external_id());
    }
}
