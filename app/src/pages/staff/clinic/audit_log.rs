//! `/staff/audit`: who did what, the latest first. For managers.

use crate::components::{Button, Document, Frame, Place, Room, Weight, document};
use crate::page::Page;
use crate::pages::staff::query::with_query;
use domain::audit::{Action, ActionOutcome};
use domain::timestamp::Timestamp;
use domain::zone::Zone;
use leptos::prelude::*;
use words::Phrase;
use words::t;

/// Who did it, as the log names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    Staff(Option<String>),
    Person,
    Application,
    CodeHolder,
    Nobody,
    System,
    CommandLine,
}

impl Who {
    /// The actor by the log's own name; an unknown one is none.
    pub fn named(kind: &str, staff: Option<String>) -> Self {
        match kind {
            "staff" => Self::Staff(staff),
            "person" => Self::Person,
            "application" => Self::Application,
            "code-holder" => Self::CodeHolder,
            "system" => Self::System,
            "command-line" => Self::CommandLine,
            _ => Self::Nobody,
        }
    }

    pub fn words(&self) -> Phrase {
        match self {
            Self::Staff(Some(name)) => name.clone().into(),
            Self::Staff(None) => t!("audit-who-staff"),
            Self::Person => t!("audit-who-person"),
            Self::Application => t!("audit-who-application"),
            Self::CodeHolder => t!("audit-who-code-holder"),
            Self::Nobody => t!("audit-who-nobody"),
            Self::System => t!("audit-who-system"),
            Self::CommandLine => t!("audit-who-command-line"),
        }
    }
}

#[derive(Clone)]
pub struct Row {
    pub at: Timestamp,
    pub who: Who,
    pub action: String,
    pub outcome: String,
    /// The request it was about, where it was about one.
    pub request: Option<String>,
    /// The clinic's own ID of the patient it was about.
    pub patient: Option<String>,
}

#[derive(Clone, Default)]
pub struct View {
    pub rows: Vec<Row>,
    /// The action that is asked for; empty for all.
    pub action: String,
    /// Who may be asked for: ids and names.
    pub team: Vec<(String, String)>,
    /// The ID of the actor; empty for all.
    pub staff: String,
    /// The patient ID that is searched for, as typed; empty for all.
    pub patient: String,
    /// The last day that is asked for, as "2026-05-04"; empty for today.
    pub day: String,
    /// The cursor of the next page, where there is one.
    pub next: Option<i64>,
}

/// What a stored action is called; one that only a newer version knows goes by the log's name.
fn action_called(stored: &str) -> Phrase {
    Action::from_name(stored).map_or_else(|| stored.to_owned().into(), action_words)
}

/// What a stored outcome is called; one that only a newer version knows goes by the log's name.
fn outcome_called(stored: &str) -> Phrase {
    ActionOutcome::from_name(stored).map_or_else(|| stored.to_owned().into(), outcome_words)
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let about = Document::new(Room::Staff(Place::Audit), t!("audit-heading"));
    document(frame, about, || {
        let export = address("/staff/audit.csv", view);
        view! {
            <div class="heading-row">
                <h1>{t!("audit-heading")}</h1>
                <a class="button secondary" href=export>
                    {t!("audit-export")}
                </a>
            </div>
            <p>{t!("audit-about", zone = words::zone(frame.time_zone))}</p>
            {filter(view).into_any()}
            {if view.rows.is_empty() {
                view! { <p class="lead">{t!("audit-none")}</p> }.into_any()
            } else {
                table(&view.rows, frame.time_zone).into_any()
            }}
            {next(view)}
        }
    })
}

fn address(path: &str, view: &View) -> String {
    let query = [
        ("action", view.action.as_str()),
        ("staff", &view.staff),
        ("patient", &view.patient),
        ("day", &view.day),
    ];
    with_query(path, &query)
}

fn filter(view: &View) -> impl IntoView + use<> {
    let action = &view.action;
    let all = action.is_empty();
    let everybody = view.staff.is_empty();
    let team = view
        .team
        .iter()
        .map(|(id, name)| {
            let chosen = *id == view.staff;
            view! { <option value=id.clone() selected=chosen>{name.clone()}</option> }
        })
        .collect_view();
    let (day, patient) = (view.day.clone(), view.patient.clone());
    let choices = Action::ALL
        .iter()
        .filter(|one| !one.is_of_the_installation())
        .map(|one| {
            let chosen = one.name() == action;
            view! { <option value=one.name() selected=chosen>{action_words(*one)}</option> }
        })
        .collect_view();
    view! {
        <form class="filter" method="get" action="/staff/audit">
            <div class="field">
                <label for="action">{t!("audit-what")}</label>
                <select id="action" name="action">
                    <option value="" selected=all>{t!("audit-all")}</option>
                    {choices}
                </select>
            </div>
            <div class="field">
                <label for="staff">{t!("audit-who")}</label>
                <select id="staff" name="staff">
                    <option value="" selected=everybody>{t!("audit-everybody")}</option>
                    {team}
                </select>
            </div>
            <div class="field">
                <label for="patient">{t!("requests-external-id")}</label>
                <input id="patient" name="patient" value=patient autocomplete="off" />
            </div>
            <div class="field">
                <label for="day">{t!("audit-day")}</label>
                <input type="date" id="day" name="day" value=day />
            </div>
            <Button weight=Weight::Secondary>{t!("requests-show")}</Button>
        </form>
    }
}

fn table(rows: &[Row], zone: Zone) -> impl IntoView + use<> {
    let rows = rows.iter().map(|one| row(one, zone)).collect_view();
    view! {
        <table>
            <caption class="unseen">{t!("audit-heading")}</caption>
            <thead>
                <tr>
                    <th scope="col">{t!("audit-when")}</th>
                    <th scope="col">{t!("audit-who")}</th>
                    <th scope="col">{t!("audit-what")}</th>
                    <th scope="col">{t!("requests-external-id")}</th>
                    <th scope="col">{t!("audit-outcome")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn row(row: &Row, zone: Zone) -> impl IntoView + use<> {
    let action = action_called(&row.action);
    let what = match &row.request {
        Some(id) => view! { <a href=format!("/staff/requests/{id}")>{action}</a> }.into_any(),
        None => action.into_any(),
    };
    let patient = row.patient.as_ref().map(|id| {
        let all = with_query("/staff/audit", &[("patient", id.as_str())]);
        view! { <a href=all>{id.clone()}</a> }
    });
    view! {
        <tr>
            <th scope="row">{words::date_and_time(zone.at(row.at))}</th>
            <td data-label=t!("audit-who")>{row.who.words()}</td>
            <td data-label=t!("audit-what")>{what}</td>
            <td data-label=t!("requests-external-id")>{patient}</td>
            <td data-label=t!("audit-outcome")>{outcome_called(&row.outcome)}</td>
        </tr>
    }
}

fn next(view: &View) -> impl IntoView + use<> {
    let (action, staff, day) = (view.action.clone(), view.staff.clone(), view.day.clone());
    let patient = view.patient.clone();
    view.next.map(|cursor| {
        view! {
            <form class="pager" method="get" action="/staff/audit">
                <input type="hidden" name="action" value=action />
                <input type="hidden" name="staff" value=staff />
                <input type="hidden" name="patient" value=patient />
                <input type="hidden" name="day" value=day />
                <input type="hidden" name="before" value=cursor.to_string() />
                <Button weight=Weight::Secondary>{t!("audit-next")}</Button>
            </form>
        }
    })
}

fn action_words(action: Action) -> Phrase {
    match action {
        Action::ConnectRequestCreate => t!("audit-connect-request-create"),
        Action::ConnectRequestMail => t!("audit-connect-request-mail"),
        Action::ConnectRequestRemind => t!("audit-connect-request-remind"),
        Action::ConnectRequestNotice => t!("audit-connect-request-notice"),
        Action::ConnectRequestLetter => t!("audit-connect-request-letter"),
        Action::BatchRead => t!("audit-batch-read"),
        Action::BatchConfirm => t!("audit-batch-confirm"),
        Action::BatchCancel => t!("audit-batch-cancel"),
        Action::BatchImport => t!("audit-batch-import"),
        Action::BatchLetters => t!("audit-batch-letters"),
        Action::ConnectRequestAnswer => t!("audit-connect-request-answer"),
        Action::ConnectRequestAuthorize => t!("audit-connect-request-authorize"),
        Action::ConnectRequestCheckRecord => t!("audit-connect-request-check-record"),
        Action::ConnectRequestChangeRecord => t!("audit-connect-request-change-record"),
        Action::ConnectRequestNotMe => t!("audit-connect-request-not-me"),
        Action::ConnectRequestRename => t!("audit-connect-request-rename"),
        Action::ConnectRequestMerge => t!("audit-connect-request-merge"),
        Action::ConnectRequestReplace => t!("audit-connect-request-replace"),
        Action::ConnectRequestDelete => t!("audit-connect-request-delete"),
        Action::ConnectRequestExpire => t!("audit-connect-request-expire"),
        Action::AuthorizationDisconnect => t!("audit-authorization-disconnect"),
        Action::AuthorizationChange => t!("audit-authorization-change"),
        Action::AuthorizationExport => t!("audit-authorization-export"),
        Action::ThingRead => t!("audit-thing-read"),
        Action::ThingWrite => t!("audit-thing-write"),
        Action::ThingRemove => t!("audit-thing-remove"),
        Action::AlternateIdAdd => t!("audit-alternate-id-add"),
        Action::AlternateIdRemove => t!("audit-alternate-id-remove"),
        Action::PersonSettingsSet => t!("audit-person-settings-set"),
        Action::ApplicationAdd => t!("audit-application-add"),
        Action::ApplicationSet => t!("audit-application-set"),
        Action::ApplicationSetLogo => t!("audit-application-set-logo"),
        Action::ApplicationAddKey => t!("audit-application-add-key"),
        Action::ApplicationRevokeKey => t!("audit-application-revoke-key"),
        Action::CallbackSet => t!("audit-callback-set"),
        Action::CallbackRenewSecret => t!("audit-callback-renew-secret"),
        Action::CallbackAsk => t!("audit-callback-ask"),
        Action::CallbackRemove => t!("audit-callback-remove"),
        Action::CertificateAdd => t!("audit-certificate-add"),
        Action::CertificateRemove => t!("audit-certificate-remove"),
        Action::PlatformSessionOpen => t!("audit-platform-session-open"),
        Action::StaffAdd => t!("audit-staff-add"),
        Action::StaffInvite => t!("audit-staff-invite"),
        Action::StaffWithdrawInvitation => t!("audit-staff-withdraw-invitation"),
        Action::StaffJoin => t!("audit-staff-join"),
        Action::StaffSendPasswordLink => t!("audit-staff-send-password-link"),
        Action::StaffSetRole => t!("audit-staff-set-role"),
        Action::StaffProvePassword => t!("audit-staff-prove-password"),
        Action::StaffUnlock => t!("audit-staff-unlock"),
        Action::StaffClearLocks => t!("audit-staff-clear-locks"),
        Action::StaffSetAuthenticator => t!("audit-staff-set-authenticator"),
        Action::StaffRenewRecoveryCodes => t!("audit-staff-renew-recovery-codes"),
        Action::StaffResetAuthenticator => t!("audit-staff-reset-authenticator"),
        Action::StaffSecondStepMissing => t!("audit-staff-second-step-missing"),
        Action::StaffSetPassword => t!("audit-staff-set-password"),
        Action::StaffDisable => t!("audit-staff-disable"),
        Action::StaffEnable => t!("audit-staff-enable"),
        Action::StaffSignIn => t!("audit-staff-sign-in"),
        Action::StaffHandOver => t!("audit-staff-hand-over"),
        Action::StaffHandBack => t!("audit-staff-hand-back"),
        Action::StaffSignOut => t!("audit-staff-sign-out"),
        Action::DemonstrationPatient => t!("audit-demonstration-patient"),
        Action::AuditExport => t!("audit-audit-export"),
        Action::AccountStart => t!("audit-account-start"),
        Action::AccountResendDigits => t!("audit-account-resend-digits"),
        Action::AccountConfirm => t!("audit-account-confirm"),
        Action::AccountForgotPassword => t!("audit-account-forgot-password"),
        Action::AccountResetPassword => t!("audit-account-reset-password"),
        Action::AccountSignIn => t!("audit-account-sign-in"),
        Action::AccountSignOut => t!("audit-account-sign-out"),
        Action::AccountClearLocks => t!("audit-account-clear-locks"),
        Action::AccountChangeName => t!("audit-account-change-name"),
        Action::AccountChangePassword => t!("audit-account-change-password"),
        Action::AccountChangeEmail => t!("audit-account-change-email"),
        Action::AccountUndoEmail => t!("audit-account-undo-email"),
        Action::AccountAddPasskey => t!("audit-account-add-passkey"),
        Action::AccountRenamePasskey => t!("audit-account-rename-passkey"),
        Action::AccountRemovePasskey => t!("audit-account-remove-passkey"),
        Action::AccountSetAuthenticator => t!("audit-account-set-authenticator"),
        Action::AccountRemoveAuthenticator => t!("audit-account-remove-authenticator"),
        Action::AccountResetAuthenticator => t!("audit-account-reset-authenticator"),
        Action::AccountRenewRecoveryCodes => t!("audit-account-renew-recovery-codes"),
        Action::AccountSecondStepMissing => t!("audit-account-second-step-missing"),
        Action::AccountSetPreferences => t!("audit-account-set-preferences"),
        Action::AccountDownload => t!("audit-account-download"),
        Action::AccountDelete => t!("audit-account-delete"),
        Action::RecordMake => t!("audit-record-make"),
        Action::RecordChange => t!("audit-record-change"),
        Action::RecordRemove => t!("audit-record-remove"),
        Action::RecordKeep => t!("audit-record-keep"),
        Action::RecordInvite => t!("audit-record-invite"),
        Action::RecordJoin => t!("audit-record-join"),
        Action::RecordRemoveCustodian => t!("audit-record-remove-custodian"),
        Action::RecordAddItem => t!("audit-record-add-item"),
        Action::RecordChangeItem => t!("audit-record-change-item"),
        Action::RecordRemoveItem => t!("audit-record-remove-item"),
        Action::InstallationSetMail => t!("audit-installation-set-mail"),
        Action::InstallationSetText => t!("audit-installation-set-text"),
    }
}

fn outcome_words(outcome: ActionOutcome) -> Phrase {
    match outcome {
        ActionOutcome::Added => t!("outcome-added"),
        ActionOutcome::AnotherRecord => t!("outcome-another-record"),
        ActionOutcome::Asked => t!("outcome-asked"),
        ActionOutcome::BadSignature => t!("outcome-bad-signature"),
        ActionOutcome::Bounced => t!("outcome-bounced"),
        ActionOutcome::Cancelled => t!("outcome-cancelled"),
        ActionOutcome::ChangedAllTheSame => t!("outcome-changed-all-the-same"),
        ActionOutcome::Changed => t!("outcome-changed"),
        ActionOutcome::Cleared => t!("outcome-cleared"),
        ActionOutcome::ConnectedAllTheSame => t!("outcome-connected-all-the-same"),
        ActionOutcome::Connected => t!("outcome-connected"),
        ActionOutcome::Dead => t!("outcome-dead"),
        ActionOutcome::Deleted => t!("outcome-deleted"),
        ActionOutcome::DigitsMailed => t!("outcome-digits-mailed"),
        ActionOutcome::Disabled => t!("outcome-disabled"),
        ActionOutcome::Disconnected => t!("outcome-disconnected"),
        ActionOutcome::Downloaded => t!("outcome-downloaded"),
        ActionOutcome::Dropped => t!("outcome-dropped"),
        ActionOutcome::Enabled => t!("outcome-enabled"),
        ActionOutcome::Ended => t!("outcome-ended"),
        ActionOutcome::Everywhere => t!("outcome-everywhere"),
        ActionOutcome::Exported => t!("outcome-exported"),
        ActionOutcome::Failed => t!("outcome-failed"),
        ActionOutcome::FrontDesk => t!("team-front-desk"),
        ActionOutcome::GivenUp => t!("outcome-given-up"),
        ActionOutcome::HandedBack => t!("outcome-handed-back"),
        ActionOutcome::HandedOver => t!("outcome-handed-over"),
        ActionOutcome::Imported => t!("outcome-imported"),
        ActionOutcome::Invited => t!("outcome-invited"),
        ActionOutcome::InvitedAgain => t!("outcome-invited-again"),
        ActionOutcome::Made => t!("outcome-made"),
        ActionOutcome::MadeWithReason => t!("outcome-made-with-reason"),
        ActionOutcome::Manager => t!("team-manager"),
        ActionOutcome::Merged => t!("outcome-merged"),
        ActionOutcome::MoreNotRecorded => t!("outcome-more-not-recorded"),
        ActionOutcome::NotSure => t!("outcome-not-sure"),
        ActionOutcome::NoCertificate => t!("outcome-no-certificate"),
        ActionOutcome::Operator => t!("outcome-operator"),
        ActionOutcome::Opened => t!("outcome-opened"),
        ActionOutcome::PasswordRight => t!("outcome-password-right"),
        ActionOutcome::Previewed => t!("outcome-previewed"),
        ActionOutcome::Queued => t!("outcome-queued"),
        ActionOutcome::IdsConfirmed => t!("outcome-ids-confirmed"),
        ActionOutcome::Read => t!("outcome-read"),
        ActionOutcome::Refused => t!("outcome-refused"),
        ActionOutcome::Reissued => t!("outcome-reissued"),
        ActionOutcome::Removed => t!("outcome-removed"),
        ActionOutcome::Renamed => t!("outcome-renamed"),
        ActionOutcome::Renewed => t!("outcome-renewed"),
        ActionOutcome::Replaced => t!("outcome-replaced"),
        ActionOutcome::Reset => t!("outcome-reset"),
        ActionOutcome::Revoked => t!("outcome-revoked"),
        ActionOutcome::Right => t!("outcome-right"),
        ActionOutcome::Sent => t!("outcome-sent"),
        ActionOutcome::Set => t!("outcome-set"),
        ActionOutcome::SetUp => t!("outcome-set-up"),
        ActionOutcome::SetUpAtSignIn => t!("outcome-set-up-at-sign-in"),
        ActionOutcome::SignedIn => t!("outcome-signed-in"),
        ActionOutcome::SignedInByPasskey => t!("outcome-signed-in-by-passkey"),
        ActionOutcome::SignedInByRecoveryCode => t!("outcome-signed-in-by-recovery-code"),
        ActionOutcome::SignedOut => t!("outcome-signed-out"),
        ActionOutcome::Stale => t!("outcome-stale"),
        ActionOutcome::Stopped => t!("outcome-stopped"),
        ActionOutcome::ThisRecord => t!("outcome-this-record"),
        ActionOutcome::Told => t!("outcome-told"),
        ActionOutcome::Unknown => t!("outcome-unknown"),
        ActionOutcome::Unlocked => t!("outcome-unlocked"),
        ActionOutcome::VersionOff => t!("outcome-version-off"),
        ActionOutcome::Withdrawn => t!("outcome-withdrawn"),
        ActionOutcome::Written => t!("outcome-written"),
        ActionOutcome::Wrong => t!("outcome-wrong"),
        ActionOutcome::WrongCode => t!("outcome-wrong-code"),
        ActionOutcome::WrongDigits => t!("outcome-wrong-digits"),
        ActionOutcome::WrongPasskey => t!("outcome-wrong-passkey"),
        ActionOutcome::WrongPair => t!("outcome-wrong-pair"),
        ActionOutcome::WrongPassword => t!("outcome-wrong-password"),
    }
}
