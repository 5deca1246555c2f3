// peers.mjs BINARY: what the code page and the staff list of 50 rows cost the built server and three frameworks that do
// the same work: one session, the same statements on a copy of the same database, the same headers, the same visible
// text. Each is started for itself, pass by pass, and gets one core; no page is compressed.
import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { start, together } from "../operations/built-server.mjs";
import { onePass, OWN_CORE, shown, spread } from "../operations/measured.mjs";
import { machine, publish, table } from "./document.mjs";
import { path, startPeer, version } from "./peer.mjs";
import { differences } from "./same-page.mjs";

const PASSES = 5;
const SECONDS = 4;
/** Before a pass, for what compiles while it runs. */
const WARM = 3;
/** Rows of the staff list's first page. */
const ROWS = 50;
const PAGES = [
  ["code page", "/connect"],
  [`staff list, ${ROWS} rows`, "/staff/requests"],
];
const NODE = process.execPath;
const PEERS = [
  {
    name: `Next.js ${version("next", "next")}`,
    folder: "next",
    command: (port) => [NODE, "node_modules/next/dist/bin/next", "start", "-H", "127.0.0.1", "-p", port],
    env: () => ({ NEXT_TELEMETRY_DISABLED: "1" }),
  },
  {
    name: `SvelteKit ${version("sveltekit", "@sveltejs/kit")}`,
    folder: "sveltekit",
    command: () => [NODE, "build/index.js"],
    env: (port) => ({ HOST: "127.0.0.1", PORT: port, ORIGIN: `http://127.0.0.1:${port}` }),
  },
  {
    name: `Django ${version("django", "Django")}, gunicorn ${version("django", "gunicorn")}`,
    folder: "django",
    command: (port) => ["venv/bin/gunicorn", "--bind", `127.0.0.1:${port}`, "desk.wsgi"],
  },
];

const [binary] = process.argv.slice(2);
await areOurs(["staff", "list", "counts"]);
const about = machine();
const ours = await start(binary, undefined, OWN_CORE);
try {
  await together(ROWS, ours.create);
  ours.cookie = await ours.signIn();
  const settings = { SQL: path("sql"), SIGNS: path("signs.json"), DATABASE: join(ours.folder, "peers.db") };
  const cookie = copy(join(ours.folder, "patient-connect.db"), settings.DATABASE);
  const measured = [["Patient Connect", []], ...PEERS.map(({ name }) => [name, []])];
  for (let pass = 0; pass < PASSES; pass++) {
    measured[0][1].push(await eachPage(ours));
    for (const [at, peer] of PEERS.entries()) {
      const server = { ...(await startPeer(peer, settings)), cookie };
      try {
        for (const [, page] of PAGES) await isSame(peer.name, server, page);
        measured[at + 1][1].push(await eachPage(server));
      } finally {
        await server.end();
      }
    }
  }
  await publish("peers", [about, ...PAGES.map(([name], at) => tableOf(name, at, measured))].join("\n\n"));
} finally {
  await ours.end();
}

/** What the peers send is what we send, word by word: the binary holds it. */
async function areOurs(statements) {
  const held = await readFile(binary);
  for (const name of statements) {
    const sql = (await readFile(path(`sql/${name}.sql`), "utf8")).replace(/\s+/g, " ").trim();
    if (!held.includes(sql)) throw new Error(`our server does not send sql/${name}.sql`);
  }
}

/** Copies our database, with a session for the peers in it; the session's cookie. */
function copy(from, to) {
  const database = new DatabaseSync(from);
  database.prepare("vacuum into ?").run(to);
  database.close();
  const token = randomBytes(16).toString("hex");
  const own = new DatabaseSync(to);
  own.exec("create table bench_session (token text primary key, staff_id blob not null)");
  own.prepare("insert into bench_session select ?, id from staff where role = 'manager' limit 1").run(token);
  own.close();
  return `bench=${token}`;
}

/** A peer whose page says anything else, or leaves a header out, is not measured. */
async function isSame(name, server, page) {
  const [our, other] = await Promise.all([ours, server].map((one) => answerOf(one, page)));
  const found = differences(our, other);
  if (found.length > 0) throw new Error(`${name}, ${page}:\n${found.join("\n")}`);
}

async function answerOf({ port, cookie }, page) {
  const headers = { cookie, "accept-encoding": "identity" };
  const answer = await fetch(`http://127.0.0.1:${port}${page}`, { headers, redirect: "manual" });
  return { status: answer.status, headers: answer.headers, html: await answer.text() };
}

async function eachPage(server) {
  const passes = [];
  for (const [, page] of PAGES) {
    const bytes = Buffer.byteLength((await answerOf(server, page)).html);
    await onePass(server, page, WARM);
    passes.push({ bytes, ...(await onePass(server, page, SECONDS)) });
  }
  return passes;
}

function tableOf(name, at, measured) {
  const figures = measured.map(([server, passes]) => {
    const figure = (of) => spread(passes.map((pass) => of(pass[at])));
    return { server, rate: figure(({ rate }) => rate), cost: figure(({ cost }) => cost), bytes: passes[0][at].bytes };
  });
  const { cost: least } = figures[0];
  const rows = figures.map(({ server, rate, cost, bytes }) => {
    const times = (cost.median / least.median).toFixed(1);
    return [server, shown(rate), shown(cost), times, bytes];
  });
  return table([name, "pages/s", "µs of processor a page", "times our processor", "bytes of HTML"], rows);
}
