//! Whom a letter is for and which record is connected, side by side, with what a reader makes of both.

use crate::components::{Icon, Sign};
use domain::likeness::Verdict;
use leptos::prelude::*;
use words::t;

#[derive(Clone)]
pub struct Pair {
    /// The friendly name of the letter; empty where it is no longer kept.
    pub letter: String,
    pub record: String,
    pub verdict: Verdict,
    /// The patient said that they mean this record although the names differ.
    pub all_the_same: bool,
}

/// The two names and their verdict; `elsewhere` leads to another choice.
#[component]
pub fn PairShown<'a>(
    pair: &'a Pair,
    #[prop(optional)] elsewhere: Option<&'static str>,
) -> impl IntoView + use<> {
    let (class, sign, words) = match &pair.verdict {
        Verdict::Match => ("pair match", Some(Icon::Tick), t!("pair-match")),
        Verdict::CannotTell => ("pair", None, t!("pair-cannot-tell")),
        Verdict::Differs { .. } if pair.all_the_same => (
            "pair differs",
            Some(Icon::Triangle),
            t!("pair-all-the-same"),
        ),
        Verdict::Differs { better } if better.is_empty() => {
            ("pair differs", Some(Icon::Triangle), t!("pair-differs"))
        }
        Verdict::Differs { .. } => ("pair differs", Some(Icon::Triangle), t!("pair-better")),
    };
    let letter = match pair.letter.as_str() {
        "" => t!("pair-letter-unknown"),
        letter => letter.to_owned().into(),
    };
    let sign = sign.map(|icon| view! { <Sign icon=icon /> });
    let elsewhere = elsewhere.map(|href| view! { " " <a href=href>{t!("pair-elsewhere")}</a> });
    view! {
        <div class=class>
            <dl>
                <div>
                    <dt>{t!("pair-letter")}</dt>
                    <dd>{letter}</dd>
                </div>
                <div>
                    <dt>{t!("pair-record")}</dt>
                    <dd>{pair.record.clone()}</dd>
                </div>
            </dl>
            <p class="verdict">{sign} <span>{words} {elsewhere}</span></p>
        </div>
    }
}
