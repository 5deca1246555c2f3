//! A person's records: made, renamed, removed when they are empty, and no one else's.

use crate::support::{Browser, Clinic, Page, on_each_database};
use uuid::Uuid;

/// Makes a record and answers its id.
async fn make(browser: &Browser, name: &str) -> String {
    let fields = [
        ("name", name),
        ("relation", "my-child"),
        ("birth_year", "2016"),
    ];
    let page = browser.post("/account/records/new", &fields).await;
    page.has_status(303);
    let path = page.header("location").to_owned();
    path.rsplit('/').next().unwrap_or_default().to_owned()
}

async fn new(browser: &Browser, fields: [&str; 3]) -> Page {
    let [name, relation, year] = fields;
    let fields = [("name", name), ("relation", relation), ("birth_year", year)];
    browser.post("/account/records/new", &fields).await
}

async fn audited(clinic: &Clinic, action: &str) -> i64 {
    let sql = format!("select count(*) from audit where action = '{action}'");
    clinic.database.number(&sql).await
}

#[tokio::test]
async fn records_are_made_renamed_and_removed() {
    on_each_database(async |clinic| {
        let pat = clinic.person("Pat", "pat@example.org").await;
        pat.get("/account")
            .await
            .says("You do not have any records yet");
        let id = make(&pat, "Emma Müller").await;
        let home = pat.get("/account").await;
        home.says("Emma Müller");
        home.says("Your child, born 2016");
        home.says("No clinic is connected");

        let change = format!("/account/records/{id}/change");
        let form = pat.get(&change).await;
        assert_eq!(form.kept("birth_year").as_deref(), Some("2016"));
        let fields = [
            ("name", "李小龍"),
            ("relation", "myself"),
            ("birth_year", ""),
        ];
        pat.post(&change, &fields).await.leads_to("/account");
        pat.get("/account").await.says("李小龍");

        let remove = format!("/account/records/{id}/remove");
        pat.get(&remove).await.says("Remove this record?");
        pat.post(&remove, &[]).await.leads_to("/account/records");
        pat.get("/account").await.says_nothing_of("李小龍");
        pat.get(&change).await.has_status(404);
        for action in ["record.make", "record.change", "record.remove"] {
            assert_eq!(audited(clinic, action).await, 1, "{action}");
        }
        assert_eq!(
            clinic.database.number("select count(*) from record").await,
            0
        );
    })
    .await;
}

#[tokio::test]
async fn a_record_that_makes_no_sense_is_refused_and_kept_as_typed() {
    on_each_database(async |clinic| {
        let pat = clinic.person("Pat", "pat@example.org").await;
        let page = new(&pat, ["Emma", "my-child", "2027"]).await;
        page.has_status(422);
        let error = page.error_at("birth_year").expect("a message");
        assert!(error.contains("this year or earlier"), "{error}");
        assert_eq!(page.kept("name").as_deref(), Some("Emma"));
        assert_eq!(page.count("input[value=my-child][checked]"), 1);
        let page = new(&pat, ["", "somebody", "16"]).await;
        page.has_status(422);
        for field in ["name", "relation", "birth_year"] {
            assert!(page.error_at(field).is_some(), "{field}");
        }
        for odd in ["a\u{200b}b", "\u{202e}", &"x".repeat(5_000)] {
            new(&pat, [odd, "myself", ""]).await.has_status(422);
        }
        make(&pat, "Emma").await;
        let page = new(&pat, [" emma ", "myself", ""]).await;
        page.has_status(422);
        page.says("You already have a record with this name");
        assert_eq!(
            clinic.database.number("select count(*) from record").await,
            1
        );
    })
    .await;
}

#[tokio::test]
async fn a_record_in_use_is_not_removed() {
    on_each_database(async |clinic| {
        let invitation = clinic.invite("MRN-1").await;
        let pat = clinic.person("Pat", "pat@example.org").await;
        clinic.connect(&pat, &invitation, "Emma").await;
        let records = pat.get("/account/records").await;
        records.says("You can remove a record when no clinic is connected");
        let change = records.attributes("a[href$='/change']", "href").remove(0);
        let remove = change.replace("/change", "/remove");
        pat.get(&remove).await.leads_to("/account/records");
        let before = clinic.database.dump().await;
        pat.post(&remove, &[("seen", "forged")])
            .await
            .leads_to("/account/records");
        assert_eq!(clinic.database.dump().await, before);

        // Disconnected and empty it goes, and its id stays for the clinic's log alone.
        let id = pat
            .get("/account")
            .await
            .attributes("input[name=authorization]", "value");
        pat.post("/account/disconnect", &[("authorization", &id[0])])
            .await
            .has_status(200);
        pat.get(&remove).await.has_status(200);
        pat.post(&remove, &[]).await.leads_to("/account/records");
        let names = clinic.database.texts("select name from record").await;
        assert_eq!(names, [""]);
        assert_eq!(
            clinic
                .database
                .number("select count(*) from custodian")
                .await,
            0
        );
    })
    .await;
}

#[tokio::test]
async fn a_change_of_what_was_not_shown_changes_nothing() {
    on_each_database(async |clinic| {
        let pat = clinic.person("Pat", "pat@example.org").await;
        let id = make(&pat, "Emma").await;
        let change = format!("/account/records/{id}/change");
        let rename = async |name: &str, seen: &str| {
            let fields = [("name", name), ("relation", "myself"), ("seen", seen)];
            pat.post(&change, &fields).await
        };
        pat.get(&change).await.has_status(200);
        let seen = pat.seen_for(&change).expect("a digest");
        rename("Tom", &seen).await.leads_to("/account");
        let page = rename("Ann", &seen).await;
        page.has_status(409);
        page.says("Nothing was saved");
        assert_eq!(page.kept("name").as_deref(), Some("Ann"));
        rename("Ann", "").await.has_status(409);
        let remove = format!("/account/records/{id}/remove");
        pat.post(&remove, &[("seen", "")]).await.has_status(200);
        pat.post(&remove, &[("seen", &seen)]).await.has_status(409);
        pat.get("/account").await.says("Tom");
    })
    .await;
}

/// Another person's record, one that no one has, and what is no id: the same bytes but for the page's own nonce.
#[tokio::test]
async fn another_persons_record_is_answered_like_none() {
    on_each_database(async |clinic| {
        let pat = clinic.person("Pat", "pat@example.org").await;
        let id = make(&pat, "Emma").await;
        let fields = [("weight", "68"), ("date", "2026-05-01")];
        let add = format!("/account/records/{id}/add/weight");
        pat.post(&add, &fields).await.has_status(303);
        let item = clinic.database.texts(if clinic.is_postgres() {
            "select id::text from thing"
        } else {
            "select lower(hex(id)) from thing"
        });
        let item = Uuid::parse_str(&item.await[0]).expect("an id").to_string();
        let sam = clinic.person("Sam", "sam@example.org").await;
        let nobody = Uuid::from_u128(7).to_string();
        let before = clinic.database.dump().await;
        for path in [
            "",
            "/change",
            "/remove",
            "/items",
            "/items/ITEM",
            "/items/ITEM/change",
            "/items/ITEM/remove",
            "/items/ITEM/file.xml",
            "/add",
            "/add/weight",
        ] {
            let path = path.replace("ITEM", &item);
            let at = |record: &str| format!("/account/records/{record}{path}");
            let theirs = sam.get(&at(&id)).await;
            theirs.has_status(404);
            for other in [&nobody, "nonsense"] {
                let none = sam.get(&at(other)).await;
                assert_eq!(none.status, theirs.status, "{path}");
                assert_eq!(none.body, theirs.body, "{path}");
            }
            let fields = [
                ("name", "Eve"),
                ("relation", "myself"),
                ("weight", "68"),
                ("date", "2026-05-01"),
                ("seen", item.as_str()),
            ];
            let theirs = sam.post(&at(&id), &fields).await;
            let none = sam.post(&at(&nobody), &fields).await;
            assert!([404, 405].contains(&theirs.status.as_u16()), "{path}");
            assert_eq!(
                (none.status, none.body),
                (theirs.status, theirs.body),
                "{path}"
            );
        }
        assert_eq!(clinic.database.dump().await, before);
    })
    .await;
}

#[tokio::test]
async fn two_hundred_records_are_shown_and_one_more_is_refused() {
    on_each_database(async |clinic| {
        let pat = clinic.person("Pat", "pat@example.org").await;
        make(&pat, "Emma").await;
        let (id, yes) = if clinic.is_postgres() {
            ("lpad(to_hex(number), 32, '0')::uuid", "now()")
        } else {
            ("unhex(printf('%032x', number))", "0")
        };
        let numbers = "with recursive numbers(number) as (select 1 union all select number + 1 from numbers \
            where number < 199)";
        for sql in [
            format!("insert into record (id, name, made_at) {numbers} select {id}, 'Record ' || number, {yes} from numbers"),
            format!("insert into custodian (person_id, record_id, since) {numbers} select person.id, {id}, {yes} from numbers, person"),
        ] {
            clinic.database.execute(&sql).await;
        }
        let home = pat.get("/account").await;
        assert_eq!(home.count(".person-card"), 200);
        pat.get("/account/records").await.says("Record 199");
        let page = new(&pat, ["One more", "myself", ""]).await;
        page.has_status(422);
        page.says("You have 200 records");

        // Connecting makes no more of them either, whichever page asks for it.
        let letter = clinic.invite("MRN-1").await;
        clinic.answer(&pat, &letter).await;
        let more = [("record", "new"), ("record_name", "One more")];
        let page = pat.post("/connect/record", &more).await;
        page.has_status(422);
        page.says("You have 200 records");
        let one = format!(
            "delete from custodian where record_id = {}",
            id.replace("number", "1")
        );
        assert_eq!(clinic.database.execute(&one).await, 1);
        pat.post("/connect/record", &more).await.leads_to("/connect/authorize");
        pat.get("/connect/authorize").await.has_status(200);
        make(&pat, "The last one").await;
        let decision = [("decision", "authorize")];
        pat.post("/connect/authorize", &decision).await.leads_to("/connect/record");
        pat.get("/connect/authorize").await.leads_to("/connect/record");
        let count = "select count(*) from custodian";
        assert_eq!(clinic.database.number(count).await, 200);
    })
    .await;
}
