//! The patient's code field. Without scripts it is a plain text input; with them it takes the code from a link's
//! fragment, groups the letters, counts them, and points at a letter that cannot be right.
//!
//! The server finds a code in more than that: in a pasted link or sentence, with any signs between its groups, in letters
//! of another script (`domain::code_finder`, whose tables are too large for a browser). So this complains only of what the
//! server refuses, too: a Latin letter or a digit that no code has, in no more signs than a code has, after nothing but
//! letters of codes. Of all else it says nothing.

use leptos::html::Div;
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::HtmlInputElement;

use domain::identity_code::{GROUP, LENGTH, possible, signs};

/// Stands for the letter in the sentences about an impossible one. One character and not a name in braces, because the
/// search for a whole string costs a kilobyte.
pub const LETTER: char = '\u{fffc}';

/// Decorates the `input` in it. That says by number from 1 on: in `data-counts` that there are so many letters, in
/// `data-letters` and `data-numbers` that the sign at this place is an impossible letter or a number.
#[island]
pub fn CodeField(children: Children) -> impl IntoView {
    let frame = NodeRef::<Div>::new();
    let typed = RwSignal::new(String::new());
    let field = move || {
        let input = frame.get_untracked()?.query_selector("input").ok()??;
        input.dyn_into::<HtmlInputElement>().ok()
    };
    let sentence = move |name, index| {
        let sentences = field()?.dataset().get(name)?;
        Some(sentences.lines().nth(index)?.to_owned())
    };
    let read = move || typed.set(field().map(|field| field.value()).unwrap_or_default());

    // What was typed before this island woke counts too.
    frame.on_load(move |_| {
        if let (Some(field), Some(code)) = (field(), take_fragment()) {
            field.set_value(&grouped(&signs(&code)));
        }
        read();
    });

    let count = move || {
        let signs = signs(&typed.read());
        let letters = signs.iter().all(char::is_ascii_alphanumeric);
        let last = signs.len().checked_sub(1).filter(|_| letters)?;
        sentence("counts", last)
    };
    let complaint = move || {
        let signs = signs(&typed.read());
        if signs.len() > LENGTH {
            return None;
        }
        let index = signs.iter().position(|sign| !possible(*sign))?;
        let sign = signs[index];
        let kind = match sign {
            'A'..='Z' => "letters",
            '0'..='9' => "numbers",
            _ => return None,
        };
        Some(sentence(kind, index)?.replace(LETTER, sign.encode_utf8(&mut [0; 4])))
    };
    let group = move |_| {
        if let Some(field) = field() {
            let signs = signs(&field.value());
            if signs.iter().all(|sign| possible(*sign)) {
                field.set_value(&grouped(&signs));
            }
        }
    };

    view! {
        <div node_ref=frame on:input=move |_| read() on:focusout=group>
            {children()}
        </div>
        <p id="code-count" class="code-count">
            {count}
        </p>
        <p class="code-complaint" aria-live="polite">
            {complaint}
        </p>
    }
}

/// In groups of four, as printed in the letter.
fn grouped(signs: &[char]) -> String {
    let groups: Vec<String> = signs
        .chunks(GROUP)
        .map(|group| group.iter().collect())
        .collect();
    groups.join("-")
}

/// The code of a `/connect#CODE` link, once: it is taken out of the address, so that it stays neither in view nor in
/// the browser's history.
fn take_fragment() -> Option<String> {
    let location = window().location();
    let code = location.hash().ok()?.strip_prefix('#')?.to_owned();
    let address = location.pathname().ok()? + &location.search().ok()?;
    let history = window().history().ok()?;
    history
        .replace_state_with_url(&JsValue::NULL, "", Some(&address))
        .ok()?;
    Some(code)
}
