//! `/staff/settings/preview/{page}`: pages of patients as they look with a clinic's settings, rendered by the same functions
//! with an invented patient. Shown within the settings; nothing on them does anything.

use crate::components::{Assets, Frame};
use crate::page::Page;
use crate::pages::patient::{authorize, done, pair, question};
use crate::pages::staff::requests::letter;
use domain::accent::Accent;
use domain::application::Application;
use domain::clinic::Clinic;
use domain::identity_code::IdentityCode;
use domain::ids::ConnectRequestId;
use domain::language::Language;
use domain::likeness::Verdict;
use domain::timestamp::Timestamp;
use words::Wording;
use words::letter::Letter;
use words::t;

domain::named! {
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Sample {
        Letter = "letter",
        Question = "question",
        Authorize = "authorize",
        Success = "success",
    }
}

impl Sample {
    pub(super) fn title(self) -> Wording {
        match self {
            Self::Letter => t!("settings-sample-letter"),
            Self::Question => t!("settings-sample-question"),
            Self::Authorize => t!("settings-sample-authorize"),
            Self::Success => t!("settings-sample-success"),
        }
    }

    /// Its address, with the colour as typed where one is to be tried.
    pub(super) fn address(self, accent: &str) -> String {
        let path = format!("/staff/settings/preview/{}", self.name());
        crate::pages::staff::query::with_query(&path, &[("accent", accent)])
    }
}

/// `accent` takes the place of the colour that is set, where one is tried.
pub fn page(
    frame: &Frame,
    sample: Sample,
    application: &Application,
    accent: Option<Accent>,
    now: Timestamp,
    public_url: &str,
) -> Page {
    // Without scripts: what is shown within another page runs none.
    let frame = Frame {
        assets: Assets {
            bundle: None,
            ..frame.assets.clone()
        },
        ..Frame::default()
    };
    let mut clinic = Clinic::from(application);
    clinic.accent = accent.or(clinic.accent);
    let record = t!("settings-preview-record").into_owned();
    match sample {
        Sample::Letter => letter::sheet(&frame, &letter_of(clinic, record, now, public_url)),
        Sample::Question => {
            let view = question::View {
                clinic,
                question: t!("settings-sample-question-asked").into_owned(),
                blanks: question::Blanks::Count,
                answer: String::new(),
                left: None,
                problem: None,
            };
            question::page(&frame, &view)
        }
        Sample::Authorize => {
            let view = authorize::View {
                clinic,
                privacy_url: application.privacy_url.clone(),
                terms_url: application.terms_url.clone(),
                rules: application.rules.clone(),
                pair: pair::Pair {
                    letter: record.clone(),
                    record,
                    verdict: Verdict::Match,
                    all_the_same: false,
                },
                holder: t!("settings-sample-holder").into_owned(),
                connected: false,
                ticked: Vec::new(),
                seen: String::new(),
                problem: None,
            };
            authorize::page(&frame, &view)
        }
        Sample::Success => {
            let view = done::View {
                clinic,
                record,
                since: now,
                may: Vec::new(),
                changeable: None,
                success_message: application.success_message.clone(),
                email: t!("settings-preview-email").into_owned(),
            };
            done::page(&frame, &view)
        }
    }
}

fn letter_of(clinic: Clinic, friendly_name: String, now: Timestamp, public_url: &str) -> Letter {
    Letter {
        language: Language::default(),
        request: ConnectRequestId(uuid::Uuid::nil()),
        clinic,
        friendly_name,
        addressee: None,
        // The same letter twenty times but for the check: no request has it.
        code: IdentityCode::generate(|_| 0),
        public_url: public_url.to_owned(),
        dated: now,
        ends_at: now + domain::policy::days(28),
    }
}
