//! One call, whose caller is known and whose info is parsed, on its way to its use case.

use super::envelope::Envelope;
use super::status::Status;
use domain::application::Application;
use domain::ids::{ApplicationId, PersonId, RecordId};
use domain::new_request::Origin;
use roxmltree::Node;
use service::{Access, Actor, Caller, Services, SignedCall};

pub struct Call<'a, 'i> {
    pub services: &'a Services,
    /// The address network that limits are counted by.
    pub from: &'a str,
    pub envelope: Envelope,
    pub info: Node<'a, 'i>,
    /// Who says so without proof.
    pub unproven: Option<ApplicationId>,
    pub proven: Option<Application>,
    /// Where the method changes something.
    pub signed: Option<SignedCall>,
}

impl Call<'_, '_> {
    pub fn application(&self) -> Result<&Application, Status> {
        self.proven.as_ref().ok_or(Status::AccessDenied)
    }

    fn actor(&self, application: ApplicationId) -> Actor {
        match self.signed {
            Some(call) => Actor::SignedCall(application, call),
            None => Actor::Application(application),
        }
    }

    pub fn caller(&self) -> Result<Caller, Status> {
        let application = self.application()?.id;
        Ok(Caller {
            application,
            actor: self.actor(application),
            origin: Origin::Api,
        })
    }

    pub fn person(&self) -> Result<PersonId, Status> {
        self.envelope
            .person
            .map(PersonId)
            .ok_or(Status::InvalidPerson)
    }

    pub fn access(&self) -> Result<Access, Status> {
        let record = self.envelope.record.ok_or(Status::InvalidRecord)?;
        let application = self.application()?.id;
        Ok(Access {
            application,
            actor: self.actor(application),
            person: self.person()?,
            record: RecordId(record),
        })
    }
}
