//! Backups: the whole database in one file, made while others write, and put back into an empty place.

use crate::support::{Clinic, on_each_database, with_empty_database};
use server::backup::{self, BackupError};
use service::mail::Transport;
use service::{Filter, Services};
use std::os::unix::fs::PermissionsExt;

async fn external_ids(services: &Services, clinic: &Clinic) -> Vec<String> {
    let requests = services.connect_requests();
    let page = requests.list(clinic.application, &Filter::default()).await;
    let rows = page.expect("a page").rows.into_iter();
    rows.map(|row| row.request.external_id.into()).collect()
}

#[tokio::test]
async fn a_backup_made_while_others_write_is_put_back_whole() {
    on_each_database(async |clinic| {
        clinic.invite("MRN-1").await;
        let url = clinic.config("", Transport::None).database_url;
        let file = clinic.folder.join("backup");
        let writers = async {
            for number in 2..12 {
                clinic.invite(&format!("MRN-{number}")).await;
            }
        };
        let (made, ()) = tokio::join!(backup::make(&url, &file), writers);
        let size = made.expect("a backup");
        let written = std::fs::metadata(&file).expect("a file");
        assert_eq!(written.len(), size);
        assert_eq!(written.permissions().mode() & 0o777, 0o600);
        clinic.invite("MRN-12").await;

        with_empty_database(clinic, async |empty| {
            backup::restore(empty, &file).await.expect("put back");
            let restored = clinic.process_on(empty).await.services;
            let verified = restored.audit().verify_against(None).await;
            let verified = verified.expect("an answer");
            assert!(verified.broken.is_empty(), "the audit log is whole");
            assert!(verified.read > 0);
            let ids = external_ids(&restored, clinic).await;
            assert!(ids.contains(&"MRN-1".to_owned()), "{ids:?}");
            assert!(!ids.contains(&"MRN-12".to_owned()), "{ids:?}");
            let again = backup::restore(empty, &file).await;
            assert!(matches!(again, Err(BackupError::NotEmpty)), "{again:?}");
        })
        .await;
    })
    .await;
}

#[tokio::test]
async fn no_file_is_written_over_and_no_other_file_put_back() {
    on_each_database(async |clinic| {
        let url = clinic.config("", Transport::None).database_url;
        let file = clinic.folder.join("notes");
        std::fs::write(&file, "not a backup").expect("a file");
        let over = backup::make(&url, &file).await;
        assert!(matches!(over, Err(BackupError::Exists(_))), "{over:?}");
        let kept = std::fs::read_to_string(&file).expect("the file");
        assert_eq!(kept, "not a backup");
        with_empty_database(clinic, async |empty| {
            let put_back = backup::restore(empty, &file).await;
            assert!(
                matches!(put_back, Err(BackupError::OtherKind(_))),
                "{put_back:?}"
            );
            let missing = clinic.folder.join("nowhere");
            let put_back = backup::restore(empty, &missing).await;
            assert!(
                matches!(put_back, Err(BackupError::File(..))),
                "{put_back:?}"
            );
            let real = clinic.folder.join("real");
            backup::make(&url, &real).await.expect("a backup");
            backup::restore(empty, &real).await.expect("put back");
        })
        .await;
        let mut left = std::fs::read_dir(&clinic.folder).expect("the folder");
        let is_part = |name: std::ffi::OsString| name.to_string_lossy().ends_with(".part");
        assert!(!left.any(|file| is_part(file.expect("a file").file_name())));
    })
    .await;
}

#[tokio::test]
async fn a_restored_database_opens_with_its_own_key_alone() {
    on_each_database(async |clinic| {
        let url = clinic.config("", Transport::None).database_url;
        let file = clinic.folder.join("backup");
        backup::make(&url, &file).await.expect("a backup");
        with_empty_database(clinic, async |empty| {
            backup::restore(empty, &file).await.expect("put back");
            let elsewhere = tempfile::tempdir().expect("a folder");
            let opened = clinic.open_with_keys_of(elsewhere.path(), empty).await;
            assert!(opened.is_err(), "a key is missing");
        })
        .await;
    })
    .await;
}
