//! Every use case leaves one record, and a record that is changed or missing shows.

use crate::support::{ANSWER, Clinic, PASSWORD, on_each_database};
use service::Administrator;
use std::collections::BTreeSet;

/// Does everything that leaves a record.
async fn live(clinic: &Clinic) {
    let by_mail = clinic.invite_by_mail("MRN-1", "emma@example.org").await;
    let withdrawn = clinic.invite("MRN-2").await;
    clinic.withdraw(&withdrawn).await;
    let replaced = clinic.invite("MRN-3").await;
    let renewed = clinic.reissue(&replaced).await;
    let desk = clinic.desk();
    let renamed = clinic
        .services()
        .connect_requests()
        .rename(desk, renewed.id, "MRN-33", None);
    renamed.await.expect("renamed");
    clinic.drain().await;

    let person = clinic.person("Pat", "pat@example.org").await;
    person.post("/sign-out", &[]).await.leads_to("/");
    let pair = |password| [("email", "pat@example.org"), ("password", password)];
    person
        .post("/sign-in", &pair("not the password"))
        .await
        .has_status(422);
    person
        .post("/sign-in", &pair(PASSWORD))
        .await
        .leads_to("/account");
    person
        .post("/connect", &[("code", &by_mail.code)])
        .await
        .leads_to("/connect/question");
    person
        .post("/connect/question", &[("answer", "silver pond")])
        .await
        .has_status(422);
    person
        .post("/connect/question", &[("answer", ANSWER)])
        .await
        .leads_to("/connect/record");
    let record = [("record", "new"), ("record_name", "Emma")];
    person
        .post("/connect/record", &record)
        .await
        .leads_to("/connect/authorize");
    person.get("/connect/authorize").await.has_status(200);
    person
        .post("/connect/authorize", &[("decision", "authorize")])
        .await
        .leads_to("/connect/done");
    let connections = person
        .get("/account")
        .await
        .attributes("input[name=authorization]", "value");
    person
        .post("/account/disconnect", &[("authorization", &connections[0])])
        .await
        .has_status(200);

    let other = clinic.browser();
    other
        .post("/connect", &[("code", &renewed.code)])
        .await
        .leads_to("/connect/question");
    other
        .post("/connect/not-me", &[("choice", "not-me")])
        .await
        .has_status(200);
    let details = [
        ("name", "Sam"),
        ("email", "sam@example.org"),
        ("password", PASSWORD),
    ];
    other
        .post("/create-account", &details)
        .await
        .leads_to("/create-account");
    other
        .post("/create-account", &[("digits", "000000")])
        .await
        .has_status(422);
    other
        .post("/create-account", &[("resend", "yes")])
        .await
        .has_status(200);

    let staff = clinic.browser();
    let pair = |password| [("email", "robin@clinic.example"), ("password", password)];
    staff
        .post("/staff/sign-in", &pair("not the password"))
        .await
        .has_status(422);
    staff
        .post("/staff/sign-in", &pair(PASSWORD))
        .await
        .leads_to("/staff");
    staff
        .post("/staff/sign-out", &[])
        .await
        .leads_to("/staff/sign-in");

    clinic.invite("MRN-4").await;
    clinic
        .services()
        .applications()
        .add_api_key(Administrator::at_command_line(clinic.application), false)
        .await
        .expect("a key");
    clinic
        .services()
        .applications()
        .set(
            Administrator::at_command_line(clinic.application),
            service::ApplicationChange::default(),
        )
        .await
        .expect("set");
    clinic.set(clinic.code_end());
    clinic
        .services()
        .installation()
        .clean_up(clinic.now())
        .await
        .expect("cleaned up");
}

#[tokio::test]
async fn every_use_case_leaves_a_record_with_its_outcome() {
    on_each_database(async |clinic| {
        live(clinic).await;
        let sql = "select distinct action || ' ' || outcome || ' by ' || actor_kind from audit";
        let found: BTreeSet<String> = clinic.database.texts(sql).await.into_iter().collect();
        let expected = [
            "account.confirm made by person",
            "account.confirm wrong-digits by nobody",
            "account.resend-digits digits-mailed by nobody",
            "account.sign-in signed-in by person",
            "account.sign-in wrong-pair by nobody",
            "account.sign-out signed-out by person",
            "account.start digits-mailed by nobody",
            "application.add added by command-line",
            "application.add-key added by command-line",
            "application.set changed by command-line",
            "authorization.disconnect disconnected by person",
            "connect-request.answer right by code-holder",
            "connect-request.answer wrong by code-holder",
            "connect-request.authorize connected by person",
            "connect-request.create made by staff",
            "connect-request.create reissued by staff",
            "connect-request.delete deleted by staff",
            "connect-request.expire ended by system",
            "connect-request.mail sent by system",
            "connect-request.not-me refused by code-holder",
            "connect-request.rename renamed by staff",
            "connect-request.replace replaced by staff",
            "staff.add added by command-line",
            "staff.sign-in signed-in by staff",
            "staff.sign-in wrong-pair by nobody",
            "staff.sign-out signed-out by staff",
        ];
        assert_eq!(found, expected.map(str::to_owned).into());
        let (read, broken) = clinic.services().audit().verify().await.expect("a walk");
        assert!(broken.is_empty(), "{broken:?}");
        let rows = clinic.database.number("select count(*) from audit").await;
        assert_eq!(i64::try_from(read), Ok(rows));
    })
    .await;
}

/// The condition that names one row: the chain as the engine writes it, and the number.
async fn rows(clinic: &Clinic) -> Vec<String> {
    let sql = if clinic.is_postgres() {
        "select 'chain = ''' || chain || ''' and number = ' || number from audit order by chain, number"
    } else {
        "select 'chain = x''' || hex(chain) || ''' and number = ' || number from audit order by chain, number"
    };
    clinic.database.texts(sql).await
}

async fn breaks(clinic: &Clinic) -> usize {
    clinic
        .services()
        .audit()
        .verify()
        .await
        .expect("a walk")
        .1
        .len()
}

#[tokio::test]
async fn any_record_that_is_edited_or_removed_is_found() {
    on_each_database(async |clinic| {
        live(clinic).await;
        let rows = rows(clinic).await;
        assert!(rows.len() >= 30, "{} rows", rows.len());
        let other_id = if clinic.is_postgres() {
            "'00000000-0000-0000-0000-000000000007'"
        } else {
            "x'00000000000000000000000000000007'"
        };
        let other_time = if clinic.is_postgres() {
            "at + interval '1 second'"
        } else {
            "at + 1"
        };
        let edits = [
            "outcome = outcome || '.'".to_owned(),
            "action = 'connect-request.look'".to_owned(),
            "actor_kind = 'nobody.'".to_owned(),
            format!("actor_id = {other_id}"),
            format!("subject_id = {other_id}"),
            format!("at = {other_time}"),
        ];
        let database = &clinic.database;
        for (number, row) in rows.iter().enumerate() {
            database
                .execute(&format!(
                    "create table kept as select * from audit where {row}"
                ))
                .await;
            let edit = &edits[number % edits.len()];
            assert_eq!(
                database
                    .execute(&format!("update audit set {edit} where {row}"))
                    .await,
                1
            );
            assert_eq!(breaks(clinic).await, 1, "{edit} where {row}");
            assert_eq!(
                database
                    .execute(&format!("delete from audit where {row}"))
                    .await,
                1
            );
            assert_eq!(breaks(clinic).await, 1, "{row} removed");
            database
                .execute("insert into audit select * from kept")
                .await;
            database.execute("drop table kept").await;
            assert_eq!(breaks(clinic).await, 0, "{row} put back");
        }
        database.execute("delete from audit").await;
        assert_eq!(breaks(clinic).await, 2, "all removed: the heads remember");
    })
    .await;
}
