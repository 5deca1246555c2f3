//! The demonstration: a clinic, a member of staff, a patient and three ready codes, all with random secrets.

use crate::secrets::Class;
use crate::{
    Actor, Administrator, ApplicationChange, ApplicationRejection, Caller, CreateRejection,
    Failure, Installation, InternalError, Outcome, StaffRejection, reject,
};
use domain::application::Rule;
use domain::audit::{Action, ActionOutcome};
use domain::challenge::{AnswerMode, FoldedAnswer};
use domain::clinic_settings::{NO, Setting};
use domain::connect_request::{ConnectRequest, Listed, Standing};
use domain::ids::{ApplicationId, PersonId};
use domain::new_request::{Draft, Origin};
use domain::person::Person;
use domain::staff::{Role, Staff};
use domain::thing::{self, Permission};
use serde::Serialize;
use store::connect_requests as table;
use store::request_list::Filter;
use store::{persons, staff as staff_table};
use words::Wording;
use words::t;

const STAFF_EMAIL: &str = "desk@clinic.example";
const PATIENT_EMAIL: &str = "pat@patient.example";
/// How many ready codes there are.
const CODES: usize = 3;
/// Requests of the demonstration are told from others by this.
const EXTERNAL_ID_PREFIX: &str = "DEMO-";

/// Everything a newcomer needs, with fresh credentials.
#[derive(Serialize)]
pub struct Demonstration {
    pub staff: Credentials,
    pub api_key: String,
    pub application_id: ApplicationId,
    pub patient: Credentials,
    pub requests: Vec<DemonstrationRequest>,
}

#[derive(Serialize)]
pub struct Credentials {
    pub email: String,
    pub password: String,
}

#[derive(Serialize)]
pub struct DemonstrationRequest {
    pub identity_code: String,
    pub question: Wording,
    pub answer: String,
    pub friendly_name: String,
    pub external_id: String,
}

#[derive(Debug)]
pub enum DemonstrationRejection {
    /// An application that is not the demonstration's own exists: this is someone's real installation.
    RealApplication,
    Application(Vec<ApplicationRejection>),
    Staff(StaffRejection),
    Request(CreateRejection),
    /// The demonstration's address belongs to a member of staff who is not its own.
    StaffElsewhere,
}

impl Installation<'_> {
    /// Seeds the demonstration, or renews its credentials and tops up its codes.
    pub async fn demonstrate(self) -> Outcome<Demonstration, DemonstrationRejection> {
        let applications = self.applications().list().await?;
        if applications
            .iter()
            .any(|application| !application.demonstration)
        {
            return reject(DemonstrationRejection::RealApplication);
        }
        let application = match applications.first() {
            Some(application) => application.id,
            None => self.add_demonstration_application().await?,
        };
        let staff = self.demonstration_staff(application).await?;
        let patient = self.demonstration_patient().await?;
        let api_key = self
            .applications()
            .add_api_key(Administrator::at_command_line(application), true)
            .await
            .map_err(|failure| {
                failure.map(|refusal| DemonstrationRejection::Application(vec![refusal]))
            })?;
        Ok(Demonstration {
            requests: self.demonstration_requests(application).await?,
            staff,
            api_key,
            application_id: application,
            patient,
        })
    }

    async fn add_demonstration_application(self) -> Outcome<ApplicationId, DemonstrationRejection> {
        let rule =
            |name: Wording, why: Wording, optional, permissions: &[Permission], types: &[&str]| {
                Rule {
                    name: name.into_owned(),
                    why: why.into_owned(),
                    optional,
                    permissions: permissions.to_vec(),
                    types: thing::types_named(types),
                }
            };
        let read = &[Permission::Read];
        let change = ApplicationChange {
            rules: Some(vec![
                rule(
                    t!("demo-rule-read"),
                    t!("demo-rule-read-why"),
                    false,
                    read,
                    &["Medication", "Allergy"],
                ),
                rule(
                    t!("demo-rule-write"),
                    t!("demo-rule-write-why"),
                    false,
                    &[Permission::Create],
                    &["File", "Continuity of Care Document (CCD)"],
                ),
                rule(
                    t!("demo-rule-optional"),
                    t!("demo-rule-optional-why"),
                    true,
                    read,
                    &["Weight Measurement", "Blood Pressure Measurement"],
                ),
            ]),
            ..ApplicationChange::default()
        };
        let change = change
            .with(Setting::Name, t!("demo-clinic"))
            .with(Setting::Phone, t!("demo-phone"))
            .with(Setting::Email, t!("demo-clinic-email"))
            .with(Setting::Description, t!("demo-description"))
            .with(Setting::Address, t!("demo-address"))
            .with(Setting::OpeningHours, t!("demo-opening-hours"))
            .with(Setting::SuccessMessage, t!("demo-success-message"))
            .with(Setting::StaffAuthenticator, NO);
        self.applications()
            .add(None, change, true)
            .await
            .map_err(|failure| failure.map(DemonstrationRejection::Application))
    }

    /// A manager with a new password; never an operator.
    async fn demonstration_staff(
        self,
        application: ApplicationId,
    ) -> Outcome<Credentials, DemonstrationRejection> {
        let password = self.random_password();
        let mut tx = self.store().read().await?;
        let known: Option<(Staff, String)> =
            staff_table::find_by_email(&mut tx, STAFF_EMAIL).await?;
        drop(tx);
        match known {
            None => {
                self.staff()
                    .add(
                        &t!("demo-staff"),
                        STAFF_EMAIL,
                        &password,
                        Role::Manager,
                        Some(application),
                    )
                    .await
                    .map_err(|failure| failure.map(DemonstrationRejection::Staff))?;
            }
            Some((staff, _)) if staff.application == Some(application) => {
                let hash = self.hasher().hash_password(Class::Staff, &password).await?;
                let mut tx = self.store().begin().await?;
                staff_table::set_password(&mut tx, staff.id, &hash).await?;
                self.audit_demonstration(&mut tx, application, Action::StaffSetPassword)
                    .await?;
                tx.commit().await?;
            }
            Some(_) => return reject(DemonstrationRejection::StaffElsewhere),
        }
        Ok(Credentials {
            email: STAFF_EMAIL.to_owned(),
            password,
        })
    }

    async fn demonstration_patient(self) -> Outcome<Credentials, DemonstrationRejection> {
        let password = self.random_password();
        let hash = self.hasher().hash_password(Class::Staff, &password).await?;
        let mut tx = self.store().begin().await?;
        if let Some((person, _)) = persons::find_by_email(&mut tx, PATIENT_EMAIL).await? {
            persons::set_password(&mut tx, person.id, &hash).await?;
        } else {
            let person = Person {
                id: PersonId(self.ports().id()),
                name: t!("demo-patient").into_owned(),
                email: PATIENT_EMAIL.to_owned(),
            };
            persons::insert(&mut tx, &person, &hash, self.ports().now()).await?;
        }
        let entry = crate::audit::log::Entry {
            application: None,
            actor: Actor::CommandLine,
            action: Action::DemonstrationPatient,
            subject: None,
            outcome: ActionOutcome::Renewed,
        };
        self.audit().record(&mut tx, entry).await?;
        tx.commit().await?;
        Ok(Credentials {
            email: PATIENT_EMAIL.to_owned(),
            password,
        })
    }

    /// Ready codes: those that still wait, topped up. Answers are made from the external id and the key,
    /// so that a later run can tell them again.
    async fn demonstration_requests(
        self,
        application: ApplicationId,
    ) -> Outcome<Vec<DemonstrationRequest>, DemonstrationRejection> {
        let filter = Filter {
            listed: Listed::Standing(Standing::Waiting),
            search: Some(EXTERNAL_ID_PREFIX.to_owned()),
            ..Filter::default()
        };
        let mut ready = Vec::new();
        for found in self
            .connect_requests()
            .list(application, &filter)
            .await?
            .rows
        {
            ready.extend(self.demonstration_request(found.request).await?);
        }
        ready.truncate(CODES);
        let caller = Caller {
            application,
            actor: Actor::CommandLine,
            origin: Origin::Api,
        };
        while ready.len() < CODES {
            let external_id = format!("{EXTERNAL_ID_PREFIX}{:06}", self.ports().below(1_000_000));
            let draft = Draft {
                friendly_name: t!("demo-friendly-name", number = ready.len() + 1).into_owned(),
                question: t!("demo-question").into_owned(),
                answer: self.demonstration_answer(&external_id),
                external_id,
                ..Draft::default()
            };
            match self.connect_requests().create(caller, &draft, None).await {
                Ok(made) => ready.push(DemonstrationRequest {
                    identity_code: made.code.to_string(),
                    question: draft.question.into(),
                    answer: draft.answer,
                    friendly_name: draft.friendly_name,
                    external_id: draft.external_id,
                }),
                // The number drawn was taken: draw again.
                Err(Failure::Rejected(CreateRejection::Taken(_))) => {}
                Err(failure) => return Err(failure.map(DemonstrationRejection::Request)),
            }
        }
        Ok(ready)
    }

    /// A waiting request as it would be printed; None for one that someone else made with a like id.
    async fn demonstration_request(
        self,
        request: ConnectRequest,
    ) -> Result<Option<DemonstrationRequest>, InternalError> {
        let answer = self.demonstration_answer(request.external_id.as_str());
        let mut tx = self.store().read().await?;
        let stored = table::get(&mut tx, request.id).await?;
        drop(tx);
        let Some((code, hash)) = stored.and_then(|stored| {
            Some((
                self.connect_requests().open_code(&stored)?,
                stored.answer_hash?,
            ))
        }) else {
            return Ok(None);
        };
        let Ok(folded) = FoldedAnswer::parse(&answer, AnswerMode::Strict) else {
            return Ok(None);
        };
        let own = self
            .hasher()
            .verify(Class::Staff, folded.as_bytes(), Some(&hash))
            .await?;
        Ok(own.then(|| DemonstrationRequest {
            identity_code: code.to_string(),
            question: t!("demo-question").into_owned().into(),
            answer,
            friendly_name: request.friendly_name,
            external_id: request.external_id.into(),
        }))
    }

    fn demonstration_answer(self, external_id: &str) -> String {
        let words = t!("demo-answers");
        let words: Vec<&str> = words.split_whitespace().collect();
        let digest = self
            .sealer()
            .digest("demonstration", &[external_id.as_bytes()]);
        let pick = |at: usize| {
            words
                .get(usize::from(digest[at]) % words.len().max(1))
                .copied()
                .unwrap_or_default()
        };
        format!("{} {}", pick(0), pick(1))
    }

    fn random_password(self) -> String {
        hex::encode(self.ports().bytes::<10>())
    }

    async fn audit_demonstration(
        self,
        tx: &mut store::Tx,
        application: ApplicationId,
        action: Action,
    ) -> Result<(), InternalError> {
        let entry = crate::audit::log::Entry {
            application: Some(application),
            actor: Actor::CommandLine,
            action,
            subject: None,
            outcome: ActionOutcome::Renewed,
        };
        self.audit().record(tx, entry).await
    }
}
