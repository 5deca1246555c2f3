//! Every number of the product, in one place. An application may set some, within their ranges.

use std::ops::RangeInclusive;
use std::time::Duration;

const MINUTE: u64 = 60;
const DAY: u64 = 24 * 60 * MINUTE;

/// Days a waiting request lives (the original: "currently four weeks").
pub const LIFETIME_DAYS: u32 = 28;
pub const LIFETIME_DAYS_RANGE: RangeInclusive<u32> = 1..=90;
/// Wrong answers before the code stops (the original: "currently after three chances").
pub const WRONG_ANSWERS: u32 = 3;
pub const WRONG_ANSWERS_RANGE: RangeInclusive<u32> = 3..=10;
/// A connected request stays retrievable this long after the last pick-up (the original: 90 days);
/// ended, stopped and refused ones and tombstones are purged as long after their end.
pub const RETENTION: Duration = Duration::from_secs(90 * DAY);
/// How much further back than `since` a poll reaches, so that a pick-up that commits late is not missed.
pub const POLL_OVERLAP: Duration = Duration::from_secs(MINUTE);
/// From the code to Authorize, in one session.
pub const FLOW: Duration = Duration::from_secs(30 * MINUTE);
/// A reserved try that never settled is free again after this.
pub const TRY_LEASE: Duration = Duration::from_secs(30);
/// An answer at the desk has at least this many characters unless staff give a reason.
pub const DESK_ANSWER_LETTERS: usize = 6;
/// Words of a phrase that is handed over: with a list of 256, 32 bits, where three wrong answers stop a code.
pub const PHRASE_WORDS: usize = 4;

/// After connecting, how long the patient may put another record in the place of the wrong one.
pub const RECORD_CHANGE: Duration = Duration::from_secs(DAY);

/// Longest texts, in characters.
pub const FRIENDLY_NAME_MAX: usize = 120;
pub const QUESTION_MAX: usize = 200;
pub const ANSWER_MAX: usize = 200;
pub const EXTERNAL_ID_MAX: usize = 255;
pub const REASON_MAX: usize = 200;
pub const EMAIL_MAX: usize = 254;
pub const NAME_MAX: usize = 120;
/// The name of a machine (RFC 1035).
pub const HOST_MAX: usize = 253;
pub const SUCCESS_MESSAGE_MAX: usize = 2_000;
pub const WEB_ADDRESS_MAX: usize = 2_000;
pub const DESCRIPTION_MAX: usize = 200;
/// A postal address and opening hours: what the head of a letter has room for.
pub const ADDRESS_MAX: usize = 300;
pub const ADDRESS_LINES: usize = 6;
pub const OPENING_HOURS_MAX: usize = 200;
pub const OPENING_HOURS_LINES: usize = 4;

/// A clinic's logo: the largest file in bytes, the longest side that is read, and the box it is made to fit.
pub const LOGO_BYTES: usize = 160 * 1024;
pub const LOGO_SIDE: u32 = 2_000;
pub const LOGO_BOX: (u32, u32) = (480, 240);

/// Passwords, in characters; no rule on which ones, as NIST SP 800-63B advises.
pub const PASSWORD: RangeInclusive<usize> = 10..=200;
/// How many characters of one are weighed: what makes a password good is in its beginning.
pub const PASSWORD_WEIGHED: usize = 100;

/// The six mailed digits.
pub const DIGITS: usize = 6;
pub const DIGITS_TRIES: u32 = 5;
pub const DIGITS_LIFE: Duration = Duration::from_secs(15 * MINUTE);
/// Mails with digits within `DIGITS_LIFE`: to one mailbox from one network, so that a stranger's leave some to its owner;
/// to one mailbox; and from one network, as other networks' digits wait behind no more than these.
pub const DIGITS_MAILS: u32 = 3;
pub const DIGITS_MAILS_A_MAILBOX: u32 = 6;
pub const DIGITS_MAILS_A_NETWORK: u32 = 60;
/// How long the link at the old address undoes a change of address.
pub const EMAIL_UNDO: Duration = days(7);
/// Accounts that are begun from one network within `DIGITS_LIFE`, each at the cost of a slow hash; and that wait for
/// their digits at the same time: from one network, and for one mailbox from one network.
pub const SIGN_UPS_A_NETWORK: u32 = 60;
pub const SIGN_UPS_A_MAILBOX: i64 = 3;
/// The same from all networks.
pub const SIGN_UPS_A_MAILBOX_IN_ALL: i64 = 6;
/// Tries of address, password and digits in another browser within `DIGITS_LIFE`, each at the cost of a slow hash. A guesser
/// who began the account has 1 chance in 100 000 by these, and 3 in 100 000 by all mails to the mailbox.
pub const DIGITS_ELSEWHERE_A_MAILBOX: u32 = 10;
pub const DIGITS_ELSEWHERE_A_NETWORK: u32 = 30;

/// How long the digits and the link of a forgotten password work: as long as a way from a code.
pub const RESET_LIFE: Duration = Duration::from_secs(30 * MINUTE);
/// Mails for a forgotten password to one account within `SIGN_IN_WINDOW`. The window is shorter than `RESET_LIFE`, so a
/// stranger who has them sent never leaves the owner without a link that works.
pub const RESET_MAILS: u32 = 3;
/// Wrong digits for one account in a day after which its mails carry the link alone: with six digits, one guess in 50 000.
pub const RESET_WRONG_DIGITS: u32 = 20;
/// Mails in a day that tell one mailbox that it has no account.
pub const NO_ACCOUNT_MAILS: u32 = 1;
/// Mails for forgotten passwords that one address may have sent within `SIGN_IN_WINDOW`, regardless of the account; and an
/// IPv4 /24 or IPv6 /48.
pub const RESETS_FROM_ADDRESS: u32 = 20;
pub const RESETS_FROM_NETWORK: u32 = 100;

/// Tries of one mail, and the pause after the first; each further pause doubles, up to the longest. Together at least
/// 28 hours: a mail server that is out for a night and a day has lost nothing (RFC 5321 asks for patience of days, but
/// a code that comes later than that surprises its patient).
pub const MAIL_TRIES: u32 = 15;
pub const MAIL_FIRST_PAUSE: Duration = Duration::from_secs(MINUTE);
pub const MAIL_LONGEST_PAUSE: Duration = Duration::from_secs(4 * 60 * MINUTE);

/// Days after which anyone who has not used a code is reminded, by its age: a week, and a week before the usual end.
pub const REMINDER_DAYS: [u32; 2] = [7, 21];
/// A reminder that is later than this, since no worker ran, is not sent at all.
pub const REMINDER_LATE: Duration = days(2);

/// How long a link by mail lets a new colleague choose a password, in days after the one on which it is sent.
pub const INVITATION_DAYS: u32 = 7;
/// How long one lets one of the staff choose a new password.
pub const NEW_PASSWORD_LIFE: Duration = Duration::from_secs(60 * MINUTE);

/// Failed sign-ins to one account from one address or known device before it locks there; each further one doubles the
/// lock (OWASP Authentication Cheat Sheet: exponential lockout). The first is short: people mistype.
pub const SIGN_IN_FAILURES: u32 = 5;
pub const SIGN_IN_LOCK: Duration = Duration::from_secs(1);
pub const SIGN_IN_LOCK_MAX: Duration = Duration::from_secs(60 * MINUTE);
/// Failures are forgotten after this long without a new one.
pub const SIGN_IN_MEMORY: Duration = Duration::from_secs(DAY);
/// Sign-ins to one account from one place that are evaluated at the same time.
pub const SIGN_IN_AT_ONCE: i64 = 20;
/// Failed sign-ins to one account within the window, over all addresses; known devices have tries of their own. NIST SP
/// 800-63B allows 100 in a row.
pub const SIGN_IN_ACCOUNT_FAILURES: u32 = 100;
pub const SIGN_IN_ACCOUNT_WINDOW: Duration = Duration::from_secs(DAY);
/// Failed sign-ins from one address within `SIGN_IN_WINDOW`, regardless of the account; and from an IPv4 /24 or IPv6 /48.
pub const SIGN_IN_ADDRESS_FAILURES: u32 = 100;
pub const SIGN_IN_NETWORK_FAILURES: u32 = 400;
pub const SIGN_IN_WINDOW: Duration = Duration::from_secs(15 * MINUTE);
/// From which age on children can look after their own records, unless an installation says otherwise.
pub const OWN_RECORD_AGE: u32 = 16;
pub const OWN_RECORD_AGE_RANGE: RangeInclusive<u32> = 12..=21;
/// Passkeys of one account, and the longest name of one, in characters.
pub const PASSKEYS: usize = 10;
pub const PASSKEY_NAME_MAX: usize = 60;
/// How long a browser has to make a passkey or to sign in with one: what authenticators give their user, and the time to
/// find the phone.
pub const PASSKEY_CEREMONY: Duration = Duration::from_secs(5 * MINUTE);
/// Passkeys that browsers of one address are asked for within `SIGN_IN_WINDOW`, one for each showing of the sign-in page;
/// and an IPv4 /24 or IPv6 /48.
pub const PASSKEY_CEREMONIES_ADDRESS: u32 = 100;
pub const PASSKEY_CEREMONIES_NETWORK: u32 = 400;
/// How long a browser remembers that someone signed in with it: as long as browsers keep a cookie at most.
pub const DEVICE_DAYS: i64 = 400;
/// Accounts that one browser remembers: a desk has some colleagues.
pub const DEVICE_ACCOUNTS: usize = 8;

/// From the right password to the authenticator's code; and to the end of setting one up, with an app to install.
pub const SECOND_STEP: Duration = Duration::from_secs(5 * MINUTE);
pub const ENROLMENT: Duration = Duration::from_secs(15 * MINUTE);
/// Mails in a day that tell the owner of an account that a right password came without its second factor.
pub const SECOND_STEP_MAILS: u32 = 1;
/// How long a proof of oneself counts for what only a fresh one allows.
pub const PROOF_LIFE: Duration = Duration::from_secs(5 * MINUTE);
/// Recovery codes in place of an authenticator, and letters of each: 51 bits behind the lock of wrong passwords.
pub const RECOVERY_CODES: usize = 10;
pub const RECOVERY_LETTERS: usize = 12;
/// So many left are few.
pub const RECOVERY_CODES_FEW: u32 = 3;

/// Unknown codes from one address: a burst, then this many a minute.
pub const CODE_MISS_BURST: u32 = 10;
pub const CODE_MISSES_A_MINUTE: u32 = 30;
/// What the page tells someone who was slowed down.
pub const CODE_MISS_WAIT: Duration = Duration::from_secs(5 * MINUTE);

/// The code of an old link waits this long for its page to be shown: a redirect on a slow line.
pub const CARRIED_CODE_SECONDS: i64 = 5 * 60;
/// Longest code that an old link may carry, in characters: 20 letters with a dash and a blank between any two, and more.
pub const CARRIED_CODE_MAX: usize = 64;

/// Sessions: idle and absolute limits, and how often "last seen" is written.
pub const SESSION_IDLE: Duration = Duration::from_secs(30 * MINUTE);
/// The idle limit of a session that is signed in at a desk, where others walk by.
pub const DESK_IDLE: Duration = Duration::from_secs(15 * MINUTE);
/// Minutes before the idle limit in which a patient's page warns.
pub const SESSION_WARNING_MINUTES: u32 = 2;
pub const SESSION_LIFE: Duration = Duration::from_secs(12 * 60 * MINUTE);
pub const SESSION_TOUCH: Duration = Duration::from_secs(MINUTE);
/// A session of no one who signed in: it lives as long as the way from code to decision, and no network, nor all of them
/// together, has more than these. A visitor who continues gets a new one beyond that, up to twice as many.
pub const STRANGER_SESSION: Duration = FLOW;
pub const STRANGER_SESSIONS_A_NETWORK: i64 = 256;
pub const STRANGER_SESSIONS: i64 = 20_000;

/// Records of one action of people who prove nothing, in an hour and one application's log: of one network, and in all.
pub const STRANGER_RECORDS: u32 = 10;
pub const STRANGER_RECORDS_IN_ALL: u32 = 100;

/// Rows on one page of a list.
pub const PAGE_ROWS: u32 = 50;
/// Requests that get new codes in one step: what one letter run of a desk is.
pub const REISSUE_MAX: usize = 200;
/// What a list counts to; beyond that it says "more than".
pub const COUNTED_MAX: u32 = 1_000;

/// The overview names no share and no number of days for fewer codes than these.
pub const TOO_FEW: u64 = 10;
/// How long before its end a waiting code is shown as ending soon (the brief: "ending within five days").
pub const ENDING_SOON: Duration = Duration::from_secs(5 * DAY);
/// Words by which one request is found, and how many signs of each; words of a search that are looked for.
pub const SEARCH_WORDS: usize = 24;
pub const SEARCH_WORD_MAX: usize = 40;
pub const SEARCH_WORDS_SOUGHT: usize = 3;
/// Rows of a file to download.
pub const EXPORT_ROWS: u32 = 50_000;
/// Events in one answer.
pub const EVENT_ROWS: u32 = 200;
/// Longest long-poll, in seconds, and how many may wait per application and process.
pub const EVENT_WAIT_SECONDS: u64 = 30;
pub const EVENT_WAITERS: usize = 4;

/// How long a call to an application's own address may take, name look-up to answer.
pub const CALLBACK_TIME: Duration = Duration::from_secs(10);
/// How long to wait after a call that was not taken, doubled each time up to the second.
pub const CALLBACK_RETRY: Duration = Duration::from_secs(MINUTE);
pub const CALLBACK_RETRY_MAX: Duration = Duration::from_secs(60 * MINUTE);

/// Largest file that requests are made from, in bytes, and its most rows.
pub const IMPORT_BYTES: usize = 10 * 1024 * 1024;
pub const IMPORT_ROWS: usize = 10_000;
/// So much is read of a larger one, so that the browser hears why it is refused.
pub const IMPORT_BODY_MAX: usize = 64 * 1024 * 1024;
/// How long what was read waits to be confirmed, and how long a file of letters is kept.
pub const BATCH_LIFE: Duration = Duration::from_secs(60 * MINUTE);
/// Rows that are made ready at one go: about a second's hashing, then mail has its turn.
pub const BATCH_PART_ROWS: usize = 25;
/// Letters in one file, and how many are drawn while the desk waits.
pub const LETTERS_MAX: usize = 1_000;
pub const LETTERS_AT_ONCE: usize = 20;

/// Largest body of a form or an API call, in bytes.
pub const BODY_MAX: usize = 64 * 1024;

/// How long a connection may go without a whole head, from its start or its last answer (hyper's own default). A
/// trusted proxy has longer: a proxy that keeps idle connections for reuse has to close them first (nginx keeps
/// them for 1 minute, Caddy for 2).
pub const HEAD_TIME: Duration = Duration::from_secs(30);
pub const PROXY_HEAD_TIME: Duration = Duration::from_secs(3 * MINUTE);
/// The least that a body or an answer moves, in bytes a second, and how long it may fall short of it (both as Apache's
/// `mod_reqtimeout` has them for bodies). A form of 64 kB has two minutes.
pub const TRANSFER_RATE: u64 = 500;
pub const TRANSFER_GRACE_SECONDS: u64 = 20;
/// Connections of one process, some 20 kB each, and files it opens besides: databases, mail, callbacks.
pub const CONNECTIONS: usize = 8_192;
pub const OTHER_FILES: usize = 256;
/// Connections, and requests under way, of one network: a browser opens six, so forty people behind one address.
pub const CONNECTIONS_A_NETWORK: usize = 256;

/// Largest body of a call to the XML platform, unpacked, in bytes: the original's smallest limit on inline data.
pub const PLATFORM_BODY_MAX: usize = 4 * 1024 * 1024;
/// Elements and attributes of one call, and how deep they nest.
pub const PLATFORM_NODES: u32 = 200_000;
pub const PLATFORM_DEPTH: usize = 100;
/// Attributes of one element, declarations of namespaces in one call, and bytes of one name: the parser compares each
/// with those before it. The widest element of the original's own types has fewer than 20; a CCD declares 4 namespaces.
pub const PLATFORM_ATTRIBUTES: usize = 64;
pub const PLATFORM_NAMESPACES: usize = 256;
pub const PLATFORM_NAME_MAX: usize = 256;
/// All of a call that proves nothing, and all of a signed call up to the end of its header, in bytes. The largest that
/// a client sends is some 4 KB.
pub const PLATFORM_UNPROVEN_MAX: usize = 16 * 1024;
/// Calls that are parsed and answered at once, and calls that wait for their turn: first those of sessions, then those
/// that prove nothing. Beyond, the answer is "try again".
pub const PLATFORM_AT_WORK: usize = 8;
pub const PLATFORM_WAITING: usize = 32;
pub const PLATFORM_UNPROVEN_AT_WORK: usize = 4;
pub const PLATFORM_UNPROVEN_WAITING: usize = 16;
/// How long a session of the platform lives: what its clients take for granted.
pub const PLATFORM_SESSION: Duration = Duration::from_secs(4 * 60 * MINUTE);
/// How old a signature may be that opens one.
pub const PLATFORM_SIGNING: Duration = Duration::from_secs(60 * MINUTE);
/// How long after its own time a signed call may arrive, whatever it asks for: a client that sends local time without a
/// zone is at most 12 hours behind UTC. It ends with its session in any case.
pub const PLATFORM_CALL_LIFE: Duration = Duration::from_secs(14 * 60 * MINUTE);
/// Longest key that a client chooses for its session, in bytes: the original's is 512 signs of base64.
pub const PLATFORM_KEY_MAX: usize = 384;
/// Sessions that are asked for without proof, from one address network: so many at once, and so many a minute.
pub const PLATFORM_FAILURES_BURST: u32 = 20;
pub const PLATFORM_FAILURES_A_MINUTE: u32 = 10;
/// How far ahead a client's clock may be: some send local time without a zone, and no zone is further from UTC.
pub const PLATFORM_CLOCK_AHEAD: Duration = Duration::from_secs(14 * 60 * MINUTE);
/// How long before its end a certificate is warned of.
pub const CERTIFICATE_WARNING: Duration = Duration::from_secs(30 * DAY);
/// Things in one answer with their data, and in one answer by name alone.
pub const THINGS_FULL: usize = 240;
pub const THINGS_MAX: usize = 1_000;
/// Groups and filters of one call, and types that one filter or question names: the original has some 90 types.
pub const THING_GROUPS: usize = 20;
pub const THING_FILTERS: usize = 40;
pub const THING_TYPES: usize = 200;
/// Data of things in one answer, in bytes: more than the largest call that writes, so that each thing can be read.
pub const THING_BYTES: usize = 2 * PLATFORM_BODY_MAX;
/// Records of one person.
pub const RECORDS: usize = 200;
/// People who look after one record, those who are invited among them, and how long an invitation works.
pub const CUSTODIANS: usize = 6;
pub const CUSTODIAN_INVITATION: Duration = days(7);
/// Things that one record may hold of its person's own.
pub const OWN_THINGS: u32 = 20_000;
/// Longest name, dose or reaction, and longest note, that people add to a record, in characters.
pub const OWN_NAME_MAX: usize = 200;
pub const NOTE_MAX: usize = 4_000;
/// Files of all that is a person's: in a day, in bytes of data, and how long one is kept.
pub const DOWNLOADS: u32 = 10;
pub const DOWNLOAD_BYTES: usize = 64 * 1024 * 1024;
pub const DOWNLOAD_LIFE: Duration = days(7);
/// From the wish to delete an account to its end.
pub const ACCOUNT_END: Duration = days(14);
/// Numbers of one sort that a picture shows, the latest ones.
pub const TREND_POINTS: u32 = 24;
/// How long a person's log of their records is kept: as long as patients may ask who was told what (45 CFR 164.528).
pub const ACCESS_LOG: Duration = days(6 * 365);
/// How late in a month people are still told by mail about the month before, and how many lines that mail has.
pub const MONTHLY_LATE: Duration = days(7);
pub const MONTHLY_LINES: usize = 60;
/// Longest text of a page that every footer leads to, in characters.
pub const TRUST_TEXT_MAX: usize = 20_000;
/// Vocabularies of one call, and characters of one search in them: the original's length.
pub const VOCABULARIES: usize = 20;
pub const VOCABULARY_SEARCH_MAX: usize = 255;
/// Longest id that a client gives a thing, in characters: the original's.
pub const CLIENT_THING_ID_MAX: usize = 255;
/// What an application may keep for one person, in bytes: settings, and no data of the patient's.
pub const PERSON_SETTINGS_MAX: usize = 64 * 1024;
/// Things that are named in one answer, over all its groups: some 4 MB.
pub const THINGS_NAMED: usize = 5_000;
/// Records of one person in one answer of the platform: the original's number.
pub const PERSON_RECORDS: usize = 25;
/// Rows of a poll that cannot be read in pages: some 4 MB; and most of one page of a poll that can.
pub const POLL_ROWS: usize = 10_000;
pub const POLL_PAGE_ROWS: usize = 1_000;
/// Unknown columns of an import that are shown by name.
pub const IMPORT_COLUMNS: usize = 40;
/// Persons in one answer.
pub const PERSONS_MAX: u32 = 200;
/// An application's own names for one person and record.
pub const ALTERNATE_IDS: usize = 100;
pub const ALTERNATE_ID_MAX: usize = 255;

/// `doctor`: how far two clocks may be apart, how long an answer may take, how long a job may wait that is due
/// (a worker looks every second, and one mail takes three minutes at most), and free bytes of the disk.
pub const CLOCK_APART: Duration = Duration::from_secs(30);
pub const DOCTOR_PATIENCE: Duration = Duration::from_secs(10);
pub const JOB_WAIT: Duration = Duration::from_secs(5 * MINUTE);
pub const DISK_WARNING: u64 = 1_000_000_000;
pub const DISK_FAULT: u64 = 100_000_000;

/// Text and its ground, at the least (WCAG 2.2, 1.4.3).
pub const CONTRAST: f64 = 4.5;

pub const fn days(days: u32) -> Duration {
    Duration::from_secs(days as u64 * DAY)
}

/// The numbers an application may set for itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Policy {
    /// Days a waiting request lives after the day on which it is made, within [`LIFETIME_DAYS_RANGE`].
    pub lifetime_days: u32,
    /// Wrong answers before the code stops, within [`WRONG_ANSWERS_RANGE`].
    pub wrong_answers: u32,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            lifetime_days: LIFETIME_DAYS,
            wrong_answers: WRONG_ANSWERS,
        }
    }
}
