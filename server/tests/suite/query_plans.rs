//! Each list is read by an index: the statements that the store runs, as the engine would run them over many rows.
//!
//! A page of fifty that reads a whole table is quick with a thousand rows and stands still with a million.

use crate::support::{Clinic, on_each_database};
use domain::connect_request::{Listed, Standing};
use domain::policy;
use domain::timestamp::Timestamp;
use std::time::Duration;
use store::{
    access, applications, audits, authorizations, connect_requests, connections, custodians,
    events, monthly_marks, pickups, records, request_list, request_words, sessions, staff,
    statistics, things,
};

/// Rows of the clinic under test. As many belong to its neighbour.
const ROWS: u32 = 8_000;

/// A value in a statement.
#[derive(Clone)]
enum Value {
    Id(u128),
    At(Timestamp),
    Text(&'static str),
    Number(i64),
    No,
}

impl Value {
    /// As each engine writes it.
    fn written(&self, postgres: bool) -> String {
        match self {
            Self::Id(id) if postgres => format!("'{id:032x}'::uuid"),
            Self::Id(id) => format!("x'{id:032x}'"),
            Self::At(at) if postgres => format!("'{}'::timestamptz", at.rfc3339()),
            Self::At(at) => at.micros().to_string(),
            Self::Text(text) => format!("'{text}'"),
            Self::Number(number) => number.to_string(),
            Self::No if postgres => "false".to_owned(),
            Self::No => "0".to_owned(),
        }
    }
}

/// A statement with its values in it.
fn filled(sql: &str, values: &[Value], postgres: bool) -> String {
    let numbered = values.iter().enumerate().rev();
    numbered.fold(sql.to_owned(), |sql, (number, value)| {
        sql.replace(&format!("${}", number + 1), &value.written(postgres))
    })
}

/// Fails where a plan reads a table or an index from end to end.
#[track_caller]
fn reads_little(name: &str, plan: &str) {
    for line in plan.lines().map(str::trim) {
        let whole = line.contains("Seq Scan on") || line.starts_with("SCAN ");
        // What a statement has found already may be gone through once more.
        let found = [
            "SCAN hit",
            "SCAN over",
            "SCAN resting",
            "SCAN (",
            "SCAN CONSTANT ROW",
            "SCAN counted",
        ];
        let of_found = found.iter().any(|found| line.starts_with(found));
        // There are two clinics here and no logos, whose rows are found by their keys where there are many.
        let few = ["Seq Scan on application ", "Seq Scan on logo "];
        let of_found = of_found || few.iter().any(|few| line.contains(few));
        assert!(!whole || of_found, "{name} reads all of a table:\n{plan}");
    }
}

/// What SQLite may put into order once it is found: statements by the beginning of their name, and what they sort.
const FEW: [(&str, &str); 8] = [
    // The records of one patient.
    ("log of a patient", "audit_subject"),
    // The mails of one request.
    ("", "job_request"),
    // The requests that one external id ever had.
    ("id in ", "external_id"),
    // A page, and those that are overdue until the next clean-up.
    ("list ended", "(id=?)"),
    // What happened to one request.
    ("what happened to a request", "audit_subject"),
    // Those of one moment: all of them are asked for.
    ("connected since", "pickup"),
    // The colleagues of one clinic.
    ("team", "staff_application"),
    // The clinics that one person knows.
    ("clinics of a person", "(id=?)"),
];

/// Fails where a plan puts much into order: it finds all of it before it shows the first page. PostgreSQL says how much
/// it expects; SQLite says what it sorts, by what it reads outermost at the same depth.
#[track_caller]
fn sorts_few(name: &str, plan: &str) {
    let depth = |line: &str| line.len() - line.trim_start().len();
    let lines: Vec<&str> = plan.lines().collect();
    for (place, line) in lines.iter().enumerate() {
        let node = line.trim().trim_start_matches("->").trim();
        let few = if node.starts_with("Sort  (") || node.starts_with("Incremental Sort  (") {
            let expected = node
                .split_once("rows=")
                .and_then(|(_, rows)| rows.split(' ').next()?.parse::<u32>().ok());
            expected.is_some_and(|rows| rows <= policy::COUNTED_MAX)
        } else if node.starts_with("USE TEMP B-TREE FOR") && node.ends_with("ORDER BY") {
            let before = lines[..place].iter().rev();
            let beside = before.take_while(|before| depth(before) >= depth(line));
            let read = beside.filter(|before| depth(before) == depth(line)).last();
            FEW.iter().any(|(names, few)| {
                name.starts_with(names) && read.is_some_and(|read| read.contains(few))
            })
        } else {
            true
        };
        assert!(few, "{name} sorts, {node}:\n{plan}");
    }
}

/// Many requests in every state, their mails, words, connections and records, of two clinics.
async fn seed(clinic: &Clinic, neighbour: u128) {
    let postgres = clinic.is_postgres();
    let own = clinic.application.0.as_u128();
    let made = clinic.now();
    for (place, application) in [(1_u128, own), (2, neighbour)] {
        let value = |value: Value| value.written(postgres);
        let (id, blob) = if postgres {
            ("lpad(to_hex(number), 32, '0')::uuid", "''::bytea")
        } else {
            ("unhex(printf('%032x', number))", "x''")
        };
        let digest = if postgres {
            "decode(lpad(to_hex(number), 32, '0'), 'hex')"
        } else {
            id
        };
        let numbers = format!(
            "with recursive numbers(number) as (select {first} union all select number + 1 from numbers \
             where number < {last})",
            first = place * 1_000_000,
            last = place * 1_000_000 + u128::from(ROWS),
        );
        let application = value(Value::Id(application));
        let person = value(Value::Id(place));
        // Each person has twenty records.
        let custodian = id.replace("number", "(number - number % 20)");
        let first_record = value(Value::Id(place * 1_000_000));
        let at = value(Value::At(made));
        // One after the other through the day before, ending through the month after.
        let (then, end) = if postgres {
            (
                format!("{at} - interval '1 day' + number % {ROWS} * interval '10 seconds'"),
                format!("{at} + (number % {ROWS} + 1) * interval '5 minutes'"),
            )
        } else {
            (
                format!("{at} - 86400000000 + number % {ROWS} * 10000000"),
                format!("{at} + (number % {ROWS} + 1) * 300000000"),
            )
        };
        let (yes, no) = if postgres {
            ("true", "false")
        } else {
            ("1", "0")
        };
        clinic
            .database
            .execute(&format!(
                "insert into person (id, name, email, email_key, password_hash, made_at) \
                 values ({person}, 'Pat', 'pat{place}', 'pat{place}', '', {at})"
            ))
            .await;
        for statement in [
            format!(
                "insert into connect_request (id, application_id, external_id, friendly_name, language, answer_mode, \
                 answer_edges, wrong_answers, code_digest, code_state, code_state_at, made_at, expires_at, person_id, \
                 picked_up_at, mail_trouble, connected_since, disconnected_at, connected_record_id) {numbers} select {id}, {application}, 'MRN-' || number, 'Emma Miller', \
                 'en', 'strict', {no}, 3, {digest}, case number % 10 when 1 then 'ended' when 2 then 'replaced' \
                 when 3 then 'stopped' else 'usable' end, case when number % 10 in (1, 2, 3) then {then} end, {then}, \
                 {end}, case when number % 10 > 4 then {person} end, case when number % 10 > 4 then {then} end, \
                 case when number % 100 = 4 then {yes} else {no} end, \
                 case when number % 10 > 4 or number % 100 = 4 then {then} end, \
                 case when number % 100 = 4 then {then} end, \
                 case when number % 10 > 4 or number % 100 = 4 then {id} end from numbers"
            ),
            format!(
                "insert into request_word (connect_request_id, application_id, word) {numbers} \
                 select {id}, {application}, 'mrn-' || number from numbers \
                 union all select {id}, {application}, 'emma' from numbers \
                 union all select {id}, {application}, 'm' || number from numbers"
            ),
            format!(
                "insert into job (id, kind, connect_request_id, payload, state, attempts, run_at, made_at, ended_at) \
                 {numbers} select {id}, 'connect', {id}, {blob}, 'done', 1, {at}, {at}, {at} from numbers"
            ),
            format!(
                "insert into audit (chain, number, at, actor_kind, action, subject_id, outcome, hash) {numbers} \
                 select {application}, number, {at}, 'system', 'connect-request.create', {id}, 'made', {blob} \
                 from numbers"
            ),
            format!(
                "insert into event (application_id, number, kind, external_id, at) {numbers} \
                 select {application}, number, 'expired', 'MRN-' || number, {at} from numbers"
            ),
            format!(
                "insert into result_tally (application_id, month, delivery, language, what, days, count) {numbers} \
                 select {application}, '0' || number, 'email', 'en', 'made', -1, 1 from numbers"
            ),
            format!(
                "insert into record (id, name, made_at) {numbers} select {id}, 'Emma', {at} from numbers"
            ),
            format!(
                "insert into person (id, name, email, email_key, password_hash, made_at) {numbers} \
                 select {id}, 'Sam', 'sam', 'sam' || number, '', {at} from numbers where number % 20 = 0"
            ),
            format!(
                "insert into record_authorization (id, application_id, person_id, record_id, granted_at) \
                 {numbers} select {id}, {application}, {custodian}, {id}, {at} from numbers"
            ),
            format!(
                "insert into connection (authorization_id, external_id, application_id, since) \
                 {numbers} select {id}, 'MRN-' || number, {application}, {at} from numbers"
            ),
            format!(
                "insert into pickup (connect_request_id, record_id, authorization_id, application_id, person_id, \
                 flow_id, at) {numbers} select {id}, {id}, {id}, {application}, {person}, {id}, {then} from numbers"
            ),
            format!(
                "insert into session (digest, data, made_at, seen_at, person_id) {numbers} \
                 select {digest}, {blob}, {at}, {then}, {custodian} from numbers"
            ),
            format!(
                "insert into custodian (person_id, record_id, since) {numbers} select {custodian}, {id}, {at} from numbers"
            ),
            // All in one record: the first one of each person.
            format!(
                "insert into thing (id, record_id, type_id, version_stamp, removed, effective_at, data, created_at, \
                 created_by, created_for, updated_at, updated_by, updated_for) {numbers} select {id}, {first_record}, \
                 case when number % 2 = 0 then {first_record} else {id} end, {id}, {no}, {then}, {blob}, {at}, \
                 {application}, {person}, {at}, {application}, {person} from numbers"
            ),
            format!(
                "insert into access (record_id, actor_id, person_id, what, type_id, day, id, times, things, \
                 first_at, last_at) {numbers} select case when number % 2 = 0 then {first_record} else {id} end, \
                 {application}, {person}, 'read', {id}, '2026-05-04', {id}, 1, 1, {at}, {at} from numbers"
            ),
            format!(
                "insert into staff (id, application_id, name, email, email_key, role, password_hash, disabled, made_at) \
                 {numbers} select {id}, {application}, 'Kim', {place} || 'kim' || number, {place} || 'kim' || number, \
                 'front-desk', '', {no}, {at} from numbers where number % 10 = 0 and {place} = 2"
            ),
        ] {
            clinic.database.execute(&statement).await;
        }
    }
}

/// All statements of lists, with the values of a page in the middle.
fn statements(clinic: &Clinic) -> Vec<(String, &'static str, Vec<Value>)> {
    use Value::{At, Id, Number, Text};
    let own = || Id(clinic.application.0.as_u128());
    let (now, middle) = (clinic.now(), 1_000_000 + u128::from(ROWS) / 2);
    let soon = now + policy::ENDING_SOON;
    let half_a_day = Duration::from_secs(u64::from(ROWS) / 2 * 10);
    let made = now - Duration::from_hours(24) + half_a_day;
    let lately = now - Duration::from_hours(24) + Duration::from_secs(u64::from(ROWS) * 10 - 600);
    let paged = || vec![own(), At(now), Id(middle), At(soon), At(made)];
    let mut all = Vec::new();
    let lists = Listed::AT_THE_DESK.into_iter();
    let tombstones = [Standing::Replaced, Standing::Deleted].map(Listed::Standing);
    for listed in lists.chain(tombstones) {
        let [page, back, of_external_id, found, found_back] = request_list::statements(listed);
        let mut values = paged();
        if listed == Listed::EndingSoon {
            values[4] = At(now);
        }
        all.push((format!("list {}", listed.name()), page, values.clone()));
        if listed == Listed::EndingSoon {
            values[4] = At(soon);
        }
        all.push((format!("list {} back", listed.name()), back, values));
        let mut values = paged();
        values.push(Text("MRN-1000400"));
        all.push((format!("id in {}", listed.name()), of_external_id, values));
        let mut values = paged();
        values.truncate(4);
        let words = ["emma", "emmb", "emma", "mrn-1", "mrn-2", "emma", "emmb"];
        values.extend(words.map(Text));
        all.push((format!("words in {}", listed.name()), found, values.clone()));
        values[5] = Text("emma");
        all.push((
            format!("words back in {}", listed.name()),
            found_back,
            values,
        ));
    }
    let [log, log_of_action, log_of_staff, log_of_both, last_before] = audits::LOG_STATEMENTS;
    let far = Number(1_000_000 + i64::from(ROWS) / 2);
    let action = || Text("connect-request.create");
    let others = [
        (
            "log of a patient",
            audits::LOG_OF_PATIENT_STATEMENT,
            vec![
                own(),
                far.clone(),
                Number(50),
                Text("MRN-1000400"),
                action(),
                Id(middle),
            ],
        ),
        ("counts", request_list::COUNTS_STATEMENT, paged()),
        (
            "the word of a cursor",
            request_words::FIRST_STATEMENT,
            vec![Id(middle), own(), Text("emma"), Text("emmb")],
        ),
        (
            "holder of an id",
            connect_requests::HOLDER_STATEMENT,
            vec![own(), Text("MRN-1000400")],
        ),
        ("log", log, vec![own(), far.clone(), Number(51)]),
        (
            "log of an action",
            log_of_action,
            vec![own(), far.clone(), Number(51), action()],
        ),
        (
            "log of a colleague",
            log_of_staff,
            vec![
                own(),
                far.clone(),
                Number(51),
                Id(clinic.staff.staff.0.as_u128()),
            ],
        ),
        (
            "log of an action of a colleague",
            log_of_both,
            vec![
                own(),
                far.clone(),
                Number(51),
                Id(clinic.staff.staff.0.as_u128()),
                action(),
            ],
        ),
        ("log before a day", last_before, vec![own(), At(now)]),
        (
            "what happened to a request",
            audits::OF_SUBJECT_STATEMENT,
            vec![own(), Id(middle)],
        ),
        (
            "events",
            events::LIST_STATEMENT,
            vec![own(), far, Number(200)],
        ),
        (
            "connected since",
            pickups::CONNECTED_SINCE_STATEMENT,
            vec![own(), At(lately), Id(0), Id(0), Number(1_001)],
        ),
        (
            "connected, as a file",
            connections::CONNECTED_STATEMENT,
            vec![own(), Number(50)],
        ),
        (
            "connections of an id",
            connections::OF_EXTERNAL_ID_STATEMENT,
            vec![own(), Text("MRN-1000400")],
        ),
        ("team", staff::LIST_STATEMENT, vec![own()]),
        (
            "overview",
            statistics::LIST_STATEMENT,
            vec![own(), Text("2026-01")],
        ),
        (
            "purge",
            connect_requests::PURGE_STATEMENT,
            vec![At(now - policy::RETENTION), Number(200)],
        ),
    ];
    all.extend(of_a_person(clinic));
    all.extend(others.map(|(name, sql, values)| (name.to_owned(), sql, values)));
    all
}

/// The lists of a person's own pages.
fn of_a_person(clinic: &Clinic) -> Vec<(String, &'static str, Vec<Value>)> {
    use Value::{At, Id, No, Number};
    let (person, record) = (|| Id(1), || Id(1_000_000));
    let custodian = || Id(1_000_000 + u128::from(ROWS) / 2);
    let middle = || Id(1_000_000 + u128::from(ROWS) / 2);
    let own = || Id(clinic.application.0.as_u128());
    let (now, few) = (clinic.now(), || Number(51));
    let [of_record, of_type] = things::PAGE_STATEMENTS;
    let [of_person, of_clinic, log_of_record, of_both] = access::STATEMENTS;
    let at = || vec![record(), No, At(now), middle(), few()];
    let with = |mut values: Vec<Value>, more: Value| {
        values.push(more);
        values
    };
    let logged = || vec![person(), middle(), few()];
    [
        (
            "records of a person",
            records::LIST_STATEMENT,
            vec![custodian()],
        ),
        ("items of a record", of_record, at()),
        ("items of a type", of_type, with(at(), record())),
        ("log of a person", of_person, logged()),
        (
            "log of a person by clinic",
            of_clinic,
            with(logged(), own()),
        ),
        (
            "log of a person by record",
            log_of_record,
            with(logged(), record()),
        ),
        (
            "log of a person by both",
            of_both,
            with(with(logged(), record()), own()),
        ),
        (
            "sessions of a person",
            sessions::OF_PERSON_STATEMENT,
            vec![custodian(), few()],
        ),
        (
            "last uses",
            authorizations::LAST_USES_STATEMENT,
            vec![custodian()],
        ),
        (
            "people to tell of a month",
            monthly_marks::DUE_STATEMENT,
            vec![custodian(), own(), At(now), At(now), few()],
        ),
        (
            "connected by others",
            authorizations::OF_OTHERS_STATEMENT,
            vec![custodian()],
        ),
        (
            "who else looks after records",
            custodians::BESIDE_STATEMENT,
            vec![custodian()],
        ),
        (
            "begun lately",
            connections::LATELY_STATEMENT,
            vec![custodian(), At(now)],
        ),
        (
            "clinics of a person",
            applications::OF_PERSON_STATEMENT,
            vec![custodian()],
        ),
    ]
    .map(|(name, sql, values)| (name.to_owned(), sql, values))
    .into()
}

async fn look(clinic: &Clinic) {
    for (name, sql, values) in statements(clinic) {
        let sql = filled(sql, &values, clinic.is_postgres());
        let plan = clinic.database.explain(&sql).await;
        assert!(!plan.is_empty(), "{name} has a plan");
        reads_little(&name, &plan);
        sorts_few(&name, &plan);
    }
}

#[tokio::test]
async fn every_list_is_read_by_an_index_however_many_rows_there_are() {
    on_each_database(async |clinic| {
        let neighbour = clinic.another_application().await.0.as_u128();
        seed(clinic, neighbour).await;
        if !clinic.is_postgres() {
            // No one has counted anything yet: SQLite plans by the shape of the statement alone.
            look(clinic).await;
        }
        clinic.database.execute("analyze").await;
        look(clinic).await;
    })
    .await;
}

#[tokio::test]
async fn a_plan_that_reads_a_whole_table_is_noticed() {
    on_each_database(async |clinic| {
        let neighbour = clinic.another_application().await.0.as_u128();
        seed(clinic, neighbour).await;
        clinic.database.execute("analyze").await;
        let sql = "select id from connect_request where friendly_name like '%mm%' limit 51";
        let plan = clinic.database.explain(sql).await;
        let looked = std::panic::catch_unwind(|| reads_little("a bad list", &plan));
        assert!(looked.is_err(), "{plan}");
    })
    .await;
}

#[tokio::test]
async fn a_plan_that_sorts_a_whole_list_is_noticed() {
    on_each_database(async |clinic| {
        let neighbour = clinic.another_application().await.0.as_u128();
        seed(clinic, neighbour).await;
        clinic.database.execute("analyze").await;
        let sql = "select id from connect_request where application_id = $1 order by friendly_name limit 51";
        let own = Value::Id(clinic.application.0.as_u128());
        let sql = filled(sql, &[own], clinic.is_postgres());
        let plan = clinic.database.explain(&sql).await;
        let looked = std::panic::catch_unwind(|| sorts_few("a bad list", &plan));
        assert!(looked.is_err(), "{plan}");
    })
    .await;
}

/// What a page costs does not grow with what is stored: PostgreSQL says how many rows it read.
#[tokio::test]
async fn a_page_reads_about_as_many_rows_as_it_shows() {
    on_each_database(async |clinic| {
        if !clinic.is_postgres() {
            return;
        }
        let neighbour = clinic.another_application().await.0.as_u128();
        seed(clinic, neighbour).await;
        clinic.database.execute("analyze").await;
        for (name, sql, values) in statements(clinic) {
            if !name.starts_with("list ") {
                continue;
            }
            let sql = filled(sql, &values, true);
            let sql = format!("(analyze, costs off, timing off) {sql}");
            let plan = clinic.database.explain(&sql).await;
            let removed: u64 = plan
                .lines()
                .filter_map(|line| line.trim().strip_prefix("Rows Removed by Filter: "))
                .filter_map(|rows| rows.parse::<u64>().ok())
                .sum();
            assert!(removed < 200, "{name} throws {removed} rows away:\n{plan}");
        }
    })
    .await;
}
