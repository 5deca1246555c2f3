//! The application's own page: managers set it up, no one else comes in.

use crate::support::platform::{CERTIFICATE, ELLIPTIC};
use crate::support::{Browser, ORIGIN, Page, on_each_database};
use axum::http::Method;
use domain::staff::Role;
use service::{Administrator, ApplicationChange};

const MEDICATION: &str = "30cafccc-047d-4288-94ef-643571f7919d";
const PATHS: [&str; 5] = [
    "/staff/application",
    "/staff/application/rules",
    "/staff/application/rules/remove",
    "/staff/application/certificates",
    "/staff/application/certificates/remove",
];

async fn upload(browser: &Browser, file: &[u8]) -> Page {
    let start = "--edge\r\ncontent-disposition: form-data; name=\"file\"; filename=\"clinic.cer\"\r\n\
                 content-type: application/x-x509-ca-cert\r\n\r\n";
    let body = [start.as_bytes(), file, b"\r\n--edge--\r\n"].concat();
    let headers = [
        ("content-type", "multipart/form-data; boundary=edge"),
        ("sec-fetch-site", "same-origin"),
        ("origin", ORIGIN),
    ];
    let path = "/staff/application/certificates";
    browser
        .send(Method::POST, path, &headers, body.into())
        .await
}

#[tokio::test]
async fn a_manager_sets_kind_methods_and_rules() {
    on_each_database(async |clinic| {
        let manager = clinic.manager().await;
        let page = manager.get("/staff/application").await;
        page.has_status(200);
        page.says("See your medicines");
        page.says("Read, Create, Update, Delete: Medication");

        let rule = [
            ("name", "Add letters"),
            ("why", "So that you have them at home"),
            ("optional", "yes"),
            ("permission", "Create"),
            ("type", MEDICATION),
            ("other_types", "00000000-0000-0000-0000-000000000001"),
        ];
        let saved = "/staff/application?saved=yes";
        manager
            .post("/staff/application/rules", &rule)
            .await
            .leads_to(saved);
        let page = manager.get(saved).await;
        page.says("Saved");
        page.says("Create: Medication, 00000000-0000-0000-0000-000000000001");

        let again = manager.post("/staff/application/rules", &rule).await;
        again.has_status(422);
        assert_eq!(again.kept("name").as_deref(), Some("Add letters"));
        again.says("There is already a permission with this name");
        let empty = manager
            .post("/staff/application/rules", &[("why", "because")])
            .await;
        assert_eq!(
            empty.error_at("name").as_deref(),
            Some("Error: Fill in this field")
        );
        let typed = [
            ("name", "x"),
            ("why", "y"),
            ("other_types", "<b>weight</b>"),
        ];
        let wrong = manager.post("/staff/application/rules", &typed).await;
        wrong.has_status(422);
        assert_eq!(wrong.kept("other_types").as_deref(), Some("<b>weight</b>"));

        let gone = [("name", "Add letters")];
        let path = "/staff/application/rules/remove";
        let asked = manager.post(path, &gone).await;
        asked.has_status(200);
        asked.says("Remove this permission?");
        asked.says("Create: Medication");
        manager.get(saved).await.says("Add letters");
        manager.post(path, &gone).await.has_status(200);
        manager.post(path, &gone).await.leads_to(saved);
        manager
            .get("/staff/application")
            .await
            .says_nothing_of("Add letters");

        let mobile = [("kind", "mobile"), ("methods", "connect")];
        let refused = manager.post("/staff/application", &mobile).await;
        refused.has_status(422);
        refused.says("A mobile app cannot create connect requests");
        let mobile = [("kind", "mobile")];
        manager
            .post("/staff/application", &mobile)
            .await
            .leads_to(saved);
        let new = [("external_id", "MRN-1")];
        manager
            .post("/staff/requests/new", &new)
            .await
            .says("is a mobile app");
    })
    .await;
}

#[tokio::test]
async fn a_manager_adds_and_removes_certificates() {
    on_each_database(async |clinic| {
        let manager = clinic.manager().await;
        for (file, words) in [
            (b"".as_slice(), "Choose a file"),
            (b"hello".as_slice(), "not a certificate with an RSA key"),
            (ELLIPTIC, "not a certificate with an RSA key"),
        ] {
            let page = upload(&manager, file).await;
            page.has_status(422);
            page.says(words);
        }
        upload(&manager, CERTIFICATE)
            .await
            .leads_to("/staff/application?saved=yes");
        upload(&manager, CERTIFICATE)
            .await
            .says("already has this certificate");
        upload(&manager, &vec![b'x'; 70_000]).await.has_status(413);
        let by = Administrator::at_command_line(clinic.application);
        let listed = clinic
            .services()
            .applications()
            .certificates(by)
            .await
            .expect("a list");
        assert_eq!(listed.len(), 1);
        let thumbprint = listed[0].thumbprint.clone();
        manager.get("/staff/application").await.says(&thumbprint);

        let remove = [("thumbprint", thumbprint.as_str())];
        let path = "/staff/application/certificates/remove";
        let asked = manager.post(path, &remove).await;
        asked.has_status(200);
        asked.says("Remove this certificate?");
        let listed = clinic
            .services()
            .applications()
            .certificates(by)
            .await
            .expect("a list");
        assert_eq!(listed.len(), 1, "nothing was done");
        manager.post(path, &remove).await.has_status(303);
        manager.post(path, &remove).await.has_status(303);
        manager
            .get("/staff/application")
            .await
            .says("No certificates yet");
        let told = "select actor_kind from audit where action like 'certificate.%'";
        assert_eq!(clinic.database.texts(told).await, ["staff", "staff"]);
    })
    .await;
}

#[tokio::test]
async fn front_desk_patients_and_strangers_stay_outside() {
    on_each_database(async |clinic| {
        clinic
            .colleague("Kim", "kim@clinic.example", Role::FrontDesk)
            .await;
        let kim = clinic.at_the_desk("kim@clinic.example").await;
        kim.get("/staff/application").await.has_status(403);
        assert_eq!(
            kim.get("/staff/requests")
                .await
                .count("a[href='/staff/application']"),
            0
        );
        let emma = clinic.person("Emma", "emma@example.org").await;
        for path in PATHS {
            let upload_like = path.ends_with("certificates");
            // What a browser with a session typed is kept on a page of its own.
            let kept = if upload_like { 303 } else { 403 };
            for (browser, expected) in [(&kim, 403), (&emma, kept), (&clinic.browser(), 303)] {
                let page = if upload_like {
                    upload(browser, CERTIFICATE).await
                } else {
                    browser.post(path, &[("name", "x")]).await
                };
                page.has_status(expected);
                if expected == 303 {
                    page.leads_to("/staff/sign-in");
                }
            }
        }
        let by = Administrator::at_command_line(clinic.application);
        assert!(
            clinic
                .services()
                .applications()
                .certificates(by)
                .await
                .expect("a list")
                .is_empty()
        );
        let set = clinic
            .services()
            .applications()
            .set(by, ApplicationChange::default());
        set.await.expect("the command line may");
    })
    .await;
}
