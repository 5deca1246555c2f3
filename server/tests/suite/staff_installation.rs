//! The operator: signs in like all staff, runs the installation, helps clinics to their managers, and sees no patient.

use crate::support::{
    Browser, Clinic, MailServer, Nowhere, PASSWORD, Page, Phone, on_each_database,
};
use domain::ids::ApplicationId;
use domain::outgoing_mail::{Login, MailServer as Server, MailSettings, Security};
use domain::staff::Role;
use service::mail::Transport;
use service::{Administrator, Operator};
use std::time::Duration;

const OPERATOR: &str = "olu@host.example";
const ALEX: &str = "alex@seaview.example";
const NEW: &str = "four words quite apart";

const HOME: &str = "/staff/installation";
const MAIL: &str = "/staff/installation/mail";

fn path_of(clinic: ApplicationId, below: &str) -> String {
    format!("{HOME}/clinics/{clinic}{below}")
}

/// The path of the link in the last mail to an address.
async fn link_to(clinic: &Clinic, email: &str) -> String {
    clinic.mailed_link(email, "/staff/join/").await
}

async fn signs_in(clinic: &Clinic, email: &str, password: &str) -> u16 {
    let pair = [("email", email), ("password", password)];
    let page = clinic.browser().post("/staff/sign-in", &pair).await;
    page.status.as_u16()
}

fn server(port: u16) -> [(&'static str, String); 6] {
    [
        ("mail", "server".into()),
        ("mail_server", "127.0.0.1".into()),
        ("mail_port", port.to_string()),
        ("mail_security", "off".into()),
        ("mail_from", "desk@host.example".into()),
        ("test_to", "olu@example.org".into()),
    ]
}

async fn send(browser: &Browser, fields: &[(&str, String)], what: &str) -> Page {
    let mut fields: Vec<_> = fields
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    fields.push(("what", what));
    browser.post(MAIL, &fields).await
}

#[tokio::test]
async fn an_operator_always_needs_an_authenticator_and_sees_the_installation() {
    on_each_database(async |clinic| {
        clinic.operator(OPERATOR).await;
        let browser = clinic.browser();
        let pair = [("email", OPERATOR), ("password", PASSWORD)];
        browser
            .post("/staff/sign-in", &pair)
            .await
            .leads_to("/staff/authenticator");
        browser.get(HOME).await.leads_to("/staff/sign-in");
        let (phone, _) = Phone::set_up(clinic, &browser).await;
        browser.get("/staff").await.leads_to(HOME);
        browser.get(HOME).await.has_status(200);

        clinic.advance(Duration::from_mins(1));
        let again = clinic.browser();
        again
            .post("/staff/sign-in", &pair)
            .await
            .leads_to("/staff/sign-in/code");
        let code = phone.code(clinic);
        again
            .post("/staff/sign-in/code", &[("code", &code)])
            .await
            .leads_to("/staff");
        again.get("/staff").await.leads_to(HOME);
        let own = again.get("/staff/account").await;
        own.says(OPERATOR);
        own.says_nothing_of("New request");
        again.post("/staff/sign-out", &[]).await.has_status(303);
        again.get(HOME).await.leads_to("/staff/sign-in");
    })
    .await;
}

#[tokio::test]
async fn an_idle_operator_is_locked_and_a_disabled_one_is_out_at_once() {
    on_each_database(async |clinic| {
        let operator = clinic.at_the_installation(OPERATOR).await;
        clinic.advance(Duration::from_mins(15));
        let page = operator.get(HOME).await;
        page.has_status(403);
        page.says("Screen locked");
        operator
            .post("/staff/unlock", &[("password", PASSWORD)])
            .await
            .leads_to(HOME);
        operator.get(HOME).await.has_status(200);
        let disabled = clinic
            .services()
            .staff()
            .set_disabled_by_email(OPERATOR, true);
        disabled.await.expect("disabled");
        operator.get(HOME).await.leads_to("/staff/sign-in");
        assert_eq!(signs_in(clinic, OPERATOR, PASSWORD).await, 422);
        let enabled = clinic
            .services()
            .staff()
            .set_disabled_by_email(OPERATOR, false);
        enabled.await.expect("enabled");
        assert_eq!(signs_in(clinic, OPERATOR, PASSWORD).await, 303);
        let reset = clinic
            .services()
            .staff()
            .reset_authenticator_by_email(OPERATOR);
        reset.await.expect("reset");
        let browser = clinic.browser();
        let pair = [("email", OPERATOR), ("password", PASSWORD)];
        browser
            .post("/staff/sign-in", &pair)
            .await
            .leads_to("/staff/authenticator");
    })
    .await;
}

#[tokio::test]
async fn clinics_are_listed_by_name_with_managers_and_without_patients() {
    on_each_database(async |clinic| {
        clinic.invite_by_mail("OURS-1", "ophelia@example.org").await;
        let hillside = clinic.another_application().await;
        let kim = "kim@hillside.example";
        clinic
            .colleague_at(hillside, "Kim", kim, Role::FrontDesk)
            .await;
        // An invitation that was taken back is none.
        let by = Administrator::at_command_line(hillside);
        let invited = clinic
            .services()
            .staff()
            .invite(by, "Alex", ALEX, "manager")
            .await;
        let withdrawn = clinic
            .services()
            .staff()
            .withdraw_invitation(by, invited.expect("invited"));
        withdrawn.await.expect("withdrawn");
        let operator = clinic.at_the_installation(OPERATOR).await;
        let page = operator.get(HOME).await;
        let names = page.texts("tbody th");
        assert_eq!(names, ["Hillside Clinic", "Lakeside Clinic"]);
        assert_eq!(page.texts("tbody td"), ["No manager. Invite one", "1"]);
        let page = operator.get(&path_of(hillside, "")).await;
        page.says("This clinic has no manager yet");
        page.says_nothing_of("Kim");
        let page = operator.get(&path_of(clinic.application, "")).await;
        page.says("robin@clinic.example");
        page.says_nothing_of("OURS-1");
        page.says_nothing_of("ophelia");
        for nowhere in ["not-an-id", &uuid::Uuid::from_u128(7).to_string()] {
            let page = operator.get(&format!("{HOME}/clinics/{nowhere}")).await;
            page.has_status(404);
        }
    })
    .await;
}

#[tokio::test]
async fn a_clinic_is_added_and_its_invited_manager_works_there() {
    on_each_database(async |clinic| {
        let operator = clinic.at_the_installation(OPERATOR).await;
        let fields = [
            ("clinic", "Seaview Clinic"),
            ("phone", "01632 960 789"),
            ("name", "Alex Marlow"),
            ("email", ALEX),
        ];
        let page = operator.post(&format!("{HOME}/clinics/new"), &fields).await;
        page.has_status(303);
        let page = operator.get(page.header("location")).await;
        page.says("We are sending the email");
        page.says(ALEX);
        let home = operator.get(HOME).await;
        home.says("1 invited, not joined yet");

        let link = link_to(clinic, ALEX).await;
        let page = clinic.browser().get(&link).await;
        page.says("Join Seaview Clinic on Patient Connect");
        let joined = clinic.browser().post(&link, &[("password", NEW)]).await;
        joined.leads_to("/staff/join/done");
        assert_eq!(signs_in(clinic, ALEX, NEW).await, 303);
        assert_eq!(operator.get(HOME).await.texts("tbody td"), ["1", "1"]);

        let logged = "select action from audit where chain in (select id from application where name = \
            'Seaview Clinic') and action not like '%sign-in' order by number";
        let logged = clinic.database.texts(logged).await;
        assert_eq!(logged, ["application.add", "staff.invite", "staff.join"]);
        let (_, broken) = clinic.services().audit().verify().await.expect("the log");
        assert!(broken.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_wrong_clinic_form_shows_all_errors_at_once_and_creates_nothing() {
    on_each_database(async |clinic| {
        let operator = clinic.at_the_installation(OPERATOR).await;
        let new = format!("{HOME}/clinics/new");
        let before = clinic.database.dump().await;
        let empty = operator.post(&new, &[]).await;
        empty.has_status(422);
        for field in ["clinic", "phone", "name", "email"] {
            assert!(empty.error_at(field).is_some(), "{field}");
        }
        let taken = [
            ("clinic", "Seaview Clinic"),
            ("phone", "01632 960 789"),
            ("name", "Robin"),
            ("email", "robin@clinic.example"),
        ];
        let page = operator.post(&new, &taken).await;
        page.has_status(422);
        assert!(page.error_at("email").is_some());
        assert_eq!(page.kept("clinic").as_deref(), Some("Seaview Clinic"));
        let invite = path_of(clinic.application, "/invite");
        let page = operator
            .post(&invite, &[("name", ""), ("email", "nobody")])
            .await;
        page.has_status(422);
        assert!(page.error_at("name").is_some() && page.error_at("email").is_some());
        assert_eq!(page.kept("email").as_deref(), Some("nobody"));
        let nowhere = path_of(ApplicationId(uuid::Uuid::from_u128(7)), "/invite");
        let person = [("name", "Alex"), ("email", ALEX)];
        operator.post(&nowhere, &person).await.has_status(404);
        assert_eq!(clinic.database.dump().await, before);
    })
    .await;
}

#[tokio::test]
async fn an_invited_manager_gets_a_second_link_and_the_first_one_is_dead() {
    on_each_database(async |clinic| {
        let operator = clinic.at_the_installation(OPERATOR).await;
        let invite = path_of(clinic.application, "/invite");
        let person = [("name", "Alex"), ("email", ALEX)];
        operator
            .post(&invite, &person)
            .await
            .leads_to(&path_of(clinic.application, "?done=mailed"));
        let page = operator.post(&invite, &person).await;
        page.has_status(422);
        assert!(
            page.error_at("email")
                .unwrap_or_default()
                .contains("Send it again")
        );
        let first = link_to(clinic, ALEX).await;
        let ids = page.attributes("input[name='invitation']", "value");
        let again = path_of(clinic.application, "/invitations");
        operator
            .post(&again, &[("invitation", &ids[0])])
            .await
            .leads_to(&path_of(clinic.application, "?done=mailed"));
        let second = link_to(clinic, ALEX).await;
        clinic.browser().get(&first).await.has_status(404);
        clinic.browser().get(&second).await.has_status(200);
        let by = Administrator::at_command_line(clinic.application);
        let kim = "kim@clinic.example";
        let invited = clinic
            .services()
            .staff()
            .invite(by, "Kim", kim, "front-desk")
            .await;
        let front_desks = invited.expect("invited").to_string();
        let nobodys = uuid::Uuid::from_u128(7).to_string();
        for nobody in ["", "x", &nobodys, &front_desks] {
            let page = operator.post(&again, &[("invitation", nobody)]).await;
            page.has_status(422);
            page.says("Nothing was done");
        }
    })
    .await;
}

#[tokio::test]
async fn managers_who_cannot_sign_in_are_helped_and_no_one_else_is_touched() {
    on_each_database(async |clinic| {
        let operator = clinic.at_the_installation(OPERATOR).await;
        let kim = clinic
            .colleague("Kim", "kim@clinic.example", Role::FrontDesk)
            .await;
        let hillside = clinic.another_application().await;
        let eve = clinic
            .colleague_at(hillside, "Eve", "eve@hillside.example", Role::Manager)
            .await;
        let manager = clinic.manager().await;
        Phone::set_up(clinic, &manager).await;
        let help = path_of(clinic.application, "/managers");
        let before = clinic.database.dump().await;
        for staff in [kim.to_string(), eve.to_string(), String::new()] {
            for what in ["password", "authenticator", ""] {
                let fields = [("staff", staff.as_str()), ("what", what)];
                operator.post(&help, &fields).await.has_status(422);
            }
        }
        assert_eq!(clinic.database.dump().await, before);

        let robin = clinic.staff.staff.to_string();
        let fields = [("staff", robin.as_str()), ("what", "password")];
        operator.post(&help, &fields).await.has_status(303);
        let link = link_to(clinic, "robin@clinic.example").await;
        let chosen = clinic.browser().post(&link, &[("password", NEW)]).await;
        chosen.leads_to("/staff/join/done");
        let fields = [("staff", robin.as_str()), ("what", "authenticator")];
        let done = path_of(clinic.application, "?done=reset");
        operator.post(&help, &fields).await.leads_to(&done);
        operator
            .get(&done)
            .await
            .says("The authenticator app has been reset");
        assert_eq!(signs_in(clinic, "robin@clinic.example", NEW).await, 303);
        manager
            .get("/staff/requests")
            .await
            .leads_to("/staff/sign-in");
    })
    .await;
}

#[tokio::test]
async fn the_mail_server_is_changed_and_its_password_kept_and_never_shown() {
    on_each_database(async |clinic| {
        let process = clinic.another_process(Transport::Unset).await;
        let operator = clinic.at_the_installation(OPERATOR).await.at(&process.router);
        let home = operator.get(HOME).await;
        home.says("No mail server has been set up");
        let by = Operator::at_command_line();
        let stored = MailSettings::Server {
            server: Server {
                host: "mail.host.example".into(),
                port: 587,
                security: Security::Required,
                login: Some(Login {
                    user: "clinic".into(),
                    password: "velvetwalnut".into(),
                }),
            },
            from: "desk@host.example".into(),
        };
        let set = clinic.services().installation().set_mail_settings(by, &stored, None);
        set.await.expect("kept");
        let page = operator.get(MAIL).await;
        page.says("Email is sent through mail.host.example");
        page.says("Leave this empty to keep the stored password");
        assert_eq!(page.kept("mail_user").as_deref(), Some("clinic"));
        assert!(!page.body.contains("velvetwalnut"));

        let change = |server: &str| {
            [
                ("mail", "server"),
                ("mail_server", server),
                ("mail_port", "465"),
                ("mail_security", "wrapped"),
                ("mail_user", "clinic"),
                ("mail_password", ""),
                ("mail_from", "desk@host.example"),
            ]
            .map(|(name, value)| (name, value.to_owned()))
        };
        let page = send(&operator, &change("evil.example"), "").await;
        page.has_status(422);
        assert!(page.error_at("mail_password").is_some(), "another server is told no password");
        assert_eq!(page.kept("mail_server").as_deref(), Some("evil.example"));
        let page = send(&operator, &change("mail.host.example"), "").await;
        page.leads_to("/staff/installation/mail?saved=yes");
        let now = clinic.services().installation().mail_settings(by).await.expect("settings");
        let Some(MailSettings::Server { server, .. }) = now else {
            panic!("a server");
        };
        assert_eq!((server.port, server.security), (465, Security::Wrapped));
        let login = server.login.expect("a login");
        assert_eq!(login.password, "velvetwalnut");
        let who = "select count(*) from audit where action = 'installation.set-mail' and actor_kind = 'staff'";
        assert_eq!(clinic.database.number(who).await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_test_mail_reports_its_result_and_saves_nothing() {
    on_each_database(async |clinic| {
        let process = clinic.another_process(Transport::Unset).await;
        let operator = clinic
            .at_the_installation(OPERATOR)
            .await
            .at(&process.router);
        let before = clinic.database.dump().await;
        let taking = MailServer::start(&[]).await;
        let page = send(&operator, &server(taking.port), "test").await;
        page.has_status(200);
        page.says("The mail server accepted the test email to olu@example.org");
        assert_eq!(page.kept("mail_server").as_deref(), Some("127.0.0.1"));
        assert!(taking.heard().contains("RCPT TO:<olu@example.org>"));
        let page = send(&operator, &server(1), "test").await;
        page.says("refused the connection");
        let nowhere = [
            ("mail", "none".to_owned()),
            ("test_to", "nobody".to_owned()),
        ];
        let page = send(&operator, &nowhere, "test").await;
        page.has_status(422);
        assert!(page.error_at("mail").is_some() && page.error_at("test_to").is_some());
        assert_eq!(clinic.database.dump().await, before);
    })
    .await;
}

#[tokio::test]
async fn where_the_configuration_decides_mail_is_tried_out_and_not_changed() {
    on_each_database(async |clinic| {
        let operator = clinic.at_the_installation(OPERATOR).await;
        let page = operator.get(MAIL).await;
        page.says("This is set in the server’s configuration");
        assert_eq!(page.count("[name='mail_server']"), 0);
        let before = clinic.database.dump().await;
        send(&operator, &server(25), "").await.leads_to(MAIL);
        assert_eq!(clinic.database.dump().await, before);
        let to = [("test_to", "olu@example.org".to_owned())];
        let page = send(&operator, &to, "test").await;
        page.says("accepted the test email to olu@example.org");
        assert_eq!(
            clinic.last_mail_to("olu@example.org").await.to,
            "olu@example.org"
        );
    })
    .await;
}

#[tokio::test]
async fn the_checks_say_what_is_wrong_and_what_to_do() {
    on_each_database(async |clinic| {
        let operator = clinic.at_the_installation(OPERATOR).await;
        let nowhere = Nowhere::new();
        let settings = format!("public_url = '{}'", nowhere.url());
        let unreached = clinic.process_with(&settings).await;
        let page = operator
            .at(&unreached.router)
            .get("/staff/installation/checks")
            .await;
        page.has_status(200);
        let checked = page.texts("tbody th");
        let all = [
            "Database",
            "Key file",
            "Public URL",
            "Clock",
            "Email",
            "Disk",
            "Fonts of letters",
            "Worker",
        ];
        assert_eq!(checked, all);
        page.says(&format!("Nothing is listening at {}", nowhere.url()));
        page.says("Email is switched off in the configuration");
        page.says("The database is reachable");
    })
    .await;
}
