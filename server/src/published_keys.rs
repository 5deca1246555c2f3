//! Fetches the key sets that applications publish, as often as the services let it and never twice at once. Which addresses
//! may be called is in `outward`.

use crate::outward::agent;
use domain::policy;
use ipnet::IpNet;
use service::roots::Roots;
use service::{InternalError, KeySetToAsk, PublishedKeys as Answer, Services};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Mutex;
use ureq::Agent;
use ureq::http::{HeaderMap, StatusCode, header};
use ureq::unversioned::resolver::DefaultResolver;
use uuid::Uuid;

/// Sets are told apart by this many locks: two applications may share one, and then one waits for the other.
const LOCKS: usize = 64;

/// The way to key sets.
#[derive(Clone)]
pub struct PublishedKeys {
    agent: Agent,
    under_way: Arc<[Mutex<()>; LOCKS]>,
}

impl PublishedKeys {
    pub fn new(networks: &[IpNet], roots: &Roots) -> Self {
        let names = DefaultResolver::default();
        Self {
            agent: agent(networks, roots, policy::KEY_SET_TIME, names),
            under_way: Arc::new(std::array::from_fn(|_| Mutex::default())),
        }
    }

    /// Fetches what has to be known before an assertion can be judged. Who needs an application's keys while
    /// they are fetched waits for them.
    pub async fn prepare(
        &self,
        services: &Services,
        assertion: &str,
        from: &str,
    ) -> Result<(), InternalError> {
        let applications = services.applications();
        let lacking = applications.application_that_lacks_key(assertion).await?;
        let Some(application) = lacking else {
            return Ok(());
        };
        let _one_at_a_time = self.under_way[lock_of(application.0)].lock().await;
        for set in applications.key_sets_to_ask(assertion, from).await? {
            match self.fetch(&set).await {
                Some(answer) => applications.keep_key_set(&set, &answer).await?,
                None => tracing::warn!(key_set.id = %set.id, "a key set could not be fetched"),
            }
        }
        Ok(())
    }

    async fn fetch(&self, set: &KeySetToAsk) -> Option<Answer> {
        let request = self
            .agent
            .get(&set.url)
            .header(header::ACCEPT, "application/json");
        let fetched = tokio::task::spawn_blocking(move || {
            let mut response = request.call().ok()?;
            if response.status() != StatusCode::OK || !is_json(response.headers()) {
                return None;
            }
            let max_age = max_age(response.headers());
            let body = response.body_mut().with_config();
            let text = body.limit(policy::KEY_SET_BYTES as u64).read_to_string();
            Some(Answer {
                text: text.ok()?,
                max_age,
            })
        });
        fetched.await.ok().flatten()
    }
}

fn lock_of(application: Uuid) -> usize {
    usize::from(application.as_bytes()[15]) % LOCKS
}

fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .and_then(|kind| kind.split(';').next())
        .map(|kind| kind.trim().to_ascii_lowercase());
    kind.is_some_and(|kind| kind == "application/json" || kind == "application/jwk-set+json")
}

/// How long the answer may be kept; nothing where it says nothing of it.
fn max_age(headers: &HeaderMap) -> Option<Duration> {
    let said = headers.get(header::CACHE_CONTROL)?.to_str().ok()?;
    let said = said.to_ascii_lowercase();
    let mut parts = said.split(',').map(str::trim);
    if parts
        .clone()
        .any(|part| part == "no-store" || part == "no-cache")
    {
        return Some(Duration::ZERO);
    }
    let seconds = parts.find_map(|part| part.strip_prefix("max-age="))?;
    seconds.parse().ok().map(Duration::from_secs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_kept_for_as_long_as_it_says() {
        let kept = |said: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::CACHE_CONTROL, said.parse().expect("a header"));
            max_age(&headers)
        };
        assert_eq!(kept("public, Max-Age=300"), Some(Duration::from_secs(300)));
        assert_eq!(kept("max-age=300, no-store"), Some(Duration::ZERO));
        assert_eq!(kept("no-cache"), Some(Duration::ZERO));
        assert_eq!(kept("max-age=-1"), None);
        assert_eq!(kept("public"), None);
        assert_eq!(max_age(&HeaderMap::new()), None);
    }
}
