//! The phone of a member of staff, with an authenticator app on it.

use super::{Browser, Clinic, Page};
use totp_rs::{Builder, Secret};

pub struct Phone(String);

impl Phone {
    /// One into which the secret was typed.
    pub fn of(secret: &str) -> Self {
        Self(secret.to_owned())
    }

    /// Scans what the page shows.
    #[track_caller]
    pub fn scan(page: &Page) -> Self {
        let secret = page.first("main code").expect("a secret to type");
        Self(secret.replace(' ', ""))
    }

    /// The six digits it shows now.
    pub fn code(&self, clinic: &Clinic) -> String {
        let secret = Secret::try_from_base32(&self.0).expect("base32");
        let totp = Builder::new().with_secret(secret).build().expect("an app");
        let seconds = clinic.now().micros() / 1_000_000;
        totp.generate(u64::try_from(seconds).expect("after 1970"))
            .to_string()
    }

    /// Digits that it does not show now, nor just before or after.
    pub fn wrong_code(&self, clinic: &Clinic) -> String {
        let number: u32 = self.code(clinic).parse().expect("digits");
        format!("{:06}", (number + 123_457) % 1_000_000)
    }

    /// Sets one up at a browser that was led to it; answers the recovery codes, too.
    pub async fn set_up(clinic: &Clinic, browser: &Browser) -> (Self, Vec<String>) {
        Self::replace(clinic, browser, "").await
    }

    /// The same in place of another one, with a code of that one.
    pub async fn replace(clinic: &Clinic, browser: &Browser, current: &str) -> (Self, Vec<String>) {
        let phone = Self::scan(&browser.get("/staff/authenticator").await);
        let fields = [
            ("code", phone.code(clinic)),
            ("password", super::PASSWORD.to_owned()),
            ("current_code", current.to_owned()),
        ];
        let fields = fields
            .each_ref()
            .map(|(name, value)| (*name, value.as_str()));
        let page = browser.post("/staff/authenticator", &fields).await;
        page.has_status(200);
        page.says("Your recovery codes");
        let text = page.first("ol.recovery-codes").expect("codes");
        let codes: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
        (phone, split(&codes))
    }
}

/// The list's items are without blanks between them.
fn split(run: &[String]) -> Vec<String> {
    let run = run.concat();
    run.as_bytes()
        .chunks(14)
        .map(|code| String::from_utf8_lossy(code).into_owned())
        .collect()
}
