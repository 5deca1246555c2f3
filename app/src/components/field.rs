//! Form fields: label, hint and error before the control, tied to it by id. A field's id is its name.

use leptos::prelude::*;
use words::Wording;
use words::t;

/// What sort of text a field takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    #[default]
    Text,
    Password,
    Email,
    /// Digits that are no number.
    Digits,
    /// A day; browsers without a calendar take it as text.
    Date,
}

/// The ids for `aria-describedby`: the hint's and the error's, where there are any.
pub fn described_by(name: &str, hint: bool, error: bool) -> Option<String> {
    match (hint, error) {
        (true, true) => Some(format!("{name}-hint {name}-error")),
        (true, false) => Some(format!("{name}-hint")),
        (false, true) => Some(format!("{name}-error")),
        (false, false) => None,
    }
}

/// Label, hint and error message around a control given as children, whose id is `name`
/// and which carries [`described_by`].
#[component]
pub fn Field(
    name: &'static str,
    #[prop(into)] label: Wording,
    /// The label is the page's heading: one question per page.
    #[prop(optional)]
    heading: bool,
    #[prop(optional_no_strip)] hint: Option<Wording>,
    #[prop(optional_no_strip)] error: Option<Wording>,
    children: Children,
) -> impl IntoView {
    let wrong = error.is_some();
    let label = view! { <label for=name>{label}</label> };
    view! {
        <div class="field" class:wrong=wrong>
            {if heading { view! { <h1>{label}</h1> }.into_any() } else { label.into_any() }}
            {hint_line(name, hint)}
            {error_line(name, error)}
            {children()}
        </div>
    }
}

/// One line of text.
#[component]
pub fn TextField(
    name: &'static str,
    #[prop(into)] label: Wording,
    #[prop(optional)] heading: bool,
    #[prop(optional)] kind: Kind,
    #[prop(optional_no_strip)] hint: Option<Wording>,
    #[prop(optional_no_strip)] error: Option<Wording>,
    /// What was typed before; never given for a password.
    #[prop(optional, into)]
    value: String,
    /// The purpose of the field in HTML's words, as "email"; "off" where the browser has no business.
    autocomplete: &'static str,
) -> impl IntoView {
    let described = described_by(name, hint.is_some(), error.is_some());
    let invalid = error.is_some().then_some("true");
    let (input_type, input_mode) = match kind {
        Kind::Text => ("text", None),
        Kind::Password => ("password", None),
        Kind::Email => ("email", None),
        Kind::Digits => ("text", Some("numeric")),
        Kind::Date => ("date", None),
    };
    // Spelling is no one's business in names, addresses and answers, and some browsers send it away to be checked.
    view! {
        <Field name=name label=label heading=heading hint=hint error=error>
            <input
                id=name
                name=name
                type=input_type
                inputmode=input_mode
                class:digits=kind == Kind::Digits
                value=value
                autocomplete=autocomplete
                autocapitalize=(kind != Kind::Text).then_some("none")
                spellcheck="false"
                aria-describedby=described
                aria-invalid=invalid
            />
        </Field>
    }
}

/// Several lines of text.
#[component]
pub fn TextArea(
    name: &'static str,
    #[prop(into)] label: Wording,
    #[prop(optional_no_strip)] hint: Option<Wording>,
    #[prop(optional_no_strip)] error: Option<Wording>,
    #[prop(optional, into)] value: String,
) -> impl IntoView {
    let described = described_by(name, hint.is_some(), error.is_some());
    let invalid = error.is_some().then_some("true");
    // The renderer leaves a textarea's content as it is: without this, a typed end tag would end it.
    let value = if value.contains(['&', '<']) {
        value.replace('&', "&amp;").replace('<', "&lt;")
    } else {
        value
    };
    // HTML drops one line break right after the tag: this one, not the visitor's.
    view! {
        <Field name=name label=label hint=hint error=error>
            <textarea id=name name=name rows="5" aria-describedby=described aria-invalid=invalid>
                {format!("\n{value}")}
            </textarea>
        </Field>
    }
}

/// A question with a few answers: [`Radio`] or [`Checkbox`] children under a legend. Its id is `name`, for the error summary.
#[component]
pub fn Choices(
    name: &'static str,
    #[prop(into)] legend: Wording,
    /// The legend is the page's heading.
    #[prop(optional)]
    heading: bool,
    #[prop(optional_no_strip)] hint: Option<Wording>,
    #[prop(optional_no_strip)] error: Option<Wording>,
    children: Children,
) -> impl IntoView {
    let described = described_by(name, hint.is_some(), error.is_some());
    let wrong = error.is_some();
    view! {
        <fieldset id=name tabindex="-1" class:wrong=wrong aria-describedby=described>
            <legend>
                {if heading { view! { <h1>{legend}</h1> }.into_any() } else { legend.into_any() }}
            </legend>
            {hint_line(name, hint)}
            {error_line(name, error)}
            {children()}
        </fieldset>
    }
}

/// One of several answers; children open beneath it while it is chosen.
#[component]
pub fn Radio(
    name: &'static str,
    #[prop(into)] value: String,
    #[prop(into)] label: Wording,
    #[prop(optional_no_strip)] hint: Option<Wording>,
    #[prop(optional)] checked: bool,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    view! {
        <Choice kind="radio" name=name value=value label=label hint=hint checked=checked />
        {children.map(|children| view! { <div class="inside">{children()}</div> })}
    }
}

/// One answer of which any number may be ticked.
#[component]
pub fn Checkbox(
    name: &'static str,
    #[prop(into)] value: String,
    #[prop(into)] label: Wording,
    #[prop(optional_no_strip)] hint: Option<Wording>,
    #[prop(optional)] checked: bool,
) -> impl IntoView {
    view! { <Choice kind="checkbox" name=name value=value label=label hint=hint checked=checked /> }
}

#[component]
fn Choice(
    kind: &'static str,
    name: &'static str,
    value: String,
    label: Wording,
    hint: Option<Wording>,
    checked: bool,
) -> impl IntoView {
    // A value may be any text, and an id may not hold a blank.
    let id = format!("{name}-{}", value.replace(char::is_whitespace, "-"));
    let described = hint.is_some().then(|| format!("{id}-hint"));
    let hint = hint.map(|hint| {
        view! {
            <span class="hint" id=format!("{id}-hint")>
                {hint}
            </span>
        }
    });
    view! {
        <div class="choice">
            <input type=kind id=id.clone() name=name value=value checked=checked aria-describedby=described />
            <div>
                <label for=id>{label}</label>
                {hint}
            </div>
        </div>
    }
}

fn hint_line(name: &str, hint: Option<Wording>) -> Option<impl IntoView + use<>> {
    let id = format!("{name}-hint");
    hint.map(|hint| {
        view! {
            <p class="hint" id=id>
                {hint}
            </p>
        }
    })
}

fn error_line(name: &str, error: Option<Wording>) -> Option<impl IntoView + use<>> {
    let id = format!("{name}-error");
    error.map(|error| {
        view! {
            <p class="error" id=id>
                <span class="unseen">{t!("error-prefix")}</span>
                " "
                {error}
            </p>
        }
    })
}
