//! The identity code as people read it: groups that never break inside.

use domain::identity_code::IdentityCode;
use leptos::prelude::*;

/// The code in its five groups; copied, it reads as printed. Left to right in every language.
#[component]
pub fn Code<'a>(code: &'a IdentityCode) -> impl IntoView + use<> {
    let groups = code
        .groups()
        .enumerate()
        .map(|(index, group)| {
            let dash = (index > 0).then(|| view! { "-"<wbr /> });
            view! { {dash}<span>{group.to_owned()}</span> }
        })
        .collect_view();
    view! {
        <bdi dir="ltr" class="identity-code">
            {groups}
        </bdi>
    }
}
