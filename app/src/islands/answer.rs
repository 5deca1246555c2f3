//! Asks the server about what was typed into a field once it is left, and shows the answer beneath it. Without scripts
//! the same is told when the form is sent.

use leptos::html::Div;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{
    Element, HtmlInputElement, RequestInit, RequestRedirect, Response, UrlSearchParams,
};
use wasm_bindgen_futures::JsFuture;

/// Decorates the text field in it and the place for answers. That names in `data-asks` the address, on our own server,
/// which takes the field as a form of its own and answers with a piece of a page, and in `data-about` the text that it
/// speaks about so far. Nothing is said where there is no such answer.
#[island]
pub fn Answer(children: Children) -> impl IntoView {
    let frame = NodeRef::<Div>::new();
    let find = move |selector| frame.get_untracked()?.query_selector(selector).ok()?;
    let typed = move |selector| {
        let field: HtmlInputElement = find(selector)?.unchecked_into();
        Some((field.name(), field.value(), find("[data-asks]")?))
    };

    let ask = move |selector| {
        if let Some((name, text, place)) = typed(selector)
            && !is_about(&place, &text)
            && place.set_attribute("data-about", &text).is_ok()
        {
            spawn_local(async move {
                let answer = answer(&place, &name, &text).await;
                // Meanwhile something else may have been typed, and asked.
                if is_about(&place, &text) {
                    place.set_inner_html(&answer.unwrap_or_default());
                }
            });
        }
    };
    let forget = move || {
        if let Some((_, text, place)) = typed("input[type=text]")
            && !is_about(&place, &text)
            && place.remove_attribute("data-about").is_ok()
        {
            place.set_inner_html("");
        }
    };

    // What was typed before this island woke counts too, unless someone is still typing.
    frame.on_load(move |_| ask("input[type=text]:not(:focus)"));

    view! {
        <div node_ref=frame on:input=move |_| forget() on:focusout=move |_| ask("input[type=text]")>
            {children()}
        </div>
    }
}

fn is_about(place: &Element, text: &str) -> bool {
    place.get_attribute("data-about").as_deref() == Some(text)
}

/// The piece of a page; none where the server is away or answers with anything else.
async fn answer(place: &Element, name: &str, text: &str) -> Option<String> {
    let fields = UrlSearchParams::new().ok()?;
    fields.append(name, text);
    let form = RequestInit::new();
    form.set_method("POST");
    form.set_body(&fields);
    // Anyone who is signed out by now is sent to another page, which has no place in this one.
    form.set_redirect(RequestRedirect::Manual);
    let address = place.get_attribute("data-asks")?;
    let sent = JsFuture::from(window().fetch_with_str_and_init(&address, &form)).await;
    let response: Response = sent.ok()?.unchecked_into();
    if !response.ok() {
        return None;
    }
    let text = JsFuture::from(response.text().ok()?).await;
    text.ok()?.as_string()
}
