//! Table `application`.

use super::{Result, Stamp, Tx, inconsistent, unreadable};
use domain::accent::Accent;
use domain::application::{Application, Kind, Logo, Rule};
use domain::challenge::AnswerMode;
use domain::ids::{ApplicationId, PersonId};
use domain::policy::Policy;
use domain::timestamp::Timestamp;
use domain::zone::Zone;
use uuid::Uuid;

#[expect(clippy::struct_excessive_bools, reason = "each is a column of its own")]
#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    kind: String,
    name: String,
    phone: String,
    description: String,
    address: String,
    opening_hours: String,
    time_zone: String,
    accent: Option<String>,
    logo_digest: Option<String>,
    logo_width: Option<i64>,
    logo_height: Option<i64>,
    email: Option<String>,
    success_message: String,
    privacy_url: Option<String>,
    terms_url: Option<String>,
    connect_methods: bool,
    rules: String,
    lifetime_days: i64,
    wrong_answers: i64,
    answer_mode: String,
    reminders: bool,
    platform_v1_sessions: bool,
    staff_authenticator: bool,
    demonstration: bool,
}

impl Row {
    fn into_domain(self) -> Result<Application> {
        let broken = || inconsistent("application", &self.id);
        let rules: Vec<Rule> =
            serde_json::from_str(&self.rules).map_err(unreadable("application", &self.id))?;
        let logo = match (self.logo_digest, self.logo_width, self.logo_height) {
            (Some(digest), Some(width), Some(height)) => Some(Logo {
                application: ApplicationId(self.id),
                digest,
                width: u32::try_from(width).map_err(unreadable("application", &self.id))?,
                height: u32::try_from(height).map_err(unreadable("application", &self.id))?,
            }),
            _ => None,
        };
        let accent = self.accent.as_deref().map(Accent::parse);
        Ok(Application {
            accent: accent.transpose().ok().ok_or_else(broken)?,
            logo,
            description: self.description,
            address: self.address,
            opening_hours: self.opening_hours,
            time_zone: Zone::parse(&self.time_zone).ok_or_else(broken)?,
            id: ApplicationId(self.id),
            kind: Kind::from_name(&self.kind).ok_or_else(broken)?,
            policy: Policy {
                lifetime_days: u32::try_from(self.lifetime_days)
                    .map_err(unreadable("application", &self.id))?,
                wrong_answers: u32::try_from(self.wrong_answers)
                    .map_err(unreadable("application", &self.id))?,
            },
            answer_mode: AnswerMode::from_name(&self.answer_mode).ok_or_else(broken)?,
            rules,
            reminders: self.reminders,
            name: self.name,
            phone: self.phone,
            email: self.email,
            success_message: self.success_message,
            privacy_url: self.privacy_url,
            terms_url: self.terms_url,
            connect_methods: self.connect_methods,
            platform_v1_sessions: self.platform_v1_sessions,
            staff_authenticator: self.staff_authenticator,
            demonstration: self.demonstration,
        })
    }
}

const COLUMNS: &str = "select id, kind, name, phone, description, address, opening_hours, time_zone, accent, \
    logo.digest as logo_digest, logo.width as logo_width, logo.height as logo_height, email, \
    success_message, privacy_url, terms_url, connect_methods, rules, lifetime_days, wrong_answers, answer_mode, reminders, platform_v1_sessions, \
    staff_authenticator, demonstration \
    from application left join logo on logo.application_id = application.id";

pub async fn find(tx: &mut Tx, id: ApplicationId) -> Result<Option<Application>> {
    const SQL: &str = const_format::concatcp!(COLUMNS, " where id = $1");
    let row: Option<Row> = tx.fetch_optional(SQL, (id.0,)).await?;
    row.map(Row::into_domain).transpose()
}

/// Like [`find`], and takes the row's lock.
pub async fn lock(tx: &mut Tx, id: ApplicationId) -> Result<Option<Application>> {
    const SQLITE: &str = const_format::concatcp!(COLUMNS, " where id = $1");
    const POSTGRES: &str = const_format::concatcp!(SQLITE, " for update of application");
    let sql = tx.locking(SQLITE, POSTGRES);
    let row: Option<Row> = tx.fetch_optional(sql, (id.0,)).await?;
    row.map(Row::into_domain).transpose()
}

const OF_PERSON: &str = const_format::concatcp!(
    COLUMNS,
    " where id in (select application_id from record_authorization where person_id = $1 \
        union select record_authorization.application_id from custodian \
        join record_authorization on record_authorization.record_id = custodian.record_id \
        where custodian.person_id = $1) order by name, id"
);

/// The statement of [`of_person`], for a look at how the engine would run it.
pub const OF_PERSON_STATEMENT: &str = OF_PERSON;

/// The applications that a person, or another who looks after a record of theirs, let use one, now or earlier, by name.
pub async fn of_person(tx: &mut Tx, person: PersonId) -> Result<Vec<Application>> {
    let rows: Vec<Row> = tx.fetch_all(OF_PERSON, (person.0,)).await?;
    rows.into_iter().map(Row::into_domain).collect()
}

/// All applications, by name.
pub async fn list(tx: &mut Tx) -> Result<Vec<Application>> {
    const SQL: &str = const_format::concatcp!(COLUMNS, " order by name, id");
    let rows: Vec<Row> = tx.fetch_all(SQL, ()).await?;
    rows.into_iter().map(Row::into_domain).collect()
}

/// The zone of an application that is there.
pub async fn time_zone(tx: &mut Tx, id: ApplicationId) -> Result<Zone> {
    const SQL: &str = "select time_zone from application where id = $1";
    let name: String = tx.fetch_scalar(SQL, (id.0,)).await?;
    Zone::parse(&name).ok_or_else(|| inconsistent("application", &id))
}

/// The zone of the application that was added first.
pub async fn first_time_zone(tx: &mut Tx) -> Result<Option<Zone>> {
    const SQL: &str = "select id, time_zone from application order by made_at, id limit 1";
    let first: Option<(Uuid, String)> = tx.fetch_optional(SQL, ()).await?;
    first
        .map(|(id, name)| Zone::parse(&name).ok_or_else(|| inconsistent("application", &id)))
        .transpose()
}

/// One clinic among all of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub id: ApplicationId,
    pub name: String,
    /// How many may manage it.
    pub managers: u64,
    /// How many are invited to.
    pub invited: u64,
}

const LINES: &str = "select id, name, \
    (select count(*) from staff where staff.application_id = application.id and staff.role = 'manager' \
        and not staff.disabled) as managers, \
    (select count(*) from invitation where invitation.application_id = application.id \
        and invitation.role = 'manager' and invitation.state = 'open' and invitation.staff_id is null \
        and invitation.expires_at > $1) as invited \
    from application order by name, id";

/// All applications by name, with who manages them.
pub async fn lines(tx: &mut Tx, now: Timestamp) -> Result<Vec<Line>> {
    let rows: Vec<(Uuid, String, i64, i64)> = tx.fetch_all(LINES, (Stamp(now),)).await?;
    let line = |(id, name, managers, invited): (Uuid, String, i64, i64)| Line {
        id: ApplicationId(id),
        name,
        managers: managers.unsigned_abs(),
        invited: invited.unsigned_abs(),
    };
    Ok(rows.into_iter().map(line).collect())
}

/// Inserts an application, or replaces what may change of one with the same id.
pub async fn put(tx: &mut Tx, application: &Application, now: Timestamp) -> Result<()> {
    const SQL: &str = "insert into application (id, kind, name, phone, email, success_message, privacy_url, \
        terms_url, connect_methods, rules, lifetime_days, wrong_answers, answer_mode, \
        platform_v1_sessions, staff_authenticator, demonstration, made_at, reminders, description, address, \
        opening_hours, accent, time_zone) \
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23) \
        on conflict (id) do update set kind = excluded.kind, name = excluded.name, phone = excluded.phone, \
        email = excluded.email, success_message = excluded.success_message, privacy_url = excluded.privacy_url, \
        terms_url = excluded.terms_url, connect_methods = excluded.connect_methods, rules = excluded.rules, \
        lifetime_days = excluded.lifetime_days, wrong_answers = excluded.wrong_answers, \
        answer_mode = excluded.answer_mode, platform_v1_sessions = excluded.platform_v1_sessions, \
        staff_authenticator = excluded.staff_authenticator, reminders = excluded.reminders, \
        description = excluded.description, address = excluded.address, \
        opening_hours = excluded.opening_hours, accent = excluded.accent, \
        time_zone = excluded.time_zone";
    let rules = serde_json::to_string(&application.rules)
        .map_err(unreadable("application", &application.id))?;
    let values = (
        application.id.0,
        application.kind.name(),
        &application.name,
        &application.phone,
        &application.email,
        &application.success_message,
        &application.privacy_url,
        &application.terms_url,
        application.connect_methods,
        &rules,
        i64::from(application.policy.lifetime_days),
        i64::from(application.policy.wrong_answers),
        application.answer_mode.name(),
        application.platform_v1_sessions,
        application.staff_authenticator,
        application.demonstration,
        Stamp(now),
        application.reminders,
        &application.description,
        &application.address,
        &application.opening_hours,
        application.accent.map(Accent::hex),
        application.time_zone.name(),
    );
    tx.execute(SQL, values).await?;
    Ok(())
}
