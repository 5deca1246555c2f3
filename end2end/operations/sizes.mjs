// sizes.mjs BINARY [POSTGRES_URL]: what lists, searches and polls cost the built server with a thousand, a hundred thousand
// and a million connect requests, on SQLite and on that PostgreSQL server. The rows are copies of one request that the
// server made, written by SQL: three in ten wait, six are connected, one is over. One question at a time, so that the
// time of an answer is the cost of the page with its statements.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { start } from "./built-server.mjs";
import { onePass, OWN_CORE, spread } from "./measured.mjs";

const SIZES = [1_000, 100_000, 1_000_000];
const PASSES = 3;
const SECONDS = 2;
/** The external id of the request that is copied. */
const MODEL = "SIZE-0";

const run = promisify(execFile);
const [binary, postgres] = process.argv.slice(2);

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
  ["connected requests, first page", "/api/v1/connect-requests/authorized"],
];

for (const [name, engine] of Object.entries(ENGINES)) {
  if (name === "postgres" && postgres === undefined) continue;
  await measured(name, engine);
}

async function measured(name, engine) {
  const server = await engine.start();
  try {
    const ask = engine.ask(server);
    await server.create("model", MODEL);
    const staff = { ...server, cookie: await server.signIn() };
    const application = { ...server, key: server.api_key };
    const first = new Map();
    let filled = 0;
    for (const size of SIZES) {
      const began = Date.now();
      await fill(engine, ask, filled + 1, size);
      console.log(`${name}, ${size} requests: ${size - filled} made in ${Math.round((Date.now() - began) / 1000)} s`);
      filled = size;
      const last = (await ask("select max(last) from event_head")).stdout.trim();
      for (const [page, where] of PAGES) {
        const path = where.replace("LAST", last);
        const asking = path.startsWith("/api") ? application : staff;
        const passes = [];
        for (let pass = 0; pass < PASSES; pass++) passes.push(await onePass(asking, path, SECONDS, 1));
        const took = Math.round(spread(passes.map((pass) => 1_000_000 / pass.rate)).median);
        if (!first.has(page)) first.set(page, took);
        const ratio = (took / first.get(page)).toFixed(2);
        console.log(`| ${name} | ${size} | ${page} | ${took} µs | ${ratio} |`);
      }
    }
  } finally {
    await server.end();
  }
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
    person_id: connected("(select id from person where email_key = 'sizes')"),
    picked_up_at: connected("model.made_at"),
    connected_since: connected("model.made_at"),
    connected_record_id: connected("(select id from record where name = 'sizes')"),
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
    "insert into pickup (connect_request_id, record_id, authorization_id, application_id, person_id, flow_id, at) " +
      `select connect_request.id, connected_record_id, record_authorization.id, connect_request.application_id, ` +
      `connect_request.person_id, ${id}, picked_up_at from connect_request cross join ` +
      `(select id from record_authorization limit 1) as record_authorization where ${fresh} and connect_request.person_id is not null`,
  );
  await ask("analyze");
}
