//! A button that copies a text or a field of the page. Without scripts it is not seen: both are there to be selected.

use leptos::html::P;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{Element, HtmlInputElement};
use wasm_bindgen_futures::JsFuture;

/// Its text is the button's label. It names in `data-copies` the element by its id, and says in `data-copied`
/// that it was copied, in `data-selected` that it was only selected: a page on plain http may do no more.
#[island]
pub fn Copy(children: Children) -> impl IntoView {
    let frame = NodeRef::<P>::new();
    let find = move |selector| frame.get_untracked()?.query_selector(selector).ok()?;

    frame.on_load(|frame| frame.set_hidden(false));

    let copy = move |_| {
        let (Some(label), Some(place)) = (find("[data-copies]"), find("[aria-live]")) else {
            return;
        };
        // Emptied first, so that the same words are read out again.
        place.set_text_content(None);
        spawn_local(async move {
            let words = label.get_attribute(copied(&label).await);
            place.set_text_content(words.as_deref());
        });
    };

    view! {
        <p class="copy" hidden node_ref=frame>
            <button type="button" class="button secondary" on:click=copy>
                {children()}
            </button>
            " "
            <span class="hint" aria-live="polite"></span>
        </p>
    }
}

/// Copies, or selects where that cannot be; which attribute has the words for it.
async fn copied(label: &Element) -> &'static str {
    let id = label.get_attribute("data-copies").unwrap_or_default();
    let Some(part) = document().get_element_by_id(&id) else {
        return "";
    };
    if write(&part).await.is_some() {
        return "data-copied";
    }
    select(&part);
    "data-selected"
}

async fn write(part: &Element) -> Option<JsValue> {
    let text = match part.dyn_ref::<HtmlInputElement>() {
        Some(field) => field.value(),
        None => part.text_content()?,
    };
    let clipboard = window().navigator().clipboard();
    if clipboard.is_undefined() {
        return None;
    }
    JsFuture::from(clipboard.write_text(&text)).await.ok()
}

fn select(part: &Element) -> Option<()> {
    if let Some(field) = part.dyn_ref::<HtmlInputElement>() {
        field.focus().ok()?;
        field.select();
    } else {
        let selection = window().get_selection().ok()??;
        selection.select_all_children(part).ok()?;
    }
    Some(())
}
