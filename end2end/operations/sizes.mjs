// sizes.mjs BINARY: what lists, searches and polls cost the built server with a thousand, a hundred thousand
// and a million connect requests, on SQLite and on the PostgreSQL of
// .ci/with-postgres. The rows are copies of one request that the
// server made, written by SQL: three in ten wait, six are connected, one is over. One question at a time, so that the
// time of an answer is the cost of the page with its statements.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { machine, publish, table } from "../bench/document.mjs";
import { start } from "./built-server.mjs";
import { onePass, OWN_CORE, spread } from "./measured.mjs";

const SIZES = [1_000, 100_000, 1_000_000];
const PASSES = 3;
const SECONDS = 2;
/** The external id of the request that is copied. */
const MODEL = "SIZE-0";
/** Who is connected, all of them the same. */
const PERSON = "(select id from person where email_key = 'sizes')";
const RECORD = "(select id from record where name = 'sizes')";

const run = promisify(execFile);
const [binary] = process.argv.slice(2);
const postgres = process.env.PATIENT_CONNECT_TEST_POSTGRES_URL;

/** What the two engines say differently. */
const ENGINES = {
  sqlite: {
    start: () => start(binary, undefined, OWN_CORE),
    ask: (server) => (sql) => run("sqlite3", [`${server.folder}/patient-connect.db`, ".timeout 60000", sql]),
    columns: "select group_concat(name) from pragma_table_info('connect_request')",
    numbers: (from, to) => `(with recursive n (i) as (select ${from} union all select i + 1 from n where i < ${to}) select i from n)`,
    id: "randomblob(16)",
    digest: "randomblob(32)",
    minutes: "60000000",
  },
  postgres: {
    start: () => start(binary, postgres, OWN_CORE),
    ask: () => (sql) => run("psql", [postgres, "-qAtc", sql]),
    columns:
      "select string_agg(column_name, ',') from information_schema.columns where table_name = 'connect_request'",
    numbers: (from, to) => `(select generate_series(${from}, ${to}) as i)`,
    id: "gen_random_uuid()",
    digest: "sha256(gen_random_uuid()::text::bytea)",
    minutes: "interval '1 minute'",
  },
};

const PAGES = [
  ["staff list", "/staff/requests"],
  ["staff list, connected", "/staff/requests?state=connected"],
  ["staff search that fits one", "/staff/requests?q=size-77"],
  ["staff search that fits all", "/staff/requests?q=emma"],
  ["poll without news", "/api/v1/events?after=LAST"],
  ["poll from the start", "/api/v1/events?after=0"],
  ["connected requests, a page of 100", "/api/v1/connect-requests/authorized?limit=100"],
];

const about = machine();
const rows = [];
for (const [name, engine] of Object.entries(ENGINES)) rows.push(...(await measured(name, engine)));
const head = ["database", "page", ...SIZES.map((size) => `${size} requests`), "the largest beside the smallest"];
await publish("sizes", [about, table(head, rows)].join("\n\n"));

/** A row for each page: microseconds until it is answered, by size. */
async function measured(name, engine) {
  const server = await engine.start();
  const took = PAGES.map(() => []);
  try {
    const ask = engine.ask(server);
    await server.create("model", MODEL);
    const staff = { ...server, cookie: await server.signIn() };
    const application = { ...server, key: server.api_key };
    let filled = 0;
    for (const size of SIZES) {
      const began = Date.now();
      await fill(engine, ask, filled + 1, size);
      console.log(`${name}: ${size - filled} requests made in ${Math.round((Date.now() - began) / 1000)} s`);
      filled = size;
      const last = (await ask("select max(last) from event_head")).stdout.trim();
      for (const [at, [, where]] of PAGES.entries()) {
        const asking = where.startsWith("/api") ? application : staff;
        const passes = [];
        for (let pass = 0; pass < PASSES; pass++) {
          passes.push(await onePass(asking, where.replace("LAST", last), SECONDS, 1));
        }
        took[at].push(Math.round(spread(passes.map((pass) => 1_000_000 / pass.rate)).median));
      }
    }
  } finally {
    await server.end();
  }
  return PAGES.map(([page], at) => {
    const [least, most] = [took[at][0], took[at].at(-1)];
    return [name, page, ...took[at].map((each) => `${each} µs`), (most / least).toFixed(2)];
  });
}

/** Writes the requests of these numbers, with their words and events. */
async function fill(engine, ask, from, to) {
  const { numbers, id, digest, minutes } = engine;
  const { stdout } = await ask(engine.columns);
  const columns = stdout.trim().split(",");
  const connected = (value) => `case when i % 10 between 3 and 8 then ${value} end`;
  const over = (value, other) => `case when i % 10 = 9 then ${value} else ${other} end`;
  const written = {
    id,
    external_id: "'SIZE-' || i",
    friendly_name: "'Emma ' || i",
    code_digest: digest,
    made_at: `model.made_at - i * ${minutes}`,
    code_state: over("'ended'", "model.code_state"),
    code_state_at: over("model.made_at", "null"),
    person_id: connected(PERSON),
    picked_up_at: connected("model.made_at"),
    connected_since: connected("model.made_at"),
    connected_record_id: connected(RECORD),
  };
  const values = columns.map((column) => written[column] ?? `model.${column}`);
  const begun = "(select made_at from connect_request where external_id = '" + MODEL + "')";
  await ask(
    `insert into person (id, name, email, email_key, password_hash, made_at) select ${id}, 'sizes', 'sizes', 'sizes', '', ` +
      `${begun} where not exists (select 1 from person where email_key = 'sizes'); ` +
      `insert into record (id, name, made_at) select ${id}, 'sizes', ${begun} ` +
      "where not exists (select 1 from record where name = 'sizes')",
  );
  await ask(
    `insert into connect_request (${columns}) select ${values} from connect_request as model ` +
      `cross join ${numbers(from, to)} as n where model.external_id = '${MODEL}'`,
  );
  const number = "cast(substr(external_id, 6) as integer)";
  const fresh = `external_id like 'SIZE-%' and ${number} between ${from} and ${to}`;
  for (const word of ["'emma'", "lower(external_id)", "'size'"]) {
    await ask(
      `insert into request_word (connect_request_id, word, application_id) select id, ${word}, application_id ` +
        `from connect_request where ${fresh}`,
    );
  }
  const last = "coalesce((select max(number) from event), 0)";
  await ask(
    "insert into event (application_id, number, kind, connect_request_id, external_id, person_id, record_id, at) " +
      `select application_id, ${last} + row_number() over (order by id), 'authorized', id, external_id, person_id, ` +
      `connected_record_id, connected_since from connect_request where ${fresh} and person_id is not null`,
  );
  await ask(
    `insert into event_head (application_id, last) select application_id, ${last} from connect_request ` +
      `where external_id = '${MODEL}' on conflict (application_id) do update set last = ${last}`,
  );
  // What is picked up hangs on an authorization; one serves all, as no list of them is measured.
  await ask(
    "insert into record_authorization (id, application_id, person_id, record_id, granted_at) " +
      `select ${id}, application_id, ${PERSON}, ${RECORD}, made_at from connect_request where external_id = '${MODEL}' ` +
      `and not exists (select 1 from record_authorization where person_id = ${PERSON})`,
  );
  await ask(
    "insert into pickup (connect_request_id, record_id, authorization_id, application_id, person_id, flow_id, at) " +
      "select id, connected_record_id, (select id from record_authorization where person_id = connect_request.person_id), " +
      `application_id, person_id, ${id}, picked_up_at from connect_request where ${fresh} and person_id is not null`,
  );
  await ask("analyze");
}
