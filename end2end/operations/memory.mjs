// memory.mjs BINARY [POSTGRES_URL]: the resident memory of the built server after 2 000 creates and 10 000 pages, 16 at a
// time, on SQLite and, where its URL is given, on a database of that PostgreSQL. Fails above the aim.
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { Agent, request } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";

const CREATES = 2_000;
const PAGES = 10_000;
const AT_ONCE = 16;
/** Resident memory in MB, after both. */
const AIM = 100;

const [binary, postgres] = process.argv.slice(2);
const ours = { "sec-fetch-site": "same-origin", "content-type": "application/x-www-form-urlencoded" };
let failed = false;
for (const [name, database] of [
  ["SQLite", undefined],
  ["PostgreSQL", postgres],
]) {
  if (name === "PostgreSQL" && !database) continue;
  failed = !(await within(name, database)) || failed;
}
process.exitCode = failed ? 1 : 0;

async function within(name, database) {
  const folder = await mkdtemp(join(tmpdir(), "patient-connect-memory-"));
  const port = await freePort();
  const env = {
    PATH: process.env.PATH,
    PATIENT_CONNECT_DATA_DIR: folder,
    PATIENT_CONNECT_LISTEN: `127.0.0.1:${port}`,
    PATIENT_CONNECT_PUBLIC_URL: `http://127.0.0.1:${port}`,
    ...(database && { DATABASE_URL: database }),
  };
  const { stdout } = await promisify(execFile)(binary, ["demo", "--json"], { env });
  const { staff, api_key } = JSON.parse(stdout);
  const server = spawn(binary, ["serve"], { env, stdio: "ignore" });
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const ask = (method, path, headers = {}, body = "") => asked({ port, agent, method, path, headers }, body);
  try {
    await ready(server, ask);
    const start = await resident(server.pid);
    await together(CREATES, async (number) => {
      const body = JSON.stringify({
        friendly_name: "Emma's record",
        question: "What did you call the boat you learned to sail in?",
        answer: "Windward",
        external_id: `MRN-${process.pid}-${number}`,
      });
      const headers = { authorization: `Bearer ${api_key}`, "content-type": "application/json" };
      await ask("POST", "/api/v1/connect-requests", headers, body).then(is(201));
    });
    const made = await resident(server.pid);
    const pair = new URLSearchParams(staff).toString();
    const signedIn = await ask("POST", "/staff/sign-in", ours, pair).then(is(303));
    const cookie = signedIn.headers["set-cookie"].map((set) => set.split(";")[0]).join("; ");
    const paths = ["/connect", "/staff/requests", "/", "/sign-in"];
    await together(PAGES, (number) => ask("GET", paths[number % paths.length], { cookie }).then(is(200)));
    const read = await resident(server.pid);
    console.log(
      `${name}: ${start} after the start, ${made} after ${CREATES} creates, ${read} after ${PAGES} pages ` +
        `(aim: ${AIM} MB)`,
    );
    return read.all <= AIM;
  } finally {
    agent.destroy();
    server.kill("SIGTERM");
    if (server.exitCode === null) await once(server, "exit");
    await rm(folder, { recursive: true });
  }
}

/** Does so many, `AT_ONCE` at a time. */
async function together(count, one) {
  let next = 0;
  const lane = async () => {
    while (next < count) await one(next++);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

function asked(options, body) {
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", ...options }, (answer) => {
      answer.resume();
      answer.on("end", () => resolve(answer));
      answer.on("error", reject);
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

function is(status) {
  return (answer) => {
    if (answer.statusCode === status) return answer;
    throw new Error(`${answer.req.method} ${answer.req.path}: ${answer.statusCode}`);
  };
}

/** In MB: all, and how much of it is the process's own and no page of the binary or the database. */
async function resident(pid) {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  const megabytes = (line) => Math.round(Number(new RegExp(`^${line}:\\s+(\\d+)`, "m").exec(status)[1]) / 1_024);
  const [all, own] = [megabytes("VmRSS"), megabytes("RssAnon")];
  return { all, own, toString: () => `${all} MB (${own} its own)` };
}

async function ready(server, ask) {
  for (let waited = 0; waited < 300; waited++) {
    if (server.exitCode !== null) throw new Error("the server ended by itself");
    const answer = await ask("GET", "/health/ready").catch(() => undefined);
    if (answer?.statusCode === 200) return;
    await sleep(100);
  }
  throw new Error("the server does not become ready");
}

async function freePort() {
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const free = taken.address().port;
  taken.close();
  await once(taken, "close");
  return free;
}
