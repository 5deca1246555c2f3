//! Asks the public URL as a visitor would: by name, through the proxy in front, with the certificate checked.

use crate::config::PublicUrl;
use domain::policy;
use domain::timestamp::Timestamp;
use service::roots::Roots;
use std::io::ErrorKind;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc2822;
use ureq::http::HeaderMap;

/// Who answered, or why no one did.
#[derive(Debug)]
pub enum Answer {
    Ours {
        date: Option<Timestamp>,
        /// A policy on referrers that is not ours: something in between added it.
        referrer_policy: Option<String>,
    },
    /// Something else, or our server in trouble.
    Another {
        status: u16,
        date: Option<Timestamp>,
    },
    NoSuchHost,
    Refused,
    Silent,
    Tls(String),
    Broken(String),
}

impl Answer {
    /// The time that was in the answer, to the second.
    pub fn date(&self) -> Option<Timestamp> {
        match self {
            Self::Ours { date, .. } | Self::Another { date, .. } => *date,
            _ => None,
        }
    }
}

pub async fn ask(url: &PublicUrl, roots: &Roots) -> Answer {
    if tokio::net::lookup_host(url.server()).await.is_err() {
        return Answer::NoSuchHost;
    }
    let url = format!("{}/health/live", url.as_str());
    let roots = roots.clone();
    let asked = tokio::task::spawn_blocking(move || get(&url, &roots)).await;
    asked.unwrap_or_else(|error| Answer::Broken(error.to_string()))
}

fn get(url: &str, roots: &Roots) -> Answer {
    // Straight to the address: a proxy of this machine would answer for a server that is not there.
    let config = ureq::Agent::config_builder()
        .proxy(None)
        .max_redirects(0)
        .http_status_as_error(false)
        .timeout_global(Some(policy::DOCTOR_PATIENCE))
        .tls_config(roots.https())
        .build();
    match config.new_agent().get(url).call() {
        Ok(answer) => {
            let date = answer.headers().get("date");
            let date = date.and_then(|date| http_date(date.to_str().ok()?));
            match answer.status().as_u16() {
                200 => Answer::Ours {
                    date,
                    referrer_policy: another_referrer_policy(answer.headers()),
                },
                status => Answer::Another { status, date },
            }
        }
        Err(error) => unanswered(&error),
    }
}

/// Browsers go by the last policy that they know, so one more than ours is enough to make them send `Origin: null`.
fn another_referrer_policy(headers: &HeaderMap) -> Option<String> {
    let policies = headers.get_all("referrer-policy").iter();
    let mut policies = policies.map(|policy| String::from_utf8_lossy(policy.as_bytes()));
    policies
        .find(|policy| policy != "same-origin")
        .map(std::borrow::Cow::into_owned)
}

fn unanswered(error: &ureq::Error) -> Answer {
    let reason = || error.to_string();
    match error {
        ureq::Error::Timeout(_) => Answer::Silent,
        ureq::Error::Tls(_) | ureq::Error::Rustls(_) => Answer::Tls(reason()),
        ureq::Error::ConnectionFailed => Answer::Refused,
        ureq::Error::Io(error) => match error.kind() {
            ErrorKind::ConnectionRefused => Answer::Refused,
            ErrorKind::TimedOut | ErrorKind::HostUnreachable => Answer::Silent,
            // Where a certificate is not trusted, TLS says so through the stream it sits on.
            ErrorKind::InvalidData => Answer::Tls(reason()),
            _ => Answer::Broken(reason()),
        },
        _ => Answer::Broken(reason()),
    }
}

/// "Tue, 05 May 2026 08:00:00 GMT".
fn http_date(text: &str) -> Option<Timestamp> {
    let at = OffsetDateTime::parse(text, &Rfc2822).ok()?;
    Timestamp::from_date_time(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_policy_on_referrers_that_is_not_ours_is_seen() {
        let of = |policies: &[&str]| {
            let mut headers = HeaderMap::new();
            for policy in policies {
                headers.append("referrer-policy", policy.parse().expect("a value"));
            }
            another_referrer_policy(&headers)
        };
        assert_eq!(of(&["same-origin"]), None);
        assert_eq!(of(&[]), None);
        assert_eq!(
            of(&["same-origin", "no-referrer"]).as_deref(),
            Some("no-referrer")
        );
        assert_eq!(
            of(&["same-origin, no-referrer"]).as_deref(),
            Some("same-origin, no-referrer")
        );
    }

    #[test]
    fn the_date_of_an_answer_reads_as_a_time() {
        let at = http_date("Tue, 05 May 2026 08:00:00 GMT");
        assert_eq!(at, Timestamp::parse("2026-05-05T08:00:00Z"));
        assert_eq!(http_date("yesterday"), None);
    }
}
