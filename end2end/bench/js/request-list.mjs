// The staff list's data, for the peers in JavaScript: who asks, a page of requests, the counts of the lists; read by our
// own statements.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

const PAGE_ROWS = 50;
const COUNTED_MAX = 1000;
const DAY = 86_400_000;
const SOON = 5 * DAY;
const RETENTION = 90 * DAY;
const END_OF_TIME = 253_402_300_799_000_000;
const LAST_ID = new Uint8Array(16).fill(255);

const STANDINGS = {
  waiting: ["Waiting", "ring"],
  connected: ["Connected", "tick"],
  ended: ["Expired", "dash"],
  stopped: ["Locked", "barred"],
  refused: ["Wrong person", "diamond"],
};
const CODE_BESIDE = {
  waiting: "New code created",
  ended: "Code expired",
  stopped: "Code locked",
  refused: "Wrong person used the code",
};
const LISTS = [
  ["", "All", ""],
  ["waiting", "Waiting", ""],
  ["connected", "Connected", ""],
  ["disconnected", "Disconnected", ""],
  ["ended", "Expired", ""],
  ["stopped", "Locked", ""],
  ["refused", "Wrong person", ""],
  ["ending-soon", "Expiring soon", "ending-soon"],
  ["mail-trouble", "Delivery problem", "mail-trouble"],
];
const ROLES = { manager: "manager", front_desk: "front desk", operator: "operator" };

let statements;
/** The connection is opened at the first page: a build that loads this module has no database. */
function statement(name) {
  if (!statements) {
    const database = new DatabaseSync(process.env.DATABASE);
    const sql = (name) => readFileSync(join(process.env.SQL, `${name}.sql`), "utf8");
    const prepared = ["session", "staff", "list", "counts"].map((name) => [name, database.prepare(sql(name))]);
    statements = Object.fromEntries(prepared);
  }
  return statements[name];
}

/** The row of this session, or undefined. */
export function sessionOf(token) {
  return token && statement("session").get({ $1: token });
}

/** Who has this session, or undefined. */
export function staffOf(token) {
  const session = sessionOf(token);
  const staff = session?.staff_id && statement("staff").get({ $1: session.staff_id });
  if (!staff || staff.disabled) return undefined;
  return {
    name: staff.name,
    role: ROLES[staff.role],
    clinic: staff.clinic,
    applicationId: staff.application_id,
    timeZone: staff.time_zone,
  };
}

/** The first page of all requests, as its template shows it. */
export function requestList(staff) {
  const now = Date.now();
  const calendar = calendarOf(staff.timeZone, now);
  const found = statement("list").all({ $1: staff.applicationId, $3: LAST_ID, $5: END_OF_TIME });
  const counted = { $1: staff.applicationId, $2: now * 1000, $4: (now + SOON) * 1000 };
  const [all, waiting, soon, trouble, connected, disconnected, ended, stopped, refused] = Object.values(
    statement("counts").get(counted),
  );
  const counts = [all, waiting, connected, disconnected, ended, stopped, refused, soon, trouble];
  const rows = found.slice(0, PAGE_ROWS).map((one) => row(one, now, calendar));
  return {
    lists: LISTS.map(([name, words, css], at) => ({ name, words, css, count: count(counts[at]) })),
    rows,
    to: rows.length,
    of: count(all),
    next: found.length > PAGE_ROWS ? hyphened(found[PAGE_ROWS - 1].id) : undefined,
    hasConnected: connected > 0,
  };
}

function row(found, now, calendar) {
  const standing = standingOf(found, now);
  const expiresAt = found.expires_at / 1000;
  const waits = standing === "waiting";
  const soon = waits && expiresAt - now <= SOON;
  const connected = found.connected_since !== null;
  return {
    id: hyphened(found.id),
    name: found.friendly_name,
    externalId: found.external_id,
    trouble: ["unknown", "bounced", "dead"].includes(found.mail_state),
    waits,
    badge: badge(found, standing, soon),
    beside: connected ? CODE_BESIDE[standing] : undefined,
    sent: sent(found),
    ends: waits || standing === "ended" ? calendar.shortDate(expiresAt) : undefined,
    endsAt: rfc3339(found.expires_at),
    daysLeft: soon ? calendar.daysLeft(expiresAt) : undefined,
    changed: calendar.recent(changedAt(found) / 1000),
  };
}

function standingOf(found, now) {
  if (found.code_state !== "usable") return found.code_state;
  const used = found.person_id !== null;
  const endsAt = used ? found.picked_up_at / 1000 + RETENTION : found.expires_at / 1000;
  if (now >= endsAt) return "ended";
  return used ? "connected" : "waiting";
}

function badge(found, standing, soon) {
  if (found.connected_since !== null) {
    return found.disconnected_at === null
      ? { css: "connected", icon: "tick", words: "Connected" }
      : { css: "disconnected", icon: "dash", words: "Disconnected" };
  }
  const [words, icon] = STANDINGS[standing];
  return soon ? { css: "ending-soon", icon: "clock", words } : { css: standing, icon, words };
}

/** How it goes to its patient: class, sign and words. */
function sent(found) {
  const both = found.delivery === "both";
  switch (found.mail_state) {
    case null:
      return { words: found.delivery === "email" ? "Not sent yet" : "Letter" };
    case "done":
      return { words: both ? "Letter, email sent" : "Email sent" };
    case "unknown":
      return { css: "trouble", icon: "question", words: "Delivery not confirmed" };
    case "bounced":
    case "dead":
      return { css: "trouble", icon: "triangle", words: "Delivery failed" };
  }
  if (found.mail_failed) return { css: "watch", icon: "clock", words: "Email delayed" };
  return { words: both ? "Letter, email sending" : "Email sending" };
}

function changedAt(found) {
  const moved = found.disconnected_at ?? found.connected_since;
  return Math.max(found.made_at, found.code_state_at, found.picked_up_at, found.mail_at, moved);
}

/** Dates in a time zone, as of now. */
function calendarOf(timeZone, now) {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    year: "numeric",
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  });
  const parts = (at) => Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const day = ({ day, month, year }) => Date.parse(`${day} ${month} ${year} UTC`) / DAY;
  const here = parts(now);
  const dateOf = ({ day, month, year }) => (year === here.year ? `${day} ${month}` : `${day} ${month} ${year}`);
  return {
    shortDate: (at) => dateOf(parts(at)),
    recent(at) {
      const there = parts(at);
      const days = day(here) - day(there);
      if (days === 0) return `Today, ${there.hour}:${there.minute}`;
      return days === 1 ? "Yesterday" : dateOf(there);
    },
    daysLeft(at) {
      const days = Math.max(day(parts(at)) - day(here), 0);
      if (days === 0) return "Less than 1 day left";
      return days === 1 ? "1 day left" : `${days} days left`;
    },
  };
}

function rfc3339(micros) {
  const fraction = String(micros % 1_000_000).padStart(6, "0");
  return new Date(micros / 1000).toISOString().replace(/\.\d+Z/, `.${fraction}Z`);
}

function count(number) {
  return number > COUNTED_MAX ? `${COUNTED_MAX}+` : number;
}

function hyphened(raw) {
  const hexed = Buffer.from(raw).toString("hex");
  return hexed.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
