//! Staff who forgot their password: the mailed link, the second factor that stays, and nothing told to strangers.

use crate::support::{Browser, Clinic, PASSWORD, Page, Phone, on_each_database};
use domain::staff::Role;
use service::Administrator;
use std::time::Duration;

const KIM: &str = "kim@clinic.example";
const NEW: &str = "velvet walnut ladder";
const HERE: &str = "/staff/forgot-password";
const SENT: &str = "/staff/forgot-password/sent";

async fn ask(browser: &Browser, email: &str) -> Page {
    browser.post(HERE, &[("email", email)]).await
}

async fn sign_in(browser: &Browser, password: &str) -> Page {
    let pair = [("email", KIM), ("password", password)];
    browser.post("/staff/sign-in", &pair).await
}

async fn link(clinic: &Clinic) -> String {
    clinic.mailed_link(KIM, "/staff/join/").await
}

async fn choose(browser: &Browser, link: &str) -> Page {
    browser.post(link, &[("password", NEW)]).await
}

#[tokio::test]
async fn a_mailed_link_sets_a_password_and_keeps_the_second_factor() {
    on_each_database(async |clinic| {
        clinic.colleague("Kim", KIM, Role::FrontDesk).await;
        let desk = clinic.at_the_desk(KIM).await;
        let (phone, _) = Phone::set_up(clinic, &desk).await;
        clinic.advance(Duration::from_mins(1));
        let browser = clinic.browser();
        let page = browser.get("/staff/sign-in").await;
        assert!(page.attributes("main a", "href").contains(&HERE.to_owned()));
        ask(&browser, KIM).await.leads_to(SENT);
        let link = link(clinic).await;
        choose(&browser, &link).await.leads_to("/staff/join/done");
        desk.get("/staff/requests").await.leads_to("/staff/sign-in");
        let page = sign_in(&browser, NEW).await;
        page.leads_to("/staff/sign-in/code");
        let code = phone.code(clinic);
        let page = browser
            .post("/staff/sign-in/code", &[("code", &code)])
            .await;
        page.leads_to("/staff");
        choose(&browser, &link).await.has_status(410);
        let told = clinic.last_mail_to(KIM).await.mail;
        assert_eq!(told.subject, "Your Patient Connect password was changed");
    })
    .await;
}

#[tokio::test]
async fn every_address_gets_the_same_bytes_at_the_staff_page() {
    on_each_database(async |clinic| {
        clinic.colleague("Kim", KIM, Role::FrontDesk).await;
        clinic.operator("olu@host.example").await;
        let disabled = "lee@clinic.example";
        clinic.colleague("Lee", disabled, Role::FrontDesk).await;
        let shut_out = clinic
            .services()
            .staff()
            .set_disabled_by_email(disabled, true);
        shut_out.await.expect("disabled");
        let pages = async |email: &str| {
            let browser = clinic.browser();
            let mut seen = Vec::new();
            for _ in 0..4 {
                let page = ask(&browser, email).await;
                seen.push((page.status, page.header("location").to_owned(), page.body));
            }
            seen
        };
        let known = pages(KIM).await;
        for other in ["nobody@clinic.example", "olu@host.example", disabled] {
            assert_eq!(pages(other).await, known, "{other}");
        }
        let sent = clinic.mail().await;
        assert!(sent.iter().all(|mail| mail.to == KIM));
        clinic.browser().get(SENT).await.has_status(200);
    })
    .await;
}

#[tokio::test]
async fn a_later_link_ends_the_earlier_one_of_any_sender() {
    on_each_database(async |clinic| {
        let kim = clinic.colleague("Kim", KIM, Role::FrontDesk).await;
        ask(&clinic.browser(), KIM).await.leads_to(SENT);
        let own = link(clinic).await;
        let by = Administrator::at_command_line(clinic.application);
        let sent = clinic.services().staff().send_new_password(by, kim);
        sent.await.expect("a link");
        let managers = link(clinic).await;
        choose(&clinic.browser(), &own).await.has_status(410);
        choose(&clinic.browser(), &managers)
            .await
            .leads_to("/staff/join/done");
    })
    .await;
}

#[tokio::test]
async fn staff_links_are_limited_by_account_and_network() {
    on_each_database(async |clinic| {
        clinic.colleague("Kim", KIM, Role::FrontDesk).await;
        for _ in 0..5 {
            ask(&clinic.browser(), KIM).await.leads_to(SENT);
            clinic.drain().await;
        }
        assert_eq!(clinic.mail().await.len(), 3);
        for number in 0..15 {
            let email = format!("nobody{number}@clinic.example");
            ask(&clinic.browser(), &email).await.leads_to(SENT);
        }
        let page = ask(&clinic.browser(), KIM).await;
        page.has_status(429);
        assert_eq!(page.kept("email").as_deref(), Some(KIM));
    })
    .await;
}

#[tokio::test]
async fn a_strangers_wrong_sign_ins_do_not_keep_staff_out() {
    on_each_database(async |clinic| {
        clinic.colleague("Kim", KIM, Role::FrontDesk).await;
        let known = clinic.at_the_desk(KIM).await;
        for _ in 0..7 {
            sign_in(&clinic.browser(), "not the password").await;
        }
        sign_in(&clinic.browser(), PASSWORD).await.has_status(429);
        known.post("/staff/sign-out", &[]).await.has_status(303);
        sign_in(&known, PASSWORD).await.leads_to("/staff");

        let owner = clinic.browser();
        ask(&owner, KIM).await.leads_to(SENT);
        choose(&owner, &link(clinic).await)
            .await
            .leads_to("/staff/join/done");
        for _ in 0..7 {
            sign_in(&clinic.browser(), "not the password").await;
        }
        sign_in(&clinic.browser(), NEW).await.has_status(429);
        sign_in(&owner, NEW).await.leads_to("/staff");
    })
    .await;
}

#[tokio::test]
async fn an_operators_password_is_set_at_the_command_line() {
    on_each_database(async |clinic| {
        let operator = clinic.at_the_installation("olu@host.example").await;
        let services = clinic.services();
        let set = services
            .staff()
            .set_password_by_email("olu@host.example", "short");
        assert!(set.await.is_err());
        let set = services
            .staff()
            .set_password_by_email("olu@host.example", NEW);
        set.await.expect("set");
        operator
            .get("/staff/installation")
            .await
            .leads_to("/staff/sign-in");
        let pair = [("email", "olu@host.example"), ("password", NEW)];
        let page = clinic.browser().post("/staff/sign-in", &pair).await;
        page.leads_to("/staff/sign-in/code");
        let mail = clinic.last_mail_to("olu@host.example").await.mail;
        assert!(mail.text.contains("patient-connect staff set-password"));
    })
    .await;
}
