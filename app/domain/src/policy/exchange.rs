//! The numbers of the FHIR API: its keys, tokens, searches and bodies. Like all numbers of the product they are named by
//! `policy`.

use super::{DAY, MINUTE, PLATFORM_BODY_MAX};
use std::time::Duration;

/// Key sets of one application: the one in use, the next, and some of other systems behind the same application.
pub const KEY_SETS: usize = 5;
/// Largest key set, in bytes, and its most keys.
pub const KEY_SET_BYTES: usize = 64 * 1024;
pub const KEY_SET_KEYS: usize = 20;
/// How long the URL of a key set may take to answer, and how often it is asked at most.
pub const KEY_SET_TIME: Duration = Duration::from_secs(5);
pub const KEY_SET_PAUSE: Duration = Duration::from_secs(MINUTE);
/// How long an answer counts where it does not say, and the least and the most that it may say.
pub const KEY_SET_LIFE: Duration = Duration::from_secs(60 * MINUTE);
pub const KEY_SET_LIFE_LEAST: Duration = Duration::from_secs(MINUTE);
pub const KEY_SET_LIFE_MOST: Duration = Duration::from_secs(DAY);
/// Largest body of a request for a token, in bytes: twice the largest assertion.
pub const TOKEN_BODY_MAX: usize = 2 * ASSERTION_MAX;
/// Largest assertion, in bytes, how far ahead its end may be, and how far two clocks may be apart (SMART Backend
/// Services: five minutes).
pub const ASSERTION_MAX: usize = 8 * 1024;
pub const ASSERTION_LIFE: Duration = Duration::from_secs(5 * MINUTE);
pub const ASSERTION_CLOCK_APART: Duration = Duration::from_secs(30);
/// Longest id of an assertion and of a key, in bytes.
pub const ASSERTION_ID_MAX: usize = 255;
/// How long a token of the FHIR API counts (SMART Backend Services: not more than five minutes).
pub const ACCESS_TOKEN: Duration = Duration::from_secs(5 * MINUTE);
/// Tokens of one application: so many at once, and so many a minute.
pub const ACCESS_TOKENS_BURST: u32 = 30;
pub const ACCESS_TOKENS_A_MINUTE: u32 = 30;
/// Matches on one page of a FHIR search where none are asked for, and the most that may be.
pub const FHIR_PAGE: usize = 50;
pub const FHIR_PAGE_MOST: usize = 200;
/// Parameters of one search, and how long its next page may be asked for.
pub const FHIR_PARAMETERS: usize = 40;
pub const FHIR_PAGE_LIFE: Duration = Duration::from_secs(10 * MINUTE);
/// Members of the group of the connected in one answer; beyond, the search for patients has pages.
pub const FHIR_GROUP: usize = 10_000;
/// Things that one page of a FHIR search opens to look into them, and entries of one Bundle.
pub const FHIR_OPENED: usize = 1_000;
pub const FHIR_ENTRIES: usize = 100;
/// Largest body of the FHIR API, longest path with query, in bytes: the XML platform's body, and what proxies let pass.
pub const FHIR_BODY_MAX: usize = PLATFORM_BODY_MAX;
pub const FHIR_URL_MAX: usize = 4 * 1024;
/// Calls of one application to one process: so many at once, and so many a minute, that read and that write.
pub const FHIR_READS_A_MINUTE: u32 = 600;
pub const FHIR_WRITES_A_MINUTE: u32 = 120;
