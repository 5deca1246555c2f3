//! The poll by time in pages: every connection is told, regardless of what commits between two of them and whether a client reads
//! on by `next` or knows nothing of it.

use crate::support::{Clinic, Invitation, on_each_database};
use domain::ids::ApplicationId;
use service::{Authorized, PollFrom};
use std::collections::BTreeSet;
use std::time::Duration;

const SECOND: Duration = Duration::from_secs(1);

/// Patients with a code each.
async fn invitations(clinic: &Clinic, count: usize) -> Vec<Invitation> {
    let mut all = Vec::new();
    for number in 0..count {
        all.push(clinic.invite(&format!("MRN-{number}")).await);
    }
    all
}

async fn page(clinic: &Clinic, from: PollFrom, rows: usize) -> Authorized {
    let page = clinic
        .services()
        .applications()
        .authorized_page(clinic.application, from, rows);
    page.await.expect("a poll")
}

fn ids(page: &Authorized) -> Vec<String> {
    let connected = page.connected.iter();
    connected.map(|one| one.external_id.to_string()).collect()
}

#[tokio::test]
async fn pages_tell_everyone_once_and_what_commits_between_them() {
    on_each_database(async |clinic| {
        let pat = clinic.person("Pat", "pat@example.org").await;
        let all = invitations(clinic, 9).await;
        for invitation in &all[..7] {
            clinic
                .connect(&pat, invitation, &invitation.external_id)
                .await;
            clinic.advance(SECOND);
        }
        let started = clinic.now();
        let mut told = Vec::new();
        let mut from = PollFrom::Start;
        let as_of = loop {
            let page = page(clinic, from, 3).await;
            assert!(page.connected.len() <= 3);
            told.extend(ids(&page));
            let Some(next) = page.next else {
                break page.as_of;
            };
            if told.len() == 3 {
                // One commits between two pages, and one of an earlier page connects again.
                clinic.advance(SECOND);
                clinic.connect(&pat, &all[7], "MRN-7").await;
                clinic.connect(&pat, &all[0], "Another").await;
            }
            from = PollFrom::Page(next);
        };
        assert_eq!(as_of, started, "as of the first page");
        let unlike: BTreeSet<_> = told.iter().collect();
        assert_eq!(unlike.len(), 8, "{told:?}");
        clinic.advance(300 * SECOND);
        clinic.connect(&pat, &all[8], "MRN-8").await;
        let later = page(clinic, PollFrom::Since(as_of), 1_000).await;
        assert!(ids(&later).contains(&"MRN-8".to_owned()));
        assert!(later.next.is_none());
    })
    .await;
}

#[tokio::test]
async fn a_client_that_knows_no_pages_is_told_everyone() {
    on_each_database(async |clinic| {
        let pat = clinic.person("Pat", "pat@example.org").await;
        let all = invitations(clinic, 8).await;
        for invitation in &all {
            clinic
                .connect(&pat, invitation, &invitation.external_id)
                .await;
            clinic.advance(SECOND);
        }
        let mut told = BTreeSet::new();
        let mut from = PollFrom::Start;
        for _ in 0..20 {
            let page = page(clinic, from, 3).await;
            assert!(page.connected.len() <= 3);
            told.extend(ids(&page));
            from = PollFrom::Since(page.as_of);
            clinic.advance(10 * SECOND);
        }
        assert_eq!(told.len(), 8, "{told:?}");
        assert!(page(clinic, from, 3).await.connected.is_empty());
    })
    .await;
}

#[tokio::test]
async fn connections_of_one_moment_are_told_by_either_way() {
    on_each_database(async |clinic| {
        let pat = clinic.person("Pat", "pat@example.org").await;
        for invitation in invitations(clinic, 5).await {
            clinic
                .connect(&pat, &invitation, &invitation.external_id)
                .await;
        }
        let first = page(clinic, PollFrom::Start, 2).await;
        assert_eq!(first.connected.len(), 5, "a moment is told whole");
        clinic.advance(SECOND);
        let later = clinic.invite("MRN-later").await;
        clinic.connect(&pat, &later, "Later").await;
        let by_page = page(clinic, PollFrom::Start, 2).await;
        let next = by_page.next.expect("more");
        let rest = page(clinic, PollFrom::Page(next), 2).await;
        assert_eq!(ids(&rest), ["MRN-later"]);
        clinic.advance(120 * SECOND);
        let by_time = page(clinic, PollFrom::Since(by_page.as_of), 2).await;
        let by_time = page(clinic, PollFrom::Since(by_time.as_of), 2).await;
        assert!(ids(&by_time).contains(&"MRN-later".to_owned()));
    })
    .await;
}

#[tokio::test]
async fn a_page_of_another_application_shows_nothing_of_ours() {
    on_each_database(async |clinic| {
        let pat = clinic.person("Pat", "pat@example.org").await;
        for invitation in invitations(clinic, 3).await {
            clinic
                .connect(&pat, &invitation, &invitation.external_id)
                .await;
            clinic.advance(SECOND);
        }
        let next = page(clinic, PollFrom::Start, 1).await.next.expect("more");
        let other: ApplicationId = clinic.another_application().await;
        let page =
            clinic
                .services()
                .applications()
                .authorized_page(other, PollFrom::Page(next), 10);
        assert!(page.await.expect("a poll").connected.is_empty());
    })
    .await;
}
