//! What patients read of the clinic, and its numbers: managers set them, and see the patient's page first.

use crate::support::{Browser, ORIGIN, Page, on_each_database};
use axum::http::Method;
use domain::application::Section;
use domain::clinic_settings::Setting;
use domain::staff::Role;
use image::{DynamicImage, ImageFormat};
use std::io::Cursor;

const GOOD: [(&str, &str); 15] = [
    ("name", "Lakeside Clinic"),
    ("phone", "01632 960 123"),
    ("email", "desk@clinic.example"),
    ("success_message", "We call you.\r\nWithin two days."),
    ("privacy_url", "https://clinic.example/privacy"),
    ("terms_url", ""),
    ("lifetime_days", "14"),
    ("wrong_answers", "5"),
    ("answer_mode", "lenient"),
    ("description", "Family doctors by the lake"),
    ("address", "1 Lake Road\r\nLakeside"),
    ("opening_hours", "Monday to Friday"),
    ("time_zone", "Asia/Kathmandu"),
    ("accent", "#7A0019"),
    ("reminders", "yes"),
];

fn section_of(field: &str) -> &'static str {
    let setting = Setting::from_name(field).expect("a setting");
    setting.section().name()
}

fn at(section: &str) -> String {
    format!("/staff/settings?section={section}")
}

fn saved(section: &str) -> String {
    format!("{}&saved=yes", at(section))
}

/// The good values of a section.
fn good(section: &'static str) -> Vec<(&'static str, &'static str)> {
    let fields = GOOD.into_iter();
    let fields = fields.filter(|(name, _)| section_of(name) == section);
    fields.chain([("section", section)]).collect()
}

/// The form of a field's section with another value in it.
fn with<'a>(field: &'a str, value: &'a str) -> Vec<(&'a str, &'a str)> {
    let section = good(section_of(field)).into_iter();
    let others = section.filter(|(name, _)| *name != field);
    others.chain([(field, value)]).collect()
}

/// Saves every section with its good values.
async fn save_all(manager: &Browser) {
    for section in Section::ALL.map(Section::name) {
        manager.get(&at(section)).await.has_status(200);
        manager
            .post("/staff/settings", &good(section))
            .await
            .leads_to(&saved(section));
    }
}

#[tokio::test]
async fn what_a_manager_sets_is_what_patients_meet() {
    on_each_database(async |clinic| {
        let manager = clinic.manager().await;
        let before = manager.get(&at("codes")).await;
        before.has_status(200);
        assert_eq!(before.kept("lifetime_days").as_deref(), Some("28"));
        save_all(&manager).await;
        manager.get(&saved("contact")).await.says("Saved");
        for (name, value) in GOOD {
            let after = manager.get(&at(section_of(name))).await;
            if after.count(&format!(
                "input[type=text][name={name}], input[type=email][name={name}]"
            )) == 1
            {
                let kept = after.kept(name).unwrap_or_default();
                assert_eq!(kept.to_lowercase(), value.to_lowercase(), "{name}");
            }
        }
        let reminders = manager.get(&at("reminders")).await;
        assert_eq!(reminders.count("input[name=reminders][checked]"), 1);
        let after = manager.get(&at("clinic")).await;
        assert_eq!(
            after.attributes("select[name=time_zone] option[selected]", "value"),
            ["Asia/Kathmandu"]
        );
        let invitation = clinic.invite("MRN-1").await;
        let browser = clinic.person("Emma", "emma@example.org").await;
        clinic
            .come_to_the_decision(&browser, &invitation, "Emma")
            .await;
        let decision = browser.get("/connect/authorize").await;
        decision.says("Family doctors by the lake");
        let sheets = decision.attributes("link[rel=stylesheet]", "href");
        assert!(
            sheets.contains(&"/clinic/accent/7a0019.css".to_owned()),
            "{sheets:?}"
        );
        assert_eq!(
            decision.count("a[href='https://clinic.example/privacy']"),
            1
        );
        browser
            .post("/connect/authorize", &[("decision", "authorize")])
            .await
            .leads_to("/connect/done");
        let done = browser.get("/connect/done").await;
        done.says("Within two days.");
        done.says("Opening hours: Monday to Friday");
        let second = clinic.invite("MRN-2").await;
        let letter = manager
            .get(&format!("/staff/requests/{}/letter", second.id))
            .await;
        for line in [
            "1 Lake Road",
            "Lakeside",
            "desk@clinic.example",
            "Monday to Friday",
        ] {
            letter.says(line);
        }
    })
    .await;
}

#[tokio::test]
async fn a_preview_shows_the_patients_page_and_saves_nothing() {
    on_each_database(async |clinic| {
        let manager = clinic.manager().await;
        let typed = "<b>Soon</b> &amp; well</textarea><b>there</b>";
        let words = with("success_message", typed);
        let page = manager.post("/staff/settings/preview", &words).await;
        page.has_status(200);
        page.says("You are connected to ");
        let shown = page.first(".preview blockquote");
        assert_eq!(shown.as_deref(), Some(typed));
        assert_eq!(
            page.first("textarea[name=success_message]").as_deref(),
            Some(typed)
        );
        assert_eq!(page.count("main b"), 0);
        manager.get(&at("success")).await.says_nothing_of("Soon");
    })
    .await;
}

#[tokio::test]
async fn what_does_not_fit_is_said_at_its_field_and_nothing_is_saved() {
    on_each_database(async |clinic| {
        let manager = clinic.manager().await;
        let long = "x".repeat(2_001);
        for (field, value) in [
            ("name", ""),
            ("name", "Lake\u{202e}side"),
            ("phone", "  "),
            ("email", "desk at clinic"),
            ("success_message", ""),
            ("success_message", &long),
            ("privacy_url", "http://clinic.example"),
            ("privacy_url", "javascript:alert(1)"),
            ("terms_url", "https://user@clinic.example"),
            ("lifetime_days", "0"),
            ("lifetime_days", "91"),
            ("lifetime_days", "soon"),
            ("wrong_answers", "2"),
            ("wrong_answers", "99999999999"),
            ("description", &long[..201]),
            ("address", &long[..301]),
            ("address", "1\n2\n3\n4\n5\n6\n7"),
            ("opening_hours", "Mon\u{202e}day"),
            ("time_zone", "Mars/Olympus"),
            ("accent", "red"),
            ("accent", "#ffcc00"),
        ] {
            manager.get(&at(section_of(field))).await.has_status(200);
            let page = manager.post("/staff/settings", &with(field, value)).await;
            page.has_status(422);
            assert!(page.error_at(field).is_some(), "{field}: {value}");
            for (other, typed) in good(section_of(field)) {
                let text = format!("input[type=text][name={other}]");
                if other != field && page.count(&text) == 1 {
                    assert_eq!(page.kept(other).as_deref(), Some(typed), "{field}");
                }
            }
        }
        let page = manager.get(&at("codes")).await;
        assert_eq!(page.kept("lifetime_days").as_deref(), Some("28"));
    })
    .await;
}

#[tokio::test]
async fn all_that_does_not_fit_is_said_at_once() {
    on_each_database(async |clinic| {
        let manager = clinic.manager().await;
        manager.get(&at("contact")).await;
        let wrong = [
            ("phone", ""),
            ("opening_hours", "Mon\u{202e}day"),
            ("email", "desk"),
            ("address", "1\n2\n3\n4\n5\n6\n7"),
        ];
        let section = wrong.into_iter().chain([("section", "contact")]);
        let section: Vec<_> = section.collect();
        let page = manager.post("/staff/settings", &section).await;
        page.has_status(422);
        for (field, _) in wrong {
            assert!(page.error_at(field).is_some(), "{field}");
        }
        // In the order of the page.
        let led_to = page.attributes(".error-summary a", "href");
        assert_eq!(led_to, wrong.map(|(field, _)| format!("#{field}")));
    })
    .await;
}

#[tokio::test]
async fn a_colour_that_is_too_pale_comes_back_with_one_that_reads() {
    on_each_database(async |clinic| {
        let manager = clinic.manager().await;
        manager.get(&at("looks")).await;
        let page = manager
            .post("/staff/settings", &with("accent", "#5aa9e6"))
            .await;
        page.has_status(422);
        let message = page.error_at("accent").expect("a message");
        assert!(
            message.contains("contrast is 2.1 to 1 and must be at least 4.5"),
            "{message}"
        );
        let nearest = message.rsplit(' ').next().expect("a colour").to_owned();
        manager
            .post("/staff/settings", &with("accent", &nearest))
            .await
            .leads_to(&saved("looks"));
    })
    .await;
}

#[tokio::test]
async fn a_colour_is_served_as_a_sheet_of_its_own_for_screens_alone() {
    on_each_database(async |clinic| {
        let anybody = clinic.browser();
        let sheet = anybody.get("/clinic/accent/7a0019.css").await;
        sheet.has_status(200);
        assert_eq!(sheet.header("content-type"), "text/css; charset=utf-8");
        assert!(sheet.body.contains("--accent: #7a0019"));
        assert_eq!(sheet.body.matches("@media screen").count(), 2);
        for none in [
            "ffcc00.css",
            "7A0019.css",
            "7a0019",
            "..css",
            "7a0019;}body{.css",
        ] {
            anybody
                .get(&format!("/clinic/accent/{none}"))
                .await
                .has_status(404);
        }
    })
    .await;
}

fn picture(format: ImageFormat, width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let picture = DynamicImage::new_rgb8(width, height);
    picture.write_to(&mut bytes, format).expect("an image file");
    bytes.into_inner()
}

async fn send_logo(browser: &Browser, file: &[u8]) -> Page {
    let mut body =
        b"--edge\r\ncontent-disposition: form-data; name=\"logo\"; filename=\"logo\"\r\n\r\n"
            .to_vec();
    body.extend_from_slice(file);
    body.extend_from_slice(b"\r\n--edge--\r\n");
    let headers = [
        ("content-type", "multipart/form-data; boundary=edge"),
        ("sec-fetch-site", "same-origin"),
        ("origin", ORIGIN),
    ];
    browser
        .send(Method::POST, "/staff/settings/logo", &headers, body.into())
        .await
}

#[tokio::test]
async fn a_logo_is_written_anew_and_shown_to_patients_and_on_letters() {
    on_each_database(async |clinic| {
        let manager = clinic.manager().await;
        for format in [ImageFormat::Jpeg, ImageFormat::Png] {
            let mut file = picture(format, 1_200, 300);
            file.extend_from_slice(b"<script>alert(1)</script>");
            send_logo(&manager, &file).await.leads_to(&saved("looks"));
        }
        let page = manager.get(&at("looks")).await;
        let sources = page.attributes(".clinic-logo img", "src");
        assert_eq!(sources.len(), 2, "in the preview and as it is now");
        let source = &sources[0];
        let invitation = clinic.invite("MRN-1").await;
        let patient = clinic.browser();
        clinic.answer(&patient, &invitation).await;
        let letter = manager
            .get(&format!("/staff/requests/{}/letter", invitation.id))
            .await;
        let again = clinic.invite("MRN-2").await;
        let asked = clinic.browser();
        asked
            .post("/connect", &[("code", &again.code)])
            .await
            .leads_to("/connect/question");
        for page in [letter, asked.get("/connect/question").await] {
            assert_eq!(
                &page.attributes(".clinic-logo img", "src"),
                std::slice::from_ref(source)
            );
            assert_eq!(
                page.attributes(".clinic-logo img", "alt"),
                ["Lakeside Clinic logo"]
            );
            assert_eq!(page.attributes(".clinic-logo img", "width"), ["480"]);
            assert_eq!(page.attributes(".clinic-logo img", "height"), ["120"]);
        }
        let (headers, png) = clinic.browser().bytes(source).await;
        assert_eq!(headers["content-type"], "image/png");
        assert_eq!(headers["x-content-type-options"], "nosniff");
        assert!(
            headers["cache-control"]
                .to_str()
                .expect("text")
                .contains("immutable")
        );
        assert!(!png.windows(7).any(|part| part == b"<script"));
        let drawn = image::load_from_memory(&png).expect("an image file");
        assert_eq!((drawn.width(), drawn.height()), (480, 120));
        let other = clinic.another_application().await.to_string();
        let elsewhere = source.replace(&clinic.application.to_string(), &other);
        assert_ne!(&elsewhere, source);
        clinic.browser().get(&elsewhere).await.has_status(404);

        manager
            .post("/staff/settings/logo/remove", &[])
            .await
            .leads_to(&saved("looks"));
        manager
            .post("/staff/settings/logo/remove", &[])
            .await
            .leads_to(&saved("looks"));
        clinic.browser().get(source).await.has_status(404);
        assert_eq!(asked.get("/connect/question").await.count("img"), 0);
    })
    .await;
}

#[tokio::test]
async fn what_is_no_logo_is_refused_with_a_sentence_and_the_old_one_stays() {
    on_each_database(async |clinic| {
        let manager = clinic.manager().await;
        send_logo(&manager, &picture(ImageFormat::Png, 20, 10))
            .await
            .leads_to(&saved("looks"));
        let good = picture(ImageFormat::Png, 200, 100);
        let svg = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";
        let heavy = vec![0; 161 * 1024];
        let huge = vec![0; 11 * 1024 * 1024];
        for (file, words) in [
            (&b""[..], "Choose an image file"),
            (svg, "read this file as a PNG or JPEG image"),
            (
                b"GIF89a\x01\0\x01\0\0\0\0;",
                "read this file as a PNG or JPEG image",
            ),
            (
                b"\x89PNG\r\n\x1a\n",
                "read this file as a PNG or JPEG image",
            ),
            (
                &good[..good.len() / 2],
                "read this file as a PNG or JPEG image",
            ),
            (&heavy, "must be 160 kB or smaller"),
            (&huge, "must be 160 kB or smaller"),
            (&picture(ImageFormat::Png, 2_001, 1), "2000 pixels or fewer"),
        ] {
            let page = send_logo(&manager, file).await;
            page.has_status(422);
            let message = page.error_at("logo").unwrap_or_default();
            assert!(message.contains(words), "{words}: {message}");
            assert_eq!(page.attributes(".clinic-logo img", "width"), ["20", "20"]);
        }
    })
    .await;
}

#[tokio::test]
async fn no_one_but_a_manager_comes_in() {
    on_each_database(async |clinic| {
        clinic
            .colleague("Kim", "kim@clinic.example", Role::FrontDesk)
            .await;
        let kim = clinic.at_the_desk("kim@clinic.example").await;
        kim.get("/staff/settings").await.has_status(403);
        let stranger = clinic.browser();
        send_logo(&kim, &picture(ImageFormat::Png, 20, 10))
            .await
            .has_status(403);
        stranger
            .get("/staff/settings")
            .await
            .leads_to("/staff/sign-in");
        for path in [
            "/staff/settings",
            "/staff/settings/preview",
            "/staff/settings/logo/remove",
        ] {
            kim.post(path, &GOOD).await.has_status(403);
            stranger.post(path, &GOOD).await.leads_to("/staff/sign-in");
        }
    })
    .await;
}

#[tokio::test]
async fn an_option_that_a_choice_does_not_have_is_refused_by_name() {
    on_each_database(async |clinic| {
        let manager = clinic.manager().await;
        for field in ["answer_mode", "staff_authenticator", "reminders"] {
            manager.get(&at(section_of(field))).await.has_status(200);
            let page = manager
                .post("/staff/settings", &with(field, "perhaps"))
                .await;
            page.has_status(422);
            page.says("Select one of the options for");
        }
    })
    .await;
}

#[tokio::test]
async fn a_setting_that_is_sent_twice_changes_nothing() {
    on_each_database(async |clinic| {
        let manager = clinic.manager().await;
        manager.get(&at("clinic")).await.has_status(200);
        let mut twice = with("name", "Lakeside");
        twice.push(("name", "Hillside"));
        let page = manager.post("/staff/settings", &twice).await;
        assert!(page.status.is_client_error(), "{}", page.status);
        manager.get(&at("clinic")).await.says_nothing_of("Hillside");
    })
    .await;
}
