//! What is in a person's record: read in words, added, corrected and removed by the person, seen by clinics' clients.

use crate::support::on_each_database;
use crate::support::platform::Reply;
use crate::support::record::Connected;
use crate::support::{Browser, Clinic, Page};
use domain::thing::{PATIENT_CONNECT, types_named};
use std::time::Duration;

fn id_of(name: &str) -> String {
    types_named(&[name])[0].to_string()
}

fn of_kind(kind: &str) -> String {
    format!("<filter><type-id>{}</type-id></filter>", id_of(kind))
}

fn weight(kg: &str, day: u32) -> String {
    format!(
        "<thing><type-id>{}</type-id><data-xml><weight><when><date><y>2026</y><m>3</m><d>{day}</d></date></when>\
         <value><kg>{kg}</kg></value></weight></data-xml></thing>",
        id_of("Weight Measurement")
    )
}

/// The record's own pages.
struct Own {
    pat: Browser,
    path: String,
}

impl Own {
    fn of(emma: &Connected) -> Self {
        Self {
            pat: emma.browser.clone(),
            path: format!("/account/records/{}", emma.record),
        }
    }

    async fn get(&self, below: &str) -> Page {
        self.pat.get(&format!("{}{below}", self.path)).await
    }

    async fn post(&self, below: &str, fields: &[(&str, &str)]) -> Page {
        self.pat
            .post(&format!("{}{below}", self.path), fields)
            .await
    }

    async fn add(&self, sort: &str, fields: &[(&str, &str)]) {
        let page = self.post(&format!("/add/{sort}"), fields).await;
        page.leads_to(&self.path);
    }

    /// The path below the record of the thing that a line of its page is about.
    async fn item(&self, title: &str) -> String {
        let page = self.get("/items").await;
        let titles = page.texts(".own-rows strong a");
        let at = titles.iter().position(|one| one == title);
        let at = at.unwrap_or_else(|| panic!("{title} in {titles:?}"));
        let path = page.attributes(".own-rows strong a", "href").remove(at);
        path.strip_prefix(&self.path).expect("ours").to_owned()
    }
}

async fn read(clinic: &Clinic, emma: &Connected, kind: &str) -> Reply {
    emma.get(clinic, &of_kind(kind)).await.is(0)
}

#[tokio::test]
async fn what_a_person_adds_is_read_by_clients_at_their_next_call() {
    on_each_database(async |clinic| {
        let emma = Connected::to_everything(clinic).await;
        let own = Own::of(&emma);
        own.get("").await.says("Nothing is in this record yet");
        own.get("/add").await.says("What do you want to add?");
        let day = ("date", "2026-05-01");
        own.add("weight", &[("weight", "68,4"), day]).await;
        own.add(
            "blood-pressure",
            &[("systolic", "132"), ("diastolic", "84"), day],
        )
        .await;
        let name = ("name", "Ramipril <5 mg> & tea");
        own.add("medicine", &[name, ("more", "one a day"), day])
            .await;
        own.add("allergy", &[("name", "Penicillin"), ("more", ""), day])
            .await;
        own.add("note", &[("note", "Slept badly\r\nsince Monday"), day])
            .await;

        let page = own.get("").await;
        for words in [
            "68.4 kg",
            "132 / 84",
            "Ramipril <5 mg> & tea, one a day",
            "Penicillin",
            "1 May 2026. You added this",
            "See all 5 items",
        ] {
            page.says(words);
        }
        let weights = read(clinic, &emma, "Weight Measurement").await;
        assert_eq!(weights.all("kg"), ["68.4"]);
        assert_eq!(weights.first("app-id"), PATIENT_CONNECT.to_string());
        assert_eq!(weights.first("access-avenue"), "Online");
        assert_eq!(weights.first("eff-date"), "2026-05-01T00:00:00");
        let medicines = read(clinic, &emma, "Medication").await;
        assert_eq!(medicines.first("text"), "Ramipril <5 mg> & tea");
        // A client that sends back what it read breaks no rule of its type.
        for kind in [
            "Weight Measurement",
            "Blood Pressure Measurement",
            "Medication",
            "Allergy",
            "Medical annotation",
        ] {
            let found = read(clinic, &emma, kind).await;
            let (_, rest) = found.xml.split_once("<data-xml>").expect("data");
            let (data, _) = rest.split_once("</data-xml>").expect("its end");
            let thing = format!(
                "<thing><type-id>{}</type-id><data-xml>{data}</data-xml></thing>",
                id_of(kind)
            );
            emma.put(clinic, &thing).await.is(0);
        }
        let updated = "GetUpdatedRecordsForApplication";
        let told = emma.client.call(clinic, updated, 2, "").await.is(0);
        assert_eq!(told.all("record-id"), std::slice::from_ref(&emma.record));
    })
    .await;
}

#[tokio::test]
async fn what_a_person_corrects_and_removes_is_seen_too() {
    on_each_database(async |clinic| {
        let emma = Connected::to_everything(clinic).await;
        let own = Own::of(&emma);
        own.add("weight", &[("weight", "86.4"), ("date", "2026-05-01")])
            .await;
        emma.put(clinic, &weight("70.2", 1)).await.is(0);
        let item = own.item("Weight 86.4 kg").await;
        clinic.advance(Duration::from_mins(1));

        let change = format!("{item}/change");
        let form = own.get(&change).await;
        assert_eq!(form.kept("weight").as_deref(), Some("86.4"));
        assert_eq!(form.kept("date").as_deref(), Some("2026-05-01"));
        let fields = [("weight", "68.4"), ("date", "2026-05-01")];
        own.post(&change, &fields).await.leads_to(&own.path);
        let read_all = async || read(clinic, &emma, "Weight Measurement").await;
        assert_eq!(read_all().await.all("kg"), ["68.4", "70.2"]);
        own.get(&item).await.says("By you, 4 May 2026, 08:01 UTC");

        // A clinic's is removed and never changed by the person.
        let theirs = own.item("Weight 70.2 kg").await;
        own.get(&theirs).await.says("By Lakeside Clinic");
        own.get(&format!("{theirs}/change")).await.has_status(404);
        own.post(&format!("{theirs}/change"), &fields)
            .await
            .has_status(404);
        let remove = format!("{theirs}/remove");
        let page = own.post(&remove, &[]).await;
        page.has_status(200);
        page.says("Remove this item?");
        page.says("Weight 70.2 kg, 1 March 2026");
        own.post(&remove, &[]).await.leads_to(&own.path);
        assert_eq!(read_all().await.all("kg"), ["68.4"]);
        own.get(&theirs).await.has_status(404);
        for action in [
            "record.add-item",
            "record.change-item",
            "record.remove-item",
        ] {
            let sql = format!("select count(*) from audit where action = '{action}'");
            assert_eq!(clinic.database.number(&sql).await, 1, "{action}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_change_of_what_changed_meanwhile_is_refused_and_kept() {
    on_each_database(async |clinic| {
        let emma = Connected::to_everything(clinic).await;
        let own = Own::of(&emma);
        own.add("weight", &[("weight", "86.4"), ("date", "2026-05-01")])
            .await;
        let item = own.item("Weight 86.4 kg").await;
        let (change, remove) = (format!("{item}/change"), format!("{item}/remove"));
        own.get(&change).await.has_status(200);
        own.get(&remove).await.has_status(200);
        let found = read(clinic, &emma, "Weight Measurement").await;
        let stamp = found.attribute("thing-id", "version-stamp");
        let id = found.first("thing-id");
        let by_clinic = weight("90", 1).replace(
            "<thing>",
            &format!("<thing><thing-id version-stamp=\"{stamp}\">{id}</thing-id>"),
        );
        emma.put(clinic, &by_clinic).await.is(0);
        let fields = [("weight", "68.4"), ("date", "2026-05-01")];
        let page = own.post(&change, &fields).await;
        page.has_status(409);
        assert_eq!(page.kept("weight").as_deref(), Some("68.4"));
        own.post(&remove, &[]).await.has_status(409);
        let kept = read(clinic, &emma, "Weight Measurement").await;
        assert_eq!(kept.all("kg"), ["90"]);
        // What was shown in answer is the state of now.
        own.post(&change, &fields).await.leads_to(&own.path);
    })
    .await;
}

#[tokio::test]
async fn odd_items_are_refused_with_what_was_typed() {
    on_each_database(async |clinic| {
        let emma = Connected::to_everything(clinic).await;
        let own = Own::of(&emma);
        let before = clinic.database.dump().await;
        let odd = "x".repeat(5_000);
        for (sort, fields) in [
            ("weight", [("weight", "heavy"), ("date", "2026-05-01")]),
            ("weight", [("weight", "68"), ("date", "2031-05-01")]),
            ("weight", [("weight", "68"), ("date", "yesterday")]),
            (
                "note",
                [("note", "\u{202e}\u{200b}"), ("date", "2026-05-01")],
            ),
            ("note", [("note", &odd), ("date", "2026-05-01")]),
            ("medicine", [("name", ""), ("date", "2026-05-01")]),
        ] {
            let page = own.post(&format!("/add/{sort}"), &fields).await;
            page.has_status(422);
            assert!(page.count("[role=alert] a") > 0, "{sort}");
        }
        let fields = [("weight", "heavy"), ("date", "2026-05-01")];
        let page = own.post("/add/weight", &fields).await;
        assert_eq!(page.kept("weight").as_deref(), Some("heavy"));
        for path in ["/add/document", "/add/Weight", "/add/%00"] {
            own.get(path).await.has_status(404);
            own.post(path, &fields).await.has_status(404);
        }
        assert_eq!(clinic.database.dump().await, before);
    })
    .await;
}

#[tokio::test]
async fn numbers_are_drawn_and_told_as_a_table() {
    on_each_database(async |clinic| {
        let emma = Connected::to_everything(clinic).await;
        let own = Own::of(&emma);
        let things: String = [("71.2", 1), ("70.4", 8), ("68.4", 29)]
            .map(|(kg, day)| weight(kg, day))
            .concat();
        emma.put(clinic, &things).await.is(0);
        let page = own.get("").await;
        page.says("2.8 kg less than on 1 March 2026");
        let told = page.attributes("svg.spark", "aria-label");
        assert_eq!(
            told,
            ["From 71.2 kg on 1 March 2026 to 68.4 kg on 29 March 2026"]
        );
        let list = page.attributes(".tile a[href*='type=']", "href").remove(0);
        let page = own.pat.get(&list).await;
        assert_eq!(page.count("svg.spark polyline"), 1);
        let cells = page.texts(".numbers tbody td");
        assert_eq!(cells[..2], ["29 March 2026", "68.4"]);
        assert_eq!(cells.len(), 6);
    })
    .await;
}

#[tokio::test]
async fn a_document_is_downloaded_and_never_opened_here() {
    on_each_database(async |clinic| {
        let emma = Connected::to_everything(clinic).await;
        let own = Own::of(&emma);
        let document = "<ClinicalDocument xmlns=\"urn:hl7-org:v3\"><text>\
            <script xmlns=\"http://www.w3.org/1999/xhtml\">alert(1)</script></text></ClinicalDocument>";
        let thing = format!(
            "<thing><type-id>{}</type-id><data-xml>{document}</data-xml></thing>",
            id_of("Continuity of Care Document (CCD)")
        );
        emma.put(clinic, &thing).await.is(0);
        let odd = "<thing><type-id>00000000-0000-0000-0000-0000000000aa</type-id><data-xml><strange-thing>\
            <inner-name>&lt;b&gt;kept&lt;/b&gt;</inner-name></strange-thing></data-xml></thing>";
        let _refused = emma.put(clinic, odd).await;
        let item = own.item("Documents").await;
        let page = own.get(&item).await;
        page.says("Download the original file");
        assert!(!page.body.contains("<script xmlns"), "{}", page.body);
        let path = format!("{}{item}/file.xml", own.path);
        let (headers, file) = own.pat.bytes(&path).await;
        let said = |name: &str| headers[name].to_str().expect("text").to_owned();
        assert!(said("content-disposition").starts_with("attachment"));
        assert_eq!(said("x-content-type-options"), "nosniff");
        assert!(said("content-security-policy").contains("sandbox"));
        assert!(!said("content-security-policy").contains("script-src"));
        assert_eq!(said("cache-control"), "no-store");
        assert!(String::from_utf8_lossy(&file).contains(document));
    })
    .await;
}

#[tokio::test]
async fn ten_thousand_items_are_read_page_by_page() {
    on_each_database(async |clinic| {
        let emma = Connected::to_everything(clinic).await;
        let own = Own::of(&emma);
        own.add("weight", &[("weight", "68.4"), ("date", "2026-05-01")]).await;
        let (id, later) = if clinic.is_postgres() {
            (
                "lpad(to_hex(number), 32, '0')::uuid",
                "thing.effective_at - number * interval '1 hour'",
            )
        } else {
            (
                "unhex(printf('%032x', number))",
                "thing.effective_at - number * 3600000000",
            )
        };
        // Sealed data opens for its own id alone, so the others are documents, of which lists open none.
        let document = id_of("Continuity of Care Document (CCD)").replace('-', "");
        let document = if clinic.is_postgres() {
            format!("'{document}'::uuid")
        } else {
            format!("x'{document}'")
        };
        clinic
            .database
            .execute(&format!(
                "insert into thing (id, record_id, type_id, version_stamp, removed, effective_at, data, created_at, \
                 created_by, created_for, updated_at, updated_by, updated_for) \
                 with recursive numbers(number) as (select 1 union all select number + 1 from numbers \
                 where number < 10000) select {id}, record_id, {document}, version_stamp, removed, {later}, data, \
                 created_at, created_by, created_for, updated_at, updated_by, updated_for from thing, numbers"
            ))
            .await;
        let page = own.get("").await;
        page.says("See all 10001 items");
        let mut next = Some(format!("{}/items", own.path));
        let mut titles = 0;
        for _ in 0..5 {
            let page = own.pat.get(&next.expect("a page")).await;
            page.has_status(200);
            titles += page.count(".own-rows li");
            next = page.attributes(".pages a[href*='at=']", "href").pop();
        }
        assert_eq!(titles, 250);
        let removed = own.get("/items?at=0&after=nonsense&type=nonsense").await;
        removed.has_status(200);
        let past_all = "/items?at=-9223372036854775808&after=00000000-0000-0000-0000-000000000000";
        own.get(past_all).await.has_status(200);
    })
    .await;
}
