//! `/staff/application`: what a clinic's system is and may do. For managers.

use crate::components::{
    Button, Checkbox, Choices, Document, ErrorSummary, Field, Frame, Kind as Input, Messages,
    Notice, Place, Radio, Room, TextField, Tone, Weight, document,
};
use crate::page::Page;
use crate::pages::staff::ask::{self, Question, Shown};
use domain::application::{Application, Kind, Rule};
use domain::text::TextError;
use domain::thing::{KINDS, Permission, type_name};
use domain::timestamp::Timestamp;
use domain::zone::Zone;
use leptos::prelude::*;
use words::Wording;
use words::t;

/// Why something was not saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Another manager changed kind or methods while the page was open.
    ChangedMeanwhile,
    /// The same of the rules.
    RulesChanged,
    MobileMayNotConnect,
    RuleName(TextError),
    RuleWhy(TextError),
    RuleKnown,
    /// Not a list of GUIDs.
    RuleTypes,
    NoFile,
    /// No certificate with an RSA key.
    FileUnreadable,
    FileExpired,
    FileKnown,
}

#[derive(Clone)]
pub struct Certificate {
    pub thumbprint: String,
    pub not_after: Timestamp,
    /// Its time is over soon, or already.
    pub ends_soon: bool,
}

/// A rule as typed.
#[derive(Clone, Default)]
pub struct RuleDraft {
    pub rule: Rule,
    /// Types that have no name here, as typed.
    pub other_types: String,
}

#[derive(Clone)]
pub struct View {
    pub application: Application,
    pub certificates: Vec<Certificate>,
    pub draft: RuleDraft,
    /// The digest of kind and methods as shown, for their form.
    pub seen: String,
    /// The same of the rules, for the form that adds one.
    pub seen_rules: String,
    pub saved: bool,
    pub problem: Option<Problem>,
}

fn message(problem: Problem) -> (&'static str, Wording) {
    let text = |field, error| match error {
        TextError::Empty => (field, t!("application-rule-empty")),
        TextError::TooLong { max } => (field, t!("application-rule-long", max = max)),
        TextError::Invisible => (field, t!("application-rule-invisible")),
    };
    match problem {
        Problem::ChangedMeanwhile => ("kind", t!("application-changed")),
        Problem::RulesChanged => ("name", t!("application-changed")),
        Problem::MobileMayNotConnect => ("kind", t!("application-mobile")),
        Problem::RuleName(error) => text("name", error),
        Problem::RuleWhy(error) => text("why", error),
        Problem::RuleKnown => ("name", t!("application-rule-known")),
        Problem::RuleTypes => ("other_types", t!("application-types-wrong")),
        Problem::NoFile => ("file", t!("application-file-none")),
        Problem::FileUnreadable => ("file", t!("application-file-unreadable")),
        Problem::FileExpired => ("file", t!("application-file-expired")),
        Problem::FileKnown => ("file", t!("application-file-known")),
    }
}

pub fn page(frame: &Frame, view: &View) -> Page {
    let messages: Messages = view.problem.into_iter().map(message).collect();
    let about = Document {
        errors: messages.any(),
        ..Document::new(Room::Staff(Place::Application), t!("application-heading"))
    };
    document(frame, about, || {
        view! {
            <ErrorSummary messages=&messages />
            {view.saved.then(|| view! { <Notice tone=Tone::Success>{t!("application-saved")}</Notice> })}
            <div class="setting-up">
                <h1>{t!("application-heading")}</h1>
                <dl>
                    <dt>{t!("application-name")}</dt>
                    <dd>{view.application.name.clone()}</dd>
                    <dt>{t!("application-id")}</dt>
                    <dd>
                        <code>{view.application.id.to_string()}</code>
                    </dd>
                    <dt>{t!("keys-heading")}</dt>
                    <dd>
                        <a href="/staff/keys">{t!("application-keys")}</a>
                    </dd>
                    <dt>{t!("callback-heading")}</dt>
                    <dd>
                        <a href="/staff/callback">{t!("application-callback")}</a>
                    </dd>
                </dl>
                {methods(view, &messages).into_any()}
                {rules(&view.application).into_any()}
                {new_rule(view, &messages).into_any()}
                {certificates(view, frame.time_zone, &messages).into_any()}
            </div>
        }
    })
}

fn methods(view: &View, messages: &Messages) -> impl IntoView + use<> {
    let application = &view.application;
    let kind = application.kind;
    let (connect, v1) = (
        application.connect_methods,
        application.platform_v1_sessions,
    );
    view! {
        <form method="post" action="/staff/application">
            <input type="hidden" name="seen" value=view.seen.clone() />
            <h2>{t!("application-methods-heading")}</h2>
            <Choices name="kind" legend=t!("application-kind") error=messages.at("kind")>
                <Radio name="kind" value=Kind::Web.name() label=t!("application-kind-web") checked=kind == Kind::Web />
                <Radio
                    name="kind"
                    value=Kind::Mobile.name()
                    label=t!("application-kind-mobile")
                    hint=Some(t!("application-mobile"))
                    checked=kind == Kind::Mobile
                />
            </Choices>
            <Choices name="methods" legend=t!("application-methods")>
                <Checkbox
                    name="methods"
                    value="connect"
                    label=t!("application-methods-connect")
                    hint=Some(t!("application-methods-connect-hint"))
                    checked=connect
                />
                <Checkbox
                    name="methods"
                    value="v1-sessions"
                    label=t!("application-methods-v1")
                    hint=Some(t!("application-methods-v1-hint"))
                    checked=v1
                />
            </Choices>
            <Button weight=Weight::Secondary>{t!("application-save")}</Button>
        </form>
    }
}

fn rules(application: &Application) -> impl IntoView + use<> {
    let rules = application.rules.iter().map(rule).collect_view();
    let none = application
        .rules
        .is_empty()
        .then(|| view! { <p>{t!("application-rules-none")}</p> });
    view! {
        <section aria-labelledby="rules">
            <h2 id="rules">{t!("application-rules-heading")}</h2>
            <p>{t!("application-rules-about")}</p>
            {none}
            {rules}
        </section>
    }
}

fn rule(rule: &Rule) -> impl IntoView + use<> {
    let grants = grants(rule);
    let optional = rule.optional;
    let remove = t!("application-rule-remove", name = rule.name.clone());
    view! {
        <div class="connection">
            <h3>{rule.name.clone()}</h3>
            <p>{rule.why.clone()}</p>
            <p class="hint">{grants}</p>
            {optional.then(|| view! { <p class="hint">{t!("application-rule-optional")}</p> })}
            <form method="post" action="/staff/application/rules/remove">
                <input type="hidden" name="name" value=rule.name.clone() />
                <Button weight=Weight::Quiet>{remove}</Button>
            </form>
        </div>
    }
}

/// What a rule allows, in one line.
fn grants(rule: &Rule) -> Wording {
    let permissions = rule.permissions.iter().copied().map(permission);
    let permissions: Vec<Wording> = permissions.collect();
    let types = rule
        .types
        .iter()
        .map(|id| type_name(*id).map_or_else(|| id.to_string().into(), Into::into));
    let types: Vec<Wording> = types.collect();
    if permissions.is_empty() || types.is_empty() {
        t!("application-rule-grants-nothing")
    } else {
        t!(
            "application-rule-grants",
            permissions = permissions.join(", "),
            types = types.join(", ")
        )
    }
}

/// Asks before a rule is removed.
pub fn ask_remove_rule(frame: &Frame, rule: &Rule, shown: &Shown) -> Page {
    let question = Question {
        place: Place::Application,
        heading: t!("application-rule-remove-ask"),
        about: rule.name.clone().into(),
        effects: vec![
            grants(rule),
            t!("application-rule-remove-what"),
            t!("application-rule-remove-granted"),
        ],
        action: "/staff/application/rules/remove".to_owned(),
        fields: vec![("name", rule.name.clone())],
        weight: Weight::Warning,
        act: t!("application-rule-remove-do"),
        leave: t!("application-rule-remove-leave"),
        back: back(),
    };
    ask::page(frame, question, shown, || ())
}

/// Asks before a certificate is removed.
pub fn ask_remove_certificate(frame: &Frame, certificate: &Certificate, shown: &Shown) -> Page {
    let until = words::date(frame.time_zone.at(certificate.not_after));
    let question = Question {
        place: Place::Application,
        heading: t!("application-certificate-remove-ask"),
        about: certificate.thumbprint.clone().into(),
        effects: vec![
            t!("application-certificate-until", until = until),
            t!("application-certificate-remove-what"),
            t!("confirm-cancel-final"),
        ],
        action: "/staff/application/certificates/remove".to_owned(),
        fields: vec![("thumbprint", certificate.thumbprint.clone())],
        weight: Weight::Warning,
        act: t!("application-certificate-remove-do"),
        leave: t!("application-certificate-remove-leave"),
        back: back(),
    };
    ask::page(frame, question, shown, || ())
}

/// The page that both questions come from.
fn back() -> (String, Wording) {
    ("/staff/application".to_owned(), t!("application-heading"))
}

fn permission(permission: Permission) -> Wording {
    match permission {
        Permission::Read => t!("application-permission-read"),
        Permission::Create => t!("application-permission-create"),
        Permission::Update => t!("application-permission-update"),
        Permission::Delete => t!("application-permission-delete"),
    }
}

fn new_rule(view: &View, messages: &Messages) -> impl IntoView + use<> {
    let draft = &view.draft;
    let rule = &draft.rule;
    let optional = rule.optional;
    let permissions = Permission::ALL
        .map(|one| {
            let checked = rule.permissions.contains(&one);
            view! { <Checkbox name="permission" value=one.name() label=permission(one) checked=checked /> }
        })
        .collect_view();
    let types = KINDS
        .iter()
        .map(|kind| {
            let checked = rule.types.contains(&kind.id);
            view! { <Checkbox name="type" value=kind.id.to_string() label=kind.name checked=checked /> }
        })
        .collect_view();
    view! {
        <form method="post" action="/staff/application/rules" novalidate>
            <input type="hidden" name="seen" value=view.seen_rules.clone() />
            <h2>{t!("application-rule-new")}</h2>
            <TextField
                name="name"
                label=t!("application-rule-name")
                hint=Some(t!("application-rule-name-hint"))
                error=messages.at("name")
                value=rule.name.clone()
                autocomplete="off"
            />
            <TextField
                name="why"
                label=t!("application-rule-why")
                hint=Some(t!("application-rule-why-hint"))
                error=messages.at("why")
                value=rule.why.clone()
                autocomplete="off"
            />
            <Choices name="optional" legend=t!("application-rule-choice")>
                <Checkbox
                    name="optional"
                    value="yes"
                    label=t!("application-rule-optional")
                    checked=optional
                />
            </Choices>
            <Choices name="permission" legend=t!("application-rule-permissions")>{permissions}</Choices>
            <Choices name="type" legend=t!("application-rule-types")>{types}</Choices>
            <TextField
                name="other_types"
                label=t!("application-rule-other-types")
                kind=Input::Text
                hint=Some(t!("application-rule-other-types-hint"))
                error=messages.at("other_types")
                value=draft.other_types.clone()
                autocomplete="off"
            />
            <Button weight=Weight::Secondary>{t!("application-rule-add")}</Button>
        </form>
    }
}

fn certificates(view: &View, zone: Zone, messages: &Messages) -> impl IntoView + use<> {
    let rows = view
        .certificates
        .iter()
        .map(|one| certificate(one, zone))
        .collect_view();
    let none = view
        .certificates
        .is_empty()
        .then(|| view! { <p>{t!("application-certificates-none")}</p> });
    view! {
        <section aria-labelledby="certificates">
            <h2 id="certificates">{t!("application-certificates-heading")}</h2>
            <p>{t!("application-certificates-about")}</p>
            {none}
            {rows}
            <form method="post" action="/staff/application/certificates" enctype="multipart/form-data">
                <Field
                    name="file"
                    label=t!("application-file")
                    hint=Some(t!("application-file-hint"))
                    error=messages.at("file")
                >
                    <input type="file" id="file" name="file" accept=".cer,.crt,.pem,.der" />
                </Field>
                <Button weight=Weight::Secondary>{t!("application-file-add")}</Button>
            </form>
        </section>
    }
}

fn certificate(certificate: &Certificate, zone: Zone) -> impl IntoView + use<> {
    let until = words::date(zone.at(certificate.not_after));
    let ends = if certificate.ends_soon {
        view! { <p class="error">{t!("application-certificate-ends-soon", until = until)}</p> }
            .into_any()
    } else {
        view! { <p class="hint">{t!("application-certificate-until", until = until)}</p> }
            .into_any()
    };
    view! {
        <div class="connection">
            <h3>
                <code>{certificate.thumbprint.clone()}</code>
            </h3>
            {ends}
            <form method="post" action="/staff/application/certificates/remove">
                <input type="hidden" name="thumbprint" value=certificate.thumbprint.clone() />
                <Button weight=Weight::Quiet>{t!("application-certificate-remove")}</Button>
            </form>
        </div>
    }
}
