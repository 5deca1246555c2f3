//! Files as spreadsheets really write and read them, byte by byte. Rows carry the id of the case that was reported.

use crate::support::{Browser, Clinic, ORIGIN, Page, on_each_database};
use axum::http::Method;
use domain::staff::Role;

async fn upload(desk: &Browser, file: &[u8]) -> Page {
    let start =
        "--edge\r\ncontent-disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n";
    let body = [start.as_bytes(), file, b"\r\n--edge--\r\n"].concat();
    let headers = [
        ("content-type", "multipart/form-data; boundary=edge"),
        ("sec-fetch-site", "same-origin"),
        ("origin", ORIGIN),
    ];
    let sent = desk.send(Method::POST, "/staff/import", &headers, body.into());
    sent.await
}

/// The page of what was read.
async fn read(desk: &Browser, file: &[u8]) -> Page {
    let page = upload(desk, file).await;
    page.has_status(303);
    desk.get(page.header("location")).await
}

fn little_endian(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// A header and one patient, with tabs between the cells.
fn table(id: &str) -> String {
    format!(
        "external_id\tfriendly_name\tquestion\tanswer\r\n{id}\tZo\u{eb} M\u{fc}ller\tWhich boat did we sail?\tNancy Blackett\r\n"
    )
}

fn windows_1252(text: &str) -> Vec<u8> {
    text.chars()
        .map(|sign| u8::try_from(u32::from(sign)).expect("a sign of Latin 1"))
        .collect()
}

async fn names(clinic: &Clinic) -> Vec<String> {
    let sql = "select friendly_name from connect_request order by external_id";
    clinic.database.texts(sql).await
}

#[tokio::test]
async fn every_sort_of_file_is_imported() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        let files = [
            (
                "C1 separator named",
                format!("sep=;\r\n{}", table("C1").replace('\t', ";")).into_bytes(),
            ),
            (
                "C2 Windows-1252",
                windows_1252(&table("C2").replace('\t', ";")),
            ),
            (
                "C3 Unicode text",
                little_endian(&format!("\u{feff}{}", table("C3-1"))),
            ),
            ("C3 UTF-8 with tabs", table("C3-2").into_bytes()),
            (
                "C5 carriage returns",
                table("C5").replace("\r\n", "\r").into_bytes(),
            ),
        ];
        let count = files.len();
        for (id, file) in files {
            let page = read(&desk, &file).await;
            page.says("The file has 1 row and no errors");
            page.says("Zo\u{eb} M\u{fc}ller");
            let asks = page.text().contains("Is this name right?");
            assert_eq!(asks, id.starts_with("C2"), "{id}");
            desk.post(&format!("{}/confirm", page.path), &[])
                .await
                .has_status(303);
        }
        clinic.drain().await;
        assert_eq!(names(clinic).await, vec!["Zo\u{eb} M\u{fc}ller"; count]);
    })
    .await;
}

#[tokio::test]
async fn an_error_in_a_file_with_carriage_returns_has_its_row() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        let mut file = String::from("external_id,friendly_name,question,answer\r");
        for number in 2..=40 {
            let name = if number == 37 { "" } else { "Emma" };
            file.push_str(&format!(
                "MRN-{number},{name},Which boat did we sail?,Nancy Blackett\r"
            ));
        }
        let page = read(&desk, file.as_bytes()).await;
        page.says("1 error in the file");
        page.says("Row 37 friendly_name");
    })
    .await;
}

#[tokio::test]
async fn c6_rounded_ids_wait_for_confirmation_by_staff() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        let file = [table("1.23457E+11"), table("73928E03").split_off(table("").find('\n').expect("a line") + 1)];
        let page = read(&desk, file.concat().as_bytes()).await;
        page.says("2 patient IDs may have been changed by a spreadsheet");
        page.says("Row 2: 1.23457E+11");
        let confirm = format!("{}/confirm", page.path);
        let refused = desk.post(&confirm, &[]).await;
        refused.has_status(422);
        refused.says("Select \u{201c}These IDs are right\u{201d}, or cancel the import");
        clinic.drain().await;
        assert!(names(clinic).await.is_empty(), "nothing is made before");
        desk.post(&confirm, &[("ids", "right")]).await.has_status(303);
        clinic.drain().await;
        assert_eq!(names(clinic).await.len(), 2);
        let sql = "select count(*) from audit where action = 'batch.confirm' and outcome = 'ids-confirmed'";
        assert_eq!(clinic.database.number(sql).await, 1);
        desk.get("/staff/audit").await.says("Patient IDs confirmed");
    })
    .await;
}

#[tokio::test]
async fn files_to_download_open_with_their_letters() {
    on_each_database(async |clinic| {
        let name = "Zo\u{eb} M\u{fc}ller";
        clinic.colleague(name, "zoe@clinic.example", Role::Manager).await;
        let zoe = clinic.at_the_desk("zoe@clinic.example").await;
        let fails = "external_id,friendly_name,question,answer\nMRN-1,,Which boat did we sail?,Nancy Blackett\n";
        let refused = read(&zoe, fails.as_bytes()).await;
        for file in [
            "/staff/audit.csv".to_owned(),
            "/staff/connected.csv".to_owned(),
            "/staff/import/template.csv".to_owned(),
            format!("{}/problems.csv", refused.path),
        ] {
            let (_, bytes) = zoe.bytes(&file).await;
            assert!(bytes.starts_with(b"\xef\xbb\xbf"), "C9 {file}");
        }
        let (_, audit) = zoe.bytes("/staff/audit.csv").await;
        assert!(String::from_utf8(audit).expect("text").contains(name));
        let (_, template) = zoe.bytes("/staff/import/template.csv").await;
        let filled = [&template[..], "MRN-1,Zo\u{eb},Which boat did we sail?,Nancy Blackett,,,\n".as_bytes()].concat();
        read(&zoe, &filled).await.says("The file has 1 row and no errors");
    })
    .await;
}
