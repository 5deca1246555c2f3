//! Answers as real keyboards write them. Rows carry the id of the case that was reported.

use crate::support::{Browser, Clinic, QUESTION, on_each_database};
use domain::connect_request::Proof;
use domain::new_request::Draft;
use uuid::Uuid;

/// A request whose agreed answer is `agreed`, and a browser at its question.
async fn asked(clinic: &Clinic, id: &str, agreed: &str, proof: Proof) -> (Browser, Made) {
    let draft = Draft {
        friendly_name: "Emma's record".into(),
        question: QUESTION.into(),
        answer: agreed.into(),
        external_id: id.into(),
        proof: proof.name().into(),
        reason: "The patient insists".into(),
        ..Draft::default()
    };
    let made = clinic
        .services()
        .connect_requests()
        .create(clinic.desk(), &draft, None);
    let made = made.await.unwrap_or_else(|_| panic!("{id}: a request"));
    let browser = clinic.browser();
    let code = made.code.to_string();
    let page = browser.post("/connect", &[("code", &code)]).await;
    page.leads_to("/connect/question");
    let made = Made {
        id: made.request.id.0,
        code,
        phrase: made.phrase,
    };
    (browser, made)
}

struct Made {
    id: Uuid,
    code: String,
    phrase: Option<String>,
}

impl Made {
    /// As a literal of the engine's SQL.
    fn literal(&self, clinic: &Clinic) -> String {
        if clinic.is_postgres() {
            format!("'{}'", self.id)
        } else {
            format!("x'{}'", self.id.simple())
        }
    }

    /// Makes it one that an earlier version made: its answer folded by the first rule.
    async fn of_an_earlier_version(&self, clinic: &Clinic, proof: &str) {
        let (yes, id) = (
            if clinic.is_postgres() { "true" } else { "1" },
            self.literal(clinic),
        );
        let sql = format!(
            "update connect_request set answer_fold = 1, answer_full_stop = {yes}, proof = '{proof}', \
             answer_mode = case when '{proof}' = 'phrase' then 'lenient' else answer_mode end where id = {id}"
        );
        clinic.database.execute(&sql).await;
    }

    async fn fold(&self, clinic: &Clinic) -> i64 {
        let id = self.literal(clinic);
        let sql = format!("select answer_fold from connect_request where id = {id}");
        clinic.database.number(&sql).await
    }

    async fn tries(&self, clinic: &Clinic) -> i64 {
        let id = self.literal(clinic);
        let sql = format!("select count(*) from answer_try where connect_request_id = {id}");
        clinic.database.number(&sql).await
    }
}

async fn answer(browser: &Browser, typed: &str) -> crate::support::Page {
    browser
        .post("/connect/question", &[("answer", typed)])
        .await
}

#[tokio::test]
async fn answers_that_read_alike_are_right() {
    on_each_database(async |clinic| {
        for (id, agreed, typed) in [
            ("A1 apostrophe", "Mrs O'Brien", "Mrs O\u{2019}Brien"),
            ("A1 other way", "Mrs O\u{2019}Brien", "Mrs O'Brien"),
            (
                "A1 quotes",
                "\"Rex\" the dog",
                "\u{201c}Rex\u{201d} the dog",
            ),
            ("A1 dash", "Anna-Maria", "Anna\u{2014}Maria"),
            ("A1 dots", "well... yes", "well\u{2026} yes"),
            ("A2 dotted", "İstanbul", "istanbul"),
            ("A2 dotless", "ISPARTA", "ısparta"),
            ("A3 emoji", "❤\u{fe0f} rex", "❤ rex"),
            ("A3 emoji back", "❤ rex", "❤\u{fe0f} rex"),
            ("A3 end", "velvet walnut", "\u{feff}velvet walnut\u{200e}"),
            ("A3 inside", "velvet walnut", "vel\u{ad}vet walnut"),
            ("A5 digits", "pepper ١٩٥٨", "pepper 1958"),
            (
                "A5 Persian",
                "\u{6a9}\u{6cc}\u{641} 12",
                "\u{643}\u{64a}\u{641} ۱۲",
            ),
            ("A5 Romanian", "Ştefan cel Mare", "Ștefan cel Mare"),
        ] {
            let (browser, _) = asked(clinic, id, agreed, Proof::Question).await;
            let page = answer(&browser, typed).await;
            assert_eq!(page.status.as_u16(), 303, "{id}: {}", page.text());
        }
    })
    .await;
}

#[tokio::test]
async fn blanks_count_although_hidden_signs_do_not() {
    on_each_database(async |clinic| {
        let (browser, made) = asked(clinic, "A3", "velvet walnut", Proof::Question).await;
        let page = answer(&browser, "velvet\u{200b}walnut").await;
        page.says("You can try 2 more times");
        answer(&browser, "velvet walnut \u{feff}")
            .await
            .says("ends with a space");
        assert_eq!(made.tries(clinic).await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_full_stop_that_a_keyboard_added_is_named() {
    on_each_database(async |clinic| {
        let (browser, made) = asked(clinic, "A7", "Nancy Blackett", Proof::Question).await;
        for typed in ["Nancy Blackett.", "nancy blackett\u{3002}", "Nelly."] {
            let page = answer(&browser, typed).await;
            page.has_status(422);
            page.says("Your answer ends with a full stop. Remove it and try again");
            assert_eq!(page.kept("answer").as_deref(), Some(typed));
        }
        assert_eq!(made.tries(clinic).await, 0, "nothing was charged");
        answer(&browser, "Nancy Blackett").await.has_status(303);

        let (browser, made) = asked(clinic, "A7 agreed", "Dr. Who Jr.", Proof::Question).await;
        answer(&browser, "dr. who sr.").await.has_status(422);
        assert_eq!(made.tries(clinic).await, 1, "an agreed full stop counts");
        answer(&browser, "dr. who jr.").await.has_status(303);
    })
    .await;
}

#[tokio::test]
async fn words_to_hand_over_need_no_blanks() {
    on_each_database(async |clinic| {
        for (number, apart) in ["", " ", "  ", "-", ", "].into_iter().enumerate() {
            let id = format!("A12-{number}");
            let (browser, made) = asked(clinic, &id, "", Proof::Phrase).await;
            let page = browser.get("/connect/question").await;
            page.says("Capital letters and spaces do not matter");
            page.says_nothing_of("spaces do.");
            let page = answer(&browser, "four other words here").await;
            page.says("Capital letters and spaces do not matter");
            let words = made.phrase.expect("words").replace(' ', apart);
            answer(&browser, &words.to_uppercase())
                .await
                .has_status(303);
        }
    })
    .await;
}

#[tokio::test]
async fn requests_of_an_earlier_version_are_answered_by_its_rule() {
    on_each_database(async |clinic| {
        let words = "velvet walnut teapot island";
        let (browser, made) = asked(clinic, "earlier words", words, Proof::Question).await;
        made.of_an_earlier_version(clinic, "phrase").await;
        answer(&browser, "velvet walnut teapot lamp")
            .await
            .says("You can try 2 more times");
        answer(&browser, " VELVET walnut  teapot island")
            .await
            .has_status(303);
        assert_eq!(made.fold(clinic).await, 2, "folded anew");
        let again = clinic.browser();
        let page = again.post("/connect", &[("code", &made.code)]).await;
        page.leads_to("/connect/question");
        answer(&again, "VelvetWalnutTeapotIsland")
            .await
            .has_status(303);
    })
    .await;
}

#[tokio::test]
async fn an_earlier_answer_takes_todays_spelling_in_one_try() {
    on_each_database(async |clinic| {
        let (browser, made) = asked(clinic, "earlier", "Mrs O'Brien 1958", Proof::Question).await;
        made.of_an_earlier_version(clinic, "question").await;
        answer(&browser, "Mrs O\u{2019}Neill ١٩٥٨")
            .await
            .has_status(422);
        assert_eq!(made.tries(clinic).await, 1, "two forms are one try");
        answer(&browser, "Mrs O'Brien 1958.").await.has_status(422);
        assert_eq!(made.tries(clinic).await, 2, "nobody noted how it ends");
        answer(&browser, "Mrs O\u{2019}Brien ١٩٥٨")
            .await
            .has_status(303);
        assert_eq!(made.fold(clinic).await, 2, "folded anew");
    })
    .await;
}
