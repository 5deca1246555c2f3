//! The methods, in one table: a name, its versions, what it asks of its caller, and the function that runs it.

use super::call::Call;
use super::status::Status;
use super::unsupported::{self, Place};
use super::{
    Answer, alternate_ids, application_info, connect_requests, definition, people, sessions,
    settings, thing_types, things, vocabularies,
};
use std::future::ready;
use std::pin::Pin;

/// What a method asks of its caller before it runs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Asks {
    Nothing,
    /// A session of an application.
    Session,
}

/// What a method does, boxed so that all have one type.
pub type Run = for<'c, 'a, 'i> fn(&'c Call<'a, 'i>) -> Pin<Box<dyn Future<Output = Answer> + 'c>>;

pub struct Method {
    pub name: &'static str,
    pub versions: &'static [u32],
    pub asks: Asks,
    /// Later versions that answer under the first one's name.
    one_name_up_to: u32,
    /// Whether it changes anything: then each signed call counts once.
    pub changes: bool,
    pub run: Run,
}

const fn method(name: &'static str, versions: &'static [u32], asks: Asks, run: Run) -> Method {
    Method {
        name,
        versions,
        asks,
        one_name_up_to: 1,
        changes: false,
        run,
    }
}

/// A method that reads in a session.
const fn reads(name: &'static str, versions: &'static [u32], run: Run) -> Method {
    method(name, versions, Asks::Session, run)
}

/// A method that changes something in a session.
const fn changes(name: &'static str, versions: &'static [u32], run: Run) -> Method {
    Method {
        changes: true,
        ..method(name, versions, Asks::Session, run)
    }
}

/// Versions up to this one answer under the first one's name.
const fn one_name_up_to(version: u32, method: &Method) -> Method {
    Method {
        one_name_up_to: version,
        ..*method
    }
}

/// All methods, by name.
pub const METHODS: &[Method] = &[
    reads("AllocatePackageId", &[1], |call| {
        Box::pin(ready(connect_requests::package(call)))
    }),
    changes("AssociateAlternateId", &[1], |call| {
        Box::pin(alternate_ids::associate(call))
    }),
    method(
        "CreateAuthenticatedSessionToken",
        &[1, 2],
        Asks::Nothing,
        |call| Box::pin(sessions::open(call)),
    ),
    one_name_up_to(
        2,
        &reads("CreateConnectPackage", &[1, 2], |call| {
            Box::pin(ready(connect_requests::package(call)))
        }),
    ),
    changes("CreateConnectRequest", &[1], |call| {
        Box::pin(connect_requests::create(call))
    }),
    reads("DeletePendingConnectPackage", &[1], |call| {
        Box::pin(ready(connect_requests::package(call)))
    }),
    changes("DeletePendingConnectRequest", &[1], |call| {
        Box::pin(connect_requests::delete_pending(call))
    }),
    changes("DisassociateAlternateId", &[1], |call| {
        Box::pin(alternate_ids::disassociate(call))
    }),
    reads("GetAlternateIds", &[1], |call| {
        Box::pin(alternate_ids::list(call))
    }),
    one_name_up_to(
        2,
        &reads("GetApplicationInfo", &[1, 2], |call| {
            Box::pin(ready(application_info::show(call)))
        }),
    ),
    reads("GetApplicationSettings", &[1], |call| {
        Box::pin(settings::get(call))
    }),
    reads("GetAuthorizedConnectRequests", &[1], |call| {
        Box::pin(connect_requests::authorized(call))
    }),
    reads("GetAuthorizedPeople", &[1], |call| {
        Box::pin(people::authorized(call))
    }),
    reads("GetAuthorizedRecords", &[1], |call| {
        Box::pin(people::records(call))
    }),
    reads("GetPersonAndRecordForAlternateId", &[1], |call| {
        Box::pin(alternate_ids::person(call))
    }),
    reads("GetPersonInfo", &[1], |call| Box::pin(people::info(call))),
    method("GetServiceDefinition", &[1, 2], Asks::Nothing, |call| {
        Box::pin(ready(definition::show(call)))
    }),
    one_name_up_to(
        2,
        &reads("GetThings", &[1, 2, 3], |call| Box::pin(things::get(call))),
    ),
    reads("GetThingType", &[1], |call| {
        Box::pin(ready(thing_types::show(call)))
    }),
    reads("GetUpdatedRecordsForApplication", &[1, 2], |call| {
        Box::pin(people::updated(call))
    }),
    one_name_up_to(
        2,
        &reads("GetVocabulary", &[1, 2], |call| {
            Box::pin(ready(vocabularies::get(call)))
        }),
    ),
    one_name_up_to(
        2,
        &changes("PutThings", &[1, 2], |call| Box::pin(things::put(call))),
    ),
    reads("QueryPermissions", &[1], |call| {
        Box::pin(people::permissions(call))
    }),
    changes("RemoveApplicationRecordAuthorization", &[1], |call| {
        Box::pin(people::give_up(call))
    }),
    changes("RemoveThings", &[1], |call| Box::pin(things::remove(call))),
    reads("SearchVocabulary", &[1], |call| {
        Box::pin(ready(vocabularies::search(call)))
    }),
    changes("SetApplicationSettings", &[1], |call| {
        Box::pin(settings::set(call))
    }),
    changes("UpdateExternalId", &[1], |call| {
        Box::pin(connect_requests::rename(call))
    }),
];

/// The Java client's spelling of one of them.
const MISSPELT: (&str, &str) = ("AssociateAltnernateId", "AssociateAlternateId");

impl Method {
    pub fn named(name: &str, version: u32) -> Result<&'static Self, Status> {
        let name = if name == MISSPELT.0 { MISSPELT.1 } else { name };
        METHODS
            .iter()
            .find(|method| method.name == name && method.versions.contains(&version))
            .ok_or_else(|| unsupported::status(Place::Method, name))
    }

    /// The name under which a version answers.
    pub fn answer_name(&self, version: u32) -> String {
        if version > self.one_name_up_to {
            format!("{}{version}", self.name)
        } else {
            self.name.to_owned()
        }
    }
}
