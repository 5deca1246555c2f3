//! Many requests from one file: read, shown, confirmed, and then all of them or none.

use crate::support::{Browser, Clinic, ORIGIN, Page, on_each_database};
use axum::http::Method;
use domain::policy;
use domain::staff::Role;
use service::mail::{Memory, Transport};
use std::time::Duration;
use store::jobs::Urgency;
use tokio::time::Instant;

const HEADER: &str = "external_id,friendly_name,question,answer,email,language,reason\n";
const ANSWER: &str = "Nancy Blackett";
const HOUR: Duration = Duration::from_hours(1);

/// A whole file of patients.
fn table(count: usize) -> String {
    format!("{HEADER}{}", rows(count))
}

/// Rows of patients, every third with an e-mail address.
fn rows(count: usize) -> String {
    (1..=count)
        .map(|number| {
            let email = if number % 3 == 0 { format!("p{number}@example.org") } else { String::new() };
            format!("MRN-{number},Patient {number},Which boat did you sail first?,{ANSWER} {number},{email},,\n")
        })
        .collect()
}

async fn upload_bytes(browser: &Browser, file: &[u8]) -> Page {
    let start = "--edge\r\ncontent-disposition: form-data; name=\"file\"; filename=\"patients.csv\"\r\n\
                 content-type: text/csv\r\n\r\n";
    let body = [start.as_bytes(), file, b"\r\n--edge--\r\n"].concat();
    let headers = [
        ("content-type", "multipart/form-data; boundary=edge"),
        ("sec-fetch-site", "same-origin"),
        ("origin", ORIGIN),
    ];
    let sent = browser.send(Method::POST, "/staff/import", &headers, body.into());
    sent.await
}

/// Uploads a table and answers where its preview stands.
async fn upload(browser: &Browser, table: &str) -> String {
    let page = upload_bytes(browser, table.as_bytes()).await;
    page.has_status(303);
    page.header("location").to_owned()
}

async fn confirm(browser: &Browser, place: &str) {
    browser.get(place).await;
    let page = browser.post(&format!("{place}/confirm"), &[]).await;
    page.leads_to(place);
}

/// Where an import of so many rows stands, read and confirmed.
async fn running(browser: &Browser, count: usize) -> String {
    let place = upload(browser, &table(count)).await;
    confirm(browser, &place).await;
    place
}

async fn requests(clinic: &Clinic) -> i64 {
    let sql = "select count(*) from connect_request";
    clinic.database.number(sql).await
}

/// Nothing of a file is left but its batch.
async fn is_wiped(clinic: &Clinic) {
    let parts = clinic
        .database
        .number("select count(*) from batch_part")
        .await;
    assert_eq!(parts, 0, "parts are left");
}

#[tokio::test]
async fn a_file_is_shown_confirmed_and_made_with_its_mail_and_its_records() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        let place = upload(&desk, &table(30)).await;
        let preview = desk.get(&place).await;
        preview.says("The file has 30 rows and no errors");
        preview.says("10 codes will be emailed.");
        preview.says("MRN-5");
        preview.says_nothing_of("MRN-6");
        preview.says_nothing_of(ANSWER);
        assert_eq!(requests(clinic).await, 0, "nothing before it is confirmed");

        confirm(&desk, &place).await;
        let running = desk.get(&place).await;
        running.says("0 of 30 rows prepared");
        assert_eq!(running.header("refresh"), "3");
        confirm(&desk, &place).await;
        clinic.drain().await;
        let done = desk.get(&place).await;
        done.says("30 requests were created");
        done.says("We are sending 10 emails");
        assert_eq!(done.header("refresh"), "");
        assert_eq!(requests(clinic).await, 30, "confirmed twice, made once");
        is_wiped(clinic).await;

        let mail = clinic.last_mail_to("p30@example.org").await;
        assert!(mail.mail.text.contains("/connect#"));
        assert_eq!(clinic.mail().await.len(), 10);
        let sql = "select count(*) from audit where action = 'connect-request.create' and outcome = 'imported'";
        assert_eq!(clinic.database.number(sql).await, 30);
        let (_, broken) = clinic.services().audit().verify().await.expect("the chains");
        assert_eq!(broken, []);
        let sql = "select cast(sum(count) as bigint) from result_tally where what = 'made'";
        assert_eq!(clinic.database.number(sql).await, 30);
        let overview = desk.get("/staff/audit?action=batch.import").await;
        overview.says("Requests imported");
    })
    .await;
}

#[tokio::test]
async fn an_imported_answer_opens_what_it_was_agreed_for() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        running(&desk, 3).await;
        let mail = clinic.last_mail_to("p3@example.org").await;
        let (_, code) = mail.mail.text.split_once("/connect#").expect("a link");
        let code = code.split_whitespace().next().expect("a code");
        let patient = clinic.browser();
        let page = patient.post("/connect", &[("code", code)]).await;
        page.leads_to("/connect/question");
        patient
            .get("/connect/question")
            .await
            .says("Which boat did you sail first?");
        let wrong = patient
            .post("/connect/question", &[("answer", "Nancy Blackett 2")])
            .await;
        wrong.has_status(422);
        let right = patient
            .post("/connect/question", &[("answer", "nancy blackett 3")])
            .await;
        right.leads_to("/sign-in");
    })
    .await;
}

#[tokio::test]
async fn import_with_one_bad_row_creates_nothing() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        clinic.invite("MRN-2").await;
        let table = format!(
            "{HEADER}{}MRN-1,Emma,Which boat?,gruel,,,\n=1+1,Emma,Which boat?\n",
            rows(3)
        );
        let place = upload(&desk, &table).await;
        let page = desk.get(&place).await;
        page.says("3 errors in the file");
        page.says("Row 3 external_id Another request has had this patient ID since 4 May 2026");
        page.says("Row 5 answer The answer is shorter than 6 characters.");
        page.says("Row 6 This row has 3 cells, but the first row has 7");
        assert_eq!(
            page.first("title").expect("a title").split(':').next(),
            Some("Error")
        );
        let late = desk.post(&format!("{place}/confirm"), &[]).await;
        late.has_status(409);
        late.says("It was too late to cancel");
        clinic.drain().await;
        assert_eq!(requests(clinic).await, 1);
        is_wiped(clinic).await;
        let file = desk.get(&format!("{place}/problems.csv")).await;
        assert!(file.header("content-type").starts_with("text/csv"));
        assert_eq!(file.body.lines().count(), 4, "{}", file.body);
        assert!(file.body.contains("5,answer,"));
    })
    .await;
}

#[tokio::test]
async fn a_file_of_another_shape_is_rejected_and_not_kept() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        let latin = [
            b"\xef\xbb\xbf",
            HEADER.as_bytes(),
            b"MRN-1,Zo\xeb,Which boat?,Nancy Blackett,,,\n",
        ]
        .concat();
        let many = format!(
            "{HEADER}{}",
            "MRN,Emma,Which boat?,Nancy Blackett,,,\n".repeat(100_000)
        );
        let large = vec![b'x'; policy::IMPORT_BYTES + 1];
        for (file, words) in [
            (&b""[..], "Choose a file with column names"),
            (HEADER.as_bytes(), "at least one patient below it"),
            (
                b"name;answer\nEmma;gruel\n",
                "is missing these columns: external_id, friendly_name, question",
            ),
            (&latin, "Row 2 does not match the encoding"),
            (b"\xff\xfee\0x\0t\0", "is missing these columns"),
            (b"\0\0\0\0", "is missing these columns"),
            (many.as_bytes(), "The file has more than 10000 rows"),
            (&large, "The file is larger than 10 MB"),
        ] {
            let page = upload_bytes(&desk, file).await;
            page.has_status(422);
            page.says(words);
            let message = page.error_at("file").expect("a message at the field");
            assert!(message.contains(words), "{message}");
        }
        let no_form = desk.post("/staff/import", &[("file", "x")]).await;
        assert!(no_form.status.is_client_error());
        let batches = clinic.database.number("select count(*) from batch").await;
        assert_eq!(batches, 0, "nothing half saved");
    })
    .await;
}

#[tokio::test]
async fn an_id_that_is_taken_meanwhile_leaves_none() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        // More than one statement inserts: the last one finds the id taken.
        let place = running(&desk, 130).await;
        clinic.invite("MRN-129").await;
        clinic.drain().await;
        assert_eq!(requests(clinic).await, 1, "all or none");
        let page = desk.get(&place).await;
        page.says("Someone else used the patient ID in row 130");
        is_wiped(clinic).await;
        let sql = "select count(*) from job where kind = 'connect'";
        assert_eq!(clinic.database.number(sql).await, 0);
        for table in ["batch_request", "request_word where word = 'mrn-1'"] {
            let sql = format!("select count(*) from {table}");
            assert_eq!(clinic.database.number(&sql).await, 0, "{table}");
        }
        let (_, broken) = clinic
            .services()
            .audit()
            .verify()
            .await
            .expect("the chains");
        assert_eq!(broken, []);
        let sql = "select count(*) from audit where outcome = 'imported'";
        assert_eq!(clinic.database.number(sql).await, 0);
        let sql = "select count(*) from result_tally";
        assert_eq!(
            clinic.database.number(sql).await,
            1,
            "one was made, by hand"
        );
    })
    .await;
}

#[tokio::test]
async fn an_import_called_off_while_it_runs_makes_nothing() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        let place = running(&desk, 30).await;
        work(clinic).await;
        desk.get(&place).await.says("25 of 30 rows prepared");
        desk.post(&format!("{place}/cancel"), &[])
            .await
            .leads_to(&place);
        is_wiped(clinic).await;
        clinic.drain().await;
        assert_eq!(requests(clinic).await, 0);
        desk.get(&place).await.says("Import cancelled");
        let again = desk.post(&format!("{place}/cancel"), &[]).await;
        again.leads_to(&place);
        let late = desk.post(&format!("{place}/confirm"), &[]).await;
        late.has_status(409);
    })
    .await;
}

/// One slice of the work that is due, as a worker does it.
async fn work(clinic: &Clinic) {
    let services = clinic.services();
    let minute = Duration::from_mins(1);
    let job = services
        .outbox()
        .claim(Urgency::Batch, minute)
        .await
        .expect("a claim");
    let job = job.expect("a job");
    let batch = job.batch().expect("a batch");
    services
        .batches()
        .work_on(&job, batch)
        .await
        .expect("a slice");
}

#[tokio::test]
async fn a_worker_that_died_in_the_middle_is_followed_by_one_that_goes_on() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        let place = running(&desk, 30).await;
        work(clinic).await;
        let minute = Duration::from_mins(1);
        let died = clinic
            .services()
            .outbox()
            .claim(Urgency::Batch, minute)
            .await
            .expect("a claim");
        assert!(died.is_some());
        assert_eq!(clinic.drain().await, 0, "its slice is leased");
        clinic.advance(minute);
        let memory = Memory::default();
        let other = clinic.another_process(Transport::Memory(memory)).await;
        other.worker.drain().await.expect("jobs");
        desk.get(&place).await.says("30 requests were created");
        assert_eq!(requests(clinic).await, 30);
        let late = died.expect("a job");
        let batch = late.batch().expect("a batch");
        let services = clinic.services();
        services
            .batches()
            .work_on(&late, batch)
            .await
            .expect("nothing to do");
        assert_eq!(
            requests(clinic).await,
            30,
            "the dead one's work counts for nothing"
        );
    })
    .await;
}

#[tokio::test]
async fn a_batch_that_can_never_be_read_is_given_up_and_says_so() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        let place = running(&desk, 3).await;
        let broken = if clinic.is_postgres() {
            "'\\x00'::bytea"
        } else {
            "x'00'"
        };
        let sql = format!("update batch_part set sealed = {broken}");
        clinic.database.execute(&sql).await;
        for _ in 0..20 {
            clinic.drain().await;
            clinic.advance(Duration::from_mins(1));
        }
        let desk = clinic.manager().await;
        desk.get(&place)
            .await
            .says("Something went wrong on our side.");
        is_wiped(clinic).await;
        let sql = "select count(*) from job where state in ('queued', 'leased')";
        assert_eq!(clinic.database.number(sql).await, 0);
    })
    .await;
}

#[tokio::test]
async fn mail_has_its_turn_while_an_import_runs_and_before_the_mails_of_one() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        running(&desk, 30).await;
        clinic.invite_by_mail("MRN-urgent", "now@example.org").await;
        let minute = Duration::from_mins(1);
        let first = clinic
            .services()
            .outbox()
            .claim(Urgency::ForPatient, minute)
            .await
            .expect("a claim");
        assert!(first.expect("a job").batch().is_none(), "the mail first");
        for _ in 0..3 {
            work(clinic).await;
        }
        clinic.advance(Duration::from_secs(1));
        clinic
            .invite_by_mail("MRN-later", "later@example.org")
            .await;
        let sent = clinic.mail().await;
        assert_eq!(
            sent[0].to, "later@example.org",
            "before the mails of the import"
        );
        assert_eq!(sent.len(), 11);
    })
    .await;
}

#[tokio::test]
async fn an_unconfirmed_import_is_wiped_after_an_hour_or_by_the_next_file() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        let first = upload(&desk, &table(3)).await;
        let second = upload(&desk, &table(4)).await;
        desk.get(&first).await.has_status(404);
        let batches = "select count(*) from batch";
        assert_eq!(clinic.database.number(batches).await, 1);
        clinic.advance(HOUR);
        let desk = clinic.manager().await;
        let late = desk.post(&format!("{second}/confirm"), &[]).await;
        late.has_status(409);
        clinic
            .services()
            .installation()
            .clean_up(clinic.now())
            .await
            .expect("cleaned");
        assert_eq!(clinic.database.number(batches).await, 0);
        is_wiped(clinic).await;
    })
    .await;
}

#[tokio::test]
async fn answers_and_questions_of_a_file_are_nowhere_to_be_read() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        let place = upload(&desk, &table(30)).await;
        let secrets = [ANSWER, "Which boat did you sail first?"];
        let readable = async |when: &str| {
            let dump = clinic.database.dump().await;
            for secret in secrets {
                let hidden = !dump.contains(secret) && !dump.contains(&hex::encode(secret));
                assert!(hidden, "{secret} {when}");
            }
        };
        readable("in a preview").await;
        confirm(&desk, &place).await;
        work(clinic).await;
        readable("while it runs").await;
        clinic.drain().await;
        readable("afterwards").await;
    })
    .await;
}

#[tokio::test]
async fn batches_of_others_are_unknown() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        let place = upload(&desk, &table(3)).await;
        let other = clinic.another_application().await;
        let email = "kim@hillside.example";
        clinic
            .colleague_at(other, "Kim", email, Role::Manager)
            .await;
        let kim = clinic.at_the_desk(email).await;
        kim.get(&place).await.has_status(404);
        kim.get(&format!("{place}/problems.csv"))
            .await
            .has_status(404);
        for act in ["confirm", "cancel"] {
            let page = kim.post(&format!("{place}/{act}"), &[]).await;
            page.has_status(404);
        }
        desk.get(&place).await.says("The file has 3 rows");
        desk.get("/staff/import/1").await.has_status(404);
        let letters = place.replace("/import/", "/letters/");
        desk.get(&letters).await.has_status(404);
    })
    .await;
}

#[tokio::test]
async fn formulas_stay_as_they_are_and_are_inert_in_what_is_exported() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        let row = "=1+1,\"=HYPERLINK(\"\"https://x.example\"\")\",+1 or -1?,@SUM of all,,,\n";
        let place = upload(&desk, &format!("{HEADER}{row}")).await;
        confirm(&desk, &place).await;
        clinic.drain().await;
        let names = clinic
            .database
            .texts("select friendly_name from connect_request")
            .await;
        assert_eq!(names, ["=HYPERLINK(\"https://x.example\")"]);
        let list = desk.get("/staff/requests").await;
        list.says("=1+1");
        let template = desk.get("/staff/import/template.csv").await;
        assert_eq!(template.body, format!("\u{feff}{HEADER}"));
    })
    .await;
}

/// Waits of the desk, in order.
struct Waits(Vec<Duration>);

impl Waits {
    fn of_all_but(&self, share: usize) -> Duration {
        self.0[self.0.len() - 1 - self.0.len() / share]
    }
}

/// Makes requests and reads the list, over and over, until the import is over.
async fn desk_at_work(clinic: &Clinic, place: &str) -> [Waits; 2] {
    let desk = clinic.manager().await;
    let (mut reads, mut writes) = (Vec::new(), Vec::new());
    for number in 0.. {
        let start = Instant::now();
        desk.get("/staff/requests").await.has_status(200);
        reads.push(start.elapsed());
        let start = Instant::now();
        clinic.invite(&format!("BY-HAND-{number}")).await;
        writes.push(start.elapsed());
        if desk.get(place).await.body.contains("requests were made") {
            break;
        }
    }
    [reads, writes].map(|mut waits| {
        waits.sort_unstable();
        Waits(waits)
    })
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes minutes: `make bench`"]
async fn the_desk_is_not_kept_waiting_by_the_largest_import() {
    on_each_database(async |clinic| {
        let desk = clinic.manager().await;
        let start = Instant::now();
        let place = running(&desk, policy::IMPORT_ROWS).await;
        let read = start.elapsed();
        let worker = clinic.assembly.worker.clone();
        let start = Instant::now();
        let work = tokio::spawn(async move { worker.drain().await.expect("jobs") });
        let [reads, writes] = desk_at_work(clinic, &place).await;
        let made = start.elapsed();
        work.await.expect("all work");
        let engine = if clinic.is_postgres() {
            "PostgreSQL"
        } else {
            "SQLite"
        };
        println!("{engine}: read in {read:.1?}, made in {made:.1?}");
        for (what, waits) in [("a page", reads), ("a request", writes)] {
            let (usual, most, longest) = (
                waits.of_all_but(2),
                waits.of_all_but(100),
                waits.of_all_but(usize::MAX),
            );
            println!(
                "{what}: {} times, p50 {usual:.1?}, p99 {most:.1?}, longest {longest:.1?}",
                waits.0.len()
            );
            assert!(most <= Duration::from_millis(300), "{what} took {most:?}");
        }
    })
    .await;
}
