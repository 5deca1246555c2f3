//! The one script of a page that has islands. A page without islands leaves this out and loads no script at all.

use super::layout::Bundle;
use leptos::nonce::use_nonce;
use leptos::prelude::*;

/// Loads the browser bundle and wakes every island of the page.
///
/// Leptos' own `HydrationScripts` fetches files by fixed names; ours carry a digest in the name, so that a browser may
/// keep them for ever. Our islands are not inside one another, which leaves only these few lines of it.
#[component]
pub fn Hydration(bundle: Bundle) -> impl IntoView {
    let Bundle { js, wasm, .. } = bundle;
    let script = format!(
        r#"import * as bundle from "{js}";
await bundle.default({{ module_or_path: "{wasm}" }});
bundle.hydrate();
for (const island of document.querySelectorAll("leptos-island")) bundle[island.dataset.component](island);"#
    );
    // Both halves at once, yet behind the style sheet: the page can be read and used before its islands wake.
    view! {
        <link rel="modulepreload" href=js fetchpriority="low" />
        <link
            rel="preload"
            href=wasm
            r#as="fetch"
            r#type="application/wasm"
            crossorigin="anonymous"
            fetchpriority="low"
        />
        <script type="module" nonce=use_nonce()>
            {script}
        </script>
    }
}
