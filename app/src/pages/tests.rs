//! What holds for every page, and what each state says.

use super::patient::pair::Pair;
use super::patient::{authorize, code, done, question, record};
use super::samples;
use crate::page::Page;
use domain::clinic::Clinic;
use std::collections::BTreeSet;

fn all() -> Vec<(String, String)> {
    samples::all()
        .into_iter()
        .map(|(name, page)| (name, page.html))
        .collect()
}

/// The values of an attribute, in the order of the page.
pub(super) fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    html.match_indices(&start)
        .filter_map(|(at, start)| html[at + start.len()..].split('"').next())
        .collect()
}

/// The opening tags of an element.
pub(super) fn tags<'a>(html: &'a str, element: &str) -> Vec<&'a str> {
    let start = format!("<{element} ");
    html.match_indices(&start)
        .filter_map(|(at, _)| html[at..].split_inclusive('>').next())
        .collect()
}

/// What a reader sees: the page without its tags, runs of white space as one.
pub(super) fn text(html: &str) -> String {
    let mut text = String::new();
    for part in html.split('<') {
        text.push_str(part.split_once('>').map_or(part, |(_, after)| after));
        text.push(' ');
    }
    let text = text
        .replace("&#x27;", "'")
        .replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_page_has_one_heading_none_is_empty_a_title_and_a_language() {
    for (name, html) in all() {
        assert_eq!(html.matches("<h1").count(), 1, "{name}");
        for level in ["h1", "h2", "h3"] {
            for heading in html.split(&format!("<{level}")).skip(1) {
                let words = heading
                    .split(&format!("</{level}>"))
                    .next()
                    .unwrap_or_default();
                let words = words.split_once('>').map_or("", |(_, words)| words);
                assert!(!text(words).is_empty(), "{name}: an empty {level}");
            }
        }
        assert!(
            html.starts_with("<!DOCTYPE html><html lang=\"en\""),
            "{name}"
        );
        assert!(html.contains(" – Patient Connect</title>"), "{name}");
    }
}

#[test]
fn a_title_says_error_first_exactly_when_there_is_one() {
    let mut with_errors = 0;
    for (name, html) in all() {
        let wrong = html.contains("role=\"alert\"");
        assert_eq!(html.contains("<title>Error: "), wrong, "{name}");
        with_errors += usize::from(wrong);
    }
    assert!(with_errors > 30, "the samples have errors");
}

#[test]
fn pages_load_a_script_exactly_when_they_use_it() {
    let mut with_islands = 0;
    for (name, html) in all() {
        // The staff area's own script is on each of its pages, and on no other.
        let desk = html.matches("<script src=\"/pkg/desk.js\"").count();
        let rail = html.matches("<header class=\"rail\"").count();
        assert_eq!(desk, rail, "{name}");
        let html = html.replace("<script src=\"/pkg/desk.js\"", "");
        let passkey = html.contains("<script src=\"/pkg/passkey.js\"");
        assert_eq!(passkey, html.contains("data-passkey="), "{name}");
        let html = html.replace("<script src=\"/pkg/passkey.js\"", "");
        let island = html.contains("<leptos-island");
        let proposes = html.contains("timeZone");
        assert_eq!(html.contains("<script"), island || proposes, "{name}");
        with_islands += usize::from(island);
    }
    assert!(with_islands > 10, "the samples have islands");
}

#[test]
fn no_page_carries_a_style_of_its_own() {
    for (name, html) in all() {
        assert!(
            !html.contains(" style=") && !html.contains("<style"),
            "{name}"
        );
    }
}

#[test]
fn every_field_has_a_label() {
    for (name, html) in all() {
        let labels: BTreeSet<&str> = values(&html, "for").into_iter().collect();
        for field in ["input", "textarea", "select"]
            .map(|element| tags(&html, element))
            .concat()
        {
            if field.contains("type=\"hidden\"") {
                continue;
            }
            let id = values(field, "id");
            assert!(id.iter().any(|id| labels.contains(id)), "{name}: {field}");
        }
    }
}

#[test]
fn ids_are_single_and_every_reference_has_its_target() {
    for (name, html) in all() {
        let ids = values(&html, "id");
        let single: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), single.len(), "{name}: {ids:?}");
        let links = values(&html, "href");
        let links = links.iter().filter_map(|href| href.strip_prefix('#'));
        let described = ["for", "aria-describedby", "aria-labelledby"]
            .map(|attribute| values(&html, attribute))
            .concat();
        let described = described.iter().flat_map(|ids| ids.split(' '));
        for target in links.chain(described) {
            assert!(single.contains(target), "{name}: {target:?}");
        }
    }
}

#[test]
fn summary_and_field_say_the_same() {
    for (name, html) in all() {
        let Some((_, summary)) = html.split_once("role=\"alert\"") else {
            continue;
        };
        let (summary, _) = summary.split_once("</ul>").expect("a list");
        for link in summary.split("<a href=\"#").skip(1) {
            let (field, words) = link.split_once("\">").expect("a link");
            let (words, _) = words.split_once("</a>").expect("its end");
            // No field is to blame, so the words are in the summary alone.
            if ["main", "mail"].contains(&field) {
                continue;
            }
            let (_, error) = html
                .split_once(&format!("id=\"{field}-error\""))
                .unwrap_or_else(|| panic!("{name}: no message at {field}"));
            let (error, _) = error.split_once("</p>").expect("its end");
            assert!(error.ends_with(words), "{name}: {error} / {words}");
        }
    }
}

#[test]
fn a_password_is_never_shown_again() {
    for (name, html) in all() {
        for field in tags(&html, "input") {
            let password = field.contains("type=\"password\"");
            assert!(!password || values(field, "value") == [""], "{name}");
        }
    }
}

#[test]
fn every_form_posts_or_searches_at_an_address_of_ours() {
    for (name, html) in all() {
        for form in tags(&html, "form") {
            let ours = values(form, "action")
                .iter()
                .all(|action| action.starts_with('/'));
            let lists = ["/staff/requests", "/staff/audit", "/staff/letters"];
            // Without an action a form is sent to the address of its own page.
            let actions = values(form, "action");
            let searches =
                !actions.is_empty() && actions.iter().all(|action| lists.contains(action));
            let method = if searches { "get" } else { "post" };
            assert!(ours && values(form, "method") == [method], "{name}: {form}");
        }
    }
}

#[test]
fn each_state_says_what_the_table_says() {
    let pages = all();
    for (name, words) in [
        ("code-empty", "Enter the code from your letter or email"),
        (
            "code-short",
            "You entered 18 letters. A code has 20. Check for missing letters",
        ),
        (
            "code-impossible",
            "Codes do not use the letter O or any numbers. Check the 7th letter",
        ),
        (
            "code-check",
            "One of the letters is wrong. Check each group of 4 letters against your letter or email",
        ),
        (
            "code-unknown",
            "We do not recognise this code. Check it against your letter or email. If it still does not work, ask your clinic for a new code",
        ),
        (
            "code-slow-down",
            "Too many wrong codes have been entered on this internet connection. Wait 5 minutes and try again. Your code still works",
        ),
        (
            "question-wrong",
            "That answer does not match the one we have. You can try 2 more times. Capital letters do not matter, but spaces do",
        ),
        (
            "question-wrong-last",
            "That answer does not match the one we have. You can try 1 more time. If you are not sure, call City Clinic on 020 7946 0123 first",
        ),
        (
            "question-blank",
            "Your answer ends with a space. Remove the space and try again. This did not count as a try",
        ),
        ("ending-ended", "This code expired on 3 May 2026"),
        (
            "ending-ended",
            "Call City Clinic on 020 7946 0123 and ask for a new code. You do not need to visit.",
        ),
        ("ending-replaced", "City Clinic has given you a newer code"),
        (
            "ending-replaced",
            "Use the code in your newest letter or email, dated 3 May 2026.",
        ),
        (
            "ending-stopped",
            "This code is locked because the answer was wrong too many times",
        ),
        (
            "ending-stopped",
            "This keeps your record safe. Call City Clinic on 020 7946 0123 and ask for a new code.",
        ),
        ("ending-withdrawn", "City Clinic has cancelled this code"),
        (
            "ending-withdrawn",
            "If you did not expect this, call 020 7946 0123.",
        ),
        (
            "ending-refused",
            "You told us that this code is not for you",
        ),
        (
            "ending-refused",
            "If that was a mistake, call City Clinic on 020 7946 0123.",
        ),
        ("ending-used", "This code has already been used"),
        (
            "ending-used",
            "If that was not you, call City Clinic on 020 7946 0123 now.",
        ),
        ("ending-thanks", "Thank you for telling us"),
        (
            "ending-thanks",
            "We have not shared anything. We have told City Clinic.",
        ),
        (
            "trouble-unavailable-phone",
            "Sorry, something went wrong Your code has not been used. Try again in a few minutes or call 020 7946 0123.",
        ),
        (
            "trouble-signed-out-staff",
            "You are no longer signed in What you typed is still on this page",
        ),
        (
            "trouble-signed-out-code",
            "Enter your code again in a new tab. Then come back to this page and send it again.",
        ),
        (
            "sign-in-in-the-way",
            "so that only you can see what City Clinic sends",
        ),
        ("done", "You are connected to City Clinic"),
    ] {
        let html = page_named(&pages, name);
        assert!(text(html).contains(words), "{name}: {}", text(html));
    }
}

pub(super) fn page_named<'a>(pages: &'a [(String, String)], name: &str) -> &'a str {
    pages
        .iter()
        .find(|(known, _)| known == name)
        .map_or_else(|| panic!("no sample {name}"), |(_, html)| html.as_str())
}

#[test]
fn every_way_that_ends_at_the_clinic_can_be_called_from_there() {
    for (name, html) in all() {
        if name.starts_with("ending-")
            && !name.ends_with("timed-out")
            && !name.ends_with("not-started")
        {
            assert!(html.contains("href=\"tel:02079460123\""), "{name}");
        }
    }
}

#[test]
fn what_was_typed_is_kept() {
    let pages = all();
    for (name, typed) in [
        ("code-short", "value=\"JKYZ-QNMN-VHRX-ZGNR-GZ\""),
        ("question-blank", "value=\"Nancy \""),
        ("record-name-long", "value=\"Ann\""),
        ("create-wrong", "value=\"maria@\""),
        ("digits-wrong", "value=\"12345\""),
    ] {
        assert!(page_named(&pages, name).contains(typed), "{name}");
    }
}

#[test]
fn nothing_is_chosen_or_ticked_beforehand() {
    let pages = all();
    for name in ["not-me", "record", "authorize"] {
        assert!(!page_named(&pages, name).contains(" checked"), "{name}");
    }
    let ticked = page_named(&pages, "authorize-nothing-chosen");
    assert!(ticked.contains(" checked"), "a tick survives an error");
}

#[test]
fn authorize_and_decline_are_two_values_of_one_field() {
    let pages = all();
    let buttons = tags(page_named(&pages, "authorize"), "button")
        .into_iter()
        .filter(|button| values(button, "name") == ["decision"])
        .flat_map(|button| values(button, "value"))
        .collect::<Vec<_>>();
    assert_eq!(buttons, ["authorize", "decline"]);
}

#[test]
fn without_a_record_the_only_choice_is_a_new_one() {
    let pages = all();
    let html = page_named(&pages, "record-first");
    assert!(!html.contains("type=\"radio\""));
    assert!(html.contains("<input type=\"hidden\" name=\"record\" value=\"new\">"));
}

#[test]
fn letter_and_record_are_side_by_side_with_their_verdict() {
    let pages = all();
    let shown = |name| text(page_named(&pages, name));
    let fitting = shown("authorize");
    assert!(fitting.contains("The letter is for: Emma's record You are connecting: Emma Miller"));
    assert!(fitting.contains("The names match."));
    let untold = shown("authorize-cannot-tell");
    assert!(untold.contains("The letter is for: Mum You are connecting: Gerda"));
    assert!(untold.contains("Check that this is the same person."));
    let (_, pair) = page_named(&pages, "authorize-cannot-tell")
        .split_once("class=\"pair\"")
        .expect("a pair");
    let (pair, _) = pair.split_once("<form").expect("its end");
    assert!(!pair.contains("<svg"), "no sign where nothing can be told");
    let mistaken = shown("right-record");
    assert!(mistaken.contains("The letter is for: Emma's record You are connecting: Tom"));
    assert!(mistaken.contains("Another of your records fits the letter better."));
    let alone = shown("right-record-alone");
    assert!(alone.contains("The names are not the same."));
}

#[test]
fn the_question_about_the_record_has_three_answers_and_none_is_chosen() {
    let pages = all();
    for name in ["right-record", "right-record-alone"] {
        let html = page_named(&pages, name);
        let radios: Vec<_> = tags(html, "input")
            .into_iter()
            .filter(|tag| tag.contains("radio"))
            .collect();
        assert_eq!(radios.len(), 3, "{name}");
        assert!(!html.contains("checked"), "{name}");
        assert!(
            !html.contains("name=\"decision\""),
            "{name}: it takes the buttons' place"
        );
    }
}

#[test]
fn tries_left_are_said_once() {
    let pages = all();
    let wrong = text(page_named(&pages, "question-wrong"));
    // In the summary and at the field, and nowhere else.
    assert_eq!(wrong.matches("You can try 2 more times").count(), 2);
    let returned = text(page_named(&pages, "question-left"));
    assert_eq!(returned.matches("You can try 1 more time").count(), 1);
}

#[test]
fn a_telephone_is_called_by_its_digits() {
    let mut view = samples::asked();
    view.clinic.phone = "+44 (20) 7946-0123 \"x".into();
    let html = question::page(&samples::stranger(), &view).html;
    assert!(html.contains("href=\"tel:+442079460123\""));
}

const HOSTILE: &str = "</title><script>alert(1)</script>\"'><img src=x>";

#[test]
fn free_text_stays_text() {
    let clinic = || Clinic {
        name: HOSTILE.into(),
        phone: HOSTILE.into(),
        email: Some(HOSTILE.into()),
        description: HOSTILE.into(),
        address: HOSTILE.into(),
        opening_hours: HOSTILE.into(),
        ..Clinic::default()
    };
    let text = || HOSTILE.to_owned();
    let frame = samples::maria();
    let code = code::View {
        code: text(),
        problem: Some(code::Problem::Unknown),
    };
    let question = question::View {
        clinic: clinic(),
        question: text(),
        blanks: question::Blanks::Count,
        answer: text(),
        left: Some(1),
        problem: Some(question::Problem::Wrong { left: 1 }),
    };
    let mut record = record::View {
        clinic: clinic(),
        friendly_name: text(),
        person: text(),
        record_name: text(),
        ..samples::choosing()
    };
    record.records[0].name = text();
    let mut authorize = authorize::View {
        clinic: clinic(),
        holder: text(),
        pair: Pair {
            letter: text(),
            record: text(),
            ..samples::authorizing().pair
        },
        ..samples::authorizing()
    };
    authorize.rules[0].name = text();
    authorize.rules[2].name = text();
    let done = done::View {
        clinic: clinic(),
        success_message: text(),
        ..samples::connected()
    };
    let pages: [Page; 5] = [
        code::page(&frame, &code),
        question::page(&frame, &question),
        record::page(&frame, &record),
        authorize::page(&frame, &authorize),
        done::page(&frame, &done),
    ];
    for page in pages {
        assert!(
            !page.html.contains("<script>") && !page.html.contains("<img"),
            "{}",
            page.html
        );
        assert_eq!(page.html.matches("</title>").count(), 1);
        assert!(page.html.contains("&lt;script&gt;"));
    }
}
