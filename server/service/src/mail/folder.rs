//! Mail as files, for development: one `.eml` per mail, and a way to read them back.
//!
//! A file is named by its mail's id and asked for by that id, so no name from outside ever becomes a path.

use domain::timestamp::Timestamp;
use mail_parser::{Message, MessageParser};
use std::io;
use std::path::{Path, PathBuf};
use tokio::fs;
use uuid::Uuid;

/// The folder with the mails.
#[derive(Clone, Debug)]
pub struct Folder(PathBuf);

/// A mail in the list.
pub struct Listed {
    pub id: Uuid,
    pub to: String,
    pub subject: String,
    /// As the mail's own `Date` header has it, to the second.
    pub written_at: Timestamp,
}

/// A mail with its words.
pub struct Kept {
    pub listed: Listed,
    pub text: String,
    pub html: String,
}

impl Folder {
    /// The folder is made when the first mail is kept.
    pub const fn new(path: PathBuf) -> Self {
        Self(path)
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    /// All mails, newest first: their ids are made in the order of time.
    pub async fn list(&self) -> io::Result<Vec<Listed>> {
        let mut names = match fs::read_dir(&self.0).await {
            Ok(names) => names,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(error),
        };
        let mut ids = Vec::new();
        while let Some(entry) = names.next_entry().await? {
            let path = entry.path();
            let stem = path.file_stem().and_then(|stem| stem.to_str());
            if path.extension().is_some_and(|ending| ending == "eml")
                && let Some(id) = stem.and_then(|stem| stem.parse::<Uuid>().ok())
            {
                ids.push(id);
            }
        }
        ids.sort_unstable_by(|one, other| other.cmp(one));
        let mut mails = Vec::with_capacity(ids.len());
        for id in ids {
            if let Some(mail) = self.read(id).await? {
                mails.push(mail.listed);
            }
        }
        Ok(mails)
    }

    /// One mail, if it is there and reads as one.
    pub async fn read(&self, id: Uuid) -> io::Result<Option<Kept>> {
        match fs::read(self.file(id)).await {
            Ok(bytes) => Ok(MessageParser::default()
                .parse(&bytes)
                .map(|message| kept(id, &message))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Writes a mail under a passing name first: a reader sees it whole or not at all.
    pub(super) async fn keep(&self, id: Uuid, mail: &[u8]) -> io::Result<()> {
        fs::create_dir_all(&self.0).await?;
        let file = self.file(id);
        let passing = file.with_extension("part");
        fs::write(&passing, mail).await?;
        fs::rename(&passing, &file).await
    }

    fn file(&self, id: Uuid) -> PathBuf {
        self.0.join(format!("{}.eml", id.hyphenated()))
    }
}

fn kept(id: Uuid, message: &Message<'_>) -> Kept {
    let part = |body: Option<std::borrow::Cow<'_, str>>| body.unwrap_or_default().into_owned();
    Kept {
        listed: Listed {
            id,
            to: message
                .to()
                .and_then(|to| to.first()?.address())
                .unwrap_or_default()
                .to_owned(),
            subject: message.subject().unwrap_or_default().to_owned(),
            written_at: Timestamp::from_micros(
                message
                    .date()
                    .map_or(0, |date| date.to_timestamp() * 1_000_000),
            ),
        },
        text: part(message.body_text(0)),
        html: part(message.body_html(0)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::message::Rendered;
    use crate::mail::transport::{Envelope, Mailer, Transport};

    fn envelope(id: u128, subject: &str) -> Envelope {
        Envelope {
            id: Uuid::from_u128(id),
            to: "pat@example.org".to_owned(),
            reply_to: None,
            written_at: Timestamp::parse("2026-05-03T09:14:00Z").expect("a time"),
            mail: Rendered {
                subject: subject.to_owned(),
                text: "Grüße, a line longer than any that a mail may have in its wire form, so that it is folded.\n"
                    .to_owned(),
                html: "<p>Grüße</p>".to_owned(),
            },
        }
    }

    #[tokio::test]
    async fn what_is_kept_reads_back() {
        let home = tempfile::tempdir().expect("a folder");
        let folder = Folder::new(home.path().join("mail"));
        assert!(folder.list().await.expect("a list").is_empty());

        let from = "no-reply@connect.example.org".parse().expect("a sender");
        let mailer = Mailer::new(
            from,
            "localhost".to_owned(),
            Transport::File(folder.clone()),
        );
        for (id, subject) in [(1, "First"), (2, "Zweite für Müller"), (2, "Second again")] {
            let sent = mailer.send(&envelope(id, subject)).await;
            assert_eq!(sent, Ok(()));
        }
        std::fs::write(home.path().join("mail/notes.txt"), "not a mail").expect("a file");

        let subjects: Vec<_> = folder.list().await.expect("a list");
        let subjects: Vec<_> = subjects
            .iter()
            .map(|mail| (mail.subject.as_str(), mail.to.as_str(), mail.written_at))
            .collect();
        let at = Timestamp::parse("2026-05-03T09:14:00Z").expect("a time");
        assert_eq!(
            subjects,
            [
                ("Second again", "pat@example.org", at),
                ("First", "pat@example.org", at)
            ]
        );
        let mail = folder.read(Uuid::from_u128(1)).await.expect("a read");
        let mail = mail.expect("a mail");
        assert!(mail.text.starts_with("Grüße, a line longer than"));
        assert_eq!(mail.html.trim_end(), "<p>Grüße</p>");
        let missing = folder.read(Uuid::from_u128(3)).await.expect("a read");
        assert!(missing.is_none());
    }
}
