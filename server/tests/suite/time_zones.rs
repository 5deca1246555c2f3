//! Each clinic's dates are in its own time zone, and a code ends with the day that its letter names, as the clinic counts
//! days.

use crate::support::{Browser, Clinic, Invitation, on_each_database};
use domain::clinic_settings::Setting;
use domain::ids::ApplicationId;
use domain::new_request::Draft;
use domain::staff::Role;
use domain::timestamp::Timestamp;
use service::{Administrator, ApplicationChange, Caller};
use std::time::Duration;

const SECOND: Duration = Duration::from_secs(1);

fn moment(text: &str) -> Timestamp {
    Timestamp::parse(text).expect("a time")
}

async fn set_zone(clinic: &Clinic, application: ApplicationId, name: &str) {
    let change = ApplicationChange {
        settings: vec![(Setting::TimeZone, name.into())],
        ..ApplicationChange::default()
    };
    let by = Administrator::at_command_line(application);
    let set = clinic.services().applications().set(by, change).await;
    set.expect("a zone");
}

/// Where a code leads, typed at this moment.
async fn typed_at(clinic: &Clinic, invitation: &Invitation, at: Timestamp) -> (u16, Browser) {
    clinic.set(at);
    let browser = clinic.browser();
    let page = browser
        .post("/connect", &[("code", &invitation.code)])
        .await;
    page.leads_to("/connect/question");
    let page = browser.get("/connect/question").await;
    (page.status.as_u16(), browser)
}

#[tokio::test]
async fn d13_every_letter_mail_and_page_names_the_day_on_which_the_code_ends() {
    on_each_database(async |clinic| {
        set_zone(clinic, clinic.application, "America/Los_Angeles").await;
        // 1 June, 23:30 in Los Angeles.
        clinic.set(moment("2026-06-02T06:30:00Z"));
        let desk = clinic.manager().await;
        let invitation = clinic.invite_by_mail("MRN-1", "emma@example.org").await;
        let request = format!("/staff/requests/{}", invitation.id);
        let page = desk.get(&request).await;
        page.says("Monday 29 June 2026");
        page.says("1 June 2026, 23:30");
        page.says("Times are in Los Angeles time.");
        let letter = desk.get(&format!("{request}/letter")).await;
        letter.says("Monday 29 June 2026");
        letter.says("1 June 2026");
        let mail = clinic.last_mail_to("emma@example.org").await;
        for part in [&mail.mail.text, &mail.mail.html] {
            assert!(part.contains("Monday 29 June 2026"), "{part}");
        }
        let list = desk.get("/staff/requests").await;
        list.says("29 Jun");
        let log = desk.get("/staff/audit?action=connect-request.create").await;
        log.says("1 June 2026, 23:30");
        log.says("Times are in Los Angeles time.");
        let audit = desk.get("/staff/audit.csv").await;
        assert!(audit.body.contains(",2026-06-01T23:30:00-07:00,"));
        // Today is the clinic's.
        let letters = desk.get("/staff/letters?mail=all").await;
        assert_eq!(letters.kept("from").as_deref(), Some("2026-06-01"));
        letters.says("MRN-1");
        let day = |day: &str| format!("/staff/audit?action=connect-request.create&day={day}");
        assert_eq!(desk.get(&day("2026-06-01")).await.count("tbody tr"), 1);
        assert_eq!(desk.get(&day("2026-05-31")).await.count("tbody tr"), 0);

        let next_day = moment("2026-06-30T07:00:00Z");
        let (status, _) = typed_at(clinic, &invitation, next_day - SECOND).await;
        assert_eq!(status, 200);
        let (status, browser) = typed_at(clinic, &invitation, next_day).await;
        assert_eq!(status, 410);
        let over = browser.get("/connect/question").await;
        over.says("29 June 2026");
    })
    .await;
}

/// Zone, when the code is made, what the request's page says of its end, and the first moment of the day after.
const ENDS: &[(&str, &str, &str, &str)] = &[
    // The day of 23 hours.
    (
        "America/Los_Angeles",
        "2027-02-14T20:00:00Z",
        "Sunday 14 March 2027",
        "2027-03-15T07:00:00Z",
    ),
    (
        "Asia/Kathmandu",
        "2027-05-01T18:20:00Z",
        "Sunday 30 May 2027",
        "2027-05-30T18:15:00Z",
    ),
    (
        "Pacific/Apia",
        "2027-06-01T10:30:00Z",
        "Tuesday 29 June 2027",
        "2027-06-29T11:00:00Z",
    ),
    // Half an hour of daylight saving.
    (
        "Australia/Lord_Howe",
        "2027-09-04T20:00:00Z",
        "Sunday 3 October 2027",
        "2027-10-03T13:00:00Z",
    ),
    // The day of 25 hours.
    (
        "America/Los_Angeles",
        "2027-10-10T20:00:00Z",
        "Sunday 7 November 2027",
        "2027-11-08T08:00:00Z",
    ),
];

#[tokio::test]
async fn d13_printed_day_and_last_moment_agree_across_clock_changes() {
    on_each_database(async |clinic| {
        for &(zone, made, printed, next_day) in ENDS {
            set_zone(clinic, clinic.application, zone).await;
            clinic.set(moment(made));
            let invitation = clinic.invite(&format!("{zone} {made}")).await;
            let request = format!("/staff/requests/{}", invitation.id);
            clinic.manager().await.get(&request).await.says(printed);
            let next_day = moment(next_day);
            let (status, _) = typed_at(clinic, &invitation, next_day - SECOND).await;
            assert_eq!(status, 200, "{zone} {made}");
            let (status, browser) = typed_at(clinic, &invitation, next_day).await;
            assert_eq!(status, 410, "{zone} {made}");
            let (_, day) = printed.split_once(' ').expect("a weekday");
            browser.get("/connect/question").await.says(day);
        }
    })
    .await;
}

#[tokio::test]
async fn another_zone_moves_no_end_that_was_promised() {
    on_each_database(async |clinic| {
        clinic.invite("MRN-1").await;
        let ends = "select cast(expires_at as text) from connect_request";
        let before = clinic.database.texts(ends).await;
        set_zone(clinic, clinic.application, "Asia/Kathmandu").await;
        assert_eq!(clinic.database.texts(ends).await, before);
        // The last moment of 1 June in UTC is the 2nd there.
        let list = clinic.manager().await.get("/staff/requests").await;
        list.says("2 Jun");
    })
    .await;
}

#[tokio::test]
async fn a_person_reads_each_connection_in_the_zone_of_its_clinic() {
    on_each_database(async |clinic| {
        let other = clinic.another_application().await;
        set_zone(clinic, clinic.application, "America/Los_Angeles").await;
        set_zone(clinic, other, "Asia/Kathmandu").await;
        let kim = "kim@hillside.example";
        let kim = clinic
            .colleague_at(other, "Kim", kim, Role::FrontDesk)
            .await;
        clinic.set(moment("2026-06-02T00:10:00Z"));
        let emma = clinic.person("Emma", "emma@example.org").await;
        let ours = clinic.invite("MRN-1").await;
        clinic.connect(&emma, &ours, "Emma").await;
        emma.get("/connect/done").await.says("1 June 2026");
        clinic.set(moment("2026-06-02T18:20:00Z"));
        let emma = clinic.browser();
        clinic.create_account(&emma, "Pat", "pat@example.org").await;
        let there = domain::staff::StaffContext {
            staff: kim,
            application: other,
            ..clinic.staff.clone()
        };
        let theirs = clinic.invite_with(Caller::desk(&there), "H-1", "Emma", "");
        clinic.connect(&emma, &theirs.await, "Emma").await;
        let second = clinic.invite("MRN-2").await;
        clinic.connect(&emma, &second, "Noah").await;
        let account = emma.get("/account").await;
        let dates = account.texts(".card dd");
        assert!(dates.contains(&"3 June 2026".to_owned()), "{dates:?}");
        assert!(dates.contains(&"2 June 2026".to_owned()), "{dates:?}");
        let connected = clinic.manager().await.get("/staff/connected.csv").await;
        assert!(connected.body.contains("2026-06-01T17:10:00-07:00"));
    })
    .await;
}

#[tokio::test]
async fn who_adds_a_clinic_is_offered_the_zone_of_the_first_one() {
    on_each_database(async |clinic| {
        set_zone(clinic, clinic.application, "Pacific/Apia").await;
        let operator = clinic.at_the_installation("olu@example.org").await;
        let path = "/staff/installation/clinics/new";
        let form = operator.get(path).await;
        let chosen = "select[name=time_zone] option[selected]";
        assert_eq!(form.attributes(chosen, "value"), ["Pacific/Apia"]);
        assert_eq!(form.count("script"), 0, "nothing is proposed");
        let fields = |zone| {
            [
                ("clinic", "Hillside Clinic"),
                ("phone", "01632 960 456"),
                ("time_zone", zone),
                ("name", "Alex"),
                ("email", "alex@hillside.example"),
            ]
        };
        let wrong = operator.post(path, &fields("Mars/Olympus")).await;
        wrong.has_status(422);
        assert!(wrong.error_at("time_zone").is_some());
        clinic.advance(SECOND);
        operator
            .post(path, &fields("Australia/Lord_Howe"))
            .await
            .has_status(303);
        let zones = "select time_zone from application order by made_at, id";
        assert_eq!(
            clinic.database.texts(zones).await,
            ["Pacific/Apia", "Australia/Lord_Howe"]
        );
    })
    .await;
}

#[tokio::test]
async fn a_draft_of_the_api_reads_the_same_end_in_utc() {
    on_each_database(async |clinic| {
        set_zone(clinic, clinic.application, "America/Los_Angeles").await;
        clinic.set(moment("2026-06-02T06:30:00Z"));
        let draft = Draft {
            friendly_name: "Emma".into(),
            question: crate::support::QUESTION.into(),
            answer: crate::support::ANSWER.into(),
            external_id: "MRN-1".into(),
            ..Draft::default()
        };
        let made = clinic
            .services()
            .connect_requests()
            .create(clinic.desk(), &draft, None)
            .await
            .expect("a request");
        assert_eq!(
            made.request.expires_at.rfc3339(),
            "2026-06-30T06:59:59.999999Z"
        );
        clinic.set(moment("2026-06-03T06:30:00Z"));
        let renewed = clinic
            .services()
            .connect_requests()
            .reissue(clinic.desk(), made.request.id)
            .await
            .expect("a new code");
        assert_eq!(
            renewed.request.expires_at.rfc3339(),
            "2026-07-01T06:59:59.999999Z"
        );
    })
    .await;
}
